package ledger

import (
	"fmt"
	"io/fs"
)

// Layout is how a store's tables came to be: SQL scripts, of which the first
// makes layout 1 and each further one the next. A script that was released is
// never changed.
type Layout []string

// NewLayout reads the scripts 1.sql, 2.sql and on.
func NewLayout(scripts fs.FS) Layout {
	var layout Layout
	for {
		script, err := fs.ReadFile(scripts, fmt.Sprintf("%d.sql", len(layout)+1))
		if err != nil {
			return layout
		}
		layout = append(layout, string(script))
	}
}

// Steps returns the scripts that bring tables of the given layout up to date;
// 0 means that there are none yet.
func (l Layout) Steps(version int) ([]string, error) {
	if version < 0 || version > len(l) {
		return nil, l.Mismatch(version)
	}
	return l[version:], nil
}

// Mismatch says why tables of the given layout cannot be used as they are, nil
// when they can.
func (l Layout) Mismatch(version int) error {
	if version == len(l) {
		return nil
	}
	advice := "open it for writing once, which brings it up to date"
	if version > len(l) {
		advice = "use a newer Muster"
	}
	return fmt.Errorf("the ledger has layout %d, and this Muster uses layout %d; %s", version, len(l), advice)
}
