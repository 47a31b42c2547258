package findings_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
)

// TestGrantedOtherwise checks, from the words to the sentence, what one text tells as approved
// beside what a text of the same day or later tells of the request; and look-alikes.
func TestGrantedOtherwise(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, approved, day, asked, want string
	}{
		{"less was granted", "The Works Ministry has approved the hiring of up to 90 divers, a step not taken since the flood of 2009.", "2026-03-16",
			"The port had asked for as many as 90 divers. It was granted 60, and 40 of these have arrived.",
			"approval warning conflict: The Test (13 March 2026) has “up to 90 divers” as approved; by Northern Wire (16 March 2026) so many were asked for, and “60” approved."},
		{"money", "The treasury has granted 48 million crowns to the farmers.", "2026-03-20",
			"On Friday the treasury granted 30 million crowns of the 48 million that the Farm Board had wanted.",
			"approval warning conflict: The Test (13 March 2026) has “48 million crowns” as approved; by Northern Wire (20 March 2026) so much was asked for, and “30 million crowns” approved."},
		{"nobody has decided", "The council has approved 1,200 soldiers for the dykes.", "2026-03-13",
			"The province has asked for 1,200 soldiers. The council has yet to decide.",
			"approval warning conflict: The Test (13 March 2026) has “1,200 soldiers” as approved; by Northern Wire (13 March 2026) so many were asked for, and nothing decided."},
		{"the day before nobody had decided", "The council has approved 1,200 soldiers for the dykes.", "2026-03-12",
			"The province has asked for 1,200 soldiers. The council has yet to decide.", ""},
		{"granted in two steps", "The treasury has approved 48 million crowns for the farmers.", "2026-03-16",
			"The Farm Board had asked for 48 million crowns. It was granted 30 million at first, and the rest last week.", ""},
		{"the rest in the next sentence", "The treasury has approved 48 million crowns for the farmers.", "2026-03-16",
			"The Farm Board had asked for 48 million crowns. On 3 March the treasury granted 30 million. The remaining 18 million were approved ten days later.", ""},
		{"for another thing", "Parliament has approved 48 million crowns for schools.", "2026-03-16",
			"The ministry had asked for 48 million crowns for farmers; it was granted 30 million.", ""},
		{"all was granted", "The treasury has approved 48 million crowns for the farmers.", "2026-03-16",
			"The Farm Board had asked for 48 million crowns in January. The treasury agreed on Friday.", ""},
		{"what is left of the request", "The treasury has approved 48 million crowns for the farmers.", "2026-03-16",
			"Of the 48 million crowns that the Farm Board requested, 3 million have not been granted.", ""},
		{"another thing was cleared", "The council approved 1,200 soldiers for the dykes.", "2026-03-16",
			"The province had asked for 1,200 soldiers. The council approved them, and cleared 800 litres of diesel a day.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			list := []told{{"The Test", "2026-03-13", test.approved}, {"Northern Wire", test.day, test.asked}}
			if diff := cmp.Diff(test.want, sentences(check(readAll(reader, list)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
