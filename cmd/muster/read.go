package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode"

	"github.com/spf13/cobra"

	"muster/claims"
	"muster/documents"
	"muster/pages"
)

type readOptions struct {
	json, html, all, withText bool
}

func readCommand(w world) *cobra.Command {
	var o readOptions
	cmd := &cobra.Command{
		Use:   "read FILE...|-",
		Short: "Find the figures in documents, and who said each",
		Long: `Read finds the reported figures in documents, and who said what to whom.
Nothing is stored. Formats: .txt (front matter is understood), .html, .pdf, .docx,
e-mail (.eml, .mbox), feeds (.xml: RSS, Atom), web archives (.warc, .warc.gz), .jsonl.
The first PDF takes some seconds, once on a machine.`,
		Example: `  muster read article.html
  muster read --json articles.jsonl > figures.jsonl
  pbpaste | muster read -
  muster read --html article.txt > marked.html`,
		Args: needs(1, -1, "a file, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return read(cmd.Context(), w, args, o) },
	}
	cmd.Flags().BoolVar(&o.json, "json", false, "one JSON object a document")
	cmd.Flags().BoolVar(&o.html, "html", false, "the text as a web page, figures marked")
	cmd.Flags().BoolVar(&o.all, "all", false, "also quantities that are no figures, such as ages")
	cmd.MarkFlagsMutuallyExclusive("json", "html")
	cmd.Flags().BoolVar(&o.withText, "with-text", false, "add the text that positions count in")
	return cmd
}

func read(ctx context.Context, w world, files []string, o readOptions) error {
	makeReader, err := newReader()
	if err != nil {
		return err
	}
	reader := makeReader(nil)
	texts := documents.NewReader(documents.DefaultLimits(), w.cache())
	defer texts.Close()
	out := bufio.NewWriterSize(w.stdout, 1<<16)
	writer := newInOrder(out, runtime.GOMAXPROCS(0))
	progress := w.progressLine()
	var problems []error
	for i, name := range files {
		if progress != nil {
			progress(i, len(files), name)
		}
		err := readFile(ctx, w, texts, name, func(doc documents.Document) error {
			return writer.do(func(made *bytes.Buffer) error { return o.write(made, doc, reader) })
		})
		if err != nil {
			problems = append(problems, err)
		}
	}
	if err := errors.Join(writer.finish(), out.Flush()); err != nil {
		return err
	}
	return errors.Join(problems...)
}

// write writes what was found in a document in the form asked for.
func (o readOptions) write(out *bytes.Buffer, doc documents.Document, reader *claims.Reader) error {
	found := reader.Find(doc)
	if o.all {
		found.Figures = append(found.Figures, found.Others...)
		slices.SortStableFunc(found.Figures, func(a, b claims.Figure) int { return a.Number.Start - b.Number.Start })
	}
	if o.withText {
		found.Text = doc.Text
	}
	switch {
	case o.json:
		for _, a := range found.Attributions {
			for i := range a.Content {
				a.Content[i].Exact = "" // the contract gives positions only
			}
		}
		out.Grow(4 * len(doc.Text))
		_, err := out.Write(append(found.AppendJSON(out.AvailableBuffer()), '\n'))
		return err
	case o.html:
		return pages.Marked(out, doc.Text, found)
	}
	return table(out, found, doc.Guessed)
}

func readFile(ctx context.Context, w world, texts *documents.Reader, name string, emit func(documents.Document) error) error {
	if name == "-" {
		return texts.Read(ctx, name, w.stdin, emit)
	}
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%s: %w: %w", name, errUnreadable, cause(err))
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder; name its files, as in `muster read %s/*`: %w", name, name, errUnreadable)
	}
	return texts.Read(ctx, name, f, emit)
}

// cause strips the path that a file error repeats.
func cause(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// table writes a reading for a person at a terminal.
func table(out io.Writer, found claims.Reading, guessed []string) error {
	head := found.Document.Title
	if head == "" {
		head = found.ID
	}
	byline := strings.Trim(strings.Join([]string{
		orGuess("publisher", found.Document.Publisher, guessed), orGuess("published", found.Document.Published, guessed),
	}, ", "), ", ")
	fmt.Fprintf(out, "%s\n", printable(head))
	if byline != "" {
		fmt.Fprintf(out, "%s\n", printable(byline))
	}
	if len(found.Figures) == 0 {
		_, err := fmt.Fprint(out, "No figures found.\n\n")
		return err
	}
	fmt.Fprintln(out)
	t := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "FIGURE\tSTAGE\tORGANISATION\tWHO SAYS SO\tSURE")
	for _, f := range found.Figures {
		stage := string(f.Stage)
		if f.Kind != "" {
			stage = f.Kind
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%.2f\n", clip(oneLine(f.Quote.Exact), 48), stage, clip(f.Organisation, 24), clip(chain(f.Attribution), 64), f.Confidence)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintln(out)
	return err
}

// orGuess marks what the document does not say of itself.
func orGuess(name, value string, guessed []string) string {
	if value != "" && slices.Contains(guessed, name) {
		return value + " (a guess)"
	}
	return value
}

// chain writes "The Independent ← NBC News ← three sources".
func chain(s claims.Source) string {
	var names []string
	for _, hop := range s.Chain {
		if hop.Name != "" { // an outlet that the document does not name
			names = append(names, hop.Name)
		}
	}
	text := strings.Join(names, " ← ")
	if s.Method == claims.Carried {
		text += " (carried)"
	}
	for _, mark := range s.Marks {
		text += " (" + mark.Words() + ")"
	}
	return text
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// printable keeps what others wrote from giving orders to a terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '\ufffd'
		}
		return r
	}, s)
}

// clip shortens a text to so many characters, for a line on a terminal.
func clip(s string, most int) string {
	runes := []rune(printable(s))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most-1]) + "…"
}

// needs checks how many arguments there are; most below 0 means any number.
func needs(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return fmt.Errorf("%s needs %s; `%s --help` shows how", cmd.CommandPath(), what, cmd.CommandPath())
		}
		return nil
	}
}
