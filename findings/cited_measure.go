package findings

import (
	_ "embed"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

//go:embed containers.txt
var containersFile string

// newContainers returns, by word, the first word of its line of containers.txt.
func newContainers() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(containersFile) {
		words := strings.Fields(line)
		if strings.HasPrefix(line, "#") || len(words) == 0 {
			continue
		}
		for _, word := range words {
			out[word] = words[0]
		}
	}
	return out
}

// measuredOtherwise reports whether a telling has the number of a figure of its source in
// another measure of the same stuff, and neither text has it in both.
func (s *sources) measuredOtherwise(f, g *Figure, t sourceText) bool {
	v := s.view
	if t.hold < byItsText || f.Claim.Value.Cmp(interval.Int(leastTold)) < 0 || !equalNumbers(f, g) || f.Claim.Act == claims.Deny || g.Claim.Act == claims.Deny || !s.otherMeasure(f, g) ||
		significant(*f.Claim.Value) == 1 && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) < 2 { // such a number recurs by chance
		return false
	}
	both := func(document string, f, other *Figure) bool {
		return slices.ContainsFunc(v.own(document), func(h *Figure) bool {
			return h != f && h.Claim.Value != nil && equalNumbers(h, other) && !s.otherMeasure(h, other)
		})
	}
	return !both(f.Document, f, g) && !both(g.Document, g, f)
}

// otherMeasure reports whether two tellings of one number measure one stuff in two ways:
// "18,000 tonnes of grain" and "18,000 truckloads of grain", "cigarettes" and "packets of
// cigarettes".
func (s *sources) otherMeasure(f, g *Figure) bool {
	if s.containedOrWeighed(f, g) || s.containedOrWeighed(g, f) {
		return true
	}
	a, stuff := s.measureOf(f)
	b, other := s.measureOf(g)
	return a != b && stuff != "" && stuff == other
}

// containedOrWeighed reports whether a number counts containers of nothing in particular, and
// another weighs what is in them: "18,400 containers" and "18,400 tonnes of goods".
func (s *sources) containedOrWeighed(f, g *Figure) bool {
	_, container := s.containers[origins.Head(f.Claim.Counted)]
	return container && f.Claim.Unit == "" && f.Claim.Per == "" && g.Claim.Per == "" && thingBeside(f.Claim) && significant(*f.Claim.Value) > 1 &&
		slices.Contains([]string{"metric ton", "ton", "kilogram", "litre", "cubic metre", "gallon"}, g.Claim.Unit) && origins.SharedWords(s.view.wordsBeside(f), s.view.wordsBeside(g)) > 0
}

// measureOf returns what a number is measured in, "" where it counts the stuff itself, and
// the head noun of the stuff; both "" where the words do not say it beside the number.
func (s *sources) measureOf(f *Figure) (measure, stuff string) {
	c := f.Claim
	_, container := s.containers[origins.Head(c.Counted)]
	if c.Per != "" || !container && (money(&c) || c.Unit == "") {
		return "", origins.Head(c.Counted)
	}
	_, after := s.view.around(f)
	words := strings.Fields(after)
	at := slices.Index(words[:min(len(words), 4)], "of")
	if at < 1 {
		return "", ""
	}
	stuff = origins.Head(phraseOf(words[at+1:]))
	if container {
		return s.containers[origins.Head(c.Counted)], stuff
	}
	return c.Unit, stuff
}

// phraseOf returns the words of a noun up to the one that ends it: a mark or a small word.
func phraseOf(words []string) string {
	var out []string
	for _, word := range words {
		bare := strings.TrimRight(word, ",;:.)")
		if len(out) > 0 && (len(bare) < 4 || slices.Contains([]string{"until", "were", "have", "from", "with", "into", "over", "that", "which", "will", "would", "could", "this", "last"}, bare)) {
			break
		}
		out = append(out, bare)
		if bare != word || len(out) == 3 {
			break
		}
	}
	return strings.Join(out, " ")
}
