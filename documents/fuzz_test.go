package documents

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// fuzz checks what holds of every input: a document has text that is valid
// UTF-8, reading twice gives the same, and an error is one line a problem.
func fuzz(f *testing.F, name string, seeds ...string) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
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
			if d.Title != "" && name != "a.jsonl" && !strings.HasPrefix(d.Text, d.Title) {
				t.Fatalf("text %q does not start with the title %q", d.Text, d.Title)
			}
		}
		again, _ := read(t, name, data)
		if len(again) != len(docs) || len(docs) > 0 && again[0].Text != docs[0].Text {
			t.Fatal("reading again gives another text")
		}
	})
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
