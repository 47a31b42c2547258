package claims

import (
	"fmt"
	"strings"
	"testing"

	"muster/documents"
)

// newTestReader returns a reader with everything built in.
func newTestReader(t testing.TB) *Reader {
	t.Helper()
	reader, err := LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	return reader
}

// brief writes the quantity side of a figure in one line.
func brief(f Figure) string {
	out := fmt.Sprintf("%s = %s %s", f.Number.Exact, f.Qualifier, f.Stated)
	if f.Change != nil {
		out = fmt.Sprintf("%s = change %s to %s", f.Number.Exact, f.Change.From, f.Change.To)
	}
	for _, part := range []string{f.Unit, f.Direction} {
		if part != "" {
			out += " " + part
		}
	}
	if f.Per != "" {
		out += " a " + f.Per
	}
	if f.Counted != "" {
		out += " [" + f.Counted + "]"
	}
	return out
}

// quantityCase is a text and the figures expected of it, as brief writes them.
type quantityCase struct {
	name, text string
	want       []string
}

// compareQuantities reads each text and compares all its figures.
func compareQuantities(t *testing.T, cases []quantityCase) {
	t.Helper()
	reader := newTestReader(t)
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range reader.Find(documents.Document{ID: "test", Text: test.text}).Figures {
				got = append(got, brief(f))
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("%s\nfound\n  %s\nexpected\n  %s", test.text, strings.Join(got, "\n  "), strings.Join(test.want, "\n  "))
			}
		})
	}
}

func TestQuantities(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"money with a conversion", "The fund received $85m (£65m).",
			[]string{"$85m = exact 85,000,000 USD", "£65m = exact 65,000,000 GBP"}},
		{"national prefixes", "It paid A$12 million, RM79 and USD10m.",
			[]string{"A$12 million = exact 12,000,000 AUD", "RM79 = exact 79 MYR", "USD10m = exact 10,000,000 USD"}},
		{"m as million", "The depot shipped 1.2m tons of grain.",
			[]string{"1.2m = exact 1,200,000 ton [grain]"}},
		{"a bound of what was settled before", "No more than the planned 450 guards and not more than the originally agreed 20 boats will come, and at least the promised 30 pilots.",
			[]string{"No more than the planned 450 = at-most at most 450 [guards]", "not more than the originally agreed 20 = at-most at most 20 [boats]", "at least the promised 30 = at-least at least 30 [pilots]"}},
		{"compared with what was settled before", "More than the planned 450 guards came.",
			[]string{"450 = exact 450 [guards]"}},
		{"m as metre", "The wall is 37m long.",
			[]string{"37 = exact 37 metre"}},
		{"vague counts", "Tens of thousands of residents fled.",
			[]string{"Tens of thousands of = vague 10,000 to 100,000 [residents]"}},
		{"between", "The camp holds between 750 and 800 prisoners.",
			[]string{"between 750 and 800 = range 750 to 800 [prisoners]"}},
		{"scale carried back", "The bill would cost $10 to $15 billion.",
			[]string{"$10 to $15 billion = range 10,000,000,000 to 15,000,000,000 USD [bill]"}},
		{"scale not carried back", "Grants run from $500,000 to $1 million.",
			[]string{"from $500,000 to $1 million = range 500,000 to 1,000,000 USD"}},
		{"change, not range", "The backlog fell from 2,415 to 2,315 cases.",
			[]string{"from 2,415 to 2,315 = change 2415 to 2315 down [cases]"}},
		{"step and level", "The index rose 0.6 percent to 3,005.",
			[]string{"0.6 percent = exact 0.6 percent up [index]", "3,005 = exact 3,005"}},
		{"each change to its own subject", "Crime fell 9%, while fraud rose 11%.",
			[]string{"9% = exact 9 percent down [Crime]", "11% = exact 11 percent up [fraud]"}},
		{"descending pair", "Support slipped from 48 to 47 percent.",
			[]string{"from 48 to 47 percent = change 48 to 47 percent down [Support]"}},
		{"fold", "Calls rose more than sixfold.",
			[]string{"more than sixfold = more-than more than 6 times up [Calls]"}},
		{"triple", "That is approximately triple the number of permits issued in spring.",
			[]string{"approximately triple = about 3 times [permits]"}},
		{"who serves under whom", "It has 2,400 cooks, under 90 supervisors; a ferry, under 90 passengers, sank.",
			[]string{"2,400 = exact 2,400 [cooks]", "90 = exact 90 [supervisors]", "under 90 = less-than less than 90 [passengers]"}},
		{"bounds before", "At least 40 nurses, up to 300 beds and fewer than 12 doctors were ready.",
			[]string{"At least 40 = at-least at least 40 [nurses]", "up to 300 = at-most at most 300 [beds]", "fewer than 12 = less-than less than 12 [doctors]"}},
		{"about", "Some 4,000 volunteers and nearly 90 trucks arrived.",
			[]string{"Some 4,000 = about 4,000 [volunteers]", "nearly 90 = about 90 [trucks]"}},
		{"bounds after", "They asked for 400 or more tents and a 5,000-plus workforce.",
			[]string{"400 or more = at-least at least 400 [tents]", "5,000-plus = at-least at least 5,000 [workforce]"}},
		{"share of a whole", "One in four homes and nearly two-thirds of the schools lost power.",
			[]string{"One in four = exact 0.25 share [homes]", "nearly two-thirds = about 0.67 share [schools]"}},
		{"three or four", "It took three or four weeks.",
			[]string{"three or four = range 3 to 4 week"}},
		{"spelled out", "They counted twenty-eight thousand six hundred forty-two votes and half a million ballots.",
			[]string{"twenty-eight thousand six hundred forty-two = exact 28,642 [votes]", "half a million = exact 500,000 [ballots]"}},
		{"fractions", "The levee is 7 1/2 feet high and 1/16 inch thick.",
			[]string{"7 1/2 = exact 7.5 foot", "1/16 = exact 0.06 inch"}},
		{"negative", "Growth was minus 3 percent, or −1.3% a month.",
			[]string{"minus 3 percent = exact -3 percent [Growth]", "−1.3% = exact -1.3 percent a month [Growth]"}},
		{"rates", "The agency ordered 3,000 arrests a day and 52,000 barrels per week.",
			[]string{"3,000 = exact 3,000 a day [arrests]", "52,000 = exact 52,000 barrel a week"}},
		{"rate in a compound", "A 3,000-a-day quota for arrests was set.",
			[]string{"3,000 = exact 3,000 a day [quota]"}},
		{"rate after what is counted", "He wanted 900 arrests by the agency every day.",
			[]string{"900 = exact 900 a day [arrests]"}},
		{"daily before the number", "They must raise daily patrols to 300.",
			[]string{"300 = exact 300 a day [daily patrols]"}},
		{"compound nouns", "It has 14 search and rescue teams and 20 coal- and gas-fired power plants.",
			[]string{"14 = exact 14 [search and rescue teams]", "20 = exact 20 [coal- and gas-fired power plants]"}},
		{"gapping", "The plan takes 2,000 officers from Norway, 500 from Spain and 250 from Chile.",
			[]string{"2,000 = exact 2,000 [officers]", "500 = exact 500 [officers]", "250 = exact 250 [officers]"}},
		{"letters for pesos and naira", "The state spent P13 billion, N4.5bn and P10,000 on N95 masks and P5 visas.",
			[]string{"P13 billion = exact 13,000,000,000 PHP", "N4.5bn = exact 4,500,000,000 NGN", "P10,000 = exact 10,000 PHP"}},
		{"unit words in the singular", "The 11-page report covers 72-hour shifts and 771,000 acres.",
			[]string{"11 = exact 11 page [report]", "72 = exact 72 hour [shifts]", "771,000 = exact 771,000 acre"}},
		{"hours and minutes", "The crossing takes an hour and forty minutes, the way back two hours and 20 minutes.",
			[]string{"an hour and forty minutes = exact 1.67 hour [crossing]", "two hours and 20 minutes = exact 2.33 hour"}},
		{"a rate of an hour, and minutes", "Trams run three times an hour and 20 minutes apart on Sunday.",
			[]string{"three = exact 3 a hour [times]", "20 = exact 20 minute"}},
		{"margin of error", "The margin is plus or minus 4 percentage points.",
			[]string{"4 percentage points = exact 4 percentage point [margin]"}},
		{"half a percent", "Fees rose by half of 1 percent.",
			[]string{"half of 1 percent = exact 0.5 percent up [Fees]"}},
		{"two results", "The motion led by 46 percent to 42 percent.",
			[]string{"46 percent = exact 46 percent", "42 percent = exact 42 percent"}},
		{"noun after a conversion", "The fire burned 40 acres (16 hectares) of forest.",
			[]string{"40 = exact 40 acre [forest]", "16 = exact 16 hectare [forest]"}},
		{"percent before a noun", "A 13% budget increase passed; 5 percent support the bill.",
			[]string{"13% = exact 13 percent [budget increase]", "5 percent = exact 5 percent"}},
		{"that one million", "He denied that one million people would be called up.",
			[]string{"one million = exact 1,000,000 [people]"}},
		{"numbers in the counted name", "Spain gave 19 F-16 fighter jets.",
			[]string{"19 = exact 19 [F-16 fighter jets]"}},
		{"suspended hyphen", "They fit an 8- to 16-metre beam.",
			[]string{"8- to 16 = range 8 to 16 metre [beam]"}},
		{"percentage points", "Turnout rose by 3 percentage points.",
			[]string{"3 percentage points = exact 3 percentage point up [Turnout]"}},
		{"inner bound wins over the outer", "The storm cut up to about 500 lines.",
			[]string{"up to about 500 = at-most at most 500 [lines]"}},
		{"last as a verb before a range", "The trial will last four to six weeks; the last four of them left.",
			[]string{"four to six = range 4 to 6 week [trial]"}},
		{"hyphens in a unit", "The 2,400-square-foot barn burned.", []string{"2,400 = exact 2,400 square foot [barn]"}},
		{"plus before a sum", "The club paid £35m plus £5m in bonuses; the hold takes 40 tons plus.",
			[]string{"£35m = exact 35,000,000 GBP", "£5m = exact 5,000,000 GBP [bonuses]", "40 tons plus = at-least at least 40 ton"}},
		{"a change by an average", "Rents rose by an average of 6.5%, wages fell a further 3 percent, and boats gave up 300 yards.",
			[]string{"6.5% = exact 6.5 percent up [Rents]", "3 percent = exact 3 percent down [wages]", "300 = exact 300 yard"}},
		{"groups with spaces", "The army sent 2 500 soldiers with 12 500 litre tanks.", []string{"2 500 = exact 2,500 [soldiers]", "12 = exact 12 [soldiers]", "500 = exact 500 litre [tanks]"}},
		{"plus-minus", "The army needs plus-minus 25,000 men.", []string{"plus-minus 25,000 = about 25,000 [men]"}},
		{"plus or minus in quotation marks", "The minister asked for “plus or minus” 300 nurses.", []string{"plus or minus” 300 = about 300 [nurses]"}},
		{"numbers to call, and those who are called", "In a flood call 117 only when trapped, or dial 1166. The army may call 200 reservists.", []string{"200 = exact 200 [reservists]"}},
		{"a numbered day, and those of a day", "On day three of the drive the clinic reached 90 babies; that day two nurses fell ill.", []string{"90 = exact 90 [babies]", "two = exact 2 [nurses]"}},
		{"ages of those counted before", "They helped 310 women, 120 of them over 60.", []string{"310 = exact 310 [women]", "120 = exact 120 [women]"}},
		{"ages of a group, and how many came", "The drive is for children under 10. They sent over 65 buses.", []string{"over 65 = more-than more than 65 [buses]"}},
		{"parts in places", "The office's up to 4,000 helpers are divided among three provinces, with 2,500 in Velde and 1,500 in Ossa.",
			[]string{"up to 4,000 = at-most at most 4,000 [helpers]", "three = exact 3 [provinces]", "2,500 = exact 2,500 [helpers]", "1,500 = exact 1,500 [helpers]"}},
		{"places that are parts of places", "The virus was found in nine villages, up from three.", []string{"nine = exact 9 [villages]", "three = exact 3 [villages]"}},
		{"of which", "The army sent 400 soldiers. They were held up by closed bridges, of which there were now at least 19.",
			[]string{"400 = exact 400 [soldiers]", "at least 19 = at-least at least 19 [closed bridges]"}},
		{"a toll far from its number", "The death toll of the storm that hit the northern islands on Friday climbed overnight to 41.", []string{"41 = exact 41 [death toll]"}},
		{"a half-dozen", "They sent over a half-dozen boats and a stock of 2000 tents.", []string{"over a half-dozen = more-than more than 6 [boats]", "2000 = exact 2,000 [tents]"}},
		{"half before a verb", "Barely half had come by noon; half had stayed.", []string{"Barely half = about 0.5 share"}},
		{"by a fraction to a level", "The fleet fell by a third to 40 boats; its crews were cut by half to 300 sailors.",
			[]string{"a third = exact 0.33 share down", "40 = exact 40 [boats]", "half = exact 0.5 share down [crews]", "300 = exact 300 [sailors]"}},
		{"step and level without their verb", "Claims grew 12 percent to 3,400, and payments 4 percent to 610.",
			[]string{"12 percent = exact 12 percent up [Claims]", "3,400 = exact 3,400", "4 percent = exact 4 percent up", "610 = exact 610 [Claims]"}},
		{"a couple of hundred", "A couple of hundred trucks came with a couple of nurses.", []string{"A couple of hundred = vague any number [trucks]", "a couple of = vague any number [nurses]"}},
		{"one in thousands", "It strikes around one in 2,500 calves.", []string{"around one in 2,500 = about 0 share [calves]"}},
		{"times as occasions", "Rates rose three times in a year.", []string{"three = exact 3 [times]"}},
		{"some of a number", "Two of the three bidders came.", []string{"Two = exact 2 [bidders]", "three = exact 3 [bidders]"}},
		{"last as a verb", "The mission would last two years.",
			[]string{"two = exact 2 year [mission]"}},
		{"a year as a length of time", "The mission was extended by a year.",
			[]string{"a = exact 1 year"}},
		{"a level is no bound", "The mission remained well short of the 6,000 that its planners wanted.",
			[]string{"6,000 = exact 6,000"}},
	})
}

// Numbers that are no figures are never found.
func TestNoQuantities(t *testing.T) {
	reader := newTestReader(t)
	for _, text := range []string{
		"The law was passed on March 29, 2019, and amended in 2021.",
		"The meeting begins at 12:01 a.m. on 9 May.",
		"He cited 8 U.S.C. 1357 and Section 287(g) of the act.",
		"Traffic on I-95 and Route 66 was stopped near 1600 Pennsylvania Avenue.",
		"Crews of 16 Northern Brigade saw it fall just short of Category 4 status, and spoke of 2000 as a bad year.",
		"The 82nd Airborne and a Boeing 737 were at Gate 7.",
		"Title 42 ended; COVID-19 did not.",
		"Call 555-0134 or write to 192.168.1.2.",
		"The council voted 3-1 against it.",
		"Two sources familiar with the plan confirmed it.",
		"The letter was sent on 19 this month, and the answer came on 23 last month.",
		"It was the 2014-15 season in the 1990s.",
		"The agency is one of the best.",
		"Martin, 66, and his 25-year-old daughter left.",
		"It was announced three weeks ago, in the first 100 days of the term.",
		"The retired four-star general spoke.",
		"In the 90's and the 1980's it won by a 3 to 1 margin.",
		"The museum stands at 131 West 23rd Street.",
		"A 911 caller mentioned men between the ages of 17 and 20.",
	} {
		for _, f := range reader.Find(documents.Document{ID: "test", Text: text}).Figures {
			t.Errorf("%s\nfound %s, expected nothing", text, brief(f))
		}
	}
}

// Ages are kept apart, with their kind.
func TestOthers(t *testing.T) {
	reader := newTestReader(t)
	reading := reader.Find(documents.Document{ID: "test", Text: "A 25-year-old driver died; men aged 18 to 60 may not leave."})
	if len(reading.Others) != 2 {
		t.Fatalf("found %d others, expected 2 ages", len(reading.Others))
	}
	for _, f := range reading.Others {
		if f.Kind != ageKind || f.Unit != "year of age" {
			t.Errorf("%s: kind %q, unit %q, expected an age in years of age", f.Number.Exact, f.Kind, f.Unit)
		}
	}
}
