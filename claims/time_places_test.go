package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// Times as news tells them, each in every place that a sentence has for it. The
// text is of Wednesday, 4 June 2025.
const timesBehind = `
on Monday: 2025-06-02
Monday: 2025-06-02
on Monday night: 2025-06-02
late on Monday: 2025-06-02
late Monday: 2025-06-02
early on Tuesday: 2025-06-03
early Tuesday morning: 2025-06-03
at 6 p.m. on Tuesday: 2025-06-03
at about 6pm on Tuesday: 2025-06-03
by midday on Tuesday: 2025-06-03
by late Tuesday: 2025-06-03
by Tuesday evening: 2025-06-03
as of Tuesday evening: 2025-06-03
as of 8 a.m. Tuesday: 2025-06-03
as of 6 p.m. on 2 June: 2025-06-02
as of early Tuesday: 2025-06-03
as at 2 June: 2025-06-02
as on June 2: 2025-06-02
on the night of 2 June: 2025-06-02
on the morning of June 2: 2025-06-02
on Monday, 2 June: 2025-06-02
on 2 June: 2025-06-02
on 2nd June: 2025-06-02
on June 2nd, 2025: 2025-06-02
on the 2nd of June: 2025-06-02
on Monday June 2: 2025-06-02
on Monday 2 June 2025: 2025-06-02
on Monday (2 June): 2025-06-02
on Monday (June 2, 2025): 2025-06-02
on 02 June 2025: 2025-06-02
on Sunday and Monday: 2025-06-01..2025-06-02
between Sunday and Tuesday: 2025-06-01..2025-06-03
from Friday to Sunday: 2025-05-30..2025-06-01
between Friday night and Sunday morning: 2025-05-30..2025-06-01
from Friday through Sunday: 2025-05-30..2025-06-01
from 5 to 9 May: 2025-05-05..2025-05-09
from May 5 to 9: 2025-05-05..2025-05-09
between May 5 and May 9: 2025-05-05..2025-05-09
between 5 and 9 May: 2025-05-05..2025-05-09
on May 5-9: 2025-05-05..2025-05-09
from 28 April to 9 May: 2025-04-28..2025-05-09
between 28 April and 9 May 2025: 2025-04-28..2025-05-09
from May 5, 2025 to May 9, 2025: 2025-05-05..2025-05-09
from Monday, 5 May to Friday, 9 May: 2025-05-05..2025-05-09
between Monday, May 5, and Friday, May 9: 2025-05-05..2025-05-09
between 5th and 9th May: 2025-05-05..2025-05-09
from May 5 until May 9: 2025-05-05..2025-05-09
from 5–9 May: 2025-05-05..2025-05-09
during the week of 5 to 11 May: 2025-05-05..2025-05-11
during the period 5 to 11 May: 2025-05-05..2025-05-11
in the period from 5 to 11 May: 2025-05-05..2025-05-11
in the period between 5 and 11 May: 2025-05-05..2025-05-11
last week: 2025-05-26..2025-06-01
over the last week: 2025-05-28..2025-06-04
in the last week: 2025-05-28..2025-06-04
over the past week: 2025-05-28..2025-06-04
in the past seven days: 2025-05-28..2025-06-04
in the last 24 hours: 2025-06-03..2025-06-04
in the past 24 hours: 2025-06-03..2025-06-04
over the past 24 hours: 2025-06-03..2025-06-04
within the past 24 hours: 2025-06-03..2025-06-04
during the last 48 hours: 2025-06-02..2025-06-04
in the past 72 hours: 2025-06-01..2025-06-04
over the past day: 2025-06-03..2025-06-04
in the last day: 2025-06-03..2025-06-04
over the past two days: 2025-06-02..2025-06-04
in the last two weeks: 2025-05-21..2025-06-04
within the last two weeks: 2025-05-21..2025-06-04
in the past fortnight: 2025-05-21..2025-06-04
over the past month: 2025-05-04..2025-06-04
in the last three months: 2025-03-04..2025-06-04
over the past year: 2024-06-04..2025-06-04
in the last 12 months: 2024-06-04..2025-06-04
over the past 18 months: 2023-12-04..2025-06-04
in the past ten days: 2025-05-25..2025-06-04
in the last one week: 2025-05-28..2025-06-04
earlier this week: 2025-06-02..2025-06-04
earlier in the week: 2025-06-02..2025-06-04
earlier this month: 2025-06-01..2025-06-04
earlier this year: 2025-01-01..2025-06-04
so far this year: 2025-01-01..2025-06-04
so far this month: 2025-06-01..2025-06-04
so far in 2025: 2025-01-01..2025-06-04
since the start of the year: 2025-01-01..2025-06-04
since the beginning of this year: 2025-01-01..2025-06-04
since the beginning of the month: 2025-06-01..2025-06-04
since January: 2025-01-01..2025-06-04
since last Friday: 2025-05-30..2025-06-04
since Friday: 2025-05-30..2025-06-04
since Friday night: 2025-05-30..2025-06-04
since late April: 2025-04-20..2025-06-04
since mid-May: 2025-05-10..2025-06-04
since 12 May: 2025-05-12..2025-06-04
since May 12, 2024: 2024-05-12..2025-06-04
since last month: 2025-05-01..2025-06-04
since last year: 2024-01-01..2025-06-04
since early last year: 2024-01-01..2025-06-04
since the weekend: 2025-05-31..2025-06-04
since yesterday: 2025-06-03..2025-06-04
since 2019: 2019-01-01..2025-06-04
since the summer of 2019: 2019-06-01..2025-06-04
since last summer: 2024-06-01..2025-06-04
last month: 2025-05-01..2025-05-31
early last month: 2025-05-01..2025-05-10
late last month: 2025-05-20..2025-05-31
last year: 2024-01-01..2024-12-31
in the middle of May: 2025-05-10..2025-05-20
in February: 2025-02-01..2025-02-28
in November: 2024-11-01..2024-11-30
in February this year: 2025-02-01..2025-02-28
in November last year: 2024-11-01..2024-11-30
last November: 2024-11-01..2024-11-30
in the month of May: 2025-05-01..2025-05-31
during the month of May: 2025-05-01..2025-05-31
in May alone: 2025-05-01..2025-05-31
between January and March: 2025-01-01..2025-03-31
from January to March: 2025-01-01..2025-03-31
from January through March: 2025-01-01..2025-03-31
in January and February: 2025-01-01..2025-02-28
between January and March this year: 2025-01-01..2025-03-31
from October to December last year: 2024-10-01..2024-12-31
between October 2024 and March 2025: 2024-10-01..2025-03-31
in the first quarter: 2025-01-01..2025-03-31
in the first quarter of the year: 2025-01-01..2025-03-31
in the first five months of the year: 2025-01-01..2025-05-31
in the first half of 2024: 2024-01-01..2024-06-30
in the second half of last year: 2024-07-01..2024-12-31
in the last quarter of 2024: 2024-10-01..2024-12-31
in the fourth quarter of last year: 2024-10-01..2024-12-31
in 2023: 2023-01-01..2023-12-31
between 2019 and 2023: 2019-01-01..2023-12-31
from 2019 to 2023: 2019-01-01..2023-12-31
in 2022 and 2023: 2022-01-01..2023-12-31
in fiscal 2024: 2023-10-01..2024-09-30
yesterday: 2025-06-03
yesterday morning: 2025-06-03
yesterday evening: 2025-06-03
last night: 2025-06-03
overnight: 2025-06-03..2025-06-04
overnight from Monday to Tuesday: 2025-06-02..2025-06-03
overnight Monday into Tuesday: 2025-06-02..2025-06-03
today: 2025-06-04
this morning: 2025-06-04
earlier today: 2025-06-04
early today: 2025-06-04
earlier in the day: 2025-06-04
late yesterday: 2025-06-03
the day before yesterday: 2025-06-02
two days ago: 2025-06-02
three weeks ago: 2025-05-12..2025-05-18
two months ago: 2025-04-01..2025-04-30
a year ago: 2024-01-01..2024-12-31
over the weekend: 2025-05-31..2025-06-01
at the weekend: 2025-05-31..2025-06-01
last weekend: 2025-05-31..2025-06-01
during the weekend: 2025-05-31..2025-06-01
on the weekend: 2025-05-31..2025-06-01
last summer: 2024-06-01..2024-08-31
in the summer of 2023: 2023-06-01..2023-08-31
in the spring: 2025-03-01..2025-05-31
this spring: 2025-03-01..2025-05-31
last Thursday: 2025-05-29
on Thursday last week: 2025-05-29
on Thursday of last week: 2025-05-29
last week on Thursday: 2025-05-29
this past Monday: 2025-06-02
last Friday night: 2025-05-30
on Tuesday of this week: 2025-06-03
in the week ending 1 June: 2025-05-26..2025-06-01
in the week to Sunday: 2025-05-26..2025-06-01
in the week beginning 19 May: 2025-05-19..2025-05-25
during the week of May 19: 2025-05-19..2025-05-25
in the early hours of Tuesday: 2025-06-03
in the small hours of Tuesday: 2025-06-03
shortly after midnight on Tuesday: 2025-06-03
just before dawn on Tuesday: 2025-06-03
at dawn on Tuesday: 2025-06-03
around noon Tuesday: 2025-06-03
on Tuesday afternoon local time: 2025-06-03
on Tuesday at 5:30 a.m.: 2025-06-03
at 0530 GMT on Tuesday: 2025-06-03
in the 12 months to March: 2024-04-01..2025-03-31
in the year to 31 March: 2024-04-01..2025-03-31
in the year ended March 31: 2024-04-01..2025-03-31
`

// The same of what is to come.
const timesAhead = `
on Friday: 2025-06-06
Friday: 2025-06-06
tomorrow: 2025-06-05
tonight: 2025-06-04
later today: 2025-06-04
later on Wednesday: 2025-06-04
next week: 2025-06-09..2025-06-15
later this week: 2025-06-04..2025-06-08
this weekend: 2025-06-07..2025-06-08
next month: 2025-07-01..2025-07-31
early next month: 2025-07-01..2025-07-10
later this month: 2025-06-04..2025-06-30
later this year: 2025-06-04..2025-12-31
next year: 2026-01-01..2026-12-31
in July: 2025-07-01..2025-07-31
in early July: 2025-07-01..2025-07-10
on 14 July: 2025-07-14
on July 14: 2025-07-14
by Friday: 2025-06-04..2025-06-06
by the end of the week: 2025-06-04..2025-06-08
by the end of the month: 2025-06-04..2025-06-30
by the end of the year: 2025-06-04..2025-12-31
by year's end: 2025-06-04..2025-12-31
by year-end: 2025-06-04..2025-12-31
before the end of the year: 2025-06-04..2025-12-31
by the end of 2026: 2025-06-04..2026-12-31
by 2030: 2025-06-04..2030-12-31
by next summer: 2025-06-04..2026-08-31
by the end of next month: 2025-06-04..2025-07-31
by early July: 2025-06-04..2025-07-10
by mid-July: 2025-06-04..2025-07-20
by July: 2025-06-04..2025-07-31
by July 14: 2025-06-04..2025-07-14
before July 14: 2025-06-04..2025-07-13
no later than July 14: 2025-06-04..2025-07-14
until July 14: 2025-06-04..2025-07-14
until the end of July: 2025-06-04..2025-07-31
through July 14: 2025-06-04..2025-07-14
over the next week: 2025-06-04..2025-06-11
over the next two weeks: 2025-06-04..2025-06-18
in the next two weeks: 2025-06-04..2025-06-18
in the coming two weeks: 2025-06-04..2025-06-18
within the next 48 hours: 2025-06-04..2025-06-06
within the next month: 2025-06-04..2025-07-04
over the next three years: 2025-06-04..2028-06-04
over the coming year: 2025-06-04..2026-06-04
in the next fiscal year: 2025-10-01..2026-09-30
from July 14 to July 20: 2025-07-14..2025-07-20
between 14 and 20 July: 2025-07-14..2025-07-20
between July and September: 2025-07-01..2025-09-30
from July to September: 2025-07-01..2025-09-30
in the third quarter: 2025-07-01..2025-09-30
in the second half of the year: 2025-07-01..2025-12-31
this summer: 2025-06-01..2025-08-31
in the autumn: 2025-09-01..2025-11-30
next spring: 2026-03-01..2026-05-31
in 2026: 2026-01-01..2026-12-31
on Christmas Day: 2025-12-25
at 6 p.m. on Friday: 2025-06-06
on Friday and Saturday: 2025-06-06..2025-06-07
from Friday to Sunday: 2025-06-06..2025-06-08
next Tuesday: 2025-06-10
on Tuesday next week: 2025-06-10
early on Friday: 2025-06-06
`

func TestTimesInPlaces(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		times  string
		places []string
	}{
		{timesBehind, []string{
			"{T}, police arrested 312 people in the valley.",
			"Police arrested 312 people in the valley {t}.",
			"Some 312 people were arrested {t} in the valley, the ministry said.",
			"The ministry said 312 people had been arrested {t}.",
			"Police arrested 40 men and 312 women {t}.",
			"A total of 312 tents, most of them donated, were handed out {t}, Ms Olsen said.",
		}},
		{timesAhead, []string{
			"The army will send 312 soldiers to the valley {t}.",
			"Some 312 soldiers are due to arrive in the valley {t}.",
			"The army plans to send 312 soldiers to the valley {t}.",
			"The army said it would send 312 soldiers to the valley {t}.",
			"Another 312 soldiers are expected {t}, the ministry said.",
		}},
	} {
		for line := range strings.Lines(strings.TrimSpace(c.times)) {
			words, want, _ := strings.Cut(strings.TrimSpace(line), ": ")
			for _, place := range c.places {
				text := strings.NewReplacer("{t}", words, "{T}", strings.ToUpper(words[:1])+words[1:]).Replace(place)
				got := "no figure"
				for _, f := range reader.Find(documents.Document{Text: text, Published: "2025-06-04"}).Figures {
					if !strings.Contains(f.Number.Exact, "312") {
						continue
					}
					if got = ""; f.About != nil {
						if got = string(f.About.From); f.About.To != f.About.From {
							got += ".." + string(f.About.To)
						}
					}
				}
				if got != want {
					t.Errorf("%s: got %q, expected %q", text, got, want)
				}
			}
		}
	}
}
