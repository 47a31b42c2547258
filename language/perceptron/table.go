// Package perceptron holds the weights of an averaged perceptron (Collins
// 2002) in a flat table that is used as it lies in its file: nothing is
// parsed or copied when it is read. It knows features as 64-bit hashes and
// classes as small numbers; what they stand for is the caller's affair.
package perceptron

import (
	"encoding/binary"
	"fmt"
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

// MaxClasses bounds the number of classes.
const MaxClasses = 64

// Scores holds one score a class.
type Scores [MaxClasses]int32

// Table is a read-only set of weights, safe for concurrent use.
type Table struct {
	Classes []string
	slots   []byte
	entries []byte
	mask    uint64
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
		empty = empty || count == 0
	}
	if !empty {
		return fmt.Errorf("weights: no slot is free, so that look-ups would not end")
	}
	for i := 0; i+1 < len(t.entries); i += 2 {
		if int(t.entries[i]) >= len(t.Classes) {
			return fmt.Errorf("weights: entry %d names class %d of %d", i/2, t.entries[i], len(t.Classes))
		}
	}
	return nil
}

// find returns the feature's entries.
func (t *Table) find(feature uint64) []byte {
	for i := feature & t.mask; ; i = (i + 1) & t.mask {
		slot := binary.LittleEndian.Uint64(t.slots[i*8:])
		if slot&0xFF == 0 {
			return nil
		}
		if slot>>32 == feature>>32 {
			first := slot >> 8 & 0xFFFFFF
			return t.entries[first*2 : (first+slot&0xFF)*2]
		}
	}
}

// Score sets scores to the sums of the features' weights and returns the best
// class; of equal ones the first.
func (t *Table) Score(features []uint64, scores *Scores) uint8 {
	*scores = Scores{}
	for _, feature := range features {
		entries := t.find(feature)
		for i := 0; i+1 < len(entries); i += 2 {
			scores[entries[i]%MaxClasses] += int32(int8(entries[i+1]))
		}
	}
	best := 0
	for class := 1; class < len(t.Classes); class++ {
		if scores[class] > scores[best] {
			best = class
		}
	}
	return uint8(best)
}

// First returns the first class and weight of a feature.
func (t *Table) First(feature uint64) (class uint8, weight int8, found bool) {
	if entries := t.find(feature); entries != nil {
		return entries[0], int8(entries[1]), true
	}
	return 0, 0, false
}
