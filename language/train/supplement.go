package main

import (
	"bufio"
	_ "embed" // the sentences
	"fmt"
	"strings"

	"muster/language"
)

//go:embed supplement.txt
var supplementText string

// supplementCopies is how often a sentence of the supplement is learned in
// the place of one of the treebank.
const supplementCopies = 3

// readSupplement reads sentences written as word_TAG word_TAG.
func readSupplement(text string) ([]sentence, error) {
	var sentences []sentence
	lines := bufio.NewScanner(strings.NewReader(text))
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		var s sentence
		for _, field := range strings.Fields(line) {
			mark := strings.LastIndexByte(field, '_')
			if mark <= 0 || mark == len(field)-1 {
				return nil, fmt.Errorf("supplement.txt:%d: expected word_TAG, found %q", number, field)
			}
			word, tag := field[:mark], language.Tag(field[mark+1:])
			if s.text != "" && !strings.Contains(". , % :", word) {
				s.text += " "
			}
			start := len(s.text)
			s.text += word
			s.words = append(s.words, language.Word{Start: start, End: len(s.text), Tag: tag})
		}
		sentences = append(sentences, s)
	}
	return sentences, lines.Err()
}
