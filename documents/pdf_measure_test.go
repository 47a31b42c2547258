package documents

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// TestAgainstPdftotext compares words with those that Poppler's pdftotext
// finds, in the PDFs of testdata and in those of the folder MUSTER_PDFS. The
// order is not compared. Ours lack page numbers, running lines, slanted text
// and marks of footnotes, so that their words in ours are fewer.
func TestAgainstPdftotext(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("MUSTER_FULL") != "" {
			t.Fatal("no pdftotext (of poppler-utils), and MUSTER_FULL is set")
		}
		t.Skip("pdftotext is not installed")
	}
	files, _ := filepath.Glob("testdata/pdf/*.pdf")
	if dir := os.Getenv("MUSTER_PDFS"); dir != "" {
		more, _ := filepath.Glob(filepath.Join(dir, "*.pdf"))
		files = append(files, more...)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := readPDFBytes(t, file, raw)
		if err != nil {
			t.Logf("%v", err)
			continue
		}
		theirs, err := exec.Command(tool, "-enc", "UTF-8", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		ours, other := countWords(d.Text), countWords(strings.ReplaceAll(string(theirs), "-\n", ""))
		shared, our, their := 0, 0, 0
		for w, n := range ours {
			our += n
			shared += min(n, other[w])
		}
		for _, n := range other {
			their += n
		}
		t.Logf("%s: %.2f %% of our %d words are theirs, %.2f %% of their %d ours", filepath.Base(file), 100*float64(shared)/float64(our), our, 100*float64(shared)/float64(their), their)
		if strings.HasPrefix(file, "testdata") && shared*100 < our*98 {
			t.Errorf("%s: of our %d words only %d are in pdftotext's", file, our, shared)
		}
	}
}

func countWords(text string) map[string]int {
	out := map[string]int{}
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != ',' }) {
		if w = strings.Trim(w, ".,"); w != "" {
			out[w]++
		}
	}
	return out
}

// BenchmarkPDF reads 100 pages in two columns; MB/s are of the text.
func BenchmarkPDF(b *testing.B) {
	var kids, pages []string
	for n := range 100 {
		var content strings.Builder
		for column := range 2 {
			for l := range 50 {
				content.WriteString(at(50+column*270, 760-l*14, 9, fmt.Sprintf("The office sent %d people to place %d, more than the plan", n*l+100, l)))
			}
		}
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*n))
		pages = append(pages, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", 5+2*n), stream("", content.String()))
	}
	raw := made(append([]string{"<< /Type /Catalog /Pages 2 0 R >>", fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count 100 >>", strings.Join(kids, " ")),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"}, pages...)...)
	length := 0
	for b.Loop() {
		if err := pdfReader().Read(b.Context(), "a.pdf", bytes.NewReader(raw), func(d Document) error { length = len(d.Text); return nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(length))
}

// BenchmarkPDFStart starts the engine with its cache filled.
func BenchmarkPDFStart(b *testing.B) {
	for b.Loop() {
		engine := &pdfEngine{cache: pdfReader().pdf.cache}
		if _, err := engine.start(); err != nil {
			b.Fatal(err)
		}
		_ = engine.close()
	}
}
