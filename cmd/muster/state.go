package main

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"muster/claims"
	"muster/documents"
	"muster/dossier"
)

// stateOf returns the state of a dossier, or of documents in a file that
// belong to none. The second result is what to report of the reading.
func (w world) stateOf(cmd *cobra.Command, name string) (*dossier.State, error, error) {
	if !strings.HasSuffix(name, ".jsonl") {
		d, refreshed, err := w.openFresh(cmd.Context(), name)
		if err != nil {
			return nil, nil, err
		}
		defer d.Close()
		state, err := d.State(cmd.Context(), -1)
		return state, w.tell(name, refreshed, true), err
	}
	makeReader, err := newReader()
	if err != nil {
		return nil, nil, err
	}
	reader := makeReader(nil)
	var texts []documents.Document
	var readings []claims.Reading
	err = readFile(cmd.Context(), w, name, func(doc documents.Document) error {
		texts = append(texts, doc)
		readings = append(readings, reader.Find(doc))
		return nil
	})
	if len(texts) == 0 && err != nil {
		return nil, nil, err
	}
	return dossier.Unrecorded(texts, readings), err, nil
}

// writeFigures writes all figures as CSV, one a line.
func writeFigures(out io.Writer, state *dossier.State) error {
	rows := csv.NewWriter(out)
	if err := rows.Write([]string{"id", "status", "words", "min", "max", "qualifier", "unit", "per", "counted", "organisation", "stage", "approver", "about_from", "about_to", "sources", "method", "publisher", "published", "document", "start", "end"}); err != nil {
		return err
	}
	for _, f := range state.Figures {
		c, doc := f.Claim, state.Document(f.Document)
		var low, high, from, to string
		if c.Stated.Min.Bounded {
			low = c.Stated.Min.Value.String()
		}
		if c.Stated.Max.Bounded {
			high = c.Stated.Max.Value.String()
		}
		if c.About != nil {
			from, to = string(c.About.From), string(c.About.To)
		}
		row := []string{f.ID, string(f.Status), oneLine(c.Quote.Exact), low, high, string(c.Qualifier), c.Unit, c.Per, c.Counted, c.Organisation, string(c.Stage), c.Approver,
			from, to, chain(c.Attribution), string(c.Attribution.Method), doc.Publisher, doc.Published, doc.Document.ID, itoa(c.Number.Start), itoa(c.Number.End)}
		for i := range row {
			row[i] = safeCell(row[i])
		}
		if err := rows.Write(row); err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}

// safeCell keeps a spreadsheet from taking a text for a formula.
func safeCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
