package claims

import (
	"testing"

	"muster/documents"
)

// partsOf maps each figure's number to the number of its total.
func partsOf(figures []Figure) map[string]string {
	numbers, parts := map[string]string{}, map[string]string{}
	for _, f := range figures {
		numbers[f.ID] = f.Number.Exact
	}
	for _, f := range figures {
		if f.PartOf != nil {
			parts[f.Number.Exact] = numbers[*f.PartOf]
		}
	}
	return parts
}

func TestParts(t *testing.T) {
	reader := newTestReader(t)
	for _, test := range []struct {
		name, text string
		want       map[string]string
		total, how string
	}{
		{"list after a colon", "The state sent 900 firefighters: 500 firefighters from Oregon and 400 from Nevada.",
			map[string]string{"500": "900", "400": "900"}, "900", "closed"},
		{"including", "The base holds 900 soldiers, including 120 from Spain.",
			map[string]string{"120": "900"}, "900", "open"},
		{"including a list", "The base holds 900 soldiers from six states, including 120 from Texas, 110 from Ohio and 90 from Utah.",
			map[string]string{"120": "900", "110": "900", "90": "900"}, "900", "open"},
		{"including without a number", "The base holds 900 soldiers, including some from Spain, and 300 officers.",
			map[string]string{}, "900", "open"},
		{"list in the next sentence", "Floods hit.\nThe ministry wants more than 4,000 soldiers on the coast. The order takes 2,500 soldiers from Norway, 1,200 from Spain and 500 from Chile.",
			map[string]string{"2,500": "more than 4,000", "1,200": "more than 4,000", "500": "more than 4,000"}, "more than 4,000", "closed"},
		{"does not add up", "Floods hit.\nThe ministry wants 9,000 soldiers on the coast. The order takes 2,500 soldiers from Norway and 1,200 from Spain.",
			map[string]string{}, "", ""},
		{"a headline is no total", "Ministry sends 3,700 soldiers\nThe order takes 2,500 soldiers from Norway and 1,200 from Spain.",
			map[string]string{}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			figures := reader.Find(documents.Document{ID: "test", Text: test.text}).Figures
			got := partsOf(figures)
			if len(got) != len(test.want) {
				t.Errorf("found the parts %v, expected %v", got, test.want)
			}
			for part, total := range test.want {
				if got[part] != total {
					t.Errorf("%s is part of %q, expected %q", part, got[part], total)
				}
			}
			for _, f := range figures {
				if f.Number.Exact == test.total && (f.Parts == nil || *f.Parts != test.how) {
					t.Errorf("parts of %s: expected %q", f.Number.Exact, test.how)
				}
			}
		})
	}
}
