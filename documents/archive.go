package documents

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// readArchive reads a web archive (.warc, .warc.gz; ISO 28500): one document a
// page that a server sent, one in memory at once. A page is told by its
// address, later ones of the same address by the time of their capture too.
// That time is not when the page was published, and is not taken for it.
func readArchive(s source, emit func(Document) error) error {
	data := bufio.NewReaderSize(s.data, 64<<10)
	if magic, _ := data.Peek(2); string(magic) == "\x1f\x8b" {
		unpacked, err := gzip.NewReader(data)
		if err != nil {
			return unreadable(s.name, 0, fmt.Errorf("expected a web archive, found bytes that do not unpack (%w); get the archive again", err))
		}
		data = bufio.NewReaderSize(&bounded{unpacked, s.limits.Unpacked}, 64<<10)
	}
	records := &warcReader{data: data, limit: s.limits.Page}
	seen := map[string]bool{}
	var problems []error
	found, empty := 0, 0
	for {
		record, err := records.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			problems = append(problems, unreadable(s.name, 0, fmt.Errorf("record %d: %w", records.number, err)))
			break
		}
		if record.page == nil && record.problem == nil {
			continue
		}
		doc, err := record.document(s.furniture)
		if errors.Is(err, errNoArticle) {
			empty++ // frames, banners and pages that scripts fill in
			continue
		}
		if err != nil {
			if len(problems) < badLines {
				problems = append(problems, unreadable(s.name, 0, fmt.Errorf("record %d, %s: %w", records.number, cut(oneLine(record.address), 200), err)))
			}
			continue
		}
		if record.problem != nil && len(problems) < badLines {
			problems = append(problems, unreadable(s.name, 0, fmt.Errorf("record %d, %s: %w", records.number, cut(oneLine(record.address), 200), record.problem)))
		}
		found++
		doc.ID = within(s.name, record.address)
		if seen[doc.ID] {
			doc.ID = within(s.name, record.address+"@"+record.captured)
		}
		seen[doc.ID] = true
		s.guess.fill(&doc, "")
		if err := emit(doc); err != nil {
			return err
		}
	}
	switch {
	case found > 0 || len(problems) > 0:
	case empty > 0:
		problems = append(problems, unreadable(s.name, 0, fmt.Errorf("expected articles, found %d pages without text; they may be filled in by scripts: archive them with a browser", empty)))
	case records.number == 0:
		problems = append(problems, unreadable(s.name, 0, errEmpty))
	default:
		problems = append(problems, unreadable(s.name, 0, fmt.Errorf("expected web pages, found %d records without one; archive the pages again", records.number)))
	}
	return errors.Join(problems...)
}

// bounded reads at most left bytes and then fails.
type bounded struct {
	data io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errors.New("it unpacks to more than Muster reads; cut the archive into smaller ones")
	}
	n, err := b.data.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// record is one record of a web archive. page is nil unless it holds a web page.
type record struct {
	address, captured string
	contentType       string
	page              []byte
	problem           error // why its page cannot be read, or not to its end
}

func (r record) document(f *furniture) (Document, error) {
	if r.problem != nil && len(r.page) == 0 {
		return Document{}, r.problem
	}
	text, name, guessed, err := decodePageAs(r.page, r.contentType)
	if err != nil {
		return Document{}, err
	}
	doc := Document{MediaType: mediaType("text/html", name), SHA256: digest(r.page)}
	body, err := f.pageBody(text, &doc)
	if err != nil {
		return Document{}, err
	}
	doc.URL = first(doc.URL, address(r.address))
	if guessed {
		doc.Guessed = append(doc.Guessed, "charset")
	}
	doc.Text = withTitle(doc.Title, body)
	return doc, nil
}

// warcReader reads the records of an archive one by one.
type warcReader struct {
	data   *bufio.Reader
	limit  int64 // bytes of one page
	number int   // of the record read last, from 1
}

// next returns the next record; io.EOF at the end of the archive.
func (w *warcReader) next() (record, error) {
	var version []byte
	for len(version) == 0 { // two blank lines end a record
		var err error
		if version, err = readLine(w.data, fieldBytes, nil); err != nil {
			if err != io.EOF {
				w.number++
				err = w.cutShort(err)
			}
			return record{}, err
		}
	}
	w.number++
	if !bytes.HasPrefix(version, []byte("WARC/")) {
		return record{}, fmt.Errorf("expected a line \"WARC/1.0\", found %q; the archive is damaged: get it again", cut(valid(string(version)), 40))
	}
	header, err := readFields(w.data)
	if err != nil {
		return record{}, w.cutShort(err)
	}
	length, err := strconv.ParseInt(header["content-length"], 10, 64)
	if err != nil || length < 0 {
		return record{}, fmt.Errorf("expected a Content-Length, found %q; the archive is damaged: get it again", cut(valid(header["content-length"]), 40))
	}
	r := record{address: valid(strings.Trim(header["warc-target-uri"], "<>")), captured: valid(header["warc-date"])}
	kind, _, _ := strings.Cut(header["content-type"], ";")
	kind = strings.ToLower(strings.TrimSpace(kind))
	block := &io.LimitedReader{R: w.data, N: length}
	switch {
	case header["warc-type"] == "response" && kind == "application/http" && strings.HasPrefix(r.address, "http"):
		r.page, r.contentType, r.problem = webAnswer(block, w.limit)
	case header["warc-type"] == "resource" && isPage(kind):
		r.contentType = header["content-type"]
		if r.page, r.problem = allOf(block, w.limit); r.problem != nil {
			r.page = nil
		}
	}
	if _, err := io.Copy(io.Discard, block); err != nil || block.N > 0 {
		return record{}, w.cutShort(cmp.Or(err, io.ErrUnexpectedEOF))
	}
	return r, nil
}

// cutShort explains an end within a record; the records before it were read.
func (w *warcReader) cutShort(err error) error {
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("expected the record to end, found the end of the file; the archive was cut: get it again (what stands before was read)")
	}
	return fmt.Errorf("reading stopped: %w (what stands before was read)", err)
}
