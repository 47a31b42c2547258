package findings

import (
	_ "embed"
	"strings"
)

//go:embed scopes.txt
var scopesFile string

// scopeWord is a word that says over how much a number is told, with the group that it is of
// and its meaning within that.
type scopeWord struct {
	word           string
	group, meaning int
}

func newScopeWords() []scopeWord {
	var out []scopeWord
	group := 0
	for line := range strings.Lines(scopesFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for meaning, words := range strings.Split(strings.TrimSpace(line), "|") {
			for word := range strings.SplitSeq(words, ",") {
				out = append(out, scopeWord{strings.TrimSpace(word), group, meaning})
			}
		}
		group++
	}
	return out
}

// scopesOf returns the words of scope in the clause of a figure, by group; a group of which
// it has two is left out.
func (s *sources) scopesOf(f *Figure) map[int]scopeWord {
	return f.scopes.get(func() map[int]scopeWord { return s.findScopes(f) })
}

func (s *sources) findScopes(f *Figure) map[int]scopeWord {
	clause := s.view.clauseText(f)
	if !s.anyScope.in(clause) {
		return nil
	}
	clause = strings.ToLower(clause)
	var out map[int]scopeWord
	for _, w := range s.scopes {
		at := strings.Index(clause, w.word)
		if at < 0 || at > 0 && letter(clause[at-1]) || at+len(w.word) < len(clause) && letter(clause[at+len(w.word)]) {
			continue
		}
		if out == nil {
			out = map[int]scopeWord{}
		}
		if before, seen := out[w.group]; seen && before.meaning != w.meaning {
			w.meaning = -1
		}
		out[w.group] = w
	}
	return out
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b == '-' }

// otherScope says of what each of two tellings is told where that cannot be one: "rural" and
// "throughout the country"; "" otherwise.
func (s *sources) otherScope(f, g *Figure) string {
	for _, h := range []*Figure{f, g} { // "most of the 23,600 houses" are told of another scope than all of them
		if before, _ := s.view.around(h); s.partOf.MatchString(before) {
			return ""
		}
	}
	if how := s.view.otherReach(f, g); how != "" {
		return how
	}
	mine := s.scopesOf(f)
	if mine == nil {
		return ""
	}
	theirs := s.scopesOf(g)
	for group := range s.scopes[len(s.scopes)-1].group + 1 {
		own, here := mine[group]
		other, there := theirs[group]
		if here && there && own.meaning >= 0 && other.meaning >= 0 && own.meaning != other.meaning {
			return "one is told of " + quoted(own.word) + ", the other of " + quoted(other.word)
		}
	}
	return ""
}
