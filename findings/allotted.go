package findings

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/origins"
)

// allotted is a number with what its sentence gives it to: "nine from Lirien", "60 soldiers",
// "Marland 1,500".
type allotted struct {
	figure *Figure
	names  []string   // the words of the names beside it
	nouns  []string   // what is counted, where it stands beside the number
	words  []string   // all words beside it, with these
	text   string     // the name as it is written; "" for none
	behind bool       // it stands behind these words
	beside []allotted // the numbers of its sentence, itself among them; nil where it is alone
}

// allotments returns the numbers of each sentence of a text that has several, by figure.
func (v *View) allotments(known *knownDocument) map[*Figure]*allotted {
	return known.allotted.get(func() map[*Figure]*allotted {
		out := make(map[*Figure]*allotted, len(known.own))
		for i := 0; i < len(known.own); {
			begin, end := v.sentenceAround(known.own[i])
			j := i
			for j < len(known.own) && known.own[j].Claim.Number.Start >= begin && known.own[j].Claim.Number.End <= end {
				j++
			}
			list := known.own[i:max(j, i+1)]
			i = max(j, i+1)
			if len(list) < 2 || len(list) > mostInSentence || list[0].Headline {
				continue
			}
			all := v.allotIn(known, list, begin, end)
			for at := range all {
				all[at].beside = all
				out[all[at].figure] = &all[at]
			}
		}
		return out
	})
}

// allotIn says of each number of a sentence what it is given to: by the words behind it up to
// the next mark, or those before it where nothing follows in its clause.
func (v *View) allotIn(known *knownDocument, list []*Figure, begin, end int) []allotted {
	out := make([]allotted, 0, len(list))
	from, taken := begin, false // whether what stands there is of the number before
	for i, f := range list {
		to := end
		if i+1 < len(list) {
			to = list[i+1].Claim.Number.Start
		}
		behind := afterOfThem(known.part(f.Claim.Quote.End, max(to, f.Claim.Quote.End)))
		stretch := strings.TrimRight(known.part(from, f.Claim.Number.Start), " ")
		before := labelPart(stretch, true)
		if _, own, _ := strings.Cut(before, " and "); taken && before == stretch {
			before = own
		}
		from, taken = f.Claim.Quote.End, false
		if f.Claim.Value == nil || f.Claim.Relative != nil {
			continue
		}
		a := allotted{figure: f}
		if i+1 < len(list) && ofAllOfThem(behind) { // "48 of the 140 teams to Velm"
			next := end
			if i+2 < len(list) {
				next = max(to, list[i+2].Claim.Number.Start)
			}
			behind = strings.TrimLeft(known.part(list[i+1].Claim.Quote.End, max(next, list[i+1].Claim.Quote.End)), " ")
		}
		if !endsClause(behind) {
			own, _, _ := strings.Cut(labelPart(behind, false), " the rest")
			a.take(own)
			taken = len(a.words) > 0
		}
		if len(a.words) == 0 {
			a.take(before)
			a.behind = true
		}
		a.takeNoun()
		out = append(out, a)
	}
	if slices.ContainsFunc(out, func(a allotted) bool { return len(a.words) == 0 }) { // "Venning, Cray and Hollin follow with 540, 410 and 310"
		for i := range out {
			if a := &out[i]; a.behind {
				*a = allotted{figure: a.figure}
				a.takeNoun()
			}
		}
	}
	return out
}

// ofAllOfThem reports whether what stands behind a number only leads to the whole that it is of.
func ofAllOfThem(behind string) bool {
	switch strings.TrimSpace(behind) {
	case "of the", "of its", "of their", "of these", "of those", "of all", "of all the":
		return true
	}
	return false
}

// afterOfThem cuts what only says again that a number is one of a list: "520 of them from Ostmark".
func afterOfThem(behind string) string {
	behind = strings.TrimLeft(behind, " ")
	for _, words := range []string{"of them ", "of these ", "of those ", "of whom ", "of which "} {
		if rest, found := strings.CutPrefix(behind, words); found {
			return rest
		}
	}
	return behind
}

// allotmentOf returns what the sentence of a number gives it to: as its list says, or all that
// stands there where it is alone.
func (v *View) allotmentOf(f *Figure) *allotted {
	return f.allotted.get(func() *allotted {
		if listed := v.allotments(v.home(f))[f]; listed != nil {
			return listed
		}
		a := &allotted{figure: f}
		before, after := v.around(f)
		if _, told, found := strings.Cut(before, " said that "); found { // "In Velm, the office said that"
			before = told
		}
		after, _, _ = strings.Cut(after, " the rest ")
		a.take(before + " ; " + after)
		a.text = ""
		a.takeNoun()
		return a
	})
}

// endsClause reports whether nothing of the clause follows a number.
func endsClause(behind string) bool {
	return behind == "" || strings.ContainsAny(behind[:1], ",;.:)—–-") || strings.HasPrefix(behind, "and ")
}

// take takes in the words of a stretch beside the number.
func (a *allotted) take(beside string) {
	for _, n := range namesOf(beside, 0) {
		a.names = addWords(a.names, n.name)
		if a.text == "" {
			a.text = n.name
		}
	}
	a.words = addWords(a.words, beside)
}

// takeNoun takes in what is counted, where it stands beside the number.
func (a *allotted) takeNoun() {
	if c := a.figure.Claim; thingBeside(c) {
		for _, n := range namesOf(c.Counted, 0) {
			a.names = addWords(a.names, n.name)
		}
		for word := range strings.FieldsSeq(c.Counted) {
			if word = strings.ToLower(word); len(word) > 2 && !slices.Contains([]string{"and", "the", "new"}, word) {
				a.nouns = append(a.nouns, origins.Head(word))
			}
		}
		a.words = append(a.words, a.nouns...)
	}
}

// addWords adds the words of a stretch that may say whose or what something is, in small
// letters and the singular.
func addWords(list []string, stretch string) []string {
	for _, word := range strings.FieldsFunc(stretch, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		first, _ := utf8.DecodeRuneInString(word)
		name := unicode.IsUpper(first)
		word = strings.ToLower(word)
		if (len(word) > 3 || name && len(word) > 2) && !saysNothing(word) && (!name || !notAName(word)) {
			list = append(list, origins.Head(word))
		}
	}
	return list
}

// giving says to which of two things of a source a telling gives a number.
type giving int

const (
	unsaid  giving = iota
	asThere        // to the one that has it there
	toOther        // to the other
)

// sign is what says to which of two things a number is given.
type sign int

const (
	bySomeWords sign = iota
	byNouns
	byNames
)

// gives tells to which a telling gives a number that a source has of one thing, and not of
// another: by the names, or else the nouns, or else the words around. A noun that one of the two
// lacks goes for both: "305,000, of them 118,000 customers in the west".
func (v *View) gives(here, its, other *allotted) (giving, sign) {
	if len(its.names) > 0 && len(here.names) > 0 {
		side := givenSide(here.names, its.names, other.names)
		if len(other.names) > 0 || side == asThere && len(its.nouns) == 0 {
			return side, byNames
		}
	}
	return v.givesNoun(here, its, other)
}

// givesNoun is gives without the names.
func (v *View) givesNoun(here, its, other *allotted) (giving, sign) {
	x, y := its.around(), other.around()
	nouns := len(its.nouns) > 0 && len(other.nouns) > 0
	if nouns {
		x, y = its.nouns, other.nouns
	}
	if len(here.nouns) > 0 {
		if side := givenSide(here.nouns, x, y); side == asThere || side == toOther && !v.mayMean(here.figure, its.figure, other.figure) {
			return side, byNouns
		}
	} else if nouns {
		return givenSide(here.words, x, y), byNouns
	}
	return givenSide(here.around(), its.around(), other.around()), bySomeWords
}

// around returns the words beside a number without what is counted.
func (a *allotted) around() []string { return a.words[:len(a.words)-len(a.nouns)] }

// mayMean reports whether the noun of a telling may stand for what its source has that number
// of, and is not the very noun of the other.
func (v *View) mayMean(f, its, other *Figure) bool {
	things := v.Comparer.things
	if things.Wide(f.Claim.Counted) || things.Wide(its.Claim.Counted) && thingBeside(its.Claim) && !(things.Same(other.Claim.Counted, its.Claim.Counted) && v.wholeAndPart(its, other)) || v.goesOnListing(f) {
		return true
	}
	if !thingBeside(its.Claim) || !things.Same(f.Claim.Counted, its.Claim.Counted) {
		return false
	}
	head, there := things.Head(f.Claim.Counted), things.Head(its.Claim.Counted)
	return head != things.Head(other.Claim.Counted) || head == there && origins.Head(f.Claim.Counted) != origins.Head(its.Claim.Counted)
}

// goesOnListing reports whether what is counted is only the first of several: "1.7 million hens,
// ducks and turkeys".
func (v *View) goesOnListing(f *Figure) bool {
	_, end := v.sentenceAround(f)
	words := strings.Fields(v.home(f).part(f.Claim.Quote.End, end))
	if len(words) < 3 || !strings.HasPrefix(v.home(f).part(f.Claim.Quote.End, end), ",") {
		return v.listsNouns(f)
	}
	return words[1] != "and" && (slices.Contains(words[2:min(len(words), 4)], "and") || strings.HasSuffix(words[1], ","))
}

// wholeAndPart reports whether of two numbers of a sentence one is told of the other: "60 courts, of
// which 28 in Adrun", "180 of the 310 buses".
func (v *View) wholeAndPart(f, g *Figure) bool {
	if f.PartOf == g.ID || g.PartOf == f.ID {
		return true
	}
	if g.Claim.Number.Start < f.Claim.Number.Start {
		f, g = g, f
	}
	between := strings.ToLower(strings.TrimRight(v.home(f).part(f.Claim.Number.End, g.Claim.Number.Start), " "))
	return strings.Contains(between, ":") || holds(between, []string{"of which", "of whom", "of them", "of these", "of those", "among them", "including", "out of", "against", "instead of", "up from", "down from", "compared"}) ||
		strings.HasSuffix(between, " of") || strings.HasSuffix(between, " of the") || strings.HasSuffix(between, " of its") || strings.HasSuffix(between, " of their")
}

// givenSide sets words beside those that only one, and only the other of two things has.
func givenSide(here, its, other []string) giving {
	mine, told := lacking(its, other, here)
	theirs, toldOther := lacking(other, its, here)
	switch {
	case told > 0:
		return asThere
	case mine == 0 || toldOther == 0:
		return unsaid
	case toldOther == theirs, !slices.ContainsFunc(here, func(word string) bool { return !slices.Contains(other, word) }):
		return toOther
	}
	return unsaid
}

// lacking counts the words of a list that another lacks, and those of them that a third has.
func lacking(list, other, third []string) (all, had int) {
	for _, word := range list {
		if slices.Contains(other, word) {
			continue
		}
		all++
		if slices.Contains(third, word) {
			had++
		}
	}
	return all, had
}
