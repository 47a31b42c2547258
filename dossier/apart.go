package dossier

import (
	"fmt"
	"slices"

	"muster/interval"
)

// apartGap is the number of days without any document after which the texts
// before and after are taken for texts on different matters.
const apartGap = 365

// setApart marks documents that seem to be about something else: those that a
// gap of a year or more parts from the others, when they are at most a quarter
// of all. A curator's word (belongs, in dossier.toml) goes before the guess.
func setApart(s *State) {
	var dated []int
	for i, d := range s.Documents {
		if _, err := interval.ParseDate(d.Published); err == nil {
			dated = append(dated, i)
		}
	}
	day := func(i int) interval.Date { d, _ := interval.ParseDate(s.Documents[i].Published); return d }
	slices.SortStableFunc(dated, func(i, j int) int { return day(i).Time().Compare(day(j).Time()) })

	var clusters [][]int
	for k, i := range dated {
		if k == 0 || (interval.Period{From: day(dated[k-1]), To: day(i)}).Days() > apartGap {
			clusters = append(clusters, nil)
		}
		last := len(clusters) - 1
		clusters[last] = append(clusters[last], i)
	}
	if len(clusters) > 1 {
		main := slices.MaxFunc(clusters, func(a, b []int) int { return len(a) - len(b) })
		from, to := day(main[0]), day(main[len(main)-1])
		for _, cluster := range clusters {
			if 4*len(cluster) > len(dated) {
				continue
			}
			for _, i := range cluster {
				s.Documents[i].Apart = fmt.Sprintf("published %s, the others from %s to %s: it seems to be about another operation", day(i), from, to)
			}
		}
	}
	for _, note := range s.Settings.Documents {
		for i := range s.Documents {
			if note.Belongs == nil || s.Documents[i].Document.ID != note.File {
				continue
			}
			if *note.Belongs {
				s.Documents[i].Apart = ""
			} else {
				s.Documents[i].Apart = "set apart in dossier.toml"
			}
		}
	}
}
