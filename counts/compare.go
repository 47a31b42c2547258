package counts

import (
	"fmt"
	"slices"
	"strings"

	"muster/interval"
)

// Agreement sets several series of one thing against each other, month by
// month, and says how many origins they have: numbers that were derived from
// one count are one witness, however well they agree.
type Agreement struct {
	Names    []string
	Rows     []AgreementRow  // complete months that all series hold, in order
	Left     []interval.Date // first days of months that some hold and not all, or not complete
	Origins  []string        // whose counts the series go back to, each once
	Unsaid   []string        // series that do not say
	Widest   *AgreementRow   // with the largest spread; nil without rows
	Cautions []string
}

// AgreementRow is one month: a count a series, in the order of Names.
type AgreementRow struct {
	interval.Period
	Counts []int64
	Spread interval.Number // (largest - smallest) / largest, exact; 0 where all are 0
}

// Compare sets two or more series against each other. An error says why they
// cannot be.
func Compare(series ...Series) (Agreement, error) {
	var out Agreement
	if len(series) < 2 {
		return out, fmt.Errorf("expected two series or more to compare, found %d", len(series))
	}
	first := series[0].Facts()
	held := map[interval.Date][]*Month{}
	for i, s := range series {
		facts := s.Facts()
		if i > 0 {
			if why := WhyNot(first, facts); why != "" {
				return out, fmt.Errorf("not comparable: %s", why)
			}
			if caution := Caution(first, facts); caution != "" && !slices.Contains(out.Cautions, caution) {
				out.Cautions = append(out.Cautions, caution)
			}
		}
		out.Names = append(out.Names, s.Name)
		switch {
		case s.Origin == "":
			out.Unsaid = append(out.Unsaid, s.Name)
		case !slices.Contains(out.Origins, s.Origin):
			out.Origins = append(out.Origins, s.Origin)
		}
		for _, m := range s.Months() {
			if held[m.From] == nil {
				held[m.From] = make([]*Month, len(series))
			}
			held[m.From][i] = &m
		}
	}
	for first, months := range held {
		row := AgreementRow{Period: monthOf(first)}
		for _, m := range months {
			if m == nil || !m.Complete {
				row.Counts = nil
				break
			}
			row.Counts = append(row.Counts, m.Count)
		}
		if len(row.Counts) < len(series) {
			out.Left = append(out.Left, first)
			continue
		}
		if most := slices.Max(row.Counts); most > 0 {
			row.Spread = interval.Frac(most-slices.Min(row.Counts), most)
		}
		out.Rows = append(out.Rows, row)
	}
	slices.Sort(out.Left)
	slices.SortFunc(out.Rows, func(a, b AgreementRow) int { return strings.Compare(string(a.From), string(b.From)) })
	for i := range out.Rows {
		if out.Widest == nil || out.Rows[i].Spread.Cmp(out.Widest.Spread) > 0 {
			out.Widest = &out.Rows[i]
		}
	}
	if len(out.Rows) == 0 {
		return out, fmt.Errorf("not comparable: no complete month is in all of %s", strings.Join(out.Names, ", "))
	}
	return out, nil
}

// Sentence says what the agreement is worth.
func (a Agreement) Sentence() string {
	within := a.Widest.Spread.Mul(interval.Int(100)).Grouped(1)
	var whose string
	switch {
	case len(a.Unsaid) == len(a.Names):
		whose = fmt.Sprintf("%d derivations whose origins are not said, so that they may be one", len(a.Names))
	case len(a.Origins) == 1 && len(a.Unsaid) == 0:
		whose = fmt.Sprintf("1 origin (%s), %d derivations: no independent confirmation", a.Origins[0], len(a.Names))
	case len(a.Unsaid) > 0:
		whose = fmt.Sprintf("%d to %d origins, %d derivations; %s does not say whose count it is", len(a.Origins), len(a.Origins)+len(a.Unsaid), len(a.Names), strings.Join(a.Unsaid, ", "))
	default:
		whose = fmt.Sprintf("%d origins (%s), %d derivations", len(a.Origins), strings.Join(a.Origins, ", "), len(a.Names))
	}
	months := fmt.Sprintf("%d complete months", len(a.Rows))
	if len(a.Rows) == 1 {
		months = "1 complete month"
	}
	return fmt.Sprintf("%s agree within %s per cent over %s: %s.", strings.Join(a.Names, ", "), within, months, whose)
}

// Parts sets the units of a period against its total.
type Parts struct {
	interval.Period
	Units   int             // ranked units
	Sum     int64           // over them
	Aside   int64           // counts of units aside, such as HQ
	Unknown int64           // counts that name no unit
	Total   int64           // Sum + Aside + Unknown
	Gap     interval.Number // (Total - Sum) / Total, exact: what a sum over the units alone leaves out
}

// PartsOf sets the units of the latest counts within a period against their
// total, with nothing left out.
func (s Series) PartsOf(p interval.Period, aside []string) Parts {
	r := s.Rank(p, aside, 0)
	out := Parts{Period: p, Units: len(r.Units), Total: r.Total}
	for _, u := range r.Units {
		out.Sum += u.Count
	}
	for _, u := range r.Aside {
		if u.Unit == Unknown {
			out.Unknown += u.Count
		} else {
			out.Aside += u.Count
		}
	}
	if out.Total != 0 {
		out.Gap = interval.Frac(out.Total-out.Sum, out.Total)
	}
	return out
}

// PerDay turns a total that is told as an interval, such as a rounded one, into
// an average over the days of a period, both ends included. The width stays:
// what rounding hides of the total it hides of the average.
func PerDay(total interval.Interval, p interval.Period) interval.Interval {
	return interval.Scale(total, interval.Frac(1, int64(p.Days())))
}

// Moving is the mean over some days that end on one.
type Moving struct {
	Day    interval.Date
	PerDay interval.Number
}

// MovingAverages returns, for a daily series, the means over so many days.
// There is none where one of the days is not covered or not complete: an edge
// is never filled with zeros.
func (s Series) MovingAverages(days int) []Moving {
	if s.By != "day" || s.Facts().Measure != PerPeriod || days < 1 {
		return nil
	}
	sums := map[interval.Date]int64{}
	var from, to, stop interval.Date
	for _, l := range s.Levels() {
		if l.Provisional && (stop == "" || l.From < stop) {
			stop = l.From
		}
		sums[l.From] += l.Count
	}
	for _, r := range s.Releases {
		if r.Covers.From != "" && (from == "" || r.Covers.From < from) {
			from = r.Covers.From
		}
		to = max(to, r.Covers.To)
	}
	if stop != "" {
		to = min(to, stop.AddDays(-1))
	}
	var out []Moving
	for day := from; day != "" && day <= to; day = day.AddDays(1) {
		window := interval.Period{From: day.AddDays(1 - days), To: day}
		if window.From < from || s.hole(window) != "" {
			continue
		}
		var sum int64
		for d := window.From; d <= day; d = d.AddDays(1) {
			sum += sums[d]
		}
		out = append(out, Moving{day, interval.Frac(sum, int64(days))})
	}
	return out
}
