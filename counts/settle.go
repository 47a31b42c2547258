package counts

import (
	"cmp"
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
func (t *tally) adoptUndated() {
	undated := t.parts[""]
	if undated == nil || len(undated.sums) > 0 || len(t.parts) == 1 {
		return
	}
	newest := interval.Date("")
	for date := range t.parts {
		newest = max(newest, date)
	}
	t.parts[newest].setAside = append(t.parts[newest].setAside, undated.setAside...)
	delete(t.parts, "")
}

// tellsDays reports whether some row tells a day and not only a month.
func (t *tally) tellsDays() bool {
	for _, p := range t.parts {
		for k := range p.sums {
			if k.precision != aMonth {
				return true
			}
		}
	}
	return false
}

// daysForMonths makes days months where every one is the first of its month,
// or every one the last: tables of monthly numbers are often dated so.
func (t *tally) daysForMonths(dayFirst bool) {
	first, last := true, true
	for _, p := range t.parts {
		for k := range p.sums {
			period, ok := k.period(dayFirst)
			month := monthOf(period.From)
			first = first && ok && period.From == month.From
			last = last && ok && period.To == month.To
		}
	}
	if !first && !last {
		return
	}
	for _, p := range t.parts {
		for _, k := range p.keys() {
			s := p.sums[k]
			delete(p.sums, k)
			if k.precision == slashed && dayFirst {
				k.month = k.number
			}
			k.precision, k.number = aMonth, 0
			if old := p.sums[k]; old != nil {
				s.count += old.count
				s.rows = append(s.rows, old.rows...)
			}
			p.sums[k] = s
		}
	}
}

// Rows are strays when they are at most one in strayShare and dated more than
// strayGap days after all others: mistyped dates, in a file that does not say
// when it was made.
const (
	strayShare = 200
	strayGap   = 60
)

func (p *part) setStraysAside(dayFirst bool) {
	keys := p.keys()
	day := func(k key) interval.Date { period, _ := k.period(dayFirst); return period.From }
	slices.SortStableFunc(keys, func(a, b key) int { return cmp.Compare(day(a), day(b)) })
	all, after := 0, 0
	for _, k := range keys {
		all += len(p.sums[k].rows)
	}
	for i := len(keys) - 1; i > 0; i-- {
		if after += len(p.sums[keys[i]].rows); after*strayShare > all {
			return
		}
		if day(keys[i-1]).AddDays(strayGap) < day(keys[i]) {
			for _, k := range keys[i:] {
				p.setSumAside(k, fmt.Sprintf("date more than %d days after all others", strayGap))
			}
			return
		}
	}
}

// mostlyAfter reports whether more than one row in a hundred is dated after
// the day: it is then no day of release.
func (p *part) mostlyAfter(day interval.Date, dayFirst bool) bool {
	after, all := 0, 0
	for k, s := range p.sums {
		all += len(s.rows)
		if period, ok := k.period(dayFirst); ok && period.From > day {
			after += len(s.rows)
		}
	}
	return after*100 > all
}

// dayFirst tells the order of dates such as 6/4/2025 by those of the column
// that make sense in one order only.
func (t *tally) dayFirst() (bool, error) {
	day, month, either := 0, 0, 0
	for _, p := range t.parts {
		for k := range p.sums {
			if k.precision != slashed {
				continue
			}
			monthFirst, isMonth := k.period(false)
			dayFirst, isDay := k.period(true)
			switch {
			case isMonth && isDay && monthFirst != dayFirst:
				either++
			case isMonth && !isDay:
				month++
			case isDay && !isMonth:
				day++
			}
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
	if len(r.Points) == 0 {
		return ""
	}
	made, settle, last := r.Date, settlePeriod, interval.Date("")
	if made == "" {
		made = r.Covers.To.AddDays(1)
	}
	for _, p := range r.Points {
		last = max(last, p.To)
		if p.From == p.To {
			settle = settleDays
		}
	}
	if from := made.AddDays(-settle); from <= last {
		return from
	}
	return ""
}
