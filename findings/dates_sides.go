package findings

import (
	"slices"
	"strings"

	"muster/interval"
)

// dayBySide is a day of a dated sentence, told as the first or the last of something.
type dayBySide struct {
	sentence *datedSentence
	day      toldDay
}

// sideRetold makes the finding of the first or the last day of something that a text lays to
// its source, where the source tells one such day and it would come of the other by a slip of
// the pen: 15 of 5 October. Whether both are of one thing need not be said.
func (v *View) sideRetold(known, source *knownDocument, here, there []datedSentence) (Finding, bool) {
	for i := range here {
		a := &here[i]
		side := sideOf(a.text[:a.days[0].start])
		if len(a.days) != 1 || side == "" || !namesOffice(a.text, source.document.Publisher) {
			continue
		}
		mine := a.days[0]
		told, ok := onlyOnSide(there, side)
		if !ok || !slipOfDay(mine.day, told.day.day) || told.day.day > source.day && mine.day <= known.day || namesDay(known.document.Text, told.day.day) || movesDay(known.document.Text) || v.publisherTells(source, mine.day) || v.saidByOther(known, source, a.place) || v.dayReader().onlySome(a.text, source.document.Text) {
			continue
		}
		return v.dayFinding(known, source, a, mine, told.sentence, told.day), true
	}
	return Finding{}, false
}

// onlyOnSide returns the one day that sentences tell as the first, or as the last, of
// something; false for none or several.
func onlyOnSide(list []datedSentence, side string) (dayBySide, bool) {
	var only dayBySide
	for i := range list {
		for _, d := range list[i].days {
			if sideOf(list[i].text[:d.start]) != side {
				continue
			}
			if only.sentence != nil && only.day.day != d.day {
				return only, false
			}
			only = dayBySide{&list[i], d}
		}
	}
	return only, only.sentence != nil
}

// sideOf says whether the words before a day make it a first day, "first", or a last one,
// "last"; "" for neither.
func sideOf(before string) string {
	words := strings.Fields(strings.ToLower(before))
	for i := len(words) - 1; i >= max(0, len(words)-4); i-- {
		switch word := strings.Trim(words[i], ","); {
		case slices.Contains([]string{"from", "begin", "begins", "began", "beginning", "start", "starts", "started", "starting", "since"}, word):
			return "first"
		case slices.Contains([]string{"until", "till", "to", "through", "end", "ends", "ended", "ending", "close", "closes", "finish", "finishes", "expire", "expires"}, word):
			return "last"
		case !slices.Contains([]string{"on", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "the"}, word):
			return ""
		}
	}
	return ""
}

// namesOffice reports whether a sentence names an office, by its name or the word that says what
// it is: "the ministry".
func namesOffice(sentence, publisher string) bool {
	kind := kindOf(publisher)
	return strings.Contains(sentence, publisher) || kind != publisher && slices.ContainsFunc(strings.FieldsFunc(sentence, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '\'' || r == '’' }), func(word string) bool { return strings.EqualFold(word, kind) })
}

// slipOfDay reports whether one day of a month would come of another by a slip of the pen, as
// 14 of 24, or 12 of 21.
func slipOfDay(x, y interval.Date) bool {
	a, b := x.Time(), y.Time()
	m, n := a.Format("02"), b.Format("02")
	return x != y && a.Month() == b.Month() && a.Year() == b.Year() && (m[0] == n[1] && m[1] == n[0] || m[1] == n[1])
}
