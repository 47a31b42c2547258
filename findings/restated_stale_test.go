package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestStaleCounts checks counts of an earlier day that a text tells as they are now although a
// later one was out, and look-alikes that are in order.
func TestStaleCounts(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const office, post, wire = "Norland Relief Office", "Harbour Post", "River Wire"
	first := told{office, "2026-05-04", "On the evening of 3 May 4,830 people were in the shelters of the province."}
	then := told{office, "2026-05-09", "On 8 May the shelters of the province housed 3,970 people."}
	for _, test := range []struct {
		name  string
		texts []told
		stale bool
	}{
		{"this weekend", []told{first, then, {post, "2026-05-10", "This weekend 4,830 people are in the shelters of the province."}}, true},
		{"still", []told{first, then, {post, "2026-05-11", "There are still 4,830 people in the shelters, and nobody knows for how long."}}, true},
		{"now", []told{first, then, {post, "2026-05-11", "In the shelters there are now 4,830 people."}}, true},
		{"at the time of writing", []told{first, then, {post, "2026-05-11", "At the time of writing, 4,830 people sleep in shelters."}}, true},
		{"by its source", []told{first, then, {post, "2026-05-11", "According to the Relief Office, 4,830 people are currently living in shelters."}}, true},
		{"today", []told{first, then, {post, "2026-05-11", "The shelters hold 4,830 people today."}}, true},
		{"a count that grows", []told{
			{office, "2026-05-04", "By 3 May laboratories had confirmed 1,270 cases of the fever."},
			{office, "2026-05-12", "By 11 May laboratories had confirmed 1,640 cases of the fever."},
			{post, "2026-05-14", "As of this Thursday laboratories have confirmed 1,270 cases of the fever, the Relief Office says."}}, true},
		{"through an agency", []told{
			{wire, "2026-05-04", "The number of open claims stood at 12,400 on 2 May, the Relief Office said."},
			{office, "2026-05-12", "On 10 May the number of open claims was 10,900."},
			{post, "2026-05-14", "As I write, 12,400 claims are open."}}, true},
		{"both in one text", []told{
			{office, "2026-05-12", "On 10 May the number of wells in use stood at 5,180. Two weeks earlier, on 26 April, it had been 4,730 wells."},
			{post, "2026-05-14", "The number of wells in use now stands at 4,730, the Relief Office says."}}, true},

		{"with its day", []told{first, then, {post, "2026-05-11", "On 3 May 4,830 people were in the shelters."}}, false},
		{"the new one", []told{first, then, {post, "2026-05-11", "This weekend 3,970 people are in the shelters."}}, false},
		{"both", []told{first, then, {post, "2026-05-11", "There are now 4,830 people fewer in hotels, and the shelters have 3,970 people."}}, false},
		{"before the new one", []told{first, {post, "2026-05-06", "There are now 4,830 people in the shelters."}, then}, false},
		{"on the day of the new one", []told{first, then, {post, "2026-05-09", "There are now 4,830 people in the shelters."}}, false},
		{"told as past", []told{first, then, {post, "2026-05-11", "There were 4,830 people in the shelters at first, and now fewer are left."}}, false},
		{"of another body", []told{first, then, {post, "2026-05-11", "The clinics now have 4,830 beds."}}, false},
		{"no later count", []told{first, {office, "2026-05-09", "On 8 May 3,970 blankets were in the stores of the province."}, {post, "2026-05-11", "There are now 4,830 people in the shelters."}}, false},
		{"a later count of a part", []told{first, {office, "2026-05-09", "On 8 May 3,970 people in the shelters of Arle had been seen by a doctor."}, {post, "2026-05-11", "There are now 4,830 people in the shelters."}}, false},
		{"a later count by another", []told{first, {"Harbour Union of Cooks", "2026-05-09", "The kitchens serve 3,970 people in the shelters."}, {post, "2026-05-11", "There are now 4,830 people in the shelters."}}, false},
		{"told again since", []told{first, then, {office, "2026-05-10", "On 10 May there were again 4,830 people in the shelters."}, {post, "2026-05-11", "There are now 4,830 people in the shelters."}}, false},
		{"round", []told{
			{office, "2026-05-04", "On 3 May 4,000 people were in the shelters."}, {office, "2026-05-09", "On 8 May 3,000 people were in the shelters."},
			{post, "2026-05-11", "There are now 4,000 people in the shelters."}}, false},
		{"what may be", []told{first, then, {post, "2026-05-11", "If the dam breaks today, 4,830 people may have to sleep in the shelters."}}, false},
		{"of those", []told{first, then, {post, "2026-05-11", "Of the 4,830 people who were in the shelters, most are now at home."}}, false},
		{"a later count of another deed", []told{
			{office, "2026-05-04", "By 3 May 4,830 guns had been handed in."}, {office, "2026-05-09", "By 8 May 3,970 guns had been registered."},
			{post, "2026-05-11", "So far 4,830 guns have now been handed in."}}, false},
		{"of another time of the year", []told{first, then, {post, "2026-05-11", "Last year there were 4,830 people in the shelters; now there are fewer."}}, false},
		{"not so many", []told{first, then, {post, "2026-05-11", "There are not 4,830 people in the shelters today."}}, false},
		{"of another place", []told{first, then, {post, "2026-05-11", "In Westmark 4,830 people are now in the shelters."}}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			said := sentences(check(readAll(reader, test.texts)))
			if strings.Contains(said, "as the number now") != test.stale {
				t.Errorf("said %q", said)
			}
		})
	}
}
