package language

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What a model has read before must not change how it tags.
func TestTagsDoNotHangOnWhatWasReadBefore(t *testing.T) {
	pieces := []string{"The", "army", "—", "--", "-", "–", "a—b", "a--b", "—sent", "--sent", "3,000", "1,234", "troops", "“", "\"", "''", "it’s", "it's",
		"½", "0", "US", "us", "IT", "it", ".", ",", "said", "May", "may", "well-known", "well–known", "¼abc", "0abc"}
	text := rapid.Custom(func(t *rapid.T) string {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(t, "words")
		joined := ""
		for _, word := range words {
			joined += word + rapid.SampledFrom([]string{" ", "", ", "}).Draw(t, "gap")
		}
		return joined
	})
	used, fresh := load(t), load(t)
	rapid.Check(t, func(t *rapid.T) {
		before, then := text.Draw(t, "before"), text.Draw(t, "then")
		fresh.memories.New = nil
		for fresh.memories.Get() != nil { // forgets all
		}
		fresh.memories.New = func() any { return newMemory() }
		tagged(used, before)
		if got, want := tagged(used, then), tagged(fresh, then); got != want {
			t.Fatalf("after %q:\n got %s\nwant %s", before, got, want)
		}
	})
}

// More words than are remembered must not change how the next ones are tagged.
func TestTagsAreTheSameBehindManyWords(t *testing.T) {
	var many strings.Builder
	for i := range mostKnown + 100 {
		fmt.Fprintf(&many, "word%d ", i)
	}
	used, fresh := load(t), load(t)
	tagged(used, many.String())
	text := "The army said on Friday it may send 3,000 troops to word7 and word32700."
	if got, want := tagged(used, text), tagged(fresh, text); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
