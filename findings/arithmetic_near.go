package findings

import (
	"slices"
	"strings"

	"muster/interval"
	"muster/origins"
)

// The looks of this file set a number that sums up others against those that its own
// sentence and the one before or behind it tell, in whatever words: words tie it to two
// of them, and it is only called wrong where no other two numbers near it explain it.

// nearWords are the words that tie such numbers.
type nearWords struct {
	ofWhole, ofWhich, or, outOf, ofNoun, average, long, forEvery, when, makes, perHead, soThat, rest, totals, ofThese, ofThat, apart, fromBefore, quotient, comesTo, ofThem, against, takesUp, itOrThey, ofPart, inThree, lessThan *pattern
	sumAhead, sumBehind                                                                                                                                                                                                            *pieces // of words near a number that may sum up others
	bounds, allows                                                                                                                                                                                                                 *pieces // of a bound behind a number, and of one told as what is allowed: View.pointsBack
}

func newNearWords() *nearWords {
	return &nearWords{
		bounds:     newPieces("most", "least", "more", "fewer", "less", "minimum", "maximum"),
		allows:     newPieces("allow", "permitted", "limit", "restricted", "capped", "ceiling", "ration"),
		ofWhole:    newPattern(`(?i)^[^.;:()]{0,30}\b(?:out )?of (?:the |its |their |all |those |these )*$`),
		ofWhich:    newPattern(`(?i)^[^.;:()]{0,40}[,;] (?:of|out of|among) (?:which|whom|these|those|them)\b[^.;:()]{0,12}$`),
		or:         newPattern(`(?i)(?:,| –| —| \()(?: or| that is| i\.e\.)?(?: (?:about|some|nearly|almost|roughly|just))* $|(?:,| –| \()? or $|(?:,|:| –| —) an? (?:[a-z]+ )?(?:rate|share|turnout|proportion|quota) of (?:about |some |nearly |almost )?$`),
		outOf:      newPattern(`^(?:Out of|Of)(?: (?:the|its|their|those|all|these))*$`),
		ofNoun:     newPattern(`(?i)^ of (?:the|those|its|their|all) `),
		against:    newPattern(`(?i)\b(?:against|after|before|following|compared (?:with|to)|than|versus|instead of|unlike|(?:up|down) from|above|below|from) (?:an? |the )?(?:\w+ )?(?:average of )?(?:about |some )?$`),
		average:    newPattern(`(?i)(?:,| –| —| \()(?: or| that is| an average of| on average)(?: (?:an average of|about|some|nearly|almost|roughly))* $|\baverage of (?:about |some |nearly |roughly )?$`),
		long:       newPattern(`(?i)\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:[a-z]+ )?(day|week|month)s\b`),
		forEvery:   newPattern(`(?i)^ (?:[a-z]+ )?for (?:every|each)(?: one)?(?: of)? (?:(?:the|its|their|our|[a-z]+'s|[a-z]+’s|state's) )*$`),
		when:       newPattern(`(?i)\bwhen (?:there were |it (?:was|made) |they (?:were|made) |some |about |only |just )*$`),
		makes:      newPattern(`(?i)^(?:that|this|which|together,?|altogether,?|in all,?|in total,?) ?(?:they |these |it )?(?:makes?|made|brings? [a-z ]{0,20}to|adds? up to|comes? to|totals?|totalled|totaled|are|were)? ?(?:a total of |some |about )?$`),
		perHead:    newPattern(`(?i)^ ?(?:a|per) (head|person|resident|family|household|officer|soldier|guard|place|bed|flight|child|pupil|teacher)\b|^ ?(?:each|apiece)\b|^ ?for (?:each|every) ([a-z]+)\b`),
		rest:       newPattern(`(?i)\b(?:the|its|their) (?:remaining|other) $`),
		totals:     newPattern(`(?i), (?:or )?(?:a|for a|making a) total of $`),
		ofThese:    newPattern(`(?i)^of (?:these|those|them),? $`),
		ofThat:     newPattern(`(?i)^ of (?:that|this|the) (?:(?:approved|planned|pledged|promised|requested|granted|agreed|whole|full|original|total) )?(?:number|total|figure|sum|amount|target|goal)\b`),
		apart:      newPattern(`(?i)\b(?:wants?|wanted|warn\w*|expect\w*|hopes?|hoped|fear\w*|aims?|plans?|planned|planning|targets?|goals?|should|would|could|may|might|in \d{4}|last (?:year|month|week)|(?:year|month|week)s? (?:ago|before|earlier)|north|south|east|west|elsewhere)\b`),
		fromBefore: newPattern(`(?i)\b(?:since|so far|this (?:year|month|week)|to date|overall|by now|already)\b`),
		quotient:   newPattern(`(?i)\b(?:that|this|which|it|these) (?:is|was|are|were|comes?|came|makes?|made|works?|amounts?|means?|meant)\b|\baverage\b|,? or (?:about |some |nearly |roughly )?$|\bspread\b`),
		comesTo:    newPattern(`(?i)^\s*(?:that|this|which|it) (?:is|was|would be|comes?|came|works?|worked|amounts?|amounted|makes?|made|means?|meant|corresponds?|corresponded)(?: out)?(?: (?:to|at))?(?: (?:an average of|on average|about|some|roughly|nearly|almost|just|over|more than|fewer than|less than|around))* ?$`),
		ofThem:     newPattern(`(?i)^ of (?:them|these|those)(?:,| –| —| \()(?: or)?(?: (?:about|some|nearly|almost|roughly|just under|just over|around))* $`),
		sumAhead:   newPieces("head", "each", "apiece", "per ", " a ", "every", " than ", "in all", "in total", "altogether", " more", " fewer", " less", " thus ", " still to be "),
		sumBehind:  newPieces("that", "this", "makes", "total", "together", "between them", "combined", "in all", "all told", "remaining", "other", "for every", "for each", "to every", "compris", "consist", "made up", "composed", "there ", "split", "break", "of the", "leav", "left ", "it is", "they are", ", so ", "as a whole", "one ", "that is", "average", "each ", "every ", "follow", "namely"),
		lessThan:   newPattern(`(?i)^(?: [a-z]+)? (?:more|less|fewer|higher|lower) than\b`),
		inThree:    newPattern(`^(?: [a-z]+)? (?:in|over|within) (?:the )?(two|three|four|five|six|seven) (?:days|weeks|months|years)\b`),
		ofPart:     newPattern(`^[^.;]{0,20}\b(?:over|in|during|for|on) (?:the |its )?(?:first|last|final|next|some|good|best|worst|[a-z]+est)\b`),
		itOrThey:   newPattern(`(?i), (?:it|they) (?:comes?|came|amounts?|amounted|works?|worked) (?:out )?(?:to|at) (?:about |some |nearly |roughly )?$`),
		takesUp:    newPattern(`(?i)^(?:it|they|(?:the|that|this|their|its) (?:number|figure|total|count|tally|toll|amount|sum)(?: of ([^,.;:]{0,40}))?) (?:has|have|had|was|were|is|are)(?: (?:thus|therefore|thereby|so|now|then|hence|been|in this way))* ?(?:more than |nearly |almost |about |over )?$`),
		soThat:     newPattern(`(?i)^ each,? (?:so that|so|which makes|making|enough for|room for|or)(?: a total of)? $`),
	}
}

// sumsUp reports whether a figure may sum up others near it at all: most do not, and none of
// the looks is worth its time.
func (v *View) sumsUp(f *Figure) bool {
	c := &f.Claim
	if c.Value == nil && c.Relative == nil {
		return false
	}
	if c.Relative != nil || c.Per != "" || c.Unit == "percent" || c.Unit == "share" {
		return true
	}
	before, after := v.around(f)
	return v.nearly().sumAhead.in(after[:min(len(after), nearEnough)]) || v.nearly().sumBehind.in(before)
}

// sentenceOf returns the places in a document's list of the figures that stand in one
// sentence with figure i, or, for an offset of -1 and 1, in the one before and behind it
// in its paragraph.
func (v *View) sentenceOf(list []*Figure, i, offset int) []*Figure {
	sentences, first, last := v.sentencesOf(list[i])
	switch {
	case offset < 0 && first > 0 && !strings.HasSuffix(sentences[first-1].text, "\n"):
		first, last = first-1, first-1
	case offset > 0 && last+1 < len(sentences) && !strings.HasSuffix(sentences[last].text, "\n") && sentences[last+1].text != "\n":
		first, last = last+1, last+1
	case offset != 0 || sentences == nil:
		return nil
	}
	begin, end := sentences[first].place.from, sentences[last].place.to
	from := i
	for from > 0 && list[from-1].Claim.Number.Start >= begin {
		from--
	}
	var out []*Figure
	for _, f := range list[from:] {
		if f.Claim.Number.Start >= end {
			break
		}
		if f.Claim.Number.Start >= begin && !f.Headline {
			out = append(out, f)
		}
	}
	return out
}

// paragraphBefore returns the figures of a figure's paragraph that stand before it.
func (v *View) paragraphBefore(list []*Figure, i int) []*Figure {
	sentences, first, _ := v.sentencesOf(list[i])
	for first > 0 && !strings.HasSuffix(sentences[first-1].text, "\n") {
		first--
	}
	if sentences == nil {
		return nil
	}
	begin := sentences[first].place.from
	from := i
	for from > 0 && list[from-1].Claim.Number.Start >= begin {
		from--
	}
	return slices.Clone(list[from:i])
}

// nearShare sets a share against a part and its whole of its own sentence, or of the one
// before or behind it.
func (v *View) nearShare(list []*Figure, i int) (Finding, bool) {
	share := list[i]
	if !isShare(share.Claim) || share.Claim.Value == nil {
		return Finding{}, false
	}
	w := v.nearly()
	here := plain(v.sentenceOf(list, i, 0))
	if slices.ContainsFunc(here, func(f *Figure) bool { return f.Claim.Value.Cmp(interval.Int(leastTold)) >= 0 }) || share.Claim.Counted == "" {
		return Finding{}, false
	}
	for _, offset := range []int{1, -1} {
		pair := plain(v.sentenceOf(list, i, offset))
		if len(pair) != 2 {
			continue
		}
		between, near := v.wordsBetween(pair[0], pair[1])
		part, whole := pair[0], pair[1]
		switch {
		case near && w.outOf.MatchString(v.sentenceBefore(pair[0])):
			part, whole = whole, part // "A third of all calls went there. Of 2,640 calls, 660 did."
		case near && w.ofWhole.MatchString(between):
		default:
			continue
		}
		if v.ofNoun(share, whole) && v.oneTelling(share, whole) {
			return v.shareOfAll(share, part, whole)
		}
	}
	return Finding{}, false
}

// oneTelling reports whether two sentences tell one thing twice: they have a word in common
// beside what is counted, and neither is of another time, place or speaker, or of a wish.
func (v *View) oneTelling(share, whole *Figure) bool {
	a, b := v.sentenceText(share), v.sentenceText(whole)
	if v.nearly().apart.MatchString(a) || v.nearly().apart.MatchString(b) || !sameTime(&share.Claim, &whole.Claim) {
		return false
	}
	words := origins.Words(a)
	head, _ := v.Comparer.head(whole.Claim.Counted)
	for word := range origins.Words(b) {
		if there, _ := v.Comparer.head(word); words[word] && there != head {
			return true
		}
	}
	return false
}

// ofNoun reports whether the words behind a share name what a whole counts: "a third of all
// emergency calls".
func (v *View) ofNoun(share, whole *Figure) bool {
	head, _ := v.Comparer.head(whole.Claim.Counted)
	rest, _, _ := strings.Cut(v.after40(share), ". ")
	after := strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	return head != "" && slices.ContainsFunc(append(after, strings.Fields(share.Claim.Quote.Exact)...), func(word string) bool {
		there, _ := v.Comparer.head(word)
		return there == head
	})
}

// plain leaves out shares, multiples, rates and lengths of time.
func plain(list []*Figure) []*Figure {
	return slices.DeleteFunc(list, func(f *Figure) bool {
		c := f.Claim
		return c.Value == nil || c.Relative != nil || c.Unit == "percent" || c.Unit == "share" || c.Unit == "times" || c.Per != "" || isTime(c) || c.Direction != "" || c.Value.Sign() <= 0
	})
}

// wholeBefore returns the one number before a part, in the paragraphs before, that is
// told of the same and larger; nil for none or several.
func (v *View) wholeBefore(list []*Figure, i int, part *Figure) *Figure {
	var whole *Figure
	for _, f := range plain(slices.Clone(list[:i])) {
		if f == part || f.Headline || !v.unitOf(f, part) || f.Claim.Value.Cmp(*part.Claim.Value) <= 0 || f.Claim.Counted == "" || !v.Comparer.things.Same(f.Claim.Counted, part.Claim.Counted) || f.Claim.Stage != part.Claim.Stage || f.PartOf != "" || part.Claim.About != nil && (f.Claim.About == nil || !sameTime(&f.Claim, &part.Claim)) {
			continue
		}
		if whole != nil && !whole.Claim.Value.Equal(*f.Claim.Value) {
			return nil
		}
		whole = f
	}
	return whole
}

// unitOf reports whether two numbers may be of one unit: "48 million euros, of which 36 million".
func (v *View) unitOf(a, b *Figure) bool {
	bare := func(f *Figure) bool {
		return f.Claim.Unit == "" && (f.Claim.Counted == "" || money(&f.Claim) || v.boundOnly(f))
	}
	return a.Claim.Unit == b.Claim.Unit || bare(a) || bare(b)
}
