package claims

import (
	"strconv"

	"muster/interval"
)

// found is a quantity with its sentence and what it counts, on the way to a
// draft.
type found struct {
	quantity
	scan         *scan
	sentence     int
	counted      phrase // next to the number; empty when it is left out or stands elsewhere
	ownSubject   phrase // in a clause that leaves out its verb, what stands in place of the subject before
	countedText  string // wherever it stands
	organisation string
	main         bool // whose they are is not told beside them: the body that the text is most about
	unnamed      bool // the words say that others supply them, and do not name those
	kind         string
	estimate     bool // told as an estimate by a hedge that does not stand right before it
	bound        int  // the last token of a bound right behind what is counted; 0 for none
	draft        *draft
	total        *found // that this is a part of; nil for none
}

// quantities returns the drafts of all figures of the text, and those of the
// quantities that are no figures, each in text order.
func (r *Reader) quantities(text string, sentences []sentence, met bodiesMet, m *workspace) (figures, others []*draft) {
	memory := sized(&m.scans, countPieces(sentences))
	scans := make([]*scan, 0, len(memory))
	at := make([]int, 0, len(memory)) // the sentence of each scan
	var holders officeHolders
	for i, whole := range sentences {
		for piece := range pieces(whole) {
			s := &memory[len(scans)]
			s.prepare(r, text, piece, m)
			s.mentions = room(&m.mentions, 4)
			s.findMentions(r.names, piece.names, &met)
			s.index = len(scans)
			s.mentions = kept(&m.mentions, s.mentions)
			s.noteForces()
			s.findHolders(&holders)
			if s.mayHold() {
				s.keep(m)
			} else {
				s.list = nil // its names are all that others ask for
			}
			scans, at = append(scans, s), append(at, i)
		}
	}
	if r.metersAreThings(text) {
		for _, s := range scans {
			s.meters = true
		}
	}
	document := newQuantityContext(scans, r.names)
	document.holders = holders
	var all []*found
	for i, s := range scans {
		for _, f := range s.findAll(at[i], document) {
			r.draft(f, document)
			if f.kind != "" {
				others = append(others, f.draft)
				continue
			}
			figures = append(figures, f.draft)
			all = append(all, f)
		}
	}
	shareOut(all)
	document.fillOrganisations(all)
	number(figures, "f")
	number(others, "q")
	findParts(all)
	return figures, others
}

func number(drafts []*draft, prefix string) {
	for i, d := range drafts {
		d.figure.ID = prefix + strconv.Itoa(i+1)
	}
}

// findAll finds the quantities of one sentence with what they count.
func (s *scan) findAll(sentence int, document *quantityContext) []*found {
	var here []*found
	for _, q := range s.quantities() {
		f := &found{quantity: q, scan: s, sentence: sentence}
		f.counted = s.counted(q)
		f.countedText = s.phraseText(f.counted)
		f.kind = s.kindOf(q, f.counted)
		if f.kind == pronounKind && f.counted.empty() && !s.at(f.end+1).is("of") {
			continue // "had one made": no quantity at all
		}
		s.rateAfter(f)
		s.perMany(f)
		s.boundBehind(f)
		s.estimatedBefore(f)
		s.ceilingBefore(f)
		here = append(here, f)
	}
	s.carryUnits(here)
	s.carryMoney(here, document)
	s.supplyCounted(here, document)
	for _, f := range here {
		if group := s.groupOf(f); group != "" {
			f.per, f.countedText = group, s.phraseText(f.counted)
		}
	}
	return here
}

// draft writes the quantity as a figure in the making.
func (r *Reader) draft(f *found, document *quantityContext) {
	s, q := f.scan, f.quantity
	d := &draft{sentence: f.sentence, estimate: f.estimate}
	d.number = [2]int{s.list[q.first].start, s.list[q.last].end}
	d.quote = d.number
	if q.end > q.last {
		d.quote[1] = s.list[q.end].end
	}
	if !f.counted.empty() && f.counted.first <= q.end+4 {
		d.quote[1] = max(d.quote[1], s.list[f.counted.last].end)
	}
	if f.bound > 0 {
		d.quote[1] = max(d.quote[1], s.list[f.bound].end)
	}
	figure := &d.figure
	figure.Qualifier, figure.Unit, figure.Per, figure.Kind = q.qualifier, q.unit.name, q.per, f.kind
	if f.kind == ageKind {
		figure.Unit = "year of age"
		if q.unit.kind == durationUnit {
			figure.Unit = q.unit.name + " of age"
		}
	}
	figure.Counted = f.countedText
	r.setValue(figure, q, s.text[d.number[0]:d.number[1]])
	figure.Direction = s.told(q)
	before := document.last(f)
	if before != nil && before.scan != s {
		before = nil // another piece of a long sentence
	}
	switch {
	case before == nil || figure.Direction != "":
	case s.before(q.first, "or") && q.first-before.nounEnd() <= 3:
		figure.Direction = before.draft.figure.Direction // "lost 190 points, or 0.6%"
	case s.gapped(f, before):
		figure.Direction = document.lastStep(f)
	}
	figure.Place = s.place(f)
	f.ownSubject = s.pairedSubject(f, before)
	figure.Subject = s.subjectText(f, before)
	if q.multiple {
		figure.Relative = r.relative(s, q, figure.Reading)
	}
	if f.kind == "" {
		f.organisation = s.organisation(f, document)
		figure.Organisation = f.organisation
		document.remember(f)
		s.listDraft(f, before, d)
		if own := s.listName(f); d.like != nil && !own.empty() && f.organisation != "" {
			figure.Subject = s.phraseText(own)
		}
	}
	f.draft = d
}

// setValue sets the number told, what the words commit to, and the reading.
func (r *Reader) setValue(figure *Figure, q quantity, words string) {
	value := q.amount.value
	switch {
	case q.change:
		from, to := q.amount.value, q.other.value
		figure.Change = &Change{From: &from, To: &to}
		figure.Value, figure.Stated, figure.Qualifier = &to, interval.Point(to), Exact
	case q.paired:
		low, high := q.amount.value, q.other.value
		if high.Cmp(low) < 0 {
			low, high = high, low
		}
		figure.Stated = interval.Between(low, high)
	case q.qualifier == Vague:
		figure.Stated = q.magnitude
	case dottedThousands(figure, q):
		high := value.Mul(interval.Int(1000))
		figure.Stated = interval.Hull(statedBy(q.qualifier, value), statedBy(q.qualifier, high))
		figure.Reading = figure.Stated
		return
	default:
		figure.Value = &value
		figure.Stated = statedBy(q.qualifier, value)
	}
	figure.Reading = r.rounding.Reading(figure.Qualifier, figure.Stated, words)
}

// dottedThousands reports whether the number is written as "1.234 soldiers" is:
// in English 1.234, elsewhere 1,234. No value is then told, only both ends.
func dottedThousands(figure *Figure, q quantity) bool {
	return q.amount.dotted && q.amount.scale.Sign() == 0 && !q.multiple &&
		(q.unit.name == "" && figure.Counted != "" || q.unit.name == "EUR" && figure.Per == "")
}

// statedBy returns what the words commit to.
func statedBy(qualifier Qualifier, value interval.Number) interval.Interval {
	switch qualifier {
	case MoreThan:
		return interval.MoreThan(value)
	case LessThan:
		return interval.LessThan(value)
	case AtLeast:
		return interval.AtLeast(value)
	case AtMost:
		return interval.AtMost(value)
	}
	return interval.Point(value)
}

// told returns the direction of a change told as such: "rose 5 percent",
// "down 190 points".
func (s *scan) told(q quantity) string {
	if q.change {
		switch q.other.value.Cmp(q.amount.value) {
		case 1:
			return "up"
		case -1:
			return "down"
		}
		return ""
	}
	i := q.first - 1
	if s.at(i).is("of") && s.at(i-1).is("average", "total", "combined") {
		i -= 2 // "rose by an average of 5 percent"
	}
	for s.at(i).is("a", "an", "another", "further", "whopping", "staggering", "additional") {
		i--
	}
	by := s.at(i).is("by")
	if by {
		i--
	}
	if q.unit.name == "" && s.at(q.end+1).is("times") {
		return "" // "rose three times last year"
	}
	if q.unit.name == "" && !by && s.at(i).is("up", "down", "lost", "lose", "cut", "cuts", "raised", "lower", "higher") {
		return "" // "gave up 500 posts" is no change by 500
	}
	if s.at(i).is("up", "down") && s.words.in("particle", s.at(i-1).lower) {
		return "" // "gave up 300 yards"
	}
	return s.direction(i)
}
