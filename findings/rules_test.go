package findings_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
	. "muster/origins/origintest"
)

// TestRules checks each rule on states built by hand. Each case says all
// findings, so that a rule that says too much fails too.
func TestRules(t *testing.T) {
	for _, test := range []struct {
		name  string
		build func(b *Builder)
		want  string
	}{
		{"parts above their total", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In all 4,000 nurses: 3,000 from the north and 2,000 from the south.")
			total := d.Figure("4,000 nurses", "4,000", 4000, claims.Exact, Parts("closed"))
			d.Figure("3,000 from", "3,000", 3000, claims.Exact, Counted(""), PartOf(total))
			d.Figure("2,000 from", "2,000", 2000, claims.Exact, Counted(""), PartOf(total))
		}, "balance error conflict: In A, the parts told for 4,000 nurses make 5,000 (3,000 + 2,000), 1,000 more than the total."},
		{"a closed list below its total", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In all 4,000 nurses: 1,000 from the north and 2,000 from the south.")
			total := d.Figure("4,000 nurses", "4,000", 4000, claims.Exact, Parts("closed"))
			d.Figure("1,000 from", "1,000", 1000, claims.Exact, Counted(""), PartOf(total))
			d.Figure("2,000 from", "2,000", 2000, claims.Exact, Counted(""), PartOf(total))
		}, "balance warning conflict: In A, the parts told for 4,000 nurses make 3,000 (1,000 + 2,000), 1,000 less than the total; a part may be missing, or a number wrong."},
		{"an open list below its total", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In all 4,000 nurses, including 1,000 from the north and 2,000 from the south.")
			total := d.Figure("4,000 nurses", "4,000", 4000, claims.Exact, Parts("open"))
			d.Figure("1,000 from", "1,000", 1000, claims.Exact, Counted(""), PartOf(total))
			d.Figure("2,000 from", "2,000", 2000, claims.Exact, Counted(""), PartOf(total))
		}, "balance info consistent: In A, the parts told for 4,000 nurses make 3,000 (1,000 + 2,000); the list need not be whole."},
		{"parts that fit within rounding", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In all 4,000 nurses: 1,900 from the north and 2,050 from the south.")
			total := d.Figure("4,000 nurses", "4,000", 4000, claims.Exact, Parts("closed"))
			d.Figure("1,900 from", "1,900", 1900, claims.Exact, Counted(""), PartOf(total))
			d.Figure("2,050 from", "2,050", 2050, claims.Exact, Counted(""), PartOf(total))
		}, "balance info consistent-within-rounding: In A, the parts told for 4,000 nurses make 3,950 (1,900 + 2,050), which fits only when the numbers are rounded."},
		{"a part without a number and a part of a part", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In all 4,000 nurses: 3,000 from the north, of them 1,800 from the coast, 1,000 from the south and some from the east.")
			total := d.Figure("4,000 nurses", "4,000", 4000, claims.Exact, Parts("closed"))
			north := d.Figure("3,000 from", "3,000", 3000, claims.Exact, Counted(""), PartOf(total), Parts("open"))
			d.Figure("1,800 from", "1,800", 1800, claims.Exact, Counted(""), PartOf(north))
			d.Figure("1,000 from", "1,000", 1000, claims.Exact, Counted(""), PartOf(total))
			d.Figure("some from", "some", 0, claims.Vague, Counted(""), PartOf(total), func(f *dossier.Figure) {
				f.Claim.Value, f.Claim.Stated, f.Claim.Reading = nil, interval.Interval{}, interval.Interval{}
			})
		}, "balance info consistent: In A, the parts told for 4,000 nurses make 4,000 (3,000 + 1,000), which fits."},
		{"a part larger than its total", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In all 1,000 nurses, including 1,800 from the coast.")
			total := d.Figure("1,000 nurses", "1,000", 1000, claims.Exact, Parts("open"))
			d.Figure("1,800 from", "1,800", 1800, claims.Exact, Counted(""), PartOf(total))
		}, "balance error conflict: In A, 1,800 are told as a part of 1,000 nurses, 800 more than the total."},
		{"members of one list may be alike", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In all 4,000 nurses: 2,000 from the north and 2,000 from the south.")
			total := d.Figure("4,000 nurses", "4,000", 4000, claims.Exact, Parts("closed"))
			d.Figure("2,000 from the n", "2,000", 2000, claims.Exact, Counted(""), Organisation("Red Cross"), PartOf(total))
			d.Figure("2,000 from the s", "2,000", 2000, claims.Exact, Counted(""), Organisation("Red Cross"), PartOf(total))
		}, "balance info consistent: In A, the parts told for 4,000 nurses make 4,000 (2,000 + 2,000), which fits."},
		{"shares of more than all", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Of the boats, 45 percent went to the north, 35 percent to the south and 30 percent to the islands.")
			for _, n := range []int64{45, 35, 30} {
				words := fmt.Sprintf("%d percent", n)
				d.Figure(words, words, n, claims.Exact, Counted(""), percent)
			}
		}, "balance warning conflict: In A, the shares in “45 percent went to the north, 35 percent to the south and 30 percent” make 110 per cent (45 + 35 + 30), more than all there is."},
		{"shares of several wholes", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Of the guests, 62 percent were from the north, and 55 percent were women and 40 percent ill.")
			for _, n := range []int64{62, 55, 40} {
				words := fmt.Sprintf("%d percent", n)
				d.Figure(words, words, n, claims.Exact, Counted(""), percent)
			}
		}, ""},
		{"one list told twice is one finding", func(b *Builder) {
			for _, publisher := range []string{"A", "B"} {
				d := b.Document(publisher, "2025-06-04", "", "In all 4,000 nurses: 3,000 from the north and 1,000 from the south.")
				total := d.Figure("4,000 nurses", "4,000", 4000, claims.Exact, Parts("closed"))
				d.Figure("3,000 from", "3,000", 3000, claims.Exact, Counted(""), PartOf(total))
				d.Figure("1,000 from", "1,000", 1000, claims.Exact, Counted(""), PartOf(total))
			}
		}, "balance info consistent: In A and B, the parts told for 4,000 nurses make 4,000 (3,000 + 1,000), which fits."},

		{"a multiple that does not fit its change", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Ferries have doubled, from 40 in May to 90 in June.")
			d.Figure("doubled", "doubled", 2, claims.Exact, Counted("ferries"), Times(interval.Int(2), interval.Int(2), ""))
			d.Figure("40", "40", 40, claims.Exact, Counted("ferries"))
			d.Figure("90", "90", 90, claims.Exact, Counted("ferries"))
		}, "arithmetic warning conflict: In A, going from 40 to 90 is 2.25 times, not “doubled”."},
		{"a multiple that fits its change as multiples are rounded", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Ferries have tripled, from 40 in May to 122 in June.")
			d.Figure("tripled", "tripled", 3, claims.Exact, Counted("ferries"), Times(interval.Int(3), interval.Int(3), ""))
			d.Figure("40", "40", 40, claims.Exact, Counted("ferries"))
			d.Figure("122", "122", 122, claims.Exact, Counted("ferries"))
		}, ""},
		{"a percentage that does not fit its change", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Ferries rose from 4,200 in May to 6,300 in June, an increase of 80 percent.")
			d.Figure("4,200", "4,200", 4200, claims.Exact, Counted("ferries"))
			d.Figure("6,300", "6,300", 6300, claims.Exact, Counted("ferries"))
			d.Figure("80 percent", "80 percent", 80, claims.Exact, Counted(""), percent)
		}, "arithmetic warning conflict: In A, going from 4,200 to 6,300 is a rise of 50 per cent, not “80 percent”."},
		{"a share that does not fit its part", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Of the boats, 40 percent of the 900 ferries, or 450, are old.")
			d.Figure("40 percent", "40 percent", 40, claims.Exact, Counted(""), percent)
			d.Figure("900 ferries", "900", 900, claims.Exact, Counted("ferries"))
			d.Figure("450", "450", 450, claims.Exact, Counted("ferries"))
		}, "arithmetic warning conflict: In A, 450 of 900 ferries are 50 per cent, not “40 percent”."},
		{"a part with its share", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "It sent 54,000 of 90,000 crates, or 75 percent.")
			d.Figure("54,000", "54,000", 54000, claims.Exact, Counted(""))
			d.Figure("90,000 crates", "90,000", 90000, claims.Exact, Counted("crates"))
			d.Figure("75 percent", "75 percent", 75, claims.Exact, Counted(""), percent)
		}, "arithmetic warning conflict: In A, 54,000 of 90,000 crates are 60 per cent, not “75 percent”."},
		{"a share of something else", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "It sent 54,000 of 90,000 crates, 75 percent of them empty.")
			d.Figure("54,000", "54,000", 54000, claims.Exact, Counted(""))
			d.Figure("90,000 crates", "90,000", 90000, claims.Exact, Counted("crates"))
			d.Figure("75 percent", "75 percent", 75, claims.Exact, Counted(""), percent)
		}, ""},
		{"a multiple of the number beside it", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "There were 60 storms, more than twice the 45 storms of 2024.")
			d.Figure("60 storms", "60", 60, claims.Exact, Counted("storms"))
			d.Figure("more than twice", "more than twice", 2, claims.Exact, Counted("storms"), moreThanTwice)
			d.Figure("45 storms", "45", 45, claims.Exact, Counted("storms"))
		}, "arithmetic warning conflict: In A, 60 storms against 45 storms is 1.33 times as many, not “more than twice”."},
		{"shares of men and women", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In the crews 70 percent are men and 35 percent are women.")
			d.Figure("70 percent", "70 percent", 70, claims.Exact, Counted(""), percent)
			d.Figure("35 percent", "35 percent", 35, claims.Exact, Counted(""), percent)
		}, "balance warning conflict: In A, the shares in “70 percent are men and 35 percent” make 105 per cent (70 + 35), more than all there is."},
		{"shares of the men and of the women", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Fit are 70 percent of the men and 65 percent of the women.")
			d.Figure("70 percent", "70 percent", 70, claims.Exact, Counted(""), percent)
			d.Figure("65 percent", "65 percent", 65, claims.Exact, Counted(""), percent)
		}, ""},
		{"those who come and those who are there", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Another 300 nurses will join the 2,800 already there, bringing the total to 3,300.")
			d.Figure("300 nurses", "300", 300, claims.Exact, Counted("nurses"), beside("Another ", ""))
			d.Figure("2,800", "2,800", 2800, claims.Exact, Counted("nurses"))
			d.Figure("3,300", "3,300", 3300, claims.Exact, Counted("nurses"))
		}, "arithmetic warning conflict: In A, 2,800 and 300 more make 3,100, not 3,300."},
		{"those who come and those who are there fit", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Another 300 nurses will join the 2,800 already there, bringing the total to 3,100.")
			d.Figure("300 nurses", "300", 300, claims.Exact, Counted("nurses"), beside("Another ", ""))
			d.Figure("2,800", "2,800", 2800, claims.Exact, Counted("nurses"))
			d.Figure("3,100", "3,100", 3100, claims.Exact, Counted("nurses"))
		}, ""},
		{"one number of people with two verbs", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "So far 4,310 people were wounded.")
			d.Figure("4,310 people", "4,310", 4310, claims.Exact, Counted("people"), Stage(claims.Result), beside("", " were wounded."))
			e := b.Document("B", "2025-06-05", "", "In all 4,310 people were arrested.")
			e.Figure("4,310 people", "4,310", 4310, claims.Exact, Counted("people"), Stage(claims.Result), beside("", " were arrested."))
		}, "swap warning not-comparable: A says 4,310 people (“wounded”), B 4,310 people (“arrested”): the same number for two things, injuries and arrests."},
		{"a multiple without a base", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "It has 400 vehicles. Costs have doubled.")
			d.Figure("400 vehicles", "400", 400, claims.Exact)
			d.Figure("doubled", "doubled", 2, claims.Exact, Counted(""), Times(interval.Int(2), interval.Int(2), "costs"))
		}, ""},
		{"a rival base", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "The goal is 3,000 arrests a day, triple the number of arrests in January.")
			d.Figure("3,000 arrests a day", "3,000", 3000, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Target))
			d.Figure("triple", "triple", 3, claims.Exact, Counted("arrests"), Times(interval.Int(3), interval.Int(3), "the number of arrests in January"))
			e := b.Document("B", "2025-06-05", "", "In January there were 710 arrests a day.")
			e.Figure("710 arrests a day", "710", 710, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Result), About("In January", "2025-01-01", "2025-01-31"))
		}, "ratio warning conflict: If 3,000 arrests a day are “triple”, as A says, the number that it is compared with (“the number of arrests in January”) was 1,000 arrests a day; but 3,000 is 4.2 times the 710 arrests a day told by B."},

		{"a quota is no rival base", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In June the goal is 3,000 arrests a day, triple the number of arrests in January.")
			d.Figure("3,000 arrests a day", "3,000", 3000, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Target), About("In June", "2025-06-01", "2025-06-30"))
			d.Figure("triple", "triple", 3, claims.Exact, Counted("arrests"), Times(interval.Int(3), interval.Int(3), "the number of arrests in January"))
			e := b.Document("B", "2025-06-05", "", "In January the quota was 1,875 arrests a day.")
			e.Figure("1,875 arrests a day", "1,875", 1875, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Target), Act(claims.Assert), About("In January", "2025-01-01", "2025-01-31"),
				func(f *dossier.Figure) { f.Claim.Quote.Prefix = "In January the quota was " })
		}, "ratio info consistent: If 3,000 arrests a day are “triple”, as A says, the number that it is compared with (“the number of arrests in January”) was 1,000 arrests a day."},
		{"a fact of an earlier time is a rival base", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "In June the goal is 3,000 arrests a day, triple the number of arrests in January.")
			d.Figure("3,000 arrests a day", "3,000", 3000, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Target), About("In June", "2025-06-01", "2025-06-30"))
			d.Figure("triple", "triple", 3, claims.Exact, Counted("arrests"), Times(interval.Int(3), interval.Int(3), "the number of arrests in January"))
			e := b.Document("B", "2025-06-05", "", "In January it was 1,875 arrests a day.")
			e.Figure("1,875 arrests a day", "1,875", 1875, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Other), Act(claims.Assert), About("In January", "2025-01-01", "2025-01-31"))
		}, "ratio warning conflict: If 3,000 arrests a day are “triple”, as A says, the number that it is compared with (“the number of arrests in January”) was 1,000 arrests a day; but 3,000 is 1.6 times the 1,875 arrests a day told by B."},

		{"pending here, deployed there on the same day", func(b *Builder) {
			b.Document("A", "2025-06-04", "", "The 21,000 troops are not approved.").Figure("21,000 troops", "21,000", 21000, claims.Exact, Organisation("National Guard"), Approver("Defense Department"))
			b.Document("B", "2025-06-04", "", "There are 21,000 troops.").Figure("21,000 troops", "21,000", 21000, claims.Exact, Organisation("National Guard"), Stage(claims.Deployed))
		}, "order warning conflict: The 21,000 troops are told as not yet approved by the Defense Department in A, but “21,000 troops” as deployed in B."},
		{"pending here, approved later", func(b *Builder) {
			b.Document("A", "2025-06-04", "", "The 21,000 troops are not approved.").Figure("21,000 troops", "21,000", 21000, claims.Exact, Organisation("National Guard"), Approver("Defense Department"))
			b.Document("B", "2025-06-14", "", "There are 21,000 troops.").Figure("21,000 troops", "21,000", 21000, claims.Exact, Organisation("National Guard"), Stage(claims.Approved))
		}, "order info consistent: The 21,000 troops are told as not yet approved by the Defense Department in A, and later as approved in B."},
		{"more deployed than approved", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "Of 2,000 troops approved 4,000 troops are there.")
			d.Figure("2,000 troops", "2,000", 2000, claims.Exact, Organisation("National Guard"), Stage(claims.Approved))
			d.Figure("4,000 troops", "4,000", 4000, claims.Exact, Organisation("National Guard"), Stage(claims.Deployed))
		}, "order warning conflict: A says “4,000 troops” as deployed, more than “2,000 troops” told as approved."},
		{"two approvals may add up", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "", "First 2,000 troops, then 2,100 troops were approved, and 4,100 troops are there.")
			d.Figure("2,000 troops", "2,000", 2000, claims.Exact, Organisation("National Guard"), Stage(claims.Approved))
			d.Figure("2,100 troops", "2,100", 2100, claims.Exact, Organisation("National Guard"), Stage(claims.Approved))
			d.Figure("4,100 troops", "4,100", 4100, claims.Exact, Organisation("National Guard"), Stage(claims.Deployed))
		}, ""},

		{"a bound lost, then handed on", func(b *Builder) {
			b.Document("A", "2025-06-04", "", "They need up to 900 nurses.").Figure("up to 900 nurses", "up to 900", 900, claims.AtMost, Said("organisation:WHO"))
			b.Document("B", "2025-06-05", "", "They need 900 nurses.").Figure("900 nurses", "900", 900, claims.Exact, Said("outlet:A"))
			b.Document("C", "2025-06-06", "", "They need 900 nurses.").Figure("900 nurses", "900", 900, claims.Exact, Said("outlet:B"))
		}, "equality warning consistent: A says “up to 900 nurses”, retold by B as “900 nurses”."},
		{"a bound told before of what is recalled", func(b *Builder) {
			b.Document("A", "2025-06-04", "", "They need up to 900 nurses.").Figure("up to 900 nurses", "up to 900", 900, claims.AtMost, Said("organisation:WHO"))
			b.Document("B", "2025-06-05", "", "The 900 requested never came.").Figure("900", "900", 900, claims.Exact, Said("outlet:A"))
		}, ""},
		{"a bound lost of what is not recalled", func(b *Builder) {
			b.Document("A", "2025-06-04", "", "They need up to 900 nurses.").Figure("up to 900 nurses", "up to 900", 900, claims.AtMost, Said("organisation:WHO"))
			b.Document("B", "2025-06-05", "", "The 900 nurses never came.").Figure("900 nurses", "900", 900, claims.Exact, Said("outlet:A"))
		}, "equality warning consistent: A says “up to 900 nurses”, retold by B as “900 nurses”."},
		{"a hedge lost", func(b *Builder) {
			hedged := func(f *dossier.Figure) { f.Claim.Hedges = []claims.Span{{Exact: "could"}} }
			b.Document("A", "2025-06-04", "", "They could need 900 nurses.").Figure("900 nurses", "900", 900, claims.Exact, Said("organisation:WHO"), hedged)
			b.Document("B", "2025-06-05", "", "They need 900 nurses.").Figure("900 nurses", "900", 900, claims.Exact, Said("outlet:A"))
		}, "drift info consistent: A says “900 nurses” with “could”, B without."},
		{"a hedge behind the number", func(b *Builder) {
			hedged := func(f *dossier.Figure) { f.Claim.Hedges = []claims.Span{{Exact: "may", Start: 60, End: 63}} }
			b.Document("A", "2025-06-04", "", "They need 900 nurses, some of whom may go home at night.").Figure("900 nurses", "900", 900, claims.Exact, Said("organisation:WHO"), hedged)
			b.Document("B", "2025-06-05", "", "They need 900 nurses.").Figure("900 nurses", "900", 900, claims.Exact, Said("outlet:A"))
		}, ""},
		{"a hedge kept", func(b *Builder) {
			hedged := func(f *dossier.Figure) { f.Claim.Hedges = []claims.Span{{Exact: "could"}} }
			b.Document("A", "2025-06-04", "", "They could need 900 nurses.").Figure("900 nurses", "900", 900, claims.Exact, Said("organisation:WHO"), hedged)
			b.Document("B", "2025-06-05", "", "They may need 900 nurses.").Figure("900 nurses", "900", 900, claims.Exact, Said("outlet:A"), hedged)
		}, ""},
		{"a slipped zero", func(b *Builder) {
			b.Document("A", "2025-06-04", "", "They need 900 nurses.").Figure("900 nurses", "900", 900, claims.Exact, Said("organisation:WHO"))
			b.Document("B", "2025-06-05", "", "They need 9,000 nurses.").Figure("9,000 nurses", "9,000", 9000, claims.Exact, Said("outlet:A"))
		}, "equality warning conflict: A says “900 nurses”, retold by B as “9,000 nurses”."},
		{"a rounded headline", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "Call for 6,000 nurses", "They need 5,800 nurses.")
			d.Figure("6,000 nurses", "6,000", 6000, claims.Exact)
			d.Figure("5,800 nurses", "5,800", 5800, claims.Exact)
		}, "equality info consistent-within-rounding: The headline of A says “6,000 nurses”, the body “5,800 nurses”."},
		{"two outlets without a link", func(b *Builder) {
			b.Document("A", "2025-06-04", "", "They asked for more than 20,000 Guard troops.").Figure("more than 20,000 Guard troops", "more than 20,000", 20000, claims.MoreThan, Stage(claims.Requested), Organisation("National Guard"))
			b.Document("B", "2025-06-05", "", "They asked for 20,000 Guard troops.").Figure("20,000 Guard troops", "20,000", 20000, claims.Exact, Stage(claims.Requested), Organisation("National Guard"))
		}, "equality info consistent-within-rounding: A says “more than 20,000 Guard troops”, B “20,000 Guard troops”; no link between them is known."},

		{"times that meet", func(b *Builder) {
			b.Document("A", "2025-06-04", "", "Last week 3,120 nurses were called for.").Figure("3,120 nurses", "3,120", 3120, claims.Exact, About("Last week", "2025-05-26", "2025-06-01"))
			b.Document("B", "2025-06-05", "", "On May 28 3,120 nurses were called for.").Figure("3,120 nurses", "3,120", 3120, claims.Exact, About("On May 28", "2025-05-28", "2025-05-28"))
		}, ""},

		{"a denial", func(b *Builder) {
			b.Document("A", "2025-06-04", "", "The goal is 3,000 arrests a day.").Figure("3,000 arrests a day", "3,000", 3000, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Target), Said("anonymous:two officials"))
			b.Document("B", "2025-08-01", "", "No goal of 3,000 arrests a day has been set.").Figure("3,000 arrests a day", "3,000", 3000, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Target), Act(claims.Deny), Said("organisation:Justice Department"))
		}, "denial warning conflict: “3,000 arrests a day”, told by A, is denied by the Justice Department in B; both are kept."},

		{"a document set apart", func(b *Builder) {
			b.Document("A", "2017-02-17", "An older plan", "They need 900 nurses.").Figure("900 nurses", "900", 900, claims.Exact)
			b.Document("B", "2025-06-05", "", "They need up to 900 nurses.").Figure("up to 900 nurses", "up to 900", 900, claims.AtMost, Said("outlet:A"))
			b.State.Documents[0].Apart = "published 2017-02-17, the others from 2025-06-05 to 2025-06-05: it seems to be about another operation"
		}, "apart info not-comparable: A, “An older plan”, is set apart: published 2017-02-17, the others from 2025-06-05 to 2025-06-05: it seems to be about another operation. Its figures are left out until you take it in."},

		{"figures that nobody has reviewed", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "Call for 900 nurses", "They need more than 900 nurses.")
			d.Figure("900 nurses", "900", 900, claims.Exact, Proposed)
			d.Figure("more than 900 nurses", "more than 900", 900, claims.MoreThan)
		}, "equality info consistent-within-rounding: The headline of A says “900 nurses”, the body “more than 900 nurses” (rests on unreviewed figures)."},
		{"a rejected figure", func(b *Builder) {
			d := b.Document("A", "2025-06-04", "Call for 900 nurses", "They need more than 900 nurses.")
			d.Figure("900 nurses", "900", 900, claims.Exact, func(f *dossier.Figure) { f.Status = dossier.Rejected })
			d.Figure("more than 900 nurses", "more than 900", 900, claims.MoreThan)
		}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := &Builder{}
			test.build(b)
			list := check(&b.State)
			if diff := cmp.Diff(test.want, sentences(list)); diff != "" {
				t.Error(diff)
			}
			for _, f := range list {
				if f.Unreviewed != strings.Contains(f.Sentence, "(rests on unreviewed figures)") {
					t.Errorf("unreviewed is %v: %s", f.Unreviewed, f.Sentence)
				}
			}
		})
	}
}

// TestIDs shows that a finding keeps its ID when the ledger numbers its figures
// anew, and that no two findings share one.
func TestIDs(t *testing.T) {
	state := Operation().State
	before := check(&state)
	for i := range state.Figures {
		f := &state.Figures[i]
		f.ID = "x" + f.ID
		if f.PartOf != "" {
			f.PartOf = "x" + f.PartOf
		}
	}
	after := check(&state)
	seen := map[string]bool{}
	for i, f := range before {
		if seen[f.ID] {
			t.Errorf("two findings have the ID %s", f.ID)
		}
		seen[f.ID] = true
		if after[i].ID != f.ID {
			t.Errorf("%s became %s", f.ID, after[i].ID)
		}
	}
}

// TestUnlike checks what is compared within one sentence, which a script of one
// sentence a claim cannot hold.
func TestUnlike(t *testing.T) {
	year := About("in 2024", "2024-01-01", "2024-12-31")
	may := About("in May", "2025-05-01", "2025-05-31")
	for _, test := range []struct {
		name, text   string
		first, again string
		when         func(*dossier.Figure)
		want         string
	}{
		{"arrests with deportations", "It made 2,000 arrests, compared with 3,300 deportations.", "2,000 arrests", "3,300 deportations", may,
			"unlike warning not-comparable: A compares 2,000 arrests with 3,300 deportations: one counts arrests, the other deportations."},
		{"a month with a year", "It made 2,000 arrests in May, up from 3,300 arrests in 2024.", "2,000 arrests", "3,300 arrests", year,
			"unlike warning not-comparable: A compares 2,000 arrests with 3,300 arrests: one is of 31 days, the other of 366."},
		{"a month with a month", "It made 2,000 arrests in May, up from 3,300 arrests in April.", "2,000 arrests", "3,300 arrests", About("in April", "2025-04-01", "2025-04-30"), ""},
		{"no comparison", "It made 2,000 arrests and 3,300 deportations.", "2,000 arrests", "3,300 deportations", may, ""},
		{"two sentences, the second of which takes up the first", "It made 2,000 arrests. That is up from 3,300 deportations last year.", "2,000 arrests", "3,300 deportations", may,
			"unlike warning not-comparable: A compares 2,000 arrests with 3,300 deportations: one counts arrests, the other deportations."},
		{"two sentences", "It made 2,000 arrests. Compared with last year that is much; there were 3,300 deportations.", "2,000 arrests", "3,300 deportations", may, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := &Builder{}
			d := b.Document("A", "2025-06-04", "", test.text)
			d.Figure(test.first, "2,000", 2000, claims.Exact, Stage(claims.Result), may)
			d.Figure(test.again, "3,300", 3300, claims.Exact, Stage(claims.Result), test.when)
			if diff := cmp.Diff(test.want, sentences(check(&b.State))); diff != "" {
				t.Error(diff)
			}
		})
	}
	b := &Builder{}
	d := b.Document("A", "2025-06-04", "", "Arrests doubled against the deportations of January.")
	d.Figure("doubled", "doubled", 2, claims.Exact, Counted("arrests"), Times(interval.Int(2), interval.Int(2), "the deportations of January"))
	want := "A says arrests as “doubled” against “the deportations of January”: one counts arrests, the other deportations."
	if got := sentences(check(&b.State)); !strings.Contains(got, want) {
		t.Errorf("found %s", got)
	}
}

// percent makes a figure a share of a hundred.
func percent(f *dossier.Figure) { f.Claim.Unit = "percent" }

// moreThanTwice makes a figure a multiple of more than two.
func moreThanTwice(f *dossier.Figure) {
	f.Claim.Unit, f.Claim.Qualifier = "times", claims.MoreThan
	f.Claim.Relative = &claims.Relative{Factor: interval.MoreThan(interval.Int(2)), Base: "45 storms of 2024"}
}

// TestAverageBeside checks rates that a sentence tells as the average of a count.
func TestAverageBeside(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"too much", "It sent 42,000 crates in May, an average of 2,600 crates a day.",
			"rate warning conflict: In A, 42,000 crates over 31 days (1 to 31 May 2025) make 1,355 a day, not 2,600 crates a day."},
		{"no average", "It sent 42,000 crates in May, or 2,600 crates a day at the most.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := &Builder{}
			d := b.Document("A", "2025-06-04", "", test.text)
			d.Figure("42,000 crates", "42,000", 42_000, claims.Exact, Stage(claims.Result), Counted("crates"), About("in May", "2025-05-01", "2025-05-31"))
			d.Figure("2,600 crates a day", "2,600", 2600, claims.Exact, Stage(claims.Deployed), Counted("crates"), Per("day"))
			if diff := cmp.Diff(test.want, sentences(check(&b.State))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// beside gives a figure the words around it.
func beside(before, after string) func(*dossier.Figure) {
	return func(f *dossier.Figure) { f.Claim.Quote.Prefix, f.Claim.Quote.Suffix = before, after }
}
