package findings

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed deeds.txt
var deedsFile string

// deeds finds out which deed a number counts: by word, or by the two or three words of "handed
// in", the lines of the list that have it, as bits. The first bit is of those that count any.
type deeds map[string]uint64

const anyDeed = 1

func newDeeds() deeds {
	out, line := deeds{}, uint64(anyDeed)
	for text := range strings.Lines(deedsFile) {
		if strings.HasPrefix(text, "#") {
			continue
		}
		for word := range strings.SplitSeq(text, ",") {
			out[strings.TrimSpace(word)] |= line
		}
		line <<= 1
	}
	return out
}

// mostToDeed is how many words may stand between a number and its deed.
const mostToDeed = 5

// of returns the deed that a number counts, by the words before and behind it in its clause;
// 0 for none: "had visited 119 plants", "271 hectares have been cleared", "the plants visited".
func (d deeds) of(before, after []string) uint64 {
	for i, word := range after[:min(len(after), mostToDeed)] {
		if isBeing(word) {
			for j := i + 1; j < min(len(after), i+4); j++ {
				if deed := d.at(after, j); deed != 0 {
					return deed
				}
			}
			return 0
		}
		if deed := d.at(after, i); i < 3 && deed != 0 && d.active(before) == 0 {
			return deed // "with 119 plants visited"
		}
	}
	return d.active(before)
}

// active returns the deed that ends the words before a number; of "the plants visited had
// reached" the one that is not any.
func (d deeds) active(before []string) uint64 {
	last := uint64(0)
	for i := len(before) - 1; i >= max(0, len(before)-mostToDeed); i-- {
		switch deed := d.at(before, i); {
		case deed > anyDeed:
			return deed
		case deed == anyDeed:
			last = anyDeed
		case slices.Contains([]string{"and", "or", "but", "of", "for", "after", "before"}, before[i]):
			return last
		}
	}
	return last
}

// at returns the deed that word i begins.
func (d deeds) at(words []string, i int) uint64 {
	for n := min(3, len(words)-i); n > 0; n-- {
		if deed := d[strings.Join(words[i:i+n], " ")]; deed != 0 {
			return deed
		}
	}
	return 0
}

// isBeing reports whether a word leads up to what was done with those counted.
func isBeing(word string) bool {
	return slices.Contains([]string{"had", "has", "have", "was", "were", "been"}, word)
}
