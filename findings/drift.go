package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/origins"
)

// drift lines the tellings of one figure up and names what changed on the way
// besides the number: what was done to those counted, parts and bodies left
// out, a narrower noun, another body, a weightier source. The number and its
// qualifier are left to the rule on equality, times to the rule on dates.
func drift() Rule {
	return Rule{ID: "drift", Version: 7, Title: "What changed when the figure was retold?", Look: func(v *View) []Finding {
		var out []Finding
		for i, group := range v.Groups {
			if len(v.parted(i)) < 2 {
				continue
			}
			if f, ok := v.deeds(group); ok {
				out = append(out, f)
			}
			for _, retelling := range v.retellingsOf(i) {
				out = append(out, v.changes(retelling)...)
			}
		}
		stages := slices.Concat(v.jumps(), v.early(), v.swaps(), v.votesToCome())
		return slices.Concat(out, stages, v.ahead(stages), v.otherSources())
	}}
}

// deeds compares what tellings say is done to those counted: "detaining 3,000
// a day" is no "3,000 arrests a day".
func (v *View) deeds(group []*Figure) (Finding, bool) {
	if !v.severalDeeds(group) {
		return Finding{}, false
	}
	type told struct {
		word  string
		names []string
	}
	var families []string
	byFamily := map[string]*told{}
	var list []*Figure
	planned := false
	for _, f := range group {
		family, word := v.Comparer.deed(&f.Claim)
		if family == "" || f.Claim.Relative != nil || v.otherDeed(f, family) {
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
	var pieces []string
	for _, family := range families {
		names, write := byFamily[family].names, ""
		if len(pieces) == 0 {
			write = "writes "
			if len(names) > 1 {
				write = "write "
			}
		}
		pieces = append(pieces, fmt.Sprintf("%s %s%s", listed(names), write, quoted(byFamily[family].word)))
	}
	if len(pieces) < 2 {
		return Finding{}, false
	}
	out := Finding{Severity: Info, Verdict: NotComparable, Inputs: rests(list...),
		Sentence: fmt.Sprintf("Of %s, %s; the words do not count the same.", phrase(list[0].Claim), strings.Join(pieces, ", "))}
	if planned {
		out.Severity = Warning
	}
	return out, true
}

// otherDeed reports whether a figure's own sentence names its target by another
// family too: "arrest quotas" of those to detain. It then mixes the two itself.
func (v *View) otherDeed(f *Figure, family string) bool {
	words := wordsAt(v.sentenceText(f))
	for i := 1; i < len(words); i++ {
		switch words[i].text {
		case "quota", "quotas", "target", "targets", "goal", "goals":
			if other := v.family(words[i-1].text); other != "" && other != family {
				return true
			}
		}
	}
	return false
}

// severalDeeds reports whether tellings say two different things of those counted.
func (v *View) severalDeeds(group []*Figure) bool {
	first := ""
	for _, f := range group {
		family, _ := v.Comparer.deed(&f.Claim)
		if family == "" || f.Claim.Relative != nil {
			continue
		}
		if first != "" && family != first {
			return true
		}
		first = family
	}
	return false
}

// retelling is a telling with those it was taken from.
type retelling struct {
	to   *Figure
	from []*Figure // the earliest first
}

// retellings returns the tellings of a group that are taken from others of it.
func (v *View) retellings(documents [][]*Figure) []retelling {
	var out []retelling
	for i, later := range documents {
		var r retelling
		for j, earlier := range documents {
			from := principal(earlier)
			if i == j || from.Headline {
				continue
			}
			if to := v.taken(later, from.Document); to != nil && (r.to == nil || r.to == to) && !v.Comparer.Barred(from, to) {
				r.to, r.from = to, append(r.from, from)
			}
		}
		if r.to != nil {
			out = append(out, r)
		}
	}
	return out
}

// changes names what a retelling changed, where none of those it was taken from
// tells it so.
func (v *View) changes(r retelling) []Finding {
	var out []Finding
	add := func(severity Severity, verdict Verdict, from *Figure, sentence string, more ...*Figure) {
		out = append(out, Finding{Severity: severity, Verdict: verdict, Inputs: rests(append([]*Figure{from, r.to}, more...)...), Sentence: sentence})
	}
	from := r.from[0]
	source, here := v.named(from.Document), v.named(r.to.Document)

	if lost := v.lostParts(r); len(lost) > 0 {
		var parts []string
		for _, p := range lost {
			parts = append(parts, quoted(p.Claim.Quote.Exact)+of(p.Claim, from.Claim))
		}
		add(Info, Consistent, from, fmt.Sprintf("Of %s, %s says the part %s; %s leaves it out.", quoted(from.Claim.Quote.Exact), source, listed(parts), here), lost...)
	}
	if had, left := v.lostBodies(r); len(left) > 0 {
		add(Info, Consistent, from, fmt.Sprintf("For %s, %s names %s; %s leaves out %s.", quoted(from.Claim.Quote.Exact), source, listed(had), here, listed(left)))
	}
	if hedge := lostHedge(r); hedge != "" {
		add(Info, Consistent, from, fmt.Sprintf("%s says %s with %s, %s without.", source, quoted(from.Claim.Quote.Exact), quoted(hedge), here))
	}
	if narrower(from.Claim, r.to.Claim) && !slices.ContainsFunc(r.from, func(f *Figure) bool { return !narrower(f.Claim, r.to.Claim) }) {
		if speaker := v.bothQuote(from, r.to); speaker != "" {
			add(Info, ConsistentWithinRounding, from, capital(v.bothQuoteSentence(from, r.to, speaker))+".")
		} else {
			add(Info, ConsistentWithinRounding, from, fmt.Sprintf("%s says %s, retold by %s as %s.", source, quoted(from.Claim.Quote.Exact), here, quoted(r.to.Claim.Quote.Exact)))
		}
	}
	if v.otherBody(r) {
		add(Warning, NotComparable, from, fmt.Sprintf("%s says %s of %s, retold by %s of %s.", source, quoted(from.Claim.Quote.Exact), the(from.Claim.Organisation), here, the(r.to.Claim.Organisation)))
	}
	if root := weightier(v, r); root != "" {
		add(Info, NotComparable, from, fmt.Sprintf("%s has %s from people it does not name; %s gives %s as the source.", source, quoted(from.Claim.Quote.Exact), here, the(root)))
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

// narrower reports whether a noun for anybody became one for a few: personnel
// that are retold as agents.
func narrower(from, to claims.Figure) bool {
	wide := func(f claims.Figure) bool {
		switch origins.Head(f.Counted) {
		case "personnel", "people", "person", "staff", "employee", "worker":
			return true
		}
		return false
	}
	return from.Relative == nil && to.Relative == nil && from.Per == "" && wide(from) && !wide(to) && origins.Head(to.Counted) != "" && origins.Head(to.Counted) != "member" && to.Unit == "" && besideNumber(&to)
}

// hedgeReach is how many characters before a number a word may stand that
// weakens it: further off, or behind it, it may belong to another clause.
const hedgeReach = 40

// lostHedge returns the word that weakens the figure in all tellings that a
// retelling was taken from, where nothing weakens it there.
func lostHedge(r retelling) string {
	if len(r.to.Claim.Hedges) > 0 || r.to.Claim.Act == claims.Forecast { // "had expected" says it too
		return ""
	}
	word := ""
	for _, f := range r.from {
		i := slices.IndexFunc(f.Claim.Hedges, func(h claims.Span) bool {
			return h.End <= f.Claim.Number.Start && f.Claim.Number.Start-h.End <= hedgeReach
		})
		if i < 0 {
			return ""
		}
		if word == "" {
			word = f.Claim.Hedges[i].Exact
		}
	}
	return word
}

// otherBody reports whether a retelling gives the figure to a body that is not
// the one of any telling it was taken from, both named in so many words.
func (v *View) otherBody(r retelling) bool {
	spelled := func(f *Figure) bool {
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
	if origin.Role != claims.RoleSource || origins.UnnamedOutlet(origin.Name) || v.Comparer.same(origin.Name, v.home(r.from[0]).document.Publisher) {
		return ""
	}
	for _, f := range r.from {
		chain := f.Claim.Attribution.Chain
		if len(chain) < 2 || f.Claim.Attribution.Origin().Kind != claims.Anonymous {
			return ""
		}
		for _, hop := range chain[1:] {
			if hop.Kind != claims.Anonymous && hop.Kind != claims.Unspecified || v.sources().speaksFor(v.home(f), hop) != 0 || holds(hop.Name, []string{"spokes", "minister", "ministry"}) {
				return "" // it names somebody too, or whom he speaks for
			}
		}
	}
	// The retelling must say that it has the figure from there.
	if !v.cites(r.to, r.from[0].Document) {
		return ""
	}
	return origin.Name
}
