//go:build unix

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkRead reads news of several lengths with the whole command: the
// start, the file and the output included.
func BenchmarkRead(b *testing.B) {
	news, err := os.ReadFile(filepath.Join("..", "..", "claims", "testdata", "speed.txt"))
	if err != nil {
		b.Fatal(err)
	}
	w := world{stdout: io.Discard, stderr: io.Discard, getenv: os.Getenv, configDir: os.UserConfigDir}
	for _, length := range []int{1 << 10, 100 << 10, 10 << 20} {
		b.Run(fmt.Sprintf("%dKB", length>>10), func(b *testing.B) {
			file := filepath.Join(b.TempDir(), "news.txt")
			text := strings.Repeat(string(news), length/len(news)+1)[:length]
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			runs, start := 0, processorTime(b)
			for b.Loop() {
				runs++
				if code := run(context.Background(), []string{"read", "--json", file}, w); code != exitDone {
					b.Fatalf("exit code %d", code)
				}
			}
			b.ReportMetric(float64(length)*float64(runs)/1e6/(processorTime(b)-start).Seconds(), "MB/s-of-CPU")
		})
	}
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
