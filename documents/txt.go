package documents

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readText reads a text file, with or without front matter. Line ends become
// "\n", blank lines around the body go, and lines wrapped at a fixed width are
// joined; nothing else is changed.
func readText(s source, emit func(Document) error) error {
	body := func(text string, doc *Document) (string, error) {
		body := trimBlankLines(text)
		if body == "" {
			return "", errEmpty
		}
		body = unwrapped(body)
		if title := firstLine(body); doc.Title == "" && title != "" {
			doc.Title, doc.Guessed = title, append(doc.Guessed, "title")
		}
		return body, nil
	}
	return readWhole(s, whole{"text/plain", s.limits.Bytes, decode, body}, emit)
}

// longestTitle is how many characters of a first line may be a headline.
const longestTitle = 200

// firstLine returns the first line of a text where it stands over the text as a
// headline does: alone before a blank line, in some words, and not ended as a
// sentence; "" otherwise.
func firstLine(text string) string {
	line, rest, _ := strings.Cut(text, "\n\n")
	if rest == "" || strings.Contains(line, "\n") || line != oneLine(line) || utf8.RuneCountInString(line) > longestTitle || len(strings.Fields(line)) < 2 {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "’'”\")"))
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune("?!%", last) {
		return ""
	}
	for _, opening := range []string{"by ", "from: ", "to: ", "date: ", "dear "} { // a by-line, a letter
		if strings.HasPrefix(strings.ToLower(line), opening) {
			return ""
		}
	}
	return line
}
