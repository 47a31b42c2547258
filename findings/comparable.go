package findings

import (
	"fmt"
	"slices"

	"muster/claims"
	"muster/dossier"
	"muster/origins"
)

// Comparer says whether two figures may be set against each other. It is the
// one place where that is decided; doc/rules/comparable.md explains it. A
// curator can overrule it, by an entry of the ledger or in dossier.toml.
type Comparer struct {
	things   *origins.Things
	names    origins.Identity
	measures measures
	kinds    map[string]string                // see newKinds
	word     map[[2]string]dossier.Comparison // a curator's, by two IDs in either order
	words    []dossier.Comparison             // the same, in their order
	heads    *memos[string, [2]string]        // of counted things: head and family
	keys     *memos[string, string]           // of names
}

// same reports whether two spellings are of one name, as names.Same does; of those that are
// asked for again and again.
func (c *Comparer) same(a, b string) bool {
	key := func(name string) string { return c.keys.get(name, func() string { return c.names.Key(name) }) }
	return a != "" && b != "" && (a == b || key(a) == key(b))
}

// head returns the head noun of a counted thing, one for all words for it, and the family of things that
// are never another; "" for none.
func (c *Comparer) head(counted string) (head, family string) {
	known := c.heads.get(counted, func() [2]string { return [2]string{c.things.Head(counted), c.measures.of(counted)} })
	return known[0], known[1]
}

// NewComparer returns the comparer of a dossier.
func NewComparer(state *dossier.State) *Comparer {
	c := &Comparer{things: origins.NewThings(), names: origins.NewIdentity(state.Settings).In(state), measures: newMeasures(), kinds: newKinds(), word: map[[2]string]dossier.Comparison{}, heads: &memos[string, [2]string]{}, keys: &memos[string, string]{}}
	c.words = slices.Concat(state.Settings.Comparable, state.Comparisons) // entries go before the defaults of dossier.toml
	for _, comparison := range c.words {
		for _, a := range comparison.Figures {
			for _, b := range comparison.Figures {
				c.word[[2]string{a, b}] = comparison
			}
		}
	}
	return c
}

// Apart returns why two figures may not be set against each other, as the end
// of a sentence; "" when they may.
func (c *Comparer) Apart(a, b *Figure) string {
	if word, ok := c.word[[2]string{a.ID, b.ID}]; ok {
		return overruled(word)
	}
	if reason := c.scope(a.Claim, b.Claim); reason != "" {
		return reason
	}
	if a.Claim.Stage != b.Claim.Stage {
		return fmt.Sprintf("one is told as %s, the other as %s", stageName(a.Claim.Stage), stageName(b.Claim.Stage))
	}
	return c.time(a.Claim, b.Claim)
}

// Stages returns why two figures of different stages may not be set against
// each other; "" when nothing but the stage keeps them apart.
func (c *Comparer) Stages(a, b *Figure) string {
	if word, ok := c.word[[2]string{a.ID, b.ID}]; ok {
		return overruled(word)
	}
	if reason := c.scope(a.Claim, b.Claim); reason != "" {
		return reason
	}
	if !sameTime(&a.Claim, &b.Claim) {
		return "their times have no day in common"
	}
	return ""
}

func overruled(word dossier.Comparison) string {
	if !word.Apart {
		return ""
	}
	return word.Reason
}

// scope compares what is counted, whose, where and in which unit.
func (c *Comparer) scope(a, b claims.Figure) string {
	switch {
	case (a.Act == claims.Deny) != (b.Act == claims.Deny):
		return "one is a denial"
	case (a.Relative == nil) != (b.Relative == nil):
		return "one is a multiple of something else"
	case a.Relative != nil:
		return "they are multiples of something else"
	case a.Unit != b.Unit:
		return fmt.Sprintf("one is told in %s, the other in %s", unitName(a.Unit), unitName(b.Unit))
	case a.Per != b.Per:
		return fmt.Sprintf("one is told %s, the other %s", rateName(a.Per), rateName(b.Per))
	case a.Direction != b.Direction:
		return "one is a change, the other a level"
	}
	if reason := c.thing(a, b); reason != "" {
		return reason
	}
	switch {
	case a.Organisation != b.Organisation && !c.names.Same(a.Organisation, b.Organisation):
		if a.Organisation == "" || b.Organisation == "" {
			return "one does not say whose it is"
		}
		return fmt.Sprintf("one is of %s, the other of %s", the(a.Organisation), the(b.Organisation))
	case a.Place != b.Place && !c.names.Same(a.Place, b.Place):
		if a.Place == "" || b.Place == "" {
			return "one does not say where"
		}
		return fmt.Sprintf("one is of %s, the other of %s", a.Place, b.Place)
	}
	return ""
}

// thing compares what is counted.
func (c *Comparer) thing(a, b claims.Figure) string {
	if a.Counted == "" || b.Counted == "" {
		if a.Unit != "" && a.Counted == b.Counted || claims.Money(a.Unit) {
			return "" // money and the like count themselves
		}
		return "one does not say what is counted"
	}
	_, x := c.head(a.Counted)
	_, y := c.head(b.Counted)
	if x != "" && y != "" && x != y || !c.things.Same(a.Counted, b.Counted) {
		return fmt.Sprintf("one counts %s, the other %s", a.Counted, b.Counted)
	}
	return ""
}

// time compares when. Outcomes that are no rates must be of one period: a month
// is no part of a verdict on a year.
func (c *Comparer) time(a, b claims.Figure) string {
	if !sameTime(&a, &b) {
		return "their times have no day in common"
	}
	if a.Stage != claims.Result || a.Per != "" || a.About == nil || b.About == nil {
		return ""
	}
	x, y := a.About.Days(), b.About.Days()
	if x > 0 && y > 0 && 10*max(x, y) > 11*min(x, y) && max(x, y)-min(x, y) > 3 {
		return fmt.Sprintf("one is of %s, the other of %s", days(a.About.Period), days(b.About.Period))
	}
	return ""
}

func unitName(unit string) string {
	switch unit {
	case "":
		return "plain numbers"
	case "percent":
		return "per cent"
	case "share":
		return "shares"
	}
	return unit
}

func rateName(unit string) string {
	if unit == "" {
		return "in all"
	}
	return "by the " + unit
}

// stageName writes a stage for people.
func stageName(s claims.Stage) string {
	switch s {
	case claims.CalledFor:
		return "called for"
	case claims.Target:
		return "a target"
	case claims.Result:
		return "a result"
	case claims.Other, "":
		return "something else"
	}
	return string(s)
}

// sameAmount reports whether two figures tell the same number of the same
// thing of the same body, whatever the stage.
func (c *Comparer) sameAmount(a, b *Figure) bool {
	return a.Claim.Value != nil && b.Claim.Value != nil && a.Claim.Value.Equal(*b.Claim.Value) && c.scope(a.Claim, b.Claim) == ""
}

func sameTime(a, b *claims.Figure) bool {
	return a.About == nil || b.About == nil || a.About.Overlaps(b.About.Period)
}
