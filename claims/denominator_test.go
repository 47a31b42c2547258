package claims

import "testing"

func TestDenominators(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"price of a measure", "Diesel sold for $3.40 a gallon and heating oil for 2.10 euros per litre.",
			[]string{"$3.40 = exact 3.4 dollar per gallon", "2.10 euros = exact 2.1 euro per litre"}},
		{"price of a piece", "Seats went for between $40 and $45 each ticket or £9 a head.",
			[]string{"between $40 and $45 = range 40 to 45 dollar per ticket", "£9 = exact 9 pound sterling per head"}},
		{"conversion before the denominator", "The mill offered C$7 (US$5.20) per share in cash.",
			[]string{"C$7 = exact 7 Canadian dollar per share", "US$5.20 = exact 5.2 dollar per share"}},
		{"conversion before the rate", "He earns 900 euros ($980) a month.",
			[]string{"900 euros = exact 900 EUR a month", "$980 = exact 980 USD a month"}},
		{"denominator and rate", "The rent is £30 per square foot a year.",
			[]string{"£30 = exact 30 pound sterling per square foot a year [rent]"}},
		{"measure for a measure", "The bus emits 120 grams per kilometre, the tram 20 g/km.",
			[]string{"120 = exact 120 gram per kilometre", "20 = exact 20 gram per kilometre"}},
		{"a long time", "The coast sank by 3 feet per century.",
			[]string{"3 = exact 3 foot per century down"}},
		{"a multiple of a measure", "Gas cost $2.80 per million British thermal units.",
			[]string{"$2.80 = exact 2.8 dollar per million British thermal units [Gas]"}},
		{"of so many", "The fever killed 12 people per 100,000 and 4.5 infants per thousand.",
			[]string{"12 = exact 12 per 100,000 [people]", "4.5 = exact 4.5 per thousand [infants]"}},
		// Look-alikes: a rate of time stays a rate, and an article need not tell a price.
		{"rate of time", "Guards earn $15 an hour and the post costs $300 million a year.",
			[]string{"$15 = exact 15 USD a hour", "$300 million = exact 300,000,000 USD a year [post]"}},
		{"compound after an article", "She paid $20 a car park attendant had asked for.",
			[]string{"$20 = exact 20 USD"}},
		{"miles per hour", "Gusts reached 70 miles per hour.",
			[]string{"70 = exact 70 mile per hour"}},
	})
}
