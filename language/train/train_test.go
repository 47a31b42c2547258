package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/language"
)

const treebank = `# newpar id = p1
# text = The agency didn't send 300 guards.
1	The	the	DET	DT	_	2	det	_	_
2	agency	agency	NOUN	NN	_	5	nsubj	_	_
3-4	didn't	_	_	_	_	_	_	_	_
3	did	do	AUX	VBD	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	send	send	VERB	VB	_	0	root	_	_
6	300	300	NUM	CD	_	7	nummod	_	_
7	guards	guard	NOUN	NNS	_	5	obj	_	SpaceAfter=No
8	.	.	PUNCT	.	_	5	punct	_	_

# text = They left.
1	They	they	PRON	PRP	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
2.1	gone	_	_	_	_	_	_	_	_
3	.	.	PUNCT	.	_	2	punct	_	_

`

func read(t *testing.T, content string) ([]sentence, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bank.conllu")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return readTreebank(path)
}

func TestReadTreebank(t *testing.T) {
	sentences, err := read(t, treebank)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range sentences {
		for _, word := range s.words {
			got = append(got, word.In(s.text)+"/"+string(word.Tag))
		}
	}
	want := "The/DT agency/NN did/VBD n't/RB send/VB 300/CD guards/NNS ./. They/PRP left/VBD ./."
	if strings.Join(got, " ") != want {
		t.Errorf("expected %s\nfound %s", want, got)
	}
	if !sentences[0].paragraph || sentences[1].paragraph {
		t.Error("expected a paragraph at the first sentence only")
	}
}

func TestReadTreebankNamesTheLine(t *testing.T) {
	for _, test := range []struct{ content, want string }{
		{"# text = A b\n1\tA\t_\n", ":2: expected 10 columns"},
		{strings.Replace(treebank, "5\tsend", "5\tsent", 1), ":8: expected \"sent\" next"},
	} {
		if _, err := read(t, test.content); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("expected an error with %q, found %v", test.want, err)
		}
	}
}

func TestHeadline(t *testing.T) {
	sentences, err := read(t, treebank)
	if err != nil {
		t.Fatal(err)
	}
	got := headline(sentences[0])
	if want := "The Agency Didn't Send 300 Guards"; got.text != want {
		t.Errorf("expected %q, found %q", want, got.text)
	}
	if last := got.words[len(got.words)-1]; last.In(got.text) != "Guards" || last.Tag != "NNS" {
		t.Errorf("expected Guards/NNS last, found %s/%s", last.In(got.text), last.Tag)
	}
}

func TestSameSeedGivesSameWeights(t *testing.T) {
	sentences, err := read(t, strings.Repeat(treebank, 20))
	if err != nil {
		t.Fatal(err)
	}
	var files [][]byte
	for range 2 {
		file, err := learn(append([]sentence(nil), sentences...), 3, 1, 0.1, io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the same seed gave different weights")
	}
}

func TestEvaluateCountsRightTags(t *testing.T) {
	folder := t.TempDir()
	wrong := strings.Replace(treebank, "send\tVERB\tVB", "send\tVERB\tFW", 1)
	if err := os.WriteFile(filepath.Join(folder, "bank.conllu"), []byte(wrong), 0o600); err != nil {
		t.Fatal(err)
	}
	var output bytes.Buffer
	if err := evaluate(folder, []string{"bank.conllu"}, &output); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"90.91 % of 11 tags", "words 100.00, of words with tags 90.91, of sentences 100.00"} {
		if !strings.Contains(output.String(), want) {
			t.Errorf("expected %q, found %s", want, output.String())
		}
	}
}

func TestSupplement(t *testing.T) {
	sentences, err := readSupplement(supplementText)
	if err != nil {
		t.Fatal(err)
	}
	model, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sentences {
		found := model.Sentences(s.text)
		if len(found) != 1 || len(found[0].Words) != len(s.words) {
			t.Errorf("the supplement cuts %q otherwise than the model", s.text)
		}
	}
	if _, err := readSupplement("# comment\nword_NN word"); err == nil || !strings.Contains(err.Error(), "txt:2: expected word_TAG") {
		t.Errorf("expected an error that names line 2, found %v", err)
	}
}
