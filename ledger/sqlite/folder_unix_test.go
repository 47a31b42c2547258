//go:build unix

package sqlite_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"muster/ledger"
	"muster/ledger/sqlite"
)

const readOnlyPath = "MUSTER_READ_ONLY_PATH"

// TestReadOnlyFolder reads a ledger that may be read and whose folder may not
// be written to, as on a shared disk. Such rights do not bind root, so the
// reading is done by a process of another user.
func TestReadOnlyFolder(t *testing.T) {
	if path := os.Getenv(readOnlyPath); path != "" {
		fmt.Println(readAsOther(t, path))
		return
	}
	dir, err := os.MkdirTemp("", "muster")
	must(t, err)
	t.Cleanup(func() { must(t, errors.Join(os.Chmod(dir, 0o755), os.RemoveAll(dir))) })
	path := filepath.Join(dir, "ledger.db")
	log := newLog(t, path)
	program := filepath.Join(dir, "program")
	copyProgram(t, program)

	run := func() string {
		t.Helper()
		must(t, os.Chmod(dir, 0o555))
		defer func() { must(t, os.Chmod(dir, 0o755)) }()
		child := exec.Command(program, "-test.run=^TestReadOnlyFolder$")
		child.Env = append(os.Environ(), readOnlyPath+"="+path)
		child.Dir = "/"
		if os.Getuid() == 0 {
			child.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		out, err := child.CombinedOutput()
		if err != nil && len(out) == 0 {
			t.Skipf("another user's process cannot be started here: %v", err)
		}
		return string(out)
	}
	if out := run(); !strings.Contains(out, "read 1 entries") && !strings.Contains(out, "refused plainly") {
		t.Errorf("while it is open for writing: %s", out)
	}
	must(t, log.Close())
	if out := run(); !strings.Contains(out, "read 1 entries") {
		t.Errorf("after it was closed: %s", out)
	}
	must(t, os.WriteFile(path+"-wal", []byte("left by a crash"), 0o644))
	if out := run(); !strings.Contains(out, "refused plainly") {
		t.Errorf("with a write-ahead file left: %s", out)
	}
}

func readAsOther(t *testing.T, path string) string {
	if _, err := sqlite.Open(path, false); !errors.Is(err, fs.ErrPermission) {
		return fmt.Sprintf("opening for writing: %v", err)
	}
	store, err := sqlite.Open(path, true)
	if errors.Is(err, fs.ErrPermission) {
		return "refused plainly: " + err.Error()
	}
	if err != nil {
		return err.Error()
	}
	defer store.Close() // only read
	log, err := ledger.Open(t.Context(), store, ledger.Options{})
	if err != nil {
		return err.Error()
	}
	if err := log.Check(t.Context()); err != nil {
		return err.Error()
	}
	size, err := log.Size(t.Context())
	return fmt.Sprintf("read %d entries %v", size, err)
}

// copyProgram copies this test's program to where another user may start it.
func copyProgram(t *testing.T, to string) {
	t.Helper()
	own, err := os.Executable()
	must(t, err)
	from, err := os.Open(own)
	must(t, err)
	defer from.Close() // only read
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	must(t, err)
	_, err = io.Copy(out, from)
	must(t, errors.Join(err, out.Close()))
}
