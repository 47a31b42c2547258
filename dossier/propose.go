package dossier

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"

	"muster/claims"
	"muster/documents"
)

// propose writes what a reading of one document adds to the ledger: figures
// and statements that are new or that it sees differently, and those that it no
// longer finds. It returns how many figures it wrote. A figure keeps its ID as
// long as a number with the same words stands at the same place, or, in a new
// version, anywhere in the text.
func propose(list *drafts, seen *known, subject string, version int, sameText bool, doc documents.Document, reading claims.Reading) int {
	match := newMatcher(seen, subject, version, sameText)
	ids := make([]string, len(reading.Figures))
	before := make([]*Figure, len(reading.Figures))
	byClaim := map[string]string{}
	for _, wholly := range []bool{true, false} { // first those of which all is as it was
		for i, f := range reading.Figures {
			if before[i] == nil {
				before[i] = match.figure(f, wholly)
			}
		}
	}
	for i, f := range reading.Figures {
		if before[i] != nil {
			ids[i] = before[i].ID
		} else {
			ids[i] = seen.next('f')
		}
		byClaim[f.ID] = ids[i]
	}
	resolve := func(id *string) string {
		if id == nil {
			return ""
		}
		return byClaim[*id]
	}
	written := 0
	title := 0
	if doc.Title != "" && len(doc.Text) > len(doc.Title) && doc.Text[:len(doc.Title)] == doc.Title {
		title = utf8.RuneCountInString(doc.Title)
	}
	for i := range reading.Figures {
		f := reading.Figures[i]
		body := figureBody{
			Document: subject, DocumentVersion: version, Headline: f.Number.End <= title,
			PartOf: resolve(f.PartOf), Denies: resolve(f.Denies), Figure: &f,
		}
		if before[i] != nil && before[i].sameProposal(body) {
			continue
		}
		list.add(kindFigure, ids[i], readerAuthor, body)
		written++
	}
	for _, id := range match.figuresLeft() {
		list.add(kindFigure, id, readerAuthor, figureBody{Document: subject, DocumentVersion: version})
	}
	statements := proposeStatements(list, match, seen, subject, version, reading)
	list.add(kindReading, subject, readerAuthor, readingBody{DocumentVersion: version, Reader: claims.ReaderVersion, Figures: len(reading.Figures), Statements: statements})
	return written
}

func proposeStatements(list *drafts, match *matcher, seen *known, subject string, version int, reading claims.Reading) int {
	for i := range reading.Attributions {
		a := reading.Attributions[i]
		if len(a.Content) == 0 {
			continue
		}
		old := match.statement(a)
		if old != nil && equalAsJSON(old.Claim, a) {
			continue
		}
		var id string
		if old != nil {
			id = old.ID
		} else {
			id = seen.next('s')
		}
		list.add(kindStatement, id, readerAuthor, statementBody{Document: subject, DocumentVersion: version, Attribution: &a})
	}
	for _, id := range match.statementsLeft() {
		list.add(kindStatement, id, readerAuthor, statementBody{Document: subject, DocumentVersion: version})
	}
	return len(reading.Attributions)
}

// sameProposal reports whether the reader says again what it said last.
func (f Figure) sameProposal(body figureBody) bool {
	if f.Document != body.Document || f.Version != body.DocumentVersion || f.PartOf != body.PartOf || f.Denies != body.Denies {
		return false
	}
	return equalAsJSON(f.Proposal, *body.Figure)
}

// equalAsJSON compares what the ledger would hold of both.
func equalAsJSON(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// matcher finds again the figures and statements of one document.
type matcher struct {
	version    int // of the document that is read
	sameText   bool
	figures    []*Figure
	statements []*Statement
	usedF      map[string]bool
	usedS      map[string]bool
}

func newMatcher(seen *known, subject string, version int, sameText bool) *matcher {
	return &matcher{
		version: version, sameText: sameText, figures: seen.figures[subject], statements: seen.statements[subject],
		usedF: map[string]bool{}, usedS: map[string]bool{},
	}
}

// figure finds a figure again; wholly asks that the reader says all of it as it
// said last, wherever it stands.
func (m *matcher) figure(f claims.Figure, wholly bool) *Figure {
	for _, old := range m.figures {
		a, b := old.Claim.Number, f.Number
		// Places of an earlier version mean nothing in this one.
		same := old.Version == m.version && a.Start < b.End && b.Start < a.End
		if !m.sameText {
			// As the reader told it, whatever a curator made of it.
			same = old.Proposal.Number.Exact == b.Exact && old.Proposal.Counted == f.Counted
		}
		if same && wholly {
			same = len(FieldChanges(old.Proposal, f)) == 0
		}
		if same && !m.usedF[old.ID] {
			m.usedF[old.ID] = true
			return old
		}
	}
	return nil
}

// figuresLeft returns the figures that stand as proposals and were not met.
func (m *matcher) figuresLeft() []string {
	var out []string
	for _, old := range m.figures {
		if !m.usedF[old.ID] && old.Status == Proposed {
			out = append(out, old.ID)
		}
	}
	return out
}

func (m *matcher) statement(a claims.Attribution) *Statement {
	for _, old := range m.statements {
		if m.usedS[old.ID] {
			continue
		}
		x, y := old.Claim.Content[0], a.Content[0]
		if m.sameText && x.Start == y.Start || !m.sameText && x.Exact == y.Exact {
			m.usedS[old.ID] = true
			return old
		}
	}
	return nil
}

func (m *matcher) statementsLeft() []string {
	var out []string
	for _, old := range m.statements {
		if !m.usedS[old.ID] && old.Status == Proposed {
			out = append(out, old.ID)
		}
	}
	return out
}
