// Package perceptron holds the weights of an averaged perceptron (Collins
// 2002) in a flat table that is used as it lies in its file: nothing of it is
// parsed or copied when it is read; only a filter is made. It knows features as 64-bit hashes and
// classes as small numbers; what they stand for is the caller's affair.
package perceptron

import (
	"encoding/binary"
	"fmt"
	"iter"
	"math"
	"math/bits"
	"strings"
)

// The file: "muster weights 1\n"; a line with the class names, parted by
// spaces; a line with the decimal number of slots, a power of two; the slots,
// 8 bytes each; the entries, 2 bytes each.
//
// A slot is a little-endian number: the upper 32 bits of the feature, then 24
// bits for the first entry and 8 for the number of entries; 0 is empty. A
// feature stands in the slot that its lowest bits name or in the next free
// one. An entry is a class and its weight, a signed byte.
const magic = "muster weights 1\n"

// MaxClasses bounds the number of classes: those of a set are the bits of a
// number. It is also the mask by which a class is an index without a check.
const MaxClasses = 63

// Scores holds one score a class.
type Scores [MaxClasses + 1]int16

// Best returns the class with the highest score among the given ones, a bit
// for each; of equal ones the first.
func (s *Scores) Best(classes uint64) uint8 {
	best, highest := 0, int16(math.MinInt16)
	for ; classes != 0; classes &= classes - 1 {
		if class := bits.TrailingZeros64(classes) & MaxClasses; s[class] > highest {
			best, highest = class, s[class]
		}
	}
	return uint8(best)
}

// Near returns those of the classes whose score is less than so far behind the
// best of them.
func (s *Scores) Near(classes uint64, behind int16) uint64 {
	return s.Above(classes, s[s.Best(classes)]-behind)
}

// Above returns those of the classes whose score is higher than the bound.
func (s *Scores) Above(classes uint64, bound int16) uint64 {
	above := uint64(0)
	for ; classes != 0; classes &= classes - 1 {
		if class := bits.TrailingZeros64(classes) & MaxClasses; s[class] > bound {
			above |= 1 << class
		}
	}
	return above
}

// Behind returns for each of the classes how far it is behind the best of them,
// which must be less than a byte holds.
func (s *Scores) Behind(classes uint64) Few {
	var few Few
	best := s[s.Best(classes)]
	for ; classes != 0; classes &= classes - 1 {
		class := bits.TrailingZeros64(classes) & MaxClasses
		few[class] = int8(s[class] - best)
	}
	return few
}

// Few holds the scores of a few features, at most mostFew. It is as long as a
// line of the processor's cache.
type Few [MaxClasses + 1]int8

// Learned weights are so small that a byte holds the sum of a few.
const (
	mostFew    = 4
	mostWeight = math.MaxInt8 / mostFew
)

// Fixed is the one weight that may be larger, for features that are not summed.
const Fixed = 127

// Entry is the weight of a class.
type Entry struct {
	Class  uint8
	Weight int8
}

// Table is a read-only set of weights, safe for concurrent use.
type Table struct {
	Classes []string
	slots   []byte
	entries []byte
	mask    uint64
	filter  []uint64 // a bit for each feature that is in a slot, see mayHold
}

// filterBits is how many bits the filter has: most features are in no slot,
// and a filter that stays in the processor's cache tells so at once.
const filterBits = 1 << 20

// MayHold reports true for every feature in the table and false for most others.
func (t *Table) MayHold(feature uint64) bool { return t.mayHold(feature) != 0 }

// mayHold returns 1 for every feature in the table and 0 for most others.
func (t *Table) mayHold(feature uint64) uint64 {
	bit := feature >> 32 % filterBits
	return t.filter[bit/64] >> (bit % 64) & 1
}

// NewTable reads a table from the bytes of its file and keeps hold of them.
func NewTable(file []byte) (*Table, error) {
	rest, found := strings.CutPrefix(string(file[:min(len(file), 1024)]), magic)
	if !found {
		return nil, fmt.Errorf("weights: expected a file that starts with %q; train them again", magic)
	}
	classes, rest, _ := strings.Cut(rest, "\n")
	size, _, found := strings.Cut(rest, "\n")
	var slots int
	if _, err := fmt.Sscanf(size, "%d", &slots); err != nil || !found || slots <= 0 || slots&(slots-1) != 0 {
		return nil, fmt.Errorf("weights: expected a power of two as the number of slots, found %q", size)
	}
	start := len(magic) + len(classes) + 1 + len(size) + 1
	if len(file)-start < slots*8 {
		return nil, fmt.Errorf("weights: expected %d slots, the file ends after %d bytes", slots, len(file))
	}
	t := &Table{
		Classes: strings.Fields(classes),
		slots:   file[start : start+slots*8],
		entries: file[start+slots*8:],
		mask:    uint64(slots - 1),
		filter:  make([]uint64, filterBits/64),
	}
	return t, t.check()
}

// check makes sure that no slot points outside the entries and no entry
// outside the classes, so that look-ups need not.
func (t *Table) check() error {
	if len(t.Classes) == 0 || len(t.Classes) > MaxClasses {
		return fmt.Errorf("weights: expected 1 to %d classes, found %d", MaxClasses, len(t.Classes))
	}
	empty := false
	for i := 0; i < len(t.slots); i += 8 {
		slot := binary.LittleEndian.Uint64(t.slots[i:])
		first, count := slot>>8&0xFFFFFF, slot&0xFF
		if int(first+count)*2 > len(t.entries) {
			return fmt.Errorf("weights: slot %d points past the end of the file", i/8)
		}
		if count == 0 {
			empty = true
			continue
		}
		bit := slot >> 32 % filterBits
		t.filter[bit/64] |= 1 << (bit % 64)
	}
	if !empty {
		return fmt.Errorf("weights: no slot is free, so that look-ups would not end")
	}
	for i := 0; i+1 < len(t.entries); i += 2 {
		if int(t.entries[i]) >= len(t.Classes) {
			return fmt.Errorf("weights: entry %d names class %d of %d", i/2, t.entries[i], len(t.Classes))
		}
		if weight := int8(t.entries[i+1]); (weight < -mostWeight || mostWeight < weight) && weight != Fixed {
			return fmt.Errorf("weights: expected %d to %d as the weight of entry %d, found %d; train with a larger unit", -mostWeight, mostWeight, i/2, weight)
		}
	}
	return nil
}

// find returns the feature's slot, given what stands in the one that its lowest
// bits name; 0 where it has none.
func (t *Table) find(feature, slot uint64) uint64 {
	for i := feature & t.mask; slot>>32 != feature>>32 && slot&0xFF != 0; slot = t.slot(i) {
		i = (i + 1) & t.mask
	}
	if slot&0xFF == 0 {
		return 0
	}
	return slot
}

// entriesOf returns the entries that the slot points to.
func (t *Table) entriesOf(slot uint64) []byte {
	first := slot >> 8 & 0xFFFFFF
	return t.entries[first*2 : (first+slot&0xFF)*2]
}

func (t *Table) slot(i uint64) uint64 { return binary.LittleEndian.Uint64(t.slots[i*8:]) }

// Add adds the features' weights to the scores. Each step is taken for all of
// them before the next one, so that they wait for memory together.
func (t *Table) Add(features []uint64, scores *Scores) {
	for ; len(features) > atOnce; features = features[atOnce:] {
		t.Add(features[:atOnce], scores)
	}
	var held, slots [atOnce]uint64
	count := uint64(0)
	for _, feature := range features {
		held[count%atOnce] = feature
		count += t.mayHold(feature)
	}
	for i, feature := range held[:count] {
		slots[i] = t.slot(feature & t.mask)
	}
	for i, feature := range held[:count] {
		scores.add(t.entriesOf(t.find(feature, slots[i])))
	}
}

// atOnce is how many features are looked up together.
const atOnce = 16

// add adds entries as they lie in the file.
func (s *Scores) add(entries []byte) {
	for ; len(entries) >= 8; entries = entries[8:] {
		four := binary.LittleEndian.Uint64(entries)
		s[four&MaxClasses] += int16(int8(four >> 8))
		s[four>>16&MaxClasses] += int16(int8(four >> 24))
		s[four>>32&MaxClasses] += int16(int8(four >> 40))
		s[four>>48&MaxClasses] += int16(int8(four >> 56))
	}
	for ; len(entries) >= 2; entries = entries[2:] {
		s[entries[0]&MaxClasses] += int16(int8(entries[1]))
	}
}

// AddFew adds the weights of a few features to the scores.
func (t *Table) AddFew(features []uint64, scores *Few) {
	for _, feature := range features {
		for entries := t.look(feature); len(entries) >= 2; entries = entries[2:] {
			scores[entries[0]&MaxClasses] += int8(entries[1])
		}
	}
}

// look returns the entries of a feature, none for most.
func (t *Table) look(feature uint64) []byte {
	if t.mayHold(feature) == 0 {
		return nil
	}
	return t.entriesOf(t.find(feature, t.slot(feature&t.mask)))
}

// Entries returns the entries of a feature.
func (t *Table) Entries(feature uint64) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for entries := t.look(feature); len(entries) >= 2; entries = entries[2:] {
			if !yield(Entry{entries[0], int8(entries[1])}) {
				return
			}
		}
	}
}
