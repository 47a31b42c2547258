package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// audit reads a log from its first entry to its last, and checks each by
// itself, against the one before, and against every checkpoint signed.
type audit struct {
	log   *Log
	view  View
	spine *spine
	last  Entry

	numbers map[[16]byte]int32 // last version by subject
	named   []uint64           // fingerprint of the version of each entry that was signed

	bodiless map[int64]bool // entries whose body is missing, and not withheld so far

	signed []Signed // checkpoints to come
	before Signed   // the checkpoint before those
	timed  bool     // the checkpoint before tells its own time
	keys   keyAudit
}

// audit calls put with every tile and found with every version as they should
// be, those of the newest checkpoint; found may be nil. The tiles stored are not
// looked at.
func (l *Log) audit(v View, put putTile, found func(Version) error) (*audit, error) {
	size, _, err := v.End()
	if err != nil {
		return nil, err
	}
	a := &audit{log: l, view: v, spine: new(spine), numbers: map[[16]byte]int32{}, bodiless: map[int64]bool{}, named: make([]uint64, 0, size)}
	if a.signed, err = v.Checkpoints(0, checkpointsAtATime); err != nil {
		return nil, err
	}
	newest, _, err := v.Newest(endOfTime())
	if err != nil {
		return nil, err
	}
	for next := int64(0); next < size; {
		rows, err := v.Rows(next, min(next+rowsAtATime, size))
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if row.Index != next {
				break
			}
			if err := a.checkpoints(next, put); err != nil {
				return nil, err
			}
			version, err := a.add(row)
			if err != nil {
				return nil, err
			}
			unsigned := next >= newest.Size
			if unsigned {
				put = func(place, []byte) error { return nil }
			} else {
				a.named = append(a.named, version.fingerprint())
			}
			if err := a.spine.add(tlog.RecordHash([]byte(row.Line)), put); err != nil {
				return nil, err
			}
			if found != nil && !unsigned {
				if err := found(version); err != nil {
					return nil, err
				}
			}
			next++
		}
		if len(rows) == 0 || rows[len(rows)-1].Index != next-1 {
			return nil, missingEntry(next)
		}
	}
	if err := a.checkpoints(size, put); err != nil {
		return nil, err
	}
	if len(a.signed) > 0 {
		return nil, a.checkpoint(a.signed[0])
	}
	if len(a.bodiless) > 0 {
		return nil, fmt.Errorf("entry %d: its body is missing, and no entry withholds it: %w", slices.Min(slices.Collect(maps.Keys(a.bodiless))), ErrDamaged)
	}
	return a, a.keys.check(l)
}

// add checks one entry.
func (a *audit) add(row Row) (Version, error) {
	entry, err := row.entry()
	if err != nil {
		return Version{}, err
	}
	leaf := entry.Leaf
	version := Version{Subject: Subject{leaf.Kind, leaf.Subject}, Number: leaf.Version, Entry: entry.Index}
	key := version.Subject.key()
	expected := int(a.numbers[key]) + 1
	switch {
	case len(entry.Body) > 0 && !leaf.Commits(entry.Body):
		return version, fmt.Errorf("entry %d: its body or its leaf was changed, for the digests differ: %w", entry.Index, ErrDamaged)
	case leaf.Version != expected:
		return version, fmt.Errorf("entry %d: it is version %d of %s %s; expected version %d: %w", entry.Index, leaf.Version, leaf.Kind, leaf.Subject, expected, ErrDamaged)
	case leaf.Time.Before(a.last.Leaf.Time):
		return version, fmt.Errorf("entry %d: its time is before that of the entry before: %w", entry.Index, ErrDamaged)
	case leaf.Time.Before(a.before.Time):
		return version, fmt.Errorf("the checkpoint of size %d: its time was changed, for entry %d is of an earlier one: %w", a.before.Size, entry.Index, ErrDamaged)
	}
	if err := a.keys.add(entry); err != nil {
		return version, err
	}
	if len(entry.Body) == 0 {
		a.bodiless[entry.Index] = true
	}
	if leaf.Kind == KindWithhold {
		if err := a.withhold(entry); err != nil {
			return version, err
		}
	}
	a.numbers[key] = int32(expected)
	a.last = Entry{Index: entry.Index, Leaf: leaf}
	return version, nil
}

// withhold takes in that an entry before is withheld: its body has to be gone.
func (a *audit) withhold(entry Entry) error {
	index, err := withheldIndex(entry.Leaf)
	switch {
	case err != nil || index >= entry.Index:
		return fmt.Errorf("entry %d withholds %q, which is no entry before it: %w", entry.Index, entry.Leaf.Subject, ErrDamaged)
	case len(entry.Body) == 0:
		return nil // told of as missing
	case !a.bodiless[index] && entry.Leaf.Version == 1:
		return fmt.Errorf("entry %d: its body was withheld by entry %d, and is here again; withhold it once more, which removes it: %w", index, entry.Index, ErrDamaged)
	}
	delete(a.bodiless, index)
	return nil
}

// key stands for a subject in half its space and without its strings.
func (s Subject) key() [16]byte {
	digest := sha256.Sum256([]byte(s.Kind + " " + s.Name))
	return [16]byte(digest[:16])
}

func (v Version) fingerprint() uint64 {
	digest := sha256.Sum256([]byte(v.Kind + " " + v.Name + " " + strconv.Itoa(v.Number)))
	return binary.BigEndian.Uint64(digest[:])
}

// checkpoints verifies the checkpoints up to the size read so far.
func (a *audit) checkpoints(size int64, put putTile) error {
	for len(a.signed) > 0 && a.signed[0].Size <= size {
		if err := a.checkpoint(a.signed[0]); err != nil {
			return err
		}
		a.before, a.signed = a.signed[0], a.signed[1:]
		if len(a.signed) == 0 {
			var err error
			if a.signed, err = a.view.Checkpoints(a.before.Size+1, checkpointsAtATime); err != nil {
				return err
			}
		}
		if len(a.signed) == 0 { // the newest
			if err := a.spine.rest(put); err != nil {
				return err
			}
		}
	}
	return nil
}

const checkpointsAtATime = 256

// checkpoint verifies one checkpoint, of a size that was reached or is beyond
// the last entry.
func (a *audit) checkpoint(signed Signed) error {
	verifier := a.log.verifierAt(signed.Size)
	c, err := proof.OpenCheckpoint(signed.Note, verifier)
	if err != nil {
		return fmt.Errorf("the checkpoint of size %d: %w: %w", signed.Size, err, ErrDamaged)
	}
	if c.Size != signed.Size || signed.Time.Before(a.before.Time) || signed.Time.Before(a.last.Leaf.Time) {
		return fmt.Errorf("the checkpoint of size %d: its size or time was changed: %w", signed.Size, ErrDamaged)
	}
	if a.timed, err = checkTime(signed, verifier, a.timed); err != nil {
		return err
	}
	if c.Size > a.spine.size {
		return fmt.Errorf("entry %d is missing: %d were signed: %w", a.spine.size, c.Size, ErrDamaged)
	}
	root, err := a.spine.root()
	if err == nil && root != c.Root {
		err = fmt.Errorf("%s was changed after it was signed: %w", suspect(a.view, a.before.Size, c.Size), ErrDamaged)
	}
	return err
}

// suspect names the entry, of those from from to to-1, that was changed: the
// first whose hash is not the one in its tile, if the tiles were left alone.
func suspect(v View, from, to int64) string {
	for next := from; next < to; {
		lines, err := v.Lines(next, min(next+tileHashes, to))
		if err != nil || len(lines) == 0 {
			break
		}
		for _, line := range lines {
			stored, err := storedHashes{view: v}.ReadHashes([]int64{tlog.StoredHashIndex(0, next)})
			if err == nil && stored[0] != tlog.RecordHash([]byte(line)) {
				return fmt.Sprintf("entry %d", next)
			}
			next++
		}
	}
	return fmt.Sprintf("one of the entries %d to %d", from, to-1)
}

// checkVersions compares the table of versions with the entries read.
func (a *audit) checkVersions(v View) error {
	seen := make([]uint64, (len(a.named)+63)/64)
	err := v.Versions(func(stored Version) error {
		at := stored.Entry
		if at < 0 || at >= int64(len(a.named)) || a.named[at] != stored.fingerprint() {
			return fmt.Errorf("the table of versions is wrong at %s %s version %d; the entries are whole, so rebuilding mends it: %w", stored.Kind, stored.Name, stored.Number, ErrDamaged)
		}
		seen[at/64] |= 1 << (at % 64)
		return nil
	})
	if err != nil {
		return err
	}
	for at := range int64(len(a.named)) {
		if seen[at/64]>>(at%64)&1 == 1 {
			continue
		}
		entry, err := entryAt(v, at)
		if err != nil {
			return err
		}
		return fmt.Errorf("the table of versions lacks %s %s version %d; the entries are whole, so rebuilding mends it: %w", entry.Leaf.Kind, entry.Leaf.Subject, entry.Leaf.Version, ErrDamaged)
	}
	return nil
}

// path is the C2SP path of a tile with that many bytes.
func (p place) path(bytes int) string {
	return proof.TilePath(tlog.Tile{H: proof.TileHeight, L: p.level, N: p.number, W: bytes / tlog.HashSize})
}
