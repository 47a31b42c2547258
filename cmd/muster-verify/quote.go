//go:build !js

package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"muster/proof"
)

// verifyQuote looks whether the figure's quote stands at its place in the text,
// counted in Unicode code points, the end not included.
func verifyQuote(body []byte, path string, out io.Writer) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	type quote struct {
		Exact      string
		Start, End int
	}
	var recorded struct { // a figure by itself, or inside a proposal or a decision
		Content struct {
			Quote  quote
			Figure struct{ Quote quote }
		}
	}
	err = json.Unmarshal(body, &recorded)
	q := cmp.Or(recorded.Content.Figure.Quote, recorded.Content.Quote)
	if err != nil || q.Exact == "" {
		return fmt.Errorf("%w: the entry holds no quote", proof.ErrNotProven)
	}
	characters := []rune(string(text))
	if q.Start < 0 || q.Start > q.End || q.End > len(characters) || string(characters[q.Start:q.End]) != q.Exact {
		return fmt.Errorf("%w: %s does not hold %q at characters %d to %d", proof.ErrNotProven, path, q.Exact, q.Start, q.End)
	}
	fmt.Fprintf(out, "The quote %q stands in %s at characters %d to %d.\n", q.Exact, path, q.Start, q.End)
	return nil
}
