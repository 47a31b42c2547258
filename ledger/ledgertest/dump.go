package ledgertest

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"muster/ledger"
)

// Dump writes all that a store holds, so that two stores can be compared byte
// by byte.
func Dump(t testing.TB, store ledger.Store) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, store.View(context.Background(), func(v ledger.View) error {
		for _, name := range []string{"origin", "verifier", "moved"} {
			value, err := v.Meta(name)
			if err != nil {
				return err
			}
			fmt.Fprintf(&out, "meta %s %q\n", name, value)
		}
		size, _, err := v.End()
		if err != nil {
			return err
		}
		for from := int64(0); from < size; from += 1000 {
			rows, err := v.Rows(from, from+1000)
			if err != nil {
				return err
			}
			for _, row := range rows {
				fmt.Fprintf(&out, "entry %d %q %q\n", row.Index, row.Line, row.Body)
			}
		}
		for level := range 4 {
			for number := int64(0); number<<(8*(level+1)) <= size; number++ {
				tile, err := v.Tile(level, number)
				if err != nil {
					return err
				}
				fmt.Fprintf(&out, "tile %d %d %x %x\n", level, number, tile.Hashes, tile.Roots)
			}
		}
		err = v.Versions(func(version ledger.Version) error {
			fmt.Fprintf(&out, "version %s %s %d %d\n", version.Kind, version.Name, version.Entry, version.Number)
			return nil
		})
		if err != nil {
			return err
		}
		checkpoints, err := v.Checkpoints(0, 1_000_000)
		for _, signed := range checkpoints {
			fmt.Fprintf(&out, "checkpoint %d %s %q\n", signed.Size, signed.Time, signed.Note)
		}
		if err != nil {
			return err
		}
		cosignatures, err := v.Cosignatures(0, 1<<62)
		for _, c := range cosignatures {
			fmt.Fprintf(&out, "cosignature %d %s %q\n", c.Size, c.Key, c.Line)
		}
		return err
	}))
	return out.Bytes()
}
