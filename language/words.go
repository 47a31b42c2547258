package language

import (
	"strings"
	"unicode/utf8"
)

// The rules for words follow the Penn Treebank in the manner of the English
// Web Treebank, so that the tagger meets what it learned from:
//
//   - numbers keep their commas, points, colons and strokes: 5,000 3.2 9:30 6/4/2025
//   - signs stand alone: $ % € £ + #; letters before a dollar sign stay: US$
//   - units are cut from numbers (lists/units.txt): 1.5bn is "1.5", "bn";
//     ordinals, decades and other mixtures stay whole: 21st 1990s 4x4
//   - hyphens stand alone, 3,000-a-day is "3,000", "-", "a", "-", "day", but
//     prefixes stay joined (lists/prefixes.txt): mid-May; so do designations
//     in capitals with at most three digits: F-16
//   - endings are cut: ICE|'s do|n't they|'ll agents|' can|not
//   - dotted letters and abbreviations keep their full stop: U.S. p.m. Sen.
//   - dashes, quotation marks and brackets stand alone, also where glued on
//   - runs of full stops, hyphens, ?! and other equal signs are one word
//   - web and mail addresses are one word, so are @names and #words
//
// Straight and curly apostrophes are alike. Every rule looks a bounded way
// ahead or moves on over what it looked at, so that the work is linear.

// cutter cuts a line into words.
type cutter struct {
	kinds         kinds
	abbreviations map[string]string
	prefixes      map[string]string
	units         map[string]string
}

// words appends the words of text[start:end], one line without its newline.
func (c *cutter) words(text string, start, end int, words []Word) []Word {
	line := text[:end]
	glued := false // the word before ends where this one starts
	mail := strings.IndexByte(text[start:end], '@') >= 0
	for i := start; i < end; {
		if line[i] == ' ' { // as most
			i++
			glued = false
			continue
		}
		kind, size := c.kinds.at(line, i)
		if kind == space {
			i += size
			glued = false
			continue
		}
		next := c.wordEnd(line, i, kind, size, glued, mail)
		words = append(words, Word{Start: i, End: next})
		i, glued = next, true
	}
	return words
}

// wordEnd returns where the word that starts at i ends; mail tells whether the
// line may hold mail addresses.
func (c *cutter) wordEnd(line string, i int, kind kind, size int, glued, mail bool) int {
	if !mail && line[i] != 'h' && line[i] != 'w' {
		// as most: no address
	} else if !glued || strings.IndexByte("([<\"'", line[i-1]) >= 0 {
		if end := c.addressEnd(line, i); end > i {
			return end
		}
	}
	switch kind {
	case letter:
		return c.lettersEnd(line, i)
	case digit:
		return c.numberEnd(line, i)
	}
	if apostrophe := apostropheSize(line, i); apostrophe > 0 {
		return c.apostropheEnd(line, i, apostrophe, glued)
	}
	switch b := line[i]; b {
	case '.':
		if next, _ := c.kinds.at(line, i+1); next == digit && !glued {
			return c.numberEnd(line, i)
		}
	case '?', '!':
		for i < len(line) && (line[i] == '?' || line[i] == '!') {
			i++
		}
		return i
	case '@', '#':
		if next, _ := c.kinds.at(line, i+1); next == letter && !glued {
			return c.runEnd(line, i+1)
		}
	case '$', '%', '(', ')', '[', ']', '{', '}', '"', ',', ';', ':':
		return i + 1
	}
	end := i + size
	if size == 1 {
		for end < len(line) && line[end] == line[i] {
			end++
		}
	}
	return end
}

// runEnd returns the end of the letters and digits from i.
func (c *cutter) runEnd(line string, i int) int {
	for {
		kind, size := c.kinds.at(line, i)
		if kind != letter && kind != digit && !(i < len(line) && line[i] == '_') {
			return i
		}
		i += size
	}
}

// numberEnd returns the end of the number at i, which may start with a point.
func (c *cutter) numberEnd(line string, i int) int {
	end := c.digitsEnd(line, i+1)
	for end+1 < len(line) && isDigit(line[end+1]) {
		sign := line[end]
		next := c.digitsEnd(line, end+1)
		if sign == ',' && next-end-1 != 3 || strings.IndexByte(",.:/", sign) < 0 {
			break
		}
		end = next
	}
	if utf8.RuneStart(line[i]) && line[i] >= utf8.RuneSelf { // other scripts, ½
		end = max(end, c.digitsEnd(line, i))
	}
	run := c.runEnd(line, end)
	if run == end {
		return end
	}
	if _, unit := lookup(c.units, line[end:run]); unit {
		return end
	}
	return run
}

func (c *cutter) digitsEnd(line string, i int) int {
	for {
		kind, size := c.kinds.at(line, i)
		if kind != digit {
			return i
		}
		i += size
	}
}

// lettersEnd returns the end of the word at i, which starts with a letter.
func (c *cutter) lettersEnd(line string, i int) int {
	if line[i] == 'n' || line[i] == 'N' {
		if end := c.negationEnd(line, i); end > i {
			return end
		}
	}
	part, dotted := i, false // start of the letters since the last full stop
	for end := i; ; {
		for end < len(line) && line[end]|0x20-'a' < 26 {
			end++
		}
		if end < len(line) && (line[end] == ' ' || line[end] == ',') { // as most
			return c.joinedEnd(line, i, end)
		}
		kind, size := c.kinds.at(line, end)
		if kind == letter || kind == digit {
			end += size
			continue
		}
		if end >= len(line) {
			return c.joinedEnd(line, i, end)
		}
		if apostrophe := apostropheSize(line, end); apostrophe > 0 {
			if c.negationEnd(line, end-1) > 0 && end-1 > i {
				return end - 1
			}
			if next, _ := c.kinds.at(line, end+apostrophe); next != letter || c.endingEnd(line, end, apostrophe) > 0 {
				return end
			}
			end += apostrophe
			continue
		}
		next, _ := c.kinds.at(line, end+1)
		switch line[end] {
		case '.':
			initial := end-part == 1 || strings.EqualFold(line[part:end], "ph")
			if next == letter && initial {
				end++
				part, dotted = end, true
				continue
			}
			if next == letter {
				if domain := c.domainEnd(line, end); domain > 0 {
					return domain
				}
			} else if c.keepsStop(line, i, end, initial, dotted) {
				return end + 1
			}
		case '-':
			if next == letter {
				if _, prefix := lookup(c.prefixes, line[i:end]); prefix {
					end++
					continue
				}
			}
			if number := c.digitsEnd(line, end+1); next == digit && number-end <= 4 && isCapitals(line[i:end]) {
				if after, _ := c.kinds.at(line, number+1); number >= len(line) || line[number] != ',' || after != digit {
					return c.runEnd(line, number)
				}
			}
		case '&':
			if next == letter && isCapitals(line[part:end]) && isCapitals(line[end+1:end+2]) {
				end++
				continue
			}
		case '$':
			if end-i <= 3 && isCapitals(line[i:end]) {
				return end + 1
			}
		}
		return c.joinedEnd(line, i, end)
	}
}

// keepsStop reports whether the word line[i:stop] keeps the full stop at stop.
func (c *cutter) keepsStop(line string, i, stop int, initial, dotted bool) bool {
	if initial && dotted {
		return true
	}
	after := c.skipSpace(line, stop+1)
	next, _ := c.kinds.at(line, after)
	if initial && isCapitals(line[i:stop]) {
		return after > stop+1 && next == letter
	}
	heading, listed := lookup(c.abbreviations, line[i:stop])
	if heading == withCapital && line[i] >= 'a' {
		return next == digit // "many fell ill.", but "on nov. 5"
	}
	return listed && (heading != beforeNumber || next == digit)
}

// skipSpace returns the first place from i that holds no space, a few
// characters ahead at most.
func (c *cutter) skipSpace(line string, i int) int {
	for range 4 {
		kind, size := c.kinds.at(line, i)
		if kind != space || size == 0 {
			break
		}
		i += size
	}
	return i
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isCapitals(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < 'A' || word[i] > 'Z' {
			return false
		}
	}
	return word != ""
}
