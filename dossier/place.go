package dossier

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// ErrUnsafePlace says that a ledger in a file would not be safe where it lies.
var ErrUnsafePlace = errors.New("no safe place for a record")

// services are what synchronises folders: the beginning of the folder's name, and
// files that the service puts into a folder it synchronises. Such services copy a
// database while it is written, bring back older states of it, and make two of
// one.
var services = []struct {
	name    string
	folders []string
	markers []string
}{
	{"Dropbox", []string{"Dropbox"}, []string{".dropbox", ".dropbox.cache"}},
	{"OneDrive", []string{"OneDrive"}, []string{".849C9593-D756-4E56-8D6E-42412F2A707B"}},
	{"Google Drive", []string{"Google Drive", "GoogleDrive", "My Drive"}, []string{".tmp.drivedownload", ".tmp.driveupload"}},
	{"iCloud Drive", []string{"iCloud Drive", "iCloudDrive", "Mobile Documents", "com~apple~CloudDocs"}, nil},
	{"Nextcloud", []string{"Nextcloud"}, []string{".nextcloudsync.log", ".sync_*.db"}},
	{"ownCloud", []string{"ownCloud"}, []string{".owncloudsync.log", "._sync_*.db"}},
	{"Syncthing", nil, []string{".stfolder"}},
	{"Resilio Sync", []string{"Resilio Sync"}, []string{".sync/ID"}},
	{"Seafile", []string{"Seafile"}, []string{".seafile-data"}},
	{"MEGA", []string{"MEGAsync"}, []string{".megaignore"}},
	{"pCloud", []string{"pCloudDrive", "pCloud Drive", "pCloud Sync"}, nil},
	{"Box", []string{"Box Sync", "Box-Box"}, nil},
	{"Proton Drive", []string{"Proton Drive", "ProtonDrive"}, nil},
	{"macOS file providers", []string{"CloudStorage"}, nil},
}

// Synchronised names the cloud service whose folder holds the dossier; "" for
// none.
func Synchronised(dir string) string {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	if resolved, err := filepath.EvalSymlinks(absolute); err == nil {
		absolute = resolved
	}
	for folder := absolute; ; folder = filepath.Dir(folder) {
		for _, service := range services {
			for _, name := range service.folders {
				if base := filepath.Base(folder); base == name || strings.HasPrefix(base, name+" ") || strings.HasPrefix(base, name+"-") {
					return service.name
				}
			}
			for _, marker := range service.markers {
				if found, err := filepath.Glob(filepath.Join(quoteGlob(folder), marker)); err == nil && len(found) > 0 {
					return service.name
				}
			}
		}
		if folder == filepath.Dir(folder) {
			return ""
		}
	}
}

// quoteGlob writes a path so that it matches itself only. Where the backslash
// parts folders, a folder with such signs in its name is not looked into.
func quoteGlob(path string) string {
	if os.PathSeparator == '\\' {
		return path
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// checkPlace reports why the file of a ledger must not be written where it lies.
func checkPlace(dir string, network func(string) string) error {
	if service := Synchronised(dir); service != "" {
		return fmt.Errorf("%s lies in a folder that %s synchronises, which may copy the record while it is written, or bring an older one back: %w; keep it in another folder and back it up with `muster backup`, or put the record into PostgreSQL (doc/ledger.md); with --synchronised it is written all the same", dir, service, ErrUnsafePlace)
	}
	if system := network(dir); system != "" {
		return fmt.Errorf("%s lies on a network share (%s), where the locks of a database cannot be relied on: %w; keep it on a disk of this computer, or put the record into PostgreSQL (doc/ledger.md); with --synchronised it is written all the same", dir, system, ErrUnsafePlace)
	}
	return nil
}
