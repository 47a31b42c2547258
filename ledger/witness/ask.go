package witness

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"muster/ledger"
	"muster/proof"
)

// ErrForked says that a witness has seen another past of the log than this one.
var ErrForked = errors.New("a witness has seen another past of this ledger")

// Peer is a witness that a log asks.
type Peer struct {
	Key string // its verifier key
	URL string // where it takes checkpoints
}

// Asker asks one witness to cosign a log's newest checkpoint.
type Asker struct {
	Log    *ledger.Log
	Peer   Peer
	Client *http.Client

	old int64 // the size it cosigned last, as far as known
}

// Ask sends the log's newest checkpoint, unless the witness has cosigned it, and
// keeps the cosignature with it. It returns the checkpoint's size. The error
// wraps ErrForked when the witness has seen another past; any other may pass.
func (a *Asker) Ask(ctx context.Context) (int64, error) {
	signed, err := a.Log.Checkpoint(ctx)
	if err != nil {
		return 0, err
	}
	checkpoint, err := proof.ReadCheckpoint(signed)
	if err != nil {
		return 0, err
	}
	if have, err := proof.Cosignatures(signed, a.Peer.Key); err != nil || len(have) > 0 {
		return checkpoint.Size, err
	}
	// The witness says what it has seen where that is not known here; the second
	// answer is final, unless somebody else asked in between.
	for range 3 {
		line, size, err := a.send(ctx, signed, checkpoint.Size)
		if err != nil {
			return checkpoint.Size, err
		}
		if line == nil {
			if size == a.old && size == checkpoint.Size {
				return size, fmt.Errorf("%w: of %d entries it has another list; a copy of this record was written to elsewhere, so go on with the one it has cosigned, and keep this one to find out how that came", ErrForked, size)
			}
			if size > checkpoint.Size {
				return checkpoint.Size, fmt.Errorf("%w: it has seen %d entries, and here are %d; was it restored from a backup? Go on with the newer one", ErrForked, size, checkpoint.Size)
			}
			a.old = size
			continue
		}
		if err := a.Log.AddCosignature(ctx, checkpoint.Size, a.Peer.Key, line); err != nil {
			return checkpoint.Size, err
		}
		a.old = checkpoint.Size
		return checkpoint.Size, nil
	}
	return checkpoint.Size, errors.New("it names another size each time; ask again later")
}

// send sends one request, and returns the witness's lines, or, without them, the
// size it cosigned last.
func (a *Asker) send(ctx context.Context, signed []byte, size int64) (lines []byte, seen int64, err error) {
	request := Request{Old: a.old, Checkpoint: signed}
	if request.Proof, err = a.Log.Consistency(ctx, a.old, size); err != nil {
		return nil, 0, err
	}
	address := strings.TrimSuffix(a.Peer.URL, "/") + "/add-checkpoint"
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(request.Format()))
	if err != nil {
		return nil, 0, err
	}
	response, err := a.Client.Do(r)
	if err != nil {
		return nil, 0, err
	}
	defer response.Body.Close() // it was only read
	answer, err := io.ReadAll(io.LimitReader(response.Body, maxRequest))
	if err != nil {
		return nil, 0, err
	}
	words := strings.TrimSpace(string(answer))
	switch response.StatusCode {
	case http.StatusOK:
		return answer, 0, nil
	case http.StatusConflict:
		seen, err = parseSize(words)
		return nil, seen, err
	case http.StatusUnprocessableEntity:
		return nil, 0, fmt.Errorf("%w: its first %d entries are others", ErrForked, a.old)
	case http.StatusNotFound:
		return nil, 0, fmt.Errorf("it does not watch this ledger yet; send its owner the ledger's key (%.120s)", words)
	case http.StatusForbidden:
		return nil, 0, fmt.Errorf("it knows another key of this ledger; send its owner the new one (%.120s)", words)
	}
	return nil, 0, fmt.Errorf("it answers %s (%.120s)", response.Status, words)
}
