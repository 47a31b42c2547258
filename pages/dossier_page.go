package pages

import (
	"cmp"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/findings"
	"muster/interval"
)

// dossierData is what the dossier's own page shows.
type dossierData struct {
	Settings   dossier.Settings
	LeadFull   string
	About      string // span of the times that figures hold for
	Said       string // span of the days the documents were published
	Headlines  []*finding
	Findings   []*finding
	Matrix     matrix
	Targets    []target
	Results    []*telling
	Charts     []*chart
	Ladders    []ladderLink
	Others     []seriesLink // series that no chart above shows
	Tellings   []*telling
	Filter     filter
	Statements []statement
	Unshown    int // statements beyond those shown
	Documents  []documentRow
	Withheld   []withheldGroup
	Downloads  []download
	Unreviewed int
	Reviewed   int
	Rounding   string
	Seen       int64 // the state that decisions are taken on; 0 where none can be
	Curator    signature
}

// The lists of a page are bounded, so that a record of thousands of documents
// stays readable; the rest stands on the documents' pages and in the downloads.
const (
	mostFigures    = 500
	mostStatements = 120
	mostTellings   = 40  // of one figure
	mostToReview   = 100 // at a time
)

// atMost returns the first items and how many were left out.
func atMost[T any](list []T, most int) ([]T, int) {
	if len(list) <= most {
		return list, 0
	}
	return list[:most], len(list) - most
}

// filter narrows the table of figures.
type filter struct {
	Stage, Organisation, Status string
	About                       string // a day on which the figure has to hold
	Stages                      []term
	Organisations               []string
	Statuses                    []term
	All                         int // figures before the filter
	Shown                       int // figures that pass it
	On                          bool
}

// target is a level to be reached, or a figure told as a multiple of another,
// with all its tellings.
type target struct {
	*chip
	Implied  *interval.Interval // what a multiple implies for its base
	Against  *telling           // the level it was worked out from
	Shown    []*telling         // the first of its tellings
	Unshown  int                // how many more there are
	DeniedBy []*telling
}

// seriesLink leads to the page of a series.
type seriesLink struct{ Title, Measure, Page string }

// ladderLink leads to the page of institutions at stages.
type ladderLink struct {
	Name, Title, Page string
	Stages            []stageNow
}

type documentRow struct {
	*dossier.Document
	Figures int
}

type statement struct {
	*dossier.Statement
	Doc       *dossier.Document
	Quote     string
	Who, Cue  string
	Anonymous bool
}

func (s *site) dossierPage(q *request) (answer, error) {
	v := q.view
	data := dossierData{
		Settings: v.state.Settings, Findings: v.findings, Matrix: v.matrix(), Charts: linked(v, q.frame, s.charts(v), ""),
		Documents: v.documents(), Withheld: v.withheldGroups(v.state.Withheld), Statements: v.statements(), Downloads: downloads(), Rounding: s.rounding.Version,
	}
	for _, o := range data.Settings.Organisations {
		if o.Name == data.Settings.Lead {
			data.LeadFull = o.Full
		}
	}
	for _, l := range v.state.Ladders {
		data.Ladders = append(data.Ladders, ladderLink{l.Name, cmp.Or(l.Title, l.Name), q.frame.To("series/" + v.slug(l.Name) + "/"), stagesOf(l)})
	}
	for _, series := range v.state.Series {
		if !slices.ContainsFunc(data.Charts, func(c *chart) bool { return c.Series.Name == series.Name }) {
			data.Others = append(data.Others, seriesLink{cmp.Or(series.Title, series.Name), measureName(series.Facts().Measure), q.frame.To("series/" + v.slug(series.Name) + "/")})
		}
	}
	data.Headlines = v.headlines()
	data.Statements = slices.DeleteFunc(data.Statements, func(st statement) bool { return st.Status.Aside() })
	statements := data.Statements
	data.Statements, data.Unshown = atMost(statements, mostStatements)
	data.Targets = v.targets()
	for _, t := range v.tellings {
		if t.comparable() && t.stageIs(claims.Result) && t.Claim.Relative == nil {
			data.Results = append(data.Results, t)
		}
		switch {
		case t.Status == dossier.Proposed:
			data.Unreviewed++
		case t.Status.Reviewed():
			data.Reviewed++
		}
	}
	data.About, data.Said = v.spans()
	if q.decidable() {
		data.Seen, data.Curator = v.state.At, q.curator()
	}
	data.Filter = newFilter(q, v)
	for _, t := range v.tellings {
		if !data.Filter.lets(t) {
			continue
		}
		if data.Filter.Shown++; len(data.Tellings) < mostFigures {
			data.Tellings = append(data.Tellings, t)
		}
	}
	return answer{template: "dossier", title: v.state.Settings.Title, data: data, json: func() any {
		documents, figures := []documentObject{}, []figureObject{}
		for _, d := range data.Documents {
			documents = append(documents, documentObjectOf(d.Document))
		}
		for _, t := range v.tellings {
			if data.Filter.lets(t) {
				figures = append(figures, t.object())
			}
		}
		return struct {
			Title      string             `json:"title"`
			Question   string             `json:"question"`
			Documents  []documentObject   `json:"documents"`
			Figures    []figureObject     `json:"figures"`
			Statements []statementObject  `json:"statements"`
			Findings   []findings.Finding `json:"findings"`
		}{data.Settings.Title, data.Settings.Question, documents, figures, statementObjects(statements), findingObjects(v.findings)}
	}}, nil
}

// headlines returns the first finding of each rule that came to a result, the
// weightiest first, then in the order of the rules.
func (v *view) headlines() []*finding {
	const most = 7
	rank := map[string]int{}
	for i, r := range findings.Rules() {
		rank[r.ID] = i
	}
	var out []*finding
	for _, f := range v.findings {
		known := f.Verdict != findings.NotComparable && f.Verdict != findings.Unknown
		if known && !slices.ContainsFunc(out, func(o *finding) bool { return o.Rule == f.Rule }) {
			out = append(out, f)
		}
	}
	weight := []findings.Severity{findings.Error, findings.Warning, findings.Info}
	slices.SortStableFunc(out, func(a, b *finding) int {
		return cmp.Or(slices.Index(weight, a.Severity)-slices.Index(weight, b.Severity), rank[a.Rule]-rank[b.Rule])
	})
	return out[:min(len(out), most)]
}

func newFilter(q *request, v *view) filter {
	var f filter
	if !q.frame.Published {
		values := q.URL.Query()
		f.Stage, f.Organisation, f.Status = values.Get("stage"), values.Get("organisation"), values.Get("status")
		if day, err := interval.ParseDate(values.Get("about")); err == nil {
			f.About = string(day)
		}
	}
	f.On = f.Stage != "" || f.Organisation != "" || f.Status != "" || f.About != ""
	for _, t := range stageTerms() {
		if slices.ContainsFunc(v.tellings, func(o *telling) bool { return string(o.Stage()) == t.Code }) {
			f.Stages = append(f.Stages, t)
		}
	}
	for _, t := range v.tellings {
		if name := t.Claim.Organisation; name != "" && !slices.Contains(f.Organisations, name) {
			f.Organisations = append(f.Organisations, name)
		}
		if !t.Status.Aside() {
			f.All++
		}
	}
	slices.Sort(f.Organisations)
	for _, s := range []dossier.Status{dossier.Proposed, dossier.Accepted, dossier.Edited, dossier.Rejected, dossier.Retracted, dossier.Merged, dossier.Split} {
		f.Statuses = append(f.Statuses, term{Code: string(s), Name: statusName(s)})
	}
	return f
}

// lets reports whether a telling passes; those taken out only when asked for.
func (f filter) lets(t *telling) bool {
	return (f.Stage == "" || string(t.Stage()) == f.Stage) &&
		(f.Organisation == "" || t.Claim.Organisation == f.Organisation) &&
		(f.About == "" || t.holdsOn(interval.Date(f.About))) &&
		(f.Status == "" && !t.Status.Aside() || string(t.Status) == f.Status)
}

// holdsOn reports whether the time that the figure holds for takes in a day; a
// figure without a time does on no day.
func (t *telling) holdsOn(day interval.Date) bool {
	about := t.Claim.About
	return about != nil && (about.From != "" || about.To != "") && (about.From == "" || about.From <= day) && (about.To == "" || day <= about.To)
}

// targets returns targets and multiples, those told most often first.
func (v *view) targets() []target {
	var levels []*telling
	for _, t := range v.tellings {
		if t.comparable() && t.Claim.Act != claims.Deny && (t.stageIs(claims.Target) || t.Claim.Relative != nil) {
			levels = append(levels, t)
		}
	}
	var out []target
	for _, c := range gathered(levels, (*telling).sameAs) {
		row := target{chip: c, DeniedBy: v.denials(c)}
		for _, t := range c.Tellings {
			if against := nearestLevel(levels, t); row.Against == nil && against != nil {
				row.Against, row.Implied = against, implied(against.Claim.Stated, t.Claim.Relative.Factor)
			}
		}
		row.Shown, row.Unshown = atMost(c.Tellings, mostTellings)
		out = append(out, row)
	}
	slices.SortStableFunc(out, func(a, b target) int { return len(b.Tellings) - len(a.Tellings) })
	return out
}

// denials returns the tellings that deny one of a chip's.
func (v *view) denials(c *chip) []*telling {
	var out []*telling
	for _, o := range v.tellings {
		denied := v.byID[o.Denies]
		if o.comparable() && (denied != nil && slices.Contains(c.Tellings, denied) || o.Claim.Act == claims.Deny && o.sameAs(c.telling)) {
			out = append(out, o)
		}
	}
	return out
}

// nearestLevel returns the level that a multiple is set against: the last one
// told before it in its document; nil for none, or when it is no multiple.
func nearestLevel(levels []*telling, multiple *telling) *telling {
	var out *telling
	for _, o := range levels {
		if multiple.Claim.Relative != nil && o.Claim.Relative == nil && o.Document == multiple.Document && o.Claim.Number.Start < multiple.Claim.Number.Start {
			out = o
		}
	}
	return out
}

// documents returns them by day; those without a day, and then those set
// apart, come last.
func (v *view) documents() []documentRow {
	figures := map[string]int{}
	for _, t := range v.tellings {
		if !t.Status.Aside() {
			figures[t.Document]++
		}
	}
	var out []documentRow
	for i := range v.state.Documents {
		d := &v.state.Documents[i]
		out = append(out, documentRow{d, figures[d.ID]})
	}
	slices.SortStableFunc(out, func(a, b documentRow) int {
		last := func(d documentRow) int { return btoi(d.Apart != "")*2 + btoi(d.Published == "") }
		return cmp.Or(last(a)-last(b), strings.Compare(a.Published, b.Published))
	})
	return out
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// statements returns what was said without a number.
func (v *view) statements() []statement {
	var out []statement
	for i := range v.state.Statements {
		st := &v.state.Statements[i]
		doc := v.state.Document(st.Document)
		if doc == nil || doc.Apart != "" || len(st.Claim.Content) == 0 || v.holdsFigure(st) {
			continue
		}
		var words []string
		for _, span := range st.Claim.Content {
			words = append(words, span.Exact)
		}
		row := statement{Statement: st, Doc: doc, Quote: shorten(240, strings.Join(words, " … ")), Who: chainText(st.Claim.Chain, doc)}
		if st.Claim.Cue != nil {
			row.Cue = st.Claim.Cue.Exact
		}
		if n := len(st.Claim.Chain); n > 0 {
			row.Anonymous = st.Claim.Chain[n-1].Kind == claims.Anonymous
		}
		out = append(out, row)
	}
	return out
}

func (v *view) holdsFigure(st *dossier.Statement) bool {
	for _, t := range v.inDoc[st.Document] {
		for _, span := range st.Claim.Content {
			if t.Claim.Number.Start >= span.Start && t.Claim.Number.End <= span.End {
				return true
			}
		}
	}
	return false
}

// spans writes from when to when the figures hold and the documents were published.
func (v *view) spans() (about, said string) {
	var a, b interval.Period
	widen := func(p *interval.Period, from, to interval.Date) {
		if from != "" && (p.From == "" || from < p.From) {
			p.From = from
		}
		if to := cmp.Or(to, from); to > p.To {
			p.To = to
		}
	}
	for _, t := range v.tellings {
		if t.comparable() && t.Claim.About != nil {
			widen(&a, t.Claim.About.From, t.Claim.About.To)
		}
	}
	for _, d := range v.state.Documents {
		if day, err := interval.ParseDate(d.Published); err == nil && d.Apart == "" {
			widen(&b, day, day)
		}
	}
	return periodName(a), periodName(b)
}
