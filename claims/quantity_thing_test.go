package claims

import "testing"

func TestThingsThatAreUnitsElsewhere(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"meters of a text on water meters", "Some 9,400 water meters hang in the cellars; by May 2,000 meters are to follow.", []string{"Some 9,400 = about 9,400 [water meters]", "2,000 = exact 2,000 [meters]"}},
		{"millions of meters", "Hydra will fit 1.1 million meters.", []string{"1.1 million = exact 1,100,000 [meters]"}},
		{"meters beside kilometres", "The line is 12 kilometres long and 300 metres deep; 40 meters were stolen.", []string{"12 = exact 12 kilometre", "300 = exact 300 metre", "40 = exact 40 [meters]"}},
		{"lengths", "The trench is 12,000 meters long. They laid 4,000 meters of cable.", []string{"12,000 = exact 12,000 metre", "4,000 = exact 4,000 metre [cable]"}},
		{"those on foot", "On Sunday 40 foot passengers were waiting behind a 6 foot wall.", []string{"40 = exact 40 [foot passengers]", "6 = exact 6 foot [wall]"}},
		{"groups of a size", "They patrol in 12 boats with crews of four.", []string{"12 = exact 12 [boats]", "four = exact 4 a crew"}},
		{"money of no country", "It cost 600 crowns a head and 1,200 marks.", []string{"600 crowns = exact 600 crown per head", "1,200 marks = exact 1,200 mark"}},
		{"money of some country", "It cost 64 million Norland crowns.", []string{"64 million Norland crowns = exact 64,000,000 crown"}},
		{"money told once", "The Board asked for 440 million crowns, against a budget of 870 million.", []string{"440 million crowns = exact 440,000,000 crown", "870 million = exact 870,000,000 crown [budget]"}},
		{"money told again in another", "Alm gave 20 million marks, about 64 million crowns, and Brenn 12 million.", []string{"20 million marks = exact 20,000,000 mark", "about 64 million crowns = about 64,000,000 crown", "12 million = exact 12,000,000 mark"}},
		{"millions of others", "Some 2 million households pay 90 million crowns; the other 3 million pay nothing.", []string{"Some 2 million = about 2,000,000 [households]", "90 million crowns = exact 90,000,000 crown", "3 million = exact 3,000,000 [households]"}},
		{"what marks something", "In all 14 marks the end of it.", []string{"14 = exact 14 [marks]"}},
	})
}
