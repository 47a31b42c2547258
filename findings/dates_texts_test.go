package findings_test

import (
	"slices"
	"strings"
	"testing"

	"muster/claims"
	"muster/findings"
	"muster/origins"
)

// TestDaysOfTexts checks what is said of days in texts, and look-alikes of which nothing is
// said: want is a piece of the one finding, "" for none.
func TestDaysOfTexts(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	one := func(body string) []told { return []told{{"The Test", "2025-02-06", body}} }
	office := func(first, second string) []told {
		return []told{{"Marle Relief Office", "2025-06-02", first}, {"The Test", "2025-06-05", second}}
	}
	for _, test := range []struct {
		name string
		list []told
		want string
	}{
		{"a weekday that does not fit", one("The board meets on Tuesday, Feb. 12, on 310 beds."), "has “Tuesday, Feb. 12”, but 12 February 2025 is a Wednesday"},
		{"a weekday in brackets that does not fit", one("The board meets on Tuesday (12 February) on 310 beds."), "12 February 2025 is a Wednesday"},
		{"a weekday with a year that does not fit", one("Since Monday, 13 March 2024, the board has asked for 310 beds."), "13 March 2024 is a Wednesday"},
		{"weekdays that fit", one("The board meets on Wednesday, 12 February, and on Saturday, March 1, on 310 beds."), ""},
		{"a weekday of a year long gone", one("In the flood of Thursday, 8 May, some 310 beds were lost."), ""},
		{"a weekday before a number that is no date", one("On Monday 12 nurses came, in March 1,200 and on Tuesday 14 more."), ""},

		{"an end of what takes place", office("The talks will be held from 3 to 9 July. Some 2,300 helpers come.", "The talks take place between 3 and 12 July, the Marle Relief Office said. It needs 2,300 helpers."), "has 12 July 2025 where that has 9 July 2025"},
		{"an end with the month first", office("Some 2,300 helpers will guard the fair in Port Arden on July 3-9.", "Arden will host the fair from July 3 to 12, the Marle Relief Office said. It needs 2,300 helpers."), "has 12 July 2025 where that has 9 July 2025"},
		{"a period before its event", office("The festival lasts from 3 to 9 July. Some 2,300 helpers come.", "From 3 to 19 July Arden holds its festival with 2,300 helpers, the Marle Relief Office said."), "has 19 July 2025 where that has 9 July 2025"},
		{"guarded for longer", office("The talks will be held from 3 to 9 July. Some 2,300 officers come.", "Some 2,300 officers will guard the talks from 1 to 9 July, the Marle Relief Office said."), ""},
		{"roads around it", office("Some 2,300 officers will guard the talks in Arden from 3 to 9 July.", "Roads around the talks will be closed from 3 to 12 July. Some 2,300 officers come, the Marle Relief Office said."), ""},
		{"extended", office("The talks will be held from 3 to 9 July. Some 2,300 helpers come.", "The talks, extended by three days, run from 3 to 12 July, the Marle Relief Office said. It needs 2,300 helpers."), ""},

		{"launched, by whom and passive", office("The Marle Relief Office today launched Operation Green Shore with 210 nurses.", "Operation Green Shore, which was launched on May 29, has 210 nurses, the Marle Relief Office said."), "Operation Green Shore began on 29 May 2025 according to The Test and on 2 June 2025 according to Marle Relief Office"},
		{"launched and announced", office("The Marle Relief Office launched the airlift on 2 June with 210 nurses.", "The airlift, which was announced on 29 May, has 210 nurses, the Marle Relief Office said."), ""},
		{"an end under one office", office("The blockade ends on 14 June. It holds up 31 ships.", "The Marle Relief Office said the blockade would end on 24 June. It holds up 31 ships."), "24 June 2025"},
		{"a strike of others", office("The strike starts on 14 June. Some 820 nurses take part.", "The drivers' strike starts on 17 June, the Marle Relief Office said. Some 90 drivers take part."), ""},
		{"one event in two places", office("The census will begin on 6 June in the north and on 16 June in the south. It needs 1,400 helpers.", "In the south the census will begin on 16 June, the Marle Relief Office said. It has 1,400 helpers."), ""},
		{"now another day", office("The airlift starts on 9 June with 340 nurses.", "The airlift will now start on 12 June, the Marle Relief Office said. It has 340 nurses."), ""},
		{"a day by its name, of another week", []told{{"The Wire", "2025-05-02", "The raids start on Monday with 640 officers, the ministry said."}, {"The Test", "2025-05-08", "The raids start on Monday with 640 officers, The Wire reported."}}, ""},

		{"first and last", office("The first of the 1,200 nurses arrive on 9 June.", "The last of the 1,200 nurses arrive on 20 June, the Marle Relief Office said."), ""},
		{"a vote that is guarded", office("The 640 nurses go to Arden, where the election on 19 June is held.", "The 640 nurses go to Arden on 9 June, the Marle Relief Office said."), ""},
		{"a day of voting", office("Parliament in Arden votes on the 2,700 nurses for the camps on 14 June.", "In Arden parliament will vote on 24 June on the 2,700 nurses for the camps, the Marle Relief Office said."), "has 24 June 2025 where that has 14 June 2025"},
		{"taking place and beginning", office("Night patrols along the coast will be carried out from 16 to 25 June. They have 26 boats.", "The night patrols start on 19 June and go on until the 25th, the Marle Relief Office said. They have 26 boats."), "has the patrols begin on 19 June 2025; that has 16 June 2025"},
		{"begun and opening", office("The office will begin a joint inspection of the dams on 16 June. It has 310 helpers.", "The inspection of the dams opens on 18 June, the Marle Relief Office said. It has 310 helpers."), "has the inspection begin on 18 June 2025"},
		{"beginning of another kind", office("Checks at the land borders will be carried out from 6 to 15 June. Some 340 officers come.", "Checks at the airports start on 9 June, the Marle Relief Office said. It has 340 officers."), ""},
		{"beginning of a part", office("The inspection of the dams starts on 16 June. It has 310 helpers.", "The second part of the inspection of the dams starts on 23 June, the Marle Relief Office said. It has 310 helpers."), ""},
		{"begun later than planned", []told{{"Marle Relief Office", "2025-06-02", "The inspection of the dams starts on 16 June. It has 310 helpers."}, {"The Test", "2025-06-25", "The inspection of the dams began on 18 June, the Marle Relief Office said. It has 310 helpers."}}, ""},
		{"moved by the office itself", []told{{"Marle Relief Office", "2025-06-02", "Repairs to the dams begin on 16 June. It has 310 helpers."}, {"Marle Relief Office", "2025-06-08", "Repairs to the dams begin on 18 June. It has 310 helpers."}, {"The Test", "2025-06-09", "Repairs to the dams begin on 18 June, the Marle Relief Office said. It has 310 helpers."}}, ""},
		{"a sign-up before it", office("The inspection of the dams starts on 16 June. It has 310 helpers.", "Registration for the inspection of the dams opens on 9 June, the Marle Relief Office said. It has 310 helpers."), ""},
		{"a first day and a last one", office("Helpers can sign up for the 640 places from 15 June.", "Helpers can sign up for the 640 places until 25 June, the Marle Relief Office said."), ""},
	} {
		state := readAll(reader, test.list)
		var said []string
		for _, f := range findings.Check(state, origins.Find(state)) {
			if f.Rule == "dates" && f.Severity != findings.Info {
				said = append(said, f.Sentence)
			}
		}
		if test.want == "" && len(said) > 0 || test.want != "" && (len(said) != 1 || !strings.Contains(said[0], test.want)) {
			t.Errorf("%s: expected %q, found %q", test.name, test.want, said)
		}
		slices.Reverse(test.list) // the order of documents does not matter
		state = readAll(reader, test.list)
		if n := len(slices.DeleteFunc(findings.Check(state, origins.Find(state)), func(f findings.Finding) bool { return f.Rule != "dates" || f.Severity == findings.Info })); n != len(said) {
			t.Errorf("%s: %d findings with the texts in the other order, %d before", test.name, n, len(said))
		}
	}
}
