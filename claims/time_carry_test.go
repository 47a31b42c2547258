package claims

import (
	"testing"

	"muster/documents"
)

// A figure of the headline holds when the same figure of the article does, and
// a list of outcomes in one paragraph at one time.
func TestTimesCarried(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ name, text, number, want string }{
		{"a headline", "Navy sends 40 boats north\n\nThe navy sent 40 boats north on Monday.", "40", "2025-06-02"},
		{"a headline with another figure", "Navy sends 40 boats north\n\nThe navy sent 50 boats north on Monday.", "40", ""},
		{"a list of outcomes", "The crews put out 12 fires in May. They rescued 300 people.", "300", "2025-05-01"},
		{"another paragraph", "The crews put out 12 fires in May.\n\nThe storm killed 300 people.", "300", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			reading := reader.Find(documents.Document{Text: c.text, Published: "2025-06-04"})
			for _, f := range reading.Figures {
				if f.Number.Exact != c.number {
					continue
				}
				got := ""
				if f.About != nil {
					got = string(f.About.From)
				}
				if got != c.want {
					t.Errorf("%s: %s holds from %q, expected %q", c.text, c.number, got, c.want)
				}
				return
			}
			t.Errorf("%s: found no %s", c.text, c.number)
		})
	}
}
