package counts

import (
	"cmp"
	"fmt"
	"slices"

	"muster/interval"
)

// tally adds rows up. Of a row it keeps only which sum it is in, because some
// rows can be set aside only when all were seen.
type tally struct {
	by    string
	named interval.Date // the day in the file's name
	many  bool          // rows hold numbers: each stands for many

	moments                  indexed[moment]
	units, classes, releases indexed[string]
	sums                     sumTable
	setAside                 []asideIn
	sheets                   []tallySheet
	seen                     map[*rowReader]*translated

	rule     DuplicateRule
	digester digester
	copies   []copyRow     // rows that the rule looks at
	without  map[int32]int // by release: counted rows that it cannot look at
}

// sumKey is what a sum is of: numbers in the lists of the tally.
type sumKey struct{ release, moment, unit, class int32 }

// sum is a sum so far.
type sum struct {
	sumKey
	rows  int32 // that it holds
	count int64
}

type tallySheet struct {
	name string
	sums []int32 // by number of the row: its sum, noSum when it is not counted
}

const noSum = -1

type asideIn struct {
	sheet   int
	row     int
	release int32
	reason  string
}

// indexed gives each value a number, in the order of their coming.
type indexed[T comparable] struct {
	numbers map[T]int32
	list    []T
}

func (x *indexed[T]) of(value T) int32 {
	n, ok := x.numbers[value]
	if !ok {
		if x.numbers == nil {
			x.numbers = map[T]int32{}
		}
		n = int32(len(x.list))
		x.numbers[value] = n
		x.list = append(x.list, value)
	}
	return n
}

// sumTable gives each key a number, in the order of their coming. Every row
// looks one up, which a map takes twice as long for; what is looked up together
// lies together.
type sumTable struct {
	list  []sum
	slots []int32 // a number and 1, 0 for free; its length is a power of two
}

func (t *sumTable) of(k sumKey) int32 {
	if 2*len(t.list) >= len(t.slots) {
		t.grow()
	}
	for at := t.home(k); ; at = (at + 1) & (len(t.slots) - 1) {
		switch n := t.slots[at]; {
		case n == 0:
			t.list = append(t.list, sum{sumKey: k})
			t.slots[at] = int32(len(t.list))
			return int32(len(t.list) - 1)
		case t.list[n-1].sumKey == k:
			return n - 1
		}
	}
}

func (t *sumTable) home(k sumKey) int {
	h := uint64(k.moment)<<32 | uint64(uint32(k.unit))
	h = h*0x9e3779b97f4a7c15 ^ uint64(k.class)<<32 ^ uint64(uint32(k.release))
	h *= 0xd6e8feb86659fd93
	return int(h>>32) & (len(t.slots) - 1)
}

func (t *sumTable) grow() {
	t.slots = make([]int32, max(1024, 2*len(t.slots)))
	for n := range t.list {
		at := t.home(t.list[n].sumKey)
		for t.slots[at] != 0 {
			at = (at + 1) & (len(t.slots) - 1)
		}
		t.slots[at] = int32(n + 1)
	}
}

// translated holds the tally's numbers by those of one thread.
type translated struct{ units, classes, releases []int32 }

func newTally(by string, named interval.Date, many bool) *tally {
	t := &tally{by: by, named: named, many: many, seen: map[*rowReader]*translated{}, digester: newDigester(), without: map[int32]int{}}
	t.releases.of("") // 0: none
	return t
}

func (t *tally) startSheet(name string) {
	t.sheets = append(t.sheets, tallySheet{name: name})
}

// add adds a batch whose rows lie below others of the sheet; those down to the
// header are no records.
func (t *tally) add(above, header int, b *batch) {
	in := t.seen[b.reader]
	if in == nil {
		in = &translated{}
		t.seen[b.reader] = in
	}
	translate(&t.units, &in.units, b.units)
	translate(&t.classes, &in.classes, b.classes)
	translate(&t.releases, &in.releases, b.releases)
	at := len(t.sheets) - 1
	sheet := &t.sheets[at]
	for _, a := range b.setAside {
		if row := above + int(a.row); row > header {
			t.setAside = append(t.setAside, asideIn{at, row, in.releases[a.release], a.reason})
		}
	}
	var lastMoment moment
	lastNumber := int32(noSum)
	for i := range b.rows {
		r := &b.rows[i]
		row := above + int(r.row)
		if row <= header {
			continue
		}
		if lastNumber == noSum || r.moment != lastMoment {
			lastMoment, lastNumber = r.moment, t.moments.of(r.moment)
		}
		k := sumKey{release: in.releases[r.release], moment: lastNumber}
		if len(in.units) > 0 {
			k.unit = in.units[r.unit]
		}
		if len(in.classes) > 0 {
			k.class = in.classes[r.class]
		}
		number := t.sums.of(k)
		t.sums.list[number].count += r.count
		t.sums.list[number].rows++
		for len(sheet.sums) < row {
			sheet.sums = append(sheet.sums, noSum)
		}
		sheet.sums = append(sheet.sums, number)
	}
	t.addCopies(above, header, at, b)
}

// translate goes on with a list of numbers for names.
func translate(into *indexed[string], numbers *[]int32, names []string) {
	for _, name := range names[min(len(*numbers), len(names)):] {
		*numbers = append(*numbers, into.of(name))
	}
}

// part is what belongs to one release.
type part struct {
	release int32
	date    interval.Date
	sums    []int32          // those of the tally
	rows    map[int32]int    // of each moment
	reasons map[int32]string // why the rows of a moment are set aside
	aside   []SetAside

	duplicates *Duplicates
}

// ordered returns the moments of a part in order of their first days; those
// without one come first.
func (p *part) ordered(periods []interval.Period) []int32 {
	var list []int32
	for m := range p.rows {
		list = append(list, m)
	}
	slices.SortFunc(list, func(a, b int32) int {
		return cmp.Or(cmp.Compare(periods[a].From, periods[b].From), cmp.Compare(a, b))
	})
	return list
}

// parts parts the sums by release.
func (t *tally) parts() []*part {
	byRelease := map[int32]*part{}
	of := func(release int32) *part {
		p := byRelease[release]
		if p == nil {
			p = &part{release: release, date: interval.Date(t.releases.list[release]), rows: map[int32]int{}, reasons: map[int32]string{}}
			byRelease[release] = p
		}
		return p
	}
	for sum, k := range t.sums.list {
		p := of(k.release)
		p.sums = append(p.sums, int32(sum))
		p.rows[k.moment] += int(k.rows)
	}
	for _, a := range t.setAside {
		p := of(a.release)
		p.aside = append(p.aside, SetAside{Row: a.row, Reason: a.reason, Sheet: t.sheets[a.sheet].name})
	}
	if len(byRelease) == 0 {
		of(0) // a file of names only is a release of nothing
	}
	var parts []*part
	for _, p := range byRelease {
		parts = append(parts, p)
	}
	slices.SortFunc(parts, func(a, b *part) int { return cmp.Compare(a.date, b.date) })
	return parts
}

// settled works out what only all rows together tell, and returns the releases
// in order of their dates. Names that are known may be borne by few rows.
func (t *tally) settled(columns Columns, known map[string]bool) ([]Release, error) {
	dayFirst, err := t.dayFirst()
	if err != nil {
		return nil, err
	}
	unnamed, err := t.unname(columns, known)
	if err != nil {
		return nil, err
	}
	parts := adoptUndated(t.parts())
	if t.many && t.by == "month" {
		t.daysForMonths(dayFirst)
	}
	periods, real := t.periods(dayFirst)
	days := t.tellsDays()
	var out []Release
	for _, p := range parts {
		remark := ""
		if p.date == "" && t.named != "" {
			if after, mostly := p.mostlyAfter(t.named, periods); mostly {
				remark = fmt.Sprintf("the day in the file's name, %s, is not taken for that of its release: %d rows are dated after it", t.named, after)
			} else {
				p.date = t.named
			}
		}
		for m := range p.rows {
			switch {
			case !real[m]:
				p.reasons[m] = "impossible date"
			case t.moments.list[m].precision == aMonth && days && t.by != "month":
				p.reasons[m] = "a month where other rows tell days"
			case p.date != "" && periods[m].From > p.date:
				p.reasons[m] = fmt.Sprintf("date after the release of %s", p.date)
			}
		}
		if !t.many {
			p.setStraysAside(periods)
		}
		out = append(out, Release{Date: p.date, Remark: joinRemarks(remark, unnamedRemark(unnamed[p.release]))})
	}
	t.setRowsAside(parts)
	t.dropCopies(parts, dayFirst)
	for i, p := range parts {
		t.fill(&out[i], p, periods)
	}
	slices.SortStableFunc(out, func(a, b Release) int { return cmp.Compare(a.Date, b.Date) })
	return out, nil
}

// setRowsAside lists the rows of moments that are set aside.
func (t *tally) setRowsAside(parts []*part) {
	byRelease := map[int32]*part{}
	for _, p := range parts {
		if len(p.reasons) > 0 {
			byRelease[p.release] = p
		}
	}
	for _, sheet := range t.sheets {
		if len(byRelease) == 0 {
			break
		}
		for row, sum := range sheet.sums {
			if sum == noSum {
				continue
			}
			k := t.sums.list[sum]
			if p := byRelease[k.release]; p != nil {
				if reason, ok := p.reasons[k.moment]; ok {
					p.aside = append(p.aside, SetAside{Row: row, Reason: reason, Sheet: sheet.name})
				}
			}
		}
	}
	place := map[string]int{}
	for i, sheet := range t.sheets {
		place[sheet.name] = i
	}
	for _, p := range parts {
		slices.SortStableFunc(p.aside, func(a, b SetAside) int {
			return cmp.Or(cmp.Compare(place[a.Sheet], place[b.Sheet]), cmp.Compare(a.Row, b.Row))
		})
	}
}

// fill adds a part up by period.
func (t *tally) fill(r *Release, p *part, periods []interval.Period) {
	r.SetAside, r.Rows = p.aside, len(p.aside)
	wide := indexed[interval.Period]{}
	byMoment := map[int32]int32{}
	if r.Duplicates = p.duplicates; p.duplicates != nil {
		r.Rows += p.duplicates.Dropped
	}
	for m, rows := range p.rows {
		if _, aside := p.reasons[m]; aside || rows == 0 {
			continue
		}
		r.Covers = cover(r.Covers, periods[m])
		r.Rows += rows
		r.Counted += rows
		byMoment[m] = wide.of(widen(periods[m], t.by))
	}
	// Numbers in order of what they stand for are sorted faster than words.
	periodRank := ranks(wide.list, func(a, b interval.Period) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	unitRank, classRank := ranks(t.units.list, cmp.Compare[string]), ranks(t.classes.list, cmp.Compare[string])
	type ranked struct {
		period, unit, class int32
		sum                 int32
	}
	list := make([]ranked, 0, len(p.sums))
	for _, sum := range p.sums {
		k := t.sums.list[sum]
		if w, ok := byMoment[k.moment]; ok && k.rows > 0 {
			list = append(list, ranked{periodRank[w], rank(unitRank, k.unit), rank(classRank, k.class), sum})
		}
	}
	slices.SortFunc(list, func(a, b ranked) int {
		if a.period != b.period {
			return cmp.Compare(a.period, b.period)
		}
		if a.unit != b.unit {
			return cmp.Compare(a.unit, b.unit)
		}
		return cmp.Compare(a.class, b.class)
	})
	for i, x := range list {
		if i > 0 && list[i-1].period == x.period && list[i-1].unit == x.unit && list[i-1].class == x.class {
			r.Points[len(r.Points)-1].Count += t.sums.list[x.sum].count
			continue
		}
		k := t.sums.list[x.sum]
		point := Point{Period: wide.list[byMoment[k.moment]], Count: k.count}
		if len(t.units.list) > 0 {
			point.Unit = t.units.list[k.unit]
		}
		if len(t.classes.list) > 0 {
			point.Class = t.classes.list[k.class]
		}
		r.Points = append(r.Points, point)
	}
	r.Provisional = provisionalFrom(*r)
}

// ranks returns the place of each value among all in order.
func ranks[T any](list []T, compare func(a, b T) int) []int32 {
	order := make([]int32, len(list))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return compare(list[a], list[b]) })
	ranks := make([]int32, len(list))
	for rank, i := range order {
		ranks[i] = int32(rank)
	}
	return ranks
}

// rank is 0 where nothing is told apart.
func rank(ranks []int32, number int32) int32 {
	if len(ranks) == 0 {
		return 0
	}
	return ranks[number]
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
