package claims

import (
	"fmt"
	"testing"

	"muster/documents"
)

func TestChainsAreMarked(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ name, text, want string }{
		{"a circle", "Reuters reported that 40 boats sank, citing the Harbor Post. The Harbor Post had cited Reuters.", "[loop]"},
		{"a circle through our own outlet", "Some 40 boats sank, the Harbor Post reported. The Harbor Post cited The Daily.", "[loop]"},
		{"disowned", "Reuters reported, citing the Coast Guard, that 40 boats had sunk. The Coast Guard denied having said so.", "[disowned]"},
		{"never gave it", "The Coast Guard said 40 boats had sunk, Reuters reported. The Coast Guard said it had never given such a figure.", "[disowned]"},
		{"a chain", "Reuters reported that 40 boats sank, citing the Harbor Post. The Harbor Post cited the Coast Guard.", "[]"},
		{"denied, but not the words", "The Coast Guard said 40 boats had sunk. The Coast Guard denied that the river was to blame.", "[]"},
		{"another denies", "The Coast Guard said 40 boats had sunk. FEMA denied having said so.", "[]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			reading := reader.Find(documents.Document{Publisher: "The Daily", Text: c.text})
			if len(reading.Figures) == 0 {
				t.Fatalf("%s: found no figure", c.text)
			}
			if got := fmt.Sprint(reading.Figures[0].Attribution.Marks); got != c.want {
				t.Errorf("%s: marked %s, expected %s (%s)", c.text, got, c.want, whose(reading.Figures[0]))
			}
		})
	}
}
