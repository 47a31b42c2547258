package documents

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
)

var (
	errLocked  = errors.New("is a PDF that asks for a password; open it with the password in a PDF viewer and print it to a new PDF")
	errPicture = errors.New("is a PDF of pictures without text, as from a scanner; recognise its letters with a free program (`ocrmypdf in.pdf out.pdf`), check the numbers, and read the new file")
	errLetters = errors.New("is a PDF that does not say which letters its shapes stand for; recognise them with a free program (`ocrmypdf --force-ocr in.pdf out.pdf`), check the numbers, and read the new file")
	errNoPage  = errors.New("expected text, found a PDF without pages; save the article again")
)

// pageTime bounds the reading of one page.
const pageTime = time.Minute

// readPDF reads a PDF: its paragraphs in reading order, without page numbers
// and the lines that repeat on every page. The days in a PDF's own data say
// when a program wrote the file, not when it was published, and are not used;
// nor is its author, who is often a private person.
func readPDF(ctx context.Context, s source, emit func(Document) error) error {
	raw, err := s.all(s.limits.Bytes)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	doc := Document{ID: s.name, MediaType: "application/pdf", SHA256: digest(raw)}
	var scans []string // numbers of pages
	if err := s.pdf.with(ctx, pageTime, func(in pdfium.Pdfium, goesOn func()) error {
		scans, err = fillFromPDF(in, raw, s.limits, goesOn, &doc)
		return err
	}); err != nil {
		return unreadable(s.name, 0, err)
	}
	s.guess.fill(&doc, s.name)
	if err := emit(doc); err != nil || len(scans) == 0 {
		return err
	}
	const most = 10
	return unreadable(s.name, 0, fmt.Errorf("expected text on every page, found %d that are pictures (page %s); recognise their letters with a free program (`ocrmypdf --skip-text in.pdf out.pdf`), check the numbers, and read the new file (the other pages were read)",
		len(scans), strings.Join(scans[:min(most, len(scans))], ", ")))
}

// fillFromPDF fills the document, and returns the numbers of the pages that are
// pictures without text.
func fillFromPDF(in pdfium.Pdfium, raw []byte, limits Limits, goesOn func(), doc *Document) (scans []string, err error) {
	opened, err := in.OpenDocument(&requests.OpenDocument{File: &raw})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return nil, errLocked
	case err != nil:
		return nil, errors.New("expected a PDF, found one that is broken or cut off; fetch it again, or open it in a PDF viewer and print it to a new PDF")
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, fmt.Errorf("expected a PDF, found one whose pages cannot be counted: %w", err)
	}
	if count.PageCount == 0 {
		return nil, errNoPage
	}
	if count.PageCount > limits.Pages {
		return nil, fmt.Errorf("expected at most %d pages, found %d; cut the file into smaller ones", limits.Pages, count.PageCount)
	}
	var pages []pdfPage
	glyphs, unknown, held := 0, 0, int64(0)
	for i := range count.PageCount {
		goesOn()
		page, err := readPDFPage(in, opened.Document, i)
		if err != nil {
			return nil, fmt.Errorf("expected a sound PDF, found a page %d that cannot be read; open the file in a PDF viewer and print it to a new PDF", i+1)
		}
		if page.scan {
			scans = append(scans, strconv.Itoa(i+1))
		}
		glyphs += page.glyphs
		unknown += page.unknown
		if held += int64(page.glyphs); held > limits.Page {
			return nil, fmt.Errorf("expected at most %d million letters, found more; cut the file into smaller ones", limits.Page/1e6)
		}
		page.words = withoutNoteMarks(page.words)
		pages = append(pages, page)
	}
	switch {
	case glyphs == 0:
		return nil, errPicture
	case unknown*2 > glyphs:
		return nil, errLetters
	case unknown > 0:
		doc.Guessed = append(doc.Guessed, "charset")
	}
	var lines []textLine
	for i, page := range withoutRunning(pages) {
		lines = append(lines, linesOf(page.words, i+1)...)
	}
	if len(lines) == 0 {
		return nil, errPicture
	}
	parts := paragraphsOf(lines)
	about := map[string]string{}
	if data, err := in.GetMetaData(&requests.GetMetaData{Document: opened.Document, Tags: &[]string{"Title"}}); err == nil {
		for _, tag := range data.Tags {
			about[tag.Tag] = oneLine(strings.ToValidUTF8(tag.Value, ""))
		}
	}
	if language, err := in.FPDFCatalog_GetLanguage(&requests.FPDFCatalog_GetLanguage{Document: opened.Document}); err == nil {
		doc.Language = oneLine(strings.ToValidUTF8(language.Language, ""))
	}
	doc.Title, parts = pdfTitle(about["Title"], parts, bodySize(lines))
	doc.Text, doc.Pages = pdfText(doc.Title, parts, newHyphens(lines))
	return scans, nil
}

// pdfTitle returns the heading in the largest type near the top of the first
// page, and the paragraphs without it; else the title that the file has of
// itself, where it is no file name.
func pdfTitle(own string, parts []paragraph, size float64) (string, []paragraph) {
	const first, longest = 12, 300
	plain := hyphens{}
	best := -1
	for i, p := range parts[:min(first, len(parts))] {
		text := p.joined(plain)
		if p.kind == tableRow || p.lines[0].page > 1 || len(text) > longest {
			continue
		}
		if own != "" && sameTitle(text, own) {
			best = i
			break
		}
		if large := p.size > 1.3*size || p.size > 1.15*size && strings.Contains(text, " "); large && letters(text) > 3 && (best < 0 || p.size > 1.05*parts[best].size) {
			best = i
		}
	}
	if best >= 0 {
		title := oneLine(parts[best].joined(plain))
		return title, append(append([]paragraph{}, parts[:best]...), parts[best+1:]...)
	}
	if fileTitle(own) {
		own = ""
	}
	return own, parts
}

func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// fileTitle reports whether a title is one that programs make up.
func fileTitle(title string) bool {
	lower := strings.ToLower(title)
	for _, mark := range []string{"microsoft word", "microsoft power", "untitled", "untitel", ".doc", ".pdf", ".indd", ".qxd", ".htm", ".odt", ".ppt", ".xls", ".tex", ".dvi", "file:", "http:", "https:"} {
		if strings.Contains(lower, mark) {
			return true
		}
	}
	return !strings.Contains(title, " ")
}

// joined is the paragraph on one line.
func (p paragraph) joined(h hyphens) string {
	text := ""
	for i, l := range p.lines {
		if i == 0 {
			text = l.text()
		} else {
			text = h.join(text, l.text())
		}
	}
	return text
}

// pdfText writes the title, a blank line, and each paragraph on one line with
// a blank line between; rows of a table have none. It says where pages start.
func pdfText(title string, parts []paragraph, h hyphens) (string, []PageStart) {
	var out strings.Builder
	var starts []PageStart
	length := 0 // of out in code points
	write := func(s string) {
		out.WriteString(s)
		length += utf8.RuneCountInString(s)
	}
	page := func(n int) {
		if len(starts) == 0 || starts[len(starts)-1].Page != n {
			starts = append(starts, PageStart{Page: n, Start: length})
		}
	}
	if title != "" {
		page(1)
		write(title)
	}
	for i, p := range parts {
		switch {
		case i > 0 && p.kind == tableRow && parts[i-1].kind == tableRow:
			write("\n")
		case out.Len() > 0:
			write("\n\n")
		}
		text := p.lines[0].text()
		page(p.lines[0].page)
		for _, l := range p.lines[1:] {
			joined := h.join(text, l.text())
			if n := starts[len(starts)-1].Page; l.page != n {
				// The part that stands on the page before, without its hyphen.
				kept := len(joined) - len(l.text())
				write(joined[:kept])
				page(l.page)
				joined = joined[kept:]
			}
			text = joined
		}
		write(text)
	}
	return out.String(), starts
}
