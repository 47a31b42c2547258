//go:build !js

// Command muster-verify checks, without trusting Muster or its owner, that a
// figure stands in a published record, or that a whole record is what was
// signed. It needs the log's verifier key and the published files, nothing else.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"

	"muster/proof"
)

//go:embed usage.txt
var usage string

var errUse = errors.New("wrong use")

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(arguments []string, out, complaints io.Writer) int {
	err := verify(arguments, out)
	switch {
	case err == nil:
		fmt.Fprintln(out, "Verified. A proof shows when the ledger said what, not that the figure is true.")
		return 0
	case errors.Is(err, errUse):
		fmt.Fprintf(complaints, "muster-verify: %v\n\n%s", err, usage)
		return 2
	case proof.Refuted(err):
		fmt.Fprintf(complaints, "NOT VERIFIED: %v\n", err)
		return 1
	}
	fmt.Fprintf(complaints, "muster-verify: %v\n", err)
	return 3
}

func verify(arguments []string, out io.Writer) error {
	if len(arguments) < 2 {
		return fmt.Errorf("%w: expected KEY and one FILE or SITE", errUse)
	}
	v := proof.Verifier{Tell: func(sentence string) { fmt.Fprintln(out, sentence) }}
	flags := flag.NewFlagSet("muster-verify", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	since, text := flags.String("since", "", ""), flags.String("text", "", "")
	flags.IntVar(&v.Quorum, "quorum", 0, "")
	flags.Func("witness", "", func(word string) error {
		keys, err := readKeys(word, proof.NewWitness)
		v.Witnesses = append(v.Witnesses, keys...)
		return err
	})
	if err := flags.Parse(arguments[2:]); err != nil {
		return fmt.Errorf("%w: %w", errUse, err)
	}
	keys, err := readKeys(arguments[0], proof.NewVerifier)
	switch {
	case err != nil:
		return fmt.Errorf("%w: KEY: %w", errUse, err)
	case len(keys) != 1 || flags.NArg() > 0:
		return fmt.Errorf("%w: expected one KEY and one FILE or SITE, then options, found %q", errUse, arguments)
	case v.Quorum < 0 || v.Quorum > len(v.Witnesses):
		return fmt.Errorf("%w: -quorum is %d of %d witnesses named", errUse, v.Quorum, len(v.Witnesses))
	case v.Quorum == 0:
		v.Quorum = len(v.Witnesses)
	}
	v.Key = keys[0]
	place := arguments[1]
	isAddress := strings.HasPrefix(place, "https://") || strings.HasPrefix(place, "http://")
	info, err := os.Stat(place)
	if err != nil && !isAddress {
		return err
	}
	isSite := isAddress || info.IsDir()
	switch {
	case isSite && *text != "":
		return fmt.Errorf("%w: -text goes with one proof, and %s is a site", errUse, place)
	case !isSite && *since != "":
		return fmt.Errorf("%w: -since goes with a site, and %s is one proof", errUse, place)
	case isSite:
		return verifySite(v, place, isAddress, *since)
	}
	file, err := os.ReadFile(place)
	if err != nil {
		return err
	}
	p, err := v.File(file)
	if errors.Is(err, proof.ErrUnsigned) {
		err = fmt.Errorf("%w (where a record's key was changed, its site leads from the old key to the new one)", err)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", place, err)
	}
	if *text == "" {
		return nil
	}
	return verifyQuote(p.Body, *text, out)
}

// readKeys takes a verifier key, or a file that holds some, one a line.
func readKeys[V any](word string, read func(string) (V, error)) ([]string, error) {
	if content, err := os.ReadFile(word); err == nil {
		word = string(content)
	}
	keys := strings.Fields(word)
	for _, key := range keys {
		if _, err := read(key); err != nil {
			return nil, err
		}
	}
	return keys, nil
}

func verifySite(v proof.Verifier, place string, isAddress bool, since string) (err error) {
	var older []byte
	if since != "" {
		if older, err = os.ReadFile(since); err != nil {
			return err
		}
	}
	if isAddress {
		return v.Site(fetcher(place), older, nil)
	}
	folder := os.DirFS(place)
	proofs, err := fs.Glob(folder, "proof/*.tlog-proof")
	if err != nil {
		return err
	}
	return v.Site(func(path string) ([]byte, error) { return fs.ReadFile(folder, path) }, older, proofs)
}

// fetcher reads the files of a site at an address. It leaves the network to
// curl, which every system brings: that is more code than all that is checked.
func fetcher(address string) proof.ReadTile {
	return func(path string) ([]byte, error) {
		path = strings.TrimSuffix(address, "/") + "/" + path
		content, err := exec.Command("curl", "--silent", "--show-error", "--fail", "--location", "--max-time", "60", "--max-filesize", "67108864", path).Output()
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			err = fmt.Errorf("%s: %s", path, strings.TrimSpace(string(failed.Stderr)))
		}
		return content, err
	}
}
