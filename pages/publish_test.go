package pages

import (
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func published1(t *testing.T, out string) (map[string][32]byte, []string) {
	t.Helper()
	if err := Publish(t.Context(), &stubSource{state: fixture(t)}, Options{Compute: compute}, out, nil); err != nil {
		t.Fatal(err)
	}
	digests := map[string][32]byte{}
	var names []string
	err := filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(out, path)
		names = append(names, filepath.ToSlash(name))
		digests[name] = sha256.Sum256(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return digests, names
}

func TestPublish(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "site")
	first, names := published1(t, out)
	for _, want := range []string{"index.html", "figure/f1/index.html", "document/d1/index.html", "method/index.html", "style.css", "figures.csv", "figures.json", "counts.csv", "checkpoint", "key", "tile/0/000.p/25", "proof/4.tlog-proof", siteFile} {
		if _, ok := first[filepath.FromSlash(want)]; !ok {
			t.Errorf("%s is missing", want)
		}
	}
	siteLinks(t, out, names)
	second, _ := published1(t, out) // over the first
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("the same state gave other bytes:\n%s", diff)
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 1 {
		t.Errorf("something is left beside the site: %v, %v", left, err)
	}
}

func TestPublishLeavesOthersAlone(t *testing.T) {
	out := t.TempDir()
	if err := os.WriteFile(filepath.Join(out, "thesis.txt"), []byte("years of work"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Publish(t.Context(), &stubSource{state: fixture(t)}, Options{Compute: compute}, out, nil)
	if !errors.Is(err, ErrOccupied) {
		t.Errorf("error %v, want ErrOccupied", err)
	}
	if b, err := os.ReadFile(filepath.Join(out, "thesis.txt")); err != nil || string(b) != "years of work" {
		t.Error("the file is gone")
	}
}

func TestPublishFailsWhole(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "site")
	source := &proofless{stubSource{state: fixture(t)}}
	if err := Publish(t.Context(), source, Options{Compute: compute}, out, nil); err == nil || !strings.Contains(err.Error(), "proof/") {
		t.Errorf("error %v, want one that names the file", err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("something is left: %v, %v", left, err)
	}
}

type proofless struct{ stubSource }

func (*proofless) Proof(context.Context, int64) ([]byte, error) { return nil, errors.New("no proof") }
