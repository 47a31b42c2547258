package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestStaleNumbers checks, from the words to the sentence, a number that a text tells as
// holding after another told what took its place; and look-alikes.
func TestStaleNumbers(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const more = "The Coastguard of Selm plans to send 185 divers to the wreck, 45 more than it first announced."
	for _, test := range []struct {
		name, change, later string
		stale               bool
	}{
		{"so many more than announced", more, "At present 140 divers are to go to the wreck, the Coastguard of Selm says.", true},
		{"instead of the number named", "New boats will cost 41 million crowns instead of the 36 million named in early May, the Coastguard of Selm said.", "New boats will cost 36 million crowns, according to the Coastguard of Selm.", true},
		{"up from, of a plan", "The Coastguard of Selm intends to send up to 1,850 divers to the wreck, up from 1,400.", "Up to 1,400 divers are now due at the wreck, according to the Coastguard of Selm.", true},
		{"more than last year", "The Coastguard of Selm plans to send 185 divers to the wreck, 45 more than it sent last year.", "The Coastguard of Selm sent 140 divers to the wreck last year.", false},
		{"more than planned, of what was done", "The Coastguard of Selm sent 185 divers to the wreck, 45 more than planned.", "The Coastguard of Selm had planned to send 140 divers to the wreck.", false},
		{"as many have come so far", more, "The Coastguard of Selm had sent 140 divers to the wreck by Friday.", false},
		{"of another body", more, "The Navy of Osk plans to send 140 divers to the harbour.", false},
		{"a sum for something else", "New boats will cost 41 million crowns instead of the 36 million named in early May, the Coastguard of Selm said.", "Repairs of two piers took 36 million crowns, the Coastguard of Selm said.", false},
		{"we wrote, and the right number", "Correction: on 1 June the Coastguard of Selm wrote that at least 140 divers were trained. After a check the right number is 112.", "At least 140 divers are trained, the Coastguard of Selm says.", true},
		{"had been wrong", "The Coastguard of Selm has 112 divers by a new count; the 140 divers given on Thursday had been wrong.", "The Coastguard of Selm currently has 140 divers.", true},
		{"now instead of", "The Coastguard of Selm will now train 140 divers instead of 160.", "The Coastguard of Selm now trains 160 divers, it says.", true},
		{"six more than in the plan", "The net will now be 418 metres long, six more than in the plan of May.", "The net of the Coastguard of Selm will be 412 metres long.", false},
		{"the right number of a rival", "The Coastguard of Selm put the number at 140 divers; the union says the right number is 90 divers.", "The Coastguard of Selm has 140 divers, it says.", false},
		{"a rival's wrong number", "The union's claim of 140 divers was wrong, the Coastguard of Selm said; it has 112 divers.", "The union says the Coastguard of Selm has 140 divers.", false},
		{"first spoken of", "Correction: on 1 June the Coastguard of Selm wrote that at least 140 divers were trained. After a check the right number is 112.", "Some 112 divers are trained, says the Coastguard of Selm, which had first spoken of 140.", false},
		{"both told", more, "The Coastguard of Selm plans to send 185 divers to the wreck and not 140.", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			said := sentences(check(readAll(reader, []told{{"Selm Wire", "2025-06-03", test.change}, {"The Test", "2025-06-10", test.later}})))
			if strings.Contains(said, "The Test (10 June 2025) still has") != test.stale {
				t.Errorf("found %q", said)
			}
		})
	}
}
