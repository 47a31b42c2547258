package documents

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestGoldenFiles reads the files of testdata that are no pages. With -update
// it also packs reports.docx and pages.warc.gz anew.
func TestGoldenFiles(t *testing.T) {
	packed(t, "testdata/report.docx", wordFrom(t, "testdata/report.docx.txtar"))
	packed(t, "testdata/pages.warc.gz", archiveFrom(t, "testdata/pages.warc.txtar"))
	var files []string
	for _, pattern := range []string{"*.xml", "*.eml", "*.mbox", "*.docx", "*.warc.gz"} {
		found, _ := filepath.Glob("testdata/" + pattern)
		if len(found) == 0 {
			t.Errorf("no %s in testdata", pattern)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			docs, err := read(t, filepath.ToSlash(file), string(raw))
			for _, d := range docs {
				fmt.Fprintf(&got, "id: %s\ntitle: %s\npublisher: %s\npublished: %s\nurl: %s\nlanguage: %s\nmedia type: %s\nguessed: %v\n\n%s\n\n=====\n",
					d.ID, d.Title, d.Publisher, d.Published, d.URL, d.Language, d.MediaType, d.Guessed, d.Text)
			}
			if err != nil {
				fmt.Fprintf(&got, "error:\n%v\n", err)
			}
			golden := file + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// packed checks that a file holds these bytes, or writes it with -update.
func packed(t *testing.T, file string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what its .txtar packs to (%v); run the test with -update", file, err)
	}
}

// wordFrom packs the parts of a Word file.
func wordFrom(t *testing.T, file string) []byte {
	t.Helper()
	parts, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return packWord(t, parts)
}

func packWord(t *testing.T, parts *txtar.Archive) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, part := range parts.Files {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(part.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// archiveFrom packs the records of a web archive, each for itself as archivers
// do. It fills in the lengths, and packs what a line "Pack: gzip" asks for.
func archiveFrom(t *testing.T, file string) []byte {
	t.Helper()
	records, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, r := range records.Files {
		out.Write(gzipped(warcRecord(string(r.Data))))
	}
	return out.Bytes()
}

var packLine = regexp.MustCompile(`(?m)^Pack: (\w+)\r\n`)

// warcRecord makes a record of its header, a blank line and its block.
func warcRecord(text string) string {
	header, block, _ := strings.Cut(strings.TrimSuffix(text, "\n"), "\n\n")
	header = strings.ReplaceAll(header, "\n", "\r\n")
	if head, body, found := strings.Cut(block, "\n\n"); found && strings.HasPrefix(block, "HTTP/") {
		head = strings.ReplaceAll(head, "\n", "\r\n") + "\r\n"
		for _, pack := range packLine.FindAllStringSubmatch(head, -1) {
			switch pack[1] {
			case "gzip":
				body = string(gzipped(body))
			case "chunked":
				body = fmt.Sprintf("5\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", body[:5], len(body)-5, body[5:])
			}
		}
		block = packLine.ReplaceAllString(head, "") + "\r\n" + body
	}
	return fmt.Sprintf("%s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", header, len(block), block)
}

func gzipped(text string) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write([]byte(text))
	w.Close()
	return out.Bytes()
}
