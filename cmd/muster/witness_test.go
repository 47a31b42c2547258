package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// beside runs muster beside a script: beside NAME ARGUMENT… serves until the
// script ends or says `beside NAME stop`, and sets $NAME to the address it tells
// and $NAME_KEY to the key.
func beside(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: beside NAME stop|ARGUMENT…")
	}
	name, running := args[0], ts.Value(besideKey{}).(map[string]func())
	if stop := running[args[0]]; stop != nil {
		stop()
		delete(running, name)
	}
	if args[1] == "stop" {
		return
	}
	told, stop := startBeside(ts, args[1:])
	running[name] = stop
	ts.Setenv(name, told["url"])
	ts.Setenv(name+"_KEY", told["key"])
}

// besideKey is where a script keeps what stops its programs.
type besideKey struct{}

func startBeside(ts *testscript.TestScript, args []string) (told map[string]string, stop func()) {
	reader, writer := io.Pipe()
	var complaints strings.Builder
	w := world{
		stdin: strings.NewReader(""), stdout: writer, stderr: &complaints, getenv: ts.Getenv,
		configDir: os.UserConfigDir, now: time.Now, random: rand.Reader,
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan int, 1)
	for i, arg := range args {
		if strings.HasPrefix(arg, "./") {
			args[i] = ts.MkAbs(arg)
		}
	}
	go func() {
		ended <- run(ctx, append(args, "--json"), w)
		writer.Close()
	}()
	lines := bufio.NewScanner(reader)
	if !lines.Scan() {
		cancel()
		ts.Fatalf("muster %v ended with exit code %d: %s", args, <-ended, complaints.String())
	}
	ts.Check(json.Unmarshal(lines.Bytes(), &told))
	go io.Copy(io.Discard, reader)
	return told, func() {
		cancel()
		<-ended
	}
}

// setting adds a line to a file, with variables put in: setting FILE LINE.
func setting(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: setting FILE LINE")
	}
	content := ts.ReadFile(args[0]) + args[1] + "\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o644))
}

// cut writes the first bytes of a file into another: cut FILE BYTES NEW.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	whole, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), whole[:min(size, len(whole))], 0o644))
}
