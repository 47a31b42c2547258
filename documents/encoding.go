package documents

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns bytes into UTF-8 without a byte order mark. charset is "utf-8",
// or the name of another encoding that the bytes were found to be in; guessed
// says that no mark told it.
func decode(raw []byte) (text, charset string, guessed bool, err error) {
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		text, err = decodeAs(little, raw[2:])
		return text, "utf-16le", false, err
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		text, err = decodeAs(big, raw[2:])
		return text, "utf-16be", false, err
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if even, odd := zeros(raw); even+odd > 0 {
		// English in UTF-16 has a zero in nearly every second byte.
		switch half := len(raw) / 2; {
		case odd > half/2 && even <= half/20:
			text, err = decodeAs(little, raw)
			return text, "utf-16le", true, err
		case even > half/2 && odd <= half/20:
			text, err = decodeAs(big, raw)
			return text, "utf-16be", true, err
		}
		return "", "", false, errBinary
	}
	if utf8.Valid(raw) {
		return string(raw), "utf-8", false, nil
	}
	if err := brokenUTF8(raw); err != nil {
		return "", "", false, err
	}
	if bytes.ContainsAny(raw, "\x01\x02\x03\x04\x05\x06\x0e\x0f\x10\x11\x12\x13") || containsByte(raw, "\x81\x8d\x8f\x90\x9d") {
		return "", "", false, errBinary // not Windows-1252 either
	}
	text, err = decodeAs(charmap.Windows1252, raw)
	return text, "windows-1252", true, err
}

var errBinary = errors.New("expected text, found bytes that are no text; open it with the program that made it and save it as text in UTF-8")

func decodeAs(e encoding.Encoding, raw []byte) (string, error) {
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return "", fmt.Errorf("expected text, found bytes that do not decode: %w", err)
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return "", errBinary
	}
	return string(text), nil
}

// zeros counts zero bytes at even and at odd offsets.
func zeros(raw []byte) (even, odd int) {
	for i, b := range raw {
		switch {
		case b == 0 && i%2 == 0:
			even++
		case b == 0:
			odd++
		}
	}
	return even, odd
}

// brokenUTF8 returns an error for bytes that are UTF-8 with a flaw; nil when
// they were never meant to be UTF-8: other encodings hardly ever form a valid
// character of several bytes.
func brokenUTF8(raw []byte) error {
	wide, bad, line, badLine := 0, 0, 1, 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			if !utf8.FullRune(raw[i:]) && wide > 0 {
				return fmt.Errorf("expected UTF-8, found an end within a character on line %d; the file was cut: save it again", line)
			}
			if bad++; badLine == 0 {
				badLine = line
			}
		case size > 1:
			wide++
		case r == '\n':
			line++
		}
		i += size
	}
	if wide > bad {
		return fmt.Errorf("expected UTF-8, found %d other bytes, the first on line %d; save the file as UTF-8", bad, badLine)
	}
	return nil
}

func containsByte(raw []byte, set string) bool {
	for i := 0; i < len(set); i++ {
		if bytes.IndexByte(raw, set[i]) >= 0 {
			return true
		}
	}
	return false
}
