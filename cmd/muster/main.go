// Command muster keeps the public record of announced operations. See README.md
// for the first steps, and `muster help` for every command.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	easeCollection(os.Getenv)
	context.AfterFunc(ctx, stop) // the first Ctrl-C ends after the file at hand, the second at once
	os.Exit(run(ctx, os.Args[1:], world{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
		configDir: os.UserConfigDir, cacheDir: os.UserCacheDir, now: time.Now, random: rand.Reader,
		terminal: term.IsTerminal(int(os.Stdout.Fd())), progress: term.IsTerminal(int(os.Stderr.Fd())),
	}))
}

// easeCollection lets garbage lie longer, up to a gigabyte in all: reading
// leaves much behind each document and needs little of it again. Who sets GOGC
// or GOMEMLIMIT decides.
func easeCollection(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(800)
	debug.SetMemoryLimit(1 << 30)
}

// world is everything the commands need from outside.
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	configDir      func() (string, error)
	cacheDir       func() (string, error) // nil: keep nothing
	now            func() time.Time
	random         io.Reader
	terminal       bool // standard output is a terminal
	progress       bool // standard error is a terminal

	anyPlace *bool // the flag --synchronised; nil: not given
}

// run is the whole program; it returns the exit code.
func run(ctx context.Context, args []string, w world) int {
	root := rootCommand(w)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var silent exitCode
	if err != nil && !errors.As(err, &silent) {
		report(w.stderr, err)
	}
	return codeOf(err)
}

func rootCommand(w world) *cobra.Command {
	w.anyPlace = new(bool)
	root := &cobra.Command{
		Use:     "muster",
		Version: programVersion(),
		Short:   "Keeps the public record of announced operations",
		Long: `Muster keeps the public record of an announced operation: what was called for,
approved, sent and counted; each figure with who said it, through whom, when,
and how sure. A dossier is a folder of documents and record files.

First steps:
  muster new operation             make a dossier
  muster add operation *.txt       put documents into it
  muster serve operation           read and check it in a web browser

Exit codes: 0 done; 1 a finding of severity error, or a failed verification;
2 wrong use; 3 some input could not be read (the rest was done).`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("there is no command %q; `muster help` lists them", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentFlags().BoolVar(w.anyPlace, "synchronised", false, "write also to a dossier that a cloud service synchronises or that lies on a network share")
	root.SetIn(w.stdin)
	root.SetOut(w.stdout)
	root.SetErr(w.stderr)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		words := err.Error()
		if at := strings.Index(words, ": strconv."); at > 0 {
			words = words[:at] + ": expected a number"
		}
		return fmt.Errorf("%s; `%s --help` shows what there is", words, cmd.CommandPath())
	})
	root.AddCommand(
		readCommand(w), newCommand(w), addCommand(w), countCommand(w), checkCommand(w), originsCommand(w),
		reviewCommand(w), decideCommand(w), replyCommand(w), logCommand(w), diffCommand(w),
		serveCommand(w), publishCommand(w), fsckCommand(w), moveCommand(w), withholdCommand(w), exportCommand(w),
		backupCommand(w), restoreCommand(w), witnessCommand(w), keyCommand(w), curatorCommand(w),
	)
	return root
}

// programVersion is what the build says of itself.
func programVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

// keys returns the folder of the signing keys, outside every dossier; "" where
// none is known, as on a machine without home folders: reading needs none.
func (w world) keys() string {
	if dir := w.getenv("MUSTER_KEYS"); dir != "" {
		return dir
	}
	dir, err := w.configDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "muster", "keys")
}

// cache returns the folder for what only saves time; "" where none is known.
func (w world) cache() string {
	if w.cacheDir == nil {
		return ""
	}
	dir, err := w.cacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "muster")
}

// curator returns the name that decisions are signed with by default.
func (w world) curator() string {
	for _, name := range []string{"MUSTER_CURATOR", "USER", "USERNAME"} {
		if v := w.getenv(name); v != "" {
			return v
		}
	}
	return ""
}
