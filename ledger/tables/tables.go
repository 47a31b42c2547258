// Package tables reads the tables of a ledger in the SQL that every engine takes
// alike. What an engine does in its own way, its store does.
package tables

import (
	"time"

	"muster/ledger"
)

// Session runs queries within one transaction. Their parameters are $1, $2 and on.
type Session interface {
	// One scans the single row of a query; false when there is none.
	One(query string, arguments []any, into ...any) (bool, error)
	// Each calls f for each row of a query.
	Each(query string, arguments []any, f func(scan func(...any) error) error) error
}

// View answers the questions of ledger.View that ask nothing special of an engine.
type View struct{ Session }

// SelectRow begins a query for the rows of entries; a condition on number follows.
const SelectRow = "select number, leaf, body from entry where number "

// EachRow returns the rows that such a query finds.
func (v View) EachRow(query string, arguments ...any) (rows []ledger.Row, err error) {
	err = v.Each(query, arguments, func(scan func(...any) error) error {
		var row ledger.Row
		err := scan(&row.Index, &row.Line, &row.Body)
		rows = append(rows, row)
		return err
	})
	return rows, err
}

// Meta implements ledger.View.
func (v View) Meta(name string) (value string, err error) {
	_, err = v.One("select value from meta where name = $1", []any{name}, &value)
	return value, err
}

// End implements ledger.View.
func (v View) End() (size int64, last string, err error) {
	_, err = v.One("select number + 1, leaf from entry order by number desc limit 1", nil, &size, &last)
	return size, last, err
}

// Rows implements ledger.View.
func (v View) Rows(from, to int64) ([]ledger.Row, error) {
	return v.EachRow(SelectRow+">= $1 and number < $2 order by number", from, to)
}

// Lines implements ledger.View.
func (v View) Lines(from, to int64) (lines []string, err error) {
	err = v.Each("select leaf from entry where number >= $1 and number < $2 order by number", []any{from, to},
		func(scan func(...any) error) error {
			var line string
			err := scan(&line)
			lines = append(lines, line)
			return err
		})
	return lines, err
}

// Bodiless implements ledger.View.
func (v View) Bodiless() (indexes []int64, err error) {
	err = v.Each("select number from entry where body is null order by number", nil,
		func(scan func(...any) error) error {
			var index int64
			err := scan(&index)
			indexes = append(indexes, index)
			return err
		})
	return indexes, err
}

// Tile implements ledger.View.
func (v View) Tile(level int, number int64) (tile ledger.Tile, err error) {
	_, err = v.One("select hashes, roots from tile where level = $1 and number = $2", []any{level, number}, &tile.Hashes, &tile.Roots)
	return tile, err
}

// Versions implements ledger.View.
func (v View) Versions(f func(ledger.Version) error) error {
	return v.Each("select kind, subject, entry, number from version order by kind, subject, entry", nil, func(scan func(...any) error) error {
		var version ledger.Version
		if err := scan(&version.Kind, &version.Name, &version.Entry, &version.Number); err != nil {
			return err
		}
		return f(version)
	})
}

// Newest implements ledger.View.
func (v View) Newest(notAfter time.Time) (signed ledger.Signed, found bool, err error) {
	var unix int64
	found, err = v.One("select size, signed, note from checkpoint where signed <= $1 order by signed desc, size desc limit 1",
		[]any{notAfter.Unix()}, &signed.Size, &unix, &signed.Note)
	if found {
		signed.Time = time.Unix(unix, 0).UTC()
	}
	return signed, found, err
}

// Checkpoints implements ledger.View.
func (v View) Checkpoints(from int64, limit int) (all []ledger.Signed, err error) {
	err = v.Each("select size, signed, note from checkpoint where size >= $1 order by size limit $2", []any{from, limit}, func(scan func(...any) error) error {
		var signed ledger.Signed
		var unix int64
		err := scan(&signed.Size, &unix, &signed.Note)
		signed.Time = time.Unix(unix, 0).UTC()
		all = append(all, signed)
		return err
	})
	return all, err
}

// Cosignatures implements ledger.View.
func (v View) Cosignatures(from, to int64) (all []ledger.Cosignature, err error) {
	err = v.Each("select size, witness, line from cosignature where size >= $1 and size < $2 order by size, witness", []any{from, to}, func(scan func(...any) error) error {
		var c ledger.Cosignature
		err := scan(&c.Size, &c.Key, &c.Line)
		all = append(all, c)
		return err
	})
	return all, err
}
