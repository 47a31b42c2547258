package counts

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

//go:embed classes/*.toml
var classFiles embed.FS

// ClassMap groups the classes of a series under labels, by a published
// definition. The same label names different sets in different maps, so a
// series that was mapped carries the name of its map.
type ClassMap struct {
	Name    string              `toml:"name"` // of its file, without the ending
	Title   string              `toml:"title"`
	Source  string              `toml:"source"` // who defines it so
	Of      string              `toml:"of"`     // what the classes are
	Other   string              `toml:"other"`  // label of classes that no label names
	Classes map[string][]string `toml:"classes"`
}

// ClassMaps returns the names of the maps that come with Muster.
func ClassMaps() []string {
	entries, _ := fs.ReadDir(classFiles, "classes")
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), ".toml"))
	}
	return out
}

// BuiltInMap returns the map of this name.
func BuiltInMap(name string) (ClassMap, error) {
	data, err := classFiles.ReadFile(path.Join("classes", name+".toml"))
	if err != nil {
		return ClassMap{}, fmt.Errorf("expected a map of classes, found %q; choose one of %s, or name a .toml file of your own", name, strings.Join(ClassMaps(), ", "))
	}
	return ParseClassMap(name, data)
}

// ParseClassMap reads a map of classes.
func ParseClassMap(name string, data []byte) (ClassMap, error) {
	var m ClassMap
	if err := toml.Unmarshal(data, &m); err != nil {
		return m, fmt.Errorf("map of classes %s: %w", name, err)
	}
	m.Name = name
	return m.Checked()
}

// Checked returns the map with what is missing filled in. Its errors say what
// is wrong with it, such as a class that stands under two labels.
func (m ClassMap) Checked() (ClassMap, error) {
	if m.Name == "" || m.Source == "" || len(m.Classes) == 0 {
		return m, fmt.Errorf("map of classes %q: expected name, source and classes, found one of them missing; add it", m.Name)
	}
	if m.Other == "" {
		m.Other = "other"
	}
	label := map[string]string{}
	for _, l := range m.Labels() {
		for _, class := range m.Classes[l] {
			key := classKey(class)
			if old, ok := label[key]; ok {
				return m, fmt.Errorf("map of classes %s: expected %q under one label, found it under %q and %q; take one away", m.Name, class, old, l)
			}
			label[key] = l
		}
	}
	return m, nil
}

// Labels returns the labels of the map in order, without Other.
func (m ClassMap) Labels() []string {
	var out []string
	for label := range m.Classes {
		out = append(out, label)
	}
	slices.Sort(out)
	return out
}

func classKey(class string) string { return strings.ToLower(strings.Join(strings.Fields(class), " ")) }

// Apply returns the series with its classes grouped under the labels of the
// map. Classes that no label names become Other and are returned, so that a
// spelling the map does not know is seen; Unknown stays Unknown. No count is
// lost.
func (m ClassMap) Apply(s Series) (Series, []string) {
	label := map[string]string{}
	for l, classes := range m.Classes {
		for _, class := range classes {
			label[classKey(class)] = l
		}
	}
	var unnamed []string
	s = s.regroup(func(p Point) Point {
		if p.Class == "" || p.Class == Unknown {
			return p
		}
		l, ok := label[classKey(p.Class)]
		if !ok {
			if !slices.Contains(unnamed, p.Class) {
				unnamed = append(unnamed, p.Class)
			}
			l = m.Other
		}
		p.Class = l
		return p
	})
	s.ClassMap = m.Name
	slices.Sort(unnamed)
	return s, unnamed
}

// regroup returns the series with each point renamed and points that became
// the same added up.
func (s Series) regroup(rename func(Point) Point) Series {
	releases := slices.Clone(s.Releases)
	for i := range releases {
		sums := map[Point]int64{}
		for _, p := range releases[i].Points {
			count := p.Count
			p.Count = 0
			q := rename(p)
			q.Count = 0
			sums[q] += count
		}
		points := make([]Point, 0, len(sums))
		for p, count := range sums {
			p.Count = count
			points = append(points, p)
		}
		slices.SortFunc(points, comparePoints)
		releases[i].Points = points
	}
	s.Releases = releases
	return s
}
