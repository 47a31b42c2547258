package findings

import (
	"slices"
	"strings"

	"muster/claims"
)

// forEachDone matches what stands behind an average for each of what something was done with.
var forEachDone = newPattern(`(?i)^ (?:for (?:each|every)|per|an?) ([a-z]+) ([a-z]{2,}(?:ed|en|wn|lt|nt|it|id|ft)(?: (?:out|up|down|away))?)\s*[,.;)]`)

// averageDone sets an amount for each of what something was done with against the amount of its
// sentence, or the one before, and the one number of the text that was done so: "84 kilometres were
// restored. ... It cost 6.3 million crowns. That works out at 75,000 crowns for each kilometre
// restored".
func (v *View) averageDone(list []*Figure, i int) (Finding, bool) {
	each := list[i]
	if !toldPlainly(each) || each.Claim.Per != "" || isShare(each.Claim) || isTime(each.Claim) {
		return Finding{}, false
	}
	before, after := v.around(each)
	found := forEachDone.FindStringSubmatch(after + ".")
	w := v.inAverages()
	if found == nil || !w.follows.MatchString(v.opening(each)) && !w.apposed.MatchString(before) || v.nearly().against.MatchString(before) {
		return Finding{}, false
	}
	one := single(found[1])
	amounts := v.spentBefore(list, i, one)
	many := v.doneOf(list, one, strings.ToLower(found[2]))
	if len(amounts) != 1 || len(many) != 1 || amounts[0] == many[0] || money(&many[0].Claim) {
		return Finding{}, false
	}
	if explainedRatio(widened(widely(each.Claim)), append(plain(slices.Clone(list)), amounts[0])) {
		return Finding{}, false
	}
	return v.averageOff(list, i, amounts[0], many[0], one)
}

// spentBefore returns the amounts before a number in its sentence, or, where it has none, of the
// one before, of which it may be the average: not by how much they differ from others.
func (v *View) spentBefore(list []*Figure, i int, one string) []*Figure {
	some := slices.DeleteFunc(v.sentenceOf(list, i, 0), func(f *Figure) bool { return f.Claim.Number.Start >= list[i].Claim.Number.Start })
	if len(some) == 0 {
		some = v.sentenceOf(list, i, -1)
	}
	return slices.DeleteFunc(v.amountsOf(some, list[i], one), func(f *Figure) bool {
		_, after := v.around(f)
		return v.nearly().lessThan.MatchString(after)
	})
}

// doneOf returns the numbers of a text that count what something was done with, in the words of an
// average: hectares cleared.
func (v *View) doneOf(list []*Figure, one, done string) []*Figure {
	var out []*Figure
	for _, f := range plain(slices.Clone(list)) {
		if f.Headline || f.PartOf != "" || f.Claim.Unit != one && (f.Claim.Unit != "" || headOf(f) != one) || !holds(strings.ToLower(v.sentenceText(f)), []string{" " + done}) {
			continue
		}
		if f.Claim.Stage == claims.Target || wished(f.Claim.Stage) || !exactly(f.Claim) {
			return nil // of what was to be done
		}
		if !slices.ContainsFunc(out, func(g *Figure) bool { return g.Claim.Value.Equal(*f.Claim.Value) }) {
			out = append(out, f)
		}
	}
	return out
}
