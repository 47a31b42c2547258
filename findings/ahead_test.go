package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestToldAhead checks, from the words to the sentence, what is told as granted or done while
// another text tells that nobody has decided on it or that it has not begun; and look-alikes.
func TestToldAhead(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const (
		office, wire, bell = "Lake Authority", "Northern Wire", "Morning Bell"
		undecided, toCome  = "still to be decided on (“", "still to come (“"
	)
	applied := told{office, "2026-03-02", "The Lake Authority has applied to the Climate Fund for 7.5 million florins. A decision is expected in July."}
	fires := told{wire, "2026-03-02", "Ostria has been asked for five fire planes but has not answered so far."}
	vote := told{wire, "2026-03-02", "The army minister has asked the security committee of parliament to approve the sending of 350 sappers. The committee is to vote on 20 March."}
	tugs := told{office, "2026-03-02", "The Navy has approved eight tugs for the Lake Authority. They will arrive on 20 May."}
	ploughs := told{wire, "2026-05-12", "Montel has agreed to lend 14 snow ploughs. They are to come on Friday."}
	guns := told{wire, "2026-05-02", "Doria has approved 36 howitzers. They left by train this morning; the crews will follow on 9 May."}
	for _, test := range []struct {
		name  string
		texts []told
		want  string // a piece of the one warning; "" for none
	}{
		{"applied for, and decided on in summer", []told{applied, {bell, "2026-03-20", "The Climate Fund has signed off on 7.5 million florins for the dykes, according to the Lake Authority."}}, undecided + "A decision is expected in July”)"},
		{"asked for, and being sent", []told{fires, {bell, "2026-03-03", "Ostria is sending five fire planes, Northern Wire reports."}}, undecided + "Ostria has been asked"},
		{"to be voted on", []told{vote, {bell, "2026-03-05", "Parliament's security committee has cleared the dispatch of 350 sappers, Northern Wire said."}}, undecided + "The committee is to vote on 20 March”)"},
		{"granted, by a clause behind the number", []told{applied, {bell, "2026-03-04", "The 7.5 million florins that the Climate Fund has approved will be spent by summer, the Lake Authority said."}}, "as requested, retold by Morning Bell as approved"},
		{"granted, and to come", []told{tugs, {bell, "2026-05-05", "Eight tugs are already towing barges on the lake, the Lake Authority said."}}, "granted and " + toCome + "They will arrive on 20 May”)"},
		{"as a reserve", []told{{office, "2026-05-02", "Parliament has approved two frigates as a reserve. The naval staff has not ordered them to sea."},
			{bell, "2026-05-03", "Two frigates have been sent to strengthen the patrol, the Lake Authority said in its notice."}}, "as a reserve"},
		{"planned for autumn", []told{{office, "2026-05-02", "Work on 34 locks is planned for the autumn."},
			{bell, "2026-05-12", "Building work has begun on 34 locks, the Lake Authority says."}}, toCome + "Work on 34 locks is planned for the autumn”)"},
		{"in an aside, and packed", []told{{office, "2026-05-12", "The clinic with 90 beds, approved on 3 May, is packed. It is due to leave on 19 May."},
			{bell, "2026-05-14", "The clinic's 90 beds are already in operation in Sorv, according to the Lake Authority."}}, toCome + "It is due to leave on 19 May"},
		{"pledged, and paid in part", []told{{office, "2026-05-02", "Governments pledged 210 million dollars at the conference. So far 34 million dollars have been paid."},
			{bell, "2026-05-03", "Governments have paid 210 million dollars into the fund, the Lake Authority said."}}, "as pledged, retold by Morning Bell as spent"},
		{"some of them open", []told{{office, "2026-05-02", "Six of the nine posts planned on the river are in operation."},
			{bell, "2026-05-03", "Nine posts are in operation along the river, the Lake Authority said."}}, "has only “Six” of it as done"},
		{"of those approved some are up", []told{{office, "2026-02-01", "Of the 640 tents approved, 150 have been pitched."},
			{bell, "2026-02-02", "In the camp 640 tents have been pitched, the Lake Authority said."}}, "has only “150” of it as done"},
		{"not decided by a later text", []told{{bell, "2026-03-12", "The Treasury has agreed to pay for up to 620 beds in the camps."},
			{wire, "2026-03-20", "The Lake Authority has asked the Treasury for up to 620 beds in the camps; the Treasury said the request was under review."}}, undecided + "the Treasury said the request was under review”)"},
		{"less granted by a later text", []told{{bell, "2026-03-12", "The 62 million crowns that the Cabinet has approved for the ferries will be spent by summer, the Lake Authority said."},
			{office, "2026-03-30", "The Cabinet released 51 million crowns for the ferries last week, less than the 62 million requested."}}, "“51 million crowns” approved"},

		{"granted since, by another text", []told{applied, {"River Radio", "2026-03-20", "The Climate Fund approved 7.5 million florins for the dykes today."},
			{bell, "2026-03-21", "The Climate Fund has granted 7.5 million florins for the dykes, according to the Lake Authority."}}, ""},
		{"on the day of the vote", []told{vote, {bell, "2026-03-21", "The security committee has cleared the dispatch of 350 sappers, Northern Wire said."}}, ""},
		{"told as asked for", []told{applied, {bell, "2026-03-03", "The Climate Fund has been asked for 7.5 million florins, the Lake Authority said."}}, ""},
		{"on a condition", []told{fires, {bell, "2026-03-03", "If Ostria is sending five fire planes, the fleet will have twelve, Northern Wire reports."}}, ""},
		{"agreed to look at it", []told{applied, {bell, "2026-03-03", "The Climate Fund has agreed to examine the application for 7.5 million florins, the Lake Authority said."}}, ""},
		{"of another thing", []told{vote, {bell, "2026-03-05", "The council of Lume has approved 350 new flats on the quay."}}, ""},
		{"the day has come", []told{tugs, {bell, "2026-05-21", "Eight tugs are towing barges on the lake, the Lake Authority said."}}, ""},
		{"the weekday has come", []told{ploughs, {bell, "2026-05-18", "On the pass 14 snow ploughs from Montel are at work, Northern Wire reports."}}, ""},
		{"gone already", []told{guns, {bell, "2026-05-03", "Doria has sent 36 howitzers, Northern Wire reported."}}, ""},
		{"told as approved and to be sent", []told{tugs, {bell, "2026-05-03", "The Navy has approved eight tugs, which will be sent to the lake, according to the Lake Authority."}}, ""},
		{"in another year", []told{{office, "2026-05-02", "Parliament has approved two frigates as a reserve. They have not been sent to sea."},
			{bell, "2026-05-03", "In 2019 two frigates were sent to strengthen the patrol."}}, ""},
		{"more to come", []told{{office, "2026-05-02", "The authority has opened 34 locks. Another nine will open on 1 September."},
			{bell, "2026-05-12", "The authority has opened 34 locks, the Lake Authority said."}}, ""},
		{"decided on another number", []told{{wire, "2026-03-02", "Parliament has approved 120 lorries for the valley. It has yet to decide on 300 soldiers."},
			{bell, "2026-03-03", "Parliament has approved 120 lorries for the valley, Northern Wire reported."}}, ""},
		{"of what was asked for some is granted, some there", []told{{office, "2026-03-03", "The authority had asked the Pool for 4.8 million doses. Of these, 3.1 million were granted."},
			{bell, "2026-03-04", "The drive relies on 3.1 million doses of the Pool, fewer than two thirds of the 4.8 million the Lake Authority had sought."}}, ""},
		{"being handed over, half of it there", []told{{wire, "2026-05-06", "The office spoke after receiving 430,000 of the 860,000 doses it has been granted."},
			{bell, "2026-05-07", "As Northern Wire reported, the Pool is handing over 860,000 doses."}}, ""},
		{"in training, and to join", []told{{wire, "2024-10-11", "President Orru said that 600 more police will be sent to the lake in November. The 600 are being trained and will serve next month."},
			{bell, "2024-10-12", "The president said the remaining 600 police are undergoing training and would join the force on the lake next month."}}, ""},
		{"damaged in a storm", []told{fires, {bell, "2026-03-03", "Five fire planes were damaged in the storm over Ostria, Northern Wire reported."}}, ""},
		{"to be joined by others", []told{{wire, "2026-02-01", "The cabinet cleared 450 conscripts for the dykes. They will be joined by volunteers on 15 February."},
			{bell, "2026-02-04", "Some 450 conscripts are filling sandbags along the dykes, Northern Wire reported this week."}}, ""},
		{"hat in hand", []told{applied, {bell, "2026-03-03", "The Lake Authority is holding out its hat for 7.5 million florins."}}, ""},
		{"at it, and to stay", []told{{office, "2026-05-02", "Thirty-six watchers have been on the lake since 6 April and will remain until 28 May."},
			{bell, "2026-05-03", "On the lake 36 watchers are at work, the Lake Authority said."}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var warnings []string
			for said := range strings.Lines(sentences(check(readAll(reader, test.texts)))) {
				if strings.Contains(said, " warning ") {
					warnings = append(warnings, said)
				}
			}
			if said := strings.Join(warnings, ""); test.want == "" && said != "" || test.want != "" && (len(warnings) != 1 || !strings.Contains(said, test.want)) {
				t.Errorf("got %q, want %q", said, test.want)
			}
		})
	}
}
