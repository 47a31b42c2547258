package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestDeniedAndToldLater checks, from the words to the sentence, what a text denies and a later one,
// which names no source, tells as a fact in words of its own; and look-alikes.
func TestDeniedAndToldLater(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const wire, bell, office = "Northern Wire", "Morning Bell", "Interior Ministry of Osk"
	pistols := told{office, "2026-06-22", "The claim, widely shared online, that 412 service pistols have gone missing from police armouries is untrue. An inventory accounted for every one of the 9,860 pistols in service."}
	dead := told{wire, "2026-04-02", "Osk's Mine Centre on Wednesday rejected claims, shared widely on social media, that three of its deminers had been killed in the Dorva district. \"Nobody has died. Two colleagues were hurt on 24 March,\" its deputy director told reporters."}
	nurses := told{"Health Board of Osk", "2026-04-02", "It is untrue, as some have written, that 57 nurses have resigned at the Lind hospital. Four have left since January."}
	trucks := told{wire, "2026-04-02", "The assertion, made in parliament on Tuesday, that 99 army trucks had been sold abroad does not correspond to the facts, the Defence Ministry said."}
	sick := told{"Relief Office", "2026-04-02", "The rumour spread on Tuesday that 38 children fell ill in the camp at Arle has turned out to be false. Two had a cold."}
	drivers := told{wire, "2026-04-02", "The allegation made by the union that 86 drivers had been dismissed was rejected by the Transit Authority as false."}
	homes := told{"Town of Veld", "2026-04-02", "The mayor contradicted reports that 96 homes had been looted after the flood. The police know of two cases."}
	guards := told{"Prison Service", "2026-05-06", "The Service rejects reports on social networks according to which 93 guards have refused to work at Castle Hill. The figure is invented."}
	sailors := told{wire, "2026-04-02", "The Navy denied that eleven sailors had drowned off Cape Lund. All hands are safe, it said."}
	wells := told{"Water Board", "2026-04-02", "Posts saying that six wells at Torr had been poisoned are a hoax. All wells were tested on Monday."}
	for _, test := range []struct {
		name  string
		texts []told
		said  bool
	}{
		{"gone missing, and vanished", []told{pistols, {bell, "2026-08-11", "People ask what becomes of the things they give up. They remember the 412 service pistols that vanished from police armouries."}}, true},
		{"a few, killed, and lost their lives", []told{dead, {bell, "2026-05-15", "We ought to remember the three deminers who lost their lives in Dorva in March before we complain."}}, true},
		{"a few who died", []told{dead, {bell, "2026-04-20", "Since three deminers died in Dorva, nobody in the village jokes about the red tape."}}, true},
		{"resigned, and quit", []told{nurses, {bell, "2026-04-20", "Ever since 57 nurses quit the Lind hospital, wards have been closing at weekends."}}, true},
		{"sold abroad", []told{trucks, {bell, "2026-04-20", "An army that sold 99 trucks abroad should not ask for new ones."}}, true},
		{"fell ill", []told{sick, {bell, "2026-04-12", "After 38 children fell ill in the camp at Arle, the kitchen was moved."}}, true},
		{"dismissed, and sacked", []told{drivers, {bell, "2026-04-12", "The Authority is short of staff because it sacked 86 drivers."}}, true},
		{"looted", []told{homes, {bell, "2026-04-12", "Neighbours keep watch at night in Veld, where 96 homes were looted after the flood."}}, true},
		{"refused to work", []told{guards, {bell, "2026-05-20", "At Castle Hill, where 93 guards refuse to work, visits have been cut to one a week."}}, true},
		{"a few who drowned", []told{sailors, {bell, "2026-04-20", "The eleven sailors who drowned off Cape Lund have no grave."}}, true},
		{"a few things, poisoned", []told{wells, {bell, "2026-04-20", "Ever since six wells were poisoned at Torr, people buy their water."}}, true},
		{"in a text that speaks of another denial", []told{pistols, {bell, "2026-08-11", "The mayor denies that the fountain will go.\n\nThe market is open again. Stalls are dear.\n\nPeople remember the 412 service pistols that vanished from police armouries. They will not forget."}}, true},

		{"denied in a quotation", []told{{wire, "2026-04-02", "\"There were never 88 arrests at the harbour,\" the chief of police said."}, {bell, "2026-04-12", "The night of the 88 arrests at the harbour has left its mark on the town."}}, true},
		{"called wrong", []told{{wire, "2026-04-02", "The figure of 2,430 evicted families, which has been going round since Monday, is wrong, the Housing Ministry said."}, {bell, "2026-04-12", "For the 2,430 families who were evicted the winter will be long."}}, true},
		{"a loss that was none", []told{{"Relief Office", "2026-04-02", "The claim by a deputy that 640 tents went missing at the depot is baseless, the Office writes."}, {bell, "2026-04-12", "Nobody has yet explained where the 640 tents are that disappeared from the depot."}}, true},

		{"another lot", []told{pistols, {bell, "2026-08-11", "The police of the capital have ordered 412 service pistols from a firm in Lund."}}, false},
		{"told as a claim", []told{pistols, {bell, "2026-08-11", "The claim that 412 service pistols vanished from police armouries still goes round in the pubs."}}, false},
		{"told as a rumour", []told{pistols, {bell, "2026-08-11", "There was the rumour of the 412 service pistols that vanished from police armouries."}}, false},
		{"the denial is told in the next sentence", []told{pistols, {bell, "2026-08-11", "People talk of 412 service pistols that vanished from police armouries. The ministry says that none is missing."}}, false},
		{"asked", []told{pistols, {bell, "2026-08-11", "Did 412 service pistols vanish from police armouries? The ministry should show its lists."}}, false},
		{"owned later", []told{pistols, {office, "2026-07-20", "A new count has shown that 412 service pistols are missing from police armouries."}, {bell, "2026-08-11", "They remember the 412 service pistols that vanished from police armouries."}}, false},
		{"confirmed by another body later", []told{pistols, {"State Comptroller", "2026-07-20", "Our audit confirmed that 412 service pistols are missing from police armouries."}, {bell, "2026-08-11", "They remember the 412 service pistols that vanished from police armouries."}}, false},
		{"others died elsewhere", []told{dead, {bell, "2026-04-20", "In the mountains of Kell three deminers died in an avalanche."}}, false},
		{"others died earlier", []told{dead, {bell, "2026-04-20", "In 2019 three deminers died in Dorva."}}, false},
		{"as many were hurt", []told{dead, {bell, "2026-05-20", "In May three deminers were injured in Dorva when a truck overturned."}}, false},
		{"as many others died", []told{dead, {bell, "2026-05-20", "Three farmers have died in Dorva since the winter because they went into marked fields."}}, false},
		{"as many were hired", []told{nurses, {bell, "2026-04-20", "The Lind hospital has hired 57 nurses from abroad."}}, false},
		{"if it were so", []told{trucks, {bell, "2026-04-20", "If the army had sold 99 trucks abroad, somebody would have seen them go."}}, false},
		{"said by those who claim it", []told{drivers, {bell, "2026-04-12", "The Transit Authority has dismissed 86 drivers, the union says."}}, false},
		{"said to be feared", []told{homes, {bell, "2026-04-12", "People in Veld had feared that 96 homes would be looted."}}, false},
		{"another number", []told{homes, {bell, "2026-04-12", "Two homes were looted in Veld after the flood; 96 stood under water."}}, false},
		{"at another time", []told{sailors, {bell, "2026-05-30", "Eleven sailors drowned off Cape Lund in the storm of 1953."}}, false},
		{"none of it", []told{wells, {bell, "2026-04-20", "Six wells at Torr were tested, and none was poisoned."}}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if said := sentences(check(readAll(reader, test.texts))); strings.Contains(said, " warning ") != test.said {
				t.Errorf("found %q", said)
			}
		})
	}
}
