package dossier

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"muster/claims"
	"muster/documents"
	"muster/interval"
)

// Unrecorded returns the state that documents and what was read in them make
// without a ledger: all figures are proposals, no document is set apart. The
// IDs of the documents are those they came with, where these are unique.
// readings[i] belongs to documents[i].
func Unrecorded(list []documents.Document, readings []claims.Reading) *State {
	s := &State{}
	taken := map[string]bool{}
	for i, d := range list {
		id := d.ID
		for n := 2; taken[id]; n++ {
			id = fmt.Sprintf("%s#%d", d.ID, n)
		}
		taken[id] = true
		s.Documents = append(s.Documents, Document{ID: id, Version: 1, Document: d})
		if i < len(readings) {
			s.unrecordedReading(id, d, readings[i])
		}
	}
	s.At, s.Size = int64(len(list)), int64(len(list))
	return s
}

func (s *State) unrecordedReading(id string, d documents.Document, reading claims.Reading) {
	global := map[string]string{}
	for i, f := range reading.Figures {
		global[f.ID] = fmt.Sprintf("f%d", len(s.Figures)+i+1)
	}
	headline := utf8.RuneCountInString(d.Title)
	if d.Title == "" || !strings.HasPrefix(d.Text, d.Title) {
		headline = 0
	}
	for _, f := range reading.Figures {
		item := Figure{ID: global[f.ID], Document: id, Version: 1, Claim: f, Status: Proposed, Headline: f.Number.End <= headline}
		if f.PartOf != nil {
			item.PartOf = global[*f.PartOf]
		}
		if f.Denies != nil {
			item.Denies = global[*f.Denies]
		}
		s.Figures = append(s.Figures, item)
	}
	said, _ := interval.ParseDate(d.Published)
	attributions := slices.DeleteFunc(slices.Clone(reading.Attributions), func(a claims.Attribution) bool { return len(a.Content) == 0 })
	for _, a := range attributions {
		s.Statements = append(s.Statements, Statement{ID: fmt.Sprintf("s%d", len(s.Statements)+1), Document: id, Claim: a, Said: said, Status: Proposed})
	}
}
