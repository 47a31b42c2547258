package table

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"
)

// openWorkbook reads what a workbook says of itself (ECMA-376 part 1, 18.2).
func openWorkbook(data io.ReaderAt, size int64, limits Limits) (*Book, error) {
	archive, err := zip.NewReader(data, size)
	if err != nil {
		return nil, fmt.Errorf("expected a workbook, found one that is cut off or damaged (%w); get the file again", err)
	}
	if isOpenDocument(archive) {
		return openDocument(archive, limits)
	}
	w := &workbook{archive: archive, limits: limits, parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		w.parts[strings.TrimPrefix(strings.ToLower(f.Name), "/")] = f
	}
	main := w.mainPart()
	switch {
	case strings.HasSuffix(main, ".bin"):
		return nil, fmt.Errorf("expected a workbook, found a binary one (.xlsb), which %w; save it as .xlsx", ErrNotRead)
	case main == "":
		return nil, fmt.Errorf("expected a workbook, found an archive without one, which %w; unpack it and read its files", ErrNotRead)
	}
	return w.book(main)
}

// workbook is an XLSX file. Words and styles that its sheets share are read
// when the first sheet asks for them.
type workbook struct {
	archive *zip.Reader
	limits  Limits
	parts   map[string]*zip.File // by lower-case name
	main    string
	epoch   epoch

	once    sync.Once
	err     error
	strings sharedStrings
	dates   []bool // by style: its numbers are dates
}

// relation is a line of a .rels part: what a part goes by elsewhere.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relations returns what a part refers to, with targets as lower-case names.
func (w *workbook) relations(of string) ([]relation, error) {
	folder, name := path.Split(of)
	var found struct {
		Relations []relation `xml:"Relationship"`
	}
	if err := w.decode(folder+"_rels/"+name+".rels", &found); err != nil {
		return nil, err
	}
	for i, r := range found.Relations {
		target := strings.ToLower(r.Target)
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", folder, target)
		}
		found.Relations[i].Target = strings.TrimPrefix(target, "/")
	}
	return found.Relations, nil
}

// mainPart returns the name of the part that lists the sheets; "" for none.
func (w *workbook) mainPart() string {
	relations, _ := w.relations("")
	for _, r := range relations {
		if strings.HasSuffix(r.Type, "/officeDocument") && w.parts[r.Target] != nil {
			return r.Target
		}
	}
	for _, name := range []string{"xl/workbook.xml", "xl/workbook.bin"} {
		if w.parts[name] != nil {
			return name
		}
	}
	return ""
}

func (w *workbook) book(main string) (*Book, error) {
	w.main = main
	var found struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			Other string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := w.decode(main, &found); err != nil {
		return nil, err
	}
	if d := found.Properties.Date1904; d == "1" || d == "true" {
		w.epoch = epoch1904
	}
	relations, err := w.relations(main)
	if err != nil {
		return nil, err
	}
	targets := map[string]relation{}
	for _, r := range relations {
		targets[r.ID] = r
	}
	book := &Book{Format: "XLSX"}
	for _, s := range found.Sheets {
		r := targets[s.ID+s.Other]
		part := w.parts[r.Target]
		if part == nil || !strings.HasSuffix(r.Type, "/worksheet") {
			continue // a sheet that is a chart, or a macro
		}
		book.Sheets = append(book.Sheets, &Sheet{Name: s.Name, Hidden: s.State == "hidden" || s.State == "veryHidden", source: &sheetSource{w, part}})
	}
	if len(book.Sheets) == 0 {
		return nil, errors.New("expected a sheet, found a workbook without one; save it again")
	}
	return book, nil
}

// open returns the bytes of a part, unpacked and bounded.
func (w *workbook) open(part *zip.File) (io.ReadCloser, error) {
	data, err := part.Open()
	if err != nil {
		return nil, damaged(err)
	}
	return struct {
		io.Reader
		io.Closer
	}{&bounded{data, w.limits.Unpacked}, data}, nil
}

func damaged(err error) error {
	return fmt.Errorf("expected a workbook, found one that is damaged (%w); get the file again", err)
}

// largestPart bounds the parts that are not streamed, in bytes.
const largestPart = 64 << 20

// decode reads a small part; one that is not there is empty.
func (w *workbook) decode(name string, into any) error {
	part := w.parts[strings.ToLower(name)]
	if part == nil {
		return nil
	}
	data, err := w.open(part)
	if err != nil {
		return err
	}
	defer data.Close()
	decoder := xml.NewDecoder(&bounded{data, largestPart})
	decoder.CharsetReader = func(_ string, data io.Reader) (io.Reader, error) { return data, nil }
	if err := decoder.Decode(into); err != nil && err != io.EOF {
		return damaged(oneLine(err))
	}
	return nil
}

// oneLine keeps the error of another library from repeating what lies in the file.
func oneLine(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("line %d is no XML", syntax.Line)
	}
	return err
}

// shared reads what the cells of all sheets refer to.
func (w *workbook) shared() error {
	w.once.Do(func() {
		relations, err := w.relations(w.main)
		if err != nil {
			w.err = err
			return
		}
		for _, r := range relations {
			switch {
			case strings.HasSuffix(r.Type, "/styles"):
				err = w.readStyles(r.Target)
			case strings.HasSuffix(r.Type, "/sharedStrings"):
				err = w.readStrings(r.Target)
			}
			if err != nil {
				w.err = err
				return
			}
		}
	})
	return w.err
}

// readStyles tells for each style of cells whether its numbers are dates.
func (w *workbook) readStyles(name string) error {
	var found struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.decode(name, &found); err != nil {
		return err
	}
	own := map[int]bool{}
	for _, f := range found.Formats {
		own[f.ID] = isDateFormat(f.Code)
	}
	for _, c := range found.Cells {
		date, told := own[c.Format]
		w.dates = append(w.dates, date || !told && isBuiltinDate(c.Format))
	}
	return nil
}

// sheetSource is a sheet of a workbook.
type sheetSource struct {
	book *workbook
	part *zip.File
}

func (s *sheetSource) rows(_ context.Context, columns []int) (rowReader, error) {
	if err := s.book.shared(); err != nil {
		return nil, err
	}
	data, err := s.book.open(s.part)
	if err != nil {
		return nil, err
	}
	ahead := readAhead(data)
	return &sheetRows{book: s.book, data: ahead, tokens: newTokens(ahead, s.book.limits.Cell), last: -1, asked: asked(columns)}, nil
}

// asked tells by column whether it is asked for; nil for all.
func asked(columns []int) []bool {
	var list []bool
	for _, c := range columns {
		for len(list) <= c {
			list = append(list, false)
		}
		list[c] = true
	}
	return list
}

func (s *sheetSource) merges(ctx context.Context) ([]Range, error) {
	data, err := s.book.open(s.part)
	if err != nil {
		return nil, err
	}
	defer data.Close()
	tokens := newTokens(data, s.book.limits.Cell)
	var found []Range
	for read := 0; ; read++ {
		if read%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		t, err := tokens.next()
		if err == io.EOF {
			return found, nil
		}
		if err != nil {
			return nil, damaged(err)
		}
		if t.kind != textToken && t.kind != endTag && string(t.name) == "mergeCell" {
			from, to, _ := bytes.Cut(attribute(t.rest, "ref"), []byte(":"))
			var r Range
			var ok, also bool
			r.FirstRow, r.FirstColumn, ok = place(from)
			if r.LastRow, r.LastColumn, also = place(to); ok && also && len(found) < 1e6 {
				found = append(found, r)
			}
		}
	}
}

// bounded reads at most left bytes and then fails.
type bounded struct {
	data io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errors.New("it unpacks to more than Muster reads; save it as several smaller files")
	}
	n, err := b.data.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if err == io.ErrUnexpectedEOF {
		err = errors.New("what it unpacks from is cut off") // no mere end of what is read
	}
	return n, err
}
