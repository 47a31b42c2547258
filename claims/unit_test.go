package claims

import (
	"slices"
	"strings"
	"testing"
)

func TestUnitsAt(t *testing.T) {
	for text, want := range map[string]string{
		"km": "kilometre", "square miles of": "square mile", "sq. ft.": "square foot", "mph": "mile per hour", "km/h": "kilometre per hour",
		"%": "percent", "per cent of": "percent", "percentage points": "percentage point", "US$": "USD", "$US": "USD", "Danish crowns": "DKK",
		"Acres": "acre", "Mw": "", "agents": "", "kWh": "kilowatt hour", "°C": "celsius",
	} {
		s := scanOf(text)
		u, n := s.units.at(text, s.list, 0)
		if u.name != want || (n == 0) != (want == "") {
			t.Errorf("%q: found %q in %d tokens, expected %q", text, u.name, n, want)
		}
	}
}

func TestParseUnitsSaysWhatIsWrong(t *testing.T) {
	for _, text := range []string{"money | USD | $", "sort | x | | y"} {
		if _, err := parseUnits(text); err == nil {
			t.Errorf("%q: expected an error", text)
		}
	}
}

// What the table says is money is money elsewhere, but for coins and coins of the net.
func TestMoney(t *testing.T) {
	for _, list := range loadUnits().byFirst {
		for _, spelling := range list {
			u := spelling.unit
			if u.kind != moneyUnit && Money(u.name) {
				t.Errorf("%s %q is taken for money", u.kind, u.name)
			}
			if u.kind == moneyUnit && !Money(u.name) && !strings.Contains(u.name, " ") && !slices.Contains([]string{"dime", "penny", "farthing", "kopeck", "paisa", "centavo", "rappen", "groschen", "piastre", "DOGE"}, u.name) {
				t.Errorf("%q is not taken for money", u.name)
			}
		}
	}
}
