package findings

import (
	"slices"
	"strings"

	"muster/claims"
)

// The looks of the files arithmetic_told*.go read a number that its words tell as worked out of
// those before it: as the same said otherwise (", which is 18 per cent"), or as what follows
// ("That is one in eight"). The words between say of which numbers; where they leave a choice,
// or other numbers beside them explain it, nothing is said.

// toldWords are the words by which a number is told as worked out.
type toldWords struct {
	otherwise *pattern // between a number and the share that says it otherwise
	concludes *pattern // before a share, from the first word of its sentence on
	isTimes   *pattern // before a multiple, from the first word of its sentence on
	asMany    *pattern // behind a multiple
	then      *pattern // between a number and a later one of the same
	restates  *pattern // before a share that says the sentence before otherwise
	ofSome    *pattern // behind a share, with the noun of what it is of
	makesUp   *pattern // between the part and its share of the total
	closes    *pattern // behind a share that is of nothing else
	ofTotal   *pattern // behind a share of all there is
	ofPlanned *pattern // behind a share of what was to be
	ofBound   *pattern // between a share and the number that it is of
	ofThem    *pattern // behind a part
	ofThese   *pattern // before a part
	other     *pattern // before a part that is the rest
	wholes    *pattern // between a part and its whole
	didTo     *pattern // between a whole and the part to which a second deed was done
	set       *pattern // between a number and what it is set against
	was       *pattern // between what was and what is
}

func newToldWords() *toldWords {
	const (
		loose = `(?:(?:about|around|some|nearly|almost|roughly|just|exactly|over|under|more than|less than|only|well|not quite|barely) )*`
		be    = `(?:(?:is|are|was|were|(?:makes?|made)(?: up)?|means?|represents?|represented|equals?)|(?:amount|correspond|come|work|add)(?:s|ed)?(?: out| up)?(?: to| at)?|came(?: to)?)`
		all   = `(?:total|whole|number|figure|sum|amount|lot|entire [a-z]+)`
		rate  = `(?:[a-z]+[- ]){0,2}(?:share|rate|proportion|quota|turnout|occupancy|attendance|coverage|uptake|take-up|utili[sz]ation|response|compliance|completion|participation|percentage)(?: rate| level| ratio)?`
		thus  = `(?:thus|therefore|then|hence|accordingly)`
		bound = `(?:(?:[a-z]+ )?(?:ceiling|target|goal|plan|limit|budget|maximum|capacity|estimate|quota|aim|programme|pledge|order|total))`
		body  = `(?:(?:[a-z]+ ){0,2}(?:population|number|stock|fleet|workforce|staff|membership|electorate|herd))`
	)
	return &toldWords{
		set:       newPattern(`(?i)^[^.;:()]{0,60}\b(?:against|compared (?:with|to)|up from|rather than|where(?:as)? (?:it|there) (?:was|were)|instead of) (?:only |just |the |some )*$`),
		was:       newPattern(`(?i)^[^.;:()]{0,40}\bto (?:about |some )?$`),
		otherwise: newPattern(`(?i)^[^.;:()]{0,80}(?:,| –| —|;|:| \()(?: and)? ?(?:(?:or|thus|so|i\.e\.|(?:that|this|which) ` + be + `|equal to|equivalent to|corresponding to|amounting to|representing|meaning|making) |(?:(?:for|at|giving|making|yielding|representing|(?:which|that|this) (?:is|was|gives|gave|makes|made)) )?an? ` + rate + ` of |(?:(?:which|that|this) )?(?:puts?|putting) (?:the|its|their) ` + rate + ` at |(?:so )?(?:the|its|their) ` + rate + ` (?:is|was) ` + thus + ` )?` + loose + `$`),
		concludes: newPattern(`(?i)^(?:(?:in other words|put differently|thus|so|in all|together),? )?(?:that|this|it|they|these) ` + be + `(?: (?:a share of|only))? ?` + loose + `$|^(?:the|its|their|this|that) ` + rate + ` (?:is|was|comes to|came to) ` + thus + ` ` + loose + `$`),
		isTimes:   newPattern(`(?i)^(?:that|this|it) (?:is|was|means|makes|comes to|amounts to|would be) ` + loose + `$`),
		asMany:    newPattern(`(?i)^(?: as (?:many|much)(?: as in ([a-z]+))?| the ([a-z]+) (?:figure|number|count|total))?\s*[.,;]`),
		then:      newPattern(`(?i)^[^.;:()]{0,40}(?:,| and)(?: and)? (?:in|on|by) [a-z]+(?: [a-z]+)?,? $`),
		restates:  newPattern(`(?i)^(?:in other words|(?:to )?put (?:it )?(?:differently|another way)|that is to say|(?:this|that) means(?: that)?)[,:]? ` + loose + `$`),
		ofSome:    newPattern(`^(?: of (?:them|these|those|(?:the|its|their|all|these|those) ([a-z]+)))? (?:are|were|is|was|have|has|had|did|do|does|must|remain|remained|stayed|left|[a-z]+ed)\b`),
		makesUp:   newPattern(`(?i)^[^.;:()]{0,60}\b(?:makes?|made|making) up ` + loose + `$|^[^.;:()]{0,60}\b(?:account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|correspond(?:s|ed|ing)? to|amount(?:s|ed|ing)? to) ` + loose + `$`),
		closes:    newPattern(`(?i)^(?: of (?:the|this|that|its|their) (?:` + all + `|` + bound + `))?(?: in all)?\s*[.,;)]|^\s*$`),
		ofTotal:   newPattern(`(?i)^ of (?:the|this|that|its|their) ` + all + `\s*[.,;)]|^ of (?:them )?all\s*[.,;)]`),
		ofPlanned: newPattern(`(?i)^ of (?:that|this|the|its|their) (?:[a-z]+ )?(?:approved|planned|pledged|promised|requested|granted|agreed|intended|expected|targeted|target|goal|plan|aim|quota)\b`),
		ofBound:   newPattern(`(?i)^ of (?:(?:the|its|their|all|those|these) )*(?:(?:` + bound + `|` + body + `) of )?(?:up to |at most |about |some )?$`),
		ofThem:    newPattern(`(?i)^(?: [a-z]+)? of (?:them|these|those|which|whom)(?: ([a-z]+))?\b`),
		ofThese:   newPattern(`(?i)^of (?:these|those|them|which|whom)(?: [a-z]+)?,? $`),
		other:     newPattern(`(?i)\bthe (?:other|remaining) ?$`),
		didTo:     newPattern(`(?i)^ [^.,;:()]{2,50} (?:and|but) (?:only |then |later )?(?:[a-z]+ed|brought|shot|took|sent|found|kept|held|let|lost|gave|caught|put|sold|threw|chose|hit|sank)(?: (?:down|up|in|out|away|back|on|off))? $`),
		wholes:    newPattern(`(?i)^[^.;:()]{0,40}\b(?:out )?of (?:the |its |their |all |those |these |up to )*$|\bof a total of $`),
	}
}

// ofWhole reports whether words stand between a part and its whole: "of the", and no "at a cost of".
func (w *toldWords) ofWhole(between string) bool {
	return w.wholes.MatchString(between) && (!holds(between, []string{" a ", " an "}) || strings.HasSuffix(between, " of a total of "))
}

// workedOut returns the part and the whole that a share is told as worked out of; nil for none.
func (v *View) workedOut(list []*Figure, i int) (part, whole *Figure) {
	w, share := v.inTold(), list[i]
	here, after := v.before(list, i), v.after40(share)
	if len(here) == 0 {
		if told := v.back(list, i, 1); len(told) > 0 && w.concludes.MatchString(v.opening(share)) {
			if whole = v.boundBehind(list, i); whole != nil && len(told) == 1 && v.boundOnly(whole) {
				return told[0], whole
			}
			return v.shareOfBefore(told, list, after)
		}
		return v.shareRestated(list, i)
	}
	last := here[len(here)-1]
	between, near := v.wordsBetween(last, share)
	if !near || strings.Contains(between, "\n") || strings.Contains(between, ". ") || list[i-1] != last {
		return nil, nil
	}
	otherwise := w.otherwise.MatchString(between)
	if whole = v.boundBehind(list, i); whole != nil && otherwise && (v.sameNoun(last.Claim, whole.Claim) || v.boundOnly(whole)) {
		return last, whole
	}
	ofTotal := w.ofTotal.MatchString(after) || v.nearly().ofThat.MatchString(after)
	if !ofTotal && !w.closes.MatchString(after) || !otherwise && !(ofTotal && w.makesUp.MatchString(between)) {
		return nil, nil
	}
	if part, whole = v.pairOf(list, here); part != nil || !ofTotal {
		return part, whole
	}
	if w.other.MatchString(v.sentenceBefore(last)) {
		return last, v.wholeWith(v.passage(list, i), last) // "The other 57, or 21 per cent of the total"
	}
	if told := v.back(list, i, 1); len(here) == 1 && len(told) == 1 && v.mayBePlanned(told[0], after) && !slices.ContainsFunc(v.sentenceOf(list, i, -1), func(f *Figure) bool { return isShare(f.Claim) }) {
		return last, told[0] // "It was to reach 180,000. It reached 121,500, or 67 per cent of that number"
	}
	return nil, nil
}

// mayBePlanned reports whether a share with these words behind it may be of a number: one "of the
// planned number" is of none that is told as counted.
func (v *View) mayBePlanned(whole *Figure, after string) bool {
	return !v.inTold().ofPlanned.MatchString(after) || whole.Claim.Act == claims.Plan || whole.Claim.Stage != claims.Result && whole.Claim.Stage != claims.Deployed
}

// shareOfBefore returns the part and the whole that a sentence tells of which the next says the
// share.
func (v *View) shareOfBefore(told, list []*Figure, after string) (part, whole *Figure) {
	switch {
	case v.inTold().closes.MatchString(after):
		return v.pairOf(list, told)
	case len(told) != 2 || !v.inPassages().ofWhat.MatchString(after) || !v.sameNoun(told[0].Claim, told[1].Claim):
		return nil, nil
	case told[0].Claim.Value.Cmp(*told[1].Claim.Value) > 0:
		return told[1], told[0] // "It asked for 90 teachers and was given 54. That is three fifths of what it wanted"
	}
	return told[0], told[1]
}

// shareRestated reads "Of the 640 residents 480 have gone. In other words, three quarters have
// left".
func (v *View) shareRestated(list []*Figure, i int) (part, whole *Figure) {
	share := list[i]
	if !v.inTold().restates.MatchString(v.opening(share)) {
		return nil, nil
	}
	_, after := v.around(share)
	found := v.inTold().ofSome.FindStringSubmatch(after)
	told := v.back(list, i, 1)
	if found == nil || len(told) == 0 {
		return nil, nil
	}
	if part, whole = v.pairOf(list, told); whole == nil || found[1] != "" && !v.countsAs(whole, found[1]) {
		return nil, nil // "nine in ten families"
	}
	return part, whole
}

// boundOnly reports whether a number is told as a goal or a limit without what it counts: "two thirds
// of the new goal of 90", of kilometres.
func (v *View) boundOnly(f *Figure) bool {
	head, _ := v.Comparer.head(f.Claim.Counted)
	return f.Claim.Unit == "" && slices.Contains([]string{"target", "goal", "ceiling", "limit", "plan", "total", "quota", "aim"}, head)
}

// boundBehind returns the number that share i is one of: "67 per cent of the ceiling of 4,200".
func (v *View) boundBehind(list []*Figure, i int) *Figure {
	if i+1 == len(list) {
		return nil
	}
	if between, near := v.between(list[i], list[i+1]); !near || !v.inTold().ofBound.MatchString(between) || len(plain([]*Figure{list[i+1]})) == 0 {
		return nil
	}
	return list[i+1]
}

// pairOf returns the part that some numbers of one sentence end on, and the whole that words
// beside it name: "81 of the 702 buses", "Of the 702 buses 81", "702 buses, and 81 of them".
func (v *View) pairOf(list, here []*Figure) (part, whole *Figure) {
	w, n := v.inTold(), len(here)
	part = here[n-1]
	if n > 1 {
		before := here[n-2]
		between, near := v.between(before, part)
		switch {
		case near && w.ofWhole(between):
			return before, part
		case near && v.nearly().ofWhich.MatchString(between):
			return part, before
		case near && besideNumber(&before.Claim) && !besideNumber(&part.Claim) && before.Claim.Counted == part.Claim.Counted && w.didTo.MatchString(between) && v.Figure(part.PartOf) == nil:
			return part, before // "It saw 61 boats in the bay and stopped nine"
		case near && v.nearly().outOf.MatchString(strings.TrimSuffix(strings.TrimSpace(v.opening(before)), " up to")):
			return part, before
		}
	}
	_, after := v.around(part)
	found := w.ofThem.FindStringSubmatch(after)
	if found == nil && v.nearly().ofNoun.MatchString(after) {
		return part, v.wholeBefore(list, slices.Index(list, part), part) // "1,240 of the evacuees"
	}
	if found == nil && !w.ofThese.MatchString(v.opening(part)) {
		return nil, nil
	}
	if whole = v.Figure(part.PartOf); whole != nil && whole.Claim.Value != nil && whole.Document == part.Document {
		return part, whole
	}
	told := here[:n-1]
	if len(told) == 0 {
		told = v.back(list, slices.Index(list, part), 1)
	}
	for _, f := range told {
		if f.Claim.Value.Cmp(*part.Claim.Value) <= 0 || !v.unitOf(f, part) || found != nil && found[1] != "" && besideNumber(&f.Claim) && v.Comparer.things.Known(found[1]) && !v.countsAs(f, found[1]) {
			continue
		}
		if whole != nil && whole.Claim.Value != nil && !whole.Claim.Value.Equal(*f.Claim.Value) {
			return nil, nil // of which?
		}
		whole = f
	}
	if whole == nil {
		return nil, nil
	}
	return part, whole
}

// wholeWith returns the number of a passage that a part makes with another of it: 271, where 214
// and the other 57 are told.
func (v *View) wholeWith(passage []*Figure, part *Figure) *Figure {
	for _, whole := range passage {
		for _, rest := range passage {
			if rest != part && whole != part && v.unitOf(whole, part) && rest.Claim.Value.Add(*part.Claim.Value).Equal(*whole.Claim.Value) {
				return whole
			}
		}
	}
	return nil
}

// timesConcluded reads "It took in 290 people, against 96 in all of last year. One day thus
// brought more than four times the number", "It rose from 560 to 840. That is to say, it doubled".
func (v *View) timesConcluded(list []*Figure, i int) (now, base *Figure) {
	told := v.back(list, i, 1)
	if len(told) == 1 {
		told = append(v.back(list, i, 2), told...) // "There were 96 in May. In June there were 210. That is ..."
	}
	is := v.inTold().isTimes.MatchString(v.opening(list[i])) && v.manyMore(list[i])
	if len(told) != 2 || len(v.before(list, i)) > 0 || !is && (!v.thus(list[i]) || !v.sameSentence(told[0], told[1])) || !v.sameNoun(told[0].Claim, told[1].Claim) || !toldPlainly(told[0]) || !toldPlainly(told[1]) {
		return nil, nil
	}
	if after := v.after40(list[i]); strings.HasSuffix(list[i].Claim.Number.Exact, "ed") && holds(after[:min(len(after), len(" their "))], []string{" the ", " its ", " their "}) {
		return nil, nil // "So the ministry doubled the fines"
	}
	between, near := v.between(told[0], told[1])
	switch w := v.inTold(); {
	case near && w.set.MatchString(between):
		return told[0], told[1]
	case is && exactly(told[0].Claim) && exactly(told[1].Claim) && besideNumber(&told[0].Claim) && (!besideNumber(&told[1].Claim) || v.oneNoun(told[0], told[1])) && (near && w.then.MatchString(between) || !v.sameSentence(told[0], told[1])):
		return told[1], told[0]
	case near && w.was.MatchString(between) && lastWords(v.sentenceBefore(told[0])) == "from":
		return told[1], told[0]
	}
	return nil, nil
}

// manyMore reports whether a multiple is told as one of the numbers before it, in the words behind
// it: "more than three times as many", "twice the May figure".
func (v *View) manyMore(times *Figure) bool {
	_, after := v.around(times)
	found := v.inTold().asMany.FindStringSubmatch(after + ".")
	if found == nil {
		return false
	}
	told := strings.ToLower(v.sentenceTextBefore(times))
	word := strings.ToLower(found[1] + found[2])
	return word == "" || strings.Contains(told, word)
}
