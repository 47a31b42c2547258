package dossier

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// recordFiles are the endings of files that hold counts rather than text.
var recordFiles = []string{".csv", ".tsv", ".xlsx", ".parquet", ".csv.gz", ".tsv.gz"}

func isRecordFile(name string) bool {
	return slices.ContainsFunc(recordFiles, func(ending string) bool { return strings.HasSuffix(strings.ToLower(name), ending) })
}

// Add copies files, or fetches addresses, into the folder and takes in what is
// new. What cannot be copied is named in the report; the rest is done.
func (d *Dossier) Add(ctx context.Context, inputs []string) (Report, error) {
	var problems []error
	for i, input := range inputs {
		if d.env.Progress != nil {
			d.env.Progress(i, len(inputs), input)
		}
		if err := d.bring(ctx, input); err != nil {
			if ctx.Err() != nil {
				return Report{}, ctx.Err()
			}
			problems = append(problems, plain(err))
		}
	}
	report, err := d.Refresh(ctx)
	report.Problems = append(problems, report.Problems...)
	return report, err
}

func (d *Dossier) bring(ctx context.Context, input string) error {
	if address, err := url.Parse(input); err == nil && (address.Scheme == "http" || address.Scheme == "https") {
		return d.fetch(ctx, address)
	}
	info, err := os.Stat(input)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: there is no such file: %w", input, fs.ErrNotExist)
	}
	if err != nil {
		return err
	}
	if info.IsDir() {
		return fmt.Errorf("%s is a folder; name its files, as in `muster add %s %s/*`", input, d.dir, input)
	}
	if info.Size() == 0 {
		return fmt.Errorf("%s is empty; nothing was added", input)
	}
	if info.Size() > d.env.Limits.Bytes && !isRecordFile(input) { // record files are streamed
		return fmt.Errorf("%s has %d bytes; a document may have %d; split it", input, info.Size(), d.env.Limits.Bytes)
	}
	f, err := os.Open(input)
	if err != nil {
		return err
	}
	defer f.Close()
	return d.place(filepath.Base(input), f, input)
}

// place writes the bytes below documents/ or counts/, unless the same bytes are
// there under this name; other bytes replace them, as a new version.
func (d *Dossier) place(name string, data io.Reader, from string) error {
	sub := "documents"
	if isRecordFile(name) {
		sub = "counts"
	}
	target := filepath.Join(d.dir, sub, name)
	if same, err := sameFile(from, target); err == nil && same {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	return writeFrom(target, data)
}

func sameFile(a, b string) (bool, error) {
	x, err := os.Stat(a)
	if err != nil {
		return false, err
	}
	y, err := os.Stat(b)
	if err != nil {
		return false, err
	}
	return os.SameFile(x, y), nil
}

// Fetch gets an address and returns its body and media type. The caller closes
// the body.
type Fetch func(ctx context.Context, address string) (body io.ReadCloser, mediaType string, err error)

func (d *Dossier) fetch(ctx context.Context, address *url.URL) error {
	if d.env.Fetch == nil {
		return fmt.Errorf("%s: fetching addresses is switched off", address)
	}
	body, mediaType, err := d.env.Fetch(ctx, address.String())
	if err != nil {
		return fmt.Errorf("%s: %w", address, err)
	}
	defer body.Close()
	b, err := io.ReadAll(io.LimitReader(body, d.env.Limits.Bytes+1))
	if err != nil {
		return fmt.Errorf("%s: %w", address, err)
	}
	if int64(len(b)) > d.env.Limits.Bytes {
		return fmt.Errorf("%s has more than %d bytes; save the part you need as a file and add that", address, d.env.Limits.Bytes)
	}
	if len(b) == 0 {
		return fmt.Errorf("%s answered with nothing; open it in a browser, save the page and add the file", address)
	}
	return d.place(fileName(address, mediaType), bytes.NewReader(b), "")
}

// fileName makes a file name of an address: its host and path.
func fileName(address *url.URL, mediaType string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-', r == '_':
			return r
		}
		return '-'
	}, strings.Trim(address.Host+address.Path+"-"+address.RawQuery, "/-"))
	if len(name) > 120 {
		name = name[:120]
	}
	ending := ".html"
	switch {
	case strings.HasPrefix(mediaType, "text/plain"):
		ending = ".txt"
	case strings.HasPrefix(mediaType, "text/csv"):
		ending = ".csv"
	case strings.HasPrefix(mediaType, "application/pdf"):
		ending = ".pdf"
	case strings.HasPrefix(mediaType, "message/rfc822"):
		ending = ".eml"
	case strings.HasPrefix(mediaType, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"):
		ending = ".docx"
	case isFeedType(mediaType):
		ending = ".xml"
	}
	if filepath.Ext(name) != ending {
		name += ending
	}
	return strings.TrimLeft(name, ".")
}

// isFeedType reports whether a media type is one that feeds are sent with.
func isFeedType(mediaType string) bool {
	kind, _, _ := strings.Cut(mediaType, ";")
	switch strings.ToLower(strings.TrimSpace(kind)) {
	case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml":
		return true
	}
	return false
}
