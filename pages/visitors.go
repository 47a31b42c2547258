package pages

import (
	"net/http"
	"slices"
	"strings"

	"muster/signin"
)

// Where curators sign in, all others are visitors: they see the pages that
// `muster publish` would write now, from the same handlers, and nothing else.

// visit stands before the public pages where curators sign in. A published site
// lies in files, so what is asked besides the address changes nothing.
func (s *site) visit(next http.Handler) http.Handler {
	if !s.options.Published || !s.options.SignIn {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked := r.URL.Query()
		working := slices.ContainsFunc(s.workingPages(), func(p shown) bool { return p.path == strings.TrimSuffix(r.URL.Path, "index.json") })
		// Another state than was asked for is not shown in silence.
		if !reads(r) || working || asked.Has("at") || asked.Has("known") || asked.Has("released") {
			s.page("./", signInFirst)(w, r)
			return
		}
		r = r.Clone(r.Context())
		r.URL.RawQuery = ""
		next.ServeHTTP(w, r)
	})
}

// signInFirst answers for what only curators may see or do.
func signInFirst(q *request) (answer, error) {
	words := "Proposals, the record as of any entry and what changed are shown to curators who signed in. Everybody sees what was reviewed, and what stands under “Earlier states”."
	if !reads(q.Request) {
		words = "Only curators who signed in can decide here or change anything. Nothing was recorded."
	}
	return answer{}, problem{http.StatusForbidden, words}
}

// reads reports whether a request changes nothing.
func reads(r *http.Request) bool { return r.Method == http.MethodGet || r.Method == http.MethodHead }

// closed answers for a dossier that publishes nothing.
func (s *site) closed(w http.ResponseWriter, r *http.Request) {
	f := frame{Root: rootOf(r.URL.Path), Mount: s.options.Mount, SignsIn: s.options.SignIn, SignedIn: signin.Who(r.Context()), Title: "Not published"}
	if err := writeAlone(w, http.StatusNotFound, "closed", f, nil); err != nil {
		s.fail(w, err)
	}
}
