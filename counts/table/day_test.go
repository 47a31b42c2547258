package table

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestAppendTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seconds := rapid.Int64Range(-1<<37, 1<<38).Draw(t, "seconds")
		if rapid.Bool().Draw(t, "midnight") {
			seconds -= ((seconds % 86400) + 86400) % 86400
		}
		want := time.Unix(seconds, 0).UTC().Format(time.DateTime)
		if seconds%86400 == 0 {
			want = time.Unix(seconds, 0).UTC().Format(time.DateOnly)
		}
		if got := string(appendTime(nil, seconds)); got != want {
			t.Fatalf("%d: got %s, want %s", seconds, got, want)
		}
	})
}
