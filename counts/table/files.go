package table

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Member is a record file: one at hand, or one within an archive.
type Member struct {
	Name string // of an archive's member: that of the archive, a slash, its own
	Open func() (*Book, error)
}

// Files returns the record files that a file holds: itself, or in order of
// their names the files of a ZIP archive that is no workbook. Of an archive,
// what is no record file by its ending is left out.
func Files(name string, data io.ReaderAt, size int64, limits Limits) ([]Member, error) {
	itself := []Member{{name, func() (*Book, error) { return Open(name, data, size, limits) }}}
	head := make([]byte, min(size, 4))
	if n, err := data.ReadAt(head, 0); n < len(head) {
		return nil, fmt.Errorf("reading stopped: %w", err)
	}
	if detect(head) != zipFile {
		return itself, nil
	}
	archive, err := zip.NewReader(data, size)
	if err != nil {
		return itself, nil // Open says what is wrong
	}
	var members []Member
	for _, f := range archive.File {
		lower := strings.ToLower(f.Name)
		if lower == "[content_types].xml" || lower == "mimetype" {
			return itself, nil
		}
		if IsRecordFile(lower) && !strings.HasPrefix(path.Base(lower), ".") {
			if f.Flags&1 != 0 {
				return nil, fmt.Errorf("expected record files, found ones behind a password, which %w; unpack the archive and read them", ErrNotRead)
			}
			members = append(members, Member{name + "/" + f.Name, func() (*Book, error) { return openMember(f, limits) }})
		}
	}
	if len(members) == 0 {
		return itself, nil
	}
	slices.SortFunc(members, func(a, b Member) int { return cmp.Compare(a.Name, b.Name) })
	return members, nil
}

// IsRecordFile reports whether a name ends as record files' do.
func IsRecordFile(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return slices.Contains([]string{".csv", ".tsv", ".xlsx", ".xlsm", ".parquet", ".jsonl", ".ndjson", ".ods"}, path.Ext(name))
}

// openMember opens a file within an archive: text is unpacked while it is read,
// other formats into memory.
func openMember(f *zip.File, limits Limits) (*Book, error) {
	open := func() (io.ReadCloser, error) {
		data, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("it does not unpack: %w", err)
		}
		return struct {
			io.Reader
			io.Closer
		}{&bounded{data, limits.Unpacked}, data}, nil
	}
	data, err := open()
	if err != nil {
		return nil, err
	}
	head, err := io.ReadAll(io.LimitReader(data, headBytes))
	data.Close()
	if err != nil {
		return nil, fmt.Errorf("it does not unpack: %w", err)
	}
	switch kind := detect(head); kind {
	case textFile:
		return newText(open, limits)
	case zipFile, parquetFile, containerFile:
		if int64(f.UncompressedSize64) > limits.Strings {
			return nil, fmt.Errorf("it unpacks to more than %d MB; unpack the archive and read the file itself", limits.Strings/1e6)
		}
		data, err := open()
		if err != nil {
			return nil, err
		}
		defer data.Close()
		whole, err := io.ReadAll(io.LimitReader(data, limits.Strings))
		if err != nil {
			return nil, fmt.Errorf("it does not unpack: %w", err)
		}
		return Open(f.Name, bytes.NewReader(whole), int64(len(whole)), limits)
	default:
		return nil, kind.problem()
	}
}

// problem says why a kind of file is not read.
func (k fileKind) problem() error {
	if err := notRead[k]; err != nil {
		return err
	}
	return fmt.Errorf("expected a table of text within the archive, found another kind of file, which %w there; unpack it first", ErrNotRead)
}

// openGzip reads a text file while it is unpacked (RFC 1952).
func openGzip(data io.ReaderAt, size int64, limits Limits) (*Book, error) {
	open := func() (io.ReadCloser, error) {
		unpacked, err := gzip.NewReader(io.NewSectionReader(data, 0, size))
		if err != nil {
			return nil, fmt.Errorf("expected a file packed with gzip, found bytes that do not unpack (%w); get it again", err)
		}
		return struct {
			io.Reader
			io.Closer
		}{&bounded{unpacked, limits.Unpacked}, unpacked}, nil
	}
	packed, err := open()
	if err != nil {
		return nil, err
	}
	defer packed.Close()
	head := make([]byte, headBytes)
	n, err := io.ReadFull(packed, head)
	if err != nil && !errors.Is(err, io.EOF) && err != io.ErrUnexpectedEOF {
		return nil, fmt.Errorf("expected a file packed with gzip, found bytes that do not unpack (%w); get it again", err)
	}
	if kind := detect(head[:n]); kind != textFile {
		return nil, kind.problem()
	}
	return newText(open, limits)
}
