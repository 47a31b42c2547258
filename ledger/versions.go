package ledger

import (
	"fmt"

	"muster/proof"
)

// number gives each draft its version: 1 + the number of earlier entries of its
// kind and subject. The first draft becomes the entry with the index from, after
// the one with the line before.
func number(v View, drafts []Draft, from int64, before string) ([]Version, error) {
	last := make(map[Subject]int, len(drafts))
	var subjects []Subject
	if from > 0 { // asked along with the others, to see whether the table is there
		leaf, err := proof.ParseLeaf(before)
		if err != nil {
			return nil, fmt.Errorf("entry %d: %w: %w", from-1, err, ErrDamaged)
		}
		subjects = append(subjects, Subject{leaf.Kind, leaf.Subject})
		last[subjects[0]] = 0
	}
	for _, draft := range drafts {
		subject := Subject{draft.Kind, draft.Subject}
		if _, met := last[subject]; !met {
			last[subject] = 0
			subjects = append(subjects, subject)
		}
	}
	latest, err := v.Latest(subjects, from)
	if err != nil {
		return nil, err
	}
	if from > 0 && (latest[0].Number == 0 || latest[0].Entry != from-1) {
		return nil, errNoVersions
	}
	for i, version := range latest {
		last[subjects[i]] = version.Number
	}
	versions := make([]Version, len(drafts))
	for i, draft := range drafts {
		subject := Subject{draft.Kind, draft.Subject}
		last[subject]++
		versions[i] = Version{Subject: subject, Number: last[subject], Entry: from + int64(i)}
	}
	return versions, nil
}

// checkVersionsThere returns errNoVersions when the table of versions does not
// reach to the last entry, as when somebody emptied it.
func checkVersionsThere(v View) error {
	size, last, err := v.End()
	if err != nil || size == 0 {
		return err
	}
	_, err = number(v, nil, size, last)
	return err
}
