package claims

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEightPlainBytes(t *testing.T) {
	plain := func(text string) bool {
		return len(text) >= 8 && !strings.ContainsFunc(text[:8], func(r rune) bool { return r < ' ' || r >= 0x80 || r == '"' || r == '\'' || r == '\\' })
	}
	if !plainEight("Troops left.", '"', '\'', '\\') {
		t.Error("plain text is not held to be plain")
	}
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOf(rapid.OneOf(rapid.Byte(), rapid.ByteRange(' ', 'z'), rapid.SampledFrom([]byte("\"'\\!#([ \x00\x1f\x7f\x80")))).Draw(t, "text"))
		if plainEight(text, '"', '\'', '\\') && !plain(text) {
			t.Fatalf("%q is held to be plain", text)
		}
	})
}
