package documents

import (
	"math"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
)

// box is a rectangle on a page in points (1/72 inch); y grows upwards.
type box struct{ left, bottom, right, top float64 }

func (b box) join(o box) box {
	return box{min(b.left, o.left), min(b.bottom, o.bottom), max(b.right, o.right), max(b.top, o.top)}
}

// word is a run of glyphs without space between, in one size.
type word struct {
	box
	text string
	base float64 // y of the baseline
	run
	glued bool // no space between it and the word before
	order int  // place in the file's order
}

// run is what neighbouring glyphs have in common.
type run struct {
	size      float64 // of the font, in points as printed
	bold      bool
	invisible bool   // drawn without ink: the letters below a scanned page
	artifact  bool   // the file says: no part of the text, such as a page number
	layer     string // optional content, which may be switched off; "" for none
}

// pdfPage is one page's words, in the order of the file.
type pdfPage struct {
	words   []word
	width   float64
	height  float64
	unknown int // glyphs of which the file does not say what letter they are
	glyphs  int
	scan    bool // a picture covers most of it, and it has no text
}

// readPDFPage takes the words of a page. Text in another direction than most
// of the page's, such as a watermark, is left out.
func readPDFPage(in pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) (pdfPage, error) {
	var out pdfPage
	loaded, err := in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return out, err
	}
	defer func() { _, _ = in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }()
	ref := requests.Page{ByReference: &loaded.Page}
	structured, err := in.GetPageTextStructured(&requests.GetPageTextStructured{Page: ref, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return out, err
	}
	text, err := in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return out, err
	}
	defer func() { _, _ = in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	if out.width, out.height, err = pageSize(in, ref); err != nil {
		return out, err
	}
	turn := mostTurn(structured.Chars)
	if turn%2 == 1 {
		out.width, out.height = out.height, out.width
	}
	reader := wordReader{in: in, text: text.TextPage, turn: turn, page: &out}
	for i, c := range structured.Chars {
		if err := reader.add(i, c); err != nil {
			return out, err
		}
	}
	reader.end()
	if out.glyphs == 0 {
		out.scan, err = isScan(in, ref, out.width, out.height)
		return out, err
	}
	hidden, err := hiddenLayers(in, ref, out.words)
	if err != nil {
		return out, err
	}
	out.words = visible(out.words, hidden)
	return out, nil
}

func pageSize(in pdfium.Pdfium, ref requests.Page) (width, height float64, err error) {
	size, err := in.GetPageSize(&requests.GetPageSize{Page: ref})
	if err != nil {
		return 0, 0, err
	}
	turned, err := in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: ref})
	if err != nil {
		return 0, 0, err
	}
	if turned.PageRotation%2 == 1 { // glyphs stand on the page as it was before
		return size.Height, size.Width, nil
	}
	return size.Width, size.Height, nil
}

// wordReader puts glyphs together to words.
type wordReader struct {
	in   pdfium.Pdfium
	text references.FPDF_TEXTPAGE
	turn int // quarters of a turn that most of the text has
	page *pdfPage

	now      word
	letters  strings.Builder
	fontSize float64 // as the file says it, before scaling
	spaced   bool    // a space or a line end came since the last glyph
	ended    bool    // and it was a line end
	last     box     // of the last glyph
	lastAt   int     // its index
	digit    bool    // it was a digit
}

// smallest is the size below which text is not meant to be read.
const smallest = 1.0

func (r *wordReader) add(i int, c *responses.GetPageTextStructuredChar) error {
	letter, _ := firstRune(c.Text)
	if letter == '\r' || letter == '\n' || unicode.IsSpace(letter) {
		r.spaced, r.ended = true, r.ended || letter == '\r' || letter == '\n'
		return nil
	}
	turn, straight := quarter(c.Angle)
	if !straight || turn != r.turn {
		r.spaced, r.ended = true, true
		return nil
	}
	r.page.glyphs++
	switch {
	case letter == 0x02, letter == 0xFFFE: // PDFium's marks for a hyphen at a line end
		letter = '-'
	case letter == 0, letter == unicode.ReplacementChar, unicode.Is(unicode.Co, letter), unicode.IsControl(letter):
		letter = unicode.ReplacementChar
		r.page.unknown++
	}
	at := r.turned(box{c.PointPosition.Left, c.PointPosition.Bottom, c.PointPosition.Right, c.PointPosition.Top})
	// Each question to the engine costs about a microsecond, and there are
	// thousands of glyphs on a page: what can be seen from the boxes is not asked.
	var err error
	gap, size := at.left-r.last.right, r.now.size
	beside := math.Abs(gap) < 0.3*size && min(at.top, r.last.top)-max(at.bottom, r.last.bottom) > 0.2*size
	jump := r.ended && !beside || math.Abs(gap) > 1.5*size || at.bottom > r.last.top+0.7*size || at.top < r.last.bottom-0.7*size
	if !jump && r.letters.Len() > 0 {
		if r.spaced, err = r.apart(i, gap/size); err != nil {
			return err
		}
	}
	starts := r.spaced || jump || r.letters.Len() == 0
	changed := false
	if starts || unicode.IsDigit(letter) != r.digit || at.bottom > r.now.base+0.15*size && !unicode.IsLetter(letter) || at.top < r.last.top-0.25*size || at.top > r.last.top+0.25*size {
		font, err := r.in.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.text, Index: i})
		if err != nil {
			return err
		}
		changed = font.FontSize != r.fontSize
		r.fontSize = font.FontSize
	}
	if starts || changed {
		glued := !r.spaced && !jump && r.letters.Len() > 0
		r.end()
		if size == 0 || jump || changed {
			if r.now.run, err = r.runAt(i); err != nil {
				return err
			}
			if r.now.base, err = r.baseAt(i); err != nil {
				return err
			}
		}
		r.now.glued, r.now.box = glued, at
	}
	r.letters.WriteString(plainLetters(letter))
	r.now.box = r.now.join(at)
	r.last, r.lastAt, r.digit, r.spaced, r.ended = at, i, unicode.IsDigit(letter), false, false
	return nil
}

// apart reports whether there is a space before glyph i. Some programs write
// no spaces and only move on, others write one and move back over it, so that
// white decides: between ink where that is clear, else between the room that
// the font gives each letter.
func (r *wordReader) apart(i int, gap float64) (bool, error) {
	const sureWord, sureSpace, space, writtenSpace = 0.15, 0.75, 0.12, 0.03 // in ems
	switch {
	case !r.spaced && gap < sureWord:
		return false, nil
	case gap > sureSpace, r.spaced && gap > sureWord:
		return true, nil
	}
	before, err := r.roomOf(r.lastAt)
	if err != nil {
		return r.spaced, nil
	}
	after, err := r.roomOf(i)
	if err != nil {
		return r.spaced, nil
	}
	room := (after.left - before.right) / r.now.size
	return room > space || r.spaced && room > writtenSpace, nil
}

func (r *wordReader) roomOf(i int) (box, error) {
	room, err := r.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: i})
	if err != nil {
		return box{}, err
	}
	return r.turned(box{float64(room.Rect.Left), float64(room.Rect.Bottom), float64(room.Rect.Right), float64(room.Rect.Top)}), nil
}

// end closes the word being read.
func (r *wordReader) end() {
	if r.letters.Len() > 0 && r.now.size >= smallest {
		r.now.text = r.letters.String()
		r.now.order = len(r.page.words)
		r.page.words = append(r.page.words, r.now)
	}
	r.letters.Reset()
}

// turned turns a box so that the text stands upright.
func (r *wordReader) turned(b box) box {
	w, h := r.page.width, r.page.height
	switch r.turn {
	case 1: // read upwards
		return box{b.bottom, h - b.right, b.top, h - b.left}
	case 2:
		return box{w - b.right, h - b.top, w - b.left, h - b.bottom}
	case 3: // read downwards
		return box{w - b.top, b.left, w - b.bottom, b.right}
	}
	return b
}

func (r *wordReader) baseAt(i int) (float64, error) {
	o, err := r.in.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: r.text, Index: i})
	if err != nil {
		return 0, err
	}
	return r.turned(box{o.X, o.Y, o.X, o.Y}).bottom, nil
}

func (r *wordReader) runAt(i int) (run, error) {
	out := run{size: math.Abs(r.fontSize)}
	if m, err := r.in.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: r.text, Index: i}); err == nil {
		out.size *= math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D))
	}
	if info, err := r.in.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: r.text, Index: i}); err == nil {
		const forceBold = 1 << 18 // PDF 1.7, table 123
		name := strings.ToLower(info.FontName)
		out.bold = info.Flags&forceBold != 0 || strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.HasPrefix(name, "cmbx")
	}
	object, err := r.in.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: r.text, Index: i})
	if err != nil {
		return out, nil // made by PDFium, such as a space
	}
	if mode, err := r.in.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: object.TextObject}); err == nil {
		out.invisible = mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE
	}
	out.artifact, out.layer, err = marksOf(r.in, object.TextObject)
	return out, err
}

// quarter turns an angle in radians into quarters of a turn; straight is false
// between them.
func quarter(angle float64) (turn int, straight bool) {
	quarters := -angle / (math.Pi / 2) // PDFium counts clockwise
	whole := math.Round(quarters)
	return ((int(whole) % 4) + 4) % 4, math.Abs(quarters-whole) < 0.05
}

// mostTurn returns the direction of most glyphs.
func mostTurn(chars []*responses.GetPageTextStructuredChar) int {
	var count [4]int
	for _, c := range chars {
		if letter, ok := firstRune(c.Text); ok && !unicode.IsSpace(letter) {
			if turn, straight := quarter(c.Angle); straight {
				count[turn]++
			}
		}
	}
	best := 0
	for turn, n := range count {
		if n > count[best] {
			best = turn
		}
	}
	return best
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

// plainLetters writes ligatures as the letters they stand for.
func plainLetters(letter rune) string {
	switch letter {
	case 'ﬀ':
		return "ff"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	case 'ﬅ', 'ﬆ':
		return "st"
	}
	return string(letter)
}
