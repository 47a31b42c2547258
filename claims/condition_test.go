package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

func TestConditions(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, want string }{
		{"The port would get 40 boats if Congress approves.", "if Congress approves"},
		{"If the river rises, the port will send 40 boats.", "If the river rises"},
		{"The plan for 40 boats would need approval by the harbor board.", "would need approval by the harbor board"},
		{"The port will send 40 boats pending Senate approval.", "pending Senate approval"},
		{"The deal for 40 boats, which is subject to the consent of the council, was signed.", "subject to the consent of the council"},
		{"The 40 boats will stay as long as the river is high, Berg said.", "as long as the river is high"},
		{"Unless 40 boats, tugs and rafts arrive by May, the port will close.", "Unless 40 boats, tugs and rafts arrive by May"},
		{"The port will send 40 boats, provided that the crews agree, and the river falls.", "provided that the crews agree"},
		{"Berg did not say if 40 boats were ready.", ""},
		{"He asked the pilots if 40 boats could sail.", ""},
		{"Some 40 boats sailed, even if the river rose.", ""},
		{"Berg, who would resign if asked, sent 40 boats.", ""},
		{"The pending request for 40 boats was filed.", ""},
		{"The port needs 40 boats.", ""},
		{"If it rains, the port will close; 40 boats left.", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			reading := reader.Find(documents.Document{Text: c.text})
			if len(reading.Figures) == 0 {
				t.Fatalf("%s: found no figure", c.text)
			}
			var got []string
			for _, span := range reading.Figures[0].Conditions {
				got = append(got, span.Exact)
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("%s: found the conditions %q, expected %q", c.text, got, c.want)
			}
		})
	}
}
