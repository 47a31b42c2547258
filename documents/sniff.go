package documents

import (
	"bytes"
	"fmt"
	"net/http"
	"path"
	"strings"
)

// headBytes is how much of the data is looked at to tell its format.
const headBytes = 1024

// format is a way to write documents that there is a reader for.
type format int

const (
	plainText format = iota
	jsonLines
	webPage
)

// detect tells the format of data that starts with head. Bytes that are surely
// no text overrule the name.
func detect(name string, head []byte) (format, error) {
	extension := strings.ToLower(path.Ext(name))
	if what := foreign(extension, head); what != "" {
		return 0, fmt.Errorf("is %s; Muster reads .txt, .jsonl and .html so far: %s", what, mend(what))
	}
	switch extension {
	case ".txt":
		return plainText, nil
	case ".jsonl", ".ndjson", ".json":
		return jsonLines, nil
	case ".html", ".htm", ".xhtml":
		return webPage, nil
	}
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff"))))
	switch {
	case bytes.HasPrefix(start, []byte("{")), bytes.HasPrefix(start, []byte("[{")):
		return jsonLines, nil
	case bytes.HasPrefix(start, []byte("<!doctype html")), bytes.HasPrefix(start, []byte("<html")), bytes.HasPrefix(start, []byte("<head")):
		return webPage, nil
	}
	return plainText, nil
}

const (
	aTable   = "a table"
	aPointer = "a pointer to a large file"
)

// foreign names what the data is when it is nothing that can be read as a
// document; "" when it may be.
func foreign(extension string, head []byte) string {
	if bytes.HasPrefix(head, []byte("version https://git-lfs")) {
		return aPointer
	}
	// Word, Excel and e-book files are zip files: the name tells more.
	switch extension {
	case ".pdf":
		return "a PDF"
	case ".doc", ".docx", ".odt", ".rtf", ".pages":
		return "a word processor file"
	case ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".parquet":
		return aTable
	case ".eml", ".msg", ".mbox":
		return "an e-mail"
	case ".xml", ".rss", ".atom":
		return "an XML file"
	case ".warc", ".mht", ".mhtml":
		return "a web archive"
	case ".epub", ".mobi":
		return "an e-book"
	}
	media, _, _ := strings.Cut(http.DetectContentType(head), ";")
	kind, sort, _ := strings.Cut(media, "/")
	switch {
	case media == "application/pdf":
		return "a PDF"
	case media == "application/zip", strings.Contains(sort, "gzip"), strings.Contains(sort, "rar"):
		return "a compressed file"
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "a word processor file"
	case kind == "image":
		return "a picture"
	case kind == "audio", kind == "video":
		return "a recording"
	}
	return ""
}

// mend says what to do about a file that cannot be read.
func mend(what string) string {
	switch what {
	case aTable:
		return "read it with muster count, or put it into counts/"
	case aPointer:
		return "fetch the file itself, with git lfs pull"
	}
	return "save the article as a web page or paste its text"
}
