package claims

import "strings"

// itMeans returns the body that "it" before the verb of a clause stands for:
// the subject of the verb of telling before, or of the sentence before.
func (s *scan) itMeans(start int, document *quantityContext) body {
	if start > 1 {
		verb := start - 1
		for verb > 0 && !s.words.in("speech", s.at(verb).lower) {
			verb--
		}
		if verb == 0 {
			verb = s.clauseVerb(0, start)
		}
		if verb > 0 {
			if b := s.subjectBody(s.clauseStart(verb+1), verb, document); b.name != "" {
				return b
			}
		}
		for i := range s.mentions {
			if m := &s.mentions[i]; m.last < start && m.name.Kind == Organisation && !m.name.Place {
				return s.bodyOf(m)
			}
		}
	}
	if document.lastDoer != "" && document.lastDoerAt == s.index-1 {
		return body{name: document.lastDoer}
	}
	for n := s.index - 1; n >= 0 && n >= s.index-2; n-- {
		for i := range document.scans[n].mentions {
			m := &document.scans[n].mentions[i]
			if m.name.Kind == Organisation && (!m.name.Place || m.first == 0 && m.subject) {
				return s.bodyOf(m) // "Spain took charge. It has four planes there"
			}
		}
	}
	return body{}
}

// theyMean returns the body whose people are the subject of the sentence before:
// "Coast Guard crews worked on. They caught …".
func (s *scan) theyMean(document *quantityContext) body {
	if s.index == 0 {
		return body{}
	}
	before := document.scans[s.index-1]
	for i := range before.mentions {
		if m := &before.mentions[i]; m.subject && m.people && m.name.Kind == Organisation {
			return s.bodyOf(m)
		}
	}
	return body{}
}

// weMeans returns the body whose speaker says "we": the one named beside the
// words quoted, or else the one the text is about.
func (s *scan) weMeans(start, verb int, document *quantityContext) body {
	for i := range s.mentions {
		if m := &s.mentions[i]; m.name.Kind == Organisation && !m.name.Place && (m.first > verb || m.last < start) {
			return s.bodyOf(m)
		}
	}
	for j := range s.list {
		if t := s.at(j); (j > verb || j < start) && !t.upper && s.words.in("kinds", t.lower) {
			if b := s.kindMeant(j, document); b.name != "" && !b.unnamed {
				return b // "said the union's leader"
			}
		}
	}
	for _, n := range [...]int{s.index + 1, s.index - 1, s.index - 2, s.index - 3} {
		if n < 0 || n >= len(document.scans) {
			continue
		}
		for i := range document.scans[n].mentions {
			if m := &document.scans[n].mentions[i]; m.name.Kind == Organisation && !m.name.Place {
				return s.bodyOf(m)
			}
		}
	}
	return body{}
}

// kindMeant resolves "the department", "the union" at token i to the body of
// that kind that the text is most about; where none is named it is a body
// without a name.
func (s *scan) kindMeant(i int, document *quantityContext) body {
	kind := s.at(i).lower
	best, bestWeight := (*Name)(nil), 0
	for n := s.index; n >= 0 && n > s.index-manySentences; n-- {
		for k := range document.scans[n].mentions {
			m := &document.scans[n].mentions[k]
			if m.name.Place || m.name.Kind != Organisation || n == s.index && m.first >= i-1 || !s.mayBe(kind, m.name) {
				continue
			}
			weight := document.counts[m.name.Short] + 20/(1+s.index-n)
			if n < 2 {
				weight += 2
			}
			if n == s.index {
				weight = max(weight-20, 1) // "the auditors found that the agency": it is another
			}
			if weight > bestWeight {
				best, bestWeight = m.name, weight
			}
		}
	}
	if best == nil && (kind == "force" || kind == "mission" || kind == "deployment") {
		best = s.namedLater(kind, document) // "the force, now 900 strong, …", and its name told afterwards
	}
	if best == nil && kind == "army" {
		best = document.army
	}
	if best != nil {
		return body{name: best.Short, decides: s.words.in("deciders", fold(best.Short))}
	}
	if s.words.in("filed", kind) {
		return body{name: kind, unnamed: true}
	}
	return body{}
}

// namedLater returns the body of the kind that the next sentences name; nil for
// none.
func (s *scan) namedLater(kind string, document *quantityContext) *Name {
	for n := s.index + 1; n < len(document.scans) && n <= s.index+4; n++ {
		for k := range document.scans[n].mentions {
			if m := &document.scans[n].mentions[k]; !m.name.Place && m.name.Kind == Organisation && s.mayBe(kind, m.name) {
				return m.name
			}
		}
	}
	return nil
}

// mayBe reports whether a body may be taken up as "the agency", "the union".
func (s *scan) mayBe(kind string, name *Name) bool {
	full := strings.ToLower(name.Short + " " + name.Full)
	if strings.Contains(full, kind) {
		return true
	}
	for _, alias := range name.Aliases {
		if strings.Contains(strings.ToLower(alias), kind) {
			return true
		}
	}
	union := strings.Contains(full, "union") && !strings.Contains(full, "european") && !strings.Contains(full, "african") || strings.Contains(full, "college of") || strings.Contains(full, "association") || strings.Contains(full, "brotherhood")
	switch kind {
	case "union":
		return union
	case "department", "ministry":
		return strings.HasSuffix(name.Short, " Office") || strings.Contains(full, "ministry") || strings.Contains(full, "department")
	case "agency", "body", "service", "regulator", "office":
		return !union && !isMilitary(name) && !s.words.in("deciders", fold(name.Short)) && !strings.Contains(full, "administration") && !strings.Contains(full, "audit") && name.Short != "UN" && name.Short != "EU"
	case "force", "mission", "deployment":
		return strings.Contains(full, "mission") || strings.Contains(full, "force") && !strings.Contains(full, "air force")
	case "alliance":
		return name.Short == "NATO"
	case "bloc":
		return name.Short == "EU" || name.PartOf == "" && (strings.Contains(full, "community of") || strings.Contains(full, "african union"))
	case "company", "firm", "group", "utility", "operator", "airline", "retailer", "bank", "supplier", "carmaker", "charity", "cooperative", "business":
		return !union && name.Full == "" && name.PartOf == "" && !strings.Contains(full, "ministry") && !strings.Contains(full, "department")
	}
	return false
}
