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
	if !strings.HasPrefix(strings.TrimLeft(s.view.sentenceText(f), " \n"), "According to ") {
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
	called    string         // "programme"
	text      *knownDocument // the text itself, where its day is told
}

// recordOf finds the text that a telling is laid to by what it is alone: a release of the one office
// that its text hangs on, the text of the day that is told, "the programme of 13 April", or that with
// such a title, "the situation report".
func (s *sources) recordOf(f *Figure, chain []claims.Hop) record {
	if len(chain) == 0 || slices.ContainsFunc(chain, func(hop claims.Hop) bool { return !anyRecord(hop) }) {
		return record{}
	}
	words := strings.Fields(strings.ToLower(chain[0].Name))
	its := s.view.home(f)
	if len(words) == 0 || its.day == "" {
		return record{}
	}
	last := words[len(words)-1]
	if sentence := s.view.sentenceText(f); strings.Contains(sentence, last+" of ") {
		if text := s.onlyOffice(its, longestNamed, func(known *knownDocument) bool {
			return strings.Contains(sentence, last+" of "+known.day.Time().Format("2 January")) && strings.Contains(strings.ToLower(known.document.Text), last)
		}); text != nil {
			return record{text.publisher, byName, last, text}
		}
	}
	if key := s.releasing(its); key != 0 {
		return record{publisher: key, hold: byName, called: "release"}
	}
	if text := s.onlyOffice(its, longestTold, func(known *knownDocument) bool {
		title := strings.FieldsFunc(strings.ToLower(known.document.Title), func(r rune) bool { return r != '-' && (r < 'a' || r > 'z') })
		return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(title, word) })
	}); text != nil {
		hold := byItsText
		if len(words) > 1 {
			hold = byName
		}
		return record{publisher: text.publisher, hold: hold, called: last}
	}
	return record{}
}

// longestNamed is how many days before a telling a text may lie whose day it tells without the year.
const longestNamed = 300

// onlyOffice returns the last text that is so of the one office that has any; nil for none or several.
func (s *sources) onlyOffice(its *knownDocument, days int, so func(*knownDocument) bool) *knownDocument {
	var only *knownDocument
	for _, known := range s.view.telling {
		if known.document == nil || known.day == "" || known.publisher == 0 || known.publisher == its.publisher || known.nth > its.nth || known.daysFrom(its) > days || !so(known) || !s.view.office(known.document.Publisher) {
			continue
		}
		if only != nil && only.publisher != known.publisher {
			return nil
		}
		if only == nil || only.nth < known.nth {
			only = known
		}
	}
	return only
}
