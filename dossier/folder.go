package dossier

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"muster/claims"
	"muster/documents"
	"muster/ledger"
)

// Sentinels of this package; each is mapped once to an exit code and a status.
var (
	ErrBusy       = errors.New("the dossier is in use")
	ErrNoDossier  = errors.New("no dossier")
	ErrNotAllowed = errors.New("not allowed")
	ErrChanged    = errors.New("somebody decided in the meantime")
	ErrBeyond     = errors.New("not in the ledger yet")
)

// Env is everything a dossier needs from outside.
type Env struct {
	Now      func() time.Time
	Random   io.Reader
	Keys     string                                   // folder for signing keys, outside every dossier
	Reader   func(more []Organisation) *claims.Reader // a reader that knows these organisations too
	Texts    *documents.Reader                        // reads the files
	Limits   documents.Limits                         // of one file
	Fetch    Fetch                                    // nil: addresses are refused
	AnyPlace bool                                     // write also where a service synchronises, or on a network share
	Witness  *http.Client                             // asks witnesses; nil: none are asked
	Warn     func(error)                              // told of what went wrong in the background; nil: silent
	Progress func(done, total int, what string)       // nil: silent
}

// Dossier is an open dossier folder.
type Dossier struct {
	dir  string
	env  Env
	log  *ledger.Log
	lock *flock.Flock // nil when opened for reading

	home home // where the ledger is

	watched *watched // nil where no witness is asked

	began bool // a new ledger was made in a file that held none

	mu      sync.Mutex // guards what follows, and the order of decisions
	next    int64      // number of entries that what is appended rests on
	latest  *builder
	current *State
	past    map[int64]*State
}

// Create makes the folders and a dossier.toml. An existing dossier is left as
// it is, and an error says so.
func Create(dir, title string) error {
	if _, err := os.Stat(filepath.Join(dir, SettingsFile)); err == nil {
		return fmt.Errorf("%s already holds a dossier; use `muster add %s FILE…`: %w", dir, dir, fs.ErrExist)
	}
	for _, sub := range []string{"documents", "counts"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			return plain(err)
		}
	}
	if title == "" {
		absolute, err := filepath.Abs(dir)
		if err != nil {
			return err
		}
		title = titleFrom(filepath.Base(absolute))
	}
	return plain(writeFile(filepath.Join(dir, SettingsFile), []byte(newSettings(title))))
}

// newSettings is the dossier.toml of a new dossier.
func newSettings(title string) string {
	return fmt.Sprintf(`# What this dossier is about. Everything here may stay empty: Muster guesses,
# and says that it guessed. All settings: doc/dossier.md
title = %q
question = ""

# [[organisation]]            # adds to the built-in list of public bodies
# name = "ICE"
# full = "Immigration and Customs Enforcement"
# part_of = "DHS"

# [ledger]                    # keeps the record in PostgreSQL: doc/ledger.md
# postgres = "postgres://db.example.org/newsroom?schema=operation"
# witnesses = [{ key = "VKEY", url = "https://witness.example.org" }]

# [[series]]                  # a record file to set beside the claims
# name = "arrests"
# files = ["counts/*.csv"]
# date = "date"               # name of the column
# by = "month"
`, title)
}

// Open opens a dossier for reading and writing. Where the ledger is a file, a
// second process that tries is told who is first (ErrBusy); with a server,
// several write in turn, and each sees what the others recorded. The ledger is made when there is none yet.
func Open(ctx context.Context, dir string, env Env) (*Dossier, error) {
	if err := exists(dir); err != nil {
		return nil, err
	}
	if env.Keys == "" {
		return nil, errNoKeyFolder()
	}
	home, err := homeOf(dir)
	if err != nil {
		return nil, err
	}
	lock, err := lockFolder(dir, home.lockFor())
	if err != nil {
		return nil, err
	}
	d := &Dossier{dir: dir, env: env, lock: lock}
	if err := d.openLog(ctx, writing); err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	if err := d.log.CanAppend(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s can be read but not written: %w", dir, err), d.Close())
	}
	return d, d.checkClock(ctx)
}

func errNoKeyFolder() error {
	return fmt.Errorf("%w: no place for it is known; set MUSTER_KEYS to a folder of your own", ledger.ErrNoKey)
}

// checkClock tells when the clock is behind the record: what is recorded then
// gets the time of what was last.
func (d *Dossier) checkClock(ctx context.Context) error {
	latest, err := d.log.LatestTime(ctx)
	if now := d.env.Now(); err == nil && d.env.Warn != nil && now.Add(time.Second).Before(latest) {
		d.env.Warn(fmt.Errorf("the clock of this computer shows %s, and the record of %s was last added to at %s: what is added now gets that time, until the clock has passed it; look at the clock",
			now.UTC().Format(time.RFC3339), d.dir, latest.Format(time.RFC3339)))
	}
	return err
}

// OpenRead opens a dossier for reading only; another process may be writing.
func OpenRead(ctx context.Context, dir string, env Env) (*Dossier, error) {
	if err := exists(dir); err != nil {
		return nil, err
	}
	d := &Dossier{dir: dir, env: env}
	err := d.openLog(ctx, reading)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s has no ledger yet; run `muster add %s` first: %w", dir, dir, ErrNoDossier)
	}
	if err != nil {
		return nil, err
	}
	return d, nil
}

func exists(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such folder; make one with `muster new %s`: %w", dir, dir, ErrNoDossier)
	case err != nil:
		return plain(err)
	case !info.IsDir():
		return fmt.Errorf("%s is a file, and a dossier is a folder; make one with `muster new NAME`, then `muster add NAME %s`: %w", dir, dir, ErrNoDossier)
	}
	for _, name := range []string{SettingsFile, "documents", ".muster"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%s is no dossier: it holds neither %s nor documents/; make it one with `muster new %s`: %w", dir, SettingsFile, dir, ErrNoDossier)
}

func (d *Dossier) openLog(ctx context.Context, use use) error {
	home, setting, err := readHome(d.dir)
	if err != nil {
		return err
	}
	d.home = home
	peers, err := setting.peers()
	if err != nil {
		return err
	}
	if use != reading && home.postgres == nil && !d.env.AnyPlace {
		if err := checkPlace(d.dir, networkSystem); err != nil {
			return err
		}
	}
	_, statErr := os.Stat(home.file)
	store, err := home.open(ctx, use)
	if err != nil {
		return fmt.Errorf("opening the ledger %s: %w", home, err)
	}
	options := ledger.Options{Now: d.env.Now, Random: d.env.Random}
	if use != reading {
		options.Keys = ledger.KeyFolder(d.env.Keys)
		options.SignWithin = signWithin
		if len(peers) > 0 && d.env.Witness != nil {
			d.watched = newWatched()
			options.Signed = d.watched.sign
		}
	}
	d.log, err = ledger.Open(ctx, store, options)
	if use != reading && errors.Is(err, ledger.ErrNoLog) {
		if err = home.mayBegin(d.dir); err == nil {
			options.Origin, err = newOrigin(d.dir, d.env.Random)
		}
		if err == nil {
			// There is a file without a log where making one was cut off.
			d.began = statErr == nil
			d.log, err = ledger.Create(ctx, store, options)
		}
	}
	if errors.Is(err, ledger.ErrMoved) {
		err = fmt.Errorf("%w; `muster move %s --to …` with that place writes it into %s", err, d.dir, SettingsFile)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("opening the ledger of %s: %w", d.dir, err), store.Close())
	}
	d.watched.start(d.log, peers, d.env)
	return nil
}

// signWithin is how long a decision may wait for its signature: not so long that
// anybody waits for it, and long enough that a batch is signed once.
const signWithin = time.Second

// newOrigin names a log: the folder's name, and random digits because two
// newsrooms may choose the same name.
func newOrigin(dir string, random io.Reader) (string, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	var digits [6]byte
	if _, err := io.ReadFull(random, digits[:]); err != nil {
		return "", err
	}
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, filepath.Base(absolute))
	return fmt.Sprintf("muster/%s/%x", name, digits), nil
}

// Close gives the dossier back.
func (d *Dossier) Close() error {
	d.watched.stop()
	err := d.log.Close()
	if errors.Is(err, ledger.ErrUnsigned) && !errors.Is(err, ledger.ErrForked) {
		err = nil // all is on disk; the next opening signs it
	}
	if d.lock != nil {
		err = errors.Join(err, d.lock.Unlock())
	}
	return err
}

// Dir returns the dossier's folder.
func (d *Dossier) Dir() string { return d.dir }

// Place returns where the ledger is: the path of a file, or an address without
// a password.
func (d *Dossier) Place() string { return d.home.String() }

// Log returns the ledger underneath.
func (d *Dossier) Log() *ledger.Log { return d.log }

// plain says in words what the system says of files.
func plain(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) && errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%s: no right to read or write here; change the rights of the folder or copy it elsewhere: %w", path.Path, ErrNotAllowed)
	}
	return err
}

// writeFile writes a whole file or nothing.
func writeFile(path string, b []byte) error { return writeFrom(path, bytes.NewReader(b)) }

// writeFrom is writeFile for data of any size.
func writeFrom(path string, data io.Reader) error {
	temporary, err := os.CreateTemp(filepath.Dir(path), ".muster-*")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name()) // gone already when all went well
	_, err = io.Copy(temporary, data)
	if err = errors.Join(err, temporary.Chmod(0o644), temporary.Sync(), temporary.Close()); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), path)
}
