package proof_test

import (
	"errors"
	"io/fs"
	"slices"
	"testing"

	"muster/proof"
)

// The example of the specification: a tree of size 70,000.
func TestTilesOfTheSpecification(t *testing.T) {
	var paths []string
	for _, tile := range proof.Tiles(70_000) {
		paths = append(paths, proof.TilePath(tile))
	}
	if len(paths) != 2*(273+1)+2+1 {
		t.Errorf("%d paths", len(paths))
	}
	for _, path := range []string{"tile/0/000", "tile/0/272", "tile/0/273.p/112", "tile/entries/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"} {
		if !slices.Contains(paths, path) {
			t.Errorf("%s is not there", path)
		}
	}
}

func TestTilePath(t *testing.T) {
	for _, path := range []string{"tile/0/000", "tile/63/000", "tile/0/x001/x234/067", "tile/0/x001/x234/067.p/255", "tile/entries/x001/000", "tile/entries/000.p/1"} {
		tile, err := proof.ParseTilePath(path)
		if must(t, err); proof.TilePath(tile) != path {
			t.Errorf("%s becomes %s", path, proof.TilePath(tile))
		}
	}
	for _, path := range []string{
		"", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/0000", "tile/00/000", "tile/64/000", "tile/-1/000", "tile/data/000",
		"tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/001/000", "tile/0/x000/001", "tile/8/0/000", "/tile/0/000", "tile/0/000/", "tile/0/../000", "tile/entries/entries/000",
	} {
		if tile, err := proof.ParseTilePath(path); err == nil {
			t.Errorf("%q was taken as %+v", path, tile)
		}
	}
}

func TestRebuild(t *testing.T) {
	for _, size := range []int64{0, 1, 255, 256, 257, 600} {
		published, _, c := publish(t, size)
		tree, err := proof.Rebuild(c, published.read)
		if must(t, err); tree.Size() != size {
			t.Errorf("rebuilt %d leaves, expected %d", tree.Size(), size)
		}
		for path, content := range published {
			changed := slices.Clone(content)
			changed[len(changed)/2] ^= 1
			published[path] = changed
			if _, err := proof.Rebuild(c, published.read); !errors.Is(err, proof.ErrInconsistent) {
				t.Errorf("size %d with a bit of %s flipped: %v", size, path, err)
			}
			published[path] = content[:len(content)-1]
			if _, err := proof.Rebuild(c, published.read); !errors.Is(err, proof.ErrInconsistent) {
				t.Errorf("size %d with %s cut short: %v", size, path, err)
			}
			delete(published, path)
			if _, err := proof.Rebuild(c, published.read); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("size %d without %s: %v", size, path, err)
			}
			published[path] = content
		}
	}
}

func TestCheckConsistency(t *testing.T) {
	sizes := []int64{0, 1, 2, 255, 256, 257, 511, 600}
	for _, newSize := range sizes {
		published, tree, newer := publish(t, newSize)
		for _, oldSize := range sizes {
			_, _, older := publish(t, oldSize)
			err, direct := proof.CheckConsistency(older, newer, published.read), tree.Extends(older)
			if oldSize > newSize {
				if !errors.Is(err, proof.ErrInconsistent) || !errors.Is(direct, proof.ErrInconsistent) {
					t.Errorf("%d does not extend %d: %v, %v", newSize, oldSize, err, direct)
				}
				continue
			}
			if err != nil || direct != nil {
				t.Errorf("%d extends %d: %v, %v", newSize, oldSize, err, direct)
			}
			older.Root[0] ^= 1
			if err := proof.CheckConsistency(older, newer, published.read); !errors.Is(err, proof.ErrInconsistent) {
				t.Errorf("another tree of size %d: %v", oldSize, err)
			}
			if err := tree.Extends(older); !errors.Is(err, proof.ErrInconsistent) {
				t.Errorf("another tree of size %d: %v", oldSize, err)
			}
		}
	}
	// A server that makes up tiles for the older tree is not believed.
	published, _, newer := publish(t, 300)
	_, forged, _ := publish(t, 0)
	for i := range 100 {
		must(t, forged.Append(leaf(i+1000).Hash()))
	}
	root, err := forged.Root(100)
	must(t, err)
	lie, _, _ := publish(t, 300)
	lie["tile/0/000"] = slices.Repeat([]byte{1}, 256*32)
	older := proof.Checkpoint{Origin: newer.Origin, Size: 100, Root: root}
	for _, read := range []proof.ReadTile{published.read, lie.read} {
		if err := proof.CheckConsistency(older, newer, read); err == nil {
			t.Error("a forged history was accepted")
		}
	}
	older.Origin = "elsewhere"
	if err := proof.CheckConsistency(older, newer, published.read); !errors.Is(err, proof.ErrInconsistent) {
		t.Errorf("another log: %v", err)
	}
}
