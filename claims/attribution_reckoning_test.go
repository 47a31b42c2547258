package claims

import (
	"slices"
	"testing"

	"muster/documents"
)

// A number has its source where the text tells by whose count it is, whose the
// figures are, and who put it there.
func TestAttributionByCount(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"by S's count", "By the Canal Board's count, 40 boats were lost.", []string{"explicit > Canal Board (organisation)"}},
		{"by the count of S", "By the reckoning of the Canal Board 40 boats were lost.", []string{"explicit > Canal Board (organisation)"}},
		{"behind a clause", "Some 40 boats were lost by the Canal Board's own count.", []string{"explicit > Canal Board (organisation)"}},
		{"between commas", "Some 40 boats, on the union's figures, were lost.", []string{"explicit > union's figures (dataset)"}},
		{"at S's last count", "At the union's last count, 40 boats were lost.", []string{"explicit > union (organisation)"}},
		{"based on data from S", "Based on data from the Canal Board, 40 boats were lost.", []string{"explicit > data from the Canal Board (dataset)"}},
		{"by its count, of a subject", "The Canal Board met on Tuesday. By its count 40 boats were lost.", []string{"explicit > Canal Board (organisation)"}},
		{"its count, two sentences on", "The Canal Board met on Tuesday. It has mended nine locks. By its count 40 boats were lost.", []string{"none", "explicit > Canal Board (organisation)"}},
		{"they show", "The Canal Board published figures on Tuesday. They show 40 lost boats.", []string{"explicit > Canal Board (organisation)"}},
		{"figures and a colon", "The Canal Board published new figures: 40 boats were lost.", []string{"explicit > Canal Board (organisation)"}},
		{"a tally that stands", "The union's tally stands at 40 boats.", []string{"explicit > union (organisation)"}},
		{"a report that has", "The union's report has 40 boats missing.", []string{"explicit > union (organisation)"}},
		{"how long a report is", "The union's report has 40 pages.", []string{"none"}},
		{"given as", "The union gives the number of boats as 40.", []string{"explicit > union (organisation)"}},
		{"a figure of", "The union gave a figure of 40 boats.", []string{"explicit > union (organisation)"}},
		{"what was given", "The union gave the crews 40 boats.", []string{"none"}},
		{"put by S", "The number of boats was put at 40 by the union.", []string{"explicit > union (organisation)"}},
		{"estimated by S", "The number of boats is estimated by the Canal Board at 40.", []string{"explicit > Canal Board (organisation)"}},
		{"an adjective for a name", "The Directorate estimates that 40 boats were lost.", []string{"explicit > Directorate (organisation)"}},
		{"the latter's report", "The union and the Canal Board disagree. The latter's report has 40 boats missing.", []string{"explicit > Canal Board (organisation)"}},
		{"the former", "The union and the Canal Board disagree. The former says 40 boats are missing.", []string{"explicit > union (organisation)"}},
		{"the latter, a name of no office", "The ministry and the Red Cross disagree. The latter says 40 boats are missing.", []string{"explicit > Red Cross (organisation)"}},
		{"its tally", "The union met on Sunday. Its latest tally shows 40 boats missing.", []string{"explicit > union (organisation)"}},
		{"a note, and it", "The union met on Sunday. In a note to the crews, it gives the loss as 40 boats.", []string{"explicit > union (organisation)"}},
		{"a report with its day", "Some 40 boats are missing, according to the union's report of 11 March.", []string{"explicit > union's report (document)"}},
		{"a day before the report", "The union's 11 March report says 40 boats are missing.", []string{"explicit > union's 11 March report (document)"}},
		{"a report beside the subject", "The union, in a report dated 11 March, put the loss at 40 boats.", []string{"explicit > union (organisation)"}},
		{"the same statement", "The union said in a statement that 90 boats had sailed. The same statement said 40 were missing.", []string{"explicit > union (organisation)", "explicit > union (organisation)"}},
		{"the report published", "The union published a report. The report says 40 boats are missing.", []string{"explicit > union's report (document)"}},
		{"two with one verb", "The police put the crowd at 40, the union at 90.", []string{"explicit > police (organisation)", "explicit > union (organisation)"}},
		{"two that counted", "The union counts 90 boats, the ministry 40.", []string{"explicit > union (organisation)", "explicit > ministry (organisation)"}},
		{"one and what it lists", "The union counts 90 boats, 12 tents and 40 cars.", []string{"explicit > union (organisation)", "explicit > union (organisation)", "explicit > union (organisation)"}},
		{"a ministry is no union", "The union put the loss at 40 boats. The ministry put it at 12.", []string{"explicit > union (organisation)", "explicit > ministry (organisation)"}},
		{"by a thing", "By the river's edge 40 boats were lost.", []string{"none"}},
		{"by a deed", "By the end of the count 40 boats were lost.", []string{"none"}},
		{"on a matter", "The crews spent 40 hours on the union's figures.", []string{"none"}},
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
