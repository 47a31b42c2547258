package documents

import (
	_ "embed"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed publishers.txt
var publisherList string

//go:embed english.txt
var englishList string

// guesser fills in what a document does not say of itself, and says so.
type guesser struct {
	publishers map[string]string // by host
	slugs      []publisher       // in order of the list
	english    map[string]bool
	longest    int            // length of the longest English word, in bytes
	day        *regexp.Regexp // a date in a path or file name
	host       *regexp.Regexp // a host in a file name
}

type publisher struct{ slug, name string }

func newGuesser() *guesser {
	g := &guesser{
		publishers: map[string]string{},
		english:    map[string]bool{},
		day:        regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d\d)([-/_.]?)([01]\d)([-/_.]?)([0-3]\d)(?:[^0-9]|$)`),
		host:       regexp.MustCompile(`(?i)(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|news|info|int|mil|co\.uk|eu)\b`),
	}
	for line := range rows(publisherList) {
		host, name, _ := strings.Cut(line, " ")
		name = strings.TrimSpace(name)
		g.publishers[host] = name
		g.slugs = append(g.slugs, publisher{slug(name), name})
	}
	for line := range rows(englishList) {
		for word := range strings.FieldsSeq(line) {
			g.english[word] = true
			g.longest = max(g.longest, len(word))
		}
	}
	return g
}

// rows yields the lines of a list without comments and blank lines.
func rows(list string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// fill guesses publisher, date and language where the document names none. A
// file name helps only where the document is the whole file; "" for none.
func (g *guesser) fill(doc *Document, file string) {
	if file != "" {
		file = path.Base(strings.ReplaceAll(file, `\`, "/"))
		file = strings.TrimSuffix(file, path.Ext(file))
	}
	guess := func(field *string, name, value string) {
		if *field == "" && value != "" {
			*field = value
			doc.Guessed = append(doc.Guessed, name)
		}
	}
	guess(&doc.Publisher, "publisher", g.publisherOf(doc.URL, file))
	if day := g.dayIn(doc.URL, ""); day != "" && slices.Contains(doc.Guessed, "published") {
		doc.Published = day // tells more than a date of change
	}
	guess(&doc.Published, "published", g.dayIn(doc.URL, file))
	if doc.Language == "" && g.looksEnglish(doc.Text) {
		guess(&doc.Language, "language", "en")
	}
}

// publisherOf names the publisher by the host of an address, or by a host or a
// known publisher in a file name.
func (g *guesser) publisherOf(address, file string) string {
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		return g.byHost(u.Hostname())
	}
	if file == "" {
		return ""
	}
	if host := g.host.FindString(file); host != "" {
		return g.byHost(host)
	}
	// "axios" and "time" are words of headlines too, unless they are the whole
	// name beside dates and numbers.
	words := strings.Trim(slug(file), "-0123456789")
	if words == "" {
		return ""
	}
	best := publisher{}
	for _, p := range g.slugs {
		found := words == p.slug || strings.Contains(p.slug, "-") && strings.Contains("-"+words+"-", "-"+p.slug+"-")
		if found && len(p.slug) > len(best.slug) {
			best = p
		}
	}
	return best.name
}

// listed returns the name of an address's publisher where the list has it.
func (g *guesser) listed(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if name := g.byHost(host); name != host {
		return name
	}
	return ""
}

// byHost returns the name of the host's publisher; news.example.com is looked
// up as example.com too, and an unknown host names itself.
func (g *guesser) byHost(host string) string {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	for part := host; part != ""; {
		if name := g.publishers[part]; name != "" {
			return name
		}
		_, part, _ = strings.Cut(part, ".")
	}
	return host
}

// dayIn returns the date in an address's path or a file name; "" for none.
func (g *guesser) dayIn(address, file string) string {
	if u, err := url.Parse(address); err == nil {
		address = u.Path
	}
	for _, s := range []string{address, file} {
		if s == "" {
			continue
		}
		m := g.day.FindStringSubmatch(s)
		if m == nil || m[2] != m[4] {
			continue
		}
		if day, ok := parsePublished(m[1] + "-" + m[3] + "-" + m[5]); ok {
			return day
		}
	}
	return ""
}

// looksEnglish reports whether one word in eight, of the first 300, and two
// at least, are frequent English ones.
func (g *guesser) looksEnglish(text string) bool {
	const most = 300
	words, hits := 0, 0
	for word := range strings.FieldsFuncSeq(text[:bytesOf(text, 3_000)], func(r rune) bool {
		return (r|0x20 < 'a' || 'z' < r|0x20) && r != '\'' && (r < utf8.RuneSelf || !unicode.IsLetter(r) && r != '’')
	}) {
		if words++; words > most || hits*8 > most {
			break
		}
		if len(word) <= g.longest && g.isEnglish(word) {
			hits++
		}
	}
	return hits*8 >= words && hits > 1
}

// isEnglish reports whether the word is on the list, whatever its case.
func (g *guesser) isEnglish(word string) bool {
	var lower [16]byte
	if len(word) > len(lower) {
		return g.english[strings.ToLower(word)]
	}
	for i := range len(word) {
		lower[i] = word[i]
		if 'A' <= word[i] && word[i] <= 'Z' {
			lower[i] += 'a' - 'A'
		}
	}
	return g.english[string(lower[:len(word)])]
}

// bytesOf returns how many bytes the first n characters of the text take.
func bytesOf(text string, n int) int {
	if len(text) <= n {
		return len(text)
	}
	for i := range text {
		if n--; n < 0 {
			return i
		}
	}
	return len(text)
}

// slug is a name in lower case with "-" for all that is no letter or digit.
func slug(name string) string {
	parts := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(parts, "-")
}
