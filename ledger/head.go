package ledger

import (
	"bytes"
	"fmt"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// head is what a log knows of its own end, so that it need not be read again
// for each entry.
type head struct {
	spine   *spine
	tail    tail      // what the spine holds and the tables do not
	settled Subject   // of the last entry before the tail
	last    string    // the last entry's line
	time    time.Time // of the last entry or checkpoint; what follows is not earlier
	signed  []byte    // the newest checkpoint, which the spine extends
	checked time.Time // when that was last found to be the newest everywhere
}

// end returns the log's end, to be gone on from. It reports, with ErrForked,
// when the log does not extend what was signed.
func (l *Log) end(v View) (*head, error) {
	size, last, err := v.End()
	if err != nil {
		return nil, err
	}
	// Whoever else wrote in the meantime left another last line; whoever signed
	// elsewhere is found within SignWithin.
	known := l.head
	l.head = nil // it is the caller's now, and comes back when all went well
	if known != nil && known.spine.size == size && known.last == last && l.options.Now().Sub(known.checked) < l.options.SignWithin {
		return known, nil
	}
	return l.readHead(v, known)
}

// readHead reads the log's end, and reports, with ErrForked, when the log does
// not extend the last checkpoint signed with its key, be it kept beside the key
// or in the store. known may hold what was the end before; it is used up.
func (l *Log) readHead(v View, known *head) (*head, error) {
	size, last, err := v.End()
	if err != nil {
		return nil, err
	}
	kept, newest, found, err := l.signedLast(v)
	if err != nil {
		return nil, err
	}
	end := &head{last: last, time: newest.Time, signed: newest.Note, checked: l.options.Now()}
	if size > 0 {
		leaf, err := proof.ParseLeaf(last)
		if err != nil {
			return nil, fmt.Errorf("entry %d: %w: %w", size-1, err, ErrDamaged)
		}
		if end.time.Before(leaf.Time) {
			end.time = leaf.Time
		}
	}
	if known != nil && known.spine.size == size && known.last == last &&
		bytes.Equal(known.signed, newest.Note) && bytes.Equal(known.signed, kept) {
		end.spine, end.tail, end.settled = known.spine, known.tail, known.settled
		return end, nil
	}
	if newest.Size > size {
		return nil, lacks(size, newest.Size)
	}
	if end.spine, err = loadSpine(v, newest.Size); err != nil {
		return nil, err
	}
	if found {
		checkpoint, err := proof.OpenCheckpoint(newest.Note, l.verifierAt(newest.Size))
		if err != nil {
			return nil, fmt.Errorf("the newest checkpoint in the ledger: %w: %w", err, ErrDamaged)
		}
		if root, err := end.spine.root(); err != nil || root != checkpoint.Root {
			return nil, rewritten(checkpoint.Size)
		}
	}
	if end.settled, err = settledSubject(v, newest.Size); err != nil {
		return nil, err
	}
	if kept != nil && !bytes.Equal(kept, newest.Note) {
		if err := l.checkKept(v, end, size, kept); err != nil {
			return nil, err
		}
	}
	return end, end.goOn(v, size)
}

// signedLast returns the last checkpoint signed as kept beside the key, nil
// when there is none, and as kept in the store.
func (l *Log) signedLast(v View) (kept []byte, newest Signed, found bool, err error) {
	moved, err := v.Meta(metaMoved)
	if err != nil {
		return nil, newest, false, err
	}
	if moved != "" {
		return nil, newest, false, fmt.Errorf("%w to %s", ErrMoved, moved)
	}
	if kept, err = l.options.Keys.Last(l.options.Origin); err != nil {
		return nil, newest, false, fmt.Errorf("reading the last checkpoint signed: %w", err)
	}
	newest, found, err = v.Newest(endOfTime())
	return kept, newest, found, err
}

// checkKept compares the log, of which the end is read so far, with the
// checkpoint beside the key. It may be older than the newest in the store, when
// the key folder was restored, or newer, after a crash between the two.
func (l *Log) checkKept(v View, end *head, size int64, kept []byte) error {
	checkpoint, err := proof.OpenCheckpoint(kept, l.verifierAt(sizeOf(kept)))
	if err != nil {
		return fmt.Errorf("the last checkpoint kept beside the signing key cannot be used: %w; restore that file, or delete it to go by the ledger alone", err)
	}
	if checkpoint.Size > size {
		return lacks(size, checkpoint.Size)
	}
	var root tlog.Hash
	if checkpoint.Size < end.spine.size {
		root, err = tlog.TreeHash(checkpoint.Size, storedHashes{view: v})
	} else if err = end.goOn(v, checkpoint.Size); err == nil {
		root, err = end.spine.root()
	}
	if err == nil && root != checkpoint.Root {
		err = rewritten(checkpoint.Size)
	}
	return err
}

// goOn adds the stored leaves up to a size, and what follows from them.
func (end *head) goOn(v View, size int64) error {
	return end.spine.goOn(v, size, end.tail.put, func(index int64, line string) error {
		version, err := versionOf(index, line)
		end.tail.add(version)
		return err
	})
}

// goOn adds the stored leaves up to a size; each is called with every one, before.
func (s *spine) goOn(v View, size int64, put putTile, each func(index int64, line string) error) error {
	for s.size < size {
		lines, err := v.Lines(s.size, min(s.size+tileHashes, size))
		if err != nil {
			return err
		}
		if len(lines) == 0 {
			return missingEntry(s.size)
		}
		for _, line := range lines {
			if err := each(s.size, line); err != nil {
				return err
			}
			if err := s.add(tlog.RecordHash([]byte(line)), put); err != nil {
				return err
			}
		}
	}
	return nil
}

func missingEntry(index int64) error {
	return fmt.Errorf("entry %d is missing: %w", index, ErrDamaged)
}

func lacks(size, signed int64) error {
	return fmt.Errorf("%w: it holds %d entries, and %d were signed; was it restored from a backup, or a copy of it written to? Go on with the newer one; when that is lost for good, `muster key replace` goes on from here under a new name and key, and says so in the record", ErrForked, size, signed)
}

func rewritten(size int64) error {
	return fmt.Errorf("%w: its first %d entries are others than those signed; check it: when it is damaged, rebuild it or restore it; when it is whole, a copy of it was written to elsewhere, so restore the one that was signed; when that is lost for good, `muster key replace` goes on from here under a new name and key, and says so in the record", ErrForked, size)
}
