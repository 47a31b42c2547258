package findings

import (
	"fmt"
)

// apart says which documents are left out of every comparison.
func apart() Rule {
	return Rule{ID: "apart", Version: 2, Title: "Is a document about something else?", Look: func(v *View) []Finding {
		var out []Finding
		for _, d := range v.State.Documents {
			if d.Apart == "" {
				continue
			}
			name := d.Publisher
			if name == "" {
				name = "The document"
			}
			if d.Title != "" {
				name += ", " + quoted(d.Title) + ","
			}
			out = append(out, Finding{
				Severity: Info, Verdict: NotComparable, Inputs: []Input{{Document: d.ID, Exact: d.Title}},
				Sentence: fmt.Sprintf("%s is set apart: %s. Its figures are left out until you take it in.", name, d.Apart),
			})
		}
		return out
	}}
}
