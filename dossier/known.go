package dossier

import (
	"fmt"

	"muster/documents"
)

// known is a state by name, for taking in many files without looking through
// the whole of it for each. It is made once a refresh and told of what is new.
type known struct {
	documents  map[string]*Document // by path or address
	digests    map[string]string    // SHA-256 to the path or address that has it
	figures    map[string][]*Figure // by document, in the order of the text
	statements map[string][]*Statement
	last       map[byte]int    // highest number of an ID, by its letter
	read       map[string]bool // paths met in this refresh
}

func newKnown(state *State) *known {
	k := &known{
		documents: map[string]*Document{}, digests: map[string]string{}, read: map[string]bool{},
		figures: map[string][]*Figure{}, statements: map[string][]*Statement{}, last: map[byte]int{},
	}
	for i := range state.Documents {
		d := &state.Documents[i]
		k.see(d.ID)
		k.documents[d.Document.ID] = d
		if _, ok := k.digests[d.SHA256]; !ok {
			k.digests[d.SHA256] = d.Document.ID
		}
	}
	for i := range state.Figures {
		f := &state.Figures[i]
		k.see(f.ID)
		k.figures[f.Document] = append(k.figures[f.Document], f)
	}
	for i := range state.Statements {
		s := &state.Statements[i]
		k.see(s.ID)
		k.statements[s.Document] = append(k.statements[s.Document], s)
	}
	k.last['a'] = state.answers
	for _, w := range state.Withheld {
		k.see(w.Subject)
	}
	return k
}

func (k *known) see(id string) { k.last[id[0]] = max(k.last[id[0]], numberOf(id)) }

// numberOf returns the number of an ID such as f17; 0 for others.
func numberOf(id string) (n int) {
	if id == "" {
		return 0
	}
	if _, err := fmt.Sscanf(id[1:], "%d", &n); err != nil {
		return 0
	}
	return n
}

// next makes new IDs: d1, f1, s1 and on, each letter by itself.
func (k *known) next(letter byte) string {
	k.last[letter]++
	return fmt.Sprintf("%c%d", letter, k.last[letter])
}

// add tells of a document that was taken in.
func (k *known) add(subject string, version int, doc documents.Document) {
	k.documents[doc.ID] = &Document{ID: subject, Version: version, Document: doc}
	if _, ok := k.digests[doc.SHA256]; !ok {
		k.digests[doc.SHA256] = doc.ID
	}
}
