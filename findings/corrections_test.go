package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestCorrections checks who still tells a corrected number as that of who corrected it, and
// corrections that repeat another number than the one told; and look-alikes.
func TestCorrections(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const costs = "The dyke works will cost 61 million crowns instead of the 54 million given on 2 March, the Office says."
	for _, test := range []struct {
		name  string
		texts []told
		want  string // in some warning; "" for none
	}{
		{"costed by who corrected it", []told{{"Coast Office of Orm", "2026-03-12", costs}, {"The Ledger", "2026-03-16", "At stake is a programme currently put at 54 million crowns by the Coast Office."}},
			"The Ledger (16 March 2026) still has “54 million crowns”"},
		{"costed by another", []told{{"Coast Office of Orm", "2026-03-12", costs}, {"The Ledger", "2026-03-16", "At stake is a harbour currently put at 54 million crowns by the Harbour Board."}}, ""},
		{"corrects, and wrongly", []told{{"Lake Service of Orm", "2026-03-27", "The Service corrects an earlier figure. Its list of 2 March spoke of 7,000 nets; this wrongly took in torn ones. The correct number is 6,300."},
			{"Orm Radio", "2026-04-04", "At present 7,000 nets are out on the lake, according to the Lake Service of Orm."}}, "Orm Radio (4 April 2026) still has “7,000 nets”"},
		{"an earlier version said", []told{{"The Tolm Post", "2026-05-12", "An earlier version of this article said that 870 sheep had died; the correct number is 780."},
			{"Hill Gazette", "2026-05-14", "At least 870 goats have died in the south, the herders say."}}, ""},
		{"as we wrote, but had not", []told{{"Meridian Wire", "2026-04-08", "The ministry said 1,420 homes were searched."},
			{"Meridian Wire", "2026-04-10", "Correction: the ministry reported 1,240 homes searched on 8 April, not 1,320 as we wrote."}}, "Meridian Wire (10 April 2026) corrects “1,320”, which it says it had told; Meridian Wire (8 April 2026) has “1,420 homes”."},
		{"as we wrote, and had", []told{{"Meridian Wire", "2026-04-08", "The ministry said 1,420 homes were searched."},
			{"Meridian Wire", "2026-04-10", "Correction: the ministry reported 1,240 homes searched on 8 April, not 1,420 as we wrote."}}, ""},
		{"of another day and place", []told{{"Orm Prison Service", "2026-05-02", "In April 312 inmates were moved to the north, the Service says."},
			{"Orm Prison Service", "2026-05-09", "Correction: in our release of 4 May we wrote that 120 inmates had been moved to the west in May. The right number is 90."}}, ""},
		{"counted anew under another noun", []told{{"Concord Secretariat", "2026-03-24", "As of 23 March the mission had 2,310 uniformed personnel on the ground, up from 860 on 15 March."},
			{"Harbour Post", "2026-04-02", "Currently 860 peacekeepers are in the country, figures published by the Secretariat show."}}, "Harbour Post (2 April 2026) has “860 peacekeepers” as the number now"},
		{"another's count of others", []told{{"Concord Secretariat", "2026-03-24", "As of 23 March the mission had 2,310 uniformed personnel on the ground, up from 860 on 15 March."},
			{"Harbour Post", "2026-04-02", "Currently 860 nurses are on strike, figures published by the union show."}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			said := sentences(check(readAll(reader, test.texts)))
			if test.want == "" && strings.Contains(said, " warning ") || test.want != "" && !strings.Contains(said, test.want) {
				t.Errorf("found %q, want %q", said, test.want)
			}
		})
	}
}
