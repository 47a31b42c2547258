package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// A figure of the headline holds when the same figure of the article does, and
// a list of outcomes in one paragraph at one time.
func TestTimesCarried(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ name, text, number, want string }{
		{"a headline", "Navy sends 40 boats north\n\nThe navy sent 40 boats north on Monday.", "40", "2025-06-02"},
		{"a headline with another figure", "Navy sends 40 boats north\n\nThe navy sent 50 boats north on Monday.", "40", ""},
		{"a list of outcomes", "The crews put out 12 fires in May. They rescued 300 people.", "300", "2025-05-01"},
		{"another paragraph", "The crews put out 12 fires in May.\n\nThe storm killed 300 people.", "300", ""},
		{"a list under a line with its date", "Relief so far, as of 20 May 2025\n- 410 tents were put up.\n- 95 nurses in two camps. Some 60 cooks.", "Some 60", "2025-05-20"},
		{"a list under a sentence", "The mayor spoke on 20 May.\n- 410 tents were put up.", "410", ""},
		{"a list that a colon opens", "The guards detained 900 men between May 3 and 9.\nThe haul included:\n- 45 rifles", "45", "2025-05-03"},
		{"the period told before", "Patrols caught 70 poachers in the last three weeks. They also burned 40 camps during the period under review.", "40", "2025-05-14"},
		{"a breakdown", "Patrols caught 70 poachers in the last three weeks.\n\nGiving a breakdown, the warden said 12 were caught at sea.", "12", "2025-05-14"},
		{"no period told before", "Patrols caught 70 poachers on Monday.\n\nThey burned 40 camps during a difficult period.", "40", ""},
		{"a part of a count", "The guards detained 900 men between May 3 and 9.\n\nThe raids covered the coast.\n\nFor theft, 45 men were detained.", "45", "2025-05-03"},
		{"a larger count", "The guards detained 45 men between May 3 and 9.\n\nLater 900 men were detained.", "900", ""},
		{"the day of another thing", "The mayor approved up to 300 guards to keep order for the parade Wednesday.", "up to 300", ""},
		{"after what happened", "The council asked for 40 boats following last week's floods.", "40", ""},
		{"what a week brought", "Crews handled last week's 40 floods.", "40", "2025-05-26"},
		{"letters of a name", "The DEC, made up of 14 charities, met.", "14", ""},
		{"how long it will last", "The 300 guards will last 45 days.", "300", ""},
		{"a day to come, now told", "The drive runs from 15 September to 10 October and reaches 30,000 homes.", "30,000", "2025-09-15"},
		{"a day that may come", "Some 600 guards may fly out on 27 December.", "Some 600", "2025-12-27"},
		{"a whole and its part", "Of the 4,800 guards announced, 900 had come by Monday.", "4,800", ""},
		{"the part of a whole", "Of the 4,800 guards announced, 900 had come by Monday.", "900", "2025-06-02"},
		{"an operation that ran", "The guards say they detained 900 men in a sweep.\n\nOperation Anvil ran from May 3 through last Friday.", "900", "2025-05-03"},
		{"now, told on a day", "The minister said on Monday that the river was rising. She said 300 soldiers are in the valley at present.", "300", "2025-06-04"},
		{"now, told on a day with a figure", "The minister told the council on Monday that 40 had drowned. She said 300 soldiers are in the valley at present.", "300", "2025-06-02"},
		{"since, past a clause", "Crews have rescued 300 people who were cut off since the river rose over the weekend.", "300", "2025-05-31"},
		{"since something", "Crews have rescued 300 people since the flood on Monday.", "300", "2025-06-02"},
		{"how long it has been so", "The 300 villages have been without power for six days.", "300", "2025-05-29"},
		{"how long it took", "The 300 villages were rebuilt in six days.", "300", ""},
		{"a course that began", "The death toll of the outbreak that began in March rose to 57.", "57", "2025-03-01"},
		{"the thing itself", "The army has 300 trucks from Norway that arrived on Monday.", "300", "2025-06-02"},
		{"what had happened before", "After the attack on the port on May 6, 300 guards poured into the town.", "300", ""},
		{"at the same time", "Some 300 families fled as the river rose on Monday.", "Some 300", "2025-06-02"},
		{"two clauses of one time", "At least 30 people were killed and 50 others were hurt in the storm on Monday.", "At least 30", "2025-06-02"},
		{"which, of the time", "The storm on Monday, which killed 30 people, moved north.", "30", "2025-06-02"},
		{"the place and day of a report", "PORT NEWBY (Coast News, 3 May) – The navy has 40 boats.", "40", ""},
		{"the day before, of a sentence before", "On Monday 300 came ashore. The day before, only 90 did.", "90", "2025-06-01"},
		{"a course by its beginning", "The three-day sweep, which began on May 12, led to 40 arrests.", "40", "2025-05-12 2025-05-14"},
		{"a course by its end", "In a three-day sweep ending Sunday, guards made 40 arrests.", "40", "2025-05-30 2025-06-01"},
		{"a length from a day", "The 300 soldiers will stay for 30 days starting July 1.", "300", "2025-07-01 2025-07-31"},
		{"a beginning alone", "The sweep, which began on May 12, led to 40 arrests.", "40", "2025-05-12 2025-06-04"},
		{"by a day, past", "By 20 May, 300 people had been rescued.", "300", "2025-05-20 2025-05-20"},
		{"by a day, to come", "By 20 July, 300 people will have left.", "300", "2025-06-04 2025-07-20"},
		{"cases were reported then", "A total of 300 cases, including 12 deaths, were reported between 1 January and 15 April 2025.", "300", "2025-01-01 2025-04-15"},
		{"which arrived then", "The first shipment of 300 tons, which arrived on May 12, is used up.", "300", "2025-05-12 2025-05-12"},
		{"what starts will", "The five-day drive starting on 9 June will reach 300 villages.", "300", "2025-06-09 2025-06-13"},
		{"a bare day behind what is counted", "The fire grew from 40 acres Monday to 300 acres Tuesday.", "40", "2025-06-02"},
		{"each its own bare day", "Agents made 300 arrests Tuesday, and 40 more Wednesday.", "40", "2025-06-04"},
		{"the day of the saying is past", "The governor announced Tuesday he is sending 300 guards.", "300", "2025-06-03"},
	} {
		t.Run(c.name, func(t *testing.T) {
			reading := reader.Find(documents.Document{Text: c.text, Published: "2025-06-04"})
			for _, f := range reading.Figures {
				if f.Number.Exact != c.number {
					continue
				}
				got := ""
				if f.About != nil {
					got = string(f.About.From)
					if strings.Contains(c.want, " ") {
						got += " " + string(f.About.To)
					}
				}
				if got != c.want {
					t.Errorf("%s: %s holds from %q, expected %q", c.text, c.number, got, c.want)
				}
				return
			}
			t.Errorf("%s: found no %s", c.text, c.number)
		})
	}
}
