package findings

import "slices"

// pieces finds out whether a text holds one of some strings, in one pass and whatever the
// size of its letters from A to Z (Aho and Corasick, "Efficient string matching", 1975).
type pieces struct {
	class [256]uint8 // of a byte: 0 for those in no string
	next  []uint32   // by state and class: a state is the place where its classes begin
	found uint32     // the state in which a string was found; 0 is the first one
}

// newPieces returns what looks for some strings, none of which is empty.
func newPieces(list ...string) *pieces {
	p := newBeginnings(list)
	p.fallBack()
	return p
}

// newBeginnings returns what finds out whether a text begins with one of some strings, none of
// which is empty: in state 0 it does not.
func newBeginnings(list []string) *pieces {
	p, width := &pieces{}, 1
	for _, s := range list {
		for _, b := range []byte(smallLetters(s)) {
			if p.class[b] == 0 {
				p.class[b] = uint8(width)
				width++
			}
		}
	}
	for b := byte('A'); b <= 'Z'; b++ {
		p.class[b] = p.class[b+'a'-'A']
	}
	p.next, p.found = make([]uint32, 2*width), uint32(width)
	for _, s := range list {
		state := uint32(0)
		for i, b := range []byte(smallLetters(s)) {
			at := state + uint32(p.class[b])
			switch {
			case p.next[at] == p.found: // a shorter one is enough
			case i == len(s)-1:
				p.next[at] = p.found
			case p.next[at] == 0:
				p.next[at] = uint32(len(p.next))
				p.next = append(p.next, make([]uint32, width)...)
			}
			if state = p.next[at]; state == p.found {
				break
			}
		}
	}
	return p
}

// newEndings returns what finds out likewise whether a text ends with one of some strings.
func newEndings(list []string) *pieces {
	var turned []string
	for _, s := range list {
		bytes := []byte(s)
		slices.Reverse(bytes)
		turned = append(turned, string(bytes))
	}
	return newBeginnings(turned)
}

// fallBack fills in where a state leads by a byte with which its string does not go on: where
// the longest end of what was read does that begins a string.
func (p *pieces) fallBack() {
	width := p.found // the second state
	back := make([]uint32, len(p.next))
	var queue []uint32
	for c := range width {
		if state := p.next[c]; state > p.found {
			queue = append(queue, state)
		}
	}
	for len(queue) > 0 {
		state := queue[0]
		queue = queue[1:]
		for c := range width {
			at, instead := state+c, p.next[back[state]+c]
			switch next := p.next[at]; {
			case next == 0 || instead == p.found:
				p.next[at] = instead
			case next > p.found:
				back[next] = instead
				queue = append(queue, next)
			}
		}
	}
}

// in reports whether a text holds one of the strings.
func (p *pieces) in(text string) bool {
	state, next, found := uint32(0), p.next, p.found
	for i := range len(text) {
		if state = next[state+uint32(p.class[text[i]])]; state == found {
			return true
		}
	}
	return false
}

// foldedOddly are the letters outside ASCII that a regular expression takes for an s or a k
// when it does not look at the size of letters.
var foldedOddly = []string{"\u017f", "\u212a"}

// smallLetters writes the letters from A to Z small; all others stay.
func smallLetters(s string) string {
	out := []byte(s)
	for i := range out {
		out[i] = small(out[i])
	}
	return string(out)
}

func small(b byte) byte {
	if b >= 'A' && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// mayBegin and mayEnd report whether a text may begin, or end, with one of the strings: a byte
// outside ASCII may be of a letter of foldedOddly.
func (p *pieces) mayBegin(text string) bool {
	state := uint32(0)
	for i := range len(text) {
		if state = p.next[state+uint32(p.class[text[i]])]; state == p.found || text[i] >= 0x80 {
			return true
		}
		if state == 0 {
			return false
		}
	}
	return false
}

func (p *pieces) mayEnd(text string) bool {
	state := uint32(0)
	for i := len(text) - 1; i >= 0; i-- {
		if state = p.next[state+uint32(p.class[text[i]])]; state == p.found || text[i] >= 0x80 {
			return true
		}
		if state == 0 {
			return false
		}
	}
	return false
}
