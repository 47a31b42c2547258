package dossier

import (
	"strings"

	"muster/claims"
	"muster/interval"
)

// FieldChange is one field in which two versions of a figure differ, in words;
// "" where there is none.
type FieldChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// FieldChanges returns the fields in which a figure differs from what it was,
// in the order in which a reader meets them.
func FieldChanges(before, after claims.Figure) []FieldChange {
	var out []FieldChange
	was, is := fieldsOf(before), fieldsOf(after)
	for i := range is {
		if was[i].words != is[i].words {
			out = append(out, FieldChange{is[i].name, was[i].words, is[i].words})
		}
	}
	return out
}

type field struct{ name, words string }

// fieldsOf writes what a figure says, field by field; places in the text are
// left out, for they move with every new version of a document.
func fieldsOf(f claims.Figure) []field {
	value, about, change, relative := "", "", "", ""
	if f.Value != nil {
		value = f.Value.String()
	}
	if f.About != nil {
		about = string(f.About.From) + " to " + string(f.About.To)
	}
	if f.Change != nil {
		change = numberWords(f.Change.From) + " to " + numberWords(f.Change.To)
	}
	if f.Relative != nil {
		relative = f.Relative.Factor.String() + " times " + f.Relative.Base
	}
	var chain []string
	for _, hop := range f.Attribution.Chain {
		name := hop.Name
		if name == "" {
			name = string(hop.Kind)
		}
		chain = append(chain, name)
	}
	return []field{
		{"words", f.Number.Exact}, {"number", value}, {"qualifier", string(f.Qualifier)}, {"stated", boundsWords(f.Stated)}, {"reading", boundsWords(f.Reading)},
		{"direction", f.Direction}, {"change", change}, {"multiple", relative}, {"unit", f.Unit}, {"per", f.Per}, {"counted", f.Counted}, {"subject", f.Subject},
		{"organisation", f.Organisation}, {"place", f.Place}, {"stage", string(f.Stage)}, {"approver", f.Approver}, {"act", string(f.Act)}, {"about", about},
		{"who says so", strings.Join(chain, " ← ")},
	}
}

func numberWords(n *interval.Number) string {
	if n == nil {
		return "?"
	}
	return n.String()
}

func boundsWords(i interval.Interval) string {
	if i.IsAll() {
		return ""
	}
	return i.String()
}
