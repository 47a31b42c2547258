package claims

import "testing"

// A unit told once holds for every number that leans on it.
func TestCarriedUnits(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"an earlier level", "Unemployment was 6.2 percent in June, up from 5.9 in May.",
			[]string{"6.2 percent = exact 6.2 percent [Unemployment]", "5.9 = exact 5.9 percent [Unemployment]"}},
		{"compared", "The river stood at 4.5 metres, compared with 3.9 a year earlier.",
			[]string{"4.5 = exact 4.5 metre", "3.9 = exact 3.9 metre"}},
		{"a later level", "The pass rate was 45.2 percent in 2018 and 47.1 last year.",
			[]string{"45.2 percent = exact 45.2 percent [pass rate]", "47.1 = exact 47.1 percent [pass rate]"}},
		{"currency before a conversion", "The vans cost 2.1 million yen ($14,000) and 2.3 million ($15,300).",
			[]string{"2.1 million yen = exact 2,100,000 JPY [vans]", "$14,000 = exact 14,000 USD [vans]", "2.3 million = exact 2,300,000 JPY", "$15,300 = exact 15,300 USD"}},
		{"sides", "The panel has 2,400 x 1,100 pixels and the room is 10 by 12 feet.",
			[]string{"2,400 = exact 2,400 pixel", "1,100 = exact 1,100 pixel", "10 = exact 10 foot", "12 = exact 12 foot"}},
		{"rate told once", "Pupils read 50 minutes a day, up from 40.",
			[]string{"50 = exact 50 minute a day", "40 = exact 40 minute a day"}},
		{"part of a unit", "The fare rose a quarter of a cent, the walk is two-thirds of a mile, and a third of the village was flooded.",
			[]string{"a quarter of a cent = exact 0.25 USD cent up [fare]", "two-thirds = exact 0.67 mile", "a third = exact 0.33 share [village]"}},
		{"age that is no one person's", "The retirement age rose from 66 to 67; life expectancy is around 81.",
			[]string{"from 66 to 67 = change 66 to 67 year of age up", "around 81 = about 81 year of age"}},
		{"two conversions", "The pump makes just under 200 hp (149 kW / 202 PS).",
			[]string{"just under 200 = less-than less than 200 horsepower", "149 = less-than less than 149 kilowatt", "202 = less-than less than 202 horsepower"}},
		{"scale named after", "The rock reached between 5 and 6 on the GPa scale.",
			[]string{"between 5 and 6 = range 5 to 6 gigapascal"}},
		{"list", "He walked 5 and 10 kilometres; the duty was 2, 3 or 5 percent.",
			[]string{"5 = exact 5 kilometre", "10 = exact 10 kilometre", "2 = exact 2 percent [duty]", "3 = exact 3 percent [duty]", "5 percent = exact 5 percent [duty]"}},
		// Look-alikes.
		{"level after a step", "Shares fell 2 percent to 35, from 36 in May.",
			[]string{"2 percent = exact 2 percent down [Shares]", "35 = exact 35", "36 = exact 36 [Shares]"}},
		{"another noun", "The depot holds 40 tons of flour and 12 tents.",
			[]string{"40 = exact 40 ton [flour]", "12 = exact 12 [tents]"}},
		{"percent and a count", "They won 12 seats and 3 percent of the vote.",
			[]string{"12 = exact 12 [seats]", "3 percent = exact 3 percent [vote]"}},
	})
}

func TestRanges(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"from up to", "Plots run from 450 sq ft up to 900 sq ft.", []string{"from 450 sq ft up to 900 = range 450 to 900 square foot"}},
		{"as low as", "Estimates range from as low as 300 to as high as 700 homes.",
			[]string{"from as low as 300 to as high as 700 = range 300 to 700 [homes]"}},
		{"scale in words", "Two to three million people are at risk, fifty to one hundred of them badly.",
			[]string{"Two to three million = range 2,000,000 to 3,000,000 [people]", "fifty to one hundred = range 50 to 100 [people]"}},
		{"two scale words", "The pipe moves two to three hundred thousand litres.",
			[]string{"two to three hundred thousand = range 200,000 to 300,000 litre"}},
		{"degrees without a sign", "Highs of 20 to 25C, or 68-77F, are likely.",
			[]string{"20 to 25 = range 20 to 25 celsius [Highs]", "68-77 = range 68 to 77 fahrenheit"}},
		{"change with a time between", "The fee dropped from $75 in May to $46 in June.",
			[]string{"from $75 in May to $46 = change 75 to 46 USD down [fee]"}},
		{"change of a weight", "The calf went from 208 pounds to 193.",
			[]string{"from 208 pounds to 193 = change 208 to 193 pound down"}},
		{"pair of prices", "Seats are $15/$20.", []string{"$15/$20 = range 15 to 20 USD [Seats]"}},
		{"a step of so many", "The squad lost 3 to 5 players.", []string{"3 to 5 = range 3 to 5 [players]"}},
		// Look-alikes.
		{"a step and a level", "The index rose 5 to 120.", []string{"5 = exact 5 up", "120 = exact 120"}},
		{"two sums", "She paid $20 in May and gave $5 to 3 boys.",
			[]string{"$20 = exact 20 USD", "$5 = exact 5 USD", "3 = exact 3 [boys]"}},
		{"counts stay apart", "Staffing went from 300 guards in May to 250 guards in June.",
			[]string{"300 = exact 300 [guards]", "250 = exact 250 [guards]"}},
		{"pounds of money", "The trust has 3 million pounds; the farm sold 3 million pounds of beef.",
			[]string{"3 million pounds = exact 3,000,000 GBP", "3 million = exact 3,000,000 pound [beef]"}},
	})
}
