package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"muster": main})
}

// buildVerify builds muster-verify, which is a program of its own so that it
// shares no code with this one but package proof.
func buildVerify(t *testing.T) string {
	dir := t.TempDir()
	build := exec.Command("go", "build", "-o", dir, "muster/cmd/muster-verify")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building muster-verify: %v\n%s", err, out)
	}
	return dir
}

// TestScripts runs one script a feature that a user sees.
func TestScripts(t *testing.T) {
	verify := buildVerify(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("MUSTER_KEYS", filepath.Join(e.WorkDir, "keys"))
			e.Setenv("MUSTER_CURATOR", "ann")
			if cache, err := os.UserCacheDir(); err == nil {
				e.Setenv("XDG_CACHE_HOME", filepath.Join(cache, "muster-test"))
			}
			e.Setenv("PATH", verify+string(os.PathListSeparator)+e.Getenv("PATH"))
			examples, err := filepath.Abs("../../examples")
			e.Setenv("EXAMPLES", examples)
			formats, missing := filepath.Abs("../../documents/testdata")
			e.Setenv("FORMATS", formats)
			running := map[string]func(){}
			e.Values[besideKey{}] = running
			e.Defer(func() {
				for _, stop := range running {
					stop()
				}
			})
			return errors.Join(err, missing)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"copytree": copyTree,
			"beside":   beside,
			"setting":  setting,
			"cut":      cut,
		},
	})
}

// copyTree copies a folder, hidden files left out: copytree FROM TO.
func copyTree(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: copytree FROM TO")
	}
	from, to := args[0], ts.MkAbs(args[1])
	ts.Check(filepath.WalkDir(from, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if relative == ".muster" {
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, relative), 0o755)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, relative), b, 0o644)
	}))
}

// TestWrongUse keeps the exit code of wrong use apart from that of bad input.
func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{"nonsense"}, {"read"}, {"read", "--nonsense", "x"}, {"count", "x.csv", "--by", "year"}} {
		w := world{stdout: os.Stdout, stderr: os.Stderr, getenv: func(string) string { return "" }, configDir: os.UserConfigDir}
		if code := run(context.Background(), args, w); code != exitUse {
			t.Errorf("muster %v: exit code %d, expected %d", args, code, exitUse)
		}
	}
}
