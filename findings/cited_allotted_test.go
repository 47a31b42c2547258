package findings_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
)

// TestGivenToAnother checks, from the words to the sentence, a number that a text gives to what
// its source has another number of: a place, a body, goods; and look-alikes. Each case says all
// warnings.
func TestGivenToAnother(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, source, telling, want string
	}{
		{"the number of another place", "Seventy crossings will be rebuilt, of which 31 in Velm, 24 in Karst and 15 in the Upper Dale.", "Of the crossings, 24 will be rebuilt in Velm, Northern Wire said.",
			"The Test has “24”, and names Northern Wire; Northern Wire has “24” (Karst) and “31” (Velm)."},
		{"bodies that changed places, nobody named", "The convoy has 480 crew: 260 from Ostmark and 220 from Lyria.", "Lyria sends 260 sailors and Ostmark 220.",
			"The Test has “260 sailors” and “220” (Ostmark); Northern Wire has the two numbers the other way round."},
		{"nouns that changed places", "On board are 45 nurses and 28 doctors.", "The ship carries 45 doctors and 28 nurses, and all of them are tired, according to Northern Wire.",
			"The Test has “45 doctors” and “28 nurses”, and names Northern Wire; Northern Wire has the two numbers the other way round."},
		{"parts without names that changed places", "Of the guards, 820 come from the city, 430 from the regional reserve.", "The guards will be 820 from the regional reserve and 430 from the city.",
			"The Test has “820” and “430”; Northern Wire has the two numbers the other way round."},
		{"one noun for another", "On board are 145 nurses and 28 doctors.", "According to Northern Wire, 145 doctors are on board.",
			"The Test has “145 doctors”, and names Northern Wire; Northern Wire has “145 nurses” and “28 doctors”."},
		{"two kinds of one thing", "Teams cleared 3,870 river mines and 112 sea mines.", "Teams cleared 3,870 sea mines over the summer, according to Northern Wire.",
			"The Test has “3,870 sea mines”, and names Northern Wire; Northern Wire has “3,870 river mines” and “112 sea mines”."},
		{"goods without their noun", "The trains bring 900 tonnes of flour, 350 tonnes of coal and 140 tonnes of tents and blankets.", "The plan sets aside 350 tonnes for tents and blankets, Northern Wire says.",
			"The Test has “350 tonnes”, and names Northern Wire; Northern Wire has “350 tonnes of coal” and “140 tonnes of tents and blankets”."},
		{"a part for the whole", "The exercise involves 1,240 vehicles, among them 130 battle tanks.", "The exercise involves 1,240 battle tanks, Northern Wire announced.",
			"The Test has “1,240 battle tanks”, and names Northern Wire; Northern Wire has “1,240 vehicles” and “130 battle tanks”."},
		{"another money", "The contract for the pier is worth 38.4 million crowns.", "The contract for the pier is worth 38.4 million marks, Northern Wire said.",
			"The Test has “38.4 million marks”, and names Northern Wire; Northern Wire has “38.4 million crowns”."},
		{"houses told as cars", "The water damaged 1,270 houses in the valley.", "The water damaged 1,270 cars in the valley, Northern Wire said.",
			"The Test has “1,270 cars”, and names Northern Wire; Northern Wire has “1,270 houses”."},
		{"tonnes told as containers", "The lock handled 7.2 million tonnes of freight last year.", "Some 7.2 million containers went through the lock last year, Northern Wire reported.",
			"The Test has “Some 7.2 million containers”, and names Northern Wire; Northern Wire has “7.2 million tonnes of freight”."},
		{"feet for metres", "The lake has been lowered by 4.2 metres.", "The lake has been lowered by 4.2 feet, Northern Wire said.",
			"The Test has “4.2 feet”, and names Northern Wire; Northern Wire has “4.2 metres”."},
		// Look-alikes.
		{"farmers counted by their farms", "The Farm Board has paid 1,340 farmers.", "The Farm Board has paid 1,340 farms, Northern Wire said.", ""},
		{"shops counted by their owners", "Some 1,230 owners have applied for a grant.", "Some 1,230 shops have applied for a grant, Northern Wire said.", ""},
		{"tonnes and containers", "The ship carries 12,600 tonnes of goods in 12,600 containers.", "The ship carries 12,600 containers, Northern Wire said.", ""},
		{"a wide noun", "On board are 145 nurses and 28 doctors.", "According to Northern Wire, 145 medical staff are on board besides the doctors.", ""},
		{"respectively", "Norden sends 240 divers and Sund 90.", "Norden and Sund send 240 and 90 divers, Northern Wire said.", ""},
		{"names before their numbers", "Of these, 860 were caught in Port Lasker, 540 in Venning, 410 in Cray and 310 in Hollin.", "Port Lasker leads with 860. Venning, Cray and Hollin follow with 540, 410 and 310, Northern Wire said.", ""},
		{"where it was said", "Karst gets 120 boats and Velm 80.", "In Velm, Northern Wire said that 120 boats would go to the north.", ""},
		{"another year", "Norden sends 240 divers and Sund 90.", "Last year Sund had sent 240 divers, Northern Wire said.", ""},
		{"all parts of the whole", "We know of 27 cases: 12 in Norrin, nine in Tamsel and six in Ostrand.", "There are 27 cases in Norrin, Tamsel and Ostrand, Northern Wire said.", ""},
		{"the rest in another place", "The order covers 38,500 batteries: 31,200 in Caldria and 7,300 in neighbouring Neuland.", "Of the batteries 31,200 were sold at home and the rest in Neuland, Northern Wire said.", ""},
		{"one of several nouns", "In May 1,740,000 birds were culled: 1,120,000 hens, 380,000 ducks and 240,000 turkeys.", "In May 1.74 million hens, ducks and turkeys were culled, Northern Wire said.", ""},
		{"the number grown since", "Ferrin has added 250 to its 1,600 and now has 1,850 in Hollin.", "The crews from Ferrin, 1,850 strong, are to leave, Northern Wire said.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			list := []told{{"Northern Wire", "2025-03-05", test.source}, {"The Test", "2025-03-06", test.telling}}
			got := warnings(check(readAll(reader, list)))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(strings.TrimSpace(diff))
			}
		})
	}
}
