package ledgertest

import (
	"crypto/rand"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"muster/ledger"
)

// Bare makes an empty table at a place of its own, in the same engine with the
// same settings, and returns what commits one small row to it.
type Bare func(b *testing.B, place string) (commit func() error)

// Benchmark measures a store under the log. Every duration is a median of many,
// by the clock, and where that is named by the processor time of this process.
// MUSTER_BENCH_ENTRIES is the size of the log that is read, 100,000 without it.
func Benchmark(b *testing.B, open Opener, bare Bare) {
	b.Run("AppendOne", func(b *testing.B) { benchmarkAppendOne(b, open, bare) })
	b.Run("Import", func(b *testing.B) { benchmarkImport(b, open) })
	size := 100_000
	if text := os.Getenv("MUSTER_BENCH_ENTRIES"); text != "" {
		var err error
		size, err = strconv.Atoi(text)
		must(b, err)
	}
	var log *bench
	filled := func(b *testing.B) *bench {
		if log == nil {
			log = create(b, open)
			for from := 0; from < size; from += importBatch {
				log.append(b, versions(from, min(importBatch, size-from), size/5)...)
			}
		}
		b.ResetTimer()
		return log
	}
	// One benchmark, so that the log is made once and outlives its parts.
	b.Run(fmt.Sprintf("Of%d", size), func(b *testing.B) {
		filled(b)
		for _, part := range []struct {
			name string
			run  func(*testing.B, *ledger.Log, int)
		}{
			{"AsOf", benchmarkAsOf}, {"AsOfPage", benchmarkAsOfPage}, {"Proof", benchmarkProof},
			{"Entries", benchmarkEntries}, {"Check", benchmarkCheck}, {"Rebuild", benchmarkRebuild},
		} {
			b.Run(part.name, func(b *testing.B) { part.run(b, filled(b).Log, size) })
		}
		b.Run("ProofFirst", func(b *testing.B) { benchmarkProofFirst(b, open, filled(b), size) })
	})
}

const importBatch = 10_000

// versions are drafts of which every subjects-th is of the same subject.
func versions(from, count, subjects int) []ledger.Draft {
	drafts := make([]ledger.Draft, count)
	for i := range drafts {
		drafts[i] = draft("figure", fmt.Sprintf("f%d", (from+i)*7919%subjects), from+i)
	}
	return drafts
}

// benchmarkAppendOne sets durable single appends beside bare commits, turn and
// turn about, so that whatever else the machine does hits both.
func benchmarkAppendOne(b *testing.B, open Opener, bare Bare) {
	commit := bare(b, b.TempDir())
	place, keys := b.TempDir(), ledger.KeyFolder(b.TempDir())
	store, err := open(place, false)
	must(b, err)
	log, err := ledger.Create(b.Context(), store, ledger.Options{
		Origin: origin, Keys: keys, Now: time.Now, Random: rand.Reader, SignWithin: time.Second,
	})
	must(b, err)
	defer func() { must(b, log.Close()) }()
	var appends, commits, spent []time.Duration
	const turn = 20
	for i := 0; b.Loop(); i++ {
		before := processorTime()
		for k := range turn {
			appends = append(appends, timed(func() {
				_, err := log.Append(b.Context(), draft("figure", fmt.Sprintf("f%d", (i*turn+k)%1000), k))
				must(b, err)
			}))
		}
		spent = append(spent, (processorTime()-before)/turn)
		for range turn {
			commits = append(commits, timed(func() { must(b, commit()) }))
		}
	}
	// Rates by the mean, because the signatures in between belong to the appends.
	b.ReportMetric(1/mean(appends).Seconds(), "appends/s")
	b.ReportMetric(1/mean(commits).Seconds(), "bare/s")
	b.ReportMetric(100*mean(commits).Seconds()/mean(appends).Seconds(), "%ofbare")
	b.ReportMetric(100*median(commits).Seconds()/median(appends).Seconds(), "%ofbare-median")
	b.ReportMetric(micros(median(spent)), "µs-cpu")
	b.ReportMetric(0, "ns/op")
}

func benchmarkImport(b *testing.B, open Opener) {
	log := create(b, open)
	var took, spent []time.Duration
	for i := 0; b.Loop(); i++ {
		drafts := versions(i*importBatch, importBatch, 1_000_003)
		before := processorTime()
		took = append(took, timed(func() { log.append(b, drafts...) }))
		spent = append(spent, processorTime()-before)
	}
	b.ReportMetric(importBatch/median(took).Seconds(), "entries/s")
	b.ReportMetric(importBatch/median(spent).Seconds(), "entries/s-cpu")
	b.ReportMetric(0, "ns/op")
}

func benchmarkAsOf(b *testing.B, log *ledger.Log, size int) {
	var took []time.Duration
	before := processorTime()
	for i := 0; b.Loop(); i++ {
		subject, at := fmt.Sprintf("f%d", i*104_729%(size/5)), int64(size)-int64(i*7919%(size/2))
		took = append(took, timed(func() {
			_, _, err := log.Latest(b.Context(), "figure", subject, at)
			must(b, err)
		}))
	}
	reportLatency(b, took, processorTime()-before)
}

func benchmarkAsOfPage(b *testing.B, log *ledger.Log, size int) {
	var took []time.Duration
	before := processorTime()
	for i := 0; b.Loop(); i++ {
		subjects := make([]ledger.Subject, 100)
		for k := range subjects {
			subjects[k] = ledger.Subject{Kind: "figure", Name: fmt.Sprintf("f%d", (i*100+k)*104_729%(size/5))}
		}
		took = append(took, timed(func() {
			_, err := log.LatestOf(b.Context(), subjects, int64(size)-int64(i*7919%(size/2)))
			must(b, err)
		}))
	}
	reportLatency(b, took, processorTime()-before)
}

// benchmarkProof proves entries from tiles that were met before.
func benchmarkProof(b *testing.B, log *ledger.Log, size int) {
	var took []time.Duration
	size = min(size, 100_000)
	for index := 0; index < size; index += tileWidth {
		_, err := log.Proof(b.Context(), int64(index))
		must(b, err)
	}
	before, bytes := processorTime(), 0
	for i := 0; b.Loop(); i++ {
		took = append(took, timed(func() {
			file, err := log.Proof(b.Context(), int64(i*7919%size))
			must(b, err)
			bytes = max(bytes, len(file))
		}))
	}
	reportLatency(b, took, processorTime()-before)
	b.ReportMetric(float64(bytes), "bytes")
}

const tileWidth = 256

// benchmarkProofFirst proves one entry of each tile, with a log that has not met
// any: the tile has to be read and hashed. Beside it stands what the store takes
// to answer anything, a single entry.
func benchmarkProofFirst(b *testing.B, open Opener, filled *bench, size int) {
	var took, asked []time.Duration
	var spent time.Duration
	tiles := size / tileWidth
	var log *ledger.Log
	for i := 0; b.Loop(); i++ {
		if i%tiles == 0 {
			var err error
			log, err = ledger.Open(b.Context(), openStore(b, open, filled.place, true), ledger.Options{})
			must(b, err)
		}
		index := int64(i * 101 % tiles * tileWidth)
		before := processorTime()
		took = append(took, timed(func() {
			_, err := log.Proof(b.Context(), index)
			must(b, err)
		}))
		spent += processorTime() - before
		asked = append(asked, timed(func() {
			_, err := log.Size(b.Context())
			must(b, err)
		}))
	}
	reportLatency(b, took, spent)
	b.ReportMetric(micros(median(asked)), "µs-asked")
}

func benchmarkEntries(b *testing.B, log *ledger.Log, size int) {
	var took []time.Duration
	for b.Loop() {
		took = append(took, timed(func() {
			for _, err := range log.Entries(b.Context(), 0, int64(size)) {
				must(b, err)
			}
		}))
	}
	b.ReportMetric(float64(size)/median(took).Seconds(), "entries/s")
}

func benchmarkCheck(b *testing.B, log *ledger.Log, _ int) {
	benchmarkWhole(b, func() { must(b, log.Check(b.Context())) })
}

func benchmarkRebuild(b *testing.B, log *ledger.Log, _ int) {
	benchmarkWhole(b, func() { must(b, log.Rebuild(b.Context())) })
}

// benchmarkWhole measures what reads the whole log, its memory included.
func benchmarkWhole(b *testing.B, run func()) {
	var took, spent []time.Duration
	startPeak()
	for b.Loop() {
		before := processorTime()
		took = append(took, timed(run))
		spent = append(spent, processorTime()-before)
	}
	b.ReportMetric(median(took).Seconds(), "s")
	b.ReportMetric(median(spent).Seconds(), "s-cpu")
	b.ReportMetric(peakMegabytes(), "MB-peak")
	b.ReportMetric(0, "ns/op")
}

func reportLatency(b *testing.B, took []time.Duration, spent time.Duration) {
	b.ReportMetric(micros(spent)/float64(len(took)), "µs-cpu")
	b.ReportMetric(micros(median(took)), "µs-median")
	slices.Sort(took)
	b.ReportMetric(micros(took[len(took)*99/100]), "µs-p99")
	b.ReportMetric(0, "ns/op")
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

func median(durations []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(durations))
	return sorted[len(sorted)/2]
}

func mean(durations []time.Duration) (sum time.Duration) {
	for _, d := range durations {
		sum += d
	}
	return sum / time.Duration(len(durations))
}

func micros(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1000 }
