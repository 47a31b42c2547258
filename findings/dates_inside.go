package findings

import (
	"fmt"
	"strconv"
	"strings"

	"muster/interval"
)

// inside looks for one document that gives one event two times: a figure told
// "at a meeting in mid-May", and "the meeting on May 21" a few sentences on.
// said are the findings between texts: a figure is not told of twice.
func inside(v *View, said []Finding) []Finding {
	words := v.insideWords()
	told := map[string]bool{} // figures
	for _, other := range said {
		for _, in := range other.Inputs {
			told[in.Figure] = true
		}
	}
	var out []Finding
	for _, known := range v.telling {
		if known.document == nil || !holds(known.document.Text, words.nouns) {
			continue
		}
		events := map[string]bool{}
		for _, f := range known.own {
			if f.Headline || !ofEvent(&f.Claim) || told[f.ID] {
				continue
			}
			if found, ok := v.insideOne(words, f, events); ok {
				out = append(out, found)
			}
		}
	}
	return out
}

// insideWords find an event that a text gives two times, by its noun, and a plain day.
type insideWords struct {
	nouns     []string
	noun, day *pattern
	definite  map[string]*pattern // by noun: "the meeting"
}

func newInsideWords() *insideWords {
	nouns := []string{"meeting", "hearing", "briefing", "summit", "conference", "raid", "call"}
	w := &insideWords{
		nouns:    nouns,
		noun:     newPattern(`(?i)\b(?:` + strings.Join(nouns, "|") + `)\b`),
		day:      newPattern(`\b(?:(` + monthNames + `) (\d{1,2})|(\d{1,2}) (` + monthNames + `))\b`),
		definite: map[string]*pattern{},
	}
	for _, noun := range nouns {
		w.definite[noun] = newPattern(`(?i)\bthe ` + noun + `\b`)
	}
	return w
}

const monthNames = `January|February|March|April|May|June|July|August|September|October|November|December`

// insideOne looks behind one figure for its event with another time. said holds the
// events of the document that a finding tells of already.
func (v *View) insideOne(words *insideWords, f *Figure, said map[string]bool) (Finding, bool) {
	if list, at, _ := v.sentencesOf(f); at < len(list) && !words.noun.may(list[at].text) && strings.TrimSpace(list[at].text) != "" {
		return Finding{}, false
	}
	here, after := v.sentences(f)
	noun := strings.ToLower(words.noun.FindString(here))
	if noun == "" || !holds(here, []string{"eeting", "earing", "riefing", "ummit", "onference", "aid", "all"}) || !strings.Contains(here, f.Claim.About.Text) || said[noun] {
		return Finding{}, false
	}
	for _, sentence := range after {
		at := words.definite[noun].FindStringIndex(sentence)
		if at == nil || len(words.noun.FindAllString(sentence, -1)) > 1 {
			continue
		}
		found := words.day.FindAllStringSubmatchIndex(sentence, -1)
		if len(found) != 1 {
			continue
		}
		match := words.day.FindStringSubmatch(sentence)
		when, ok := dayOf(match, f.Claim.About.From)
		if !ok || f.Claim.About.Overlaps(interval.Period{From: when, To: when}) || !near(f, when) {
			continue
		}
		said[noun] = true
		severity := Warning
		if nextTo(f.Claim.About.Period, interval.Period{From: when, To: when}) {
			severity = Info
		}
		return Finding{Severity: severity, Verdict: Conflict, Inputs: rests(f),
			Sentence: fmt.Sprintf("%s puts the %s, where it writes of %s, first %s (%s) and then %s.",
				v.named(f.Document), noun, phrase(f.Claim), quoted(f.Claim.About.Text), days(f.Claim.About.Period), quoted(match[0]))}, true
	}
	return Finding{}, false
}

// near reports whether a day is within a month of a figure's time: further off
// it is another event.
func near(f *Figure, day interval.Date) bool {
	about := f.Claim.About.Period
	n := interval.Period{From: min(about.From, day), To: max(about.To, day)}.Days()
	return n > 0 && n <= longestDated
}

// dayOf reads a month and a day, in the year of another day.
func dayOf(match []string, year interval.Date) (interval.Date, bool) {
	month, number := match[1], match[2]
	if month == "" {
		month, number = match[4], match[3]
	}
	n, err := strconv.Atoi(number)
	if err != nil || len(year) < 4 {
		return "", false
	}
	for m := 1; m <= 12; m++ {
		day, err := interval.ParseDate(fmt.Sprintf("%s-%02d-%02d", year[:4], m, n))
		if err == nil && day.Time().Month().String() == month {
			return day, true
		}
	}
	return "", false
}

// sentencesAfter is how many sentences on an event is still the same.
const sentencesAfter = 3

// sentences returns the sentence of a figure, and those after it. Full stops
// inside abbreviations may cut one short, which only loses a finding.
func (v *View) sentences(f *Figure) (here string, after []string) {
	sentences, first, _ := v.sentencesOf(f)
	for _, s := range sentences[first:] {
		if len(after) > sentencesAfter {
			break
		}
		if sentence := strings.TrimSpace(s.text); sentence != "" && len(after) <= sentencesAfter {
			after = append(after, sentence)
		}
	}
	if len(after) == 0 {
		return "", nil
	}
	return after[0], after[1:]
}
