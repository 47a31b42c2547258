package claims

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed denials.txt
var denialsFile string

// denialMarks say what a word may be in a denial; denials.txt says what each means.
type denialMarks uint8

const (
	rumourWord  denialMarks = 1 << iota
	untrueWord              // the first word of one
	trueWord                // likewise
	groundWord              //
	callWord                //
	dismissWord             //
	nobodyWord              //
	phraseWord              // the first word of several
)

// denials holds the words of denials. It is not changed after it was made.
type denials struct {
	marks   map[string]denialMarks
	phrases map[string][][]string // those of several words, by the first
}

// newDenials returns the built-in list.
func newDenials() (*denials, error) {
	d := &denials{marks: map[string]denialMarks{}, phrases: map[string][][]string{}}
	if err := listed(denialsFile, d.add); err != nil {
		return nil, fmt.Errorf("denials.txt: %w", err)
	}
	return d, nil
}

// loadDenials returns the built-in list, which a test proves to be in order.
func loadDenials() *denials {
	d, err := newDenials()
	if err != nil {
		panic(err)
	}
	return d
}

// add takes one line of the file.
func (d *denials) add(kind string, entries []string) error {
	mark, known := map[string]denialMarks{"rumour": rumourWord, "untrue": untrueWord, "true": trueWord, "ground": groundWord,
		"call": callWord, "dismiss": dismissWord, "nobody": nobodyWord}[kind]
	if !known {
		return fmt.Errorf("expected rumour, untrue, true, ground, call, dismiss or nobody, found %q", kind)
	}
	for _, entry := range entries {
		words := strings.Fields(entry)
		if len(words) > 1 {
			d.phrases[words[0]] = append(d.phrases[words[0]], words[1:])
			d.marks[words[0]] |= mark | phraseWord
			continue
		}
		forms := strings.Split(entry, "/")
		if mark == callWord || mark == dismissWord {
			forms = append(inflect(forms[0], len(forms) > 1), forms[1:]...)
		}
		if mark == rumourWord {
			forms = append(forms, entry+"s")
		}
		for _, form := range forms {
			d.marks[form] |= mark
		}
	}
	return nil
}

// deniesAt reports whether a verb such as "denied" and "rejected" says of something
// that it is not so, and refuses nothing: "denied that", "rejected reports of".
func (c *clauses) deniesAt(g *verbGroup) bool {
	if c.at(g.main).lexeme.denial&dismissWord == 0 || g.passive {
		return false
	}
	next := c.at(g.last + 1)
	if next.is("that") || g.lemma == "deny" && next.tag == "VBG" {
		return true
	}
	for i := g.last + 1; i < g.last+5; i++ {
		if c.at(i).lexeme.denial&rumourWord != 0 {
			return c.at(i+1).is("that", "of", "about", "saying") || c.at(i+1).is("in", "by", "from")
		}
		if tag := c.at(i).tag; tag != "DT" && tag != "JJ" && tag != "NNS" && tag != "NN" && tag != "RB" && tag != "IN" {
			break
		}
	}
	return false
}

// untrueAt reports whether the words at i call something untrue: "untrue", "not
// true", "without foundation". Adverbs and articles may stand before.
func (f *told) untrueAt(i int) bool {
	negated := false
	for ; ; i++ {
		w := f.at(i)
		if w.negation() {
			negated = true
		} else if w.tag != "RB" && !w.is("a", "an", "all", "both", "as", "pure", "“", "\"", "``", "'", "‘", "complete", "total", "sheer") || w.is("so") {
			break
		}
	}
	marks := f.at(i).lexeme.denial
	if negated {
		return marks&trueWord != 0 && f.completes(i)
	}
	return marks&untrueWord != 0 && f.completes(i)
}

// completes reports whether the word at i stands for itself, or with the words behind it
// for a phrase of the list.
func (f *told) completes(i int) bool {
	phrases := f.lists.denials.phrases[f.at(i).lower]
	for _, phrase := range phrases {
		if _, found := f.follows(i, phrase); found {
			return true
		}
	}
	return len(phrases) == 0
}

// rumourBefore returns the noun before the figure whose "that" or "of" holds it:
// "{reports} in the Herald that 40"; -1 for none.
func (f *told) rumourBefore() int {
	for i := f.first - 1; i >= 0; i-- {
		if f.at(i).is(";", ".") {
			break
		}
		if f.at(i).lexeme.denial&rumourWord == 0 || f.at(i).tag == "VBZ" && f.at(i+1).is("that") && f.at(i-1).tag == "NNP" {
			continue
		}
		if f.holdsFigure(i) {
			return i
		}
	}
	return -1
}

// holdsFigure reports whether "that", "of" or the like opens, soon after the noun at i,
// what the figure stands in, and nothing before the figure closes it. An aside, or who made the
// claim where, may stand between: "the claim, shared online, that 40", "made by the union that 40".
func (f *told) holdsFigure(i int) bool {
	reach := i + 8
	for k := i + 1; k <= f.first && k < reach; k++ {
		w := f.at(k)
		if k == f.first && !w.is("about") {
			break
		}
		if w.is("that", "of", "about", "saying", "suggesting", "alleging", "claiming") {
			return !f.turnsTo(k) && !f.leaves(k, w.is("that"))
		}
		if w.is("according") && f.at(k+1).is("to") && f.at(k+2).is("which") {
			return !f.turnsTo(k + 2)
		}
		if w.is(",") {
			if k = f.behindAside(k); k < 0 {
				return false
			}
			reach = k + 2
			continue
		}
		if g := f.verbBetween(k-1, k+1); g != nil && !(g.participle && !says(g) && f.at(k+1).is("by", "in", "on", "from", "online", "widely")) || w.is("and") {
			return false
		}
	}
	return false
}

// longestBreak is how many words an aside may have that parts a noun, or "it is untrue", from its "that".
const longestBreak = 10

// behindAside returns the comma that closes an aside which the one at i opens, where "that" or
// "of" follows it; -1 for none.
func (f *told) behindAside(i int) int {
	for k := i + 2; k <= i+1+longestBreak && k < f.first; k++ {
		if f.at(k).is(",") && f.at(k+1).is("that", "of", "according") {
			return k
		}
	}
	return -1
}

// turnsTo reports whether somebody says something else between word k and the figure:
// "rejected reports that …, saying 40". Who "had been told" to do it says nothing.
func (f *told) turnsTo(k int) bool {
	for i := range f.groups {
		if g := &f.groups[i]; g.first > k && g.main < f.first && says(g) && !g.passive {
			return true
		}
	}
	return false
}

// leaves reports whether a verb of its own stands between word k, which opens what is
// denied, and the figure: "denied reports of abuse and moved 40". Behind "that" the
// verbs belong to what is denied.
func (f *told) leaves(k int, clause bool) bool {
	if clause {
		return false
	}
	for i := range f.groups {
		if g := &f.groups[i]; g.first > k && g.main < f.first && g.finite && f.at(g.first-1).is("and", "but", ",", "then") {
			return true
		}
	}
	return false
}

// calledUntrue reports whether somebody calls untrue what a noun before the figure
// holds: "reports that 40 … are untrue", "called reports of 40 … untrue",
// "dismissed a claim that 40", "no truth in reports of 40".
func (f *told) calledUntrue() bool {
	noun := f.rumourBefore()
	if noun < 0 {
		return false
	}
	for i := noun - 1; i >= 0 && i > noun-7; i-- {
		w := f.at(i)
		switch {
		case w.lexeme.denial&dismissWord != 0 && f.verb(i):
			g := f.verbBetween(i-4, i+1)
			return g == nil || !g.negated
		case w.lexeme.denial&groundWord != 0 && f.at(i-1).is("no"):
			return true
		case w.lexeme.denial&callWord != 0 && f.verb(i):
			if g := f.verbBetween(i-4, i+1); g != nil && g.negated {
				return false
			}
			if f.untrueAt(i+1) || f.at(i+1).is("as") && f.untrueAt(i+2) {
				return true
			}
			for k := f.last + 1; k < len(f.words) && !f.at(k).is(";", ".", ","); k++ {
				if f.untrueAt(k) && f.verbBetween(k-2, k) == nil {
					return true
				}
			}
			return false
		}
	}
	for k := range f.groups {
		g := &f.groups[k]
		if g.first > f.last && f.provesUntrue(g) {
			return true
		}
		if g.first <= f.last || !g.finite || !f.at(g.last).be() && !(g.passive && f.at(g.last-1).be()) {
			continue
		}
		if before := f.at(g.first - 1); before.lexeme.denial&rumourWord != 0 || before.is("that", "which", "who", "it", "this") {
			return false
		}
		if f.untrueAt(g.last) || f.untrueAt(g.last+1) {
			return true
		}
		if g.passive && f.at(g.last).lexeme.denial&(dismissWord|callWord) != 0 && !g.negated {
			for k := g.last + 1; k < len(f.words) && !f.at(k).is(";", ".", ","); k++ {
				if f.untrueAt(k) {
					return true // "were dismissed by the mayor as baseless"
				}
			}
		}
	}
	return false
}

// provesUntrue reports whether a verb tells by other words than "is" that something is untrue: "has
// turned out to be false", "does not match the facts", "has nothing to do with reality".
func (f *told) provesUntrue(g *verbGroup) bool {
	i := g.last + 1
	switch g.lemma {
	case "turn", "turn out", "prove":
		for f.at(i).is("out", "to", "be") {
			i++
		}
		return !g.negated && f.untrueAt(i)
	case "correspond", "match", "accord", "square":
		return g.negated && f.ofTheFacts(i)
	case "have":
		return !g.negated && f.at(i).is("nothing") && f.at(i+1).is("to") && f.at(i+2).is("do") && f.ofTheFacts(i+3)
	}
	return false
}

// ofTheFacts reports whether "with the facts" or the like stands at i.
func (f *told) ofTheFacts(i int) bool {
	for f.at(i).is("to", "with", "the") {
		i++
	}
	return f.at(i).is("facts", "truth", "reality")
}

// notSo reports whether "it is not true that" stands before the figure, or "it would
// be wrong to say that".
func (f *told) notSo() bool {
	for i := f.first - 1; i > 2; i-- {
		if f.at(i).is(":", ";", "—", "–") {
			return false
		}
		if !f.at(i).is("that") || f.saysBetween(i, f.first) {
			continue
		}
		from := i - 1
		for k := from - 1; f.at(from).is(",") && k > from-longestBreak && k > 2; k-- {
			if f.at(k).is(",") { // "it is untrue, as some have written, that"
				from = k - 1
				break
			}
		}
		if f.at(from).is("say", "claim", "suggest", "assert", "conclude") && f.at(from-1).is("to") {
			from -= 2
		} else if f.at(from).is("wrong") {
			continue // "it is wrong that 640 must sleep in tents" deplores it
		}
		for k := from; k > from-5 && k > 0; k-- {
			if f.at(k).be() && f.at(k-1).is("it", "be", "would", "not") && f.untrueAt(k+1) {
				return true
			}
		}
	}
	return false
}

// unplanned reports whether it is what nobody means to do: "there are no plans to
// move 40". Who has no plans to send more than 40 denies no 40.
func (f *told) unplanned() bool {
	if f.draft.figure.Qualifier == MoreThan || f.draft.figure.Qualifier == AtLeast {
		return false
	}
	for i := f.first - 1; i > 1; i-- {
		if f.at(i).is("plan", "plans", "intention", "intentions", "thought") && f.at(i-1).is("no") && f.at(i+1).is("to", "of", "for") {
			g := f.governor
			return g != nil && f.role == "object" && g.first > i && (g.infinitive || g.gerund) && g.main <= i+4
		}
	}
	return false
}

// callsUntrue says whether the words behind a verb such as "called" are a rumour and
// what it is called: "{reports that 40 …} untrue".
func (l *line) callsUntrue(at int) bool {
	rumour, untrue := false, false
	for i := at; i < len(l.words) && !(rumour && untrue); i++ {
		marks := l.lexemes[i].denial
		rumour = rumour || i < at+6 && marks&rumourWord != 0
		untrue = untrue || marks&(untrueWord|phraseWord) == untrueWord || marks&groundWord != 0 && l.is(i-1, "without", "any")
	}
	return rumour && untrue
}
