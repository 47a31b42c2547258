package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestInOrder checks that texts in which all fits give no warning, though their numbers look
// as if they did not.
func TestInOrder(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const office, post = "Harbour Office", "Valley Post"
	for _, test := range []struct {
		name  string
		texts []told
	}{
		{"members are observers", []told{
			{office, "2025-10-20", "The 36 observers in the regions will be joined by at least 180 more, so that the mission will have no fewer than 228 members."},
			{post, "2025-10-21", "No fewer than 228 observers will watch the vote, the Harbour Office said."}}},
		{"animals are cattle", []told{
			{office, "2025-03-03", "All 1.2 million cattle are to be tested: 450,000 animals in the west and 750,000 in the east."},
			{post, "2025-03-04", "The vets have six weeks for 1.2 million animals, the Harbour Office says."}}},
		{"the army's soldiers and its helicopters", []told{
			{office, "2024-09-09", "At work are 2,300 people: 1,100 soldiers of the army, 750 firefighters and 450 volunteers of the Red Star. Fourteen helicopters are flying, nine of them of the army."},
			{post, "2024-09-10", "The army has sent 1,100 soldiers and nine of the 14 helicopters; the rest are 750 firefighters and 450 volunteers of the Red Star, the Harbour Office said."}}},
		{"so many requested, so many approved", []told{
			{office, "2026-06-01", "The Harbour Office asked the ministry for 60 converted buses; 45 have been approved."},
			{post, "2026-06-04", "Of 60 buses requested, 45 were approved, the Harbour Office said."}}},
		{"approved against an application", []told{
			{office, "2026-03-02", "The council approved 120 million marks of the 148 million marks that the Harbour Office had applied for."},
			{post, "2026-03-03", "Money was trimmed: 120 million marks were approved against an application for 148 million marks, the Harbour Office said."}}},
		{"risen from the count of the first day", []told{
			{office, "2026-09-08", "By 5 p.m. at least 214 people had been arrested."},
			{post, "2026-09-10", "The number of people arrested has risen to 347, from 214 on the first day, the Harbour Office said."}}},
		{"a part of those on the first day", []told{
			{post, "2026-09-20", "Some 402 people were arrested between 7 and 16 September, about 40 a day on average, though more than half of them, 214, on the first day."}}},
		{"in all, with what was before", []told{
			{post, "2026-09-20", "Of the 34 dredges that were not found, 15 have been destroyed since. This makes 111 in all."}}},
		{"a daily average of the weeks before", []told{
			{"Census Agency", "2026-10-20", "From 5 to 18 October an average of 103,000 households a day answered, the Harbour Office said."},
			{post, "2026-11-03", "In the 14 days from 19 October 1.152 million households answered, some 82,000 a day, after 103,000 a day in the two weeks before."}}},
		{"damaged or destroyed", []told{
			{office, "2026-03-02", "The survey found 5,900 buildings damaged or destroyed."},
			{post, "2026-03-03", "The flood damaged or destroyed 5,900 buildings, the Harbour Office says."}}},
		{"fewer answered than is hoped for", []told{
			{office, "2026-09-01", "We hope that 60 percent of households, or 2.16 million, will answer."},
			{post, "2026-09-08", "So far 1.26 million households have answered, the Harbour Office said."}}},
		{"a ceiling that will not be lifted", []told{
			{office, "2026-03-01", "The money is enough for at most 40,000 grants."},
			{post, "2026-04-09", "The minister, Ada Korvin, rejected reports that the ceiling of 40,000 grants would be lifted."}}},
		{"a rival count rather than another", []told{
			{office, "2026-05-05", "Of the island's 11,400 inhabitants 5,200 must go."},
			{post, "2026-05-06", "The mayor's office said the island was home to 11,900 inhabitants rather than 11,400."}}},
		{"almost twice as long", []told{
			{office, "2026-06-01", "The tunnel is used by 9,200 people a day. It was last closed for 41 days. This time the work takes almost twice as long."},
			{post, "2026-06-11", "The buses are to carry some 6,900 people a day, the Harbour Office said."}}},
		{"four marks a person", []told{
			{office, "2026-06-01", "No fewer than 900 posts will be open. The campaign costs 9.6 million marks, or four marks per person to be vaccinated."}}},
		{"hens among the birds", []told{
			{office, "2026-05-06", "Since April 1,740,000 birds have been culled: 1,120,000 hens, 380,000 ducks and 240,000 turkeys."},
			{post, "2026-05-07", "The country has put down 1,740,000 hens, ducks and turkeys, the Harbour Office said."}}},
		{"a goal that was just missed", []told{
			{office, "2026-05-01", "The aim is to reach no fewer than 95 per cent of the children, that is, at least 1,140,000."},
			{post, "2026-05-14", "In ten days 1,104,000 children were vaccinated, the Harbour Office said."}}},
		{"half of what was asked for", []told{
			{post, "2026-06-01", "Payments have grown from 36 to 45 million, half of the 90 million for which the Office had appealed."}}},
		{"handed over", []told{
			{office, "2026-06-01", "Ardania will hand over 740 prisoners and Velusk 520."},
			{post, "2026-06-02", "Ardania will release 740 prisoners, the Harbour Office said."}}},
		{"an average over school days", []told{
			{post, "2026-11-04", "In the 32 school days from 14 September to the end of October (three working days were holidays), 6,336,000 meals were served, an average of 198,000 a day."}}},
		{"an update of a list", []told{
			{office, "2026-05-06", "Of the 3,800 officers 1,500 come from Northmark, 1,300 from Eastmark and 1,000 from Westmark."},
			{"River Wire", "2026-05-11", "Eastmark can provide only 1,150 instead of 1,300 officers."},
			{post, "2026-05-20", "Deployed were 1,500 officers from Northmark, 1,150 from Eastmark and 1,000 from Westmark, the Harbour Office says."}}},
		{"the approval itself", []told{
			{office, "2026-01-08", "The government approved the cost of 7.2 million marks on 6 January."},
			{post, "2026-01-09", "The operation costs 7.2 million marks and was cleared by the government on Tuesday, the Harbour Office said."}}},
		{"some of them new", []told{
			{office, "2026-03-02", "Applications will be taken at 450 service points: 412 counters, 96 of them opened for the drive alone, and 38 vans."}}},
		{"a day of what went before", []told{
			{office, "2026-01-12", "The programme, ordered after part of a dam gave way on 9 December, covers 286 dams. Work starts on 2 February."},
			{post, "2026-01-14", "On 2 February the checks of 286 dams will start, the Harbour Office said."}}},
		{"a ceiling that is told as one", []told{
			{office, "2026-03-02", "Up to 4,200 animals will be shot from 9 March on."},
			{post, "2026-04-08", "The ceiling for the operation is 4,200 animals, the Harbour Office says."}}},
		{"held against a ceiling", []told{
			{office, "2026-03-02", "Parliament has limited the cost of the grants to 8 million marks. The Harbour Office now reckons with 6.9 million marks."},
			{post, "2026-04-08", "With the grants the cost would certainly remain below the 8 million marks set by parliament, the Harbour Office says."}}},
		{"so many in each", []told{
			{office, "2026-05-04", "There will be 120 new kindergartens with 9,600 places, 80 in each house, and 1,150 posts."},
			{post, "2026-05-05", "There will be 120 new kindergartens, with 80 places in each, and 1,150 posts, the Harbour Office says."}}},
		{"the other part of the total", []told{
			{post, "2026-05-06", "The force found 271 mines. It destroyed 214 on the spot. The other 57, or about 21 per cent of the total, were towed away."}}},
		{"an average after another", []told{
			{post, "2026-06-16", "By 12 June 3.168 million meals had been served. Over the 24 school days since 11 May that makes 132,000 a day, after 131,000 in the first two weeks."}}},
		{"a bound far behind", []told{
			{office, "2026-05-06", "The Harbour Office expects at least 140 dams to have been inspected by 31 July."},
			{post, "2026-06-16", "There are 28 to go until the 140 dams it wants to have seen at the least by the end of July, the Harbour Office says."}}},
		{"what was and what is", []told{
			{office, "2026-06-20", "The cost is now estimated at 54 million marks, against 36 million in January."},
			{post, "2026-06-21", "The cost has risen from 36 million marks to 54 million since January, as the Harbour Office conceded."}}},
		{"the office's number after one told wrongly", []told{
			{post, "2026-05-10", "Correction: an earlier version of this report said there would be 83 checkpoints; the Harbour Office's figure is 38."},
			{office, "2026-05-22", "All 38 checkpoints are now working."}}},
		{"put up and approved", []told{
			{office, "2026-05-10", "The ministry has approved 3.6 million crowns for the checks."},
			{post, "2026-05-11", "The ministry has put up 3.6 million crowns for the checks, the Harbour Office said."}}},
		{"what must not be compared", []told{
			{post, "2027-12-01", "In November 180 people were at work, which must not be compared with the 450 people foreseen at the height of the work in 2028."}}},
		{"a share of the whole, behind what the part is of", []told{
			{post, "2026-07-02", "The Harbour Office had counted 7,740 residents of the eleven villages, 90 per cent of the 8,600 on its lists."}}},
		{"a share beside the same in dollars", []told{
			{post, "2027-02-02", "The Harbour Office spent 456 million shillings (3.04 million dollars), that is 95 per cent of its budget of 480 million."}}},
		{"half of the days asked for", []told{
			{post, "2026-06-30", "The ministry has answered the request for 30 more days. It granted half: ten of the eighteen ships stay for another 15 days."}}},
		{"police, and soldiers within their limit", []told{
			{post, "2026-04-02", "On Monday 2,050 police officers were on duty in the province. They have been joined by 940 soldiers, within the limit of 1,200 set by parliament."}}},
		{"what is still lacking is no part", []told{
			{post, "2026-09-26", "Donors have pledged 5,400 of the 9,000 tonnes asked for, leaving a hole of 3,600. Kestria accounts for 3,000 tonnes of the pledges; the other 2,400 come from Tolmar."}}},
		{"a part of a part of those asked for", []told{
			{office, "2026-02-10", "The Harbour Office asks for 2,400 people for 90 days. Of these, 1,150 would come from the Border Guard and 800 from the riot police. The remaining 450 would be soldiers."}}},
		{"a rate worked out for another month", []told{
			{post, "2026-06-02", "Eight a day were searched. In the first month of the operation 248 ships were searched in the strait. That makes eight a day."},
			{"River Wire", "2026-07-04", "The operation closed with 558 searches, nine a day over the 62 days. After 248 in May, the remaining 31 days brought 310, or ten a day."}}},
		{"a multiple of the count of a year", []told{
			{post, "2026-04-02", "Over the fifteen months the force has hired 154 people a month on average. To reach its goal it would have to find 77 a month from now on, half as many. \"We hired two and a half times as many people as in the whole of 2023,\" the minister said. In that year it was 924."}}},
		{"the goal as a multiple of that rate", []told{
			{office, "2026-03-08", "The goal is 400 arrests a day. In January officers made 160 arrests a day on average; the goal is thus two and a half times that rate."},
			{post, "2026-04-06", "The average for the 28 days is 360 a day, after 320 arrests a day in the first two weeks."}}},
		{"so much per household, of one household", []told{
			{office, "2032-10-04", "The city will hand out up to 400 litres of heating oil per household. So far it has given 380 litres per household."},
			{post, "2032-12-16", "On average a home received 380 litres, the Harbour Office said."}}},
		{"so many per flight, and how many flights", []told{
			{office, "2031-03-03", "The Harbour Office plans 96 flights with no more than 150 passengers on each flight."},
			{post, "2031-04-20", "They carried 4,030 passengers, an average of 130 per flight, where the Harbour Office allows 150 per flight."}}},
		{"under so many who lead", []told{
			{office, "2026-03-02", "The Harbour Office plans to recruit about 18,400 clerks, who will work under 1,200 supervisors."},
			{post, "2026-03-03", "The Harbour Office will put 1,200 supervisors above them, it said."}}},
		{"run four years ago", []told{
			{office, "2026-01-05", "At the last fair, in 2022, 410 trains were run."},
			{post, "2026-01-18", "In eight days 401 trains were run, says the Harbour Office."}}},
		{"a place said of nobody's", []told{
			{office, "2026-03-24", "A total of 640 men and women take part: 410 of the Coast Guard, 150 of the Navy and 80 of the Customs Service."},
			{post, "2026-03-25", "The force of 640 is drawn from the coast guard, the navy and customs, the Harbour Office said."}}},
		{"so many dams by a day", []told{
			{office, "2026-05-06", "The Office expects at least 140 dams to have been inspected by 31 July. The cost is put at 7.15 million marks, or 25,000 marks per dam."}}},
		{"below the ceiling", []told{
			{office, "2026-05-06", "The cost could reach some 7.6 million crowns. Parliament has set a ceiling of 8 million."},
			{post, "2026-06-14", "The cost will certainly remain below the 8 million crowns set by parliament, the Harbour Office said."}}},
		{"of which so much was paid", []told{
			{office, "2026-03-24", "The bill is put at 54 million dollars."},
			{post, "2026-03-25", "The drawdown has been costed at $54 million, of which almost three quarters have been pledged and just under half has been paid in, the Harbour Office said."}}},
		{"those of one list come with flights that are counted too", []told{
			{post, "2026-06-16", "Altogether 1,746 have come home: 430, 375 and 360 with the first three flights, 331 with the fourth and 250 with the fifth."}}},
		{"all on the second farm", []told{
			{post, "2026-09-20", "Of the 96 members of the teams, sixty worked on the first farm, all on the second and third, and 72 in the second round."}}},
		{"as many roofs of that town", []told{
			{office, "2026-06-03", "Seven firms will renew the roofs of 58 schools: 22 in Ilmen, 18 in Corra and 18 in Sarn."},
			{post, "2026-08-07", "In Ilmen all 22 roofs are off, the last since 27 July. The Harbour Office spoke of good progress."}}},
		{"groups whose shares make more than all", []told{
			{post, "2026-09-20", "In the heat 2,400 persons fell ill. Of these, 1,560, or 65 per cent, were over 65, 1,032, or 43 per cent, had been ill before, and 480, or 20 per cent, worked outdoors."}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for said := range strings.Lines(sentences(check(readAll(reader, test.texts)))) {
				if !strings.Contains(said, " info ") {
					t.Error(said)
				}
			}
		})
	}
}
