package findings

import (
	"slices"
	"strings"
)

// lostParts returns the parts with a number that every telling has which this
// one was taken from, and this one's document does not tell. Where a list was
// left out as a whole, nothing is lost but length.
func (v *View) lostParts(r retelling) []*Figure {
	from := r.from[0]
	var all, lost []*Figure
	for _, p := range v.home(from).own {
		if p.PartOf == from.ID && p.Claim.Value != nil && p.Claim.Unit == "" {
			all = append(all, p)
			if !v.tells(r.to.Document, p) {
				lost = append(lost, p)
			}
		}
	}
	if len(all) > 1 && len(lost) == len(all) {
		return nil
	}
	if whole := from.Claim.Parts; whole != nil && *whole == "closed" && len(all) > 1 && len(lost) == 1 {
		return nil // the others leave no doubt of it
	}
	lost = slices.DeleteFunc(lost, func(p *Figure) bool { return v.hasMember(r.to, p) })
	for _, other := range r.from[1:] { // another source may tell it without
		lost = slices.DeleteFunc(lost, func(p *Figure) bool { return !v.tells(other.Document, p) })
	}
	return lost
}

// tells reports whether a document tells the number of a figure in its unit.
func (v *View) tells(document string, f *Figure) bool {
	return slices.ContainsFunc(v.own(document), func(g *Figure) bool {
		return g.Claim.Value != nil && g.Claim.Value.Equal(*f.Claim.Value) && g.Claim.Unit == f.Claim.Unit && g.Claim.Per == f.Claim.Per
	})
}

// lostBodies returns the bodies that a list behind the number names, and those
// of them that the retelling's own list leaves out. Where the retelling names
// none of them, the list was left out as a whole.
func (v *View) lostBodies(r retelling) (had, left []string) {
	from := r.from[0]
	if had = v.bodies(from); len(had) < 2 {
		return nil, nil
	}
	here := v.bodies(r.to)
	shared := false
	for _, body := range had {
		if slices.Contains(here, body) {
			shared = true
		} else if !slices.ContainsFunc(r.from[1:], func(f *Figure) bool { return len(v.bodies(f)) > 0 && !slices.Contains(v.bodies(f), body) }) {
			left = append(left, body)
		}
	}
	if !shared {
		return nil, nil
	}
	for i := range had {
		had[i] = the(had[i])
	}
	for i := range left {
		left[i] = the(left[i])
	}
	return had, left
}

// mostBodies is how many characters behind a number its list of bodies may take.
const mostBodies = 240

// bodies returns the bodies that are named between a figure and the next one, or
// the end of its clause, and are parts of the figure's own body.
func (v *View) bodies(f *Figure) []string {
	if f.Claim.Organisation == "" {
		return nil
	}
	end := f.Claim.Number.End + mostBodies
	for _, g := range v.home(f).own {
		if g.Claim.Number.Start > f.Claim.Number.Start {
			end = min(end, g.Claim.Number.Start)
		}
	}
	stretch := v.home(f).part(f.Claim.Number.End, end)
	for _, stop := range []string{";", ".\n", ". ", "\n"} {
		if before, _, found := cutOutsideNames(stretch, stop); found {
			stretch = before
		}
	}
	var out []string
	words := strings.Fields(stretch)
	for i := 0; i < len(words); i++ {
		if !isName(words[i]) {
			continue
		}
		for n := min(7, len(words)-i); n > 0; n-- {
			name, ok := v.Comparer.names.Name(strings.Trim(strings.Join(words[i:i+n], " "), ",.;:()'’\"”"))
			if !ok {
				continue
			}
			if v.Comparer.names.Within(name, f.Claim.Organisation) && !slices.Contains(out, name) {
				out = append(out, name)
			}
			i += n - 1
			break
		}
	}
	return out
}

// cutOutsideNames cuts at the first stop that does not end an abbreviation such
// as "U.S.".
func cutOutsideNames(s, stop string) (before, after string, found bool) {
	for from := 0; ; {
		i := strings.Index(s[from:], stop)
		if i < 0 {
			return s, "", false
		}
		i += from
		if !strings.HasPrefix(stop, ".") || i < 2 || s[i-2] != '.' && s[i-2] != ' ' {
			return s[:i], s[i+len(stop):], true
		}
		from = i + len(stop)
	}
}

// hasMember reports whether a list in the sentence of a telling has a number for what a
// part is told of: another one is not left out.
func (v *View) hasMember(f, part *Figure) bool {
	theirs := v.members(part)
	at := slices.IndexFunc(theirs, func(m member) bool { return m.figure == part })
	return at >= 0 && slices.ContainsFunc(v.members(f), func(m member) bool { return m.figure != f && m.same(theirs[at]) })
}
