package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestWorkedOut checks shares, averages, sums and what is left that a text works out of numbers
// beside them, and look-alikes, of which nothing but notes may be said.
func TestWorkedOut(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"By noon 610 of the 800 seats had been filled, an attendance of 64 per cent.", "610 of 800 seats are 76.3 per cent, not “64 per cent”."},
		{"Of the 1,200 letters sent out 480 came back, a response of 60 per cent.", "480 of 1,200 letters are 40 per cent, not “60 per cent”."},
		{"Teams vaccinated 31,000 of the 62,000 goats, giving a coverage of 65 per cent.", "31,000 of 62,000 goats are 50 per cent, not “65 per cent”."},
		{"Teams vaccinated 31,000 of the 62,000 goats, which gives a coverage of 65 per cent.", "31,000 of 62,000 goats are 50 per cent, not “65 per cent”."},
		{"Of 640 ballots, 480 were valid, for a validity rate of 85 per cent.", "480 of 640 ballots are 75 per cent, not “85 per cent”."},
		{"Of the 250 tests 30 were positive; the positive rate was therefore 20 per cent.", "30 of 250 tests are 12 per cent, not “20 per cent”."},
		{"The hospital has 240 beds. On Friday 180 of them were occupied. The occupancy rate was thus 85 per cent.", "180 of 240 beds are 75 per cent, not “85 per cent”."},
		{"The firm has laid 44 kilometres of cable, which is two thirds of the new goal of 90 kilometres.", "44 of 90 kilometres are 48.9 per cent, not “two thirds”."},
		{"It has so far paid out 3.1 million marks, half of the raised ceiling of 8.2 million.", "3.1 million marks of 8.2 million are 37.8 per cent, not “half”."},
		{"The teams have reached 12,400 homes, or 80 per cent of the revised target of 20,000.", "12,400 of 20,000 are 62 per cent, not “80 per cent”."},
		{"They pulled 310 mines from the field, almost all of them by hand. That is three quarters of the planned total of 620.", "310 of 620 are 50 per cent, not “three quarters”."},
		{"The office invited 1,200 farmers. On Tuesday 840 came, half of those invited.", "840 of 1,200 farmers are 70 per cent, not “half”."},
		{"The clinic examined 400 miners. Ninety had to stay at home, one in three of those examined.", "ninety of 400 miners are 22.5 per cent, not “one in three”."},
		{"The registry lists 3,600 boats. Only 900 have a beacon, a third of all those listed.", "900 of 3,600 boats are 25 per cent, not “a third”."},
		{"In May 260 guards were hired. Sixty-five have since left, half of the guards hired.", "sixty-five of 260 guards are 25 per cent, not “half”."},
		{"All 720 boats were placed in one of three classes. In 310 of the 720 nothing was wrong, 220 had to be repaired and 140 were broken up.", "310 + 220 + 140 make 670, not 720."},
		{"Each file ends in one of two ways. Of the 940 files 510 led to a fine and 380 were dropped.", "510 + 380 make 890, not 940."},
		{"In the season the crews restored 84 kilometres of dyke.\nThe bill came to 6.3 million crowns. That amounts to 95,000 crowns per kilometre restored.", "6.3 million crowns over 84 kilometres of dyke are 75,000 for each, not 95,000 crowns."},
		{"They gave out 4,200 blankets. The cost was 63,000 marks, which works out at 22 marks for each blanket given out.", "63,000 marks for 4,200 blankets are 15 each, not 22 marks."},
		{"Some 1,500 mines were lifted. The fund spent 4.5 million francs, or 2,000 francs for every mine lifted.", "4.5 million francs for some 1,500 mines are 3,000 each, not 2,000 francs."},
		{"In May there were 96 cases, in June 210. That is more than three times as many.", "210 against 96 cases is 2.19 times as many, not “more than three times”."},
		{"There were 96 cases in May. In June there were 210. That is more than three times as many.", "210 against 96 cases is 2.19 times as many, not “more than three times”."},
		{"In June there were 210 cases, compared with 96 in May. That is more than three times the May figure.", "210 cases against 96 is 2.19 times as many, not “more than three times”."},
		{"Women are 1,150 of the total of 4,600, or 35 per cent.", "1,150 of 4,600 are 25 per cent, not “35 per cent”."},
		{"Of the 5,200 cots 3,840 were taken, 84 per cent of the total.", "3,840 of 5,200 cots are 73.8 per cent, not “84 per cent”."},
		{"The 450 drivers are 30 per cent of the total of 1,000.", "450 of 1,000 are 45 per cent, not “30 per cent”."},
		{"The force has 1,000 members. The 450 drivers make up 30 per cent of the total.", "450 of 1,000 members are 45 per cent, not “30 per cent”."},
		{"Of the 600 houses 480 have power, so that 140 are without it.", "480 of 600 houses leave 120, not 140."},
		{"The camp held 900 people. On Friday 350 were moved out, which left 450.", "350 of 900 people leave 550, not 450."},
		{"The camp held 900 people. On Friday 350 of them were moved out, which left 450 in the tents.", "350 of 900 people leave 550, not 450."},
		{"The camp held 900 people, of whom 350 were moved out on Friday, so that 450 remain.", "350 of 900 people leave 550, not 450."},
		{"There are 12 villages in the valley. Each received 40 tents, 520 in all.", "12 times 40 make 480, not 520."},
		{"Four lorries were sent. They carried 80 tonnes, 25 tonnes each.", "80 tonnes for four lorries are 20 each, not 25."},
		{"There were only three outcomes. Of the 1,512 houses checked, 903 were sound, 404 damaged and 151 lost.", "903 + 404 + 151 make 1,458, not 1,512."},
		{"There is no fourth possibility. Of the 1,512 houses checked, 903 were sound, 404 were damaged and 151 were lost.", "903 + 404 + 151 make 1,458, not 1,512."},
		{"All 728 patients fall into one of two groups. Of the 728 patients, 411 were sent home and 287 kept in.", "411 + 287 make 698, not 728."},
		{"The 25 schools received 405 computers, 22 each.", "405 computers for 25 schools are 16.2 each, not 22."},
		{"There are 12 villages in the valley. They received 540 tents, 36 each.", "540 tents for 12 villages are 45 each, not 36."},
		{"Each of the 12 villages received 44 tents, 506 in all.", "12 times 44 make 528, not 506."},
		{"The 12 villages each received 44 tents, 506 in all.", "12 times 44 make 528, not 506."},
		{"Twelve villages received 44 tents each, 506 in all.", "twelve times 44 make 528, not 506."},
		{"Altogether 180 households out of 240 answered, which puts the response rate at 60 per cent.", "180 of 240 are 75 per cent, not “60 per cent”."},
		{"Of the 640 residents 480 have gone. In other words, two thirds have left.", "480 of 640 residents are 75 per cent, not “two thirds”."},
		{"Of the 640 residents 480 have gone. In other words, two thirds of the residents have left.", "480 of 640 residents are 75 per cent, not “two thirds”."},
		{"On Monday 430 of the 520 berths were taken, an occupancy of 74 per cent.", "430 of 520 berths are 82.7 per cent, not “74 per cent”."},
		{"The lists held 6,400 voters. By noon 3,200 had come, two thirds of those on the list.", "3,200 of 6,400 voters are 50 per cent, not “two thirds”."},
		{"The Coast Guard stopped 1,890 ships in three weeks, and that is an average of 30 a day.", "1,890 ships over three weeks are 90 a day, not 30."},
		{"On Sunday 3,900 of the 5,200 cots were taken, an occupancy of 75 percent.", ""},
		{"Of the 1,200 letters sent out 480 came back, a response of 60 per cent of what had been hoped for.", ""},
		{"Teams vaccinated 31,000 of the 62,000 goats, short of the coverage of 65 per cent that is needed.", ""},
		{"Of the 250 tests 30 were positive; in the north the positive rate was therefore 20 per cent.", ""},
		{"Of the 250 tests 30 were positive, an error of 20 per cent being possible.", ""},
		{"The office invited 1,200 farmers. On Tuesday 840 came, half of those expected.", ""},
		{"The office invited 1,200 farmers. On Tuesday 840 came, half of those with children.", ""},
		{"The clinic examined 400 miners. Ninety had to stay at home, one in three of those examined in March.", ""},
		{"The clinic examined 400 miners. Ninety had to stay at home, one in three of those examined underground.", ""},
		{"In May 260 guards were hired. Sixty-five have since left, half of the guards of the port.", ""},
		{"The registry lists 3,600 boats. Only 900 have a beacon, a third of all those of more than ten metres.", ""},
		{"The office invited 1,200 farmers. On Tuesday 840 came, half of those invited for the day.", ""},
		{"The office invited 1,200 farmers. On Tuesday 840 came, two thirds of those invited, and 20 more.", ""},
		{"Every house falls under one of three headings. Of the 1,500 houses, 900 were sound so far, 400 damaged and 150 have still to be seen.", ""},
		{"In May there were 96 cases, in June 300. That is more than three times as many.", ""},
		{"In May there were 96 cases, in June 210. That is more than three times what the clinic can bear.", ""},
		{"In June there were 210 cases, compared with 96 in May. That is more than three times the figure of 2019.", ""},
		{"Of the 600 houses 480 have power, so that 140 families had to be moved.", ""},
		{"Of the 600 houses 480 have power, so that 120 are without it.", ""},
		{"The camp held 900 people. On Friday 350 were moved out, which left 450 beds free.", ""},
		{"The camp held 900 people. On Friday 350 were moved out and 100 died, which left 450.", ""},
		{"The camp held 900 people. On Friday 350 came, which left 450 without a bed.", ""},
		{"There are 12 villages in the valley. Each received 40 tents, 520 in all with those for the clinics.", ""},
		{"There are 12 villages in the valley. They received 540 tents, 40 each for the large ones.", ""},
		{"The 25 schools received 400 computers, the large ones 20 each.", ""},
		{"The 25 schools received 400 computers, at least 10 each.", ""},
		{"Four lorries were sent. They carried 80 tonnes, up to 25 tonnes each.", ""},
		{"Four lorries and two vans were sent. They carried 80 tonnes, the lorries 15 tonnes each.", ""},
		{"Of the 400 miners 240 came for the test, a participation of 60 per cent.", ""},
		{"Of the 400 miners 240 came for the test, a participation of 70 per cent among the old.", ""},
		{"Of the 400 miners 240 came for the test; the participation rate was then 70 per cent lower than in May.", ""},
		{"Of the 400 miners 240 came for the test. The participation rate in the north was thus 80 per cent.", ""},
		{"Of the 400 miners 240 came for the test, with 80 per cent of the women and half of the men. The overall participation was thus 60 per cent.", ""},
		{"It has 400 miners. In May 240 came for the test, and in June 80 more. The participation was thus 80 per cent.", ""},
		{"The office asked 400 miners. Of the 300 who answered 240 came. The participation was thus 60 per cent.", ""},
		{"The target is 400 miners. So far 240 have come, 60 per cent of the target of 400. In other words, 40 per cent are still to come.", ""},
		{"The firm has laid 44 kilometres of cable in the north. With the 16 kilometres of the south that is two thirds of the new goal of 90 kilometres.", ""},
		{"The fund has 8.2 million; it paid out 3.1 million in May and 1 million in June, half of the raised ceiling of 8.2 million.", ""},
		{"They pulled 310 mines from the field, besides 155 shells. That is three quarters of the planned total of 620.", ""},
		{"They pulled 310 mines from the field and 155 from the river. That is three quarters of the planned total of 620.", ""},
		{"The office invited 1,200 farmers and 300 fishers. On Tuesday 840 came, 56 per cent of those invited.", ""},
		{"The office invited 1,200 farmers, of whom 1,000 said yes. On Tuesday 840 came, 84 per cent of those who had said yes.", ""},
		{"The office invited 1,200 farmers. On Tuesday 840 came, 84 per cent of those invited from the hills.", ""},
		{"The boats fall into two classes. Of the 720 boats, 310 are sound and 220 sound but old.", ""},
		{"Every boat is put into one of two classes. Of the 728 boats, 311 are sound and 222 not; 195 have not been seen yet.", ""},
		{"Every boat is put into one of two classes. Of the 728 boats seen so far, 311 are sound and 222 are not.", ""},
		{"Only three classes were looked at. Of the 728 boats, 311 are sound, 222 old and 101 new.", ""},
		{"The camp held 900 people. On Friday 350 of them were moved out, and 200 came, which left 750.", ""},
		{"The camp held 900 people. On Friday 350 of them were moved out, which left 300 women.", ""},
		{"The camp held 900 people, of whom 350 were moved out on Friday, so that 400 remain in the tents and the others in huts.", ""},
		{"The camp held 900 people, of whom 350 were children, so that 250 cots were still missing.", ""},
		{"Of the 600 houses 480 have power, so that 150 families are still without it.", ""},
		{"Of the 600 houses 480 have power, so that about 150 people are still without it.", ""},
		{"The 25 schools received 405 computers, 12 to 22 each.", ""},
		{"The 25 schools received 405 computers, the 15 large ones 22 each.", ""},
		{"The 25 schools and their pupils received 405 computers, 22 each.", ""},
		{"The 25 schools received 405 computers, 22 each on Monday.", ""},
		{"There are 12 villages in the valley. Each received 44 tents, 506 in all were delivered to the valley and the coast.", ""},
		{"There are 12 villages in the valley. Each received 44 tents and ten stoves, 648 in all.", ""},
		{"There are 12 villages and 4 towns. Each received 44 tents, 704 in all.", ""},
		{"In June there were 210 cases, compared with 96 in May. That is more than twice as many.", ""},
		{"In June there were 210 cases, compared with 96 in May. That is more than three times as many as a year ago.", ""},
		{"In May there were 96 cases, in June 210. That is four times the March figure.", ""},
		{"It is three times as many. In May there were 96 cases, in June 210.", ""},
		{"In May there were 96 cases, in June 210 patients were in hospital. That is three times as many.", ""},
		{"They gave out 4,200 blankets and 800 tents. Blankets cost 63,000 marks, which works out at 22 marks for each tent given out.", ""},
		{"Of the 640 residents 480 have gone. In other words, three quarters have left.", ""},
		{"Of the 640 residents 480 have gone. In other words, a quarter have stayed.", ""},
		{"Of the 640 residents 480 have gone. In other words, nine in ten families have left.", ""},
		{"Of the 640 residents 480 have gone. In other words, 90 per cent of the children have left.", ""},
		{"Of the 640 residents 480 have gone. That means that at least 60 per cent have left.", ""},
		{"On Monday 430 of the 520 berths were taken, an occupancy of 83 per cent.", ""},
		{"On Monday 430 of the 520 berths were taken, an occupancy of 74 per cent in the north.", ""},
		{"On Monday 430 of the 520 berths were taken, an increase of 74 per cent.", ""},
		{"On Monday 430 of the 520 berths were taken, after an occupancy of 74 per cent the week before.", ""},
		{"On Monday 430 of the 520 berths were taken, against an occupancy of 74 per cent the week before.", ""},
		{"The lists held 6,400 voters. By noon 3,200 had come, half of those on the list.", ""},
		{"The lists held 6,400 voters. By noon 3,200 had come, two thirds of those in the valley.", ""},
		{"The lists held 6,400 voters and 1,600 guests. By noon 3,200 had come, 40 per cent of those on the list.", ""},
		{"Each file ends in one of two ways. Of the 940 files 510 led to a fine and 430 were dropped.", ""},
		{"Each file ends in one of three ways. Of the 940 files 510 led to a fine and 380 were dropped.", ""},
		{"Of the 940 files 510 led to a fine and 380 were dropped.", ""},
		{"Each file ends in one of two ways. Of the 940 files 510 led to a fine and 380 were dropped. The others are still open.", ""},
		{"Each file ends in one of two ways. Of the 940 files 510 led to a fine and 380 were dropped, while 50 are still open.", ""},
		{"In the season the crews restored 84 kilometres of dyke.\nThe bill came to 6.3 million crowns. That amounts to 75,000 crowns per kilometre restored.", ""},
		{"In the season the crews restored 84 kilometres of dyke and mowed 60.\nThe bill came to 6.3 million crowns. That amounts to 105,000 crowns per kilometre mowed.", ""},
		{"In the season the crews restored 84 kilometres of dyke.\nHalf of the 6.3 million crowns went into roads. That amounts to 37,500 crowns per kilometre restored.", ""},
		{"The Coast Guard had counted 1,890 ships by 1 June, and in the last two weeks there were 30 a day on average.", ""},
		{"The Coast Guard had counted 1,890 ships by 1 June, 30 a day over the last three weeks.", ""},
		{"The Coast Guard had counted 1,890 ships by 1 June, but over the two weeks of May an average of 30 a day.", ""},
		{"The Coast Guard has stopped 1,890 ships since May, an average of 30 a day in the past three weeks.", ""},
		{"The crossing takes an hour and forty minutes by boat, twice the 50 minutes of the train.", ""},
	} {
		got := warnings(check(readAll(reader, []told{{"The Test", "2025-02-05", test.text}})))
		if (test.want == "") != (got == "") || !strings.HasSuffix(got, test.want) {
			t.Errorf("%s\ngot %q, want %q", test.text, got, test.want)
		}
	}
}

// TestShareOfOther checks a share that a text tells of another number than its source works it
// out of.
func TestShareOfOther(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const source = "The School Board has 1,900 pupils. It asked 260 pupils and found 63, or 24 per cent, who walk."
	for _, test := range []struct{ source, telling, want string }{
		{source, "The School Board found that 24 per cent of the 1,900 pupils walk.", "24 per cent of 1,900 pupils; in"},
		{source, "According to the School Board, 24 per cent of the 1,900 pupils walk.", "24 per cent of 1,900 pupils; in"},
		{source, "The School Board found that 24 per cent of the 260 pupils walk.", ""},
		{source, "The School Board found that 24 per cent of the pupils walk.", ""},
		{source, "The School Board found that 24 per cent of the 1,150 parents drive.", ""},
		{source, "The School Board found that 31 per cent of the 1,900 pupils walk.", ""},
		{source + " That would be 456 pupils in all.", "The School Board found that 24 per cent of the 1,900 pupils walk.", ""},
		{source + " In both valleys, 24 per cent of the 1,900 pupils walk.", "The School Board found that 24 per cent of the 1,900 pupils walk.", ""},
		{"The School Board has 1,900 pupils, and 24 per cent of them walk.", "The School Board found that 24 per cent of the 1,900 pupils walk.", ""},
	} {
		got := ""
		for _, f := range check(readAll(reader, []told{{"School Board", "2025-02-05", test.source}, {"The Test", "2025-02-08", test.telling}})) {
			if f.Rule == "cited" && strings.Contains(f.Sentence, "; in ") {
				got += f.Sentence
			}
		}
		if (test.want == "") != (got == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s\ngot %q, want %q", test.telling, got, test.want)
		}
	}
}
