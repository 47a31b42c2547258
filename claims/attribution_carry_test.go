package claims

import (
	"slices"
	"testing"

	"muster/documents"
)

// A source goes on in a list, in what takes its number apart, and through what
// a result adds; an agency that is credited stands before all.
func TestAttributionGoesOn(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a list under a colon", "According to Anna Berg, 900 men were held.\nThe haul included:\n- 45 rifles\n- 12 boats", []string{"explicit > Anna Berg (person)", "carried > Anna Berg (person)", "carried > Anna Berg (person)"}},
		{"a list that nobody tells", "Anna Berg said the river rose.\n\nThe crews met at noon.\n\nSupplies so far:\n- 45 tents", []string{"none"}},
		{"of those", "The port has 661 pilots, said Anna Berg. Of those, 260 are at sea.", []string{"explicit > Anna Berg (person)", "carried > Anna Berg (person)"}},
		{"of those, across paragraphs", "The port has 661 pilots, said Anna Berg.\n\nOf the 661 pilots, 260 are at sea.", []string{"explicit > Anna Berg (person)", "carried > Anna Berg (person)", "carried > Anna Berg (person)"}},
		{"that includes", "According to the memo, 150 guards are in the valley. That includes 110 pilots.", []string{"explicit > memo (document)", "carried > memo (document)"}},
		{"of others", "Anna Berg said the river rose. Of course 260 boats were at sea.", []string{"none"}},
		{"a result behind the saying", "The port will open at 10 more quays, Anna Berg told reporters on Friday, bringing the number to 35.", []string{"explicit > Anna Berg (person)", "explicit > Anna Berg (person)"}},
		{"another act behind the saying", "The port will open 10 quays, Anna Berg told reporters on Friday, waving at 35 pilots.", []string{"explicit > Anna Berg (person)", "none"}},
		{"told whom, and a number", "Anna Berg told the media 40 people had been saved.", []string{"explicit > Anna Berg (person)"}},
		{"who told it, said", "General Anna Berg a leader of the guard who disclosed this in Orlund on Monday, said crews burned 30 huts.", []string{"explicit > Anna Berg (person)"}},
		{"time within the verb", "The Harbor Union has in recent months called for 40 pilots.", []string{"explicit > Harbor Union (organisation)"}},
		{"a short form in brackets, and another", "The valley lost 40 homes, the World Health Organization (WHO) and UNICEF said on Monday.", []string{"explicit > WHO and UNICEF (organisation)"}},
		{"the known office of another land", "The Vostrian Defence Ministry said 40 homes were lost.", []string{"explicit > Vostrian Defence Ministry (organisation)"}},
		{"the same, with its field behind", "The Vostria Ministry of Defence said 40 homes were lost.", []string{"explicit > Vostria Ministry of Defence (organisation)"}},
		{"a known office", "The Ministry of Defence said 40 homes were lost.", []string{"explicit > Ministry of Defence (organisation)"}},
		{"an office with a plain word for its field", "The Civil Aviation Directorate said 40 homes were lost.", []string{"explicit > Civil Aviation Directorate (organisation)"}},
		{"an office with its field behind", "The Office of the President said 40 homes were lost.", []string{"explicit > Office of the President (organisation)"}},
		{"an unlisted body with its short form", "The Vostrian Rail Rescue Board (VRRB) said 40 homes were lost.", []string{"explicit > VRRB (organisation)"}},
		{"its envoy", "The port needs 40 boats, said its envoy Anna Berg.", []string{"explicit > Anna Berg (person)"}},
		{"local media report", "More than 40 boats sank, local media report.", []string{"explicit > local media (outlet)"}},
		{"an appeal launched", "The Coast Guard on Thursday launched an appeal for 40 boats.", []string{"explicit > Coast Guard (organisation)"}},
		{"an appeal that someone heard", "The Coast Guard heard an appeal for 40 boats.", []string{"none"}},
		{"a place and a colon", "ORLUND: The government is sending more crews while the rain continues, with 40 people dead.", []string{"none"}},
		{"a speaker and a colon", "BERG: We are sending more crews while the rain continues, and we have 40 people dead.", []string{"explicit > BERG (organisation)"}},
		{"believed, of the subject", "About 100 people are believed to be in the ruins.", []string{"explicit > are believed to (unspecified)"}},
		{"it has been reported", "It has been reported that 80 people fled.", []string{"explicit > it has been reported (unspecified)"}},
		{"believed, of somebody else", "The 100 people who saw men that are believed to be spies went home.", []string{"none"}},
		{"a byline behind a slash", "By ANNA BERG/Coast Capital Chronicle\n\nThe river took 40 boats.", []string{"explicit > Coast Capital Chronicle (outlet)"}},
		{"an unlisted agency before the text", "(North Coast Newswires), May 4, 2025\n\nThe river took 40 boats.", []string{"explicit > North Coast Newswires (outlet)"}},
		{"the publisher cites", "The river took 40 boats, according to the Coast Guard, The Daily reports citing Reuters.\n\nThe valley lost 12 homes.", []string{"explicit > Reuters (outlet) > Coast Guard (organisation)", "explicit > Reuters (outlet)"}},
		{"she is not many", "Anna Berg runs the port. Some officials said the river had risen. She says 10 children were found.", []string{"explicit > Anna Berg (person)"}},
		{"two last names", "Minister Anna Berg-Olsen met the crews. Berg-Olsen said 40 boats were ready.", []string{"explicit > Anna Berg-Olsen (person)"}},
		{"two places", "The North-South Ferry Company said 40 boats were ready.", []string{"explicit > North-South Ferry Company (organisation)"}},
		{"a list behind a dash", "The crews poured in on Jan. 6 — and the River Police, Park Police, and Forest Service requested 40 boats.", []string{"explicit > River Police, Park Police and Forest Service (organisation)"}},
		{"a dash of a dateline", "ORLUND, Northern Region - The United Nations said 40 boats were ready.", []string{"explicit > UN (organisation)"}},
		{"a body of something", "Some 40 boats are ready, according to the Orlund Department of Health.", []string{"explicit > Orlund Department of Health (organisation)"}},
		{"a short form behind a place", "The Rail Rescue Mission in Vostria (RRMV) said 40 boats were ready.", []string{"explicit > RRMV (organisation)"}},
		{"a statement from a body", "Some 40 boats are ready, according to a statement from the Coast Guard.", []string{"explicit > Coast Guard (organisation)"}},
		{"a statement and no more", "Some 40 boats are ready, according to a statement on Monday.", []string{"explicit > statement (document)"}},
		{"citing, before all", "Citing local officials, Reuters said 40 boats were lost.", []string{"explicit > Reuters (outlet) > local officials (anonymous)"}},
		{"an agency that an outlet is", "The Port Office lost 40 boats. Some 12 crews were saved, Norland Wire reported.\n\nThe river took 30 homes, the agency said.", []string{"none", "explicit > Norland Wire (outlet)", "explicit > Norland Wire (outlet)"}},
		{"an office behind the agency", "Some 12 crews were saved, Norland Wire reported. The Port Office said 40 boats were lost. The river took 30 homes, the agency said.", []string{"explicit > Norland Wire (outlet)", "explicit > Port Office (organisation)", "explicit > Port Office (organisation)"}},
		{"an unlisted news agency", "The river took 40 boats, the official Norpress news agency said.", []string{"explicit > official Norpress news agency (outlet)"}},
		{"an agency", "The river took 40 boats, the Norland Rail Agency said.", []string{"explicit > Norland Rail Agency (organisation)"}},
		{"feared", "Up to 40 people are feared dead.", []string{"explicit > are feared dead (unspecified)"}},
		{"claims to have", "The Coast Guard claims to have lost 40 boats.", []string{"explicit > Coast Guard (organisation)"}},
		{"an office for a field", "Minister for Rivers Anna Berg said 40 boats were ready.", []string{"explicit > Anna Berg (person)"}},
		{"who speaks for another", "A spokesman for Governor Anna Berg said 40 boats were ready.", []string{"explicit > spokesman for Governor Anna Berg (anonymous)"}},
		{"syllables of a given name", "Vice Health Minister Kim Tae-jun said 40 boats were ready.", []string{"explicit > Kim Tae-jun (person)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range reader.Find(documents.Document{Text: c.text, Publisher: "The Daily", Published: "2025-06-04"}).Figures {
				got = append(got, whose(f))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}
