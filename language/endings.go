package language

import "strings"

// apostropheEnd returns the end of the word that the apostrophe at i starts.
func (c *cutter) apostropheEnd(line string, i, size int, glued bool) int {
	if glued {
		if end := c.endingEnd(line, i, size); end > 0 {
			return end
		}
	} else if end := c.digitsEnd(line, i+size); end == i+size+2 && end < len(line) && lowerByte(line[end]) == 's' {
		return end + 1 // '90s
	}
	if size == 1 && i+1 < len(line) && line[i+1] == '\'' {
		return i + 2
	}
	return i + size
}

// endingEnd returns the end of the ending ('s, 're, 'll) whose apostrophe
// stands at i, or 0 where there is none.
func (c *cutter) endingEnd(line string, i, size int) int {
	end := i + size
	if end < len(line) {
		one, two := lowerByte(line[end]), byte(0)
		if end+1 < len(line) {
			two = lowerByte(line[end+1])
		}
		switch {
		case one == 'r' && two == 'e', one == 'v' && two == 'e', one == 'l' && two == 'l':
			end += 2
		case one == 's', one == 'd', one == 'm':
			end++
		default:
			return 0
		}
		if next, _ := c.kinds.at(line, end); next != letter {
			return end
		}
	}
	return 0
}

// negationEnd returns the end of "n't" at i, or 0 where there is none.
func (c *cutter) negationEnd(line string, i int) int {
	if lowerByte(line[i]) != 'n' {
		return 0
	}
	end := i + 1 + apostropheSize(line, i+1)
	if end == i+1 || end >= len(line) || lowerByte(line[end]) != 't' {
		return 0
	}
	if next, _ := c.kinds.at(line, end+1); next == letter {
		return 0
	}
	return end + 1
}

// joinedEnd cuts words that are written together: cannot, gonna.
func (c *cutter) joinedEnd(line string, i, end int) int {
	if end-i > 6 || end-i < 5 {
		return end
	}
	switch lowerByte(line[i]) {
	default:
		return end
	case 'c', 'g', 'w': // as few
	}
	switch word := line[i:end]; {
	case strings.EqualFold(word, "cannot"), strings.EqualFold(word, "gonna"),
		strings.EqualFold(word, "gotta"), strings.EqualFold(word, "wanna"):
		return i + 3
	}
	return end
}

// apostropheSize returns the bytes of the apostrophe at i, 0 where there is none.
func apostropheSize(line string, i int) int {
	switch {
	case i >= len(line):
		return 0
	case line[i] == '\'':
		return 1
	case line[i] == 0xE2 && strings.HasPrefix(line[i:], "’"):
		return len("’")
	}
	return 0
}
