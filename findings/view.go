package findings

import (
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
	"muster/origins"
)

// View is a state with everything that rules look up in it, worked out once. Several
// goroutines may look.
type View struct {
	State    *dossier.State
	Trace    *origins.Trace
	Comparer *Comparer
	Figures  []*Figure   // those that may be set against each other, in order
	Groups   [][]*Figure // tellings of one figure each, the earliest first; not to be changed

	links     links
	figures   map[string]*Figure // by ID
	documents map[string]*knownDocument
	numbered  []*knownDocument       // the documents of the state, in its order, and the others that figures name
	telling   []*knownDocument       // those with comparable figures, in the order of the first of these
	several   map[string]bool        // publishers of more than one document
	outlets   map[string]int         // all publishers, each with its number
	scopes    map[scopeKey][]*Figure // comparable figures by what they may be compared with
	keys      []scopeKey             // of scopes, in the order of their first figures
	amounts   map[amountKey]*amount
	numbers   []amountKey // of amounts, likewise
	heads     map[headKey][]*Figure
	wordings  *wordings
	fresh     *Figure // the new figure of a view of what lies near one; nil for all
	days      bool    // then: and its sentence tells when something begins or ends

	*lookups
}

// NewView looks at a state.
func NewView(state *dossier.State, trace *origins.Trace) *View {
	return newView(state, pointersTo(state.Figures), trace, NewComparer(state))
}

// newView looks at a state, and at its figures in the order of the list.
func newView(state *dossier.State, list []*dossier.Figure, trace *origins.Trace, comparer *Comparer) *View {
	v := &View{State: state, wordings: &wordings{}, Trace: trace, Comparer: comparer, links: linksOf(trace),
		figures: make(map[string]*Figure, len(list)), documents: make(map[string]*knownDocument, len(state.Documents)),
		several: map[string]bool{}, outlets: map[string]int{}, lookups: &lookups{}, scopes: map[scopeKey][]*Figure{}, amounts: map[amountKey]*amount{}, heads: map[headKey][]*Figure{}}
	seen := map[string]bool{}
	known, texts := make([]knownDocument, len(state.Documents)), make([]readText, len(state.Documents))
	for i := range state.Documents {
		d := &state.Documents[i]
		known[i].document, known[i].readText = d, &texts[i]
		if known[i].day, _ = interval.ParseDate(d.Published); known[i].day != "" {
			known[i].nth = nthDay(known[i].day)
		}
		v.number(d.ID, &known[i])
		if v.outlets[d.Publisher] == 0 {
			v.outlets[d.Publisher] = len(v.outlets) + 1
		}
		known[i].outlet = v.outlets[d.Publisher]
		if d.Apart == "" {
			v.several[d.Publisher] = seen[d.Publisher]
			seen[d.Publisher] = true
		}
	}
	for i := range state.Statements {
		if its := v.documents[state.Statements[i].Document]; its != nil {
			its.said = append(its.said, &state.Statements[i])
		}
	}
	figures := make([]Figure, len(list))
	v.Figures = make([]*Figure, 0, len(list))
	var its *knownDocument // of the figure before: most are of the same document
	for i := range list {
		f := &figures[i]
		f.Figure, f.group = list[i], -1
		if i == 0 || f.Document != list[i-1].Document {
			its = v.documents[f.Document]
		}
		if its == nil {
			its = &knownDocument{}
			v.number(f.Document, its)
		}
		f.document = its
		if f.Status == dossier.Rejected || its.document != nil && its.document.Apart != "" {
			continue
		}
		v.Figures = append(v.Figures, f)
		if n := len(its.own); n > 0 {
			f.previous = its.own[n-1]
		} else {
			v.telling = append(v.telling, its)
		}
		its.own = append(its.own, f)
	}
	sideBySide(len(list), v.findScopes, v.findAmounts, func() {
		for i := range figures {
			v.figures[figures[i].ID] = &figures[i]
		}
		v.Groups = v.tellings(trace)
	})
	v.lookups.parted, v.retold = make([]memo[[][]*Figure], len(v.Groups)), make([]memo[[]retelling], len(v.Groups))
	return v
}

// findScopes finds the figures that may be compared with each other, and those of one noun.
func (v *View) findScopes() {
	for _, f := range v.Figures {
		if key, ok := v.Comparer.keyOf(&f.Claim); ok {
			same := v.scopes[key]
			if same == nil {
				v.keys = append(v.keys, key)
			}
			v.scopes[key] = append(same, f)
		}
		if f.Claim.Counted != "" {
			head, _ := v.Comparer.head(f.Claim.Counted)
			key := headKey{f.Claim.Per, head}
			v.heads[key] = append(v.heads[key], f)
		}
	}
}

// findAmounts finds the figures of one number.
func (v *View) findAmounts() {
	for _, f := range v.Figures {
		if f.Claim.Value == nil {
			continue
		}
		key := numberOf(&f.Claim)
		same := v.amounts[key]
		if same == nil {
			same = &amount{key: key}
			v.amounts[key], v.numbers = same, append(v.numbers, key)
		}
		same.figures = append(same.figures, f)
		f.amount = same
	}
}

// number notes a document, and gives it its number.
func (v *View) number(id string, known *knownDocument) {
	known.number = len(v.numbered)
	v.documents[id] = known
	v.numbered = append(v.numbered, known)
}

// nthDay counts a day from 1970.
func nthDay(day interval.Date) int { return int(day.Time().Unix() / (24 * 60 * 60)) }

// pointersTo returns the members of a list where they are.
func pointersTo[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// scopeKey is what figures that count the same of the same body share.
type scopeKey struct {
	unit, per, direction, thing, body, place string
	relative                                 bool
}

// keyOf returns the scope of a figure; false when its words leave it open.
func (c *Comparer) keyOf(f *claims.Figure) (scopeKey, bool) {
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
func (v *View) sameNumber(f *Figure) []*Figure {
	if f.Claim.Value == nil {
		return nil
	}
	return v.amountOf(f).figures
}

// amount are the comparable figures of one number, unit and rate.
type amount struct {
	key      amountKey
	figures  []*Figure
	rejected memo[[]*Figure] // those told as rejected
	lists    []*memberList   // those that have it, in the order of their documents: View.listsWith
}

func (v *View) amountOf(f *Figure) *amount {
	if f.amount != nil {
		return f.amount
	}
	return v.amount(numberOf(&f.Claim))
}

// amount returns the figures of a number.
func (v *View) amount(key amountKey) *amount {
	if known := v.amounts[key]; known != nil {
		return known
	}
	return &amount{key: key}
}

func numberOf(f *claims.Figure) amountKey { return amountKey{f.Unit, f.Per, f.Value.String()} }

// unitNumber is what tellings of one number in one unit share, by whatever rate; those
// without a number have "".
type unitNumber struct{ unit, value string }

func (v *View) unitNumberOf(f *Figure) unitNumber {
	if f.Claim.Value == nil {
		return unitNumber{unit: f.Claim.Unit}
	}
	return unitNumber{f.Claim.Unit, v.amountOf(f).key.value}
}

// unitNumbers returns the comparable figures by their numbers and units.
func (v *View) unitNumbers() map[unitNumber][]*Figure {
	return v.lookups.unitNumbers.get(func() map[unitNumber][]*Figure {
		out := map[unitNumber][]*Figure{}
		for _, f := range v.Figures {
			key := v.unitNumberOf(f)
			out[key] = append(out[key], f)
		}
		return out
	})
}

// standing returns the comparable figures that nobody took out.
func (v *View) standing() []*Figure {
	var out []*Figure
	for _, f := range v.Figures {
		if !f.Status.Aside() && f.Rank != dossier.Deprecated {
			out = append(out, f)
		}
	}
	return out
}

// document returns the document with the ID; nil when there is none.
func (v *View) document(id string) *dossier.Document {
	if known := v.documents[id]; known != nil {
		return known.document
	}
	return nil
}

// own returns the comparable figures of a document, in order.
func (v *View) own(id string) []*Figure {
	if known := v.documents[id]; known != nil {
		return known.own
	}
	return nil
}

// said returns what a document quotes or reports, in order.
func (v *View) said(id string) []*dossier.Statement {
	if known := v.documents[id]; known != nil {
		return known.said
	}
	return nil
}

// Figure returns the figure with the ID; nil when there is none.
func (v *View) Figure(id string) *Figure { return v.figures[id] }

// group returns the place in Groups of a figure; false, and 0, when it has none.
func (v *View) group(id string) (int, bool) {
	if known := v.figures[id]; known != nil && known.group >= 0 {
		return known.group, true
	}
	return 0, false
}

// groupOf does so for a figure at hand.
func (v *View) groupOf(f *Figure) (int, bool) { return max(f.group, 0), f.group >= 0 }

// oneGroup reports whether two figures are tellings of one.
func (v *View) oneGroup(a, b *Figure) bool {
	i, _ := v.groupOf(a)
	j, _ := v.groupOf(b)
	return i == j
}

// home returns the document of a figure; an empty one when nothing is known of it.
func (v *View) home(f *Figure) *knownDocument { return f.document }

// day returns when a figure's document was published; none when unknown.
func (v *View) day(f *Figure) interval.Date {
	return v.home(f).day
}

// after reports whether a was published on a later day than b.
func (v *View) after(a, b *Figure) bool {
	x, y := v.day(a), v.day(b)
	return x != "" && y != "" && x > y
}

// named returns how a document is called in a sentence: its publisher, with
// the day where the publisher has several in the dossier.
func (v *View) named(id string) string {
	known := v.documents[id]
	if known == nil || known.document == nil {
		return id
	}
	return known.name.get(func() string { return v.nameOf(known) })
}

func (v *View) nameOf(known *knownDocument) string {
	d := known.document
	switch {
	case d.Publisher == "" && d.Title != "":
		return quoted(d.Title)
	case d.Publisher == "":
		return d.Document.ID
	case known.day != "" && v.several[d.Publisher]:
		return d.Publisher + " (" + longDate(known.day) + ")"
	}
	return d.Publisher
}

// dated returns how a document is called in a sentence, always with its day.
func (v *View) dated(id string) string {
	name, d := v.named(id), v.document(id)
	if d == nil || strings.HasSuffix(name, ")") {
		return name
	}
	if day, err := interval.ParseDate(d.Published); err == nil {
		return name + " (" + longDate(day) + ")"
	}
	return name
}
