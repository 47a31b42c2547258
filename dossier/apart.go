package dossier

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

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
				seems := "it seems to be about another operation"
				if day(i) > to && looksBack(&s.Documents[i], s.Documents, main, to) {
					seems = "it names their people and places, and their time: it seems to look back at the operation"
				}
				s.Documents[i].Apart = fmt.Sprintf("published %s, the others from %s to %s: %s", day(i), from, to, seems)
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

// looksBack reports whether a text of a later year tells of the operation of others:
// it has most of the names that most of them have, and names their year, or counts
// the years since.
func looksBack(later *Document, all []Document, others []int, last interval.Date) bool {
	if len(others) < 2 || !strings.Contains(later.Text, string(last)[:len("2006")]) && !countsYears(later.Text) {
		return false
	}
	others = others[max(0, len(others)-mostOthers):]
	in := map[string]int{}
	for _, i := range others {
		for name := range namesIn(all[i].Text) {
			in[name]++
		}
	}
	here, core, shared := namesIn(later.Text), 0, 0
	for name, n := range in {
		if 3*n < 2*len(others) || n < 2 {
			continue
		}
		core++
		if here[name] {
			shared++
		}
	}
	return shared >= fewestNames && 3*shared >= 2*core
}

// fewestNames is how many names a text must have in common with most of the others to
// look back at what they told of.
const fewestNames = 3

// mostOthers is how many of the others, the last ones, its names are looked for in.
const mostOthers = 40

// countsYears reports whether a text counts the years since something.
func countsYears(text string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc([]string{"years later", "year later", "years ago", "years on,", "years after", "anniversary", "years since"}, func(words string) bool { return strings.Contains(lower, words) })
}

// namesIn returns the words of a text that are written large within a sentence, but
// no times of the calendar.
func namesIn(text string) map[string]bool {
	out, calendar := map[string]bool{}, calendarWords()
	for _, line := range strings.Split(text, "\n") {
		opens := true // a sentence, or a line
		for _, word := range strings.Fields(line) {
			bare := strings.TrimSuffix(strings.TrimSuffix(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }), "’s"), "'s")
			first := []rune(bare + " ")[0]
			if !opens && len(bare) > 2 && unicode.IsUpper(first) && !slices.Contains(calendar, bare) {
				out[bare] = true
			}
			opens = strings.ContainsAny(word[len(word)-1:], ".!?:\"") || strings.HasSuffix(word, "”")
		}
	}
	return out
}

func calendarWords() []string {
	return []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "The", "And", "But"}
}
