package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// TestWhereASourceBegins holds sources that stand behind another noun phrase or a clause
// without a comma, and things that are counted and say nothing.
func TestWhereASourceBegins(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"behind a number of things", "From 900 boats the ministry wants to come down to 640.", []string{"none", "explicit > ministry (organisation)"}},
		{"behind a phrase of way", "By way of apology the Coast Guard said 40 boats would sail.", []string{"explicit > Coast Guard (organisation)"}},
		{"behind a year", "By the end of 2028 we plan to build 640 boats.", []string{"none"}},
		{"a pronoun behind a noun", "Anna Berg left. As a precaution against ice she said 40 boats must stay.", []string{"explicit > Anna Berg (person)"}},
		{"half the crews", "Half the crews said 40 boats were lost.", []string{"none", "explicit > Half the crews (anonymous)"}},
		{"an article within a name", "A spokesman for the port said 40 boats were lost.", []string{"explicit > spokesman for the port (anonymous)"}},
		{"so many things plan nothing", "Only 28 of the 35 lorries planned turned up.", []string{"none", "none"}},
		{"who reports for duty tells nothing", "In all 1,306 officers had reported for duty.", []string{"none"}},
		{"officers who report", "Two officers reported that 40 boats were lost.", []string{"none", "explicit > Two officers (anonymous)"}},
		{"a figure counts nothing itself", "That figure counted 300 boats still at sea.", []string{"none"}},
		{"the number of places confirmed", "The number of confirmed berths has risen to 140.", []string{"none"}},
		{"stranded travellers", "Officials are preparing 900 beds for stranded crews and expect 700 of them.", []string{"none", "explicit > Officials (anonymous)"}},
		{"days planned for it", "The Coast Guard closed 31 ports in the 60 days planned for the exercise and said that 12 would reopen.", []string{"none", "none", "explicit > Coast Guard (organisation)"}},
		{"a clause behind the verb", "The port needs 40 boats, the Coast Guard said when it opened the pier last week.", []string{"explicit > Coast Guard (organisation)"}},
		{"asked and said", "The Coast Guard said when asked that the port needs 40 boats.", []string{"explicit > Coast Guard (organisation)"}},
		{"in a statement of a day", "The port needs 40 boats, the Coast Guard said in its statement of 11 May.", []string{"explicit > Coast Guard (organisation)"}},
		{"which another reported", "The port has lost 40 boats, which the Coast Guard reported on Saturday.", []string{"explicit > Coast Guard (organisation)"}},
		{"which lost its boats", "The port is small, which cost it 40 boats on Saturday.", []string{"none"}},
		{"as one told an agency", "So far 40 boats have sunk, as Anna Berg told the agency TBX.", []string{"explicit > TBX (outlet) > Anna Berg (person)"}},
		{"a document of a year", "A harbor memo in 2008 questioned whether 40 boats were safe.", []string{"explicit > harbor memo (document)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Published: "2025-06-04", Text: c.text})
			var got []string
			for _, f := range reading.Figures {
				got = append(got, whose(f))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}
