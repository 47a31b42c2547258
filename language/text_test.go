package language

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestPositionsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOf(rapid.RuneFrom([]rune("a5 \n—“é日🪖\u0301"))).Draw(t, "runes")
		repeat := rapid.IntRange(1, 40).Draw(t, "repeat")
		text := ""
		for range repeat {
			text += string(runes)
		}
		positions := NewPositions(text)
		count := 0
		for offset := range text {
			if got := positions.CodePoint(offset); got != count {
				t.Fatalf("byte %d is code point %d, found %d", offset, count, got)
			}
			if got := positions.Byte(count); got != offset {
				t.Fatalf("code point %d starts at byte %d, found %d", count, offset, got)
			}
			count++
		}
		if got := positions.CodePoint(len(text)); got != utf8.RuneCountInString(text) {
			t.Fatalf("expected %d code points, found %d", utf8.RuneCountInString(text), got)
		}
		if got := positions.Byte(count + 1); got != len(text) {
			t.Fatalf("past the end: expected byte %d, found %d", len(text), got)
		}
	})
}
