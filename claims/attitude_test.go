package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// marked writes the statements as "source [cue] content | content".
func marked(reading Reading) string {
	var all []string
	for _, a := range reading.Attributions {
		source, cue := "-", "-"
		if a.Source != nil {
			source = a.Source.Exact
		}
		if a.Cue != nil {
			cue = a.Cue.Exact
		}
		var pieces []string
		for _, p := range a.Content {
			pieces = append(pieces, p.Exact)
		}
		all = append(all, source+" ["+cue+"] "+strings.Join(pieces, " | "))
	}
	return strings.Join(all, "\n")
}

func TestAttitudes(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ name, text, want string }{
		{"an adjective", "Anna Berg was wary of the new ferries.", "Anna Berg [was wary of] the new ferries"},
		{"an adjective before a clause", "The pilots are confident that the river will fall.", "The pilots [are confident] that the river will fall"},
		{"nobody's view", "It is clear that the river will fall.", "- [It is clear] that the river will fall"},
		{"nobody's fear", "The port closed amid growing fears that the river will rise.", "- [growing fears] that the river will rise"},
		{"one who holds it", "Anna Berg has been a long and loyal critic of the ferries.", "Anna Berg [has been a long and loyal critic of] the ferries"},
		{"against", "Anna Berg is against the ferries.", "Anna Berg [is against] the ferries"},
		{"a thing against another", "The ship was against the wall.", ""},
		{"a critic is met", "A critic of the ferries stood on the pier.", ""},
		{"an idiom", "Anna Berg made the case for new ferries.", "Anna Berg [made the case for] new ferries"},
		{"a time within the cue", "The pilots spoke out on Monday against the ferries.", "The pilots [spoke out on Monday against] the ferries"},
		{"what is talked of", "The pilots complained about the ferries the whole morning.", "The pilots [complained about] the ferries the whole morning"},
		{"what is referred to", "The memo refers to the chief as a clown.", "The memo [refers to] the chief as a clown"},
		{"a verb of feeling", "The pilots resent the new rules.", "The pilots [resent] the new rules"},
		{"a verb with its preposition", "The pilots grumbled about the new rules.", "The pilots [grumbled about] the new rules"},
		{"a passive with a source", "The new rules were mocked by the pilots.", "the pilots [were mocked by] The new rules"},
		{"a passive without one", "The harbor chief was accused of wasting fuel.", "- [was accused of] The harbor chief | wasting fuel"},
		{"a purpose", "Anna Berg flew north to criticize the ferries.", "Anna Berg [to criticize] the ferries"},
		{"a noun with its owner", "The union's doubts about the ferries grew.", "The union [doubts about] the ferries grew"},
		{"a light verb", "Anna Berg made a plea for new ferries.", "Anna Berg [made a plea for] new ferries"},
		{"a verb that carries a noun", "Anna Berg expressed deep concern about the ferries.", "Anna Berg [expressed deep concern about] the ferries"},
		{"by an estimate", "The river lost half its boats, by one estimate.", "one estimate [by] The river lost half its boats"},
		{"by an admission", "By Berg's own admission, the port is full.", "Berg's own admission [By] the port is full"},
		{"what a plan would do", "Berg's plan would close the port.", "Berg [plan] would close the port"},
		{"a comparison belongs to it", "The pilots resented the new rules, compared to the old ones.", "The pilots [resented] the new rules, compared to the old ones"},
		{"a chain of verbs", "Anna Berg went on to praise the crews.", "Anna Berg [went on to praise] the crews"},
		{"a view told within a statement is part of it", "Anna Berg said the pilots hated the new rules.", "Anna Berg [said] the pilots hated the new rules"},
		{"a thing is ready, nobody holds it", "The ferry stood beside the new pier.", ""},
		{"what could be is not told", "The pilots could resent the new rules.", ""},
		{"a participle before its noun", "The resented rules changed.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Text: c.text})
			if got := marked(reading); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// An attitude is a statement, but never the source of a figure, and carries
// nothing on.
func TestAttitudesAreNoSourcesOfFigures(t *testing.T) {
	reader := newTestReader(t)
	for _, text := range []string{
		"Anna Berg was wary of the 40 new ferries.",
		"The pilots resent the 40 new ferries.",
		"The harbor chief was accused of wasting 40 tons of fuel.",
	} {
		reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Text: text})
		if len(reading.Figures) != 1 || whose(reading.Figures[0]) != "none" || len(reading.Attributions) != 1 {
			t.Errorf("%s: expected one statement and one figure of the outlet's own, found %d, %v", text, len(reading.Attributions), reading.Figures)
		}
	}
}
