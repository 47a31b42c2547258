package synthetic

import (
	"archive/zip"
	"bufio"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"time"
)

// WriteCSV writes a file of so many rows, with its columns in the first line.
func WriteCSV(to io.Writer, rows int, seed uint64) error {
	w := csv.NewWriter(bufio.NewWriterSize(to, 1<<20))
	if err := w.Write(Columns()); err != nil {
		return err
	}
	made := NewRows(seed)
	for range rows {
		if err := w.Write(made.Next()); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// WriteWorkbook writes a workbook of so many rows as offices release them:
// several sheets, on each a preamble and the columns in row 7; words shared,
// dates as serial numbers.
func WriteWorkbook(to io.Writer, rows, sheets int, seed uint64) error {
	const kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	file := zip.NewWriter(to)
	part := func(name string, write func(w *bufio.Writer) error) error {
		f, err := file.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		w := bufio.NewWriterSize(f, 1<<20)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	}
	text := func(name, text string) error {
		return part(name, func(w *bufio.Writer) error { _, err := w.WriteString(text); return err })
	}
	list, related := "", ""
	for i := range sheets {
		list += fmt.Sprintf(`<sheet name="Arrests %d" sheetId="%d" r:id="s%d"/>`, i+1, i+1, i+1)
		related += fmt.Sprintf(`<Relationship Id="s%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, i+1, kind, i+1)
	}
	related += `<Relationship Id="y" Type="` + kind + `styles" Target="styles.xml"/><Relationship Id="w" Type="` + kind + `sharedStrings" Target="sharedStrings.xml"/>`
	for _, p := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`},
		{"_rels/.rels", `<Relationships><Relationship Id="b" Type="` + kind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + list + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships>` + related + `</Relationships>`},
		{"xl/styles.xml", `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="14"/></cellXfs></styleSheet>`},
	} {
		if err := text(p[0], p[1]); err != nil {
			return err
		}
	}
	shared := &sharedWords{numbers: map[string]int{}}
	made := NewRows(seed)
	for i := range sheets {
		err := part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), func(w *bufio.Writer) error {
			return writeSheet(w, made, rows/sheets+min(1, max(0, rows%sheets-i)), shared)
		})
		if err != nil {
			return err
		}
	}
	if err := part("xl/sharedStrings.xml", shared.write); err != nil {
		return err
	}
	return file.Close()
}

// sharedWords gives numbers to the words of all sheets.
type sharedWords struct {
	numbers map[string]int
	list    []string
}

func (s *sharedWords) of(word string) int {
	n, ok := s.numbers[word]
	if !ok {
		n = len(s.list)
		s.numbers[word] = n
		s.list = append(s.list, word)
	}
	return n
}

func (s *sharedWords) write(w *bufio.Writer) error {
	w.WriteString("<sst>")
	for _, word := range s.list {
		w.WriteString("<si><t>")
		if err := xml.EscapeText(w, []byte(word)); err != nil {
			return err
		}
		w.WriteString("</t></si>")
	}
	_, err := w.WriteString("</sst>")
	return err
}

func writeSheet(w *bufio.Writer, made *Rows, rows int, shared *sharedWords) error {
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>`)
	for i, line := range Preamble() {
		fmt.Fprintf(w, `<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>`, i+1, i+1, shared.of(line))
	}
	number := len(Preamble()) + 1
	writeRow(w, number, Columns(), shared)
	for range rows {
		number++
		writeRow(w, number, made.Next(), shared)
	}
	_, err := w.WriteString(`</sheetData></worksheet>`)
	return err
}

func writeRow(w *bufio.Writer, number int, cells []string, shared *sharedWords) {
	fmt.Fprintf(w, `<row r="%d" spans="1:%d">`, number, len(cells))
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		place := string(rune('A'+i)) + strconv.Itoa(number)
		at, err := time.Parse(time.DateTime, cell)
		style := 1
		if err != nil {
			at, err = time.Parse(time.DateOnly, cell)
			style = 2
		}
		w.WriteString(`<c r="`)
		w.WriteString(place)
		if err == nil {
			days := at.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
			fmt.Fprintf(w, `" s="%d"><v>%s</v></c>`, style, strconv.FormatFloat(days, 'g', 17, 64))
			continue
		}
		w.WriteString(`" t="s"><v>`)
		w.WriteString(strconv.Itoa(shared.of(cell)))
		w.WriteString(`</v></c>`)
	}
	w.WriteString("</row>")
}
