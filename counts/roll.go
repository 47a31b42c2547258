package counts

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"muster/counts/table"
	"muster/interval"
)

// Roll is a list of institutions that are at one stage, as one file has it:
// agencies with an agreement, states that pledged. Institutions are public
// bodies, so that their names may be kept; lists of people are never read so.
type Roll struct {
	Stage   string        `json:"stage"`
	Day     interval.Date `json:"day"`     // of the list, as the file's name tells it
	Edition string        `json:"edition"` // of the day, as the name tells it: "am", "pm", "am b"; "" for none
	Seen    interval.Date `json:"seen"`    // when the file was taken, where its name tells a second day
	File    string        `json:"file"`
	SHA256  string        `json:"sha256"`

	Members  []Member   `json:"members"` // sorted; one listed twice stands twice
	Rows     int        `json:"rows"`    // Rows = len(Members) + len(SetAside)
	SetAside []SetAside `json:"set_aside"`
}

// Member is one line of a roll.
type Member struct {
	Institution string `json:"institution"`
	Place       string `json:"place"` // such as a state
	Class       string `json:"class"` // such as the model of an agreement
}

// RollColumns names the columns of a roll; "" for those it does not have.
type RollColumns struct {
	Institution, Place, Class string
	Renamed                   map[string][]string // see Columns.Renamed
}

// ReadRoll reads the institutions of a list. Rows are set aside where they name
// none. An error means that nothing is read.
func ReadRoll(ctx context.Context, name string, data io.ReaderAt, size int64, columns RollColumns) (Roll, error) {
	if err := notOfPeople(columns.Institution, columns.Place, columns.Class); err != nil {
		return Roll{}, fmt.Errorf("%s: %w", name, err)
	}
	book, err := table.Open(name, data, size, table.DefaultLimits())
	if err != nil {
		return Roll{}, fmt.Errorf("%s: %w", name, err)
	}
	var problem error
	for _, sheet := range book.Sheets {
		roll, err := readRoll(ctx, sheet, columns)
		if err == nil {
			roll.File = name
			roll.Day, roll.Edition, roll.Seen = dayOfRoll(name)
			if roll.Day == "" {
				return Roll{}, fmt.Errorf("%s: expected the day of the list in the file's name, found none; rename it, as in agencies-2025-07-18.xlsx", name)
			}
			return roll, nil
		}
		if ctx.Err() != nil {
			return Roll{}, ctx.Err()
		}
		if problem == nil || errors.Is(problem, errNoHeader) {
			problem = err
		}
	}
	return Roll{}, fmt.Errorf("%s: %w", name, problem)
}

func readRoll(ctx context.Context, sheet *table.Sheet, columns RollColumns) (Roll, error) {
	rows, err := sheet.Rows(ctx)
	if err != nil {
		return Roll{}, err
	}
	defer rows.Close()
	var roll Roll
	places := []int(nil)
	problem := fmt.Errorf("expected a table, found %w; save the file again", errNoHeader)
	for passed := 0; ; {
		row, err := rows.Next()
		if err == io.EOF && places == nil {
			return roll, problem
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return roll, err
		}
		cells := make([]string, len(row.Cells))
		for i, cell := range row.Cells {
			if cell.Kind != table.Fault {
				cells[i] = strings.Join(strings.Fields(legible(string(cell.Text))), " ")
			}
		}
		if row.Blank {
			continue
		}
		if places == nil {
			found, err := columns.find(cells)
			if err == nil {
				places = found
			} else if looksLikeHeader(cells) || !errors.Is(err, errNoHeader) {
				return roll, err
			} else if passed++; passed == headerRows {
				return roll, problem
			} else {
				problem = err
			}
			continue
		}
		at := func(i int) string {
			if places[i] < 0 || places[i] >= len(cells) {
				return ""
			}
			return cells[places[i]]
		}
		roll.Rows++
		if at(0) == "" {
			roll.SetAside = append(roll.SetAside, SetAside{Row: row.Number, Reason: "no institution"})
			continue
		}
		roll.Members = append(roll.Members, Member{at(0), at(1), at(2)})
	}
	slices.SortStableFunc(roll.Members, compareMembers)
	return roll, nil
}

// find returns where the columns stand in a header: institution, place, class.
func (c RollColumns) find(header []string) ([]int, error) {
	place := map[string][]int{}
	for i, cell := range header {
		place[columnKey(cell)] = append(place[columnKey(cell)], i)
	}
	out := []int{-1, -1, -1}
	for i, name := range []string{c.Institution, c.Place, c.Class} {
		if name == "" {
			continue
		}
		switch at := (Columns{Renamed: c.Renamed}).named(name, place); {
		case len(at) == 1:
			out[i] = at[0]
		case len(at) > 1:
			return nil, fmt.Errorf("expected one column %q, found %d; give them different names", name, len(at))
		case looksLikeHeader(header):
			return nil, fmt.Errorf("expected a column %q, found the columns %s; name one of them, or say under renamed what it is called there", name, quoteAll(header))
		default:
			return nil, fmt.Errorf("expected a column %q in one of the first %d rows, found %w row with it; name a column that is there", name, headerRows, errNoHeader)
		}
	}
	return out, nil
}

// dayOfRoll reads the name of a file such as taken_20250711_pending07112025am_b:
// the last day is the list's, with its edition; an earlier one tells when the
// file was taken.
func dayOfRoll(name string) (day interval.Date, edition string, seen interval.Date) {
	base := strings.TrimSuffix(path.Base(strings.ReplaceAll(name, `\`, "/")), path.Ext(name))
	found := regexp.MustCompile(`(?i)(\d{4}[-_.]\d{2}[-_.]\d{2}|\d{2}[-_.]\d{2}[-_.]\d{4}|\d{8})(?:[-_ ]?(am|pm)\b|(am|pm)(?:[-_ ]([a-z0-9]))?|[-_ ]([a-z]))?(?:$|[^0-9a-z])`).FindAllStringSubmatch(base+" ", -1)
	for _, g := range found {
		one := dayInName(g[1])
		if one == "" {
			continue
		}
		if day != "" && seen == "" {
			seen = day
		}
		day, edition = one, strings.ToLower(strings.Join(strings.Fields(g[2]+g[3]+" "+g[4]+g[5]), " "))
	}
	return day, edition, seen
}

// key makes spellings of a member equal: upper and lower case, spaces, and the
// marks that programs turn into others.
func (m Member) key() Member {
	same := func(s string) string {
		return strings.ToLower(strings.Join(strings.Fields(strings.Map(plainMark, s)), " "))
	}
	return Member{same(m.Institution), same(m.Place), same(m.Class)}
}

func plainMark(r rune) rune {
	switch r {
	case '’', '‘', '`', '´':
		return '\''
	case '–', '—', '‑':
		return '-'
	}
	return r
}

func compareMembers(a, b Member) int {
	return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Institution, b.Institution), cmp.Compare(a.Class, b.Class))
}
