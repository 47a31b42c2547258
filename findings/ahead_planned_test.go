package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestPlannedAndToldAsDone checks, from the words to the sentence, what one text plans, intends or asks for
// and another tells as done or granted before it can be, or under the name of that text; and look-alikes.
func TestPlannedAndToldAsDone(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const wire, bell = "Northern Wire", "Morning Bell"
	counters := told{"Support Agency of Osk", "2026-10-20", "In order to reach them the agency plans to open 14 advice counters in public libraries. If the leases are signed in time, the first visitors can be received on 2 November."}
	vets := told{"Food Inspectorate of Osk", "2026-02-02", "To make inspections of this density possible in future years too, the Inspectorate intends to hire 30 additional veterinarians by September. The posts are part of the draft budget."}
	union := told{wire, "2026-04-28", "The Reservists' Union found the aftercare thin. It wants 120 counsellors to be available at Camp Lorn for a year. Defence Minister Petra Wollin is to decide at the beginning of May."}
	granted := told{"Ministry of Defence of Osk", "2026-05-06", "Defence Minister Petra Wollin has today approved 75 counsellors for the aftercare of reservists. The union had proposed a higher number."}
	roofs := told{"School Agency of Osk", "2026-06-03", "The Agency has awarded the contracts. In Ilm, the firms are to have all 22 old roofs taken down by 24 July."}
	rangers := told{"Park Service of Osk", "2026-03-02", "The Park Service means to recruit 80 seasonal rangers for the northern parks. The posts will be advertised in May."}
	shelter := told{"Flood Office", "2026-07-01", "A second shelter with 350 beds at Torr is to be opened on 15 August, when the gym is free."}
	pumps := told{"Water Board of Osk", "2026-07-01", "By the end of October the Water Board will replace 45 pumps along the Vael, as its programme for the autumn says."}
	boats := told{wire, "2026-07-01", "The Coast Guard has asked the Navy for 16 patrol boats to watch the strait."}
	lent := told{"Navy Staff", "2026-07-08", "The Navy Staff has granted nine patrol boats to the Coast Guard for the strait until the end of August."}
	money := told{wire, "2026-07-01", "The Harbour Board has applied for 27 million crowns to dredge the channel at Lund."}
	less := told{"Ministry of Finance of Osk", "2026-07-10", "The Ministry of Finance approved 21.6 million crowns for dredging the channel at Lund on Thursday."}
	for _, test := range []struct {
		name  string
		texts []told
		said  bool
	}{
		{"opened before the first day", []told{counters, {bell, "2026-10-22", "Only 72,000 forms had come in, the Support Agency said. The agency is trying to move closer to people. It has opened 14 advice counters in public libraries, where employees help."}}, true},
		{"hired, under the announcement", []told{vets, {bell, "2026-03-02", "A spokesman for the Food Inspectorate said 119 plants had been visited. It has hired 30 additional veterinarians, as it explained when it announced the drive."}}, true},
		{"another number was approved", []told{union, granted, {bell, "2026-05-07", "Help will at least be at hand: on Wednesday the minister approved 120 counsellors, who are to look after the reservists for a year."}}, true},
		{"taken down, under the contracts", []told{roofs, {bell, "2026-06-25", "All 22 old roofs in Ilm have been taken down, as the School Agency's contracts demand."}}, true},
		{"recruited, under the plan", []told{rangers, {bell, "2026-03-20", "The Park Service has recruited 80 seasonal rangers for the northern parks, according to its plan."}}, true},
		{"opened before its day", []told{shelter, {bell, "2026-07-20", "The Flood Office has opened a second shelter with 350 beds at Torr."}}, true},
		{"replaced, under the programme", []told{pumps, {bell, "2026-07-25", "Along the Vael 45 pumps have been replaced, as the Water Board's programme says."}}, true},
		{"fewer boats were granted", []told{boats, lent, {bell, "2026-07-12", "The strait is safer since the Navy agreed to lend 16 patrol boats to the Coast Guard."}}, true},
		{"the request was met", []told{boats, lent, {bell, "2026-07-12", "The Navy has met the Coast Guard's request for 16 patrol boats, and the strait will be safer."}}, true},
		{"less money was granted", []told{money, less, {bell, "2026-07-14", "Dredging the channel at Lund can begin, for the ministry has released 27 million crowns."}}, true},
		{"intended, and told as done the next day", []told{rangers, {bell, "2026-03-03", "The Park Service said it had recruited 80 seasonal rangers for the northern parks."}}, true},
		{"a plan seen by the paper", []told{shelter, {bell, "2026-07-03", "At Torr a second shelter with 350 beds has been opened, the Flood Office said."}}, true},

		{"hoped for, and told two days later", []told{{"Transport Office of Osk", "2026-03-02", "The Office hopes to open six new bus lines in the Torr valley before the summer. The drivers are still to be found."}, {bell, "2026-03-04", "In the Torr valley, the Transport Office said, six new bus lines have been opened."}}, true},
		{"is considering", []told{{"Fire Service of Osk", "2026-03-02", "The Fire Service is considering building 24 watchtowers in the forests of Kell; the tender is due in the autumn."}, {bell, "2026-03-10", "The Fire Service has built 24 watchtowers in the forests of Kell."}}, true},
		{"trained, under the strategy", []told{{"Health Board of Osk", "2026-03-02", "By the end of the year 200 wardens are to be trained in first aid, according to the strategy of the Health Board."}, {bell, "2026-04-20", "Under the Health Board's strategy 200 wardens have been trained in first aid."}}, true},

		{"planned, and told so", []told{counters, {bell, "2026-10-22", "The Support Agency wants to open 14 advice counters in public libraries."}}, false},
		{"opened on the day", []told{counters, {bell, "2026-11-03", "The Support Agency has opened 14 advice counters in public libraries."}}, false},
		{"done early, by the source itself", []told{vets, {"Food Inspectorate of Osk", "2026-02-25", "The Inspectorate has hired 30 additional veterinarians."}, {bell, "2026-03-02", "It has hired 30 additional veterinarians, the Food Inspectorate said when it announced its figures."}}, false},
		{"a month later, in its own words", []told{vets, {bell, "2026-06-10", "The Food Inspectorate has hired 30 additional veterinarians, its director said on Tuesday."}}, false},
		{"more was approved", []told{union, granted, {"Ministry of Defence of Osk", "2026-05-20", "Minister Wollin has approved a further 45 counsellors for the reservists."}, {bell, "2026-05-22", "The minister has now approved 120 counsellors for the reservists."}}, false},
		{"both are told", []told{union, granted, {bell, "2026-05-07", "The minister approved 75 counsellors, not the 120 counsellors that the union had wanted."}}, false},
		{"approved for something else", []told{union, granted, {bell, "2026-05-07", "The school board has approved 120 counsellors for the secondary schools of the capital."}}, false},
		{"ahead of time", []told{roofs, {bell, "2026-07-16", "All 22 old roofs in Ilm have been taken down, a week ahead of the date that the School Agency's contracts demand."}}, false},
		{"in time", []told{roofs, {bell, "2026-07-27", "All 22 old roofs in Ilm have been taken down, as the School Agency's contracts demand."}}, false},
		{"other roofs", []told{roofs, {bell, "2026-06-25", "In Velm 22 old roofs have been mended after the hail, as the town's contracts demand."}}, false},
		{"to be recruited", []told{rangers, {bell, "2026-03-20", "The Park Service will have recruited 80 seasonal rangers for the northern parks by summer, according to its plan."}}, false},
		{"last year's", []told{rangers, {bell, "2026-03-20", "In 2025 the Park Service recruited 80 seasonal rangers for the northern parks, according to its report."}}, false},
		{"a third text has it done", []told{pumps, {wire, "2026-07-20", "The Water Board has replaced 45 pumps along the Vael sooner than planned."}, {bell, "2026-07-25", "Along the Vael 45 pumps have been replaced, as the Water Board's programme says."}}, false},
		{"a part of it", []told{pumps, {bell, "2026-07-25", "Along the Vael 12 of the 45 pumps have been replaced, as the Water Board's programme says."}}, false},
		{"granted by another", []told{boats, lent, {bell, "2026-07-12", "The Navy gave nine boats and the customs seven, so that the Coast Guard has its 16 patrol boats."}}, false},
		{"a second grant", []told{money, less, {bell, "2026-07-30", "Parliament has approved 27 million crowns for a new ferry."}}, false},
		{"the rest came from another", []told{money, less, {bell, "2026-07-30", "The Harbour Board now has 27 million crowns to dredge the channel at Lund: the ministry gave 21.6 million, and the towns the rest."}}, false},
		{"the plan is told beside it", []told{rangers, {bell, "2026-03-20", "The Park Service plans to recruit 80 seasonal rangers for the northern parks; 80 have been recruited by the southern ones."}}, false},
		{"the next step of it", []told{{"Fire Service of Osk", "2026-03-02", "The Fire Service intends to buy 24 drones for the forests of Kell by September."}, {bell, "2026-03-10", "The Fire Service has ordered offers for 24 drones for the forests of Kell."}}, false},
		{"to examine the request", []told{boats, {bell, "2026-07-02", "The Navy has agreed to examine the Coast Guard's request for 16 patrol boats."}}, false},
		{"if it is granted", []told{boats, {bell, "2026-07-02", "If the Navy grants 16 patrol boats, the strait will be safer."}}, false},
		{"on paper", []told{shelter, {bell, "2026-07-20", "On paper the Flood Office has a second shelter with 350 beds at Torr; it opens in August."}}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if said := sentences(check(readAll(reader, test.texts))); strings.Contains(said, " warning ") != test.said {
				t.Errorf("found %q", said)
			}
		})
	}
}
