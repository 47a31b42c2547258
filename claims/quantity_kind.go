package claims

import (
	"strings"

	"muster/interval"
)

// The kinds of quantities that are no figures.
const (
	ageKind     = "age"     // of a person
	timeKind    = "time"    // tells when: "three weeks ago"
	pronounKind = "pronoun" // "one of the …"
	scoreKind   = "score"   // "2-1"
	sourceKind  = "sources" // how many anonymous sources there were
	idiomKind   = "idiom"   // "100 percent sure"
)

// kindOf returns what the quantity is when it is no figure, else "".
func (s *scan) kindOf(q quantity, counted phrase) string {
	switch {
	case q.kind != "":
		return q.kind
	case s.isAge(q):
		return ageKind
	case q.unit.kind == durationUnit && s.tellsWhen(q):
		return timeKind
	case s.isPronoun(q):
		return pronounKind
	case q.unit.name == "" && s.countsSources(q, counted):
		return sourceKind
	case q.unit.name == "percent" && s.isIdiom(q):
		return idiomKind
	}
	return ""
}

// isAge: "65-year-old", "aged 25 to 54", ", 66,", "children under 5".
func (s *scan) isAge(q quantity) bool {
	next := s.at(q.end + 1)
	if q.unit.kind == durationUnit {
		after := q.end + 1
		if next.isHyphen() {
			after++
		}
		if s.at(after).is("old", "olds", "older") || s.at(after).is("of") && s.at(after+1).is("age") {
			return true
		}
	}
	if q.unit.name == "" && (next.is("yo", "y.o.", "y.o", "yr-old") || next.is("y") && s.at(q.end+2).is("/") && s.at(q.end+3).is("o")) {
		return true
	}
	if q.unit.name == "" && s.agesBefore(q.first) && !s.mayCount(q.end+1) {
		return true // "aged 71, 64 and 12"
	}
	if s.before(q.first, "aged", "age", "ages") || s.before(q.first, "of") && s.at(q.first-2).is("age", "ages") {
		return q.unit.name == "" || q.unit.name == "year"
	}
	if (q.unit.name == "" || q.unit.name == "year") && (s.at(q.amount.first-1).is("age") || s.at(q.amount.first-1).is("of") && s.at(q.amount.first-2).is("age") ||
		s.at(q.amount.first-1).is("as") && s.at(q.amount.first-2).is("young", "old") || s.at(q.last).is("older", "younger")) {
		return true // "under the age of 5", "as young as 16", "65 and older"
	}
	if q.unit.name == "" && (s.personIs(q) || s.groupAged(q)) {
		return true
	}
	if q.unit.name != "" || q.qualifier != Exact || q.paired || !q.amount.value.IsInt() || q.amount.grouped ||
		q.amount.value.Cmp(interval.Int(110)) > 0 || q.amount.spelled {
		return false
	}
	return s.before(q.first, ",") && s.at(q.first-2).upper && s.at(q.first-2).kind == wordToken && next.is(",", ".", "—", "―", "–") &&
		!(next.is(",") && s.at(q.last+2).kind == numberToken)
}

// agesBefore reports whether a list of ages that "aged" opens goes on at token i.
func (s *scan) agesBefore(i int) bool {
	for j := i - 1; j > 1 && s.at(j).is(",", "and", "or"); j-- {
		if s.at(j).is("and", "or") && s.at(j-1).is(",") {
			j--
		}
		if j--; s.at(j).kind != numberToken {
			return false
		}
		if s.before(j, "aged", "ages") {
			return true
		}
	}
	return false
}

// groupAged: "children under 10", "anyone over 65".
func (s *scan) groupAged(q quantity) bool {
	next := s.at(q.end + 1)
	return s.at(q.first).is("under", "over", "above", "below") && q.amount.value.IsInt() && q.amount.value.Cmp(interval.Int(110)) <= 0 && !q.amount.share && q.per == "" &&
		s.before(q.first, "children", "kids", "people", "adults", "boys", "girls", "men", "women", "infants", "youngsters", "pupils", "citizens", "residents", "those", "them", "whom", "persons", "patients", "anyone", "everyone") &&
		!next.isNoun() && next.tag != "JJ" && !next.isHyphen()
}

// personIs: "she was 34 when", "who is 29,", "he turned 40".
func (s *scan) personIs(q quantity) bool {
	if q.paired || q.per != "" || !q.amount.value.IsInt() || q.amount.value.Cmp(interval.Int(110)) > 0 || q.amount.grouped || q.amount.share {
		return false
	}
	i := q.first - 1
	if s.at(i).is("just", "only", "now", "then", "already") {
		i--
	}
	if !s.at(i).is("is", "was", "turned", "turns") || !s.at(i-1).is("who", "he", "she") {
		return false
	}
	next := s.at(q.end + 1)
	return q.end+1 >= len(s.list) || next.is(".", ",", ";", ")", "when", "at", "and", "but", "in", "on", "that", "this", "last", "–", "—")
}

// tellsWhen: "three weeks ago", "in the last two years", "the first 100 days".
func (s *scan) tellsWhen(q quantity) bool {
	next := s.at(q.end + 1)
	if next.is("'", "'s") {
		next = s.at(q.end + 2)
	}
	if s.words.in("time_after", next.lower) && !next.is("out") || next.is("to") && s.at(q.end+2).is("go") || next.is("until") ||
		next.is("from") && s.at(q.end+2).is("now") || next.is("into") || next.is("in") && s.before(q.first, "first") {
		return true
	}
	if s.before(q.first, "last") && !s.before(q.first-1, "the", "in", "over", "during", "for", "within", "these", "their", "its", "his", "her", "our", "about") {
		return false // "the mission would last two years"
	}
	if s.words.in("time_before", s.at(q.first-1).lower) {
		return true
	}
	return q.qualifier != Exact && s.words.in("time_before", s.at(q.numberFirst-1).lower)
}

// isPronoun tells "one of the …", "one must" and "one agent" from a count of one.
func (s *scan) isPronoun(q quantity) bool {
	if s.before(q.first, "the") && q.amount.spelled && q.amount.first == q.amount.last && q.unit.name == "" && q.first == q.numberFirst && !s.mayCount(q.last+1) {
		return true // "the two met"
	}
	if !s.at(q.amount.first).is("one") || q.amount.first != q.amount.last || q.unit.name != "" || q.per != "" || q.paired || q.first != q.numberFirst {
		return false
	}
	return true
}

// mayCount reports whether a counted noun may start at token i.
func (s *scan) mayCount(i int) bool {
	t := s.at(i)
	return t.isHyphen() || t.isNoun() || strings.HasPrefix(string(t.tag), "JJ") || t.tag == "VBN" || t.tag == "VBG" || t.kind == numberToken || s.words.in("collective", t.lower) || t.is("of")
}

// countsSources: "two sources said", "according to four people familiar with".
func (s *scan) countsSources(q quantity, counted phrase) bool {
	if counted.last < counted.first || counted.first > q.end+3 || q.amount.value.Cmp(interval.Int(40)) > 0 {
		return false
	}
	last := counted.first
	for last < counted.last && !s.words.in("sources", s.at(last).lower) {
		last++
	}
	head := s.at(last).lower
	if !s.words.in("sources", head) {
		return false
	}
	if head == "source" || head == "sources" || s.before(q.first, "to") && s.at(q.first-2).is("according") {
		return true
	}
	for i := last + 1; i < len(s.list) && i <= last+8; i++ {
		if s.at(i).is(",", ";", ".") && i > last+1 {
			return false
		}
		if s.words.in("source_signs", s.at(i).lower) {
			return q.amount.spelled
		}
	}
	return false
}

// isIdiom: "100 percent sure".
func (s *scan) isIdiom(q quantity) bool {
	next := s.at(q.end + 1)
	return q.amount.value.Equal(interval.Int(100)) && next.kind == wordToken && (next.is("not", "sure", "certain", "true", "false", "correct", "right", "wrong", "behind", "committed", "accurate", "in", "on", "with") || strings.HasSuffix(next.lower, "ly"))
}
