package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"muster/claims"
	"muster/documents"
	"muster/dossier"
)

// stateOf returns the state of a dossier, or of documents in a file that
// belong to none. The second result is what to report of the reading.
func (w world) stateOf(cmd *cobra.Command, name string, as asOf) (*dossier.State, error, error) {
	if !strings.HasSuffix(name, ".jsonl") {
		d, refreshed, err := w.openFresh(cmd.Context(), name)
		if err != nil {
			return nil, nil, err
		}
		defer d.Close()
		state, err := as.state(cmd.Context(), d)
		return state, w.tell(name, refreshed, true), err
	}
	if as.past() {
		return nil, nil, errors.New("--at and --known ask for a state of a dossier; a file has none")
	}
	makeReader, err := newReader()
	if err != nil {
		return nil, nil, err
	}
	reader := makeReader(nil)
	files := documents.NewReader(documents.DefaultLimits(), w.cache())
	defer files.Close()
	var texts []documents.Document
	var readings []claims.Reading
	err = readFile(cmd.Context(), w, files, name, func(doc documents.Document) error {
		texts = append(texts, doc)
		readings = append(readings, reader.Find(doc))
		return nil
	})
	if len(texts) == 0 && err != nil {
		return nil, nil, err
	}
	return dossier.Unrecorded(texts, readings), err, nil
}
