package proof

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// ErrUnsigned marks a checkpoint that lacks the signature asked for.
var ErrUnsigned = errors.New("not signed by this key")

// Checkpoint is the head of a log at one size (https://c2sp.org/tlog-checkpoint).
type Checkpoint struct {
	Origin string    // the log's name, and the name of its key
	Size   int64     // number of leaves
	Root   tlog.Hash // of the tree of that size
}

// String returns the text that is signed: origin, size and root, each a line.
func (c Checkpoint) String() string {
	return fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Size, c.Root)
}

// Sign returns the checkpoint as a signed note.
func (c Checkpoint) Sign(signers ...note.Signer) ([]byte, error) {
	if _, err := parseCheckpoint(c.String()); err != nil {
		return nil, err
	}
	return note.Sign(&note.Note{Text: c.String()}, signers...)
}

// OpenCheckpoint reads a signed note and verifies the log's signature on it.
// key is a verifier key, NAME+HASH+BASE64, whose name has to be the origin.
// Signatures of others, such as witnesses, are left alone. An error wraps
// ErrUnsigned when the note is in order and the signature is not.
func OpenCheckpoint(signed []byte, key string) (Checkpoint, error) {
	verifier, err := NewVerifier(key)
	if err != nil {
		return Checkpoint{}, err
	}
	opened, err := openNote(signed, verifier)
	if errors.Is(err, errNoneSigned) {
		return Checkpoint{}, fmt.Errorf("%w, which belongs to %s", err, verifier.Name())
	}
	if err != nil {
		return Checkpoint{}, err
	}
	c, err := parseCheckpoint(opened.Text)
	if err != nil {
		return Checkpoint{}, err
	}
	if c.Origin != verifier.Name() {
		return Checkpoint{}, fmt.Errorf("checkpoint: it is of %q, and the key belongs to %q: %w", c.Origin, verifier.Name(), ErrUnsigned)
	}
	return c, nil
}

// errNoneSigned marks a note without a signature of any key known.
var errNoneSigned = fmt.Errorf("checkpoint: %w", ErrUnsigned)

// openNote verifies the signatures of these keys on a note, of which one has to
// be there. Base64 is taken in its one canonical form, so that no two notes
// differ and say the same.
func openNote(signed []byte, verifiers ...note.Verifier) (*note.Note, error) {
	opened, err := note.Open(signed, note.VerifierList(verifiers...))
	var unverified *note.UnverifiedNoteError
	var invalid *note.InvalidSignatureError
	switch {
	case errors.As(err, &unverified):
		return nil, errNoneSigned
	case errors.As(err, &invalid):
		return nil, fmt.Errorf("checkpoint: the signature of %s is wrong: %w", invalid.Name, ErrUnsigned)
	case err != nil:
		return nil, fmt.Errorf("checkpoint: expected a signed note: %w", err)
	}
	for _, signature := range slices.Concat(opened.Sigs, opened.UnverifiedSigs) {
		if _, err := base64.StdEncoding.Strict().DecodeString(signature.Base64); err != nil {
			return nil, fmt.Errorf("checkpoint: the signature of %s is not written as base64 writes it: %w", signature.Name, ErrUnsigned)
		}
	}
	return opened, nil
}

// ReadCheckpoint reads a signed note without verifying any signature.
func ReadCheckpoint(signed []byte) (Checkpoint, error) {
	text, _, found := strings.Cut(string(signed), "\n\n")
	if !found {
		return Checkpoint{}, errors.New("checkpoint: expected origin, size, root, an empty line and signatures")
	}
	return parseCheckpoint(text + "\n")
}

// parseCheckpoint reads the text of a checkpoint. Lines after the third are
// extensions, which the format allows and Muster does not use.
func parseCheckpoint(text string) (Checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 || lines[0] == "" || lines[len(lines)-1] != "" {
		return Checkpoint{}, fmt.Errorf("checkpoint %.100q: expected origin, size and root, each a line", text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return Checkpoint{}, fmt.Errorf("checkpoint of %.60s: size is %.30q; expected a whole number", lines[0], lines[1])
	}
	root, err := parseHash(lines[2])
	if err != nil {
		return Checkpoint{}, fmt.Errorf("checkpoint of %.60s: root: %w", lines[0], err)
	}
	return Checkpoint{Origin: lines[0], Size: size, Root: root}, nil
}

// parseHash reads base64 in its one canonical form.
func parseHash(s string) (tlog.Hash, error) {
	h, err := tlog.ParseHash(s)
	if err != nil || h.String() != s {
		return tlog.Hash{}, fmt.Errorf("%.60q is no hash; expected 32 bytes in base64", s)
	}
	return h, nil
}

// NewVerifier reads a verifier key, NAME+HASH+BASE64; space around it is cut.
func NewVerifier(key string) (note.Verifier, error) {
	verifier, err := note.NewVerifier(strings.TrimSpace(key))
	if err != nil {
		return nil, fmt.Errorf("%.100q is no verifier key; expected NAME+HASH+BASE64 as the log's owner publishes it: %w", key, err)
	}
	return verifier, nil
}
