package documents

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/klippa-app/go-pdfium"
)

// pdfReader is one reader for all tests, with its engine kept between runs.
var pdfReader = sync.OnceValue(func() *Reader {
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "muster-test")
	}
	return NewReader(DefaultLimits(), cache)
})

func readPDFBytes(t *testing.T, name string, raw []byte) (Document, error) {
	t.Helper()
	var doc Document
	err := pdfReader().Read(t.Context(), name, bytes.NewReader(raw), func(d Document) error {
		doc = d
		return nil
	})
	return doc, err
}

// TestGoldenPDFs reads what browsers, TeX, groff and LibreOffice make; see
// testdata/pdf/make.sh.
func TestGoldenPDFs(t *testing.T) {
	for _, name := range []string{"plan", "report", "memo", "letter", "restricted"} {
		t.Run(name, func(t *testing.T) {
			path := "testdata/pdf/" + name + ".pdf"
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := readPDFBytes(t, path, raw)
			if err != nil {
				t.Fatal(err)
			}
			got := fmt.Sprintf("title: %s\npublisher: %s\npublished: %s\nlanguage: %s\nmedia type: %s\nguessed: %v\npages: %v\n\n%s\n",
				d.Title, d.Publisher, d.Published, d.Language, d.MediaType, d.Guessed, d.Pages, d.Text)
			golden := strings.TrimSuffix(path, ".pdf") + ".golden"
			compareGolden(t, golden, got)
		})
	}
}

// made is a PDF written by hand: objects from 1, the first is the catalogue.
func made(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, object := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func stream(dictionary, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dictionary, len(content), content)
}

// onePage is a PDF of one page with Helvetica as F1, Helvetica-Bold as F2 and
// a layer L1 that is on and L2 that is off.
func onePage(content string) []byte {
	return made(
		"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R 7 0 R] /D << /Order [6 0 R 7 0 R] /ON [6 0 R] /OFF [7 0 R] >> >> >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 8 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> /Properties << /L1 6 0 R /L2 7 0 R >> >> >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
		"<< /Type /OCG /Name (Shown) >>",
		"<< /Type /OCG /Name (Not shown) >>",
		stream("", content))
}

// at sets a line of text in Helvetica.
func at(x, y int, size float64, text string) string {
	return fmt.Sprintf("BT /F1 %g Tf %d %d Td (%s) Tj ET\n", size, x, y, text)
}

func TestPDFText(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"lines become a paragraph", at(50, 700, 12, "The office sent 250 people to") + at(50, 686, 12, "the coast on Monday."), "The office sent 250 people to the coast on Monday."},
		{"hyphen goes", at(50, 700, 12, "The plan for the mobili-") + at(50, 686, 12, "sation of 250 people."), "The plan for the mobilisation of 250 people."},
		{"hyphen of a compound stays", at(50, 700, 12, "A plan of the federal-") + at(50, 686, 12, "state reserve for mid-") + at(50, 672, 12, "May."), "A plan of the federal-state reserve for mid-May."},
		{"words that begin like a compound", at(50, 700, 12, "The lawyers sent near-") + at(50, 686, 12, "ly 250 people, a high-") + at(50, 672, 12, "level official said."), "The lawyers sent nearly 250 people, a high-level official said."},
		{"number over two lines", at(50, 700, 12, "The office counted 1,-") + at(50, 686, 12, "000 people, or 10-") + at(50, 672, 12, "15 a house."), "The office counted 1,000 people, or 10-15 a house."},
		{"watermark is left out", at(50, 700, 12, "The office sent 250 people.") + "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT 99) Tj ET\n", "The office sent 250 people."},
		{"a page on its side is read", "BT /F1 12 Tf 0 1 -1 0 100 100 Tm (The office sent 250 people to) Tj ET\nBT /F1 12 Tf 0 1 -1 0 114 100 Tm (the coast on Monday.) Tj ET\n", "The office sent 250 people to the coast on Monday."},
		{"a layer that is off is left out", "/OC /L1 BDC\n" + at(50, 700, 12, "The office sent 250 people.") + "EMC\n/OC /L2 BDC\n" + at(50, 600, 12, "The office sent 900 people.") + "EMC\n", "The office sent 250 people."},
		{"text without ink is left out", at(50, 700, 12, "The office sent 250 people.") + "BT 3 Tr /F1 12 Tf 50 650 Td (Hidden 99) Tj ET\n", "The office sent 250 people."},
		{"text below a scan is read", "BT 3 Tr /F1 12 Tf 50 650 Td (The office sent 250 people.) Tj ET\n", "The office sent 250 people."},
		{"mark of a footnote", at(50, 700, 12, "The office counted 5,000") + at(186, 705, 7, "1") + at(191, 700, 12, " people.") + at(50, 100, 9, "Without volunteers, it says."), "The office counted 5,000 people.\n\nWithout volunteers, it says."},
		{"square metres", at(50, 700, 12, "A camp of 600 m") + at(139, 705, 7, "2") + at(144, 700, 12, " for 250 people."), "A camp of 600 m² for 250 people."},
		{"page number", at(50, 700, 12, "The office sent 250 people.") + at(280, 30, 12, "- 17 -"), "The office sent 250 people."},
		{"a table", at(50, 700, 12, "District") + at(200, 700, 12, "Sent") + at(300, 700, 12, "Arrived") + at(50, 680, 12, "Upper Valley") + at(200, 680, 12, "250") + at(300, 680, 12, "180") + at(50, 660, 12, "Delta") + at(200, 660, 12, "1,400") + at(300, 660, 12, "95"),
			"District\tSent\tArrived\nUpper Valley\t250\t180\nDelta\t1,400\t95"},
		{"heading apart", "BT /F2 12 Tf 50 700 Td (What was sent) Tj ET\n" + at(50, 686, 12, "The office sent 250 people."), "What was sent\n\nThe office sent 250 people."},
		{"a numbered list", at(50, 700, 12, "1. The office sends 250 people to the coast and asks for") + at(66, 686, 12, "another 100 people by the end of the week, or two.") + at(50, 672, 12, "2. The ministry sends none."), "1. The office sends 250 people to the coast and asks for another 100 people by the end of the week, or two.\n\n2. The ministry sends none."},
		{"paragraphs by indent", at(50, 700, 12, "The office sent 250 people to the coast, and") + at(50, 686, 12, "400 to the river in the first week of the month.") + at(65, 672, 12, "The ministry sent none.  It has not yet"), "The office sent 250 people to the coast, and 400 to the river in the first week of the month.\n\nThe ministry sent none. It has not yet"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := readPDFBytes(t, "a.pdf", onePage(tt.content))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, d.Text); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestLigaturesAreLetters(t *testing.T) {
	// A font of two-byte codes with a map to Unicode that has ligatures.
	cmap := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 4 beginbfchar <0001> <FB01> <0002> <0072> <0003> <0065> <0004> <FB00> endbfchar endcmap end end"
	font := []string{
		"<< /Type /Font /Subtype /Type0 /BaseFont /None /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>",
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /None /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 600 >>",
		stream("", cmap),
	}
	page := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 7 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
	}
	objects := append(append(page, font...), stream("", "BT /F1 12 Tf 50 700 Td <00010002000300040001> Tj ET"),
		"<< /Type /FontDescriptor /FontName /None /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>")
	d, err := readPDFBytes(t, "a.pdf", made(objects...))
	if err != nil || d.Text != "fireff"+"fi" {
		t.Errorf("got %q, error %v", d.Text, err)
	}
	// The same without the map: nobody can say what the shapes mean.
	objects[3] = strings.Replace(objects[3], "/ToUnicode 6 0 R", "", 1)
	if _, err := readPDFBytes(t, "a.pdf", made(objects...)); !errors.Is(err, errLetters) {
		t.Errorf("a font without a map gave the error %v", err)
	}
}

func TestUnreadablePDFs(t *testing.T) {
	whole, err := os.ReadFile("testdata/pdf/report.pdf")
	if err != nil {
		t.Fatal(err)
	}
	locked, err := os.ReadFile("testdata/pdf/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		raw  []byte
		want string
	}{
		{"empty", nil, "a.pdf: expected text, found an empty file"},
		{"no PDF", []byte("anything"), "a.pdf: expected a PDF, found a file that does not start as one"},
		{"only a head", []byte("%PDF-1.7\n"), "a.pdf: expected a PDF, found one that is broken or cut off"},
		{"cut off", whole[:200], "a.pdf: expected a PDF, found one that is broken or cut off"},
		{"password", locked, "a.pdf: is a PDF that asks for a password; open it with the password"},
		{"pictures only", onePage("100 0 0 100 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"), "a.pdf: is a PDF of pictures without text, as from a scanner; recognise its letters with a free program (`ocrmypdf in.pdf out.pdf`)"},
		{"no pages", made("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), "a.pdf: expected"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readPDFBytes(t, "a.pdf", tt.raw)
			if !errors.Is(err, ErrUnreadable) || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error\n%v\nwant one line with\n%s", err, tt.want)
			}
		})
	}
}

func TestScannedPageAmongOthers(t *testing.T) {
	scan := "600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"
	logo := "60 0 0 80 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"
	page := "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F1 9 0 R >> >> >>"
	raw := made("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>",
		fmt.Sprintf(page, 6), fmt.Sprintf(page, 7), fmt.Sprintf(page, 8), stream("", at(50, 700, 12, "The office sent 250 people.")), stream("", scan), stream("", logo),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	d, err := readPDFBytes(t, "a.pdf", raw)
	if d.Text != "The office sent 250 people." || !errors.Is(err, ErrUnreadable) || !strings.Contains(err.Error(), "found 1 that are pictures (page 2)") {
		t.Errorf("got %q, error %v", d.Text, err)
	}
}

func TestPDFIsBounded(t *testing.T) {
	report, err := os.ReadFile("testdata/pdf/report.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, limits := range map[string]Limits{"1 pages": {Bytes: 1e6, Page: 1e6, Pages: 1}, "letters": {Bytes: 1e6, Page: 100, Pages: 9}, "at most": {Bytes: 100, Page: 100, Pages: 9}} {
		reader := &Reader{limits, newGuesser(), newFurniture(), pdfReader().pdf}
		err := reader.Read(t.Context(), "a.pdf", bytes.NewReader(report), func(Document) error { return nil })
		if !errors.Is(err, ErrUnreadable) || !strings.Contains(err.Error(), name) {
			t.Errorf("limit of %s: error %v", name, err)
		}
	}
	// Forms within forms, each drawn eight times: 8^20 pieces of text.
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
		stream("", "/X Do"),
	}
	for i := range 20 {
		objects = append(objects, stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X %d 0 R >> >>", i+6), strings.Repeat("/X Do ", 8)))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
	defer cancel()
	start := time.Now()
	err = pdfReader().Read(ctx, "bomb.pdf", bytes.NewReader(made(objects...)), func(Document) error { return nil })
	if err == nil {
		t.Error("a PDF without text was read")
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("ended after %v, the context after 3 s", took)
	}
	// Without an end of the context, the time of a page ends it.
	err = pdfReader().pdf.with(t.Context(), 300*time.Millisecond, func(in pdfium.Pdfium, _ func()) error {
		_, err := fillFromPDF(in, made(objects...), DefaultLimits(), func() {}, &Document{})
		return err
	})
	if !errors.Is(err, errPDFTime) {
		t.Errorf("after the time of a page: %v", err)
	}
}

func TestPDFPanicIsAnError(t *testing.T) {
	err := pdfReader().pdf.with(t.Context(), time.Minute, func(pdfium.Pdfium, func()) error { panic("inside") })
	if err == nil || !strings.Contains(err.Error(), "print it to a new PDF") {
		t.Errorf("error %v", err)
	}
	if _, err := readPDFBytes(t, "a.pdf", onePage(at(50, 700, 12, "The office sent 250 people."))); err != nil {
		t.Errorf("the next PDF: %v", err)
	}
}

func TestPageAt(t *testing.T) {
	raw, err := os.ReadFile("testdata/pdf/report.pdf")
	if err != nil {
		t.Fatal(err)
	}
	d, err := readPDFBytes(t, "report.pdf", raw)
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]int{"Officials, floods": 1, "was, in this case": 1, "between 3,780 and": 2, "unable to correct it later": 2, "Internal review": 1, "Further work": 2, "last day of the session": 2} {
		at := strings.Index(d.Text, words)
		if at < 0 {
			t.Errorf("%q is not in the text", words)
			continue
		}
		if got := d.PageAt(utf8.RuneCountInString(d.Text[:at])); got != want {
			t.Errorf("%q stands on page %d, want %d", words, got, want)
		}
	}
	if got := (Document{}).PageAt(5); got != 0 {
		t.Errorf("a document without pages has page %d", got)
	}
}

func FuzzPDF(f *testing.F) {
	f.Add(onePage(at(50, 700, 12, "The office sent 250 people.")))
	f.Add(onePage(at(50, 700, 12, "1,-") + at(50, 686, 12, "000") + at(70, 690, 7, "1") + "BT 3 Tr /F1 -9 Tf 1 1 -1 1 5 5 Tm (a) ' ET"))
	for _, name := range []string{"letter", "memo", "locked"} {
		if raw, err := os.ReadFile("testdata/pdf/" + name + ".pdf"); err == nil {
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if !bytes.HasPrefix(raw, []byte("%PDF-")) {
			return
		}
		d, err := readPDFBytes(t, "a.pdf", raw)
		if err != nil {
			if !errors.Is(err, ErrUnreadable) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("error %q", err)
			}
			return
		}
		if strings.TrimSpace(d.Text) == "" || !utf8.ValidString(d.Text) || !strings.HasPrefix(d.Text, d.Title) {
			t.Fatalf("text %q, title %q", d.Text, d.Title)
		}
		last := -1
		for _, p := range d.Pages {
			if p.Start <= last && last > 0 || p.Start >= utf8.RuneCountInString(d.Text) || p.Page < 1 {
				t.Fatalf("pages %v of %d code points", d.Pages, utf8.RuneCountInString(d.Text))
			}
			last = p.Start
		}
	})
}

// FuzzLayout puts words anywhere on pages, without the engine.
func FuzzLayout(f *testing.F) {
	f.Add([]byte("0123456789abcdefghijklmnopqrstuvwxyz"))
	f.Add(bytes.Repeat([]byte{10, 20, 1, 12, 60, 20, 2, 12, 10, 30, 3, 12, 60, 30, 4, 12}, 8))
	texts := []string{"the", "fed-", "1", "1,-", "000", "*", "Officials", "said.", "•", "12.", "-", "“We", "Table", "\u00ad", "\ufffd", "–"}
	f.Fuzz(func(t *testing.T, data []byte) {
		pages := []pdfPage{{width: 600, height: 800}}
		for ; len(data) >= 4; data = data[4:] {
			last := &pages[len(pages)-1]
			if data[2]&0x80 != 0 && len(pages) < 5 {
				pages = append(pages, pdfPage{width: 600, height: 800})
			}
			x, y, size := 2.5*float64(data[0]), 3.2*float64(data[1]), 1+float64(data[3]%40)
			text := texts[data[2]%16]
			last.words = append(last.words, word{text: text, base: y, order: len(last.words), glued: data[3]&0x80 != 0,
				run: run{size: size, bold: data[3]&0x40 != 0}, box: box{x, y - 0.2*size, x + 0.5*size*float64(len(text)), y + 0.7*size}})
		}
		words := 0
		var lines []textLine
		for i := range pages {
			pages[i].words = withoutNoteMarks(pages[i].words)
		}
		for i, p := range withoutRunning(pages) {
			words += len(p.words)
			lines = append(lines, linesOf(p.words, i+1)...)
		}
		if len(lines) == 0 {
			return
		}
		title, parts := pdfTitle("", paragraphsOf(lines), bodySize(lines))
		text, starts := pdfText(title, parts, newHyphens(lines))
		if got := len(strings.Fields(text)); got == 0 || got > 2*words || !utf8.ValidString(text) {
			t.Fatalf("%d words became %d: %q", words, got, text)
		}
		for i, s := range starts {
			if s.Start > utf8.RuneCountInString(text) || i > 0 && s.Start < starts[i-1].Start {
				t.Fatalf("pages %v of %q", starts, text)
			}
		}
	})
}
