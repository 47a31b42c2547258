// Package language cuts English text into sentences and words and tags the
// words with parts of speech. Its weights and word lists are embedded; it
// knows nothing of figures.
package language

import "math/bits"

// Tag is a Penn Treebank part-of-speech tag, such as "NNS" or "CD", in the
// manner of the English Web Treebank: the preposition "to" is IN, a hyphen
// HYPH, a dash mostly ",", "%" NN, a web or mail address ADD.
type Tag string

// Word is a run of text; Start and End are byte offsets into the text.
type Word struct {
	Start, End int
	Tag        Tag
	Lower      string // the word in lower case, with ' for ’
	Note       int32  // what the caller knows of it, see Memory
	Plain      bool   // it is letters of ASCII and nothing else
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

const byteStride = 32

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
	p.marks = make([]int, 0, len(text)/byteStride+1)
	count := 0
	for i := 0; i < len(text); i += byteStride {
		p.marks = append(p.marks, count)
		count += codePoints(text[i:min(i+byteStride, len(text))])
	}
	return p
}

// codePoints counts the code points that begin in the text, eight bytes at once.
func codePoints(text string) int {
	const low = 0x0101010101010101 // the lowest bit of each byte
	count := len(text)
	for ; len(text) >= 8; text = text[8:] {
		b := uint64(text[0]) | uint64(text[1])<<8 | uint64(text[2])<<16 | uint64(text[3])<<24 |
			uint64(text[4])<<32 | uint64(text[5])<<40 | uint64(text[6])<<48 | uint64(text[7])<<56
		count -= bits.OnesCount64(b >> 7 &^ (b >> 6) & low) // those that go on: 10xxxxxx
	}
	for i := 0; i < len(text); i++ {
		if text[i]&0xC0 == 0x80 {
			count--
		}
	}
	return count
}

// CodePoint returns the number of code points before the byte offset, which
// must lie on a code point's first byte or at the end of the text.
func (p *Positions) CodePoint(offset int) int {
	if p.marks == nil {
		return offset
	}
	mark := min(offset/byteStride, len(p.marks)-1)
	return p.marks[mark] + codePoints(p.text[mark*byteStride:offset])
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
