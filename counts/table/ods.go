package table

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// openDocument reads which sheets an OpenDocument spreadsheet has (OASIS
// OpenDocument 1.3, part 3). All of them lie in one part, which is streamed.
func openDocument(archive *zip.Reader, limits Limits) (*Book, error) {
	o := &document{limits: limits}
	for _, f := range archive.File {
		switch f.Name {
		case "content.xml":
			o.content = f
		case "META-INF/manifest.xml":
			if part, err := readPart(f, limits); err == nil && bytes.Contains(part, []byte("encryption-data")) {
				return nil, fmt.Errorf("expected a spreadsheet, found one behind a password, which %w; open it, take the password off and save it", ErrNotRead)
			}
		}
	}
	if o.content == nil {
		return nil, errors.New("expected a spreadsheet, found an OpenDocument file without content; save it again")
	}
	tokens, closer, err := o.tokens()
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	book := &Book{Format: "ODS"}
	hidden := map[string]bool{} // styles of tables
	style, depth := "", 0
	for {
		t, err := tokens.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, damaged(err)
		}
		switch name := string(t.name); {
		case name == "style" && t.kind == startTag:
			style = string(attribute(t.rest, "style:name"))
		case name == "table-properties" && string(attribute(t.rest, "table:display")) == "false":
			hidden[style] = true
		case name == "table" && t.kind == startTag:
			if depth++; depth == 1 {
				name := string(unescape(nil, attribute(t.rest, "table:name")))
				book.Sheets = append(book.Sheets, &Sheet{Name: name, Hidden: hidden[string(attribute(t.rest, "table:style-name"))], source: &documentSheet{o, len(book.Sheets)}})
			}
		case name == "table" && t.kind == endTag:
			depth--
		}
	}
	if len(book.Sheets) == 0 {
		return nil, errors.New("expected a sheet, found a spreadsheet without one; save it again")
	}
	return book, nil
}

func readPart(f *zip.File, limits Limits) ([]byte, error) {
	data, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer data.Close()
	return io.ReadAll(&bounded{data, min(largestPart, limits.Unpacked)})
}

// isOpenDocument reports whether an archive is a spreadsheet in OpenDocument.
func isOpenDocument(archive *zip.Reader) bool {
	for _, f := range archive.File {
		if f.Name == "mimetype" {
			kind, err := readPart(f, DefaultLimits())
			return err == nil && strings.HasPrefix(string(kind), "application/vnd.oasis.opendocument.spreadsheet")
		}
	}
	return false
}

type document struct {
	content *zip.File
	limits  Limits
}

func (o *document) tokens() (*tokens, io.Closer, error) {
	data, err := o.content.Open()
	if err != nil {
		return nil, nil, damaged(err)
	}
	ahead := readAhead(struct {
		io.Reader
		io.Closer
	}{&bounded{data, o.limits.Unpacked}, data})
	return newTokens(ahead, o.limits.Cell), ahead, nil
}

// documentSheet is the sheet with a number.
type documentSheet struct {
	document *document
	number   int
}

func (s *documentSheet) rows(context.Context, []int) (rowReader, error) {
	tokens, closer, err := s.document.tokens()
	if err != nil {
		return nil, err
	}
	return &documentRows{tokens: tokens, closer: closer, skip: s.number, limit: s.document.limits.Cell}, nil
}

func (s *documentSheet) merges(ctx context.Context) ([]Range, error) {
	rows, err := s.rows(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer rows.close()
	r := rows.(*documentRows)
	r.merged = []Range{}
	for {
		if _, err := r.next(); err == io.EOF {
			return r.merged, nil
		} else if err != nil {
			return nil, err
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

// documentRows reads the rows of one sheet.
type documentRows struct {
	tokens *tokens
	closer io.Closer
	limit  int64
	skip   int // sheets before
	depth  int // of tables
	cells  []Cell
	spans  []span
	words  []byte
	number int
	repeat int // how often the row at hand is still to be told
	merged []Range
}

func (r *documentRows) close() error { return r.closer.Close() }

// largestRow is how many rows a spreadsheet may have, and some more.
const largestRow = 1 << 24

func (r *documentRows) next() (Row, error) {
	for {
		if r.repeat > 0 {
			r.repeat--
			r.number++
			return Row{Number: r.number, Cells: r.cells, Blank: allBlank(r.cells)}, nil
		}
		t, err := r.tokens.next()
		switch {
		case err == io.EOF && r.depth == 0:
			return Row{}, io.EOF
		case err != nil:
			return Row{}, damaged(ended(err))
		}
		switch name := string(t.name); {
		case name == "table" && t.kind == startTag:
			r.depth++
		case name == "table" && t.kind == endTag:
			if r.depth--; r.depth == 0 {
				if r.skip--; r.skip < 0 {
					return Row{}, io.EOF
				}
			}
		case name == "table-row" && (t.kind == startTag || t.kind == loneTag) && r.depth == 1 && r.skip == 0:
			times := repeated(t.rest, "table:number-rows-repeated")
			if r.number+times > largestRow {
				return Row{}, damaged(errors.New("it has more rows than a spreadsheet can have"))
			}
			r.cells, r.spans, r.words = r.cells[:0], r.spans[:0], r.words[:0]
			if t.kind == startTag {
				if err := r.row(); err != nil {
					return Row{}, damaged(err)
				}
			}
			if len(r.cells) == 0 {
				r.number += times
				continue
			}
			r.repeat = times
		}
	}
}

// repeated returns how often a row or a cell stands there.
func repeated(attributes []byte, name string) int {
	if n, ok := positive(attribute(attributes, name)); ok {
		return n
	}
	return 1
}

// row reads the cells up to the row's end. Blank cells at its end are left out.
func (r *documentRows) row() error {
	column := 0
	for {
		t, err := r.tokens.next()
		if err != nil {
			return ended(err)
		}
		name := string(t.name)
		if t.kind == endTag && name == "table-row" {
			for i, s := range r.spans {
				r.cells[i].Text = r.words[s.from:s.to:s.to]
			}
			return nil
		}
		if name != "table-cell" && name != "covered-table-cell" || t.kind != startTag && t.kind != loneTag {
			continue
		}
		times := repeated(t.rest, "table:number-columns-repeated")
		if r.merged != nil {
			r.merge(t.rest, column)
		}
		from := len(r.words)
		kind := r.value(t.rest)
		if t.kind == startTag {
			if err := r.text(name, len(r.words) == from && (kind == Text || kind == Fault)); err != nil {
				return err
			}
		}
		to := len(r.words)
		if int64(to) > r.limit {
			return errors.New("a row of it is larger than Muster holds in memory")
		}
		if to > from {
			if column+times > maxColumns {
				return errors.New("a cell lies beyond the last column")
			}
			for len(r.cells) < column+times {
				r.cells, r.spans = append(r.cells, Cell{}), append(r.spans, span{})
			}
			for i := column; i < column+times; i++ {
				r.cells[i].Kind, r.spans[i] = kind, span{from, to}
			}
		}
		column = min(column+times, 2*maxColumns)
	}
}

// value appends what the attributes of a cell tell. Of words they tell nothing
// as a rule: the paragraphs do.
func (r *documentRows) value(attributes []byte) Kind {
	told := func(name string) { r.words = unescape(r.words, attribute(attributes, name)) }
	if string(attribute(attributes, "calcext:value-type")) == "error" {
		return Fault
	}
	from := len(r.words)
	switch string(attribute(attributes, "office:value-type")) {
	case "float", "percentage", "currency":
		r.words = append(r.words, shortest(attribute(attributes, "office:value"))...)
		return Number
	case "date":
		told("office:date-value")
		date := r.words[from:]
		if len(date) > 10 && date[10] == 'T' {
			date[10] = ' '
		}
		return Date
	case "boolean":
		told("office:boolean-value")
		copy(r.words[from:], bytes.ToUpper(r.words[from:]))
	case "time":
		told("office:time-value")
	case "string":
		told("office:string-value")
	default:
		return Blank
	}
	return Text
}

// text reads a cell up to its end and appends its paragraphs, if asked to: a
// line each, without remarks on the cell.
func (r *documentRows) text(cell string, asked bool) error {
	from := len(r.words)
	paragraph, aside := 0, 0
	for {
		t, err := r.tokens.next()
		if err != nil {
			return ended(err)
		}
		name := string(t.name)
		switch {
		case t.kind == endTag && name == cell:
			return nil
		case name == "annotation" && t.kind == startTag:
			aside++
		case name == "annotation" && t.kind == endTag:
			aside--
		case !asked || aside > 0:
		case t.kind == textToken && paragraph > 0:
			r.words = unescape(r.words, t.rest)
		case name == "p" && t.kind == startTag:
			if paragraph++; len(r.words) > from {
				r.words = append(r.words, '\n')
			}
		case name == "p" && t.kind == endTag:
			paragraph--
		case name == "s" && t.kind != endTag:
			for range min(repeated(t.rest, "text:c"), 1000) {
				r.words = append(r.words, ' ')
			}
		case name == "tab" && t.kind != endTag:
			r.words = append(r.words, '\t')
		case name == "line-break" && t.kind != endTag:
			r.words = append(r.words, '\n')
		}
		if int64(len(r.words)) > r.limit {
			return errors.New("a cell of it is larger than Muster holds in memory")
		}
	}
}

// merge notes a cell that is shown over several.
func (r *documentRows) merge(attributes []byte, column int) {
	wide, high := repeated(attributes, "table:number-columns-spanned"), repeated(attributes, "table:number-rows-spanned")
	if (wide > 1 || high > 1) && len(r.merged) < 1e6 {
		row := r.number + 1
		r.merged = append(r.merged, Range{row, row + high - 1, column, column + wide - 1})
	}
}
