package claims

import (
	"testing"

	"muster/documents"
)

// "From A to B" is a change where a word of rise or fall stands before it, of which
// how much it rose and a comma may part it; else a range.
func TestChangesAndRanges(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, want string }{
		{"Starting pay rises by 8 per cent, from 1,990 to 2,150 lira a month.", "1990>2150"},
		{"Starting pay goes up by eight per cent, from 1,990 to 2,150 lira a month.", "1990>2150"},
		{"The fleet grew 8 per cent from 1,990 to 2,150 boats.", "1990>2150"},
		{"The fleet grew by 160 boats, from 1,990 to 2,150.", "1990>2150"},
		{"Arrests fell by a fifth, from 500 to 400.", "500>400"},
		{"Arrests doubled, from 200 to 400.", "200>400"},
		{"The increase of 8 per cent, from 1,990 to 2,150 lira, comes in May.", "1990>2150"},
		{"Pay is up 8 per cent, from 1,990 to 2,150 lira.", "1990>2150"},
		{"The number of guards rose, from 600 to 900.", "600>900"},
		{"The number of guards rose sharply, the agency said, from 600 to 900.", "600>900"},
		{"Pay rose steadily over two years, from 1,990 to 2,150 lira.", "1990>2150"},
		{"The share of women climbed 4 points, from 20 to 24 per cent.", "20>24"},
		{"The army is expanding by 300 soldiers, from 900 to 1,200.", "900>1200"},
		{"The bids went from 400 to 600 million.", "400000000>600000000"},

		{"Pay ranges from 1,990 to 2,150 lira a month.", "1990-2150"},
		{"Fines, raised by 8 per cent in May, run from 100 to 300 lira.", "100-300"},
		{"Prices rose by 5 to 8 per cent.", "5-8"},
		{"Guards earn from 1,990 to 2,150 lira; pay rises by 8 per cent.", "1990-2150"},
		{"The increase will cost from 3 to 5 million euros.", "3000000-5000000"},
		{"The rise in pay, by 8 per cent, will cost from 3 to 5 million euros.", "3000000-5000000"},
		{"Since the force grew by 8 per cent, crews have from 4 to 6 men.", "4-6"},
	} {
		got := ""
		for _, f := range reader.Find(documents.Document{Text: c.text}).Figures {
			switch {
			case f.Change != nil:
				got += f.Change.From.String() + ">" + f.Change.To.String()
			case f.Qualifier == Range:
				got += f.Stated.Min.Value.String() + "-" + f.Stated.Max.Value.String()
			}
		}
		if got != c.want {
			t.Errorf("%s: found %q, expected %q", c.text, got, c.want)
		}
	}
}
