package findings

import (
	"unicode/utf8"

	"muster/dossier"
	"muster/interval"
)

// knownDocument is what rules look up about one document. Where a figure names a
// document that is not in the state, it holds the figures alone.
type knownDocument struct {
	document *dossier.Document // nil when it is not in the state
	own      []*dossier.Figure // its comparable figures
	day      interval.Date     // of publication; none when unknown
	name     string            // in sentences; worked out when first asked for
	runes    []rune            // its text; worked out when first asked for
	steps    []int             // of a text with other letters than ASCII: where every 64th code point begins, in bytes
	length   int               // of its text, in code points; 0 when nobody asked yet
	cut      []textSentence    // likewise
	lists    []memberList      // likewise
	nth      int               // its day, counted from 1970
}

// knownFigure is a figure with its place in the groups of the trace, -1 for none, and
// what rules ask of its sentence, worked out when first asked for.
type knownFigure struct {
	figure *dossier.Figure
	group  int
	words  map[string]bool
	body   *string
	behind *[]sourceText // the texts that it rests on
}

// daysFrom returns how many days lie between two texts.
func (d *knownDocument) daysFrom(o *knownDocument) int { return max(d.nth-o.nth, o.nth-d.nth) }

// codePoints returns the text.
func (d *knownDocument) codePoints() []rune {
	if d.runes == nil {
		d.runes = []rune(d.document.Text)
	}
	return d.runes
}

const runesAStep = 64

// measure counts the code points of a text, and notes where some of them begin.
func (d *knownDocument) measure() {
	text := d.document.Text
	d.length = utf8.RuneCountInString(text)
	if d.length == len(text) {
		return // every code point is one byte
	}
	n := 0
	for at := range text {
		if n%runesAStep == 0 {
			d.steps = append(d.steps, at)
		}
		n++
	}
}

// between returns the part of a text between two of its code points; false when it
// has no such part.
func (d *knownDocument) between(from, to int) (string, bool) {
	if d.document == nil || from < 0 || from > to {
		return "", false
	}
	if d.length == 0 {
		d.measure()
	}
	if to > d.length {
		return "", false
	}
	return d.document.Text[d.byteAt(from):d.byteAt(to)], true
}

// byteAt returns where a code point begins, in bytes.
func (d *knownDocument) byteAt(place int) int {
	if d.steps == nil {
		return place
	}
	if place == d.length {
		return len(d.document.Text)
	}
	at := d.steps[place/runesAStep]
	for range place % runesAStep {
		_, size := utf8.DecodeRuneInString(d.document.Text[at:])
		at += size
	}
	return at
}
