package perceptron

import (
	"bytes"
	"strings"
	"testing"
)

// learned returns a learner that has seen even features in class "even" and
// odd ones in "odd".
func learned() *Learner {
	learner := NewLearner([]string{"even", "odd"})
	for range 5 {
		for i := range uint64(40) {
			learner.Learn([]uint64{hashed(7), parity(i)}, uint8(i%2))
		}
	}
	learner.Fix(hashed(9), 1, 127)
	return learner
}

// hashed makes a feature of a small number: features must be well spread.
func hashed(i uint64) uint64 { return (i + 1) * 0x9E3779B97F4A7C15 }

// parity is one of two features.
func parity(i uint64) uint64 { return hashed(i % 2) }

func TestLearnedWeightsTellClassesApart(t *testing.T) {
	file, err := learned().File(0.1)
	if err != nil {
		t.Fatal(err)
	}
	table, err := NewTable(file)
	if err != nil {
		t.Fatal(err)
	}
	var scores Scores
	for i := range uint64(10) {
		class := table.Score([]uint64{hashed(7), parity(i), hashed(12345)}, &scores)
		if want := []string{"even", "odd"}[i%2]; table.Classes[class] != want {
			t.Errorf("expected %d to be %s, found %s with scores %v", i, want, table.Classes[class], scores[:2])
		}
	}
	if class, weight, found := table.First(hashed(9)); !found || class != 1 || weight != 127 {
		t.Errorf("expected the fixed entry 1, 127, found %d, %d, %t", class, weight, found)
	}
	if _, _, found := table.First(hashed(99)); found {
		t.Error("a feature that was never learned was found")
	}
}

func TestSameLearningGivesSameFile(t *testing.T) {
	first, _ := learned().File(0.1)
	second, _ := learned().File(0.1)
	if !bytes.Equal(first, second) {
		t.Error("two files of the same learning differ")
	}
}

func TestRareFeaturesAreLeftOut(t *testing.T) {
	sizes := make(map[int]int)
	for _, updates := range []int{0, 3} {
		learner := NewLearner([]string{"a", "b"})
		learner.MinUpdates = updates
		learner.Learn([]uint64{hashed(1), hashed(2)}, 1)
		for range 6 {
			learner.Learn([]uint64{hashed(3)}, 1)
			learner.Learn([]uint64{hashed(3)}, 0)
		}
		file, err := learner.File(0.01)
		if err != nil {
			t.Fatal(err)
		}
		table, err := NewTable(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, feature := range []uint64{hashed(1), hashed(2)} {
			if _, _, found := table.First(feature); found {
				sizes[updates]++
			}
		}
	}
	if sizes[0] != 2 || sizes[3] != 0 {
		t.Errorf("expected 2 rare features without a bound and 0 with one, found %v", sizes)
	}
}

func TestDamagedFilesAreRefused(t *testing.T) {
	file, err := learned().File(0.1)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		file []byte
		want string
	}{
		{"empty", nil, "starts with"},
		{"other", []byte("%PDF-1.7"), "starts with"},
		{"no slots", []byte(magic + "a b\n3\n"), "power of two"},
		{"cut off", file[:len(file)/2], "ends after"},
		{"lost entries", file[:len(file)-4], "past the end"},
		{"unknown class", append(bytes.Clone(file[:len(file)-2]), 9, 1), "names class 9"},
		{"no free slot", []byte(magic + "a\n1\n\x01\x00\x00\x00\x00\x00\x00\x00\x00\x01"), "no slot is free"},
	} {
		if _, err := NewTable(test.file); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: expected an error with %q, found %v", test.name, test.want, err)
		}
	}
}

func FuzzNewTable(f *testing.F) {
	file, err := learned().File(0.1)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file, uint64(7))
	f.Add([]byte(magic+"a\n2\n"), uint64(0))
	f.Fuzz(func(t *testing.T, file []byte, feature uint64) {
		table, err := NewTable(file)
		if err != nil {
			return
		}
		var scores Scores
		if class := table.Score([]uint64{feature}, &scores); int(class) >= len(table.Classes) {
			t.Fatalf("class %d of %d", class, len(table.Classes))
		}
	})
}
