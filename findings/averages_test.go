package findings_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
)

// TestAverages checks averages of what is measured, for each of something and over a month
// that is told by name; and look-alikes. Each case says all findings.
func TestAverages(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, text, want string }{
		{"litres per household", "The Water Office handed out 36,000 litres of drinking water to 3,000 households, an average of 15 litres per household.",
			"arithmetic warning conflict: In The Test, 36,000 litres for 3,000 households are 12 per household, not 15."},
		{"litres per household, right", "The Water Office handed out 36,000 litres of drinking water to 3,000 households, an average of 12 litres per household.", ""},
		{"litres per person a day", "The 48,000 people in the camps received 960,000 litres, an average of 5 litres per person a day.", ""},
		{"sacks per village", "The office delivered 9,000 sacks of maize to 120 villages, an average of 57 sacks per village.",
			"arithmetic warning conflict: In The Test, 9,000 sacks for 120 villages are 75 per village, not 57."},
		{"two sums, and the average of one", "The ministry spent 27 million euros on rents and 9 million euros on guards for 120 offices, an average of 75,000 euros per office for guards.", ""},
		{"tonnes a day over told days", "From 1 to 31 January 4,800 tonnes of food were distributed, an average of 255 tonnes of food a day.",
			"rate warning conflict: In The Test, 4,800 tonnes of food over 31 days (1 to 31 January 2025) make 155 a day, not 255 tonnes of food a day."},
		{"calls a day in a month", "In January the ambulances were called 620 times, an average of 25 calls a day.",
			"rate warning conflict: In The Test, 620 times over 31 days (1 to 31 January 2025) make 20 a day, not 25 calls a day."},
		{"what is measured is rounded", "In January the plant delivered 934,000 litres, an average of 30,000 litres a day.",
			"rate info consistent-within-rounding: In The Test, 934,000 litres over 31 days (1 to 31 January 2025) make 30,129 a day, which fits 30,000 litres a day."},
		{"ten days of a month", "In January the crews cleared 930 kilometres of track in ten days, an average of 93 kilometres a day.", ""},
		{"the average of another year", "Over eight weeks the mills ground 3,200 tonnes of wheat, against an average of 320 tonnes a week last year.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, sentences(check(readAll(reader, []told{{"The Test", "2025-02-05", test.text}})))); diff != "" {
				t.Error(strings.TrimSpace(diff))
			}
		})
	}
}
