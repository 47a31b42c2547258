package pages

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"muster/claims"
)

// However marks lie, the pieces together are the text.
func TestPiecesKeepTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		size := len([]rune(text))
		var marks []mark
		for range rapid.IntRange(0, 6).Draw(t, "marks") {
			marks = append(marks, mark{Kind: "figure", ID: "f", Start: rapid.IntRange(-2, size+2).Draw(t, "start"), End: rapid.IntRange(-2, size+2).Draw(t, "end")})
		}
		out := ""
		for _, p := range pieces(text, marks) {
			out += p.Text
		}
		if out != string([]rune(text)) {
			t.Fatalf("pieces give %q for %q", out, text)
		}
	})
}

func TestPiecesInside(t *testing.T) {
	list := pieces("some 900 soldiers", []mark{{"source", "", 0, 17}, {"figure", "f1", 5, 8}})
	var got []string
	for _, p := range list {
		got = append(got, p.Mark.Kind+":"+p.Text)
	}
	if want := "source:some |figure:900|source: soldiers"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", strings.Join(got, "|"), want)
	}
}

func TestMarked(t *testing.T) {
	state := fixture(t)
	reading := claims.Reading{ID: "clear-ridge.txt", Document: claims.Header{Title: `Fires & <b>"smoke"</b>`, Publisher: "The Valley Ledger", Published: "2025-06-04"}}
	for _, f := range state.Figures {
		if f.Document == "d1" {
			reading.Figures = append(reading.Figures, f.Claim)
		}
	}
	var out bytes.Buffer
	if err := Marked(&out, valleyText, reading); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems(root) {
		t.Error(problem)
	}
	if strings.Contains(page, `rel="stylesheet"`) || strings.Contains(page, "<b>") {
		t.Error("the page needs another file, or a title became markup")
	}
	if strings.Contains(page, "ZgotmplZ") {
		t.Error("the style was refused")
	}
	for _, want := range []string{`id="f1"`, `href="#row-f1"`, `id="row-f1"`, `href="#f1"`, "more than 5,000</a>"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	each(root, func(n *html.Node) {
		if class, _ := attribute(n, "class"); class == "text" && text(n) != valleyText {
			t.Errorf("the text changed: %q", text(n))
		}
	})
	before, rest, _ := strings.Cut(page, "<style>")
	_, after, _ := strings.Cut(rest, "</style>")
	golden(t, "marked.html", before+after)
}
