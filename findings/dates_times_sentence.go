package findings

import (
	"slices"
	"strings"

	"muster/origins"
)

// timedSentence is a sentence that tells first or last days or lengths of time, with what says
// of what they are told.
type timedSentence struct {
	textSentence
	times   []toldTime
	figures []*Figure
	before  string // the sentence that a pronoun takes up; "" for none
	whole   bool   // it is about an operation
	event   bool   // or about who goes out, or stays
	aside   bool   // and of each, or of courses
	average bool
	guards  bool // or what is done around it
	done    bool // it tells what has happened
	ahead   bool // what is to come
}

// timed returns such sentences of a text.
func (v *View) timed(known *knownDocument) []timedSentence {
	r := v.dayReader()
	var out []timedSentence
	list, dated := known.sentences(), v.daySentences(known)
	notMoved := strings.NewReplacer(" be extended", "", "no later than", "by", "not later than", "by")
	for i := range list {
		s := list[i]
		var days []toldDay
		if len(dated) > 0 && dated[0].start == s.start {
			days, dated = dated[0].days, dated[1:]
		}
		times := r.times(s.text, known.day, days)
		if len(times) == 0 {
			continue
		}
		if r.late.MatchString(notMoved.Replace(s.text)) || dayMoved(s.text) {
			continue
		}
		one := timedSentence{textSentence: s, times: times, figures: figuresIn(known, s.place)}
		words := r.wordsAt(s.text)
		for i, w := range words {
			one.whole = one.whole || w.is("event")
			one.event = one.event || w.is("event") || w.is("send") || w.is("stay") && (w.text != "last" || i > 0 && !r.determiner(words[i-1].text)) || w.text == "lent" || w.text == "spent"
			one.aside = one.aside || slices.Contains([]string{"each", "every", "course", "courses", "another", "shift", "shifts", "least"}, w.text)
			one.guards = one.guards || slices.Contains([]string{"guard", "guards", "guarded", "guarding", "protect", "protected", "secure", "secured", "around", "closed", "closure"}, w.text)
			one.average = one.average || w.text == "average"
			one.ahead = one.ahead || slices.Contains([]string{"will", "would", "should", "must", "shall", "due", "plans", "planned", "expects", "expected", "wants", "intends", "aims", "hopes", "until", "deadline", "target", "goal"}, w.text) || w.text == "be" && i > 0 && words[i-1].text == "to"
			one.done = one.done || slices.Contains([]string{"had", "has", "have", "was", "were", "came"}, w.text)
		}
		if i > 0 && beginsWithPronoun(s.text) && !strings.HasSuffix(list[i-1].text, "\n") {
			one.before = list[i-1].text
		}
		if i > 0 && !strings.HasSuffix(list[i-1].text, "\n") && (one.before != "" || !slices.ContainsFunc(one.figures, func(f *Figure) bool { return daysOf(f.Claim.Unit) == 0 })) {
			one.figures = append(one.figures, figuresIn(known, list[i-1].place)...)
		}
		for i := range one.times { // of a pronoun the words of the sentence before count too
			t := &one.times[i]
			t.clause = one.clauseOf(t)
			t.subject = stems(t.clause[:max(0, strings.Index(t.clause, one.text[t.start:t.end]))] + " " + one.before)
			t.words, t.share = stems(t.clause+" "+one.before), one.shareOf(t)
		}
		out = append(out, one)
	}
	return out
}

// clauseOf returns the parts of a sentence that a time of it belongs to: its own, and where that
// goes on behind an aside, what stands before it.
func (s *timedSentence) clauseOf(t *toldTime) string {
	from, aside, out := 0, false, ""
	for i := 0; i <= len(s.text); i++ {
		if i < len(s.text) && !strings.ContainsRune(",;:", rune(s.text[i])) {
			continue
		}
		next := ""
		if i < len(s.text) {
			next, _, _ = strings.Cut(strings.TrimPrefix(s.text[i+1:], " "), " ")
		}
		opens := slices.Contains([]string{"which", "who", "whose", "where", "though", "although", "while", "but", "when", "if", "because", "as", "so"}, next)
		if i < len(s.text) && s.text[i] == ',' && !opens && !aside || i < len(s.text) && goesOn(s.text[i:]) || i+1 < len(s.text) && s.text[i] == ':' && s.text[i+1] >= '0' && s.text[i+1] <= '9' { // "20:00"
			continue
		}
		part := s.text[from:i]
		if t.start >= from && t.start < i {
			if aside || out == "" {
				return part
			}
			return out + " " + part
		}
		if i < len(s.text) && s.text[i] == ',' {
			if !aside {
				out = part
			}
			aside = opens
		} else {
			out, aside = "", false
		}
		from = i
	}
	return s.text
}

// shareOf returns the word that makes a time that of a part, "the last", "another"; "" for none.
func (s *timedSentence) shareOf(t *toldTime) string {
	for _, words := range [][]string{strings.Fields(strings.ToLower(s.text[:t.start])), strings.Fields(strings.ToLower(s.before))} {
		for i, word := range words {
			if word == "last" && i > 0 && !slices.Contains([]string{"the", "its", "their", "these"}, words[i-1]) {
				words[i] = "" // "the campaign will last"
			}
		}
		if share := shareIn(words); share != "" {
			return share
		}
	}
	return ""
}

// period reports whether a sentence has a first and a last day.
func (s *timedSentence) period() bool {
	has := func(of timeSide) bool {
		return slices.ContainsFunc(s.times, func(t toldTime) bool { return t.side == of })
	}
	return has(asFirst) && has(asLast)
}

// beginsWithPronoun reports whether a sentence takes up what the one before is about.
func beginsWithPronoun(sentence string) bool {
	words := strings.Fields(sentence)
	for i, w := range words[:min(len(words), 8)] {
		switch strings.ToLower(strings.Trim(w, ",")) {
		case "they", "it", "these", "this", "those", "their", "them", "its":
			return i == 0 || w == strings.ToLower(w)
		}
	}
	return false
}

// figuresIn returns the figures of a stretch of a text.
func figuresIn(known *knownDocument, place stretch) []*Figure {
	var out []*Figure
	for _, f := range known.own {
		if at := f.Claim.Number.Start; at >= place.from && at < place.to && !f.Headline {
			out = append(out, f)
		}
	}
	return out
}

// stems returns the words of a sentence that carry meaning, without their endings.
func stems(sentence string) map[string]bool {
	out := map[string]bool{}
	for word := range origins.Words(sentence) {
		out[stem(word)] = true
	}
	for _, month := range newDayScanner().months {
		delete(out, stem(strings.ToLower(month)))
	}
	for _, word := range []string{"start", "starts", "started", "begin", "begins", "began", "ends", "ended", "finish", "runs", "stay", "remain", "take", "takes", "place", "come", "comes", "month", "week", "days", "year", "first", "until", "last", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		delete(out, stem(word))
	}
	return out
}

func stem(word string) string {
	for _, ending := range []string{"ing", "ed", "es", "s", "e"} {
		if rest, found := strings.CutSuffix(word, ending); found && len(rest) > 3 {
			return rest
		}
	}
	return word
}

// dayMoved reports whether a sentence says that a day was changed: not "inmates are moved to Brandt",
// or what may be extended one day.
func dayMoved(sentence string) bool {
	sentence = strings.ReplaceAll(sentence, " be extended", "")
	for _, moved := range []string{"moved to ", "moved from "} {
		if before, after, found := strings.Cut(sentence, moved); found && !mayTellDay(after[:min(len(after), longestDay)]) {
			sentence = before + after
		}
	}
	return movesDay(sentence)
}

// longestDay is how many bytes a day with its month may take.
const longestDay = 14
