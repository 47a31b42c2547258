package findings

import (
	"slices"
	"strings"

	"muster/claims"
)

// timesRetold looks for first and last days, and lengths of time, that a text tells otherwise than a
// source, of one matter: of one number, or in words that are alike. What is said of a text's days
// already is not said again.
func (v *View) timesRetold(said []Finding) []Finding {
	told := map[string]bool{}
	for _, f := range said {
		for _, in := range f.Inputs {
			told[in.Document] = true
		}
	}
	read := map[*knownDocument][]timedSentence{}
	timed := func(known *knownDocument) []timedSentence {
		if _, done := read[known]; !done {
			read[known] = v.timed(known)
		}
		return read[known]
	}
	of := map[*knownDocument][]due{}
	dues := func(known *knownDocument) []due {
		if _, done := of[known]; !done {
			of[known] = v.dayReader().dues(timed(known))
		}
		return of[known]
	}
	var out []Finding
	for _, known := range v.telling {
		if known.document == nil || known.day == "" || told[known.document.ID] {
			continue
		}
		for _, source := range v.sources().behindText(known) {
			if v.fresh != nil && known.document.ID != v.fresh.Document && source.document.ID != v.fresh.Document || len(timed(known)) == 0 {
				continue
			}
			f, ok := v.timeRetold(known, source, timed(known), timed(source))
			if !ok {
				f, ok = v.dueRetold(known, source, dues)
			}
			if ok {
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// behindText returns the texts of the three months before, of others, that one rests on.
func (s *sources) behindText(known *knownDocument) []*knownDocument {
	var out []*knownDocument
	add := func(source *knownDocument) {
		if source != known && source.document != nil && source.day != "" && source.day <= known.day && source.daysFrom(known) <= longestTold && source.document.Publisher != known.document.Publisher && !slices.Contains(out, source) {
			out = append(out, source)
		}
	}
	for _, key := range known.names {
		for _, source := range s.by(key) {
			add(source)
		}
	}
	for _, f := range known.own {
		for _, t := range s.of(f).all() {
			if t.hold == byName {
				add(t.document)
			}
		}
	}
	var leads []*knownDocument
	for to := range s.view.links.leads[known.document.ID] {
		if source := s.view.documents[to]; source != nil { // a part of a record does not hold all its links lead to
			leads = append(leads, source)
		}
	}
	slices.SortFunc(leads, func(a, b *knownDocument) int { return a.number - b.number })
	for _, source := range leads {
		add(source)
	}
	return out
}

// timeRetold makes the finding of the first such time that one text tells otherwise than one source.
func (v *View) timeRetold(known, source *knownDocument, here, there []timedSentence) (Finding, bool) {
	name := stems(source.document.Publisher)
	for i := range here {
		a := &here[i]
		laid := v.laid(known, source, a)
		for _, mine := range a.times {
			best, theirs, score := v.likestTime(name, a, mine, there, laid)
			if best != nil && !v.toldElsewhere(known, source, mine, theirs, score) && !v.dayReader().onlySome(mine.clause, source.document.Text) && !v.dayReader().otherDue(a, mine, best, theirs, source) {
				return v.timeFinding(known, source, a, mine, best, theirs), true
			}
		}
	}
	return Finding{}, false
}

// likestTime returns the time of a source that is told of the matter of one of a telling, and differs;
// nil where there is none, or several, or the source has that of the telling too.
func (v *View) likestTime(name map[string]bool, a *timedSentence, mine toldTime, there []timedSentence, laid hold) (best *timedSentence, theirs toldTime, most int) {
	tied := false
	for j := range there {
		b := &there[j]
		for _, other := range b.times {
			if other.side != mine.side || mine.allowed || other.allowed || mine.side != asLength && mine.share != other.share {
				continue
			}
			score := v.alikeTimes(name, there, a, b, mine, other, laid)
			switch same := sameTerm(mine, other); {
			case score == 0:
			case same:
				return nil, theirs, 0
			case score > most:
				best, theirs, most, tied = b, other, score, false
			case score == most && !sameTerm(theirs, other):
				tied = true
			}
		}
	}
	if best == nil || tied {
		return nil, theirs, 0
	}
	need := needed(mine, theirs, laid)
	if laid == byName && need == 3 && mine.side != asLength && onlyTime(there, theirs) {
		need--
	}
	if most < need {
		return nil, theirs, 0
	}
	return best, theirs, most
}

// laid says how a sentence hangs on a source.
func (v *View) laid(known, source *knownDocument, a *timedSentence) hold {
	s, out := v.sources(), byItsText
	if namesOffice(a.text, source.document.Publisher) || v.onlyAgency(known, source) && holds(a.text, []string{"the agency ", "the news agency", "the wire service"}) {
		return byName
	}
	for _, f := range a.figures {
		if s.hold(f, source) == byName {
			return byName
		}
	}
	for _, said := range known.said {
		if !slices.ContainsFunc(said.Claim.Content, func(part claims.Span) bool { return part.Start < a.place.to && part.End > a.place.from }) {
			continue
		}
		for _, hop := range said.Claim.Chain {
			switch key := s.key(hop.Name); {
			case key == source.publisher, s.speaksFor(known, hop) == source.publisher, s.bareName(known, hop.Name) == source.document.Publisher:
				return byName
			case !nameless(hop) && key != known.publisher:
				out = besideIt
			}
		}
	}
	return out
}

// onlyAgency reports whether a source is the one agency of news that a text names.
func (v *View) onlyAgency(known, source *knownDocument) bool {
	s := v.sources()
	agency := func(key sourceKey) bool {
		list := s.by(key)
		if len(list) == 0 {
			return false
		}
		switch kindOf(list[0].document.Publisher) {
		case "Agency", "Press", "Wire", "News", "Service", "Bureau", "Newswire", "Association":
			return !v.office(list[0].document.Publisher)
		}
		return false
	}
	return agency(source.publisher) && !slices.ContainsFunc(known.names, func(key sourceKey) bool { return key != source.publisher && agency(key) })
}

// toldElsewhere reports whether the source, or another text of its publisher, has the time of a
// telling too, or the telling's text that of the source, or a day was changed.
func (v *View) toldElsewhere(known, source *knownDocument, mine, theirs toldTime, score int) bool {
	for _, s := range known.sentences() {
		if dayMoved(s.text) && mayTellDay(s.text) && strings.ContainsAny(s.text, "0123456789") {
			return true
		}
	}
	if mine.side == asLength { // "after five weeks" of a time that it has "to last six weeks"
		return tellsLength(known.document.Text, theirs) || slices.ContainsFunc(v.sources().by(source.publisher), func(other *knownDocument) bool {
			return other.day > source.day && other.day <= known.day && tellsLength(other.document.Text, mine)
		})
	}
	if theirs.period.To > source.day && mine.period.To <= known.day { // what was still to come may have come otherwise
		return true
	}
	if mine.period.From != mine.period.To || theirs.period.From != theirs.period.To {
		return false
	}
	return namesDay(known.document.Text, theirs.period.To) || score < certain && v.publisherTells(source, mine.period.To)
}

// certain is how much two times have in common that are of one matter whatever else is told of a day.
const certain = 6

// timeFinding makes the finding of one time that a text tells otherwise than its source.
func (v *View) timeFinding(known, source *knownDocument, here *timedSentence, mine toldTime, there *timedSentence, theirs toldTime) Finding {
	words := around(known.document.Text, datedSentence{start: here.start}, toldDay{start: mine.start, end: mine.end})
	return v.timeFindingIn(known, source, here, mine, there, theirs, words)
}

// timeFindingIn does so with the words to quote.
func (v *View) timeFindingIn(known, source *knownDocument, here *timedSentence, mine toldTime, there *timedSentence, theirs toldTime, words string) Finding {
	inputs, reviewed := v.tellersOr(known, here.place, here.start+mine.start, here.start+mine.end)
	more, also := v.tellersOr(source, there.place, there.start+theirs.start, there.start+theirs.end)
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: append(inputs, more...), Unreviewed: !reviewed || !also,
		Sentence: v.hasOtherwise(known, source, quoted(here.text[mine.start:mine.end]), quoted(there.text[theirs.start:theirs.end]), words)}
}
