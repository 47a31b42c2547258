package documents

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
)

// webAnswer returns the page in what a server sent, and its media type; nil
// for anything but a page that was found. At most limit bytes are held. With an
// error, the page may be there as far as it goes.
func webAnswer(block io.Reader, limit int64) (page []byte, contentType string, err error) {
	data := bufio.NewReader(block)
	status, err := readLine(data, fieldBytes, nil)
	if err != nil {
		return nil, "", nil
	}
	header, err := readFields(data)
	if err != nil {
		return nil, "", nil
	}
	contentType = header["content-type"]
	kind, _, _ := strings.Cut(contentType, ";")
	if words := strings.Fields(string(status)); len(words) < 2 || words[1] != "200" || !isPage(strings.ToLower(strings.TrimSpace(kind))) {
		return nil, "", nil
	}
	page, err = allOf(data, limit)
	if err != nil {
		return nil, "", err
	}
	// Archivers often keep the header and undo the encoding: the bytes decide.
	if strings.Contains(strings.ToLower(header["transfer-encoding"]), "chunked") {
		whole, err := allOf(httputil.NewChunkedReader(bytes.NewReader(page)), limit)
		if err == nil || errors.Is(err, io.ErrUnexpectedEOF) && len(whole) > 0 {
			page = whole
		}
	}
	encodings := strings.Split(strings.ToLower(header["content-encoding"]), ",")
	slices.Reverse(encodings) // the last was done last
	for _, encoding := range encodings {
		if page, err = unpacked(page, strings.TrimSpace(encoding), limit); err != nil {
			break
		}
	}
	return page, contentType, err
}

var errCutPage = errors.New("expected the page to end, found the end of the record; what came before was read: archive the page again")

// unpacked undoes one content encoding, unless the page is plain already.
func unpacked(page []byte, encoding string, limit int64) ([]byte, error) {
	if encoding == "" || encoding == "identity" || bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(page, []byte("\ufeff"))), []byte("<")) {
		return page, nil
	}
	var data io.Reader
	var err error
	switch encoding {
	case "gzip", "x-gzip":
		data, err = gzip.NewReader(bytes.NewReader(page))
	case "deflate": // servers differ in what they mean by it
		if data, err = zlib.NewReader(bytes.NewReader(page)); err != nil {
			data, err = flate.NewReader(bytes.NewReader(page)), nil
		}
	case "br":
		data = brotli.NewReader(bytes.NewReader(page))
	default:
		return nil, fmt.Errorf("expected a page packed with gzip, deflate or br, found %q; archive it without, or save it as a web page", cut(valid(oneLine(encoding)), 20))
	}
	if err != nil {
		return page, nil // plain, whatever the header says
	}
	whole, err := allOf(data, limit)
	switch {
	case int64(len(whole)) > limit:
		return nil, err
	case err == nil:
		return whole, nil
	case len(whole) == 0:
		return nil, fmt.Errorf("expected a packed page, found bytes that do not unpack (%w); save it as a web page", err)
	}
	return whole, errCutPage
}

// allOf reads all of data. With an error, what came before is there.
func allOf(data io.Reader, limit int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(data, limit+1))
	if int64(len(raw)) > limit {
		return raw, fmt.Errorf("expected a page of at most %s, found a larger one; save the part you need as a file of its own", megabytes(limit))
	}
	return raw, err
}

// Bounds of the header of a record or an answer.
const (
	fieldBytes  = 64 << 10 // of a line
	fieldsBytes = 1 << 20  // of all lines
)

// readFields reads header fields up to a blank line, their names in lower
// case; the first of a name counts.
func readFields(data *bufio.Reader) (map[string]string, error) {
	fields, name, size := map[string]string{}, "", 0
	for {
		line, err := readLine(data, fieldBytes, nil)
		if err != nil {
			return nil, err
		}
		if len(line) == 0 {
			return fields, nil
		}
		if size += len(line); size > fieldsBytes {
			return nil, fmt.Errorf("expected a header of at most %s, found a longer one", megabytes(fieldsBytes))
		}
		if (line[0] == ' ' || line[0] == '\t') && name != "" {
			fields[name] += " " + string(bytes.TrimSpace(line))
			continue
		}
		key, value, _ := strings.Cut(string(line), ":")
		if name = strings.ToLower(strings.TrimSpace(key)); fields[name] == "" {
			fields[name] = strings.TrimSpace(value)
		}
	}
}

func isPage(mediaType string) bool {
	return mediaType == "text/html" || mediaType == "application/xhtml+xml"
}
