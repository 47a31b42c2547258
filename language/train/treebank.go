package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"muster/language"
)

// sentence is one of the treebank's, with the words where they stand in text.
type sentence struct {
	text      string
	words     []language.Word // with the treebank's tags
	paragraph bool            // it starts a paragraph
}

// readTreebank reads the sentences of a CoNLL-U file, with the fifth column
// (XPOS) as tags. Words that cannot be found in their sentence's text are an
// error.
func readTreebank(path string) ([]sentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the treebank: %w", err)
	}
	defer file.Close()
	var sentences []sentence
	var current sentence
	at := 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		switch {
		case line == "":
			sentences = append(sentences, current)
			current, at = sentence{}, 0
		case strings.HasPrefix(line, "# text = "):
			current.text = strings.TrimPrefix(line, "# text = ")
		case strings.HasPrefix(line, "# newpar"):
			current.paragraph = true
		case strings.HasPrefix(line, "#"):
		default:
			columns := strings.Split(line, "\t")
			if len(columns) != 10 {
				return nil, fmt.Errorf("%s:%d: expected 10 columns, found %d", path, number, len(columns))
			}
			if strings.ContainsAny(columns[0], "-.") {
				continue // words written together and words left out
			}
			found := strings.Index(current.text[at:], columns[1])
			if found < 0 || strings.TrimSpace(current.text[at:at+found]) != "" {
				return nil, fmt.Errorf("%s:%d: expected %q next in the text, found %q", path, number, columns[1], current.text[at:])
			}
			start := at + found
			at = start + len(columns[1])
			current.words = append(current.words, language.Word{Start: start, End: at, Tag: language.Tag(columns[4])})
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return sentences, nil
}
