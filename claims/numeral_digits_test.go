package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// Numbers are read as they are written anywhere, or left alone; never wrong.
func TestWrittenNumbers(t *testing.T) {
	reader := newTestReader(t)
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"full-width digits", "The army sent ５，０００ soldiers and ３４ trucks.",
			[]string{"５，０００ = exact 5,000 [soldiers]", "３４ = exact 34 [trucks]"}},
		{"Arabic-Indic digits", "They sent ٥٬٠٠٠ agents, ١٢٫٥ percent of all.",
			[]string{"٥٬٠٠٠ = exact 5,000 [agents]", "١٢٫٥ percent = exact 12.5 percent"}},
		{"Devanagari digits, Indian groups", "They counted १२,३४,५६७ votes.",
			[]string{"१२,३४,५६७ = exact 1,234,567 [votes]"}},
		{"two scripts are no number", "They sent 5٣ men and 1２ boats.", nil},
		{"soft hyphen and zero width", "About 5\u00ad000 agents, or 5,\u200b000 of\u00adficers, came.",
			[]string{"About 5\u00ad000 = about 5,000 [agents]", "5,\u200b000 = exact 5,000 [of\u00adficers]"}},
		{"plain spaces", "They sent 940 000 troops, or 1 234 567 people.",
			[]string{"940 000 = exact 940,000 [troops]", "1 234 567 = exact 1,234,567 [people]"}},
		{"thin spaces", "They sent 1\u202f234\u202f567 soldiers and 5\u2009000 tents.",
			[]string{"1\u202f234\u202f567 = exact 1,234,567 [soldiers]", "5\u2009000 = exact 5,000 [tents]"}},
		{"a row of a table", "Row 120 340 560 780 units", []string{"120 = exact 120", "340 = exact 340", "560 = exact 560", "780 = exact 780 [units]"}},
		{"Indian grouping", "It has 12,34,567 voters, 5 lakh tents and 2 crore rupees.",
			[]string{"12,34,567 = exact 1,234,567 [voters]", "5 lakh = exact 500,000 [tents]", "2 crore rupees = exact 20,000,000 INR"}},
		{"a list is no number", "Rooms 22,24,26,31 were searched.", []string{"22 = exact 22", "24 = exact 24", "26 = exact 26", "31 = exact 31"}},
		{"European grouping", "The cost was 1.234,56 euros and 1.234.567 people came.",
			[]string{"1.234,56 euros = exact 1,234.56 EUR [cost]", "1.234.567 = exact 1,234,567 [people]"}},
		{"Swiss grouping", "He paid 1'234'567 francs.", []string{"1'234'567 francs = exact 1,234,567 franc"}},
		{"thousands or decimals", "They sent 1.234 soldiers to the coast.", []string{"1.234 = exact 1.23 to 1,234 [soldiers]"}},
		{"thousands or decimals with a bound", "More than 1.234 soldiers went.", []string{"More than 1.234 = more-than more than 1.23 [soldiers]"}},
		{"decimals of a measure", "It weighs 1.234 kg.", []string{"1.234 = exact 1.23 kilogram"}},
		{"decimal comma", "It grew by 1,3 million and cost 5,00 euros.", []string{"1,3 million = exact 1,300,000 up", "5,00 euros = exact 5 EUR"}},
		{"a year before a comma", "In 2013,25 grants were given.", []string{"25 = exact 25 [grants]"}},
		{"footnote marks", "The service has 5,000¹ agents, 6,000[1] officers, 700* guards and 800† men.",
			[]string{"5,000 = exact 5,000 [agents]", "6,000 = exact 6,000 [officers]", "700 = exact 700 [guards]", "800 = exact 800 [men]"}},
		{"powers of ten", "A load of 3×10⁶ cells, 1.5e6 cells and 10⁶ people.",
			[]string{"3×10⁶ = exact 3,000,000 [cells]", "1.5e6 = exact 1,500,000 [cells]", "10⁶ = exact 1,000,000 [people]"}},
		{"a power or a footnote", "They sent 10² men.", nil},
		{"fractions in one sign", "A bolt of 1⁄32 inch and a path of 2⅙ miles.",
			[]string{"1⁄32 = exact 0.03 inch [bolt]", "2⅙ = exact 2.17 mile [path]"}},
		{"marks on digits are no number", "5️⃣ reasons and 3\u0301 men.", nil},
		{"marks of direction", "\u200f5,000\u200f soldiers arrived.", []string{"5,000 = exact 5,000 [soldiers]"}},
		{"an address", "See https://records.example/a?b=30%25&c=500 for 20 pages.", []string{"20 = exact 20 page"}},
		{"hosts", "192.168.100.200 and 10.0.0.1 are hosts.", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			reading := reader.Find(documents.Document{ID: "test", Text: test.text})
			for _, f := range reading.Figures {
				got = append(got, brief(f))
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("%s\nfound\n  %s\nexpected\n  %s", test.text, strings.Join(got, "\n  "), strings.Join(test.want, "\n  "))
			}
			checkReading(t, test.text, reading)
		})
	}
}

// A number that may be thousands or decimals has no value, a low confidence and
// both readings as its ends.
func TestThousandsOrDecimals(t *testing.T) {
	reading := newTestReader(t).Find(documents.Document{ID: "test", Text: "They sent 1.234 soldiers."})
	if len(reading.Figures) != 1 || reading.Figures[0].Value != nil || reading.Figures[0].Confidence > 0.6 {
		t.Errorf("found %+v, expected one figure without a value and with a low confidence", reading.Figures)
	}
}
