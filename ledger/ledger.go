// Package ledger is an append-only log of entries that nobody, its owner
// included, can rewrite unnoticed. It knows nothing of figures: an entry has a
// kind, a subject and a JSON value, and that is all.
//
// Entries are numbered from 0. A log of size N holds the entries 0 to N-1, and
// "as it was known then" always means "the first N entries" for some N: the
// size of the largest checkpoint signed by that time (see [Log.SizeAt]).
//
// The entries and their bodies are the record. Tiles and the table of versions
// are made from them, up to the newest checkpoint, and can be made anew
// ([Log.Rebuild]). Appending commits entries with their bodies; a checkpoint is
// signed afterwards, with what is made from them in the same transaction, at once
// or within a time set ([Options]). What a crash leaves unsigned is signed when
// the log is next opened, and is read from the entries until then.
//
// A signature is a promise never to show another past. So the last checkpoint
// signed is also kept beside the key, outside the store, and a store that does
// not extend it, such as a restored backup, is never signed ([ErrForked]).
package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"muster/proof"
)

// Sentinels of this package.
var (
	ErrNoLog    = errors.New("no ledger here")
	ErrReadOnly = errors.New("the ledger is open for reading only")
	ErrNoKey    = errors.New("the signing key is not on this machine")
	ErrForked   = errors.New("the ledger lacks entries that were signed before")
	ErrBusy     = errors.New("another program is writing to the ledger")
	ErrDamaged  = errors.New("the ledger is damaged")
	ErrUnsigned = errors.New("recorded, but not signed yet")
	ErrMoved    = errors.New("the ledger was moved")
	// ErrUnreachable: the server that keeps the ledger does not answer.
	ErrUnreachable = errors.New("the database cannot be reached")
	// ErrUncertain: the connection to the store broke while it committed.
	ErrUncertain = errors.New("it is not known whether this was recorded")
	// ErrGrown: somebody else appended before.
	ErrGrown = errors.New("the ledger has grown meanwhile")
	// ErrWithhold marks an entry that cannot be withheld.
	ErrWithhold = errors.New("it cannot be withheld")
)

// Draft is what Append turns into an entry.
type Draft struct {
	Kind    string // one word without spaces, such as "figure"
	Subject string // likewise, such as "f17"; it is published, so it names no person
	Author  string // likewise, such as "curator:ann"
	Content []byte // a JSON value
}

// Entry is one entry of the log.
type Entry struct {
	Index int64
	Leaf  proof.Leaf
	Body  []byte // the exact stored bytes, {"nonce":"…","content":…}; empty when withheld

	WithheldBy int64 // of a withheld entry, the later one that says so; else 0
}

// body is the JSON of Entry.Body. The nonce, 16 random bytes in hexadecimal,
// keeps a withheld body from being guessed by its digest.
type body struct {
	Nonce   string          `json:"nonce"`
	Content json.RawMessage `json:"content"`
}

// Content returns the JSON value that was appended; nil when it is withheld.
func (e Entry) Content() ([]byte, error) {
	if len(e.Body) == 0 && e.WithheldBy > 0 {
		return nil, nil
	}
	if len(e.Body) == 0 {
		return nil, fmt.Errorf("entry %d: its body is not here: %w", e.Index, ErrDamaged)
	}
	var b body
	if err := json.Unmarshal(e.Body, &b); err != nil {
		return nil, fmt.Errorf("entry %d: its body is no JSON object with nonce and content: %w: %w", e.Index, err, ErrDamaged)
	}
	return b.Content, nil
}

// seconds is the resolution of all times in the log.
func seconds(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }
