package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

func TestBareDollars(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ publisher, text, want string }{
		{"Canberra Gazette", "The port paid $5 million.", "AUD"},
		{"The Daily", "SYDNEY, May 2 (Reuters) - The port paid $5 million.", "AUD"},
		{"The Daily", "Port pays\n\nOTTAWA - The port paid $5 million.", "CAD"},
		{"The Straits Times", "The port paid $5 million.", "SGD"},
		{"Canberra Gazette", "The port paid A$5 million, or $3 million.", "AUD USD"},
		{"Canberra Gazette", "The port paid US$5 million, and $3 million more.", "USD USD"},
		{"The Daily", "Sydney is large. The port paid $5 million.", "USD"},
		{"The Daily", "The port paid $5 million.", "USD"},
	} {
		t.Run(c.publisher+": "+c.text, func(t *testing.T) {
			var units []string
			for _, f := range reader.Find(documents.Document{Publisher: c.publisher, Text: c.text}).Figures {
				units = append(units, f.Unit)
			}
			if got := strings.Join(units, " "); got != c.want {
				t.Errorf("%s: %s: found %s, expected %s", c.publisher, c.text, got, c.want)
			}
		})
	}
	for file, want := range map[string]string{"reading: pounds": "expected the reading national or usd", "AUD: sydney": "expected \"AUD: publishers | places\""} {
		if _, err := parseDollars(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, expected an error with %q", file, err, want)
		}
	}
	if d, err := parseDollars("reading: usd\nAUD: sydney | sydney"); err != nil || d.of(documents.Document{Publisher: "Sydney Post"}) != "" {
		t.Errorf("reading usd: got %v, %v; expected US dollars everywhere", d, err)
	}
}
