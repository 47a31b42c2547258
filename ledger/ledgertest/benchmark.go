package ledgertest

import (
	"fmt"
	"testing"
)

// Benchmark measures a store under the log.
func Benchmark(b *testing.B, open Opener) {
	b.Run("AppendOne", func(b *testing.B) {
		log := create(b, open)
		b.ResetTimer()
		for i := range b.N {
			log.append(b, figures(i, 1)...)
		}
	})
	b.Run("Append10000", func(b *testing.B) {
		log := create(b, open)
		const batch = 10_000
		b.ResetTimer()
		for i := range b.N {
			b.StopTimer()
			drafts := figures(i*batch, batch)
			b.StartTimer()
			log.append(b, drafts...)
		}
		b.ReportMetric(float64(batch*b.N)/b.Elapsed().Seconds(), "entries/s")
	})
	const size = 50_000
	log := create(b, open)
	log.append(b, figures(0, size)...)
	b.Run("Proof", func(b *testing.B) {
		for i := range b.N {
			_, err := log.Proof(b.Context(), int64(i*7919%size))
			must(b, err)
		}
	})
	b.Run("Latest", func(b *testing.B) {
		for i := range b.N {
			_, found, err := log.Latest(b.Context(), "figure", fmt.Sprintf("f%d", i*7919%size), size)
			if must(b, err); !found {
				b.Fatal("not found")
			}
		}
	})
	b.Run("Entries", func(b *testing.B) {
		for range b.N {
			for _, err := range log.Entries(b.Context(), 0, size) {
				must(b, err)
			}
		}
		b.ReportMetric(float64(size*b.N)/b.Elapsed().Seconds(), "entries/s")
	})
	b.Run("Check", func(b *testing.B) {
		for range b.N {
			must(b, log.Check(b.Context()))
		}
		b.ReportMetric(float64(size*b.N)/b.Elapsed().Seconds(), "entries/s")
	})
}
