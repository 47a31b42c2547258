package claims

import (
	"fmt"
	"time"

	"muster/interval"
)

// day returns the date, and whether the calendar has it.
func day(year, month, dayOfMonth int) (interval.Date, bool) {
	d, err := interval.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, dayOfMonth))
	return d, err == nil
}

func single(d interval.Date) interval.Period { return interval.Period{From: d, To: d} }

// days returns the period from the first to the last day after (or, negative,
// before) the date.
func days(d interval.Date, first, last int) interval.Period {
	return interval.Period{From: d.AddDays(first), To: d.AddDays(last)}
}

// weekOf returns the week from Monday to Sunday, n weeks after the date's own.
func weekOf(d interval.Date, n int) interval.Period {
	monday := -((int(d.Time().Weekday()) + 6) % 7)
	return days(d, monday+7*n, monday+7*n+6)
}

// monthOf returns a month; months outside 1 to 12 reach into other years.
func monthOf(year, month int) interval.Period {
	first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return interval.Period{From: interval.DateOf(first), To: interval.DateOf(first.AddDate(0, 1, -1))}
}

// yearOf returns a calendar year.
func yearOf(year int) interval.Period {
	return interval.Period{From: monthOf(year, 1).From, To: monthOf(year, 12).To}
}

// fiscalYear returns the fiscal year of the federal government of the United
// States, which begins in the October before.
func fiscalYear(year int) interval.Period {
	return interval.Period{From: monthOf(year-1, 10).From, To: monthOf(year, 9).To}
}

// seasonOf returns a season of the north by whole months; winter begins in the
// December of its year.
func seasonOf(year, season int) interval.Period {
	return interval.Period{From: monthOf(year, 3*season).From, To: monthOf(year, 3*season+2).To}
}

// quarterOf returns a quarter of a calendar year; quarters outside 1 to 4 reach
// into other years.
func quarterOf(year, quarter int) interval.Period {
	return interval.Period{From: monthOf(year, 3*quarter-2).From, To: monthOf(year, 3*quarter).To}
}

// unitOf returns the day, week, month, quarter, year or decade that lies n
// units after the one that holds the date.
func unitOf(d interval.Date, unit string, n int) (interval.Period, bool) {
	year, month := d.Time().Year(), int(d.Time().Month())
	switch unit {
	case "day":
		return days(d, n, n), true
	case "week":
		return weekOf(d, n), true
	case "fortnight":
		return weekOf(d, 2*n), true
	case "weekend":
		week := weekOf(d, n)
		return interval.Period{From: week.To.AddDays(-1), To: week.To}, true
	case "month":
		return monthOf(year, month+n), true
	case "quarter":
		return quarterOf(year, (month+2)/3+n), true
	case "year":
		return yearOf(year + n), true
	case "decade":
		first := (year/10 + n) * 10
		return interval.Period{From: yearOf(first).From, To: yearOf(first + 9).To}, true
	}
	return interval.Period{}, false
}

// shifted returns the date n units later, on the same day of the month, or the
// last one that month has.
func shifted(d interval.Date, unit string, n int) interval.Date {
	t := d.Time()
	months := 0
	switch unit {
	case "week":
		return d.AddDays(7 * n)
	case "fortnight":
		return d.AddDays(14 * n)
	case "month":
		months = n
	case "quarter":
		months = 3 * n
	case "year":
		months = 12 * n
	case "decade":
		months = 120 * n
	default:
		return d.AddDays(n)
	}
	target := monthOf(t.Year(), int(t.Month())+months)
	last := target.To.Time().Day()
	return target.From.AddDays(min(t.Day(), last) - 1)
}

// shiftedPeriod moves a period by n units: whole months stay whole.
func shiftedPeriod(p interval.Period, unit string, n int) interval.Period {
	from, to := p.From, p.To
	if from != "" {
		from = shifted(from, unit, n)
	}
	if to == "" {
		return interval.Period{From: from}
	}
	next := to.AddDays(1)
	if p.From != "" && next.Time().Day() == 1 && p.From.Time().Day() == 1 && unit != "day" && unit != "week" {
		return interval.Period{From: from, To: shifted(next, unit, n).AddDays(-1)}
	}
	return interval.Period{From: from, To: shifted(to, unit, n)}
}

// weekdayFrom returns the last such day of the week up to the date, or, for the
// future, the next from the date on. Monday is 1.
func weekdayFrom(d interval.Date, weekday int, future bool) interval.Date {
	distance := (weekday - (int(d.Time().Weekday())+6)%7 - 1 + 7) % 7
	if !future && distance > 0 {
		distance -= 7
	}
	return d.AddDays(distance)
}
