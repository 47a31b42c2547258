package claims

import "strings"

// rateAfter reads the rate that follows what is counted: "3,000 arrests a
// day", "3,000 arrests for the agency every day", "3,000 daily arrests".
func (s *scan) rateAfter(f *found) {
	if f.per != "" || f.unit.kind == durationUnit {
		return
	}
	if f.multiple || (f.unit.kind == percentUnit || f.unit.name == "share") && !f.counted.empty() {
		return
	}
	if !f.counted.empty() {
		if per := ratePer(s.at(f.counted.first).lower); per != "" {
			f.per = per
			return
		}
	}
	if s.before(f.first, "to", "from", "at", "of") {
		for j := f.first - 2; j >= 0 && j > f.first-6 && (s.list[j].isNoun() || s.list[j].is("daily", "weekly", "monthly", "annual")); j-- {
			if per := ratePer(s.list[j].lower); per != "" {
				f.per = per
				return
			}
		}
	}
	i := max(f.end, f.counted.last) + 1
	if per, last := s.rateAt(i); per != "" {
		f.per = per
		if !f.counted.empty() {
			f.counted.last = last
		}
		f.end = max(f.end, last)
		f.trimCounted()
		return
	}
	if f.unit.kind != percentUnit && s.fronted(f) {
		return
	}
	for j := i; j < i+5; j++ {
		t := s.at(j)
		if t.kind != wordToken || t.tag == "VBD" || t.tag == "VBZ" || t.tag == "VBP" || t.tag == "MD" {
			return
		}
		if t.is("every", "each", "per", "annually") {
			if per, last := s.rateAt(j); per != "" {
				f.per = per
				f.end = last
				return
			}
		}
	}
}

// fronted reads a rate that opens the sentence: "Every day 900 meals are served".
func (s *scan) fronted(f *found) bool {
	i := 0
	if s.at(0).is("on", "in") {
		i++
	}
	if !s.at(i).is("every", "each") {
		return false
	}
	per, last := s.rateAt(i)
	if per == "" || last >= f.first {
		return false
	}
	for j := last + 1; j < f.first; j++ {
		if t := s.at(j); t.kind == numberToken || t.lexeme.number || t.is("since", "from", "until", "that", "which", ";", ":", "at", "after", "before") {
			return false
		}
	}
	f.per = per
	return true
}

// ratePer returns the unit of time of an adjective of rate.
func ratePer(word string) string {
	switch word {
	case "hourly":
		return "hour"
	case "daily":
		return "day"
	case "weekly":
		return "week"
	case "monthly":
		return "month"
	case "yearly", "annual":
		return "year"
	}
	return ""
}

// trimCounted keeps the rate out of the counted phrase once it was read.
func (f *found) trimCounted() {
	text := f.countedText
	for f.counted.last > f.counted.first && !strings.HasSuffix(f.scan.phraseText(f.counted), text[strings.LastIndexByte(text, ' ')+1:]) {
		f.counted.last--
	}
}
