package findings

import (
	"slices"
	"strings"
)

// passageShare sets a share against a part and a whole of which words of its sentence say
// that it is worked out of them, though one stands in a sentence before.
func (v *View) passageShare(list []*Figure, i int) (Finding, bool) {
	share := list[i]
	if !isShare(share.Claim) || share.Claim.Value == nil || share.Claim.Value.Sign() <= 0 {
		return Finding{}, false
	}
	for _, look := range []func([]*Figure, int) (part, whole *Figure){v.workedOut, v.comparedShare, v.shareThus, v.shareLeft, v.shareOfAllThose} {
		if part, whole := look(list, i); part != nil && whole != nil && !leavesShare(share, part, whole) {
			if found, ok := v.shareOfAll(share, part, whole); ok {
				return found, true
			}
		}
	}
	return Finding{}, false
}

// comparedShare reads "9,800 were saved. Measured against the 15,500 wet ones, that is two
// thirds", and "Against the promised 1,150, 280 are missing, almost one in four".
func (v *View) comparedShare(list []*Figure, i int) (part, whole *Figure) {
	w, share := v.inPassages(), list[i]
	here := v.before(list, i)
	if len(here) == 0 || len(here) > 2 || !w.compared.MatchString(v.opening(here[0])) {
		return nil, nil
	}
	whole = here[0]
	between, near := v.wordsBetween(here[len(here)-1], share)
	if !near {
		return nil, nil
	}
	if len(here) == 2 && w.gapOf.MatchString(between) && endShare.MatchString(v.after40(share)) {
		part = here[1]
	} else if told := v.back(list, i, 1); len(here) == 1 && w.thatIs.MatchString(between) && len(told) == 1 {
		part = told[0]
	}
	if part == nil || partOfSome(share, plain(slices.Clone(list)), whole) {
		return nil, nil
	}
	return part, whole
}

// partOfSome reports whether a share is one of a whole that one of some numbers is.
func partOfSome(share *Figure, some []*Figure, whole *Figure) bool {
	return slices.ContainsFunc(some, func(p *Figure) bool {
		if p == whole || p.Claim.Unit != whole.Claim.Unit || p.Claim.Value.Cmp(*whole.Claim.Value) >= 0 {
			return false
		}
		_, is := shareFits(share.Claim, p.Claim, whole.Claim)
		return is
	})
}

// leavesShare reports whether a share is what a part leaves of its whole.
func leavesShare(share, part, whole *Figure) bool {
	if part.Claim.Value.Cmp(*whole.Claim.Value) >= 0 {
		return false
	}
	_, is := shareFits(share.Claim, without(whole, part), whole.Claim)
	return is
}

// shareThus reads "They made 3,480 checks and imposed 412 fines. One check in eight thus ended
// with a fine".
func (v *View) shareThus(list []*Figure, i int) (part, whole *Figure) {
	w, share := v.inPassages(), list[i]
	noun := w.oneNounIn.FindStringSubmatch(share.Claim.Number.Exact)
	told := v.back(list, i, 1)
	if noun == nil || len(told) != 2 || len(v.before(list, i)) > 0 || !w.thus.MatchString(v.sentenceText(share)) || v.nearly().fromBefore.MatchString(v.sentenceText(share)) {
		return nil, nil
	}
	whole, part = told[0], told[1]
	if !v.countsAs(whole, noun[1]) {
		whole, part = part, whole
	}
	if !v.countsAs(whole, noun[1]) || v.countsAs(part, noun[1]) {
		return nil, nil
	}
	return part, whole
}

// shareLeft reads "Of the 1,488 cameras 1,302 delivered a picture, so that one in eight was
// dark", where the whole may stand in the sentence before.
func (v *View) shareLeft(list []*Figure, i int) (part, whole *Figure) {
	w, share := v.inPassages(), list[i]
	here := v.before(list, i)
	if len(here) == 0 || len(here) > 2 {
		return nil, nil
	}
	part = here[len(here)-1]
	between, near := v.between(part, share)
	if !near || !w.soThat.MatchString(between) || !w.shareDoes.MatchString(v.after40(share)) {
		return nil, nil // "so that one in ten bridges above them is safe"
	}
	opening := v.opening(here[0])
	if len(here) == 2 && v.nearly().outOf.MatchString(strings.TrimSpace(opening)) {
		return part, here[0]
	}
	found := w.ofTheMany.FindStringSubmatch(opening)
	if len(here) != 1 || found == nil {
		return nil, nil
	}
	told := strings.ToLower(v.sentenceTextBefore(share))
	at := strings.LastIndex(told, strings.ToLower(found[1]))
	begin := 0
	for _, f := range v.back(list, i, 1) {
		if begin == 0 {
			begin, _ = v.sentenceAround(f)
		}
		if at >= 0 && f.Claim.Number.End-begin <= at && f.Claim.Value.Cmp(*part.Claim.Value) > 0 {
			whole = f // the number nearest before the word
		}
	}
	return part, whole
}
