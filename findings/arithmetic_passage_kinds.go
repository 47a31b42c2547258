package findings

import (
	"slices"
	"strings"
)

// passageKinds sets the parts of a sentence against the whole that it tells with them, where the
// sentence before says of how many kinds all are, or that there are no others: "Every file ends in
// one of three ways. Of the 940 files 510 ..., 290 ... and 140 ...". Figure i is
// the whole.
func (v *View) passageKinds(list []*Figure, i int) (Finding, bool) {
	w, total := v.inPassages(), list[i]
	told := v.sentenceTextBefore(total)
	if told == "" || !exactly(total.Claim) || len(plain([]*Figure{total})) == 0 {
		return Finding{}, false
	}
	kinds := w.intoKinds.FindStringSubmatch(told)
	if kinds == nil && !w.noOther.MatchString(told) {
		return Finding{}, false
	}
	here := v.before(list, i)
	switch {
	case len(here) == 0 && v.nearly().outOf.MatchString(strings.TrimSpace(v.opening(total))):
	case len(here) == 1 && (v.opening(here[0]) == "" || w.inThem.MatchString(v.opening(here[0]))):
		if between, near := v.between(here[0], total); !near || !v.inTold().ofWhole(between) {
			return Finding{}, false
		}
	default:
		return Finding{}, false
	}
	all := v.sentenceOf(list, i, 0)
	parts := slices.DeleteFunc(plain(slices.Clone(all)), func(f *Figure) bool { return f == total })
	if len(parts) < 2 || len(parts) != len(all)-1 || kinds != nil && len(parts) != wordNumber(strings.ToLower(kinds[1])) {
		return Finding{}, false
	}
	last := parts[len(parts)-1]
	between, near := v.between(parts[len(parts)-2], last)
	if !near || !strings.Contains(between, " and ") || w.openEnd.MatchString(v.sentenceText(total)) || w.openEnd.MatchString(v.sentenceTextAfter(last)) || v.nearly().fromBefore.MatchString(v.sentenceText(total)) {
		return Finding{}, false
	}
	for _, p := range parts {
		if p.PartOf != "" && p.PartOf != total.ID || !exactly(p.Claim) || p.Claim.Unit != total.Claim.Unit || p.Claim.Value.Cmp(*total.Claim.Value) >= 0 || !v.mayBePart(p, total) {
			return Finding{}, false
		}
	}
	return v.sumOff(total, parts)
}
