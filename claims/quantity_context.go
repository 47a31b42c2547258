package claims

import "strings"

// quantityContext is what a document and its earlier sentences leave for
// later figures.
type quantityContext struct {
	counts        map[string]int    // how often each organisation is named
	leads         map[string]bool   // organisations named in the title or the first sentence
	order         []*Name           // organisations in the order of their first mention
	organisations map[string]string // by counted head, the last organisation told
	several       map[string]bool   // by counted head, whether more than one was
	counted       string            // the last counted noun phrase
	countedAt     int               // in which scan it stands
	people        string            // the last counted noun phrase of people or things that are sent
	peopleAt      int               // in which scan it stands
	before        []*found          // the figures so far
	scans         []*scan           // all sentences
	army          *Name             // that "the army" is, where it is not the American one
	holders       officeHolders     // who speaks and acts for which body
	lastDoer      string            // the body that did what was counted last
	lastDoerAt    int               // in which scan
}

func newQuantityContext(scans []*scan, names *Names) *quantityContext {
	army := ownArmy(scans, names)
	c := &quantityContext{counts: map[string]int{}, leads: map[string]bool{}, organisations: map[string]string{}, several: map[string]bool{}, scans: scans, army: army}
	for i, s := range scans {
		for _, m := range s.mentions {
			if m.name.Place || m.name.Kind != Organisation {
				continue
			}
			if i < 2 && !isMilitary(m.name) {
				c.leads[m.name.Short] = true
			}
			if c.counts[m.name.Short] == 0 {
				c.order = append(c.order, m.name)
			}
			c.counts[m.name.Short]++
		}
	}
	return c
}

// staying returns whose people stay for the time told: those of the figure
// before it in the sentence.
func (c *quantityContext) staying(f *found) string {
	for i := len(c.before) - 1; i >= 0 && c.before[i].sentence == f.sentence; i-- {
		if p := c.before[i]; p.scan.countsPersonnel(p) {
			return p.organisation
		}
	}
	return ""
}

// lastPersonnel returns whose people were counted last, in this sentence or the
// two before, where a word for all kinds of them is counted: "Around 430
// personnel have arrived".
func (c *quantityContext) lastPersonnel(f *found) string {
	for i := len(c.before) - 1; i >= 0 && f.sentence-c.before[i].sentence <= 2; i-- {
		if p := c.before[i]; p.scan.countsPersonnel(p) {
			return p.organisation
		}
	}
	return ""
}

// suppliersUnnamed reports whether the sentence counts the suppliers without
// naming them: "a handful of other countries have pledged 1,900 officers".
func (c *quantityContext) suppliersUnnamed(f *found) bool {
	for i := len(c.before) - 1; i >= 0 && c.before[i].sentence == f.sentence; i-- {
		switch strings.ToLower(lastWord(c.before[i].countedText)) {
		case "countries", "states", "nations", "agencies", "departments", "governments", "governors":
			return true
		}
	}
	return false
}

// last returns the figure before f in the same sentence.
func (c *quantityContext) last(f *found) *found {
	if n := len(c.before); n > 0 && c.before[n-1].sentence == f.sentence {
		return c.before[n-1]
	}
	return nil
}

// larger returns the last of the numbers of things in the sentence before that a number may be
// a part of; nil for none.
func (c *quantityContext) larger(f *found) *found {
	for i := len(c.before) - 1; i >= 0 && c.before[i].sentence >= f.sentence-1; i-- {
		p := c.before[i]
		if p.sentence < f.sentence && p.kind == "" && p.unit.name == "" && p.countedText != "" && p.amount.value.Cmp(f.amount.value) >= 0 {
			return p
		}
	}
	return nil
}

// lastStep returns the direction of the last figure of the sentence that tells
// one, of the same unit as f.
func (c *quantityContext) lastStep(f *found) string {
	for i := len(c.before) - 1; i >= 0 && i >= len(c.before)-4 && c.before[i].sentence == f.sentence; i-- {
		if p := c.before[i]; p.draft.figure.Direction != "" && p.unit.name == f.unit.name {
			return p.draft.figure.Direction
		}
	}
	return ""
}

// actor returns the organisation that the document is most about, soldiers
// left out: they arrest nobody.
func (c *quantityContext) actor() string {
	return c.most(func(n *Name) bool { return !isMilitary(n) })
}

// military returns the most named military body.
func (c *quantityContext) military() string {
	return c.most(func(n *Name) bool {
		return isMilitary(n) && n.PartOf != "National Guard" && n.Short != "National Guard"
	})
}

// anyMilitary returns the only military body named, the National Guard
// included, or "army" where the text speaks of one without a name.
func (c *quantityContext) anyMilitary() string {
	if name := c.most(isMilitary); name != "" || len(c.scans) == 0 {
		return name
	}
	if name := c.most(hasSoldiers); name != "" {
		return name
	}
	if c.army != nil {
		return c.army.Short
	}
	if containsAny(c.scans[0].text, " army", " Army") {
		return "army"
	}
	return ""
}

// isMilitary reports whether soldiers belong to the body.
func isMilitary(n *Name) bool {
	switch n.Short {
	case "DOD", "NATO", "National Guard":
		return true
	}
	return n.PartOf == "DOD" || n.PartOf == "National Guard"
}

// hasSoldiers reports whether the name of a body tells that soldiers belong to it.
func hasSoldiers(n *Name) bool {
	full := strings.ToLower(n.Short + " " + n.Full)
	for _, kind := range [...]string{"army", "armed forces", "military", "defence force", "defense force"} {
		if strings.Contains(full, kind) {
			return true
		}
	}
	return false
}

func (c *quantityContext) most(accept func(*Name) bool) string {
	best := ""
	for _, name := range c.order {
		if accept(name) && !strings.HasSuffix(name.Short, "administration") && name.Short != "White House" && (best == "" || c.counts[name.Short] > c.counts[best]) {
			best = name.Short
		}
	}
	return best
}
