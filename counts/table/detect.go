package table

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"unicode/utf16"
)

// headBytes is how much of a file is looked at to tell what it is.
const headBytes = 64 << 10

// fileKind is what the first bytes of a file say it is.
type fileKind int

const (
	textFile fileKind = iota
	zipFile
	parquetFile
	gzipFile
	containerFile // OLE: an old workbook, or a new one behind a password
	emptyFile
	pointerFile // git-lfs
	annexFile   // git-annex
	pageFile
	pdfFile
	unknownFile
)

// notRead says why a kind of file is not read, and the mend.
var notRead = map[fileKind]error{
	emptyFile:   fmt.Errorf("expected a table, found an empty file, which %w; save it again", ErrNotRead),
	pointerFile: fmt.Errorf("expected a table, found a pointer to a large file, which %w; fetch the file itself, with git lfs pull", ErrNotRead),
	annexFile:   fmt.Errorf("expected a table, found a pointer to a large file, which %w; fetch the file itself, with git annex get", ErrNotRead),
	pageFile:    fmt.Errorf("expected a table, found a web page, which %w; download the file that the page links to", ErrNotRead),
	pdfFile:     fmt.Errorf("expected a table, found a PDF, which %w; ask for the table behind it, or copy it into a spreadsheet and save that", ErrNotRead),
	unknownFile: fmt.Errorf("expected a table, found bytes that are no text, which %w; save it as CSV in UTF-8 or as .xlsx", ErrNotRead),
}

func detect(head []byte) fileKind {
	start := bytes.ToLower(bytes.TrimSpace(head[:min(len(head), 512)]))
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		return emptyFile
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return zipFile
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return containerFile
	case bytes.HasPrefix(head, []byte("PAR1")):
		return parquetFile
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return gzipFile
	case bytes.HasPrefix(head, []byte("version https://git-lfs")):
		return pointerFile
	case bytes.HasPrefix(start, []byte("/annex/objects/")), bytes.HasPrefix(start, []byte("../.git/annex/")), bytes.HasPrefix(start, []byte(".git/annex/")):
		return annexFile
	case bytes.HasPrefix(start, []byte("<!doctype html")), bytes.HasPrefix(start, []byte("<html")):
		return pageFile
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return pdfFile
	case !isUTF16(head) && bytes.IndexByte(head, 0) >= 0:
		return unknownFile
	}
	return textFile
}

func isUTF16(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
}

// containerProblem tells an old workbook from one with a password by the names
// in the container's first folder ([MS-CFB] 2.2, 2.6; [MS-OFFCRYPTO] 2.3).
func containerProblem(data io.ReaderAt, head []byte) error {
	locked := false
	if len(head) >= 52 {
		shift := head[30]
		folder := make([]byte, 4096)
		if shift == 9 || shift == 12 {
			at := (int64(binary.LittleEndian.Uint32(head[48:])) + 1) << shift
			n, _ := data.ReadAt(folder, at)
			locked = bytes.Contains(folder[:n], utf16Bytes("EncryptedPackage"))
		}
	}
	if locked {
		return fmt.Errorf("expected a workbook, found one behind a password, which %w; open it, take the password off and save it", ErrNotRead)
	}
	return fmt.Errorf("expected a workbook of 2007 or later, found an older one (.xls), which %w; save it as .xlsx", ErrNotRead)
}

func utf16Bytes(s string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}
