package language

import (
	"strings"
	"unicode/utf8"
)

// addressEnd returns the end of the web or mail address at i, or 0.
func (c *cutter) addressEnd(line string, i int) int {
	rest := line[i:min(len(line), i+8)]
	web := strings.HasPrefix(rest, "http://") || rest == "https://" || strings.HasPrefix(rest, "www.")
	end := i
	for at := false; !web; end++ { // the name and the @ of a mail address
		if end >= len(line) || end > i+64 {
			return 0
		}
		if b := line[end]; b == '@' && end > i {
			at = true
		} else if b >= utf8.RuneSelf || c.kinds[b] == space || c.kinds[b] == symbol && strings.IndexByte(".-_+", b) < 0 {
			return 0
		}
		if at {
			break
		}
	}
	for end < len(line) {
		kind, size := c.kinds.at(line, end)
		if kind == space || strings.IndexByte("<>\"|", line[end]) >= 0 || kind == symbol && size > 1 {
			break
		}
		end += size
	}
	for end > i && strings.IndexByte(".,;:!?)]}'", line[end-1]) >= 0 {
		end--
	}
	return end
}

// domainEnd returns the end of the web address whose first full stop stands
// at stop, such as example.com/page, or 0 where there is none.
func (c *cutter) domainEnd(line string, stop int) int {
	for range 4 {
		end := c.runEnd(line, stop+1)
		switch strings.ToLower(line[stop+1 : min(end, stop+5)]) {
		case "com", "org", "net", "gov", "edu", "mil":
			for end < len(line) && (line[end] == '/' || line[end] == '-') {
				end = c.runEnd(line, end+1)
			}
			return end
		}
		if end >= len(line) || line[end] != '.' {
			return 0
		}
		stop = end
	}
	return 0
}
