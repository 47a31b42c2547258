package claims

import (
	"muster/documents"
	"muster/language"
)

// times says of every draft when it holds.
func (r *Reader) times(document documents.Document, sentences []language.Sentence, drafts []*draft) {
}
