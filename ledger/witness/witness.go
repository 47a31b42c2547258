// Package witness lets others watch a ledger, so that it cannot show two faces.
// A witness keeps the last checkpoint of each log it knows, and cosigns a new
// one only after a proof that it extends that one: it never signs a fork. The
// protocol is C2SP's (https://c2sp.org/tlog-witness), so any log may ask this
// witness, and this log any witness.
package witness

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"muster/ledger"
	"muster/proof"
)

// ErrBusy says that another program is the witness of this folder.
var ErrBusy = errors.New("another witness is at work in this folder")

// Options are what a witness needs from outside.
type Options struct {
	Name   string   // of its key, where there is none yet; "" makes one up
	Logs   []string // verifier keys of the logs it watches; several of one name are all trusted
	Now    func() time.Time
	Random io.Reader
}

// Witness watches logs. It may be used by several goroutines at a time.
type Witness struct {
	key    string // verifier key of its cosignatures
	signer note.Signer
	keys   ledger.Keys // its own key, and the last checkpoint of each log
	logs   map[string][]note.Verifier
	names  []string // of the logs, in the order given
	now    func() time.Time
	lock   *flock.Flock

	mu sync.Mutex // held from reading the last checkpoint until the next is on disk
}

// nameFile holds the witness's name, in its folder.
const nameFile = "name"

// Open opens the witness in a folder, and makes folder and key when there are
// none. One program at a time may do so; the error wraps ErrBusy for a second.
func Open(dir string, options Options) (*Witness, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(dir, "lock"))
	locked, err := lock.TryLock()
	if err != nil {
		return nil, err
	}
	if !locked {
		return nil, fmt.Errorf("%s: %w; stop that one first", dir, ErrBusy)
	}
	w := &Witness{keys: ledger.KeyFolder(dir), logs: map[string][]note.Verifier{}, now: options.Now, lock: lock}
	if err := w.load(dir, options); err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	return w, nil
}

func (w *Witness) load(dir string, options Options) error {
	name, err := makeName(dir, options)
	if err != nil {
		return err
	}
	public, err := w.keys.Make(name, options.Random)
	if err != nil {
		return err
	}
	if w.key, err = proof.WitnessKey(public); err != nil {
		return err
	}
	if w.signer, err = w.keys.Signer(name); err != nil {
		return err
	}
	for _, key := range options.Logs {
		verifier, err := proof.NewVerifier(key)
		if err != nil {
			return err
		}
		if verifier.Name() == name {
			return fmt.Errorf("the log %s has the witness's own name; a witness is somebody else", name)
		}
		if w.logs[verifier.Name()] == nil {
			w.names = append(w.names, verifier.Name())
		}
		w.logs[verifier.Name()] = append(w.logs[verifier.Name()], verifier)
	}
	return nil
}

// makeName returns the witness's name, which is kept from then on.
func makeName(dir string, options Options) (string, error) {
	path := filepath.Join(dir, nameFile)
	kept, err := os.ReadFile(path)
	name := strings.TrimSpace(string(kept))
	switch {
	case err == nil && (options.Name == "" || options.Name == name):
		return name, nil
	case err == nil:
		return "", fmt.Errorf("the witness in %s is named %s, not %s; a new name needs a new folder", dir, name, options.Name)
	case !errors.Is(err, fs.ErrNotExist):
		return "", err
	}
	name = options.Name
	if name == "" {
		var digits [6]byte
		if _, err := io.ReadFull(options.Random, digits[:]); err != nil {
			return "", err
		}
		name = "muster/witness/" + hex.EncodeToString(digits[:])
	}
	if strings.ContainsAny(name, "+ \t\n") {
		return "", fmt.Errorf("the name %q has a space or a plus sign; expected one such as witness.example.org/gazette", name)
	}
	return name, os.WriteFile(path, []byte(name+"\n"), 0o644)
}

// Key returns the verifier key of the witness's cosignatures. It is public.
func (w *Witness) Key() string { return w.key }

// ReadKey returns the key of the witness in a folder, which may be at work. The
// error wraps fs.ErrNotExist when there is none.
func ReadKey(dir string) (string, error) {
	name, err := os.ReadFile(filepath.Join(dir, nameFile))
	if err != nil {
		return "", err
	}
	signer, err := ledger.KeyFolder(dir).Make(strings.TrimSpace(string(name)), strings.NewReader(""))
	if err != nil {
		return "", err
	}
	return proof.WitnessKey(signer)
}

// Close lets another program be the witness.
func (w *Witness) Close() error { return w.lock.Unlock() }

// The answers to add-checkpoint other than a cosignature; each is an HTTP
// status of the protocol.
var (
	errMalformed = errors.New("the request is malformed")                // 400
	errSignature = errors.New("no signature of a key that is trusted")   // 403
	errUnknown   = errors.New("this log is not watched here")            // 404
	errProof     = errors.New("the proof does not show that it extends") // 422
)

// conflict says which size the witness cosigned last; status 409.
type conflict struct{ size int64 }

func (c conflict) Error() string { return fmt.Sprintf("the size cosigned last is %d", c.size) }

// add cosigns a checkpoint, if it may, and returns the line of its cosignature.
func (w *Witness) add(body []byte) ([]byte, error) {
	request, err := ParseRequest(body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errMalformed, err)
	}
	read, err := proof.ReadCheckpoint(request.Checkpoint)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errMalformed, err)
	}
	verifiers := w.logs[read.Origin]
	if len(verifiers) == 0 {
		return nil, errUnknown
	}
	opened, err := note.Open(request.Checkpoint, note.VerifierList(verifiers...))
	if err != nil || !strings.HasPrefix(opened.Text, read.String()) {
		return nil, errSignature
	}
	if request.Old > read.Size {
		return nil, fmt.Errorf("%w: the old size is larger than the checkpoint's", errMalformed)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	last, at, err := w.last(read.Origin)
	if err != nil {
		return nil, err
	}
	if request.Old != last.Size {
		return nil, conflict{last.Size}
	}
	if err := extends(request, last, read); err != nil {
		return nil, err
	}
	// A cosignature says that nothing larger was seen by its time, so its time
	// never goes back, whatever the clock does.
	if now := w.now(); at.Before(now) {
		at = now
	}
	cosigner, err := proof.NewCosigner(w.signer, w.key, at)
	if err != nil {
		return nil, err
	}
	kept := note.Note{Text: opened.Text, Sigs: opened.Sigs}
	signed, err := note.Sign(&kept, cosigner)
	if err != nil {
		return nil, err
	}
	if err := w.keys.Keep(read.Origin, signed); err != nil {
		return nil, err
	}
	return proof.Cosign(request.Checkpoint, cosigner)
}

// last returns the checkpoint of a log that was cosigned last, and when; that of
// the empty log when there is none.
func (w *Witness) last(origin string) (last proof.Checkpoint, at time.Time, err error) {
	signed, err := w.keys.Last(origin)
	if err != nil {
		return last, at, err
	}
	if signed == nil {
		root, err := tlog.TreeHash(0, nil)
		return proof.Checkpoint{Origin: origin, Root: root}, at, err
	}
	cosignatures, err := proof.Cosignatures(signed, w.key)
	if err == nil && len(cosignatures) == 0 {
		err = proof.ErrUnsigned
	}
	if err == nil {
		last, err = proof.ReadCheckpoint(signed)
	}
	if err == nil && last.Origin != origin {
		err = fmt.Errorf("it is of %s", last.Origin)
	}
	if err != nil {
		return last, at, fmt.Errorf("the last checkpoint of %s kept here was changed: %w; what was cosigned is not known any more, so retire this witness and begin another in a new folder", origin, err)
	}
	return last, cosignatures[0].Time, nil
}

// extends checks the consistency proof.
func extends(request Request, last, next proof.Checkpoint) error {
	switch {
	case next.Size == last.Size && next.Root != last.Root:
		return conflict{last.Size}
	case last.Size == 0 || next.Size == last.Size:
		if len(request.Proof) > 0 {
			return fmt.Errorf("%w: between these sizes it has no hashes", errProof)
		}
		return nil
	}
	if err := tlog.CheckTree(request.Proof, next.Size, next.Root, last.Size, last.Root); err != nil {
		return errProof
	}
	return nil
}
