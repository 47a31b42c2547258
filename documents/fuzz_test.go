package documents

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// fuzz checks what holds of every input: a document has text that is valid
// UTF-8, reading twice gives the same, and an error is one line a problem.
func fuzz(f *testing.F, name string, seeds ...string) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) { checkRead(t, name, data) })
}

func checkRead(t *testing.T, name, data string) {
	docs, err := read(t, name, data)
	if len(docs) == 0 && err == nil {
		t.Fatal("neither a document nor an error")
	}
	if err != nil && !errors.Is(err, ErrUnreadable) {
		t.Fatalf("error %v does not wrap ErrUnreadable", err)
	}
	for _, d := range docs {
		if strings.TrimSpace(d.Text) == "" || !utf8.ValidString(d.Text) || !utf8.ValidString(d.Title) {
			t.Fatalf("text %q, title %q", d.Text, d.Title)
		}
		if !utf8.ValidString(d.ID) || !utf8.ValidString(d.Publisher) || !utf8.ValidString(d.URL) || !utf8.ValidString(d.Language) {
			t.Fatalf("not UTF-8: %+v", d)
		}
		if d.Title != "" && name != "a.jsonl" && !strings.HasPrefix(d.Text, d.Title) {
			t.Fatalf("text %q does not start with the title %q", d.Text, d.Title)
		}
	}
	again, _ := read(t, name, data)
	if len(again) != len(docs) || len(docs) > 0 && again[0].Text != docs[0].Text {
		t.Fatal("reading again gives another text")
	}
}

func FuzzText(f *testing.F) {
	fuzz(f, "a.txt", "Body.", "---\ntitle: a\npublished: 2025-06-04\n---\nBody.", "---\na: &a [*a]\n---\nx", "\xff\xfea\x00", "\x93a\x94", "k\xc3", "a\x00")
}

func FuzzLines(f *testing.F) {
	fuzz(f, "a.jsonl", `{"id":"a","text":"b"}`, "{\"id\":1,\"text\":\"\\ud800\"}\r\n\n[]", "\ufeff{\"text\":\"x\",\"published\":\"soon\"}", "\xff\xfe{\x00")
}

func FuzzPage(f *testing.F) {
	fuzz(f, "a.html", "<p>Body.", "<title>a - b</title><meta property=og:site_name content=b><h1>a</h1><p>c", "<meta charset=utf-16le><p>a", "<table><p>x<form><div hidden>y",
		`<script type="application/ld+json">[{"@type":["NewsArticle"],"publisher":[{"@id":"#a"}],"headline":["h"]}]</script>x`, "<svg><title>a</title></svg><template><p>x")
}

func FuzzWord(f *testing.F) {
	parts, err := txtar.ParseFile("testdata/report.docx.txtar")
	if err != nil {
		f.Fatal(err)
	}
	main := &parts.Files[len(parts.Files)-1]
	f.Add(main.Data)
	f.Add([]byte(`<w:document xmlns:w="wordprocessingml"><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:tc></w:tr></w:tbl></w:document>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		main.Data = data
		checkRead(t, "a.docx", string(packWord(t, parts)))
	})
}

func FuzzWordFile(f *testing.F) {
	raw, err := os.ReadFile("testdata/report.docx")
	if err != nil {
		f.Fatal(err)
	}
	fuzz(f, "a.docx", string(raw), string(raw[:len(raw)/2]), "PK\x03\x04")
}

func FuzzMail(f *testing.F) {
	fuzz(f, "a.eml", seed(f, "release.eml"), seed(f, "letter.eml"), "Subject: =?utf-8?b?w?=\n\n> a\n-- \nb", "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nb",
		"From: a\n\nOn 3 June, a b\n<c@d> wrote:\n> e\nf", "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+YQ==")
}

func FuzzMailbox(f *testing.F) {
	fuzz(f, "a.mbox", seed(f, "letters.mbox"), "From a\nSubject: b\n\nc\n\nFrom d\n")
}

func FuzzFeed(f *testing.F) {
	fuzz(f, "a.xml", seed(f, "rss.xml"), seed(f, "atom.xml"), seed(f, "rdf.xml"), "<rss><channel><item><title>a</item>", "<feed><entry><summary>&lt;p>b</entry></feed>")
}

func FuzzArchive(f *testing.F) {
	records, err := txtar.ParseFile("testdata/pages.warc.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, r := range records.Files {
		f.Add(warcRecord(string(r.Data)))
	}
	fuzz(f, "a.warc", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p>a", seed(f, "pages.warc.gz"))
}

func seed(f *testing.F, file string) string {
	raw, err := os.ReadFile("testdata/" + file)
	if err != nil {
		f.Fatal(err)
	}
	return string(raw)
}
