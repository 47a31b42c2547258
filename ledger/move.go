package ledger

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// Place is a store with the name by which the other store's mark tells of it.
type Place struct {
	Name  string
	Store Store
}

// Move takes a log from one store to another: entries, bodies and checkpoints
// as they are, bit for bit. The copy is checked as a whole before the first
// store is marked as moved away; it stays as it is, and no log can be appended
// to there any more. At no moment do both stores take entries.
//
// A move that was cut off goes on where it stopped when it is called again. A
// store that the log was moved away from earlier may be moved back to: what it
// holds is gone on from. progress may be nil.
func Move(ctx context.Context, from, to Place, progress func(done, total int64)) error {
	source, err := readPlace(ctx, from)
	if err != nil {
		return err
	}
	target, err := readPlace(ctx, to)
	if err != nil {
		return err
	}
	switch {
	case source.origin == "":
		return fmt.Errorf("%s: %w", from.Name, ErrNoLog)
	case source.moved != "" && source.moved != to.Name:
		return fmt.Errorf("%s: %w to %s already; move it from there", from.Name, ErrMoved, source.moved)
	case target.origin != "" && (target.origin != source.origin || target.verifier != source.verifier):
		return fmt.Errorf("%s holds another ledger, %s; choose a place that holds none", to.Name, target.origin)
	case target.origin != "" && target.moved == "" && source.moved == "":
		return fmt.Errorf("%s holds a ledger of the same name that takes entries; choose a place that holds none", to.Name)
	case source.signed != source.size:
		return fmt.Errorf("%s: the last %d entries are %w; open it where its key is", from.Name, source.size-source.signed, ErrUnsigned)
	}
	if target.origin != "" && target.moved == "" {
		return nil // only the last step of all was missing, and it is the caller's
	}
	m := mover{from: from, to: to, source: source, progress: progress}
	if m.progress == nil {
		m.progress = func(int64, int64) {}
	}
	for _, step := range []func(context.Context) error{m.mark, m.copyEntries, m.copyCheckpoints, m.copyCosignatures, m.verify, m.close, m.open} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("moving the ledger from %s to %s: %w", from.Name, to.Name, err)
		}
	}
	return nil
}

// Copy copies what of a log is signed into a store that holds none, bit for bit,
// and checks the copy as a whole. The log may be appended to meanwhile. It
// returns the number of entries copied.
func Copy(ctx context.Context, from, to Place) (int64, error) {
	source, err := readPlace(ctx, from)
	if err != nil {
		return 0, err
	}
	target, err := readPlace(ctx, to)
	switch {
	case err != nil:
		return 0, err
	case source.origin == "":
		return 0, fmt.Errorf("%s: %w", from.Name, ErrNoLog)
	case source.moved != "":
		return 0, fmt.Errorf("%s: %w to %s", from.Name, ErrMoved, source.moved)
	case target.origin != "":
		return 0, fmt.Errorf("%s holds a ledger already, %s", to.Name, target.origin)
	}
	if source.signed < source.size { // what waits for its signature is not copied
		source.size = source.signed
		err := from.Store.View(ctx, func(v View) error {
			lines, err := v.Lines(max(source.size-1, 0), source.size)
			source.last = strings.Join(lines, "")
			return err
		})
		if err != nil {
			return 0, err
		}
	}
	m := mover{from: from, to: to, source: source, progress: func(int64, int64) {}}
	for _, step := range []func(context.Context) error{m.mark, m.copyEntries, m.copyCheckpoints, m.copyCosignatures, m.verify, m.open} {
		if err := step(ctx); err != nil {
			return 0, fmt.Errorf("copying the ledger from %s: %w", from.Name, err)
		}
	}
	return source.size, nil
}

// placeState is what a store says of its log.
type placeState struct {
	origin, verifier, moved string
	keys                    string
	size, signed            int64
	last                    string
}

func readPlace(ctx context.Context, place Place) (state placeState, err error) {
	err = place.Store.View(ctx, func(v View) error {
		state = placeState{}
		for name, value := range map[string]*string{metaOrigin: &state.origin, metaVerifier: &state.verifier, metaMoved: &state.moved, metaKeys: &state.keys} {
			if *value, err = v.Meta(name); err != nil {
				return err
			}
		}
		if state.size, state.last, err = v.End(); err != nil {
			return err
		}
		newest, _, err := v.Newest(endOfTime())
		state.signed = newest.Size
		return err
	})
	return state, err
}

type mover struct {
	from, to Place
	source   placeState
	progress func(done, total int64)
}

// mark makes the target a log that is elsewhere, until all is there.
func (m mover) mark(ctx context.Context) error {
	return m.to.Store.Change(ctx, func(c Change) error {
		return errors.Join(c.SetMeta(metaOrigin, m.source.origin), c.SetMeta(metaVerifier, m.source.verifier), c.SetMeta(metaKeys, m.source.keys), c.SetMeta(metaMoved, m.from.Name))
	})
}

// entriesAtOnce bounds what one change of the target writes.
const entriesAtOnce = 512

func (m mover) copyEntries(ctx context.Context) error {
	s, err := m.targetSpine(ctx)
	if err != nil {
		return err
	}
	for s.size < m.source.size {
		var rows []Row
		err := m.from.Store.View(ctx, func(v View) (err error) {
			rows, err = v.Rows(s.size, min(s.size+entriesAtOnce, m.source.size))
			return err
		})
		if err != nil {
			return err
		}
		if len(rows) == 0 || rows[0].Index != s.size {
			return missingEntry(s.size)
		}
		next := s
		err = m.to.Store.Change(ctx, func(c Change) error {
			next = s.clone()
			return addCopied(c, next, rows)
		})
		if err != nil {
			return err
		}
		s = next
		m.progress(s.size, m.source.size)
	}
	return m.to.Store.Change(ctx, func(c Change) error { return s.rest(putTo(c)) })
}

// targetSpine is the right edge of what the target holds, which has to be the
// beginning of the source.
func (m mover) targetSpine(ctx context.Context) (s *spine, err error) {
	err = m.to.Store.View(ctx, func(v View) error {
		size, _, err := v.End()
		if err != nil {
			return err
		}
		s = new(spine)
		return s.goOn(v, size, func(place, []byte) error { return nil }, func(int64, string) error { return nil })
	})
	if err != nil || s.size == 0 {
		return s, err
	}
	if s.size > m.source.size {
		return nil, fmt.Errorf("%s holds %d entries, and the ledger has %d; choose a place that holds none", m.to.Name, s.size, m.source.size)
	}
	root, err := s.root()
	if err != nil {
		return nil, err
	}
	return s, m.from.Store.View(ctx, func(v View) error {
		expected, err := tlog.TreeHash(s.size, storedHashes{view: v})
		if err == nil && expected != root {
			err = fmt.Errorf("%s holds %d entries that are not the ledger's first; choose a place that holds none", m.to.Name, s.size)
		}
		return err
	})
}

// addCopied writes entries that have their versions already.
func addCopied(c Change, s *spine, rows []Row) error {
	versions := make([]Version, len(rows))
	for i, row := range rows {
		leaf, err := proof.ParseLeaf(row.Line)
		if err != nil {
			return fmt.Errorf("entry %d: %w: %w", row.Index, err, ErrDamaged)
		}
		versions[i] = Version{Subject{leaf.Kind, leaf.Subject}, leaf.Version, row.Index}
		if err := s.add(tlog.RecordHash([]byte(row.Line)), putTo(c)); err != nil {
			return err
		}
	}
	return errors.Join(c.AddRows(rows), c.AddVersions(versions))
}

func (m mover) copyCheckpoints(ctx context.Context) error {
	return m.eachCheckpoints(ctx, m.from.Store, func(page []Signed) error {
		return m.to.Store.Change(ctx, func(c Change) error {
			for _, signed := range page {
				if err := c.AddCheckpoint(signed); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func (m mover) copyCosignatures(ctx context.Context) error {
	return m.eachCheckpoints(ctx, m.from.Store, func(page []Signed) error {
		cosignatures, err := cosignaturesOf(ctx, m.from.Store, page)
		if err != nil || len(cosignatures) == 0 {
			return err
		}
		return m.to.Store.Change(ctx, func(c Change) error {
			for _, cosignature := range cosignatures {
				if err := c.AddCosignature(cosignature); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func cosignaturesOf(ctx context.Context, store Store, page []Signed) (all []Cosignature, err error) {
	err = store.View(ctx, func(v View) error {
		all, err = v.Cosignatures(page[0].Size, page[len(page)-1].Size+1)
		return err
	})
	return all, err
}

func (m mover) eachCheckpoints(ctx context.Context, store Store, f func([]Signed) error) error {
	for from := int64(0); from < math.MaxInt64; {
		var page []Signed
		err := store.View(ctx, func(v View) (err error) {
			page, err = v.Checkpoints(from, checkpointsAtATime)
			return err
		})
		for len(page) > 0 && page[len(page)-1].Size > m.source.signed { // signed meanwhile
			page = page[:len(page)-1]
		}
		if err != nil || len(page) == 0 {
			return err
		}
		if err := f(page); err != nil {
			return err
		}
		from = page[len(page)-1].Size + 1
	}
	return nil
}

// verify checks the copy as a whole, and that each checkpoint in it is the
// source's. Those commit to all else.
func (m mover) verify(ctx context.Context) error {
	earlier, err := parseKeys(m.source.keys)
	if err != nil {
		return err
	}
	copied := &Log{store: m.to.Store, verifier: m.source.verifier, earlier: earlier, options: Options{Origin: m.source.origin}}
	if err := copied.Check(ctx); err != nil {
		return fmt.Errorf("the copy is not whole, and the ledger stays where it is: %w", err)
	}
	state, err := readPlace(ctx, m.to)
	if err != nil {
		return err
	}
	if state.size != m.source.size || state.last != m.source.last || state.signed != m.source.signed {
		return fmt.Errorf("the copy holds %d entries, expected %d: %w", state.size, m.source.size, ErrDamaged)
	}
	return m.eachCheckpoints(ctx, m.from.Store, func(page []Signed) error {
		cosignatures, err := cosignaturesOf(ctx, m.from.Store, page)
		if err != nil {
			return err
		}
		return m.to.Store.View(ctx, func(v View) error {
			if copied, err := v.Cosignatures(page[0].Size, page[len(page)-1].Size+1); err != nil || !slices.Equal(copied, cosignatures) {
				return errors.Join(err, fmt.Errorf("the copy lacks cosignatures of the checkpoints from size %d: %w", page[0].Size, ErrDamaged))
			}
			copies, err := v.Checkpoints(page[0].Size, len(page))
			if err != nil {
				return err
			}
			for i, signed := range page {
				if i >= len(copies) || copies[i].Size != signed.Size || !copies[i].Time.Equal(signed.Time) || !bytes.Equal(copies[i].Note, signed.Note) {
					return fmt.Errorf("the copy of the checkpoint of size %d is another: %w", signed.Size, ErrDamaged)
				}
			}
			return nil
		})
	})
}

// close marks the source as moved away, unless it has gone on meanwhile.
func (m mover) close(ctx context.Context) error {
	return m.from.Store.Change(ctx, func(c Change) error {
		size, last, err := c.End()
		if err != nil {
			return err
		}
		if size != m.source.size || last != m.source.last {
			return fmt.Errorf("something was recorded meanwhile: %w; move it again, which goes on from here", ErrBusy)
		}
		return c.SetMeta(metaMoved, m.to.Name)
	})
}

// open lets the target take entries.
func (m mover) open(ctx context.Context) error {
	return m.to.Store.Change(ctx, func(c Change) error { return c.SetMeta(metaMoved, "") })
}
