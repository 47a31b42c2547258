package ledger

import (
	"bytes"
	"fmt"
	"sync/atomic"

	"muster/proof"
)

// tail is what tiles and the table of versions lack of the entries since the
// newest checkpoint. It is written when the next one is signed, for all of them
// together, so that a single append writes its row and nothing else.
type tail struct {
	versions []Version
	last     map[Subject]int // the number of the last of them by subject
	tiles    []filledTile
}

type filledTile struct {
	at     place
	hashes []byte
}

// tailAtMost is the number of entries after which a checkpoint is signed without
// waiting, so that reading a tail stays quick.
const tailAtMost = 4096

func (t *tail) add(version Version) {
	if t.last == nil {
		t.last = map[Subject]int{}
	}
	t.last[version.Subject] = version.Number
	t.versions = append(t.versions, version)
}

// put implements putTile.
func (t *tail) put(at place, hashes []byte) error {
	t.tiles = append(t.tiles, filledTile{at, bytes.Clone(hashes)})
	return nil
}

// write makes the tables those of the log's present size, of which the spine is
// the edge.
func (t *tail) write(c Change, edge *spine) error {
	put := putTo(c)
	for _, tile := range t.tiles {
		if err := put(tile.at, tile.hashes); err != nil {
			return err
		}
	}
	if err := edge.rest(put); err != nil {
		return err
	}
	if len(t.versions) == 0 {
		return nil
	}
	return c.AddVersions(t.versions)
}

// tailed is a view that answers with what the table of versions lacks.
type tailed struct {
	View
	settled int64         // the table reaches at least to here
	newest  *atomic.Int64 // where to say how far it reaches; only ever raised
}

// Latest implements View.
func (v tailed) Latest(subjects []Subject, at int64) ([]Version, error) {
	versions, err := v.View.Latest(subjects, at)
	if err != nil || at <= v.settled {
		return versions, err
	}
	signed, _, err := v.Newest(endOfTime())
	if err != nil {
		return nil, err
	}
	raise(v.newest, signed.Size)
	if at <= signed.Size {
		return versions, nil
	}
	lines, err := v.Lines(signed.Size, at)
	if err != nil {
		return nil, err
	}
	asked := make(map[Subject][]int, len(subjects))
	for i, subject := range subjects {
		asked[subject] = append(asked[subject], i)
	}
	for i, line := range lines {
		version, err := versionOf(signed.Size+int64(i), line)
		if err != nil {
			return nil, err
		}
		for _, place := range asked[version.Subject] {
			versions[place] = version
		}
	}
	return versions, nil
}

func raise(value *atomic.Int64, to int64) {
	for now := value.Load(); now < to && !value.CompareAndSwap(now, to); now = value.Load() {
	}
}

// versionOf is the version that an entry began.
func versionOf(index int64, line string) (Version, error) {
	leaf, err := proof.ParseLeaf(line)
	if err != nil {
		return Version{}, fmt.Errorf("entry %d: %w: %w", index, err, ErrDamaged)
	}
	return Version{Subject{leaf.Kind, leaf.Subject}, leaf.Version, index}, nil
}
