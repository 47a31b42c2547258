package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/origins"
)

// drift lines the tellings of one figure up and names what changed on the way
// besides the number: what was done to those counted, parts and bodies left
// out, a narrower noun, another body, a weightier source. The number and its
// qualifier are left to the rule on equality, times to the rule on dates.
func drift() Rule {
	return Rule{ID: "drift", Version: 1, Title: "What changed when the figure was retold?", Look: func(v *View) []Finding {
		var out []Finding
		for _, group := range v.Groups {
			documents := byDocument(group)
			if len(documents) < 2 {
				continue
			}
			if f, ok := v.deeds(group); ok {
				out = append(out, f)
			}
			for _, retelling := range v.retellings(documents) {
				out = append(out, v.changes(retelling)...)
			}
		}
		return append(out, v.jumps()...)
	}}
}

// deeds compares what tellings say is done to those counted: "detaining 3,000
// a day" is no "3,000 arrests a day".
func (v *View) deeds(group []*dossier.Figure) (Finding, bool) {
	type told struct {
		word  string
		names []string
	}
	var families []string
	byFamily := map[string]*told{}
	var list []*dossier.Figure
	planned := false
	for _, f := range group {
		family, word := v.Comparer.measures.deed(f.Claim)
		if family == "" || f.Claim.Relative != nil {
			continue
		}
		planned = planned || f.Claim.Stage != claims.Result
		if byFamily[family] == nil {
			families = append(families, family)
			byFamily[family] = &told{word: word}
		}
		list = append(list, f)
		if name := v.named(f.Document); !slices.Contains(byFamily[family].names, name) {
			byFamily[family].names = append(byFamily[family].names, name)
		}
	}
	if len(families) < 2 {
		return Finding{}, false
	}
	var pieces []string
	for _, family := range families {
		pieces = append(pieces, fmt.Sprintf("as %s by %s", quoted(byFamily[family].word), listed(byFamily[family].names)))
	}
	out := Finding{Severity: Info, Verdict: NotComparable, Inputs: rests(list...),
		Sentence: fmt.Sprintf("The figure %s is told %s; they do not count the same.", amount(list[0].Claim), strings.Join(pieces, ", "))}
	if planned {
		out.Severity = Warning
	}
	return out, true
}

// retelling is a telling with those it was taken from.
type retelling struct {
	to   *dossier.Figure
	from []*dossier.Figure // the earliest first
}

// retellings returns the tellings whose documents depend on others of the group.
func (v *View) retellings(documents [][]*dossier.Figure) []retelling {
	var out []retelling
	for i, later := range documents {
		r := retelling{to: principal(later)}
		if r.to.Headline {
			continue
		}
		for j, earlier := range documents {
			from := principal(earlier)
			if i != j && !from.Headline && v.links.lead(r.to.Document, from.Document) && !v.links.lead(from.Document, r.to.Document) {
				r.from = append(r.from, from)
			}
		}
		if len(r.from) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// changes names what a retelling changed, where none of those it was taken from
// tells it so.
func (v *View) changes(r retelling) []Finding {
	var out []Finding
	add := func(severity Severity, verdict Verdict, from *dossier.Figure, sentence string, more ...*dossier.Figure) {
		out = append(out, Finding{Severity: severity, Verdict: verdict, Inputs: rests(append([]*dossier.Figure{from, r.to}, more...)...), Sentence: sentence})
	}
	from := r.from[0]
	source, here := v.named(from.Document), v.named(r.to.Document)

	if lost := v.lostParts(r); len(lost) > 0 {
		var parts []string
		for _, p := range lost {
			parts = append(parts, quoted(p.Claim.Quote.Exact)+of(p.Claim, from.Claim))
		}
		add(Info, Consistent, from, fmt.Sprintf("Of %s, %s tells the part %s; %s leaves it out.", quoted(from.Claim.Quote.Exact), source, listed(parts), here), lost...)
	}
	if had, left := v.lostBodies(r); len(left) > 0 {
		add(Info, Consistent, from, fmt.Sprintf("For %s, %s names %s; %s leaves out %s.", quoted(from.Claim.Quote.Exact), source, listed(had), here, listed(left)))
	}
	if narrower(from.Claim, r.to.Claim) && !slices.ContainsFunc(r.from, func(f *dossier.Figure) bool { return !narrower(f.Claim, r.to.Claim) }) {
		add(Info, ConsistentWithinRounding, from, fmt.Sprintf("%s tells %s, retold by %s as %s.", source, quoted(from.Claim.Quote.Exact), here, quoted(r.to.Claim.Quote.Exact)))
	}
	if v.otherBody(r) {
		add(Warning, NotComparable, from, fmt.Sprintf("%s tells %s of %s, retold by %s of %s.", source, quoted(from.Claim.Quote.Exact), the(from.Claim.Organisation), here, the(r.to.Claim.Organisation)))
	}
	if root := weightier(v, r); root != "" {
		add(Warning, NotComparable, from, fmt.Sprintf("%s has %s from %s; %s gives %s as the source.", source, quoted(from.Claim.Quote.Exact), the(from.Claim.Attribution.Origin().Name), here, the(root)))
	}
	return out
}

// of names the body of a part where it is another than the total's and not in
// its words.
func of(part, total claims.Figure) string {
	if part.Organisation == "" || part.Organisation == total.Organisation || strings.Contains(part.Quote.Exact, part.Organisation) {
		return ""
	}
	return " (" + part.Organisation + ")"
}

// lostParts returns the parts with a number that every telling has which this
// one was taken from, and this one's document does not tell. Where a list was
// left out as a whole, nothing is lost but length.
func (v *View) lostParts(r retelling) []*dossier.Figure {
	from := r.from[0]
	var all, lost []*dossier.Figure
	for _, p := range v.own[from.Document] {
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
	for _, other := range r.from[1:] { // another source may tell it without
		lost = slices.DeleteFunc(lost, func(p *dossier.Figure) bool { return !v.tells(other.Document, p) })
	}
	return lost
}

// tells reports whether a document tells the number of a figure in its unit.
func (v *View) tells(document string, f *dossier.Figure) bool {
	return slices.ContainsFunc(v.own[document], func(g *dossier.Figure) bool {
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
		} else if !slices.ContainsFunc(r.from[1:], func(f *dossier.Figure) bool { return len(v.bodies(f)) > 0 && !slices.Contains(v.bodies(f), body) }) {
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
func (v *View) bodies(f *dossier.Figure) []string {
	if f.Claim.Organisation == "" {
		return nil
	}
	text := v.text(f.Document)
	end := min(len(text), f.Claim.Number.End+mostBodies)
	for _, g := range v.own[f.Document] {
		if g.Claim.Number.Start > f.Claim.Number.Start {
			end = min(end, g.Claim.Number.Start)
		}
	}
	if f.Claim.Number.End >= end {
		return nil
	}
	stretch := string(text[f.Claim.Number.End:end])
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

// narrower reports whether a noun for anybody became one for a few: personnel
// that are retold as agents.
func narrower(from, to claims.Figure) bool {
	wide := func(f claims.Figure) bool {
		switch origins.Head(f.Counted) {
		case "personnel", "people", "person", "staff", "employee", "member", "worker":
			return true
		}
		return false
	}
	return from.Relative == nil && to.Relative == nil && from.Per == "" && wide(from) && !wide(to) && origins.Head(to.Counted) != "" && to.Unit == ""
}

// otherBody reports whether a retelling gives the figure to a body that is not
// the one of any telling it was taken from, both named in so many words.
func (v *View) otherBody(r retelling) bool {
	spelled := func(f *dossier.Figure) bool {
		return f.Claim.Organisation != "" && strings.Contains(f.Claim.Quote.Exact, f.Claim.Organisation)
	}
	if !spelled(r.to) {
		return false
	}
	for _, f := range r.from {
		if !spelled(f) || v.Comparer.names.Same(f.Claim.Organisation, r.to.Claim.Organisation) {
			return false
		}
	}
	return true
}

// weightier returns the source that a retelling gives where all it was taken
// from has no name for theirs: unnamed people who became a body or a document.
func weightier(v *View, r retelling) string {
	origin := r.to.Claim.Attribution.Origin()
	switch origin.Kind {
	case claims.Organisation, claims.Person, claims.DocumentHop, claims.Dataset:
	default:
		return ""
	}
	if origin.Role != claims.RoleSource {
		return ""
	}
	for _, f := range r.from {
		chain := f.Claim.Attribution.Chain
		if len(chain) < 2 || f.Claim.Attribution.Origin().Kind != claims.Anonymous {
			return ""
		}
		for _, hop := range chain[1:] {
			if hop.Kind != claims.Anonymous && hop.Kind != claims.Unspecified {
				return "" // it names somebody too
			}
		}
	}
	// The retelling must say that it has the figure from there.
	if !v.cites(r.to, r.from[0].Document) {
		return ""
	}
	return origin.Name
}
