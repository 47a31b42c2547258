package findings_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
)

// TestToldOfAnother checks, from the words to the sentence, a number that a text gives to
// another body or place, in another measure or of another scope than the source that it
// names; and look-alikes. Each case says all findings.
func TestToldOfAnother(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, source, telling, want string
	}{
		{"the number of the other body", "Ferrin has sent 1,600 line workers to the storm area and Lowmark 1,150.",
			"Lowmark has sent 1,600 line workers to the storm area, Northern Wire reported.",
			"cited warning conflict: The Test has “1,600 line workers” for Lowmark, and names Northern Wire; Northern Wire has that number for Ferrin, and “1,150” for Lowmark."},
		{"the number of the other place", "Officers made 310 arrests in Port Lasker and 145 arrests in Lewen.",
			"Officers made 310 arrests in Lewen, Northern Wire said.",
			"cited warning conflict: The Test has “310 arrests” for Lewen, and names Northern Wire; Northern Wire has that number for Port Lasker, and “145 arrests” for Lewen."},
		{"both names in order", "Ferrin has sent 1,600 line workers to the storm area and Lowmark 1,150.",
			"Ferrin has sent 1,600 line workers and Lowmark 1,150, Northern Wire reported.", ""},
		{"two amounts that changed places", "Villages will get up to 24,000 tonnes of seed, with 18,000 tonnes of fertiliser.",
			"That would be 18,000 tonnes of seed and 24,000 tonnes of fertiliser, Northern Wire said.",
			"cited warning conflict: The Test has “18,000 tonnes of seed” and “24,000 tonnes of fertiliser”, and names Northern Wire; Northern Wire has the two numbers the other way round."},
		{"one number of both", "Norland has 850 soldiers there. Sudmark has 850 soldiers there too.",
			"Sudmark has 850 soldiers there, Northern Wire said.", ""},
		{"who has raised its number", "Norvia gives 210 million dollars and Estrella 95 million dollars.",
			"Estrella has raised its gift to 210 million dollars, Northern Wire said.", ""},
		{"who speaks of the number", "Belmar has 620 engineers at the dam. Corvay has 275 engineers there.",
			"Captain Ruy Corvay praised the 620 engineers, Northern Wire reported.", ""},
		{"where those of a body went", "The Aurora took 340 evacuees to Lewen. The Benita took 190 evacuees to Port Vask.",
			"In Lewen 340 evacuees went ashore, Northern Wire reports.", ""},

		{"a week for a day, of a round number", "The camps will need some 900 litres of water a day, drawn from two wells.", "At full strength the camps will take about 900 litres of water a week from the wells, Northern Wire reported.",
			"cited warning not-comparable: The Test has “about 900 litres of water a week”, and names Northern Wire; Northern Wire has “some 900 litres of water a day”: one is told by the week, the other by the day."},
		{"trips of others", "The lorries make 20 trips a day to Rood.", "The boats make 20 trips a week to Garm, Northern Wire reported.", ""},
		{"bags for tonnes", "The Works Office has ordered 2,600 tonnes of cement for the dam.",
			"The Works Office has ordered 2,600 bags of cement for the dam, Northern Wire said.",
			"cited warning not-comparable: The Test has “2,600 bags”, and names Northern Wire; Northern Wire has “2,600 tonnes of cement”."},
		{"cartons of what was counted", "Inspectors destroyed 120,000 eggs from three farms.",
			"Inspectors destroyed 120,000 cartons of eggs, Northern Wire said.",
			"cited warning not-comparable: The Test has “120,000 cartons”, and names Northern Wire; Northern Wire has “120,000 eggs”."},
		{"two words for one measure", "The Farm Board sent 4,400 crates of apples.", "The Farm Board sent 4,400 boxes of apples, Northern Wire said.", ""},
		{"both measures", "The Water Office handed out 36,000 litres of water in 36,000 bottles.", "The Water Office handed out 36,000 bottles of water, Northern Wire said.", ""},
		{"posts for nurses", "The Health Service is looking for 450 nurses.", "The Health Service has 450 vacant posts, Northern Wire said.", ""},

		{"rural told of all", "At rural schools 5,950 teaching posts are vacant.", "Throughout the country 5,950 teaching posts are vacant, Northern Wire reports.",
			"cited warning not-comparable: The Test has “5,950 teaching posts”, and names Northern Wire; Northern Wire has “5,950 teaching posts”: one is told of “throughout the country”, the other of “rural”."},
		{"one province told of three", "At least 21,700 homes were damaged in the three provinces of Arle, Marsk and Lower Sound.", "In the province of Arle alone at least 21,700 homes were damaged, Northern Wire reported.",
			"cited warning not-comparable: The Test has “at least 21,700 homes”, and names Northern Wire; Northern Wire has “At least 21,700 homes”: one is told of “the province of Arle alone”, the other of “the three provinces”."},
		{"all ports told of one", "At Port Lasker the average wait for cars was 37 minutes.", "Across all six ports the average wait for cars was 37 minutes, Northern Wire said.",
			"cited warning not-comparable: The Test has “37 minutes”, and names Northern Wire; Northern Wire has “37 minutes”: one is told of “all six ports”, the other of “Port Lasker”."},
		{"all stations told of those observed", "Voting was assessed as good in 91 per cent of the polling stations observed.", "In 91 per cent of all polling stations the voting was good, Northern Wire found.",
			"cited warning not-comparable: The Test has “91 per cent of all polling stations”, and names Northern Wire; Northern Wire has “91 per cent of the polling stations”: one is told of “all polling stations”, the other of “observed”."},
		{"a list of provinces", "At least 21,700 homes were damaged in the three provinces of Arle, Marsk and Lower Sound.", "In Arle, Marsk and Lower Sound at least 21,700 homes were damaged, Northern Wire reported.", ""},
		{"the districts of a valley", "In the five districts of the Mole valley 640,800 people were vaccinated.", "In the Mole valley 640,800 people were vaccinated, Northern Wire said.", ""},
		{"the land by its name", "At present 13,400 children throughout the country are waiting for a place.", "In Selmark 13,400 children are waiting for a place, Northern Wire said.", ""},
		{"where it was said", "At least 21,700 homes were damaged in the three provinces.", "In the town of Arle Northern Wire said that at least 21,700 homes were damaged.", ""},
		{"most of all", "Across the country 23,600 houses stand empty, most of them in the north.", "In the northern districts most of the 23,600 empty houses are found, Northern Wire says.", ""},
		{"rural left out", "At rural schools 5,950 teaching posts are vacant.", "At schools 5,950 teaching posts are vacant, Northern Wire reports.", ""},
		{"ports of the north, on the coast", "The strike closed 172 pharmacies on the coast.", "The strike closed 172 pharmacies in the northern ports, Northern Wire reports.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			list := []told{{"Northern Wire", "2025-03-05", test.source}, {"The Test", "2025-03-06", test.telling}}
			if diff := cmp.Diff(test.want, sentences(check(readAll(reader, list)))); diff != "" {
				t.Error(strings.TrimSpace(diff))
			}
		})
	}
}
