package claims

import (
	"strings"
)

// mention is a name in a sentence, as tokens, the last included.
type mention struct {
	first, last int
	name        *Name
	subject     bool // no verb stands before it, one soon after
	people      bool // its people are meant: "Coast Guard crews"
	other       bool // a country named only as another one: "asked France for boats"
}

// lowNames are the first words of bodies that some papers write without capitals.
var lowNames = []string{"national", "coast", "border", "marine"}

// otherGuard reports whether "Guard" at token i ends the name of another body, "the
// {Border} Guard", and not that of a state's: "the Texas Guard".
func (s *scan) otherGuard(i int) bool {
	before := s.at(i - 1)
	if i == 0 || before.kind != wordToken || !before.upper || s.opensSentence(i-1, i-1) && before.tag == "DT" || s.headline && !before.is("border", "home", "life", "civil") {
		return false
	}
	n := len(s.mentions)
	return n == 0 || s.mentions[n-1].last != i-1
}

// findMentions finds the names in the sentence.
func (s *scan) findMentions(names *Names, listed []spelled, met *bodiesMet) {
	for i := 0; i < len(s.list); i++ {
		t := &s.list[i]
		if next := s.at(i + 1); t.lexeme.marks&mayBeginLowName != 0 && !t.upper && next.is("guard", "patrol", "corps") {
			if known, found := names.ByName(t.lower + " " + next.lower); found { // some papers write no capitals
				s.mentions = append(s.mentions, mention{i, i + 1, &known, s.opensSentence(i, i+1), s.words.in("personnel", s.at(i+2).lower), false})
				i++
				continue
			}
		}
		if !t.upper || t.kind != wordToken || t.glued && i > 0 && s.list[i-1].kind == wordToken {
			continue
		}
		for len(listed) > 0 && listed[0].start < t.start {
			listed = listed[1:]
		}
		var name *Name
		end := 0
		switch {
		case len(listed) > 0 && listed[0].start == t.start:
			name, end = listed[0].name, listed[0].end
		case !t.aligned:
			name, end = names.longest(s.text, t.start)
		}
		last := i
		for end > 0 && last+1 < len(s.list) && s.list[last+1].end <= end {
			last++
		}
		if until := s.unknownBody(i, last, end > 0, names); until > last || until == last && end == 0 && until > i {
			last, end = until, s.list[until].end
			name = met.unlisted(s.text[t.start:end], names)
			if short := s.acronymAfter(last); short != "" && name.PartOf == "" {
				name.Full, name.Short = name.Short, short
			}
		}
		if stem, plural := strings.CutSuffix(s.text[t.start:t.end], "s"); end == 0 && plural {
			if place, known := names.ByName(stem); known && place.Place && place.Short != stem {
				name, end = &place, t.end // "400 Kenyans"
			}
		}
		if end == 0 {
			name, end = met.longest(s.text, t.start)
			if until := s.actingName(i, names); name == nil && until >= i {
				name, end = met.unlisted(s.text[t.start:s.list[until].end], names), s.list[until].end
			}
			if name == nil {
				continue
			}
			for last+1 < len(s.list) && s.list[last+1].end <= end {
				last++
			}
		} else if short := s.acronymAfter(last); short != "" && !name.Place && name.Kind == Organisation {
			met.add(short, name)
		}
		if name.Short == "National Guard" && last == i && s.otherGuard(i) {
			continue
		}
		s.mentions = append(s.mentions, mention{i, last, name, s.opensSentence(i, last), s.words.in("personnel", s.at(last+1).lower), false})
		i = last
	}
}

// actingName returns the last token of a capitalised name on no list that its
// place in the sentence shows to be a body: short forms that do something ("BRX
// has sent") and names that end with a place and do ("Transport Elsewhere
// runs"); -1 for none.
func (s *scan) actingName(i int, names *Names) int {
	if s.headline {
		return -1
	}
	end := i
	for s.at(end+1).upper && s.at(end+1).kind == wordToken && !s.at(end+1).lexeme.stop && end < i+4 {
		end++
	}
	next := s.at(end + 1)
	does := next.isVerb() && next.tag != "VBG" && !next.upper && !s.words.in("speech", next.lower)
	switch {
	case end == i:
		if word := s.text[s.list[i].start:s.list[i].end]; does && isAcronym(word) && len(word) > 2 && len(word) < 7 && !s.words.in("initials", s.list[i].lower) {
			return i
		}
	case does && end == i+1 && !s.words.in("directions", s.list[i].lower):
		if place, known := names.ByName(s.text[s.list[end].start:s.list[end].end]); known && place.Place && s.list[i].tag != "JJ" {
			return end
		}
	}
	return -1
}

// opensSentence reports whether the name is what the sentence is about: no verb
// stands before it, and one soon after.
func (s *scan) opensSentence(first, last int) bool {
	for i := range first {
		if s.list[i].isVerb() {
			return false
		}
	}
	for i := last + 1; i < last+6; i++ {
		if s.at(i).isVerb() {
			return !s.at(first-1).is("in", "at", "of", "from", "to", "by")
		}
	}
	return false
}

// acronymAfter returns the short form in brackets after a name: "Office of
// Harbours (OH)"; "" for none.
func (s *scan) acronymAfter(last int) string {
	t := s.at(last + 2)
	if !s.at(last+1).is("(") || !s.at(last+3).is(")") || !t.upper || t.kind != wordToken || t.end-t.start < 2 {
		return ""
	}
	return s.text[t.start:t.end]
}

// unknownBody returns the last token of a body that is on no list but is
// written like one: "Harbour Police", "Ministry of Fisheries", "Governor's
// Office"; -1 for none. A listed name may stand at its start, up to known.
func (s *scan) unknownBody(i, known int, listed bool, names *Names) int {
	if s.headline {
		return -1
	}
	last, end := -1, i
	for end < len(s.list) && s.list[end].upper && s.list[end].kind == wordToken && !s.list[end].lexeme.stop {
		if end > i && end > known && s.at(end-1).is("'s", "and", "&") {
			if _, other := names.longest(s.text, s.list[end].start); other > 0 {
				break // "Harbour Police and FEMA"
			}
		}
		if s.list[end].lexeme.body {
			last = end
		}
		end++
		switch next := s.at(end); {
		case next.is("of", "for", "on") && last == end-1 && s.at(end+1).upper && s.at(end+1).kind == wordToken && (!next.is("on") || s.at(end-1).is("commission", "council", "committee")):
			end++
			for s.at(end).upper && s.at(end).kind == wordToken || s.at(end).is("and", "&") && s.at(end+1).upper && s.at(end+1).kind == wordToken && s.nameGoesOn(end, names) {
				last = end
				end++
			}
			return max(last, -1)
		case !listed && next.is("'s", "and", "&") && s.at(end+1).upper && last != end-1:
			end++
		}
	}
	if last < 0 && end-i >= 2 && s.at(end-1).kind == wordToken && s.spellsOut(i, end) {
		return end - 1
	}
	if last < 0 && end-i >= 2 && s.words.in("body_starts", s.at(i).lower) {
		return end - 1
	}
	if last == i {
		return -1
	}
	return last
}

// spellsOut reports whether the short form in brackets at end has the initials
// of the words before it: "Nordic Lines (NL)".
func (s *scan) spellsOut(i, end int) bool {
	short := s.acronymAfter(end - 1)
	if len(short) < 2 || len(short) > end-i+1 {
		return false
	}
	return short[0] == s.text[s.at(i).start] && strings.ToUpper(short) == short && short[len(short)-1] == s.text[s.at(end-1).start]
}

// nameGoesOn reports whether "and" at token i stands inside a name: "Ministry
// of Fisheries and Harbours", not "Ministry of Fisheries and FEMA".
func (s *scan) nameGoesOn(i int, names *Names) bool {
	_, other := names.longest(s.text, s.at(i+1).start)
	return other == 0 && !s.words.in("bodies", s.at(i+2).lower)
}
