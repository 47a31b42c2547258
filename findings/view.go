package findings

import (
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
	"muster/origins"
)

// View is a state with everything that rules look up in it, worked out once.
type View struct {
	State    *dossier.State
	Trace    *origins.Trace
	Comparer *Comparer
	Figures  []dossier.Figure   // those that may be set against each other, in order
	Groups   [][]dossier.Figure // tellings of one figure each, the earliest first; not to be changed

	links     links
	figures   map[string]*dossier.Figure
	documents map[string]*dossier.Document
	several   map[string]bool               // publishers of more than one document
	own       map[string][]dossier.Figure   // comparable figures by document
	scopes    map[scopeKey][]dossier.Figure // comparable figures by what they may be compared with
	keys      []scopeKey                    // of scopes, in the order of their first figures
	amounts   map[amountKey][]dossier.Figure
	numbers   []amountKey       // of amounts, likewise
	texts     map[string][]rune // of the documents that somebody asked for
}

// NewView looks at a state.
func NewView(state *dossier.State, trace *origins.Trace) *View {
	return newView(state, trace, NewComparer(state))
}

func newView(state *dossier.State, trace *origins.Trace, comparer *Comparer) *View {
	v := &View{State: state, Trace: trace, Comparer: comparer, Figures: state.Comparable(), links: linksOf(trace),
		figures: make(map[string]*dossier.Figure, len(state.Figures)), documents: make(map[string]*dossier.Document, len(state.Documents)),
		several: map[string]bool{}, own: map[string][]dossier.Figure{}, scopes: map[scopeKey][]dossier.Figure{}, texts: map[string][]rune{}, amounts: map[amountKey][]dossier.Figure{}}
	for i := range state.Figures {
		v.figures[state.Figures[i].ID] = &state.Figures[i]
	}
	seen := map[string]bool{}
	for i := range state.Documents {
		d := &state.Documents[i]
		v.documents[d.ID] = d
		if d.Apart == "" {
			v.several[d.Publisher] = seen[d.Publisher]
			seen[d.Publisher] = true
		}
	}
	for _, f := range v.Figures {
		v.own[f.Document] = append(v.own[f.Document], f)
		if key, ok := comparer.keyOf(f.Claim); ok {
			if v.scopes[key] == nil {
				v.keys = append(v.keys, key)
			}
			v.scopes[key] = append(v.scopes[key], f)
		}
		if f.Claim.Value != nil {
			key := amountKey{f.Claim.Unit, f.Claim.Per, f.Claim.Value.String()}
			if v.amounts[key] == nil {
				v.numbers = append(v.numbers, key)
			}
			v.amounts[key] = append(v.amounts[key], f)
		}
	}
	v.Groups = tellings(v, trace)
	return v
}

// scopeKey is what figures that count the same of the same body share.
type scopeKey struct {
	unit, per, direction, thing, body, place string
	relative                                 bool
}

// keyOf returns the scope of a figure; false when its words leave it open.
func (c *Comparer) keyOf(f claims.Figure) (scopeKey, bool) {
	thing := c.measures.of(f.Counted)
	if thing == "" {
		thing = origins.Head(f.Counted)
	}
	return scopeKey{f.Unit, f.Per, f.Direction, thing, strings.ToLower(f.Organisation), strings.ToLower(f.Place), f.Relative != nil}, thing != "" && f.Relative == nil && f.Act != claims.Deny
}

// amountKey is what tellings of one number in one unit and rate share.
type amountKey struct{ unit, per, value string }

// document returns the document with the ID; nil when there is none.
func (v *View) document(id string) *dossier.Document { return v.documents[id] }

// figure returns the figure with the ID; nil when there is none.
func (v *View) figure(id string) *dossier.Figure { return v.figures[id] }

// text returns the text of a document, by code points.
func (v *View) text(id string) []rune {
	text, known := v.texts[id]
	if d := v.documents[id]; !known && d != nil {
		text = []rune(d.Text)
		v.texts[id] = text
	}
	return text
}

// day returns when a figure's document was published; none when unknown.
func (v *View) day(f dossier.Figure) interval.Date {
	d := v.documents[f.Document]
	if d == nil {
		return ""
	}
	day, err := interval.ParseDate(d.Published)
	if err != nil {
		return ""
	}
	return day
}

// after reports whether a was published on a later day than b.
func (v *View) after(a, b dossier.Figure) bool {
	x, y := v.day(a), v.day(b)
	return x != "" && y != "" && x > y
}

// named returns how a document is called in a sentence: its publisher, with
// the day where the publisher has several in the dossier.
func (v *View) named(id string) string {
	d := v.documents[id]
	switch {
	case d == nil:
		return id
	case d.Publisher == "" && d.Title != "":
		return quoted(d.Title)
	case d.Publisher == "":
		return d.Document.ID
	}
	if day, err := interval.ParseDate(d.Published); err == nil && v.several[d.Publisher] {
		return d.Publisher + " (" + longDate(day) + ")"
	}
	return d.Publisher
}
