package documents

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
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
	wordFile
	message
	mailbox
	feed
	webArchive
	portable // a PDF
)

// readable names the formats, for errors.
const readable = ".txt, .html, .pdf, .docx, .eml, .mbox, feeds (.xml), .warc and .jsonl"

// detect tells the format of data that starts with head. Bytes that are surely
// no text overrule the name.
func detect(name string, head []byte) (format, error) {
	extension := strings.ToLower(path.Ext(name))
	if what := foreign(extension, head); what != "" {
		return 0, fmt.Errorf("is %s; Muster reads %s: %s", what, readable, mend(what))
	}
	if isPDF(extension, head) {
		return portable, nil
	}
	switch extension {
	case ".txt":
		return plainText, nil
	case ".jsonl", ".ndjson", ".json":
		return jsonLines, nil
	case ".html", ".htm", ".xhtml":
		return webPage, nil
	case ".docx", ".docm":
		return wordFile, nil
	case ".eml":
		return message, nil
	case ".mbox", ".mbx":
		return mailbox, nil
	case ".xml", ".rss", ".atom", ".rdf":
		return feed, nil
	case ".warc":
		return webArchive, nil
	case ".gz":
		if strings.HasSuffix(strings.ToLower(name), ".warc.gz") {
			return webArchive, nil
		}
	case ".pdf":
		if len(head) == 0 {
			return portable, nil
		}
		return 0, errors.New("expected a PDF, found a file that does not start as one; fetch it again")
	}
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff"))))
	switch {
	case bytes.HasPrefix(start, []byte("{")), bytes.HasPrefix(start, []byte("[{")):
		return jsonLines, nil
	case bytes.HasPrefix(start, []byte("<!doctype html")), bytes.HasPrefix(start, []byte("<html")), bytes.HasPrefix(start, []byte("<head")):
		return webPage, nil
	case isFeed(start):
		return feed, nil
	case bytes.HasPrefix(head, []byte("WARC/")), isPackedArchive(head):
		return webArchive, nil
	case isWord(head):
		return wordFile, nil
	case bytes.HasPrefix(head, []byte("From ")) && looksLikeMail(head[bytes.IndexByte(head, '\n')+1:]):
		return mailbox, nil
	case looksLikeMail(head):
		return message, nil
	}
	return plainText, nil
}

// isFeed reports whether an XML file, in lower case, starts as a feed does.
func isFeed(start []byte) bool {
	for bytes.HasPrefix(start, []byte("<?")) || bytes.HasPrefix(start, []byte("<!--")) {
		at := bytes.IndexByte(start, '>')
		if at < 0 {
			return false
		}
		start = bytes.TrimSpace(start[at+1:])
	}
	return bytes.HasPrefix(start, []byte("<rss")) || bytes.HasPrefix(start, []byte("<feed")) || bytes.HasPrefix(start, []byte("<rdf:rdf"))
}

// isWord reports whether a zip file starts as those that Office programs write.
func isWord(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) && (bytes.Contains(head, []byte("[Content_Types].xml")) || bytes.Contains(head, []byte("word/")))
}

// isPackedArchive reports whether packed data starts as a web archive does.
func isPackedArchive(head []byte) bool {
	unpacked, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	start := make([]byte, len("WARC/"))
	_, err = io.ReadFull(unpacked, start)
	return err == nil && string(start) == "WARC/"
}

// looksLikeMail reports whether the first lines are those of an e-mail: at
// least two header fields, one of which people do not write by hand.
func looksLikeMail(head []byte) bool {
	fields, machine := 0, false
	for line := range bytes.Lines(head) {
		if line = bytes.TrimRight(line, "\r\n"); len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, found := bytes.Cut(line, []byte(":"))
		if !found || len(name) == 0 || bytes.ContainsAny(name, " \t") {
			break
		}
		fields++
		switch strings.ToLower(string(name)) {
		case "received", "return-path", "message-id", "mime-version", "delivered-to", "x-mailer", "dkim-signature":
			machine = true
		}
	}
	return machine && fields >= 2
}

const (
	aTable   = "a table"
	aPointer = "a pointer to a large file"

	aWordFile = "a word processor file of another kind, or one with a password"
)

// foreign names what the data is when it is nothing that can be read as a
// document; "" when it may be.
func foreign(extension string, head []byte) string {
	if bytes.HasPrefix(head, []byte("version https://git-lfs")) {
		return aPointer
	}
	if isPDF(extension, head) {
		return "" // whatever its name
	}
	// Excel and e-book files are zip files: the name tells more.
	switch extension {
	case ".doc", ".odt", ".rtf", ".pages":
		return aWordFile
	case ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".parquet":
		return aTable
	case ".msg":
		return "an e-mail of Outlook"
	case ".mht", ".mhtml":
		return "a saved page with its pictures"
	case ".epub", ".mobi":
		return "an e-book"
	}
	media, _, _ := strings.Cut(http.DetectContentType(head), ";")
	kind, sort, _ := strings.Cut(media, "/")
	switch {
	case isWord(head), media == "application/zip" && strings.HasPrefix(extension, ".doc"), isPackedArchive(head):
		return ""
	case media == "application/zip", strings.Contains(sort, "gzip"), strings.Contains(sort, "rar"):
		return "a compressed file"
	case bytes.HasPrefix(head, []byte(`{\rtf`)), bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return aWordFile
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
	case aWordFile:
		return "open it and save it as .docx without a password"
	}
	return "save the article as a web page or paste its text"
}

// isPDF reports whether data starts as a PDF does. Some programs write a few
// bytes before; then the name must say it too.
func isPDF(extension string, head []byte) bool {
	mark := []byte("%PDF-")
	return bytes.HasPrefix(head, mark) || extension == ".pdf" && bytes.Contains(head, mark)
}
