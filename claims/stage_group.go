package claims

import (
	"slices"
	"strings"
)

// This file reads verb groups: "have not yet been approved".

// beforeNoun reports whether the participle at i stands before its noun: "the
// requested troops", "its pledged 1,000".
func (c *clauses) beforeNoun(i int) bool {
	w, next := c.at(i), c.at(i+1)
	if w.tag != "VBN" && w.tag != "VBD" && w.tag != "VBG" && w.tag != "JJ" {
		return false
	}
	if next.tag != "CD" && !strings.HasPrefix(string(next.tag), "NN") && next.tag != "JJ" {
		return false
	}
	j := i - 1
	if w.tag == "VBD" && c.at(j).tag == "JJ" {
		return false // "the admiral activated 260": the noun is badly tagged
	}
	for c.at(j).tag == "RB" || c.at(j).tag == "JJ" || c.at(j).tag == "CD" && j < i-1 {
		j--
	}
	before := c.at(j)
	return before.tag == "DT" || before.tag == "PRP$" || before.tag == "POS" || before.tag == "CD" || before.tag == "IN" && !before.is("that", "while", "as", "after", "before", "since", "if", "because") && w.tag != "VBG"
}

// groupAt returns the verb group that starts at word i and the word after it;
// i itself when none starts there.
func (c *clauses) groupAt(i int) (verbGroup, int) {
	g := verbGroup{first: i, main: -1}
	j := i
	if c.at(i).is("to") {
		if j = c.afterAdverbs(i + 1); !c.startsVerb(j) || c.at(j).tag == "VBN" || c.at(j).tag == "VBG" {
			return g, i
		}
		g.infinitive, g.negated = true, c.at(i-1).negation() || c.at(i+1).negation()
	} else if !c.startsVerb(i) || c.beforeNoun(i) {
		return g, i
	}
	auxiliary := ""
	for ; ; j++ {
		w := c.at(j)
		kind := w.auxiliary()
		switch {
		case kind == "do" && !c.verb(c.afterAdverbs(j+1)) || kind == "modal" && auxiliary != "":
			kind = ""
		case kind != "":
		case auxiliary == "":
		case w.negation():
			g.negated = true
			g.yet = g.yet || c.at(j-1).is("still", "yet")
			continue
		case w.is("yet"):
			g.yet = true
			continue
		case w.adverb() && c.startsVerb(c.afterAdverbs(j)):
			g.yet = g.yet || w.is("still") && c.at(j+1).negation()
			continue
		case w.is("to") && (auxiliary == "be" && c.at(j-1).be() || c.at(j-1).is("yet")) && c.startsVerb(j+1):
			g.modal, auxiliary, g.isTo = "will", "to", c.at(j-1).be()
			continue
		}
		if kind == "" {
			break
		}
		g.perfect = g.perfect || auxiliary == "have" && kind == "be"
		g.finite = g.finite || !g.infinitive && !w.is("having", "being", "been", "be")
		if kind == "modal" {
			g.modal = modalOf(w.lower)
		} else {
			g.main = j
		}
		auxiliary = kind
	}
	if w := c.at(j); c.verb(j) && !(auxiliary == "be" && c.beforeNoun(j)) || (auxiliary == "modal" || auxiliary == "to" || auxiliary == "have" && w.is("cost", "cut", "put", "hit", "shut", "set")) && c.listedVerb(j) {
		g.main = j
		ing := strings.HasSuffix(w.lower, "ing") && w.tag != "NN"
		switch auxiliary {
		case "be":
			g.passive, g.progressive = !ing, ing || c.at(j-1).is("being")
		case "have":
			g.perfect = true
		case "":
			if !g.infinitive {
				g.gerund = ing
				g.participle = w.tag == "VBN" || w.tag == "VBD"
				g.base = w.tag == "VB" || w.tag == "VBP" || w.tag == "NN"
				g.finite = !ing && w.tag != "VBN"
			}
		}
	}
	if g.main < 0 {
		g.main = max(i, j-1)
	}
	return c.named(g), g.main + 1
}

// auxiliary returns what kind of auxiliary the word is, "" for none.
func (w *clauseWord) auxiliary() string {
	switch {
	case w.modal() && !(w.text == "May" && w.tag != "MD") && w.tag != "NN":
		return "modal"
	case w.have():
		return "have"
	case w.be():
		return "be"
	case w.is("do", "does", "did"):
		return "do"
	}
	return ""
}

func modalOf(word string) string {
	switch word {
	case "wo", "'ll", "shall":
		return "will"
	case "'d":
		return "would"
	case "ca":
		return "can"
	}
	return word
}

// startsVerb reports whether a verb or an auxiliary stands at word i.
func (c *clauses) startsVerb(i int) bool { return c.verb(i) || c.at(i).auxiliary() != "" }

func (c *clauses) listedVerb(i int) bool {
	return c.at(i).lexeme.stageVerbs != nil
}

func (c *clauses) afterAdverbs(i int) int {
	for c.at(i).adverb() {
		i++
	}
	return i
}

// named looks the group's verb up in the lists.
func (c *clauses) named(g verbGroup) verbGroup {
	g.last = g.main
	g.lemma = c.at(g.main).lower
	for _, verb := range c.at(g.main).lexeme.stageVerbs {
		end, found := c.follows(g.main, verb.rest)
		if found {
			g.lemma, g.class, g.last = verb.lemma, verb.class, end
			break
		}
	}
	return g
}

// follows reports whether the words follow word i, at once or, for a lone
// particle, after the object: "pull 500 troops out".
func (c *clauses) follows(i int, rest []string) (last int, found bool) {
	last = i
	for k, word := range rest {
		if c.at(i+1+k).lower != word {
			break
		}
		last = i + 1 + k
	}
	if last == i+len(rest) {
		return last, true
	}
	if len(rest) == 1 && slices.Contains([]string{"out", "up", "down", "back", "home", "in", "off", "over", "available"}, rest[0]) {
		for j := i + 2; j < len(c.words) && j < i+9; j++ {
			w := c.at(j)
			if w.lower == rest[0] && !(w.is("in") && c.at(j+1).lower != "" && c.at(j+1).tag != "." && c.at(j+1).tag != ",") && !(w.is("over") || w.is("up", "down", "off") && c.at(j+1).tag == "CD") {
				return i, true
			}
			if c.verb(j) || w.tag == "," || w.modal() {
				break
			}
		}
	}
	return i, false
}
