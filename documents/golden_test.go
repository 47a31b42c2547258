package documents

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
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
			compareGolden(t, file+".golden", got.String())
		})
	}
}

// TestMannersOfPublishers reads invented pages that are built as those of big
// publishers are. Whatever does not belong to the article says 999.
func TestMannersOfPublishers(t *testing.T) {
	pages, _ := filepath.Glob("testdata/manner-*.html")
	if len(pages) < 10 {
		t.Fatalf("%d pages, expected 10", len(pages))
	}
	for _, page := range pages {
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		docs, err := read(t, "page.html", string(raw))
		if err != nil || len(docs) != 1 {
			t.Fatalf("%s: %d documents, error %v", page, len(docs), err)
		}
		d := docs[0]
		if d.Title == "" || d.Publisher == "" || d.Published == "" || d.URL == "" || slices.Contains(d.Guessed, "published") {
			t.Errorf("%s: title %q, publisher %q, published %q, url %q", page, d.Title, d.Publisher, d.Published, d.URL)
		}
		for line := range strings.Lines(d.Text) {
			if strings.Contains(line, "999") || strings.Contains(line, "Pat Reporter") {
				t.Errorf("%s: not of the article: %s", page, line)
			}
		}
	}
}

// TestArticlesKeepTheirText reads pages whose parts are called like furniture
// and are none.
func TestArticlesKeepTheirText(t *testing.T) {
	long := strings.Repeat("The office asked for 40 boats on Monday. ", 10)
	for name, page := range map[string]string{
		"a wrapper named after the box beside it": `<div class="has-sidebar with-share related"><h1>Boats</h1><p>` + long + `</p></div>`,
		"every paragraph behind a paywall":        `<article><p class="paywall">` + long + `</p><p class="paywall">Some 12 came.</p><p class="paywall">Others did not.</p></article>`,
		"a link within a sentence":                `<article><p>` + long + `It had <a class="related-link" href="x">12 before</a>.</p></article>`,
		"a header within the article":             `<article><header><h2>Boats for 300</h2></header><p>` + long + `</p></article>`,
		"a table in a figure":                     `<article><p>` + long + `</p><figure><table><tr><td>North</td><td>12</td></tr></table><figcaption>Caption.</figcaption></figure></article>`,
	} {
		docs, err := read(t, "a.html", page)
		if err != nil || len(docs) != 1 {
			t.Fatalf("%s: %d documents, error %v", name, len(docs), err)
		}
		for _, want := range []string{"40 boats on Monday", map[string]string{"every paragraph behind a paywall": "Some 12 came.", "a link within a sentence": "12 before", "a header within the article": "Boats for 300", "a table in a figure": "North | 12"}[name]} {
			if !strings.Contains(docs[0].Text, want) {
				t.Errorf("%s: %q is missing in\n%s", name, want, docs[0].Text)
			}
		}
		if strings.Contains(docs[0].Text, "Caption") {
			t.Errorf("%s: the caption was kept", name)
		}
	}
}

// TestPageThatScriptsFill takes a live blog's posts from what it tells search
// engines, and a date of change for want of one of publication, as a guess.
func TestPageThatScriptsFill(t *testing.T) {
	docs, err := read(t, "a.html", `<html lang="en"><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Flood live","dateModified":"2025-06-04T09:12:00Z",
"liveBlogUpdate":[{"@type":"BlogPosting","headline":"Tents","articleBody":"The mayor asked for 300 tents."},{"@type":"BlogPosting","articleBody":"The dikes &amp; walls hold."}]}</script><div id="root"></div></html>`)
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, error %v", len(docs), err)
	}
	want := Document{Title: "Flood live", Published: "2025-06-04T09:12:00Z", Language: "en", Text: "Flood live\n\nTents\n\nThe mayor asked for 300 tents.\n\nThe dikes & walls hold.", Guessed: []string{"published"}}
	got := docs[0]
	got.ID, got.SHA256, got.MediaType = "", "", ""
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestDatesOfPages takes what a page says of its publication as said, all else
// as a guess, and the date in its address before one of change.
func TestDatesOfPages(t *testing.T) {
	for _, tt := range []struct {
		name, page, want string
		guess            bool
	}{
		{"marked", `<time itemprop="datePublished" datetime="2025-06-04">4 June</time>`, "2025-06-04", false},
		{"some time on the page", `<time datetime="2025-06-04T10:00:00Z">4 June</time>`, "2025-06-04T10:00:00Z", true},
		{"shown", `<div class="release-date"><span>Release Date:</span> Wednesday, June 4, 2025</div>`, "2025-06-04", true},
		{"shown, day first", `<span class="PostDate">4 June 2025, 10:00</span>`, "2025-06-04", true},
		{"changed", `<meta property="article:modified_time" content="2025-06-09T10:00:00Z">`, "2025-06-09T10:00:00Z", true},
		{"address before change", `<meta property="article:modified_time" content="2025-06-09T10:00:00Z"><link rel="canonical" href="https://x.example/2025/06/04/boats">`, "2025-06-04", true},
		{"none", `<p>The law of June 4, 2025 asks for 40 boats.</p>`, "", false},
	} {
		docs, err := read(t, "a.html", tt.page+"<p>The mayor asked for 40 boats.</p>")
		if err != nil || len(docs) != 1 {
			t.Fatalf("%s: %d documents, error %v", tt.name, len(docs), err)
		}
		if d := docs[0]; d.Published != tt.want || slices.Contains(d.Guessed, "published") != tt.guess {
			t.Errorf("%s: published %q, guessed %v", tt.name, d.Published, d.Guessed)
		}
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
			case "br":
				var out bytes.Buffer
				w := brotli.NewWriter(&out)
				w.Write([]byte(body))
				w.Close()
				body = out.String()
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
