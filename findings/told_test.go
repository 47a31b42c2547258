package findings_test

import (
	"testing"

	"muster/claims"
)

// TestToldAsWorkedOut checks what is said of shares, averages and multiples that a text tells as
// worked out of its own numbers; "" for nothing.
func TestToldAsWorkedOut(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"Of the 240 cells, 60 stand empty; a third of those in use hold two men.", ""},
		{"It inspected 900 of the 1,200 farms, which is three quarters; a third were fined.", ""},
		{"Some 300 of the 900 nurses came by bus, a third of the hospital's fleet.", ""},
		{"The office has 640 staff, 80 of them part-time, which is 20 per cent fewer than in 2024.", ""},
		{"It paid 36 million of the 48 million crowns, that is all but a quarter.", ""},
		{"They visited 40 of the 60 villages, or 80 per cent of the population.", ""},
		{"In May 300 of the 1,200 were late, or 25 per cent; in June it was 10 per cent.", ""},
		{"Of 900 people asked 300 said yes, or one in three; another 150, one in six, had no view.", ""},
		{"Of the parcels, 12,600 have been posted. Titles were issued for 1,920 parcels, which is 3 per cent of the planned number.", ""},
		{"Turnout was 62 per cent, that is 3.1 million of 5 million voters.", ""},
		{"120 of the 400 beds are free, which is 70 per cent occupancy.", ""},
		{"It has 1,000 beds, of which 600 are taken. That is 60 per cent, against 45 per cent a year ago.", ""},
		{"Of the 81 buses taken off the road, 27 had bad brakes, a third. That is 4 per cent of the 702 seen.", ""},
		{"Out of 12,000 letters 300 came back, or 2.5 per cent, a rate that is half that of 2024.", ""},
		{"Of the 2,000 tents asked for, 500 were granted, or a quarter; 250 of these, half, have come.", ""},
		{"Costs: 55 million of the 91 million go on staff, which is 60 per cent, and technology makes up 24 per cent of the total.", ""},
		{"With 702 of 1,240 buses seen, 57 per cent of the plan is done.", ""},
		{"The agency has 320 of its 450 agents in the city, or seven in ten, and 95 per cent of its cars.", ""},
		{"Of the 900 who applied, 450 were heard. That is half. Of those heard, 90, or one in five, were taken.", ""},
		{"The court heard 84 cases in May, 21 of them in private. That is a quarter, and twice the share of last year.", ""},
		{"The fund holds 80 million. By 30 September 60 million of it had been paid out, three quarters.", ""},
		{"The survey asked 1,200 households, 300 of them in the hills. A third had no water, or 400.", ""},
		{"Of the 22 districts 14 are covered, or 64 per cent; these hold 80 per cent of the people.", ""},
		{"The crews treated 63,000 hectares in April and 31,000 in May, two thirds of them from the air.", ""},
		{"In the north 240 of 300 wells work, or 80 per cent, and in the south 90 of 180, half.", ""},
		{"Seven of the ten helicopters fly, or 70 per cent. A fifth of the crews are on leave.", ""},
		{"It has spent 4.5 million of the 6 million crowns, that is 75 per cent, on 900 of the 1,500 houses.", ""},
		{"The union says 620 of 1,240 posts are vacant, half; by the ministry's count it is a third.", ""},
		{"Of the 520 rangers 39 fell ill, 7.5 per cent, and 13 of these, a third, were sent home.", ""},
		{"About 210,000 of the 350,000 hectares are dry, or three fifths of the valley.", ""},
		{"Some 1,300 of the 5,200 who live there have gone, one in four, among them 400 children, a third of all pupils.", ""},
		{"Of the 240 cells 60 are empty. That is one in three.", "In The Test, 60 of 240 cells are 25 per cent, not “one in three”."},
		{"The city has 1,240 school buses. The inspectors looked at 310 of these, or 35 per cent.", "In The Test, 310 of 1,240 school buses are 25 per cent, not “35 per cent”."},
		{"It pledged 2,000 tents and has sent 500 of them; this corresponds to 40 per cent.", "In The Test, 500 of 2,000 tents are 25 per cent, not “40 per cent”."},
		{"The fund holds 80 million crowns. By the end of September 60 million of the 80 million crowns had been paid, two thirds of the sum.", ""},
		{"The audit looked at 450 files; in 90 of these, a share of 30 per cent, a signature was missing.", "In The Test, 90 of 450 files are 20 per cent, not “30 per cent”."},
		{"Of the 702 buses checked so far, 81 were taken off the road (18 per cent).", "In The Test, 81 of 702 buses are 11.5 per cent, not “18 per cent”."},
		{"The crews have treated 63,000 of the 94,000 hectares, which amounts to three quarters of the target.", "In The Test, 63,000 of 94,000 hectares are 67 per cent, not “three quarters”."},
		{"There were 1,500 applications. Of these 600 were approved, which means 50 per cent.", "In The Test, 600 of 1,500 applications are 40 per cent, not “50 per cent”."},
		{"A total of 960 lorries crossed; 240 of those lorries, or roughly a third, carried food.", "In The Test, 240 of 960 lorries are 25 per cent, not “roughly a third”."},
		{"Of up to 300 beds, 210 have been set up, which is 60 per cent of the capacity.", "In The Test, 210 of up to 300 beds are 70 per cent, not “60 per cent”."},
		{"It answered 3,400 of 4,000 letters in time. This is 75 per cent.", "In The Test, 3,400 of 4,000 letters are 85 per cent, not “75 per cent”."},
		{"The brigade has lost 18 of its 90 vehicles – a third.", "In The Test, 18 of 90 vehicles are 20 per cent, not “a third”."},
		{"The school feeds 320 pupils; that makes up 60 per cent of the 400 enrolled.", "In The Test, 320 of 400 are 80 per cent, not “60 per cent”."},
		{"The grants came to 540 million florins for 120 houses, an average of 5.4 million per house.", "In The Test, 540 million florins over 120 houses are 4.5 million for each, not 5.4 million."},
		{"Its 12 crews filled 3,600 bags in five days. Each crew filled on average 400 bags.", "In The Test, 3,600 bags over 12 crews are 300 for each, not 400."},
		{"In 24 days the teams reached 312,000 children, or 18,000 a day on average.", "In The Test, 312,000 children in 24 days are 13,000 a day, not 18,000."},
		{"The fund paid 45 million marks to 9,000 households. On average a household received 8,000 marks.", "In The Test, 45 million marks over 9,000 households are 5,000 for each, not 8,000 marks."},
		{"The 36 buses carried 5,400 passengers on Monday, an average of 250 for each bus.", "In The Test, 5,400 passengers for 36 buses are 150 each, not 250."},
		{"The mission cost 18.2 million euros for 26 weeks; that is 900,000 euros a week.", "In The Test, 18.2 million euros over 26 weeks are 700,000 a week, not 900,000 euros."},
		{"Over 14 days 8,400 parcels were packed, which makes 500 parcels a day.", "In The Test, 8,400 parcels over 14 days are 600 a day, not 500."},
		{"The convoys brought 1,260 tonnes in three weeks. That works out at 90 tonnes a day.", "In The Test, 1,260 tonnes over three weeks are 60 a day, not 90."},
		{"The agency heard 1,440 cases in the six months to June, averaging 320 a month.", "In The Test, 1,440 cases over six months are 240 a month, not averaging 320."},
		{"In the 65 days since 6 May 21,840 batteries were handed in. Over the 65 days that is an average of 336 a day.", ""},
		{"Nine vessels had sailed by that date with 171,000 tonnes of grain. The average load of these nine ships was therefore 19,000 tonnes.", ""},
		{"They recorded 94 violations in March. Spread over the 31 days of the month, that comes to about three violations a day.", ""},
		{"4,400 devices were fitted in two months, 2,200 a month.", ""},
		{"Its 12 crews filled 3,600 bags in five days. Each crew filled on average 60 bags a day.", ""},
		{"In 24 days the teams reached 312,000 children, against 18,000 a day on average in the last campaign.", ""},
		{"In five days 31,600 visits were counted, with an average of 9,000 a day on the hottest two.", ""},
		{"The 36 buses carried 5,400 passengers on Monday, an average of 25 a trip.", ""},
		{"The mission cost 18.2 million euros for 26 weeks; its 350 soldiers get 900 euros a week.", ""},
		{"Over 14 days 8,400 parcels were packed, though on average 900 parcels a day had been planned.", ""},
		{"The laboratory carried out 39,600 tests at a cost of 1.98 million marks; each test kit costs 12 marks.", ""},
		{"It found 420 wells in 70 villages, an average of six per village, and tested two samples from each well.", ""},
		{"Some 900 volunteers gave 27,000 hours over 12 weeks, an average of 30 hours each.", ""},
		{"The camp holds 1,800 people in 300 tents, six per tent; a family has 5.2 members on average.", ""},
		{"In April 6,000 people arrived and in May 9,300, an average of 250 a day over the 61 days.", ""},
		{"The patrols covered 4,900 kilometres in seven days, 100 kilometres a day for each of the seven cars.", ""},
		{"The 48 teachers have 1,200 pupils, or 25 pupils per teacher, and 40 classrooms.", ""},
		{"The ministry pays 12 million crowns for 90 days, an average of 133,000 crowns a day.", ""},
		{"In its first week it served 21,000 meals; since then it has been 4,500 meals a day on average.", ""},
		{"In 30 days the ships boarded 248 vessels, eight a day, and detained 14.", ""},
		{"Of 960 calls, 240 came at night. Over 30 days that is eight a night.", ""},
		{"It handled 1,500 cases in 2024 and 1,800 in 2025, or 150 a month in the second year.", ""},
		{"The drive took 62 days and cost 3.1 million; that makes 50,000 a day.", ""},
		{"By Friday 4,550 people had been flown out on 26 flights, an average of 175 aboard each. The next 12 flights carry 200 each.", ""},
		{"Twelve crews of six work in two shifts, an average of 36 people a shift.", ""},
		{"They treated 5,460 patients in six weeks. That is 130 a day.", ""},
		{"They treated 5,400 patients in 45 working days, which makes 120 a day.", ""},
		{"In May 450 trains were late, compared with 300 in April. In other words, delays more than doubled.", "In The Test, 450 trains against 300 is 1.5 times as many, not “more than doubled”."},
		{"The number of illegal fellings rose from 420 in 2024 to 840 in 2025. That is to say, it doubled within a year.", ""},
		{"The Office received 287 people on the flight of 3 March, against 96 in the whole of 2025. A single day thus brought about three times the intake of the previous year.", ""},
		{"In May 450 trains were late, compared with 300 in April. So the ministry doubled the fines.", ""},
		{"It rose from 560 to 840. In the north the number therefore more than tripled, while in the south it fell.", ""},
		{"In the 50 days since 1 June the pool sold 18,250 tickets. Over the 50 days that is an average of 265 a day.", "In The Test, 18,250 tickets over 50 days are 365 a day, not 265."},
		{"Six lorries had left by then with 84 tonnes of flour. The average load of the six lorries was therefore 12 tonnes.", "In The Test, 84 tonnes of flour over six lorries are 14 for each, not 12."},
		{"Police counted 62 thefts in May. Spread over the 31 days of the month, that comes to more than four thefts a day.", "In The Test, 62 thefts over 31 days of the month are 2 a day, not more than four."},
		{"It fitted 1,800 alarms in three months, 750 a month.", "In The Test, 1,800 alarms over three months are 600 a month, not 750."},
		{"Grants have been paid in 1,500 of the approved cases, to a total of 9.3 million marks. That is 7,200 marks per paid case on average.", "In The Test, 9.3 million marks over 1,500 of the approved cases are 6,200 for each, not 7,200 marks."},
		{"There are 3,600 applications for 450 flats. That makes six applications for every flat.", "In The Test, 3,600 applications over 450 flats are 8 for each, not six."},
		{"The clinic gave 12,400 jabs at a cost of 1.24 million marks, so that each jab cost about 130 marks.", "In The Test, 1.24 million marks over 12,400 jabs are 100 for each, not about 130 marks."},
		{"The town took in 310 people on 2 May, against 104 in all of last year. One day thus brought more than four times the number.", "In The Test, 310 people against 104 is 2.98 times as many, not “more than four times”."},
		{"The force found 330 shells in the bay. Of these, 270 were blown up on the spot. The other 60, or about 28 per cent of the total, were towed away.", "In The Test, 60 of 330 shells are 18.2 per cent, not “about 28 per cent”."},
	} {
		t.Run(test.text[:min(len(test.text), 60)], func(t *testing.T) {
			got := warnings(check(readAll(reader, []told{{"The Test", "2026-01-14", test.text}})))
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
