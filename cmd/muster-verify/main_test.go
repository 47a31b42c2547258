package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"muster/ledger"
	"muster/ledger/sqlite"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"muster-verify": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			// record SITE SIZE: appends to the record until it has that many
			// entries, and publishes it in the folder SITE.
			"record": func(ts *testscript.TestScript, _ bool, args []string) {
				size, err := strconv.ParseInt(args[1], 10, 64)
				ts.Check(err)
				ts.Check(record(ts.MkAbs("."), ts.MkAbs(args[0]), size))
			},
			// serve SITE: serves the folder and sets $ADDRESS.
			"serve": func(ts *testscript.TestScript, _ bool, args []string) {
				server := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[0]))))
				ts.Defer(server.Close)
				ts.Setenv("ADDRESS", server.URL)
			},
			// status N COMMAND…: runs the command and expects this exit status.
			"status": func(ts *testscript.TestScript, _ bool, args []string) {
				found := 0
				if err := ts.Exec(args[1], args[2:]...); err != nil {
					var exit *exec.ExitError
					if !errors.As(err, &exit) {
						ts.Fatalf("%v", err)
					}
					found = exit.ExitCode()
				}
				if strconv.Itoa(found) != args[0] {
					ts.Fatalf("exit status %d, expected %s", found, args[0])
				}
			},
			// replace OLD NEW FILE: replaces the first OLD in the file.
			"replace": func(ts *testscript.TestScript, _ bool, args []string) {
				content := ts.ReadFile(args[2])
				changed := strings.Replace(content, args[0], args[1], 1)
				if changed == content {
					ts.Fatalf("%s does not hold %q", args[2], args[0])
				}
				ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(changed), 0o644))
			},
			// flip FILE: changes one bit in the middle of the file.
			"flip": func(ts *testscript.TestScript, _ bool, args []string) {
				content, err := os.ReadFile(ts.MkAbs(args[0]))
				ts.Check(err)
				content[len(content)/2] ^= 1
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o644))
			},
		},
	})
}

// record keeps one ledger in the folder home and publishes it as a site.
func record(home, site string, size int64) error {
	ctx := context.Background()
	path := filepath.Join(home, "ledger.db")
	options := ledger.Options{
		Keys: ledger.KeyFolder(filepath.Join(home, "keys")), Random: rand.Reader,
		Now: func() time.Time { return time.Date(2025, 6, 3, 9, 12, 4, 0, time.UTC) },
	}
	_, missing := os.Stat(path)
	store, err := sqlite.Open(path, false)
	if err != nil {
		return err
	}
	var log *ledger.Log
	if errors.Is(missing, fs.ErrNotExist) {
		options.Origin = "records.example.org/operation"
		log, err = ledger.Create(ctx, store, options)
	} else {
		log, err = ledger.Open(ctx, store, options)
	}
	if err != nil {
		return err
	}
	defer log.Close() // every entry is on disk already
	last, err := log.Size(ctx)
	if err != nil {
		return err
	}
	var drafts []ledger.Draft
	for i := last; i < size; i++ {
		content := fmt.Sprintf(`{"figure":{"quote":{"exact":"%d agents","start":%d,"end":%d}}}`, i, 9, 16+len(strconv.FormatInt(i, 10)))
		drafts = append(drafts, ledger.Draft{Kind: "figure", Subject: fmt.Sprintf("f%d", i), Author: "curator:ann", Content: []byte(content)})
	}
	if _, err := log.Append(ctx, drafts...); err != nil {
		return err
	}
	return publish(ctx, log, site)
}

func publish(ctx context.Context, log *ledger.Log, site string) error {
	write := func(path string, content []byte, err error) error {
		if err != nil {
			return err
		}
		path = filepath.Join(site, filepath.FromSlash(path))
		return errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, content, 0o644))
	}
	checkpoint, err := log.Checkpoint(ctx)
	if err := write("checkpoint", checkpoint, err); err != nil {
		return err
	}
	if err := write("key", []byte(log.VerifierKey()+"\n"), nil); err != nil {
		return err
	}
	paths, err := log.TilePaths(ctx)
	if err != nil {
		return err
	}
	for _, path := range paths {
		tile, err := log.Tile(ctx, path)
		if err := write(path, tile, err); err != nil {
			return err
		}
	}
	size, err := log.Size(ctx)
	if err != nil {
		return err
	}
	for index := range min(size, 5) {
		file, err := log.Proof(ctx, index)
		if err := write(fmt.Sprintf("proof/%d.tlog-proof", index), file, err); err != nil {
			return err
		}
	}
	return nil
}
