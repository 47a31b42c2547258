package ledger

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// spine is the right edge of a tree: all that is needed to add leaves, to tell
// the root, and to write tiles. It holds at most 8 KB for each level of tiles.
type spine struct {
	size int64
	edge []tlog.Hash // roots of the whole subtrees, from left to right; one for each bit of size
	open [][]byte    // by level, the hashes of the tile that is not full yet
}

const (
	tileHashes = 1 << proof.TileHeight
	tileBytes  = tileHashes * tlog.HashSize
)

// place is where a tile is.
type place struct {
	level  int
	number int64
}

// putTile takes the hashes of a tile, which change when it returns.
type putTile func(at place, hashes []byte) error

// loadSpine reads the right edge of a stored tree.
func loadSpine(v View, size int64) (*spine, error) {
	s := &spine{size: size}
	for level := 0; size>>(level*proof.TileHeight) > 0; level++ {
		width := int(size>>(level*proof.TileHeight)) % tileHashes
		tile := make([]byte, 0, tileBytes)
		if width > 0 {
			number := size >> ((level + 1) * proof.TileHeight)
			stored, err := v.Tile(level, number)
			if err != nil {
				return nil, err
			}
			if !stored.has(width) {
				return nil, missingHashes(place{level, number}, len(stored.Hashes), width)
			}
			tile = append(tile, stored.Hashes[:width*tlog.HashSize]...)
		}
		s.open = append(s.open, tile)
	}
	for level := len(s.open) - 1; level >= 0; level-- {
		tile := s.open[level]
		for height := proof.TileHeight - 1; height >= 0; height-- {
			if end := tlog.HashSize << height; len(s.open[level])/tlog.HashSize>>height&1 == 1 {
				s.edge = append(s.edge, nodeOver(tile[:end]))
				tile = tile[end:]
			}
		}
	}
	return s, nil
}

// nodeOver is the root of a whole subtree over these hashes.
func nodeOver(hashes []byte) tlog.Hash {
	if len(hashes) == tlog.HashSize {
		return tlog.Hash(hashes)
	}
	return nodeHash(nodeOver(hashes[:len(hashes)/2]), nodeOver(hashes[len(hashes)/2:]))
}

// nodeHash is tlog.NodeHash without what that allocates.
func nodeHash(left, right tlog.Hash) tlog.Hash {
	var node [1 + 2*tlog.HashSize]byte
	node[0] = 1 // RFC 6962: a node, not a leaf
	copy(node[1:], left[:])
	copy(node[1+tlog.HashSize:], right[:])
	return sha256.Sum256(node[:])
}

// clone returns a copy that can be added to by itself.
func (s *spine) clone() *spine {
	twin := &spine{size: s.size, edge: slices.Clone(s.edge), open: make([][]byte, len(s.open))}
	for level, tile := range s.open {
		twin.open[level] = append(make([]byte, 0, tileBytes), tile...)
	}
	return twin
}

// add adds a leaf, and calls put with each tile that it fills.
func (s *spine) add(leaf tlog.Hash, put putTile) error {
	node := leaf
	for height := 0; ; height++ {
		if height%proof.TileHeight == 0 {
			if err := s.addToTile(height/proof.TileHeight, node, put); err != nil {
				return err
			}
		}
		if s.size>>height&1 == 0 {
			break
		}
		node = nodeHash(s.edge[len(s.edge)-1], node)
		s.edge = s.edge[:len(s.edge)-1]
	}
	s.edge = append(s.edge, node)
	s.size++
	return nil
}

func (s *spine) addToTile(level int, node tlog.Hash, put putTile) error {
	if level == len(s.open) {
		s.open = append(s.open, make([]byte, 0, tileBytes))
	}
	s.open[level] = append(s.open[level], node[:]...)
	if len(s.open[level]) < tileBytes {
		return nil
	}
	err := put(place{level, s.size >> ((level + 1) * proof.TileHeight)}, s.open[level])
	s.open[level] = s.open[level][:0]
	return err
}

// rest calls put with the tiles that are not full.
func (s *spine) rest(put putTile) error {
	for level, tile := range s.open {
		if len(tile) == 0 {
			continue
		}
		if err := put(place{level, s.size >> ((level + 1) * proof.TileHeight)}, tile); err != nil {
			return err
		}
	}
	return nil
}

// putTo stores tiles.
func putTo(c Change) putTile {
	return func(at place, hashes []byte) error {
		return c.PutTile(at.level, at.number, newTile(bytes.Clone(hashes)))
	}
}

// root returns the root of the tree.
func (s *spine) root() (tlog.Hash, error) {
	if s.size == 0 {
		return tlog.TreeHash(0, nil)
	}
	root := s.edge[len(s.edge)-1]
	for i := len(s.edge) - 2; i >= 0; i-- {
		root = nodeHash(s.edge[i], root)
	}
	return root, nil
}

func missingHashes(at place, bytes, expected int) error {
	return fmt.Errorf("%s has %d hashes; expected at least %d; %w", at.path(expected*tlog.HashSize), bytes/tlog.HashSize, expected, errDerived)
}
