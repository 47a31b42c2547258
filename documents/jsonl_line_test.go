package documents

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Whatever the quick way reads, encoding/json must read alike.
func TestFlatLineReadsAsJSONDoes(t *testing.T) {
	piece := rapid.SampledFrom([]string{"{", "}", "{\"", "\":\"", "\",\"", "\"}", "\"", ":", ",", " ", "\t", "id", "text", "Text", "title", "more", "published",
		`\n`, `\"`, `\\`, `\/`, `\u00e9`, `\u201C`, `\ud83d\ude00`, `\ud83d`, `\ude00`, `\u12`, `\x`, "a", "é", "’", "0", "17", "-1.5", "null", "true", "[]", "\x01", "\x7f"})
	whole := rapid.Custom(func(t *rapid.T) string {
		line := "{"
		for i := range rapid.IntRange(0, 4).Draw(t, "keys") {
			if i > 0 {
				line += ","
			}
			for range 2 {
				line += `"`
				for range rapid.IntRange(0, 3).Draw(t, "pieces") {
					line += piece.Draw(t, "piece")
				}
				line += `":`
			}
			line = line[:len(line)-1]
		}
		return line + "}"
	})
	any := rapid.Map(rapid.SliceOf(piece), func(pieces []string) (joined string) {
		for _, p := range pieces {
			joined += p
		}
		return joined
	})
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.OneOf(whole, any).Draw(t, "line")
		got, read := flatLine(raw)
		if !read {
			return
		}
		var want line
		if err := json.Unmarshal([]byte(raw), &want); err != nil {
			t.Fatalf("%s: read as %+v, which is no JSON: %v", raw, got, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s: %s", raw, diff)
		}
	})
}

func TestFlatLineTakesWhatIsUsual(t *testing.T) {
	for _, raw := range []string{`{"id":"a","text":"One.\nTwo \u201cthree\u201d."}`, `{ "id": 7, "text": "One.", "words": 12, "language": "en" }`, `{"text":"","title":"\ud83d\ude00"}`} {
		if _, read := flatLine(raw); !read {
			t.Errorf("%s: expected to be read the quick way", raw)
		}
	}
}
