package dossier

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/gofrs/flock"
	"github.com/pelletier/go-toml/v2"

	"muster/ledger"
	"muster/ledger/postgres"
	"muster/ledger/sqlite"
)

// InFolder names the place of a ledger that lies in its dossier's folder.
const InFolder = "sqlite"

// LedgerSetting says where the record is kept. It is not itself recorded.
type LedgerSetting struct {
	Postgres  string           `toml:"postgres"` // postgres://HOST/DATABASE?schema=NAME; "" for a file in the folder
	Witnesses []WitnessSetting `toml:"witnesses"`
}

// home is where the ledger of a dossier is.
type home struct {
	file     string            // path of the SQLite file, also where it is not used
	postgres *postgres.Address // nil: the file it is
}

// homeOf reads where the ledger of the dossier in a folder is. A dossier.toml
// that cannot be read stands in the way only where there is no file: no second
// ledger is begun because of a slip of the pen.
func homeOf(dir string) (home, error) {
	p, _, err := readHome(dir)
	return p, err
}

// readHome is homeOf with all of the table [ledger].
func readHome(dir string) (home, LedgerSetting, error) {
	p := home{file: filepath.Join(dir, ".muster", "ledger.db")}
	b, err := loadSettings(dir)
	var settings struct {
		Ledger LedgerSetting `toml:"ledger"`
	}
	if err == nil {
		err = toml.Unmarshal(bytes.TrimPrefix(b, []byte("\ufeff")), &settings)
		if err != nil {
			err = fmt.Errorf("%w: %s", ErrSettings, explain(err))
		}
	}
	if err != nil {
		if _, statErr := os.Stat(p.file); statErr == nil {
			return p, LedgerSetting{}, nil
		}
		return p, LedgerSetting{}, err
	}
	p, err = p.at(settings.Ledger.Postgres)
	if err != nil {
		err = fmt.Errorf("%w: [ledger] postgres: %w", ErrSettings, err)
	}
	return p, settings.Ledger, err
}

// at returns the place that has this address; "" and InFolder are the file.
func (p home) at(address string) (home, error) {
	p.postgres = nil
	if address == "" || address == InFolder {
		return p, nil
	}
	parsed, err := postgres.ParseAddress(address)
	if err != nil {
		return p, err
	}
	p.postgres = &parsed
	return p, nil
}

func (p home) String() string {
	if p.postgres != nil {
		return p.postgres.String()
	}
	return p.file
}

// name is what a ledger that was moved away says of where it is: for the file,
// not its path, which is another on another machine.
func (p home) name() string {
	if p.postgres != nil {
		return p.postgres.String()
	}
	return "the folder of its dossier"
}

// use is what a ledger is opened for.
type use int

const (
	reading use = iota
	writing     // with others, where the store lets them
	alone       // for what nobody may write beside
)

// open opens the store. The file has to have its folder; for reading, store or
// file have to be there, and the error wraps fs.ErrNotExist when they are not.
func (p home) open(ctx context.Context, use use) (store ledger.Store, err error) {
	switch {
	case p.postgres == nil:
		return sqlite.Open(p.file, use == reading)
	case use == alone:
		store, err = postgres.OpenAlone(ctx, *p.postgres)
	default:
		store, err = postgres.Open(ctx, *p.postgres, use == reading)
	}
	if errors.Is(err, ledger.ErrBusy) {
		err = fmt.Errorf("%w: %w", ErrBusy, err)
	}
	return store, err
}

// mayBegin reports why no new ledger may be begun in a place that holds none:
// the dossier has one elsewhere.
func (p home) mayBegin(dir string) error {
	if p.postgres == nil {
		return nil
	}
	if _, err := os.Stat(p.file); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return fmt.Errorf("%s holds no ledger, and %s does; take the line out of [ledger] in %s and let `muster move %s --to %s` do it: %w", p, p.file, SettingsFile, dir, p, ledger.ErrNoLog)
}

// withPlace writes into the text of a dossier.toml where the ledger is: as its
// last table, so that nothing else is touched. "" takes the table out.
func withPlace(text []byte, address string) ([]byte, error) {
	before, err := ParseSettings(text)
	if err != nil {
		return nil, err
	}
	var kept, table []string // what else stands in the table goes with it
	inside := false
	for line := range strings.Lines(string(text)) {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "[") {
			head, _, _ := strings.Cut(trimmed, "#")
			inside = strings.ReplaceAll(strings.TrimSpace(head), " ", "") == "[ledger]"
			if inside {
				continue
			}
		}
		name, _, _ := strings.Cut(trimmed, "=")
		switch {
		case !inside:
			kept = append(kept, line)
		case strings.TrimSpace(name) != "postgres" && trimmed != "":
			table = append(table, strings.TrimRight(line, "\n")+"\n")
		}
	}
	out := strings.TrimRight(strings.Join(kept, ""), "\n")
	if out != "" {
		out += "\n"
	}
	if address != "" {
		table = append([]string{fmt.Sprintf("postgres = %q\n", address)}, table...)
	}
	if len(table) > 0 {
		out += "\n[ledger]\n" + strings.Join(table, "")
	}
	after, err := ParseSettings([]byte(out))
	before.Ledger.Postgres = address
	if err != nil || !reflect.DeepEqual(before, after) {
		return nil, fmt.Errorf("%w: [ledger] is not written as a table of its own; write postgres = %q there by hand", ErrSettings, address)
	}
	return []byte(out), nil
}

// Move takes the ledger of a dossier to another place, an address that
// postgres.ParseAddress reads or InFolder, and writes into dossier.toml where it
// is. See ledger.Move; what was cut off goes on when it is called again.
func Move(ctx context.Context, dir, to string, env Env) (err error) {
	if err := exists(dir); err != nil {
		return err
	}
	from, err := homeOf(dir)
	if err != nil {
		return err
	}
	target, err := from.at(to)
	if err != nil {
		return err
	}
	text, err := loadSettings(dir)
	if err != nil {
		return plain(err)
	}
	address := ""
	if target.postgres != nil {
		address = target.String()
	}
	text, err = withPlace(text, address)
	if err != nil {
		return err
	}
	if from.String() == target.String() {
		return fmt.Errorf("the ledger of %s is in %s already: %w", dir, target, fs.ErrExist)
	}
	lock, err := lockFolder(dir, alone)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	if err := moveStore(ctx, from, target, env); err != nil {
		return err
	}
	return plain(writeFile(filepath.Join(dir, SettingsFile), text))
}

func moveStore(ctx context.Context, from, to home, env Env) (err error) {
	if from.postgres == nil {
		if _, err := os.Stat(from.file); err != nil {
			return fmt.Errorf("%s: %w; write the new place into [ledger] of %s, and it is begun there", from, ledger.ErrNoLog, SettingsFile)
		}
	}
	source, err := from.open(ctx, alone)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	// Opening it signs what a crash left unsigned. A move that was cut off at its
	// very end finds the mark of the first half, and only has to go on.
	_, err = ledger.Open(ctx, source, ledger.Options{Keys: ledger.KeyFolder(env.Keys), Now: env.Now, Random: env.Random})
	if err != nil && !errors.Is(err, ledger.ErrMoved) {
		return err
	}
	target, err := to.open(ctx, alone)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	progress := func(done, total int64) {
		if env.Progress != nil {
			env.Progress(int(done), int(total), "moving the ledger")
		}
	}
	return ledger.Move(ctx, ledger.Place{Name: from.name(), Store: source}, ledger.Place{Name: to.name(), Store: target}, progress)
}

// lockFor is how a dossier's folder is locked for writing its ledger: a server
// keeps several writers apart, a file one from all others.
func (p home) lockFor() use {
	if p.postgres != nil {
		return writing
	}
	return alone
}

// lockFolder keeps other programs on this machine from writing to a dossier, or,
// for writing with others, from having it alone.
func lockFolder(dir string, use use) (*flock.Flock, error) {
	if err := os.MkdirAll(filepath.Join(dir, ".muster"), 0o755); err != nil {
		return nil, plain(err)
	}
	lock := flock.New(filepath.Join(dir, ".muster", "lock"))
	try := lock.TryLock
	if use == writing {
		try = lock.TryRLock
	}
	locked, err := try()
	if err != nil {
		return nil, plain(err)
	}
	if !locked {
		return nil, fmt.Errorf("%s: %w by another muster; stop that one first, or use its web page", dir, ErrBusy)
	}
	return lock, nil
}
