// Package signin says who may decide where pages are reached from other
// computers: the file of curators, their passwords, and who has signed in. It
// knows nothing of dossiers.
package signin

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// ErrCurators is wrapped by what is wrong with a name or with the file.
var ErrCurators = errors.New("list of curators")

// Curator is a person who may decide on figures.
type Curator struct {
	Name   string // as decisions carry it
	Added  string // day, YYYY-MM-DD
	digest [sha256.Size]byte
}

// File is the path of the list of curators. No file is an empty list.
type File string

const (
	longestName = 80
	dayLayout   = "2006-01-02"
	heading     = "# Who may sign in, one a line: day, digest of the password, name. `muster curator` writes it.\n"
)

// Curators reads the list.
func (f File) Curators() ([]Curator, error) {
	b, err := os.ReadFile(string(f))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	list, err := parse(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f, err)
	}
	return list, nil
}

// Add makes a curator and returns the password, which is kept nowhere.
func (f File) Add(name string, now time.Time, random io.Reader) (password string, err error) {
	name = strings.Join(strings.Fields(name), " ")
	if err := checkName(name); err != nil {
		return "", err
	}
	list, err := f.Curators()
	if err != nil {
		return "", err
	}
	if place(list, name) >= 0 {
		return "", fmt.Errorf("%w: %s is on it already; for a new password, remove the name and add it again", ErrCurators, name)
	}
	if password, err = newPassword(random); err != nil {
		return "", err
	}
	return password, f.write(append(list, Curator{name, now.UTC().Format(dayLayout), digest(password)}))
}

// Remove takes a curator off the list; whoever has signed in under the name is
// signed out by that.
func (f File) Remove(name string) error {
	list, err := f.Curators()
	if err != nil {
		return err
	}
	i := place(list, name)
	if i < 0 {
		return fmt.Errorf("%w: %q is not on it; `muster curator list` shows who is", ErrCurators, name)
	}
	return f.write(slices.Delete(list, i, i+1))
}

// place finds a name however it is spaced and capitalised; -1 when it is not there.
func place(list []Curator, name string) int {
	name = strings.Join(strings.Fields(name), " ")
	return slices.IndexFunc(list, func(c Curator) bool { return strings.EqualFold(c.Name, name) })
}

func checkName(name string) error {
	odd := func(r rune) bool { return !unicode.IsPrint(r) || r == utf8.RuneError }
	switch {
	case !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return fmt.Errorf("%w: expected a name with a letter, found %q", ErrCurators, name)
	case utf8.RuneCountInString(name) > longestName:
		return fmt.Errorf("%w: expected a name of at most %d letters, found %d", ErrCurators, longestName, utf8.RuneCountInString(name))
	case strings.ContainsFunc(name, odd):
		return fmt.Errorf("%w: the name %q has a character that cannot be shown", ErrCurators, name)
	}
	return nil
}

// write replaces the file as a whole; only its owner may read it.
func (f File) write(list []Curator) error {
	text := heading
	for _, c := range list {
		text += fmt.Sprintf("%s sha256:%x %s\n", c.Added, c.digest, c.Name)
	}
	if err := os.MkdirAll(filepath.Dir(string(f)), 0o700); err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(string(f)), ".curators-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name()) // gone already when all went well
	_, err = io.WriteString(temporary, text)
	if err = errors.Join(err, temporary.Sync(), temporary.Close()); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), string(f))
}

// parse reads the file. A line that cannot be read is an error, for it may be
// somebody who was meant to come in, or to be kept out.
func parse(b []byte) ([]Curator, error) {
	var list []Curator
	number := 0
	for line := range strings.Lines(string(b)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Fields(line)
		if len(fields) < 3 {
			return nil, fmt.Errorf("%w: line %d: expected a day, sha256: and a digest, and a name", ErrCurators, number)
		}
		c := Curator{Added: fields[0], Name: strings.Join(fields[2:], " ")}
		if _, err := time.Parse(dayLayout, c.Added); err != nil {
			return nil, fmt.Errorf("%w: line %d: expected a day such as 2025-06-04 first", ErrCurators, number)
		}
		text, found := strings.CutPrefix(fields[1], "sha256:")
		sum, err := hex.DecodeString(text)
		if !found || err != nil || len(sum) != len(c.digest) {
			return nil, fmt.Errorf("%w: line %d: expected sha256: and %d hexadecimal digits after the day", ErrCurators, number, 2*len(c.digest))
		}
		copy(c.digest[:], sum)
		if err := checkName(c.Name); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		if place(list, c.Name) >= 0 {
			return nil, fmt.Errorf("%w: line %d: %s is on it twice", ErrCurators, number, c.Name)
		}
		list = append(list, c)
	}
	return list, nil
}

// Passwords are made here and not chosen: 128 random bits. Nobody guesses one,
// so it needs no rules, and one round of SHA-256 is enough to keep it: slow
// digests such as argon2 protect words that a list of likely ones would hold.

// letters are those of Crockford's base 32, in which nothing looks like another.
const letters = "0123456789abcdefghjkmnpqrstvwxyz"

func newPassword(random io.Reader) (string, error) {
	var bits [16]byte
	if _, err := io.ReadFull(random, bits[:]); err != nil {
		return "", fmt.Errorf("randomness for a password: %w", err)
	}
	text := base32.NewEncoding(letters).WithPadding(base32.NoPadding).EncodeToString(bits[:])
	groups := slices.Collect(slices.Chunk([]byte(text), 4))
	password := ""
	for i, g := range groups {
		if i > 0 {
			password += "-"
		}
		password += string(g)
	}
	return password, nil
}

// digest is what is kept of a password, however it was copied: in capitals,
// without hyphens, or with letters taken for the digits that they look like.
func digest(password string) [sha256.Size]byte {
	plain := strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); {
		case r == 'o':
			return '0'
		case r == 'i' || r == 'l':
			return '1'
		case r == '-' || unicode.IsSpace(r):
			return -1
		}
		return r
	}, password)
	return sha256.Sum256([]byte(plain))
}

// has reports whether the password is the curator's, in the same time for
// every password.
func (c Curator) has(password string) bool {
	given := digest(password)
	return subtle.ConstantTimeCompare(c.digest[:], given[:]) == 1
}
