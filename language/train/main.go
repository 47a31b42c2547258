// Command train makes the weights of the tagger from a folder that holds the
// English Web Treebank of Universal Dependencies, and measures them.
//
//	go run ./language/train -treebank DIR -seed 1     writes language/tagger.weights
//	go run ./language/train -treebank DIR -evaluate   measures the embedded weights
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(arguments []string, output io.Writer) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	folder := flags.String("treebank", "", "the folder with en_ewt.train.conllu and the test files")
	out := flags.String("out", "language/tagger.weights", "the file to write")
	seed := flags.Uint64("seed", 1, "the seed of the order of sentences")
	passes := flags.Int("passes", 10, "how often each sentence is learned")
	unit := flags.Float64("unit", 1, "the size of one step of a stored weight")
	measure := flags.Bool("evaluate", false, "measure the embedded weights instead")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if *folder == "" {
		return fmt.Errorf("expected -treebank DIR, the folder with the treebank's .conllu files")
	}
	if *measure {
		return evaluate(*folder, []string{"en_ewt.dev.conllu", "en_ewt.test.conllu", "en_pud.test.conllu"}, output)
	}
	sentences, err := readTreebank(filepath.Join(*folder, "en_ewt.train.conllu"))
	if err != nil {
		return err
	}
	supplement, err := readSupplement(supplementText)
	if err != nil {
		return err
	}
	for range supplementCopies {
		sentences = append(sentences, supplement...)
	}
	weights, err := learn(sentences, *passes, *seed, *unit, output)
	if err != nil {
		return err
	}
	if err := os.WriteFile(*out, weights, 0o644); err != nil {
		return fmt.Errorf("write the weights: %w", err)
	}
	fmt.Fprintf(output, "%s: %d bytes\n", *out, len(weights))
	return nil
}
