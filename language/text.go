// Package language cuts English text into sentences and words and tags the
// words with parts of speech. Its weights and word lists are embedded; it
// knows nothing of figures.
package language

// Tag is a Penn Treebank part-of-speech tag, such as "NNS" or "CD", in the
// manner of the English Web Treebank: the preposition "to" is IN, a hyphen
// HYPH, a dash mostly ",", "%" NN, a web or mail address ADD.
type Tag string

// Word is a run of text; Start and End are byte offsets into the text.
type Word struct {
	Start, End int
	Tag        Tag
	Lower      string // the word in lower case, with ' for ’
}

// In returns the word's text.
func (w Word) In(text string) string { return text[w.Start:w.End] }

// Sentence is a run of text that holds one sentence, headline or list item.
type Sentence struct {
	Start, End int // byte offsets, surrounding white space left out
	Paragraph  int // counted from 0: paragraphs end at a newline
	Words      []Word
}

// Positions converts between byte offsets and Unicode code points of one text.
// The contract with the outside counts code points (W3C TextPositionSelector).
type Positions struct {
	text  string
	marks []int // code points before each byteStride-th byte; nil for ASCII text
}

const byteStride = 64

// NewPositions prepares the conversion for text.
func NewPositions(text string) *Positions {
	p := &Positions{text: text}
	ascii := true
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return p
	}
	count := 0
	for i := 0; i < len(text); i++ {
		if i%byteStride == 0 {
			p.marks = append(p.marks, count)
		}
		if text[i]&0xC0 != 0x80 {
			count++
		}
	}
	return p
}

// CodePoint returns the number of code points before the byte offset, which
// must lie on a code point's first byte or at the end of the text.
func (p *Positions) CodePoint(offset int) int {
	if p.marks == nil {
		return offset
	}
	mark := min(offset/byteStride, len(p.marks)-1)
	count := p.marks[mark]
	for i := mark * byteStride; i < offset; i++ {
		if p.text[i]&0xC0 != 0x80 {
			count++
		}
	}
	return count
}

// Byte returns the byte offset of the code point with the given number; the
// text's length when it has fewer.
func (p *Positions) Byte(codePoint int) int {
	if p.marks == nil {
		return min(max(codePoint, 0), len(p.text))
	}
	low, high := 0, len(p.marks)
	for high-low > 1 {
		if mid := (low + high) / 2; p.marks[mid] <= codePoint {
			low = mid
		} else {
			high = mid
		}
	}
	count := p.marks[low]
	for i := low * byteStride; i < len(p.text); i++ {
		if p.text[i]&0xC0 != 0x80 {
			if count == codePoint {
				return i
			}
			count++
		}
	}
	return len(p.text)
}
