package claims

import (
	"testing"

	"muster/documents"
)

// partsOf maps each figure's number to the number of its total.
func partsOf(figures []Figure) map[string]string {
	numbers, parts := map[string]string{}, map[string]string{}
	for _, f := range figures {
		numbers[f.ID] = f.Number.Exact
	}
	for _, f := range figures {
		if f.PartOf != nil {
			parts[f.Number.Exact] = numbers[*f.PartOf]
		}
	}
	return parts
}

func TestParts(t *testing.T) {
	reader := newTestReader(t)
	for _, test := range []struct {
		name, text string
		want       map[string]string
		total, how string
	}{
		{"list after a colon", "The state sent 900 firefighters: 500 firefighters from Oregon and 400 from Nevada.",
			map[string]string{"500": "900", "400": "900"}, "900", "closed"},
		{"list after a part of a whole", "By March 500 of the planned 900 visits had been made: 280 in schools, 140 in prisons and 80 in clinics.",
			map[string]string{"280": "500", "140": "500", "80": "500"}, "500", "closed"},
		{"list after a part, of the whole", "By March 500 of the planned 900 visits had been made: 480 in schools, 240 in prisons and 180 in clinics were planned.",
			map[string]string{"480": "900", "240": "900", "180": "900"}, "900", "closed"},
		{"of these without a comma", "Ports at work.\nSome 720 pigs were sold. Of these 410 went to Dorr, 190 to Ostwick and 120 to Lenn.",
			map[string]string{"410": "Some 720", "190": "Some 720", "120": "Some 720"}, "Some 720", "closed"},
		{"where each of a whole was", "Ports at work.\nOf the 96 crates, 42 lay in the harbour, 31 came from the cape and 23 were taken at sea.",
			map[string]string{"42": "96", "31": "96", "23": "96"}, "96", "closed"},
		{"from where and in what state", "Ports at work.\nOf the 960 clerks, 520 are from Dorr, 310 are in hospital and 290 are on leave.",
			map[string]string{}, "", ""},
		{"with what says more of a member", "Of late 1,746 have come home: 430, 375 and 360 with the first three flights, 331 with the fourth and 250 with the fifth.",
			map[string]string{"430": "1,746", "375": "1,746", "360": "1,746", "331": "1,746", "250": "1,746"}, "1,746", "closed"},
		{"each to so many places", "The 1,190 soldiers were sent: 420 to 12 camps, 390 to eight camps and 380 to the five depots.",
			map[string]string{"420": "1,190", "390": "1,190", "380": "1,190"}, "1,190", "closed"},
		{"the remaining, with reasons", "Another 1,900 doses were written off: 1,150 after fridges failed, 520 because vials were opened too early, and the remaining 230 owing to breakage.",
			map[string]string{"1,150": "1,900", "520": "1,900", "230": "1,900"}, "1,900", "closed"},
		{"including", "The base holds 900 soldiers, including 120 from Spain.",
			map[string]string{"120": "900"}, "900", "open"},
		{"including a list", "The base holds 900 soldiers from six states, including 120 from Texas, 110 from Ohio and 90 from Utah.",
			map[string]string{"120": "900", "110": "900", "90": "900"}, "900", "open"},
		{"including without a number", "The base holds 900 soldiers, including some from Spain, and 300 officers.",
			map[string]string{}, "900", "open"},
		{"list in the next sentence", "Floods hit.\nThe ministry wants more than 4,000 soldiers on the coast. The order takes 2,500 soldiers from Norway, 1,200 from Spain and 500 from Chile.",
			map[string]string{"2,500": "more than 4,000", "1,200": "more than 4,000", "500": "more than 4,000"}, "more than 4,000", "closed"},
		{"does not add up well enough", "Floods hit.\nThe ministry wants 4,000 soldiers on the coast. The order takes 2,500 soldiers from Norway and 1,200 from Spain.",
			map[string]string{}, "", ""},
		{"groups beside people", "Floods hit.\nAbout 900 people live there. Four teams came, and 890 people left.",
			map[string]string{}, "", ""},
		{"does not add up", "Floods hit.\nThe ministry wants 9,000 soldiers on the coast. The order takes 2,500 soldiers from Norway and 1,200 from Spain.",
			map[string]string{}, "", ""},
		{"a colon, though it does not add up", "The navy sent 1,900 sailors to the delta: 1,400 divers, 300 cooks and 100 medics.",
			map[string]string{"1,400": "1,900", "300": "1,900", "100": "1,900"}, "1,900", "closed"},
		{"made up of", "The bank lends $60 million, made up of $40 million for dams and $30 million for wells.",
			map[string]string{"$40 million": "$60 million", "$30 million": "$60 million"}, "$60 million", "closed"},
		{"a list after a count of places", "The office's up to 4,000 helpers are divided among three provinces, with 2,500 in Velde, 800 in Marn and 500 in Ossa.",
			map[string]string{"2,500": "up to 4,000", "800": "up to 4,000", "500": "up to 4,000"}, "up to 4,000", "closed"},
		{"a list split into things", "The 2 million doses are split into 1.1 million doses for the coast, 600,000 for the hills and 300,000 for the islands.",
			map[string]string{"1.1 million": "2 million", "600,000": "2 million", "300,000": "2 million"}, "2 million", "closed"},
		{"a list of one thing in the next sentence", "Floods hit.\nThe office bought 900 blankets. Then 500 blankets went to Velde, 300 to Marn and 100 to Ossa.",
			map[string]string{"500": "900", "300": "900", "100": "900"}, "900", "closed"},
		{"a list of one thing that makes another number", "Floods hit.\nThe office bought 950 blankets. Then 500 blankets went to Velde, 300 to Marn and 100 to Ossa.",
			map[string]string{}, "", ""},
		{"behind a comma, by one pattern", "The office sent 760 boats, 420 from the north, 200 from the south and 180 from the islands.",
			map[string]string{"420": "760", "200": "760", "180": "760"}, "760", "closed"},
		{"behind a comma, of those who may be both", "The army has 400 soldiers there, 300 on the coast and 200 on foot.",
			map[string]string{}, "", ""},
		{"behind a comma, some of them", "The army has 4,000 soldiers abroad, 300 in Velde, 200 in Marn and 100 in Ossa.",
			map[string]string{"300": "4,000", "200": "4,000", "100": "4,000"}, "4,000", "open"},
		{"behind a comma, with nouns of their own", "The army has 400 soldiers there, 300 trucks in Velde and 200 tents in Ossa.",
			map[string]string{}, "", ""},
		{"over several sentences, with another", "Floods hit.\nThe office asked for 9,000 helpers on Friday. The letter says that up to 1,500 helpers will fill bags. Another 2,000 helpers would cook. It says that up to 3,000 helpers will drive. And another 500 helpers would write lists.",
			map[string]string{"up to 1,500": "9,000", "2,000": "9,000", "up to 3,000": "9,000", "500": "9,000"}, "9,000", "open"},
		{"another, of something else", "Floods hit.\nThe office asked for 9,000 helpers on Friday. The letter says that up to 1,500 boats are needed. Another 2,000 helpers would cook.",
			map[string]string{}, "", ""},
		{"brackets", "The city hired 75 guards (40 for trains, 25 for trams and 20 for buses).",
			map[string]string{"40": "75", "25": "75", "20": "75"}, "75", "closed"},
		{"consisting of, in the next sentence", "Peru promised 85 rescuers.\nIt offered 90 rescuers on Friday. The team consists of 50 divers, 20 doctors and 15 drivers.",
			map[string]string{"50": "90", "20": "90", "15": "90"}, "90", "closed"},
		{"of the whole, by one pattern", "Of the 640 ferries, 400 came from the north, 150 from the south and 120 from the islands.",
			map[string]string{"400": "640", "150": "640", "120": "640"}, "640", "closed"},
		{"of the whole, by two patterns", "Of the 640 sailors, 400 are from the north and 300 are women.",
			map[string]string{}, "", ""},
		{"of the whole, far from it", "Of the 640 sailors, 40 came from Malta and 30 from Crete.",
			map[string]string{"40": "640", "30": "640"}, "640", "open"},
		{"of these", "Floods hit.\nThe camp feeds 640 people. Of these, 310 came from the hills, 240 from the plain and 120 from the coast.",
			map[string]string{"310": "640", "240": "640", "120": "640"}, "640", "closed"},
		{"the others", "Floods hit.\nChad has sent 300 of the 900 soldiers it offered. The other 500 follow in May.",
			map[string]string{"300": "900", "500": "900"}, "900", "closed"},
		{"the remaining of a whole that is not told", "Floods hit.\nThe survey counts 20 dry valleys, compared with 14 wet valleys. The remaining 16 valleys are frozen.",
			map[string]string{}, "", ""},
		{"the remaining, after of which", "Floods hit.\nThe army flew in 420 tents, of which 300 are up. The remaining 100 follow on Friday.",
			map[string]string{"300": "420", "100": "420"}, "420", "closed"},
		{"the remaining beside another part", "Floods hit.\nThere are 450 engineers in the valley. At least 700 will be at work by Friday and the remaining 300 on standby.",
			map[string]string{}, "", ""},
		{"including two", "Chad offers 800 soldiers, including 200 engineers and 150 medics.",
			map[string]string{"200": "800", "150": "800"}, "800", "open"},
		{"includes more than there are", "The contingent of 800 soldiers includes 500 infantry, 300 engineers and 150 medics.",
			map[string]string{"500": "800", "300": "800", "150": "800"}, "800", "open"},
		{"among them more than there are", "The town has 4,600 rescuers, among them 2,800 soldiers, 1,100 firefighters and 900 volunteers.",
			map[string]string{"2,800": "4,600", "1,100": "4,600", "900": "4,600"}, "4,600", "open"},
		{"the total after its list", "The fleet flies 30 helicopters, 12 planes and eight balloons, 55 aircraft in all.",
			map[string]string{"30": "55", "12": "55", "eight": "55"}, "55", "closed"},
		{"another noun in the next sentence", "Ships wait.\nThe allies send 24 warships. The force will be made up of ten frigates, eight corvettes and five tankers.",
			map[string]string{"ten": "24", "eight": "24", "five": "24"}, "24", "closed"},
		{"the remaining after several", "Donors met.\nThey pledged $200 million. Of it $100 million is for roads, $60 million is for schools and the remaining $50 million is for ports.",
			map[string]string{"$100 million": "$200 million", "$60 million": "$200 million", "$50 million": "$200 million"}, "$200 million", "closed"},
		{"parts of another country", "Floods hit.\nChad promised 350 soldiers. Mali offered 200 officers and 150 soldiers.",
			map[string]string{}, "", ""},
		{"another word for the same", "Floods hit.\nThe ministry wants 1,200 soldiers. Half of the 800 soldiers, or 400 troops, are here.",
			map[string]string{}, "", ""},
		{"things after a colon", "The chief of the 640 rangers was blunt: 12 boats and nine trucks are broken.",
			map[string]string{}, "", ""},
		{"a headline is no total", "Ministry sends 3,700 soldiers\nThe order takes 2,500 soldiers from Norway and 1,200 from Spain.",
			map[string]string{}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			figures := reader.Find(documents.Document{ID: "test", Text: test.text}).Figures
			got := partsOf(figures)
			if len(got) != len(test.want) {
				t.Errorf("found the parts %v, expected %v", got, test.want)
			}
			for part, total := range test.want {
				if got[part] != total {
					t.Errorf("%s is part of %q, expected %q", part, got[part], total)
				}
			}
			for _, f := range figures {
				if f.Number.Exact == test.total && (f.Parts == nil || *f.Parts != test.how) {
					t.Errorf("parts of %s: expected %q", f.Number.Exact, test.how)
				}
			}
		})
	}
}
