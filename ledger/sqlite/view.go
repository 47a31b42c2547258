package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"slices"
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
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	statement, found := v.store.statements[query]
	if !found {
		var err error
		if statement, err = v.store.db.PrepareContext(v.ctx, query); err != nil {
			return nil, err
		}
		v.store.statements[query] = statement
	}
	return v.tx.StmtContext(v.ctx, statement), nil
}

// one scans the single row of a query; false when there is none.
func (v *view) one(query string, arguments []any, into ...any) (bool, error) {
	statement, err := v.prepare(query)
	if err != nil {
		return false, err
	}
	err = statement.QueryRowContext(v.ctx, arguments...).Scan(into...)
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
	rows, err := statement.QueryContext(v.ctx, arguments...)
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

func (v *view) Meta(name string) (value string, err error) {
	_, err = v.one("select value from meta where name = ?", []any{name}, &value)
	return value, err
}

func (v *view) Size() (size int64, err error) {
	_, err = v.one("select coalesce(max(number) + 1, 0) from entry", nil, &size)
	return size, err
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

func (v *view) Tile(level int, number int64) (hashes []byte, err error) {
	_, err = v.one("select hashes from tile where level = ? and number = ?", []any{level, number}, &hashes)
	return hashes, err
}

const selectVersion = "select kind, subject, version, seq_from, coalesce(seq_to, 0) from subject_version"

func (v *view) Latest(kind, subject string, at int64) (version ledger.Version, found bool, err error) {
	found, err = v.one(selectVersion+` where kind = ? and subject = ? and seq_from < ? order by version desc limit 1`,
		[]any{kind, subject, at}, &version.Kind, &version.Subject, &version.Number, &version.From, &version.To)
	return version, found, err
}

func (v *view) Versions(f func(ledger.Version) error) error {
	return v.each(selectVersion, nil, func(scan func(...any) error) error {
		var version ledger.Version
		if err := scan(&version.Kind, &version.Subject, &version.Number, &version.From, &version.To); err != nil {
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

func (v *view) Checkpoints(f func(ledger.Signed) error) error {
	return v.each("select size, signed, note from checkpoint order by size", nil, func(scan func(...any) error) error {
		var signed ledger.Signed
		var unix int64
		if err := scan(&signed.Size, &unix, &signed.Note); err != nil {
			return err
		}
		signed.Time = time.Unix(unix, 0).UTC()
		return f(signed)
	})
}

// change implements ledger.Change inside one transaction.
type change struct{ view }

// put runs a statement once for each list of arguments.
func (c *change) put(query string, count int, arguments func(i int) []any) error {
	statement, err := c.prepare(query)
	if err != nil {
		return err
	}
	for i := range count {
		if _, err := statement.ExecContext(c.ctx, arguments(i)...); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) SetMeta(name, value string) error {
	return c.put("insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value", 1,
		func(int) []any { return []any{name, value} })
}

func (c *change) AddRows(rows []ledger.Row) error {
	err := c.put("insert into entry (number, leaf) values (?, ?)", len(rows), func(i int) []any {
		return []any{rows[i].Index, rows[i].Line}
	})
	if err != nil {
		return err
	}
	kept := slices.DeleteFunc(slices.Clone(rows), func(row ledger.Row) bool { return len(row.Body) == 0 })
	return c.put("insert into body (entry, content) values (?, ?)", len(kept), func(i int) []any {
		return []any{kept[i].Index, kept[i].Body}
	})
}

func (c *change) PutTile(level int, number int64, hashes []byte) error {
	return c.put("insert into tile (level, number, hashes) values (?, ?, ?) on conflict (level, number) do update set hashes = excluded.hashes", 1,
		func(int) []any { return []any{level, number, hashes} })
}

func (c *change) PutVersions(versions []ledger.Version) error {
	return c.put(`insert into subject_version (kind, subject, version, seq_from, seq_to) values (?, ?, ?, ?, nullif(?, 0))
		on conflict (kind, subject, version) do update set seq_from = excluded.seq_from, seq_to = excluded.seq_to`,
		len(versions), func(i int) []any {
			v := versions[i]
			return []any{v.Kind, v.Subject, v.Number, v.From, v.To}
		})
}

func (c *change) AddCheckpoint(signed ledger.Signed) error {
	return c.put("insert into checkpoint (size, signed, note) values (?, ?, ?) on conflict (size) do nothing", 1,
		func(int) []any { return []any{signed.Size, signed.Time.Unix(), signed.Note} })
}

func (c *change) ClearDerived() error {
	for _, table := range []string{"tile", "subject_version"} {
		if _, err := c.tx.ExecContext(c.ctx, "delete from "+table); err != nil {
			return err
		}
	}
	return nil
}
