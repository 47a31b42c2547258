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
		{"fractions before a comparative", "Costs were a third lower.", []string{"a third = exact 0.33 share"}},
		{"a level reached", "With these, the number of boats will go up to 132, still short of 140 boats.",
			[]string{"132 = exact 132 [boats]", "140 = exact 140 [boats]"}},
		// Look-alikes.
		{"for how long", "He paid $500 for two weeks and $40 for the year.",
			[]string{"$500 = exact 500 USD", "two = exact 2 week", "$40 = exact 40 USD"}},
		{"up to", "The camp takes up to 132 tents.", []string{"up to 132 = at-most at most 132 [tents]"}},
		{"deployed troops", "It has 14 deployed troops.", []string{"14 = exact 14 [deployed troops]"}},
	})
}
