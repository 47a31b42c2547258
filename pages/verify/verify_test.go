package verify_test

import (
	"bytes"
	"compress/gzip"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	_ "muster/proof" // what the program is made of: a change of it runs this test again
)

var update = flag.Bool("update", false, "build the verifier anew")

// most is what the verifier may weigh on its way to a reader.
const most = 1_000_000

// TestVerifierIsReproducible builds the verifier from its sources. The same Go
// release gives the same bytes on every system.
func TestVerifierIsReproducible(t *testing.T) {
	made, err := os.ReadFile("go.txt")
	if err != nil {
		t.Fatal(err)
	}
	if release := strings.TrimSpace(string(made)); !*update && release != runtime.Version() {
		t.Skipf("the verifier was built with %s, and this is %s; with -update it is built anew", release, runtime.Version())
	}
	// Read, so that a change of it runs this test again, too.
	if _, err := os.ReadFile("../../cmd/muster-verify/main_js.go"); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "muster-verify.wasm")
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", program, "muster/cmd/muster-verify")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT=", "GOFIPS140=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	built, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	glue, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		write(t, built, glue)
	}
	kept, err := os.Open("muster-verify.wasm.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	unpacked, err := gzip.NewReader(kept)
	if err != nil {
		t.Fatal(err)
	}
	found, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(found, built) {
		t.Error("cmd/muster-verify or package proof has changed since muster-verify.wasm.gz was built; build it anew: go test ./pages/verify -update")
	}
	if found, err := os.ReadFile("wasm_exec.js"); err != nil || !bytes.Equal(found, glue) {
		t.Errorf("wasm_exec.js is not that of %s: %v; take it anew: go test ./pages/verify -update", runtime.Version(), err)
	}
	if info, err := kept.Stat(); err != nil || info.Size() > most {
		t.Errorf("the verifier has %d bytes, expected at most %d: %v", info.Size(), most, err)
	}
}

func write(t *testing.T, built, glue []byte) {
	t.Helper()
	var packed bytes.Buffer
	out, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err == nil {
		_, err = out.Write(built)
	}
	if err == nil {
		err = out.Close()
	}
	for name, content := range map[string][]byte{"muster-verify.wasm.gz": packed.Bytes(), "wasm_exec.js": glue, "go.txt": []byte(runtime.Version() + "\n")} {
		if err == nil {
			err = os.WriteFile(name, content, 0o644)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}
