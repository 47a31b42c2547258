package ledger

import (
	"context"
	"time"
)

// Store keeps a log's rows. A store is dumb on purpose: everything that has to
// be right is done here, once, for all stores. The suite in ledgertest says
// what a store must do.
type Store interface {
	// View calls f with one unchanging state of the store.
	View(ctx context.Context, f func(View) error) error
	// Change calls f alone among all writers of all processes, and commits
	// durably what it wrote when f returns nil, nothing otherwise. It returns
	// an error that wraps ErrBusy when another writer does not finish,
	// ErrUnreachable when there is no connection to a server, and ErrUncertain
	// when it broke while committing.
	Change(ctx context.Context, f func(Change) error) error
	// Scrub makes that what was removed can no longer be read from the store's
	// files, as far as that is in its power. It may take long.
	Scrub(ctx context.Context) error
	// ReadOnly reports whether Change always fails, with ErrReadOnly.
	ReadOnly() bool
	Close() error
}

// View reads. It is valid only inside the call it was given to, and is used by
// one goroutine at a time.
type View interface {
	// Sound returns what the engine itself finds wrong with its files, as far as
	// it can tell without the log's help. An error wraps ErrDamaged.
	Sound() error
	// Meta returns a value set with SetMeta, "" when there is none.
	Meta(name string) (string, error)
	// End returns the number of entries, and the last one's leaf line.
	End() (size int64, last string, err error)
	// Rows returns the entries from to to-1 in order, as many as there are.
	Rows(from, to int64) ([]Row, error)
	// RowsAt returns the entries with these indexes, in any order, without those
	// that are not there.
	RowsAt(indexes []int64) ([]Row, error)
	// Lines returns the leaf lines of the entries from to to-1, without their bodies.
	Lines(from, to int64) ([]string, error)
	// Bodiless returns the entries whose body is not stored, in order.
	Bodiless() ([]int64, error)
	// Tile returns a tile; the zero one when there is none.
	Tile(level int, number int64) (Tile, error)
	// Latest returns for each subject its last version that began before entry
	// at, in the order asked; its Number is 0 where there is none.
	Latest(subjects []Subject, at int64) ([]Version, error)
	// Foresee says what Latest will most likely be asked next, so that a store on
	// another machine asks for it along with what comes before.
	Foresee(subjects []Subject, at int64)
	// Versions calls f with every version, ordered by the bytes of kind and
	// name, then by entry. f must not use the view.
	Versions(f func(Version) error) error
	// Evidence returns all that a proof of an entry takes. It is asked for alone:
	// no other method of the view is called before or after.
	Evidence(index int64) (Evidence, error)
	// Newest returns the largest checkpoint signed at or before that time.
	Newest(notAfter time.Time) (Signed, bool, error)
	// Checkpoints returns the first limit checkpoints of at least that size, in
	// order of size.
	Checkpoints(from int64, limit int) ([]Signed, error)
	// Cosignatures returns what witnesses have put on the checkpoints of the
	// sizes from to to-1, in order of size and then of the bytes of the key.
	Cosignatures(from, to int64) ([]Cosignature, error)
}

// Change reads and writes. It sees its own writes.
type Change interface {
	View
	SetMeta(name, value string) error
	// AddRows adds entries. It fails when an index is taken, at the latest when
	// the change is committed. An empty body is not stored.
	AddRows([]Row) error
	// DropBodies removes the bodies of entries; what is not there is no error.
	DropBodies(indexes []int64) error
	// PutTile sets a tile.
	PutTile(level int, number int64, tile Tile) error
	// AddVersions adds versions, and fails likewise.
	AddVersions([]Version) error
	// AddCheckpoint adds a checkpoint; one of the same size stays as it is.
	AddCheckpoint(Signed) error
	// AddCosignature adds a witness's line; one of the same size and key stays.
	AddCosignature(Cosignature) error
	// ClearDerived removes all tiles and versions.
	ClearDerived() error
}

// Row is one entry as stored.
type Row struct {
	Index int64
	Line  string // the leaf's line, its newline included
	Body  []byte // nil when it is not stored
}

// Tile is a row of hashes of the tree, all at the same height.
type Tile struct {
	Hashes []byte // 32 bytes each, up to 256: what is published
	Roots  []byte // likewise, the nodes over each 16 of them, which spare hashing
}

// Subject is what entries are about: its versions are counted by themselves.
type Subject struct{ Kind, Name string }

// Version is one state of a subject. It holds for the log sizes above Entry, up
// to and including the Entry of the subject's next version.
type Version struct {
	Subject
	Number int   // counted from 1
	Entry  int64 // index of the entry that began it
}

// Signed is a checkpoint with the time at which it was signed.
type Signed struct {
	Size int64
	Time time.Time // whole seconds
	Note []byte
}

// Evidence is what a proof of an entry takes.
type Evidence struct {
	Row          Row    // Line is "" when there is no such entry
	Newest       Signed // the newest checkpoint; Note is nil when none was signed
	Cosignatures string // the lines of witnesses on it, in order of their keys
	Tile         Tile   // the lowest that the entry is in
}

// Cosignature is the line that a witness has put on a checkpoint.
type Cosignature struct {
	Size int64
	Key  string // the witness's verifier key
	Line string // the signature line, its newline included
}
