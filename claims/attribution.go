package claims

import (
	"slices"
	"sort"
	"strings"

	"muster/documents"
	"muster/language"
)

// attribute finds every statement of the document, with its source and the
// chain behind it, and says of every draft whose number it is.
func (t *testimony) attribute(drafts []*draft) {
	told := map[string]Source{} // by the words of the number
	for _, d := range drafts {
		number := t.text[d.number[0]:d.number[1]]
		d.figure.Attribution, d.figure.Hedges = t.sourceOf(d)
		d.figure.Conditions = t.conditionsOf(d)
		if earlier, found := told[number]; found && d.figure.Attribution.Method == None && earlier.Method != None && t.recalls(d) {
			d.figure.Attribution = Source{Method: Carried, Chain: earlier.Chain}
		}
		told[number] = d.figure.Attribution
	}
	t.mark(drafts)
}

// recalls says whether the draft's number points back to an earlier telling:
// "the 5,000 figure".
func (t *testimony) recalls(d *draft) bool {
	before := strings.ToLower(strings.TrimRight(t.text[max(d.number[0]-len("that  "), 0):d.number[0]], " "))
	after := strings.ToLower(strings.TrimLeft(t.text[d.number[1]:min(d.number[1]+len(" - figure"), len(t.text))], " -"))
	return (strings.HasSuffix(before, "the") || strings.HasSuffix(before, "that")) && (strings.HasPrefix(after, "figure") || strings.HasPrefix(after, "number"))
}

// testimony is all that a text says to be someone's words.
type testimony struct {
	text       string
	positions  *language.Positions
	publisher  Hop
	credit     []Hop // an agency named in the byline, when it is not the publisher
	names      *Names
	memory     *memory
	lines      []*line
	sentences  []sentence
	statements []*statement
	asides     []*statement // attitudes, which are no source of figures
	byLine     [][]*statement
	wide       [][]*statement // by sentence, those of other sentences whose content reaches it
	hedges     [][]hedging
	lists      listOpener
	going      []*statement // by sentence, the one of an earlier sentence that goes on in it
	conditions [][]run
	allowed    map[string]bool // what "may" be done "up to" a number
}

// statementsOf finds the statements and resolves their sources.
func (r *Reader) statementsOf(document documents.Document, positions *language.Positions, sentences []sentence, w *workspace) *testimony {
	t := &testimony{text: document.Text, positions: positions, names: r.names, sentences: sentences,
		publisher: Hop{Name: document.Publisher, Kind: Outlet}, allowed: r.stageWords.allowed, byLine: make([][]*statement, len(sentences))}
	quotes := quotations(document.Text)
	m := newMemory(r.cues, r.names, document.Publisher)
	t.lines = r.linesOf(document.Text, sentences, quotes, w)
	m.lines, t.memory = t.lines, m
	t.hedges, t.conditions = make([][]hedging, 0, len(t.lines)), make([][]run, 0, len(t.lines))
	for i, l := range t.lines {
		m.note(l)
		found := r.cues.statements(l)
		for _, s := range found {
			s.hops = m.hops(s)
			for h := range s.hops {
				if s.hops[h].Source == nil {
					spans := &[2]Span{t.span(l.bytes(s.source)), t.span(l.bytes(s.cue))}
					s.hops[h].Source, s.hops[h].Cue = &spans[0], &spans[1]
				}
			}
		}
		m.linkCited(found)
		for _, s := range r.cues.attitudes(l, found) {
			s.hops = m.sourceHops(l, s.source, s.core, false)
			t.asides = append(t.asides, s)
		}
		t.hedges = append(t.hedges, r.cues.hedgings(l))
		t.conditions = append(t.conditions, r.cues.conditionsIn(l))
		t.byLine[i] = found
		t.statements = append(t.statements, found...)
	}
	t.credit = creditOf(t.lines, r.names, document.Publisher)
	t.quote(quotes)
	t.blocks()
	t.backwards()
	t.spread()
	t.resolveReports()
	return t
}

func (t *testimony) span(bytes [2]int) Span { return spanAt(t.text, t.positions, bytes) }

// resolveReports puts for "a report" the outlet that the text names next.
func (t *testimony) resolveReports() {
	var named []Hop
	for i := len(t.statements) - 1; i >= 0; i-- {
		s := t.statements[i]
		for h := 0; h < len(s.hops); h++ {
			switch hop := s.hops[h]; {
			case hop.Kind == Outlet && !sameOutlet(t.names, hop.Name, t.publisher.Name):
				named = s.hops[h : h+1]
				if s.class == citing {
					named = s.hops[h:]
				}
			case hop.Kind == Unspecified && hop.Name == aReport && named != nil:
				s.hops = slices.Concat(s.hops[:h], named, s.hops[h+1:])
				h += len(named) - 1
			}
		}
	}
}

// sourceOf says whose number the draft holds, and which hedges bear on it.
func (t *testimony) sourceOf(d *draft) (Source, []Span) {
	at := d.number[0]
	source := Source{Method: None, Chain: []Hop{t.publisher}}
	chain := t.covering(d.sentence, at)
	var hops []Hop
	for i, s := range chain {
		if i > 0 && (s.class == planning || wishes(s.lemma)) && s.hops[0].Kind != Person {
			continue // a body's plan that another tells is no source of its own
		}
		if (s.lemma == "pledge" || s.lemma == "promise" || s.lemma == "offer") && s.hops[0].Kind != Person {
			continue // a pledge is what is told of a body, not its statement
		}
		if i > 0 && s.records() && len(hops) > 0 {
			continue // "the hospitals recorded 40, the ministry said"
		}
		if s.class == holding && s.hops[len(s.hops)-1].Kind != DocumentHop && !s.callsFor() {
			continue
		}
		hops = append(hops, s.hops...)
	}
	if len(hops) > 0 {
		source.Method = Explicit
	} else if s := t.carried(d); s != nil {
		hops, source.Method = s.hops, Carried
	}
	hedges, unnamed := t.hedgesOf(d)
	if unnamed != nil && !slices.ContainsFunc(hops, func(h Hop) bool { return h.Role == RoleSource }) {
		hops = append([]Hop{t.hearsay(d.sentence, *unnamed)}, hops...)
		source.Method = Explicit
	}
	if len(t.credit) > 0 && source.Method == None {
		source.Method = Explicit
	}
	for _, h := range slices.Concat(t.credit, hops) {
		last := source.Chain[len(source.Chain)-1]
		if h.Name == last.Name || h.Kind == Outlet && sameOutlet(t.names, h.Name, last.Name) || containsHop(source.Chain, h) {
			continue
		}
		source.Chain = append(source.Chain, h)
	}
	if len(source.Chain) == 1 {
		source.Method = None
	}
	return source, hedges
}

func containsHop(chain []Hop, h Hop) bool {
	return slices.ContainsFunc(chain, func(c Hop) bool { return c.Name == h.Name && c.Kind == h.Kind })
}

// spread notes at every sentence the statements of others that reach it.
func (t *testimony) spread() {
	t.wide = make([][]*statement, len(t.sentences))
	for _, s := range t.statements {
		for _, b := range s.beyond {
			first := sort.Search(len(t.sentences), func(i int) bool { return t.sentences[i].End > b[0] })
			for i := first; i < len(t.sentences) && t.sentences[i].Start < b[1]; i++ {
				if n := len(t.wide[i]); i != s.line.index && (n == 0 || t.wide[i][n-1] != s) {
					t.wide[i] = append(t.wide[i], s)
				}
			}
		}
	}
}

// covering returns the statements whose content holds the offset, the outermost
// first.
func (t *testimony) covering(sentence, at int) []*statement {
	var found []*statement
	for _, s := range slices.Concat(t.byLine[sentence], t.wide[sentence]) {
		if len(s.hops) > 0 && !s.priority && s.class != judging && s.class != declining && !(s.class == believing && !s.trailing && !expects(s.lemma)) && !(s.negated && s.class != denying) && s.covers(at) {
			found = append(found, s)
		}
	}
	slices.SortStableFunc(found, func(a, b *statement) int {
		if (a.class == citing) != (b.class == citing) && (a.trailing || a.class == citing && a.cue.from == 0 || b.class == citing && b.cue.from == 0) && b.class != showing { // what is cited stands behind
			if a.class == citing {
				return 1
			}
			return -1
		}
		inA, inB := a.covers(b.line.bytes(b.cue)[0]), b.covers(a.line.bytes(a.cue)[0])
		switch {
		case inA && !inB:
			return -1
		case inB && !inA:
			return 1
		}
		return 0
	})
	return found
}

// wishes says whether the verb of belief tells an aim.
func wishes(lemma string) bool {
	switch lemma {
	case "want", "hope", "seek", "aim", "intend":
		return true
	}
	return false
}

// expects says whether the verb of belief tells a figure of the believer's own.
func expects(lemma string) bool {
	switch lemma {
	case "expect", "reckon with", "reckon on", "anticipate", "believe", "think", "assume", "fear":
		return true
	}
	return wishes(lemma)
}

func sameRoot(a, b *statement) bool {
	return len(a.hops) > 0 && len(b.hops) > 0 && a.hops[len(a.hops)-1].Name == b.hops[len(b.hops)-1].Name
}

// hedgesOf returns the hedges in the draft's clause, and the first that points
// to a source that is not named.
func (t *testimony) hedgesOf(d *draft) (spans []Span, unnamed *hedging) {
	if len(t.hedges[d.sentence]) == 0 {
		return nil, nil
	}
	l := t.lines[d.sentence]
	at := 0
	for at+1 < len(l.words) && l.words[at].End <= d.number[0] {
		at++
	}
	clause := l.clause(at)
	for _, h := range t.hedges[d.sentence] {
		if !clause.holds(h.words.from) || d.figure.Qualifier == AtMost && t.allows(l, h.words) {
			continue
		}
		spans = append(spans, t.span(l.bytes(h.words)))
		if h.unnamed && (h.words.from < at || l.is(h.words.from, "is", "are", "was", "were") && l.subjectAlone(at, h.words.from) || l.comma(h.words.from-1) && l.stop(h.words.to)) && unnamed == nil {
			unnamed = &h
		}
	}
	return spans, unnamed
}

// allows reports whether the hedge is the "may" of what somebody is allowed.
func (t *testimony) allows(l *line, hedge run) bool {
	if !l.is(hedge.from, "may") || hedge.to >= len(l.words) {
		return false
	}
	verb := hedge.to
	if l.tagged(verb, "RB", "DT") && verb+1 < len(l.words) {
		verb++ // "may only receive", "may each receive"
	}
	return t.allowed[l.words[verb].Lower]
}

// subjectAlone says whether nothing but the rest of a subject stands from word i
// to the verb: "About {40 boats} are believed to".
func (l *line) subjectAlone(i, verb int) bool {
	for ; i < verb; i++ {
		if l.comma(i) || l.tagged(i, "VB", "MD", "WP", "WDT") {
			return false
		}
	}
	return true
}

// hearsay returns the source that "reportedly" stands for: the outlet named in
// the sentences beside it, or one that is not named.
func (t *testimony) hearsay(sentence int, h hedging) Hop {
	cue := t.span(t.lines[sentence].bytes(h.words))
	for _, i := range []int{sentence, sentence - 1, sentence + 1} {
		if i < 0 || i >= len(t.byLine) {
			continue
		}
		for _, s := range t.byLine[i] {
			for _, hop := range s.hops {
				if hop.Kind == Outlet && !s.priority && !sameOutlet(t.names, hop.Name, t.publisher.Name) {
					hop.Cue = &cue
					return hop
				}
			}
		}
	}
	return Hop{Name: strings.ToLower(cue.Exact), Kind: Unspecified, Role: RoleSource, Cue: &cue}
}

// attributions returns the statements as the contract has them.
func (t *testimony) attributions() []Attribution {
	statements := t.inOrder()
	all := make([]Attribution, 0, len(statements))
	for _, s := range statements {
		if !t.listed(s) {
			continue
		}
		a := Attribution{Speech: s.speech, Chain: t.chainOf(s)}
		cue, content := s.shown()
		spans := make([]Span, 2, 2+len(s.beyond)+len(content)) // of source and cue
		if !s.source.empty() {
			spans[0] = t.span(s.line.bytes(s.source))
			a.Source = &spans[0]
		}
		if !cue.empty() {
			spans[1] = t.span(s.line.bytes(cue))
			a.Cue = &spans[1]
		}
		var few [8][2]int
		pieces := append(few[:0], s.beyond...)
		for _, c := range content {
			pieces = append(pieces, s.line.bytes(c))
		}
		slices.SortFunc(pieces, func(x, y [2]int) int { return x[0] - y[0] })
		a.Content = spans[2:]
		for _, p := range pieces {
			a.Content = append(a.Content, t.span(p))
		}
		if a.Speech == "" {
			a.Speech = Indirect
		}
		all = append(all, a)
	}
	return all
}

// inOrder returns the statements and the attitudes by sentence, the attitudes
// of a sentence behind its statements.
func (t *testimony) inOrder() []*statement {
	all := make([]*statement, 0, len(t.statements)+len(t.asides))
	asides := t.asides
	for _, s := range t.statements {
		for len(asides) > 0 && asides[0].line.index < s.line.index {
			all, asides = append(all, asides[0]), asides[1:]
		}
		all = append(all, s)
	}
	return append(all, asides...)
}

// chainOf returns the chain of the statement: the publisher, the statements it
// stands in, and its own hops.
func (t *testimony) chainOf(s *statement) []Hop {
	var few [4]*statement
	outer, hops := few[:0], len(s.hops)
	for _, o := range t.byLine[s.line.index] {
		if o != s && len(o.hops) > 0 && !o.priority && o.class != judging && o.covers(s.line.bytes(s.cue)[0]) && !s.covers(o.line.bytes(o.cue)[0]) {
			outer = append(outer, o)
			hops += len(o.hops)
		}
	}
	chain := append(make([]Hop, 0, 1+len(t.credit)+hops), t.publisher)
	chain = append(chain, t.credit...)
	for _, o := range append(outer, s) {
		for _, h := range o.hops {
			if !containsHop(chain, h) && !(h.Kind == Outlet && sameOutlet(t.names, h.Name, t.publisher.Name)) {
				chain = append(chain, h)
			}
		}
	}
	return chain
}
