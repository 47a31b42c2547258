package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// Which of the times of a text is that of a figure. After each text stand its
// numbers with the days they hold, nothing where the text tells none.
func TestTimesReach(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, want string }{
		// The line that says where and when a report was written.
		{"PORT NEWBY, June 3 (Coast News) - The navy will send 40 boats to the delta.", "40="},
		{"PORT NEWBY, June 3 (Coast News) -- The navy sent 40 boats on Monday.", "40=2025-06-02"},
		{"PORT NEWBY (3 June 2025) – The navy has 40 boats.", "40="},
		{"PORT NEWBY, 3 June 2025 - The navy has 40 boats.", "40="},
		{"Port Newby, 3 June 2025 (Coast News) — The navy has 40 boats.", "40="},
		{"PORT NEWBY, 3 June /Coast News/ - The navy has 40 boats.", "40="},
		{"June 3 (Coast News) -- The navy has 40 boats.", "40="},
		{"PORT NEWBY — June 3 — The navy has 40 boats.", "40="},
		{"Navy to send 40 boats\n\nPORT NEWBY, June 3 (Coast News) - The navy will send 40 boats to the delta.", "40="},

		// What begins or stops on a day: the first verb says when.
		{"Boats are to start crossing the delta on Thursday in a drive of 40 trips.", "40=2025-06-05"},
		{"Boats began crossing the delta on Monday in a drive of 40 trips.", "40=2025-06-02"},

		{"The army is preparing 40 boats for Thursday.", "40=2025-06-05"},
		{"Some 40 boats are ready for Thursday's crossing.", "40=2025-06-05"},
		{"Police held 40 men for Monday's raid.", "40=2025-06-02"},
		{"The 40 boats due on Thursday come from Holm.", "40=2025-06-05"},
		{"Starting Thursday, 40 nurses work at night.", "40=2025-06-05"},
		{"Starting Monday, 40 nurses worked at night.", "40=2025-06-02"},
		{"The mayor says 40 boats came on Monday.", "40=2025-06-02"},
		{"Mayor says 40 boats to land on Thursday", "40=2025-06-05"},
		{"The mayor has ordered 40 boats out of the harbour by Thursday.", "40=2025-06-04..2025-06-05"},
		{"The mayor told the crews of 40 boats to leave by Thursday.", "40=2025-06-04..2025-06-05"},
		{"By Monday 40 boats had left.", "40=2025-06-02"},
		{"The first 40 boats are expected by Friday.", "40=2025-06-04..2025-06-06"},

		// A word for a time in a name is none.
		{"The Sunday Herald counted 40 boats.", "40="},
		{"Vostria Today counted 40 boats.", "40="},
		{"The March Brigade has 40 boats.", "40="},
		{"The Sunday raid sank 40 boats.", "40=2025-06-01"},

		// What a figure is compared with keeps its own time.
		{"His office has 118 deputies, down from 141 in 2019.", "118= 141=2019-01-01..2019-12-31"},
		{"His office has 118 deputies, down from 141 in 2019, and 17 vacancies.", "118= 141=2019-01-01..2019-12-31 17="},
		{"Some 4,500 guards remain, down from 9,000 in March, the colonel said.", "4,500= 9,000=2025-03-01..2025-03-31"},
		{"The army has 700 soldiers there, compared with 1,150 last year.", "700= 1,150=2024-01-01..2024-12-31"},
		{"The ward has 700 beds, against 900 in 2023.", "700= 900=2023-01-01..2023-12-31"},
		{"The fleet has 62 boats, up from 48 a year ago.", "62= 48=2024-01-01..2024-12-31"},
		{"Up from 48 in May, the fleet now has 62 boats.", "48=2025-05-01..2025-05-31 62=2025-06-04"},
		{"Police made 300 arrests in May, up from 200 in April.", "300=2025-05-01..2025-05-31 200=2025-04-01..2025-04-30"},
		{"Arrests rose to 300 in May from 200 in April.", "300=2025-05-01..2025-05-31 200=2025-04-01..2025-04-30"},
		{"Arrests rose from 200 in April to 300 in May.", "200=2025-04-01..2025-04-30 300=2025-05-01..2025-05-31"},
		{"The unit will grow to 4,000 members by 2030 from 890 now, and train 16,000 others.", "4,000=2025-06-04..2030-12-31 890=2025-06-04"},
		{"The agency cut the number it feeds from 2.4 million in 2023 to 1.3 million.", "2.4 million=2023-01-01..2023-12-31 1.3 million="},

		// A clause on another noun keeps its time.
		{"Kenport, which offered 600 guards in March, has cut its pledge to 350.", "600=2025-03-01..2025-03-31 350="},
		{"The mission, approved by the council in March, has brought home 250 trucks.", "250="},
		{"The mission, ordered by the president in March, has so far brought home 250 trucks.", "250="},
		{"The mission, which the council approved in March, has 250 trucks.", "250="},
		{"The storm, which hit the coast on Monday, killed 30 people.", "30=2025-06-02"},
		{"The flood that struck the valley on Monday killed 30 people.", "30=2025-06-02"},
		{"The attack, which happened on Monday, left 30 people dead.", "30=2025-06-02"},
		{"The meeting, held on Monday, drew 300 people.", "300=2025-06-02"},
		{"The fire, which started May 24, has burned 8,200 acres and destroyed 34 homes.", "8,200=2025-05-24..2025-06-04 34=2025-05-24..2025-06-04"},
		{"The state will lend 400 guards to the valley, according to an agreement signed last week.", "400="},
		{"The state will lend 400 guards to the valley under a decree that the president signed on Monday.", "400="},
		{"The state will lend 400 guards to the valley, according to a plan the council approved on Monday.", "400="},
		{"The plan, sent to the council on Monday, asks for 400 guards.", "400="},
		{"Norland, which provides 1,100 of the soldiers, says it will leave by May 2026.", "1,100="},
		{"The colonel, who leads 1,100 soldiers, arrived on Monday.", "1,100="},
		{"The park will bring back 50 of the 1,000 rangers it fired on Valentine's Day.", "50= 1,000=2025-02-14"},
		{"The army met 40 of the 90 demands it was sent in March.", "40= 90=2025-03-01..2025-03-31"},
		{"The army withdrew 2,000 of the 4,000 guards sent there in March.", "4,000=2025-03-01..2025-03-31"},
		{"The state has 52 percent of the 800 boats it promised a year ago.", "52 percent= 800=2024-01-01..2024-12-31"},

		// Two clauses.
		{"Five teams wait at the fort, and three more will arrive on Friday.", "Five= three=2025-06-06"},
		{"Five teams are staged at the fort and three more will arrive on Friday.", "Five= three=2025-06-06"},
		{"Five teams left on Monday, and three more will arrive on Friday.", "Five=2025-06-02 three=2025-06-06"},
		{"The state has spent 300 million dollars since January, and will ask for another 40 million when they meet in July.", "300 million=2025-01-01..2025-06-04"},
		{"Some 300 people were killed on Monday and 40 on Tuesday.", "300=2025-06-02 40=2025-06-03"},
		{"The state ran short of 40 million last year after spending 300,000 a month on pumps.", "40 million=2024-01-01..2024-12-31 300,000=2024-01-01..2024-12-31"},
		{"The court let the governor keep 200 guards in Redport for now.", "200="},

		// The nearest year of a day, whatever the verb.
		{"The board has hired 200 people to staff 60 booths on 14 June.", "60=2025-06-14"},
		{"Strikes are planned for 7 June, when 300 nurses will walk out.", "300=2025-06-07"},
		{"Two days of strikes by 300 nurses are planned for July 7 and 8.", "300=2025-07-07..2025-07-08"},
		{"The letter, sent on 28 May by the chief, warns that the 40 slowest crews will be reviewed.", "40="},
		{"The remaining 60 soldiers follow on Friday.", "60=2025-06-06"},
		{"The remaining 60 soldiers leave on Friday.", "60=2025-06-06"},

		// What tells, and what is told.
		{"The mayor held a meeting on Monday to boast that 300 homes had been rebuilt.", "300="},
		{"The mayor spoke on Monday of a plan in which 300 homes would be rebuilt.", "300="},
		{"At a meeting on Monday at which he asked for 300 boats, the mayor wept.", "300=2025-06-02"},
		{"The turnout was 41 percent, 5 points short of the 46 percent record set in 2008.", "41 percent= 46 percent=2008-01-01..2008-12-31"},
		{"Two days before rebels shot 30 people, the mayor had left.", "30="},
		{"He faces charges over the raid on Sunday that left 30 people hurt.", "30=2025-06-01"},
		{"USA TODAY counted 300 boats.", "300="},

		// One event told on.
		{"A bomb killed 80 people in the market on Monday.\n\nThe minister said early Tuesday that 80 people were killed and 18 others were hurt.", "80=2025-06-02 18=2025-06-02"},
		{"Bomb kills at least 80.\n\nA bomb killed at least 80 people in the market on Monday.", "80=2025-06-02"},
		{"A bomb killed 80 people in the market on Monday.\n\nThe town has 18 schools.", "18="},
		{"The fair opened on 28 May. Some 300 people fell ill that day.", "300=2025-05-28"},
		{"The march was on Monday. A day earlier, 30 people were arrested.", "30=2025-06-01"},
		{"Sales are up this year at three harbours: Newby by 29 percent; Redport by 17 percent; and Kenport by 8 percent.", "29 percent=2025-01-01..2025-12-31 17 percent=2025-01-01..2025-12-31 8 percent=2025-01-01..2025-12-31"},
		{"The harbours earned 300 million in the first five months.", "300 million=2025-01-01..2025-05-31"},
		{"The mission trained 300 men in the first two months.", "300="},
		{"The two men killed in the 2012 attacks were guards.", "two=2012-01-01..2012-12-31"},
		{"The loss grew to 300 million in the fourth quarter, from 200 million a year earlier.", "300 million=2024-10-01..2024-12-31 200 million=2023-10-01..2023-12-31"},

		{"Police arrested 300 people in the year to May. In a report tabled on Tuesday, the auditor said 40 officers had left over the same period.", "40=2024-06-01..2025-05-31"},
		{"The port expects more than 300 boats on Christmas Eve alone.", "300=2025-12-24"},

		// A target is set when it is told to those who must reach it.
		{"The secretary told lawmakers in May that she wanted arrests to reach 2,200 a day.", "2,200=2025-05-01..2025-05-31"},
		{"The secretary told reporters on Monday that arrests had reached 2,200 a day.", "2,200="},
	} {
		checkTimes(t, reader, c.text, c.want)
	}
}

// checkTimes checks which days the numbers of a text of 4 June 2025 hold.
func checkTimes(t *testing.T, reader *Reader, text, wanted string) {
	t.Helper()
	reading := reader.Find(documents.Document{Text: text, Published: "2025-06-04", Publisher: "Coast News"})
	for want := range strings.FieldsSeq(strings.NewReplacer(" million", "_million", " percent", "_percent").Replace(wanted)) {
		number, days, _ := strings.Cut(strings.ReplaceAll(want, "_", " "), "=")
		got, found := "", false
		for _, f := range reading.Figures {
			if !strings.Contains(" "+f.Number.Exact+" ", " "+number+" ") {
				continue
			}
			found = true
			if f.About != nil {
				got = string(f.About.From)
				if f.About.To != f.About.From {
					got += ".." + string(f.About.To)
				}
			}
			break
		}
		if !found {
			t.Errorf("%s: found no %s", text, number)
		} else if got != days {
			t.Errorf("%s: %s holds %q, expected %q", text, number, got, days)
		}
	}
}
