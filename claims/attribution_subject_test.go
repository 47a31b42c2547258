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
		{"a last name in -s", "Union boss Carla Brandes, 49, said 40 boats were ready.", []string{"explicit > Carla Brandes (person)"}},
		{"who speaks for a person", "A spokeswoman for Ms Brandt said 40 boats were ready.", []string{"explicit > spokeswoman for Ms Brandt (anonymous)"}},
		{"a time within a relative clause", "The ruling is by Judge Anna Berg, who last week ordered the port to release 40 boats.", []string{"explicit > Anna Berg (person)"}},
		{"a document sent by someone", "The email, sent on May 2 by operations chief Carl Dahl, says the port needs 40 boats.", []string{"explicit > email (document) > Carl Dahl (person)"}},
		{"data behind a comma", "The port holds 40 boats, harbor data show, the most in years.", []string{"explicit > harbor data (dataset)"}},
		{"demanded by", "The port has 90 boats, fewer than the 150 demanded by the ministry.", []string{"none", "explicit > ministry (organisation)"}},
		{"reported, citing, that", "Reuters reported on Monday, citing some port officials, that 40 boats had sunk.", []string{"explicit > Reuters (outlet) > port officials (anonymous)"}},
		{"the ministry, told before by its whole name", "The islands' river ministry denied it. Japan said 9 boats had sunk. The ministry said it saw 40 boats.", []string{"explicit > Japan (organisation)", "explicit > islands' river ministry (organisation)"}},
		{"her office", "Governor Anna Berg left. Her office says 40 boats are ready.", []string{"explicit > Anna Berg's office (organisation)"}},
		{"our own outlet", "The Daily can reveal that 40 boats sank.", []string{"none"}},
		{"what a country offers", "Costa Rica has offered 40 boats.", []string{"none"}},
		{"a verb that is on no list, behind a quotation", "“We need 90 boats,” Berg stormed.", []string{"explicit > Berg (person)"}},
		{"two sources of different kinds", "The network, citing port officials and a planning slide, said 40 boats had sunk.", []string{"explicit > network (outlet) > port officials (anonymous)"}},
		{"heard saying", "State radio quoted a colonel saying that 40 boats had sunk.", []string{"explicit > State radio (outlet) > colonel (anonymous)"}},
		{"the ministry estimates", "The mission will cost $10 million, the ministry estimates.", []string{"explicit > ministry (organisation)"}},
		{"the colonel guessed", "The boats will stay for three months, the colonel guessed.", []string{"explicit > colonel (person)"}},
		{"fewer than in the last polls", "The police have named 40 ports, fewer than in the last polls.", []string{"none"}},
		{"officials counted", "Port officials counted 40 boats.", []string{"explicit > Port officials (anonymous)"}},
		{"which a source put at", "The port hired boats at a cost it kept secret, but which a source put at $140,000.", []string{"explicit > source (anonymous)"}},
		{"one's own estimate is", "The port wants tugs; the department's own estimate is 40.", []string{"explicit > department (organisation)"}},
		{"a request for", "The governor rejected the union's request for 40 boats.", []string{"explicit > governor (person) > union (organisation)"}},
		{"what another had announced", "The port got 240 boats, not the 400 boats that the Coast Guard had announced.", []string{"none", "explicit > Coast Guard (organisation)"}},
		{"what the source also said", "The port sent 40 boats, according to the Coast Guard, which said it had lost 12.", []string{"explicit > Coast Guard (organisation)", "explicit > Coast Guard (organisation)"}},
		{"would goes on", "Berg said the port was full. Some 40 boats would sail in May.", []string{"carried > Berg (person)"}},
		{"would under a condition does not", "Berg said the port was full. If it rains, 40 boats would sink.", []string{"none"}},
		{"data that go on", "The port is full, harbor data show. It lost 40 boats last year.", []string{"carried > harbor data (dataset)"}},
		{"it has", "The Coast Guard said the port was full. It has 40 boats there.", []string{"carried > Coast Guard (organisation)"}},
		{"a report by a body", "A report by the Coast Guard found that 40 boats were missing.", []string{"explicit > Coast Guard's report (document)"}},
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
