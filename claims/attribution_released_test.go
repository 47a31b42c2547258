package claims

import (
	"slices"
	"testing"

	"muster/documents"
)

// A source told by other words than its name is the body that they mean: who made the
// figures known, whose release it was, and which agency or court was named before.
func TestAttributionByParaphrase(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"figures published by S", "Figures published by the Canal Board on Monday show that 40 boats were lost.", []string{"explicit > Canal Board (organisation)"}},
		{"figures S released", "According to figures the Canal Board released, 40 boats were lost.", []string{"explicit > Canal Board (organisation)"}},
		{"figures behind, S released", "Some 40 boats were lost, figures the Canal Board released on Monday show.", []string{"explicit > Canal Board (organisation)"}},
		{"data which S made public", "Data which the Canal Board made public on Monday show 40 lost boats.", []string{"explicit > Canal Board (organisation)"}},
		{"data of S", "According to data of the Canal Board, 40 boats were lost.", []string{"explicit > Canal Board (organisation)"}},
		{"the release it sent out", "The Canal Board met on Monday. It will hire 40 clerks, according to the release it sent out.", []string{"explicit > Canal Board (organisation)"}},
		{"that emerges from", "Some 40 boats were lost. That emerges from the figures which the Canal Board released.", []string{"explicit > Canal Board (organisation)"}},
		{"was the source", "Some 40 boats were lost. The Canal Board's statement was her source.", []string{"explicit > Canal Board's statement (document)"}},
		{"figures published by nobody", "Figures published on Monday show that 40 boats were lost.", []string{"explicit > Figures published on Monday (dataset)"}},
		{"where boats emerge from", "Some 40 boats were seen. They emerge from the Canal Board's harbour.", []string{"none"}},
		{"a source of water", "Some 40 wells were dug. The river was their source.", []string{"none"}},
		{"the agency of news", "The news agency OPR wrote of the plan. The defence ministry would not comment. Some 40 boats will sail, the agency reported.", []string{"explicit > OPR (outlet)"}},
		{"the agency of the state", "Tarn Wire wrote of it first. The Rural Payments Agency met on Monday. It has 40 clerks, the agency said.", []string{"explicit > Rural Payments Agency (organisation)"}},
		{"the court in the middle", "The Court of Accounts has looked. Some 40 boats, the court reports, were lost.", []string{"explicit > Court of Accounts (organisation)"}},
		{"the auditors", "The Audit Office has looked. The auditors found that 40 boats were lost.", []string{"explicit > Audit Office (organisation)"}},
		{"auditors of nobody", "The company hired more men. The auditors found that 40 boats were lost.", []string{"explicit > auditors (anonymous)"}},
		{"a bare name that reports", "Some 40 boats were lost, Meridian reported.", []string{"explicit > Meridian (outlet)"}},
		{"somebody who reports", "Elin Daro, a farmer, lost cows. Daro reported that 12 were found.", []string{"explicit > Elin Daro (person)"}},
		{"put on a day", "The Dockers' Union put the number of strikers on Monday at 2,900.", []string{"explicit > Dockers' Union (organisation)"}},
		{"put in a place", "The union put the crews on alert at 40 ports.", []string{"none"}},
		{"a body that recorded", "The Canal Board recorded 40 crossings in May.", []string{"explicit > Canal Board (organisation)"}},
		{"who was put on a list", "The Canal Board has registered 40 boats.", []string{"none"}},
		{"a land that recorded", "The country has recorded 40 crossings, the Canal Board said.", []string{"explicit > Canal Board (organisation)"}},
		{"a land by its name", "Vostria has recorded 40 crossings since May.", []string{"none"}},
		{"a land alone", "The country has recorded 40 crossings.", []string{"none"}},
		{"who recorded, told by another", "Hospitals recorded 40 deaths, according to the Canal Board.", []string{"explicit > Canal Board (organisation)"}},
		{"what recorded", "The camera recorded 40 crossings in May.", []string{"none"}},
		{"a long name", "The Union of Port and Haulage Workers put the number of strikers at 40.", []string{"explicit > Union of Port and Haulage Workers (organisation)"}},
		{"two bodies", "The Ministry of Ports and the Canal Board said 40 boats were lost.", []string{"explicit > Ministry of Ports and Canal Board (organisation)"}},
		{"each according to one", "The march drew 90 people according to its organisers and 40 according to the police.", []string{"explicit > its organisers (anonymous)", "explicit > police (organisation)"}},
		{"each between commas", "The march drew 90 people, according to the organisers, and 40, according to the police.", []string{"explicit > organisers (anonymous)", "explicit > police (organisation)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Published: "2025-06-04", Text: c.text})
			var got []string
			for i := range reading.Figures {
				got = append(got, whose(reading.Figures[i]))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

// Initials of the publisher's are its own, whatever body a list knows by them.
func TestPublisherByInitials(t *testing.T) {
	reader := newTestReader(t)
	for publisher, want := range map[string]string{"Brevonian Press Agency": "none", "The Daily": "explicit > Bonneville Power Administration (organisation)"} {
		reading := reader.Find(documents.Document{ID: "x", Publisher: publisher, Published: "2025-06-04", Text: "STELLHAVEN (BPA) - The harbour is shut. Some 40 boats were lost, the BPA said."})
		if got := whose(reading.Figures[0]); got != want {
			t.Errorf("of %s: got %q, want %q", publisher, got, want)
		}
	}
}
