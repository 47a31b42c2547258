package claims

import (
	"muster/documents"
	"muster/language"
)

// attribute finds every statement of the document, with its source and the
// chain behind it, and says of every draft whose number it is.
func (r *Reader) attribute(document documents.Document, sentences []language.Sentence, drafts []*draft) []Attribution {
	publisher := Hop{Name: document.Publisher, Kind: Outlet}
	for _, d := range drafts {
		d.figure.Attribution = Source{Method: None, Chain: []Hop{publisher}}
	}
	return nil
}
