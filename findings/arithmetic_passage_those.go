package findings

import (
	"slices"
	"strings"

	"muster/claims"
)

// shareOfAllThose reads "52,560, or two in five of all those vaccinated", of the one larger
// number told before.
func (v *View) shareOfAllThose(list []*Figure, i int) (part, whole *Figure) {
	w, share := v.inPassages(), list[i]
	here := v.before(list, i)
	_, after := v.around(share)
	if len(here) != 1 || !w.ofAllThose.MatchString(v.after40(share)) && !w.ofThose.MatchString(after+".") {
		return nil, nil
	}
	part = here[0]
	if between, near := v.between(part, share); !near || !v.nearly().or.MatchString(between) || len(between) > nearEnough {
		return nil, nil
	}
	for _, f := range v.passage(list, i) {
		if f == part || f.Claim.Value.Cmp(*part.Claim.Value) <= 0 || !exactly(f.Claim) || !v.unitOf(f, part) || f.Claim.Stage == claims.Target || wished(f.Claim.Stage) {
			continue
		}
		if whole != nil {
			return nil, nil
		}
		whole = f
	}
	if whole == nil || !v.thoseTold(share, whole) || v.sumMakes(share, part, whole, v.passage(list, i)) {
		return nil, nil
	}
	for _, f := range plain(slices.Clone(list)) { // "all" may be told anywhere
		if f != part && (f.Claim.Number.Start < part.Claim.Number.Start || v.oneNoun(f, whole)) && f.Claim.Stage != claims.Target && f.Claim.Value.Cmp(*part.Claim.Value) > 0 && v.unitOf(f, part) {
			if _, fits := shareFits(share.Claim, part.Claim, f.Claim); fits {
				return nil, nil
			}
		}
	}
	return part, whole
}

// thoseTold reports whether the words that say which ones a share is of are all told with a whole:
// "those invited" where 1,200 were.
func (v *View) thoseTold(share, whole *Figure) bool {
	_, after := v.around(share)
	found := v.inPassages().ofThose.FindStringSubmatch(after + ".")
	if found == nil {
		return true
	}
	told := strings.ToLower(v.sentenceTextBefore(whole) + v.sentenceText(whole))
	words := strings.Fields(strings.ToLower(found[2]))
	named := strings.Contains(after[:len(" of all")], "all")
	for _, word := range words {
		if v.inPassages().ofNoOne.MatchString(word) {
			continue
		}
		if !strings.Contains(told, word[:min(len(word), max(4, len(word)-3))]) {
			return false
		}
		named = true
	}
	return named && (found[1] == "" || v.countsAs(whole, found[1]))
}

// sumMakes reports whether a share fits a part and a whole that is told in two numbers: children
// and adults.
func (v *View) sumMakes(share, part, whole *Figure, some []*Figure) bool {
	return slices.ContainsFunc(some, func(f *Figure) bool {
		if f == whole || !v.unitOf(f, whole) {
			return false
		}
		both := whole.Claim
		sum := whole.Claim.Value.Add(*f.Claim.Value)
		both.Value = &sum
		_, fits := shareFits(share.Claim, part.Claim, both)
		return fits
	})
}
