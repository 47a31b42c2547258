package proof_test

import (
	"bytes"
	"testing"

	"muster/proof"
)

// What a parser takes, it takes in one form only: writing it again gives the
// same bytes. Otherwise two files could differ and mean the same.

func FuzzParseLeaf(f *testing.F) {
	f.Add(leaf(1).String())
	f.Add("muster/v1 a b 1 2025-06-03T09:12:04Z c sha256:00\n")
	f.Fuzz(func(t *testing.T, line string) {
		if l, err := proof.ParseLeaf(line); err == nil && l.String() != line {
			t.Errorf("%q becomes %q", line, l)
		}
	})
}

func FuzzOpenCheckpoint(f *testing.F) {
	_, _, c := publish(f, 3)
	signed, err := c.Sign(signer(f))
	must(f, err)
	f.Add(signed)
	f.Fuzz(func(t *testing.T, b []byte) {
		opened, err := proof.OpenCheckpoint(b, exampleVerifier)
		if err == nil && opened != c {
			t.Errorf("a signature nobody made: %q", b)
		}
		read, err := proof.ReadCheckpoint(b)
		if err == nil && !bytes.HasPrefix(b, []byte(read.String())) {
			t.Errorf("%q becomes %q", b, read)
		}
	})
}

func FuzzParse(f *testing.F) {
	_, tree, c := publish(f, 5)
	good := prove(f, tree, c, 3).Format()
	f.Add(good)
	f.Add([]byte("c2sp.org/tlog-proof@v1\nextra Cg==\nindex 0\n\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := proof.Parse(b)
		if err != nil {
			return
		}
		if !bytes.Equal(p.Format(), b) {
			t.Errorf("%q becomes %q", b, p.Format())
		}
		if verified, err := p.Verify(exampleVerifier); err == nil && verified.Checkpoint != c {
			t.Errorf("a proof nobody made: %q", b)
		}
	})
}

func FuzzParseTilePath(f *testing.F) {
	f.Add("tile/0/x001/x234/067.p/255")
	f.Add("tile/entries/000")
	f.Fuzz(func(t *testing.T, path string) {
		if tile, err := proof.ParseTilePath(path); err == nil && proof.TilePath(tile) != path {
			t.Errorf("%q becomes %q", path, proof.TilePath(tile))
		}
	})
}

func FuzzParseBundle(f *testing.F) {
	bundle, err := proof.FormatBundle([]string{"a\n", "", leaf(1).String()})
	must(f, err)
	f.Add(bundle)
	f.Fuzz(func(t *testing.T, b []byte) {
		lines, err := proof.ParseBundle(b)
		if err != nil {
			return
		}
		if again, err := proof.FormatBundle(lines); err != nil || !bytes.Equal(again, b) {
			t.Errorf("%q becomes %q %v", b, again, err)
		}
	})
}

func FuzzParseKeyChange(f *testing.F) {
	f.Add([]byte(`{"nonce":"00","content":{"old":"` + exampleVerifier + `","new":"` + exampleVerifier + `"}}`))
	f.Add([]byte(`{"content":{"new":"` + exampleVerifier + `"}}`))
	f.Add([]byte(`{"content":{}}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		change, err := proof.ParseKeyChange(body)
		if err != nil {
			return
		}
		if _, err := proof.NewVerifier(change.New); err != nil {
			t.Errorf("%q changes the key to %q", body, change.New)
		}
	})
}
