package claims

import "testing"

// What is counted is found where no noun stands with the number.
func TestTopicNoun(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"the number of", "She put the number of boats seized at 512. The clerks could confirm 388.",
			[]string{"512 = exact 512 [boats]", "388 = exact 388 [boats]"}},
		{"the number alone", "Nine wells ran dry. On Monday it had put the number at no more than 30.",
			[]string{"Nine = exact 9 [wells]", "no more than 30 = at-most at most 30 [wells]"}},
		{"a team of so many", "Her team of 18 cannot do it.", []string{"18 = exact 18 [team]"}},
		{"what numbers so many", "At its height in spring the garrison numbered 5,100.", []string{"5,100 = exact 5,100 [garrison]"}},
		{"what stood at", "Coverage of the second dose stood at 89 per cent.", []string{"89 per cent = exact 89 percent [Coverage]"}},
		{"what rose", "Seizures of tea rose 4.8 percent.", []string{"4.8 percent = exact 4.8 percent up [Seizures]"}},
		{"we have so many now", "“We had 22 leaks on Friday. We have 31 now,” he said.",
			[]string{"22 = exact 22 [leaks]", "31 = exact 31 [leaks]"}},
		{"a share of them", "More than 500 divers came. Eight in ten are volunteers.",
			[]string{"More than 500 = more-than more than 500 [divers]", "Eight in ten = exact 0.8 share [divers]"}},
		{"past a place", "There were 211 leaks in nine towns, down from a peak of 388.",
			[]string{"211 = exact 211 [leaks]", "nine = exact 9 [towns]", "388 = exact 388 [leaks]"}},
		{"so many fewer", "Police named 72 streets, 18% fewer than in May.",
			[]string{"72 = exact 72 [streets]", "18% = exact 18 percent [streets]"}},
		{"who were hurt", "Three miners were killed and five wounded when a shaft fell in.",
			[]string{"Three = exact 3 [miners]", "five = exact 5 [miners]"}},
		{"a verb after the number", "Ninety of the 150 guards are home; the remaining 60 follow on Friday.",
			[]string{"Ninety = exact 90 [guards]", "150 = exact 150 [guards]", "60 = exact 60 [guards]"}},
		{"what is offered, past where", "Norway sent 90 guards. Four towns met. Chad offered 150, and Peru will send 20 once it can.",
			[]string{"90 = exact 90 [guards]", "Four = exact 4 [towns]", "150 = exact 150 [guards]", "20 = exact 20 [guards]"}},
		{"what was asked for, of one kind", "Of the 52 pumps needed, the port has supplied 31.",
			[]string{"52 = exact 52 [pumps]", "31 = exact 31 [pumps]"}},
		{"half as many", "Norway sent half as many ships as in May.", []string{"half = exact 0.5 share [ships]"}},
		{"twice that", "The town had 40 pumps. It had asked for twice that number.",
			[]string{"40 = exact 40 [pumps]", "twice = exact 2 times [pumps]"}},
		{"those who", "A third of those laid off have come back.", []string{"A third = exact 0.33 share [those laid off]"}},
		// Look-alikes.
		{"a level of an index", "Shares fell. The index rose to 3,005.", []string{"3,005 = exact 3,005"}},
		{"long ago", "Nine wells ran dry. It rained. It snowed. It froze. It thawed. The clerk could confirm 388.",
			[]string{"Nine = exact 9 [wells]", "388 = exact 388"}},
	})
}
