package postgres_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"muster/ledger"
	"muster/ledger/ledgertest"
	"muster/ledger/postgres"
	"muster/ledger/postgres/postgrestest"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func address(t testing.TB, words string) postgres.Address {
	t.Helper()
	a, err := postgres.ParseAddress(words)
	must(t, err)
	return a
}

func opener(server *postgrestest.Server) ledgertest.Opener {
	return func(place string, readOnly bool) (ledger.Store, error) {
		a, err := postgres.ParseAddress(server.Schema(place))
		if err != nil {
			return nil, err
		}
		return postgres.Open(context.Background(), a, readOnly)
	}
}

// TestPostgres runs everything on one server, for making one takes its time.
func TestPostgres(t *testing.T) {
	server := postgrestest.Start(t)
	for _, test := range []struct {
		name string
		run  func(*testing.T, *postgrestest.Server)
	}{
		{"Store", func(t *testing.T, server *postgrestest.Server) { ledgertest.Test(t, opener(server)) }},
		{"Damage", testDamage},
		{"Move", testMove},
		{"Scrubbed", testScrubbed},
		{"OpenSaysWhatIsWrong", testOpenSaysWhatIsWrong},
		{"OldLayout", testOldLayout},
		{"Alone", testAlone},
		{"RestartedUnderLoad", testRestartedUnderLoad},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, server) })
	}
}

func testDamage(t *testing.T, server *postgrestest.Server) {
	ledgertest.Damage(t, opener(server), func(t testing.TB, place, statement string) int64 {
		connection, err := pgx.Connect(context.Background(), server.Address)
		must(t, err)
		defer connection.Close(context.Background()) // each statement is committed by itself
		_, schema, _ := strings.Cut(server.Schema(place), "schema=")
		_, err = connection.Exec(context.Background(), "set search_path = "+schema)
		must(t, err)
		result, err := connection.Exec(context.Background(), statement)
		if err != nil {
			return 0
		}
		return result.RowsAffected()
	})
}

func BenchmarkStore(b *testing.B) {
	server := postgrestest.Start(b)
	ledgertest.Benchmark(b, opener(server), func(b *testing.B, place string) func() error {
		connection, err := pgx.Connect(b.Context(), server.Address)
		must(b, err)
		b.Cleanup(func() { _ = connection.Close(context.Background()) })
		_, err = connection.Exec(b.Context(), "create table if not exists bare (n bigserial primary key, words text not null)")
		must(b, err)
		return func() error {
			_, err := connection.Exec(b.Context(), "insert into bare (words) values ($1)", "one bare row")
			return err
		}
	})
}

func testOpenSaysWhatIsWrong(t *testing.T, server *postgrestest.Server) {
	words := server.Schema(t.Name())
	if _, err := postgres.Open(t.Context(), address(t, words), true); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("reading where there is no ledger: %v", err)
	}
	missing := strings.Replace(words, ":///postgres", ":///nothing", 1)
	if _, err := postgres.Open(t.Context(), address(t, missing), false); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "createdb") {
		t.Errorf("a database that is not there: %v", err)
	}
	if _, err := postgres.Open(t.Context(), address(t, "postgres:///x?host=/nowhere"), false); !errors.Is(err, ledger.ErrUnreachable) {
		t.Errorf("a server that is not there: %v", err)
	}
	store, err := postgres.Open(t.Context(), address(t, words), false)
	must(t, err)
	must(t, store.Close())
	connection, err := pgx.Connect(t.Context(), server.Address)
	must(t, err)
	defer connection.Close(context.Background()) // nothing is lost with it
	_, schema, _ := strings.Cut(words, "schema=")
	_, err = connection.Exec(t.Context(), fmt.Sprintf("update %s.layout set version = 99", schema))
	must(t, err)
	for _, readOnly := range []bool{false, true} {
		if _, err := postgres.Open(t.Context(), address(t, words), readOnly); err == nil || !strings.Contains(err.Error(), "use a newer Muster") {
			t.Errorf("a newer layout, read only %v: %v", readOnly, err)
		}
	}
}

// testScrubbed looks into the files of the table of entries.
func testScrubbed(t *testing.T, server *postgrestest.Server) {
	ledgertest.Scrubbed(t, opener(server), func(t *testing.T, place, words string) bool {
		connection, err := pgx.Connect(t.Context(), server.Address)
		must(t, err)
		defer connection.Close(context.Background()) // nothing is lost with it
		_, schema, _ := strings.Cut(server.Schema(place), "schema=")
		_, err = connection.Exec(t.Context(), "checkpoint") // what is in memory goes to the files
		must(t, err)
		found := false
		for _, table := range []string{"(select $1::regclass)", "(select reltoastrelid from pg_class where oid = $1::regclass)"} {
			var b []byte
			err = connection.QueryRow(t.Context(), "select pg_read_binary_file(pg_relation_filepath("+table+"))", schema+".entry").Scan(&b)
			must(t, err)
			found = found || bytes.Contains(b, []byte(words))
		}
		return found
	})
}

func testAlone(t *testing.T, server *postgrestest.Server) {
	a := address(t, server.Schema(t.Name()))
	first, err := postgres.OpenAlone(t.Context(), a)
	must(t, err)
	if _, err := postgres.OpenAlone(t.Context(), a); !errors.Is(err, ledger.ErrBusy) {
		t.Errorf("a second one that wants it alone: %v", err)
	}
	if _, err := postgres.Open(t.Context(), a, false); !errors.Is(err, ledger.ErrBusy) {
		t.Errorf("a second one that writes: %v", err)
	}
	reader, err := postgres.Open(t.Context(), a, true)
	must(t, err)
	must(t, reader.Close())
	other, err := postgres.OpenAlone(t.Context(), address(t, server.Schema(t.Name()+" other")))
	must(t, err)
	must(t, other.Close())
	must(t, first.Close())
	second, err := postgres.OpenAlone(t.Context(), a)
	must(t, err)
	must(t, second.Close())
	one, err := postgres.Open(t.Context(), a, false)
	must(t, err)
	two, err := postgres.Open(t.Context(), a, false)
	must(t, err)
	if _, err := postgres.OpenAlone(t.Context(), a); !errors.Is(err, ledger.ErrBusy) {
		t.Errorf("alone beside two that write: %v", err)
	}
	must(t, errors.Join(one.Close(), two.Close()))
}

func TestAddress(t *testing.T) {
	for _, words := range []string{"postgres://ann:secret@db/x", "postgres://db/x?password=secret", "postgres://db/x?sslmode=nonsense", "mysql://db/x", "postgres://%zz"} {
		if _, err := postgres.ParseAddress(words); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", words, err)
		}
	}
	for words, expected := range map[string]string{
		"postgres://db.example.org/newsroom?schema=flood": "postgres://db.example.org/newsroom?schema=flood",
		"postgresql:///newsroom":                          "postgresql:///newsroom?schema=muster",
		"postgres:///x?host=/run&schema=a+b":              "postgres:///x?host=%2Frun&schema=a+b",
	} {
		a := address(t, words)
		if a.String() != expected || address(t, a.String()) != a {
			t.Errorf("%s is read as %s", words, a)
		}
	}
}
