package pages

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"muster/dossier"
	"muster/signin"
)

// frame is what every page carries around its own content.
type frame struct {
	Root      string // relative way to the dossier's own page: "./", "../" or "../../"
	Mount     string // Options.Mount
	Published bool
	ReadOnly  bool
	Dossier   string // title
	At, Size  int64
	Past      bool   // an earlier state than the latest
	Here      string // the page's own path below the dossier, such as "figure/f17/"
	SignsIn   bool   // Options.SignIn
	SignedIn  string // the curator; "" for a visitor, and where nobody signs in
	Back      string // where signing in leads, below the dossier
	Known     time.Time
	Origin    string
	Title     string // of this page
}

// To returns the link to a page of the dossier, such as "figure/f17/".
func (f frame) To(path string) string {
	link := f.Root + path
	if f.Published {
		return link + "index.html"
	}
	return link + f.query()
}

// File returns the link to a file of the dossier, such as "figures.csv".
func (f frame) File(path string) string { return f.Root + path + f.query() }

// Latest returns the link to a page as it stands now.
func (f frame) Latest(path string) string { f.Past = false; return f.To(path) }

func (f frame) query() string {
	if f.Past {
		return fmt.Sprintf("?at=%d", f.At)
	}
	return ""
}

// Figure, Document, Series and Finding are links to what they say.
func (f frame) Figure(id string) string   { return f.To("figure/" + id + "/") }
func (f frame) Document(id string) string { return f.To("document/" + id + "/") }
func (f frame) Series(id string) string {
	return f.To("") + "#series-" + strings.Map(anchorRune, id)
}
func (f frame) Finding(anchor string) string { return f.To("") + "#" + anchor }
func (f frame) Stage(code string) string     { return f.To("method/") + "#stage-" + code }

// Up returns the link to the list of dossiers; "" where there is none.
func (f frame) Up() string {
	if f.Mount == "" {
		return ""
	}
	return strings.TrimPrefix(f.Root+"../", "./")
}

// SignIn returns the link with which a visitor signs in and comes back; "" where
// nobody can.
func (f frame) SignIn() string {
	if !f.SignsIn || f.SignedIn != "" || f.Here == "sign-in/" {
		return ""
	}
	link := cmp.Or(f.Up(), f.Root) + "sign-in/"
	if back := f.Mount + f.Back; back != "" {
		link += "?" + url.Values{"to": {back}}.Encode()
	}
	return link
}

// SignOut returns where the form that signs out is sent.
func (f frame) SignOut() string { return cmp.Or(f.Up(), f.Root) + "sign-out/" }

// rootOf returns the way to the dossier's own page from a path below it.
func rootOf(path string) string {
	return cmp.Or(strings.Repeat("../", max(0, strings.Count(path, "/")-1)), "./")
}

// request is one request with the state it asks about.
type request struct {
	*http.Request
	w     http.ResponseWriter
	view  *view
	frame frame
}

// answer is a page to be written, or a way to go on to.
type answer struct {
	template string
	data     any
	json     func() any // what index.json beside the page holds; nil for none
	title    string
	status   int    // 0 for 200
	to       string // a relative address: the answer is a redirect
	cite     string // how what is shown is cited; "" for as a part of the record
}

type problem struct {
	status  int
	message string
}

func (p problem) Error() string { return p.message }

func notFound(format string, values ...any) error {
	return problem{http.StatusNotFound, fmt.Sprintf(format, values...)}
}

// page makes a handler of a function that builds a page. root leads from the
// page's address to the dossier's.
func (s *site) page(root string, build func(*request) (answer, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		q, a, err := s.answer(w, r, root, build)
		if err == nil && a.to != "" {
			redirect(w, http.StatusSeeOther, a.to)
			return
		}
		if err == nil {
			err = s.write(w, q, a)
		}
		if err != nil {
			s.fail(w, err)
		}
	}
}

// answer builds what a request asks for. An error is one that the visitor can
// do nothing about.
func (s *site) answer(w http.ResponseWriter, r *http.Request, root string, build func(*request) (answer, error)) (*request, answer, error) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	q := &request{Request: r, w: w, frame: frame{Root: root, Mount: s.options.Mount, Published: s.options.Published, ReadOnly: s.options.ReadOnly,
		SignsIn: s.options.SignIn, SignedIn: signin.Who(r.Context())}}
	q.frame.Here = strings.TrimPrefix(strings.TrimSuffix(r.URL.Path, "index.json"), "/")
	if reads(r) {
		q.frame.Back = q.frame.Here
		if r.URL.RawQuery != "" {
			q.frame.Back += "?" + r.URL.RawQuery
		}
	}
	at, err := s.at(r)
	if err == nil {
		q.view, err = s.view(r.Context(), at)
	}
	var a answer
	if err == nil {
		q.fill(s)
		a, err = build(q)
	}
	if err != nil {
		a, err = s.problemPage(q, err)
	}
	return q, a, err
}

func (q *request) fill(s *site) {
	state := q.view.state
	q.frame.Dossier, q.frame.At, q.frame.Size, q.frame.Known = state.Settings.Title, state.At, state.Size, state.Known
	q.frame.Past = state.At < state.Size
	q.frame.Origin = s.source.Origin()
}

// at reads which state is asked for: ?at=N, or ?known= with a day or a time.
func (s *site) at(r *http.Request) (int64, error) {
	if s.options.Published {
		return -1, nil
	}
	if text := r.URL.Query().Get("at"); text != "" {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 0 {
			return 0, notFound("at=%s: expected a number of entries, such as at=41.", text)
		}
		return n, nil
	}
	if text := r.URL.Query().Get("known"); text != "" {
		n, err := dossier.Moment(r.Context(), text, s.source.SizeAt)
		if errors.Is(err, dossier.ErrMoment) {
			return 0, notFound("known=%s: expected a day, such as 2025-06-03, or a time, such as 2025-06-03T12:00:00Z.", text)
		}
		if err != nil {
			return 0, err
		}
		if n == 0 {
			return 0, notFound("The ledger holds nothing that was signed by %s.", dayName(text))
		}
		return n, nil
	}
	return -1, nil
}

func (s *site) write(w http.ResponseWriter, q *request, a answer) error {
	q.frame.Title = a.title
	var out bytes.Buffer
	page := struct {
		frame
		Page any
	}{q.frame, a.data}
	if err := s.templates[a.template].ExecuteTemplate(&out, "base.html", page); err != nil {
		return fmt.Errorf("page %s: %w", a.template, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if a.status != 0 {
		w.WriteHeader(a.status)
	}
	_, err := w.Write(out.Bytes())
	if err != nil && s.options.Failed != nil {
		s.options.Failed(err)
	}
	return nil // the answer has begun; nothing else can be sent
}

// problemPage turns an error into a page that says what to do; errors that the
// visitor cannot mend go back to the caller.
func (s *site) problemPage(q *request, err error) (answer, error) {
	var p problem
	var w gone
	switch {
	case errors.As(err, &w):
		return w.answer(q), nil
	case errors.As(err, &p):
	case errors.Is(err, dossier.ErrBeyond):
		v, viewErr := s.view(q.Context(), -1)
		if viewErr != nil {
			return answer{}, viewErr
		}
		p = problem{http.StatusNotFound, fmt.Sprintf("The ledger holds %s so far, so there is no such state yet.", count(int(v.state.Size), "entry"))}
	case errors.Is(err, dossier.ErrNotAllowed):
		p = problem{http.StatusForbidden, err.Error()}
	default:
		return answer{}, err
	}
	if q.view == nil { // the state asked for is not there: show the frame of the latest
		if q.view, err = s.view(q.Context(), -1); err != nil {
			return answer{}, err
		}
		q.fill(s)
	}
	// The page may be asked for at any depth below the dossier.
	q.frame.Root = rootOf(q.URL.Path)
	q.frame.Here = ""
	title := "That cannot be done"
	switch {
	case p.status == http.StatusNotFound:
		title = "There is no such page"
	case p.status == http.StatusForbidden && q.frame.SignIn() != "":
		title = "For curators"
	}
	return answer{template: "problem", title: title, status: p.status, data: p.message}, nil
}

func (s *site) notFoundPage(q *request) (answer, error) {
	if !reads(q.Request) {
		return answer{}, problem{http.StatusMethodNotAllowed, "Nothing can be sent to this address."}
	}
	return answer{}, notFound("Nothing stands at this address. It may be mistyped, or the figure is not in this state of the record.")
}

func (s *site) fail(w http.ResponseWriter, err error) {
	if s.options.Failed != nil {
		s.options.Failed(err)
	}
	http.Error(w, "Something went wrong on our side. The record itself is not touched; please try again.", http.StatusInternalServerError)
}

// figure returns the telling that the address names.
func (q *request) figure() (*telling, error) {
	t := q.view.byID[q.PathValue("id")]
	if withheld := q.view.state.WithheldOf(q.PathValue("id")); t == nil && len(withheld) > 0 {
		return nil, gone{q.PathValue("id"), withheld}
	}
	if t == nil {
		return nil, notFound("There is no figure %s as of entry %d.", q.PathValue("id"), q.view.state.At)
	}
	return t, nil
}

// decidable reports whether decisions can be taken on what the page shows.
func (q *request) decidable() bool { return !q.frame.Published && !q.frame.ReadOnly && !q.frame.Past }

// address is the page's own, below the dossier, with what narrows it.
func (q *request) address() string {
	values := q.URL.Query()
	values.Del("at")
	values.Del("known")
	if len(values) == 0 || q.frame.Published {
		return q.frame.Here
	}
	return q.frame.Here + "?" + values.Encode()
}

// permalink is the part of an address that pins a page to this state.
func (q *request) permalink(path string) string {
	return path + "?" + url.Values{"at": {strconv.FormatInt(q.view.state.At, 10)}}.Encode()
}
