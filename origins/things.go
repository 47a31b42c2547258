package origins

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

//go:embed things.txt
var thingsFile string

// Things knows which words may name the same counted thing ("agents" and
// "personnel"). It is not changed after it was made.
type Things struct {
	sets map[string][]int  // word to the lines of things.txt it stands in
	one  map[string]string // word to the first of the words that are one with it
	wide map[string]bool   // words that may stand for what is more special: "animals" for cattle
}

// NewThings reads the built-in list, things.txt.
func NewThings() *Things {
	t := &Things{sets: map[string][]int{}, one: map[string]string{}, wide: map[string]bool{}}
	for i, line := range strings.Split(thingsFile, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if words, wide := strings.CutPrefix(line, "> "); wide {
			for _, word := range strings.Fields(words) {
				t.wide[word] = true
			}
			continue
		}
		line, one := strings.CutPrefix(line, "= ")
		words := strings.Fields(line)
		for _, word := range words {
			if one {
				t.one[word] = words[0]
			}
			t.sets[word] = append(t.sets[word], i)
		}
	}
	return t
}

// Same reports whether two counted things may be one: the same head noun, or
// heads of one set. A thing that is not named may be any.
func (t *Things) Same(a, b string) bool {
	if a == b {
		return true
	}
	x, y := Head(a), Head(b)
	if x == "" || y == "" || x == y {
		return true
	}
	return slices.ContainsFunc(t.sets[x], func(set int) bool { return slices.Contains(t.sets[y], set) })
}

// Wide reports whether a counted thing has a name so wide that a more special one may stand for
// it: "members" are observers, "animals" cattle.
func (t *Things) Wide(counted string) bool { return t.wide[Head(counted)] }

// Head returns the head noun of a counted thing, one for all that a retelling may put
// for each other: "troop" for "soldiers" and "members of the armed forces".
func (t *Things) Head(counted string) string {
	head := Head(counted)
	if one, ok := t.one[head]; ok {
		return one
	}
	return head
}

// People reports whether a counted thing is people.
func (t *Things) People(counted string) bool { return Head(counted) != "" && t.Same(counted, "person") }

// Head returns the head noun of a counted thing, singular and in small
// letters: "National Guard troops" and "troops of the Guard" have "troop". Members are
// what they are members of: "service-member", of "members of the armed forces" "force".
func Head(counted string) string {
	if isWord(counted) {
		return singular(counted)
	}
	words := thingWords(counted)
	var rest []string
	for i, word := range words {
		if i > 0 && headEnds(word) {
			words, rest = words[:i], words[i:]
			break
		}
	}
	if len(words) == 0 {
		return ""
	}
	head := singular(words[len(words)-1])
	if head != "member" {
		return head
	}
	if len(words) > 1 && slices.Contains([]string{"service", "crew", "staff"}, words[len(words)-2]) {
		return words[len(words)-2] + "-" + head
	}
	if len(rest) > 1 && rest[0] == "of" {
		if of := Head(strings.TrimPrefix(strings.Join(rest[1:], " "), "the ")); slices.Contains([]string{"force", "military", "army", "navy", "guard", "staff", "crew", "public", "police"}, of) {
			return of
		}
	}
	return head
}

// headEnds reports whether what follows the word describes the head before it.
func headEnds(word string) bool {
	switch word {
	case "of", "from", "to", "for", "by", "in", "at", "on", "with", "within", "across", "that", "who", "which", "a", "an", "per", "each", "every", "including", "during", "under", "against":
		return true
	}
	return false
}

// sharedWords counts the words, heads included, that two things have in common.
func sharedWords(a, b string) int {
	n, other := 0, thingWords(b)
	for i := range other {
		other[i] = singular(other[i])
	}
	for _, word := range thingWords(a) {
		if !headEnds(word) && word != "the" && slices.Contains(other, singular(word)) {
			n++
		}
	}
	return n
}

// isWord reports whether a counted thing is one word in small letters, as most are.
func isWord(s string) bool {
	for i := range len(s) {
		if (s[i] < 'a' || s[i] > 'z') && s[i] != '-' {
			return false
		}
	}
	return s != ""
}

func thingWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	})
}

// singular takes the regular plural endings off.
func singular(word string) string {
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case len(word) > 4 && (strings.HasSuffix(word, "sses") || strings.HasSuffix(word, "ches") || strings.HasSuffix(word, "shes") || strings.HasSuffix(word, "xes")):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "uses") && word != "abuses" && (strings.HasSuffix(word, "buses") || strings.HasSuffix(word, "viruses") || strings.HasSuffix(word, "campuses") || strings.HasSuffix(word, "bonuses")):
		return word[:len(word)-2]
	case len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us"):
		return word[:len(word)-1]
	}
	return word
}

// Known reports whether a word names a counted thing of the list.
func (t *Things) Known(word string) bool { return len(t.sets[singular(strings.ToLower(word))]) > 0 }
