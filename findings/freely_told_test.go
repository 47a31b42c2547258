package findings_test

import (
	"testing"

	"muster/claims"
	"muster/findings"
)

// TestFreelyTold checks numbers that are told as made of others in free words: what is left, has
// changed, comes to each, is a share, or is the whole of a list; "" for nothing.
func TestFreelyTold(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"The depot lent 96 tents. That is 40 tents more than the 62 tents it had lent in May, and nearly all it has.", "In The Test, 96 tents are 34 more than 62 tents, not 40."},
		{"In all three valleys together, 212 barns burned. That is 69 more than the 153 counted in June.", "In The Test, 212 barns are 59 more than 153, not 69."},
		{"In both towns 130 people fell ill and 42 died. That is 60 more than the 82 reported in May.", ""},
		{"The team has three vans and 14 bicycles. That is five more than the 12 bicycles of last year.", ""},
		{"Of 640 roofs that leak, 410 are mended. Since Easter, when it stood at 250, the number has thus risen by 190.", "In The Test, going from 250 to 410 is a rise of 160, not 190."},
		{"Of 640 roofs that leak, 410 are mended. Since Easter, when it stood at 250, the number has thus risen by 160.", ""},
		{"Of 640 roofs that leak, 410 are mended. The price, which stood at 250 marks, has thus risen by 90 marks.", ""},
		{"Of 640 roofs that leak, 410 are mended. Since Easter, when it stood at 530, the number of leaks has thus fallen by 90.", "In The Test, going from 530 to 410 is a fall of 120, not 90."},
		{"The 640 roofs leak. There were 250 complaints at Easter, and they have since risen by 300.", ""},
		{"The hospital treated 340 burns from May to July 2024 and 290 in the same months of this year, a decrease of 90.", "In The Test, going from 340 to 290 is a fall of 50, not 90."},
		{"The hospital treated 340 burns from May to July 2024 and 290 in the same months of this year, a decrease of 50.", ""},
		{"The hospital treated 340 burns in the north and 290 in the south, a decrease of 90.", ""},
		{"The hospital treated 340 burns in May and 290 fractures in June, a decrease of 90 in all.", ""},
		{"The hospital treated 340 burns in May and 390 in June, a decrease of 90 from the year before.", ""},
		{"The vets saw 41,000 cattle, or 61 per cent of the estimated herd of 54,000.", "In The Test, 41,000 of 54,000 are 75.9 per cent, not “61 per cent”."},
		{"The vets saw 41,000 cattle, or 76 per cent of the estimated herd of 54,000.", ""},
		{"The vets saw 41,000 cattle, or 61 per cent of the province's herd, in 54,000 visits.", ""},
		{"The vets saw 41,000 cattle, or 61 per cent of a herd that had 54,000 head in 2019 and now has more.", ""},
		{"The guards saw 84 boats in the bay and stopped 12, roughly one in three.", "In The Test, 12 of 84 boats are 14.3 per cent, not “roughly one in three”."},
		{"The guards saw 84 boats in the bay and stopped 12, roughly one in seven.", ""},
		{"The guards saw 84 boats in the bay and stopped 12 lorries, roughly one in three of those on the road.", ""},
		{"The guards saw 84 boats in the bay and fined 12, a third more than in May.", ""},
		{"The guards counted 84 boats and found 12 men, one in three.", ""},
		{"With 360 nurses in 45 clinics, an average of five stand behind every counter.", "In The Test, 360 nurses over 45 clinics are 8 for each, not five."},
		{"With 360 nurses in 45 clinics, an average of eight stand behind every counter.", ""},
		{"With 360 nurses in 45 clinics, an average of 90 patients wait at every counter.", ""},
		{"With 360 nurses in 45 clinics, it takes in an average of 20 patients in every ward.", ""},
		{"By June 9,600 cards had been fetched, so each of the 40 offices has handed out about 340 on average.", "In The Test, 9,600 cards over 40 offices are 240 for each, not about 340."},
		{"By June 9,600 cards had been fetched, so each of the 40 offices has handed out about 240 on average.", ""},
		{"By June 9,600 cards had been fetched, and each of the 40 offices has had 340 visitors on average.", ""},
		{"By June 9,600 cards had been fetched, and each of the 40 offices has written 340 letters on average.", ""},
		{"The 70 tanks that passed would, at the 200 users allowed for each, serve some 21,000 people.", "In The Test, 70 times 200 make 14,000, not some 21,000."},
		{"The 70 tanks that passed would, at the 200 users allowed for each, serve some 14,000 people.", ""},
		{"The 70 tanks that passed would, at the 200 marks paid for each, cost some 21,000 people their savings.", ""},
		{"The 70 tanks, at the 200 litres allowed for each, serve some 21,000 people.", ""},
		{"By 3 May, 1.2 million tonnes had been moved. Measured against the 1.9 million tonnes of the plan, 900,000 were thus still to be moved.", "In The Test, 1.2 million of 1.9 million tonnes of the plan leave 700,000, not 900,000."},
		{"By 3 May, 1.2 million tonnes had been moved. Measured against the 1.9 million tonnes of the plan, 700,000 were thus still to be moved.", ""},
		{"By 3 May, 1.2 million tonnes had been moved. Of the 1.9 million marks set aside, 900,000 were thus still to be paid.", ""},
		{"By 3 May, 240 houses had been built. Of the 600 families, 410 were thus still to be housed.", ""},
		{"The crews shot 8,700 foxes. The four valleys contributed as follows: Orm 3,100, Sollen 2,600, Tarn 1,900 and Lake Vey 900.", ""},
		{"The crews shot 8,700 foxes. The four valleys contributed as follows: Orm 3,100, Sollen 2,600, Tarn 1,900 and Lake Vey 1,100.", ""},
		{"The crews shot 8,700 foxes. The premiums were as follows: Orm 3,100, Sollen 2,600, Tarn 1,900 and Lake Vey 900.", ""},
		{"The crews shot 8,700 foxes. The five valleys contributed as follows: Orm 3,100, Sollen 2,600, Tarn 1,900 and Lake Vey 900.", ""},
		{"The crews shot 8,700 foxes. The largest numbers of foxes were as follows: Orm 3,100, Sollen 2,600 and Tarn 1,900.", ""},
		{"The bill came to 14.2 million crowns and stayed below the limit of 16 million. It is made up of three items: 7.1 million for fuel, 3.9 million for food and 2.4 million for tents.", "In The Test, 7.1 million + 3.9 million + 2.4 million make 13.4 million crowns, not 14.2 million crowns."},
		{"The bill came to 14.2 million crowns and stayed below the limit of 16 million. It is made up of three items: 7.1 million for fuel, 4.7 million for food and 2.4 million for tents.", ""},
		{"The bill came to 14.2 million crowns and stayed below the limit of 16 million. It is made up of many items, among them 7.1 million for fuel, 3.9 million for food and 2.4 million for tents.", ""},
		{"The army cleared 88 public squares, namely 41 markets, 22 schoolyards, 14 car parks and seven others.", "In The Test, 41 + 22 + 14 + 7 make 84, not 88."},
		{"The army cleared 88 public squares, namely 41 markets, 22 schoolyards, 14 car parks and 11 others.", ""},
		{"The army cleared 88 public squares, namely 41 markets, 22 schoolyards and the rest.", ""},
		{"The army cleared 88 public squares, namely 41 markets and 22 schoolyards in the capital, 14 of them at night.", ""},
		{"Repairs came to 8.4 million florins in all. Of this, 4.6 million went on roofs, 2.1 million on pipes and 0.9 million on paint; there were no other costs.", "In The Test, 4.6 million + 2.1 million + 0.9 million make 7.6 million florins, not 8.4 million florins."},
		{"Repairs came to 8.4 million florins in all. Of this, 4.6 million went on roofs, 2.1 million on pipes and 0.9 million on paint.", ""},
		{"The relief train carried 310 tents. It is split as follows: 120 for Orm, 90 for Sollen and 70 for Tarn.", "In The Test, 120 + 90 + 70 make 280, not 310."},
	} {
		got := ""
		for _, f := range check(readAll(reader, []told{{"The Test", "2025-07-30", test.text}})) {
			if f.Severity != findings.Info {
				got += f.Sentence
			}
		}
		if got != test.want {
			t.Errorf("%s\n\tfound %q, expected %q", test.text, got, test.want)
		}
	}
}
