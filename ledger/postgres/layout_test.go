package postgres_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"muster/ledger"
	"muster/ledger/postgres"
	"muster/ledger/postgres/postgrestest"
)

// testOldLayout opens schemas whose tables are of the earlier layouts, and of
// which the last entry was not signed.
func testOldLayout(t *testing.T, server *postgrestest.Server) {
	now := server.Schema(t.Name())
	keys := ledger.KeyFolder(t.TempDir())
	store, err := postgres.Open(t.Context(), address(t, now), false)
	must(t, err)
	options := ledger.Options{Origin: "test/layout", Keys: keys, Now: time.Now, Random: rand.Reader}
	log, err := ledger.Create(t.Context(), store, options)
	must(t, err)
	for i := range 4 {
		_, err := log.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: fmt.Sprintf("f%d", i%2), Author: "curator:ann", Content: []byte("2")})
		must(t, err)
	}
	must(t, log.Close())
	kept, err := keys.Last(options.Origin)
	must(t, err)
	connection, err := pgx.Connect(t.Context(), server.Address)
	must(t, err)
	defer connection.Close(context.Background()) // nothing is lost with it
	for layout := 1; layout <= 2; layout++ {
		old := server.Schema(fmt.Sprint(t.Name(), layout))
		_, schema, _ := strings.Cut(old, "schema=")
		_, from, _ := strings.Cut(now, "schema=")
		script := fmt.Sprintf("create schema %s; set search_path = %s; create table layout (version integer not null); insert into layout values (%d);", schema, schema, layout)
		for number := 1; number <= layout; number++ {
			text, err := os.ReadFile(fmt.Sprintf("migrations/%d.sql", number))
			must(t, err)
			script += string(text)
		}
		script += strings.ReplaceAll(`
			insert into entry select number, leaf from now.entry;
			insert into body select number, body from now.entry;
			insert into checkpoint select * from now.checkpoint where size < 4;
			insert into meta select * from now.meta;
			insert into tile select level, number, hashes from now.tile;
			insert into version select * from now.version`, "now.", from+".")
		_, err := connection.Exec(t.Context(), script, pgx.QueryExecModeSimpleProtocol)
		must(t, err)
		if _, err := postgres.Open(t.Context(), address(t, old), true); err == nil || !strings.Contains(err.Error(), "open it for writing once") {
			t.Errorf("reading layout %d: %v", layout, err)
		}
		store, err := postgres.Open(t.Context(), address(t, old), false)
		must(t, err)
		opened, err := ledger.Open(t.Context(), store, options)
		must(t, err)
		must(t, opened.CanAppend())
		entries, err := opened.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: "f0", Author: "curator:ann", Content: []byte("3")})
		must(t, err)
		if entries[0].Index != 4 || entries[0].Leaf.Version != 3 {
			t.Errorf("layout %d: appended entry %d, version %d; expected 4 and 3", layout, entries[0].Index, entries[0].Leaf.Version)
		}
		must(t, opened.Check(t.Context()))
		must(t, opened.Close())
		must(t, keys.Keep(options.Origin, kept))
	}
}
