package findings

import (
	"slices"
	"strings"
)

// mostBeforePeriod is how many words may stand between an event and the days of its period.
const mostBeforePeriod = 12

// periodOf returns the event whose period the days behind some words are, and whether the
// words say that this is when it takes place: "the summit runs from", "the exercise, from".
// Of "will guard the summit from" they may be the days of guarding it; of "roads around the
// summit are closed from" they are those of the roads.
func (r dayReader) periodOf(before string) (event string, whole bool) {
	tokens := r.wordsAt(before)
	for i, w := range slices.Backward(tokens) { // the clause that the days stand in
		if strings.ContainsAny(w.raw, ";:—–“”\"") {
			tokens = tokens[i+1:]
			break
		}
	}
	for len(tokens) > 0 {
		token := tokens[len(tokens)-1]
		w := token.text
		takesPlace := token.is("span") || w == "held" || w == "place"
		if !takesPlace && !slices.Contains([]string{"from", "on", "between", "which", "is", "will", "to", "be", "takes", "take", "taking", "scheduled", "planned", "due"}, w) {
			break
		}
		whole = whole || takesPlace
		tokens = tokens[:len(tokens)-1]
	}
	reach := tokens[max(0, len(tokens)-mostBeforePeriod):]
	for i, w := range slices.Backward(reach) {
		switch {
		case w.is("event") || w.is("gathering"):
			if onlyNear(reach[:i]) || r.partial(reach[:i]) {
				return "", false
			}
			subject := len(reach)-i == 1 && len(tokens) <= 3
			hosted := slices.ContainsFunc(reach[max(0, i-3):i], func(w word) bool { return w.is("host") })
			return w.text, whole || subject || hosted
		case slices.Contains([]string{"will", "is", "are", "was", "were", "be", "been", "has", "have", "had", "to", "said", "says", "but", "that"}, w.text):
			return "", false
		}
	}
	return "", false
}

// longestAhead is how many words behind a period are looked at for its event.
const longestAhead = 6

// periodAhead does so for days that begin a sentence: "From 3 to 9 July Arden holds its fair".
func (r dayReader) periodAhead(after string) (event string, whole bool) {
	tokens := r.wordsAt(after)
	tokens = tokens[:min(len(tokens), longestAhead)]
	for i, w := range tokens {
		switch {
		case w.is("event") || w.is("gathering"):
			if onlyNear(tokens[:i]) || r.partial(tokens[:i]) {
				return "", false
			}
			event = w.text
		case w.is("span"), w.is("host"), w.text == "place", w.text == "held":
			whole = true
		}
	}
	if !whole {
		return "", false
	}
	return event, true
}

// onlyNear reports whether the words before an event say that something else is told, which
// is only near it: "roads around the summit".
func onlyNear(before []word) bool {
	return slices.ContainsFunc(before[max(0, len(before)-3):], func(w word) bool {
		return slices.Contains([]string{"around", "near", "before", "after", "during", "about", "since", "for", "outside", "against", "like"}, w.text)
	})
}

// partial reports whether the words before an event say that only a part of it, or another
// one, is meant: "the second phase of the campaign".
func (r dayReader) partial(before []word) bool {
	return slices.ContainsFunc(before, func(w word) bool {
		return w.is("part") && !w.is("gathering") || slices.Contains([]string{"first", "second", "third", "last", "previous", "another", "other", "each", "every", "next"}, w.text)
	})
}
