package proof_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func signer(t testing.TB) note.Signer {
	t.Helper()
	s, err := note.NewSigner(exampleKey)
	must(t, err)
	return s
}

func leaf(i int) proof.Leaf {
	return proof.Leaf{
		Kind: "figure", Subject: fmt.Sprintf("f%d", i), Version: 1, Author: "curator:ann",
		Time: time.Date(2025, 6, 3, 9, 12, 4, 0, time.UTC), Digest: sha256.Sum256(body(i)),
	}
}

func body(i int) []byte { return fmt.Appendf(nil, `{"nonce":"%032x","content":%d}`, i, i) }

// site is a published log: path to content.
type site map[string][]byte

func (s site) read(path string) ([]byte, error) {
	content, found := s[path]
	if !found {
		return nil, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	return content, nil
}

// publish makes a log of the given size.
func publish(t testing.TB, size int64) (site, *proof.Tree, proof.Checkpoint) {
	t.Helper()
	tree, out := new(proof.Tree), site{}
	var lines []string
	for i := range size {
		must(t, tree.Append(leaf(int(i)).Hash()))
		lines = append(lines, leaf(int(i)).String())
	}
	for _, tile := range proof.Tiles(size) {
		if tile.L == proof.EntriesLevel {
			from := int(tile.N) << proof.TileHeight
			bundle, err := proof.FormatBundle(lines[from : from+tile.W])
			must(t, err)
			out[proof.TilePath(tile)] = bundle
			continue
		}
		data, err := tlog.ReadTileData(tile, tree)
		must(t, err)
		out[proof.TilePath(tile)] = data
	}
	root, err := tree.Root(size)
	must(t, err)
	return out, tree, proof.Checkpoint{Origin: signer(t).Name(), Size: size, Root: root}
}

func prove(t testing.TB, tree *proof.Tree, c proof.Checkpoint, index int64) proof.Proof {
	t.Helper()
	hashes, err := tlog.ProveRecord(c.Size, index, tree)
	must(t, err)
	signed, err := c.Sign(signer(t))
	must(t, err)
	return proof.Proof{Line: leaf(int(index)).String(), Body: body(int(index)), Index: index, Hashes: hashes, Checkpoint: signed}
}

func TestLeaf(t *testing.T) {
	l := proof.Leaf{Kind: "figure", Subject: "f17", Version: 2, Author: "curator:ann",
		Time:   time.Date(2025, 6, 3, 11, 12, 4, 999, time.FixedZone("", 2*3600)),
		Digest: sha256.Sum256([]byte("body"))}
	want := "muster/v1 figure f17 2 2025-06-03T09:12:04Z curator:ann sha256:230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5\n"
	if l.String() != want {
		t.Fatalf("leaf %q, expected %q", l, want)
	}
	read, err := proof.ParseLeaf(want)
	if must(t, err); read.String() != want || read.Version != 2 || read.Author != "curator:ann" {
		t.Errorf("read %+v", read)
	}
	if !read.Commits([]byte("body")) || read.Commits([]byte("body ")) {
		t.Error("the leaf commits to another body")
	}
	for name, line := range map[string]string{
		"empty":           "",
		"no newline":      strings.TrimSuffix(want, "\n"),
		"two newlines":    want + "\n",
		"two spaces":      strings.Replace(want, " f17", "  f17", 1),
		"other format":    strings.Replace(want, "v1", "v2", 1),
		"version 0":       strings.Replace(want, " 2 ", " 0 ", 1),
		"version +2":      strings.Replace(want, " 2 ", " +2 ", 1),
		"version 02":      strings.Replace(want, " 2 ", " 02 ", 1),
		"time in a zone":  strings.Replace(want, "09:12:04Z", "11:12:04+02:00", 1),
		"fraction":        strings.Replace(want, "04Z", "04.5Z", 1),
		"capital digest":  strings.Replace(want, "sha256:230d", "sha256:230D", 1),
		"short digest":    strings.Replace(want, "230d", "30d", 1),
		"no sha256":       strings.Replace(want, "sha256:", "", 1),
		"invisible space": strings.Replace(want, "f17", "f\u20281", 1),
		"direction mark":  strings.Replace(want, "f17", "f\u202e17", 1),
		"not UTF-8":       strings.Replace(want, "f17", "f\xff", 1),
		"control":         strings.Replace(want, "f17", "f\x00", 1),
	} {
		if _, err := proof.ParseLeaf(line); err == nil {
			t.Errorf("%s: %q was taken", name, line)
		}
	}
}

// The roots of RFC 6962 trees over eight well-known leaves, as other
// implementations of Certificate Transparency give them.
func TestTreeIsThatOfCertificateTransparency(t *testing.T) {
	leaves := []string{"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"}
	roots := []string{
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
		"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
		"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
		"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
		"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
		"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
		"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
		"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
	}
	var tree proof.Tree
	for _, text := range leaves {
		data, err := hex.DecodeString(text)
		must(t, err)
		must(t, tree.Append(tlog.RecordHash(data)))
	}
	for size, expected := range roots {
		root, err := tree.Root(int64(size))
		if must(t, err); hex.EncodeToString(root[:]) != expected {
			t.Errorf("root of %d leaves is %x, expected %s", size, root[:], expected)
		}
	}
	if _, err := tree.Root(9); err == nil {
		t.Error("a root of more leaves than there are")
	}
}

func TestCheckpoint(t *testing.T) {
	_, _, c := publish(t, 41)
	signed, err := c.Sign(signer(t))
	must(t, err)
	opened, err := proof.OpenCheckpoint(signed, exampleVerifier)
	if must(t, err); opened != c {
		t.Errorf("opened %+v, expected %+v", opened, c)
	}
	read, err := proof.ReadCheckpoint(signed)
	if must(t, err); read != c {
		t.Errorf("read %+v, expected %+v", read, c)
	}

	// A witness's signature beside the log's is left alone.
	secret, witness, err := note.GenerateKey(nil, "witness.example")
	must(t, err)
	cosigner, err := note.NewSigner(secret)
	must(t, err)
	both, err := c.Sign(signer(t), cosigner)
	must(t, err)
	if opened, err = proof.OpenCheckpoint(both, exampleVerifier); err != nil || opened != c {
		t.Errorf("cosigned: %+v %v", opened, err)
	}

	// The witness's key alone is no key of this log.
	if _, err := proof.OpenCheckpoint(both, witness); !errors.Is(err, proof.ErrUnsigned) {
		t.Errorf("with the key of another name: %v", err)
	}
	secret, other, err := note.GenerateKey(nil, signer(t).Name())
	must(t, err)
	if _, err := proof.OpenCheckpoint(signed, other); !errors.Is(err, proof.ErrUnsigned) {
		t.Errorf("with another key of the same name: %v", err)
	}
	impostor, err := note.NewSigner(secret)
	must(t, err)
	forged, err := c.Sign(impostor)
	must(t, err)
	if _, err := proof.OpenCheckpoint(forged, exampleVerifier); !errors.Is(err, proof.ErrUnsigned) {
		t.Errorf("signed with another key: %v", err)
	}
	for _, change := range [][2]string{{"\n41\n", "\n42\n"}, {c.Origin + "\n41", c.Origin + "x\n41"}, {c.Root.String()[:4], "AAAA"}} {
		changed := bytes.Replace(signed, []byte(change[0]), []byte(change[1]), 1)
		if _, err := proof.OpenCheckpoint(changed, exampleVerifier); !errors.Is(err, proof.ErrUnsigned) {
			t.Errorf("%q for %q: %v", change[1], change[0], err)
		}
	}
	foreign := c
	foreign.Origin = "elsewhere.example/log"
	stray, err := foreign.Sign(signer(t))
	must(t, err)
	if _, err := proof.OpenCheckpoint(stray, exampleVerifier); !errors.Is(err, proof.ErrUnsigned) {
		t.Errorf("of another log, with this log's key: %v", err)
	}
	if _, err := proof.OpenCheckpoint(signed, "no key"); err == nil {
		t.Error("a malformed key was taken")
	}
	root := c.Root.String()
	for name, text := range map[string]string{
		"no size": "ORIGIN\n", "no root": "ORIGIN\n1\n", "size 041": "ORIGIN\n041\n" + root + "\n", "size +1": "ORIGIN\n+1\n" + root + "\n",
		"negative": "ORIGIN\n-1\n" + root + "\n", "short root": "ORIGIN\n1\nAAAA\n", "unusual base64": "ORIGIN\n1\n" + strings.Repeat("A", 42) + "B=\n",
	} {
		bad, err := note.Sign(&note.Note{Text: strings.Replace(text, "ORIGIN", c.Origin, 1)}, signer(t))
		must(t, err)
		if _, err := proof.OpenCheckpoint(bad, exampleVerifier); err == nil {
			t.Errorf("%s: %q was taken", name, text)
		}
	}
	extended, err := note.Sign(&note.Note{Text: c.String() + "an extension\n"}, signer(t))
	must(t, err)
	if opened, err = proof.OpenCheckpoint(extended, exampleVerifier); err != nil || opened != c {
		t.Errorf("with an extension line, which the format allows: %+v %v", opened, err)
	}
}

func TestVerify(t *testing.T) {
	_, tree, c := publish(t, 41)
	p := prove(t, tree, c, 17)
	read, err := proof.Parse(p.Format())
	must(t, err)
	verified, err := read.Verify(exampleVerifier)
	if must(t, err); verified.Leaf != leaf(17) || verified.Checkpoint != c || verified.Withheld {
		t.Errorf("verified %+v", verified)
	}

	withheld := p
	withheld.Body = nil
	if verified, err = withheld.Verify(exampleVerifier); err != nil || !verified.Withheld {
		t.Errorf("a withheld body: %+v %v", verified, err)
	}

	_, otherTree, otherC := publish(t, 42)
	other := prove(t, otherTree, otherC, 17)
	for name, change := range map[string]func(*proof.Proof){
		"body":             func(p *proof.Proof) { p.Body = body(18) },
		"line":             func(p *proof.Proof) { p.Line = leaf(18).String() },
		"line and body":    func(p *proof.Proof) { p.Line, p.Body = leaf(18).String(), body(18) },
		"index":            func(p *proof.Proof) { p.Index = 18 },
		"index beyond":     func(p *proof.Proof) { p.Index = 41 },
		"hash missing":     func(p *proof.Proof) { p.Hashes = p.Hashes[1:] },
		"hash too many":    func(p *proof.Proof) { p.Hashes = append(p.Hashes, p.Hashes[0]) },
		"hashes swapped":   func(p *proof.Proof) { p.Hashes[0], p.Hashes[1] = p.Hashes[1], p.Hashes[0] },
		"other checkpoint": func(p *proof.Proof) { p.Checkpoint = other.Checkpoint },
	} {
		changed, err := proof.Parse(p.Format())
		must(t, err)
		change(&changed)
		if _, err := changed.Verify(exampleVerifier); !errors.Is(err, proof.ErrNotProven) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	_, tree, c := publish(t, 3)
	good := string(prove(t, tree, c, 1).Format())
	for name, change := range map[string][2]string{
		"header":        {"@v1", "@v2"},
		"no extra":      {"extra ", "extra: "},
		"base64":        {"extra ", "extra !"},
		"index 01":      {"index 1", "index 01"},
		"index -1":      {"index 1", "index -1"},
		"index +1":      {"index 1", "index +1"},
		"hash":          {"index 1\n", "index 1\nAAAA\n"},
		"carriage":      {"\n", "\r\n"},
		"no empty line": {"\n\n", "\n"},
	} {
		changed := strings.Replace(good, change[0], change[1], 1)
		if changed == good {
			t.Fatalf("%s changes nothing", name)
		}
		if _, err := proof.Parse([]byte(changed)); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}
