package dossier

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"muster/ledger/postgres/postgrestest"
)

// Several programs decide at the same time on one record in PostgreSQL: each
// sees what the others recorded, all decisions on different figures are taken,
// and of two on one figure that rest on the same state exactly one is.
func TestSeveralWriters(t *testing.T) {
	server := postgrestest.Start(t)
	ctx := context.Background()
	env := testEnv(t)
	dir := t.TempDir() + "/flood"
	if err := Create(dir, ""); err != nil {
		t.Fatal(err)
	}
	write(t, dir, SettingsFile, "[ledger]\npostgres = \""+server.Schema(dir)+"\"\n")
	var text strings.Builder
	const figures = 24
	for i := range figures {
		fmt.Fprintf(&text, "The council asked for %d tents.\n\n", 101+i)
	}
	write(t, dir, "documents/tents.txt", text.String())
	var writers []*Dossier
	for range 3 {
		mine := env // each program has a clock and randomness of its own
		fresh := testEnv(t)
		mine.Now, mine.Random = fresh.Now, fresh.Random
		d, err := Open(ctx, dir, mine)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		writers = append(writers, d)
	}
	// All read the folder at once, and what is in it is taken in once.
	var group sync.WaitGroup
	for _, d := range writers {
		group.Go(func() {
			if report, err := d.Refresh(ctx); err != nil || len(report.Problems) > 0 {
				t.Errorf("refreshing: %+v, %v", report, err)
			}
		})
	}
	group.Wait()
	start := latest(t, writers[0])
	if len(start.Documents) != 1 || len(start.Figures) != figures {
		t.Fatalf("%d documents, %d figures", len(start.Documents), len(start.Figures))
	}

	// Every one takes its third, and all try the same decision on the first figure.
	var won, changed int
	var mu sync.Mutex
	for n, d := range writers {
		group.Go(func() {
			for i, f := range start.Figures {
				if i > 0 && i%len(writers) == n {
					if err := d.Decide(ctx, Decision{Figure: f.ID, Action: Accept, Curator: fmt.Sprintf("w%d", n), Seen: start.At}); err != nil {
						t.Errorf("%s: %v", f.ID, err)
					}
				}
			}
			err := d.Decide(ctx, Decision{Figure: start.Figures[0].ID, Action: Accept, Curator: fmt.Sprintf("w%d", n), Seen: start.At})
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				won++
			case errors.Is(err, ErrChanged):
				changed++
			default:
				t.Error(err)
			}
		})
	}
	group.Wait()
	if won != 1 || changed != len(writers)-1 {
		t.Errorf("%d took the decision on the same figure, and %d were told", won, changed)
	}
	for _, d := range writers {
		s := latest(t, d)
		if s.At != start.At+figures {
			t.Errorf("%d entries, expected %d", s.At, start.At+figures)
		}
		for _, f := range s.Figures {
			if f.Status != Accepted || len(f.History) != 2 {
				t.Errorf("%s is %s after %d events", f.ID, f.Status, len(f.History))
			}
		}
	}
	if err := writers[1].Log().Check(ctx); err != nil {
		t.Error(err)
	}
	if err := Move(ctx, dir, InFolder, env); !errors.Is(err, ErrBusy) {
		t.Errorf("moving it under them: %v", err)
	}
}
