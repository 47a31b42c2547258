package origins

import (
	"slices"
	"strings"

	"muster/claims"
)

// links notes which texts name another's publisher as a source, in the chains
// of their figures and statements. A report of long ago is not what is meant.
func (s *search) links() {
	s.byPublisher, s.byPair = map[string][]int{}, map[[2]int]bool{}
	for i, t := range s.texts {
		if t.publisher != "" {
			s.byPublisher[t.publisher] = append(s.byPublisher[t.publisher], i)
		}
	}
	for i, t := range s.texts {
		for _, hop := range t.sources {
			for _, j := range s.byPublisher[s.identity.key(hop.Name)] {
				if s.names(hop, i, j) && s.daysBetween(i, j) <= longAfter {
					s.byPair[[2]int{i, j}] = true
				}
			}
		}
	}
}

// names reports whether a hop in text a names the publisher of text b, which
// must be another's and not be published later.
func (s *search) names(hop claims.Hop, a, b int) bool {
	return hop.Kind == claims.Outlet && s.texts[a].publisher != s.texts[b].publisher && s.mayFollow(a, b) &&
		s.identity.key(hop.Name) == s.texts[b].publisher
}

// cite adds an edge for every text that names another's publisher. Where that
// publisher has several texts, the one meant is the one that tells the figure,
// and otherwise the latest one that can be meant.
func (s *search) cite(edges *edgeSet, groups []group) {
	told := map[[2]int]bool{} // pairs that are linked by a figure they both tell
	for _, g := range groups {
		for _, a := range g {
			for _, hop := range beyond(s.tellings[a].source.Chain) {
				if b := s.cited(g, s.tellings[a].text, hop); b >= 0 {
					pair := [2]int{s.tellings[a].text, s.tellings[b].text}
					told[pair] = true
					edges.add(pair, Cites, 0.97, SharedSpan{From: place(s.tellings[a]), To: place(s.tellings[b])})
				}
			}
		}
	}
	for i, t := range s.texts {
		for _, hop := range t.sources {
			latest, known := -1, false
			for _, j := range s.byPublisher[s.identity.key(hop.Name)] {
				if !s.names(hop, i, j) {
					continue
				}
				known = known || told[[2]int{i, j}]
				if latest < 0 || j < i {
					latest = j
				}
			}
			if latest >= 0 && !known {
				edges.add([2]int{i, latest}, Cites, s.nearness(i, latest))
			}
		}
	}
}

// credit adds an edge where a by-line or credit line names the publisher of a
// text that tells one of the same figures.
func (s *search) credit(edges *edgeSet, groups []group) {
	lines := make([][]string, len(s.texts))
	for i, t := range s.texts {
		lines[i] = outerLines(t.Text)
	}
	seen := map[[2]int]bool{}
	for _, g := range groups {
		for _, a := range g {
			for _, b := range g {
				pair := [2]int{s.tellings[a].text, s.tellings[b].text}
				if seen[pair] || s.texts[pair[0]].publisher == s.texts[pair[1]].publisher || !s.mayFollow(pair[0], pair[1]) {
					continue
				}
				seen[pair] = true
				if credits(lines[pair[0]], s.texts[pair[1]].Publisher) {
					edges.add(pair, Credits, 0.9)
				}
			}
		}
	}
}

// cited returns the telling of the group that a hop in text from leads to: the
// latest by that publisher that can be meant; -1 for none.
func (s *search) cited(g group, from int, hop claims.Hop) int {
	found := -1
	for _, b := range g {
		if !s.names(hop, from, s.tellings[b].text) {
			continue
		}
		if found < 0 || s.tellings[b].text != s.tellings[found].text && s.tellings[b].text < from || s.tellings[b].text == s.tellings[found].text && s.tellings[found].Headline {
			found = b
		}
	}
	return found
}

// nearness is how likely a publisher's text is the one meant when nothing but
// its name says so: the longer ago it was published, the less.
func (s *search) nearness(later, earlier int) float64 {
	a, b := s.texts[later].day, s.texts[earlier].day
	if a == "" || b == "" {
		return 0.5
	}
	switch days := a.Time().Sub(b.Time()).Hours() / 24; {
	case days <= 7:
		return 0.8
	case days <= 60:
		return 0.6
	}
	return 0.3
}

// creditLine is the longest line, in bytes, that is read as a by-line or a
// credit rather than as running text.
const creditLine = 160

// outerLines returns the first four and the last three lines of a text, where
// by-lines and credits stand.
func outerLines(text string) []string {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) > 7 {
		lines = append(lines[:4:4], lines[len(lines)-3:]...)
	}
	return lines
}

// credits reports whether a line gives a publisher credit: a dateline such as
// "(Reuters) -", or a short line with its name that starts as credits do.
func credits(lines []string, publisher string) bool {
	if publisher == "" {
		return false
	}
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if at := strings.Index(line, "("+publisher+")"); at >= 0 && at < 60 {
			return true
		}
		if len(line) > creditLine || !strings.Contains(line, publisher) {
			continue
		}
		lower := strings.ToLower(line)
		if strings.Contains(lower, "contributed to this report") {
			return true
		}
		for _, start := range []string{"by ", "source: ", "credit: ", "via ", "-", "—", "–", "©", "originally published", "this article first appeared", "this story was originally"} {
			if strings.HasPrefix(lower, start) {
				return true
			}
		}
	}
	return false
}

func place(t telling) [2]int { return [2]int{t.Claim.Quote.Start, t.Claim.Quote.End} }

// within reports whether a group has a telling in a text.
func (s *search) within(g group, text int) bool {
	return slices.ContainsFunc(g, func(i int) bool { return s.tellings[i].text == text })
}
