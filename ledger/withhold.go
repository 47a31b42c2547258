package ledger

import (
	"context"
	"fmt"
	"io/fs"
	"strconv"

	"muster/proof"
)

// KindWithhold is the kind of the entries that withhold the body of an earlier
// one: their subject is its number. Only such an entry lets a body be missing.
const KindWithhold = "withhold"

// Withhold removes the bodies of entries, and says so with one entry for each,
// all of them or none. The content, a JSON value that says why and on whose
// authority, is that of each of those. Leaves, tree and proofs stay as they are.
// Entries whose body is withheld already are removed again where they came back,
// and get no further entry.
//
// When it returns nil, what was removed cannot be read from the store's files
// any more, as far as Store.Scrub can do that. An error after the entries were
// recorded is returned with them; calling it again goes on.
func (l *Log) Withhold(ctx context.Context, indexes []int64, author string, content []byte) ([]Entry, error) {
	var drafts []Draft
	err := l.view(ctx, func(v View) error {
		drafts = nil
		rows, err := v.RowsAt(indexes)
		if err != nil {
			return err
		}
		there := map[int64]Row{}
		for _, row := range rows {
			there[row.Index] = row
		}
		versions, size, err := withholding(v, indexes)
		if err != nil {
			return err
		}
		for i, index := range indexes {
			row, found := there[index]
			if !found || index >= size {
				return fmt.Errorf("%w: there is no entry %d: %w", ErrWithhold, index, fs.ErrNotExist)
			}
			leaf, err := proof.ParseLeaf(row.Line)
			if err != nil {
				return fmt.Errorf("entry %d: %w: %w", index, err, ErrDamaged)
			}
			switch leaf.Kind {
			case KindWithhold:
				return fmt.Errorf("%w: entry %d says that another is withheld, and stays", ErrWithhold, index)
			case proof.KeyKind:
				return fmt.Errorf("%w: entry %d changes the key, and what follows is verified by it", ErrWithhold, index)
			}
			if versions[i].Number == 0 {
				drafts = append(drafts, Draft{Kind: KindWithhold, Subject: strconv.FormatInt(index, 10), Author: author, Content: content})
			}
		}
		return checkVersionsThere(v)
	})
	if err != nil {
		return nil, err
	}
	drop := func(c Change) error { return c.DropBodies(indexes) }
	var entries []Entry
	if len(drafts) > 0 {
		entries, err = l.append(ctx, drafts, anySize, drop)
	} else if err = l.refusal; err == nil {
		err = l.store.Change(ctx, drop)
	}
	if err == nil {
		err = l.store.Scrub(ctx)
	}
	return entries, err
}

// Withheld returns the entries whose body is withheld, in order.
func (l *Log) Withheld(ctx context.Context) (indexes []int64, err error) {
	err = l.store.View(ctx, func(v View) error {
		indexes, err = v.Bodiless()
		return err
	})
	return indexes, err
}

// withholding asks for the entries that withhold others.
func withholding(v View, indexes []int64) ([]Version, int64, error) {
	size, _, err := v.End()
	if err != nil {
		return nil, 0, err
	}
	subjects := make([]Subject, len(indexes))
	for i, index := range indexes {
		subjects[i] = Subject{KindWithhold, strconv.FormatInt(index, 10)}
	}
	versions, err := v.Latest(subjects, size)
	return versions, size, err
}

// withheldBy finds, for those rows whose body is not here, the entry that
// withholds it.
func withheldBy(v View, rows []Row) (map[int64]int64, error) {
	var indexes []int64
	for _, row := range rows {
		if len(row.Body) == 0 {
			indexes = append(indexes, row.Index)
		}
	}
	if len(indexes) == 0 {
		return nil, nil
	}
	versions, _, err := withholding(v, indexes)
	if err != nil {
		return nil, err
	}
	by := map[int64]int64{}
	for i, version := range versions {
		if version.Number > 0 {
			by[indexes[i]] = version.Entry
		}
	}
	if len(by) < len(indexes) {
		return by, checkVersionsThere(v)
	}
	return by, nil
}

// withheldIndex is the number of the entry that a leaf withholds.
func withheldIndex(leaf proof.Leaf) (int64, error) {
	index, err := strconv.ParseInt(leaf.Subject, 10, 64)
	if err == nil && (index < 0 || strconv.FormatInt(index, 10) != leaf.Subject) {
		err = strconv.ErrSyntax
	}
	return index, err
}
