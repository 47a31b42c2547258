package ledger

import "slices"

// number gives each draft its version: 1 + the number of earlier entries of its
// kind and subject. The first draft becomes the entry after the log's end.
func (end *head) number(v View, drafts []Draft) ([]Version, error) {
	last := make(map[Subject]int, len(drafts))
	var subjects []Subject
	for _, draft := range drafts {
		subject := Subject{draft.Kind, draft.Subject}
		if _, met := last[subject]; met {
			continue
		}
		number, met := end.tail.last[subject]
		if last[subject] = number; !met {
			subjects = append(subjects, subject)
		}
	}
	settled := end.spine.size - int64(len(end.tail.versions))
	if len(subjects) > 0 {
		latest, err := latestAndLast(v, subjects, end.settled, settled)
		if err != nil {
			return nil, err
		}
		for i, subject := range subjects {
			last[subject] = latest[i].Number
		}
	}
	versions := make([]Version, len(drafts))
	for i, draft := range drafts {
		subject := Subject{draft.Kind, draft.Subject}
		last[subject]++
		versions[i] = Version{Subject: subject, Number: last[subject], Entry: end.spine.size + int64(i)}
	}
	return versions, nil
}

// latestAndLast asks the table of versions for subjects, and sees along with
// that whether the table is there: it has to reach to the last entry before the
// newest checkpoint, which is of the given subject.
func latestAndLast(v View, subjects []Subject, last Subject, settled int64) ([]Version, error) {
	if settled == 0 {
		return v.Latest(subjects, 0)
	}
	latest, err := v.Latest(append(slices.Clip(subjects), last), settled)
	if err != nil {
		return nil, err
	}
	if end := latest[len(subjects)]; end.Number == 0 || end.Entry != settled-1 {
		return nil, errNoVersions
	}
	return latest[:len(subjects)], nil
}

// checkVersionsThere returns errNoVersions when the table of versions does not
// reach to the newest checkpoint, as when somebody emptied it.
func checkVersionsThere(v View) error {
	signed, _, err := v.Newest(endOfTime())
	if err != nil || signed.Size == 0 {
		return err
	}
	last, err := settledSubject(v, signed.Size)
	if err == nil {
		_, err = latestAndLast(v, nil, last, signed.Size)
	}
	return err
}

// settledSubject is what the last entry of a log of that size is about.
func settledSubject(v View, size int64) (Subject, error) {
	if size == 0 {
		return Subject{}, nil
	}
	lines, err := v.Lines(size-1, size)
	if err != nil {
		return Subject{}, err
	}
	if len(lines) == 0 {
		return Subject{}, missingEntry(size - 1)
	}
	version, err := versionOf(size-1, lines[0])
	return version.Subject, err
}
