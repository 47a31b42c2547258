package findings

import (
	"sort"
	"strings"

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

// sentences returns the text of a document cut behind the marks that end sentences;
// nothing is lost. Behind the last mark stands one more, which may be empty.
func (d *knownDocument) sentences() []textSentence {
	if d.cut != nil {
		return d.cut
	}
	text, runes := d.document.Text, d.codePoints()
	from, start, n := 0, 0, 0
	cutBefore := func(at int) {
		if n > 0 && origins.SentenceEnd(runes, n-1) {
			d.cut = append(d.cut, textSentence{text[start:at], stretch{from, n}, start})
			from, start = n, at
		}
	}
	for at := range text {
		cutBefore(at)
		n++
	}
	cutBefore(len(text))
	d.cut = append(d.cut, textSentence{text[start:], stretch{from, n}, start})
	return d.cut
}

// sentenceAt returns the place in sentences of the one that a code point stands in.
func (d *knownDocument) sentenceAt(place int) int {
	list := d.sentences()
	return sort.Search(len(list), func(i int) bool { return list[i].place.from > place }) - 1
}

// sentenceAround returns where the sentence of a figure begins and ends, the mark that
// ends it left out.
func (v *View) sentenceAround(f *dossier.Figure) (begin, end int) {
	known, number := v.documents[f.Document], f.Claim.Number
	if known == nil || known.document == nil || number.Start < 0 || number.End < number.Start {
		return origins.SentenceAround(v.text(f.Document), number)
	}
	list := known.sentences()
	first, last := known.sentenceAt(number.Start), known.sentenceAt(number.End)
	begin, end = list[first].place.from, list[last].place.to
	if last+1 < len(list) {
		end--
	}
	return begin, end
}

// sentenceText returns the sentence of a figure.
func (v *View) sentenceText(f *dossier.Figure) string {
	begin, end := v.sentenceAround(f)
	return string(v.text(f.Document)[begin:end])
}

// sentenceTextBefore returns the sentence before that of a figure; "" where its own begins
// a paragraph.
func (v *View) sentenceTextBefore(f *dossier.Figure) string {
	known := v.documents[f.Document]
	if known == nil || known.document == nil {
		return ""
	}
	list, at := known.sentences(), known.sentenceAt(max(0, f.Claim.Number.Start))
	if at < 1 || strings.HasPrefix(list[at].text, "\n") {
		return ""
	}
	return list[at-1].text
}
