package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// TestAttributionBesideTheSubject holds constructions in which something stands
// between a source and its verb, or looks like a source and is none.
func TestAttributionBesideTheSubject(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a dated document", "A harbor memo dated May 4 says that the port needs 40 boats.", []string{"explicit > harbor memo (document)"}},
		{"a document dated with a short month", "A harbor memo dated Feb. 4 says that the port needs 40 boats.", []string{"explicit > harbor memo (document)"}},
		{"a document behind the number", "The port will lose 40 boats, an internal email obtained by The Daily shows.", []string{"explicit > internal email (document)"}},
		{"an official with a relative clause", "An official who has seen the plan said 40 boats were ready.", []string{"explicit > official who has seen the plan (anonymous)"}},
		{"a time before the verb", "Governor Anna Berg on Monday said 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"an article before a participle", "The port needs an estimated $40 million, according to the Coast Guard.", []string{"explicit > Coast Guard (organisation)"}},
		{"who is told is no source", "Crews told to launch 40 boats\n\nThe river rose.", []string{"none"}},
		{"an outlet that cites", "Reuters, citing a port official, said 40 boats were ready.", []string{"explicit > Reuters (outlet) > port official (anonymous)"}},
		{"a document known through an outlet", "The port needs boats, Reuters reported, citing a harbor memo. The memo says 40 are missing.", []string{"explicit > Reuters (outlet) > harbor memo (document)"}},
		{"an official with a name", "A port official, Anna Berg, said 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"a body by the noun before it", "The charity Sea Aid said 40 boats were ready.", []string{"explicit > Sea Aid (organisation)"}},
		{"a body calls for it", "The opposition has called for 40 boats.", []string{"explicit > opposition (organisation)"}},
		{"asked another for it", "The governor, Anna Berg, asked the Coast Guard for 40 boats.", []string{"explicit > Anna Berg (person)"}},
		{"what was added is not said", "The Coast Guard added 40 boats. The agency posted 90 jobs.", []string{"none", "none"}},
		{"added that", "Anna Berg said the river rose. She added that 40 boats sank.", []string{"explicit > Anna Berg (person)"}},
		{"as announced at a time", "As Governor Anna Berg announced yesterday, 40 boats will leave.", []string{"explicit > Anna Berg (person)"}},
		{"it said", "The ministry has bought 40 boats, it said on Monday.", []string{"explicit > ministry (organisation)"}},
		{"an outlet with a number", "The port has 40 boats, Channel 5 said, with 90 more on order.", []string{"explicit > Channel 5 (outlet)", "explicit > Channel 5 (outlet)"}},
		{"put at", "Port records put the number of boats at 40.", []string{"explicit > Port records (dataset)"}},
		{"a dateline in capitals", "ROTTERDAM: The port has 40 boats, says Anna Berg.", []string{"explicit > Anna Berg (person)"}},
		{"understood", "The port has lost 40 boats, it is understood.", []string{"explicit > it is understood (unspecified)"}},
		{"a programme is no quotation", "The port has 40 boats, Anna Berg said in an interview with the network's “Meet the Crew.”", []string{"explicit > Anna Berg (person)"}},
		{"an outlet's reporter", "CNN’s Anna Berg reported that 40 boats were ready.", []string{"explicit > CNN (outlet)"}},
		{"a report by a body", "A report by the Coast Guard found that 40 boats were missing.", []string{"explicit > report (document)"}},
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
