package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestSpansOfSources checks, from the words to the sentence, lengths of time and percentages
// that a text tells otherwise than the source that it names; and look-alikes. want is what
// the two have, "" for no finding.
func TestSpansOfSources(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, source, telling, want string
	}{
		{"how long they guard", "Some 900 officers will guard the railway for 15 days.", "Officers are to guard the railway for 45 days, Northern Wire reported.", "“45 days”, and names Northern Wire; Northern Wire has “15 days”"},
		{"how long it is limited to", "It sends 1,200 soldiers to the river. The deployment is limited to 20 days.", "The soldiers will remain on the river for 60 days, according to Northern Wire.", "“limited to 20 days”"},
		{"how long they stay", "Mobile teams will stay in the valley for two weeks.", "Northern Wire said mobile teams would stay in the valley for five weeks.", "“two weeks”"},
		{"how long it is closed", "The northern basin will be closed to ferries for two days.", "The northern basin will be closed to ferries for 12 days, Northern Wire said.", "“two days”"},
		{"weeks for months", "The coast road will stay closed to lorries for three months.", "According to Northern Wire, the coast road will stay closed to lorries for three weeks.", "“three months”"},
		{"days of weeks", "The shelters will stay open for six weeks.", "Northern Wire said the shelters would stay open for 42 days.", ""},
		{"in another place", "Mobile teams will stay in the valley for two weeks.", "Northern Wire said mobile teams would stay in the capital for five weeks.", ""},
		{"of other stocks", "Fuel stocks on the island will last for nine days.", "Food stocks on the island will last for 15 days, Northern Wire said.", ""},
		{"of others", "It asks for 340 volunteers. They are to stay for eight days.", "The helicopters are to stay for 12 days, according to Northern Wire.", ""},
		{"each of them", "Some 900 officers will guard the railway for 30 days.", "Each of the officers will guard the railway for 10 days, Northern Wire said.", ""},
		{"extended", "The shelters will stay open for six weeks.", "The shelters will now stay open for 10 weeks, Northern Wire said.", ""},
		{"how long ago", "Some 900 officers will guard the railway for 15 days.", "Officers asked for help 45 days ago to guard the railway, Northern Wire said.", ""},
		{"another ban", "The state of emergency runs for 30 days.", "The ban on gatherings runs for 14 days, Northern Wire said.", ""},

		{"a percentage of the same", "In 36 of the 80 clinics, or 45 per cent, the fridges for vaccine had failed during the summer.", "The fridges for vaccine had failed during the summer in 27 per cent of the clinics, Northern Wire wrote.", "“45 per cent”"},
		{"a percentage with its digits swapped", "The main reservoir is filled to 53 per cent of its capacity after the dry summer.", "After the dry summer the main reservoir is filled to 35 per cent of its capacity, Northern Wire said.", "two digits swapped"},
		{"the rest of a whole", "Crews found safety equipment missing on 31 per cent of the boats.", "Crews found safety equipment in order on 69 per cent of the boats, Northern Wire said.", ""},
		{"of women and men", "Some 16 per cent of young men failed the new test in the first quarter.", "Northern Wire said 9 per cent of young women failed the new test in the first quarter.", ""},
		{"of one town", "Crews found safety equipment missing on 31 per cent of the boats.", "In Karsund crews found safety equipment missing on 38 per cent of the boats, Northern Wire said.", ""},
		{"of rural districts", "Some 16 per cent of young drivers failed the new test in spring.", "In rural districts 21 per cent of young drivers failed the new test in spring, Northern Wire said.", ""},
		{"of another season", "Some 16 per cent of young drivers failed the new test in spring.", "Northern Wire said 21 per cent of young drivers failed the new test in winter.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			found := check(readAll(reader, []told{{"Northern Wire", "2025-03-05", test.source}, {"The Test", "2025-03-06", test.telling}}))
			said := sentences(found)
			if test.want == "" && strings.Contains(said, "warning") || !strings.Contains(said, test.want) {
				t.Errorf("expected %q, found %q", test.want, said)
			}
		})
	}
}
