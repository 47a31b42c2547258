package counts

import (
	"errors"
	"fmt"
	"slices"

	"muster/interval"
)

// This file settles what only all rows of a file together tell: the order of
// days and months, whether dates tell days at all, when the file was made,
// which rows are strays, and which periods are not complete.

// adoptUndated gives the rows whose release could not be read to the newest
// release, where there is one: all of them are set aside.
func adoptUndated(parts []*part) []*part {
	if len(parts) < 2 || parts[0].date != "" || len(parts[0].sums) > 0 {
		return parts
	}
	newest := parts[len(parts)-1]
	newest.aside = append(newest.aside, parts[0].aside...)
	return parts[1:]
}

// tellsDays reports whether some row tells a day and not only a month.
func (t *tally) tellsDays() bool {
	return slices.ContainsFunc(t.moments.list, func(m moment) bool { return m.precision != aMonth })
}

// periods returns the days of each moment, and whether a calendar has them.
func (t *tally) periods(dayFirst bool) (periods []interval.Period, real []bool) {
	for _, m := range t.moments.list {
		period, ok := m.period(dayFirst)
		periods, real = append(periods, period), append(real, ok)
	}
	return periods, real
}

// daysForMonths makes days months where every one is the first of its month,
// or every one the last: tables of monthly numbers are often dated so.
func (t *tally) daysForMonths(dayFirst bool) {
	first, last := true, true
	for _, m := range t.moments.list {
		period, ok := m.period(dayFirst)
		month := monthOf(period.From)
		first = first && ok && period.From == month.From
		last = last && ok && period.To == month.To
	}
	if !first && !last {
		return
	}
	for i, m := range t.moments.list {
		if m.precision == slashed && dayFirst {
			m.month = m.number
		}
		m.precision, m.number = aMonth, 0
		t.moments.list[i] = m
	}
}

// Rows are strays when they are at most one in strayShare and dated more than
// strayGap days after all others, in a file that does not say when it was made,
// or strayBefore days before all others, as the zero of a spreadsheet is:
// mistyped dates.
const (
	strayShare  = 200
	strayGap    = 60
	strayBefore = 3653
)

func (p *part) setStraysAside(periods []interval.Period) {
	if p.date == "" {
		p.setAsideBeyond(periods, func(moments []int32, i int) (beyond []int32, far bool) {
			return moments[i:], periods[moments[i-1]].From.AddDays(strayGap) < periods[moments[i]].From
		}, true, fmt.Sprintf("date more than %d days after all others", strayGap))
	}
	p.setAsideBeyond(periods, func(moments []int32, i int) (beyond []int32, far bool) {
		return moments[:i], periods[moments[i-1]].From.AddDays(strayBefore) < periods[moments[i]].From
	}, false, "date more than ten years before all others")
}

// setAsideBeyond sets aside the few rows on one side of the first gap that is
// far, looked for from that side.
func (p *part) setAsideBeyond(periods []interval.Period, cut func(moments []int32, i int) (beyond []int32, far bool), fromLast bool, reason string) {
	moments := slices.DeleteFunc(p.ordered(periods), func(m int32) bool { return p.reasons[m] != "" })
	all := 0
	for _, m := range moments {
		all += p.rows[m]
	}
	for n := 1; n < len(moments); n++ {
		i := n
		if fromLast {
			i = len(moments) - n
		}
		beyond, far := cut(moments, i)
		rows := 0
		for _, m := range beyond {
			rows += p.rows[m]
		}
		if rows*strayShare > all {
			return
		}
		if far {
			for _, m := range beyond {
				p.reasons[m] = reason
			}
			return
		}
	}
}

// mostlyAfter counts the rows that are dated after a day, and reports whether
// they are too many for it to be the day of release: more than one in a hundred,
// and more than three or a quarter of a small file.
func (p *part) mostlyAfter(day interval.Date, periods []interval.Period) (after int, mostly bool) {
	all := 0
	for m, rows := range p.rows {
		all += rows
		if periods[m].From > day {
			after += rows
		}
	}
	return after, after*100 > all && after > min(3, all/4)
}

// dayFirst tells the order of dates such as 6/4/2025 by those of the column
// that make sense in one order only.
func (t *tally) dayFirst() (bool, error) {
	day, month, either := 0, 0, 0
	for _, m := range t.moments.list {
		if m.precision != slashed {
			continue
		}
		monthFirst, isMonth := m.period(false)
		dayFirst, isDay := m.period(true)
		switch {
		case isMonth && isDay && monthFirst != dayFirst:
			either++
		case isMonth && !isDay:
			month++
		case isDay && !isMonth:
			day++
		}
	}
	switch {
	case day > 0 && month > 0:
		return false, errors.New("expected one order of dates, found some such as 25/6/2025 and some such as 6/25/2025; write them as 2025-06-25")
	case either > 0 && day+month == 0:
		return false, errors.New("expected dates in a plain order, found only such as 6/4/2025, which is June 4 or 6 April; write them as 2025-06-04")
	}
	return day > 0, nil
}

// Days after the end of a period within which its count still grows: releases
// of ICE's book-ins within seven days of a month's end were 1.7 to 18 per cent
// low; of daily counts, trackers leave out the last one or two days.
const (
	settleDays   = 2
	settlePeriod = 7
)

// provisionalFrom returns the day from which on periods are not complete: they
// had not ended, or only just, when the release was made. A release without a
// date is taken to be made on the day after its last.
func provisionalFrom(r Release) interval.Date {
	settle := settlePeriod
	for _, p := range r.Points {
		if p.From == p.To {
			settle = settleDays
		}
	}
	return r.provisionalWithin(settle)
}

// provisionalWithin returns the day from which on periods are not complete
// where counts still grow for so many days after the end of a period.
func (r Release) provisionalWithin(days int) interval.Date {
	last := interval.Date("")
	for _, p := range r.Points {
		last = max(last, p.To)
	}
	for _, m := range r.Means {
		last = max(last, m.To)
	}
	if made := r.Made(); made != "" && made.AddDays(-days) <= last {
		return made.AddDays(-days)
	}
	return ""
}

// Settling returns the series with periods taken for complete so many days
// after their end, instead of the usual number.
func (s Series) Settling(days int) Series {
	s.Releases = slices.Clone(s.Releases)
	for i := range s.Releases {
		s.Releases[i].Provisional = s.Releases[i].provisionalWithin(days)
	}
	return s
}
