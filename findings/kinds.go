package findings

import (
	_ "embed"
	"strings"

	"muster/origins"
)

//go:embed kinds.txt
var kindsFile string

// newKinds returns, by noun, the first noun of its line of kinds.txt.
func newKinds() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(kindsFile) {
		nouns := strings.Fields(line)
		if strings.HasPrefix(line, "#") || len(nouns) == 0 {
			continue
		}
		for _, noun := range nouns {
			out[noun] = nouns[0]
		}
	}
	return out
}

// kind returns the kind of what is counted: a line of kinds.txt, or people; "" for none.
func (c *Comparer) kind(counted string) string {
	if kind := c.kinds[origins.Head(counted)]; kind != "" {
		return kind
	}
	if c.things.People(counted) {
		return "person"
	}
	return ""
}

// twoKinds reports whether two things counted are never one: "412 workers" and "412 farms". Who
// is named for what they have, as farmers are for farms, may be counted for it.
func (c *Comparer) twoKinds(a, b string) bool {
	x, y := c.kind(a), c.kind(b)
	m, n := origins.Head(a), origins.Head(b)
	return x != "" && y != "" && x != y && !strings.HasPrefix(m, n) && !strings.HasPrefix(n, m)
}
