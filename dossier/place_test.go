package dossier

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSynchronised(t *testing.T) {
	for _, test := range []struct{ folder, marker, service string }{
		{"Dropbox/records", "", "Dropbox"},
		{"Dropbox (Newsroom)/records", "", "Dropbox"},
		{"OneDrive - River Gazette/records", "", "OneDrive"},
		{"Library/Mobile Documents/com~apple~CloudDocs/records", "", "iCloud Drive"},
		{"Library/CloudStorage/Some-ann@example.org", "", "macOS file providers"},
		{"shared/records", "shared/.dropbox", "Dropbox"},
		{"shared/records", "shared/records/.stfolder", "Syncthing"},
		{"cloud/records", "cloud/.sync_4f2a.db", "Nextcloud"},
		{"cloud/records", "cloud/._sync_4f2a.db", "ownCloud"},
		{"a [b]/records", "a [b]/.owncloudsync.log", "ownCloud"},
		{"Dropboxes/records", "", ""}, // another folder
		{"records", "records/.dropboxes", ""},
		{"records", "", ""},
	} {
		root := t.TempDir()
		dir := filepath.Join(root, filepath.FromSlash(test.folder))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if test.marker != "" {
			write(t, root, test.marker, "")
		}
		if found := Synchronised(dir); found != test.service {
			t.Errorf("%s with %q: %q, expected %q", test.folder, test.marker, found, test.service)
		}
	}

	// A link into such a folder leads into it.
	root := t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "Dropbox", "records"), 0o755); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(root, "records")
	if err := os.Symlink(filepath.Join(root, "Dropbox", "records"), link); err != nil {
		t.Skip(err)
	}
	if found := Synchronised(link); found != "Dropbox" {
		t.Errorf("a link into Dropbox: %q", found)
	}
}

func TestCheckPlace(t *testing.T) {
	dir := t.TempDir()
	here := func(string) string { return "" }
	if err := checkPlace(dir, here); err != nil {
		t.Errorf("a folder like any other: %v", err)
	}
	if err := checkPlace(dir, networkSystem); err != nil && !strings.Contains(err.Error(), "network share") {
		t.Error(err)
	}
	err := checkPlace(dir, func(string) string { return "NFS" })
	if !errors.Is(err, ErrUnsafePlace) || !strings.Contains(err.Error(), "(NFS)") || !strings.Contains(err.Error(), "--synchronised") {
		t.Errorf("a network share: %v", err)
	}
}
