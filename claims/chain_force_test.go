package claims

import (
	"testing"

	"muster/documents"
)

// "The Navy" is the American one only in a text on anything American.
func TestForcesOfOtherLands(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, root string }{
		{"The Navy said it had sent 40 boats to the Orlan strait.", "Navy"},
		{"The Army said 900 soldiers were in Bresk.", "Army"},
		{"The Air Force said it had 40 jets in Orlan.", "Air Force"},
		{"The Coast Guard sailed from Bresk. The Navy said 900 sailors were on board.", "Navy"},

		{"The US Navy said it had sent 40 boats to the Orlan strait.", "US Navy"},
		{"The Pentagon agreed. The Army said 900 soldiers were in Bresk.", "US Army"},
		{"National Guard troops came too. The Army said 900 soldiers were on their way.", "US Army"},
		{"WASHINGTON - The Navy said it had sent 40 boats.", "US Navy"},
	} {
		figures := reader.Find(documents.Document{Text: c.text, Publisher: "Harbour Herald"}).Figures
		if len(figures) != 1 || figures[0].Attribution.Root().Name != c.root {
			t.Errorf("%s: found %+v, expected the root %s", c.text, figures, c.root)
		}
	}
}
