package postgres

import (
	"time"

	"muster/ledger"
)

// view implements ledger.View inside one transaction.
type view struct{ *session }

// Sound implements ledger.View. PostgreSQL checks its pages when it reads them,
// where its administrator asked for that.
func (v *view) Sound() error { return nil }

func (v *view) Meta(name string) (value string, err error) {
	_, err = v.one("select value from meta where name = $1", []any{name}, &value)
	return value, err
}

func (v *view) End() (size int64, last string, err error) {
	_, err = v.one("select number + 1, leaf from entry order by number desc limit 1", nil, &size, &last)
	return size, last, err
}

const selectRow = "select number, leaf, content from entry left join body on entry = number where number "

func (v *view) Rows(from, to int64) ([]ledger.Row, error) {
	return v.rows(selectRow+">= $1 and number < $2 order by number", from, to)
}

func (v *view) RowsAt(indexes []int64) ([]ledger.Row, error) {
	return v.rows(selectRow+"= any($1)", indexes)
}

func (v *view) rows(query string, arguments ...any) (rows []ledger.Row, err error) {
	err = v.each(query, arguments, func(scan func(...any) error) error {
		var row ledger.Row
		err := scan(&row.Index, &row.Line, &row.Body)
		rows = append(rows, row)
		return err
	})
	return rows, err
}

func (v *view) Lines(from, to int64) (lines []string, err error) {
	err = v.each("select leaf from entry where number >= $1 and number < $2 order by number", []any{from, to},
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
	_, err = v.one("select hashes from tile where level = $1 and number = $2", []any{level, number}, &hashes)
	return hashes, err
}

func (v *view) Latest(subjects []ledger.Subject, at int64) ([]ledger.Version, error) {
	versions := make([]ledger.Version, len(subjects))
	kinds, names := make([]string, len(subjects)), make([]string, len(subjects))
	for i, subject := range subjects {
		versions[i].Subject = subject
		kinds[i], names[i] = subject.Kind, subject.Name
	}
	err := v.each(`select asked.place - 1, found.entry, found.number
		from unnest($1::text[], $2::text[]) with ordinality as asked (kind, subject, place)
		cross join lateral (
			select entry, number from version
			where kind = asked.kind and subject = asked.subject and entry < $3
			order by entry desc limit 1) as found`, []any{kinds, names, at},
		func(scan func(...any) error) error {
			var i, number int
			var entry int64
			err := scan(&i, &entry, &number)
			versions[i].Entry, versions[i].Number = entry, number
			return err
		})
	return versions, err
}

func (v *view) Evidence(index int64) (e ledger.Evidence, err error) {
	err = v.only(`select coalesce(c.size, 0), coalesce(c.signed, 0), c.note, coalesce(leaf, ''), content, hashes,
			coalesce((select string_agg(line, '' order by witness) from cosignature where cosignature.size = c.size), '')
		from (select $1::bigint as asked) as question
		left join (select size, signed, note from checkpoint order by signed desc, size desc limit 1) as c on true
		left join entry on entry.number = asked left join body on body.entry = asked
		left join tile on level = 0 and tile.number = asked >> 8`, []any{index}, func(scan func(...any) error) error {
		var signed int64
		err := scan(&e.Newest.Size, &signed, &e.Newest.Note, &e.Row.Line, &e.Row.Body, &e.Tile, &e.Cosignatures)
		e.Row.Index, e.Newest.Time = index, time.Unix(signed, 0).UTC()
		return err
	})
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
	found, err = v.one("select size, signed, note from checkpoint where signed <= $1 order by signed desc, size desc limit 1",
		[]any{notAfter.Unix()}, &signed.Size, &unix, &signed.Note)
	if found {
		signed.Time = time.Unix(unix, 0).UTC()
	}
	return signed, found, err
}

func (v *view) Checkpoints(from int64, limit int) (all []ledger.Signed, err error) {
	err = v.each("select size, signed, note from checkpoint where size >= $1 order by size limit $2", []any{from, limit}, func(scan func(...any) error) error {
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
	err = v.each("select size, witness, line from cosignature where size >= $1 and size < $2 order by size, witness", []any{from, to}, func(scan func(...any) error) error {
		var c ledger.Cosignature
		err := scan(&c.Size, &c.Key, &c.Line)
		all = append(all, c)
		return err
	})
	return all, err
}

// change implements ledger.Change inside one transaction. What fails is told of
// with the next read or with the commit.
type change struct{ view }

func (c *change) SetMeta(name, value string) error {
	c.exec("insert into meta (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value", name, value)
	return nil
}

func (c *change) AddRows(rows []ledger.Row) error {
	var numbers, bodiesOf []int64
	var lines []string
	var bodies [][]byte
	for _, row := range rows {
		numbers, lines = append(numbers, row.Index), append(lines, row.Line)
		if len(row.Body) > 0 {
			bodiesOf, bodies = append(bodiesOf, row.Index), append(bodies, row.Body)
		}
	}
	c.exec("insert into entry (number, leaf) select * from unnest($1::bigint[], $2::text[])", numbers, lines)
	c.exec("insert into body (entry, content) select * from unnest($1::bigint[], $2::bytea[])", bodiesOf, bodies)
	return nil
}

func (c *change) DropBodies(indexes []int64) error {
	c.exec("delete from body where entry = any($1)", indexes)
	return nil
}

func (c *change) PutTile(level int, number int64, hashes []byte) error {
	c.exec("insert into tile (level, number, hashes) values ($1, $2, $3) on conflict (level, number) do update set hashes = excluded.hashes", level, number, hashes)
	return nil
}

func (c *change) AddVersions(versions []ledger.Version) error {
	var kinds, names []string
	var entries, numbers []int64
	for _, version := range versions {
		kinds, names = append(kinds, version.Kind), append(names, version.Name)
		entries, numbers = append(entries, version.Entry), append(numbers, int64(version.Number))
	}
	c.exec("insert into version (kind, subject, entry, number) select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])", kinds, names, entries, numbers)
	return nil
}

func (c *change) AddCheckpoint(signed ledger.Signed) error {
	c.exec("insert into checkpoint (size, signed, note) values ($1, $2, $3) on conflict (size) do nothing", signed.Size, signed.Time.Unix(), signed.Note)
	return nil
}

func (c *change) AddCosignature(added ledger.Cosignature) error {
	c.exec("insert into cosignature (size, witness, line) values ($1, $2, $3) on conflict (size, witness) do nothing", added.Size, added.Key, added.Line)
	return nil
}

func (c *change) ClearDerived() error {
	c.exec("delete from tile")
	c.exec("delete from version")
	return nil
}
