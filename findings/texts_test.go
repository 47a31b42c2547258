package findings_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
	"muster/documents"
	"muster/dossier"
)

// told is a document as an outlet prints it: its body, under a headline without
// figures.
type told struct{ publisher, published, body string }

// readAll reads documents as the reader does, every figure accepted.
func readAll(reader *claims.Reader, list []told) *dossier.State {
	state := &dossier.State{}
	for i, t := range list {
		id := fmt.Sprintf("d%d", i+1)
		document := documents.Document{ID: "documents/" + id + ".txt", Title: "News", Publisher: t.publisher, Published: t.published, Text: "News\n\n" + t.body}
		state.Documents = append(state.Documents, dossier.Document{ID: id, Version: 1, Document: document})
		global := func(local *string) string {
			if local == nil || *local == "" {
				return ""
			}
			return id + *local
		}
		for _, f := range reader.Find(document).Figures {
			state.Figures = append(state.Figures, dossier.Figure{ID: id + f.ID, Document: id, Version: 1, Status: dossier.Accepted, Claim: f,
				PartOf: global(f.PartOf), Denies: global(f.Denies)})
		}
	}
	return state
}

// TestTexts checks findings on texts, from the words to the sentence: what is wrong
// in them, and look-alikes that are not. Each case says all findings.
func TestTexts(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	one := func(body string) []told { return []told{{"The Test", "2025-03-05", body}} }
	for _, test := range []struct {
		name string
		list []told
		want string
	}{
		{"a rate for a time", one("The mill makes 300 loaves a day for 20 days, 9,000 in all."),
			"arithmetic warning conflict: In The Test, 300 loaves a day for 20 days make 6,000, not 9,000."},
		{"a rate for a time, right", one("The mill makes 300 loaves a day for two weeks, 4,200 in all."), ""},
		{"a rate for working days", one("The mill makes 300 loaves a day for four weeks, 6,000 in all."), ""},
		{"a rate and its time, with another number behind", one("The mill makes 300 loaves a day for 20 days, and 9,000 people live there."), ""},
		{"a rate since a day", one("The kitchen serves 1,300 meals a day, or 40,000 in the 12 days since it opened."),
			"arithmetic warning conflict: In The Test, 1,300 meals a day for 12 days make 15,600, not 40,000."},
		{"an average over days", one("Drivers brought 900 parcels in 30 days, or 300 a day."),
			"arithmetic warning conflict: In The Test, 300 parcels a day for 30 days make 9,000, not 900."},
		{"so much for each", one("The ministry pays $54 million for 1,200 officers, or $4,500 each."),
			"arithmetic warning conflict: In The Test, 1,200 times $4,500 make $5.4 million, not $54 million."},
		{"so much for each, right", one("The ministry pays $5.4 million for 1,200 officers, or $4,500 each."), ""},
		{"a share of at most so many", one("Velde gets 2,100 of the up to 4,700 nurses, or 58 per cent, the ministry said."),
			"arithmetic warning conflict: In The Test, 2,100 of up to 4,700 nurses are 44.7 per cent, not “58 per cent”."},
		{"a share of more than so many", one("Velde gets 2,100 of the more than 4,700 nurses, or 43 per cent, the ministry said."), ""},
		{"a share with its part in brackets", one("About 60 percent (210) of the 480 boats are old."),
			"arithmetic warning conflict: In The Test, 210 of 480 boats are 43.8 per cent, not “About 60 percent”."},
		{"up from, by a percentage", one("The camps hold 1,340 people, up from 610 a week ago, a rise of 80 percent."),
			"arithmetic warning conflict: In The Test, going from 610 to 1,340 is a rise of 119.7 per cent, not “80 percent”."},
		{"a multiple since a day", one("The camps hold 1,340 people. The number has tripled since May, when 610 people lived there."),
			"arithmetic warning conflict: In The Test, 1,340 people against 610 people is 2.2 times as many, not “tripled”."},
		{"a multiple since a day, right", one("The camps hold 1,340 people. The number has more than doubled since May, when 610 people lived there."), ""},
		{"people against families", one("The camps hold 1,340 people. The number has more than doubled since May, when 610 families lived there."),
			"unlike warning not-comparable: The Test compares 1,340 people with 610 families: one counts people, the other families."},
		{"people compared with households", one("The camps took in 1,340 people, compared with 610 households in May."),
			"unlike warning not-comparable: The Test compares 1,340 people with 610 households: one counts people, the other households."},
		{"a multiple whose base is told elsewhere", one("The army will send around 9,000 soldiers, six times the number that it sent first. On Monday it said that it was sending 1,500 soldiers."),
			"ratio info consistent: In The Test, around 9,000 soldiers are “six times”, which fits the 1,500 soldiers that the text tells too."},
		{"a multiple without a base", one("The army will send around 9,000 soldiers, six times the number that it sent first."), ""},
		{"what is to be allotted waits for no approval", one("The ministry will have allotted 20 million doses to the districts by May."), ""},

		{"a share of so many, the part behind a comma", one("Three quarters of the 1,600 families, 900 in all, have gone home."),
			"arithmetic warning conflict: In The Test, 900 of 1,600 families are 56.3 per cent, not “Three quarters”."},
		{"a share of so many, with other things behind", one("Three quarters of the 1,600 families, 900 tents and 40 boats are there."), ""},
		{"out of so many", one("Out of 8,000 beds, 2,000 are taken, 40 percent of the total."),
			"arithmetic warning conflict: In The Test, 2,000 of 8,000 beds are 25 per cent, not “40 percent”."},
		{"out of so many, a share of others", one("Out of 8,000 beds, 2,000 are taken, 40 percent of those in tents."), ""},
		{"each of so many", one("Each of the 150 teams vaccinates 80 children a day, or 20,000 children in all."),
			"arithmetic warning conflict: In The Test, 150 times 80 make 12,000, not 20,000."},
		{"a percentage of a range of money", one("The cost rose by 50 percent, from $8 million to $10 million."),
			"arithmetic warning conflict: In The Test, going from $8 million to $10 million is a rise of 25 per cent, not “50 percent”."},
		{"a price for one of many", one("The fund pays $300 per family to 2,000 families, or $900,000 in all."),
			"arithmetic warning conflict: In The Test, 2,000 times $300 make $600,000, not $900,000."},
		{"a price for one of other things", one("The fund pays $300 per child to 2,000 families, or $900,000 in all."), ""},
		{"one rate by two units of time", one("It cost $3 million a day, or $21 million a month."),
			"arithmetic warning conflict: In The Test, $3 million a day make $60 million to $93 million a month, not $21 million."},
		{"one rate by working weeks", one("Trucks brought 200 tons a day, or 1,000 a week."), ""},
		{"a sum over years", one("The bill of $120 million over four years comes to $40 million a year."),
			"arithmetic warning conflict: In The Test, $40 million a year for four years make $160 million, not $120 million."},
		{"the first and another", one("The first 900 nurses arrived in May and another 400 in June, bringing the total to 1,500."),
			"arithmetic warning conflict: In The Test, 900 nurses and 400 more make 1,300, not 1,500."},
		{"the first, and another of other things", one("The first 900 tents arrived in May and another 400 blankets in June, bringing the total to 1,500 packages."), ""},
		{"a rise by a third", one("Arrests rose by a third, from 300 to 500. The fleet was cut."),
			"arithmetic warning conflict: In The Test, going from 300 to 500 is a rise of 66.7 per cent, not “a third”."},
		{"a share, and the same told with its part", one("Turnout was 62 percent: 3.1 million of 6 million voters."),
			"arithmetic warning conflict: In The Test, 3.1 million of 6 million voters are 51.7 per cent, not “62 percent”."},
		{"what makes up a share", one("The 450 drivers make up 30 percent of the 1,000 staff."),
			"arithmetic warning conflict: In The Test, 450 of 1,000 staff are 45 per cent, not “30 percent”."},
		{"a share of others, behind a comma", one("Of the 900 sailors, 300 are women, 20 percent of them officers."), ""},
		{"training on some days of a month", one("Ten days of training, from 1 June to 30 June, are planned."), ""},
		{"months between two days", one("The three-month mission runs from 1 January to 30 June."),
			"arithmetic warning conflict: In The Test, 1 January to 30 June 2025 are 181 days, not three months."},
		{"months between two days, right", one("The three-month mission runs from 1 January to 31 March."), ""},
		{"a list of those who may be both", one("Police arrested 900 people, 700 for curfew violations and 400 for theft."), ""},
		{"the number of something else than a rate", one("They run 40 buses a day. The number of people in camps is 1,340, and the number has doubled since May."), ""},
		{"of them, by a percentage", one("Some 2,600 guards will go. The army provides 1,400 of them, or 64 percent, the police 700 and the towns 500."),
			"arithmetic warning conflict: In The Test, 1,400 of some 2,600 guards are 53.8 per cent, not “64 percent”.\n" +
				"balance info consistent: In The Test, the parts told for some 2,600 guards make 2,600 (1,400 + 700 + 500), which fits."},
		{"half of them", one("The valley has 9,000 inhabitants; nearly half of them, 3,150, have left."),
			"arithmetic warning conflict: In The Test, 3,150 of 9,000 inhabitants are 35 per cent, not “nearly half”."},
		{"half of them, and others", one("The valley has 9,000 inhabitants; nearly half of them, 3,150 houses and two schools are cut off."), ""},
		{"a rate, and what it makes in a time", one("They sew 40 tents a day; in 45 days that makes 18,000 tents."),
			"arithmetic warning conflict: In The Test, 40 tents a day for 45 days make 1,800, not 18,000."},
		{"parts told in millions", one("The operation will cost 33 million crowns: 25 million from the state and 6 million from the provinces."),
			"balance warning conflict: In The Test, the parts told for 33 million crowns make 31 million crowns (25 million + 6 million), 2 million crowns less than the total; a part may be missing, or a number wrong."},
		{"approved before the vote", []told{
			{"Fire Agency", "2025-08-04", "The agency asked parliament on Monday to approve a further 900 soldiers. Parliament will vote on 12 August."},
			{"The Test", "2025-08-05", "Parliament has approved 900 more soldiers, the commissioner said."}},
			"drift warning conflict: The Test (5 August 2025) has “900 more soldiers” as approved; by what Fire Agency (4 August 2025) says they are still to be decided on, on 12 August 2025."},
		{"approved after the vote", []told{
			{"Fire Agency", "2025-08-04", "The agency asked parliament on Monday to approve a further 900 soldiers. Parliament will vote on 12 August."},
			{"The Test", "2025-08-13", "Parliament has approved 900 more soldiers, the commissioner said."}}, ""},
		{"the day of a part of the whole", []told{
			{"Fire Agency", "2025-08-04", "The Fire Agency is sending 2,600 guards to the valley from 6 August."},
			{"The Test", "2025-08-08", "By Thursday 1,900 of the 2,600 guards of the Fire Agency were in the valley."}}, ""},
		{"half of them, behind another number", one("The ships carry 1,150 sailors, about 75 a ship. Nearly 90 percent of them, 750, are conscripts."),
			"arithmetic warning conflict: In The Test, 750 of 1,150 sailors are 65.2 per cent, not “Nearly 90 percent”."},
		{"of so many, a share of others", one("Of the 1,150 sailors, 150 are women, one in four."),
			"arithmetic warning conflict: In The Test, 150 of 1,150 sailors are 13 per cent, not “one in four”."},
		{"grown to, from", one("The number of tankers off the coast has grown to 96, from 60 a week ago, an increase of 36 percent."),
			"arithmetic warning conflict: In The Test, going from 60 to 96 is a rise of 60 per cent, not “36 percent”."},
		{"a multiple with what it comes to", one("So far 17,600 people a day are vaccinated; the goal needs twice as many, about 34,000 people a day."), ""},
		{"men and women, one of them by a fraction", one("Nearly 70 percent of the guards are women, and half are men."), ""},
		{"days between two days", one("The mission will last 90 days, from 1 July to 31 August."),
			"arithmetic warning conflict: In The Test, 1 July to 31 August 2025 are 62 days, not 90 days."},
		{"days between two days, in round numbers", one("The mission will last 60 days, from 1 July to 31 August."), ""},
		{"weeks between two days", one("The mission will last nine weeks, from 1 July to 31 August."), ""},
		{"a list behind a comma", one("The navy says that 760 boats were sent, 420 from the north, 200 from the south and 180 from the islands."),
			"balance error conflict: In The Test, the parts told for 760 boats make 800 (420 + 200 + 180), 40 more than the total.\n" +
				"suspects info conflict: Of the numbers that do not fit together in The Test, “420” is the first to check: the others leave 350 to 410, and 402 would fit: two digits swapped."},
		{"a list over several sentences", one("The office asked for 9,000 helpers on Friday. The letter says that up to 1,500 helpers will fill bags. Another 2,000 helpers would cook. It says that up to 3,000 helpers will drive. And another 500 helpers would write lists."),
			"balance info consistent: In The Test, the parts told for 9,000 helpers make at most 7,000 (up to 1,500 + 2,000 + up to 3,000 + 500); the list need not be whole."},
		{"a list that only another text ties to its total", []told{
			{"Harbour Office", "2025-03-05", "The drive will cost $7.5 million, of which $5 million comes from the fund and $2.5 million from the state."},
			{"The Test", "2025-03-06", "The drive will cost $7.5 million, the office said. The fund gives $5 million and the state $1.5 million. It starts in May."}},
			"balance warning conflict: In The Test, the parts told for $7.5 million make $6.5 million ($5 million + $1.5 million), $1 million less than the total; Harbour Office has $2.5 million where this list has $1.5 million.\n" +
				"balance info consistent: In Harbour Office, the parts told for $7.5 million make $7.5 million ($5 million + $2.5 million), which fits."},
		{"a day denied and told", []told{
			{"The Wire", "2025-03-05", "The minister denied reports that the drive would be extended to 24 April. The teams have reached 88,300 children, the ministry said."},
			{"The Test", "2025-03-06", "The ministry has extended the drive to 24 April. The teams have reached 88,300 children, the ministry said."}},
			"denial warning conflict: The Test (6 March 2025) says as a fact “The ministry has extended the drive to 24 April”, which was denied in The Wire (5 March 2025); both are kept."},
		{"a day denied, and told with the denial", []told{
			{"The Wire", "2025-03-05", "The minister denied reports that the drive would be extended to 24 April. The teams have reached 88,300 children, the ministry said."},
			{"The Test", "2025-03-06", "The ministry has extended the drive to 24 April, though the minister denied it on Wednesday. So far 88,300 children were reached."}}, ""},
		{"an end that a pronoun takes up", []told{
			{"The Wire", "2025-03-01", "Operation Clear Bay begins on 15 March and ends on 10 April. It has 320 nurses."},
			{"The Test", "2025-03-02", "The office speaks of Operation Clear Bay and its 320 nurses. They will start on 15 March and finish on 20 April."}},
			"dates warning conflict: Operation Clear Bay ends on 10 April 2025 according to The Wire and on 20 April 2025 according to The Test (rests on unreviewed figures)."},

		{"a part that another text tells differently", []told{
			{"Harbour Office", "2025-03-05", "The Harbour Office will send up to 4,800 helpers to the coast.\n\nThen 2,100 helpers will go to Arden, 1,500 to Lissa and 1,200 to Morrow."},
			{"The Test", "2025-03-06", "The office's up to 4,800 helpers will be divided among three provinces, with 2,100 in Arden, 1,500 in Lissa and 1,000 in Morrow."}},
			"balance warning conflict: In The Test, the parts told for up to 4,800 helpers make 4,600 (2,100 + 1,500 + 1,000), 200 less than the most that is told; Harbour Office has 1,200 where this list has 1,000.\n" +
				"balance info consistent: In Harbour Office, the parts told for up to 4,800 helpers make 4,800 (2,100 + 1,500 + 1,200), which fits."},
		{"parts below the most that is told", one("The up to 4,800 helpers will be divided among three provinces, with 2,100 in Arden, 1,500 in Lissa and 1,000 in Morrow."),
			"balance info consistent: In The Test, the parts told for up to 4,800 helpers make 4,600 (2,100 + 1,500 + 1,000), 200 less than the most that is told."},

		{"a plan that was denied", []told{
			{"The Wire", "2025-03-05", "The Defence Ministry on Monday denied reports that it would send 1,750 soldiers to the coast."},
			{"The Test", "2025-03-06", "The Defence Ministry will send 1,750 soldiers to the coast, a government source said."}},
			"denial warning conflict: The Test (6 March 2025) says “1,750 soldiers” as settled, which was denied by the Ministry of Defence in The Wire on 5 March 2025; both are kept."},
		{"a plan of another body than the one that denies", []told{
			{"The Wire", "2025-03-05", "The Defence Ministry on Monday denied reports that it would send 1,750 soldiers to the coast."},
			{"The Test", "2025-03-06", "The Interior Ministry will send 1,750 soldiers to the coast, a government source said."}}, ""},
		{"an average of one event, and a count of a year", []told{
			{"The Wire", "2025-03-05", "In 2012, after the flood, 1,400 people were taken off the islands by two ferries."},
			{"The Test", "2025-03-14", "In 2012, 1,400 people were taken off the same islands. Over the ten days of the lift the ships moved an average of about 700 people a day."}}, ""},
		{"a count and a rate, each told for the same time", []told{
			{"The Wire", "2025-03-05", "The border police made 42,000 arrests from 1 May 2024 to 31 August 2024, the ministry said."},
			{"The Test", "2025-03-14", "The border police made 700 arrests a day from 1 May 2024 to 31 August 2024, the ministry said."}},
			"rate warning conflict: 42,000 arrests over 123 days (1 May to 31 August 2024) make 341 to 344 a day, by what The Wire says; The Test says 700 arrests a day."},
		{"a pledge that is raised", []told{
			{"The Wire", "2025-03-05", "Kenya has pledged 500 police officers."},
			{"The Test", "2025-03-14", "Kenya has now pledged 700 police officers."}},
			"restated info unknown: The Wire (5 March 2025) has “500 police officers” of Kenya as pledged, then The Test (14 March 2025) has “700 police officers”; the latest does not always replace the others."},
		{"a pledge of so many more", []told{
			{"The Wire", "2025-03-05", "Kenya has pledged an additional 300 police officers."},
			{"The Test", "2025-03-14", "Kenya has now pledged 900 police officers."}}, ""},
		{"the people of a town, and guards", []told{
			{"The Wire", "2025-03-05", "Up to 820 Guard members could be called. The sheriff of Arden, population 38,000, sent all 17 of his deputies."},
			{"The Test", "2025-03-14", "The number of Guard members on duty now stands at 190."}}, ""},
		{"what one county asks for, and what is approved for all", one("Arden County requested 130 National Guard members. The governor authorized the call-up of as many as 820 National Guard members."), ""},
		{"a total behind the noun of its last part", one("The club has 640 paying members and 416 honorary members for a total of 1,056."),
			"balance info consistent: In The Test, the parts told for 1,056 make 1,056 (640 + 416), which fits."},
		{"the number of a week ago told as that of now", []told{
			{"The Wire", "2025-03-05", "The number of people in camps has risen to 3,450, up from 2,210 a week earlier, the Relief Office said."},
			{"The Test", "2025-03-06", "The camps are full: 2,210 people are now in camps, the Relief Office said."}},
			"restated warning conflict: The Test (6 March 2025) has “2,210 people” as the number now; The Wire (5 March 2025) has “3,450”, up from “2,210”."},
		{"the number of a week ago told as such", []told{
			{"The Wire", "2025-03-05", "The number of people in camps has risen to 3,450, up from 2,210 a week earlier, the Relief Office said."},
			{"The Test", "2025-03-06", "Last week 2,210 people were in camps, the Relief Office said."}}, ""},
		{"asked for and sent", []told{
			{"The Wire", "2025-03-05", "Defence Minister Ada Korvin told parliament on Wednesday that she had requested the deployment of 8,400 soldiers of the Ruritanian Army to the border."},
			{"The Test", "2025-03-06", "Defence Minister Ada Korvin told parliament on Wednesday that 8,400 soldiers of the Ruritanian Army had been deployed to the border."}},
			"drift warning conflict: The Wire and The Test both quote Ada Korvin: The Wire has “8,400 soldiers” as requested, The Test as deployed."},
		{"asked for, and sent a week later", []told{
			{"The Wire", "2025-03-05", "Defence Minister Ada Korvin told parliament on Wednesday that she had requested the deployment of 8,400 soldiers of the Ruritanian Army to the border."},
			{"The Test", "2025-03-12", "Defence Minister Ada Korvin told parliament on Wednesday that 8,400 soldiers of the Ruritanian Army had been deployed to the border."}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, sentences(check(readAll(reader, test.list)))); diff != "" {
				t.Error(strings.TrimSpace(diff))
			}
		})
	}
}
