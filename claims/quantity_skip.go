package claims

import (
	"strings"
	"unicode"
)

// skipped returns how many tokens at i are a number that is no quantity: a
// date, a year, a time of day, an ordinal, a number in a name, an address, a
// statute, a phone number. 0 when the token may begin a quantity.
func (s *scan) skipped(i int) int {
	t := s.at(i)
	if t.kind == wordToken {
		return s.skippedWord(i)
	}
	if t.kind != numberToken {
		if t.isHyphen() && !t.glued && s.isDesignation(i+1) {
			return 2
		}
		return 0
	}
	for _, rule := range []func(int) int{s.joinedNumber, s.dateNumber, s.yearNumber, s.namedNumber, s.placeNumber} {
		if n := rule(i); n > 0 {
			return n
		}
	}
	return 0
}

// isDesignation reports whether the number at i belongs to the letters before
// its hyphen: "COVID -19", "F -16" with a space gone astray.
func (s *scan) isDesignation(i int) bool {
	t, label, next := s.at(i), s.at(i-2), s.at(i+1)
	if i < 2 || t.kind != numberToken || !t.glued || len(t.lower) > 3 || strings.Contains(t.lower, ".") || label.kind != wordToken || s.headline {
		return false
	}
	written := s.text[label.start:label.end]
	if strings.ToUpper(written) != written || next.is("%", "percent", "per", "pc", "to", "-") {
		return false
	}
	_, n := s.units.at(s.text, s.list, i+1)
	return n == 0
}

// isCompound reports whether the word after "four-" makes a word of its own
// ("four-star"), rather than a unit or a count of members.
func (s *scan) isCompound(i int) bool {
	_, unit := s.units.at(s.text, s.list, i)
	_, fraction := s.words.fractions[s.at(i).lower]
	if s.at(i).is("and") && s.at(i+1).isHyphen() && s.at(i+2).is("a") {
		return false // "four-and-a-half"
	}
	return s.at(i).glued && s.at(i).kind == wordToken && unit == 0 && !fraction && !s.isNumberWord(i) &&
		!s.at(i).is("member", "person", "man", "strong", "seat", "plus", "odd", "nation", "country", "fold", "to", "or", "a", "per", "vehicle", "ship", "judge", "officer")
}

func (s *scan) isNumberWord(i int) bool {
	lower := s.at(i).lower
	_, number := s.words.numbers[lower]
	_, scale := s.words.scales[lower]
	return number || scale
}

// opens reports whether token i opens a sentence or a quotation.
func (s *scan) opens(i int) bool {
	return i == 0 || s.at(i-1).is(":", "“", "\"", "‘", "'", "—", "–", "•", "*", ".")
}

func (s *scan) qualifierHyphen(i int) bool {
	return s.at(i).is("sub", "minus", "plus", "some", "to", "mid-to") || s.isNumberWord(i)
}

// run returns how many tokens from i on are glued together, at least 1.
func (s *scan) run(i int) int {
	n := 1
	for i+n < len(s.list) && s.list[i+n].glued && (s.list[i+n].kind != symbolToken || s.at(i+n+1).glued && s.at(i+n).is("-", "–", ".", ":", "/", "_", "‑")) {
		n++
	}
	return n
}

// joinedNumber skips numbers glued to letters or to more numbers: "G70",
// "COVID-19", "82nd", "1990s", "12:01", "192.168.1.2", "9/11", "555-0134".
func (s *scan) joinedNumber(i int) int {
	t, prev, next := s.at(i), s.at(i-1), s.at(i+1)
	if next.glued && next.is("'s") && !t.grouped && (len(t.lower) == 2 || len(t.lower) == 4) && strings.HasSuffix(t.lower, "0") {
		return 2 // "the 90's"
	}
	if len(t.lower) >= 11 && !t.grouped && !strings.Contains(t.lower, ".") {
		return s.run(i) // a key, not a count
	}
	if t.glued && prev.kind == wordToken && !prev.is("'s") {
		return s.run(i)
	}
	if t.glued && prev.isHyphen() && prev.glued && i >= 2 && !s.qualifierHyphen(i-2) {
		return s.run(i)
	}
	if t.glued && prev.is("/", ".", ":", "_", "#", "§", "@") && i >= 2 {
		return s.run(i)
	}
	if prev.is("#", "§") || prev.isHyphen() && t.glued && s.words.in("labels", s.at(i-2).lower) && s.at(i-2).upper {
		return s.run(i)
	}
	if !next.glued {
		return 0
	}
	after := s.at(i + 2)
	joined := after.glued && after.kind == numberToken
	switch {
	case next.is(":", ".", "_") && joined, next.is(".") && after.glued && after.kind == wordToken:
		return s.run(i)
	case next.is("(") && after.glued && after.kind == wordToken && s.at(i+3).is(")") && len(after.lower) == 1:
		return 4
	case next.is("/") && joined:
		if _, n := s.slashFraction(i); n == 0 {
			return s.run(i)
		}
	case next.isHyphen() && joined:
		if s.at(i+3).glued && s.at(i+3).isHyphen() && s.at(i+4).kind == numberToken && s.at(i+4).glued {
			return s.run(i)
		}
		phone := len(t.lower) == 3 && len(after.lower) == 4 && !t.grouped && !after.grouped
		season := s.looksLikeYear(t) && (len(after.lower) == 2 || s.looksLikeYear(after))
		if phone || season {
			return 3
		}
		if s.isScore(i) {
			return 3
		}
	case next.kind == wordToken:
		return s.letteredNumber(i)
	}
	return 0
}

// isVote reports whether "118 to 97" at token i is how a vote went.
func (s *scan) isVote(i int) bool {
	if !s.at(i+1).is("to", "against") || s.at(i+2).kind != numberToken || s.before(i, "from", "between") || s.at(i+3).isNoun() || s.at(i).grouped || s.at(i+2).grouped {
		return false
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if s.at(j).is("vote", "votes", "voted", "voting", "passed", "rejected", "carried", "defeated") {
			return true
		}
		if s.at(j).kind != wordToken {
			return false
		}
	}
	return false
}

// isScore reports whether "2-1" at token i is a score or a vote.
func (s *scan) isScore(i int) bool {
	t, after, next := s.at(i), s.at(i+2), s.at(i+3)
	if len(t.lower) > 3 || len(after.lower) > 3 || strings.Contains(t.lower+after.lower, ".") || next.glued && next.isHyphen() || s.before(i, "$") {
		return false
	}
	if next.is("vote", "votes", "win", "victory", "loss", "defeat", "draw", "lead", "decision", "ruling", "majority", "record", "split", "margin", "tie", "aggregate", "on", "against", "score", "thanks", "thrashing", "after") || s.before(i, "voted", "won", "lost", "beat", "vote", "by") && len(t.lower) <= 2 {
		return true
	}
	small := len(t.lower) <= 2 && len(after.lower) <= 2
	_, n := s.units.at(s.text, s.list, i+3)
	return small && n == 0 && !next.isNoun() && (t.lower == after.lower || s.at(i-1).upper && next.kind != wordToken)
}

// letteredNumber skips numbers with letters glued behind that are neither a
// unit nor a scale: "82nd", "1990s", "49ers", "5G".
func (s *scan) letteredNumber(i int) int {
	next := s.at(i + 1)
	if _, n := s.powerOfTen(i + 1); n > 0 {
		return 0
	}
	if next.is("nd", "rd", "th") || next.is("st") && strings.HasSuffix(s.at(i).lower, "1") && !s.at(i+2).is("of") {
		return 2
	}
	if next.is("s") && (len(s.at(i).lower) == 4 || s.before(i, "the", "model", "their", "his", "her", "mid") || s.at(i-1).kind == wordToken && s.capital(s.at(i-1))) && !strings.Contains(s.at(i).lower, ".") {
		return 2
	}
	if u, n := s.units.at(s.text, s.list, i+1); n > 0 {
		if next.is("c", "f") && u.kind == measureUnit && !s.heat(&amount{first: i}, i+1) {
			return s.run(i) // "the 13F filing"
		}
		return 0
	}
	if _, found := s.words.letters[next.lower]; found || next.is("'s", "x", "fold") || s.isScale(i+1) {
		return 0
	}
	if len(next.lower) > 6 {
		return 0 // a missing space
	}
	return s.run(i)
}

// looksLikeYear reports whether the number is written as a year is.
func (s *scan) looksLikeYear(t *token) bool {
	return t.kind == numberToken && len(t.lower) == 4 && !t.grouped && (t.lower >= "1500" && t.lower < "2100") && !strings.Contains(t.lower, ".")
}

// yearNumber skips years. A bare number from 1900 to 2099 is a year unless
// its surroundings say that it counts something.
func (s *scan) yearNumber(i int) int {
	t, prev, next := s.at(i), s.at(i-1), s.at(i+1)
	if t.kind != numberToken || t.grouped || len(t.lower) != 4 || strings.Contains(t.lower, ".") {
		return 0
	}
	if prev.is("$", "£", "€") || next.glued && next.is("%") || s.isScale(i+1) {
		return 0
	}
	_, unit := s.units.at(s.text, s.list, i+1)
	if unit > 0 {
		return 0
	}
	modern := t.lower >= "1900" && t.lower < "2100"
	cued := prev.kind == wordToken && s.words.in("year_before", prev.lower) || prev.is("(", "-", "–") || s.monthBefore(i)
	counts := next.kind == wordToken && !next.glued && (next.tag == "NNS" || s.words.in("collective", next.lower)) && !next.upper
	if prev.is("of") && counts && t.lower == "2000" && !s.words.in("after_year", next.lower) {
		return 0 // "a stock of 2000 doses"
	}
	if modern && prev.is("than", "least", "to", "about", "some", "nearly", "approximately", "roughly", "many", "over", "almost") && counts {
		return 0
	}
	if modern && !(counts && !cued && i > 0 && !s.words.in("after_year", next.lower)) {
		return 1
	}
	if t.lower >= "1000" && t.lower < "2300" && prev.is("in", "since", "a.d", "a.d.", "ad", "until", "by", "circa", "year", "between") && !counts && !s.at(i+1).is("to") {
		n := 1
		if s.at(i+1).is("and", "-", "–") && s.at(i+2).kind == numberToken && len(s.at(i+2).lower) == 4 {
			n = 3
		}
		return n
	}
	return 0
}

// namedNumber skips numbers that are part of a name: "Title 42", "Boeing 737",
// "category 4", "No. 5".
func (s *scan) namedNumber(i int) int {
	t, prev, next := s.at(i), s.at(i-1), s.at(i+1)
	if t.grouped {
		return 0
	}
	if after := s.at(i + 2); next.upper && next.tag == "NNP" && !next.glued && len(t.lower) > 2 && !strings.HasSuffix(next.lower, "s") && !after.upper && !after.isNoun() && !after.isHyphen() && !s.allCapitals() {
		if _, n := s.units.at(s.text, s.list, i+1); n == 0 && s.mentionAt(i+1) == nil {
			return 2 // "the 787 Dreamliner"
		}
	}
	if next.upper && len(t.lower) <= 3 {
		for j := i + 1; j < i+5 && s.at(j).upper; j++ {
			if s.words.in("military_units", s.at(j).lower) {
				return 1 // "16 Northern Brigade"
			}
		}
	}
	if i == 0 || t.glued && !s.at(i-1).is("(") {
		return 0
	}
	label := prev
	if prev.is(".") && prev.glued {
		label = s.at(i - 2)
		if !label.is("no", "nos", "sec", "art", "vol", "ch", "pt", "prop") {
			return 0
		}
	}
	if label.kind != wordToken {
		return 0
	}
	if next.is("%", "percent", "per") || s.isScale(i+1) || next.glued && next.kind == wordToken && !next.is("'s") {
		return 0
	}
	if _, n := s.units.at(s.text, s.list, i+1); n > 0 && !label.upper {
		return 0
	}
	counts := next.kind == wordToken && (next.tag == "NNS" || strings.HasSuffix(next.lower, "s") && len(next.lower) > 3 && !next.is("was", "has", "does", "says", "status") || s.words.in("collective", next.lower))
	if label.upper && (s.nameList(i) || s.countsIn(i)) {
		return 0 // "Ostria 900, Tolen 800"; "in the Lakes 870 teaching posts"
	}
	if s.words.in("labels", label.lower) {
		if label.upper && !counts || !counts && label.tag == "NN" && len(t.lower) == 1 && next.tag == "NN" || !counts && !next.isNoun() && next.tag != "JJ" && !label.isVerb() {
			return 1
		}
		return 0
	}
	if strings.ToLower(s.text[label.start:label.end]) != s.text[label.start:label.end] && !label.upper {
		return s.run(i) // "iPhone 14"
	}
	if !label.upper || counts || s.opens(i-1) || s.allCapitals() || s.words.in("months", label.lower) || s.words.in("weekdays", label.lower) {
		return 0
	}
	if _, known := s.words.before[label.lower]; known {
		return 0
	}
	if label.tag == "IN" || label.tag == "DT" || label.tag == "CC" || label.isVerb() && label.tag != "VBN" && label.tag != "VBG" && !(s.at(i-2).upper && s.at(i-2).isNoun()) {
		return 0
	}
	return s.run(i)
}

// placeNumber skips house numbers, statutes and the numbers of a list.
func (s *scan) placeNumber(i int) int {
	t, next := s.at(i), s.at(i+1)
	if s.before(i, "per") {
		return 1
	}
	if t.grouped {
		return 0
	}
	if s.before(i, "(") && next.is(")") && len(t.lower) <= 2 || next.is("zip") ||
		t.lower == "911" && next.is("call", "calls", "caller", "callers", "dispatcher", "dispatchers", "operator", "operators", "system") {
		return 1
	}
	if s.dialled(i) {
		return 1
	}
	if s.isVote(i) {
		return 3 // "the vote was 118 to 97"
	}
	if next.is("to") && s.at(i+2).is("1", "one") && len(t.lower) <= 3 && !s.before(i, "from") && !s.at(i+3).is("million", "billion", "percent", "%") {
		return 3 // odds: "3 to 1"
	}
	if next.is("u.s.c.", "u.s.c", "usc", "c.f.r.", "c.f.r", "cfr", "f.3d", "stat", "stat.") || s.before(i, "u.s.c.", "u.s.c", "usc", "c.f.r.", "c.f.r", "cfr", "§") {
		return s.run(i)
	}
	if i == 0 && (next.is(")") || next.is(".") && next.glued) && len(t.lower) <= 2 && len(s.list) > 3 {
		return 2
	}
	for j := i + 1; j < i+6 && (s.at(j).upper || j > i+1 && (s.at(j).kind == numberToken || s.at(j).glued && s.at(j).is("th", "st", "nd", "rd"))); j++ {
		if j > i+1 && s.words.in("streets", s.at(j).lower) && unicode.IsUpper(rune(s.text[s.at(j).start])) {
			return j - i + 1
		}
	}
	return 0
}
