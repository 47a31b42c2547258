//go:build unix

package claims

import (
	_ "embed"
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"muster/documents"
)

// news is ordinary text of several kinds of sentence, with and without figures.
//
//go:embed testdata/speed.txt
var news string

// hostile texts must not take longer a byte than news: each is repeated.
var hostile = []struct{ name, unit string }{
	{"one line", "The army sent 2,000 soldiers to the river and "},
	{"numbers", "5, 5, 5, "},
	{"quotation marks", "\""},
	{"single marks", "' "},
	{"opening marks", "“a "},
	{"said", "said "},
	{"thousands", "1,000 "},
	{"counts", "5 men and "},
	{"capitals", "A"},
	{"capital words", "Army "},
	{"brackets", "("},
	{"newlines", "\n"},
	{"full stops", ". "},
	{"commas", "a, "},
	{"letters", "a.b."},
	{"short sentences", "He said 5. "},
	{"parts", "5,000 men, including 3,000 men and 20 men. "},
}

// speedOf reads a text of length bytes that repeats unit.
func speedOf(b *testing.B, reader *Reader, unit string, length int) {
	text := strings.Repeat(unit, length/len(unit)+1)[:length]
	b.SetBytes(int64(length))
	b.ReportAllocs()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	figures, runs, start := 0, 0, processorTime(b)
	for b.Loop() {
		runs++
		figures = len(reader.Find(documents.Document{Text: text, Publisher: "The Herald", Published: "2025-06-10"}).Figures)
	}
	spent := processorTime(b) - start
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(figures), "figures/op")
	if figures > 0 {
		b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(figures*runs), "allocs/figure")
	}
	b.ReportMetric(float64(length)*float64(runs)/1e6/spent.Seconds(), "MB/s-of-CPU")
}

// processorTime is what this process has used of it, garbage collection
// included: what others run on the machine does not count.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func BenchmarkFind(b *testing.B) {
	reader := newTestReader(b)
	for _, length := range []int{1 << 10, 100 << 10, 10 << 20} {
		b.Run(fmt.Sprintf("%dKB", length>>10), func(b *testing.B) { speedOf(b, reader, news, length) })
	}
}

func BenchmarkHostile(b *testing.B) {
	reader := newTestReader(b)
	for _, text := range hostile {
		for _, length := range []int{100 << 10, 1 << 20, 10 << 20} {
			b.Run(fmt.Sprintf("%s/%dKB", strings.ReplaceAll(text.name, " ", "-"), length>>10), func(b *testing.B) {
				speedOf(b, reader, text.unit, length)
			})
		}
	}
}
