package counts

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"muster/counts/table"
)

// grid is a sheet in memory: for tables that are found by their title, whose
// rows cannot be streamed because they lie beside one another.
type grid struct {
	sheet string
	rows  map[int][]gridCell // by number, from 1
	last  int                // number of the last row

	merges []table.Range // cells that are shown as one: the first holds what all say
}

type gridCell struct {
	kind table.Kind
	text string
}

// A sheet with tables beside one another is made for eyes, and small.
const gridCells = 4 << 20

var errNoTable = errors.New("too large for a sheet of tables")

func readGrid(ctx context.Context, sheet *table.Sheet) (*grid, error) {
	rows, err := sheet.Rows(ctx)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	g := &grid{sheet: sheet.Name, rows: map[int][]gridCell{}}
	held := 0
	for {
		row, err := rows.Next()
		if err == io.EOF {
			g.merges, err = sheet.Merges(ctx)
			return g, err
		}
		if err != nil {
			return nil, err
		}
		if held += len(row.Cells); held > gridCells {
			return nil, fmt.Errorf("sheet %q is %w: it has more than %d cells; name the column that holds the date instead of a table", sheet.Name, errNoTable, gridCells)
		}
		cells := make([]gridCell, len(row.Cells))
		for i, c := range row.Cells {
			cells[i] = gridCell{c.Kind, strings.Join(strings.Fields(legible(string(c.Text))), " ")}
			if cells[i].text == "" && c.Kind != table.Fault {
				cells[i].kind = table.Blank
			}
		}
		g.rows[row.Number], g.last = cells, max(g.last, row.Number)
	}
}

// at returns a cell; rows count from 1, columns from 0.
func (g *grid) at(row, column int) gridCell {
	cells := g.rows[row]
	if column < 0 || column >= len(cells) {
		return gridCell{}
	}
	return cells[column]
}

// label returns a cell, or the first of the cells that are merged with it.
func (g *grid) label(row, column int) gridCell {
	cell := g.at(row, column)
	if cell.kind != table.Blank {
		return cell
	}
	for _, m := range g.merges {
		if m.FirstRow <= row && row <= m.LastRow && m.FirstColumn <= column && column <= m.LastColumn {
			return g.at(m.FirstRow, m.FirstColumn)
		}
	}
	return cell
}

// named reports whether a blank cell of a header has its name in the row above,
// as one over two rows has; title is the row that the header stands below.
func (g *grid) named(title, row, column int) bool {
	return row-1 > title && g.at(row-1, column).kind != table.Blank
}

// width is how many columns a row has.
func (g *grid) width(row int) int { return len(g.rows[row]) }

// address names a cell as a spreadsheet does: I18.
func address(row, column int) string {
	letters := ""
	for column >= 0 {
		letters = string(rune('A'+column%26)) + letters
		column = column/26 - 1
	}
	return fmt.Sprintf("%s%d", letters, row)
}

// like reports whether words match a pattern in which * stands for any words;
// spaces around and between, and upper and lower case, are the same.
func like(pattern, words string) bool {
	escape := strings.NewReplacer(`\`, `\\`, `[`, `\[`, `?`, `\?`, "/", "\x00")
	folded := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	ok, _ := path.Match(escape.Replace(folded(pattern)), strings.ReplaceAll(folded(words), "/", "\x00"))
	return ok
}
