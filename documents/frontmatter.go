package documents

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
)

// frontMatter is what the lines between two "---" at the top of a text say.
// Other keys are ignored.
type frontMatter struct {
	Title     string `yaml:"title"`
	Publisher string `yaml:"publisher"`
	Published string `yaml:"published"`
	URL       string `yaml:"url"`
	Language  string `yaml:"language"`

	published string // normalised
}

// frontMatterBytes bounds front matter; a longer one is a mistake.
const frontMatterBytes = 64 << 10

// lineError is an error that knows its line in the file.
type lineError struct {
	line    int
	problem string
}

func (e *lineError) Error() string { return e.problem }

// cutFrontMatter returns the front matter at the top of text and the body
// below it. A text that does not start with "---" and a key is all body. With
// an error that concerns the date alone, the rest is there all the same.
func cutFrontMatter(text string) (frontMatter, string, *lineError) {
	var matter frontMatter
	first, rest, _ := strings.Cut(text, "\n")
	if strings.TrimRight(first, " \t") != "---" || !startsWithKey(rest) {
		return matter, text, nil
	}
	lines, body, closed := cutAtLine(rest, "---")
	if !closed {
		return matter, "", &lineError{1, `expected front matter to end with a line "---", found none; add it below the last key`}
	}
	if len(lines) > frontMatterBytes {
		return matter, "", &lineError{1, fmt.Sprintf("expected front matter of at most %d bytes, found %d; move its text below the line \"---\"", frontMatterBytes, len(lines))}
	}
	if err := yaml.Unmarshal([]byte(lines), &matter); err != nil {
		line, message := 1, oneLine(err.Error())
		var at yaml.Error
		if errors.As(err, &at) {
			message = oneLine(at.GetMessage())
			if token := at.GetToken(); token != nil && token.Position != nil {
				line = token.Position.Line
			}
		}
		return matter, "", &lineError{line + 1, fmt.Sprintf("expected front matter such as title: \"…\", found: %s; put the value in quotation marks", message)}
	}
	if matter.Published = strings.TrimSpace(matter.Published); matter.Published != "" {
		published, ok := parsePublished(matter.Published)
		if !ok {
			return matter, body, &lineError{lineOf(lines, "published:") + 1, badPublished(matter.Published).Error()}
		}
		matter.published = published
	}
	return matter, body, nil
}

// startsWithKey reports whether the first line that is neither blank nor a
// comment is a key of one word.
func startsWithKey(lines string) bool {
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, _, found := strings.Cut(line, ":")
		return found && key != "" && !strings.ContainsAny(key, " \t")
	}
	return false
}

// cutAtLine cuts s around the first line that is mark.
func cutAtLine(s, mark string) (before, after string, found bool) {
	for at := 0; at < len(s); {
		line, _, more := strings.Cut(s[at:], "\n")
		next := at + len(line)
		if more {
			next++
		}
		if strings.TrimRight(line, " \t") == mark {
			return s[:at], s[next:], true
		}
		at = next
	}
	return s, "", false
}

// lineOf returns the number, from 1, of the first line that starts so.
func lineOf(lines, start string) int {
	n := 1
	for line := range strings.Lines(lines) {
		if strings.HasPrefix(line, start) {
			return n
		}
		n++
	}
	return 1
}
