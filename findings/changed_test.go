package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
	"muster/findings"
)

// TestChanged checks changes told beside what was and what is, with look-alikes in which they
// fit, or are of something else.
func TestChanged(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"The customs service grew by 28 officers, from 112 to 150.", "going from 112 to 150 is a rise of 38, not 28."},
		{"The customs service grew by 38 officers, from 112 to 150.", ""},
		{"The price of the bridge rose by 2.3 million marks, from 14.1 million to 17.4 million.", "going from 14.1 million to 17.4 million is a rise of 3.3 million marks, not 2.3 million marks."},
		{"The price of the bridge rose by 3.3 million marks, from 14.1 million to 17.4 million.", ""},
		{"Power is back in 62 villages, up by 25 from the 47 counted on Monday.", "going from 47 to 62 is a rise of 15, not 25."},
		{"Power is back in 62 villages, up by 15 from the 47 counted on Monday.", ""},
		{"Power is back in 62 villages, up 25 on the 47 of last week.", "going from 47 to 62 is a rise of 15, not 25."},
		{"By Sunday 84,000 parcels had been sent. That is 42,000 more than the 52,000 sent by the end of May.", "84,000 parcels are 32,000 more than 52,000, not 42,000."},
		{"By Sunday 84,000 parcels had been sent. That is 32,000 more than the 52,000 sent by the end of May.", ""},
		{"The clinic now has 96 beds, 36 fewer than the 122 it had in spring.", "96 beds are 26 fewer than 122, not 36."},
		{"The clinic now has 96 beds, 26 fewer than the 122 it had in spring.", ""},
		{"The number of patrols fell from 310 in June to 260 in July, a drop of 40.", "going from 310 to 260 is a fall of 50, not 40."},
		{"The number of patrols fell from 310 in June to 260 in July, a drop of 50.", ""},
		{"Membership went from 4,100 to 5,600, an increase of 2,500.", "going from 4,100 to 5,600 is a rise of 1,500, not 2,500."},
		{"Membership went from 4,100 to 5,600, an increase of 1,500.", ""},
		{"The fleet was cut by 14 boats to 52, from 76.", "going from 76 to 52 is a fall of 24, not 14."},
		{"The fleet was cut by 24 boats to 52, from 76.", ""},
		{"The city hired 340 nurses, an increase of 90 on the 230 of the year before.", "going from 230 to 340 is a rise of 110, not 90."},
		{"The city hired 340 nurses, an increase of 110 on the 230 of the year before.", ""},
		{"The shelters held 640 people on Monday and 780 on Tuesday. That is 180 more.", "780 are 140 more than 640 people, not 180."},
		{"The shelters held 640 people on Monday and 780 on Tuesday. That is 140 more.", ""},
		{"The garrison was raised from 900 to 1,250 soldiers, that is 250 more.", "going from 900 to 1,250 is a rise of 350, not 250."},
		{"The garrison was raised from 900 to 1,250 soldiers, that is 350 more.", ""},
		{"There were 410 inspections in May, against 370 in April, an increase of 60.", "going from 370 to 410 is a rise of 40, not 60."},
		{"There were 410 inspections in May, against 370 in April, an increase of 40.", ""},
		{"The term was extended by 20 days, from 30 days to 60 days.", "going from 30 days to 60 is a rise of 30, not 20."},
		{"The term was extended by 30 days, from 30 days to 60 days.", ""},
		{"The number of guards was increased by 45, from last year's 180 to 235.", "going from 180 to 235 is a rise of 55, not 45."},
		{"The number of guards was increased by 55, from last year's 180 to 235.", ""},
		{"The depot holds 730 tents. This is an increase of 230 over the 400 of January.", "going from 400 to 730 is a rise of 330, not 230."},
		{"The depot holds 730 tents. This is an increase of 330 over the 400 of January.", ""},
		{"Staff numbers have risen by 36 to 130, from 84 a year ago.", ""}, // may be 36 or up to 130
		{"The council raised the grant by 40 marks, from 180 to 240 marks a month.", "going from 180 to 240 marks is a rise of 60 marks, not 40 marks."},
		{"The council raised the grant by 60 marks, from 180 to 240 marks a month.", ""},

		{"The tender drew 31 bids, eleven more than the 18 of the previous round.", "31 bids are 13 more than 18, not eleven."},
		{"The tender drew 31 bids, 13 more than the 18 of the previous round.", ""},
		{"The bill stands at 6.8 million marks, 1.6 million above the 4.2 million approved in January.", "going from 4.2 million to 6.8 million marks is a rise of 2.6 million"},
		{"The bill stands at 6.8 million marks, 2.6 million above the 4.2 million approved in January.", ""},
		{"The daily ration was cut from 15 litres to 10 litres, that is by 3 litres.", "going from 15 litres to 10 is a fall of 5, not 3."},
		{"The daily ration was cut from 15 litres to 10 litres, that is by 5 litres.", ""},

		// Of another time, another thing, or in several steps.
		{"The service grew by 12 officers in May, from 112 to 150 over the year.", ""},
		{"The service grew by 28 officers and 10 clerks, from 112 to 150.", ""},
		{"The service grew by 28 officers this year and by 10 last year, from 112 to 150.", ""},
		{"The service grew by about 40 officers, from 112 to 150.", ""},
		{"The service grew by more than 28 officers, from 112 to 150.", ""},
		{"The service grew by 28 per cent, from 112 to 143.", ""},
		{"The service grew by 28 officers, not 38, from 112 to 150, the paper wrote; that was an error.", ""},
		{"Power is back in 62 villages, up by 25 from a week ago, when 40 bridges were open.", ""},
		{"Power is back in 62 villages, up by nine since Friday and from the 47 counted on Monday.", ""},
		{"Power is back in 62 villages and 25 hamlets, up from the 47 of Monday.", ""},
		{"Power is back in 62 villages, 25 more than in the whole of the province in 2019, when 47 had it.", ""},
		{"The camp took in 84 families on Monday. That is 30 more than the 52 beds it has.", ""},
		{"The camp took in 84 families on Monday and 20 on Tuesday. That is 52 more than the 52 of Sunday.", ""},
		{"The camp took in 84 families on Monday. That is 26 more than half of the 116 expected.", ""},
		{"The number of patrols fell from 310 to 260, a drop of 40 in the last month alone.", ""},
		{"The number of patrols fell from 310 to 260, and 40 more will go in May.", ""},
		{"The number of patrols fell from 310 to 260, down by 10 a week.", ""},
		{"Membership went from 4,100 to 5,600, with an increase of 2,500 in the towns and a fall of 1,000 in the country.", ""},
		{"The fleet was cut by 14 boats in May and 10 in June, to 52 from 76.", ""},
		{"It has 76 boats. The fleet was cut by 14 in May, from 90 and 24 ferries to 52.", ""},
		{"The city hired 340 nurses, 90 of them on the 230 posts of the year before.", ""},
		{"The city hired 340 nurses, an increase of 40 on the 300 planned and of 110 on the 230 of last year.", ""},
		{"The convoy went 36 kilometres, from 84 houses to 130 barracks.", ""},
		{"The water rose by 2.1 metres, from 4.30 to 6.42 metres.", ""},
		{"The budget rose by 1.4 billion, from 11.24 billion to 12.69 billion.", ""},
		{"The subsidy was raised by 3,000 marks for each of the farms, from 40 to 55 million in all.", ""},
		{"The number of beds was doubled and then raised by 40, from 60 to 140.", ""},
		{"Turnout rose by three points, from 61 to 64 percent.", ""},
		{"The force grew from 900 to 1,250 soldiers, 50 more than planned.", ""},
		{"The force grew from 900 to 1,250 soldiers, with 120 more to come.", ""},
		{"The two ships landed 640 people on Monday and 780 on Tuesday, 180 more than the port can house.", ""},
		{"The deadline was moved by 14 days, from 9 to 23 August.", ""},
		{"Some 62 people were moved from 47 rooms to 25 flats.", ""},
		{"In May 62 villages had power, 25 more than expected; the 47 villages in the hills had none.", ""},
		{"The fine goes up by 20 marks a day, from 100 to 300 marks.", ""},
		{"Of the 130 posts, 36 are new, up from 84 last year.", ""},
		{"The price rose by 20 marks, from 80 to 110 marks, after a first rise of 10.", "going from 80 to 110 marks is a rise of 30 marks, not 20 marks."},
	} {
		got := ""
		for _, f := range check(readAll(reader, []told{{"The Test", "2025-07-30", test.text}})) {
			if f.Severity != findings.Info {
				got += f.Sentence
			}
		}
		if test.want == "" && got != "" || test.want != "" && !strings.Contains(got, test.want) {
			t.Errorf("%s\n\tfound %q, expected %q", test.text, got, test.want)
		}
	}
}
