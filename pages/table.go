package pages

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"muster/interval"
)

// table is what a download holds; CSV and JSON are two ways of writing it.
// A value is a string, an int64, a bool, a float64, an interval.Number or nil.
type table struct {
	Header []string
	Rows   [][]any
}

// csv writes the table for spreadsheets.
func (t table) csv() ([]byte, error) {
	number := regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.Write(t.Header); err != nil {
		return nil, err
	}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, value := range row {
			if value != nil {
				cells[i] = harmless(number, fmt.Sprint(value))
			}
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// harmless keeps a spreadsheet from taking text for a formula. A plain negative
// number is no formula.
func harmless(number *regexp.Regexp, s string) string {
	trimmed := strings.TrimLeft(s, " \t\r\n")
	if (trimmed != "" && strings.ContainsRune("=+-@", rune(trimmed[0])) || s != "" && strings.ContainsRune("\t\r\n", rune(s[0]))) && !number.MatchString(s) {
		return "'" + s
	}
	return s
}

// json writes a list of objects with the header's names in the header's order.
func (t table) json() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("[")
	for i, row := range t.Rows {
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString("\n  {")
		for j, name := range t.Header {
			if j > 0 {
				out.WriteString(", ")
			}
			value, err := json.Marshal(row[j])
			if err != nil {
				return nil, fmt.Errorf("writing %s of row %d: %w", name, i+1, err)
			}
			fmt.Fprintf(&out, "%q: %s", name, value)
		}
		out.WriteString("}")
	}
	out.WriteString("\n]\n")
	return out.Bytes(), nil
}

// bound returns an end as a value of a table; nil for no end.
func bound(e interval.End) any {
	if !e.Bounded {
		return nil
	}
	return e.Value
}
