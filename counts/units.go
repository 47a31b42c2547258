package counts

import (
	_ "embed"
	"strings"
)

//go:embed units.txt
var unitList string

// names turns spellings of units into their one name.
type names struct {
	canonical map[string]string // by lower-case spelling
	drop      []string          // lower-case endings
	known     map[string]string // spellings seen in this file, so that each is worked out once
}

// newUnits knows the spellings of units.
func newUnits() *names { return newNames(func(string) bool { return true }) }

// newClasses knows only the spellings of nothing.
func newClasses() *names { return newNames(func(name string) bool { return name == Unknown }) }

func newNames(wanted func(name string) bool) *names {
	n := &names{canonical: map[string]string{}, known: map[string]string{}}
	for line := range strings.Lines(unitList) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, spellings, _ := strings.Cut(line, ":")
		if !wanted(name) {
			continue
		}
		if name == "drop" {
			for ending := range strings.SplitSeq(spellings, ",") {
				n.drop = append(n.drop, strings.ToLower(strings.TrimSpace(ending)))
			}
			continue
		}
		n.canonical[strings.ToLower(name)] = name
		for spelling := range strings.SplitSeq(spellings, ",") {
			if spelling = strings.ToLower(strings.TrimSpace(spelling)); spelling != "" {
				n.canonical[spelling] = name
			}
		}
	}
	return n
}

// of returns the unit that a cell names; Unknown when it is empty or redacted.
func (n *names) of(cell string) string {
	if name, ok := n.known[cell]; ok {
		return name
	}
	name := strings.Join(strings.Fields(legible(cell)), " ")
	for _, ending := range n.drop {
		if rest := len(name) - len(ending); rest > 0 && strings.EqualFold(name[rest:], ending) && name[rest-1] == ' ' {
			name = name[:rest-1]
			break
		}
	}
	if known, ok := n.canonical[strings.ToLower(name)]; ok {
		name = known
	}
	if name == "" || redacted(name) {
		name = Unknown
	}
	n.known[strings.Clone(cell)] = strings.Clone(name)
	return name
}
