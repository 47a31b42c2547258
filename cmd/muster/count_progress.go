package main

import (
	"fmt"
	"os"
	"sync/atomic"
	"time"
)

// watchedFile is a file that says how much of it was read.
type watchedFile struct {
	*os.File
	done atomic.Int64
}

func (f *watchedFile) ReadAt(p []byte, off int64) (int, error) {
	n, err := f.File.ReadAt(p, off)
	f.done.Add(int64(n))
	return n, err
}

func (f *watchedFile) progress() (done, size int64) {
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	return f.done.Load(), size
}

// rowProgress shows on a terminal how many rows were read, how fast, and how
// long it still takes; nil elsewhere.
func (w world) rowProgress(f recordFile) func(rows int) {
	if !w.progress {
		return nil
	}
	start := w.now()
	last := start
	before, _ := f.read()
	return func(rows int) {
		now := w.now()
		if now.Sub(last) < 200*time.Millisecond {
			return
		}
		last = now
		took := now.Sub(start)
		line := fmt.Sprintf("%s: %d rows, %.0f rows/s", printable(f.Name), rows, float64(rows)/took.Seconds())
		done, size := f.read()
		if done -= before; done > 0 && done < size {
			left := time.Duration(float64(took) * float64(size-done) / float64(done))
			line += fmt.Sprintf(", %d %%, %s left", 100*done/size, left.Round(time.Second))
		}
		fmt.Fprintf(w.stderr, "\r\033[K%s\r", line)
	}
}

// clearProgress wipes the line of progress.
func (w world) clearProgress() {
	if w.progress {
		fmt.Fprint(w.stderr, "\r\033[K")
	}
}
