package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/interval"
	"muster/origins"
)

// datedSentence is a sentence that tells one day of the calendar, or two as the ends of a
// period.
type datedSentence struct {
	days  []toldDay
	words map[string]bool // that carry meaning
	event string          // whose period the days are; "" where they are none, or of nothing known
	whole bool            // the sentence says that this is when it takes place
	share string          // "last", "another" or the like, where it tells of a part
	text  string
	place stretch
	start int // of the sentence in its text, in bytes
}

// retoldDays looks for a day that a text tells otherwise than a source that it names, in
// sentences of one matter: neither text names the day of the other anywhere.
func (v *View) retoldDays(said []Finding) []Finding {
	s := v.sources()
	var out []Finding
	told := map[string]bool{} // documents on whose days something was said: what one misprint brings with it is told once
	for _, f := range said {
		for _, in := range f.Inputs {
			told[in.Document] = true
		}
	}
	first := map[*knownDocument][]firstDay{}
	begin := func(known *knownDocument) []firstDay {
		if _, done := first[known]; !done {
			first[known] = v.dayReader().firstDays(v.daySentences(known))
		}
		return first[known]
	}
	read := map[*knownDocument][]datedSentence{}
	sentences := func(known *knownDocument) []datedSentence {
		if _, done := read[known]; !done {
			read[known] = v.dayReader().dated(known, v.daySentences(known))
		}
		return read[known]
	}
	for _, known := range v.telling {
		if known.document == nil || known.day == "" {
			continue
		}
		for _, key := range known.names {
			for _, source := range s.by(key) {
				if source == known || source.day > known.day || source.daysFrom(known) > longestTold || source.document.Publisher == known.document.Publisher {
					continue
				}
				if told[known.document.ID] || v.fresh != nil && known.document.ID != v.fresh.Document && source.document.ID != v.fresh.Document {
					continue
				}
				f, ok := v.dayRetold(known, source, sentences(known), sentences(source))
				if !ok {
					f, ok = v.firstDayRetold(known, source, begin(known), begin(source))
				}
				if !ok {
					f, ok = v.sideRetold(known, source, sentences(known), sentences(source))
				}
				if ok {
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// dated returns the sentences of a text that tell a day with its month.
func (r dayReader) dated(known *knownDocument, sentences []daySentence) []datedSentence {
	var out []datedSentence
	for _, s := range sentences {
		sentence := s.text
		if !strings.ContainsAny(sentence, "0123456789") || holds(sentence, []string{"As of ", "as of ", "By ", "Last year", "last year"}) {
			continue
		}
		days := slices.DeleteFunc(slices.Clone(s.days), func(d toldDay) bool {
			return d.day == known.day || !strings.ContainsAny(sentence[d.start:d.end], "0123456789")
		})
		if len(days) == 0 || len(days) > 2 || r.late.MatchString(sentence) {
			continue
		}
		one := datedSentence{text: sentence, share: shareIn(strings.Fields(strings.ToLower(sentence))), days: days, words: matter(sentence, days), place: s.place, start: s.start}
		if len(days) > 1 {
			one.event, one.whole = r.periodOf(sentence[:days[0].start])
			if strings.TrimSpace(sentence[:days[0].start]) == "From" {
				one.event, one.whole = r.periodAhead(sentence[days[1].end:])
			}
		}
		out = append(out, one)
	}
	return out
}

// publisherTells reports whether some text of a text's publisher tells a day.
func (v *View) publisherTells(source *knownDocument, day interval.Date) bool {
	s := v.sources()
	return slices.ContainsFunc(s.by(s.key(source.document.Publisher)), func(other *knownDocument) bool { return namesDay(other.document.Text, day) })
}

// dayRetold makes the finding of the first day that one text tells otherwise than the
// source.
func (v *View) dayRetold(known, source *knownDocument, here, there []datedSentence) (Finding, bool) {
	name := origins.Words(source.document.Publisher) // of who says it, not of what
	for _, a := range here {
		var best *datedSentence
		var mine, theirs toldDay
		most := 0
		for i := range there {
			b := &there[i]
			x, y, ok := oneDayApart(a.days, b.days)
			if !ok || len(a.days) == 1 && otherDay(a.text[:x.start], b.text[:y.start]) || a.share != b.share || namesDay(known.document.Text, y.day) || tellsDay(there, x.day, a.words) || y.day > source.day && x.day <= known.day {
				continue // what was still to come there may have come otherwise
			}
			shared := sharedBut(name, a.words, b.words)
			if shared >= enoughShared(&a, b, x.day, y.day) && shared > most {
				most, best, mine, theirs = shared, b, x, y
			}
		}
		if best == nil || movesDay(known.document.Text) || v.publisherTells(source, mine.day) || v.saidByOther(known, source, a.place) || v.dayReader().onlySome(a.text, source.document.Text) {
			continue // it is the day of something else, or the source has it so elsewhere
		}
		return v.dayFinding(known, source, &a, mine, best, theirs), true
	}
	return Finding{}, false
}

// dayFinding makes the finding of one day that a text tells otherwise than its source.
func (v *View) dayFinding(known, source *knownDocument, here *datedSentence, mine toldDay, there *datedSentence, theirs toldDay) Finding {
	inputs, reviewed := v.tellersOr(known, here.place, here.start+mine.start, here.start+mine.end)
	more, also := v.tellersOr(source, there.place, there.start+theirs.start, there.start+theirs.end)
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: append(inputs, more...), Unreviewed: !reviewed || !also,
		Sentence: v.hasOtherwise(known, source, longDate(mine.day), longDate(theirs.day), around(known.document.Text, *here, mine))}
}

// tellersOr returns what the record has of a sentence, and the words themselves where it has
// nothing; the second result is whether that is reviewed.
func (v *View) tellersOr(known *knownDocument, sentence stretch, start, end int) ([]Input, bool) {
	inputs, reviewed := v.tellers(known.document.ID, sentence)
	if len(inputs) == 0 {
		inputs = []Input{inputAt(known, start, end)}
	}
	return inputs, reviewed
}

// hasOtherwise writes that a text has something otherwise than a source that it names.
func (v *View) hasOtherwise(known, source *knownDocument, mine, theirs, words string) string {
	return fmt.Sprintf("%s, which names %s as a source, has %s where that has %s: %s.", capital(v.named(known.document.ID)), the(source.document.Publisher), mine, theirs, quoted(words))
}

// tellsDay reports whether some sentence that may be of one matter with these words tells a
// day.
func tellsDay(list []datedSentence, day interval.Date, words map[string]bool) bool {
	return slices.ContainsFunc(list, func(s datedSentence) bool {
		return slices.ContainsFunc(s.days, func(d toldDay) bool { return d.day == day }) && origins.SharedWords(s.words, words) >= 2
	})
}

// sharedBut counts the words that two sentences have in common, those of a name left out.
func sharedBut(name, a, b map[string]bool) int {
	n := 0
	for word := range a {
		if b[word] && !name[word] {
			n++
		}
	}
	return n
}

// matter returns the words of a sentence that say what it is about; its days do not.
func matter(sentence string, days []toldDay) map[string]bool {
	out := origins.Words(sentence)
	for _, d := range days {
		for word := range origins.Words(sentence[d.start:d.end]) {
			delete(out, word)
		}
	}
	return out
}

// otherDay reports whether the words before two days make them days of another sort: a
// first and a last one, or that of an election and any other.
func otherDay(a, b string) bool {
	return edgeOf(last(strings.Fields(a))) != edgeOf(last(strings.Fields(b))) || occasionIn(a) != occasionIn(b)
}

// oneDayApart returns the one day that two sentences do not have in common: each tells
// one, or both tell a period of which one end agrees.
func oneDayApart(a, b []toldDay) (x, y toldDay, ok bool) {
	if len(a) != len(b) {
		return x, y, false
	}
	n := 0
	for i := range a {
		if a[i].day != b[i].day {
			x, y, n = a[i], b[i], n+1
		}
	}
	return x, y, n == 1 && daysApart(x.day, y.day) <= longestDated
}

// enoughShared is how many words two sentences must share to be of one matter: fewer where
// both tell when one event takes place, or where the one day would come of the other by a
// slip of the pen, as 14 of 24, or 12 of 21.
func enoughShared(a, b *datedSentence, mine, theirs interval.Date) int {
	if a.event != "" && a.event == b.event && (a.whole && !guardedLonger(a, b) || b.whole && !guardedLonger(b, a)) {
		return 1
	}
	if len(a.days) == 1 && slipOfDay(mine, theirs) {
		return enoughWords - 1
	}
	return enoughWords + 1
}

// guardedLonger reports whether the days of one sentence lie in those of another that only says
// what is done for the event: it may be guarded for longer than it lasts.
func guardedLonger(a, b *datedSentence) bool {
	return !b.whole && a.days[0].day >= b.days[0].day && a.days[1].day <= b.days[1].day
}

// movesDay reports whether a text says that some day was changed.
func movesDay(text string) bool {
	return holds(strings.ToLower(text), []string{"postpon", "brought forward", "put off", "delayed", "rescheduled", "instead of", "originally", "first planned", "moved from", "moved to", "extended", "prolonged"})
}

// longestAround is how many bytes of a sentence a finding quotes around a day.
const longestAround = 90

// around returns the words of a sentence around a day.
func around(text string, s datedSentence, day toldDay) string {
	from, to := s.start+day.start, s.start+day.end
	begin := max(s.start, from-longestAround)
	if begin > s.start {
		if at := strings.IndexByte(text[begin:from], ' '); at >= 0 {
			begin += at + 1
		}
	}
	return strings.TrimSpace(text[begin:to])
}
