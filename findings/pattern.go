package findings

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// pattern is a regular expression that is made when first used, and that passes over what it
// cannot match before it is asked: each match holds one of some pieces of words, which
// follow from the expression itself. Most sentences hold none.
type pattern struct {
	expression string
	made       sync.Once
	regexp     *regexp.Regexp
	any        *pieces // one of them stands in each match; nil for not known
	begins     *pieces // where each match begins the text: with one of them; nil for not known
	ends       *pieces // likewise
}

// newPattern returns the pattern of an expression. When first used it panics on one that is
// no regular expression.
func newPattern(expression string) *pattern { return &pattern{expression: expression} }

func (p *pattern) make() {
	p.regexp = regexp.MustCompile(p.expression)
	tree, err := syntax.Parse(p.expression, syntax.Perl)
	if err != nil {
		return
	}
	need := needOf(tree)
	if need.begins != nil {
		p.begins = newBeginnings(need.begins)
	}
	if need.ends != nil {
		p.ends = newEndings(need.ends)
	}
	if any := need.pieces(); any != nil && weak(need.begins) && weak(need.ends) {
		p.any = newPieces(append(any, foldedOddly...)...)
	}
}

// weak reports whether strings that each match begins or ends with rule out little.
func weak(list []string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return len(s) < 3 }) || len(list) == 0
}

// may reports whether a text may hold a match.
func (p *pattern) may(text string) bool {
	p.made.Do(p.make)
	switch {
	case p.begins != nil && !p.begins.mayBegin(text), p.ends != nil && !p.ends.mayEnd(text):
		return false
	}
	return p.any == nil || p.any.in(text)
}

// MatchString and the others do what those of regexp do.
func (p *pattern) MatchString(text string) bool { return p.may(text) && p.regexp.MatchString(text) }

func (p *pattern) FindString(text string) string {
	if !p.may(text) {
		return ""
	}
	return p.regexp.FindString(text)
}

func (p *pattern) FindStringIndex(text string) []int {
	if !p.may(text) {
		return nil
	}
	return p.regexp.FindStringIndex(text)
}

func (p *pattern) FindStringSubmatch(text string) []string {
	if !p.may(text) {
		return nil
	}
	return p.regexp.FindStringSubmatch(text)
}

func (p *pattern) ReplaceAllString(text, by string) string {
	if !p.may(text) {
		return text
	}
	return p.regexp.ReplaceAllString(text, by)
}

func (p *pattern) FindAllString(text string, n int) []string {
	if !p.may(text) {
		return nil
	}
	return p.regexp.FindAllString(text, n)
}

func (p *pattern) FindAllStringSubmatch(text string, n int) [][]string {
	if !p.may(text) {
		return nil
	}
	return p.regexp.FindAllStringSubmatch(text, n)
}

func (p *pattern) FindAllStringSubmatchIndex(text string, n int) [][]int {
	if !p.may(text) {
		return nil
	}
	return p.regexp.FindAllStringSubmatchIndex(text, n)
}

// need is what follows from an expression for each of its matches. Letters are small ones.
type need struct {
	exact        []string // it is one of these; nil for not known
	any          []string // it holds one of these; nil for not known
	begins, ends []string // it lies at the beginning, or the end, of the text, and that is one of these; likewise
}

// mostExact and mostPieces are how many strings are kept for one part of an expression, and
// for all of it.
const mostExact, mostPieces = 24, 96

// pieces returns strings of which each match holds one; nil for none.
func (n need) pieces() []string {
	if n.exact == nil {
		return n.any
	}
	for _, s := range n.exact {
		if s == "" {
			return nil
		}
	}
	return n.exact
}

func needOf(re *syntax.Regexp) need {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return need{exact: []string{""}}
	case syntax.OpLiteral:
		text := string(re.Rune)
		if re.Flags&syntax.FoldCase != 0 && strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 }) >= 0 {
			return need{}
		}
		return need{exact: []string{smallLetters(text)}}
	case syntax.OpCharClass:
		return need{exact: runesOf(re.Rune)}
	case syntax.OpCapture:
		return needOf(re.Sub[0])
	case syntax.OpQuest:
		if sub := needOf(re.Sub[0]); sub.exact != nil {
			return need{exact: append(sub.exact, "")}
		}
	case syntax.OpPlus:
		return need{any: needOf(re.Sub[0]).pieces()}
	case syntax.OpRepeat:
		if re.Min > 0 {
			return need{any: needOf(re.Sub[0]).pieces()}
		}
	case syntax.OpAlternate:
		return needOfAny(re.Sub)
	case syntax.OpConcat:
		return needOfAll(re.Sub)
	}
	return need{}
}

// needOfAny returns the need of an expression that one of several makes.
func needOfAny(list []*syntax.Regexp) need {
	subs := make([]need, len(list))
	for i, re := range list {
		subs[i] = needOf(re)
	}
	union := func(of func(need) []string, most int) []string {
		var out []string
		for _, sub := range subs {
			more := of(sub)
			if more == nil || len(out)+len(more) > most {
				return nil
			}
			out = append(out, more...)
		}
		return out
	}
	return need{
		exact:  union(func(n need) []string { return n.exact }, mostExact),
		any:    union(need.pieces, mostPieces),
		begins: union(func(n need) []string { return n.begins }, mostPieces),
		ends:   union(func(n need) []string { return n.ends }, mostPieces),
	}
}

// needOfAll returns the need of an expression that several make one after the other: of their
// runs of known strings the one that says most.
func needOfAll(list []*syntax.Regexp) need {
	var out need
	run, whole, fromBegin := []string{""}, true, false
	end := func(atEnd bool) {
		known := need{exact: run}.pieces()
		if known == nil {
			return
		}
		if fromBegin {
			out.begins = known
		}
		if atEnd {
			out.ends = known
		}
		out.any = better(out.any, known)
	}
	for i, re := range list {
		if re.Op == syntax.OpBeginText && i == 0 {
			fromBegin = true
			continue
		}
		if re.Op == syntax.OpEndText {
			end(true)
			run, fromBegin = []string{""}, false
			continue
		}
		sub := needOf(re)
		if sub.exact != nil && len(run)*len(sub.exact) <= mostExact {
			run = product(run, sub.exact)
			continue
		}
		end(false)
		run, whole, fromBegin = []string{""}, false, false
		if sub.exact != nil {
			run = sub.exact
		} else {
			out.any = better(out.any, sub.any)
		}
	}
	end(false)
	if whole && out.begins == nil && out.ends == nil {
		out.exact = run
	}
	return out
}

// better returns the list whose shortest string is longer, or that is shorter itself.
func better(a, b []string) []string {
	if a == nil || b == nil {
		return append(a, b...)
	}
	shortest := func(list []string) int {
		n := len(list[0])
		for _, s := range list {
			n = min(n, len(s))
		}
		return n
	}
	if x, y := shortest(a), shortest(b); x > y || x == y && len(a) <= len(b) {
		return a
	}
	return b
}

func product(a, b []string) []string {
	out := make([]string, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+y)
		}
	}
	return out
}

// runesOf returns the characters of a class that has only a few; nil for others.
func runesOf(pairs []rune) []string {
	var out []string
	for i := 0; i+1 < len(pairs); i += 2 {
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			if len(out) == mostExact {
				return nil
			}
			out = append(out, smallLetters(string(r)))
		}
	}
	return out
}
