package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/interval"
	"muster/origins"
)

// firstDay is the day on which a sentence has something begin: "the checks at the borders
// start on 6 June", "are carried out from 6 to 15 June".
type firstDay struct {
	noun  string          // what begins, as it is told
	head  string          // the same in the singular
	words map[string]bool // which of its kind
	day   toldDay
	text  string
	place stretch
	start int // of the sentence in its text, in bytes
}

// longestPhrase is how many words what begins may be told in.
const longestPhrase = 14

// firstDays returns what the sentences of a text have begin, each with its day and month.
func (r dayReader) firstDays(sentences []daySentence) []firstDay {
	var out []firstDay
	for _, s := range sentences {
		if len(s.days) == 0 {
			continue
		}
		tokens := r.wordsAt(s.text)
		if slices.ContainsFunc(tokens, func(w word) bool { return w.is("denial") }) {
			continue
		}
		for i := range tokens {
			phrase, day, ok := r.begins(s.text, tokens, i, s.days)
			if !ok || !strings.ContainsAny(s.text[day.start:day.end], "0123456789") || slices.ContainsFunc(tokens, func(w word) bool { return w.start < day.start && w.is("loose") }) {
				continue
			}
			if noun, words := r.whatBegins(phrase); noun != "" && !r.late.MatchString(s.text) {
				out = append(out, firstDay{noun: noun, head: origins.Head(noun), words: words, day: day, text: s.text, place: s.place, start: s.start})
			}
		}
	}
	return out
}

// begins reads a verb of beginning, or of taking place, with its day: it returns the words
// of what begins.
func (r dayReader) begins(sentence string, tokens []word, verb int, days []toldDay) (phrase []word, day toldDay, ok bool) {
	behind := verb + 1
	takes := tokens[verb].is("span")
	for _, form := range [][]string{{"place"}, {"out"}} { // "take place", "carried out"
		if tokens[verb].is("with-"+form[0]) && behind < len(tokens) && tokens[behind].text == form[0] {
			takes, behind = true, behind+1
		}
	}
	if held := tokens[verb].text == "held"; !takes && !held && !tokens[verb].is("start") {
		return nil, day, false
	} else if held {
		takes = true
	}
	for _, d := range days {
		if d.start < tokens[verb].end {
			continue
		}
		between := wordsAt(sentence[tokens[behind-1].end:d.start])
		lead := ""
		if len(between) > 0 {
			lead = between[len(between)-1].text
		}
		if takes && lead != "from" || lead != "from" && lead != "on" || strings.ContainsAny(tokens[behind-1].raw, ",;:") {
			return nil, day, false
		}
		if object := between[:len(between)-1]; len(object) > 0 {
			object = tokens[behind : behind+len(object)]
			return object, d, !takes && r.determiner(object[0].text)
		}
		return r.ahead(tokens[:verb]), d, true
	}
	return nil, day, false
}

// ahead returns the words before a verb that say what it is told of, without its helpers.
func (r dayReader) ahead(before []word) []word {
	for len(before) > 0 {
		switch last := before[len(before)-1].text; last {
		case "will", "to", "be", "is", "are", "would", "due", "set", "scheduled", "planned", "expected", "officially":
			before = before[:len(before)-1]
			continue
		}
		break
	}
	from := max(0, len(before)-longestPhrase)
	for i := range slices.Backward(before) {
		if i < len(before)-1 && strings.ContainsAny(before[i].raw, ",;:—–“”\"") || slices.Contains([]string{"said", "says", "that", "and", "but", "announced", "while"}, before[i].text) {
			from = max(from, i+1)
			break
		}
	}
	return before[from:]
}

func (r dayReader) determiner(w string) bool {
	return slices.Contains([]string{"the", "a", "an", "its", "their", "this", "these"}, w)
}

// whatBegins returns the noun that the words of what begins are about, and those that say
// which of its kind; "" for a part of it, and what only a pronoun stands for.
func (r dayReader) whatBegins(phrase []word) (told string, which map[string]bool) {
	if len(phrase) == 0 || shareIn(texts(phrase)) != "" || strings.HasSuffix(phrase[len(phrase)-1].raw, ",") {
		return "", nil
	}
	if r.determiner(phrase[0].text) {
		phrase = phrase[1:]
	}
	end := slices.IndexFunc(phrase, func(w word) bool { return w.is("relation") })
	if end < 0 {
		end = len(phrase)
	}
	if end == 0 {
		return "", nil
	}
	noun := phrase[end-1]
	if end > 1 && (strings.HasSuffix(phrase[end-2].raw, "s'") || strings.HasSuffix(phrase[end-2].raw, "s’")) {
		return "", nil // "the drivers' strike" is theirs alone
	}
	which = map[string]bool{}
	for word := range origins.Words(strings.Join(texts(phrase), " ")) {
		which[origins.Head(word)] = true
	}
	if at := slices.IndexFunc(phrase[:end], func(w word) bool { return w.raw == "Operation" }); at >= 0 {
		noun, which = phrase[at], map[string]bool{strings.Join(texts(phrase[at:end]), " "): true}
	}
	if noun.is("part") || slices.Contains([]string{"it", "they", "which", "who", "he", "she", "this", "these", "we", "work", "day", "days"}, noun.text) || strings.ContainsAny(noun.text, "0123456789") {
		return "", nil
	}
	delete(which, origins.Head(noun.text))
	return noun.text, which
}

func texts(words []word) []string {
	out := make([]string, len(words))
	for i := range words {
		out[i] = words[i].text
	}
	return out
}

// firstDayRetold makes the finding of something that one text has begin on another day than
// the source.
func (v *View) firstDayRetold(known, source *knownDocument, here, there []firstDay) (Finding, bool) {
	for _, a := range here {
		matching := func(b firstDay) bool { return a.head == b.head && oneOfKind(a.words, b.words) }
		at := slices.IndexFunc(there, matching)
		if at < 0 || slices.ContainsFunc(there, func(b firstDay) bool { return b.head == a.head && b.day.day != there[at].day.day }) ||
			slices.ContainsFunc(here, func(b firstDay) bool { return b.head == a.head && b.day.day != a.day.day }) {
			continue // two of one kind
		}
		b := there[at]
		if a.day.day == b.day.day || daysApart(a.day.day, b.day.day) > longestDated || namesDay(known.document.Text, b.day.day) || namesDay(source.document.Text, a.day.day) ||
			b.day.day > source.day && a.day.day <= known.day || movesDay(known.document.Text) || v.movedSince(source, known, a.day.day) {
			continue
		}
		return Finding{Severity: Warning, Verdict: Conflict, Inputs: []Input{inputAt(known, a.start+a.day.start, a.start+a.day.end), inputAt(source, b.start+b.day.start, b.start+b.day.end)},
			Sentence: fmt.Sprintf("%s, which names %s as a source, has the %s begin on %s; that has %s.", capital(v.named(known.document.ID)), the(source.document.Publisher),
				a.noun, longDate(a.day.day), longDate(b.day.day))}, true
	}
	return Finding{}, false
}

// oneOfKind reports whether what is told of two of one kind leaves room for their being one:
// the one is told with no word that the other lacks, or with two that it has.
func oneOfKind(a, b map[string]bool) bool {
	shared := origins.SharedWords(a, b)
	return shared >= 2 || shared == len(a) || shared == len(b)
}

// movedSince reports whether a text of the source, or one that tells of a change, names a day
// between a text of the source and one that rests on it.
func (v *View) movedSince(source, known *knownDocument, day interval.Date) bool {
	return slices.ContainsFunc(v.telling, func(other *knownDocument) bool {
		return other != source && other != known && other.document != nil && other.day >= source.day && other.day <= known.day &&
			(other.document.Publisher == source.document.Publisher || movesDay(other.document.Text)) && namesDay(other.document.Text, day)
	})
}
