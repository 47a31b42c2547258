package documents

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

// ErrUnreadable is wrapped by every error that says a document could not be
// read. Errors of emit and of the context do not wrap it.
var ErrUnreadable = errors.New("cannot be read")

// Limits bounds what is held in memory at once, in bytes.
type Limits struct {
	Bytes int64 // of one text file
	Page  int64 // of one web page, and letters of one PDF; finding their text takes longer
	Line  int64 // of one line of a .jsonl file, which may have any number of lines

	// Unpacked bounds what is unpacked from one compressed file in all, though
	// only a part is in memory at once.
	Unpacked int64
	Pages    int // of one PDF
}

// DefaultLimits returns limits far above any article.
func DefaultLimits() Limits {
	return Limits{Bytes: 100e6, Page: 20e6, Line: 50e6, Unpacked: 20e9, Pages: 5000}
}

// Reader reads documents. It is safe for use by several at once.
type Reader struct {
	limits    Limits
	guess     *guesser
	furniture *furniture
	pdf       *pdfEngine
}

// NewReader returns a reader within limits. cache is a folder in which it may
// keep what makes it start faster, made when needed; "" for none.
func NewReader(limits Limits, cache string) *Reader {
	return &Reader{limits, newGuesser(), newFurniture(), &pdfEngine{cache: cache}}
}

// Close frees memory. A closed reader can read on.
func (r *Reader) Close() error { return r.pdf.close() }

// Read reads the document, or the documents, that data holds and hands each to
// emit in their order. name is a path, which becomes the document's ID, or "-"
// for data without one. The extension says what data is; without a known one
// its first bytes do.
//
// What cannot be read is named in the error, one line each, and wraps
// ErrUnreadable; the other documents of a file that holds several still come. An error of
// emit ends the reading and is returned as it is.
func (r *Reader) Read(ctx context.Context, name string, data io.Reader, emit func(Document) error) error {
	head := make([]byte, headBytes)
	data = withContext{ctx, data}
	n, err := io.ReadFull(data, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return unreadable(name, 0, fmt.Errorf("reading stopped: %w", err))
	}
	head = head[:n]
	format, err := detect(name, head)
	if err != nil {
		return unreadable(name, 0, err)
	}
	source := source{name: name, data: io.MultiReader(bytes.NewReader(head), data), limits: r.limits, guess: r.guess, furniture: r.furniture, pdf: r.pdf}
	switch format {
	case jsonLines:
		return readLines(source, emit)
	case webPage:
		return readPage(source, emit)
	case wordFile:
		return readWord(source, emit)
	case message:
		return readMail(source, emit)
	case mailbox:
		return readMailbox(source, emit)
	case feed:
		return readFeed(source, emit)
	case webArchive:
		return readArchive(source, emit)
	case portable:
		return readPDF(ctx, source, emit)
	}
	return readText(source, emit)
}

// source is what a reader of one format gets.
type source struct {
	name      string
	data      io.Reader
	limits    Limits
	guess     *guesser
	furniture *furniture
	pdf       *pdfEngine
}

// Read reads with a reader of its own; see Reader for many files.
func Read(ctx context.Context, name string, data io.Reader, limits Limits, emit func(Document) error) error {
	r := NewReader(limits, "")
	defer r.Close()
	return r.Read(ctx, name, data, emit)
}

// all returns all bytes, or an error when there are none or more than limit.
func (s source) all(limit int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(s.data, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading stopped: %w", err)
	case int64(len(raw)) > limit:
		return nil, fmt.Errorf("expected at most %s, found more; cut the file into smaller ones", megabytes(limit))
	case len(bytes.TrimSpace(raw)) == 0:
		return nil, errEmpty
	}
	return raw, nil
}

var errEmpty = errors.New("expected text, found an empty file; save the article again")

func megabytes(n int64) string {
	if n < 1e6 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n/1e6)
}

// unreadable places a problem in a file: "name:line: problem". Line 0 is the
// file as a whole. What the context says stays as it is.
func unreadable(name string, line int, problem error) error {
	if errors.Is(problem, context.Canceled) || errors.Is(problem, context.DeadlineExceeded) {
		return problem
	}
	if name == "-" {
		name = "standard input"
	}
	if line > 0 {
		name = fmt.Sprintf("%s:%d", name, line)
	}
	return &placed{name, problem}
}

// placed is an error in one line of words that wraps ErrUnreadable.
type placed struct {
	place   string
	problem error
}

func (p *placed) Error() string   { return p.place + ": " + p.problem.Error() }
func (p *placed) Unwrap() []error { return []error{ErrUnreadable, p.problem} }

// withContext is a reader that stops when its context ends.
type withContext struct {
	ctx  context.Context
	data io.Reader
}

func (w withContext) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.data.Read(p)
}
