package table

import (
	"errors"
	"io"
)

// sharedStrings are the words that the cells of a workbook refer to by number
// (ECMA-376 part 1, 18.4.9), one after another in one block of memory.
type sharedStrings struct {
	words []byte
	ends  []uint32 // where each ends
}

func (s *sharedStrings) at(n int) ([]byte, bool) {
	if n < 0 || n >= len(s.ends) {
		return nil, false
	}
	from := uint32(0)
	if n > 0 {
		from = s.ends[n-1]
	}
	return s.words[from:s.ends[n]], true
}

// readStrings reads the shared words: of rich text its runs, joined; of
// readings (rPh) nothing.
func (w *workbook) readStrings(name string) error {
	part := w.parts[name]
	if part == nil {
		return nil
	}
	data, err := w.open(part)
	if err != nil {
		return err
	}
	defer data.Close()
	tokens := newTokens(data, w.limits.Cell)
	limit := min(w.limits.Strings, 1<<32-1)
	if told := int64(part.UncompressedSize64); told <= limit {
		w.strings.words = make([]byte, 0, min(told/2, 256<<20)) // about what is left without the tags
	}
	within, aside := false, 0
	for {
		t, err := tokens.next()
		if int64(len(w.strings.words)+4*len(w.strings.ends)) > limit {
			return errors.New("expected a workbook, found one with more words than Muster holds in memory; save its sheet as CSV")
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return damaged(err)
		case t.kind == textToken:
			if within && aside == 0 {
				w.strings.words = unescape(w.strings.words, t.rest)
			}
		case string(t.name) == "si" && (t.kind == endTag || t.kind == loneTag):
			w.strings.ends = append(w.strings.ends, uint32(len(w.strings.words)))
		case string(t.name) == "t" && t.kind != loneTag:
			within = t.kind == startTag
		case string(t.name) == "rPh" && t.kind == startTag:
			aside++
		case string(t.name) == "rPh" && t.kind == endTag:
			aside--
		}
	}
}
