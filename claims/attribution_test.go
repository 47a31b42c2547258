package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// whose writes a figure's method and chain after the publisher.
func whose(f Figure) string {
	parts := []string{string(f.Attribution.Method)}
	for _, h := range f.Attribution.Chain[1:] {
		parts = append(parts, h.Name+" ("+string(h.Kind)+")")
	}
	return strings.Join(parts, " > ")
}

// Each case is a construction; want gives the attribution of its figures in
// the order of the text.
func TestAttributionConstructions(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"S said that T", "Harbor chief Anna Berg said that 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"S said T", "Anna Berg said the port would need 40 boats by June.", []string{"explicit > Anna Berg (person)"}},
		{"announced up to", "Governor Anna Berg has announced up to 40 boats will be sent to the islands.", []string{"explicit > Anna Berg (person)"}},
		{"a capital adjective in a name", "The Coastal Relief Office says its boats will stay for 40 days.", []string{"explicit > Coastal Relief Office (organisation)"}},
		{"of what was promised", "Of the 400 pumps promised for May, 90 had come by Friday, Anna Berg said.", []string{"explicit > Anna Berg (person)", "explicit > Anna Berg (person)"}},
		{"a time in the name", "The Sunday Herald said the port would need 40 boats.", []string{"explicit > Sunday Herald (outlet)"}},
		{"today in the name", "According to Vostria Today, the port needs 40 boats.", []string{"explicit > Vostria Today (outlet)"}},
		{"morning in the name", "The Morning Ledger said the port would need 40 boats.", []string{"explicit > Morning Ledger (outlet)"}},
		{"on a Sunday", "The port would need 40 boats, Anna Berg said Sunday.", []string{"explicit > Anna Berg (person)"}},
		{"by a day", "The first 40 boats are expected by Friday.", []string{"none"}},
		{"T, S said", "The port needs 40 boats, Anna Berg said on Monday.", []string{"explicit > Anna Berg (person)"}},
		{"T, said S", "“The port needs 40 boats,” said Anna Berg, a harbor pilot.", []string{"explicit > Anna Berg (person)"}},
		{"T1, S said, T2", "The fleet grew from 300 boats to 400, Berg said, with 60 more on order.", []string{"explicit > Berg (person)", "explicit > Berg (person)", "explicit > Berg (person)"}},
		{"according to at the end", "The plan needs 40 boats and 200 sailors, according to the Coast Guard.", []string{"explicit > Coast Guard (organisation)", "explicit > Coast Guard (organisation)"}},
		{"according to without a comma", "According to the Coast Guard about 40 boats were sent.", []string{"explicit > Coast Guard (organisation)"}},
		{"according to at the start", "According to the Coast Guard, 40 boats were sent.", []string{"explicit > Coast Guard (organisation)"}},
		{"two in one sentence", "The port sent 40 boats, according to FEMA, and lost 12 of them, according to Reuters.", []string{"explicit > FEMA (organisation)", "explicit > Reuters (outlet)"}},
		{"an outlet at the end governs a list", "The effort calls for 40 boats, 200 sailors and 15 pilots, NBC News reports.", []string{"explicit > NBC News (outlet)", "explicit > NBC News (outlet)", "explicit > NBC News (outlet)"}},
		{"told another outlet", "Two officials told Axios that 40 boats were sent.", []string{"explicit > Axios (outlet) > Two officials (anonymous)"}},
		{"told our own outlet", "Two officials told The Daily that 40 boats were sent.", []string{"explicit > Two officials (anonymous)"}},
		{"people familiar with", "The crews left with 40 boats, according to two people familiar with the talks.", []string{"explicit > two people familiar with the talks (anonymous)"}},
		{"a demand inside a report", "In a tense meeting last week, Anna Berg and Carl Dahl demanded that crews seek to stop 900 boats a day, according to two people familiar with the meeting.", []string{"explicit > two people familiar with the meeting (anonymous) > Anna Berg and Carl Dahl (person)"}},
		{"a document described by sources", "The scheme includes 5,000 staff, according to a staffing plan described to The Daily by three sources with knowledge of it.\n\nThe plan calls for using 300 rangers from the north.", []string{
			"explicit > three sources with knowledge of it (anonymous) > staffing plan (document)",
			"explicit > three sources with knowledge of it (anonymous) > staffing plan (document)"}},
		{"a document obtained by us", "The ministry weighed calling up 10,000 reservists, according to a draft memo obtained by The Daily.", []string{"explicit > draft memo (document)"}},
		{"carried by another", "The memo says 3,500 guards are needed. Another 2,500 drivers would be needed for support.", []string{"explicit > memo (document)", "carried > memo (document)"}},
		{"nothing carries over a plain sentence", "Anna Berg said that 40 boats were ready. The river is 90 miles long.", []string{"explicit > Anna Berg (person)", "none"}},
		{"first reported is priority", "The request for 40 boats was first reported by Reuters.", []string{"none"}},
		{"relative clause after the name", "Anna Berg, who runs the harbor, said 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"appositive after the name", "Anna Berg, the harbor chief, said 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"brackets after the name", "Sen. Anna Berg (D-Ohio) said 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"surname", "Governor Anna Berg met the crews. Berg said 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"pronoun", "Anna Berg said the river rose. She said 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"the governor", "Gov. Anna Berg said the river rose. The governor added that 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"the outlet", "The river rose, according to Reuters. Some 40 boats were sent, the outlet noted.", []string{"explicit > Reuters (outlet)"}},
		{"a report named later", "The state wants 40 boats, according to a report.\nThe boats are needed in May, NBC News reports.", []string{"explicit > NBC News (outlet)"}},
		{"a headline's report", "State to send 40 boats: report\n\nThe boats will leave in May, Axios reported.", []string{"explicit > Axios (outlet)"}},
		{"reportedly, with an outlet beside it", "The state reportedly sent 40 boats. The crews left in May, Reuters reported.", []string{"explicit > Reuters (outlet)"}},
		{"reportedly alone", "The state reportedly sent 40 boats.", []string{"explicit > reportedly (unspecified)"}},
		{"citing", "The river took 40 boats, Reuters reported, citing the Coast Guard.", []string{"explicit > Reuters (outlet) > Coast Guard (organisation)"}},
		{"a title after a dash ends the demand", "Anna Berg demanded 3,000 stops a day—triple the earlier rate.", []string{"explicit > Anna Berg (person)", "none"}},
		{"a request", "The Coast Guard has requested 375 engines from other states.", []string{"explicit > Coast Guard (organisation)"}},
		{"a body's plan told by another is told", "Anna Berg announced that Kenya plans to send 600 officers.", []string{"explicit > Anna Berg (person)"}},
		{"a name after the number is no source", "The state sent 40 Coast Guard boats on Monday.", []string{"none"}},
		{"a reprint's dateline", "State sends 40 boats\n\nLAGOS, May 2 (Reuters) - The state sent 40 boats. Berg said 90 more would follow.", []string{
			"explicit > Reuters (outlet)", "explicit > Reuters (outlet)", "explicit > Reuters (outlet) > Berg (person)"}},
		{"data", "According to government data, 40 boats are at sea.", []string{"explicit > government data (dataset)"}},
		{"nominal", "Anna Berg rejected the union's demand that 40 boats stay in port.", []string{"explicit > Anna Berg (person) > union (organisation)"}},
		{"the recalled number", "Some 5,000 crew may be sent, according to Reuters. The 5,000 figure is far too high.", []string{"explicit > Reuters (outlet)", "none"}},
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

// contents writes the statements as "source: content | content".
func contents(reading Reading) string {
	var all []string
	for _, a := range reading.Attributions {
		source := "-"
		if a.Source != nil {
			source = a.Source.Exact
		}
		var pieces []string
		for _, p := range a.Content {
			pieces = append(pieces, p.Exact)
		}
		all = append(all, source+": "+strings.Join(pieces, " | "))
	}
	return strings.Join(all, "\n")
}

func TestStatements(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ name, text, want string }{
		{"a quotation over sentences", "“We need boats. We need them now,” Berg said.", "Berg: “We need boats.  | We need them now,”"},
		{"a quotation that goes on", "“We need boats,” Berg said. “We need them now.”", "Berg: “We need boats,” | “We need them now.”"},
		{"a question before the speaker", "“Where are the boats?” Berg said.", "Berg: “Where are the boats?”"},
		{"over paragraphs", "“We need boats,” Berg said.\n\n“The crews are tired and the river is still rising.”", "Berg: “We need boats,” | “The crews are tired and the river is still rising.”"},
		{"a colon before the next paragraph", "The Tribune reports:\n\n\"The crews are tired and the river is rising.\"", "The Tribune: \"The crews are tired and the river is rising.\""},
		{"two speakers", "Berg said the river rose, but Dahl said the boats held.", "Berg: the river rose\nDahl: the boats held"},
		{"adding", "Berg said the river rose, adding that the boats held.", "Berg: the river rose\nBerg: that the boats held"},
		{"no source", "The boats are expected to leave in May.", "-: The boats | to leave in May"},
		{"a signed quotation", "The crews came early. “He never came to see the boats.” — Anna Berg", "Anna Berg: “He never came to see the boats.”"},
		{"words announced before a paragraph", "On Monday, Berg made the following remark:\n\n“The boats are ready. The crews are not.”", "Berg: “The boats are ready. The crews are not.”"},
		{"a noun for words before a colon", "The risk is plain in this finding: “Most boats leak in spring.”", "this finding: “Most boats leak in spring.”"},
		{"a transcript in quotation marks", "\"BERG: The port has boats.", "BERG: The port has boats."},
		{"two semicolons make a list", "The crews reported that the port holds boats; the river holds rafts; the lake holds ice.", "The crews: that the port holds boats; the river holds rafts; the lake holds ice"},
		{"a document at the end", "Catches fell through the end of August, a Port Daily analysis of newly filed harbor reports shows.", "a Port Daily analysis of newly filed harbor reports: Catches fell through the end of August"},
		{"data show that", "Data from the 2014 Harbor Survey show that boats leak.", "Data from the 2014 Harbor Survey: that boats leak"},
		{"a source met by the writer", "All the pilots I interviewed said the port was full.", "All the pilots I interviewed: the port was full"},
		{"a time within the medium", "The river rose, the agency said in a June report, and the lake fell.", "the agency: The river rose | and the lake fell"},
		{"a clause before the next speaker", "She said the crews were unpaid, and when pressed on why, the pilot replied, “Ask the port.”", "She: the crews were unpaid\nthe pilot: “Ask the port.”"},
		{"what would be said is not said", "The boats leak. A judge would rule that the port is closed.", ""},
		{"a relative clause before the verb", "One of the pilots who wrote the letter called Berg a quack.", "who: the letter\nOne of the pilots who wrote the letter: Berg a quack"},
		{"a demand behind a quotation", "“Why is the port full?” Dahl demanded.", "Dahl: “Why is the port full?”"},
		{"a letter read", "“The port is full today,” the letter read.", "the letter: “The port is full today,”"},
		{"an adverb before a verb that is a noun too", "Pilots also fear that closures could add to the jam.", "Pilots: that closures could add to the jam"},
		{"called on a day for", "Berg called Friday for the accounts to be released.", "Berg: the accounts to be released"},
		{"as someone said, at the end", "The port is full, as the police have said.", "the police: The port is full"},
		{"after saying", "After saying her boat was lost, Berg left the room.", "Berg: her boat was lost"},
		{"despite admitting", "Dahl, despite admitting that he had doubts, left the room.", "Dahl: that he had doubts"},
		{"a colon before a paragraph without marks", "The governor added:\n\nIt is a shame. The pilots know it.\n\nThe port closed.", "The governor: It is a shame. The pilots know it."},
		{"what a thing includes is not told", "The old fleet includes two tugs.", ""},
		{"what a document includes is", "The memo includes two tugs.", "The memo: two tugs"},
		{"a study within a statement is part of it", "Berg said the study shows the port is full.", "Berg: the study shows the port is full"},
		{"a poll", "In a poll of sailors, half of them slept ashore.", "a poll of sailors: half of them slept ashore"},
	} {
		t.Run(c.name, func(t *testing.T) {
			reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Text: c.text})
			if got := contents(reading); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestHedgesAreKept(t *testing.T) {
	reading := newTestReader(t).Find(documents.Document{ID: "x", Publisher: "The Daily",
		Text: "The state could send 40 boats, but it has 90 of them. In May the river rose."})
	if len(reading.Figures) != 2 {
		t.Fatalf("expected two figures, found %d", len(reading.Figures))
	}
	if h := reading.Figures[0].Hedges; len(h) != 1 || h[0].Exact != "could" {
		t.Errorf("expected the hedge \"could\", found %v", h)
	}
	if h := reading.Figures[1].Hedges; len(h) != 0 {
		t.Errorf("the second clause has no hedge; found %v", h)
	}
}

// Every span is verbatim, whatever the text.
func FuzzAttribution(f *testing.F) {
	reader := newTestReader(f)
	for _, s := range []string{
		"“We need 50 boats — now,” Berg said. “Naïve? No.”\n\n“And fuel.”",
		"According to the Coast Guard, 40 boats, Reuters reported, citing Berg (who said so), were told by S that 5",
		"said said said according to according to: “\"''",
		"A, B and C, who, said, that 4; and “he” told “them” 5.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Text: strings.ToValidUTF8(text, "?")})
		points := []rune(strings.ToValidUTF8(text, "?"))
		check := func(s *Span) {
			if s != nil && (s.Start < 0 || s.End > len(points) || s.Start >= s.End || string(points[s.Start:s.End]) != s.Exact) {
				t.Fatalf("span %d to %d is not %q", s.Start, s.End, s.Exact)
			}
		}
		for _, a := range reading.Attributions {
			check(a.Source)
			check(a.Cue)
			for i := range a.Content {
				check(&a.Content[i])
			}
			for _, h := range a.Chain {
				check(h.Source)
				check(h.Cue)
			}
		}
		for _, figure := range reading.Figures {
			for i := range figure.Hedges {
				check(&figure.Hedges[i])
			}
			if len(figure.Attribution.Chain) == 0 || figure.Attribution.Chain[0].Name != "The Daily" {
				t.Fatalf("hop 0 is not the publisher: %v", figure.Attribution.Chain)
			}
			if (figure.Attribution.Method == None) != (len(figure.Attribution.Chain) == 1) {
				t.Fatalf("method %s with a chain of %d", figure.Attribution.Method, len(figure.Attribution.Chain))
			}
		}
	})
}
