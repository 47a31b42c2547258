package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// TestSubjects holds what each number of a sentence is about.
func TestSubjects(t *testing.T) {
	reader := newTestReader(t)
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"verb", "Bookings at the two inns, the oldest in town, rose 4 percent.", []string{"Bookings", "Bookings at the two inns, the oldest in town"}},
		{"apposition after a time", "In May, the mill, a maker of felt, lost $4 million.", []string{"mill, a maker of felt"}},
		{"list", "Wheat, rye and oats make up 80 percent of the crop.", []string{"Wheat, rye and oats"}},
		{"relative clause", "The plan moves them to a field with a strip that is 900 metres long.", []string{"strip"}},
		{"closed relative clause", "The tram line, which opened in May, carries 3,000 riders a day.", []string{"tram line"}},
		{"reporting that", "The mayor said that rents rose 6 percent.", []string{"rents"}},
		{"participle", "A lorry carrying 20 tons of gravel overturned.", []string{"lorry"}},
		{"participle of the subject", "She finished the race averaging 15 miles per hour.", []string{"race"}},
		{"taken from", "The news shook the bank, wiping $340 million off its book value.", []string{"book value"}},
		{"shared out", "The rate was 4.5 percent for tenants and 6.2 percent for owners.", []string{"tenants", "owners"}},
		{"for a time", "The rate was 4.5 percent for tenants.", []string{"rate"}},
		{"object of a change", "The bank raised its forecast for exports from 2.1 percent to 2.4 percent.", []string{"forecast for exports"}},
		{"levels after a step", "It extends the reach of the crane by 30 feet - from 200 feet to 230 feet.", []string{"reach of the crane", "reach of the crane"}},
		{"infinitive", "Officials expect the bridge to cost $3 billion.", []string{"bridge"}},
		{"heading", "Net income 23 million euros; costs 2.2 billion euros.", []string{"Net income", "costs"}},
		{"own phrase", "Five new crates of River Tea will join the cargo.", []string{"new crates of River Tea"}},
		{"added to", "The storm shut the mill, adding $9 million to its debt.", []string{"debt"}},
		{"shared out after conversions", "It asks 2,400,000 yen ($22,000) for the van and 2,300,000 ($21,000) for the truck.", []string{"van", "van", "truck", "truck"}},
		{"no unit as subject", "It ran 30 miles in the rain and used 4 litres.", []string{"", "rain"}},
		{"age", "Children under the age of 5 years enter free.", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range reader.Find(documents.Document{ID: "test", Text: test.text}).Figures {
				got = append(got, f.Subject)
			}
			if strings.Join(got, "|") != strings.Join(test.want, "|") {
				t.Errorf("%s\nfound    %q\nexpected %q", test.text, got, test.want)
			}
		})
	}
}
