package counts

import (
	"cmp"
	"fmt"
	"slices"

	"muster/interval"
)

// tally adds rows up. Of a row it keeps its number only, because some rows can
// be set aside only when all were seen.
type tally struct {
	by    string
	named interval.Date // the day in the file's name
	sums  bool          // rows hold numbers: each stands for many
	parts map[interval.Date]*part

	rule     DuplicateRule
	digester digester
}

// part is what belongs to one release.
type part struct {
	sums     map[key]*sum
	setAside []SetAside

	copies    []copyRow // rows that a rule against duplicates looks at
	withoutID int       // counted rows that it cannot look at
}

type key struct {
	moment
	unit, class string
}

type sum struct {
	count int64
	rows  []int32
}

func newTally(by string, named interval.Date, sums bool) *tally {
	return &tally{by: by, named: named, sums: sums, parts: map[interval.Date]*part{}, digester: newDigester()}
}

func (t *tally) part(release interval.Date) *part {
	if t.parts[release] == nil {
		t.parts[release] = &part{sums: map[key]*sum{}}
	}
	return t.parts[release]
}

func (t *tally) setAside(release interval.Date, row int, reason string) {
	p := t.part(release)
	p.setAside = append(p.setAside, SetAside{row, reason})
}

// add counts one row.
func (t *tally) add(release interval.Date, k key, count int64, row int) {
	p := t.part(release)
	s := p.sums[k]
	if s == nil {
		s = &sum{}
		p.sums[k] = s
	}
	s.count += count
	s.rows = append(s.rows, int32(row))
}

// setSumAside moves what was summed under k aside.
func (p *part) setSumAside(k key, reason string) {
	for _, row := range p.sums[k].rows {
		p.setAside = append(p.setAside, SetAside{int(row), reason})
	}
	delete(p.sums, k)
}

// keys returns the keys of a part in order.
func (p *part) keys() []key {
	keys := make([]key, 0, len(p.sums))
	for k := range p.sums {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.month, b.month), cmp.Compare(a.number, b.number),
			cmp.Compare(a.precision, b.precision), cmp.Compare(a.unit, b.unit), cmp.Compare(a.class, b.class))
	})
	return keys
}

// releases settles what only all rows together tell, and returns the releases
// in order of their dates.
func (t *tally) releases() ([]Release, error) {
	dayFirst, err := t.dayFirst()
	if err != nil {
		return nil, err
	}
	t.adoptUndated()
	if t.sums && t.by == "month" {
		t.daysForMonths(dayFirst)
	}
	days := t.tellsDays()
	var out []Release
	if len(t.parts) == 0 {
		t.part("") // a file of names only is a release of nothing
	}
	for date, p := range t.parts {
		if date == "" && t.named != "" && !p.mostlyAfter(t.named, dayFirst) {
			date = t.named
		}
		for _, k := range p.keys() {
			period, ok := k.period(dayFirst)
			switch {
			case !ok:
				p.setSumAside(k, "impossible date")
			case k.precision == aMonth && days && t.by != "month":
				p.setSumAside(k, "a month where other rows tell days")
			case date != "" && period.From > date:
				p.setSumAside(k, fmt.Sprintf("date after the release of %s", date))
			}
		}
		if date == "" && !t.sums {
			p.setStraysAside(dayFirst)
		}
		duplicates := t.dropCopies(p, dayFirst)
		r := t.release(date, p, dayFirst)
		if r.Duplicates = duplicates; duplicates != nil {
			r.Rows += duplicates.Dropped
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Release) int { return cmp.Compare(a.Date, b.Date) })
	return out, nil
}

// release adds a part up by period.
func (t *tally) release(date interval.Date, p *part, dayFirst bool) Release {
	r := Release{Date: date, Rows: len(p.setAside), SetAside: p.setAside}
	points := map[Point]int64{}
	for k, s := range p.sums {
		period, _ := k.period(dayFirst)
		r.Covers = cover(r.Covers, period)
		points[Point{Period: widen(period, t.by), Unit: k.unit, Class: k.class}] += s.count
		r.Rows += len(s.rows)
		r.Counted += len(s.rows)
	}
	for point, count := range points {
		point.Count = count
		r.Points = append(r.Points, point)
	}
	slices.SortFunc(r.Points, comparePoints)
	slices.SortFunc(r.SetAside, func(a, b SetAside) int { return cmp.Compare(a.Row, b.Row) })
	r.Provisional = provisionalFrom(r)
	return r
}

func comparePoints(a, b Point) int {
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Class, b.Class))
}

// cover returns the smallest period that holds both; no dates hold nothing.
func cover(a, b interval.Period) interval.Period {
	if a.From == "" {
		return b
	}
	return interval.Period{From: min(a.From, b.From), To: max(a.To, b.To)}
}

// widen returns the week or month that a day lies in; months stay as they are.
func widen(p interval.Period, by string) interval.Period {
	day := p.From.Time()
	switch {
	case p.From != p.To || by == "day":
		return p
	case by == "week":
		monday := p.From.AddDays(-(int(day.Weekday()) + 6) % 7)
		return interval.Period{From: monday, To: monday.AddDays(6)}
	}
	return monthOf(p.From)
}

// monthOf returns the calendar month of a day.
func monthOf(day interval.Date) interval.Period {
	t := day.Time()
	first := t.AddDate(0, 0, 1-t.Day())
	return interval.Period{From: interval.DateOf(first), To: interval.DateOf(first.AddDate(0, 1, -1))}
}
