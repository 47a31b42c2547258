package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"muster/ledger"
	"muster/ledger/tables"
)

// session is one transaction.
type session struct {
	ctx     context.Context
	prepare func(query string) (*sql.Stmt, error)
}

// view implements ledger.View inside one transaction.
type view struct {
	*session
	tables.View
}

func newView(s *session) view { return view{s, tables.View{Session: s}} }

func (v *session) statement(query string) (*sql.Stmt, error) {
	if err := v.ctx.Err(); err != nil {
		return nil, err
	}
	return v.prepare(query)
}

// One scans the single row of a query; false when there is none.
func (v *session) One(query string, arguments []any, into ...any) (bool, error) {
	statement, err := v.statement(query)
	if err != nil {
		return false, err
	}
	err = statement.QueryRow(arguments...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// Each calls f for each row of a query.
func (v *session) Each(query string, arguments []any, f func(scan func(...any) error) error) error {
	statement, err := v.statement(query)
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
	if _, err := v.One("pragma integrity_check(1)", nil, &found); err != nil || found == "ok" {
		return err
	}
	return fmt.Errorf("SQLite finds the file wrong: %s; restore it from a backup: %w", found, ledger.ErrDamaged)
}

func (v *view) RowsAt(indexes []int64) ([]ledger.Row, error) {
	if len(indexes) > 3 { // a call costs more than a look-up
		list, err := json.Marshal(indexes)
		if err != nil {
			return nil, err
		}
		return v.EachRow("select number, leaf, body from json_each(?1) as asked cross join entry on number = asked.value", string(list))
	}
	rows := make([]ledger.Row, 0, len(indexes))
	for _, index := range indexes {
		row := ledger.Row{Index: index}
		found, err := v.One("select leaf, body from entry where number = ?", []any{index}, &row.Line, &row.Body)
		if err != nil {
			return nil, err
		}
		if found {
			rows = append(rows, row)
		}
	}
	return rows, nil
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
			_, err := v.One("select entry, number from version where kind = ? and subject = ? and entry < ? order by entry desc limit 1",
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
	err = v.Each(latestOf, []any{string(list), at}, func(scan func(...any) error) error {
		var found ledger.Version
		var i int
		err := scan(&i, &found.Entry, &found.Number)
		versions[i].Entry, versions[i].Number = found.Entry, found.Number
		return err
	})
	return versions, err
}

// Foresee implements ledger.View: a question here costs the same at any time.
func (v *view) Foresee([]ledger.Subject, int64) {}

func (v *view) Evidence(index int64) (e ledger.Evidence, err error) {
	var size, signed sql.NullInt64
	var line, cosignatures sql.NullString
	_, err = v.One(`select c.size, c.signed, c.note, leaf, body, hashes, roots,
			(select group_concat(line, '') from (select line from cosignature where cosignature.size = c.size order by witness))
		from (select ?1 as asked)
		left join (select size, signed, note from checkpoint order by signed desc, size desc limit 1) as c
		left join entry on entry.number = asked
		left join tile on level = 0 and tile.number = asked >> 8`, []any{index}, &size, &signed, &e.Newest.Note, &line, &e.Row.Body, &e.Tile.Hashes, &e.Tile.Roots, &cosignatures)
	e.Newest.Size, e.Newest.Time = size.Int64, time.Unix(signed.Int64, 0).UTC()
	e.Row.Index, e.Row.Line, e.Cosignatures = index, line.String, cosignatures.String
	return e, err
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
	statement, err := c.statement(query)
	if err == nil {
		_, err = statement.Exec(arguments...)
	}
	return err
}

func (c *change) SetMeta(name, value string) error {
	return c.run("insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value", name, value)
}

func (c *change) AddRows(rows []ledger.Row) error {
	return c.insert("entry (number, leaf, body)", 3, len(rows), func(i int) []any {
		if len(rows[i].Body) == 0 {
			return []any{rows[i].Index, rows[i].Line, nil}
		}
		return []any{rows[i].Index, rows[i].Line, rows[i].Body}
	})
}

func (c *change) DropBodies(indexes []int64) error {
	for _, index := range indexes {
		if err := c.run("update entry set body = null where number = ?", index); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) PutTile(level int, number int64, tile ledger.Tile) error {
	return c.run("insert into tile (level, number, hashes, roots) values (?, ?, ?, ?) on conflict (level, number) do update set hashes = excluded.hashes, roots = excluded.roots", level, number, tile.Hashes, filled(tile.Roots))
}

// filled is an empty value for nil, which would be stored as null.
func filled(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
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
