package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestRunningTotals checks counts since a start that are less than an earlier one of the same
// body, and look-alikes that are in order.
func TestRunningTotals(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const office, post = "Norland Forest Office", "Harbour Post"
	for _, test := range []struct {
		name  string
		texts []told
		falls bool
	}{
		{"since the start", []told{
			{office, "2026-05-04", "By the evening of 3 May the crews of the Forest Office had felled 2,460 trees."},
			{post, "2026-05-11", "Since the start of the campaign 2,310 trees have been felled, the Forest Office said on Monday."}}, true},
		{"so far", []told{
			{office, "2026-05-04", "In the first two weeks of the campaign the crews have inspected 640 farms."},
			{post, "2026-05-20", "So far 590 farms have been inspected, according to the Forest Office."}}, true},
		{"by a day", []told{
			{post, "2026-05-04", "The Forest Office had vaccinated 8,450 cattle by 2 May, it said."},
			{office, "2026-05-18", "By 16 May 7,980 cattle had been vaccinated in all."}}, true},
		{"handed in", []told{
			{office, "2026-06-08", "From the opening of the amnesty until Sunday 3,870 traps were handed in."},
			{office, "2026-06-22", "Since the amnesty began, 3,540 traps have been handed in."}}, true},
		{"the number has reached", []told{
			{office, "2026-06-08", "Since the launch of the programme 412 wells have been repaired."},
			{post, "2026-06-29", "The number of wells repaired since the launch of the programme has reached 398, the Forest Office said."}}, true},
		{"paid out", []told{
			{office, "2026-06-08", "By 5 June 6.4 million crowns had been paid out to growers."},
			{office, "2026-07-08", "Until 3 July 5.9 million crowns had been paid out to growers."}}, true},
		{"between two days", []told{
			{office, "2026-03-09", "By 7 March the office had answered 12,380 calls."},
			{post, "2026-03-17", "Between the start on 1 March and Sunday the office had answered 11,940 calls, a spokeswoman for the Forest Office said."}}, true},
		{"tonnes flown in", []told{
			{office, "2026-03-09", "Since 1 March aircraft have flown in 960 tonnes of feed."},
			{office, "2026-03-23", "Since 1 March 915 tonnes of feed have been flown in."}}, true},
		{"people rescued", []told{
			{office, "2026-03-09", "Boats have rescued 1,240 people since the flood began."},
			{post, "2026-03-12", "Boats have so far rescued 1,130 people, the Forest Office said."}}, true},
		{"counted by those who carry them", []told{
			{office, "2026-03-09", "From the start of the strike until Saturday the ferries carried 48,300 people."},
			{office, "2026-03-16", "Since the strike began the office has counted 46,900 passengers on the ferries."}}, true},

		{"more than before", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "Since the start 2,610 trees have been felled, the Forest Office said."}}, false},
		{"rounded", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "Since the start about 2,400 trees have been felled, the Forest Office said."}}, false},
		{"corrected", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{office, "2026-05-11", "Since the start 2,310 trees have been felled. In the report of last week 200 trees had been counted twice."}}, false},
		{"corrected in a text between", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{office, "2026-05-06", "The number of trees in the report of 4 May was wrong; two districts had sent their lists late."},
			{post, "2026-05-11", "Since the start 2,310 trees have been felled, the Forest Office said."}}, false},
		{"of a part of the country", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "Since the start 2,310 trees have been felled in Arlemark, the Forest Office said."}}, false},
		{"of a kind", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "Since the start 2,310 diseased trees have been felled, the Forest Office said."}}, false},
		{"by another body", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "Since the start 2,310 trees have been felled, the Growers' Union said."}}, false},
		{"of an earlier day", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "By 28 April 2,310 trees had been felled, the Forest Office said."}}, false},
		{"another deed", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "Since the start 2,310 trees have been removed, the Forest Office said."}}, false},
		{"who is in shelters", []told{
			{office, "2026-05-04", "By 3 May 2,460 people were living in shelters."},
			{office, "2026-05-11", "Since the start of the week 2,310 people have been living in shelters."}}, false},
		{"another year", []told{
			{office, "2026-05-04", "By the end of the last campaign, in 2024, the crews had felled 2,460 trees."},
			{post, "2026-05-11", "Since the start 2,310 trees have been felled, the Forest Office said."}}, false},
		{"since the beginning of the year and since May", []told{
			{office, "2026-05-04", "Since January the crews have felled 2,460 trees."},
			{office, "2026-05-25", "Since the start of the campaign 2,310 trees have been felled."}}, false},
		{"a new phase", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{office, "2026-05-25", "By 24 May 2,310 trees had been felled in the second phase."}}, false},
		{"both told", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "The Forest Office had spoken of 2,460 trees. Since the start 2,310 trees have been felled, it now says."}}, false},
		{"a plan", []told{
			{office, "2026-05-04", "By 3 June the crews will have felled 2,460 trees."},
			{office, "2026-05-11", "Since the start 2,310 trees have been felled."}}, false},
		{"denied", []told{
			{post, "2026-05-04", "It is not true that 2,460 trees had been felled by 3 May, the Forest Office said."},
			{office, "2026-05-11", "Since the start 2,310 trees have been felled."}}, false},
		{"at least so many", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "Since the start more than 2,300 trees have been felled, the Forest Office said."}}, false},
		{"of those asked for", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{office, "2026-05-11", "Of these, 2,310 trees have been felled since the start without damage."}}, false},
		{"by one crew", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{office, "2026-05-11", "Since the start soldiers have felled 2,310 trees."}}, false},
		{"the other way round in the text before", []told{
			{office, "2026-05-04", "By 3 May the crews had felled 2,460 trees."},
			{post, "2026-05-11", "In the province of Arlemark the work is nearly done. Since the start 2,310 trees have been felled, the Forest Office said."}}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			said := sentences(check(readAll(reader, test.texts)))
			if strings.Contains(said, "cumulative warning") != test.falls {
				t.Errorf("said %q", said)
			}
		})
	}
}
