package proof_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	formatslog "github.com/transparency-dev/formats/log"
	formatsnote "github.com/transparency-dev/formats/note"
	formatsproof "github.com/transparency-dev/formats/proof"
	"golang.org/x/mod/sumdb/note"

	"muster/proof"
)

// TestOtherImplementation has the formats read and written by a library of the
// people who wrote them down.
func TestOtherImplementation(t *testing.T) {
	signed, c, witnesses := cosignedCheckpoint(t)
	_, tree, _ := publish(t, 41)
	p := prove(t, tree, c, 17)
	p.Checkpoint = signed
	var read formatsproof.TLogProof
	must(t, read.Unmarshal(p.Format()))
	if read.Index != 17 || len(read.Hashes) != len(p.Hashes) || !bytes.Equal(read.ExtraData, append([]byte(p.Line), p.Body...)) || !bytes.Equal(read.Marshal(), p.Format()) {
		t.Errorf("it reads %+v", read)
	}

	logKey, err := note.NewVerifier(exampleVerifier)
	must(t, err)
	own, err := formatsnote.NewVerifierForCosignatureV1(exampleVerifier)
	must(t, err)
	verifiers := []note.Verifier{own}
	for _, key := range witnesses {
		verifier, err := formatsnote.NewVerifierForCosignatureV1(key)
		must(t, err)
		verifiers = append(verifiers, verifier)
	}
	parsed, _, opened, err := formatslog.ParseCheckpoint(read.Checkpoint, c.Origin, logKey, verifiers...)
	must(t, err)
	if parsed.Size != 41 || !bytes.Equal(parsed.Hash, c.Root[:]) || len(opened.Sigs) != 4 {
		t.Errorf("it reads %+v with %d signatures", parsed, len(opened.Sigs))
	}
	for i, signature := range opened.Sigs[1:] {
		at, err := formatsnote.CoSigV1Timestamp(signature)
		if must(t, err); !at.Equal(cosignedAt.Add(time.Duration(i) * time.Second)) {
			t.Errorf("signature %d is of %s", i, at)
		}
	}
	theirs, err := formatsnote.VKeyToCosignatureV1(exampleVerifier)
	must(t, err)
	if ours, err := proof.WitnessKey(exampleVerifier); err != nil || ours != theirs {
		t.Errorf("the key of the log's own cosignatures is %s, and by the other implementation %s", ours, theirs)
	}

	// The other way about: what it cosigns is taken here.
	other, err := formatsnote.NewSignerForCosignatureV1(gazetteSecret)
	must(t, err)
	bare, err := c.Sign(signer(t))
	must(t, err)
	line, err := proof.Cosign(bare, other)
	must(t, err)
	found, err := proof.Cosignatures(append(bare, line...), witnesses[0])
	if err != nil || len(found) != 1 || time.Since(found[0].Time) > time.Minute {
		t.Errorf("its cosignature: %v %v", found, err)
	}
}

// TestInPython checks a cosigned proof, and changed ones, with a program that
// shares nothing with this one, not even the language.
func TestInPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("MUSTER_FULL") != "" {
			t.Fatal("no python3, and MUSTER_FULL is set")
		}
		t.Skip("no python3: install it to run this test")
	}
	_, err = os.ReadFile("testdata/verify.py") // so that the test runs again when it changes
	must(t, err)
	signed, c, witnesses := cosignedCheckpoint(t)
	own, err := proof.WitnessKey(exampleVerifier)
	must(t, err)
	_, tree, _ := publish(t, 41)
	p := prove(t, tree, c, 17)
	p.Checkpoint = signed
	good := string(p.Format())
	for name, test := range map[string]struct{ old, changed, says string }{
		"as made":                   {"", "", "verified: entry 17 of 41, 3 cosignatures\n"},
		"another index":             {"index 17", "index 16", "not verified: the leaf is not in the tree\n"},
		"another size":              {"\n41\n", "\n42\n", "not verified: the signature of example.org/operation is wrong\n"},
		"a changed body":            {"extra bXVz", "extra bXVt", "not verified: the leaf is not in the tree\n"},
		"a cosignature is missing":  {"— gazette.example/w1", "— gazette.example/w2", "not verified: gazette.example/w1 has not signed\n"},
		"a changed cosignature":     {"— courier.example/w1 ", "— courier.example/w1 A", "not verified"},
		"the log's name is another": {"example.org/operation\n41", "example.org/operatiom\n41", "not verified"},
	} {
		file := filepath.Join(t.TempDir(), "17.tlog-proof")
		changed := strings.Replace(good, test.old, test.changed, 1)
		must(t, os.WriteFile(file, []byte(changed), 0o644))
		// The exit code only repeats what is said.
		said, _ := exec.Command(python, append([]string{"testdata/verify.py", file, exampleVerifier, own}, witnesses...)...).CombinedOutput()
		if !strings.HasPrefix(string(said), test.says) || name != "as made" && test.old != "" && changed == good {
			t.Errorf("%s: it says %q, expected %q", name, said, test.says)
		}
	}
}
