package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"muster/ledger"
)

// view implements ledger.View inside one transaction.
type view struct {
	ctx   context.Context
	store *store
	tx    *sql.Tx
}

// prepare returns a statement for this transaction. It is compiled once a
// connection, which takes longer than most queries run.
func (v *view) prepare(query string) (*sql.Stmt, error) {
	if err := v.ctx.Err(); err != nil {
		return nil, err
	}
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	statement, found := v.store.statements[query]
	if !found {
		var err error
		if statement, err = v.store.db.Prepare(query); err != nil {
			return nil, err
		}
		v.store.statements[query] = statement
	}
	return v.tx.Stmt(statement), nil
}

// one scans the single row of a query; false when there is none.
func (v *view) one(query string, arguments []any, into ...any) (bool, error) {
	statement, err := v.prepare(query)
	if err != nil {
		return false, err
	}
	err = statement.QueryRow(arguments...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// each calls f for each row of a query.
func (v *view) each(query string, arguments []any, f func(scan func(...any) error) error) error {
	statement, err := v.prepare(query)
	if err != nil {
		return err
	}
	rows, err := statement.Query(arguments...)
	if err != nil {
		return err
	}
	defer rows.Close() // its error is in rows.Err
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (v *view) Sound() error {
	var found string
	if _, err := v.one("pragma integrity_check(1)", nil, &found); err != nil || found == "ok" {
		return err
	}
	return fmt.Errorf("SQLite finds the file wrong: %s; restore it from a backup: %w", found, ledger.ErrDamaged)
}

func (v *view) Meta(name string) (value string, err error) {
	_, err = v.one("select value from meta where name = ?", []any{name}, &value)
	return value, err
}

func (v *view) End() (size int64, last string, err error) {
	_, err = v.one("select number + 1, leaf from entry order by number desc limit 1", nil, &size, &last)
	return size, last, err
}

func (v *view) Rows(from, to int64) (rows []ledger.Row, err error) {
	err = v.each(`select number, leaf, content from entry left join body on entry = number
		where number >= ? and number < ? order by number`, []any{from, to},
		func(scan func(...any) error) error {
			var row ledger.Row
			err := scan(&row.Index, &row.Line, &row.Body)
			rows = append(rows, row)
			return err
		})
	return rows, err
}

func (v *view) RowsAt(indexes []int64) ([]ledger.Row, error) {
	rows := make([]ledger.Row, 0, len(indexes))
	for _, index := range indexes {
		row := ledger.Row{Index: index}
		found, err := v.one("select leaf, content from entry left join body on entry = number where number = ?", []any{index}, &row.Line, &row.Body)
		if err != nil {
			return nil, err
		}
		if found {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func (v *view) Lines(from, to int64) (lines []string, err error) {
	err = v.each("select leaf from entry where number >= ? and number < ? order by number", []any{from, to},
		func(scan func(...any) error) error {
			var line string
			err := scan(&line)
			lines = append(lines, line)
			return err
		})
	return lines, err
}

func (v *view) Bodiless() (indexes []int64, err error) {
	err = v.each("select number from entry left join body on entry = number where body.entry is null order by number", nil,
		func(scan func(...any) error) error {
			var index int64
			err := scan(&index)
			indexes = append(indexes, index)
			return err
		})
	return indexes, err
}

func (v *view) Tile(level int, number int64) (hashes []byte, err error) {
	_, err = v.one("select hashes from tile where level = ? and number = ?", []any{level, number}, &hashes)
	return hashes, err
}

// latestOf asks for all subjects at once: a call costs more than a look-up.
const latestOf = `select asked.key, version.entry, version.number
	from json_each(?1) as asked cross join version
	where kind = asked.value ->> 0 and subject = asked.value ->> 1 and entry = (
		select max(entry) from version
		where kind = asked.value ->> 0 and subject = asked.value ->> 1 and entry < ?2)`

func (v *view) Latest(subjects []ledger.Subject, at int64) ([]ledger.Version, error) {
	versions, asked := make([]ledger.Version, len(subjects)), make([][2]string, len(subjects))
	for i, subject := range subjects {
		versions[i].Subject = subject
		asked[i] = [2]string{subject.Kind, subject.Name}
	}
	if len(subjects) <= 3 { // as of a single append
		for i, subject := range subjects {
			_, err := v.one("select entry, number from version where kind = ? and subject = ? and entry < ? order by entry desc limit 1",
				[]any{subject.Kind, subject.Name, at}, &versions[i].Entry, &versions[i].Number)
			if err != nil {
				return nil, err
			}
		}
		return versions, nil
	}
	list, err := json.Marshal(asked)
	if err != nil {
		return nil, err
	}
	err = v.each(latestOf, []any{string(list), at}, func(scan func(...any) error) error {
		var found ledger.Version
		var i int
		err := scan(&i, &found.Entry, &found.Number)
		versions[i].Entry, versions[i].Number = found.Entry, found.Number
		return err
	})
	return versions, err
}

func (v *view) Evidence(index int64) (e ledger.Evidence, err error) {
	var size, signed sql.NullInt64
	var line, cosignatures sql.NullString
	_, err = v.one(`select c.size, c.signed, c.note, leaf, content, hashes,
			(select group_concat(line, '') from (select line from cosignature where cosignature.size = c.size order by witness))
		from (select ?1 as asked)
		left join (select size, signed, note from checkpoint order by signed desc, size desc limit 1) as c
		left join entry on entry.number = asked left join body on body.entry = asked
		left join tile on level = 0 and tile.number = asked >> 8`, []any{index}, &size, &signed, &e.Newest.Note, &line, &e.Row.Body, &e.Tile, &cosignatures)
	e.Newest.Size, e.Newest.Time = size.Int64, time.Unix(signed.Int64, 0).UTC()
	e.Row.Index, e.Row.Line, e.Cosignatures = index, line.String, cosignatures.String
	return e, err
}

func (v *view) Versions(f func(ledger.Version) error) error {
	return v.each("select kind, subject, entry, number from version order by kind, subject, entry", nil, func(scan func(...any) error) error {
		var version ledger.Version
		if err := scan(&version.Kind, &version.Name, &version.Entry, &version.Number); err != nil {
			return err
		}
		return f(version)
	})
}

func (v *view) Newest(notAfter time.Time) (signed ledger.Signed, found bool, err error) {
	var unix int64
	found, err = v.one("select size, signed, note from checkpoint where signed <= ? order by signed desc, size desc limit 1",
		[]any{notAfter.Unix()}, &signed.Size, &unix, &signed.Note)
	if found {
		signed.Time = time.Unix(unix, 0).UTC()
	}
	return signed, found, err
}

func (v *view) Checkpoints(from int64, limit int) (all []ledger.Signed, err error) {
	err = v.each("select size, signed, note from checkpoint where size >= ? order by size limit ?", []any{from, limit}, func(scan func(...any) error) error {
		var signed ledger.Signed
		var unix int64
		err := scan(&signed.Size, &unix, &signed.Note)
		signed.Time = time.Unix(unix, 0).UTC()
		all = append(all, signed)
		return err
	})
	return all, err
}

func (v *view) Cosignatures(from, to int64) (all []ledger.Cosignature, err error) {
	err = v.each("select size, witness, line from cosignature where size >= ? and size < ? order by size, witness", []any{from, to}, func(scan func(...any) error) error {
		var c ledger.Cosignature
		err := scan(&c.Size, &c.Key, &c.Line)
		all = append(all, c)
		return err
	})
	return all, err
}

// change implements ledger.Change inside one transaction.
type change struct{ view }

// rowsAtOnce is how many rows one statement inserts where there are many: a
// call costs more than a row.
const rowsAtOnce = 50

// insert adds rows of that many columns to a table.
func (c *change) insert(table string, columns, count int, row func(i int) []any) error {
	for i := 0; i < count; {
		rows := 1
		if count-i >= rowsAtOnce {
			rows = rowsAtOnce
		}
		arguments := make([]any, 0, rows*columns)
		for range rows {
			arguments = append(arguments, row(i)...)
			i++
		}
		tuple := ", (?" + strings.Repeat(", ?", columns-1) + ")"
		if err := c.run("insert into "+table+" values "+strings.Repeat(tuple, rows)[2:], arguments...); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) run(query string, arguments ...any) error {
	statement, err := c.prepare(query)
	if err == nil {
		_, err = statement.Exec(arguments...)
	}
	return err
}

func (c *change) SetMeta(name, value string) error {
	return c.run("insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value", name, value)
}

func (c *change) AddRows(rows []ledger.Row) error {
	err := c.insert("entry (number, leaf)", 2, len(rows), func(i int) []any { return []any{rows[i].Index, rows[i].Line} })
	if err != nil {
		return err
	}
	kept := slices.DeleteFunc(slices.Clone(rows), func(row ledger.Row) bool { return len(row.Body) == 0 })
	return c.insert("body (entry, content)", 2, len(kept), func(i int) []any { return []any{kept[i].Index, kept[i].Body} })
}

func (c *change) DropBodies(indexes []int64) error {
	for _, index := range indexes {
		if err := c.run("delete from body where entry = ?", index); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) PutTile(level int, number int64, hashes []byte) error {
	return c.run("insert into tile (level, number, hashes) values (?, ?, ?) on conflict (level, number) do update set hashes = excluded.hashes", level, number, hashes)
}

func (c *change) AddVersions(versions []ledger.Version) error {
	return c.insert("version (kind, subject, entry, number)", 4, len(versions), func(i int) []any {
		v := versions[i]
		return []any{v.Kind, v.Name, v.Entry, v.Number}
	})
}

func (c *change) AddCheckpoint(signed ledger.Signed) error {
	return c.run("insert into checkpoint (size, signed, note) values (?, ?, ?) on conflict (size) do nothing", signed.Size, signed.Time.Unix(), signed.Note)
}

func (c *change) AddCosignature(added ledger.Cosignature) error {
	return c.run("insert into cosignature (size, witness, line) values (?, ?, ?) on conflict (size, witness) do nothing", added.Size, added.Key, added.Line)
}

func (c *change) ClearDerived() error {
	return errors.Join(c.run("delete from tile"), c.run("delete from version"))
}
