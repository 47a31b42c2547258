package claims

import (
	"slices"
	"testing"

	"muster/documents"
)

func TestOrganisation(t *testing.T) {
	reader := newTestReader(t)
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"in the phrase", "It sent 300 FBI agents and 40 Customs and Border Protection officers.", []string{"FBI", "CBP"}},
		{"after from", "It sent 300 agents from the FBI and 40 from the Drug Enforcement Administration.", []string{"FBI", "DEA"}},
		{"nationality", "Some 230 Kenyan police arrived.", []string{"Kenya"}},
		{"who sends", "FEMA has sent six rescue teams.", []string{"FEMA"}},
		{"a country that sends", "Spain plans to deploy 600 officers.", []string{"Spain"}},
		{"who tells is not who sends", "The CBO said the plan could take 600 officers.", []string{""}},
		{"several suppliers", "Six boats from Ohio, Indiana and Kentucky arrived.", []string{"Ohio, Indiana and Kentucky"}},
		{"whom they join", "Ten countries have pledged 2,900 soldiers to the UN mission.", []string{"", "UN"}},
		{"no supplier named", "The state asked for 375 engines from other states.", []string{""}},
		{"a body on no list", "The Harbour Police sent 12 officers and the Ministry of Fisheries 30 inspectors.", []string{"Harbour Police", "Ministry of Fisheries"}},
		{"who speaks of its own soldiers", "The National Guard said that about 1,200 soldiers were activated.", []string{"National Guard"}},
		{"came from", "Of the 3,200 soldiers, 1,100 came from Uganda and 800 from Burundi.", []string{"", "Uganda", "Burundi"}},
		{"a headline's country", "Chad to send 600 soldiers to the border", []string{"Chad"}},
		{"a headline's verb like a noun", "Norway orders 90 reservists north", []string{"Norway"}},
		{"who rules a country", "Peru's prime minister on Monday ordered 900 soldiers into the valley.", []string{"Peru"}},
		{"a country's army", "The Swedish army now numbers 9,000 soldiers.", []string{"Sweden"}},
		{"which has", "Poland and its neighbour Latvia, which has 6,000 soldiers, agreed.", []string{"Latvia"}},
		{"the agency", "The Border Patrol moved. The agency employs 300 people.", []string{"Border Patrol"}},
		{"it", "The Coast Guard is short of crews. It has 40,000 employees.", []string{"Coast Guard"}},
		{"who decides sends nobody", "The Security Council had set a target of 1,500 personnel for the mission.", []string{""}},
		{"who asks sends nobody", "Haiti has asked for 1,500 officers.", []string{""}},
		{"from where they leave", "Norway pulled 60 soldiers from Mali.", []string{"Norway"}},
		{"where they work", "A bill would cut 300 positions at the Coast Guard.", []string{"Coast Guard"}},
		{"left-out verb", "France has sent two planes and Norway 30 firefighters.", []string{"France", "Norway"}},
		{"people of a country", "About 200 soldiers landed, nearly 90 of them Kenyans.", []string{"", "Kenya"}},
		{"a name on no list", "The island gets 150 Andean troops. The Pentagon was told.", []string{""}},
		{"soldiers arrest nobody", "The National Guard has 900 soldiers there. Officials want 200 arrests a day.", []string{"National Guard", ""}},
		{"not every army is American", "Floods hit Assam. The Army rescued 200 people.", []string{""}},
		{"whom someone asked", "The pact would require Norway to send 400 soldiers and the Netherlands 90 engineers.", []string{"Norway", "Netherlands"}},
		{"a body's force", "The UN force there has 9,000 troops.", []string{"UN"}},
		{"a base is no supplier", "The Coast Guard is sending 90 sailors from Fort Example.", []string{"Coast Guard"}},
		{"things belong to nobody", "FEMA counted 560 fires.", []string{""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range reader.Find(documents.Document{ID: "test", Text: test.text}).Figures {
				got = append(got, f.Organisation)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%s\nfound %q, expected %q", test.text, got, test.want)
			}
		})
	}
}
