package findings

import (
	"strings"

	"muster/interval"
)

// onlyWhen matches words of a time that say when something was, and not how long it
// went on: "in 2014", "last year", "in early May". An evacuation of 2014 may have
// taken four days.
var onlyWhen = newPattern(`(?i)^(?:back )?(?:(?:in|on|of|by|around|about) )?(?:the )?(?:(?:year )?\d{4}|(?:last|this|that|same|previous|next) year|(?:early|late|mid)\b.*|(?:beginning|start|middle|end) of\b.*)$`)

// toldFor reports whether a figure is told for all of its time: its own sentence
// names a period ("since January", "in the month", "from 1 to 31 May"), and no
// duration of another length. A time taken over from another sentence is none.
func (v *View) toldFor(f *Figure) bool {
	about := f.Claim.About
	if about == nil {
		return false
	}
	words := strings.Join(strings.Fields(about.Text), " ")
	if onlyWhen.MatchString(strings.Trim(words, ",.;: ")) || aPartBefore.MatchString(v.sentenceBefore(f)+" ") {
		return false
	}
	begin, end := v.sentenceAround(f)
	if d := v.home(f).document; d != nil && about.Text != "" && !strings.Contains(v.home(f).part(begin, end), about.Text) && strings.Contains(d.Text, about.Text) {
		return false
	}
	for _, g := range v.inSentence(f) {
		if g.Claim.Value == nil || g.Claim.Per != "" {
			continue
		}
		if days := daysOf(g.Claim.Unit); days > 0 && !aboutAsLong(g.Claim.Value.Mul(interval.Int(days)), about.Days()) {
			return false
		}
	}
	return true
}

// daysOf returns the days of a unit of time; 0 for any other unit.
func daysOf(unit string) int64 {
	switch unit {
	case "day":
		return 1
	case "week":
		return 7
	case "month":
		return 30
	}
	return 0
}

// aboutAsLong reports whether a duration is that of a period within a tenth, or
// within the two days that count at its ends.
func aboutAsLong(duration interval.Number, days int) bool {
	gap := duration.Sub(interval.Int(int64(days)))
	if gap.Sign() < 0 {
		gap = interval.Int(0).Sub(gap)
	}
	return gap.Cmp(interval.Int(2)) <= 0 || gap.Mul(interval.Int(10)).Cmp(interval.Int(int64(days))) <= 0
}
