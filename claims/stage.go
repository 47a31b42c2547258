package claims

import (
	"muster/documents"
	"muster/language"
)

// stages says of every draft how far the thing counted has come.
func (r *Reader) stages(document documents.Document, sentences []language.Sentence, drafts []*draft) {
	for _, d := range drafts {
		d.figure.Stage, d.figure.Act = Other, Assert
	}
}
