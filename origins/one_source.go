package origins

import (
	"slices"
	"strings"

	"muster/claims"
)

// merge adds a root unless it is known under the same or a related name.
func (s *search) merge(roots []root, r root) []root {
	for i, other := range roots {
		if other.key == r.key || other.stated && r.stated && s.oneSource(other, r) {
			roots[i].stated = other.stated || r.stated
			return roots
		}
	}
	return append(roots, r)
}

// oneSource reports whether two sources that the words name may be one: two
// spellings of a person, a body and its parent, a body and its report.
func (s *search) oneSource(a, b root) bool {
	record := func(r root) bool { return r.Kind == claims.DocumentHop || r.Kind == claims.Dataset }
	switch {
	case a.Kind == claims.Person && b.Kind == claims.Person:
		return s.sharesName(a.Name, b.Name)
	case a.Kind == claims.Organisation && b.Kind == claims.Organisation:
		return s.identity.related(a.Name, b.Name)
	case record(a) && b.Kind == claims.Organisation:
		return s.mentions(a.Name, b.Name)
	case a.Kind == claims.Organisation && record(b):
		return s.mentions(b.Name, a.Name)
	}
	return false
}

// mentions reports whether a record's name holds the name of a body: "CBO report".
func (s *search) mentions(record, body string) bool {
	text := " " + strings.ToLower(record) + " "
	return strings.Contains(text, " "+strings.ToLower(body)+" ") || strings.Contains(text, " "+s.identity.key(body)+" ") || strings.Contains(text, " "+strings.ToLower(body)+"'s ")
}

// sharesName reports whether two names may be of one source: "Kristi Noem" and
// "Noem and Miller".
func (s *search) sharesName(a, b string) bool {
	if s.identity.related(a, b) {
		return true
	}
	words := strings.Fields(b)
	return slices.ContainsFunc(strings.Fields(a), func(word string) bool {
		return word[0] >= 'A' && word[0] <= 'Z' && slices.Contains(words, word)
	})
}
