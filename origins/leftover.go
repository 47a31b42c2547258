package origins

import (
	"slices"

	"muster/claims"
	"muster/interval"
)

// leftOver pairs tellings of different amounts that are still one figure: what
// a text retells from another whose publisher it names, and what a headline
// retells from the text below it. The pair must be the only one of its kind
// that is left over on both sides, the amounts near or a slipped zero apart, and
// the sentences must not speak of two matters.
func (s *search) leftOver(join *join) []candidate {
	byText := map[int][]int{}
	for i, t := range s.tellings {
		byText[t.text] = append(byText[t.text], i)
	}
	options := map[int][]int{} // telling to those it may retell
	back := map[int][]int{}
	note := func(a, b int) {
		if !s.mayRetell(a, b) {
			return
		}
		options[a] = append(options[a], b)
		back[b] = append(back[b], a)
	}
	for a, t := range s.tellings {
		if t.Headline && len(join.members(a)) == 1 {
			for _, b := range byText[t.text] {
				if !s.tellings[b].Headline {
					note(a, b)
				}
			}
			continue
		}
		for _, hop := range beyond(t.source.Chain) {
			for _, other := range s.byPublisher[s.identity.key(hop.Name)] {
				if !s.names(hop, t.text, other) || s.told(join, a, other) {
					continue
				}
				for _, b := range byText[other] {
					if !s.told(join, b, t.text) {
						note(a, b)
					}
				}
			}
		}
	}
	var pairs []candidate
	for a := range s.tellings {
		list := slices.Compact(options[a])
		if len(list) == 1 && len(slices.Compact(back[list[0]])) == 1 {
			pairs = append(pairs, candidate{a, list[0], 1})
		}
	}
	return pairs
}

// told reports whether the figure of telling i is told in the given text.
func (s *search) told(join *join, i, text int) bool {
	return slices.ContainsFunc(join.members(i), func(j int) bool { return s.tellings[j].text == text })
}

// mayRetell reports whether telling a can be a changed telling of b.
func (s *search) mayRetell(a, b int) bool {
	x, y := s.tellings[a].Claim, s.tellings[b].Claim
	if s.daysBetween(s.tellings[a].text, s.tellings[b].text) > longestChanged || s.excludes(a, b) || common(x) || common(y) || x.Value == nil || y.Value == nil || y.Value.Sign() <= 0 {
		return false
	}
	if head := Head(x.Counted); head == "" || head != Head(y.Counted) || family(y.Stage) == "" || !s.tellings[a].Headline && !oneStage(x.Stage, y.Stage) {
		return false
	}
	if x.Organisation != "" && y.Organisation != "" && !s.identity.Same(x.Organisation, y.Organisation) {
		return false
	}
	return nearAmounts(*x.Value, *y.Value) && s.alike(a, b)
}

// longestChanged is how many days after a text another with another amount may still retell it:
// later ones have newer numbers.
const longestChanged = 14

// oneStage reports whether two stages are one for tellings of different amounts:
// what is on its way is not yet there.
func oneStage(x, y claims.Stage) bool {
	return x == y || family(x) == "wished" && family(y) == "wished"
}

// nearAmounts reports whether one amount is at most half as much again as the other,
// or the same with zeros too many.
func nearAmounts(x, y interval.Number) bool {
	ratio := x.Div(y)
	for _, slip := range []interval.Number{interval.Int(10), interval.Int(100), interval.Int(1000)} {
		if ratio.Equal(slip) || ratio.Mul(slip).Equal(interval.Int(1)) {
			return true
		}
	}
	return ratio.Cmp(interval.Frac(2, 3)) >= 0 && ratio.Cmp(interval.Frac(3, 2)) <= 0
}

// enoughShared is how many words full sentences of different amounts must share.
const enoughShared = 2

// alike reports whether the sentences of two tellings of different amounts may be
// of one matter: neither tells it of a part of something, and they share words.
func (s *search) alike(i, j int) bool {
	a, b := s.tellings[i], s.tellings[j]
	if a.PartOf != "" || b.PartOf != "" {
		return false
	}
	if OfAPart(Beside(s.texts[a.text].Text, a.Claim.Number)) || OfAPart(Beside(s.texts[b.text].Text, b.Claim.Number)) {
		return false
	}
	return a.Headline || MayBeOne(s.beside(i), s.beside(j), enoughShared)
}
