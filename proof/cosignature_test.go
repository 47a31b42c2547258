package proof_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"muster/proof"
)

// Keys of witnesses for these tests, in the form of their signers.
const (
	gazetteSecret = "PRIVATE+KEY+gazette.example/w1+e08634d3+AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
	courierSecret = "PRIVATE+KEY+courier.example/w1+b058bad1+AQICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIC"
)

var cosignedAt = time.Date(2025, 6, 3, 10, 0, 0, 0, time.UTC)

// witnessOf makes the witness that has a secret key: what signs, and its
// verifier key.
func witnessOf(t testing.TB, secret string, at time.Time) (note.Signer, string) {
	t.Helper()
	signer, err := note.NewSigner(secret)
	must(t, err)
	seed, err := base64.StdEncoding.DecodeString(secret[strings.LastIndex(secret, "+")+1:])
	must(t, err)
	public, err := note.NewEd25519VerifierKey(signer.Name(), ed25519.NewKeyFromSeed(seed[1:]).Public().(ed25519.PublicKey))
	must(t, err)
	key, err := proof.WitnessKey(public)
	must(t, err)
	cosigner, err := proof.NewCosigner(signer, public, at)
	must(t, err)
	return cosigner, key
}

// cosignedCheckpoint is a checkpoint of 41 entries with the log's own time and
// two witnesses.
func cosignedCheckpoint(t testing.TB) (signed []byte, c proof.Checkpoint, witnesses []string) {
	t.Helper()
	_, _, c = publish(t, 41)
	own, err := proof.NewCosigner(signer(t), exampleVerifier, cosignedAt)
	must(t, err)
	signed, err = c.Sign(signer(t), own)
	must(t, err)
	for i, secret := range []string{gazetteSecret, courierSecret} {
		cosigner, key := witnessOf(t, secret, cosignedAt.Add(time.Duration(i+1)*time.Second))
		line, err := proof.Cosign(signed, cosigner)
		must(t, err)
		signed, witnesses = append(signed, line...), append(witnesses, key)
	}
	return signed, c, witnesses
}

func verifierOf(witnesses []string, quorum int, told *strings.Builder) proof.Verifier {
	return proof.Verifier{Key: exampleVerifier, Witnesses: witnesses, Quorum: quorum, Tell: func(s string) { fmt.Fprintln(told, s) }}
}

func TestCosignatures(t *testing.T) {
	signed, c, witnesses := cosignedCheckpoint(t)
	if opened, err := proof.OpenCheckpoint(signed, exampleVerifier); err != nil || opened != c {
		t.Fatalf("opened %+v %v", opened, err)
	}
	found, err := proof.Cosignatures(signed, witnesses...)
	must(t, err)
	if len(found) != 2 || found[0].Witness != "gazette.example/w1" || !found[1].Time.Equal(cosignedAt.Add(2*time.Second)) {
		t.Errorf("found %v", found)
	}
	own, err := proof.WitnessKey(exampleVerifier)
	must(t, err)
	if found, err = proof.Cosignatures(signed, own); err != nil || len(found) != 1 || !found[0].Time.Equal(cosignedAt) {
		t.Errorf("the log's own time: %v %v", found, err)
	}
	_, public, err := note.GenerateKey(nil, "gazette.example/w1")
	must(t, err)
	stranger, err := proof.WitnessKey(public)
	must(t, err)
	if found, err = proof.Cosignatures(signed, stranger); err != nil || len(found) != 0 {
		t.Errorf("another key: %v %v", found, err)
	}
	renamed := strings.Replace(witnesses[0], "gazette", "other", 1)
	if _, err := proof.Cosignatures(signed, renamed); err == nil {
		t.Error("a key whose name was changed was taken")
	}
	if _, err := proof.Cosignatures(signed, exampleVerifier); err == nil || !strings.Contains(err.Error(), "type 4") {
		t.Errorf("a log's key for a witness: %v", err)
	}
	if _, err := proof.OpenCheckpoint(signed, witnesses[0]); err == nil {
		t.Error("a witness's key for a log's was taken")
	}

	// One cosignature taken for another checkpoint, or for another time.
	_, _, other := publish(t, 42)
	elsewhere, err := other.Sign(signer(t))
	must(t, err)
	lines := signed[bytes.LastIndex(signed, []byte("\n\n"))+2:]
	gazette := bytes.SplitAfter(lines, []byte("\n"))[2]
	if _, err := proof.Cosignatures(append(elsewhere, gazette...), witnesses[0]); !errors.Is(err, proof.ErrUnsigned) {
		t.Errorf("a cosignature of another checkpoint: %v", err)
	}
}

func TestQuorum(t *testing.T) {
	signed, _, witnesses := cosignedCheckpoint(t)
	one := signed[:bytes.LastIndex(signed, []byte("— courier"))]
	for _, test := range []struct {
		signed    []byte
		witnesses []string
		quorum    int
		expected  error
	}{
		{signed, witnesses, 2, nil},
		{one, witnesses, 1, nil},
		{one, witnesses, 2, proof.ErrUnwitnessed},
		{one, witnesses[1:], 1, proof.ErrUnwitnessed},
		{slices.Concat(one, one[bytes.LastIndex(one, []byte("— ")):]), witnesses, 2, proof.ErrUnwitnessed}, // the same twice
	} {
		var told strings.Builder
		_, err := verifierOf(test.witnesses, test.quorum, &told).Checkpoint(test.signed)
		if !errors.Is(err, test.expected) || err != nil && !proof.Refuted(err) {
			t.Errorf("%d of %d: %v, expected %v", test.quorum, len(test.witnesses), err, test.expected)
		}
		if err == nil && !strings.Contains(told.String(), "have seen this record") {
			t.Errorf("told %q", told.String())
		}
	}
}

// TestEveryBit changes one bit after the other, of a cosigned checkpoint and of
// a proof with one: whoever knows all keys takes none of them.
func TestEveryBit(t *testing.T) {
	signed, c, witnesses := cosignedCheckpoint(t)
	own, err := proof.WitnessKey(exampleVerifier)
	must(t, err)
	_, tree, _ := publish(t, 41)
	p := prove(t, tree, c, 17)
	p.Checkpoint = signed
	var told strings.Builder
	for name, whole := range map[string][]byte{"checkpoint": signed, "proof": p.Format()} {
		check := func() error {
			v := verifierOf(witnesses, len(witnesses), &told)
			checkpoint := whole
			if name == "proof" {
				read, err := v.File(whole)
				if err != nil {
					return err
				}
				checkpoint = read.Checkpoint
			}
			if _, err := v.Checkpoint(checkpoint); err != nil {
				return err
			}
			found, err := proof.Cosignatures(checkpoint, own)
			if len(found) == 0 {
				return errors.Join(err, errors.New("the log's own time is missing"))
			}
			return err
		}
		must(t, check())
		for at := range whole {
			for bit := range 8 {
				whole[at] ^= 1 << bit
				if check() == nil {
					t.Errorf("%s: bit %d of byte %d, %q, may be changed", name, bit, at, whole[max(0, at-10):at+1])
				}
				whole[at] ^= 1 << bit
			}
		}
		must(t, check())
	}
}

func FuzzNewWitness(f *testing.F) {
	_, key := witnessOf(f, gazetteSecret, cosignedAt)
	f.Add(key)
	f.Add(exampleVerifier)
	f.Fuzz(func(t *testing.T, text string) {
		key, err := proof.WitnessKey(text)
		if err != nil {
			return
		}
		again, err := proof.WitnessKey(key)
		if err != nil || again != key {
			t.Errorf("%q becomes %q, then %q %v", text, key, again, err)
		}
		if _, err := proof.NewWitness(key); err != nil {
			t.Errorf("%q: %v", key, err)
		}
	})
}

func FuzzCosignatures(f *testing.F) {
	signed, c, witnesses := cosignedCheckpoint(f)
	f.Add(signed)
	f.Fuzz(func(t *testing.T, b []byte) {
		found, err := proof.Cosignatures(b, witnesses...)
		if err == nil && len(found) > 0 && !bytes.HasPrefix(b, []byte(c.String()+"\n")) {
			t.Errorf("a cosignature nobody made: %q", b)
		}
	})
}
