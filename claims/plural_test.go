package claims

import (
	"slices"
	"strings"
	"testing"

	"muster/documents"
)

func TestUnitsOfCounts(t *testing.T) {
	r := newTestReader(t)
	tests := []struct{ text, want string }{
		{"The yard hired 40 harbor pilots and 12 riggers.", "harbor pilot; rigger"},
		{"It fed 300 children, 20 women and 9 firemen.", "child; woman; fireman"},
		{"The port bought 12 Harrow 737s and 9 hPad 14s.", "harrow 737; hpad 14"},
		{"The inquiry named 41 categories of goods in three series.", "category; series"},
		{"Two viruses and six wolves reached the island.", "virus; wolf"},
		{"It cost $5 million, took three days and covered 40 square miles.", "USD; day; square mile"},
		{"They counted 90 gulls and terns.", ""},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			found := r.Find(documents.Document{Text: test.text})
			var units []string
			for _, f := range r.Quantities(found) {
				units = append(units, f.Unit)
			}
			if got := strings.Join(units, "; "); got != test.want {
				t.Errorf("%q: found the units %q, expected %q", test.text, got, test.want)
			}
			if i := slices.IndexFunc(found.Figures, func(f Figure) bool { return f.Unit != "" && f.Counted != "" }); i >= 0 {
				t.Errorf("%q: the figure %q has the unit %q, expected none outside Quantities", test.text, found.Figures[i].Quote.Exact, found.Figures[i].Unit)
			}
		})
	}
}
