package counts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"muster/counts/table"
	"muster/interval"
)

// Mismatch is a total that is not the sum of its parts, as a file tells both.
type Mismatch struct {
	interval.Period
	Unit  string `json:"unit"`
	Class string `json:"class"`
	Parts int64  `json:"parts"`
	Total int64  `json:"total"`
	At    string `json:"at"` // place of the total on its sheet
}

// String tells the mismatch for a note.
func (m Mismatch) String() string {
	who := strings.TrimSpace(m.Unit + " " + m.Class)
	if who != "" {
		who = " of " + who
	}
	return fmt.Sprintf("the total%s from %s to %s is %d, its parts add up to %d (cell %s)", who, m.From, m.To, m.Total, m.Parts, m.At)
}

// wideCell is a count with its place.
type wideCell struct {
	Point
	row, at int
	total   bool // told as a total over units or classes

	mean     interval.Number // of a table of means; Count is then 0 where it is 0, and else 1
	decimals int
}

// read counts the cells of a table.
func (r *wideReader) read(f foundTable) (Release, error) {
	out := Release{Date: dayInName(r.file)}
	setAside := func(row, at int, reason string) {
		out.SetAside = append(out.SetAside, SetAside{Row: row, Reason: reason, Cell: address(row, at)})
	}
	var cells []wideCell
	carried := make([]string, len(r.wide.Rows))
	for row := f.header + 1; row <= f.grid.last && !r.ends(f, row); row++ {
		point, years, total, err := r.labels(f, row, carried)
		if err != nil {
			return out, err
		}
		if slices.ContainsFunc(carried, func(label string) bool {
			return slices.ContainsFunc(r.wide.Without, func(without string) bool { return like(without, label) })
		}) {
			continue
		}
		for _, c := range f.periods {
			p := point
			if p.Period = c.period; c.month != 0 {
				if c.years.year != 0 && !slices.Contains(r.wide.Rows, "year") {
					years = c.years
				}
				if p.Period, err = years.of(c.month); err != nil {
					return out, err
				}
			}
			cell := f.grid.at(row, c.at)
			counted := wideCell{row: row, at: c.at, total: total}
			var reason string
			if r.wide.Means {
				if counted.mean, counted.decimals, reason = r.cells.mean(cell.text); counted.mean.Sign() != 0 {
					p.Count = 1
				}
			} else {
				p.Count, reason = r.cells.count(cell.text)
			}
			switch {
			case cell.kind == table.Fault:
				reason = "an error that the spreadsheet shows"
			case cell.kind == table.Date:
				reason = "a date where a count is expected"
			case cell.kind == table.Blank:
				reason = "blank"
			}
			if reason != "" {
				setAside(row, c.at, reason)
				continue
			}
			counted.Point = p
			cells = append(cells, counted)
		}
		if r.wide.Means {
			continue // what looks like a total is a mean over all
		}
		out.Mismatches = append(out.Mismatches, r.rowTotals(f, row, cells)...)
	}
	cells = slices.DeleteFunc(cells, func(c wideCell) bool {
		gone := notYet(cells, c, out.Date)
		if gone {
			setAside(c.row, c.at, "not yet: its period had not ended and nothing is counted in it")
		}
		return gone
	})
	if len(cells) == 0 && len(out.SetAside) == 0 {
		return out, fmt.Errorf("expected rows below the header at %s %s, found none", f.grid.sheet, address(f.header, f.left))
	}
	if fractions := slices.DeleteFunc(slices.Clone(out.SetAside), func(s SetAside) bool { return s.Reason != noWhole }); len(fractions) > len(cells) {
		return out, fmt.Errorf("expected counts, found %d cells without a whole number and %d with one (first: %s); averages and lengths are not counts; measure = \"mean\" reads them as what they are", len(fractions), len(cells), fractions[0].Cell)
	}
	seen, decimals := map[Point]wideCell{}, 0
	for _, c := range cells {
		id := c.Point
		id.Count = 0
		if old, ok := seen[id]; ok {
			return out, fmt.Errorf("expected one count of %s from %s to %s, found two, in %s and %s; name what tells them apart in rows", strings.TrimSpace(c.Unit+" "+c.Class), c.From, c.To, address(old.row, old.at), address(c.row, c.at))
		}
		seen[id] = c
		out.Covers = cover(out.Covers, c.Period)
		if r.wide.Means {
			out.Means = append(out.Means, Mean{Period: c.Period, Unit: c.Unit, Class: c.Class, Value: c.mean})
			out.Counted++
			decimals = max(decimals, c.decimals)
			continue
		}
		if c.total {
			out.Totals = append(out.Totals, c.Point)
		} else {
			out.Points = append(out.Points, c.Point)
		}
		out.Counted++
	}
	if !r.wide.Means {
		out.Mismatches = append(out.Mismatches, r.mismatches(cells)...)
	}
	ranged(out.Means, decimals)
	out.Rows = out.Counted + len(out.SetAside)
	slices.SortFunc(out.Points, comparePoints)
	slices.SortFunc(out.Totals, comparePoints)
	slices.SortStableFunc(out.SetAside, func(a, b SetAside) int { return cmp.Compare(a.Row, b.Row) })
	out.Provisional = provisionalFrom(out)
	return out, nil
}

// ends reports whether a row is below the table: blank, the header again, or
// the title of the next table.
func (r *wideReader) ends(f foundTable, row int) bool {
	filled := 0
	for c := f.left; c <= f.right; c++ {
		if f.grid.at(row, c).kind != table.Blank {
			filled++
		}
	}
	if filled == 0 {
		return true
	}
	again := true
	for _, c := range f.periods {
		again = again && f.grid.at(row, c.at).text == f.grid.at(f.header, c.at).text
	}
	if again {
		return true
	}
	_, title := r.header(f.grid, row, row+1, f.left)
	return filled == 1 && title
}

// labels reads what the row is about. A blank label goes on with the one above
// where several columns of labels stand side by side.
func (r *wideReader) labels(f foundTable, row int, carried []string) (point Point, years yearsOf, total bool, err error) {
	years = f.years
	for i, what := range r.wide.Rows {
		cell := f.grid.label(row, f.left+i)
		text := cell.text
		switch {
		case cell.kind == table.Fault:
			return point, years, false, fmt.Errorf("expected what the row is about in cell %s, found an error that the spreadsheet shows; mend the file, or name another table", address(row, f.left+i))
		case text == "" && i < len(r.wide.Rows)-1:
			text = carried[i]
		}
		carried[i] = text
		if isTotal := strings.EqualFold(text, r.wide.Total); isTotal && what != "-" && what != "year" {
			total, text = true, ""
		} else if isTotal && what == "year" {
			return point, years, false, fmt.Errorf("expected a year in cell %s, found a total; name another table", address(row, f.left+i))
		}
		switch what {
		case "unit":
			if point.Unit = r.units.Name(text); total && text == "" {
				point.Unit = ""
			}
		case "class":
			if point.Class = r.nothing.Name(text); total && text == "" {
				point.Class = ""
			}
		case "year":
			y, ok := r.words.year(text)
			if !ok {
				return point, years, false, fmt.Errorf("expected a year in cell %s, such as FY2025, found other words", address(row, f.left+i))
			}
			years = y
		}
	}
	return point, years, total, nil
}

// notYet reports whether a cell belongs to a period that had not ended when the
// file was made and in which every row is 0.
func notYet(cells []wideCell, c wideCell, made interval.Date) bool {
	if c.Count != 0 || made != "" && c.To < made {
		return false
	}
	for _, other := range cells {
		if other.Count != 0 && (other.Period == c.Period || made == "" && other.From > c.From) {
			return false
		}
	}
	return true
}

// mismatches checks the totals over units, over classes and over both against
// their parts.
func (r *wideReader) mismatches(cells []wideCell) []Mismatch {
	hasUnit, hasClass := slices.Contains(r.wide.Rows, "unit"), slices.Contains(r.wide.Rows, "class")
	var out []Mismatch
	for _, t := range cells {
		if !t.total {
			continue
		}
		parts, any := int64(0), false
		for _, p := range cells {
			if p.total || p.Period != t.Period || hasUnit && t.Unit != "" && p.Unit != t.Unit || hasClass && t.Class != "" && p.Class != t.Class {
				continue
			}
			parts, any = parts+p.Count, true
		}
		if any && parts != t.Count {
			out = append(out, Mismatch{t.Period, t.Unit, t.Class, parts, t.Count, address(t.row, t.at)})
		}
	}
	return out
}

// rowTotals checks a row's columns of totals against the counts of its periods:
// all of them, or those below the same year where the header tells years above.
func (r *wideReader) rowTotals(f foundTable, row int, cells []wideCell) []Mismatch {
	yearsAt := map[int]yearsOf{}
	for _, p := range f.periods {
		yearsAt[p.at] = p.years
	}
	var out []Mismatch
	for _, at := range f.totals {
		years := r.yearAbove(f.grid, f.title, f.header, f.left, at)
		var sum int64
		var over interval.Period
		var point Point
		for _, c := range cells {
			if c.row == row && (years.year == 0 || yearsAt[c.at] == years) {
				sum, over, point = sum+c.Count, cover(over, c.Period), c.Point
			}
		}
		if over.From == "" {
			continue
		}
		if total, reason := r.cells.count(f.grid.at(row, at).text); reason == "" && total != sum {
			out = append(out, Mismatch{over, point.Unit, point.Class, sum, total, address(row, at)})
		}
	}
	return out
}
