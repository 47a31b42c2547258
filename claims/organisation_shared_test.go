package claims

import (
	"testing"

	"muster/documents"
)

// Each number has the body that its sentence names for it.
func TestEachNumberHasItsBody(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Marland has sent 2,400 guards and Ostria 1,300.", []string{"Marland", "Ostria"}},
		{"Marland and Ostria sent 2,400 and 1,300 guards respectively.", []string{"Marland", "Ostria"}},
		{"The Canal Board and the Rail Board lent 60 and 40 engines respectively.", []string{"Canal Board", "Rail Board"}},
		{"The coast has 2,400 guards from Marland and 1,300 from Ostria.", []string{"Marland", "Ostria"}},
		{"The Canal Board lent 60 engines and the Rail Board another 40.", []string{"Canal Board", "Rail Board"}},
		{"The Canal Board lent 2,600 engines; the Rail Board, 1,240.", []string{"Canal Board", "Rail Board"}},
		{"PORT NEWBY, March 10 (Coast News) - The Rail Board has hired 320 drivers.", []string{"Rail Board"}},
		// what names no second body
		{"The Canal Board lent 60 engines in March and 40 in April.", []string{"Canal Board", "Canal Board"}},
		{"The Canal Board took 90 guards from Fort Orlund.", []string{"Canal Board"}},
		{"HARBOUR ARMY MARCHES NORTH\n\nThe country has called up 2,900 guards for the vote.", []string{""}},
	} {
		t.Run(c.text, func(t *testing.T) {
			reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Published: "2025-06-04", Text: c.text})
			if len(reading.Figures) != len(c.want) {
				t.Fatalf("%d figures, want %d", len(reading.Figures), len(c.want))
			}
			for i, f := range reading.Figures {
				if f.Organisation != c.want[i] {
					t.Errorf("%s: got %q, want %q", f.Number.Exact, f.Organisation, c.want[i])
				}
			}
		})
	}
}

// The line that says where and when a report was written is nobody's name, nor is a day
// who approves.
func TestSubjectsBesideDatelinesAndDays(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, subject, approver string }{
		{"Newby (Coast News) - The Canal Fund on Wednesday approved 30 million dollars.", "Canal Fund", "Canal Fund"},
		{"Newby, March 10 (Coast News) - The Canal Fund has approved 30 million dollars.", "Canal Fund", "Canal Fund"},
		{"NEWBY — The Canal Fund approved 30 million dollars.", "Canal Fund", "Canal Fund"},
		{"The Canal Fund last week approved 30 million dollars.", "Canal Fund last week", "Canal Fund"},
		{"The 30 million dollars were approved on Wednesday by the Canal Fund.", "", "Canal Fund"},
		{"The Canal Fund, set up in March, approved 30 million dollars.", "Canal Fund, set up in March", "Canal Fund"},
	} {
		t.Run(c.text, func(t *testing.T) {
			reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Published: "2025-06-04", Text: c.text})
			if len(reading.Figures) != 1 {
				t.Fatalf("%d figures, want 1", len(reading.Figures))
			}
			if f := reading.Figures[0]; f.Subject != c.subject || f.Approver != c.approver {
				t.Errorf("got subject %q, approver %q", f.Subject, f.Approver)
			}
		})
	}
}
