package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"muster/ledger/postgres/postgrestest"
)

// TestPostgresScripts runs the scripts that need a PostgreSQL.
func TestPostgresScripts(t *testing.T) {
	server := postgrestest.Start(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/postgres",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("MUSTER_KEYS", filepath.Join(e.WorkDir, "keys"))
			e.Setenv("MUSTER_CURATOR", "ann")
			e.Setenv("POSTGRES", server.Schema(e.WorkDir))
			for _, name := range []string{"newer", "nowhere"} {
				path := filepath.Join(e.WorkDir, name+".toml")
				text, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				text = []byte(strings.Replace(string(text), "POSTGRES-"+name, server.Schema(e.WorkDir+name), 1))
				if err := os.WriteFile(path, text, 0o644); err != nil {
					return err
				}
			}
			return nil
		},
	})
}
