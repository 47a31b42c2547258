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
	// an error that wraps ErrBusy when another writer does not finish.
	Change(ctx context.Context, f func(Change) error) error
	// ReadOnly reports whether Change always fails, with ErrReadOnly.
	ReadOnly() bool
	Close() error
}

// View reads. It is valid only inside the call it was given to.
type View interface {
	// Meta returns a value set with SetMeta, "" when there is none.
	Meta(name string) (string, error)
	// Size returns the number of entries.
	Size() (int64, error)
	// Rows returns the entries from to to-1 in order, as many as there are.
	Rows(from, to int64) ([]Row, error)
	// Tile returns the hashes of a tile, 32 bytes each, as many as there are.
	Tile(level int, number int64) ([]byte, error)
	// Latest returns the subject's last version that began before entry at.
	Latest(kind, subject string, at int64) (Version, bool, error)
	// Versions calls f with every version, in any order.
	Versions(f func(Version) error) error
	// Newest returns the largest checkpoint signed at or before that time.
	Newest(notAfter time.Time) (Signed, bool, error)
	// Checkpoints calls f with every checkpoint, in order of size.
	Checkpoints(f func(Signed) error) error
}

// Change reads and writes. It sees its own writes.
type Change interface {
	View
	SetMeta(name, value string) error
	// AddRows adds entries. It fails when an index is taken. An empty body is
	// not stored.
	AddRows([]Row) error
	// PutTile sets the hashes of a tile.
	PutTile(level int, number int64, hashes []byte) error
	// PutVersions adds versions, and replaces those of the same kind, subject
	// and number.
	PutVersions([]Version) error
	// AddCheckpoint adds a checkpoint; one of the same size stays as it is.
	AddCheckpoint(Signed) error
	// ClearDerived removes all tiles and versions.
	ClearDerived() error
}

// Row is one entry as stored.
type Row struct {
	Index int64
	Line  string // the leaf's line, its newline included
	Body  []byte // nil when it is not stored
}

// Version is one state of a subject: it holds for the log sizes above From, up
// to and including To.
type Version struct {
	Kind, Subject string
	Number        int   // counted from 1
	From          int64 // index of the entry that began it
	To            int64 // index of the entry that ended it; 0 while it stands
}

// Signed is a checkpoint with the time at which it was signed.
type Signed struct {
	Size int64
	Time time.Time // whole seconds
	Note []byte
}
