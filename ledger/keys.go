package ledger

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// Keys keeps signing keys and, beside each, the last checkpoint signed with it.
// Both must lie outside the store: the key because the store may be handed
// over, the checkpoint because the store may be restored from a backup.
type Keys interface {
	// Make makes the signing key of a log, or finds the one made before, and
	// returns its verifier key.
	Make(origin string, random io.Reader) (verifierKey string, err error)
	// Signer returns the signing key; an error wraps ErrNoKey when there is none.
	Signer(origin string) (note.Signer, error)
	// Prepare makes the signing key that follows the present one, or finds the one
	// prepared before, and returns its verifier key.
	Prepare(origin string, random io.Reader) (verifierKey string, err error)
	// Adopt puts the key that was prepared in the place of the present one, which
	// is then gone, when it is the one with this verifier key; else it does nothing.
	Adopt(origin, verifierKey string) error
	// Last returns the last checkpoint signed, nil when there is none.
	Last(origin string) ([]byte, error)
	// Keep replaces the last checkpoint signed.
	Keep(origin string, checkpoint []byte) error
}

// KeyFolder keeps keys as files in a folder, three a log: its signing key
// (.key, readable by its owner only), its verifier key (.vkey) and the last
// checkpoint signed (.checkpoint). The folder is made when it is needed.
func KeyFolder(dir string) Keys { return keyFolder(dir) }

type keyFolder string

func (f keyFolder) path(origin, extension string) string {
	return filepath.Join(string(f), fileName(origin)+extension)
}

// fileName writes an origin so that every file system takes it and no two
// origins share a name where case does not count.
func fileName(origin string) string {
	var name strings.Builder
	for _, b := range []byte(origin) {
		if b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-' || b == '.' {
			name.WriteByte(b)
		} else {
			fmt.Fprintf(&name, "%%%02X", b)
		}
	}
	return name.String()
}

func (f keyFolder) Make(origin string, random io.Reader) (string, error) {
	return f.make(origin, "", random)
}

// next is between the name of a key's file and its extension while it is not
// the log's key yet.
const next = ".next"

func (f keyFolder) Prepare(origin string, random io.Reader) (string, error) {
	return f.make(origin, next, random)
}

func (f keyFolder) Adopt(origin, verifierKey string) error {
	prepared, err := os.ReadFile(f.path(origin, next+".vkey"))
	if errors.Is(err, fs.ErrNotExist) || err == nil && strings.TrimSpace(string(prepared)) != verifierKey {
		return nil
	}
	if err != nil {
		return err
	}
	// The verifier key last, so that what was cut off is found again.
	for _, extension := range []string{".key", ".vkey"} {
		err = os.Rename(f.path(origin, next+extension), f.path(origin, extension))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	syncFolder(string(f))
	return nil
}

func (f keyFolder) make(origin, place string, random io.Reader) (string, error) {
	verifierKey, err := os.ReadFile(f.path(origin, place+".vkey"))
	if err == nil {
		return strings.TrimSpace(string(verifierKey)), nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	secret, public, err := note.GenerateKey(random, origin)
	if err != nil {
		return "", fmt.Errorf("making the signing key of %q: %w", origin, err)
	}
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return "", fmt.Errorf("making the folder for signing keys: %w", err)
	}
	// The verifier key is written last: where it stands, the key pair is whole.
	if err := writeFile(f.path(origin, place+".key"), []byte(secret+"\n"), 0o600); err != nil {
		return "", err
	}
	return public, writeFile(f.path(origin, place+".vkey"), []byte(public+"\n"), 0o644)
}

func (f keyFolder) Signer(origin string) (note.Signer, error) {
	path := f.path(origin, ".key")
	secret, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: expected %s; bring that file and its .checkpoint from the machine the ledger was made on, or go on reading without it; when it is lost for good, `muster key replace` makes another, and says so in the record", ErrNoKey, path)
	}
	if err != nil {
		return nil, err
	}
	signer, err := note.NewSigner(strings.TrimSpace(string(secret)))
	if err != nil {
		return nil, fmt.Errorf("%s is no signing key: %w; restore the file from its backup", path, err)
	}
	return signer, nil
}

func (f keyFolder) Last(origin string) ([]byte, error) {
	checkpoint, err := os.ReadFile(f.path(origin, ".checkpoint"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return checkpoint, err
}

func (f keyFolder) Keep(origin string, checkpoint []byte) error {
	return writeFile(f.path(origin, ".checkpoint"), checkpoint, 0o644)
}

// writeFile writes a whole file or nothing, and returns when it is on disk.
func writeFile(path string, content []byte, mode fs.FileMode) error {
	temporary, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name()) // gone already when all went well
	_, err = temporary.Write(content)
	if err = errors.Join(err, temporary.Chmod(mode), temporary.Sync(), temporary.Close()); err != nil {
		return err
	}
	if err := os.Rename(temporary.Name(), path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// syncFolder brings a rename to disk. Where folders cannot be synced, as on
// Windows, the system does it by itself.
func syncFolder(dir string) {
	if folder, err := os.Open(dir); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}
