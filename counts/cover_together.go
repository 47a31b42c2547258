package counts

import (
	"maps"
	"slices"

	"muster/interval"
)

// Way is how a series parts the rows that it counts.
type Way struct {
	By          string // "day" or "month"
	Unit, Class bool
}

// Together reports whether series that count the same rows in these ways have
// only the counts of months in common: days over everything, months by unit,
// months by class; or months by unit and class at once, beside days alone.
func Together(ways ...Way) bool {
	months := 0
	for i, w := range ways {
		switch {
		case slices.Contains(ways[:i], w):
			return false
		case w.By == "month" && (w.Unit || w.Class):
			months++
		case w.By != "day" || w.Unit || w.Class:
			return false
		}
	}
	return months < 2 || !slices.ContainsFunc(ways, func(w Way) bool { return w.Unit && w.Class })
}

// CoverTogether works out what to hide of series that count the same rows and of
// whose ways Together is true: a month that one of them hides is hidden in all,
// with everything in it. Where a month is shown, each series is covered by
// itself, because nothing else leads from one to another.
func CoverTogether(list []Series, smallest int) []Cover {
	covers := make([]Cover, len(list))
	hidden := map[interval.Period]bool{}
	for i, s := range list {
		c := s.Cover(smallest)
		covers[i] = c
		maps.Copy(hidden, c.months)
		maps.Copy(hidden, c.newest)
		if !c.daily {
			maps.Copy(hidden, c.totals)
		}
	}
	for i, s := range list {
		c := covers[i]
		for _, r := range s.Releases {
			for _, p := range r.Points {
				if month := monthOf(p.From); hidden[month] {
					c.cells[key(p)], c.totals[p.Period], c.months[month], c.newest[month] = true, true, true, true
				}
			}
		}
	}
	return covers
}
