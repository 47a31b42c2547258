package findings

import (
	"slices"
	"strings"

	"muster/claims"
)

// dueRetold makes the finding of what a text has to be done by another day, or for another length of
// time, than the source to which it lays that: "they have until 25 May to hand in their bids, the
// agency says". Such sentences hardly share a word, so that what is to be done is compared. dues
// reads what a text tells as due.
func (v *View) dueRetold(known, source *knownDocument, dues func(*knownDocument) []due) (Finding, bool) {
	r, mine := v.dayReader(), dues(known)
	if len(mine) == 0 {
		return Finding{}, false
	}
	theirs := dues(source)
	for _, a := range mine {
		var match *due
		for i := range theirs {
			if b := &theirs[i]; a.isOf(b, source) {
				if match != nil && !sameTerm(match.time, b.time) {
					match = nil // two of one sort
					break
				}
				match = b
			}
		}
		if match == nil || sameTerm(a.time, match.time) || !v.dueLaid(known, source, a.sentence) || a.strange(r, source) || r.onlySome(a.time.clause, source.document.Text) || r.setApart(known, a.sentence) {
			continue
		}
		if slices.ContainsFunc(v.sources().by(source.publisher), func(other *knownDocument) bool { // the publisher has changed it
			return a.time.side == asLength && other.day <= known.day && tellsLength(other.document.Text, a.time) || other != source && other.day <= known.day && slices.ContainsFunc(dues(other), func(o due) bool { return a.isOf(&o, source) && !sameTerm(o.time, match.time) })
		}) || v.toldElsewhere(known, source, a.time, match.time, 0) {
			continue
		}
		if a.time.side == asLast && v.movedSince(source, known, a.time.period.To) {
			continue
		}
		return v.timeFindingIn(known, source, a.sentence, a.time, match.sentence, match.time, a.words()), true
	}
	return Finding{}, false
}

// isOf reports whether two sentences tell until when, or how long, one thing is to be done.
func (d *due) isOf(o *due, source *knownDocument) bool {
	if d.time.side != o.time.side || d.turn() != o.turn() || d.time.part || o.time.part || d.deed != o.deed || disjoint(d.groups, o.groups) || disjoint(d.purpose, o.purpose) {
		return false
	}
	if d.deed == handIn {
		switch {
		case len(d.things) > 0 && len(o.things) > 0:
			return !disjoint(d.things, o.things)
		case d.papers || o.papers:
			return true
		}
	}
	if d.head != "" && o.head != "" && len(d.groups)+len(o.groups) == 0 && d.head != o.head && !o.time.words[d.head] {
		return false // "contacts of patients must stay indoors" tells of contacts
	}
	name := stems(source.document.Publisher)
	for word := range d.time.words {
		if o.time.words[word] && !name[word] && !d.verbs[word] && !o.verbs[word] {
			return true
		}
	}
	return false
}

// words returns the clause that tells what is due, or what stands around its time.
func (d *due) words() string {
	if clause := strings.Trim(d.time.clause, " ,;:.\n"); len(clause) <= 2*longestAround && strings.Contains(d.sentence.text, clause) {
		return clause
	}
	return around(d.sentence.text, datedSentence{}, toldDay{start: d.time.start, end: d.time.end})
}

// turn returns the word that makes what is due that of another round: "the second call". Who is
// left, and the last day, are none.
func (d *due) turn() string {
	switch d.time.share {
	case "other", "rest", "remaining", "last", "final":
		return ""
	}
	return d.time.share
}

// otherDue reports whether two times are told as due by two groups, or for two things.
func (r dayReader) otherDue(a *timedSentence, mine toldTime, b *timedSentence, theirs toldTime, source *knownDocument) bool {
	x, ok := r.dueOf(a, mine)
	if !ok {
		return false
	}
	y, ok := r.dueOf(b, theirs)
	return ok && x.deed == y.deed && !x.isOf(&y, source)
}

// disjoint reports whether two lists have members, and none in common: "who-animal-cattle" is of
// "who-animal".
func disjoint(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(one string) bool {
		return slices.ContainsFunc(b, func(other string) bool {
			return one == other || strings.HasPrefix(one, other+"-") || strings.HasPrefix(other, one+"-")
		})
	})
}

// strange reports whether a sentence tells what is due at a place, or to somebody, that the source
// has no word of.
func (d *due) strange(r dayReader, source *knownDocument) bool {
	text := source.document.Text
	words := r.wordsAt(d.time.clause)
	for i, w := range words[1:] {
		name, _, _ := strings.Cut(strings.ReplaceAll(unmarked(w.raw), "’", "'"), "'")
		if isName(name) && !w.is("calendar") && !strings.Contains(source.document.Publisher, name) && !strings.Contains(text, name) {
			return true
		}
		to := words[i].text
		if i+2 < len(words) && w.text == "the" && (to == "to" || to == "with" || to == "reach") && (words[i+2].is("who-town") || words[i+2].is("who-school")) && !strings.Contains(text, to+" the "+words[i+2].text) {
			return true
		}
	}
	return false
}

// onlySome reports whether a clause is told of those only "who want an advance", and a text has no
// word of that.
func (r dayReader) onlySome(clause, text string) bool {
	words := r.wordsAt(clause)
	at := slices.IndexFunc(words, func(w word) bool { return w.text == "who" || w.text == "whose" })
	if at < 1 {
		return false
	}
	which, strange := stems(text), false
	for i, w := range words[at+1:] {
		switch {
		case w.is("must") && w.raw != "May" || i > 0 && (w.text == "have" || w.text == "has"):
			return strange
		case which[stem(w.text)]:
			return false
		case len(w.text) > 3 && !w.is("concerned"):
			strange = true
		}
	}
	return false
}

// saidByOther reports whether what a stretch of a text says is laid to somebody else than a source.
func (v *View) saidByOther(known, source *knownDocument, place stretch) bool {
	s := v.sources()
	for _, said := range known.said {
		if len(said.Claim.Chain) < 2 || !slices.ContainsFunc(said.Claim.Content, func(part claims.Span) bool { return part.Start < place.to && part.End > place.from }) {
			continue
		}
		for _, hop := range said.Claim.Chain[1:] {
			if (hop.Kind == claims.Organisation || hop.Kind == claims.Person) && !nameless(hop) && s.key(hop.Name) != source.publisher && s.speaksFor(known, hop) != source.publisher &&
				s.bareName(known, hop.Name) != source.document.Publisher && !strings.Contains(source.document.Publisher, hop.Name) {
				return true
			}
		}
	}
	return false
}

// dueLaid reports whether a sentence is laid to a source: by its name, or as what stands in "the
// order" or "the programme", where that can only be its own. Who else is quoted knows it himself.
func (v *View) dueLaid(known, source *knownDocument, a *timedSentence) bool {
	if v.saidByOther(known, source, a.place) {
		return false
	}
	if v.laid(known, source, a) == byName {
		return true
	}
	for _, other := range v.sources().behindText(known) {
		if v.office(other.document.Publisher) && other.publisher != source.publisher {
			return false
		}
	}
	return v.office(source.document.Publisher) && namesRecord(a.text)
}

// setApart reports whether the sentence before one that says "there", or "they", tells of an exception.
func (r dayReader) setApart(known *knownDocument, s *timedSentence) bool {
	list := known.sentences()
	at := slices.IndexFunc(list, func(o textSentence) bool { return o.start == s.start })
	return at > 0 && slices.ContainsFunc(r.wordsAt(list[at-1].text), func(w word) bool { return w.is("excepted") && w.text != "only" && w.text != "still" })
}

// namesRecord reports whether a sentence lays something to a document without the name of whose
// it is: "as set out in the order", "according to the programme".
func namesRecord(sentence string) bool {
	words := wordsAt(sentence)
	for i, w := range words {
		if !slices.Contains([]string{"order", "programme", "program", "plan", "notice", "leaflet", "call", "release", "circular", "decree", "rules", "announcement", "invitation", "guidelines", "statement", "bulletin", "website", "letter", "conditions"}, w.text) {
			continue
		}
		for _, o := range words[max(0, i-3):i] {
			if slices.Contains([]string{"in", "to", "under", "by", "on"}, o.text) {
				return true
			}
		}
		if i+1 < len(words) && slices.Contains([]string{"says", "said", "states", "sets", "has"}, words[i+1].text) {
			return true
		}
	}
	return false
}

// tellsLength reports whether a text tells a length of time, of whatever.
func tellsLength(text string, t toldTime) bool {
	before := ""
	for _, w := range wordsAt(text) {
		left, right, hyphen := strings.Cut(w.text, "-")
		if hyphen && unitOfTime(right) == t.unit && smallNumber(left) == t.number || unitOfTime(w.text) == t.unit && smallNumber(before) == t.number {
			return true
		}
		before = w.text
	}
	return false
}
