package dossier

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWithPlace(t *testing.T) {
	const address = "postgres://db.example.org/newsroom?schema=flood"
	for _, text := range []string{
		"",
		"title = \"Flood\"\n",
		"title = \"Flood\"\n\n# last words",
		"title = \"Flood\"\n[[organisation]]\nname = \"A\"\n\n[publish]\nembargoed = true\n",
		"[ledger]\npostgres = \"postgres:///old\"\n[publish] # how\nembargoed = true\n",
		"[ ledger ] # where\n# old\npostgres = \"postgres:///old\"\n",
		"\ufefftitle = \"Flood\"\n",
	} {
		there, err := withPlace([]byte(text), address)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if settings, err := ParseSettings(there); err != nil || settings.Ledger.Postgres != address {
			t.Errorf("%q became %q: %v", text, there, err)
		}
		back, err := withPlace(there, "")
		if err != nil || strings.Contains(string(back), "postgres") {
			t.Errorf("%q went back to %q: %v", text, back, err)
		}
		if !strings.Contains(text, "[") && strings.TrimRight(string(back), "\n") != strings.TrimRight(text, "\n") {
			t.Errorf("%q went back to %q", text, back)
		}
	}
	if _, err := withPlace([]byte("ledger.postgres = \"postgres:///old\"\n"), address); !errors.Is(err, ErrSettings) {
		t.Errorf("a table that is not written as one: %v", err)
	}
}

// A slip of the pen in dossier.toml must not lead to a second ledger.
func TestHomeOf(t *testing.T) {
	dir := t.TempDir()
	write := func(text string) {
		if err := os.WriteFile(filepath.Join(dir, SettingsFile), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("title = Flood")
	if _, err := homeOf(dir); !errors.Is(err, ErrSettings) {
		t.Errorf("a spoilt dossier.toml and no file: %v", err)
	}
	write("[ledger]\npostgres = \"postgres://ann:secret@db/x\"")
	if _, err := homeOf(dir); !errors.Is(err, ErrSettings) || strings.Contains(err.Error(), "secret") {
		t.Errorf("a password in dossier.toml: %v", err)
	}
	write("title = Flood")
	if err := os.MkdirAll(filepath.Join(dir, ".muster"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".muster", "ledger.db"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if home, err := homeOf(dir); err != nil || home.postgres != nil {
		t.Errorf("a spoilt dossier.toml and a file: %v %v", home, err)
	}
}
