package findings

import (
	"slices"
	"strings"

	"muster/claims"
)

// laidTo returns the sources of a figure beyond its outlet: where its own clause names none, those
// that its sentence begins with, "According to the bulletin, 40 came, while 60 stayed away".
func (s *sources) laidTo(f *Figure) []claims.Hop {
	if chain := s.view.chain(f); len(chain) > 0 {
		return chain
	}
	if !strings.HasPrefix(s.view.sentenceText(f), "According to ") {
		return nil
	}
	for _, g := range s.view.inSentence(f) {
		if chain := s.view.chain(g); g.Claim.Number.Start < f.Claim.Number.Start && len(chain) > 0 {
			return chain
		}
	}
	return nil
}

// record is a text that a telling is laid to without a word of whose it is.
type record struct {
	publisher sourceKey // whose it can only be; 0 for none or several
	hold      hold
	called    string // "programme"
}

// recordOf finds the text that a telling is laid to by what it is alone: a release of the one office
// that its text hangs on, the text of the day that is told, "the programme of 13 April", or that with
// such a title, "the situation report".
func (s *sources) recordOf(f *Figure, chain []claims.Hop) record {
	if len(chain) == 0 || slices.ContainsFunc(chain, func(hop claims.Hop) bool { return !anyRecord(hop) }) {
		return record{}
	}
	if key := s.releasing(s.view.home(f)); key != 0 {
		return record{key, byName, "release"}
	}
	words := strings.Fields(strings.ToLower(chain[0].Name))
	if len(words) == 0 || s.view.home(f).day == "" {
		return record{}
	}
	its, last := s.view.home(f), words[len(words)-1]
	if key := s.onlyOffice(its, func(known *knownDocument) bool {
		day := known.day.Time()
		return strings.Contains(s.view.sentenceText(f), last+" of "+day.Format("2 January")) && strings.Contains(strings.ToLower(known.document.Text), last)
	}); key != 0 {
		return record{key, byName, last}
	}
	if key := s.onlyOffice(its, func(known *knownDocument) bool {
		title := strings.FieldsFunc(strings.ToLower(known.document.Title), func(r rune) bool { return r != '-' && (r < 'a' || r > 'z') })
		return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(title, word) })
	}); key != 0 {
		hold := byItsText
		if len(words) > 1 {
			hold = byName
		}
		return record{key, hold, last}
	}
	return record{}
}

// onlyOffice returns the key of the one office of which a text that another may rest on is so.
func (s *sources) onlyOffice(its *knownDocument, so func(*knownDocument) bool) sourceKey {
	only := sourceKey(0)
	for _, known := range s.view.telling {
		if known.document == nil || known.day == "" || known.publisher == 0 || known.publisher == only || known.publisher == its.publisher || known == its || known.nth > its.nth || known.daysFrom(its) > longestTold || !s.view.office(known.document.Publisher) || !so(known) {
			continue
		}
		if only != 0 {
			return 0
		}
		only = known.publisher
	}
	return only
}
