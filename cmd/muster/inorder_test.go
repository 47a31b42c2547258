package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestPiecesAreWrittenInOrder(t *testing.T) {
	for _, atOnce := range []int{1, 2, 8} {
		var out bytes.Buffer
		p := newInOrder(&out, atOnce)
		var want strings.Builder
		for i := range 50 {
			fmt.Fprintf(&want, "%d ", i)
			err := p.do(func(made *bytes.Buffer) error {
				time.Sleep(time.Duration(50-i) * 20 * time.Microsecond) // the first take longest
				_, err := fmt.Fprintf(made, "%d ", i)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := p.finish(); err != nil || out.String() != want.String() {
			t.Errorf("%d at once: got %q, %v; expected the order in which the work came", atOnce, out.String(), err)
		}
	}
}

func TestNothingIsWrittenAfterAProblem(t *testing.T) {
	var out bytes.Buffer
	broken := errors.New("broken")
	p := newInOrder(&out, 2)
	for i := range 20 {
		_ = p.do(func(made *bytes.Buffer) error {
			if i == 3 {
				return broken
			}
			_, err := fmt.Fprintf(made, "%d ", i)
			return err
		})
	}
	if err := p.finish(); !errors.Is(err, broken) || out.String() != "0 1 2 " {
		t.Errorf("got %q, %v; expected the pieces before the problem, and the problem", out.String(), err)
	}
}
