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
	deed     string          // handIn, keepOff, or the stem of the verb
	verbs    map[string]bool // stems of the words that say so
	things   []string        // the kinds of what is handed in
	papers   bool            // that is told as papers, or by a pronoun
	groups   []string        // of those who must
}

const (
	handIn  = "hand-in"
	keepOff = "keep-off"
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
	if counts || slices.ContainsFunc(words, func(w word) bool { return w.is("advised") }) || slices.ContainsFunc(r.wordsAt(s.text), func(w word) bool { return w.is("excepted") }) {
		return d, false
	}
	for _, w := range words {
		d.papers = d.papers || w.is("papers")
		d.groups = appendNew(d.groups, listOf(w, "who-"))
		d.things = appendNew(d.things, listOf(w, "of-"))
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
	return d, t.side == asLength && must >= 0 && d.doneFor(words[must+1:])
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
		up := w.is("with-up") && i+1 < len(words) && words[i+1].text == "up"
		if !up && !w.is(handIn) && !(w.is("with-in") && goesIn(words[i+1:])) && !(w.is("hand-in-it") && len(d.things) > 0 && listOf(w, "of-") == "") {
			continue
		}
		d.deed, d.verbs[stem(w.text)] = handIn, true
		if its := listOf(w, "of-"); its != "" && i > 0 && (words[i-1].text == "to" || words[i-1].is("must")) {
			d.things, d.papers = []string{its}, false // "to apply", "must register"
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
