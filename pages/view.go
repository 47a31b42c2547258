package pages

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"muster/claims"
	"muster/counts"
	"muster/dossier"
	"muster/findings"
	"muster/origins"
)

// view is one state made ready for pages.
type view struct {
	state    *dossier.State
	size     int64
	tellings []*telling // in the order of state.Figures
	byID     map[string]*telling
	inDoc    map[string][]*telling   // by document, in the order of the text
	covers   map[string]counts.Cover // what is not published of each series, by name
	findings []*finding              // as findings.Check orders them: errors first

	mu       sync.Mutex           // guards pictures
	pictures map[string][]picture // of series and ladders, by slug

	drawing sync.Mutex        // guards drawn
	drawn   map[string][]byte // PNG files, by address
}

// keptPNGs bounds how many drawn files a view keeps.
const keptPNGs = 32

// write is picture.write for the file at an address. To draw a PNG takes half a
// second of a processor, so that one is drawn at a time, and some are kept:
// nobody keeps a server busy by asking for them.
func (v *view) write(p picture, address, file string) (b []byte, mediaType string, err error) {
	if !strings.HasSuffix(file, ".png") {
		return p.write(file)
	}
	v.drawing.Lock()
	defer v.drawing.Unlock()
	if b, ok := v.drawn[address]; ok {
		return b, "image/png", nil
	}
	b, mediaType, err = p.write(file)
	if b == nil || err != nil {
		return nil, "", err
	}
	if v.drawn == nil || len(v.drawn) >= keptPNGs {
		v.drawn = map[string][]byte{}
	}
	v.drawn[address] = b
	return b, mediaType, nil
}

// telling is one figure as the pages show it.
type telling struct {
	*dossier.Figure
	Doc   *dossier.Document
	Total *telling // that this is a part of
	Parts []*telling
	Group *origins.Group // all tellings of the same figure; nil when not traced
	Uses  []*finding     // findings that rest on it
}

// finding is a finding with what its page needs.
type finding struct {
	findings.Finding
	Anchor string // unique on the page
	Inputs []input
}

// input is one thing that a finding rests on. Telling is nil for a count.
type input struct {
	findings.Input
	Telling *telling
	Doc     *dossier.Document
	Series  string
}

func newView(state *dossier.State, compute func(*dossier.State) (*origins.Trace, []findings.Finding)) *view {
	v := &view{state: state, size: state.Size, byID: map[string]*telling{}, inDoc: map[string][]*telling{}, pictures: map[string][]picture{}}
	documents := map[string]*dossier.Document{}
	for i := range state.Documents {
		documents[state.Documents[i].ID] = &state.Documents[i]
	}
	for i := range state.Figures {
		f := &state.Figures[i]
		t := &telling{Figure: f, Doc: documents[f.Document]}
		if t.Doc == nil {
			t.Doc = &dossier.Document{ID: f.Document}
		}
		v.tellings = append(v.tellings, t)
		v.byID[f.ID] = t
		v.inDoc[f.Document] = append(v.inDoc[f.Document], t)
	}
	for _, t := range v.tellings {
		if total := v.byID[t.PartOf]; total != nil {
			t.Total = total
			total.Parts = append(total.Parts, t)
		}
	}
	trace, found := compute(state)
	v.trace(trace)
	v.find(found)
	return v
}

func (v *view) trace(trace *origins.Trace) {
	if trace == nil {
		return
	}
	for i := range trace.Groups {
		group := &trace.Groups[i]
		for _, mention := range group.Mentions {
			if t := v.byID[mention.Figure]; t != nil && t.Group == nil {
				t.Group = group
			}
		}
	}
}

func (v *view) find(found []findings.Finding) {
	taken := map[string]bool{}
	for _, f := range found {
		anchor := "finding-" + strings.Map(anchorRune, f.ID)
		for n := 2; taken[anchor]; n++ {
			anchor = fmt.Sprintf("finding-%s-%d", strings.Map(anchorRune, f.ID), n)
		}
		taken[anchor] = true
		item := &finding{Finding: f, Anchor: anchor}
		for _, in := range f.Inputs {
			row := input{Input: in, Telling: v.byID[in.Figure], Doc: v.state.Document(in.Document)}
			if row.Telling != nil {
				if uses := row.Telling.Uses; len(uses) == 0 || uses[len(uses)-1] != item {
					row.Telling.Uses = append(uses, item)
				}
			} else if v.hasSeries(in.Figure) {
				row.Series = in.Figure
			}
			item.Inputs = append(item.Inputs, row)
		}
		v.findings = append(v.findings, item)
	}
}

// Plain is the sentence without what the page says beside it.
func (f *finding) Plain() string {
	return strings.Replace(f.Sentence, " (rests on unreviewed figures)", "", 1)
}

func (v *view) hasSeries(name string) bool {
	for _, s := range v.state.Series {
		if s.Name == name {
			return true
		}
	}
	return false
}

// slug returns the name under which a series or ladder has its page: its own,
// with what an address does not take made into hyphens, and a number where
// another has the same, also on disks that take A for a.
func (v *view) slug(name string) string {
	taken := map[string]int{}
	for _, other := range v.counted() {
		slug := strings.Map(anchorRune, other)
		key := strings.ToLower(slug)
		taken[key]++
		if n := taken[key]; n > 1 {
			slug = fmt.Sprintf("%s--%d", slug, n)
		}
		if other == name {
			return slug
		}
	}
	return strings.Map(anchorRune, name)
}

// counted returns the names of all series, then of all ladders.
func (v *view) counted() []string {
	var out []string
	for _, s := range v.state.Series {
		out = append(out, s.Name)
	}
	for _, l := range v.state.Ladders {
		out = append(out, l.Name)
	}
	return out
}

// aside returns the units of a series that are shown and not ranked.
func (v *view) aside(series string) []string {
	var out []string
	if units, err := v.state.Settings.UnitRegistry(); err == nil { // settings were checked when they were read
		out = units.Aside()
	}
	for _, r := range v.state.Settings.Rules {
		if r.Series == series {
			out = append(out, r.Aside...)
		}
	}
	return out
}

// percent returns how many per cent of units a rule on a series calls the
// lowest; 10 where there is none.
func (v *view) percent(series string) int64 {
	for _, r := range v.state.Settings.Rules {
		if r.Series == series {
			return r.Percent
		}
	}
	return 10
}

// anchorRune keeps what may stand in an address without escapes.
func anchorRune(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
		return r
	}
	return '-'
}

// proposals returns what waits for a curator, in the order of the documents;
// documents set apart come last.
func (v *view) proposals() []*telling {
	var out, apart []*telling
	for _, t := range v.tellings {
		switch {
		case t.Status != dossier.Proposed:
		case t.Doc.Apart != "":
			apart = append(apart, t)
		default:
			out = append(out, t)
		}
	}
	return append(out, apart...)
}

// comparable reports whether a telling may be set against others.
func (t *telling) comparable() bool {
	return !t.Status.Aside() && t.Rank != dossier.Deprecated && t.Doc.Apart == ""
}

// others returns the other tellings of the same figure, oldest first.
func (v *view) others(t *telling) []*telling {
	if t.Group == nil {
		return nil
	}
	var out []*telling
	for _, mention := range t.Group.Mentions {
		if o := v.byID[mention.Figure]; o != nil && o != t {
			out = append(out, o)
		}
	}
	bySaid(out)
	return out
}

func bySaid(list []*telling) {
	slices.SortStableFunc(list, func(a, b *telling) int { return strings.Compare(a.Doc.Published, b.Doc.Published) })
}

// stageIs reports whether the figure has one of these stages.
func (t *telling) stageIs(stages ...claims.Stage) bool { return slices.Contains(stages, t.Claim.Stage) }
