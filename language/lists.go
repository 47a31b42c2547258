package language

import (
	"bufio"
	"embed"
	"fmt"
	"strings"
)

//go:embed lists
var lists embed.FS

// readList returns the words of an embedded list with the heading that each
// stands under, "" before the first heading.
func readList(name string) (map[string]string, error) {
	file, err := lists.Open("lists/" + name)
	if err != nil {
		return nil, fmt.Errorf("open the word list %s: %w", name, err)
	}
	defer file.Close()
	words := make(map[string]string)
	heading := ""
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			heading = line[1 : len(line)-1]
		default:
			for _, word := range strings.Fields(line) {
				words[strings.ToLower(word)] = heading
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the word list %s: %w", name, err)
	}
	return words, nil
}

// lookup finds word in a list whatever its case, without allocating.
func lookup(list map[string]string, word string) (heading string, found bool) {
	var lower [16]byte
	if len(word) > len(lower) {
		return "", false
	}
	for i := 0; i < len(word); i++ {
		lower[i] = lowerByte(word[i])
	}
	heading, found = list[string(lower[:len(word)])]
	return heading, found
}

func lowerByte(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}
