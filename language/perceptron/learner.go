package perceptron

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// Learner trains weights. Its zero value is not usable; see NewLearner.
type Learner struct {
	// MinUpdates is the number of mistakes a feature must have had a part in
	// before it counts (Goldberg and Elhadad 2011); rarer ones are left out.
	MinUpdates int

	classes []string
	index   map[uint64]int32
	rows    []row
	fixed   map[uint64][]Entry
	step    int32
}

// row holds the weights of one feature.
type row struct {
	updates int
	weights []weight
}

type weight struct {
	class uint8
	stamp int32   // the step since which value holds
	value float32 // now
	total float64 // summed over all steps before stamp
}

// NewLearner prepares learning for the classes, at most MaxClasses.
func NewLearner(classes []string) *Learner {
	return &Learner{classes: classes, index: make(map[uint64]int32), fixed: make(map[uint64][]Entry)}
}

// Fix sets the entries of a feature that is not learned.
func (l *Learner) Fix(feature uint64, entries []Entry) { l.fixed[feature] = entries }

// Learn guesses the class of the features among the possible ones, a bit for
// each, mends the weights where the guess differs from the truth, and returns
// the guess. It learns nothing from a truth that it held to be impossible.
func (l *Learner) Learn(features []uint64, truth uint8, possible uint64) uint8 {
	l.step++
	var scores [MaxClasses + 1]float32
	for _, feature := range features {
		if index, known := l.index[feature]; known && l.rows[index].updates >= l.MinUpdates {
			for _, w := range l.rows[index].weights {
				scores[w.class] += w.value
			}
		}
	}
	guess := uint8(bits.TrailingZeros64(possible))
	for class := range l.classes {
		if possible>>class&1 != 0 && scores[class] > scores[guess] {
			guess = uint8(class)
		}
	}
	if guess != truth && possible>>truth&1 != 0 {
		for _, feature := range features {
			index, known := l.index[feature]
			if !known {
				index = int32(len(l.rows))
				l.index[feature] = index
				l.rows = append(l.rows, row{})
			}
			l.rows[index].updates++
			l.add(&l.rows[index], truth, 1)
			l.add(&l.rows[index], guess, -1)
		}
	}
	return guess
}

func (l *Learner) add(row *row, class uint8, change float32) {
	for i := range row.weights {
		if w := &row.weights[i]; w.class == class {
			w.total += float64(w.value) * float64(l.step-w.stamp)
			w.value += change
			w.stamp = l.step
			return
		}
	}
	row.weights = append(row.weights, weight{class: class, value: change, stamp: l.step})
}

// File returns the averaged weights as a table file. Weights are counted in
// units of the given size and rounded to a signed byte; those that become 0
// are left out.
func (l *Learner) File(unit float64) ([]byte, error) {
	type line struct {
		feature uint64
		entries []byte
	}
	var rows []line
	for feature, fixed := range l.fixed {
		var entries []byte
		for _, entry := range fixed {
			entries = append(entries, entry.Class, byte(entry.Weight))
		}
		rows = append(rows, line{feature, entries})
	}
	for feature, index := range l.index {
		var entries []byte
		if l.rows[index].updates < l.MinUpdates {
			continue
		}
		for _, w := range l.rows[index].weights {
			total := w.total + float64(w.value)*float64(l.step-w.stamp)
			steps := math.Round(total / float64(l.step) / unit)
			if rounded := int8(max(-mostWeight, min(mostWeight, steps))); rounded != 0 {
				entries = append(entries, w.class, byte(rounded))
			}
		}
		if len(entries) > 0 {
			rows = append(rows, line{feature, entries})
		}
	}
	slices.SortFunc(rows, func(a, b line) int { return cmp.Compare(a.feature, b.feature) })

	count := 1
	for count*4 < len(rows)*5 {
		count *= 2
	}
	slots := make([]uint64, count)
	var entries []byte
	for _, row := range rows {
		at := row.feature & uint64(count-1)
		for ; slots[at] != 0; at = (at + 1) & uint64(count-1) {
			if slots[at]>>32 == row.feature>>32 {
				return nil, fmt.Errorf("weights: two features share the hash %x; train with another seed", row.feature)
			}
		}
		if len(entries)/2 >= 1<<24 {
			return nil, fmt.Errorf("weights: more than %d entries; choose a larger unit", 1<<24)
		}
		slots[at] = row.feature>>32<<32 | uint64(len(entries)/2)<<8 | uint64(len(row.entries)/2)
		entries = append(entries, row.entries...)
	}
	var file bytes.Buffer
	fmt.Fprintf(&file, "%s%s\n%d\n", magic, strings.Join(l.classes, " "), count)
	for _, slot := range slots {
		file.Write(binary.LittleEndian.AppendUint64(nil, slot))
	}
	file.Write(entries)
	return file.Bytes(), nil
}
