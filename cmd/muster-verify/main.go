// Command muster-verify checks, without trusting Muster or its owner, that a
// figure stands in a published record, or that a whole record is what was
// signed. It needs the log's verifier key and the published files, nothing else.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"time"

	"muster/proof"
)

const usage = `Usage: muster-verify KEY FILE|SITE [-since CHECKPOINT] [-text FILE]

  KEY    the log's verifier key, NAME+HASH+BASE64, or a file that holds it;
         had from elsewhere than the record, which could bring its own
  FILE   a .tlog-proof file: shows that one entry stands in the record
  SITE   a folder or an http(s) address with checkpoint, tile/ and proof/:
         shows that the whole record is what was signed

  -since CHECKPOINT  with a site: nothing was rewritten since this older checkpoint
  -text FILE         with a proof: the quote stands at its place in this text

Exit status: 0 verified, 1 not verified, 2 wrong use, 3 something could not be read.
`

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
	case errors.Is(err, proof.ErrUnsigned), errors.Is(err, proof.ErrNotProven), errors.Is(err, proof.ErrInconsistent):
		fmt.Fprintf(complaints, "NOT VERIFIED: %v\n", err)
		return 1
	}
	fmt.Fprintf(complaints, "muster-verify: %v\n", err)
	return 3
}

func verify(arguments []string, out io.Writer) error {
	flags := flag.NewFlagSet("muster-verify", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	since, text := flags.String("since", "", ""), flags.String("text", "", "")
	if len(arguments) < 2 {
		return fmt.Errorf("%w: expected KEY and one FILE or SITE", errUse)
	}
	if err := flags.Parse(arguments[2:]); err != nil || flags.NArg() > 0 {
		return fmt.Errorf("%w: expected one FILE or SITE, then options, found %q", errUse, arguments[1:])
	}
	key, err := readKey(arguments[0])
	if err != nil {
		return err
	}
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
	case !isSite:
		return verifyFile(key, place, *text, out)
	case isAddress:
		return verifySite(key, fetcher(place), nil, *since, out)
	}
	folder := os.DirFS(place)
	proofs, err := fs.Glob(folder, "proof/*.tlog-proof")
	if err != nil {
		return err
	}
	return verifySite(key, func(path string) ([]byte, error) { return fs.ReadFile(folder, path) }, proofs, *since, out)
}

// readKey takes a verifier key, or a file that holds one.
func readKey(word string) (string, error) {
	key := strings.TrimSpace(word)
	if content, err := os.ReadFile(word); err == nil {
		key = strings.TrimSpace(string(content))
	}
	if _, err := proof.NewVerifier(key); err != nil {
		return "", fmt.Errorf("%w: KEY: %w", errUse, err)
	}
	return key, nil
}

// fetcher reads the files of a site at an address.
func fetcher(address string) proof.ReadTile {
	client := &http.Client{Timeout: 30 * time.Second}
	return func(path string) ([]byte, error) {
		response, err := client.Get(strings.TrimSuffix(address, "/") + "/" + path)
		if err != nil {
			return nil, err
		}
		defer response.Body.Close() // it was only read
		if response.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("%s/%s: the server answers %s", address, path, response.Status)
		}
		return io.ReadAll(io.LimitReader(response.Body, 64<<20))
	}
}

func verifyFile(key, path, text string, out io.Writer) error {
	p, verified, err := openProof(key, path, os.ReadFile)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	leaf, size := verified.Leaf, verified.Checkpoint.Size
	fmt.Fprintf(out, "The record was signed by %s at size %d.\n", verified.Checkpoint.Origin, size)
	fmt.Fprintf(out, "This %s is entry %d of %d, counted from 0.\n", leaf.Kind, p.Index, size)
	fmt.Fprintf(out, "It is version %d of %s, recorded %s by %s.\n", leaf.Version, leaf.Subject, leaf.Time.Format(time.RFC3339), leaf.Author)
	if verified.Withheld {
		fmt.Fprintln(out, "What it says is withheld; shown is only that it was recorded.")
	} else {
		fmt.Fprintln(out, "What it says is what was recorded, to the letter.")
	}
	if text == "" {
		return nil
	}
	return verifyQuote(p.Body, text, out)
}

func openProof(key, path string, read proof.ReadTile) (p proof.Proof, verified proof.Verified, err error) {
	file, err := read(path)
	if err == nil {
		p, err = proof.Parse(file)
	}
	if err == nil {
		verified, err = p.Verify(key)
	}
	return p, verified, err
}

func verifySite(key string, read proof.ReadTile, proofs []string, since string, out io.Writer) error {
	signed, err := read("checkpoint")
	if err != nil {
		return err
	}
	checkpoint, err := proof.OpenCheckpoint(signed, key)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "The record was signed by %s at size %d.\n", checkpoint.Origin, checkpoint.Size)
	tree, err := proof.Rebuild(checkpoint, read)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "Its %d published entries and all hashes are those that were signed.\n", tree.Size())
	if since != "" {
		if signed, err = os.ReadFile(since); err != nil {
			return err
		}
		earlier, err := proof.OpenCheckpoint(signed, key)
		if err == nil {
			err = tree.Extends(earlier)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", since, err)
		}
		fmt.Fprintf(out, "Nothing was rewritten: its first %d entries are those signed earlier.\n", earlier.Size)
	}
	for _, path := range proofs {
		_, verified, err := openProof(key, path, read)
		if err == nil {
			err = tree.Extends(verified.Checkpoint)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if len(proofs) > 0 {
		fmt.Fprintf(out, "All %d published proofs hold, each of an entry of this record.\n", len(proofs))
	}
	return nil
}
