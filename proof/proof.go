package proof

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const proofHeader = "c2sp.org/tlog-proof@v1"

// ErrNotProven marks a proof that is well formed and does not hold.
var ErrNotProven = errors.New("not proven")

// Proof is the content of a .tlog-proof file; see the package comment.
type Proof struct {
	Line       string           // the leaf's line, its newline included
	Body       []byte           // the body's exact bytes; empty when withheld
	Index      int64            // of the leaf in the log, counted from 0
	Hashes     tlog.RecordProof // from the leaf's sibling up to the root's child
	Checkpoint []byte           // the signed note, verbatim
}

// Format writes the proof as a file.
func (p Proof) Format() []byte {
	extra := append([]byte(p.Line), p.Body...)
	file := base64.StdEncoding.AppendEncode([]byte(proofHeader+"\nextra "), extra)
	file = strconv.AppendInt(append(file, "\nindex "...), p.Index, 10)
	for _, hash := range p.Hashes {
		file = base64.StdEncoding.AppendEncode(append(file, '\n'), hash[:])
	}
	return append(append(file, "\n\n"...), p.Checkpoint...)
}

// Parse reads a proof file. It proves nothing; see Verify.
func Parse(file []byte) (Proof, error) {
	head, checkpoint, found := strings.Cut(string(file), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != proofHeader {
		return Proof{}, fmt.Errorf("proof: expected a file that begins with %s, extra and index", proofHeader)
	}
	encoded, isExtra := strings.CutPrefix(lines[1], "extra ")
	extra, err := base64.StdEncoding.Strict().DecodeString(encoded)
	if !isExtra || err != nil || strings.Contains(encoded, "\r") {
		return Proof{}, errors.New("proof: line 2: expected extra and base64")
	}
	line, body, found := strings.Cut(string(extra), "\n")
	if !found {
		return Proof{}, errors.New("proof: line 2: expected a leaf's line and its body in the extra data")
	}
	p := Proof{Line: line + "\n", Body: []byte(body), Checkpoint: []byte(checkpoint)}
	number, isIndex := strings.CutPrefix(lines[2], "index ")
	p.Index, err = strconv.ParseInt(number, 10, 64)
	if !isIndex || err != nil || p.Index < 0 || strconv.FormatInt(p.Index, 10) != number {
		return Proof{}, fmt.Errorf("proof: line 3 is %.40q; expected index and a whole number", lines[2])
	}
	for i, text := range lines[3:] {
		hash, err := parseHash(text)
		if err != nil {
			return Proof{}, fmt.Errorf("proof: line %d: %w", i+4, err)
		}
		p.Hashes = append(p.Hashes, hash)
	}
	return p, nil
}

// Verified is what a proof has shown.
type Verified struct {
	Leaf       Leaf
	Checkpoint Checkpoint
	Withheld   bool // the body is not in the file, so its digest was not checked
}

// Verify checks that the checkpoint is signed by the verifier key, that the
// leaf is in its tree at Index, and that the body is the one the leaf commits
// to. Errors wrap ErrUnsigned or ErrNotProven when one of these fails.
func (p Proof) Verify(key string) (Verified, error) {
	checkpoint, err := OpenCheckpoint(p.Checkpoint, key)
	if err != nil {
		return Verified{}, err
	}
	if err := tlog.CheckRecord(p.Hashes, checkpoint.Size, checkpoint.Root, p.Index, tlog.RecordHash([]byte(p.Line))); err != nil {
		return Verified{}, fmt.Errorf("the leaf is not entry %d of the %d signed: %w", p.Index, checkpoint.Size, ErrNotProven)
	}
	leaf, err := ParseLeaf(p.Line)
	if err != nil {
		return Verified{}, err
	}
	if len(p.Body) > 0 && !leaf.Commits(p.Body) {
		return Verified{}, fmt.Errorf("the body is not the one entry %d commits to: %w", p.Index, ErrNotProven)
	}
	return Verified{leaf, checkpoint, len(p.Body) == 0}, nil
}
