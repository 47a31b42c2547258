package main

import "strings"

// Every how many sentences a changed copy is added to what is learned.
const (
	headlineEvery = 5
	capitalsEvery = 25
)

// withCopies returns the sentences with copies written like headlines and
// copies in capitals, since the treebank holds few of either.
func withCopies(sentences []sentence) []sentence {
	all := append([]sentence(nil), sentences...)
	for i, s := range sentences {
		if len(s.words) < 4 || len(s.words) > 25 {
			continue
		}
		switch {
		case i%headlineEvery == 0:
			all = append(all, headline(s))
		case i%capitalsEvery == 1:
			s.text = mapASCII(s.text, upper)
			all = append(all, s)
		}
	}
	return all
}

// headline returns the sentence without its full stop and with all words
// capitalised but the short ones of a headline.
func headline(s sentence) sentence {
	text := []byte(s.text)
	for i, word := range s.words {
		if i == 0 || !strings.Contains(" a an the of to in on at by for and or but with from as 's n't ", " "+word.In(s.text)+" ") {
			text[word.Start] = upper(text[word.Start])
		}
	}
	last := len(s.words) - 1
	if s.words[last].In(s.text) == "." {
		text = text[:s.words[last].Start]
		s.words = s.words[:last]
	}
	s.text = string(text)
	return s
}

func upper(b byte) byte {
	if 'a' <= b && b <= 'z' {
		return b - 'a' + 'A'
	}
	return b
}

// mapASCII changes the bytes of text one by one, so that offsets stay.
func mapASCII(text string, change func(byte) byte) string {
	bytes := []byte(text)
	for i, b := range bytes {
		bytes[i] = change(b)
	}
	return string(bytes)
}
