package claims

import "testing"

// TestDenials asks for the act of every case, look-alikes among them.
func TestDenials(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range cases(t, "testdata/denials.txt") {
		if figure, _ := figureIn(reader, c); string(figure.Act) != c.want {
			t.Errorf("%s: got %s, expected %s: %s", c.place, figure.Act, c.want, c.sentence)
		}
	}
}

func TestDenialListErrors(t *testing.T) {
	d := &denials{marks: map[string]denialMarks{}, phrases: map[string][][]string{}}
	if err := d.add("perhaps", []string{"so"}); err == nil {
		t.Error("expected an error that names the kinds, found none")
	}
}
