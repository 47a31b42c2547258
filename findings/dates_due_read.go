package findings

import (
	"slices"
	"strings"
)

// due is what a sentence says is to be done by a day or within a time, or for how long: "bids must
// reach the agency by noon on 15 May", "livestock must not graze on treated land for seven days".
type due struct {
	sentence *timedSentence
	time     toldTime
	deed     string          // handIn, keepOff, leave, or the stem of the verb
	verbs    map[string]bool // stems of the words that say so
	things   []string        // the kinds of what is handed in
	papers   bool            // that is told as papers, or by a pronoun
	purpose  []string        // stems of what it is handed in for
	groups   []string        // of those who must
	head     string          // the stem of the noun for them, or for what it is to be done with
}

const (
	handIn  = "hand-in"
	keepOff = "keep-off"
	leave   = "leave"
)

// dues returns what sentences tell as due.
func (r dayReader) dues(list []timedSentence) []due {
	var out []due
	for i := range list {
		for _, t := range list[i].times {
			if t.side == asFirst {
				continue
			}
			if d, ok := r.dueOf(&list[i], t); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// dueOf reads what is due by a time of a sentence, in the clause of the time.
func (r dayReader) dueOf(s *timedSentence, t toldTime) (due, bool) {
	d := due{sentence: s, time: t, verbs: map[string]bool{}}
	words := r.wordsAt(t.clause)
	must, counts := obliges(words)
	if counts || ofLastYear(words) || slices.ContainsFunc(words, func(w word) bool { return w.is("advised") }) || slices.ContainsFunc(r.wordsAt(s.text), func(w word) bool { return w.is("excepted") || w.is("denial") }) {
		return d, false
	}
	for _, w := range words {
		d.papers = d.papers || w.is("papers")
		d.groups = appendNew(d.groups, listOf(w, "who-"))
		d.things = appendNew(d.things, listOf(w, "of-"))
	}
	d.purpose = purposeIn(words)
	if must >= 0 {
		d.head = nounOf(words[:must])
	}
	r.handsIn(&d, words)
	switch {
	case d.deed == handIn && deniedIn(words):
		return d, false
	case d.deed == handIn && t.side == asLast:
		lead, _, _ := strings.Cut(s.text[t.start:], " ")
		open := slices.Contains([]string{"until", "till", "through"}, lead) && slices.ContainsFunc(words, func(w word) bool { return w.is("let-in") })
		ends := slices.Contains([]string{"deadline", "day", "date", "close", "closes", "end", "ends", "expire", "expires"}, lead)
		return d, must >= 0 || open || ends
	case d.deed == handIn:
		return d, must >= 0
	}
	return d, must >= 0 && d.doneFor(words[must+1:]) && (t.side == asLength || d.deed == leave)
}

// obliges returns the word of a clause by which something must or can be done, -1 for none, and
// whether it counts what has been done: "131,000 had applied by 20 November".
func obliges(words []word) (must int, counts bool) {
	must = -1
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1].text
		}
		found := w.is("must") && w.raw != "May" || w.text == "cannot"
		switch w.text {
		case "have", "has", "had":
			found = slices.Contains([]string{"until", "till", "to", "up", "at", "a", "the", "just", "exactly"}, next) || smallNumber(next) > 0
			counts = counts || !found && (i == 0 || !words[i-1].is("must"))
		case "is", "are", "was", "were":
			found = next == "to"
		}
		if found && must < 0 {
			must = i
		}
	}
	return must, counts
}

// ofLastYear reports whether a clause tells of a year or a season before.
func ofLastYear(words []word) bool {
	for i, w := range words[:max(0, len(words)-1)] {
		if w.text == "last" && slices.Contains([]string{"year", "winter", "spring", "summer", "autumn", "season", "time"}, words[i+1].text) {
			return true
		}
	}
	return false
}

// purposeIn returns the stems of what something is handed in for: "applications for loans".
func purposeIn(words []word) []string {
	var out []string
	for i, w := range words {
		if listOf(w, "of-") == "" || i+1 == len(words) || words[i+1].text != "for" {
			continue
		}
		for _, o := range words[i+2:] {
			if o.is("must") || o.is("let-in") || o.text == "have" || o.text == "has" || o.is("hand-in-it") {
				break
			}
			if len(o.text) > 3 && o.text[0] > '9' {
				out = append(out, stem(o.text))
			}
		}
	}
	return out
}

// nounOf returns the stem of the noun that some words are about, "contacts of patients"; "" for
// a word that stands for anybody.
func nounOf(words []word) string {
	for i, w := range words {
		if i > 0 && w.is("relation") {
			words = words[:i]
			break
		}
	}
	if len(words) == 0 || words[len(words)-1].is("anybody") {
		return ""
	}
	return stem(words[len(words)-1].text)
}

// deniedIn reports whether a clause denies something: not "not later than".
func deniedIn(words []word) bool {
	for i, w := range words {
		switch w.text {
		case "not", "no", "never", "nothing", "cannot":
			if i+1 == len(words) || words[i+1].text != "later" {
				return true
			}
		}
	}
	return false
}

// handsIn reads the words of a clause that have something handed in.
func (r dayReader) handsIn(d *due, words []word) {
	for i, w := range words {
		before, its := word{}, listOf(w, "of-")
		if i > 0 {
			before = words[i-1]
		}
		verb := its != "" && (before.text == "to" || before.is("must")) // "to apply", "can claim"
		up := w.is("with-up") && i+1 < len(words) && words[i+1].text == "up"
		with := w.text == "with" && before.text == "be" // "bids must be with the agency"
		if !up && !w.is(handIn) && !(w.is("with-in") && goesIn(words[i+1:])) && !((w.is("hand-in-it") && (its == "" || verb) || with) && len(d.things) > 0) {
			continue
		}
		d.deed, d.verbs[stem(w.text)] = handIn, true
		if verb {
			d.things, d.papers = []string{its}, false
			return
		}
	}
}

// goesIn reports whether "in" stands behind a verb, or behind its short object, and no place or
// time behind that: "get the form in by".
func goesIn(behind []word) bool {
	for i, w := range behind[:min(len(behind), 5)] {
		if w.text == "in" {
			return i == 0 || i+1 == len(behind) || strings.ContainsAny(w.raw, ",;.") || slices.Contains([]string{"by", "until", "till", "no", "before", "at"}, behind[i+1].text)
		}
	}
	return false
}

// doneFor reads the verb behind "must" or the like: what is to be done, or left undone, for a time.
func (d *due) doneFor(behind []word) bool {
	for i, w := range behind {
		switch w.text {
		case "not", "no", "be", "been", "to", "have", "also", "only", "then", "therefore", "always":
			continue
		}
		d.verbs[stem(w.text)], d.deed = true, stem(w.text)
		if w.is(keepOff) || w.is("with-off") && slices.ContainsFunc(behind[i+1:min(len(behind), i+4)], func(o word) bool { return o.text == "off" || o.text == "away" || o.text == "out" }) {
			d.deed = keepOff
		} else if w.is(leave) || w.text == "out" {
			d.deed = leave
		}
		return true
	}
	return false
}

// listOf returns the first of a word's lists whose name begins so; "" for none.
func listOf(w word, kind string) string {
	for _, list := range w.lists {
		if strings.HasPrefix(list, kind) {
			return list
		}
	}
	return ""
}

// appendNew adds a word that a list lacks; "" is none.
func appendNew(list []string, one string) []string {
	if one == "" || slices.Contains(list, one) {
		return list
	}
	return append(list, one)
}
