package proof

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	// TileHeight is the height of all tiles: 256 hashes in a full one.
	TileHeight = 8
	// EntriesLevel is the level of a tlog.Tile that stands for leaves.
	EntriesLevel = -1

	maxLevel  = 63
	maxNumber = 1<<(63-TileHeight) - 1 // its leaves still have an int64 index
)

// TilePath returns the path of a tile under C2SP tlog-tiles.
func TilePath(t tlog.Tile) string {
	path := strings.Replace(t.Path(), fmt.Sprintf("tile/%d/", t.H), "tile/", 1)
	return strings.Replace(path, "tile/data/", "tile/entries/", 1)
}

// ParseTilePath reads a path of C2SP tlog-tiles, such as tile/0/000.p/41 or
// tile/entries/x001/234.
func ParseTilePath(path string) (tlog.Tile, error) {
	rest, isTile := strings.CutPrefix(path, "tile/")
	if number, isEntries := strings.CutPrefix(rest, "entries/"); isEntries {
		rest = "data/" + number
	}
	tile, err := tlog.ParseTilePath(fmt.Sprintf("tile/%d/%s", TileHeight, rest))
	if !isTile || err != nil || tile.L > maxLevel || tile.N > maxNumber || TilePath(tile) != path {
		return tlog.Tile{}, fmt.Errorf("%.100q is no path of a tile; expected such as tile/0/000.p/41 or tile/entries/000", path)
	}
	return tile, nil
}

// Tiles returns the tiles of a tree of the given size, each hash tile of level
// 0 followed by the bundle of the same leaves.
func Tiles(size int64) []tlog.Tile {
	var tiles []tlog.Tile
	for _, tile := range tlog.NewTiles(TileHeight, 0, size) {
		tiles = append(tiles, tile)
		if tile.L == 0 {
			tile.L = EntriesLevel
			tiles = append(tiles, tile)
		}
	}
	return tiles
}

// FormatBundle writes leaves' lines as an entry bundle: each after its length
// as a big-endian uint16.
func FormatBundle(lines []string) ([]byte, error) {
	var bundle []byte
	for _, line := range lines {
		if len(line) > maxLeaf {
			return nil, fmt.Errorf("entry bundle: a leaf has %d bytes; expected at most %d", len(line), maxLeaf)
		}
		bundle = binary.BigEndian.AppendUint16(bundle, uint16(len(line)))
		bundle = append(bundle, line...)
	}
	return bundle, nil
}

// ParseBundle reads an entry bundle.
func ParseBundle(bundle []byte) ([]string, error) {
	var lines []string
	for len(bundle) > 0 {
		if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
			return nil, errors.New("entry bundle: it ends in the middle of a leaf; fetch it again")
		}
		end := 2 + int(binary.BigEndian.Uint16(bundle))
		lines = append(lines, string(bundle[2:end]))
		bundle = bundle[end:]
	}
	return lines, nil
}
