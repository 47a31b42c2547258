package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"muster/documents"
	"muster/dossier"
	"muster/ledger"
)

// The exit codes of the contract.
const (
	exitDone       = 0
	exitFinding    = 1
	exitUse        = 2
	exitUnreadable = 3
)

// exitCode is an error that has been reported already, or needs no words.
type exitCode int

func (c exitCode) Error() string { return fmt.Sprintf("exit code %d", int(c)) }

// codeOf maps errors to exit codes, here and nowhere else.
func codeOf(err error) int {
	var code exitCode
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &code):
		return int(code)
	case errors.Is(err, ledger.ErrDamaged), errors.Is(err, dossier.ErrNoBackup):
		return exitFinding
	case errors.Is(err, ledger.ErrForked), errors.Is(err, ledger.ErrNoKey), errors.Is(err, ledger.ErrBusy), errors.Is(err, ledger.ErrReadOnly),
		errors.Is(err, ledger.ErrMoved), errors.Is(err, ledger.ErrUnreachable), errors.Is(err, ledger.ErrUncertain),
		errors.Is(err, ledger.ErrNoLog), errors.Is(err, documents.ErrUnreadable), errors.Is(err, dossier.ErrBusy), errors.Is(err, dossier.ErrUnsafePlace), errors.Is(err, dossier.ErrNotAllowed),
		errors.Is(err, dossier.ErrSettings), errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission),
		errors.Is(err, context.Canceled), errors.Is(err, errUnreadable):
		return exitUnreadable
	}
	return exitUse
}

// errUnreadable marks input that could not be read.
var errUnreadable = errors.New("could not be read")

// report writes an error, one line a cause.
func report(w io.Writer, err error) {
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(w, "muster: stopped; what was done is kept, and running it again goes on")
		return
	}
	for line := range strings.SplitSeq(err.Error(), "\n") {
		if line != "" {
			fmt.Fprintf(w, "muster: %s\n", printable(line))
		}
	}
}
