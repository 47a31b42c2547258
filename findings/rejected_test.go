package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestRejectedAtOnce checks, from the words to the sentence, what one text tells as claimed and
// rejected in the next sentence, and another as a fact; and look-alikes.
func TestRejectedAtOnce(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const wire, bell = "Northern Wire", "Morning Bell"
	front := told{"Truce Mission", "2026-05-12", "The Government states that the River Front moved 250 fighters across the line on 4 May. The Front denies this."}
	mill := told{"Housing Ministry", "2026-05-12", "A leaflet says that 160 migrants are to be housed in the old mill. This is false."}
	aim := told{wire, "2026-05-12", "Two officials said the ministry was aiming at 150 arrests a day. A spokesman denied this."}
	keepers := told{wire, "2026-01-14", "The bargemen's union said the new lock would cost 120 keepers their jobs along the Vael. The Directorate denied this."}
	courts := told{wire, "2026-05-12", "The justice ministry denied a report that eleven village courts would be closed. \"There is no such plan, not for eleven courts and not for one,\" it said."}
	drivers := told{wire, "2026-05-12", "The rail union accused the ministry of having hired 65 drivers from abroad. The ministry rejected the accusation."}
	for _, test := range []struct {
		name  string
		texts []told
		said  bool
	}{
		{"the one it is said of denies it", []told{front, {bell, "2026-05-14", "On 4 May the River Front moved 250 fighters across the line, the Truce Mission writes."}}, true},
		{"called false by the office, and laid to it", []told{mill, {bell, "2026-05-14", "At the old mill, where 160 migrants are to be housed, the Housing Ministry said, neighbours have put up a banner."}}, true},
		{"told by unnamed officials", []told{aim, {bell, "2026-05-13", "The ministry is working towards 150 arrests a day, Northern Wire reported."}}, true},
		{"told as confirmed by the one who denied it", []told{keepers, {bell, "2026-01-22", "The Directorate has confirmed that 120 keepers along the Vael will lose their jobs, Northern Wire reported last week."}}, true},
		{"a plan denied, and told in other words", []told{courts, {bell, "2026-05-14", "Eleven village courts will be shut, Northern Wire reported."}}, true},
		{"goods that were not lost", []told{{"Relief Command", "2026-05-18", "The Command rejects the claim by a deputy that 40 tonnes of flour have been stolen at the depot."},
			{bell, "2026-05-20", "At the depot 40 tonnes of flour have been stolen, and nobody knows by whom."}}, true},

		{"laid to those who claim it", []told{front, {bell, "2026-05-14", "On 4 May the River Front moved 250 fighters across the line, the Government says."}}, false},
		{"with its denial", []told{keepers, {bell, "2026-01-22", "Along the Vael 120 keepers will lose their jobs, says the union; the Directorate denies it, Northern Wire reported."}}, false},
		{"of something else", []told{mill, {bell, "2026-05-14", "The Housing Ministry employs 160 people."}}, false},
		{"something else is rejected", []told{{wire, "2026-05-12", "The police said 150 people were arrested. Lawyers rejected the charge that their clients had thrown stones."},
			{bell, "2026-05-13", "Some 150 people were arrested, Northern Wire reported."}}, false},
		{"something else is denied", []told{{wire, "2026-02-01", "The rebels said 45 villages had fallen. The army denied that it had burned any."},
			{bell, "2026-02-03", "Some 45 villages have fallen, Northern Wire wrote."}}, false},
		{"owned since", []told{drivers, {wire, "2026-05-20", "The ministry admitted that it had hired 65 drivers from abroad."},
			{bell, "2026-05-21", "The ministry has hired 65 drivers from abroad, Northern Wire reported."}}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if said := sentences(check(readAll(reader, test.texts))); strings.Contains(said, " warning ") != test.said {
				t.Errorf("found %q", said)
			}
		})
	}
}
