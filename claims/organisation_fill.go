package claims

import "strings"

// sameThing returns whose the figure before is, where f only tells more of it:
// "500 officers, 30 of them women", "1,310, up from 900".
func (c *quantityContext) sameThing(f *found) string {
	p := c.last(f)
	if p == nil || !f.counted.empty() || f.countedText == "" || f.countedText != p.countedText || f.scan.at(f.end+1).is("from") {
		return ""
	}
	return p.organisation
}

// ofThem returns whose the things counted before are, where f counts some of
// them or more of them: "2,400 of them", "another 1,500".
func (c *quantityContext) ofThem(f *found) string {
	s := f.scan
	i := f.first - 1
	if s.at(i).is(",") {
		i--
	}
	if !(s.at(f.end+1).is("of") && s.at(f.end+2).is("them", "those", "these", "whom")) && !(s.at(i).is("them", "those", "these", "whom") && s.before(i, "of")) && !(f.counted.empty() && s.before(f.first, "another", "further", "additional", "remaining")) {
		return ""
	}
	for i := len(c.before) - 1; i >= 0 && i >= len(c.before)-6; i-- {
		p := c.before[i]
		if f.sentence-p.sentence > 2 {
			break
		}
		if p.organisation != "" && p.countedText != "" && p.scan.sortOf(p) == s.sortOf(f) {
			return p.organisation
		}
	}
	return ""
}

// fillOrganisations files figures whose body the text tells elsewhere: where it
// tells the same number again, or by what it is about.
func (c *quantityContext) fillOrganisations(all []*found) {
	for _, f := range all {
		s := f.scan
		if f.organisation != "" || f.unnamed {
			continue
		}
		soldiers := s.words.in("military", strings.ToLower(lastWord(f.countedText)))
		name := ""
		if f.sentence <= 1 {
			name = c.toldAgain(f, all)
		}
		if counted := f.unit.name == "" && (s.countsPersonnel(f) || s.countsActs(f)) && !s.federal(f) && !s.unknownModifier(f); counted && name == "" && !soldiers && !f.main {
			name = c.topic()
		}
		switch {
		case name != "" || !f.main:
		case soldiers && !s.countsActs(f):
			if name = c.military(); name == "" && !strings.HasSuffix(f.countedText, "forces") {
				name = c.anyMilitary()
			}
		default:
			name = c.actor()
		}
		f.organisation, f.draft.figure.Organisation = name, name
	}
	for i, f := range all {
		if i == 0 || f.organisation != "" || f.unnamed || !explains(f) || f.sentence != all[i-1].sentence && f.scan.mentionIn(0, f.first-1, false) != nil {
			continue
		}
		p, far := all[i-1], 1
		if f.unit.kind == durationUnit {
			back := 0
			if f.scan.ofMission(f) {
				back, far = farMission, farMission
			}
			for k := i - 1; k >= 0 && all[k].sentence >= f.sentence-back; k-- {
				if all[k].scan.countsPersonnel(all[k]) {
					p = all[k]
					break
				}
			}
		}
		if p.organisation != "" && f.sentence-p.sentence <= far {
			f.organisation = p.organisation
			f.draft.figure.Organisation = p.organisation
		}
	}
}

// farMission is how many sentences back those on a mission were counted.
const farMission = 6

// ofMission reports whether the length is that of a mission: "the deployment would
// last three months".
func (s *scan) ofMission(f *found) bool {
	for j := s.clauseStart(f.first); j < f.first; j++ {
		if s.words.in("missions", s.at(j).lower) {
			return true
		}
	}
	return false
}

// toldAgain returns whose the things of a figure of the headline or the lead
// are, where the text tells the same number again.
func (c *quantityContext) toldAgain(f *found, all []*found) string {
	value := f.draft.figure.Value
	if value == nil || f.unit.kind == durationUnit || f.unit.kind == percentUnit {
		return ""
	}
	for _, g := range all {
		again := g.draft.figure.Value
		if g == f || g.sentence > f.sentence+6 || g.organisation == "" || g.unit.name != f.unit.name || g.per != f.per || again == nil || again.Cmp(*value) != 0 {
			continue
		}
		if g.sentence > f.sentence || !f.scan.countsThings(f) || f.scan.sortOf(f) == g.scan.sortOf(g) {
			return g.organisation
		}
	}
	return ""
}

// countsThings reports whether neither people nor acts are counted.
func (s *scan) countsThings(f *found) bool {
	return f.unit.name == "" && f.countedText != "" && !s.countsPersonnel(f) && !s.countsActs(f) && !s.countsPersons(f)
}

// explains reports whether the figure only tells more of the one before it: how
// long, what share, how many times.
func explains(f *found) bool {
	return f.unit.kind == durationUnit || f.unit.kind == percentUnit || f.unit.name == "share" || f.multiple
}

// topic returns the body that the text is about: named at its head and often;
// "" where none stands out.
func (c *quantityContext) topic() string {
	best, second := "", 0
	for _, name := range c.order {
		if c.leads[name.Short] && !c.scans[0].words.in("deciders", fold(name.Short)) && (best == "" || c.counts[name.Short] > c.counts[best]) {
			best = name.Short
		}
	}
	for _, name := range c.order {
		if name.Short != best {
			second = max(second, c.counts[name.Short])
		}
	}
	if c.counts[best] < 2 || c.counts[best] <= second {
		return ""
	}
	return best
}
