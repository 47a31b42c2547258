// Command muster-verify checks, without trusting Muster or its owner, that a
// figure stands in a published record, or that a whole record is what was
// signed. It needs the log's verifier key and the published files, nothing else.
package main

import (
	"encoding/json"
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

  KEY    the log's verifier key, NAME+HASH+BASE64, or a file that holds it
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
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(out, usage)
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
	var words []string
	for len(arguments) > 0 { // options may stand anywhere
		if err := flags.Parse(arguments); err != nil {
			return fmt.Errorf("%w: %w", errUse, err)
		}
		if arguments = flags.Args(); len(arguments) > 0 {
			words, arguments = append(words, arguments[0]), arguments[1:]
		}
	}
	if len(words) != 2 {
		return fmt.Errorf("%w: expected KEY and one FILE or SITE, found %d arguments", errUse, len(words))
	}
	key, err := readKey(words[0])
	if err != nil {
		return err
	}
	place := words[1]
	isAddress := strings.HasPrefix(place, "https://") || strings.HasPrefix(place, "http://")
	info, err := os.Stat(place)
	switch {
	case err != nil && !isAddress:
		return err
	case isAddress || info.IsDir():
		if *text != "" {
			return fmt.Errorf("%w: -text goes with one proof, and %s is a site", errUse, place)
		}
		if isAddress {
			return verifySite(key, fetcher(place), nil, *since, out)
		}
		folder := os.DirFS(place)
		proofs, err := fs.Glob(folder, "proof/*.tlog-proof")
		if err != nil {
			return err
		}
		return verifySite(key, func(path string) ([]byte, error) { return fs.ReadFile(folder, path) }, proofs, *since, out)
	case *since != "":
		return fmt.Errorf("%w: -since goes with a site, and %s is one proof", errUse, place)
	}
	return verifyFile(key, place, *text, out)
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
		return err
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

func openProof(key, path string, read proof.ReadTile) (proof.Proof, proof.Verified, error) {
	var p proof.Proof
	var verified proof.Verified
	file, err := read(path)
	if err == nil {
		p, err = proof.Parse(file)
	}
	if err == nil {
		verified, err = p.Verify(key)
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", path, err)
	}
	return p, verified, err
}

func openCheckpoint(key, path string, read proof.ReadTile) (proof.Checkpoint, error) {
	signed, err := read(path)
	if err != nil {
		return proof.Checkpoint{}, err
	}
	return proof.OpenCheckpoint(signed, key)
}

func verifySite(key string, read proof.ReadTile, proofs []string, since string, out io.Writer) error {
	checkpoint, err := openCheckpoint(key, "checkpoint", read)
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
		earlier, err := openCheckpoint(key, since, os.ReadFile)
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
			return err
		}
	}
	if len(proofs) > 0 {
		fmt.Fprintf(out, "All %d published proofs hold, each of an entry of this record.\n", len(proofs))
	}
	return nil
}

// verifyQuote looks whether the figure's quote stands at its place in the text,
// counted in Unicode code points, the end not included.
func verifyQuote(body []byte, path string, out io.Writer) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	type holder struct {
		Quote struct {
			Exact      string
			Start, End int
		}
	}
	var recorded struct {
		Content struct {
			holder // a figure by itself, or inside a proposal or a decision
			Figure holder
		}
	}
	if err := json.Unmarshal(body, &recorded); err != nil {
		return fmt.Errorf("%w: the entry holds no quote: %w", proof.ErrNotProven, err)
	}
	quote := recorded.Content.Figure.Quote
	if quote.Exact == "" {
		quote = recorded.Content.Quote
	}
	characters := []rune(string(text))
	if quote.Exact == "" {
		return fmt.Errorf("%w: the entry holds no quote", proof.ErrNotProven)
	}
	if quote.Start < 0 || quote.Start > quote.End || quote.End > len(characters) || string(characters[quote.Start:quote.End]) != quote.Exact {
		return fmt.Errorf("%w: %s does not hold %q at characters %d to %d", proof.ErrNotProven, path, quote.Exact, quote.Start, quote.End)
	}
	fmt.Fprintf(out, "The quote %q stands in %s at characters %d to %d.\n", quote.Exact, path, quote.Start, quote.End)
	return nil
}
