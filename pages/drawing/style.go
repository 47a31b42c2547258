package drawing

import (
	"fmt"
	"slices"
	"strings"
)

// Role says what a mark is for; its looks follow from it. In SVG it is a class.
type Role string

// The roles: a closed list.
const (
	Bar         Role = "bar"
	Incomplete  Role = "bar incomplete" // hatched
	Day         Role = "day"
	Grid        Role = "grid"
	Axis        Role = "axis"
	Tick        Role = "tick"
	Value       Role = "value"
	Target      Role = "target"
	TargetLabel Role = "target-label"
	Mean        Role = "mean"
	MeanEdge    Role = "mean-edge"
	Held        Role = "held"
	Thin        Role = "thin"    // one of many lines
	Strong      Role = "strong"  // a line that stands out of many
	Dashed      Role = "dashed"  // another
	Hollow      Role = "hollow"  // a dot
	Solid       Role = "solid"   // a dot
	Heading     Role = "heading" // of a sheet
	Small       Role = "small"   // notes of a sheet
	Paper       Role = "paper"   // ground of a sheet
)

// look is how a role is drawn; colours are names of the palette, "" for none.
type look struct {
	fill, stroke string
	width        float64
	dash         []float64
	size         float64 // of words
	bold, halo   bool
	opacity      float64 // 0 is 1
}

func looks() map[Role]look {
	return map[Role]look{
		Bar:         {fill: "accent"},
		Incomplete:  {stroke: "accent", width: 1},
		Day:         {fill: "accent", opacity: .45},
		Grid:        {stroke: "rule", width: 1},
		Axis:        {stroke: "strong-rule", width: 1},
		Tick:        {fill: "quiet", size: 12.5},
		Value:       {fill: "ink", size: 12.5},
		Target:      {stroke: "target", width: 2, dash: []float64{7, 4}},
		TargetLabel: {fill: "target", size: 12.5, bold: true, halo: true},
		Mean:        {stroke: "ink", width: 2},
		MeanEdge:    {stroke: "paper", width: 5},
		Held:        {stroke: "quiet", width: 1},
		Thin:        {stroke: "strong-rule", width: 1.2},
		Strong:      {stroke: "ink", width: 2.4},
		Dashed:      {stroke: "accent", width: 2.4, dash: []float64{6, 4}},
		Hollow:      {fill: "paper", stroke: "ink", width: 1.4},
		Solid:       {fill: "ink", stroke: "ink", width: 1.4},
		Heading:     {fill: "ink", size: 16, bold: true},
		Small:       {fill: "quiet", size: 11},
		Paper:       {fill: "paper"},
	}
}

// colours of the palette, on paper and in the dark: those of style.css of the
// pages (a test of theirs holds them together).
type colour struct{ name, light, dark string }

func palette() []colour {
	return []colour{
		{"paper", "#fffefb", "#16171a"}, {"ink", "#1d1c1a", "#e9e6df"}, {"quiet", "#5d5a54", "#a9a59c"},
		{"rule", "#d9d5cb", "#383a40"}, {"strong-rule", "#8d877b", "#74726c"},
		{"accent", "#0a5470", "#7cc4e0"}, {"target", "#8c2f6b", "#e48cc2"},
	}
}

// Palette returns the custom properties that the rules of CSS use.
func Palette(dark bool) string {
	var out strings.Builder
	for _, c := range palette() {
		value := c.light
		if dark {
			value = c.dark
		}
		fmt.Fprintf(&out, " --%s: %s;", c.name, value)
	}
	return strings.TrimSpace(out.String())
}

// CSS returns the rules for the roles; before each stands the selector of what
// holds a drawing, such as ".chart ".
func CSS(within string) string {
	all := looks()
	var roles []Role
	for role := range all {
		roles = append(roles, role)
	}
	slices.Sort(roles)
	var out strings.Builder
	for _, role := range roles {
		l := all[role]
		var rules []string
		add := func(format string, values ...any) { rules = append(rules, fmt.Sprintf(format, values...)) }
		if l.fill != "" {
			add("fill: var(--%s)", l.fill)
		} else if role != Incomplete { // that is hatched by an attribute
			add("fill: none")
		}
		if l.stroke != "" {
			add("stroke: var(--%s); stroke-width: %g", l.stroke, l.width)
		}
		if len(l.dash) > 0 {
			add("stroke-dasharray: %g %g", l.dash[0], l.dash[1])
		}
		if l.size > 0 {
			add("font-size: %gpx", l.size)
		}
		if l.bold {
			add("font-weight: 600")
		}
		if l.halo {
			add("paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round")
		}
		if l.opacity > 0 {
			add("opacity: %g", l.opacity)
		}
		selector := "." + strings.ReplaceAll(string(role), " ", ".")
		if role == Bar {
			selector += ":not(.incomplete)"
		}
		fmt.Fprintf(&out, "%s%s { %s; }\n", within, selector, strings.Join(rules, "; "))
	}
	fmt.Fprintf(&out, "%[1]s.hatch-ground { fill: var(--paper); }\n%[1]s.hatch-line { fill: var(--accent); }\n", within)
	return out.String()
}
