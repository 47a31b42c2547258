package findings

import (
	"iter"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/origins"
)

// sources knows, within a state, which texts stand behind a telling.
type sources struct {
	view      *View
	published map[string][]*knownDocument // by the key of the publisher
	offices   []string                    // publishers that are called by a title: "Office of the Secretary of State"
	quoting   map[string][]*knownDocument // by the key of a source that they name
	named     map[string][]string         // by document, the keys of the sources that it names
	keys      map[string]string           // of names
	isOffice  map[string]bool             // by key, those of named sources that are offices
	titles    map[string]string           // the keys of the offices that those with a title speak for
	behind    map[basis][]sourceText
	endings   map[string][]string // publishers by their last word, of words asked for

	*sourceWords
}

// sourceWords find the words by which a telling differs from its source.
type sourceWords struct {
	spans      *pattern
	stages     stageWords
	scopes     []scopeWord
	partOf     *pattern          // of a number of which only a part is told: "most of the"
	containers map[string]string // by word, one for all that mean it
}

func newSourceWords() *sourceWords {
	return &sourceWords{
		spans:      newSpans(),
		containers: newContainers(),
		scopes:     newScopeWords(),
		partOf:     newPattern(`(?i)\b(?:of|among) (?:the|its|their|these|those|all|all the) $`),
		stages:     newStageWords(),
	}
}

// sourceText is a text behind a telling, with how sure that is.
type sourceText struct {
	document *knownDocument
	hold     hold
}

// basis is what the texts behind a telling follow from.
type basis struct{ document, chain, approver, organisation string }

func (s *sources) basisOf(f *dossier.Figure) basis {
	b := basis{document: f.Document, approver: f.Claim.Approver, organisation: f.Claim.Organisation}
	for _, hop := range s.view.chain(f) {
		b.chain += string(hop.Kind) + " " + hop.Name + "\n"
	}
	return b
}

// hold says how a telling hangs on a text.
type hold int

const (
	besideIt  hold = iota + 1 // its document names the publisher elsewhere, and here somebody else
	byItsText                 // its document names the publisher elsewhere, and here nobody
	bySpeaker                 // both give one source
	byName                    // it names the publisher
)

// sources returns what is known of the texts behind tellings.
func (v *View) sources() *sources {
	if v.behindTexts == nil {
		v.behindTexts = newSources(v)
	}
	return v.behindTexts
}

func newSources(v *View) *sources {
	s := &sources{view: v, isOffice: map[string]bool{}, published: map[string][]*knownDocument{}, quoting: map[string][]*knownDocument{}, named: map[string][]string{}, keys: map[string]string{}, titles: map[string]string{}, behind: map[basis][]sourceText{}, endings: map[string][]string{},
		sourceWords: v.sourceWords()}
	for _, known := range v.telling {
		if known.document == nil || known.day == "" {
			continue
		}
		if publisher := known.document.Publisher; publisher != "" {
			key := s.key(publisher)
			if strings.Contains(publisher, "Office of ") && !slices.Contains(s.offices, publisher) {
				s.offices = append(s.offices, publisher)
			}
			s.published[key] = append(s.published[key], known)
		}
		for _, f := range known.own {
			s.name(known, v.chain(f))
		}
	}
	for i := range v.State.Statements {
		said := &v.State.Statements[i]
		if known := v.documents[said.Document]; known != nil && known.document != nil && known.day != "" && len(said.Claim.Chain) > 1 {
			s.name(known, said.Claim.Chain[1:])
		}
	}
	return s
}

// name notes that a text names the sources of a chain.
func (s *sources) name(known *knownDocument, chain []claims.Hop) {
	id := known.document.ID
	for _, hop := range chain {
		key := s.key(hop.Name)
		if nameless(hop) || slices.Contains(s.named[id], key) {
			continue
		}
		s.named[id] = append(s.named[id], key)
		s.isOffice[key] = s.isOffice[key] || s.view.office(hop.Name)
		s.quoting[key] = append(s.quoting[key], known)
	}
}

func (s *sources) key(name string) string {
	key, known := s.keys[name]
	if !known {
		key = s.view.Comparer.names.Key(origins.Owner(name))
		s.keys[name] = key
	}
	return key
}

// releasing returns the key of the one office among those whose texts a text hangs on: "the
// release" is its; "" for none or several.
func (s *sources) releasing(known *knownDocument) string {
	one := ""
	for to := range s.view.links.leads[known.document.ID] {
		publisher := s.view.document(to).Publisher
		if !s.view.office(publisher) {
			continue
		}
		if key := s.key(publisher); one == "" {
			one = key
		} else if one != key {
			return ""
		}
	}
	return one
}

// anyRecord reports whether a hop is a release, a report or a count without the name of
// whose it is.
func anyRecord(hop claims.Hop) bool {
	return nameless(hop) && (hop.Kind == claims.DocumentHop || hop.Kind == claims.Dataset)
}

// nameless reports whether a hop names nobody in particular.
func nameless(hop claims.Hop) bool {
	record := hop.Kind == claims.DocumentHop || hop.Kind == claims.Dataset // "a poll" is any
	return hop.Name == "" || hop.Kind == claims.Anonymous || hop.Kind == claims.Unspecified || record && hop.Name == strings.ToLower(hop.Name) && !strings.ContainsAny(hop.Name, "'’")
}

// of returns the texts that a telling rests on, each once: of its own day or before.
func (s *sources) of(f *dossier.Figure) []sourceText {
	return s.view.known[f].behind.get(func() []sourceText {
		key := s.basisOf(f)
		list, known := s.behind[key]
		if !known {
			list = s.textsBehind(f)
			s.behind[key] = list
		}
		return list
	})
}

func (s *sources) textsBehind(f *dossier.Figure) []sourceText {
	var out []sourceText
	its := s.view.home(f)
	if its == nil || its.day == "" {
		return nil
	}
	add := func(list []*knownDocument, hold hold) {
		before := out // each list has a text once
		for _, known := range list {
			if known == its || known.nth > its.nth || known.daysFrom(its) > longestTold || known.document.Publisher == its.document.Publisher {
				continue
			}
			if !slices.ContainsFunc(before, func(t sourceText) bool { return t.document == known }) {
				out = append(out, sourceText{known, hold})
			}
		}
	}
	chain := s.view.chain(f)
	for _, hop := range chain {
		if !nameless(hop) {
			add(s.published[s.key(hop.Name)], byName)
		}
		if office := s.speaksFor(f.Document, hop); office != "" {
			add(s.published[office], byName)
		}
		if publisher := s.bareName(its, hop.Name); publisher != "" {
			add(s.published[s.key(publisher)], byName)
		}
	}
	for _, hop := range chain {
		if !nameless(hop) {
			add(s.quoting[s.key(hop.Name)], bySpeaker)
		}
	}
	elsewhere := besideIt
	if !slices.ContainsFunc(chain, func(hop claims.Hop) bool { return !anyRecord(hop) }) { // nobody, or "the release"
		elsewhere = byItsText
	}
	if office := s.releasingFor(f); office != "" {
		add(s.published[office], byName)
	}
	for _, key := range s.named[f.Document] {
		add(s.published[key], elsewhere)
	}
	for _, actor := range []string{f.Claim.Approver, f.Claim.Organisation} { // what it says that they did
		if actor != "" {
			add(s.published[s.key(actor)], elsewhere)
		}
	}
	return out
}

// hold returns how a telling hangs on a document; 0 where it does not.
func (s *sources) hold(f *dossier.Figure, document string) hold {
	known := s.view.documents[document]
	for _, t := range s.of(f) {
		if t.document == known {
			return t.hold
		}
	}
	return 0
}

// between returns how a telling hangs on one figure of a text: that both texts name a source
// counts only where both figures are laid to it.
func (s *sources) between(f, g *dossier.Figure, t sourceText) hold {
	if t.hold != bySpeaker {
		return t.hold
	}
	for _, hop := range s.view.chain(f) {
		for _, other := range s.view.chain(g) {
			if !nameless(hop) && !nameless(other) && s.key(hop.Name) == s.key(other.Name) {
				return bySpeaker
			}
		}
	}
	return besideIt
}

// naming says how a telling names the text that it is set beside, as the end of a clause.
func (s *sources) naming(f, from *dossier.Figure) string {
	publisher := s.view.home(from).document.Publisher
	for _, hop := range s.view.chain(f) {
		if !nameless(hop) && (s.key(hop.Name) == s.key(publisher) || strings.EqualFold(hop.Name, kindOf(publisher))) {
			return ", and names " + the(publisher)
		}
		if s.speaksFor(f.Document, hop) == s.key(publisher) {
			return ", and quotes one who speaks for it"
		}
	}
	for _, hop := range s.view.chain(f) {
		for _, other := range s.view.chain(from) {
			if !nameless(hop) && s.key(hop.Name) == s.key(other.Name) {
				return ", and like " + s.view.named(from.Document) + " names " + the(hop.Name)
			}
		}
	}
	if s.releasingFor(f) == s.key(publisher) {
		return ", and names its release"
	}
	if publisher != "" && strings.Contains(strings.ToLower(s.view.sentenceText(f)), strings.ToLower(publisher)) {
		return ", and names " + the(publisher)
	}
	if slices.Contains(s.named[f.Document], s.key(publisher)) {
		return ", and names " + the(publisher) + " elsewhere"
	}
	for _, hop := range s.view.chain(f) {
		if !nameless(hop) && slices.Contains(s.named[from.Document], s.key(hop.Name)) {
			return ", and names " + the(hop.Name) + ", as " + s.view.named(from.Document) + " does elsewhere"
		}
	}
	return ""
}

// releasingFor returns the key of the office whose release a figure is laid to without its
// name; "" for none.
func (s *sources) releasingFor(f *dossier.Figure) string {
	chain := s.view.chain(f)
	if len(chain) == 0 || slices.ContainsFunc(chain, func(hop claims.Hop) bool { return !anyRecord(hop) }) {
		return ""
	}
	return s.releasing(s.view.home(f))
}

// linked reports whether one of two texts names the publisher of the other, or both name
// one office.
func (s *sources) linked(a, b string) bool {
	names := func(a, b string) bool {
		d := s.view.document(b)
		return d != nil && d.Publisher != "" && slices.Contains(s.named[a], s.key(d.Publisher))
	}
	return names(a, b) || names(b, a) || slices.ContainsFunc(s.named[a], func(key string) bool { return s.isOffice[key] && slices.Contains(s.named[b], key) })
}

// linkedTo goes through the texts that may be linked with one, some several times.
func (s *sources) linkedTo(known *knownDocument) iter.Seq[*knownDocument] {
	return func(yield func(*knownDocument) bool) {
		if known.document == nil {
			return
		}
		var lists [][]*knownDocument
		for _, key := range s.named[known.document.ID] {
			lists = append(lists, s.published[key])
			if s.isOffice[key] {
				lists = append(lists, s.quoting[key])
			}
		}
		if publisher := known.document.Publisher; publisher != "" {
			lists = append(lists, s.quoting[s.key(publisher)])
		}
		for _, list := range lists {
			for _, other := range list {
				if !yield(other) {
					return
				}
			}
		}
	}
}

// with returns the same texts with names as a comparer knows them.
func (s *sources) with(comparer *Comparer) *sources {
	view, out := *s.view, *s
	view.Comparer = comparer
	out.view, out.keys, out.titles, out.behind = &view, map[string]string{}, map[string]string{}, map[basis][]sourceText{}
	return &out
}

// mostBehind is how many texts of one source are looked through for one new figure:
// those published nearest to it.
const mostBehind = 10

// around returns the texts that a figure may be set beside, as resting on them or they
// on its own.
func (s *sources) around(f *dossier.Figure) []string {
	keys := []string{}
	if d := s.view.home(f).document; d != nil && d.Publisher != "" {
		keys = append(keys, s.key(d.Publisher))
	}
	for _, hop := range s.view.chain(f) {
		if !nameless(hop) {
			keys = append(keys, s.key(hop.Name))
		}
		if office := s.speaksFor(f.Document, hop); office != "" {
			keys = append(keys, office)
		}
	}
	for _, actor := range []string{f.Claim.Approver, f.Claim.Organisation} {
		if actor != "" {
			keys = append(keys, s.key(actor))
		}
	}
	keys = append(keys, s.named[f.Document]...)
	its := s.view.home(f)
	var out []string
	for _, key := range keys {
		for _, list := range [][]*knownDocument{s.published[key], s.quoting[key]} {
			near := slices.DeleteFunc(slices.Clone(list), func(known *knownDocument) bool {
				return its == nil || its.day == "" || known.daysFrom(its) > longestTold
			})
			slices.SortStableFunc(near, func(a, b *knownDocument) int { return a.daysFrom(its) - b.daysFrom(its) })
			for _, known := range near[:min(len(near), mostBehind)] {
				if !slices.Contains(out, known.document.ID) {
					out = append(out, known.document.ID)
				}
			}
		}
	}
	return out
}
