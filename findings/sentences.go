package findings

import (
	"sort"
	"strings"
	"unicode/utf8"

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
	return d.cut.get(func() []textSentence { return cutSentences(d.document.Text) })
}

func cutSentences(text string) []textSentence {
	out := make([]textSentence, 0, 1+strings.Count(text, ".")+strings.Count(text, "\n"))
	from, start := 0, 0
	cut := func(end int) {
		to := from + utf8.RuneCountInString(text[start:end])
		out = append(out, textSentence{text[start:end], stretch{from, to}, start})
		from, start = to, end
	}
	at := 0
	for line := range strings.Lines(text) {
		for rest := line; rest != ""; {
			n := strings.IndexByte(rest, '.') + 1
			if n == 0 {
				n = len(rest)
			}
			at, rest = at+n, rest[n:]
			if origins.SentenceEnd(text, at-1) {
				cut(at)
			}
		}
	}
	cut(len(text))
	return out
}

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
func (d *knownDocument) part(from, to int) string {
	if d.document == nil {
		return ""
	}
	words, _ := d.between(max(0, from), min(to, d.length()))
	return words
}

// spot is where a figure stands in its text: in which sentences, from where to where in code
// points, the mark that ends them left out, and with which words. The places are 0, and the
// words "", in a text that is not known.
type spot struct {
	first, last             int // among the sentences
	begin, end              int
	sentence, before, after string
	near                    string // the 40 characters behind the number, over the end of the sentence, in small letters
}

// spot returns where a figure stands.
func (v *View) spot(f *Figure) *spot {
	return f.spot.where(func() spot { return f.document.spot(f) })
}

func (d *knownDocument) spot(f *Figure) spot {
	if d.document == nil {
		return spot{}
	}
	list, number := d.sentences(), f.Claim.Number
	s := spot{first: d.sentenceAt(number.Start), last: d.sentenceAt(number.End)}
	s.begin, s.end = list[s.first].place.from, list[s.last].place.to
	if s.last+1 < len(list) {
		s.end--
	}
	if text := d.document.Text; number.Start >= s.begin && number.End >= number.Start && number.End <= s.end {
		from, to := list[s.first].start, list[s.last].start+len(list[s.last].text)-(list[s.last].place.to-s.end) // the mark is one byte
		start, end := list[s.first].byteAt(number.Start), list[s.last].byteAt(number.End)
		s.sentence, s.before, s.after = text[from:to], text[from:start], text[end:to]
	} else {
		s.sentence, s.before, s.after = d.part(s.begin, s.end), d.part(s.begin, number.Start), d.part(number.End, s.end)
	}
	if behind := max(number.End, 0); behind+longestNear <= s.end {
		s.near = s.after[:bytesOf(s.after, longestNear)]
	} else {
		s.near = d.part(behind, behind+longestNear)
	}
	s.near = strings.ToLower(s.near)
	return s
}

// with returns a number with the end of what stands before it and the begin of what stands behind.
func (s *spot) with(before, number, after string) string {
	from, to := len(s.before), len(s.sentence)-len(s.after)
	if from <= to && s.sentence[from:to] == number {
		return s.sentence[from-len(before) : to+len(after)]
	}
	return before + number + after
}

// longestNear is how many characters behind a number are near it.
const longestNear = 40

// bytesOf returns the length in bytes of the first n characters of a text that has as many.
func bytesOf(text string, n int) int {
	for at := range text {
		if n == 0 {
			return at
		}
		n--
	}
	return len(text)
}

// sentencesOf returns the text of a figure cut into sentences, and the places there of the
// first and the last one that its number stands in; nothing for a text that is not known.
func (v *View) sentencesOf(f *Figure) (list []textSentence, first, last int) {
	known, at := v.home(f), v.spot(f)
	if known.document == nil {
		return nil, 0, 0
	}
	return known.sentences(), at.first, at.last
}

// sentenceAround returns where the sentence of a figure begins and ends, the mark that
// ends it left out.
func (v *View) sentenceAround(f *Figure) (begin, end int) {
	at := v.spot(f)
	return at.begin, at.end
}

// sentenceText returns the sentence of a figure.
func (v *View) sentenceText(f *Figure) string { return v.spot(f).sentence }

// inSentence returns the figures of the sentence of one.
func (v *View) inSentence(f *Figure) []*Figure {
	begin, end := v.sentenceAround(f)
	var out []*Figure
	for _, g := range v.home(f).own {
		if n := g.Claim.Number; n.Start >= begin && n.End <= end {
			out = append(out, g)
		}
	}
	return out
}

// around returns what stands before and after a figure's number in its sentence.
func (v *View) around(f *Figure) (before, after string) {
	at := v.spot(f)
	return at.before, at.after
}

// sentenceTextBefore returns the sentence before that of a figure; "" where its own begins
// a paragraph.
func (v *View) sentenceTextBefore(f *Figure) string {
	list, at, _ := v.sentencesOf(f)
	if at < 1 || strings.HasSuffix(list[at-1].text, "\n") {
		return ""
	}
	return list[at-1].text
}
