package proof

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	leafFormat   = "muster/v1"
	digestPrefix = "sha256:"
	leafExample  = "muster/v1 KIND SUBJECT VERSION TIME AUTHOR sha256:HEX"

	// maxLeaf is what the length of an entry in a bundle can hold.
	maxLeaf = 1<<16 - 1
)

// Leaf is one entry as the tree holds it.
type Leaf struct {
	Kind    string    // a word, such as "figure"
	Subject string    // a word, such as "f17"
	Version int       // of the subject among its kind, counted from 1
	Time    time.Time // UTC, whole seconds, years 0 to 9999
	Author  string    // a word, such as "curator:ann"
	Digest  [32]byte  // SHA-256 of the body's exact bytes
}

// String returns the leaf's line, its newline included.
func (l Leaf) String() string {
	// Not with fmt: this is the most of what an import of many entries computes.
	line := make([]byte, 0, len(leafExample)+len(l.Kind)+len(l.Subject)+len(l.Author)+2*len(l.Digest))
	line = append(append(line, leafFormat+" "...), l.Kind...)
	line = append(append(line, ' '), l.Subject...)
	line = strconv.AppendInt(append(line, ' '), int64(l.Version), 10)
	line = l.Time.UTC().AppendFormat(append(line, ' '), time.RFC3339)
	line = append(append(line, ' '), l.Author...)
	line = hex.AppendEncode(append(line, " "+digestPrefix...), l.Digest[:])
	return string(append(line, '\n'))
}

// Hash returns the leaf's hash in the tree: SHA-256(0x00 ‖ line), RFC 6962.
func (l Leaf) Hash() tlog.Hash { return tlog.RecordHash([]byte(l.String())) }

// Commits reports whether the leaf commits to this body.
func (l Leaf) Commits(body []byte) bool { return sha256.Sum256(body) == l.Digest }

// Validate reports what keeps the leaf from being written as a line.
func (l Leaf) Validate() error {
	for _, field := range []struct{ name, value string }{{"kind", l.Kind}, {"subject", l.Subject}, {"author", l.Author}} {
		if !isWord(field.value) {
			return fmt.Errorf("leaf: %s is %q; expected visible characters without spaces", field.name, field.value)
		}
	}
	if l.Version < 1 {
		return fmt.Errorf("leaf: version is %d; expected 1 or more", l.Version)
	}
	if year := l.Time.UTC().Year(); year < 0 || year > 9999 {
		return fmt.Errorf("leaf: the year is %d; expected 0 to 9999", year)
	}
	if length := len(l.String()); length > maxLeaf {
		return fmt.Errorf("leaf: the line has %d bytes; expected at most %d", length, maxLeaf)
	}
	return nil
}

func isWord(s string) bool {
	return s != "" && utf8.ValidString(s) && strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsGraphic(r) || unicode.IsSpace(r)
	}) < 0
}

// ParseLeaf reads a leaf's line. It takes exactly what String writes and
// nothing else, because the line's bytes are what was hashed.
func ParseLeaf(line string) (Leaf, error) {
	fields := strings.Split(strings.TrimSuffix(line, "\n"), " ")
	if len(fields) != 7 || fields[0] != leafFormat {
		return Leaf{}, fmt.Errorf("leaf %.100q: expected %s and a newline", line, leafExample)
	}
	leaf := Leaf{Kind: fields[1], Subject: fields[2], Author: fields[5]}
	var err error
	if leaf.Version, err = strconv.Atoi(fields[3]); err != nil {
		return Leaf{}, fmt.Errorf("leaf %.100q: version is %.20q; expected a whole number", line, fields[3])
	}
	if leaf.Time, err = time.Parse(time.RFC3339, fields[4]); err != nil {
		return Leaf{}, fmt.Errorf("leaf %.100q: time is %.40q; expected such as 2025-06-03T09:12:04Z", line, fields[4])
	}
	leaf.Time = leaf.Time.UTC()
	digest, err := hex.DecodeString(strings.TrimPrefix(fields[6], digestPrefix))
	if err != nil || len(digest) != len(leaf.Digest) {
		return Leaf{}, fmt.Errorf("leaf %.100q: digest is %.80q; expected sha256: and 64 hexadecimal digits", line, fields[6])
	}
	leaf.Digest = [32]byte(digest)
	if err := leaf.Validate(); err != nil {
		return Leaf{}, err
	}
	if leaf.String() != line {
		return Leaf{}, fmt.Errorf("leaf %.100q: expected it written as %.100q", line, leaf.String())
	}
	return leaf, nil
}
