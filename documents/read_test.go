package documents

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// read returns the documents in data and the error.
func read(t *testing.T, name, data string) ([]Document, error) {
	t.Helper()
	var out []Document
	err := Read(t.Context(), name, strings.NewReader(data), DefaultLimits(), func(d Document) error {
		out = append(out, d)
		return nil
	})
	return out, err
}

func TestGoldenPages(t *testing.T) {
	pages, _ := filepath.Glob("testdata/*.html")
	if len(pages) == 0 {
		t.Fatal("no pages in testdata")
	}
	for _, page := range pages {
		t.Run(filepath.Base(page), func(t *testing.T) {
			raw, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			docs, err := read(t, filepath.ToSlash(page), string(raw))
			if err != nil || len(docs) != 1 {
				t.Fatalf("got %d documents, error %v", len(docs), err)
			}
			d := docs[0]
			got := fmt.Sprintf("title: %s\npublisher: %s\npublished: %s\nurl: %s\nlanguage: %s\nmedia type: %s\nguessed: %v\n\n%s\n",
				d.Title, d.Publisher, d.Published, d.URL, d.Language, d.MediaType, d.Guessed, d.Text)
			golden := strings.TrimSuffix(page, ".html") + ".golden"
			compareGolden(t, golden, got)
		})
	}
}

// compareGolden compares with a golden file, or writes it with -update.
func compareGolden(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestText(t *testing.T) {
	const english = "More than 300 of the crews were sent to the coast."
	tests := []struct {
		name, file, data string
		want             Document // ID, SHA256 and MediaType are checked where set
	}{
		{"body only", "a.txt", english, Document{Text: english, Language: "en", Guessed: []string{"language"}}},
		{"line ends and blank lines", "a.txt", "\r\n\r\n  one\r\ntwo\rthree\r\n\r\n", Document{Text: "  one\ntwo\nthree"}},
		{"byte order mark", "a.txt", "\ufeffzwölf", Document{Text: "zwölf", MediaType: "text/plain"}},
		{"windows-1252", "a.txt", "\x93zw\xf6lf\x94", Document{Text: "“zwölf”", MediaType: "text/plain; charset=windows-1252", Guessed: []string{"charset"}}},
		{"utf-16 with mark", "a.txt", "\xff\xfez\x00w\x00\xf6\x00l\x00f\x00", Document{Text: "zwölf", MediaType: "text/plain; charset=utf-16le"}},
		{"utf-16 big end first", "a.txt", "\xfe\xff\x00z\x00w", Document{Text: "zw", MediaType: "text/plain; charset=utf-16be"}},
		{"utf-16 without mark", "a.txt", "z\x00w\x00o\x00l\x00f\x00", Document{Text: "zwolf", Guessed: []string{"charset"}}},
		{"front matter", "a.txt", "---\ntitle: \"Crews: the plan\"\npublisher: The Gazette\npublished: 2025-06-04\nurl: https://gazette.example/a\nlanguage: en-GB\nauthor: Nobody\ntags: [a, b]\n---\n\nBody.\n",
			Document{Title: "Crews: the plan", Publisher: "The Gazette", Published: "2025-06-04", URL: "https://gazette.example/a", Language: "en-GB", Text: "Crews: the plan\n\nBody."}},
		{"front matter with numbers for words", "a.txt", "---\ntitle: 300\n---\nBody.", Document{Title: "300", Text: "300\n\nBody."}},
		{"front matter with a comment", "a.txt", "---\n\n# by hand\ntitle: Plan\n---\nBody.", Document{Title: "Plan", Text: "Plan\n\nBody."}},
		{"empty title", "a.txt", "---\ntitle: \"\"\n---\nBody.", Document{Text: "Body."}},
		{"title once", "a.txt", "---\ntitle: Sam’s Plan\n---\nPolitics\n\nSam's  plan\n\nBody.", Document{Title: "Sam’s Plan", Text: "Sam’s Plan\n\nPolitics\n\nBody."}},
		{"title once at the top", "a.txt", "---\ntitle: Plan\n---\nPlan\nBody.", Document{Title: "Plan", Text: "Plan\n\nBody."}},
		{"dashes that are no front matter", "a.txt", "---\nBody goes on: here.", Document{Text: "---\nBody goes on: here."}},
		{"time with zone", "a.txt", "---\npublished: Wed, 04 Jun 2025 22:10:00 -0400\n---\nBody.", Document{Published: "2025-06-04T22:10:00-04:00", Text: "Body."}},
		{"publisher and day from the address", "a.txt", "---\nurl: https://edition.cnn.com/2025/06/04/politics/x\n---\nBody.",
			Document{URL: "https://edition.cnn.com/2025/06/04/politics/x", Publisher: "CNN", Published: "2025-06-04", Text: "Body.", Guessed: []string{"publisher", "published"}}},
		{"unknown host", "a.txt", "---\nurl: http://www.gazette.example/x\n---\nBody.", Document{URL: "http://www.gazette.example/x", Publisher: "gazette.example", Text: "Body.", Guessed: []string{"publisher"}}},
		{"publisher and day from the file name", "docs/2025-06-04-nbc-news-02.txt", "Body.", Document{Publisher: "NBC News", Published: "2025-06-04", Text: "Body.", Guessed: []string{"publisher", "published"}}},
		{"a publisher of one word from the file name", "2025-06-04-axios-3.txt", "Body.", Document{Publisher: "Axios", Published: "2025-06-04", Text: "Body.", Guessed: []string{"publisher", "published"}}},
		{"a headline as file name names no publisher", "2025-06-04-time-for-a-plan.txt", "Body.", Document{Published: "2025-06-04", Text: "Body.", Guessed: []string{"published"}}},
		{"other language", "a.txt", "Plus de trois cents équipes ont été envoyées sur la côte, selon le ministère.", Document{Text: "Plus de trois cents équipes ont été envoyées sur la côte, selon le ministère."}},
		{"unknown extension", "notes.md", "Körper", Document{Text: "Körper", MediaType: "text/plain"}},
		{"standard input", "-", "Körper", Document{Text: "Körper", MediaType: "text/plain"}},
		{"standard input .jsonl", "-", `{"id":"x","text":"Körper"}`, Document{Text: "Körper", MediaType: "application/jsonl"}},
		{"standard input page", "-", "<!DOCTYPE html><p>Körper", Document{Text: "Körper", MediaType: "text/html"}},
		{"page in an old encoding", "a.html", "<meta charset=iso-8859-1><p>K\xf6rper", Document{Text: "Körper", MediaType: "text/html; charset=windows-1252"}},
		{"page with front matter", "a.html", "---\r\ntitle: Plan\r\npublished: 2025-06-04\r\n---\r\n<title>No</title><p>Body.", Document{Title: "Plan", Published: "2025-06-04", Text: "Plan\n\nBody."}},
		{"page with a damaged byte", "a.html", "<p>Körper für f\xfcnf", Document{Text: "Körper für f\ufffdnf", MediaType: "text/html", Guessed: []string{"charset"}}},
		{"page with a wrong declaration", "a.html", "<meta charset=iso-8859-1><p>Körper", Document{Text: "Körper", MediaType: "text/html"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs, err := read(t, tt.file, tt.data)
			if err != nil || len(docs) != 1 {
				t.Fatalf("got %d documents, error %v", len(docs), err)
			}
			got := docs[0]
			if tt.want.MediaType == "" {
				got.MediaType = ""
			}
			got.ID, got.SHA256 = "", ""
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestLines(t *testing.T) {
	const data = "\ufeff" + `{"id":"a","text":"\r\n Tekst \u00a0unverändert ","title":"T","publisher":"P","published":"June 4, 2025","url":"https://x.example","stray":[1]}` + "\r\n\n" +
		`{"id":7,"text":"seven"}` + "\n" +
		`{"text":"no id"}` + "\n" +
		`{"id":"bad"` + "\n" +
		`{"id":"none"}` + "\n" +
		`{"id":"blank","text":" "}` + "\n" +
		`[1]` + "\n" +
		`{"id":"n","text":5}` + "\n" +
		`{"id":"d","text":"dated","published":"soon"}` + "\n" +
		`{"id":"last","text":"last"}`
	docs, err := read(t, "x.jsonl", data)
	var ids []string
	for _, d := range docs {
		ids = append(ids, d.ID)
	}
	if diff := cmp.Diff([]string{"a", "7", "x.jsonl:4", "d", "last"}, ids); diff != "" {
		t.Errorf("IDs (-want +got)\n%s", diff)
	}
	want := Document{ID: "a", Title: "T", Publisher: "P", Published: "2025-06-04", URL: "https://x.example", MediaType: "application/jsonl",
		Text: "\r\n Tekst \u00a0unverändert ", SHA256: digest([]byte(strings.TrimPrefix(strings.SplitN(data, "\r\n", 2)[0], "\ufeff")))}
	if diff := cmp.Diff(want, docs[0]); diff != "" {
		t.Errorf("first document (-want +got)\n%s", diff)
	}
	if !errors.Is(err, ErrUnreadable) {
		t.Fatalf("error %v does not wrap ErrUnreadable", err)
	}
	lines := strings.Split(err.Error(), "\n")
	for i, start := range []string{"x.jsonl:5: ", "x.jsonl:6: ", "x.jsonl:7: ", "x.jsonl:8: ", "x.jsonl:9: ", "x.jsonl:10: "} {
		if i >= len(lines) || !strings.HasPrefix(lines[i], start) {
			t.Errorf("expected an error line that starts %q in\n%v", start, err)
		}
	}
}

func TestUnreadable(t *testing.T) {
	tests := []struct{ name, file, data, want string }{
		{"picture", "a", "\x89PNG\x0d\x0a\x1a\x0a", "a: is a picture"},
		{"zip", "-", "PK\x03\x04", "standard input: is a compressed file"},
		{"table", "a.csv", "x,y", "muster count"},
		{"pointer", "a.txt", "version https://git-lfs.github.com/spec/v1\n", "a.txt: is a pointer to a large file"},
		{"empty text", "a.txt", " \n", "a.txt: expected text, found an empty file"},
		{"empty page", "a.html", "", "a.html: expected text"},
		{"empty lines", "a.jsonl", "\n\n", "a.jsonl: expected text"},
		{"page without text", "a.html", "<html><script>draw()</script>", "a.html: expected an article"},
		{"NUL", "a.txt", "te\x00xt", "bytes that are no text"},
		{"control characters", "a.txt", "\xc0\x01\x02\x03", "bytes that are no text"},
		{"cut within a character", "a.txt", "zwölf\nk\xc3", "end within a character on line 2"},
		{"damaged", "a.txt", "zwölf für\nk\xf6rper", "found 1 other bytes, the first on line 2"},
		{"front matter without end", "a.txt", "---\ntitle: x\n\nBody.", "a.txt:1: expected front matter to end"},
		{"front matter typo", "a.txt", "---\ntitle: ok\npublisher: The: Gazette\n---\nBody.", "a.txt:3: expected front matter"},
		{"front matter list", "a.txt", "---\nurl: x\ntitle: [a]\n---\nBody.", "a.txt:3: expected front matter"},
		{"front matter only", "a.txt", "---\ntitle: x\n---\n", "a.txt: expected text"},
		{"front matter date", "a.txt", "---\ntitle: x\npublished: 6/4/2025\n---\nBody.", "a.txt:3: published: expected a date such as 2025-06-04, found \"6/4/2025\""},
		{"deep page", "a.html", strings.Repeat("<div>", 100_000), "nested deeper than 512"},
		{"JSON array", "a.json", `[{"id":"a","text":"b"}]`, "a.json:1: expected an object {\"id\", \"text\", …} on one line, found: a JSON array"},
		{"JSON over several lines", "a.json", "{\n \"id\": \"a\"\n}\n", "a.json:1: expected one document a line, found JSON over several lines"},
		{"no UTF-8 in a line", "a.jsonl", "{\"id\":\"a\",\"text\":\"k\xf6\"}", "a.jsonl:1: expected UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.file, tt.data)
			if !errors.Is(err, ErrUnreadable) {
				t.Fatalf("error %v does not wrap ErrUnreadable", err)
			}
			if !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error\n%v\nwant one line with\n%s", err, tt.want)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	limits := Limits{Bytes: 20, Page: 20, Line: 40}
	long := strings.Repeat("a", 21)
	for _, file := range []string{"a.txt", "a.html"} {
		err := Read(t.Context(), file, strings.NewReader(long), limits, func(Document) error { return nil })
		if !errors.Is(err, ErrUnreadable) || !strings.Contains(err.Error(), "at most 20 bytes") {
			t.Errorf("%s: error %v does not name the limit", file, err)
		}
		if err := Read(t.Context(), file, strings.NewReader(long[:20]), limits, func(Document) error { return nil }); err != nil {
			t.Errorf("%s: at the limit: %v", file, err)
		}
	}
	var ids []string
	data := `{"id":"a","text":"` + strings.Repeat("a", 200_000) + "\"}\n" + `{"id":"b","text":"short"}` + "\n"
	err := Read(t.Context(), "a.jsonl", strings.NewReader(data), limits, func(d Document) error { ids = append(ids, d.ID); return nil })
	if err == nil || !strings.HasPrefix(err.Error(), "a.jsonl:1: expected a line of at most 40 bytes") {
		t.Errorf("error %v does not name line and limit", err)
	}
	if len(ids) != 1 || ids[0] != "b" {
		t.Errorf("got %v, want the line below the long one", ids)
	}
}

func TestManyBadLinesAreCounted(t *testing.T) {
	_, err := read(t, "a.jsonl", strings.Repeat("x\n", 250))
	if lines := strings.Split(err.Error(), "\n"); len(lines) != badLines+1 || lines[badLines] != "a.jsonl: 150 more lines cannot be read" {
		t.Errorf("got %d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}

func TestEmitErrorAndContextComeBackAsTheyAre(t *testing.T) {
	stop := errors.New("stop")
	for _, file := range []string{"a.txt", "a.html", "a.jsonl"} {
		err := Read(t.Context(), file, strings.NewReader(`{"text":"body"}`), DefaultLimits(), func(Document) error { return stop })
		if err != stop {
			t.Errorf("%s: got %v, want the error of emit", file, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		err = Read(ctx, file, strings.NewReader(`{"text":"body"}`), DefaultLimits(), func(Document) error { return nil })
		if !errors.Is(err, context.Canceled) || errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: got %v, want the context's error", file, err)
		}
	}
}

func TestLongInputTakesNoLongTime(t *testing.T) {
	if testing.Short() {
		t.Skip("reads tens of megabytes")
	}
	words := strings.Repeat("about 300 of the crews ", 450_000) // 10 MB in one line
	inputs := map[string]string{
		"a.txt":    words,
		"a.jsonl":  `{"id":"a","text":"` + words + `"}`,
		"b.html":   strings.Repeat("<p>about 300 of the crews</p>", 50_000),
		"c.html":   strings.Repeat("<b><i>about 300", 200),
		"d.html":   "<p>" + strings.Repeat("<a href=x>about</a>", 30_000),
		"e.html":   strings.Repeat("<table><tr><td>300", 120),
		"f.html":   strings.Repeat("<dl><dt>a<dd><div>", 150) + "300",
		"g.html":   strings.Repeat("<dd><div><dt>a</dt>", 150) + "300",
		"h.html":   strings.Repeat("<div class='related share ad body-text promo'>about ", 400) + strings.Repeat("<p class=related><span class=share>about 300 crews</span>", 20_000),
		"i.html":   strings.Repeat("<header><figure>", 240) + strings.Repeat("<p>300", 20_000),
		"j.html":   strings.Repeat("<div class='article-body'><p>about 300</p></div>", 20_000),
		"a.xml":    "<rss><channel>" + strings.Repeat("<item><title>about 300</title><description>a &lt;b>", 20_000) + strings.Repeat("</item>", 20_000),
		"b.xml":    "<rss><channel>" + strings.Repeat("<item><guid>x</guid><title>about 300</title></item>", 20_000),
		"a.eml":    "Subject: a\n\n" + strings.Repeat("From: a@b\nTo: c\n", 100_000) + "about 300",
		"b.eml":    "Subject: a\n\n" + strings.Repeat("On 3 June\n", 200_000) + "about 300",
		"a.mbox":   strings.Repeat("From a\nSubject: b\n\nabout 300\n\n", 20_000),
		"attr.txt": "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f]\n---\nBody.",
	}
	for name, data := range inputs {
		start := time.Now()
		docs, err := read(t, name, data)
		if len(docs) == 0 && err == nil {
			t.Errorf("%s: got %d documents, error %v", name, len(docs), err)
		}
		t.Logf("%s: %d bytes in %v", name, len(data), time.Since(start).Round(time.Millisecond))
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func TestLinesAreStreamed(t *testing.T) {
	const lines = 20_000
	data := &counting{Reader: strings.NewReader(strings.Repeat(`{"text":"`+strings.Repeat("about 300 crews ", 20)+`"}`+"\n", lines))}
	documents, furthest := 0, 0
	err := Read(t.Context(), "a.jsonl", data, DefaultLimits(), func(d Document) error {
		documents++
		furthest = max(furthest, data.read-documents*len(d.Text))
		return nil
	})
	if err != nil || documents != lines {
		t.Fatalf("%d documents, error %v", documents, err)
	}
	// The keys of a line are read besides its text.
	if ahead := furthest - lines*len(`{"text":""}`+"\n"); ahead > 256<<10 {
		t.Errorf("%d bytes were read ahead of what was handed on", ahead)
	}
}

// counting counts the bytes read.
type counting struct {
	*strings.Reader
	read int
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.read += n
	return n, err
}
