//go:build unix

package ledgertest

import (
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// processorTime is what this process has used so far; 0 where that is not told.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// startPeak gives memory back and, on Linux, starts the peak anew.
func startPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o600) // elsewhere the peak is that of the whole run
}

// peakMegabytes is the most memory this process had; 0 where that is not told.
func peakMegabytes() float64 {
	status, _ := os.ReadFile("/proc/self/status") // nothing where there is none
	for line := range strings.Lines(string(status)) {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == "VmHWM:" {
			kilobytes, _ := strconv.Atoi(fields[1]) // a number, by proc(5)
			return float64(kilobytes) / 1024
		}
	}
	return 0
}
