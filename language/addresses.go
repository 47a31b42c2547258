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
