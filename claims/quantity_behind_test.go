package claims

import "testing"

func TestBoundsBehind(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"or more", "The state will send 7,500 police or more.", []string{"7,500 = at-least at least 7,500 [police]"}},
		{"behind a participle", "The 7,500 police planned at the least will stay a week.", []string{"7,500 = at-least at least 7,500 [police]"}},
		{"behind a participle and for", "The 9,100 police planned for at most will not come.", []string{"9,100 = at-most at most 9,100 [police]"}},
		{"behind a clause", "Fewer came than the 9,100 police that had been planned for at most.", []string{"9,100 = at-most at most 9,100 [police]"}},
		{"for most of another", "The 9,100 police planned for at most stations will not come.", []string{"9,100 = exact 9,100 [police]"}},
		{"very most", "The province will send 900 troops at the very most.", []string{"900 = at-most at most 900 [troops]"}},
		{"commas", "Some 900 cooks, at most, will be hired.", []string{"Some 900 = at-most at most 900 [cooks]"}},
		{"behind a phrase", "The mission will have 900 members of the force at the most.", []string{"900 = at-most at most 900 [members]"}},
		{"and more for a time", "Drivers get 900 marks and more for four weeks.", []string{"900 marks and more = at-least at least 900 mark", "four = exact 4 week"}},
		{"and more for something else", "It sent 900 tents and more for the south.", []string{"900 = exact 900 [tents]"}},
		{"or so", "The ministry sent 60 nurses or so to the islands.", []string{"60 = about 60 [nurses]"}},
		{"or thereabouts", "The ministry sent 60 nurses or thereabouts.", []string{"60 = about 60 [nurses]"}},
		{"if not more", "A force of 5,000 men, if not more, crossed the river.", []string{"5,000 = at-least at least 5,000 [men]"}},
		{"if not more before the noun", "A force of 5,000, if not more, men crossed the river.", []string{"5,000, if not more, = at-least at least 5,000 [men]"}},
		{"and counting", "Police have seized 2,300 rifles and counting.", []string{"2,300 = at-least at least 2,300 [rifles]"}},
		{"tops", "They will send 900 boats tops.", []string{"900 = at-most at most 900 [boats]"}},
		{"and no more", "The council pays for 30 guards and no more.", []string{"30 = at-most at most 30 [guards]"}},
		{"not exceed", "The number of boats must not exceed 80.", []string{"not exceed 80 = at-most at most 80 [boats]"}},
		{"exceed", "The number of boats will exceed 80.", []string{"exceed 80 = more-than more than 80 [boats]"}},

		{"least of all times", "The navy lost 40 boats at least twice.", []string{"40 = exact 40 [boats]"}},
		{"most of another", "The union has 5,000 members at most of the plants.", []string{"5,000 = exact 5,000 [members]"}},
		{"most places", "Patrols met 900 hikers at most weekends.", []string{"900 = exact 900 [hikers]"}},
		{"more than before", "The ministry sent 900 boats, more than last year.", []string{"900 = exact 900 [boats]"}},
		{"of another", "They heard 12 sailors, at least one of them a child.", []string{"12 = exact 12 [sailors]", "at least one = at-least at least 1 [sailors]"}},
		{"so it is said", "The force left 200 tents, or so the mayor claims.", []string{"200 = exact 200 [tents]"}},
		{"a count of them", "Police seized 2,300 rifles and counting them took long.", []string{"2,300 = exact 2,300 [rifles]"}},
		{"no more of these", "The ministry sent 900 boats, no more were asked for.", []string{"900 = exact 900 [boats]"}},
	})
}
