package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// Numbers in words, amounts in two units, and bounds that are told together.
func TestSpelledAmounts(t *testing.T) {
	reader := newTestReader(t)
	for _, test := range []struct {
		text string
		want []string
	}{
		{"The walk took three and two thirds hours.", []string{"three and two thirds = exact 3.67 hour [walk]"}},
		{"The fund holds 3 million and a half.", []string{"3 million and a half = exact 3,500,000"}},
		{"Two thirds of a million were counted.", []string{"Two thirds of a million = exact 666,666.67"}},
		{"The rest, three quarters of the crews, left.", []string{"three quarters = exact 0.75 share [crews]"}},
		{"Sales fell for three quarters.", []string{"three = exact 3 quarter"}},
		{"Fifty-four hundredths of the land burned.", []string{"Fifty-four hundredths = exact 0.54 share [land]"}},
		{"The index stood at nine point zero four.", []string{"nine point zero four = exact 9.04 [index]"}},
		{"A hundred thousand crates and hundred thousand boxes came.", []string{"A hundred thousand = exact 100,000 [crates]", "hundred thousand = exact 100,000 [boxes]"}},
		{"It was the twenty-fifth raid and the one hundred and twenty-first arrest.", nil},
		{"The tower is 5 feet 2 inches wide and the guard 6-foot-2.", []string{"5 feet 2 inches = exact 5.17 foot", "6-foot-2 = exact 6.17 foot"}},
		{"A ticket costs 13 dollars and 45 cents, not 15 dollars 50.", []string{"13 dollars and 45 cents = exact 13.45 USD [ticket]", "15 dollars 50 = exact 15.5 USD [ticket]"}},
		{"The board spent MSEK 60, then 12 MEUR and 75 USD million.", []string{"MSEK 60 = exact 60,000,000 SEK", "12 MEUR = exact 12,000,000 EUR", "75 USD million = exact 75,000,000 USD"}},
		{"The crate weighs 20 [kg].", []string{"20 = exact 20 kilogram"}},
		{"They need more than 100 but fewer than 300 tents.", []string{"more than 100 but fewer than 300 = range 100 to 300 [tents]"}},
		{"They need at least 20, at most 40 beds.", []string{"at least 20, at most 40 = range 20 to 40 [beds]"}},
		{"They need more than 40 and less than 10.", []string{"more than 40 = more-than more than 40", "less than 10 = less-than less than 10"}},
		{"The yield was less than or equal to 40.", []string{"less than or equal to 40 = at-most at most 40 [yield]"}},
		{"The yield was more than 40 or equal to it.", []string{"more than 40 or equal to it = at-least at least 40 [yield]"}},
		{"A $4 million grant, hk$5, 20 rmb and 300 pesetas.", []string{"$4 million = exact 4,000,000 USD [grant]", "hk$5 = exact 5 HKD", "20 rmb = exact 20 CNY", "300 pesetas = exact 300 ESP"}},
		{"The 13F filing was late.", nil},
		{"It was 40C in the heat.", []string{"40 = exact 40 celsius"}},
		{"All 5 of them saw COP 26 and the TOP 10.", []string{"5 = exact 5"}},
	} {
		var got []string
		for _, f := range reader.Find(documents.Document{ID: "test", Text: test.text}).Figures {
			got = append(got, brief(f))
		}
		if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%s\nfound\n  %s\nexpected\n  %s", test.text, strings.Join(got, "\n  "), strings.Join(test.want, "\n  "))
		}
	}
}

// An age keeps whether it is told in years, months, weeks or days.
func TestAgeUnits(t *testing.T) {
	reader := newTestReader(t)
	for text, want := range map[string]string{
		"The calf is ten months old.": "month of age", "At 6 weeks of age it was moved.": "week of age",
		"A 90 day old bill lay there.": "day of age", "The patient, an 87 yo man, left.": "year of age",
	} {
		others := reader.Find(documents.Document{ID: "test", Text: text}).Others
		if len(others) != 1 || others[0].Kind != ageKind || others[0].Unit != want {
			t.Errorf("%s: found %+v, expected one age in %q", text, others, want)
		}
	}
}
