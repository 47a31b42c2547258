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
	Figures  []*dossier.Figure   // those that may be set against each other, in order
	Groups   [][]*dossier.Figure // tellings of one figure each, the earliest first; not to be changed

	links         links
	figures       map[string]*dossier.Figure
	documents     map[string]*dossier.Document
	several       map[string]bool                // publishers of more than one document
	own           map[string][]*dossier.Figure   // comparable figures by document
	scopes        map[scopeKey][]*dossier.Figure // comparable figures by what they may be compared with
	keys          []scopeKey                     // of scopes, in the order of their first figures
	amounts       map[amountKey][]*dossier.Figure
	numbers       []amountKey // of amounts, likewise
	heads         map[headKey][]*dossier.Figure
	group         map[string]int    // figures to their places in Groups
	texts         map[string][]rune // of the documents that somebody asked for
	near          bool              // only what lies near one new figure
	partedGroups  [][][]*dossier.Figure
	replacedKnown bool
	replacedList  []replacement // worked out when first asked for
	tied          []system      // what edits tie together; worked out when first asked for
}

// NewView looks at a state.
func NewView(state *dossier.State, trace *origins.Trace) *View {
	return newView(state, trace, NewComparer(state))
}

func newView(state *dossier.State, trace *origins.Trace, comparer *Comparer) *View {
	v := &View{State: state, Trace: trace, Comparer: comparer, links: linksOf(trace),
		figures: make(map[string]*dossier.Figure, len(state.Figures)), documents: make(map[string]*dossier.Document, len(state.Documents)),
		several: map[string]bool{}, own: map[string][]*dossier.Figure{}, scopes: map[scopeKey][]*dossier.Figure{}, texts: map[string][]rune{}, amounts: map[amountKey][]*dossier.Figure{},
		heads: map[headKey][]*dossier.Figure{}, group: map[string]int{}}
	seen := map[string]bool{}
	for i := range state.Documents {
		d := &state.Documents[i]
		v.documents[d.ID] = d
		if d.Apart == "" {
			v.several[d.Publisher] = seen[d.Publisher]
			seen[d.Publisher] = true
		}
	}
	for i := range state.Figures {
		f := &state.Figures[i]
		v.figures[f.ID] = f
		if d := v.documents[f.Document]; f.Status != dossier.Rejected && (d == nil || d.Apart == "") {
			v.Figures = append(v.Figures, f)
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
			key := numberOf(f.Claim)
			if v.amounts[key] == nil {
				v.numbers = append(v.numbers, key)
			}
			v.amounts[key] = append(v.amounts[key], f)
		}
	}
	for _, f := range v.Figures {
		if f.Claim.Counted != "" {
			head, _ := comparer.head(f.Claim.Counted)
			key := headKey{f.Claim.Per, head}
			v.heads[key] = append(v.heads[key], f)
		}
	}
	v.Groups = tellings(v, trace)
	for i, group := range v.Groups {
		for _, f := range group {
			v.group[f.ID] = i
		}
	}
	return v
}

// scopeKey is what figures that count the same of the same body share.
type scopeKey struct {
	unit, per, direction, thing, body, place string
	relative                                 bool
}

// keyOf returns the scope of a figure; false when its words leave it open.
func (c *Comparer) keyOf(f claims.Figure) (scopeKey, bool) {
	thing, family := c.head(f.Counted)
	if family != "" {
		thing = family
	}
	return scopeKey{f.Unit, f.Per, f.Direction, thing, strings.ToLower(f.Organisation), strings.ToLower(f.Place), f.Relative != nil}, thing != "" && f.Relative == nil && f.Act != claims.Deny
}

// amountKey is what tellings of one number in one unit and rate share.
type amountKey struct{ unit, per, value string }

// headKey is what rates of one noun share, whoever they are of.
type headKey struct{ per, head string }

// sameNumber returns the figures that tell the number of a figure, itself among
// them.
func (v *View) sameNumber(f *dossier.Figure) []*dossier.Figure {
	if f.Claim.Value == nil {
		return nil
	}
	return v.amounts[numberOf(f.Claim)]
}

func numberOf(f claims.Figure) amountKey { return amountKey{f.Unit, f.Per, f.Value.String()} }

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
func (v *View) day(f *dossier.Figure) interval.Date {
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
func (v *View) after(a, b *dossier.Figure) bool {
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
