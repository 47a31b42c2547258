package findings

import (
	"slices"
	"strings"
	"time"

	"muster/interval"
	"muster/origins"
)

// stillOpen reports whether what a text tells as to come was still so when another told it.
func (v *View) stillOpen(o open, f *Figure) bool {
	told, known := v.day(f), v.day(o.figure)
	switch {
	case o.day != "" && (o.day <= told || v.aheadWords().early.MatchString(v.sentenceText(f))), o.intended && o.day == "" && known > told:
		return false
	case known < told && v.sources().hold(f, v.home(o.figure)) < byItsText && v.aheadWords().anew.MatchString(v.sentenceText(f)):
		return false // it tells what is new
	case o.day != "" && !o.by, known >= told:
		return true
	case !o.undecided && o.part == nil && o.day == "" && !o.intended && v.office(v.home(o.figure).document.Publisher) && !v.namesDay(f, known) && !v.aheadWords().already.MatchString(v.sentenceText(f)):
		return false // an office may have gone on the next day
	}
	return v.restsNear(f, o.figure) || v.namesPlan(f, o)
}

// namesPlan reports whether a telling has it from the plan that another text tells, of which the day is still far:
// "as the contracts demand", "as it explained when it announced the drive".
func (v *View) namesPlan(f *Figure, o open) bool {
	told := v.day(f)
	return o.day > told.AddDays(daysBeforeTime) && daysApart(told, v.day(o.figure)) <= longestTold && v.aheadWords().planText.MatchString(v.sentenceText(f)) &&
		(v.sources().hold(f, v.home(o.figure)) >= byItsText || v.cites(f, o.figure.Document) || v.namesBriefly(f, v.home(o.figure).document.Publisher))
}

// namesBriefly reports whether the text of a figure has the name of a publisher without what that is of: "the School
// Agency's contracts" of the School Agency of Osk.
func (v *View) namesBriefly(f *Figure, publisher string) bool {
	name, _, _ := strings.Cut(publisher, ",")
	name, _, _ = strings.Cut(name, " of ")
	return strings.Contains(name, " ") && strings.Contains(v.home(f).document.Text, name)
}

// daysBeforeTime is how many days before its day something may be done as it was planned.
const daysBeforeTime = 7

// restsNear reports whether a telling rests on the text of another figure, and is of the next two
// days or names that text.
func (v *View) restsNear(f, g *Figure) bool {
	hold := v.sources().hold(f, v.home(g))
	if hold < byItsText && !v.cites(f, g.Document) {
		return false
	}
	if v.namesDay(f, v.day(f)) && v.day(f) != v.day(g) {
		return false
	}
	apart := daysApart(v.day(f), v.day(g))
	return apart <= daysOfOneStatement || v.namesDay(f, v.day(g)) || hold >= bySpeaker && apart <= 14 && v.aheadWords().report.MatchString(v.sentenceText(f))
}

// ofOneMatter reports whether two texts of one number are of one matter: the same things, and words
// in common, the more the less the telling rests on the other.
func (v *View) ofOneMatter(f, g *Figure) bool {
	a, b := &f.Claim, &g.Claim
	if v.Comparer.Barred(f, g) || !v.mayBeOneThing(f, g) && !v.sharesThing(f, g) || a.Place != "" && b.Place != "" && !v.Comparer.names.Same(a.Place, b.Place) || a.Direction != b.Direction {
		return false
	}
	need := 2
	if significant(*a.Value) > 1 || money(a) {
		need--
	}
	if a.Unit == "" && a.Value.Cmp(interval.Int(leastTold)) < 0 {
		need++
	}
	if v.sources().hold(f, v.home(g)) >= bySpeaker || v.cites(f, g.Document) {
		need--
		if need > 1 && daysApart(v.day(f), v.day(g)) <= daysOfOneStatement {
			need--
		}
	}
	return origins.SharedWords(v.wordsAround(f), v.wordsAround(g)) >= need
}

// wordsAround returns the words of a figure's sentence that carry meaning, and those of what it counts.
func (v *View) wordsAround(f *Figure) map[string]bool {
	return origins.Words(v.sentenceText(f))
}

// sharesThing reports whether what two figures count has a word in common: "skimmer ships" and
// "naval skimmer vessels".
func (v *View) sharesThing(f, g *Figure) bool {
	return f.Claim.Unit == g.Claim.Unit && origins.SharedWords(origins.Words(f.Claim.Counted), origins.Words(g.Claim.Counted)) > 0
}

// overtaken reports whether the matter had gone on by the time of a telling, as another text or the
// source itself tells.
func (v *View) overtaken(f *Figure, o open, told rung) bool {
	g := o.figure
	if o.rung < isGranted && v.sources().stages.granted.MatchString(v.home(g).document.Text) {
		return true
	}
	return slices.ContainsFunc(v.sameNumber(f), func(k *Figure) bool {
		if k == g || k.Headline || k.Document == f.Document || v.day(k) == "" || v.day(k) > v.day(f) || !v.mayBeOneThing(f, k) && !v.sharesThing(f, k) {
			return false
		}
		if k.Document != g.Document && (v.day(k) < v.day(g) || v.sources().hold(k, v.home(g)) >= byItsText && !v.aheadWords().early.MatchString(v.sentenceText(k))) {
			return false
		}
		return v.rungTold(k) >= told || told == isDone && v.aheadWords().early.MatchString(v.sentenceText(k)) && v.sources().stages.done(v.clauseText(k))
	})
}

// soonDay returns the first day of a time that a stretch tells without its day.
func soonDay(found []string, after interval.Date) interval.Date {
	part := func(n int) string { return strings.ToLower(found[n]) }
	now := after.Time()
	season := map[string]time.Month{"spring": time.March, "summer": time.June, "autumn": time.September, "winter": time.December}
	first := func(year int, month time.Month) interval.Date {
		return interval.DateOf(time.Date(year, month, 1, 0, 0, 0, 0, time.UTC))
	}
	switch words := part(1); {
	case words == "tomorrow":
		return after.AddDays(1)
	case words == "next week":
		return after.AddDays(1 + (7-int(now.Weekday()))%7)
	case words == "next month":
		return first(now.Year(), now.Month()+1)
	case strings.HasPrefix(words, "by the end of th"): // of the year
		return first(now.Year(), time.December).AddDays(30)
	case words == "next year":
		return first(now.Year()+1, time.January)
	}
	if year := part(4); year != "" {
		return interval.Date(year + "-12-31")
	}
	name := part(2)
	if name == "" {
		name = strings.TrimPrefix(part(1), "next ")
	}
	month, ok := season[name]
	for m := time.January; !ok && m <= time.December; m++ {
		if strings.EqualFold(m.String(), name) {
			month, ok = m, true
		}
	}
	if !ok {
		return ""
	}
	if year := part(3); year != "" {
		return interval.Date(year) + first(now.Year(), month)[4:]
	}
	year := now.Year()
	if month < now.Month() {
		year++
	}
	if day := first(year, month); day > after {
		return day
	}
	return ""
}
