package documents

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// wordOf packs a Word file that holds nothing but this body.
func wordOf(t *testing.T, body string) string {
	t.Helper()
	return string(packWord(t, &txtar.Archive{Files: []txtar.File{{Name: "word/document.xml", Data: []byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`)}}}))
}

// page is a record of an archive with one page.
func page(address, text string) string {
	return warcRecord("WARC/1.0\nWARC-Type: response\nWARC-Target-URI: " + address + "\nContent-Type: application/http\n\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n<title>T</title><p>" + text + "</p>")
}

func TestUnreadableFormats(t *testing.T) {
	good := wordOf(t, `<w:p><w:r><w:t>Body.</w:t></w:r></w:p>`)
	tests := []struct{ name, file, data, want string }{
		{"text as .docx", "a.docx", "just text", "a.docx: expected a Word file, found bytes that do not unpack"},
		{"cut .docx", "a.docx", good[:len(good)-30], "a.docx: expected a Word file, found bytes that do not unpack"},
		{"spreadsheet as .docx", "a.docx", string(packWord(t, &txtar.Archive{Files: []txtar.File{{Name: "xl/workbook.xml", Data: []byte("<workbook/>")}}})), "a.docx: expected a Word file, found another kind"},
		{"broken XML", "a.docx", wordOf(t, "<w:p>"), "a.docx: expected a Word file, found its part word/document.xml damaged"},
		{"empty .docx", "a.docx", wordOf(t, "<w:p/>"), "a.docx: expected text, found a Word file without any"},
		{"deep .docx", "a.docx", wordOf(t, strings.Repeat("<w:x>", 2000)+strings.Repeat("</w:x>", 2000)), "nested deeper than 1,000"},
		{"old Word", "a.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx without a password"},
		{"no e-mail", "a.eml", "just text", "a.eml: expected an e-mail that starts with lines such as"},
		{"empty e-mail", "a.eml", "Subject: x\n\n", "a.eml: expected text, found an e-mail without any"},
		{"many parts", "a.eml", "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\n\n", 1500) + "--b--", "expected at most 1000 parts"},
		{"cut e-mail", "a.eml", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSome text", "a.eml: expected a part in the encoding it declares, found otherwise (unexpected EOF); the e-mail may be cut"},
		{"no mailbox", "a.mbox", "just text", "a.mbox: expected a mailbox"},
		{"other XML", "a.xml", "<?xml version='1.0'?>\n<sitemap><item/></sitemap>", "a.xml:2: expected a feed (RSS, Atom or RDF), found XML that starts with <sitemap>"},
		{"no XML", "a.xml", "just text", "a.xml: expected a feed (RSS, Atom or RDF), found no tags"},
		{"feed without items", "a.xml", "<rss><channel><title>a</title></channel></rss>", "a.xml: expected a feed with items, found none"},
		{"no archive", "a.warc", "just text", "a.warc: record 1: expected a line \"WARC/1.0\", found \"just text\""},
		{"archive without pages", "a.warc", warcRecord("WARC/1.0\nWARC-Type: warcinfo\n\nx: y"), "a.warc: expected web pages, found 1 records without one"},
		{"archive of frames", "a.warc", page("https://x.example", ""), "a.warc: expected articles, found 1 pages without text"},
		{"no length", "a.warc", "WARC/1.0\r\nContent-Length: many\r\n\r\n", "expected a Content-Length, found \"many\""},
		{"damaged .gz", "a.warc.gz", "\x1f\x8bxxxxxxxxxxxxxxxx", "a.warc.gz: expected a web archive, found bytes that do not unpack"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.file, tt.data)
			if !errors.Is(err, ErrUnreadable) || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error\n%v\nwant one line with\n%s", err, tt.want)
			}
		})
	}
}

// TestSniff reads without a name what was packed or written under one.
func TestSniff(t *testing.T) {
	for _, file := range []string{"report.docx", "release.eml", "letters.mbox", "atom.xml", "rss.xml", "rdf.xml", "pages.warc.gz"} {
		raw, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		named, _ := read(t, file, string(raw))
		bare, _ := read(t, "-", string(raw))
		if len(bare) == 0 || len(bare) != len(named) || bare[0].Text != named[0].Text {
			t.Errorf("%s: %d documents by its bytes, %d by its name", file, len(bare), len(named))
		}
	}
	for _, text := range []string{"From: the mayor\nSubject: boats\n\nText.", "From here on: text.", "<item>text"} {
		docs, err := read(t, "-", text)
		if err != nil || len(docs) != 1 || docs[0].Text != text {
			t.Errorf("%q is no e-mail and no feed; got %v, %v", text, docs, err)
		}
	}
}

// TestCutArchive reads what stands before the cut, and names the cut.
func TestCutArchive(t *testing.T) {
	first, second := page("https://x.example/1", "Some 300 crews came."), page("https://x.example/2", "Some 400 crews came.")
	packedTwo := string(gzipped(first)) + string(gzipped(second))
	for file, data := range map[string]string{
		"plain.warc": first + second[:len(second)-40], "header.warc": first + second[:30], "a.warc.gz": packedTwo[:len(packedTwo)-20],
	} {
		docs, err := read(t, file, data)
		if len(docs) != 1 || docs[0].ID != file+"#https://x.example/1" {
			t.Errorf("%s: got %d documents, want the first", file, len(docs))
		}
		if !errors.Is(err, ErrUnreadable) || !strings.Contains(err.Error(), "record 2: expected the record to end") || !strings.Contains(err.Error(), "the archive was cut") {
			t.Errorf("%s: error %v does not name the cut", file, err)
		}
	}
}

// TestCutPage reads a page as far as it was archived, and names the cut.
func TestCutPage(t *testing.T) {
	whole := string(gzipped("<title>T</title><p>Some 300 crews came.</p><p>" + strings.Repeat("And then more of them came by boat. ", 30)))
	head := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
	block := head + whole[:len(whole)-10]
	data := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Truncated: length\r\nWARC-Target-URI: https://x.example/1\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
	docs, err := read(t, "a.warc", data+page("https://x.example/2", "Some 400 crews came."))
	if len(docs) != 2 || !strings.Contains(docs[0].Text, "Some 300 crews came.") {
		t.Errorf("got %d documents, want both", len(docs))
	}
	if !errors.Is(err, ErrUnreadable) || !strings.Contains(err.Error(), "record 1, https://x.example/1: expected the page to end") {
		t.Errorf("error %v does not name the cut", err)
	}
}

// TestBombs keeps files that unpack to more than the limits from being held.
func TestBombs(t *testing.T) {
	limits := Limits{Bytes: 50_000, Page: 50_000, Line: 50_000, Unpacked: 1 << 20}
	spaces := strings.Repeat(" ", 10<<20)
	for name, bomb := range map[string]struct{ file, data, want string }{
		"Word file":         {"a.docx", wordOf(t, spaces), "expected parts of at most 50000 bytes, found word/document.xml larger"},
		"archive":           {"a.warc.gz", string(gzipped(warcRecord("WARC/1.0\nWARC-Type: metadata\n\nx" + spaces))), "unpacks to more than Muster reads"},
		"page":              {"a.warc", page("https://x.example/1", spaces), "expected a page of at most 50000 bytes"},
		"page in a page":    {"a.warc", warcRecord("WARC/1.0\nWARC-Type: response\nWARC-Target-URI: https://x.example\nContent-Type: application/http\n\nHTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip\nPack: gzip\n\n<p>x" + spaces), "expected a page of at most 50000 bytes"},
		"letter":            {"a.mbox", "From a\nSubject: b\n\n" + strings.Repeat("text\n", 20_000), "expected an e-mail of at most 50000 bytes"},
		"line of a mailbox": {"a.mbox", "From a\nSubject: b\n\n" + spaces, "expected an e-mail of at most 50000 bytes"},
	} {
		err := Read(t.Context(), bomb.file, strings.NewReader(bomb.data), limits, func(Document) error { return nil })
		if !errors.Is(err, ErrUnreadable) || !strings.Contains(err.Error(), bomb.want) {
			t.Errorf("%s: error %v, want %s", name, err, bomb.want)
		}
	}
	wide := `<rss a="` + strings.Repeat("x", feedTagBytes) + `"><channel><item><title>a</title></item></channel></rss>`
	if _, err := read(t, "a.xml", wide); err == nil || !strings.Contains(err.Error(), "expected tags around an item of at most") {
		t.Errorf("feed: error %v", err)
	}
}

// TestIDsStayWhenAFileGrows adds items where such files get them: feeds at the
// top, mailboxes and archives at the end.
func TestIDsStayWhenAFileGrows(t *testing.T) {
	item := func(n int) string {
		return fmt.Sprintf("<item><guid>g%d</guid><title>Title %d</title></item>", n, n)
	}
	letter := func(n int) string {
		return fmt.Sprintf("From a\nMessage-ID: <%d@x.example>\nSubject: s\n\nText %d.\n\n", n, n)
	}
	grown := map[string][2]string{
		"a.xml":  {"<rss><channel>" + item(1) + "</channel></rss>", "<rss><channel>" + item(2) + item(1) + "</channel></rss>"},
		"a.mbox": {letter(1), letter(1) + letter(2)},
		"a.warc": {page("https://x.example/1", "One."), page("https://x.example/1", "One.") + page("https://x.example/1", "Two.") + page("https://x.example/2", "Three.")},
	}
	for file, data := range grown {
		before, err := read(t, file, data[0])
		after, err2 := read(t, file, data[1])
		if err != nil || err2 != nil || len(before) != 1 || len(after) < 2 {
			t.Fatalf("%s: %d and %d documents, errors %v, %v", file, len(before), len(after), err, err2)
		}
		ids := map[string]Document{}
		for _, d := range after {
			ids[d.ID] = d
		}
		if len(ids) != len(after) {
			t.Errorf("%s: two documents have one id", file)
		}
		if diff := cmp.Diff(before[0], ids[before[0].ID]); diff != "" {
			t.Errorf("%s (-before +after)\n%s", file, diff)
		}
	}
}

func TestMailBodies(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"signature", "We sent 40 boats.\n\n-- \nPat, 555 0100", "We sent 40 boats."},
		{"reply above an old letter", "We sent 40 boats.\n\n-----Original Message-----\nFrom: Pat\nSent: Monday\nTo: Sam\nSubject: Boats\n\n30 boats?", "We sent 40 boats."},
		{"reply above an old letter, no mark", "We sent 40 boats.\n\nFrom: Pat <pat@x.example>\nDate: Monday\nTo: Sam\nSubject: Boats\n\n30 boats?", "We sent 40 boats."},
		{"two lines that announce a quote", "On Mon, 2 Jun 2025 at 10:00, A Very Long Name\n<pat@x.example> wrote:\n\n> 30 boats?\n\nNo, 40.", "No, 40."},
		{"forwarded", "Begin forwarded message:\n\nFrom: Pat <pat@x.example>\nSubject: Boats\nDate: Monday\nTo: Sam <sam@x.example>\n\nThe plan says 40 boats.", "The plan says 40 boats."},
		{"a memo keeps its head", "MEMORANDUM\n\nFrom: River office\nTo: All units\nDate: June 2\nSubject: Boats\n\nUse 40 boats.", "MEMORANDUM\n\nFrom: River office\nTo: All units\nDate: June 2\nSubject: Boats\n\nUse 40 boats."},
		{"a sentence with wrote", "On Monday the mayor wrote: we need 40 boats.", "On Monday the mayor wrote: we need 40 boats."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs, err := read(t, "a.eml", "MIME-Version: 1.0\nSubject: Re: Boats\n\n"+tt.body)
			if err != nil || len(docs) != 1 {
				t.Fatalf("%d documents, error %v", len(docs), err)
			}
			if diff := cmp.Diff("Boats\n\n"+tt.want, docs[0].Text); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
