package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed cue_conditions.txt
var cueConditionsFile string

// condition is a phrase that begins what must be met first.
type condition struct {
	words  []string
	grants bool // only before a noun for what is granted: "approval"
}

func (c *cues) readConditions(file string) error {
	c.conditions, c.grants = map[string][]condition{}, map[string]bool{}
	for i, line := range strings.Split(file, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if nouns, found := strings.CutPrefix(line, "grants:"); found {
			for noun := range strings.SplitSeq(nouns, ",") {
				c.grants[strings.TrimSpace(noun)] = true
			}
			continue
		}
		phrase, grants := strings.CutPrefix(line, "* ")
		words := strings.Fields(phrase)
		if len(words) == 0 {
			return fmt.Errorf("line %d: expected words behind the star, found none", i+1)
		}
		c.conditions[words[0]] = append(c.conditions[words[0]], condition{words, grants})
	}
	for _, list := range c.conditions {
		slices.SortStableFunc(list, func(a, b condition) int { return len(b.words) - len(a.words) })
	}
	return nil
}

// conditionsIn returns the conditions of the sentence, in order: each from the
// word that begins it to the end of its clause.
func (c *cues) conditionsIn(l *line) []run {
	if l.marks&mayCondition == 0 {
		return nil
	}
	var found []run
	for i := 0; i < len(l.words); i++ {
		if l.lexemes[i].marks&mayCondition == 0 {
			continue
		}
		for _, condition := range l.lexemes[i].conditions {
			if !l.sequence(i, condition.words) {
				continue
			}
			if r := c.conditionAt(l, i, condition); !r.empty() {
				found = append(found, r)
				i = r.to - 1
			}
			break
		}
	}
	return found
}

// conditionAt returns the condition that the phrase at i begins; it is empty
// where the words are no condition: "asked if", "even if", "dozens if not more".
func (c *cues) conditionAt(l *line, i int, condition condition) run {
	next := i + len(condition.words)
	if condition.grants {
		return c.grantAt(l, i, next)
	}
	if l.is(i, "if") {
		if l.is(i-1, "even", "as", "what") || l.is(next, "not", "any", "anything", "so", "ever", "only", "at") || l.asksIf(i) {
			return run{}
		}
	}
	if l.is(i, "subject") && !l.tagged(next, "DT", "NN", "JJ", "PRP$", "VBG") {
		return run{}
	}
	return run{i, l.conditionEnd(i, next)}
}

// grantAt reads "needs the approval of S" and "pending S's approval" at i.
func (c *cues) grantAt(l *line, i, next int) run {
	if l.is(i, "pending") && (l.tagged(i-1, "DT", "PRP$", "JJ", "CD") || l.is(i-1, "is", "are", "was", "were", "still")) {
		return run{}
	}
	for k := next; k < len(l.words) && k < next+6; k++ {
		if l.comma(k) || l.stop(k) || l.tagged(k, "VBD", "VBZ", "VBP", "MD", "TO") {
			return run{}
		}
		if !c.grants[l.words[k].Lower] {
			continue
		}
		from, negated := l.group(i)
		if negated || l.is(from-1, "without") {
			return run{}
		}
		end := k + 1
		if l.is(end, "of", "by", "from") {
			if by, core := l.phraseRight(end+1, false); !by.empty() {
				end = core
			}
		}
		return run{from, end}
	}
	return run{}
}

// asksIf says whether "if" at i means whether: it stands behind a verb or an
// adjective of asking, knowing or doubting.
func (l *line) asksIf(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if l.comma(k) {
			return false
		}
		if l.is(k, "ask", "asks", "asked", "asking", "wonder", "wonders", "wondered", "wondering", "know", "knows", "knew", "see", "say", "tell", "decide", "decides", "decided", "determine", "doubt", "question", "check", "checked", "consider", "sure", "unsure", "clear", "unclear", "uncertain", "doubtful", "remember", "discuss") {
			return true
		}
		if !l.tagged(k, "PRP", "RB", "NN", "DT") {
			return false
		}
	}
	return false
}

// conditionEnd returns where the clause of the condition at i ends: before the
// main clause behind a comma, or with the sentence.
func (l *line) conditionEnd(i, next int) int {
	for k := next; k < len(l.words); k++ {
		switch {
		case l.stop(k), l.is(k, ":"), l.quoteMark(k), l.comma(k) && !l.is(k, ","):
			return k
		case l.comma(k) && l.is(k+1, "which", "who") && l.appositiveAfter(k) > 0:
			k = l.appositiveAfter(k)
		case l.comma(k) && !(l.tagged(k+1, "NN", "CD", "JJ") && l.listGoesOn(k)):
			return k
		case l.tagged(k, "CC") && l.verbFollows(k+1) && l.is(k, "but"):
			return k
		}
	}
	return len(l.words)
}

// listGoesOn says whether the comma at k stands between the items of a list
// that "and" or "or" closes, with no verb between.
func (l *line) listGoesOn(k int) bool {
	for j := k + 1; j < len(l.words) && j < k+8; j++ {
		if l.tagged(j, "VBD", "VBZ", "VBP", "MD") {
			return false
		}
		if l.is(j, "and", "or") {
			return true
		}
	}
	return false
}

// conditionsOf returns the conditions in the draft's clause: those under which
// it is told, or of which it is a part.
func (t *testimony) conditionsOf(d *draft) []Span {
	found := t.conditions[d.sentence]
	if len(found) == 0 {
		return nil
	}
	l := t.lines[d.sentence]
	at := 0
	for at+1 < len(l.words) && l.words[at].End <= d.number[0] {
		at++
	}
	clause := l.clause(at)
	var spans []Span
	for _, r := range found {
		if clause.holds(r.from) && !l.besideRelative(r, at) {
			spans = append(spans, t.span(l.bytes(r)))
		}
	}
	return spans
}

// besideRelative says whether the condition stands in a relative clause between
// commas that does not hold the word at: "Berg, who would go if asked, sent 40".
func (l *line) besideRelative(r run, at int) bool {
	for k := r.from - 1; k > 0; k-- {
		if l.comma(k) {
			return l.is(k+1, "who", "whose") && (at < k || l.comma(r.to) && at > r.to)
		}
	}
	return false
}
