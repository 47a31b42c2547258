package claims

import "testing"

func TestVague(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"order of magnitude", "Thousands of pilgrims and hundreds of thousands of birds came.",
			[]string{"Thousands of = vague 1,000 to 10,000 [pilgrims]", "hundreds of thousands of = vague 100,000 to 1,000,000 [birds]"}},
		{"dozens", "They cleared dozens of sheds and scores of barns.",
			[]string{"dozens of = vague 12 to 120 [sheds]", "scores of = vague any number [barns]"}},
		{"of money and time", "It costs tens of millions of dollars and takes tens of minutes.",
			[]string{"tens of millions of = vague 10,000,000 to 100,000,000 USD", "tens of = vague any number minute"}},
		{"several", "Several hundred boats and a few thousand nets were lost.",
			[]string{"Several hundred = vague any number [boats]", "a few thousand = vague any number [nets]"}},
	})
}

// Ages of persons and names with numbers are no figures.
func TestNoQuantitiesNearby(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"age after a pronoun", "She was 34 when she left; he turned 40 in May. The champion, who is 29, won.", nil},
		{"age after age", "Children under the age of 5 years and adults over the age of 65 pay nothing.", nil},
		{"age of the older", "Voters 65 and older, and men as young as 17, may join.", nil},
		{"a name with a stray space", "The clinic ran COVID -19 tests.", nil},
		{"a name of two words", "The new Orange Watch 7 was sold.", nil},
		// Look-alikes.
		{"who is so many", "She was 12 points ahead, who is 29 votes short.",
			[]string{"12 = exact 12 point", "29 = exact 29 [votes]"}},
		{"a minus", "Growth in the GDP -1.3% was a shock, at -19 degrees.",
			[]string{"-1.3% = exact -1.3 percent", "-19 = exact -19 degree"}},
		{"a measured thing", "Ticket prices will go up by an average of 1500.", []string{"1500 = exact 1,500 up"}},
		{"a counted thing", "The guards now average 1500 a month.", []string{"1500 = exact 1,500 a month [guards]"}},
		{"a participle", "The mark is near 73 raising the question of a cap.", []string{"near 73 = about 73"}},
	})
}
