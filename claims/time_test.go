package claims

import (
	"strings"
	"testing"
	"unicode/utf8"

	"muster/interval"
)

func TestResolve(t *testing.T) {
	const published = "2025-06-04" // a Wednesday
	words := loadTimes()
	for _, c := range []struct {
		text, from, to string
		future         bool
	}{
		{text: "May 21", from: "2025-05-21", to: "2025-05-21"},
		{text: "on May 21, 2025", from: "2025-05-21", to: "2025-05-21"},
		{text: "4 June 2025", from: "2025-06-04", to: "2025-06-04"},
		{text: "2025-06-04", from: "2025-06-04", to: "2025-06-04"},
		{text: "the 3rd of March 2024", from: "2024-03-03", to: "2024-03-03"},
		{text: "on Oct. 2", from: "2024-10-02", to: "2024-10-02"},
		{text: "on Oct. 2", from: "2025-10-02", to: "2025-10-02", future: true},
		{text: "Oct. 2–5", from: "2024-10-02", to: "2024-10-05"},
		{text: "Oct. 2-5, 2023", from: "2023-10-02", to: "2023-10-05"},
		{text: "in April", from: "2025-04-01", to: "2025-04-30"},
		{text: "in July", from: "2024-07-01", to: "2024-07-31"},
		{text: "in July", from: "2025-07-01", to: "2025-07-31", future: true},
		{text: "April 2024", from: "2024-04-01", to: "2024-04-30"},
		{text: "in February of 2024", from: "2024-02-01", to: "2024-02-29"},
		{text: "in March and April", from: "2025-03-01", to: "2025-04-30"},
		{text: "in May of last year", from: "2024-05-01", to: "2024-05-31"},
		{text: "last May", from: "2025-05-01", to: "2025-05-31"},
		{text: "last November", from: "2024-11-01", to: "2024-11-30"},
		{text: "next March", from: "2026-03-01", to: "2026-03-31"},
		{text: "in 2023", from: "2023-01-01", to: "2023-12-31"},
		{text: "early May", from: "2025-05-01", to: "2025-05-10"},
		{text: "mid-May", from: "2025-05-10", to: "2025-05-20"},
		{text: "In mid-May", from: "2025-05-10", to: "2025-05-20"},
		{text: "late May", from: "2025-05-20", to: "2025-05-31"},
		{text: "at the end of September", from: "2024-09-21", to: "2024-09-30"},
		{text: "the beginning of April", from: "2025-04-01", to: "2025-04-10"},
		{text: "last week", from: "2025-05-26", to: "2025-06-01"},
		{text: "this week", from: "2025-06-02", to: "2025-06-08"},
		{text: "next week", from: "2025-06-09", to: "2025-06-15"},
		{text: "last month", from: "2025-05-01", to: "2025-05-31"},
		{text: "next month", from: "2025-07-01", to: "2025-07-31"},
		{text: "last year", from: "2024-01-01", to: "2024-12-31"},
		{text: "last weekend", from: "2025-05-31", to: "2025-06-01"},
		{text: "over the weekend", from: "2025-05-31", to: "2025-06-01"},
		{text: "today", from: "2025-06-04", to: "2025-06-04"},
		{text: "yesterday", from: "2025-06-03", to: "2025-06-03"},
		{text: "tomorrow", from: "2025-06-05", to: "2025-06-05"},
		{text: "on Thursday", from: "2025-05-29", to: "2025-05-29"},
		{text: "on Thursday", from: "2025-06-05", to: "2025-06-05", future: true},
		{text: "Wednesday morning", from: "2025-06-04", to: "2025-06-04"},
		{text: "last Wednesday", from: "2025-05-28", to: "2025-05-28"},
		{text: "next Wednesday", from: "2025-06-11", to: "2025-06-11"},
		{text: "Friday, May 23", from: "2025-05-23", to: "2025-05-23"},
		{text: "three weeks ago", from: "2025-05-12", to: "2025-05-18"},
		{text: "a day ago", from: "2025-06-03", to: "2025-06-03"},
		{text: "two months ago", from: "2025-04-01", to: "2025-04-30"},
		{text: "five years ago", from: "2020-01-01", to: "2020-12-31"},
		{text: "since January", from: "2025-01-01", to: "2025-06-04"},
		{text: "since 2022", from: "2022-01-01", to: "2025-06-04"},
		{text: "since last Friday", from: "2025-05-30", to: "2025-06-04"},
		{text: "since the start of the year", from: "2025-01-01", to: "2025-06-04"},
		{text: "over the next 30 days", from: "2025-06-04", to: "2025-07-04"},
		{text: "over the next decade", from: "2025-06-04", to: "2035-06-04"},
		{text: "in the past two weeks", from: "2025-05-21", to: "2025-06-04"},
		{text: "over the past year", from: "2024-06-04", to: "2025-06-04"},
		{text: "so far this year", from: "2025-01-01", to: "2025-06-04"},
		{text: "so far in 2025", from: "2025-01-01", to: "2025-06-04"},
		{text: "earlier this month", from: "2025-06-01", to: "2025-06-04"},
		{text: "later this month", from: "2025-06-04", to: "2025-06-30"},
		{text: "fiscal year 2025", from: "2024-10-01", to: "2025-09-30"},
		{text: "in FY2024", from: "2023-10-01", to: "2024-09-30"},
		{text: "the current fiscal year", from: "2024-10-01", to: "2025-09-30"},
		{text: "last fiscal year", from: "2023-10-01", to: "2024-09-30"},
		{text: "by the end of September", from: "2025-06-04", to: "2025-09-30"},
		{text: "by the end of this week", from: "2025-06-04", to: "2025-06-08"},
		{text: "through the end of 2025", from: "2025-06-04", to: "2025-12-31"},
		{text: "by Sept. 30", from: "2025-06-04", to: "2025-09-30"},
		{text: "until July 15", from: "2025-06-04", to: "2025-07-15"},
		{text: "between May 10 and May 20", from: "2025-05-10", to: "2025-05-20"},
		{text: "from January to March", from: "2025-01-01", to: "2025-03-31"},
		{text: "from December to February", from: "2024-12-01", to: "2025-02-28"},
		{text: "between May 10 and June 2, 2021", from: "2021-05-10", to: "2021-06-02"},
		{text: "the first quarter of 2025", from: "2025-01-01", to: "2025-03-31"},
		{text: "Q3 2024", from: "2024-07-01", to: "2024-09-30"},
		{text: "last quarter", from: "2025-01-01", to: "2025-03-31"},
		{text: "last summer", from: "2024-06-01", to: "2024-08-31"},
		{text: "in the winter of 2021", from: "2021-12-01", to: "2022-02-28"},
		{text: "the week of May 19", from: "2025-05-19", to: "2025-05-25"},
		{text: "in the week ending June 1", from: "2025-05-26", to: "2025-06-01"},
		{text: "on New Year's Eve", from: "2024-12-31", to: "2024-12-31"},
		{text: "on New Year’s Eve", from: "2025-12-31", to: "2025-12-31", future: true},
		{text: "Christmas 2022", from: "2022-12-25", to: "2022-12-25"},
		{text: "before Christmas", from: "2025-06-04", to: "2025-12-24", future: true},
		{text: "by Thanksgiving", from: "2025-06-04", to: "2025-11-27"},
		{text: "since Labor Day", from: "2024-09-02", to: "2025-06-04"},
		{text: "on Memorial Day", from: "2025-05-26", to: "2025-05-26"},
		{text: "over the Memorial Day weekend", from: "2025-05-24", to: "2025-05-26"},
		{text: "over Easter weekend", from: "2025-04-19", to: "2025-04-20"},
		{text: "on Good Friday", from: "2025-04-18", to: "2025-04-18"},
		{text: "last Independence Day", from: "2024-07-04", to: "2024-07-04"},
		{text: "next Martin Luther King Jr. Day", from: "2026-01-19", to: "2026-01-19"},
		{text: "Election Day 2024", from: "2024-11-05", to: "2024-11-05"},
		{text: "between Christmas and New Year's Day", from: "2024-12-25", to: "2025-01-01"},
		{text: "in the first three months of 2024", from: "2024-01-01", to: "2024-03-31"},
		{text: "in the first five months of the year", from: "2025-01-01", to: "2025-05-31"},
		{text: "the first week of May", from: "2025-05-01", to: "2025-05-07"},
		{text: "the last two weeks of May", from: "2025-05-18", to: "2025-05-31"},
		{text: "in the past 24 hours", from: "2025-06-03", to: "2025-06-04"},
		{text: "over the next 48 hours", from: "2025-06-04", to: "2025-06-06"},
		{text: "over the last week", from: "2025-05-28", to: "2025-06-04"},
		{text: "the week ending Sunday", from: "2025-05-26", to: "2025-06-01"},
		{text: "in the ten days to May 20", from: "2025-05-11", to: "2025-05-20"},
		{text: "5-12 May", from: "2025-05-05", to: "2025-05-12"},
		{text: "between 5 and 12 May 2023", from: "2023-05-05", to: "2023-05-12"},
		{text: "Thursday and Friday", from: "2025-05-29", to: "2025-05-30"},
		{text: "last night (Monday)", from: "2025-06-02", to: "2025-06-02"},
		{text: "Tuesday (3 June)", from: "2025-06-03", to: "2025-06-03"},
		{text: "this past weekend", from: "2025-05-31", to: "2025-06-01"},
		{text: "overnight", from: "2025-06-03", to: "2025-06-04"},
		{text: "at the moment", from: "2025-06-04", to: "2025-06-04"},
		{text: "in the year 2023", from: "2023-01-01", to: "2023-12-31"},
		{text: "in 2015-2020", from: "2015-01-01", to: "2020-12-31"},
		{text: "in the 1990s", from: "1990-01-01", to: "1999-12-31"},
		{text: "in FY 2023-24", from: "2023-01-01", to: "2024-12-31"},
		{text: "on 25.05.2025", from: "2025-05-25", to: "2025-05-25"},
		{text: "overnight into Tuesday", from: "2025-06-02", to: "2025-06-03"},
		{text: "the first half of May", from: "2025-05-01", to: "2025-05-15"},
		{text: "from Friday into Sunday", from: "2025-05-30", to: "2025-06-01"},
		{text: "in the final three months of 2024", from: "2024-10-01", to: "2024-12-31"},
		{text: "in March, April and May", from: "2025-03-01", to: "2025-05-31"},
		{text: "for much of 2024", from: "2024-01-01", to: "2024-12-31"},
		{text: "earlier in the week", from: "2025-06-02", to: "2025-06-04"},
		{text: "over the weekend", from: "2025-06-07", to: "2025-06-08", future: true},
		{text: "in the last week", from: "2025-05-28", to: "2025-06-04"},
		{text: "from May 3 through 7", from: "2025-05-03", to: "2025-05-07"},
		{text: "a year ago this month", from: "2024-06-01", to: "2024-06-30"},
		{text: "through at least Friday", from: "2025-06-04", to: "2025-06-06"},
		{text: "currently", from: "2025-06-04", to: "2025-06-04"},
	} {
		got, ok := words.resolve(c.text, published, c.future)
		if want := (interval.Period{From: interval.Date(c.from), To: interval.Date(c.to)}); !ok || got != want {
			t.Errorf("%q (future %v): got %v, %v; expected %v", c.text, c.future, got, ok, want)
		}
	}
}

// What is ambiguous, or no time at all, is not resolved.
func TestResolveNot(t *testing.T) {
	words := loadTimes()
	for _, text := range []string{"2025", "may", "march", "second", "the next", "Feb. 30, 2025", "in 30", "recently",
		"a few weeks ago", "in recent days", "one", "easter", "a Christmas tree", "Christmas dinners", "between 500 and 800", "the first 40 pages", "in 48 hours", "the moment", "5-12 boats", "287(g)", "3,000 a day"} {
		if got, ok := words.resolve(text, "2025-06-04", false); ok {
			t.Errorf("%q: got %v, expected nothing", text, got)
		}
	}
	for _, text := range []string{"yesterday", "last week", "May 21", "on Thursday", "three weeks ago", "since January"} {
		if got, ok := words.resolve(text, "", false); ok {
			t.Errorf("%q without a day of publication: got %v, expected nothing", text, got)
		}
	}
	if got, ok := words.resolve("May 21, 2024", "", false); !ok || got.From != "2024-05-21" {
		t.Errorf("a full date needs no day of publication: got %v, %v", got, ok)
	}
}

func FuzzTimes(f *testing.F) {
	for _, seed := range []string{"In mid-May X demanded 3,000 a day", "by the end of FY", "between May 10 and", "Oct. 2–5", "the first 100 days of the term",
		"since", "the week of", "2025-06-04", "last last week", "Q9 2020", "a year earlier", "– — 1 2 3", "\xff\xfe May 3"} {
		f.Add(seed)
	}
	words := loadTimes()
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		last := 0
		for _, e := range words.find(text, "2025-06-04", len(text)%2 == 0) {
			if e.start < last || e.end <= e.start || e.end > len(text) {
				t.Fatalf("%q: span %d to %d after %d", text, e.start, e.end, last)
			}
			last = e.end
			if e.unit == "" && e.From != "" && e.To != "" && e.To < e.From {
				t.Fatalf("%q: %q gives %v, which ends before it begins", text, text[e.start:e.end], e.Period)
			}
		}
	})
}

func TestFeasts(t *testing.T) {
	for year, want := range map[int]string{1818: "1818-03-22", 1943: "1943-04-25", 1981: "1981-04-19", 2000: "2000-04-23", 2024: "2024-03-31", 2025: "2025-04-20", 2038: "2038-04-25", 2049: "2049-04-18", 2076: "2076-04-19"} {
		if got := interval.DateOf(easter(year)); string(got) != want {
			t.Errorf("Easter of %d: got %s, expected %s", year, got, want)
		}
	}
	for file, want := range map[string]string{
		"Sea Day December 25":            "line 1: expected \"name = rule\"",
		"\nSea Day = December 35":        "line 2: expected a rule such as",
		"Sea Day = fifth Monday of May":  "expected a rule such as",
		"Sea Day = 2 days beside Easter": "expected a rule such as",
		" = December 25":                 "expected a name before",
	} {
		words := loadTimes()
		if err := words.readFeasts(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, expected an error with %q", file, err, want)
		}
	}
}
