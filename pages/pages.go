// Package pages is the page of a dossier. The web app of `muster serve` and the
// site of `muster publish` are the same handlers and the same templates; all
// routes stand in routes.go. Every link is relative, so that the pages work at
// any path and as files.
package pages

import (
	"context"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"sync"
	"time"

	"muster/claims"
	"muster/dossier"
	"muster/findings"
	"muster/origins"
	"muster/signin"
)

// Source is what the pages need of a dossier; *dossier.Dossier is one.
type Source interface {
	State(ctx context.Context, at int64) (*dossier.State, error) // at below 0: the latest
	SizeAt(ctx context.Context, t time.Time) (int64, error)
	Earlier(ctx context.Context, at int64) ([]dossier.Signed, error)
	StatesAt(ctx context.Context, sizes []int64, f func(*dossier.State) error) error
	Decide(ctx context.Context, decision dossier.Decision) error
	Reply(ctx context.Context, reply dossier.Reply) error
	Withhold(ctx context.Context, w dossier.Withholding) (dossier.WithholdReport, error)
	TakeBackReply(ctx context.Context, id, curator, reason string) error
	Checkpoint(ctx context.Context) ([]byte, error)
	KeyChanges(ctx context.Context) ([][]byte, error)
	Proof(ctx context.Context, entry int64) ([]byte, error)
	Tile(ctx context.Context, path string) ([]byte, error)
	TilePaths(ctx context.Context) ([]string, error)
	VerifierKey() string
	Origin() string
}

// Options says how a dossier is shown.
type Options struct {
	// Published shows what everybody may see: reviewed figures, or proposals the
	// dossier lets through, marked as such; no forms and no full texts.
	Published bool
	// ReadOnly leaves the forms out: the record cannot be written here, because
	// its signing key is elsewhere or another program has it open.
	ReadOnly bool
	// Address is where the published pages will stand ("https://…/"), for
	// citations; "" leaves it out.
	Address string
	// Mount is the dossier's place below the list of dossiers ("operation/"); ""
	// when there is one only.
	Mount string
	// SignIn shows the working pages to curators who signed in (signin.Who) and
	// to all others what Published shows. Without it whoever asks is the curator.
	SignIn bool
	// Compute works out origins and findings of a state; nil for what
	// origins.Find and findings.Check say.
	Compute func(*dossier.State) (*origins.Trace, []findings.Finding)
	// Rules are explained on the page on method; nil for findings.Rules.
	Rules []findings.Rule
	// Failed is told of errors that a visitor sees as "something went wrong"; may be nil.
	Failed func(error)
}

//go:embed templates/*.html style.css
var files embed.FS

// site is one dossier with its pages.
type site struct {
	source    Source
	options   Options
	rounding  *claims.Rounding
	templates map[string]*template.Template

	public *site // what visitors see of the same dossier; nil where there are none

	mu    sync.Mutex // guards views
	views map[int64]*view

	earlierMu sync.Mutex      // guards what follows; working it out takes long, and holds up nothing else
	before    []*earlierState // beside the state at beforeOf; nil: not worked out yet
	beforeOf  int64
}

// New returns the pages of one dossier. It panics when an embedded template is
// broken, as template.Must does.
func New(source Source, options Options) http.Handler {
	s := newSite(source, options)
	working := s.routes()
	if !options.SignIn || options.Published {
		return working
	}
	options.Published = true
	s.public = newSite(source, options)
	public := s.public.routes()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if signin.Who(r.Context()) != "" {
			working.ServeHTTP(w, r)
			return
		}
		public.ServeHTTP(w, r)
	})
}

func newSite(source Source, options Options) *site {
	if options.Compute == nil {
		options.Compute = func(state *dossier.State) (*origins.Trace, []findings.Finding) {
			trace := origins.Find(state)
			return trace, findings.Check(state, trace)
		}
	}
	if options.Rules == nil {
		options.Rules = findings.Rules()
	}
	rounding, err := claims.LoadRounding()
	if err != nil {
		panic(err)
	}
	s := &site{source: source, options: options, rounding: rounding, templates: map[string]*template.Template{}, views: map[int64]*view{}}
	base := template.Must(template.New("base").Funcs(functions()).ParseFS(files, "templates/base.html", "templates/parts.html", "templates/chart.html", "templates/who.html"))
	for _, name := range []string{"dossier", "series", "known", "ladder", "figure", "document", "review", "diff", "states", "state", "method", "withheld", "problem"} {
		s.templates[name] = template.Must(template.Must(base.Clone()).ParseFS(files, "templates/"+name+".html"))
	}
	return s
}

// forget drops all that was made of earlier states: what is withheld stays in no
// memory.
func (s *site) forget() {
	s.mu.Lock()
	clear(s.views)
	s.mu.Unlock()
	s.earlierMu.Lock()
	s.before = nil
	s.earlierMu.Unlock()
	if s.public != nil {
		s.public.forget()
	}
}

// keptViews bounds how many states stay ready for pages.
const keptViews = 4

// view returns the state at the first at entries, made ready for pages.
func (s *site) view(ctx context.Context, at int64) (*view, error) {
	if s.options.Published {
		at = -1 // what was taken back stays taken back
	}
	state, err := s.source.State(ctx, at)
	if err != nil {
		return nil, fmt.Errorf("state at entry %d: %w", at, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.views[state.At]; ok && v.size == state.Size {
		return v, nil
	}
	held, compute := covers(state), s.options.Compute
	if s.options.Published {
		state = published(state)
		compute = func(state *dossier.State) (*origins.Trace, []findings.Finding) {
			trace, found := s.options.Compute(open(state, held))
			return trace, slices.DeleteFunc(slices.Clone(found), unseen)
		}
	}
	v := newView(state, compute)
	v.covers = held
	if len(s.views) >= keptViews {
		clear(s.views)
	}
	s.views[state.At] = v
	return v, nil
}
