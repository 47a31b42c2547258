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

// fillOrganisations files people and acts whose body the text tells elsewhere:
// figures of the same noun belong to the same body where only one is told.
func (c *quantityContext) fillOrganisations(all []*found) {
	told := map[string]string{}
	for _, f := range all {
		if f.organisation == "" || f.unit.name != "" || f.countedText == "" || c.counts[f.organisation] == 0 {
			continue // countries send each their own
		}
		head := f.scan.sortOf(f)
		if name, known := told[head]; known && name != f.organisation {
			told[head] = "" // of several bodies
			continue
		}
		told[head] = f.organisation
	}
	for _, f := range all {
		s := f.scan
		if f.organisation != "" || f.unnamed || f.unit.name != "" || !s.countsPersonnel(f) && !s.countsActs(f) || s.federal(f) || s.unknownModifier(f) {
			continue
		}
		name := told[s.sortOf(f)]
		if name == "" && !s.words.in("military", strings.ToLower(lastWord(f.countedText))) {
			name = c.topic()
		}
		if name != "" {
			f.organisation = name
			f.draft.figure.Organisation = name
		}
	}
	for i, f := range all {
		if i == 0 || f.organisation != "" || f.unnamed || !explains(f) {
			continue
		}
		if p := all[i-1]; p.organisation != "" && f.sentence-p.sentence <= 1 {
			f.organisation = p.organisation
			f.draft.figure.Organisation = p.organisation
		}
	}
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
