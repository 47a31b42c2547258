package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"muster/language"
)

// evaluate prints how well the embedded model does on the treebank's test
// files: tags on the treebank's own words, then all from the raw text.
func evaluate(folder string, files []string, output io.Writer) error {
	model, err := language.Load()
	if err != nil {
		return err
	}
	for _, name := range files {
		sentences, err := readTreebank(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		right, all := 0, 0
		for _, s := range sentences {
			words := append([]language.Word(nil), s.words...)
			model.Tag(s.text, words)
			for i, word := range words {
				all++
				if word.Tag == s.words[i].Tag {
					right++
				}
			}
		}
		fmt.Fprintf(output, "%s: %.2f %% of %d tags right on given words\n", name, 100*float64(right)/float64(all), all)
		evaluateRaw(model, name, sentences, output)
	}
	return nil
}

// evaluateRaw joins the sentences to paragraphs and compares what the model
// finds in them with the treebank (F1: the harmonic mean of precision and
// recall).
func evaluateRaw(model *language.Model, name string, sentences []sentence, output io.Writer) {
	var text strings.Builder
	truth := make(map[[2]int]language.Tag)
	bounds := make(map[[2]int]bool)
	for i, s := range sentences {
		if i > 0 {
			text.WriteString(map[bool]string{true: "\n", false: " "}[s.paragraph])
		}
		offset := text.Len()
		for _, word := range s.words {
			truth[[2]int{offset + word.Start, offset + word.End}] = word.Tag
		}
		bounds[[2]int{offset + s.words[0].Start, offset + s.words[len(s.words)-1].End}] = true
		text.WriteString(s.text)
	}
	found := model.Sentences(text.String())
	words, sameWords, sameTags, sameSentences := 0, 0, 0, 0
	for _, s := range found {
		if bounds[[2]int{s.Start, s.End}] {
			sameSentences++
		}
		for _, word := range s.Words {
			words++
			if tag, same := truth[[2]int{word.Start, word.End}]; same {
				sameWords++
				if tag == word.Tag {
					sameTags++
				}
			}
		}
	}
	fmt.Fprintf(output, "%s: from raw text F1 of words %.2f, of words with tags %.2f, of sentences %.2f\n", name,
		f1(sameWords, words, len(truth)), f1(sameTags, words, len(truth)), f1(sameSentences, len(found), len(bounds)))
}

func f1(same, found, truth int) float64 { return 200 * float64(same) / float64(found+truth) }
