package pages

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"muster/pages/verify"
	"muster/signin"
)

// routes lists every address of a dossier's pages.
func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	for _, p := range s.pages() {
		mux.HandleFunc("GET "+p.path+"{$}", s.page(p.root, p.build))
		if p.path != "/" {
			mux.HandleFunc("GET "+strings.TrimSuffix(p.path, "/"), addSlash)
		}
		if p.data {
			mux.HandleFunc("GET "+p.path+"index.json", s.data(p.root, p.build))
		}
	}
	mux.HandleFunc("GET /style.css", s.style)
	for _, d := range downloads() {
		mux.HandleFunc("GET /"+d.Name+".csv", s.download(d, "csv"))
		mux.HandleFunc("GET /"+d.Name+".json", s.download(d, "json"))
		mux.HandleFunc("GET /"+d.Name+".csv"+metadataEnding, s.download(d, "csv"+metadataEnding))
	}
	mux.HandleFunc("GET /series/{id}/{file}", s.seriesFile)
	mux.HandleFunc("GET /checkpoint", s.checkpoint)
	mux.HandleFunc("GET /key", s.key)
	mux.HandleFunc("GET /tile/{path...}", s.tile)
	mux.HandleFunc("GET /key-change/{file}", s.keyChange)
	mux.HandleFunc("GET /proof/{file}", s.proof)
	for _, name := range verify.Names() {
		mux.HandleFunc("GET /verify/"+name, s.verifier(name))
	}
	if s.options.Published {
		mux.HandleFunc("GET /states/{at}/checkpoint", s.stateCheckpoint)
	} else {
		mux.HandleFunc("POST /review/{$}", s.page("../", s.reviewDecide))
		mux.HandleFunc("POST /figure/{id}/{$}", s.page("../../", s.figureDecide))
		mux.HandleFunc("POST /figure/{id}/compare/{$}", s.page("../../../", s.figureCompare))
		mux.HandleFunc("POST /figure/{id}/reply/{$}", s.page("../../../", s.figureReply))
		mux.HandleFunc("POST /figure/{id}/withhold/{$}", s.page("../../../", s.figureWithhold))
		mux.HandleFunc("POST /document/{id}/{$}", s.page("../../", s.statementDecide))
		mux.HandleFunc("POST /document/{id}/withhold/{$}", s.page("../../../", s.documentWithhold))
	}
	mux.HandleFunc("/", s.page("./", s.notFoundPage))
	return secure(s.embargo(s.visit(indexFiles(mux))))
}

// shown is a page: its path, the way back from it to the dossier's own page,
// what builds it, and whether index.json lies beside it.
type shown struct {
	path, root string
	build      func(*request) (answer, error)
	data       bool
}

func (s *site) pages() []shown {
	list := []shown{
		{"/", "./", s.dossierPage, true},
		{"/method/", "../", s.methodPage, false},
		{"/figure/{id}/", "../../", s.figurePage, true},
		{"/document/{id}/", "../../", s.documentPage, true},
		{"/series/{id}/", "../../", s.seriesPage, true},
		{"/series/{id}/known/{day}/", "../../../../", s.knownPage, true},
	}
	if s.options.Published {
		return append(list, shown{"/states/", "../", s.statesPage, true}, shown{"/states/{at}/", "../../", s.statePage, true})
	}
	return append(list, s.workingPages()...)
}

// workingPages are for curators alone, and on no published site.
func (s *site) workingPages() []shown {
	return []shown{{"/review/", "../", s.reviewPage, true}, {"/diff/", "../", s.diffPage, true}}
}

// addresses lists what a published site holds, besides tiles: pages as folders.
func (s *site) addresses(v *view) []string {
	out := []string{"", "index.json", "method/", "style.css", "checkpoint", "key"}
	for _, d := range downloads() {
		out = append(out, d.Name+".csv", d.Name+".json", d.Name+".csv"+metadataEnding)
	}
	for _, name := range verify.Names() {
		out = append(out, "verify/"+name)
	}
	for _, name := range v.counted() {
		folder := "series/" + v.slug(name) + "/"
		out = append(out, folder, folder+"index.json")
		if series, ok := v.series(v.slug(name)); ok {
			for _, day := range releaseDays(series) {
				out = append(out, folder+knownOn(day), folder+knownOn(day)+"index.json")
			}
		}
		for _, p := range s.handedOut(v, v.slug(name), "") {
			for _, file := range p.files() {
				out = append(out, folder+file)
			}
		}
	}
	for _, d := range v.state.Documents {
		out = append(out, "document/"+d.ID+"/", "document/"+d.ID+"/index.json")
	}
	for _, t := range v.tellings {
		out = append(out, "figure/"+t.ID+"/", "figure/"+t.ID+"/index.json")
		for _, entry := range t.Entries() {
			out = append(out, fmt.Sprintf("proof/%d.tlog-proof", entry))
		}
	}
	for _, page := range v.withheldPages() {
		out = append(out, page, page+"index.json")
	}
	for _, w := range v.state.Withheld {
		out = append(out, fmt.Sprintf("proof/%d.tlog-proof", w.Entry))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Entries returns the ledger entries that a figure's page offers proofs of:
// that of the figure and that of the latest decision.
func (t *telling) Entries() []int64 {
	out := []int64{t.Entry}
	if n := len(t.History); n > 0 && t.History[n-1].Entry != t.Entry {
		out = append(out, t.History[n-1].Entry)
	}
	return out
}

// secure sets the headers of every answer and refuses forms sent by other sites.
func secure(next http.Handler) http.Handler {
	guarded := http.NewCrossOriginProtection().Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		scripts := ""
		if strings.HasPrefix(r.URL.Path, "/figure/") { // the one page that has any: it checks its number
			scripts = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
		}
		h.Set("Content-Security-Policy", "default-src 'none'; "+scripts+"style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("Cache-Control", "no-cache")
		if signin.Who(r.Context()) != "" {
			h.Set("Cache-Control", "no-store") // nothing stays behind on a computer that others use
		}
		guarded.ServeHTTP(w, r)
	})
}

// embargo answers for a dossier that publishes nothing.
func (s *site) embargo(next http.Handler) http.Handler {
	if !s.options.Published {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		state, err := s.source.State(r.Context(), -1)
		if err != nil {
			s.fail(w, err)
			return
		}
		toSignIn := s.options.SignIn && r.URL.Path == "/style.css"
		if state.Settings.Publish.Embargoed && !toSignIn {
			s.closed(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// indexFiles takes "…/index.html" for "…/": pages that are read as files link so.
func indexFiles(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path, found := strings.CutSuffix(r.URL.Path, "/index.html"); found {
			r = r.Clone(r.Context())
			r.URL.Path = path + "/"
		}
		next.ServeHTTP(w, r)
	})
}

// addSlash sends "/figure/f17" to "/figure/f17/", wherever the pages are mounted.
func addSlash(w http.ResponseWriter, r *http.Request) {
	to := url.PathEscape(r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]) + "/"
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	redirect(w, http.StatusMovedPermanently, "./"+to)
}

// redirect sends a relative address, which http.Redirect would make absolute
// without knowing where the pages are mounted.
func redirect(w http.ResponseWriter, status int, to string) {
	w.Header().Set("Location", to)
	w.WriteHeader(status)
}
