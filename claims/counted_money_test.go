package claims

import "testing"

func TestCountedFor(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"for what", "The state approved $94 million for training and spent £2 million on new boats.",
			[]string{"$94 million = exact 94,000,000 USD [training]", "£2 million = exact 2,000,000 GBP [new boats]"}},
		{"what it cost", "The harbour patrol has cost $18 million, and the tents would cost $2 million.",
			[]string{"$18 million = exact 18,000,000 USD [harbour patrol]", "$2 million = exact 2,000,000 USD [tents]"}},
		{"bare numbers as subjects", "The mayor sent 850 guards. She said that 650 had gone home and 120 were ill.",
			[]string{"850 = exact 850 [guards]", "650 = exact 650 [guards]", "120 = exact 120 [guards]"}},
		{"each", "Peru promised 700 nurses. Chile and Ghana have sent 120 each.",
			[]string{"700 = exact 700 [nurses]", "120 = exact 120 [nurses]"}},
		{"verbs after the number", "The port lost 90 workers; 14 remained missing.",
			[]string{"90 = exact 90 [workers]", "14 = exact 14 [workers]"}},
		{"fractions before a comparative", "Costs were a third lower.", []string{"a third = exact 0.33 share [Costs]"}},
		{"a level reached", "With these, the number of boats will go up to 132, still short of 140 boats.",
			[]string{"132 = exact 132 [boats]", "140 = exact 140 [boats]"}},
		{"what costs, past what belongs to it", "The six-month drive in the harbour cost $18 million.", []string{"six = exact 6 month [drive]", "$18 million = exact 18,000,000 USD [six-month drive]"}},
		{"whom it cost", "The airlift has cost Norway $3 million.", []string{"$3 million = exact 3,000,000 USD [airlift]"}},
		{"what is to cost", "The ferry is expected to cost $270 million.", []string{"$270 million = exact 270,000,000 USD [ferry]"}},
		{"what came to", "Repairs to the pier came to $4 million.", []string{"$4 million = exact 4,000,000 USD [Repairs]"}},
		{"who holds", "Norway holds $3 million.", []string{"$3 million = exact 3,000,000 USD"}},
		{"what lasts", "She told the board that mending dikes would take ten years.", []string{"ten = exact 10 year [mending dikes]"}},
		{"set aside", "Some $2 million has been set aside for repairs in May.", []string{"Some $2 million = about 2,000,000 USD [repairs]"}},
		{"to pay for", "The town asked for $4 million to pay for pumps.", []string{"$4 million = exact 4,000,000 USD [pumps]"}},
		{"for so many", "It was billed $7 million for 400 beds.", []string{"$7 million = exact 7,000,000 USD [beds]", "400 = exact 400 [beds]"}},
		{"capped at", "The law caps fines at $900.", []string{"$900 = exact 900 USD [fines]"}},
		{"for some time", "The town pays $900 for two years.", []string{"$900 = exact 900 USD", "two = exact 2 year"}},
		// Look-alikes.
		{"for how long", "He paid $500 for two weeks and $40 for the year.",
			[]string{"$500 = exact 500 USD", "two = exact 2 week", "$40 = exact 40 USD"}},
		{"up to", "The camp takes up to 132 tents.", []string{"up to 132 = at-most at most 132 [tents]"}},
		{"deployed troops", "It has 14 deployed troops.", []string{"14 = exact 14 [deployed troops]"}},
	})
}
