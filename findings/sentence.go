package findings

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/interval"
)

// quoted puts words as they stand in the text between quotation marks; marks
// inside become single ones.
func quoted(exact string) string {
	exact = strings.Join(strings.Fields(exact), " ")
	if strings.ContainsAny(exact, "“”\"") {
		exact = strings.NewReplacer("“", "‘", "”", "’", `"`, "'").Replace(exact)
	}
	return "“" + exact + "”"
}

// listed joins names for a sentence: "A", "A and B", "A, B and C".
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// capital starts a sentence.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// the puts the article before the name of a body that takes one.
func the(name string) string {
	lower := strings.ToLower(name)
	if strings.HasPrefix(lower, "the ") || strings.Contains(lower, "'s ") || strings.Contains(lower, "’s ") {
		return name
	}
	for _, word := range []string{"department", "administration", "house", "pentagon", "ministry", "agency", "office", "service", "bureau", "committee", "council", "parliament", "cabinet", "court", "senate", "government", "union", "commission", "authority", "directorate", "secretariat", "inspectorate", "guard", "army", "navy", "fbi", "dea", "cia", "irs", "epa", "un", "eu"} {
		if lower == word || strings.HasSuffix(lower, " "+word) || strings.HasPrefix(lower, word+" of ") {
			return "the " + name
		}
	}
	return name
}

// longDate writes a day for people: "21 May 2025".
func longDate(d interval.Date) string { return d.Time().Format("2 January 2006") }

// days writes a period for people: "21 May 2025", "10 to 20 May 2025".
func days(p interval.Period) string {
	from, to := p.From.Time(), p.To.Time()
	switch {
	case p.From == "" && p.To == "":
		return "any time"
	case p.From == "":
		return "until " + longDate(p.To)
	case p.To == "":
		return "from " + longDate(p.From)
	case p.From == p.To:
		return longDate(p.From)
	case from.Year() == to.Year() && from.Month() == to.Month():
		return from.Format("2") + " to " + longDate(p.To)
	case from.Year() == to.Year():
		return from.Format("2 January") + " to " + longDate(p.To)
	}
	return longDate(p.From) + " to " + longDate(p.To)
}

// per writes the rate of a figure: " a day", " an hour", "".
func per(unit string) string {
	switch unit {
	case "":
		return ""
	case "hour":
		return " an hour"
	}
	return " a " + unit
}

// rounded writes an interval in whole numbers for people: "909 to 1,111",
// "1,000"; decimals are kept below ten.
func rounded(i interval.Interval) string {
	write := func(e interval.End) string {
		if e.Value.Cmp(interval.Int(10)) < 0 {
			return e.Value.Grouped(1)
		}
		return e.Value.Grouped(0)
	}
	switch {
	case i.Min.Bounded && i.Max.Bounded:
		low, high := write(i.Min), write(i.Max)
		if low == high {
			return low
		}
		return low + " to " + high
	case i.Min.Bounded && i.Min.Open:
		return "more than " + write(i.Min)
	case i.Min.Bounded:
		return "at least " + write(i.Min)
	case i.Max.Bounded && i.Max.Open:
		return "less than " + write(i.Max)
	case i.Max.Bounded:
		return "at most " + write(i.Max)
	}
	return "any number"
}
