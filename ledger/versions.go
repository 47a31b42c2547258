package ledger

// number gives each draft its version: 1 + the number of earlier entries of its
// kind and subject. The first draft becomes the entry with the index from.
func number(v View, drafts []Draft, from int64) ([]Version, error) {
	last := make(map[Subject]int, len(drafts))
	var subjects []Subject
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
