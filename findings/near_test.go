package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
	"muster/findings"
)

// TestNearNumbers checks sums, shares and averages told in words of all sorts near the
// numbers that they are of, with look-alikes that are right, or of other numbers.
func TestNearNumbers(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, body, want string }{
		{"a share of which", "The bridge costs 60 million euros, of which 45 million, or two thirds, comes from the union.", "45 million of 60 million euros are 75 per cent, not “two thirds”"},
		{"a share of which, right", "The bridge costs 60 million euros, of which 45 million, or three quarters, comes from the union.", ""},
		{"a share behind the verb", "So far 72,000 of 160,000 hectares have been ploughed, or 54 percent.", "72,000 of 160,000 hectares are 45 per cent, not “54 percent”"},
		{"a share behind the verb, right", "So far 72,000 of 160,000 hectares have been ploughed, or 45 percent.", ""},
		{"a share of those named before", "By Sunday the ships had taken 1,600 people on board.\nWomen accounted for 1,200 of the passengers, or 55 percent.", "1,200 of 1,600 people are 75 per cent"},
		{"a share in the sentence before its numbers", "Nurses took a third of all calls on Monday. Of 2,400 calls in the region, 600 went to nurses.", "600 of 2,400 calls are 25 per cent, not “a third”"},
		{"a share of another thing", "Nurses took a third of all shifts on Monday. Of 2,400 calls in the region, 600 went to nurses.", ""},
		{"an average of the first days", "In its first seven days it delivered 560 tonnes, or about 120 tonnes a day.", "560 tonnes in 7 days are 80 a day, not about 120"},
		{"an average, right", "In its first seven days it delivered 560 tonnes, or about 80 tonnes a day.", ""},
		{"an average of the sentence before", "The seven planes made 336 flights. That comes to 24 flights a day over the eight days.", "336 flights in 8 days are 42 a day, not 24"},
		{"an average of the sentence before, with its length", "In nine days the clinics saw 2,700 patients. This works out at about 400 patients a day.", "2,700 patients in 9 days are 300 a day, not about 400"},
		{"an average of the sentence before, right", "The seven planes made 336 flights. That comes to 42 flights a day over the eight days.", ""},
		{"an average of the sentence before, of a week in which it will be more", "In eight days the planes made 336 flights. That is 60 flights a day from Monday, the ministry hopes.", ""},
		{"a share of these", "By Sunday 231,400 children had been vaccinated. Of these, 92,560, or 25 per cent, live in the capital.", "92,560 of 231,400 children are 40 per cent, not “25 per cent”"},
		{"a share of these, right", "By Sunday 231,400 children had been vaccinated. Of these, 92,560, or 40 per cent, live in the capital.", ""},
		{"a share of them", "There are 2,400 schools in the country. The storm has closed 310 of them, almost one in five.", "310 of 2,400 schools are 12.9 per cent, not “almost one in five”"},
		{"a share of them, right", "There are 2,400 schools in the country. The storm has closed 310 of them, about one in eight.", ""},
		{"a share of others than them", "The teams went to 90 depots. In 33 of them, 12 per cent of the staff had no contract.", ""},
		{"a share of one of two things", "The teams went to 90 depots and 40 shops. In 33 of them, or a quarter, there was no licence.", ""},
		{"a share in apposition", "Of 90 depots searched, 33, or 47 per cent, had no licence.", "33 of 90 depots are 36.7 per cent, not “47 per cent”"},
		{"a share that a number is", "The 3,310 soldiers on the ground are 62 per cent of the 7,490 pledged.", "3,310 of 7,490 are 44.2 per cent, not “62 per cent”"},
		{"a share that a number is, right", "The 3,310 soldiers on the ground are 44 per cent of the 7,490 pledged.", ""},
		{"a share that something of a number is", "Meals for the 3,310 soldiers are 62 per cent of the 7,490 served.", ""},
		{"a share of the approved sum", "The cabinet approved 160 million florins. So far 72 million florins have been paid, that is 54 per cent of the approved sum.", "72 million florins of 160 million florins are 45 per cent, not “54 per cent”"},
		{"a multiple in the next sentence", "The number of late trains rose from 150 in May to 360 in June. It has thus more than tripled.", "going from 150 to 360 is 2.4 times, not “more than tripled”"},
		{"a multiple in the next sentence, right", "The number of late trains rose from 150 in May to 460 in June. It has thus more than tripled.", ""},
		{"a multiple of something else in the next sentence", "The number of late trains rose from 150 in May to 360 in June. The number of complaints has more than tripled.", ""},
		{"a multiple with a word of wonder", "The office seized 48 million cigarettes, a whopping four times the 16 million seized in 2024.", "48 million cigarettes against 16 million"},
		{"so many for every one", "There will be 2,400 officers on duty, or about two for every one of the 2,000 polling places.", "2,400 officers for 2,000 polling places are 1.2 for every one, not about two"},
		{"so many for every one, right", "There will be 4,100 officers on duty, or about two for every one of the 2,000 polling places.", ""},
		{"an amount for each dollar", "It had 4.9 million users, and for $10,000 they gave $2.90 for every one of the 2,000 lessons.", ""},
		{"a change over years", "Cases have almost tripled in two years, from 3,000 in 2023 to 5,100 in 2025.", "going from 3,000 to 5,100 is 1.7 times, not “almost tripled”"},
		{"a pace behind it", "The service now makes 220 arrests a day. That is almost three times the pace of last year, when there were 110 arrests a day.", "220 arrests a day against 110 arrests a day is 2 times as many"},
		{"a sum of the sentence before", "Oldham lost 34 houses and Upper Kell 27. That makes 71 houses to be built.", "34 + 27 make 61, not 71"},
		{"a sum, right", "Oldham lost 34 houses and Upper Kell 27. That makes 61 houses to be built.", ""},
		{"a sum of other things", "Oldham lost 34 houses and Upper Kell 27. That makes 140 people without a home.", ""},
		{"an amount a head", "The operation cost 21 million euros. Spread over the 30,000 residents, that is about 900 euros a head.", "21 million euros for 30,000 residents are 700 each, not about 900 euros"},
		{"an amount a head, right", "The operation cost 21 million euros. Spread over the 30,000 residents, that is about 700 euros a head.", ""},
		{"a share of another year", "In 2023 half of the schools had no water. Of the 2,000 schools seen now, 500 had no water.", ""},
		{"a share that is wished for", "Of the 2,000 schools seen, 500 had no water. The ministry wants half of all schools to have water by June.", ""},
		{"a share of those of another day", "On Monday the ships took 1,600 people on board.\nWomen were 300 of the passengers on Tuesday, or 60 percent.", ""},
		{"a sum with what was before", "Oldham lost 34 barns and Upper Kell 27. That makes 85 barns lost since January.", ""},
		{"an amount for some", "The fund paid 21 million euros for 30,000 families. Those in need got 900 euros per family.", ""},
		{"a total behind its parts", "It has 5,200 officers, 2,900 guards and 250 drivers, a total of 8,950.", "make 8,350 (5,200 + 2,900 + 250), 600 less than the total"},
		{"a total behind its parts, right", "It has 5,200 officers, 2,900 guards and 250 drivers, a total of 8,350.", ""},
		{"the rest", "Passengers sent in 1,300 complaints. Of these, 600 concerned trains, 400 delays and 200 dirt, while the remaining 150 dealt with food.", "of 1,300 complaints the parts before leave 100, not 150"},
		{"the rest, right", "Passengers sent in 1,300 complaints. Of these, 600 concerned trains, 400 delays and 200 dirt, while the remaining 100 dealt with food.", ""},
		{"a share of that number", "The teams were to reach 180,000 residents. They vaccinated 120,600 people, or 76 per cent of that number.", "120,600 of 180,000 residents are 67 per cent, not “76 per cent”"},
		{"a price for a time and a head", "The 60 contractors cost $1.98 million, or $1,000 per person and day.", ""},
		{"the rest of these", "The club asked 2,000 of its members. Of these 1,260 slowed down; 480 did not, and the remaining 260 did not answer.", ""},
		{"a total of another thing", "Of the 132 towns 87 applied, for a total of 14,200 flats.", ""},
		{"a multiple behind a share", "Some 1,190 were hired. That is 35 per cent of the 3,400 wanted, three and a half times as many as the 340 of May.", ""},
		{"an amount a head of those told without their noun", "Of 1,500 soldiers requested, 1,000 were approved and 860 deployed. Their cost, 4.3 million marks or 5,000 per soldier, is borne by the state.", ""},
		{"seats of buses", "The office has hired 40 buses with 50 seats each, so that 3,000 people can travel.", "40 times 50 make 2,000, not 3,000"},
		{"seats of buses, right", "The office has hired 40 buses with 50 seats each, so that 2,000 people can travel.", ""},
	} {
		got := ""
		for _, f := range check(readAll(reader, []told{{"The Test", "2025-03-05", test.body}})) {
			if f.Severity != findings.Info {
				got += f.Sentence
			}
		}
		if test.want == "" && got != "" || test.want != "" && !strings.Contains(got, test.want) {
			t.Errorf("%s: found %q, expected %q", test.name, got, test.want)
		}
	}
}
