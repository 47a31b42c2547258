package counts

import (
	"context"
	"fmt"
)

// blankShare is from which part of the rows on so many without a date or unit
// are suspected to be merged cells: each leaves all its rows but one blank.
const blankShare = 5

// notMerged refuses sheets with cells that are merged over rows, where many
// rows lack a date or a unit: only the first of merged cells holds something,
// and the others would be set aside or counted as unknown.
func (r Reader) notMerged(ctx context.Context, sheets []laidOut, releases []Release) error {
	rows, lacking := 0, 0
	for _, release := range releases {
		rows += release.Rows
		for _, aside := range release.SetAside {
			if aside.Reason == noDate {
				lacking++
			}
		}
		for _, p := range release.Points {
			if p.Unit == Unknown || p.Class == Unknown {
				if lacking++; r.Columns.Count == "" {
					lacking += int(p.Count) - 1
				}
			}
		}
	}
	if lacking*blankShare < rows || lacking == 0 {
		return nil
	}
	for _, s := range sheets {
		merges, err := s.sheet.Merges(ctx)
		if err != nil {
			return err
		}
		for _, m := range merges {
			for _, c := range []int{s.layout.date, s.layout.unit, s.layout.class, s.layout.count} {
				if c >= 0 && m.FirstRow > s.layout.header && m.LastRow > m.FirstRow && m.FirstColumn <= c && c <= m.LastColumn {
					return fmt.Errorf("sheet %q: expected a cell for each row, found %s to %s merged into one; part them and fill each", s.sheet.Name, address(m.FirstRow, m.FirstColumn), address(m.LastRow, m.LastColumn))
				}
			}
		}
	}
	return nil
}
