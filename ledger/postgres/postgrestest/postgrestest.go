// Package postgrestest starts a PostgreSQL of its own for tests.
package postgrestest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Variable names the environment variable that holds the address of a running
// server to use instead of starting one, for the tests to make schemas in.
const Variable = "MUSTER_TEST_POSTGRES"

// Server is a running PostgreSQL.
type Server struct {
	Address string // postgres://…, without a schema

	folder string // of its data and socket; "" when it was running already
	bin    string
	fsync  bool // whether commits reach the disk
	stop   func() error
}

// Start starts a server that is stopped when the test ends. Where there is no
// PostgreSQL the test is skipped, and fails when MUSTER_FULL is set. Programs
// that the test starts use the same server, for their environment names it.
func Start(t testing.TB) *Server {
	t.Helper()
	if address := os.Getenv(Variable); address != "" {
		return &Server{Address: address}
	}
	_, measured := t.(*testing.B) // a test does not pull the plug, so it need not wait for the disk
	server, err := start(measured)
	if errors.Is(err, errNone) && os.Getenv("MUSTER_FULL") == "" {
		t.Skipf("%v; install PostgreSQL to run this test", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.close)
	t.Setenv(Variable, server.Address)
	return server
}

var errNone = errors.New("there is no PostgreSQL on this machine")

// Schema returns the address of a schema of its own for a place, which is a
// folder or any other name that no other test uses.
func (s *Server) Schema(place string) string {
	separator := "?"
	if bytes.ContainsRune([]byte(s.Address), '?') {
		separator = "&"
	}
	return fmt.Sprintf("%s%sschema=t%.8x", s.Address, separator, sha256.Sum256([]byte(place)))
}

// Own reports whether the server was started here, so that it may be stopped.
func (s *Server) Own() bool { return s.folder != "" }

func start(fsync bool) (*Server, error) {
	bin, err := findPrograms()
	if err != nil {
		return nil, err
	}
	// Not t.TempDir: the path of a socket may have 107 bytes only.
	folder, err := os.MkdirTemp("", "pg")
	if err != nil {
		return nil, err
	}
	s := &Server{folder: folder, bin: bin, fsync: fsync, Address: "postgres:///postgres?user=postgres&host=" + folder}
	if err := giveToPostgres(folder); err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	if out, err := s.command(filepath.Join(bin, "initdb"), "-D", s.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C", "--no-sync").CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("making a database cluster: %w\n%s", err, out), os.RemoveAll(folder))
	}
	if err := s.up(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return s, nil
}

func (s *Server) data() string { return filepath.Join(s.folder, "data") }

// findPrograms returns the folder of the newest version installed.
func findPrograms() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb") // Debian does not put them on the path
	if err != nil {
		return "", err
	}
	slices.SortFunc(found, func(a, b string) int { return len(a) - len(b) })
	if len(found) > 0 {
		return filepath.Dir(found[len(found)-1]), nil
	}
	path, err := exec.LookPath("initdb")
	if err != nil {
		return "", errNone
	}
	return filepath.Dir(path), nil
}

// up starts the server and waits until it answers.
func (s *Server) up() error {
	// The shell stops the server when this process ends, however it ends: then
	// its standard input does.
	const script = `exec 3<&0; "$@" </dev/null >&2 & child=$!; { cat >/dev/null; kill -INT $child; } <&3 & wait $child`
	shell := s.command("/bin/sh", "-c", script, "sh", filepath.Join(s.bin, "postgres"), "-D", s.data(), "-k", s.folder,
		"-c", "listen_addresses=", "-c", "max_connections=50", "-c", fmt.Sprintf("fsync=%t", s.fsync))
	var said bytes.Buffer
	shell.Stderr = &said
	life, err := shell.StdinPipe()
	if err != nil {
		return err
	}
	if err := shell.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- shell.Wait() }()
	s.stop = func() error {
		_ = life.Close() // tells the shell
		select {
		case <-ended:
			return nil
		case <-time.After(20 * time.Second):
			return fmt.Errorf("PostgreSQL does not stop:\n%s", said.String())
		}
	}
	for began := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		connection, err := pgx.Connect(context.Background(), s.Address)
		if err == nil {
			return connection.Close(context.Background())
		}
		if time.Since(began) > 30*time.Second {
			return errors.Join(fmt.Errorf("PostgreSQL does not answer: %w\n%s", err, said.String()), s.stop())
		}
	}
}

// Restart stops the server as an administrator does who cannot wait, and
// starts it again.
func (s *Server) Restart() error {
	if err := s.stop(); err != nil {
		return err
	}
	return s.up()
}

func (s *Server) close() {
	_ = s.stop() // what is left is only a temporary folder
	_ = os.RemoveAll(s.folder)
}
