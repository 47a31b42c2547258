package proof

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
)

// ErrUnwitnessed marks a checkpoint that too few of the witnesses asked for
// have cosigned.
var ErrUnwitnessed = errors.New("too few witnesses")

// The types of Ed25519 signatures in a signed note. One key may have both: what
// they sign never begins alike.
const (
	typeSignature   = 0x01 // of a log, on the text of its checkpoint
	typeCosignature = 0x04 // of a witness, with the time; https://c2sp.org/tlog-cosignature

	timestampBytes = 8
)

// publicKey is a verifier key, taken apart.
type publicKey struct {
	name string
	kind byte
	key  ed25519.PublicKey
}

func parseKey(text string) (publicKey, error) {
	text = strings.TrimSpace(text)
	malformed := fmt.Errorf("%.100q is no verifier key; expected NAME+HASH+BASE64 as its owner publishes it", text)
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 || !isWord(parts[0]) {
		return publicKey{}, malformed
	}
	data, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(data) != 1+ed25519.PublicKeySize {
		return publicKey{}, malformed
	}
	k := publicKey{name: parts[0], kind: data[0], key: data[1:]}
	if k.String() != text {
		return publicKey{}, malformed
	}
	return k, nil
}

func (k publicKey) hash() uint32 {
	digest := sha256.Sum256(slices.Concat([]byte(k.name), []byte{'\n', k.kind}, k.key))
	return binary.BigEndian.Uint32(digest[:])
}

func (k publicKey) String() string {
	return fmt.Sprintf("%s+%08x+%s", k.name, k.hash(), base64.StdEncoding.EncodeToString(append([]byte{k.kind}, k.key...)))
}

// WitnessKey returns the verifier key of the cosignatures that a key makes,
// given the verifier key of its signatures: the same name and the same Ed25519
// key under the other type. A key of a witness is returned as it is.
func WitnessKey(key string) (string, error) {
	k, err := parseKey(key)
	if err != nil {
		return "", err
	}
	if k.kind != typeSignature && k.kind != typeCosignature {
		return "", fmt.Errorf("%.100q is of type %d; expected an Ed25519 key, type 1, or that of a witness, type 4", key, k.kind)
	}
	k.kind = typeCosignature
	return k.String(), nil
}

// NewWitness reads the verifier key of a witness, an Ed25519 key of type 4. It
// verifies cosignatures, which are signatures with the time of signing.
func NewWitness(key string) (note.Verifier, error) {
	k, err := parseKey(key)
	if err == nil && k.kind != typeCosignature {
		err = fmt.Errorf("%.100q is a key of type %d; a witness has one of type 4, as `muster witness key` prints it", key, k.kind)
	}
	if err != nil {
		return nil, err
	}
	return witness(k), nil
}

type witness publicKey

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return publicKey(w).hash() }

func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != timestampBytes+ed25519.SignatureSize {
		return false
	}
	at := binary.BigEndian.Uint64(signature)
	return at <= math.MaxInt64 && ed25519.Verify(w.key, cosigned(text, at), signature[timestampBytes:])
}

// cosigned is what a witness signs for a note's text.
func cosigned(text []byte, at uint64) []byte {
	return append([]byte("cosignature/v1\ntime "+strconv.FormatUint(at, 10)+"\n"), text...)
}

// NewCosigner makes cosignatures of one second with a signing key, given the
// verifier key that belongs to it.
func NewCosigner(signer note.Signer, key string, at time.Time) (note.Signer, error) {
	k, err := parseKey(key)
	if err != nil {
		return nil, err
	}
	k.kind = typeCosignature
	if signer.Name() != k.name || at.Unix() < 0 {
		return nil, fmt.Errorf("cosigning as %s at %s: expected a key of that name and a time after 1970", k.name, at)
	}
	return cosigner{witness(k), signer, uint64(at.Unix())}, nil
}

type cosigner struct {
	witness
	signer note.Signer
	at     uint64
}

func (c cosigner) Sign(text []byte) ([]byte, error) {
	signature, err := c.signer.Sign(cosigned(text, c.at))
	return append(binary.BigEndian.AppendUint64(nil, c.at), signature...), err
}

// Cosign returns the line that a witness adds to a signed note.
func Cosign(signed []byte, witness note.Signer) ([]byte, error) {
	text := noteText(signed)
	whole, err := note.Sign(&note.Note{Text: string(text)}, witness)
	if err != nil {
		return nil, fmt.Errorf("cosigning: %w", err)
	}
	return whole[len(text)+1:], nil
}

// noteText is the text of a signed note: all before the last empty line.
func noteText(signed []byte) []byte { return signed[:bytes.LastIndex(signed, []byte("\n\n"))+1] }

// Cosignature is a witness's word that at a time it had seen no larger
// checkpoint of the log than this, and that it extends all it had seen before.
type Cosignature struct {
	Witness string // name of its key
	Key     string // its verifier key
	Time    time.Time
}

// Cosignatures verifies the cosignatures that witnesses with these verifier keys
// have put on a signed note, in the order of the keys. Those of others are left
// alone. The error wraps ErrUnsigned when one of a key given is there and wrong.
func Cosignatures(signed []byte, keys ...string) ([]Cosignature, error) {
	var verifiers []note.Verifier
	for _, key := range keys {
		verifier, err := NewWitness(key)
		if err != nil {
			return nil, err
		}
		for _, other := range verifiers {
			if other.(witness).key.Equal(verifier.(witness).key) {
				return nil, fmt.Errorf("the witnesses %s and %s have the same key, so they are one; name it once", other.Name(), verifier.Name())
			}
		}
		verifiers = append(verifiers, verifier)
	}
	opened, err := openNote(signed, verifiers...)
	if errors.Is(err, errNoneSigned) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var found []Cosignature
	for _, verifier := range verifiers {
		for _, signature := range opened.Sigs {
			if signature.Name != verifier.Name() || signature.Hash != verifier.KeyHash() {
				continue
			}
			data, err := base64.StdEncoding.DecodeString(signature.Base64)
			if err != nil {
				return nil, err
			}
			at := binary.BigEndian.Uint64(data[4:]) // after the key's hash
			found = append(found, Cosignature{signature.Name, publicKey(verifier.(witness)).String(), time.Unix(int64(at), 0).UTC()})
		}
	}
	return found, nil
}
