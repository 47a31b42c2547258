package perceptron

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// both stands for two classes that are possible.
const both = 1<<0 | 1<<1

// learned returns a learner that has seen even features in class "even" and
// odd ones in "odd".
func learned() *Learner {
	learner := NewLearner([]string{"even", "odd"})
	for range 5 {
		for i := range uint64(40) {
			learner.Learn([]uint64{hashed(7), parity(i)}, uint8(i%2), both)
		}
	}
	learner.Fix(hashed(9), []Entry{{1, 127}, {0, 3}})
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
		scores = Scores{}
		table.Add([]uint64{hashed(7), parity(i), hashed(12345)}, &scores)
		class := scores.Best(both)
		if want := []string{"even", "odd"}[i%2]; table.Classes[class] != want {
			t.Errorf("expected %d to be %s, found %s with scores %v", i, want, table.Classes[class], scores[:2])
		}
	}
	if got := slices.Collect(table.Entries(hashed(9))); !slices.Equal(got, []Entry{{1, 127}, {0, 3}}) {
		t.Errorf("expected the fixed entries, found %v", got)
	}
	if got := slices.Collect(table.Entries(hashed(99))); got != nil {
		t.Errorf("expected no entries of a feature that was never learned, found %v", got)
	}
}

func TestOnlyPossibleClassesAreFound(t *testing.T) {
	scores := Scores{5, -3, 9, -3}
	for _, test := range []struct {
		classes uint64
		want    uint8
	}{{1<<0 | 1<<1, 0}, {1 << 1, 1}, {1<<1 | 1<<3, 1}, {1<<0 | 1<<2, 2}} {
		if got := scores.Best(test.classes); got != test.want {
			t.Errorf("classes %b: expected %d, found %d", test.classes, test.want, got)
		}
	}
	learner := NewLearner([]string{"a", "b", "c"})
	if guess := learner.Learn([]uint64{hashed(1)}, 0, 1<<2); guess != 2 {
		t.Errorf("expected the only possible class 2, found %d", guess)
	}
	if len(learner.rows) > 0 {
		t.Error("something was learned from a truth held to be impossible")
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
		learner.Learn([]uint64{hashed(1), hashed(2)}, 1, both)
		for range 6 {
			learner.Learn([]uint64{hashed(3)}, 1, both)
			learner.Learn([]uint64{hashed(3)}, 0, both)
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
			if slices.Collect(table.Entries(feature)) != nil {
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
		table.Add([]uint64{feature}, &scores)
		for entry := range table.Entries(feature) {
			if int(entry.Class) >= len(table.Classes) {
				t.Fatalf("class %d of %d", entry.Class, len(table.Classes))
			}
		}
	})
}
