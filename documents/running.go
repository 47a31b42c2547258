package documents

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// withoutRunning finds headers, footers and page numbers: lines at the edge of
// the page that come again on other pages at the same height, numbers aside,
// and those that can be nothing else. It returns the pages without them.
func withoutRunning(pages []pdfPage) []pdfPage {
	type edge struct {
		words []word
		key   string
	}
	count := map[string]int{} // of pages that have a row at a height
	said := map[string]bool{} // rows of the first page, wherever they stand
	if len(pages) > 1 {
		for _, row := range baselines(pages[0].words) {
			said[rowKey(row)] = true
		}
	}
	edges := make([][]edge, len(pages))
	for n, p := range pages {
		for _, row := range edgeRows(p) {
			height := int(math.Round(row[0].base / 4))
			e := edge{row, rowKey(row)}
			edges[n] = append(edges[n], e)
			for _, near := range []int{height - 1, height, height + 1} {
				count[e.key+"@"+strconv.Itoa(near)]++
			}
		}
	}
	out := make([]pdfPage, len(pages))
	for n, p := range pages {
		drop := map[int]bool{}
		for _, e := range edges[n] {
			again := count[e.key+"@"+strconv.Itoa(int(math.Round(e.words[0].base/4)))]
			artifacts := 0
			for _, w := range e.words {
				if w.artifact {
					artifacts++
				}
			}
			if again > 1 && again*4 >= len(pages) || pageMark(e.key) || artifacts == len(e.words) || numbered(e.words, n+1) ||
				n > 0 && len(e.words) > 2 && said[e.key] {
				for _, w := range e.words {
					drop[w.order] = true
				}
			}
		}
		kept := p
		kept.words = nil
		for _, w := range p.words {
			if !drop[w.order] {
				kept.words = append(kept.words, w)
			}
		}
		out[n] = kept
	}
	return out
}

// edgeRows returns the rows of words in the outer parts of a page, three at
// most at each end.
func edgeRows(p pdfPage) [][]word {
	const edge, most = 0.18, 2
	var high, low []word
	for _, w := range p.words {
		switch {
		case w.base > p.height*(1-edge):
			high = append(high, w)
		case w.base < p.height*edge:
			low = append(low, w)
		}
	}
	top, bottom := baselines(high), baselines(low)
	if len(top) > most {
		top = top[:most]
	}
	if len(bottom) > most {
		bottom = bottom[len(bottom)-most:]
	}
	return append(top, bottom...)
}

// numbered reports whether a row has the number of its page at one end, far
// from the rest.
func numbered(row []word, page int) bool {
	if len(row) < 2 {
		return false
	}
	first, last, number := row[0], row[len(row)-1], strconv.Itoa(page)
	return first.text == number && row[1].left-first.right > 2*first.size ||
		last.text == number && last.left-row[len(row)-2].right > 2*last.size
}

// rowKey is what a row says, with all numbers made equal.
func rowKey(row []word) string {
	var b strings.Builder
	for _, w := range row {
		for _, r := range w.text {
			if unicode.IsDigit(r) {
				r = '#'
			}
			b.WriteRune(unicode.ToLower(r))
		}
		b.WriteByte(' ')
	}
	key := strings.TrimSpace(b.String())
	for strings.Contains(key, "##") {
		key = strings.ReplaceAll(key, "##", "#")
	}
	return key
}

// pageMark reports whether the row of this key is a page number, or what
// browsers print at the edge of a page.
func pageMark(key string) bool {
	bare := strings.Trim(key, "-–—|[]() ")
	switch bare {
	case "#", "page #", "page # of #", "# of #", "#/#", "p. #", "seite #", "page #/#":
		return true
	}
	printedOn := strings.HasPrefix(key, "#/#/#, #:# am") || strings.HasPrefix(key, "#/#/#, #:# pm") || strings.HasPrefix(key, "#/#/#, #:# ")
	address := (strings.HasPrefix(key, "http://") || strings.HasPrefix(key, "https://") || strings.HasPrefix(key, "file://")) && strings.HasSuffix(key, " #/#")
	return printedOn || address
}
