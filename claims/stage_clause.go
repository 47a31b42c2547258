package claims

import (
	"strings"

	"muster/language"
)

// clauseWord is a word of a sentence in lower case.
type clauseWord struct {
	text       string
	lower      string
	tag        language.Tag
	start, end int
	lexeme     *lexeme
}

// verbGroup is a verb with its auxiliaries: "have not yet been approved".
type verbGroup struct {
	first, main, last int // words; last counts the words that belong to the verb: "call for"
	lemma             string
	class             stageClass // "" for a verb not listed
	modal             string     // "will", "would", …; "will" also for "is to"
	passive           bool
	perfect           bool
	progressive       bool
	negated           bool
	yet               bool // "not yet", "has yet to", "still not"
	infinitive        bool // "to send"
	isTo              bool // "is to send"
	finite            bool // has a subject of its own
	gerund            bool // "sending", with no auxiliary
	participle        bool // "sent", with no auxiliary: past tense or "which was sent"
	base              bool // the bare form: "that they send"
}

// clauses is a sentence with its verb groups.
type clauses struct {
	lists    *stages
	headline bool // ends without a full stop
	words    []clauseWord
	outside  clauseWord // empty
	groups   []verbGroup
	breaks   []int            // the words that a clause may begin behind, see mayBreak
	times    []timeExpression // of the sentence, once dated
	dated    bool
}

func (s *stages) clauses(text string, sentence sentence, m *workspace) *clauses {
	c := &clauses{lists: s, words: room(&m.clauses, len(sentence.Words)), outside: clauseWord{lexeme: &lexeme{}}}
	for i, w := range sentence.Words {
		c.words = append(c.words, clauseWord{w.In(text), w.Lower, w.Tag, w.Start, w.End, sentence.lexemes[i]})
	}
	c.words = kept(&m.clauses, c.words)
	for i := range c.words {
		if c.words[i].mayBreak() {
			c.breaks = append(c.breaks, i)
		}
	}
	if len(c.words) > 0 {
		last := c.words[len(c.words)-1]
		c.headline = last.tag != "." && last.tag != "''" && last.tag != ":"
	}
	for i := 0; i < len(c.words); {
		group, next := c.groupAt(i)
		if next > i {
			if group.infinitive && c.headlineFuture(&group) {
				group.modal, group.infinitive, group.finite = "will", false, true
			}
			c.groups = append(c.groups, group)
			i = next
			continue
		}
		i++
	}
	c.lonePast()
	c.shareAuxiliaries()
	for i := range c.groups {
		if g := &c.groups[i]; g.lemma == "tell" && g.class == demandClass && (i+1 == len(c.groups) || !c.groups[i+1].infinitive) {
			g.class = sayClass // "the chamber was told", not "was told to send"
		}
		if g := &c.groups[i]; g.class == refuseClass && c.deniesAt(g) {
			g.class = sayClass // "denied that", "rejected reports of"
		}
		if g := &c.groups[i]; g.lemma == "assign to" && c.verb(g.last+1) {
			g.lemma, g.class, g.last = "assign", orderClass, g.last-1 // "were assigned to guard", not "to the guard"
		}
		if g := &c.groups[i]; g.lemma == "add" && g.class == sayClass && c.startsAmount(g.last+1) {
			g.class = lightClass // "would add 800"
		}
	}
	return c
}

// lonePast makes a participle after its noun a verb of its own where the
// sentence has no other: "voters backed the mayor", badly tagged.
func (c *clauses) lonePast() {
	if c.headline {
		return
	}
	first := -1
	for i := range c.groups {
		switch g := &c.groups[i]; {
		case g.finite:
			return
		case first < 0 && g.participle:
			first = i
		}
	}
	if first >= 0 && strings.HasPrefix(string(c.at(c.groups[first].first-1).tag), "NN") {
		c.groups[first].finite = true
	}
}

// shareAuxiliaries gives a bare verb after "and" the auxiliaries of the verb
// before it: "will close the bridge and send 90".
func (c *clauses) shareAuxiliaries() {
	for i := 1; i < len(c.groups); i++ {
		before, g := &c.groups[i-1], &c.groups[i]
		if !g.base || g.first != g.main || !c.at(g.first-1).is("and", "or") || before.passive || before.perfect || before.progressive || before.gerund {
			continue
		}
		if before.modal != "" || before.infinitive {
			g.modal, g.infinitive, g.finite, g.negated, g.base = before.modal, before.infinitive, before.finite, before.negated, false
		}
	}
}

// startsAmount reports whether a number stands at word i, perhaps after words
// such as "about", "another" and "up to".
func (c *clauses) startsAmount(i int) bool {
	for k := i; k < i+4; k++ {
		w := c.at(k)
		if w.tag == "CD" || w.tag == "$" {
			return true
		}
		if !w.is("another", "about", "some", "up", "to", "more", "than", "at", "least", "over", "an", "additional", "nearly", "roughly", "as", "many") {
			return false
		}
	}
	return false
}

// headlineFuture reports whether the infinitive is a headline's future: "Chad to
// send 600".
func (c *clauses) headlineFuture(g *verbGroup) bool {
	if !c.headline || g.first == 0 || len(c.groups) > 0 || g.first > 1 && !strings.HasPrefix(string(c.at(g.first-1).tag), "NN") {
		return false
	}
	_, listed := c.lists.noun(c.at(g.first - 1).lower)
	return !listed && !c.at(g.first-1).is("plans", "plan", "bid", "set", "vows", "wants", "campaign", "drive", "effort", "push")
}

// at returns the word at i, the zero word outside the sentence.
func (c *clauses) at(i int) *clauseWord {
	if i < 0 || i >= len(c.words) {
		return &c.outside
	}
	return &c.words[i]
}

func (w *clauseWord) is(words ...string) bool { return isAny(w.lower, words) }

func (w *clauseWord) modal() bool {
	switch w.lower {
	case "will", "would", "could", "may", "might", "should", "must", "shall", "'ll", "'d", "wo", "can", "ca":
		return true
	}
	return false
}

func (w *clauseWord) have() bool {
	switch w.lower {
	case "have", "has", "had", "having", "'ve":
		return true
	}
	return false
}

func (w *clauseWord) be() bool {
	switch w.lower {
	case "be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m":
		return true
	case "'s":
		return w.tag != "POS"
	}
	return false
}

func (w *clauseWord) negation() bool { return w.is("not", "n't", "never", "no longer", "hardly") }

// adverb reports whether the word may stand inside a verb group.
func (w *clauseWord) adverb() bool {
	return w.tag == "RB" || w.tag == "RBR" || w.negation() ||
		w.is("yet", "already", "also", "still", "only", "now", "just", "since", "reportedly", "so", "far", "both", "all", "currently", "formally", "ever")
}

// verb reports whether the word is a verb by its tag, or by the lists where its
// place asks for one.
func (c *clauses) verb(i int) bool {
	w := c.at(i)
	readings := w.lexeme.stageVerbs
	listed := readings != nil
	if !listed && !strings.HasPrefix(string(w.tag), "VB") && !w.is("cost", "costs", "flee") {
		return false // as most
	}
	if w.is("including", "according", "following", "regarding", "concerning", "excluding", "despite", "during") {
		return false
	}
	before, next := c.at(i-1), c.at(i+1)
	switch {
	case w.is("cost", "costs") && before.is("that", "which") && (next.tag == "$" || next.tag == "CD"):
		return true
	case listed && c.startsAmount(i+1) && w.text == w.lower && c.afterSubject(i):
		return true // "Chad and Togo contribute 410", "the operation involved more than 900", badly tagged
	case (w.tag == "VBP" || w.tag == "VB" || w.tag == "VBZ") && (before.tag == "POS" || before.tag == "PRP$" || before.tag == "DT"):
		return false // "the ministry's aim is", badly tagged
	case i == 0 && (w.tag == "VBD" || w.tag == "VBN") && !listed && next.is("to"):
		return false // "Chad to send 600", badly tagged
	case w.is("flee") && (before.tag == "NNS" || before.tag == "CD"):
		return true
	case w.tag == "VBZ" && before.is("increase", "raise", "boost", "double", "triple"):
		return false // "increase arrests to 3,000"
	case (w.tag == "VBN" || w.tag == "VBD") && before.tag == "DT" && (next.tag == "." || next.tag == "," || next.tag == "IN" && !next.is("by")):
		return false // "the displaced"
	case strings.HasPrefix(string(w.tag), "VB"):
		return true
	case !listed || w.tag == "DT" || w.tag == "CD" || w.tag == "IN":
		return false
	case before.lower == "to" || before.modal():
		return w.tag != "NNS" // not "agreed to requests"
	case i == 0:
		return false
	case w.is("cost", "costs") && (next.tag == "$" || next.tag == "CD" || w.is("costs") && next.is("about", "around", "some", "nearly", "almost", "roughly", "up", "more", "between")):
		return true
	case w.tag == "JJ" && strings.HasSuffix(w.lower, "ed") && strings.HasPrefix(string(before.tag), "NN") && (strings.HasPrefix(string(next.tag), "NN") || next.tag == "CD" || next.tag == "DT" || next.tag == "PRP$"):
		return true // "the commissioner directed officers", badly tagged
	case w.tag == "NN" && next.tag == "VBZ" && !next.be() && c.at(i+2).is("to"):
		return true // "agents increase arrests to 3,000", badly tagged
	case w.is("die", "flee") && (before.tag == "NNS" || before.tag == "CD"):
		return true
	case w.tag == "NN" && before.tag == "NNS" && next.is("to", "by", "from") && c.at(i+2).tag == "CD":
		return true // "arrests slip to 900", badly tagged
	case w.tag == "NNS" && next.tag == "VBG" && strings.HasSuffix(next.lower, "ing"):
		return true // "the plan proposes sending"
	}
	// A headline's "Kenya deploys 400", which taggers take for a noun.
	if !c.headline && !(w.tag == "NNS" && next.tag == "CD") || readings[0].class == happenClass || c.lists.forces[singularOf(w.lower)] {
		return false
	}
	noun := before.tag == "NNP" || before.tag == "NNPS" || before.tag == "NNS" || (before.tag == "NN" || before.tag == "RB" || before.tag == "PRP") && w.tag == "NNS"
	return noun && (w.tag == "NN" || w.tag == "NNS" || w.tag == "NNP") && (next.tag == "CD" || next.tag == "NNP" || next.tag == "DT" || next.is("for", "more", "about", "up", "some", "over", "nearly", "dozens", "hundreds", "thousands", "to"))
}

// afterSubject reports whether word i may be the verb of the noun before it: it
// ends as a past tense does, or as a verb of the noun's number.
func (c *clauses) afterSubject(i int) bool {
	w, before := c.at(i), c.at(i-1)
	switch before.tag {
	case "NN", "NNP":
		return strings.HasSuffix(w.lower, "ed") || c.at(i-2).is("and") && !strings.HasSuffix(w.lower, "s")
	case "NNS", "NNPS":
		return !strings.HasSuffix(w.lower, "s")
	}
	return before.is("each", "both")
}
