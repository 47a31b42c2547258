package witness

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	// maxProof is how many hashes a consistency proof may have.
	maxProof = 63
	// maxRequest bounds what is read of a request: a proof, and a checkpoint
	// with as many signatures as notes may have.
	maxRequest = 512 << 10
)

// Request is the body of an add-checkpoint call.
type Request struct {
	Old        int64          // size of the checkpoint that the witness cosigned last; 0 for none
	Proof      tlog.TreeProof // that the new tree extends that one
	Checkpoint []byte         // the signed note, verbatim
}

// Format writes the request.
func (r Request) Format() []byte {
	body := strconv.AppendInt([]byte("old "), r.Old, 10)
	for _, hash := range r.Proof {
		body = base64.StdEncoding.AppendEncode(append(body, '\n'), hash[:])
	}
	return append(append(body, "\n\n"...), r.Checkpoint...)
}

// ParseRequest reads a request. It verifies nothing.
func ParseRequest(body []byte) (Request, error) {
	head, checkpoint, found := bytes.Cut(body, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	number, isOld := strings.CutPrefix(lines[0], "old ")
	if !found || !isOld {
		return Request{}, errors.New("expected a line such as `old 41`, a proof, an empty line and a checkpoint")
	}
	r := Request{Checkpoint: checkpoint}
	var err error
	if r.Old, err = parseSize(number); err != nil {
		return Request{}, err
	}
	if len(lines)-1 > maxProof {
		return Request{}, fmt.Errorf("the proof has %d hashes; expected at most %d", len(lines)-1, maxProof)
	}
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil || hash.String() != line {
			return Request{}, fmt.Errorf("%.60q is no hash; expected 32 bytes in base64", line)
		}
		r.Proof = append(r.Proof, hash)
	}
	return r, nil
}

// parseSize reads a size in its one form, without leading zeroes.
func parseSize(number string) (int64, error) {
	size, err := strconv.ParseInt(number, 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != number {
		return 0, fmt.Errorf("%.30q is no size; expected a whole number", number)
	}
	return size, nil
}
