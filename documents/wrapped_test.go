package documents

import "testing"

func TestLinesWrappedAtAWidthAreJoined(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"paragraphs",
			"River crews to get help\n\nThe harbour office said on Tuesday that it would send more than\n400 divers to the lower river before the ice breaks, and that a\nfurther 60 would wait in the port.\n\nThe mayor called the plan late but welcome, and said that she\nwould ask for boats as well.",
			"River crews to get help\n\nThe harbour office said on Tuesday that it would send more than 400 divers to the lower river before the ice breaks, and that a further 60 would wait in the port.\n\nThe mayor called the plan late but welcome, and said that she would ask for boats as well."},
		{"a list in wrapped text",
			"The order lists what the harbour office wants to have in place by\nthe first of May, and it names who is to pay for each of the parts:\n- 400 divers from the three northern ports, paid by the state itself\n- 60 boats",
			"The order lists what the harbour office wants to have in place by the first of May, and it names who is to pay for each of the parts:\n- 400 divers from the three northern ports, paid by the state itself\n- 60 boats"},
		{"lines that are meant", "Divers: 400\nBoats: 60\nCost: $3 million\n\nThe mayor signed it.", "Divers: 400\nBoats: 60\nCost: $3 million\n\nThe mayor signed it."},
		{"one line a paragraph", "The harbour office said on Tuesday that it would send more than 400 divers to the lower river before the ice breaks, and that a further 60 would wait.\nThe mayor called the plan late.\nShe would ask for boats.\nNobody answered.",
			"The harbour office said on Tuesday that it would send more than 400 divers to the lower river before the ice breaks, and that a further 60 would wait.\nThe mayor called the plan late.\nShe would ask for boats.\nNobody answered."},
	} {
		if got := unwrapped(test.text); got != test.want {
			t.Errorf("%s: got\n%q\nexpected\n%q", test.name, got, test.want)
		}
	}
}
