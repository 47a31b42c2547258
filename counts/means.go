package counts

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"muster/counts/table"
	"muster/interval"
)

// Mean is a mean that a file tells, such as an average population or length of
// stay: with a fraction, and therefore never among the points of a release.
// Nothing adds means up.
type Mean struct {
	interval.Period
	Unit  string          `json:"unit"`  // Unknown when the file named none; "" when it is over all units
	Class string          `json:"class"` // "" when it is over all classes
	Value interval.Number `json:"value"` // as it is told
	// Range is what the decimals leave open: half of the last place that any mean
	// of the file has, on either side.
	Range interval.Interval `json:"range"`
}

// mostDecimals bounds what is read of a fraction; spreadsheets keep 15 digits.
const mostDecimals = 15

// mean returns the number in a cell with how many decimals it has, or a
// reason why it holds none.
func (c *cells) mean(cell string) (value interval.Number, decimals int, reason string) {
	cell = strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ").Replace(cell))
	switch {
	case cell == "":
		return value, 0, "no mean"
	case redacted(cell):
		return value, 0, "redacted mean"
	case !c.fraction.MatchString(cell):
		return value, 0, "no number"
	}
	whole, fraction, _ := strings.Cut(strings.ReplaceAll(cell, ",", ""), ".")
	if len(fraction) > mostDecimals {
		fraction = fraction[:mostDecimals]
	}
	text := whole
	if fraction != "" {
		text += "." + fraction
	}
	value, err := interval.Parse(text)
	if err != nil {
		return value, 0, "no number"
	}
	return value, len(fraction), ""
}

// ranged gives the means of a file the range that its decimals leave open.
func ranged(means []Mean, decimals int) {
	half := interval.Frac(1, 2)
	for range decimals {
		half = half.Div(interval.Int(10))
	}
	for i := range means {
		m := &means[i]
		m.Range = interval.Between(m.Value.Sub(half), m.Value.Add(half))
	}
	slices.SortFunc(means, compareMeans)
}

func compareMeans(a, b Mean) int {
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Class, b.Class))
}

// ReadMeans reads a file with a mean in each row: its date, unit and class, and
// the mean in the Count column. Two means of one thing in one period are
// refused, because none of them can be left out and they do not add up.
func (r Reader) ReadMeans(ctx context.Context, name string, data File) ([]Release, error) {
	if r.Columns.Count == "" {
		return nil, fmt.Errorf("%s: expected the name of the column that holds the means, found none; name it with count", name)
	}
	if err := notOfPeople(r.Columns.Unit, r.Columns.Class); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return r.eachBook(ctx, name, data, func(ctx context.Context, name string, book *table.Book) ([]Release, error) {
		releases, err := r.meansOf(ctx, name, book)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return releases, nil
	})
}

func (r Reader) meansOf(ctx context.Context, name string, book *table.Book) ([]Release, error) {
	r.By = cmp.Or(r.By, "day")
	sheets, left, err := r.sheets(ctx, book)
	if err != nil {
		return nil, err
	}
	units, err := Units()
	if err != nil {
		return nil, err
	}
	m := &meansReader{reader: r, cells: newCells(), units: units, nothing: spellingsOfNothing(units), releases: map[interval.Date]*Release{}, decimals: map[interval.Date]int{}, made: dayInName(name)}
	for _, s := range sheets {
		if err := m.sheet(ctx, s); err != nil {
			return nil, err
		}
	}
	var out []Release
	for made, release := range m.releases {
		ranged(release.Means, m.decimals[made])
		for i, mean := range release.Means {
			if i > 0 && compareMeans(release.Means[i-1], mean) == 0 {
				return nil, fmt.Errorf("expected one mean of %s from %s to %s, found two; means do not add up, so name what tells them apart as unit or class", strings.TrimSpace(mean.Unit+" "+mean.Class), mean.From, mean.To)
			}
			release.Covers = cover(release.Covers, mean.Period)
		}
		release.Remark = joinRemarks(left...)
		release.Provisional = release.provisionalWithin(settlePeriod)
		out = append(out, *release)
	}
	slices.SortFunc(out, func(a, b Release) int { return cmp.Compare(a.Date, b.Date) })
	return out, noDates(out, r.Columns)
}

type meansReader struct {
	reader         Reader
	cells          *cells
	units, nothing *Registry
	made           interval.Date // of the file
	releases       map[interval.Date]*Release
	decimals       map[interval.Date]int // the most that a mean of the release has
}

func (m *meansReader) sheet(ctx context.Context, s laidOut) error {
	rows, err := s.sheet.Rows(ctx)
	if err != nil {
		return err
	}
	defer rows.Close()
	for {
		row, err := rows.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if row.Number > s.layout.header && !row.Blank {
			m.row(s.layout, row)
		}
	}
}

func (m *meansReader) row(l layout, row table.Row) {
	at := func(column int) string {
		if column < 0 || column >= len(row.Cells) || row.Cells[column].Kind == table.Fault {
			return ""
		}
		return string(row.Cells[column].Text)
	}
	made := m.made
	if l.release >= 0 {
		if told, reason := m.cells.date(at(l.release)); reason == "" && told.precision == aDay {
			period, _ := told.period(false)
			made = period.From
		}
	}
	release := m.releases[made]
	if release == nil {
		release = &Release{Date: made}
		m.releases[made] = release
	}
	release.Rows++
	aside := func(reason string) {
		release.SetAside = append(release.SetAside, SetAside{Row: row.Number, Reason: reason})
	}
	if row.Problem != "" {
		aside(row.Problem)
		return
	}
	told, reason := m.cells.date(at(l.date))
	if reason != "" || told.precision == slashed {
		aside(cmp.Or(reason, "a date with slashes: which is the day is not told by one row; write 2025-06-04"))
		return
	}
	period, real := told.period(false)
	if !real {
		aside("impossible date")
		return
	}
	if made != "" && period.From > made {
		aside("dated after its release")
		return
	}
	period = widen(period, m.reader.By)
	value, decimals, reason := m.cells.mean(at(l.count))
	if reason != "" {
		aside(reason)
		return
	}
	mean := Mean{Period: period, Value: value}
	if l.unit >= 0 {
		mean.Unit = m.units.Name(at(l.unit))
	}
	if l.class >= 0 {
		mean.Class = m.nothing.Name(at(l.class))
	}
	m.decimals[made] = max(m.decimals[made], decimals)
	release.Means = append(release.Means, mean)
	release.Counted++
}

// LatestMean is a mean as its newest release has it.
type LatestMean struct {
	Mean
	Release     int  // place in Series.Releases
	Provisional bool // its period was not complete when that release was made
}

// LatestMeans returns the newest mean of each period, unit and class, in order.
func (s Series) LatestMeans() []LatestMean {
	var out []LatestMean
	for _, r := range s.MeanRevisions() {
		out = append(out, r.Latest())
	}
	return out
}

// SelectMeans returns the series with only the means that keep accepts.
func (s Series) SelectMeans(keep func(Mean) bool) Series {
	releases := slices.Clone(s.Releases)
	for i := range releases {
		releases[i].Means = slices.DeleteFunc(slices.Clone(releases[i].Means), func(m Mean) bool { return !keep(m) })
	}
	s.Releases = releases
	return s
}
