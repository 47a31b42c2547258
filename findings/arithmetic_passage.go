package findings

import (
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// The looks of the files arithmetic_passage_*.go read a passage: a sentence that works a
// number out of others, by words that say of which, and the sentences before it that tell
// them. A number is only called wrong where the words leave no other numbers to be meant, and
// none of the passage explains it.

// passageWords are the words by which a sentence takes up the numbers of the ones before it.
type passageWords struct {
	compared, thatIs, gapOf, soThat, thus, ofAllThose, ofThose, ofNoOne, ofTheMany, oneNounIn                                                                  *pattern // of shares
	asManyWhen, timesAfter                                                                                                                                     *pattern // of multiples
	each, eachTime, eachEnd, eachDid, eachGets, gets, theySubject, oneFor, comesOut, atEvery, unitsEach, andOthers                                             *pattern // of averages
	toBeDone, asFollows, namely, listEnds, someOnly, sharesOut                                                                                                 *pattern // of what is still to be done, and of lists
	leaves, leaving, staysSo, takenOut, itIs, short, others, moreEnd, comma, ofWhat, asManyEnd, eachOf, oneThingFor, onAverage, thatComes, someElse, shareDoes *pattern // of what is left, and more
	together, totalOf, inAll, closedList, thereAre, ofTheseNoun, noOther, openEnd, differsBy, otherwise, addsMore, doesSo, intoKinds, inThem                   *pattern // of sums
}

func newPassageWords() *passageWords {
	const loose = `(?:(?:about|some|nearly|almost|roughly|just|over|under|more than|less than|only|well) )*`
	return &passageWords{
		compared:    newPattern(`(?i)^(?:(?:when |if )?(?:measured|set|compared|held|seen|judged|weighed) (?:against|with|to|beside)|against|compared with) (?:the |its |their |an? |this |last )?(?:[a-z][\w'’-]* ){0,3}$`),
		thatIs:      newPattern(`(?i), (?:that|this|it|which|they) (?:is|was|are|were|makes?|made|means?|meant|comes? to|amounts? to|corresponds? to) ` + loose + `$`),
		gapOf:       newPattern(`(?i)^[^.;:()]{0,30}(?:,| –| —)(?: or| that is)? ` + loose + `$`),
		soThat:      newPattern(`(?i)(?:, so(?: that)?|, which means(?: that)?|, meaning(?: that)?|, leaving|[;,] (?:thus|therefore)) ` + loose + `$`),
		thus:        newPattern(`(?i)\b(?:thus|therefore|hence|accordingly|in other words|so|that is to say|that means|which means)\b`),
		ofAllThose:  newPattern(`(?i)^ of (?:all|the total|everyone|everybody)\b`),
		ofThose:     newPattern(`(?i)^ of (?:all )?(?:those|the ones|(?:all )?the ([a-z]+s))((?: [a-z'’-]+){1,6})?[,.;)]`),
		ofNoOne:     newPattern(`^(?:on|in|at|by|to|of|the|an?|who|had|has|was|were|been|have|are|is|that|which|it|them|there)$`),
		ofTheMany:   newPattern(`(?i)^of (?:the|all|these|those) ([a-z]+)(?: [a-z]+){0,2},? $`),
		oneNounIn:   newPattern(`(?i)\bone ([a-z]+) in [a-z0-9]+$`),
		asManyWhen:  newPattern(`(?i)^ (?:as (?:many|much)(?: [a-z]+)? as|the (?:number|figure|total) (?:of|in|for)|that of)? ?(?:in|during|on|last|the|a|at)\b[^.;:()]{0,40},? when ` + loose + `(?:(?:there|it|they|we|he|she) (?:were|was|had|made|found|took|sent) )?` + loose + `$`),
		timesAfter:  newPattern(`(?i)^[^.;:()]{0,60}(?:,| –| —)(?: or| that is| which is)? ` + loose + `$`),
		each:        newPattern(`(?i)^(?: [a-z-]+){0,2} (?:each|apiece)\b`),
		eachTime:    newPattern(`(?i)^(?: [a-z-]+){0,2} each (?:day|week|month|year|hour|night|time|morning|evening)\b`),
		eachEnd:     newPattern(`^(?: [a-z-]+)? (?:each|apiece)\s*[.;)]|^(?: [a-z-]+)? (?:each|apiece)$`),
		eachDid:     newPattern(`(?i)^each(?: (?:of them|one))? [a-z]+(?: [a-z]+)? $`),
		eachGets:    newPattern(`(?i)^(?: [a-z]+){1,2} each [a-z]+ $`),
		gets:        newPattern(`(?i)^(?: [a-z]+){1,2} (?:received|got|get|receive|took|take|sent|send|gave|give|have|had|hold|held|brought|bring|carried|carry|built|build|will get|will receive|are to get|are to receive) $`),
		theySubject: newPattern(`(?i)^(?:they|these|those)\b`),
		oneFor:      newPattern(`(?i)\bone(?: [a-z-]+){0,2} (?:for|to) (?:every|each) $`),
		comesOut:    newPattern(`(?i)(?:\b(?:that|this|which|it|there)(?: thus)? (?:is|was|are|were|makes?|made|means?|meant|comes? to|works? out (?:at|to|as)|amounts? to)|, or|, that is|\b(?:has|have|had)) ` + loose + `$`),
		atEvery:     newPattern(`(?i)^ (?:at|in|for|per|to|on|aboard) (?:every|each)(?: one)? ([a-z]+)[,.;]`),
		unitsEach:   newPattern(`(?i)^ [a-z -]{2,30}[, ]+(?:of|with|each of|each with) $`),
		andOthers:   newPattern(`^ [a-z-]+(?: [a-z-]+)? (?:and|or) [a-z]`),
		leaves:      newPattern(`(?i)^(?:that|this|which|it) (?:leaves|left|would leave) ` + loose + `$`),
		leaving:     newPattern(`(?i), (?:leaving|which (?:leaves|left)|so(?: that)?) ` + loose + `$`),
		staysSo:     newPattern(`(?i)^[^.;:,()]{0,40}\b(?:without|remain(?:s|ed)?|left|still|missing|lack(?:s|ed|ing)?|not|no|yet|waiting|empty|idle|outstanding|short|un[a-z]+ed)\b`),
		takenOut:    newPattern(`(?i)^(?: [a-z]+)? of (?:them|these|those|whom|which)\b|^(?: [a-z]+){0,3} (?:moved out|taken out|left|gone|released|freed|returned|evacuated|withdrawn|withdrew|cancelled|removed|deported|sold|discharged)\b`),
		toBeDone:    newPattern(`(?i)^(?: [a-z]+){0,3}? (?:were|was|are|is|remain(?:s|ed)?)(?: (?:thus|therefore|hence|still|yet|left|then|accordingly))* to be [a-z]+`),
		asFollows:   newPattern(`\b(?:as follows|the following|namely): (?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3} )?$`),
		someOnly:    newPattern(`(?i)\b(?:[a-z]{2,}est|most|main|chief|top|leading|first|some|several|many|examples?)\b`),
		sharesOut:   newPattern(`(?i)\b(?:distribut(?:ed|ion)|divided|split|spread|breakdown|shared out|contributed|break down|breaks down|are|they)\b`),
		listEnds:    newPattern(`^(?: [a-z-]+){0,4}\s*(?:[.;]|$)`),
		namely:      newPattern(`(?i)^ [a-z-]+(?: [a-z-]+){0,3}(?:, |: | – | — |: )(?:namely|that is to say|i\.e\.|to wit),? $`),
		itIs:        newPattern(`(?i)^(?:it|they|that|this) (?:is|are|was|were)(?: (?:still|thus|now|therefore))? $`),
		short:       newPattern(`(?i)^(?: [a-z]+)? (?:short|too few|missing)\b`),
		others:      newPattern(`(?i)(?:, so(?: that)?|, which leaves|, leaving|[;,] (?:while |and )?the (?:other|remaining)) $`),
		moreEnd:     newPattern(`^(?: [a-z]+)? (more|fewer|less)[,.;]`),
		comma:       newPattern(`(?i)(?:,| –| —)(?: or| that is| which is| so)? ` + loose + `$`),
		ofWhat:      newPattern(`(?i)^ of (?:what|that number|this number|the number|the amount|the sum|the total)\b`),
		asManyEnd:   newPattern(`^(?: as many| the number| that number| the figure| that)?[,.;]`),
		eachOf:      newPattern(`(?i)\b(?:each|every one) of (?:the|its|their|these|those) $`),
		oneThingFor: newPattern(`(?i), (?:or |that is )?` + loose + `one ([a-z]+) (?:for|to) (?:every |each )?$`),
		onAverage:   newPattern(`(?i)^[a-z ]{0,30} on average\b`),
		someElse:    newPattern(`(?i)\b(?:one|another|some|several|few|others?|more|further|an? [a-z]+ (?:has|have|was|were|is)|none|rest)\b`),
		shareDoes:   newPattern(`^(?: of (?:them|these|those))?(?: (?:was|were|is|are|has|have|had|did|does|do|must|remains?|fail(?:s|ed)?|[a-z]+ed)\b|[.,;]|$)`),
		thatComes:   newPattern(`(?i)^(?:in|over) [^,.;:]{3,30},? (?:that|this|it) (?:is|was|makes|makes up|comes to|amounts to) ` + loose + `$`),
		together:    newPattern(`(?i)^(?:between them|together|combined|taken together|all told|altogether|in all|in total|(?:over|in|during|for) (?:the|all) (?:[a-z]+ )?(?:weekend|week|month|year|season|period|days|weeks|months|years) (?:as a whole|together|in all)),? (?:the |these |those |they |this |that )?(?:(two|three|four|five|six|seven|eight) )?[^,.;:()0-9]{0,50}$`),
		totalOf:     newPattern(`(?i)^(?:the|this|that|their|its|an?) (?:combined |overall |grand )?(?:total|sum)(?: of| (?:is|was|comes? to|came to|amounts? to|amounted to|stands at)) (?:about |some )?$`),
		inAll:       newPattern(`(?i)\b(?:in all|altogether|in total|all told|a total of)\b`),
		closedList:  newPattern(`(?i)^(?:they|these|those(?: [a-z]+)?|it|the [a-z -]{1,30}?) (?:comprise[sd]?|consist(?:s|ed)? of|(?:is|are|was|were) (?:made up|composed) of(?: (?:[a-z]+ ){1,3}?[a-z]+:)?|(?:is|are|was|were) split (?:into|between)|break down into|breaks down into) $`),
		thereAre:    newPattern(`(?i)^there (?:are|were|will be) $`),
		ofTheseNoun: newPattern(`(?i)^of (?:this|that|these|those|them)(?: [a-z]+)?,? $`),
		noOther:     newPattern(`(?i)\b(?:no (?:third|fourth|fifth|other|further) (?:category|categories|kinds?|groups?|class|types?|items?|costs?|expenses?|headings?|parts?|sources?|places?|outcome|result|way|possibility)|nobody else|no one else|no-one else|none (?:other|else))\b`),
		intoKinds:   newPattern(`(?i)(?:\b(?:every|each|all|any)\b[^.;:]{0,80}\b(?:in|into|under|one of|one or other of|one or another of)|\bthere (?:are|were) (?:only|just)|\b(?:fall|falls|fell|falling|divided|sorted|split|placed|put) (?:in|into|under|between|among))(?: (?:one of|the|these|just))* (two|three|four|five|six) (?:[a-z]+ )?(?:kinds|groups|class(?:es)?|headings|categories|outcomes|ways|types|results|columns|piles|possibilities|verdicts|grades|sorts|endings)\b`),
		inThem:      newPattern(`(?i)^in $`),
		openEnd:     newPattern(`(?i)\b(?:among|includ\w+|others?|rest|remaining|remainder|more|further|additional|another|several|various|dozens|hundreds|some of|at least|mostly|mainly|etc)\b`),
		doesSo:      newPattern(`^ [a-z]+[a-rt-z] (?:the|an?|their|its) `),
		addsMore:    newPattern(`(?i)\b(?:with|plus|another|also|includ\w+|besides|too|further|additional|more than|up to)\b`),
		otherwise:   newPattern(`(?i)\b(?:not|instead|rather|than|against|after|before|compared|up from|down from|out of|of (?:the|these|them|those|which|whom))\b`),
		differsBy:   newPattern(`(?i)^(?: [a-z]+)? (more|fewer|less|higher|lower) than (?:the |its |their |in |on )?(?:(?:last|previous|earlier|preceding|first|original|initial) )?(?:[a-z]+['’]s |[a-z]+s['’] )?(?:(?:total|figure|number|count|tally) )?(?:of )?(?:the )?$`),
	}
}

// back returns the plain numbers of the sentence that stands so many before that of figure i
// in its paragraph.
func (v *View) back(list []*Figure, i, sentences int) []*Figure {
	cut, at, _ := v.sentencesOf(list[i])
	if cut == nil {
		return nil
	}
	for range sentences {
		if at == 0 || strings.HasSuffix(cut[at-1].text, "\n") {
			return nil
		}
		at--
	}
	return v.plainIn(list, i, cut[at].place)
}

// plainIn returns the plain numbers of a sentence at or before figure i.
func (v *View) plainIn(list []*Figure, i int, place stretch) []*Figure {
	var out []*Figure
	for at := i; at >= 0 && list[at].Claim.Number.Start >= place.from; at-- {
		if list[at].Claim.Number.Start < place.to && !list[at].Headline {
			out = append(out, list[at])
		}
	}
	slices.Reverse(out)
	return plain(out)
}

// before returns the plain numbers of figure i's sentence that stand before it.
func (v *View) before(list []*Figure, i int) []*Figure {
	return slices.DeleteFunc(v.back(list, i, 0), func(f *Figure) bool { return f == list[i] })
}

// opening returns what stands before a figure in its sentence, from the first word on.
func (v *View) opening(f *Figure) string {
	before, _ := v.around(f)
	return strings.TrimLeft(before, " \n\t“\"")
}

// countsAs reports whether a number is told with a noun of its own, of which a word is the head.
func (v *View) countsAs(f *Figure, noun string) bool {
	head, _ := v.Comparer.head(f.Claim.Counted)
	there, _ := v.Comparer.head(noun)
	return besideNumber(&f.Claim) && head != "" && head == there
}

// without is what a part leaves of its whole.
func without(whole, part *Figure) claims.Figure {
	rest := part.Claim
	left := whole.Claim.Value.Sub(*part.Claim.Value)
	rest.Value = &left
	return rest
}

// explainedShare reports whether a share is one that some two numbers make.
func explainedShare(share *Figure, some []*Figure) bool {
	return slices.ContainsFunc(some, func(whole *Figure) bool { return partOfSome(share, some, whole) })
}

// explainedRatio reports whether some number is as many times another as an average or a
// multiple says.
func explainedRatio(told interval.Interval, some []*Figure) bool {
	for _, a := range some {
		for _, b := range some {
			if a != b && a.Claim.Value.Cmp(*b.Claim.Value) > 0 && !interval.Meet(told, interval.Ratio(slack(a.Claim), slack(b.Claim))).Empty() {
				return true
			}
		}
	}
	return false
}

// passage returns the plain numbers of a figure's paragraph up to it.
func (v *View) passage(list []*Figure, i int) []*Figure {
	return plain(append(v.paragraphBefore(list, i), list[i]))
}

// oneNoun reports whether two numbers count things of one noun.
func (v *View) oneNoun(a, b *Figure) bool {
	return origins.Head(a.Claim.Counted) == origins.Head(b.Claim.Counted)
}
