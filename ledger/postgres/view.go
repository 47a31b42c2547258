package postgres

import (
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"muster/ledger"
	"muster/ledger/tables"
)

// view implements ledger.View inside one transaction.
type view struct {
	*session
	tables.View
	foreseen latest
}

func newView(s *session) view { return view{session: s, View: tables.View{Session: s}} }

// latest is one question of Latest with its answer.
type latest struct {
	subjects []ledger.Subject
	at       int64
	versions []ledger.Version // nil: not answered yet
}

// answers reports whether the answer to that very question is here.
func (l *latest) answers(subjects []ledger.Subject, at int64) bool {
	return l.versions != nil && l.at == at && slices.Equal(l.subjects, subjects)
}

// ask sends the question with what waits, or with what comes next.
func (l *latest) ask(s *session) {
	kinds, names := make([]string, len(l.subjects)), make([]string, len(l.subjects))
	for i, subject := range l.subjects {
		kinds[i], names[i] = subject.Kind, subject.Name
	}
	s.waiting = append(s.waiting, statement{latestOf, []any{kinds, names, l.at}, func(rows pgx.Rows) error {
		s.heard = true
		l.versions = make([]ledger.Version, len(l.subjects))
		for i, subject := range l.subjects {
			l.versions[i].Subject = subject
		}
		for rows.Next() {
			var i, number int
			var entry int64
			if err := rows.Scan(&i, &entry, &number); err != nil {
				return err
			}
			l.versions[i].Entry, l.versions[i].Number = entry, number
		}
		return rows.Err()
	}})
}

const latestOf = `select asked.place - 1, found.entry, found.number
	from unnest($1::text[], $2::text[]) with ordinality as asked (kind, subject, place)
	cross join lateral (
		select entry, number from version
		where kind = asked.kind and subject = asked.subject and entry < $3
		order by entry desc limit 1) as found`

// Sound implements ledger.View. PostgreSQL checks its pages when it reads them,
// where its administrator asked for that.
func (v *view) Sound() error { return nil }

func (v *view) RowsAt(indexes []int64) ([]ledger.Row, error) {
	return v.EachRow(tables.SelectRow+"= any($1)", indexes)
}

// Foresee implements ledger.View.
func (v *view) Foresee(subjects []ledger.Subject, at int64) {
	if len(subjects) > 0 {
		v.foreseen = latest{subjects: subjects, at: at}
		v.foreseen.ask(v.session)
	}
}

func (v *view) Latest(subjects []ledger.Subject, at int64) ([]ledger.Version, error) {
	asked := v.foreseen
	v.foreseen = latest{}
	if asked.answers(subjects, at) {
		return asked.versions, nil
	}
	asked = latest{subjects: subjects, at: at}
	asked.ask(v.session)
	err := v.send()
	return asked.versions, err
}

func (v *view) Evidence(index int64) (e ledger.Evidence, err error) {
	err = v.only(`select coalesce(c.size, 0), coalesce(c.signed, 0), c.note, coalesce(leaf, ''), body, hashes, roots,
			coalesce((select string_agg(line, '' order by witness) from cosignature where cosignature.size = c.size), '')
		from (select $1::bigint as asked) as question
		left join (select size, signed, note from checkpoint order by signed desc, size desc limit 1) as c on true
		left join entry on entry.number = asked
		left join tile on level = 0 and tile.number = asked >> 8`, []any{index}, func(scan func(...any) error) error {
		var signed int64
		err := scan(&e.Newest.Size, &signed, &e.Newest.Note, &e.Row.Line, &e.Row.Body, &e.Tile.Hashes, &e.Tile.Roots, &e.Cosignatures)
		e.Row.Index, e.Newest.Time = index, time.Unix(signed, 0).UTC()
		return err
	})
	return e, err
}

// change implements ledger.Change inside one transaction. What fails is told of
// with the next read or with the commit.
type change struct{ view }

func (c *change) SetMeta(name, value string) error {
	c.exec("insert into meta (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value", name, value)
	return nil
}

func (c *change) AddRows(rows []ledger.Row) error {
	numbers, lines, bodies := make([]int64, len(rows)), make([]string, len(rows)), make([][]byte, len(rows))
	for i, row := range rows {
		numbers[i], lines[i] = row.Index, row.Line
		if len(row.Body) > 0 {
			bodies[i] = row.Body
		}
	}
	c.exec("insert into entry (number, leaf, body) select * from unnest($1::bigint[], $2::text[], $3::bytea[])", numbers, lines, bodies)
	return nil
}

func (c *change) DropBodies(indexes []int64) error {
	c.exec("update entry set body = null where number = any($1)", indexes)
	return nil
}

func (c *change) PutTile(level int, number int64, tile ledger.Tile) error {
	c.exec("insert into tile (level, number, hashes, roots) values ($1, $2, $3, coalesce($4, ''::bytea)) on conflict (level, number) do update set hashes = excluded.hashes, roots = excluded.roots", level, number, tile.Hashes, tile.Roots)
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
