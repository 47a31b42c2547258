package counts

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"muster/interval"
)

//go:embed units.toml
var unitFile []byte

// Unit is a unit that record files count by, such as an area of
// responsibility: see units.toml, which explains each field.
type Unit struct {
	Name    string        `toml:"name" json:"name"`
	Code    string        `toml:"code" json:"code,omitempty"`
	Aliases []string      `toml:"aliases" json:"aliases,omitempty"`
	From    interval.Date `toml:"from" json:"from,omitempty"`
	To      interval.Date `toml:"to" json:"to,omitempty"`
	Was     []PartOf      `toml:"was" json:"was,omitempty"`
	Aside   bool          `toml:"aside" json:"aside,omitempty"`
}

// PartOf says where the counts of a unit were before it stood alone.
type PartOf struct {
	Unit string        `toml:"part_of" json:"part_of"`
	To   interval.Date `toml:"to" json:"to,omitempty"` // last day; none where it is not known
}

// Grouping takes units together for comparison over a long time.
type Grouping struct {
	Name   string              `toml:"name"`
	Source string              `toml:"source"` // who compares so
	Into   map[string][]string `toml:"into"`   // by the unit that holds the others
}

// Registry knows units by every spelling.
type Registry struct {
	Units     []Unit     `toml:"unit"`
	Groupings []Grouping `toml:"grouping"`
	Drop      []string   `toml:"drop"`    // endings that are no part of a name
	Unknown   []string   `toml:"unknown"` // what stands where no unit is named

	canonical map[string]string // by lower-case spelling
}

// Units returns the registry that comes with Muster, with more units added;
// one with the name of a unit that is there replaces it. Two units with one
// spelling, or a part of a unit that is not there, are errors.
func Units(more ...Unit) (*Registry, error) {
	r := &Registry{}
	if err := toml.Unmarshal(unitFile, r); err != nil {
		return nil, fmt.Errorf("units.toml: %w", err)
	}
	for _, u := range more {
		if i := slices.IndexFunc(r.Units, func(old Unit) bool { return strings.EqualFold(old.Name, u.Name) }); i >= 0 {
			r.Units[i] = u
		} else {
			r.Units = append(r.Units, u)
		}
	}
	return r, r.index()
}

func (r *Registry) index() error {
	r.canonical = map[string]string{}
	for _, spelling := range r.Unknown {
		r.canonical[strings.ToLower(spelling)] = Unknown
	}
	for _, u := range r.Units {
		if u.Name == "" {
			return fmt.Errorf("units: expected a name for every unit, found one without; name it")
		}
		for _, spelling := range append([]string{u.Name, u.Code}, u.Aliases...) {
			key := strings.ToLower(spelling)
			if old, ok := r.canonical[key]; ok && key != "" && old != u.Name {
				return fmt.Errorf("units: expected %q to spell one unit, found it for %s and %s; take one away", spelling, old, u.Name)
			}
			if key != "" {
				r.canonical[key] = u.Name
			}
		}
	}
	for _, u := range r.Units {
		if u.From != "" && u.To != "" && u.To < u.From {
			return fmt.Errorf("units: expected %s to end after it began, found %s to %s", u.Name, u.From, u.To)
		}
		for _, was := range u.Was {
			if _, ok := r.Unit(was.Unit); !ok {
				return fmt.Errorf("units: %s was part of %q, which is no unit here; add it or mend the name", u.Name, was.Unit)
			}
		}
	}
	return nil
}

// Name returns the one name of the unit that a spelling names; Unknown for the
// spellings that name none or tell of a person, and the spelling itself, without
// its dropped ending, when the registry does not have it.
func (r *Registry) Name(spelling string) string {
	name := strings.Join(strings.Fields(legible(spelling)), " ")
	for _, ending := range r.Drop {
		if rest := len(name) - len(ending); rest > 0 && strings.EqualFold(name[rest:], ending) && name[rest-1] == ' ' {
			name = name[:rest-1]
			break
		}
	}
	if known, ok := r.canonical[strings.ToLower(name)]; ok {
		return known
	}
	if name == "" || redacted(name) || tellsOfAPerson(name) {
		return Unknown
	}
	return name
}

// Renamed returns the series with every unit under its one name.
func (r *Registry) Renamed(s Series) Series {
	name := map[string]string{}
	changed := false
	for _, release := range s.Releases {
		for _, p := range release.Points {
			if _, ok := name[p.Unit]; !ok && p.Unit != "" {
				name[p.Unit] = r.Name(p.Unit)
				changed = changed || name[p.Unit] != p.Unit
			}
		}
	}
	s.Releases = slices.Clone(s.Releases)
	for i := range s.Releases {
		s.Releases[i].Means = slices.Clone(s.Releases[i].Means)
		for j := range s.Releases[i].Means {
			if m := &s.Releases[i].Means[j]; m.Unit != "" {
				m.Unit = r.Name(m.Unit)
			}
		}
	}
	if !changed {
		return s
	}
	return s.regroup(func(p Point) Point {
		if p.Unit != "" {
			p.Unit = name[p.Unit]
		}
		return p
	})
}

// Strangers returns the units of a series that the registry does not have,
// where it has most of them: new ones, or ones that are spelt otherwise.
func (r *Registry) Strangers(s Series) []string {
	var known int
	var out []string
	seen := map[string]bool{"": true, Unknown: true}
	for _, release := range s.Releases {
		for _, p := range release.Points {
			if seen[p.Unit] {
				continue
			}
			seen[p.Unit] = true
			if _, ok := r.Unit(p.Unit); ok {
				known++
			} else {
				out = append(out, p.Unit)
			}
		}
	}
	if len(out) >= known {
		return nil
	}
	slices.Sort(out)
	return out
}

// Unit returns the unit with this name, code or spelling.
func (r *Registry) Unit(spelling string) (Unit, bool) {
	name := r.Name(spelling)
	for _, u := range r.Units {
		if u.Name == name {
			return u, true
		}
	}
	return Unit{}, false
}

// Aside returns the names of the units that are shown but never ranked.
func (r *Registry) Aside() []string {
	var out []string
	for _, u := range r.Units {
		if u.Aside {
			out = append(out, u.Name)
		}
	}
	return out
}

// Stood reports whether the unit stood alone on every day of a period; days
// that are not known count as standing.
func (u Unit) Stood(p interval.Period) bool {
	return (u.From == "" || u.From <= p.From) && (u.To == "" || p.To == "" || p.To <= u.To)
}

// Fold is a unit whose counts were taken together with another's, and why.
type Fold struct {
	Unit, Into string
	Reason     string
}

// FoldOver returns the series with units that did not stand through the whole
// period counted where they were part of, so that two times can be set against
// each other. A unit that was part of another until a day that is not known is
// folded too. The total stays the same.
func (r *Registry) FoldOver(s Series, p interval.Period) (Series, []Fold) {
	var folds []Fold
	for _, u := range r.Units {
		for _, was := range u.Was {
			if was.To == "" {
				folds = append(folds, Fold{u.Name, was.Unit, "part of it until a day that is not known"})
			} else if was.To >= p.From {
				folds = append(folds, Fold{u.Name, was.Unit, "part of it until " + string(was.To)})
			}
		}
	}
	return fold(s, folds)
}

// Group returns the series with units taken together as a grouping of the
// registry says. The total stays the same.
func (r *Registry) Group(s Series, name string) (Series, []Fold, error) {
	var names []string
	for _, g := range r.Groupings {
		if g.Name != name {
			names = append(names, g.Name)
			continue
		}
		var folds []Fold
		for into, units := range g.Into {
			for _, unit := range units {
				folds = append(folds, Fold{r.Name(unit), r.Name(into), g.Source})
			}
		}
		slices.SortFunc(folds, func(a, b Fold) int { return strings.Compare(a.Unit, b.Unit) })
		s, folds = fold(s, folds)
		return s, folds, nil
	}
	return s, nil, fmt.Errorf("expected a grouping of units, found %q; choose one of %s", name, strings.Join(names, ", "))
}

// fold renames units and returns the folds that the series needed.
func fold(s Series, folds []Fold) (Series, []Fold) {
	into := map[string]int{}
	for i, f := range folds {
		into[f.Unit] = i
	}
	used := make([]bool, len(folds))
	s = s.regroup(func(p Point) Point {
		for range folds { // a unit may be part of a part
			i, ok := into[p.Unit]
			if !ok {
				break
			}
			used[i] = true
			p.Unit = folds[i].Into
		}
		return p
	})
	var out []Fold
	for i, f := range folds {
		if used[i] {
			out = append(out, f)
		}
	}
	return s, out
}
