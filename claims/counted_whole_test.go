package claims

import "testing"

func TestNumbersOfAnotherSort(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"population", "Marn, population 8,400, took in 300 refugees.", []string{"8,400 = exact 8,400 [population]", "300 = exact 300 [refugees]"}},
		{"an hour", "Schools open at 9 and 1,100 teachers are back.", []string{"1,100 = exact 1,100 [teachers]"}},
		{"an hour with minutes", "The curfew ends at 5.30 and 40 patrols go home.", []string{"40 = exact 40 [patrols]"}},
		{"local time", "The ferry left at 21.15 local time with 60 soldiers.", []string{"60 = exact 60 [soldiers]"}},
		{"a number at which it stood", "The number of guards stood at 9 and grew to 40.", []string{"9 = exact 9 [guards]", "40 = exact 40 [guards]"}},
		{"places", "Police met at 3 sites.", []string{"3 = exact 3 [sites]"}},
		{"some of so many of an owner's", "The drive covers 17 of the country's 31 districts and six of Orlen's nine wards.", []string{"17 = exact 17 [districts]", "31 = exact 31 [districts]", "six = exact 6 [wards]", "nine = exact 9 [wards]"}},
		{"a share that is told as one", "Of 90 wards seen, 36, or 40 per cent, were shut.", []string{"90 = exact 90 [wards]", "36 = exact 36 [wards]", "40 per cent = exact 40 percent"}},
		{"a vote", "The vote was 118 to 97, and 300 guards cheered.", []string{"300 = exact 300 [guards]"}},
		{"a change that was voted", "The council voted to raise it from 118 to 197 beds.", []string{"from 118 to 197 = change 118 to 197 up [beds]"}},
		{"months are not counted", "It paid 870 million six months earlier.", []string{"870 million = exact 870,000,000"}},
		{"up from", "The service hired 1,890 guards since its programme began, up from 1,460 at the turn of the year.", []string{"1,890 = exact 1,890 [guards]", "1,460 = exact 1,460 [guards]"}},
		{"a verb that is none", "Officials were told to aim for 450 immigration arrests a day", []string{"450 = exact 450 a day [immigration arrests]"}},
		{"of which", "The cost was 33 million marks, 3 million of which went to the states.", []string{"33 million marks = exact 33,000,000 mark [cost]", "3 million = exact 3,000,000 mark [cost]"}},
		{"one of many", "The hospital is one of 2,300 in the province.", []string{"2,300 = exact 2,300"}},
		{"ages", "The victims were aged 19, 24 and 33, police said.", nil},
		{"money of it", "The ministry pays its drivers 31 million euros, 10 million of it in May.", []string{"31 million euros = exact 31,000,000 EUR", "10 million = exact 10,000,000 EUR"}},
		{"millions set aside", "The ministry has 4,000 drivers. It set aside 10.5 million for them.", []string{"4,000 = exact 4,000 [drivers]", "10.5 million = exact 10,500,000"}},
		{"millions of people", "The region has 4 million people, 1 million of them children.", []string{"4 million = exact 4,000,000 [people]", "1 million = exact 1,000,000 [people]"}},
		{"in all", "Some 4,000 citizens signed. Police officers came from the north and the south, 1,150 in all.", []string{"Some 4,000 = about 4,000 [citizens]", "1,150 = exact 1,150 [officers]"}},
		{"in all of what was counted", "The mills make 20,000 sandbags a day, 600,000 in all.", []string{"20,000 = exact 20,000 a day [sandbags]", "600,000 = exact 600,000 [sandbags]"}},
		{"in all from two states", "Officers came from two states, 1,150 in all.", []string{"two = exact 2 [states]", "1,150 = exact 1,150 [Officers]"}},
		{"it is the force", "Some 4,000 citizens signed. The force has grown. It numbers 1,150.", []string{"Some 4,000 = about 4,000 [citizens]", "1,150 = exact 1,150"}},
		{"the same people", "Some 4,000 people fled. By Friday 1,200 had returned.", []string{"Some 4,000 = about 4,000 [people]", "1,200 = exact 1,200 [people]"}},
	})
}
