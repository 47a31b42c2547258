package language

import "strings"

// tag sets the words' tags by their form alone: a stand-in until the trained
// weights are in place.
func (m *Model) tag(text string, words []Word) {
	for i := range words {
		words[i].Tag = formTag(words[i].In(text), i == 0)
	}
}

func formTag(word string, first bool) Tag {
	lower := strings.ToLower(word)
	switch lower {
	case "the", "a", "an", "this", "these", "those", "no":
		return "DT"
	case "of", "in", "on", "at", "by", "for", "from", "with", "than", "as", "about", "that", "if":
		return "IN"
	case "to":
		return "TO"
	case "and", "or", "but":
		return "CC"
	case "he", "she", "it", "they", "we", "i", "you", "him", "them":
		return "PRP"
	case "his", "her", "its", "their", "our", "my", "your":
		return "PRP$"
	case "will", "would", "can", "could", "may", "might", "should", "must":
		return "MD"
	case "is", "has", "does", "says":
		return "VBZ"
	case "are", "have", "do":
		return "VBP"
	case "was", "were", "had", "did", "said", "told":
		return "VBD"
	case "be":
		return "VB"
	case "been":
		return "VBN"
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundred", "thousand", "million", "billion":
		return "CD"
	case "'s", "’s", "'", "’":
		return "POS"
	case "n't", "n’t", "not":
		return "RB"
	case ",":
		return ","
	case "$", "£", "€":
		return "$"
	case "-":
		return "HYPH"
	case "—", "–", "--", ":", ";", "…", "...":
		return ":"
	case "(", "[":
		return "-LRB-"
	case ")", "]":
		return "-RRB-"
	case "“", "‘", "``":
		return "``"
	case "”", "\"", "''":
		return "''"
	}
	switch b := word[0]; {
	case b == '.' || b == '!' || b == '?':
		return "."
	case isDigit(b):
		return "CD"
	case 'A' <= b && b <= 'Z' && !first:
		return "NNP"
	case strings.HasSuffix(lower, "ly"):
		return "RB"
	case strings.HasSuffix(lower, "ing"):
		return "VBG"
	case strings.HasSuffix(lower, "ed"):
		return "VBD"
	case strings.HasSuffix(lower, "s"):
		return "NNS"
	}
	return "NN"
}
