package claims

import (
	"testing"

	"muster/documents"
)

// The rate of the last figure of each text, with its unit where it has one.
func TestRates(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, want string }{
		{"The agency serves 900 meals every working day.", "/day"},
		{"The agency serves 900 meals per working day.", "/day"},
		{"The agency handles 900 cases a business day.", "/day"},
		{"The kitchens serve 900 meals each school day.", "/day"},
		{"The kitchens serve 900 meals each weekday.", "/day"},
		{"The clerks deal with 900 cases per working week.", "/week"},
		{"On every working day, 900 cases are handled.", "/day"},
		{"Each week the town buries 40 people.", "/week"},
		{"The crews clear 40 houses a shift.", "/shift"},
		{"There are four men per crew.", "per crew/"},
		{"There are nine men per patrol.", "per patrol/"},
		{"The port takes 900 boxes per ship.", "/"},
		{"The convoys carry 40 tonnes per trip.", "metric ton per trip/"},

		{"The talks took three working days.", "day/"},
		{"The 900 men worked a night shift.", "/"},
		{"The ministry sent 40 men every few days.", "/"},
		{"The third working day brought 900 cases.", "/"},
		{"Every day since Monday the price rose by 4 percent.", "percent/"},
		{"Each crew has four men.", "/"},
	} {
		figures := reader.Find(documents.Document{Text: c.text}).Figures
		got := ""
		if n := len(figures); n > 0 {
			got = figures[n-1].Unit + "/" + figures[n-1].Per
		}
		if got != c.want {
			t.Errorf("%s: found %q, expected %q", c.text, got, c.want)
		}
	}
}
