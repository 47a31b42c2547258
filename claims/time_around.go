package claims

import (
	"slices"
	"strings"

	"muster/interval"
)

// timesAround holds what the sentences before a figure, and those that stand
// over its list, say of when it holds.
type timesAround struct {
	words     *times
	text      string
	published interval.Date
	sentences []sentence
	memory    *workspace

	speaker string // who spoke last on a day that was told
	spoke   When

	counts map[string]*draft // the last outcomes whose time was told, by value

	lists   listOpener
	opener  int   // the sentence over the list that was looked up last, plus one
	opening *When // the time it tells
}

// hear remembers on which day the source of the figure spoke.
func (a *timesAround) hear(f *told) {
	root := f.draft.figure.Attribution.Root()
	if root.Role == "" {
		return
	}
	for _, e := range f.times {
		first, last := f.wordsOf(e)
		if e.unit == "" && e.From == e.To && first >= 0 && (f.datesSaying(first) || f.opens(first) && f.opensSaying(last)) {
			a.speaker, a.spoke = root.Name, When{Period: e.Period, Text: a.text[e.start:e.end]}
			return
		}
	}
}

// sayNow gives a figure that holds "now" in somebody's words the day on which
// they were spoken.
func (a *timesAround) sayNow(f *told) {
	root := f.draft.figure.Attribution.Root()
	if root.Role != "" && root.Name == a.speaker && a.spoke.To <= a.published {
		f.draft.figure.About = &When{Period: a.spoke.Period, Text: f.draft.figure.About.Text}
	}
}

// isNow reports whether the words mean the time of the speech.
func (f *told) isNow(words string) bool {
	words = strings.ToLower(words)
	return words == "now" || words == "currently" || words == "presently" || strings.HasSuffix(words, "present") || strings.HasSuffix(words, "the moment")
}

// timeOf returns the time of a figure whose own sentence tells none: that of
// the list it stands in, of the period spoken of, of the operation that it is
// an outcome of.
func (a *timesAround) timeOf(f *told) *When {
	if f.draft.figure.Unit == "times" {
		return nil
	}
	for _, e := range f.times {
		if first, last := f.wordsOf(e); !f.datesSaying(first) && !f.datesLine(last) && !a.words.datesDocument(f, first) {
			return nil
		}
	}
	if when := a.timeOfList(f); when != nil {
		return when
	}
	if f.breaksDown() || f.inThatPeriod() {
		if whole := f.lastPeriod(); whole != nil {
			return whole
		}
	}
	if f.draft.figure.Stage == Result {
		if when := a.timeOfEvent(f); when != nil {
			return when
		}
		if when := a.partOfCount(f); when != nil {
			return when
		}
		return a.timeOfOperation(f)
	}
	return nil
}

// remember keeps an outcome whose time is told: it may be told again.
func (a *timesAround) remember(d *draft) {
	if d.figure.About == nil || d.figure.Value == nil || d.figure.Stage != Result {
		return
	}
	if a.counts == nil {
		a.counts = map[string]*draft{}
	}
	a.counts[valueKey(d)] = d
}

// timeOfEvent returns the time of the event that an outcome is one of: the same
// outcome was told before with its time, or the one beside it was: "80 were
// killed and {18} hurt".
func (a *timesAround) timeOfEvent(f *told) *When {
	if f.draft.figure.Value != nil {
		if d := a.counts[valueKey(f.draft)]; d != nil && sameCounted(d.figure.Counted, f.draft.figure.Counted) {
			return d.figure.About
		}
	}
	beside := f.previous()
	if beside == nil || beside.sentence != f.draft.sentence || beside.figure.Stage != Result || beside.figure.Unit != f.draft.figure.Unit || f.isCompared(beside) || f.isCompared(f.draft) {
		return nil
	}
	return beside.figure.About
}

// sameCounted reports whether two tellings may count the same: the words are
// the same or one of them tells none.
func sameCounted(a, b string) bool {
	return a == "" || b == "" || strings.EqualFold(a, b)
}

// anchorBefore returns what "the day before" counts from where its own sentence
// tells no other time: that of the figure of the sentence before, else the last
// day told before, else, for days back, the day of the text.
func (a *timesAround) anchorBefore(f *told, e timeExpression) (interval.Period, bool) {
	at := f.draft.sentence
	for _, d := range slices.Backward(f.earlier) {
		if at-d.sentence > 1 {
			break
		}
		if when := d.figure.About; when != nil && d.sentence < at && (e.weekday == 0 && e.length < 2 || when.From == when.To) {
			return when.Period, true
		}
	}
	for k := at - 1; k >= 0 && k >= at-anchorReach && (e.unit == "day" || e.unit == "week" || e.weekday > 0); k-- {
		if day, found := a.lastDay(k); found {
			return day, true
		}
	}
	return single(a.published), a.published != "" && e.unit == "day" && e.shift < 0
}

// anchorReach is how many sentences back "the day before" may count from.
const anchorReach = 3

// timeOfList returns the time that the line over a list tells of all that is
// listed, "As of 3 May:", or, where a sentence with a colon opens the list,
// that of the figure before.
func (a *timesAround) timeOfList(f *told) *When {
	at := a.lists.of(a.text, a.sentences, f.draft.sentence)
	if at < 0 {
		return nil
	}
	if a.opener != at+1 {
		a.opener, a.opening = at+1, a.timeOfOpener(at)
		if a.opening == nil && strings.HasSuffix(a.text[a.sentences[at].Start:a.sentences[at].End], ":") {
			if n := len(f.earlier); n > 0 && at-f.earlier[n-1].sentence <= 1 {
				a.opening = f.earlier[n-1].figure.About
			}
		}
	}
	return a.opening
}

// timeOfOpener returns the time told in the line over a list, nil where the
// sentence is none: it has a full stop.
func (a *timesAround) timeOfOpener(at int) *When {
	s := a.sentences[at]
	line := a.text[s.Start:s.End]
	if strings.HasSuffix(line, ".") && !strings.HasSuffix(line, ".m.") {
		return nil
	}
	scan := a.words.scan(line, a.published, false, a.memory.times[:0])
	a.memory.times = scan.tokens
	for _, e := range slices.Backward(scan.all()) {
		if e.unit == "" {
			return &When{Period: e.Period, Text: line[e.start:e.end]}
		}
	}
	return nil
}

// breaksDown reports whether the sentence tells the parts of what was told
// before: "Giving a breakdown, she said …".
func (f *told) breaksDown() bool {
	for i := 0; i < f.first && i < 6; i++ {
		if f.at(i).is("breakdown") {
			return true
		}
	}
	return false
}

// inThatPeriod reports whether the sentence speaks of a period told before:
// "in the same period", "during the period under review".
func (f *told) inThatPeriod() bool {
	for i := 2; i < len(f.words); i++ {
		if !f.at(i).is("period", "time", "span", "timeframe") {
			continue
		}
		k := i - 1
		same := f.at(k).is("same")
		if same {
			k--
		}
		over := f.at(k-1).is("in", "during", "over", "within", "throughout", "for")
		switch {
		case over && f.at(k).is("the") && (same && !f.at(i+1).is("last", "a", "of", "in", "the") || f.at(i).is("period") && f.at(i+1).is("under", "in", "being", "concerned") && f.at(i+2).is("review", "focus", "question", "reviewed", "consideration")):
			return true
		case over && f.at(k).is("that", "this") && f.at(i).is("period", "span", "timeframe"):
			return true
		}
	}
	return false
}

// periodReach is how many sentences back a period may be told.
const periodReach = 5

// lastPeriod returns the time of the nearest figure before that is longer than
// a day.
func (f *told) lastPeriod() *When {
	for _, d := range slices.Backward(f.earlier) {
		if f.draft.sentence-d.sentence > periodReach {
			return nil
		}
		if when := d.figure.About; when != nil && when.From < when.To {
			return when
		}
	}
	return nil
}

// partOfCount returns the period of a larger count of the same before: "The
// guards detained 400 people between May 3 and 9. … For theft, 90 people were
// detained."
func (a *timesAround) partOfCount(f *told) *When {
	if f.draft.figure.Value == nil || f.draft.figure.Counted == "" || f.governor == nil {
		return nil
	}
	for _, d := range slices.Backward(f.earlier) {
		if f.draft.sentence-d.sentence > periodReach {
			return nil
		}
		if when := d.figure.About; when != nil && when.From < when.To && when.To <= a.published && d.figure.Value != nil &&
			d.figure.Stage == Result && d.figure.Counted == f.draft.figure.Counted && d.figure.Unit == f.draft.figure.Unit && f.draft.figure.Value.Cmp(*d.figure.Value) < 0 {
			return when
		}
	}
	return nil
}

// timeOfOperation returns when the operation ran that the sentence, or one of
// the next two, tells of: "The sweep ran from May 3 to May 9".
func (a *timesAround) timeOfOperation(f *told) *When {
	for at := f.draft.sentence; at <= f.draft.sentence+2 && at < len(a.sentences); at++ {
		words := a.sentences[at].Words
		for i := range words {
			if i+2 < len(words) && isAny(words[i].Lower, []string{"ran", "lasted", "running", "conducted", "spanned"}) && isAny(words[i+1].Lower, []string{"from", "between"}) {
				return a.spanAt(words[i+1].Start, a.sentences[at].End)
			}
		}
	}
	return nil
}

// spanAt returns the period that begins at the byte, nil for none.
func (a *timesAround) spanAt(start, end int) *When {
	line := a.text[start:end]
	scan := a.words.scan(line, a.published, false, a.memory.times[:0])
	a.memory.times = scan.tokens
	if e, next, ok := scan.expression(0); ok && e.unit == "" && e.From < e.To && e.To <= a.published {
		return &When{Period: e.Period, Text: line[:scan.tokens[next-1].end]}
	}
	return nil
}
