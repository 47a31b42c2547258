package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestTimesOfSources checks, from the words to the sentence, first and last days and lengths of
// time that a text tells otherwise than the source that it names; and look-alikes. want is what
// the two have, "" for no finding.
func TestTimesOfSources(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, source, telling, want string
	}{
		{"the end of another year", "The Wire Office will dredge at least 38 basins by the end of June 2028.", "At least 38 basins are to be dredged by the end of June 2027, the Wire Office announced.", "has “by the end of June 2027” where that has “by the end of June 2028”"},
		{"a stage from another month", "The move takes place in stages: 140 posts from 1 May 2025, 210 from 1 October 2025 and 90 by the end of 2027.", "The first 140 posts will move here from 1 July 2025, according to the Wire Office.", "has “from 1 July 2025” where that has “from 1 May 2025”"},
		{"one end of a period", "From 1 April until 30 June the duty on diesel is cut by 17 cents a litre.", "The duty on diesel falls by 17 cents a litre from 1 April to 30 April, the Wire Office announced.", "has “30 April” where that has “until 30 June”"},
		{"within months", "The country will receive between 1,300 and 1,500 refugees over 24 months.", "Between 1,300 and 1,500 refugees are to be received within twelve months, the Wire Office said.", "has “within twelve months” where that has “over 24 months”"},
		{"its first days", "The hospital admitted its first patients on 12 February. In the ten days since then it treated 2,840 people.", "The hospital treated 2,840 people in its first six days, according to the Wire Office.", "has “in its first six days” where that has “In the ten days”"},
		{"on one day", "On Sunday 340 drivers were on the road. On that one day they made 1,730 trips.", "In their first week the 340 drivers made 1,730 trips, the Wire Office reported.", "has “In their first week” where that has “On that one day”"},
		{"done by", "Seventy inspectors begin their rounds tomorrow. They are planned to finish by 14 March. Some 46,200 packs are recalled.", "From this morning 70 inspectors are out, according to the Wire Office. They are due to be done by 19 March, the Wire Office said. Some 46,200 packs are recalled.", "has “by 19 March” where that has “by 14 March”"},
		{"until another month", "The 24 long-term observers will remain in the districts until 18 April.", "The long-term observers, 24 of them, are to stay in the districts until 18 May, according to the Wire Office.", "has 18 May 2025 where that has 18 April 2025"},
		{"an aside that tells of a plan", "Border checks will be in force from 26 March to 4 April. It needs 9,000 officers.", "According to the Wire Office 9,000 officers come, 600 more than first planned. Those who cross should take note: border checks will be in force from 16 March to 4 April, according to the Wire Office.", "has “from 16 March” where that has “from 26 March”"},
		{"how long they patrol", "If passed, patrols would start on 15 March and last six months. Some 520 guards are needed.", "The patrols would stay in place for nine months, the Wire Office reported, with 520 guards.", "has “for nine months” where that has “last six months”"},

		{"another stage", "The move takes place in stages: 140 posts from 1 May 2025, 210 from 1 October 2025 and 90 by the end of 2027.", "Of the 440 posts, 210 will move from 1 October 2025 and the last 90 by the end of 2027, according to the Wire Office.", ""},
		{"the end of a month, and its last day", "At least 38 basins are to be dredged by the end of June 2028.", "At least 38 basins must be dredged by 30 June 2028, the Wire Office announced.", ""},
		{"two years", "The country will receive between 1,300 and 1,500 refugees over 24 months.", "Between 1,300 and 1,500 refugees will come within two years, the Wire Office said.", ""},
		{"a deadline extended", "The office is looking for 18,400 helpers. They can sign up by 15 March.", "The deadline for the 18,400 helpers to sign up has been extended from 15 March to 25 March, the Wire Office said.", ""},
		{"how many there were by a day", "By 1 March some 480 tents had been put up in the valley.", "By 5 March some 480 tents had been put up in the valley, the Wire Office said.", ""},
		{"training before", "Some 730 nurses are sent to the wards in the north for six weeks.", "The 730 nurses were trained for two days, the Wire Office says.", ""},
		{"a fair beside it", "The bridge will be closed to lorries from 4 April to 18 April. Buses take 2,300 people a day.", "The town's fair runs until 28 April, though the bridge is closed to lorries from 4 April, the Wire Office said. Buses take 2,300 people.", ""},
		{"a report on what must be repaired", "The Wire Office will publish its report on the 430 buses by the end of June.", "All 430 buses must be repaired by the end of July, according to the Wire Office.", ""},
		{"other plans of the same body", "All 120 stations are to be rebuilt by the end of 2030.", "The Wire Office, which will rebuild 120 stations, wants to buy new trains by the end of 2032.", ""},
		{"those left over", "The 340 tenants will be moved out by 30 April.", "Another 34 tenants are waiting. The office hopes to move them by 31 May, the Wire Office said.", ""},
		{"granted and served", "Some 640 boardings are planned. The ships will be on patrol for 62 days.", "With the fifteen days granted in addition, the ships came to 663 boardings over 77 days, the Wire Office said.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			said := sentences(check(readAll(reader, []told{{"Wire Office", "2025-03-05", test.source}, {"The Test", "2025-03-06", test.telling}})))
			if test.want == "" && strings.Contains(said, "warning") || !strings.Contains(said, test.want) {
				t.Errorf("expected %q, found %q", test.want, said)
			}
		})
	}
}
