package claims

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// scoredFields are compared on figures found with the right value.
// "whole" asks for those of wholeFields at once.
var (
	scoredFields = []string{"qualifier", "unit", "per", "counted", "organisation", "stage", "act", "when", "method", "root", "chain"}
	wholeFields  = []string{"qualifier", "unit", "per", "counted", "organisation", "stage", "method", "root"}
	// labelFields have few labels, some of them rare: their F1 is also taken
	// label by label, so that the common one does not hide the others.
	labelFields = []string{"qualifier", "unit", "per", "stage", "act", "method"}
)

// rightValue says whether the reader commits to the ends that the words commit
// to. A vague figure has no ends to be right about.
func rightValue(g goldFigure, f Figure) bool {
	if g.Qualifier == Vague {
		return true
	}
	low, high := f.Stated.Min, f.Stated.Max
	if sameEnd(g.Min, low.Bounded, low.Value.Float()) && sameEnd(g.Max, high.Bounded, high.Value.Float()) {
		return true
	}
	return g.Qualifier == About && f.Value != nil && sameEnd(g.Min, true, f.Value.Float())
}

func sameEnd(gold *float64, bounded bool, value float64) bool {
	if gold == nil || !bounded {
		return gold == nil && !bounded
	}
	return math.Abs(*gold-value) <= 1e-6*math.Max(math.Abs(*gold), math.Abs(value))
}

// rightFields compares the fields of one figure. "when" is left out where the
// text tells no time.
func rightFields(g goldFigure, f Figure, names *Names) map[string]bool {
	right := map[string]bool{
		"qualifier":    g.Qualifier == f.Qualifier,
		"unit":         g.Unit == f.Unit,
		"per":          g.Per == f.Per,
		"counted":      headNoun(g.Counted) == headNoun(f.Counted) || g.Counted == "" && g.Unit != "",
		"organisation": sameOrganisation(g.Organisation, f.Organisation, names),
		"stage":        g.Stage == f.Stage,
		"act":          g.Act == f.Act,
		"method":       (g.Attribution.Method == None) == (f.Attribution.Method == None),
		"root":         sameHop(g.Attribution.Root(), f.Attribution.Root(), names),
		"chain":        slices.EqualFunc(g.Attribution.Chain, f.Attribution.Chain, func(a, b Hop) bool { return sameHop(a, b, names) }),
	}
	if g.When != nil {
		right["when"] = f.About != nil && f.About.Period == *g.When
	}
	right["whole"] = true
	for _, field := range wholeFields {
		right["whole"] = right["whole"] && right[field]
	}
	return right
}

// label returns the label of a field, for scores by label.
func label(field string, f Figure) string {
	switch field {
	case "qualifier":
		return string(f.Qualifier)
	case "unit":
		return f.Unit
	case "per":
		return f.Per
	case "stage":
		return string(f.Stage)
	case "act":
		return string(f.Act)
	}
	return string(f.Attribution.Method)
}

// asFigure holds what an annotation says in the form of the reader's answer,
// so that both can be shown alike.
func (g goldFigure) asFigure() Figure {
	f := Figure{Qualifier: g.Qualifier, Unit: g.Unit, Per: g.Per, Counted: g.Counted, Organisation: g.Organisation,
		Stage: g.Stage, Act: g.Act, Attribution: g.Attribution}
	if g.When != nil {
		f.About = &When{Period: *g.When}
	}
	return f
}

var (
	afterHead = regexp.MustCompile(`(?i)\b(of|from|in|for|to|who|that|at|with)\b.*`)
	noWord    = regexp.MustCompile(`[^\pL\pN]+`)
	possess   = regexp.MustCompile(`['’]s\b`)
)

// plainWords returns the words of a name in lower case, without an article.
func plainWords(s string) []string {
	words := strings.Fields(noWord.ReplaceAllString(possess.ReplaceAllString(strings.ToLower(s), ""), " "))
	if len(words) > 1 && slices.Contains([]string{"the", "a", "an"}, words[0]) {
		words = words[1:]
	}
	return words
}

// headNoun returns the last word before a preposition, without a plural s:
// "members of the Guard" counts members.
func headNoun(counted string) string {
	words := plainWords(afterHead.ReplaceAllString(counted, ""))
	if len(words) == 0 {
		return ""
	}
	head := words[len(words)-1]
	if len(head) > 3 {
		head = strings.TrimSuffix(head, "s")
	}
	return head
}

// filed returns a name as the list of names files it, in plain words.
func filed(name string, names *Names) []string {
	if known, found := names.ByName(name); found {
		name = known.Short
	}
	return plainWords(name)
}

// sameOrganisation takes the fuller of two names for the same: "police",
// "French police".
func sameOrganisation(a, b string, names *Names) bool {
	x, y := filed(a, names), filed(b, names)
	if len(x) == 0 || len(y) == 0 {
		return len(x) == len(y)
	}
	return within(x, y) || within(y, x)
}

// sameHop compares hops of one kind as their kind allows: persons by their last
// name, who is only described by one word in common, "reportedly" by nothing.
func sameHop(a, b Hop, names *Names) bool {
	if a.Kind != b.Kind {
		return false
	}
	x, y := filed(a.Name, names), filed(b.Name, names)
	if a.Kind == Unspecified || slices.Equal(x, y) {
		return true
	}
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if a.Kind == Person && x[len(x)-1] == y[len(y)-1] {
		return true
	}
	x, y = distinctive(x), distinctive(y)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	switch a.Kind {
	case Anonymous, DocumentHop, Dataset:
		return slices.ContainsFunc(x, func(word string) bool { return slices.Contains(y, word) })
	case Person:
		return false
	}
	return within(x, y) || within(y, x)
}

// distinctive leaves out the words that every description may have.
func distinctive(words []string) []string {
	common := strings.Fields("of with the to a an in on for by and one two three several some")
	return slices.DeleteFunc(slices.Clone(words), func(word string) bool { return slices.Contains(common, word) })
}

func within(part, all []string) bool {
	return !slices.ContainsFunc(part, func(word string) bool { return !slices.Contains(all, word) })
}
