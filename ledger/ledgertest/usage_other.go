//go:build !unix

package ledgertest

import "time"

// Processor time and memory are told on Unix only.
func processorTime() time.Duration { return 0 }
func startPeak()                   {}
func peakMegabytes() float64       { return 0 }
