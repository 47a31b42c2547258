package findings

import "slices"

// Change is a finding that appeared, went or says something else now.
type Change struct {
	Change  string   `json:"change"`  // "appeared", "went" or "changed"
	Finding Finding  `json:"finding"` // as it is now; of one that went, as it was
	Before  *Finding `json:"before"`  // of one that changed
}

// Changes says which findings are there now and were not before, which went,
// and which changed: in the order of after, then of before.
func Changes(before, after []Finding) []Change {
	out := []Change{}
	was, is := map[string]*Finding{}, map[string]bool{}
	for i := range before {
		was[before[i].ID] = &before[i]
	}
	for _, f := range after {
		is[f.ID] = true
		switch old := was[f.ID]; {
		case old == nil:
			out = append(out, Change{"appeared", f, nil})
		case old.Verdict != f.Verdict || old.Severity != f.Severity || old.Sentence != f.Sentence:
			out = append(out, Change{"changed", f, old})
		}
	}
	for _, f := range before {
		if !is[f.ID] {
			out = append(out, Change{"went", f, nil})
		}
	}
	return out
}

// Touching keeps the changes whose findings rest on something in a document.
func Touching(changes []Change, document string) []Change {
	out := []Change{}
	for _, c := range changes {
		if slices.ContainsFunc(c.Finding.Inputs, func(in Input) bool { return in.Document == document }) {
			out = append(out, c)
		}
	}
	return out
}
