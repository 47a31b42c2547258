package ledger

// number gives each draft its version: 1 + the number of earlier entries of its
// kind and subject. The first draft becomes the entry after the log's end.
func (end *head) number(v View, drafts []Draft) ([]Version, error) {
	last := make(map[Subject]int, len(drafts))
	for _, draft := range drafts {
		subject := Subject{draft.Kind, draft.Subject}
		last[subject] = end.tail.last[subject]
	}
	if asked, at := end.asked(drafts); len(asked) > 0 {
		latest, err := latestWhole(v, asked, at)
		if err != nil {
			return nil, err
		}
		for i, subject := range asked[:len(latest)] {
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

// asked returns what the table of versions, which reaches to the entry at, has to
// be asked for to number drafts: the subjects that are not in the tail, and after
// them that of the entry before at. None when all are in the tail.
func (end *head) asked(drafts []Draft) (subjects []Subject, at int64) {
	at = end.spine.size - int64(len(end.tail.versions))
	met := make(map[Subject]bool, len(drafts))
	for _, draft := range drafts {
		subject := Subject{draft.Kind, draft.Subject}
		if _, inTail := end.tail.last[subject]; !inTail && !met[subject] {
			met[subject] = true
			subjects = append(subjects, subject)
		}
	}
	if len(subjects) > 0 && at > 0 {
		subjects = append(subjects, end.settled)
	}
	return subjects, at
}

// latestWhole asks the table of versions for subjects, of which the last, which
// it does not return, is that of the entry before at: so it sees along with the
// others whether the table is there and reaches as far.
func latestWhole(v View, subjects []Subject, at int64) ([]Version, error) {
	latest, err := v.Latest(subjects, at)
	if err != nil || at == 0 {
		return latest, err
	}
	whole := len(latest) - 1
	if end := latest[whole]; end.Number == 0 || end.Entry != at-1 {
		return nil, errNoVersions
	}
	return latest[:whole], nil
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
		_, err = latestWhole(v, []Subject{last}, signed.Size)
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
