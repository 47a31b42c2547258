package ledgertest

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"testing"

	"muster/ledger"
	"muster/proof"
)

func testWithhold(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 300)...)
	why := []byte(`{"reason":"a court order"}`)
	entries, err := b.Withhold(t.Context(), []int64{7, 260}, "curator:ann", why)
	must(t, err)
	if len(entries) != 2 || entries[0].Leaf.Kind != ledger.KindWithhold || entries[0].Leaf.Subject != "7" || entries[1].Leaf.Subject != "260" {
		t.Fatalf("entries %+v", entries)
	}
	look := func(log *ledger.Log) {
		t.Helper()
		must(t, log.Check(t.Context()))
		withheld, err := log.Withheld(t.Context())
		if must(t, err); !slices.Equal(withheld, []int64{7, 260}) {
			t.Errorf("withheld are %v", withheld)
		}
		for entry, err := range log.Entries(t.Context(), 0, 400) {
			must(t, err)
			content, err := entry.Content()
			must(t, err)
			want := int64(0)
			if entry.Index == 7 || entry.Index == 260 {
				want = 300 + int64(slices.Index([]int64{7, 260}, entry.Index))
			}
			if entry.WithheldBy != want || (content == nil) != (want > 0) {
				t.Errorf("entry %d is withheld by %d and says %s", entry.Index, entry.WithheldBy, content)
			}
		}
		latest, found, err := log.Latest(t.Context(), "figure", "f7", 400)
		if must(t, err); !found || latest.WithheldBy != 300 {
			t.Errorf("the latest of f7 is %+v", latest)
		}
		// The proof still holds, and says that the body is not with it.
		file, err := log.Proof(t.Context(), 7)
		must(t, err)
		parsed, err := proof.Parse(file)
		must(t, err)
		verified, err := parsed.Verify(log.VerifierKey())
		if must(t, err); !verified.Withheld {
			t.Error("the proof does not say that the body is withheld")
		}
	}
	look(b.Log)
	must(t, b.Rebuild(t.Context()))
	look(b.Log)
	must(t, b.Close())
	log := reopen(t, open, b.place, b.options)
	look(log)

	// Once more is no further entry; what cannot be withheld is refused whole.
	if again, err := log.Withhold(t.Context(), []int64{7}, "curator:ann", why); err != nil || len(again) != 0 {
		t.Errorf("once more: %v, %v", again, err)
	}
	for _, index := range []int64{300, 4000, -1} {
		_, err := log.Withhold(t.Context(), []int64{8, index}, "curator:ann", why)
		if !errors.Is(err, ledger.ErrWithhold) || index != 300 && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("entry %d: %v", index, err)
		}
	}
	if _, err := log.Append(t.Context(), draft(ledger.KindWithhold, "9", 1)); err == nil {
		t.Error("an entry that withholds was appended without removing a body")
	}
	expectSize(t, log, 302)
	look(log)
	reader, err := ledger.Open(t.Context(), openStore(t, open, b.place, true), ledger.Options{})
	must(t, err)
	look(reader)
	if _, err := reader.Withhold(t.Context(), []int64{8}, "curator:ann", why); !errors.Is(err, ledger.ErrReadOnly) {
		t.Errorf("a reader withholds: %v", err)
	}
}

// testWithholdHonestly looks whether a body may be missing for no other reason.
func testWithholdHonestly(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 20)...)
	_, err := b.Withhold(t.Context(), []int64{7}, "curator:ann", []byte(`{}`))
	must(t, err)
	from := openStore(t, open, b.place, true)
	for name, alter := range map[string]alteration{
		"of another entry, missing":      {row: func(r *ledger.Row) bool { r.Body = without(r, 8); return true }},
		"of what withholds, missing":     {row: func(r *ledger.Row) bool { r.Body = without(r, 20); return true }},
		"of the withheld entry, another": {row: func(r *ledger.Row) bool { return put(r, 7, `{"nonce":"","content":{}}`) }},
	} {
		place := t.TempDir()
		copyStore(t, from, openStore(t, open, place, false), 21, alter)
		log, err := ledger.Open(t.Context(), openStore(t, open, place, true), ledger.Options{})
		must(t, err)
		if err := log.Check(t.Context()); !errors.Is(err, ledger.ErrDamaged) {
			t.Errorf("a body %s: %v", name, err)
		}
	}
}

func without(r *ledger.Row, index int64) []byte {
	if r.Index == index {
		return nil
	}
	return r.Body
}

func put(r *ledger.Row, index int64, body string) bool {
	if r.Index == index {
		r.Body = []byte(body)
	}
	return true
}

// Secret is a body that Scrubbed withholds: no other holds these words.
const Secret = "a-name-that-must-not-stay"

// Scrubbed withholds bodies and then has read looked for their words in the
// bytes of the store's files, as they lie on the disk. It reports whether they
// were found before, which a test that can fail needs.
func Scrubbed(t *testing.T, open Opener, holds func(t *testing.T, place, words string) bool) {
	b := create(t, open)
	var secret []int64
	for i := range 400 {
		content := i
		entry := b.append(t, draft("figure", fmt.Sprintf("f%d", i), content))[0]
		if i%9 == 0 { // short ones, and one that fills many pages
			text := fmt.Sprintf("%q", Secret)
			if i == 99 {
				text = fmt.Sprintf("%q", Secret+fmt.Sprintf("%0100000d", i)+Secret)
			}
			entry = b.append(t, ledger.Draft{Kind: "document", Subject: fmt.Sprintf("d%d", i), Author: "folder", Content: []byte(text)})[0]
			secret = append(secret, entry.Index)
		}
	}
	if !holds(t, b.place, Secret) {
		t.Fatal("the words are not found even before: the test looks in the wrong place")
	}
	_, err := b.Withhold(t.Context(), secret, "curator:ann", []byte(`{}`))
	must(t, err)
	if holds(t, b.place, Secret) {
		t.Error("the words are still in the files")
	}
	must(t, b.Check(t.Context()))
	must(t, b.Close())
	if holds(t, b.place, Secret) {
		t.Error("the words are in the files after closing")
	}
}
