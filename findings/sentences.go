package findings

import (
	"sort"
	"strings"
	"unicode/utf8"

	"muster/dossier"
	"muster/origins"
)

// stretch is a part of a text, in code points.
type stretch struct{ from, to int }

// textSentence is one sentence of a text, with the mark that ends it.
type textSentence struct {
	text  string
	place stretch
	start int // in bytes
}

// byteAt returns where a code point of the text begins that stands in the sentence, in
// bytes of the text.
func (s *textSentence) byteAt(place int) int {
	skip := place - s.place.from
	if len(s.text) == s.place.to-s.place.from {
		return s.start + skip // every code point is one byte
	}
	for at := range s.text {
		if skip == 0 {
			return s.start + at
		}
		skip--
	}
	return s.start + len(s.text)
}

// sentences returns the text of a document cut behind the marks that end sentences;
// nothing is lost. Behind the last mark stands one more, which may be empty.
func (d *knownDocument) sentences() []textSentence {
	if d.cut != nil {
		return d.cut
	}
	text := d.document.Text
	d.cut = make([]textSentence, 0, 1+len(text)/usualSentence)
	from, start := 0, 0
	cut := func(end int) {
		to := from + utf8.RuneCountInString(text[start:end])
		d.cut = append(d.cut, textSentence{text[start:end], stretch{from, to}, start})
		from, start = to, end
	}
	for at := range len(text) {
		if (text[at] == '.' || text[at] == '\n') && origins.SentenceEnd(text, at) {
			cut(at + 1)
		}
	}
	cut(len(text))
	return d.cut
}

// usualSentence is how many bytes long most sentences are at least.
const usualSentence = 80

// sentenceAt returns the place in sentences of the one that a code point stands in.
func (d *knownDocument) sentenceAt(place int) int {
	list := d.sentences()
	return max(0, sort.Search(len(list), func(i int) bool { return list[i].place.from > place })-1)
}

// length returns the length of the text, in code points.
func (d *knownDocument) length() int {
	list := d.sentences()
	return list[len(list)-1].place.to
}

// between returns the part of a text between two of its code points; false when it
// has no such part.
func (d *knownDocument) between(from, to int) (string, bool) {
	if d.document == nil || from < 0 || from > to || to > d.length() {
		return "", false
	}
	list := d.sentences()
	return d.document.Text[list[d.sentenceAt(from)].byteAt(from):list[d.sentenceAt(to)].byteAt(to)], true
}

// part returns as much as there is of a text between two of its code points.
func (v *View) part(document string, from, to int) string {
	known := v.documents[document]
	if known == nil || known.document == nil {
		return ""
	}
	words, _ := known.between(max(0, from), min(to, known.length()))
	return words
}

// sentencesOf returns the text of a figure cut into sentences, and the places there of the
// first and the last one that its number stands in; nothing for a text that is not known.
func (v *View) sentencesOf(f *dossier.Figure) (list []textSentence, first, last int) {
	known := v.documents[f.Document]
	if known == nil || known.document == nil {
		return nil, 0, 0
	}
	return known.sentences(), known.sentenceAt(f.Claim.Number.Start), known.sentenceAt(f.Claim.Number.End)
}

// sentenceAround returns where the sentence of a figure begins and ends, the mark that
// ends it left out.
func (v *View) sentenceAround(f *dossier.Figure) (begin, end int) {
	list, first, last := v.sentencesOf(f)
	if list == nil {
		return 0, 0
	}
	begin, end = list[first].place.from, list[last].place.to
	if last+1 < len(list) {
		end--
	}
	return begin, end
}

// sentenceText returns the sentence of a figure.
func (v *View) sentenceText(f *dossier.Figure) string {
	begin, end := v.sentenceAround(f)
	return v.part(f.Document, begin, end)
}

// around returns what stands before and after a figure's number in its sentence.
func (v *View) around(f *dossier.Figure) (before, after string) {
	begin, end := v.sentenceAround(f)
	return v.part(f.Document, begin, f.Claim.Number.Start), v.part(f.Document, f.Claim.Number.End, end)
}

// sentenceTextBefore returns the sentence before that of a figure; "" where its own begins
// a paragraph.
func (v *View) sentenceTextBefore(f *dossier.Figure) string {
	list, at, _ := v.sentencesOf(f)
	if at < 1 || strings.HasSuffix(list[at-1].text, "\n") {
		return ""
	}
	return list[at-1].text
}
