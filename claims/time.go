package claims

import (
	"muster/documents"
	"muster/interval"
)

// times says of every draft when it holds, where the text tells it. It needs
// the stages of the drafts.
func (r *Reader) times(document documents.Document, sentences []sentence, all []*told, m *workspace) {
	published, _ := interval.ParseDate(document.Published)
	around := timesAround{words: r.timeWords, text: document.Text, published: published, sentences: sentences, memory: m}
	for _, f := range all {
		if !f.dated {
			f.times, f.dated = f.timesTold(r.timeWords, document.Text, sentences[f.draft.sentence], published, m), true
		}
		around.hear(f)
		if f.draft.figure.About = r.timeOf(&around, f); f.draft.figure.About == nil {
			f.draft.figure.About = f.timeOfWhole()
		} else if f.isNow(f.draft.figure.About.Text) {
			around.sayNow(f)
		}
		if f.draft.figure.About == nil && f.listedWith(sentences) {
			f.draft.figure.About = f.previous().figure.About
		}
		if f.draft.figure.About == nil {
			f.draft.figure.About = around.timeOf(f)
		}
		around.remember(f.draft)
	}
	timesOfHeadline(all, sentences)
}

// timeOf returns the time in the figure's sentence that is nearest to it in its
// own clause, or opens the sentence. The time of the saying is not taken.
func (r *Reader) timeOf(a *timesAround, f *told) *When {
	found := f.times
	if f.draft.figure.Unit == "times" && !f.verbal() || isDuration(f.draft.figure.Unit) && f.draft.figure.Stage == Other && !f.withinTime(found) {
		return nil
	}
	if f.amountOf() && !f.measuredThen() {
		return nil
	}
	best, bestCost := -1, tooFar
	for k, e := range found {
		if r.notItsOwn(f, e) {
			continue
		}
		if cost := f.distance(e); cost < bestCost {
			best, bestCost = k, cost
		}
	}
	if best < 0 {
		best = f.announced(found)
	}
	if best < 0 {
		return nil
	}
	e := found[best]
	period := e.Period
	if e.unit != "" {
		anchor, ok := a.anchor(f, found, best)
		if !ok {
			return nil
		}
		period = e.from(anchor)
	}
	if first, _ := f.wordsOf(e); e.unit == "" && (f.sinceBefore(first) || !e.course && f.begunThen(first)) && period.From <= a.published {
		period.To = a.published
	}
	return &When{Period: period, Text: a.text[e.start:e.end]}
}

// timesTold returns the times of the sentence, each read by the tense of its
// own verb. They are the same for all figures of the sentence.
func (f *told) timesTold(words *times, text string, sentence sentence, published interval.Date, m *workspace) []timeExpression {
	scan := words.scan(text[sentence.Start:sentence.End], published, false, m.times[:0])
	m.times = scan.tokens
	found := scan.all()
	for k := range found {
		found[k].start += sentence.Start
		found[k].end += sentence.Start
		outlook := f.outlook(found[k])
		scan.future, scan.either = outlook != looksBack, outlook == looksEither
		scan.past = !scan.future && f.behind(words, found[k])
		if scan.future || scan.past {
			scan.last = pointRead{}
			if again, _, ok := scan.expression(found[k].token); ok {
				found[k].Period = again.Period
			}
		}
		scan.future, scan.past, scan.either = false, false, false
	}
	for k := range found {
		if e := &found[k]; e.unit == "" && e.From == e.To {
			e.Period = f.courseOf(words, *e)
			e.course = e.From != e.To
		}
	}
	return f.sinceLong(words, found, published)
}

// withinTime reports whether the figure is a length of time that tells one:
// "for the next {48 hours}".
func (f *told) withinTime(found []timeExpression) bool {
	for _, e := range found {
		if e.unit == "" && e.start <= f.draft.number[0] && f.draft.number[1] <= e.end {
			return true
		}
	}
	return false
}

// verbal reports whether a multiple is told by a verb: "arrests doubled".
func (f *told) verbal() bool {
	word := f.at(f.last)
	return word.is("doubled", "tripled", "quadrupled")
}

// amountOf reports whether the figure only says what another is taken from:
// "400 of its pledged 1,000".
func (f *told) amountOf() bool {
	for i := f.first - 1; i > f.first-4 && i > 0; i-- {
		if f.at(i).is("of") {
			for _, d := range f.beside {
				if d == f.draft {
					break
				}
				if d.quote[1] <= f.at(i).start && f.at(i).start-d.quote[1] <= 1 {
					return true
				}
			}
		}
	}
	return false
}

// measuredThen reports whether a clause or participle right behind the figure
// says more of it: "the rate of 820 recorded in August".
func (f *told) measuredThen() bool {
	if f.at(f.last+1).is("who", "which", "that") || f.ownClause() {
		return true
	}
	for k := range f.groups {
		if g := &f.groups[k]; g.first == f.last+1 {
			for _, e := range f.times {
				if first, _ := f.wordsOf(e); first == g.last+1 {
					return g.participle
				}
			}
		}
	}
	return false
}

// announced returns the time of an announcement by which the thing was ordered,
// promised or approved, where the text tells no other; -1 for none.
func (f *told) announced(found []timeExpression) int {
	switch f.draft.figure.Stage {
	case Ordered, Pledged, Approved, Requested, Refused, Target:
	default:
		return -1
	}
	for k, e := range found {
		first, _ := f.wordsOf(e)
		if e.unit == "" && first >= 0 && f.datesSaying(first) && f.announces(first) && first < f.first {
			return k
		}
	}
	return -1
}

// announces reports whether the verb of the saying before word i lets what it
// tells come about: "announced on Monday"; a target is set by telling it.
func (f *told) announces(i int) bool {
	lemma := f.sayBefore(i)
	return announces(lemma) || f.draft.figure.Stage == Target && lemma == "tell"
}

// sinceBefore reports whether the time at word i stands in a clause with
// "since": "since the mission began in June".
func (f *told) sinceBefore(i int) bool {
	for k := i - 1; k > i-9 && k >= 0; k-- {
		if f.at(k).is("since") {
			return true
		}
		if f.at(k).lower == "," {
			return false
		}
	}
	return false
}

// anchorOf returns the time that "a year earlier" counts from: the one told
// just before, else just after.
func anchorOf(found []timeExpression, i int) (interval.Period, bool) {
	for k := i - 1; k >= 0; k-- {
		if found[k].unit == "" {
			return found[k].Period, true
		}
	}
	for k := i + 1; k < len(found); k++ {
		if found[k].unit == "" {
			return found[k].Period, true
		}
	}
	return interval.Period{}, false
}
