package claims

import "strings"

// longestItem is how many sentences an item of a list may have.
const longestItem = 40

// firstOfParagraph returns the first sentence of the paragraph, looking back no
// farther than an item of a list reaches.
func firstOfParagraph(sentences []sentence, at int) int {
	for n := 0; n < longestItem && at > 0 && sentences[at-1].Paragraph == sentences[at].Paragraph; n++ {
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

// listOpener finds the sentence before a list. It remembers the last item asked
// for, so that a long list is walked once when its items are asked for in order.
type listOpener struct {
	item, opener int // the first sentence of the item, plus one, and the sentence before the list
}

// of returns the sentence before the list that the sentence is an item of; -1
// when it is none, or nothing stands before the list.
func (o *listOpener) of(text string, sentences []sentence, at int) int {
	if !itemOfList(text, sentences, at) {
		return -1
	}
	item := firstOfParagraph(sentences, at)
	for at = item; at >= 0 && itemOfList(text, sentences, at); {
		first := firstOfParagraph(sentences, at)
		if first+1 == o.item {
			at = o.opener
			break
		}
		at = first - 1
	}
	o.item, o.opener = item+1, at
	return at
}
