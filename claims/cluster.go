package claims

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// whole widens the bytes from start to end so that neither end lies inside a
// grapheme cluster, what readers take for one character.
func whole(text string, bytes [2]int) [2]int {
	before, _ := clusterAround(text, bytes[0])
	_, after := clusterAround(text, bytes[1])
	return [2]int{before, after}
}

// clusterAround returns the ends of the cluster that position i lies inside; i
// and i when it lies between two.
func clusterAround(text string, i int) (start, end int) {
	if i <= 0 || i >= len(text) || text[i-1] < utf8.RuneSelf && text[i] < utf8.RuneSelf && text[i-1] != '\r' {
		return i, i
	}
	// Clusters begin anew at a plain character; where there is none nearby, at
	// one that carries no mark.
	start = i - 1
	for start > 0 && text[start] >= utf8.RuneSelf {
		if i-start > 256 && utf8.RuneStart(text[start]) {
			if r, _ := utf8.DecodeRuneInString(text[start:]); !unicode.IsMark(r) && !unicode.Is(unicode.Cf, r) {
				break
			}
		}
		start--
	}
	state := -1
	for rest := text[start:]; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		end = start + len(cluster)
		if end == i {
			return i, i
		}
		if end > i {
			return start, end
		}
		start = end
	}
	return i, i
}
