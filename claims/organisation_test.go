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
		{"not every army is American", "Floods hit Assam. The Army rescued 200 people.", []string{"army"}},
		{"whom someone asked", "The pact would require Norway to send 400 soldiers and the Netherlands 90 engineers.", []string{"Norway", "Netherlands"}},
		{"a body's force", "The UN force there has 9,000 troops.", []string{"UN"}},
		{"a base is no supplier", "The Coast Guard is sending 90 sailors from Fort Example.", []string{"Coast Guard"}},
		{"what a body has", "UNICEF has 900 tents and 40 generators in its depot.", []string{"UNICEF", "UNICEF"}},
		{"who pays", "The European Commission approved a grant of 30 million euros.", []string{"European Commission"}},
		{"who has asked for money", "UNHCR needs $45 million by May.", []string{"UNHCR"}},
		{"who knows does nothing", "FEMA knew of 60 broken pumps.", []string{""}},
		{"who undergoes it does nothing", "The Coast Guard was hit by 12 storms.", []string{""}},
		{"the agency is not who tells", "The Home Office moved. The National Audit Office said the department lost 90 officers.", []string{"Home Office"}},
		{"it said it", "The Canadian Red Cross said it had opened 14 shelters.", []string{"Canadian Red Cross"}},
		{"it goes on", "The Coast Guard sent 30 divers. It has 12 boats there.", []string{"Coast Guard", "Coast Guard"}},
		{"we", "“We have sent 60 officers,” said Home Office spokesman Al Dow.", []string{"Home Office"}},
		{"possessive", "The Forest Service’s 300 rangers left.", []string{"Forest Service"}},
		{"companies of a force", "Delhi moved 50 companies of the Border Security Force.", []string{"BSF"}},
		{"made by", "Of 90 arrests made by the Border Patrol, nine led to charges.", []string{"Border Patrol", "Border Patrol"}},
		{"whom it costs", "The mission has cost Norway $3 million.", []string{"Norway"}},
		{"asked of", "The governor asked the Navy for eight ships. U.S. law allows it.", []string{"US Navy"}},
		{"two together", "Uganda and Zambia have sent 120 officers each.", []string{"Uganda and Zambia"}},
		{"a name spelled out by its initials", "Dorvik Lines (DL) will cut 300 jobs.", []string{"DL"}},
		{"taken up by its first word", "Dorvik Airlines will cut 300 jobs. Dorvik has shed 80 posts.", []string{"Dorvik Airlines", "Dorvik Airlines"}},
		{"an office with a possessive", "The Harbour Commissioner's Office fined 12 firms.", []string{"Harbour Commissioner's Office"}},
		{"a ministry with two tasks", "The Ministry of Harbours and Fisheries sent 30 inspectors.", []string{"Ministry of Harbours and Fisheries"}},
		{"a kind without a name", "The regulator has opened 23 cases.", []string{"regulator"}},
		{"any of a kind", "A company has about 90 workers.", []string{""}},
		{"where it is done", "UNICEF opened clinics in nine villages.", []string{""}},
		{"with whom", "The Coast Guard was joined by 40 volunteers.", []string{""}},
		{"a body's paper", "The FEMA report lists 90 officers.", []string{""}},
		{"a bid that costs", "The State Department says it will cost $5 million.", []string{""}},
		{"told later", "Thirty trainees to leave early. The Coast Guard has 30 trainees.", []string{"Coast Guard", "Coast Guard"}},
		{"on no list, known by what it tells", "The strait is closed, the charity Dorvik said. Dorvik has 40 pilots.", []string{"Dorvik"}},
		{"whom everybody opposes is no name", "The Opposition said so. The Opposition has 40 members.", []string{""}},
		{"a country on no list", "Ostravia's prime minister spoke. Ostravia sent 900 soldiers.", []string{"Ostravia"}},
		{"a person is no country", "Mario Bellard's government fell. Bellard sent 900 soldiers.", []string{""}},
		{"a county", "Ember County hired 20 deputies.", []string{"Ember County"}},
		{"an official of a county", "Sheriff Ada Moss of Ember County sent 20 deputies. Moss sent 30 deputies more.", []string{"Ember County", "Ember County"}},
		{"an official of a country", "Norway’s justice minister, Ada Moss, agreed. Her country will send 60 officers.", []string{"Norway"}},
		{"an official who asks", "Norway’s justice minister, Ada Moss, agreed. She asked for 60 officers.", []string{""}},
		{"the city where a government sits", "Berlin sent 300 soldiers.", []string{"Germany"}},
		{"a city that is no government", "Fire crews in Berlin saved 300 boats.", []string{""}},
		{"called up", "Chad will call up 900 men.", []string{"Chad"}},
		{"called for", "Chad called for 900 men.", []string{""}},
		{"who approves sends nobody", "The Pentagon approved 700 officers.", []string{""}},
		{"who rejects pays nothing", "The World Bank rejected 40 requests.", []string{""}},
		{"told to send, last week", "An aide told the Coast Guard last week to lend the FBI 90 divers.", []string{"Coast Guard"}},
		{"a pledge", "Uganda sent 100 officers. Chad's pledge of 500 awaits a vote.", []string{"Uganda", "Chad"}},
		{"a share that comes from", "It sent 90 agents. A third of the agents will come from the FBI.", []string{"", "FBI"}},
		{"they", "Border Patrol agents rested. They caught 60 migrants.", []string{"Border Patrol"}},
		{"some of them", "The Coast Guard has 90 divers. The FBI spoke. She said 60 of them were ill.", []string{"Coast Guard", "Coast Guard"}},
		{"how long they stay", "About 90 National Guard soldiers came. The Marines will stay for 60 days.", []string{"National Guard", "US Marine Corps"}},
		{"told again below", "The crews sail on Monday.\n\nThe 90 divers are ready.\n\nThe Coast Guard has 90 divers.", []string{"Coast Guard", "Coast Guard"}},
		{"the government is not who is named most", "The Coast Guard met. The Coast Guard waited. The government made 90 arrests.", []string{""}},
		{"suppliers of all sorts", "The FBI spoke. The plan calls for 500 officers of federal agencies, the FBI wrote.", []string{""}},
		{"things belong to nobody", "FEMA counted 560 fires.", []string{""}},
		{"a verb like a noun", "The Harbour Ministry aims to train 400 divers.", []string{"Harbour Ministry"}},
		{"asked of two", "Oregon has asked other states for 150 engines and the Navy for two tankers. U.S. law allows it.", []string{"", "US Navy"}},
		{"who pays what it voted", "Congress has paid for 400 tents.", []string{"Congress"}},
		{"who votes sends nobody", "Congress has paid for 400 officers.", []string{""}},
		{"given by", "The county was given 300 pumps by FEMA.", []string{"FEMA"}},
		{"given", "The county was given 300 pumps.", []string{""}},
		{"a country taken up", "Spain took charge of the south. It has four planes there.", []string{"Spain"}},
		{"a place not taken up", "Crews went to Spain. It took 90 days.", []string{""}},
		{"his country", "Togo's president said his country would send 90 men.", []string{"Togo"}},
		{"a body without capitals", "The county fire service sent 40 crews.", []string{"county fire service"}},
		{"a short form on no list", "BRX has lent 40 buses.", []string{"BRX"}},
		{"a short form of no body", "GDP has lost 3 percent.", []string{""}},
		{"a name with a place", "Highways Norway has lent 40 buses.", []string{"Highways Norway"}},
		{"a part of a place", "South Norway has lent 40 buses.", []string{"Norway"}},
		{"all kinds of people", "Nine states promised 900 soldiers to the Lake Mission. Some 90 personnel have come.", []string{"", "Lake Mission", "Lake Mission"}},
		{"the mission", "The Lake Support Mission waits. The mission has 900 troops.", []string{"Lake Support Mission"}},
		{"the force, named later", "The force numbered 900 men. It is to be a Lake Response Force.", []string{"Lake Response Force"}},
		{"whom it is for", "FEMA opened a camp for 900 people.", []string{""}},
		{"a verb like a participle", "The NYPD in March sent 300 extra officers to the parks.", []string{"NYPD"}},
		{"a participle that is no verb", "Boats of the Coast Guard sent in March have saved 300 people.", []string{""}},
		{"soldiers of an army named", "The Nordic Army met. The soldiers recovered 70 rafts.", []string{"Nordic Army"}},
		{"soldiers of no army named", "The mayor met them. The soldiers recovered 70 rafts.", []string{""}},
		{"firefighters of a body named", "Firefighters have rescued 30 people, the Ember County Fire Department said.", []string{"Ember County Fire Department"}},
		{"other people's firefighters", "Volunteer firefighters have rescued 30 people, the Ember County Fire Department said.", []string{""}},
		{"a state's Guard", "The Ohio Army National Guard sent 90 soldiers.", []string{"Ohio National Guard"}},
		{"a mission by its long name", "The United Nations Mission in Liberia sent 90 engineers.", []string{"UNMIL"}},
		{"a country's force by its own name", "Some 90 Ground Self-Defense Force personnel have come.", []string{"GSDF"}},
		{"how long a mission lasts", "The FBI sent 90 agents.\n\nRain fell.\n\nThe deployment would last only three weeks.", []string{"FBI", "FBI"}},
		{"how long something else lasts", "The FBI sent 90 agents.\n\nRain fell.\n\nThe rain would last only three weeks.", []string{"FBI", ""}},
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
