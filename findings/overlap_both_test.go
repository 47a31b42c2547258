package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
	"muster/findings"
)

// TestBothGroups checks sums of two groups of which a text tells how many belong to both, with
// look-alikes in which nobody is counted twice.
func TestBothGroups(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const health, post = "Health Office", "Valley Post"
	one := func(text string) []told { return []told{{post, "2025-07-30", text}} }
	two := func(source, text string) []told {
		return []told{{health, "2025-07-28", source}, {post, "2025-07-30", text}}
	}
	for _, test := range []struct {
		name  string
		texts []told
		want  string
	}{
		{"one text", one("Inspectors went through 320 barns. They found bad wiring in 64 and a leaking roof in 48; 21 barns had both defects. Altogether 112 barns must be closed."), "112 barns are 64 and 48 added, though 21 are told as in both; counted once they are 91."},
		{"one text, right", one("Inspectors went through 320 barns. They found bad wiring in 64 and a leaking roof in 48; 21 barns had both defects. Altogether 91 barns must be closed."), ""},
		{"a retelling", two("The check found asthma in 240 miners and a bad back in 180. Seventy-five belong to both groups.", "According to the Health Office 240 miners have asthma and 180 a bad back. That makes 420 miners with one complaint or the other."), "420 miners are 240 and 180 added, though seventy-five are told as in both by Health Office; counted once they are 345."},
		{"a retelling, right", two("The check found asthma in 240 miners and a bad back in 180. Seventy-five belong to both groups.", "According to the Health Office 240 miners have asthma and 180 a bad back. That makes 345 miners with one complaint or the other."), ""},
		{"of this group as well", two("Among those in the camp were 310 pupils. Travelling alone were 190 people; 120 of the pupils belong to this group as well.", "By the Health Office's report there were 310 pupils in the camp and 190 people travelling alone. In all, 500 people need a room of their own."), "500 people are 310 and 190 added"},
		{"either or", two("Of the 9,000 households, 4,200 live in rented flats and 3,100 have no car. Some 1,400 belong to both groups.", "In the Health Office's survey, 7,300 households either live in rented flats or have no car."), "7,300 households are 4,200 and 3,100 added, though some 1,400 are told as in both by Health Office; counted once they are about 5,900"},
		{"of them, both", one("The vets saw 530 cows. Of these, 90 had fever and 70 a cough, and 40 showed both symptoms. All told, 160 cows were ill."), "160 cows are 90 and 70 added, though 40 are told as in both"},
		{"both, at the end", one("Of the 412 lorries stopped, 58 had worn tyres and 37 no papers, and in 14 lorries it was both. In total 95 lorries had to stay."), "95 lorries are 58 and 37 added"},

		{"in two sentences", two("The survey found rust in 140 bridges. Worn joints were seen in 90. In 35 of the bridges inspected, engineers came across both.", "They found rust in 140 bridges, and 90 had worn joints. That makes 230 bridges at which something was wrong."), "230 bridges are 140 and 90 added, though 35 are told as in both by Health Office; counted once they are 195."},
		{"in two sentences, right", two("The survey found rust in 140 bridges. Worn joints were seen in 90. In 35 of the bridges inspected, engineers came across both.", "They found rust in 140 bridges, and 90 had worn joints. That makes 195 bridges at which something was wrong."), ""},
		{"one or the other kind", two("Of the 900 bridges, 140 had rusty girders and 90 worn joints. In 35 bridges both kinds of damage were found.", "The Health Office's men went to all 900 bridges and found that 230 of them had rusty girders or worn joints."), "230 are 140 and 90 added, though 35 are told as in both by Health Office; counted once they are 195."},
		{"what is neither kind", two("Of the 900 bridges, 140 had rusty girders and 90 worn joints. In 35 bridges both kinds of damage were found.", "The Health Office says it went to 230 bridges or viaducts in May."), ""},
		{"of other words", two("Of the 900 bridges, 140 had rusty girders and 90 worn joints. In 35 bridges both kinds of damage were found.", "By the Health Office's list 230 bridges were closed or are to be closed."), ""},
		{"of one's own", two("Of the 900 bridges, 140 had rusty girders and 90 worn joints. In 35 bridges both kinds of damage were found.", "The guild has found 230 bridges with rusty girders or with worn joints of its own."), ""},
		{"a sentence behind that says nothing", two("Of the 640 barns, 84 had broken windows and 61 rotten beams. In 22 barns both kinds of damage were found.", "The Health Office went to all 640 barns and found that 145 of them had broken windows or rotten beams. It is not a scandal. It is rather what happens."), "145 are 84 and 61 added, though 22 are told as in both by Health Office; counted once they are 123."},
		{"both headings", two("Fines were set for 240 shops, 96 of these for rats. Warnings went to 84 bakers. Their ovens were foul in 51 cases. Thirteen come under both headings.", "The Health Office fined 135 shops."), ""},

		{"kinds of one thing", one("The police looked at 320 vehicles. They found worn tyres on 64 and bad lights on 48; on 21 vehicles both faults were found. All told, 112 buses had to be repaired."), "112 buses are 64 and 48 added"},
		{"a third group told behind", one("Bad wiring was found in 64 barns and a leaking roof in 48; 21 barns had both defects. Together with the 30 with mould 112 barns must be closed, since some were counted in several lists."), ""},
		{"denied", one("Bad wiring was found in 64 barns and a leaking roof in 48; 21 barns had both defects. The office denied that 112 barns in all must be closed."), ""},
		{"faults, not things", one("Inspectors went through 320 barns. They found bad wiring in 64 and a leaking roof in 48; 21 barns had both defects. Altogether 112 defects were found."), ""},
		{"both places", one("In the north 64 barns burned and in the south 48; 21 barns in both districts were insured. Altogether 112 barns burned."), ""},
		{"none in both", one("Bad wiring was found in 64 barns and a leaking roof in 48; none had both defects. Altogether 112 barns must be closed."), ""},
		{"said to count twice", one("Bad wiring was found in 64 barns and a leaking roof in 48; 21 barns had both defects. Altogether that is 112 barns, with those counted twice."), ""},
		{"not the sum", one("Bad wiring was found in 64 barns and a leaking roof in 48; 21 barns had both defects. It would be wrong to say that 112 barns in all were affected."), ""},
		{"a third group", one("Bad wiring was found in 64 barns, a leaking roof in 48 and mould in 12; 21 barns had both of the first defects. Altogether 112 barns must be closed."), ""},
		{"another thing", one("Bad wiring was found in 64 barns and a leaking roof in 48; 21 barns had both defects. In total 112 inspectors were at work."), ""},
		{"before the groups", one("Last year 112 barns in all were closed. This year bad wiring was found in 64 barns and a leaking roof in 48; 21 barns had both defects."), ""},
		{"without a word of adding", one("Bad wiring was found in 64 barns and a leaking roof in 48; 21 barns had both defects. The ministry owns 112 barns."), ""},
		{"both sides", one("The north sent 64 divers and the south 48; 21 divers from both sides were hurt. Altogether 112 divers took part."), ""},
		{"both and", one("The north sent 64 divers and the south 48; 21 divers were both medics and drivers. Altogether 112 divers took part."), ""},
		{"told again with those in both", two("The check found asthma in 240 miners and a bad back in 180. Seventy-five belong to both groups.", "According to the Health Office 240 miners have asthma and 180 a bad back, 75 both. That makes 420 complaints of miners."), ""},
		{"another source", two("The check found asthma in 240 miners and a bad back in 180. Seventy-five belong to both groups.", "The union has 420 miners who either have stopped work or are about to."), ""},
		{"an earlier text", []told{{health, "2025-07-28", "The check found asthma in 240 miners and a bad back in 180. Seventy-five belong to both groups."}, {post, "2025-07-20", "240 miners have asthma and 180 a bad back. That makes 420 miners with one complaint or the other."}}, ""},
		{"two shares of all", one("All 112 barns were seen: 64 had bad wiring and 48 a leaking roof, and 21 barns had both defects. Altogether 112 barns were seen."), ""},
		{"a part of it", one("The office has 64 boats. Of these 48 are at sea, and 21 of them have both engines. In all, 112 boats were counted in 2019."), ""},
	} {
		got := ""
		for _, f := range check(readAll(reader, test.texts)) {
			if f.Severity != findings.Info && f.Rule == "overlap" {
				got += f.Sentence
			}
		}
		if test.want == "" && got != "" || test.want != "" && !strings.Contains(got, test.want) {
			t.Errorf("%s: found %q, expected %q", test.name, got, test.want)
		}
	}
}
