package origins

import (
	"slices"
	"strings"

	"muster/claims"
)

// root is where the tellings of a group lead.
type root struct {
	Root
	key    string // the same for one source under several names
	stated bool   // the words say that this is the source
}

// trail follows the tellings of one group to their roots.
type trail struct {
	*search
	group    group
	edges    *edgeSet
	speakers []string     // whose own act the figure is, where a source tells of it
	reached  map[int]bool // texts on the way, against loops
}

// trace describes a group: who tells the figure, and where it comes from.
func (s *search) trace(g group, edges *edgeSet) Group {
	out := Group{Exact: s.tellings[s.firstInBody(g)].Claim.Quote.Exact}
	publishers := map[string]bool{}
	var texts []int
	for _, i := range g {
		telling := s.tellings[i]
		quote := telling.Claim.Quote
		out.Mentions = append(out.Mentions, Mention{Figure: telling.ID, Document: telling.Document, Start: quote.Start, End: quote.End})
		if slices.Contains(texts, telling.text) {
			continue
		}
		texts = append(texts, telling.text)
		publisher := s.texts[telling.text].publisher
		if publisher == "" {
			publisher = "text " + telling.Document // who publishes it is not known
		}
		publishers[publisher] = true
	}
	out.Articles, out.Publishers = len(texts), len(publishers)

	t := &trail{search: s, group: g, edges: edges, speakers: s.speakers(g)}
	var roots []root
	for _, text := range texts {
		t.reached = map[int]bool{}
		found := t.follow(text)
		if len(found) == 0 {
			out.Circular = append(out.Circular, s.texts[text].ID)
		}
		for _, r := range found {
			roots = s.merge(roots, r)
		}
	}
	// What the words name comes before what only may be a root.
	stated, open := []root{}, []root{}
	for _, r := range roots {
		if r.stated {
			stated = append(stated, r)
		} else {
			open = append(open, r)
		}
	}
	roots = append(stated, open...)
	for _, r := range roots {
		out.Roots = append(out.Roots, r.Root)
	}
	out.Origins = count(roots)
	return out
}

// speakers returns whose own act the figure is, where a source tells of it.
func (s *search) speakers(g group) []string {
	var out []string
	for _, i := range g {
		source := s.tellings[i].source
		if source.Origin().Role != claims.RoleSource {
			continue
		}
		for _, hop := range source.Chain {
			if hop.Role == claims.RoleSpeaker {
				out = append(out, hop.Name)
			}
		}
	}
	return out
}

// firstInBody returns the first telling of a group that is no headline, of the
// first text; the first telling of all when that text has none.
func (s *search) firstInBody(g group) int {
	for _, i := range g {
		if s.tellings[i].text == s.tellings[g[0]].text && !s.tellings[i].Headline {
			return i
		}
	}
	return g[0]
}

// follow returns the roots that a text's tellings of the figure lead to. A text
// that only leads back into a loop has none.
func (t *trail) follow(text int) []root {
	if t.reached[text] {
		return nil
	}
	t.reached[text] = true
	for _, headline := range []bool{false, true} { // a headline seldom says who has it
		if roots, said := t.said(text, headline); said {
			return roots
		}
	}
	// The words name nobody. A link of another kind between the texts is then
	// taken for the way the figure came; without one it may come from anywhere.
	if roots, linked := t.linked(text); linked {
		return roots
	}
	d := t.texts[text]
	if d.Publisher == "" {
		return []root{{Root: Root{Name: d.ID, Kind: claims.Outlet, Document: d.ID}, key: "text " + d.ID}}
	}
	return []root{{Root: Root{Name: d.Publisher, Kind: claims.Outlet, Document: d.ID}, key: "text of " + d.publisher}}
}

// said returns the roots that a text's own words lead to; false when they name
// no source.
func (t *trail) said(text int, headline bool) (roots []root, said bool) {
	for _, i := range t.group {
		telling := t.tellings[i]
		if telling.text != text || telling.Headline != headline {
			continue
		}
		if next, ok := t.outlet(telling); ok {
			said = true
			roots = append(roots, t.follow(next)...)
		} else if r, ok := t.own(telling); ok {
			said = true
			roots = append(roots, r)
		}
	}
	return roots, said
}

// linked returns the roots of the texts of the group that a text depends on;
// false when it depends on none.
func (t *trail) linked(text int) (roots []root, linked bool) {
	for _, next := range t.edges.next[text] {
		if t.within(t.group, next) {
			linked = true
			roots = append(roots, t.follow(next)...)
		}
	}
	return roots, linked
}

// outlet returns the text of the group whose publisher the telling names as its
// source, the one nearest to the root. What the telling says about that outlet's
// own sources is left to the outlet's own telling.
func (t *trail) outlet(telling telling) (text int, ok bool) {
	chain := beyond(telling.source.Chain)
	for i := len(chain) - 1; i >= 0; i-- {
		if b := t.cited(t.group, telling.text, chain[i]); b >= 0 {
			return t.tellings[b].text, true
		}
	}
	return 0, false
}

// own returns the source that a telling's words name; false when they name none.
func (t *trail) own(telling telling) (root, bool) {
	chain := telling.source.Chain
	if len(chain) < 2 || telling.source.Method == claims.None {
		return root{}, false
	}
	origin := telling.source.Origin()
	id := t.texts[telling.text].ID
	r := root{Root: Root{Name: origin.Name, Kind: origin.Kind, Document: id}, stated: true}
	switch origin.Kind {
	case claims.Unspecified, "":
		return root{}, false
	case claims.Anonymous:
		if origin.Role == claims.RoleSpeaker {
			return root{}, false // somebody's act, told without saying who knows of it
		}
		if t.borrowed(telling, origin.Name) {
			return root{}, false
		}
		// One outlet's unnamed sources are one origin, whatever their number.
		via := t.texts[telling.text].publisher
		for _, hop := range beyond(chain) {
			if hop.Kind == claims.Outlet {
				via = t.identity.key(hop.Name)
			}
		}
		r.key = "unnamed sources of " + via
		if r.Name == "" {
			r.Name = "unnamed sources"
		}
	case claims.Outlet:
		r.key = t.identity.key(origin.Name)
		if r.key == t.texts[telling.text].publisher {
			return root{}, false
		}
	default:
		if origin.Role == claims.RoleSpeaker && slices.ContainsFunc(t.speakers, func(name string) bool { return t.sharesName(name, origin.Name) }) {
			return root{}, false // others have this act from a source: telling it is no source of its own
		}
		r.key = t.identity.key(origin.Name)
	}
	return r, true
}

// borrowed reports whether a text describes its unnamed sources in the words of
// a text that it depends on: "two sources familiar with the meeting" there, "two
// sources familiar with the matter" here.
func (t *trail) borrowed(telling telling, name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for _, next := range t.edges.next[telling.text] {
		for _, i := range t.group {
			other := t.tellings[i].source.Origin()
			if t.tellings[i].text != next || other.Kind != claims.Anonymous {
				continue
			}
			theirs := strings.Fields(strings.ToLower(other.Name))
			shared := 0
			for _, word := range words {
				if slices.Contains(theirs, word) {
					shared++
				}
			}
			if len(words) > 1 && 3*shared >= 2*len(words) {
				return true
			}
		}
	}
	return false
}
