package perceptron

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Learner trains weights. Its zero value is not usable; see NewLearner.
type Learner struct {
	classes []string
	index   map[uint64]int32
	rows    [][]weight
	fixed   map[uint64][2]byte
	step    int32
}

type weight struct {
	class uint8
	stamp int32   // the step since which value holds
	value float32 // now
	total float64 // summed over all steps before stamp
}

// NewLearner prepares learning for the classes, at most MaxClasses.
func NewLearner(classes []string) *Learner {
	return &Learner{classes: classes, index: make(map[uint64]int32), fixed: make(map[uint64][2]byte)}
}

// Fix sets the one entry of a feature that is not learned.
func (l *Learner) Fix(feature uint64, class uint8, weight int8) {
	l.fixed[feature] = [2]byte{class, byte(weight)}
}

// Learn guesses the class of the features, mends the weights where the guess
// differs from the truth, and returns the guess.
func (l *Learner) Learn(features []uint64, truth uint8) uint8 {
	l.step++
	var scores [MaxClasses]float32
	for _, feature := range features {
		if row, known := l.index[feature]; known {
			for _, w := range l.rows[row] {
				scores[w.class] += w.value
			}
		}
	}
	guess := uint8(0)
	for class := range l.classes {
		if scores[class] > scores[guess] {
			guess = uint8(class)
		}
	}
	if guess != truth {
		for _, feature := range features {
			row, known := l.index[feature]
			if !known {
				row = int32(len(l.rows))
				l.index[feature] = row
				l.rows = append(l.rows, nil)
			}
			l.add(row, truth, 1)
			l.add(row, guess, -1)
		}
	}
	return guess
}

func (l *Learner) add(row int32, class uint8, change float32) {
	for i := range l.rows[row] {
		if w := &l.rows[row][i]; w.class == class {
			w.total += float64(w.value) * float64(l.step-w.stamp)
			w.value += change
			w.stamp = l.step
			return
		}
	}
	l.rows[row] = append(l.rows[row], weight{class: class, value: change, stamp: l.step})
}

// File returns the averaged weights as a table file. Weights are counted in
// units of the given size and rounded to a signed byte; those that become 0
// are left out.
func (l *Learner) File(unit float64) ([]byte, error) {
	type row struct {
		feature uint64
		entries []byte
	}
	var rows []row
	for feature, entry := range l.fixed {
		rows = append(rows, row{feature, entry[:]})
	}
	for feature, index := range l.index {
		var entries []byte
		for _, w := range l.rows[index] {
			total := w.total + float64(w.value)*float64(l.step-w.stamp)
			steps := math.Round(total / float64(l.step) / unit)
			if rounded := int8(max(-127, min(127, steps))); rounded != 0 {
				entries = append(entries, w.class, byte(rounded))
			}
		}
		if len(entries) > 0 {
			rows = append(rows, row{feature, entries})
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.feature, b.feature) })

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
