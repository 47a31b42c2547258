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
		if sheet.Hidden {
			continue
		}
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
		if problem == nil || moreTelling(err, problem) {
			problem = err
		}
	}
	if problem == nil {
		problem = errors.New("expected a sheet to read, found only hidden ones; show the one with the list")
	}
	return Roll{}, fmt.Errorf("%s: %w", name, problem)
}

func readRoll(ctx context.Context, sheet *table.Sheet, columns RollColumns) (Roll, error) {
	rows, err := sheet.Rows(ctx)
	if err != nil {
		return Roll{}, err
	}
	defer rows.Close()
	institution, place, class := -1, -1, -1
	if _, err := findHeader(rows, columns.Renamed, wantedColumn{columns.Institution, &institution, true}, wantedColumn{columns.Place, &place, true}, wantedColumn{columns.Class, &class, true}); err != nil {
		return Roll{}, err
	}
	var roll Roll
	for {
		row, err := rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return roll, err
		}
		if row.Blank && row.Problem == "" {
			continue
		}
		at := func(column int) string {
			if column < 0 || column >= len(row.Cells) || row.Cells[column].Kind == table.Fault {
				return ""
			}
			return strings.Join(strings.Fields(legible(string(row.Cells[column].Text))), " ")
		}
		beside := func(column int) string {
			if name := at(column); !tellsOfAPerson(name) {
				return name
			}
			return ""
		}
		roll.Rows++
		member := Member{at(institution), beside(place), beside(class)}
		if reason := cmp.Or(row.Problem, member.lacking()); reason != "" {
			roll.SetAside = append(roll.SetAside, SetAside{Row: row.Number, Reason: reason})
			continue
		}
		roll.Members = append(roll.Members, member)
	}
	slices.SortStableFunc(roll.Members, compareMembers)
	return roll, nil
}

// lacking says why a line names no institution; "" when it does.
func (m Member) lacking() string {
	switch {
	case m.Institution == "":
		return "no institution"
	case redacted(m.Institution):
		return "redacted institution"
	case tellsOfAPerson(m.Institution):
		return "an address, an identifier or a text in place of an institution"
	}
	return ""
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
