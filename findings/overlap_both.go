package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// bothWords are the words by which a text tells how many belong to two groups at once, and
// those by which it adds the two.
type bothWords struct {
	may                    *pieces
	inBoth, alsoIn, twice  *pattern // behind the number of those in both
	adds, either, explains *pattern // in the sentence of a sum
	setsRight              *pattern // in the sentence behind it
}

func newBothWords() *bothWords {
	return &bothWords{
		may:       newPieces("both", "as well", "also ", " too", "twice"),
		inBoth:    newPattern(`(?i)^[^.;:]{0,80}\bboth(?: (?:of )?(?:these|them|the|kinds of|sorts of|types of))? ?(?:[.,;)]|$|at (?:once|the same time)|together|(?:[a-z]+ )?(?:groups|categories|lists|classes|kinds|types|sorts|forms|headings|conditions|criteria|requirements|faults|defects|deficiencies|failings|problems|complaints|ailments|illnesses|diseases|infections|disorders|symptoms|injuries|diagnoses|grounds|reasons|offences|charges|registers|courses|programmes|schemes|benefits|grants|subsidies|vaccines|doses|jabs|risks|damages|hazards|violations|breaches|features|marks|qualifications|skills)\b)`),
		alsoIn:    newPattern(`(?i)^ (?:of the|of these|of those|of them|[a-z]+)[^.;:]{0,40}\b(?:belong|fall|are|were|count|come|appear|figure|stand)\w*\b[^.;:]{0,20}\b(?:this|that|the (?:other|first|former|second|latter)) (?:group|category|list|class)\b(?: (?:as well|too|also))?|^ (?:of the|of these|of those|of them|[a-z]+)[^.;:]{0,30}\balso (?:belong|fall|count|appear|figure|stand)\w*\b[^.;:]{0,20}\b(?:group|category|list|class)\b`),
		twice:     newPattern(`(?i)^(?: [a-z]+)? (?:appear|figure|stand|count|occur|turn up|were counted|are counted)\w* (?:twice|in (?:the )?two (?:groups|categories|lists))\b`),
		adds:      newPattern(`(?i)\b(?:makes?|made|making|means|meant|adds? up to|added up to|comes? to|came to|totals?|totalled|in all|all told|altogether|in total|together|combined|taken as a whole|sum|overall|so|thus|therefore)\b`),
		either:    newPattern(`(?i)\beither\b[^.;]{3,80}\bor\b|\bone (?:[a-z]+ )?or (?:the )?other\b|\bone of the two\b|\bat least one of\b|\bor both\b`),
		setsRight: newPattern(`(?i)\b(?:twice|doubl\w+|overlap\w*|wrongly|wrong|mistak\w+|error|simply add\w*|cannot be added|some of (?:them|whom|these)|several)\b|\bnot (?:add|correct|right|so many|that many|the sum|as many|all)\b`),
		explains:  newPattern(`(?i)\b(?:twice|doubl\w+|overlap\w*|wrongly|wrong (?:to|sum|number|figure|total|count)|mistak\w+|error|not|instead|rather|simply add\w*|cannot be added|some of (?:them|whom|these)|several)\b`),
	}
}

// twoGroups are the numbers of two groups, and of those who belong to both.
type twoGroups struct{ a, b, both *Figure }

// overlapsTold finds sums that count twice those of whom a text tells that they belong to both
// groups: "214 have one, 163 the other; 58 have both", and "377 have one or the other".
func (v *View) overlapsTold() []Finding {
	var out []Finding
	for _, known := range v.telling {
		if known.document == nil || !v.inBothGroups().may.in(known.document.Text) {
			continue
		}
		for i, f := range known.own {
			told, ok := v.twoGroups(known.own, i)
			if !ok || f.Headline {
				continue
			}
			sum := told.a.Claim.Value.Add(*told.b.Claim.Value)
			for _, s := range v.amount(amountKey{value: sum.String()}).figures {
				if v.addsGroups(s, told) {
					out = append(out, v.countedTwice(s, told))
				}
			}
		}
	}
	return out
}

// twoGroups returns the two numbers before one that is told as of those in both.
func (v *View) twoGroups(list []*Figure, i int) (twoGroups, bool) {
	both, w := list[i], v.inBothGroups()
	c := &both.Claim
	if c.Value == nil || c.Unit != "" || c.Per != "" || c.Qualifier != claims.Exact && c.Qualifier != claims.About || c.Act == claims.Deny || c.Relative != nil || v.isReplaced(both) {
		return twoGroups{}, false
	}
	_, after := v.around(both)
	if !w.may.in(after) || !w.inBoth.MatchString(after) && !w.alsoIn.MatchString(after) && !w.twice.MatchString(after) {
		return twoGroups{}, false
	}
	near := v.before(list, i)
	for back := 1; len(near) < 2 && back < 3; back++ {
		near = append(v.back(list, i, back), near...)
	}
	if len(near) < 2 {
		return twoGroups{}, false
	}
	a, b := near[len(near)-2], near[len(near)-1]
	for _, f := range []*Figure{a, b} {
		if f.Claim.Unit != "" || f.Claim.Qualifier != claims.Exact || f.Claim.Value.Cmp(*c.Value) < 0 || f.PartOf != "" && f.PartOf == both.PartOf && a.PartOf != b.PartOf || v.isReplaced(f) {
			return twoGroups{}, false
		}
	}
	sum := a.Claim.Value.Add(*b.Claim.Value)
	for _, f := range near[:len(near)-2] {
		if f.Claim.Value.Cmp(*a.Claim.Value) < 0 || f.Claim.Value.Cmp(*b.Claim.Value) < 0 || f.Claim.Value.Equal(sum) {
			return twoGroups{}, false // a third group, or the sum itself
		}
	}
	if words, near := v.wordsBetween(a, b); near && v.nearly().ofWhole.MatchString(words) {
		return twoGroups{}, false // "41 of the 57"
	}
	return twoGroups{a, b, both}, true
}

// addsGroups reports whether a number is told as of all who belong to one of two groups or the
// other.
func (v *View) addsGroups(s *Figure, told twoGroups) bool {
	w := v.inBothGroups()
	sentence := v.sentenceText(s)
	adds, either := w.adds.MatchString(sentence), w.either.MatchString(sentence)
	_, behind := v.around(s)
	either = either || strings.Contains(behind, " or ") && v.tellsAlike(s, sentence, told)
	if s.Headline || !adds && !either || s.Claim.Act == claims.Deny || w.explains.MatchString(sentence) || w.setsRight.MatchString(v.sentenceTextAfter(s)) || v.isReplaced(s) || !v.countsGroups(s, told) {
		return false
	}
	own := v.home(s).own
	at := slices.Index(own, s)
	if at < 0 {
		return false
	}
	before := v.before(own, at)
	for back := 1; back < 3; back++ {
		before = append(v.back(own, at, back), before...)
	}
	tells := func(f *Figure) bool {
		return slices.ContainsFunc(before, func(g *Figure) bool { return g.Claim.Value.Equal(*f.Claim.Value) })
	}
	groups := tells(told.a) && tells(told.b)
	if s.document == told.both.document {
		return groups && s.Claim.Number.Start > told.both.Claim.Number.End
	}
	if v.after(told.both, s) || tells(told.both) {
		return false
	}
	return groups || either && v.takesFrom(s, told.both)
}

// tellsAlike reports whether a sentence tells of what one of two groups has in a word of the sentence
// that tells the group: "without a contract" of "248 had no contract".
func (v *View) tellsAlike(s *Figure, sentence string, told twoGroups) bool {
	stem := func(word string) string {
		word = strings.ToLower(strings.Trim(word, " .,;:()“”\"'’"))
		return word[:min(len(word), 6)]
	}
	here := map[string]bool{}
	for _, word := range strings.Fields(sentence) {
		here[stem(word)] = true
	}
	for _, f := range []*Figure{told.a, told.b} {
		noun := strings.Fields(f.Claim.Counted + " " + told.both.Claim.Counted + " " + s.Claim.Counted)
		for _, word := range strings.Fields(v.sentenceText(f)) {
			if own := stem(word); len(own) == 6 && here[own] && !slices.ContainsFunc(noun, func(other string) bool { return stem(other) == own }) {
				return true
			}
		}
	}
	return false
}

// bothToldOf reports whether a text tells of two numbers that so many are in both as a sum is short
// of them.
func (v *View) bothToldOf(a, b *Figure, short interval.Number) bool {
	for _, f := range v.amount(amountKey{value: short.String()}).figures {
		if f.document == nil {
			continue
		}
		if told, ok := v.twoGroups(f.document.own, slices.Index(f.document.own, f)); ok && told.a.Claim.Value.Equal(*a.Claim.Value) && told.b.Claim.Value.Equal(*b.Claim.Value) {
			return true
		}
	}
	return false
}

// takesFrom reports whether a number is told after another text: its own names that text's
// publisher, or tells beside it the whole that both are of.
func (v *View) takesFrom(s, source *Figure) bool {
	name, _, _ := strings.Cut(source.document.document.Publisher, ",") // of "Health Agency, Norland"
	if office, _, ok := strings.Cut(name, " of "); ok && strings.Contains(office, " ") {
		name = office // of "State Labour Inspectorate of Norland"
	}
	if name != "" && strings.Contains(s.document.document.Text, name) {
		return true
	}
	return slices.ContainsFunc(v.inSentence(s), func(whole *Figure) bool {
		return whole != s && exactly(whole.Claim) && whole.Claim.Value.Cmp(interval.Int(100)) > 0 && slices.ContainsFunc(source.document.own, func(f *Figure) bool {
			return exactly(f.Claim) && f.Claim.Value.Equal(*whole.Claim.Value)
		})
	})
}

// countsGroups reports whether a number counts what one of two groups, or the whole told before
// them, is of, and no faults of it.
func (v *View) countsGroups(s *Figure, told twoGroups) bool {
	things, noun := v.Comparer.things, s.Claim.Counted
	if noun == "" {
		return true
	}
	like := append(v.paragraphBefore(told.both.document.own, slices.Index(told.both.document.own, told.both)), told.both)
	for _, f := range like {
		other := f.Claim.Counted
		if kind := v.Comparer.kind(noun); other != "" && (things.Same(noun, other) || kind != "" && kind == v.Comparer.kind(other)) {
			return true
		}
		if slices.ContainsFunc(strings.Fields(other), func(word string) bool { return origins.Head(word) == origins.Head(noun) }) {
			return true // "214 reservists and signs of stress"
		}
	}
	return false
}

// countedTwice makes the finding of a sum of two groups.
func (v *View) countedTwice(s *Figure, told twoGroups) Finding {
	once := interval.Point(told.a.Claim.Value.Add(*told.b.Claim.Value).Sub(*told.both.Claim.Value))
	about, where := "", ""
	if told.both.Claim.Qualifier == claims.About {
		about = "about "
	}
	if s.document != told.both.document {
		where = " by " + v.named(told.both.Document)
	}
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &once, Inputs: rests(s, told.a, told.b, told.both),
		Sentence: fmt.Sprintf("In %s, %s are %s and %s added, though %s are told as in both%s; counted once they are %s%s.", v.named(s.Document), beside(s.Claim),
			lowered(told.a.Claim.Number.Exact), lowered(told.b.Claim.Number.Exact), strings.TrimSpace(lowered(told.both.Claim.Number.Exact)), where, about, sumName(once, told.both.Claim))}
}
