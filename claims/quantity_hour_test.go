package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// Times of day are no figures. After each text stand the numbers that are.
func TestTimesOfDay(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, want string }{
		{"The gates open at 6.30 and 900 visitors are let in.", "900"},
		{"By 18.00, 900 people had come.", "900"},
		{"By 6.30 some 900 people had come.", "some 900"},
		{"The ban runs from 22.00 to 6.00.", ""},
		{"The bridge is closed between 9.15 and 11.45.", ""},
		{"Kick-off is at 18.30.", ""},
		{"The match (kick-off 18.30) draws 20,000 supporters.", "20,000"},
		{"Officers take up posts from 14.00.", ""},
		{"At 6.30 on Monday 900 police moved in.", "900"},
		{"Shortly after 17.20, 40 boats left.", "40"},
		{"The first boat left at 5.45, the last at 9.10.", ""},
		{"The 7.15 train carried 900 people.", "900"},
		{"The town must be empty by 16.00 on Friday.", ""},
		{"The clinic is open 8.00 to 16.30.", ""},
		{"The polls close at 20.00 hours.", ""},
		{"At 3 in the morning 40 boats left.", "40"},
		{"The 06:00 ferry carries 40 cars.", "40"},
		{"The march begins at 7 a.m. with 900 people.", "900"},

		{"The price stands at 6.30.", "6.30"},
		{"The price rose to 6.30.", "6.30"},
		{"The price fell by 6.30.", "6.30"},
		{"The rate was set at 18.00 euros an hour.", "18.00 euros"},
		{"The wage rose from 14.00 to 16.30 euros.", "from 14.00 to 16.30 euros"},
		{"Inflation was at 6.30 in May.", "6.30"},
		{"The yield was between 4.15 and 4.45.", "between 4.15 and 4.45"},
		{"The boat is 6.30 metres long.", "6.30"},
		{"At 6.30 euros the ticket is dear.", "6.30 euros"},
		{"Turnout was lower by 6.30 per cent.", "6.30 per cent"},
		{"The navy has 40 boats at 6 posts.", "40 6"},
	} {
		var got []string
		for _, f := range reader.Find(documents.Document{Text: c.text}).Figures {
			got = append(got, f.Number.Exact)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: found %q, expected %q", c.text, got, c.want)
		}
	}
}
