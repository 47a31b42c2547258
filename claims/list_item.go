package claims

import "strings"

// firstOfParagraph returns the first sentence of the paragraph.
func firstOfParagraph(sentences []sentence, at int) int {
	for at > 0 && sentences[at-1].Paragraph == sentences[at].Paragraph {
		at--
	}
	return at
}

// itemOfList reports whether the paragraph of the sentence is an item of a
// list: a mark stands before it.
func itemOfList(text string, sentences []sentence, at int) bool {
	words := sentences[firstOfParagraph(sentences, at)].Words
	if len(words) == 0 {
		return false
	}
	start := words[0].Start
	for _, mark := range [...]string{"- ", "* ", "– ", "· ", "▪ ", "•", "*", "●"} {
		if strings.HasPrefix(text[start:], mark) {
			return true
		}
	}
	return false
}
