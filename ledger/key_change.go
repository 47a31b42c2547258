package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// metaKeys holds the keys that the log had before its present one: a line each,
// the largest size it signed and its verifier key. The entries that changed them
// say the same.
const metaKeys = "keys"

// earlierKey is a key that a log had.
type earlierKey struct {
	until    int64 // it signed no larger checkpoint
	verifier string
}

func parseKeys(text string) (keys []earlierKey, err error) {
	for line := range strings.Lines(text) {
		number, verifier, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		until, err := strconv.ParseInt(number, 10, 64)
		if err == nil {
			_, err = proof.NewVerifier(verifier)
		}
		if err != nil {
			return nil, fmt.Errorf("the list of the ledger's earlier keys: %w: %w", ErrDamaged, err)
		}
		keys = append(keys, earlierKey{until, verifier})
	}
	if formatKeys(keys) != text {
		return nil, fmt.Errorf("the list of the ledger's earlier keys is not written as it is written here: %w", ErrDamaged)
	}
	return keys, nil
}

func formatKeys(keys []earlierKey) string {
	var text strings.Builder
	for _, key := range keys {
		fmt.Fprintf(&text, "%d %s\n", key.until, key.verifier)
	}
	return text.String()
}

// verifierAt returns the verifier key of the checkpoint of a size.
func (l *Log) verifierAt(size int64) string {
	for _, key := range l.earlier {
		if size <= key.until {
			return key.verifier
		}
	}
	return l.verifier
}

// RotateKey makes a new signing key and hands over to it: an entry signed with
// the old key names the new one, and what follows is signed with that. The old
// checkpoints are verified with the old key for ever. A change that was cut off
// goes on when it is called again. It returns the new verifier key.
func (l *Log) RotateKey(ctx context.Context, author, reason string) (string, error) {
	if l.refusal != nil {
		return "", l.refusal
	}
	next, err := l.options.Keys.Prepare(l.options.Origin, l.options.Random)
	if err != nil {
		return "", err
	}
	size, err := l.changed(ctx, next)
	if err != nil {
		return "", err
	}
	if size < 0 {
		draft, err := keyDraft(author, proof.KeyChange{Old: l.verifier, New: next, Reason: reason})
		if err != nil {
			return "", err
		}
		entries, err := l.Append(ctx, draft)
		if err != nil {
			return "", err
		}
		size = entries[0].Index + 1
	}
	if err := l.signPending(ctx); err != nil {
		return "", err
	}
	draft, err := keyDraft(author, proof.KeyChange{New: next})
	if err != nil {
		return "", err
	}
	return next, l.handOver(ctx, l.options.Origin, next, size, draft)
}

// changed returns the size at which the last entry has named that key already,
// -1 when it has not.
func (l *Log) changed(ctx context.Context, next string) (size int64, err error) {
	size, err = l.Size(ctx)
	if err != nil || size == 0 {
		return -1, err
	}
	for entry, err := range l.Entries(ctx, size-1, size) {
		if err != nil {
			return -1, err
		}
		if entry.Leaf.Kind != proof.KeyKind {
			return -1, nil
		}
		if change, err := proof.ParseKeyChange(entry.Body); err != nil || change.New != next || change.Old != l.verifier {
			return -1, err
		}
		return size, nil
	}
	return -1, nil
}

// ReplaceKey goes on under a new key where the old one was lost, or where
// entries were lost that it had signed: the log then also goes on under a new
// name, for its old one stands for those. The chain of signatures is cut there,
// and the entry says so. It returns the new verifier key.
func (l *Log) ReplaceKey(ctx context.Context, author, reason string) (string, error) {
	if !errors.Is(l.refusal, ErrNoKey) && !errors.Is(l.refusal, ErrForked) {
		if l.refusal != nil {
			return "", l.refusal
		}
		return "", errors.New("the signing key is here and nothing is missing; change it with a signature of the old one (rotate)")
	}
	if strings.TrimSpace(reason) == "" {
		return "", errors.New("a cut in the chain of signatures needs a reason, which stands in the record")
	}
	size, err := l.Size(ctx)
	if err != nil {
		return "", err
	}
	kept, err := l.options.Keys.Last(l.options.Origin)
	if err != nil {
		return "", err
	}
	origin := l.options.Origin
	if errors.Is(l.refusal, ErrForked) || kept != nil && sizeOf(kept) > size {
		var digits [4]byte
		if _, err := io.ReadFull(l.options.Random, digits[:]); err != nil {
			return "", err
		}
		origin = fmt.Sprintf("%s-%x", origin, digits)
	}
	next, err := l.options.Keys.Prepare(origin, l.options.Random)
	if err != nil {
		return "", err
	}
	draft, err := keyDraft(author, proof.KeyChange{Old: l.verifier, New: next, Cut: true, Reason: reason})
	if err != nil {
		return "", err
	}
	return next, l.handOver(ctx, origin, next, size, draft)
}

func keyDraft(author string, change proof.KeyChange) (Draft, error) {
	content, err := json.Marshal(change)
	return Draft{Kind: proof.KeyKind, Subject: proof.KeySubject, Author: author, Content: content}, err
}

// handOver adds the first entry under the new key, and signs it. until is the
// largest size that the old key has signed.
func (l *Log) handOver(ctx context.Context, origin, next string, until int64, draft Draft) error {
	bodies, err := l.bodies([]Draft{draft})
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	ctx = context.WithoutCancel(ctx)
	earlier := append(l.earlier[:len(l.earlier):len(l.earlier)], earlierKey{until, l.verifier})
	l.head = nil
	err = l.store.Change(ctx, func(c Change) error {
		size, _, err := c.End()
		if err != nil {
			return err
		}
		if size != until {
			return fmt.Errorf("something was recorded meanwhile: %w; change the key again", ErrBusy)
		}
		taken := &Log{store: l.store, options: l.options, verifier: next, earlier: earlier}
		taken.options.Origin = origin
		if _, _, err := taken.add(c, []Draft{draft}, bodies, anySize); err != nil {
			return err
		}
		return errors.Join(c.SetMeta(metaOrigin, origin), c.SetMeta(metaVerifier, next), c.SetMeta(metaKeys, formatKeys(earlier)))
	})
	if err != nil {
		return err
	}
	l.options.Origin, l.verifier, l.earlier = origin, next, earlier
	if l.signer, err = l.loadSigner(); err != nil {
		return err
	}
	l.refusal = nil
	l.unsigned = true
	return l.signLocked(ctx)
}

// loadSigner returns the signing key. Where the key was changed and the program
// stopped before the key folder knew, it is told now.
func (l *Log) loadSigner() (note.Signer, error) {
	verifier, err := proof.NewVerifier(l.verifier)
	if err != nil {
		return nil, err
	}
	if err := l.options.Keys.Adopt(l.options.Origin, l.verifier); err != nil {
		return nil, err
	}
	signer, err := l.options.Keys.Signer(l.options.Origin)
	if err != nil {
		return nil, err
	}
	if signer.Name() != verifier.Name() || signer.KeyHash() != verifier.KeyHash() {
		return nil, fmt.Errorf("%w: the key here is another than the one the ledger %s was made with", ErrNoKey, l.options.Origin)
	}
	return signer, nil
}

// KeyChanges returns the proofs of all changes of key, for a site to publish
// under proof.KeyChangePath: each in the last checkpoint of the key before.
func (l *Log) KeyChanges(ctx context.Context) (files [][]byte, err error) {
	if len(l.earlier) == 0 {
		return nil, nil
	}
	err = l.view(ctx, func(v View) error {
		files = nil
		for _, key := range l.earlier {
			index, size := key.until, key.until+1 // of a cut: the entry that the new key signs
			for _, at := range []int64{key.until - 1, key.until} {
				entry, err := entryAt(v, max(at, 0))
				if err != nil {
					return err
				}
				if change, err := proof.ParseKeyChange(entry.Body); entry.Leaf.Kind == proof.KeyKind && err == nil && change.Old == key.verifier {
					if index = at; !change.Cut {
						size = key.until
					}
					break
				}
			}
			signed, err := v.Checkpoints(size, 1)
			if err != nil {
				return err
			}
			if len(signed) == 0 {
				return fmt.Errorf("the change of key by entry %d: %w", index, ErrUnsigned)
			}
			file, err := proofIn(v, signed[0], index, storedHashes{view: v})
			if err != nil {
				return err
			}
			files = append(files, file)
		}
		return nil
	})
	return files, err
}

// proofIn returns the proof file of an entry in a checkpoint.
func proofIn(v View, signed Signed, index int64, hashes tlog.HashReader) ([]byte, error) {
	rows, err := v.RowsAt([]int64{index})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, missingEntry(index)
	}
	record, err := tlog.ProveRecord(signed.Size, index, hashes)
	if err != nil {
		return nil, err
	}
	checkpoint, err := withCosignatures(v, signed)
	if err != nil {
		return nil, err
	}
	return proof.Proof{Line: rows[0].Line, Body: rows[0].Body, Index: index, Hashes: record, Checkpoint: checkpoint}.Format(), nil
}

// keyAudit compares the entries that change the key with the list of keys.
type keyAudit struct {
	found []earlierKey
	last  string // what the latest change changed it to
}

func (a *keyAudit) add(entry Entry) error {
	if entry.Leaf.Kind != proof.KeyKind || entry.Leaf.Subject != proof.KeySubject {
		return nil
	}
	change, err := proof.ParseKeyChange(entry.Body)
	if err != nil {
		return fmt.Errorf("entry %d: %w: %w", entry.Index, err, ErrDamaged)
	}
	if change.Old == "" {
		return nil
	}
	until := entry.Index + 1
	if change.Cut {
		until = entry.Index
	}
	a.found, a.last = append(a.found, earlierKey{until, change.Old}), change.New
	return nil
}

func (a *keyAudit) check(l *Log) error {
	found := a.found
	// A change that was cut off before the hand-over is no change yet.
	if n := len(found); n > 0 && a.last != l.verifier && found[n-1].verifier == l.verifier && len(l.earlier) == n-1 {
		found = found[:n-1]
	}
	if formatKeys(found) != formatKeys(l.earlier) {
		return fmt.Errorf("the list of the ledger's keys is not the one its entries tell: %w; restore it from a backup", ErrDamaged)
	}
	return nil
}

// sizeOf returns the size that a checkpoint claims, for choosing its key.
func sizeOf(signed []byte) int64 {
	checkpoint, err := proof.ReadCheckpoint(signed)
	if err != nil {
		return math.MaxInt64
	}
	return checkpoint.Size
}
