package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestDeniedAndToldUnderItsSource checks, from the words to the sentence, what a text lays to
// the one who denied it, or to the text that carried the denial; and look-alikes.
func TestDeniedAndToldUnderItsSource(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const moved = "School Minister Ines Palm denied that 140 teachers would be moved to the islands."
	const hit = "The Navy Staff of Osk denied rumours that four ships were hit by drones. Nobody was hurt."
	for _, test := range []struct {
		name, denial, later string
		said                bool
	}{
		{"told as settled after the text that carried the denial", moved, "The government will move 140 teachers to the islands, Osk Wire reported.", true},
		{"a small number, laid to the text that carried the denial", hit, "Four ships were hit by drones in the strait, according to Osk Wire.", true},
		{"the denial told", moved, "The minister has denied that 140 teachers will be moved to the islands, Osk Wire reported.", false},
		{"as many others", moved, "Some 140 teachers have asked for more pay, Osk Wire reported.", false},
		{"what befell others", hit, "Four ships were repaired after the storm, according to Osk Wire.", false},
		{"feared", moved, "Parents fear that 140 teachers will be moved to the islands, Osk Wire reported.", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			said := sentences(check(readAll(reader, []told{{"Osk Wire", "2025-06-03", test.denial}, {"The Test", "2025-06-04", test.later}})))
			if strings.Contains(said, "denial warning") != test.said {
				t.Errorf("found %q", said)
			}
		})
	}
	again := check(readAll(reader, []told{{"Osk Wire", "2025-06-03", moved}, {"Osk Wire", "2025-06-10", "The cabinet decided that 140 teachers will be moved to the islands."},
		{"The Test", "2025-06-11", "The government will move 140 teachers to the islands, Osk Wire reported."}}))
	if said := sentences(again); strings.Contains(said, "The Test") {
		t.Errorf("told as true by the source since: found %q", said)
	}
}
