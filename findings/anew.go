package findings

import (
	"slices"
	"strings"
)

var (
	// "the number now stands at 190", "instead of the 60 promised"
	anew = newPattern(`(?i)\b(?:now|currently|at present|revis(?:es|ed|ing)|correct(?:s|ed|ing)|amend(?:s|ed|ing)|updat(?:es|ed|ing)|restat(?:es|ed|ing)|replac(?:es|ed|ing)|instead|no longer|(?:up|down) from|(?:raised|lifted|increased|rose|risen|grew|grown|cut|lowered|reduced|trimmed|fell|fallen|climbed)\b[^.;]{0,40}\bto)\b`)
	// "until now", "for now", "from now on" say nothing of an earlier number
	notAnew = newPattern(`(?i)\b(?:until|till|by|for|from|right|just|even|than) now\b|\bnow (?:that|and then)\b`)

	// "an additional 300", "the first 200"
	aPartBefore = newPattern(`(?i)\b(?:additional|another|further|extra|more|other|others|remaining|rest|first|initial|second|third|last|final|next|including|among them|of (?:whom|which|those|these|them))(?: of)?(?: the| some| about| only)?,? $`)
	// "two of those", "two of the guards", "600 more", "40 additional staff"; but not "820 members of the Guard"
	aPartAfter = newPattern(`(?i)^(?: of (?:the|its|their|his|her|our|all)\b|(?: [\w'’-]+){0,2}? (?:of (?:those|these|them|whom|which)|additional|another|further|extra|more|others?|remaining)\b)`)
	// "Arden, population 38,000", "a town of 38,000"
	inhabitants = newPattern(`(?i)\b(?:(?:population|inhabitants|residents)(?: of| is| was|:)?|(?:town|city|county|village|district|island|province|state|country|nation) of)(?: about| some| nearly| over)? $`)
)

// saysAnew reports whether the clause of a figure says that its number takes the
// place of an earlier one.
func (v *View) saysAnew(f *Figure) bool {
	return v.has(anewTold, f, func() bool { return v.findAnew(f) })
}

func (v *View) findAnew(f *Figure) bool {
	at := v.spot(f)
	before, after := at.before, at.after
	if i := strings.LastIndexFunc(before, partsClauses); i >= 0 {
		before = before[i:]
	}
	if i := strings.IndexFunc(after, partsClauses); i >= 0 {
		after = after[:i]
	}
	clause := at.with(before, f.Claim.Number.Exact, after)
	return anew.may(clause) && anew.MatchString(notAnew.ReplaceAllString(clause, ""))
}

// partsClauses reports whether a mark parts the clauses of a sentence that tell of two matters.
func partsClauses(r rune) bool { return r == ';' || r == ':' || r == '—' }

// mostBefore is how many bytes before a number the words that make it a part, or the people of
// a place, can begin.
const mostBefore = 40

// tellsAll reports whether a figure tells all of what it counts: its noun stands in
// its own sentence, and no word makes it an addition to another number, a part of
// one, or the people of a place.
func (v *View) tellsAll(f *Figure) bool {
	before, after := v.around(f)
	near := lastChars(before, mostBefore)
	head, _ := v.Comparer.head(f.Claim.Counted)
	named := func(stretch string) bool {
		return slices.ContainsFunc(strings.Fields(stretch), func(word string) bool { there, _ := v.Comparer.head(word); return there == head })
	}
	return (named(before) || named(after)) && !aPartBefore.MatchString(near) && !aPartAfter.MatchString(after) && !inhabitants.MatchString(near)
}
