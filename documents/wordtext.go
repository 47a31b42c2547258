package documents

import (
	"encoding/xml"
	"errors"
	"strings"
)

// wordText collects the text of the parts of a Word file as their tags go by.
type wordText struct {
	styles map[string]string // names by id
	blocks []string          // paragraphs and rows
	title  string
	word   bool // the root element is one of Word's

	open       []string         // local names of the elements around
	skip       int              // depth at which an element is left out; 0 for none
	paragraphs []*wordParagraph // a text box lies within a paragraph
	rows       [][]string       // the cells of the rows around
	cells      [][]string       // the paragraphs of the cells around
}

// wordParagraph is a paragraph as far as it was read.
type wordParagraph struct {
	text   strings.Builder
	style  string
	joined bool // its end is deleted: it goes on in the next
	hidden bool // the run being read is hidden
}

// wordDepth bounds the nesting of elements; files hold some dozens.
const wordDepth = 1000

// Elements whose content is no text of the document: deletions and the places
// that text was moved from, instructions of fields, the format before a
// tracked change, a second form of a drawing for old programs, readings above
// Chinese and Japanese characters.
func leftOut(local string) bool {
	switch local {
	case "del", "moveFrom", "delText", "delInstrText", "instrText", "pPrChange", "rPrChange", "sectPr", "sdtPr", "tblPr", "Fallback", "rt":
		return true
	}
	return false
}

func (w *wordText) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if len(w.open) == 0 {
			w.word = w.word || strings.Contains(t.Name.Space, "wordprocessingml")
		}
		if len(w.open) > wordDepth {
			return errors.New("expected a Word file, found elements nested deeper than 1,000; paste its text into a .txt file")
		}
		w.open = append(w.open, t.Name.Local)
		if w.skip == 0 {
			w.start(t)
		}
	case xml.EndElement:
		if w.skip == 0 {
			w.end(t.Name.Local)
		}
		if w.skip == len(w.open) {
			w.skip = 0
		}
		w.open = w.open[:len(w.open)-1]
	case xml.CharData:
		if p := w.paragraph(); w.skip == 0 && p != nil && !p.hidden && len(w.open) > 0 && w.open[len(w.open)-1] == "t" {
			p.text.Write(t)
		}
	}
	return nil
}

func (w *wordText) paragraph() *wordParagraph {
	if len(w.paragraphs) == 0 {
		return nil
	}
	return w.paragraphs[len(w.paragraphs)-1]
}

// within reports whether an element of this name is around, at most so many up.
func (w *wordText) within(local string, up int) bool {
	for i := len(w.open) - 2; i >= 0 && up > 0; i, up = i-1, up-1 {
		if w.open[i] == local {
			return true
		}
	}
	return false
}

func (w *wordText) start(t xml.StartElement) {
	local, p := t.Name.Local, w.paragraph()
	if (local == "del" || local == "moveFrom") && p != nil && w.within("pPr", 2) {
		p.joined = true
	}
	// Separators are notes in form only.
	separator := (local == "footnote" || local == "endnote") && xmlAttribute(t, "type") != "" && xmlAttribute(t, "type") != "normal"
	if leftOut(local) || separator || local == "t" && strings.Contains(t.Name.Space, "drawingml") {
		w.skip = len(w.open)
		return
	}
	switch local {
	case "p":
		if strings.Contains(t.Name.Space, "drawingml") {
			w.skip = len(w.open)
			return
		}
		if p != nil && p.joined && !w.within("p", len(w.open)) {
			p.joined, p.style = false, ""
			return
		}
		w.paragraphs = append(w.paragraphs, &wordParagraph{})
	case "tbl":
		if !w.within("p", len(w.open)) {
			w.flush()
			p = nil
		}
	case "tr":
		w.rows = append(w.rows, nil)
	case "tc":
		w.cells = append(w.cells, nil)
	}
	if p == nil {
		return
	}
	switch local {
	case "pStyle":
		p.style = w.styles[xmlAttribute(t, "val")]
	case "r":
		p.hidden = false
	case "vanish":
		switch xmlAttribute(t, "val") {
		case "0", "false", "off":
		default:
			p.hidden = w.within("r", 2)
		}
	case "br", "cr":
		p.text.WriteByte('\n')
	case "tab", "ptab":
		if w.within("r", 1) {
			p.text.WriteByte('\t')
		}
	case "noBreakHyphen":
		p.text.WriteByte('-')
	}
}

func (w *wordText) end(local string) {
	switch local {
	case "p":
		p := w.paragraph()
		if p == nil || p.joined && len(w.rows) == 0 {
			return
		}
		w.paragraphs = w.paragraphs[:len(w.paragraphs)-1]
		w.block(p)
	case "body", "footnote", "endnote":
		w.flush()
	case "tc":
		if len(w.cells) == 0 || len(w.rows) == 0 {
			return
		}
		cell := oneLine(strings.Join(w.cells[len(w.cells)-1], " "))
		w.cells = w.cells[:len(w.cells)-1]
		if cell != "" {
			w.rows[len(w.rows)-1] = append(w.rows[len(w.rows)-1], cell)
		}
	case "tr":
		if len(w.rows) == 0 {
			return
		}
		row := strings.Join(w.rows[len(w.rows)-1], cellMark)
		if w.rows = w.rows[:len(w.rows)-1]; row != "" {
			w.add(row)
		}
	}
}

// flush ends a paragraph whose own end is deleted and that nothing follows.
func (w *wordText) flush() {
	for len(w.paragraphs) > 0 {
		last := w.paragraph()
		w.paragraphs = w.paragraphs[:len(w.paragraphs)-1]
		w.block(last)
	}
}

// block takes a paragraph that has ended.
func (w *wordText) block(p *wordParagraph) {
	text := paragraphs(p.text.String())
	if text == "" || strings.HasPrefix(p.style, "toc ") || p.style == "table of figures" {
		return // a table of contents repeats the headings
	}
	if w.title == "" && len(w.cells) == 0 && (p.style == "title" && len(w.blocks) < 10 || p.style == "heading 1" && len(w.blocks) == 0) {
		w.title = oneLine(text)
	}
	w.add(text)
}

func (w *wordText) add(text string) {
	if len(w.cells) > 0 {
		last := len(w.cells) - 1
		w.cells[last] = append(w.cells[last], text)
		return
	}
	w.blocks = append(w.blocks, text)
}
