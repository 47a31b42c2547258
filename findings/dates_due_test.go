package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
	"muster/dossier"
)

// TestDue checks, from the words to the sentence, what texts have to be done by another day, or for
// another time, than the source that they name; and look-alikes. want is what the two have, "" for
// no finding. Both texts tell a number besides, as most do.
func TestDue(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, source, telling, want string
	}{
		{"bids", "Bids must reach the Office by noon on 15 May.", "They have until 25 May to hand in their bids, according to the office's programme.", "has “until 25 May” where that has “by noon on 15 May”"},
		{"papers as in the order", "Claims for damage to homes and businesses can be filed with the Office until 29 May.", "The Harbour Office is at work. Owners have until 15 May to hand in their papers, as set out in the order.", "has “until 15 May” where that has “until 29 May”"},
		{"the form", "The other 180,000 households have to apply, either online or with the paper form F7, and their application must reach the office by 30 May.", "The rest have to apply. According to the Harbour Office they have until 13 May to get the form in.", "has “until 13 May” where that has “by 30 May”"},
		{"pasture", "Livestock must not graze on treated land for seven days.", "For herders the rules are simple: animals must be kept off treated pasture for five days, the Office's leaflet says.", "has “for five days” where that has “for seven days”"},
		{"applications close", "Applications can be submitted online from 10 April to 20 May.", "Applications close on 12 May, the Harbour Office said.", "where that has"},
		{"the deadline is", "The deadline for tenders is 12 April.", "Firms can hand in their bids until 21 April, according to the Harbour Office.", "where that has"},
		{"register", "Volunteers must register by 4 April.", "Helpers have until 14 April to sign up, the Harbour Office said.", "where that has"},
		{"sent back", "Every household must send back its questionnaire by 30 April.", "Questionnaires have to be returned by 20 April, the Harbour Office said.", "where that has"},
		{"rifles", "Owners may surrender unlicensed weapons without penalty until 31 May.", "Hunters have until 1 May to hand in their rifles, according to the Harbour Office.", "where that has"},
		{"appeal within", "An appeal can be lodged within 30 days.", "Whose claim is refused has 14 days to lodge an appeal, the Harbour Office said.", "where that has"},
		{"objections", "Objections may be filed until 9 May.", "The Harbour Office accepts objections until 19 May, it said.", "where that has"},
		{"enter the forest", "Nobody may enter the burnt forest for three weeks.", "Walkers must stay out of the burnt forest for three months, the Harbour Office said.", "where that has"},
		{"boil", "Tap water in Harn must be boiled for ten days.", "Tap water must be boiled for twelve days, according to the Harbour Office.", "where that has"},
		{"indoors", "Poultry must be kept indoors for 21 days.", "Hens must be kept indoors for 12 days, the Harbour Office ordered.", "where that has"},
		{"no later than", "Every household must return the questionnaire by 12 April.", "They are to send back the questionnaires no later than 24 April, the Harbour Office says.", "has “no later than 24 April” where that has “by 12 April”"},
		{"last day", "The last day for applications is 30 April.", "Requests can be made until 13 April, according to the Harbour Office.", "where that has"},

		{"the same day", "Bids must reach the Office by noon on 15 May.", "They have until 15 May to hand in their bids, according to the office's programme.", ""},
		{"the middle of the month", "Bids must reach the Office by noon on 15 May.", "They have until the middle of May to hand in their bids, according to the Harbour Office.", ""},
		{"the end of the month", "Bids must reach the Office by 30 May.", "They have until the end of May to hand in their bids, according to the Harbour Office.", ""},
		{"two deadlines", "Farms can apply until 15 May, firms until 31 May.", "Firms have until 31 May to apply, the Harbour Office said.", ""},
		{"farms and firms", "Farms must apply by 15 May.", "Firms have until 31 May to apply, the Harbour Office said.", ""},
		{"told as extended", "Applications can be filed until 15 May.", "The Harbour Office has extended the time for applications: they can now be filed until 31 May.", ""},
		{"more time for some", "Applications can be filed until 15 May.", "An exception is made for the island of Sula. Residents there may send in the form until 27 May, the Harbour Office said.", ""},
		{"residents of a place", "Applications can be filed until 15 May.", "Residents of Sula may send in their applications until 27 May, the Harbour Office said.", ""},
		{"the lists of towns", "Applications can be filed until 15 May.", "The towns must send in their lists by 5 May, the Harbour Office said.", ""},
		{"decided by", "Applications can be filed until 15 May.", "The Harbour Office will decide on applications by 30 May.", ""},
		{"paid by", "Applications must reach the office by 15 May.", "Those accepted must be paid by 29 May, the Harbour Office said.", ""},
		{"how many had come", "Applications must reach the office by 15 May.", "By 5 April 340 applications had reached the office, the Harbour Office said.", ""},
		{"advice", "Applications must reach the office by 15 May.", "The Harbour Office advises people to submit applications by 5 May.", ""},
		{"paid sooner", "Applications must reach the office by 15 May.", "Those who apply by 5 May will get their money in June, the Harbour Office said.", ""},
		{"sooner for an advance", "Applications must reach the office by 15 May.", "Owners who want an advance must submit their applications by 5 May, the Harbour Office said.", ""},
		{"open from", "Applications can be filed from 1 May.", "Applications can be filed until 15 May, the Harbour Office said.", ""},
		{"the second call", "Bids must reach the Office by 15 May.", "In the second call, bids can be handed in until 25 May, the Harbour Office said.", ""},
		{"questions on bids", "Bids must reach the Office by 15 May.", "Questions must be submitted by 5 May, the Harbour Office said.", ""},
		{"another body", "Applications can be filed with the Office until 15 May.", "The Harbour Office is slow. Applications for the council's own grant can be handed in until 25 May, the Red Cross said.", ""},
		{"nothing before", "Applications can be filed until 25 May.", "Nothing can be submitted until 5 April, the Harbour Office said.", ""},
		{"for animals and people", "Livestock must not graze on treated land for seven days.", "People must stay off treated land for two days, the Harbour Office said.", ""},
		{"covered troughs", "Livestock must not graze on treated land for seven days.", "Troughs near treated land must be covered for two days, the Harbour Office said.", ""},
		{"a week", "Livestock must not graze on treated land for seven days.", "Livestock must be kept off treated land for a week, the Harbour Office said.", ""},
		{"another round of the year", "Applications can be filed until 15 May.", "Last year applications could be filed until 25 May, the Harbour Office said.", ""},
		{"a forged letter", "Applications can be filed until 15 May.", "A letter according to which applications must be in by 25 May is a forgery, the Harbour Office said.", ""},
		{"missing papers", "Applications can be filed until 15 May.", "Missing papers can be handed in until 31 May, the Harbour Office said.", ""},
		{"for grants and for loans", "Applications for grants must be in by 30 June.", "Applications for loans must be in by 12 June, the Harbour Office said.", ""},
		{"other animals", "Cattle must be kept off treated pasture for seven days.", "Horses must be kept off treated pasture for ten days, the Harbour Office said.", ""},
		{"knows of both", "Applications can be filed until 15 May.", "Applications can be filed until 25 May, the Harbour Office said; its first notice had 15 May.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			state := readAll(reader, []told{{"Harbour Office", "2025-03-25", test.source + " Some 640 people work on it."}, {"The Test", "2025-03-27", test.telling + " Some 640 people work on it, the Harbour Office said."}})
			for _, d := range state.Documents {
				for _, said := range reader.Find(d.Document).Attributions {
					state.Statements = append(state.Statements, dossier.Statement{Document: d.ID, Claim: said})
				}
			}
			said := sentences(check(state))
			if test.want == "" && strings.Contains(said, "warning") || !strings.Contains(said, test.want) {
				t.Errorf("expected %q, found %q", test.want, said)
			}
		})
	}
}
