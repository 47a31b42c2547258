package counts

import "strings"

// names turns spellings of units into their one name, and remembers those of a
// file, so that each is worked out once.
type names struct {
	registry *Registry
	known    map[string]string
}

func newNames(registry *Registry) *names { return &names{registry, map[string]string{}} }

// of returns the unit that a cell names; Unknown when it is empty or redacted.
func (n *names) of(cell string) string {
	if name, ok := n.known[cell]; ok {
		return name
	}
	name := n.registry.Name(cell)
	n.known[strings.Clone(cell)] = strings.Clone(name)
	return name
}

// spellingsOfNothing knows no units, only what stands where no class is named.
func spellingsOfNothing(units *Registry) *Registry {
	r := &Registry{Unknown: units.Unknown}
	_ = r.index() // of spellings of nothing none can clash
	return r
}
