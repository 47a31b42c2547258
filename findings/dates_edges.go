package findings

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"muster/interval"
)

//go:embed events.txt
var eventsFile string

// eventWords are the lists of events.txt: word to the lists that it stands in.
type eventWords map[string][]string

func newEventWords() eventWords {
	w := eventWords{}
	for line := range strings.Lines(eventsFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if fields := strings.Fields(line); len(fields) > 1 {
			for _, word := range fields[1:] {
				w[word] = append(w[word], fields[0])
			}
		}
	}
	return w
}

// edge is a day on which a text says that an event begins or ends.
type edge struct {
	document string
	home     *knownDocument
	event    string // its name in lower case, or the noun
	number   int32  // one for each event; of days that stand in a list
	named    bool   // it has a name: "Operation Clear Water"
	end      bool
	done     bool // told as having happened
	place    string
	kind     string // the word before its noun, where that is no article: "drivers'" strike
	day      interval.Date
	nth      int32         // the day, counted from 1970; of days that stand in a list
	starts   interval.Date // of an end that a pronoun takes up: when it begins
	input    Input
	sentence stretch
}

// holds reports whether one of some pieces of words stands in a text: most texts
// are passed over by it.
func holds(text string, pieces []string) bool {
	return slices.ContainsFunc(pieces, func(piece string) bool { return strings.Contains(text, piece) })
}

// toldDays are the days that texts tell of events.
type toldDays struct {
	edges    toldEvents // days on which something begins or ends
	supports toldEvents // days told in passing
	moves    []move     // of such days
}

// told returns the days that texts tell of events.
func (v *View) toldDays() toldDays {
	return v.lookups.told.get(func() toldDays {
		edges, supports, moves := v.findEdges()
		events := map[event]int32{}
		return toldDays{v.toldEvents(edges, events), v.toldEvents(supports, events), moves}
	})
}

// findEdges finds the days on which texts say that an event begins or ends, those
// that they tell in passing, and the moves of such days. Only plain sentences are
// read: the event, the verb, the day.
func (v *View) findEdges() (edges, supports []edge, moves []move) {
	reader := v.dayReader()
	var words []word           // of one sentence after the other
	var taken []edge           // ends of what a pronoun takes up
	var names, naming []string // of operations, and the texts that name one
	edgeHints := []string{"beg", "start", "launch", "commenc", "end", "finish", "conclud", "run", "last", "continu", "sched", "slated", "set for", "under", "deploy", "send", "dispatch", "moved", "postpon", "delay", "push", "put off", "shift", "instead"}
	for i := range v.State.Documents {
		d := &v.State.Documents[i]
		known := v.documents[d.ID]
		published := known.day
		if published == "" || d.Apart != "" || !holds(d.Text, edgeHints) || len(v.daySentences(known)) == 0 {
			continue
		}
		name := ""
		if strings.Contains(d.Text, "Operation ") {
			name = oneName(reader.name.FindAllString(d.Text, -1))
		}
		if name != "" {
			names, naming = append(names, name), append(naming, d.ID)
		}
		for _, s := range v.daySentences(known) {
			sentence, place, days := s.text, s.place, s.days
			words = reader.appendWords(words[:0], sentence)
			if m, ok := reader.moved(sentence, words, days); ok {
				m.document, m.sentence = d.ID, place
				moves = append(moves, m)
				if e, ok := reader.movedEvent(sentence, words); ok { // it is told for the new day
					if name != "" && (!e.named || strings.HasPrefix(e.event, name)) {
						e.event, e.named = name, true
					}
					e.document, e.day, e.sentence = d.ID, m.to, place
					e.input = Input{Document: d.ID, Exact: strings.TrimSpace(sentence), Start: place.from, End: place.from + utf8.RuneCountInString(strings.TrimRight(sentence, " \n"))}
					edges = append(edges, e)
				}
				continue
			}
			found := reader.edgesOf(sentence, words, published)
			if start, end, ok := reader.fromTo(sentence, days); ok && name != "" {
				at := place.from + utf8.RuneCountInString(sentence[:end.input.Start])
				end.document, end.event, end.named, end.starts, end.sentence = d.ID, name, true, start, place
				end.input.Document, end.input.Start, end.input.End = d.ID, at, at+utf8.RuneCountInString(end.input.Exact)
				taken = append(taken, end)
			}
			if len(found) == 1 && reader.late.MatchString(sentence) { // it knows of an earlier day
				moves = append(moves, move{document: d.ID, sentence: place, to: found[0].day})
			}
			settle := func(e edge) edge {
				e.document, e.sentence = d.ID, place
				if name != "" && (!e.named || strings.HasPrefix(e.event, name)) { // a headline may go on with a capital
					e.event, e.named = name, true
				}
				start := place.from + utf8.RuneCountInString(sentence[:e.input.Start])
				e.input.Document, e.input.Start, e.input.End = d.ID, start, start+utf8.RuneCountInString(e.input.Exact)
				return e
			}
			for _, e := range found {
				edges = append(edges, settle(e))
			}
			for _, e := range reader.supports(sentence, words, days) {
				if e.event != "" || name != "" {
					supports = append(supports, settle(e))
				}
			}
		}
	}
	for _, end := range taken { // of the event that begins on the same day elsewhere
		if slices.ContainsFunc(edges, func(e edge) bool {
			return e.document != end.document && e.event == end.event && e.named && !e.end && e.day == end.starts
		}) {
			edges = append(edges, end)
		}
	}
	v.nameOperation(edges, oneName(names), naming)
	v.nameOperation(supports, oneName(names), naming)
	return edges, supports, moves
}

// nameOperation gives "the operation" of texts that name none the one name that the
// others have, where they tell a figure in common.
func (v *View) nameOperation(edges []edge, name string, naming []string) {
	if name == "" {
		return
	}
	names := map[string]bool{}
	for _, document := range naming {
		names[document] = true
	}
	for i := range edges {
		e := &edges[i]
		if !e.named && e.event == "operation" && v.sharesNamed(e.document, names) {
			e.event, e.named = name, true
		}
	}
}

// sharesNamed reports whether a document tells a figure in common with one of some others.
func (v *View) sharesNamed(document string, others map[string]bool) bool {
	known := v.documents[document]
	for other := range v.sharing(known) {
		if other.document != nil && others[other.document.ID] && v.shareFigure(known, other) {
			return true
		}
	}
	return others[document] && v.shareFigure(known, known)
}

// oneName returns the one name of an operation that a text holds; "" for none or
// several.
func oneName(names []string) string {
	one := ""
	for _, n := range names {
		n = strings.ToLower(n)
		switch {
		case one == "" || strings.HasPrefix(one, n):
			one = n
		case !strings.HasPrefix(n, one):
			return ""
		}
	}
	return one
}

func last(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// edgesOf reads the beginnings and ends that one sentence tells with their days.
func (r dayReader) edgesOf(sentence string, tokens []word, published interval.Date) []edge {
	var out []edge
	if slices.ContainsFunc(tokens, func(w word) bool { return w.is("denial") }) {
		return nil
	}
	for i, token := range tokens {
		if len(token.lists) == 0 && token.text != "underway" && token.text != "way" {
			continue // most words tell of no edge
		}
		e := edge{}
		if token.is("span") {
			if i > 0 && r.subject(sentence, tokens[:i], &e) {
				out = append(out, r.span(sentence, token.end, published, e)...)
			}
			continue
		}
		switch word := token.text; {
		case token.is("start"):
		case word == "underway", word == "way" && tokens[max(0, i-1)].text == "under":
			verb := strings.ToLower(sentence[tokens[max(0, i-2)].start:token.start])
			e.done = strings.HasPrefix(verb, "got ")
			if !e.done && !strings.HasPrefix(verb, "get ") && !strings.HasPrefix(verb, "gets ") && !strings.HasSuffix(verb, " get ") && !strings.HasSuffix(verb, " gets ") {
				continue
			}
		case token.is("fixed"):
			if i+1 >= len(tokens) || tokens[i+1].text != "for" {
				continue
			}
		case token.is("start-done"):
			e.done = true
		case token.is("end"):
			e.end = true
		case token.is("end-done"):
			e.end, e.done = true, true
		default:
			continue
		}
		rest := sentence[token.end:]
		if subject, ok := passive(tokens[:i], &e); i == 0 || !ok || !r.subject(sentence, subject, &e) {
			if e, ok := r.begun(sentence, tokens, i, published); ok {
				out = append(out, e)
			}
			continue
		}
		days := r.days(rest, published, e.done)
		if len(days) == 0 {
			continue
		}
		between := strings.Fields(rest[:days[0].start])
		if len(between) > 0 && between[0] == "in" && len(between) > 1 { // "begins in Licking County on June 9"
			n := 1
			for n < len(between) && isName(between[n]) {
				n++
			}
			e.place, between = strings.Trim(strings.Join(between[1:n], " "), ","), between[n:]
		}
		if slices.ContainsFunc(between, func(w string) bool {
			return !slices.Contains([]string{"on", "for", "this", "next", "coming", "at", "dawn", "early", "officially", "in", "earnest", "formally", "and", "end", "late"}, strings.Trim(w, ","))
		}) || slices.Contains(between, "end") || slices.Contains(between, "and") || len(between) > 4 {
			continue
		}
		if slices.Contains(between, "next") && days[0].alone {
			continue // "next Monday" is this one to some, and the one after to others
		}
		after := rest[days[0].end:]
		if fields := strings.Fields(after); len(fields) > 1 {
			switch strings.Trim(fields[0], ",") {
			case "or", "at":
				if fields[0] == "or" {
					continue
				}
			case "in":
				if isName(fields[1]) && e.place == "" {
					n := 1
					for n < len(fields) && isName(fields[n]) {
						n++
					}
					e.place = strings.Trim(strings.Join(fields[1:n], " "), ",.")
				}
			}
		}
		e.day = days[0].day
		e.input = Input{Exact: rest[days[0].start:days[0].end], Start: token.end + days[0].start}
		out = append(out, e)
	}
	return out
}

// span reads "runs from June 9 to July 18" and "lasts until July 18".
func (r dayReader) span(sentence string, from int, published interval.Date, e edge) []edge {
	rest := sentence[from:]
	days := r.days(rest, published, false)
	var out []edge
	before := 0
	for n, d := range days {
		switch strings.TrimSpace(rest[before:d.start]) {
		case "from", "from now":
			e.end = false
		case "until", "through", "to", "till":
			e.end = true
		default:
			return out
		}
		if n > 1 {
			break
		}
		e.day, e.input = d.day, Input{Exact: rest[d.start:d.end], Start: from + d.start}
		out = append(out, e)
		before = d.end
	}
	return out
}

// longestSubject is how many words may stand between an event and its verb.
const longestSubject = 16

// subject looks before a verb for the event that begins or ends, told for
// certain; it fills in which.
func (r dayReader) subject(sentence string, before []word, e *edge) bool {
	from := 0
	for i, w := range before { // the clause that the verb stands in
		if strings.ContainsAny(w.raw, ";:—–“”\"") || w.text == "that" || w.text == "but" {
			from = i
		}
	}
	clause := before[from:]
	noun := -1
	for i := len(clause) - 1; i >= 0; i-- {
		w := clause[i]
		switch {
		case w.is("part"):
			return false
		case noun < 0 && w.is("event"):
			noun = i
		case noun < 0 && (w.is("loose") || w.is("start-done") || w.is("end-done")):
			return false
		}
	}
	if noun < 0 || len(clause)-noun > longestSubject {
		return false
	}
	for i, w := range clause[noun+1:] { // who says so is told elsewhere, and no other event comes between
		goesOn := w.text == "and" && (noun+1+i == len(clause)-1 || noun+1+i == len(clause)-2 && (clause[len(clause)-1].text == "to" || clause[len(clause)-1].text == "will"))
		if w.text == "said" || w.text == "says" || w.text == "when" || w.text == "after" || w.text == "before" || w.text == "and" && !goesOn || w.text == "while" {
			return false
		}
	}
	if noun > 0 && slices.Contains([]string{"another", "similar", "previous", "second", "third", "new", "separate", "other", "each", "every", "such", "for", "on", "about", "against", "last", "no", "training"}, clause[noun-1].text) ||
		noun > 1 && slices.Contains([]string{"for", "on", "about", "after", "before", "since", "during", "against", "with", "second", "third", "previous", "another", "other", "similar"}, clause[noun-2].text) {
		return false
	}
	r.call(sentence, clause[noun], e)
	if noun > 0 && clause[noun-1].text != "the" {
		e.kind = clause[noun-1].text
	}
	if rest := clause[noun+1:]; e.place == "" && len(rest) > 1 && rest[0].text == "in" && isName(rest[1].raw) {
		e.place = strings.Trim(rest[1].raw, ",.")
	}
	return true
}

// call gives an event its name, or its noun.
func (r dayReader) call(sentence string, noun word, e *edge) {
	e.event = noun.text
	if !strings.HasPrefix(noun.raw, "Operation") {
		return
	}
	if m := r.name.FindString(sentence[noun.start:]); m != "" && strings.HasPrefix(sentence[noun.start:], m) {
		e.event, e.named = strings.ToLower(m), true
	}
}

// wordsAt returns the words of a sentence with the lists that they stand in.
func (r dayReader) wordsAt(s string) []word {
	return r.appendWords(make([]word, 0, 1+len(s)/usualWord), s)
}

// appendWords adds them to an empty list.
func (r dayReader) appendWords(out []word, s string) []word {
	out = appendWords(out, s)
	for i := range out {
		out[i].lists = r.words[out[i].text]
	}
	return out
}
