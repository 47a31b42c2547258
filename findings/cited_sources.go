package findings

import (
	"iter"
	"slices"
	"strings"

	"muster/claims"
	"muster/origins"
)

// sources knows, within a state, which texts stand behind a telling.
type sources struct {
	view      *View
	published [][]*knownDocument // by the key of the publisher
	quoting   [][]*knownDocument // by the key of a source that they name
	isOffice  []bool             // by key, those of named sources that are offices
	offices   []string           // publishers that are called by a title: "Office of the Secretary of State"
	numbers   *numbering
	keys      *memos[string, sourceKey] // of names
	titles    *memos[string, sourceKey] // the keys of the offices that those with a title speak for
	endings   *memos[string, []string]  // publishers by their last word, of words asked for
	officials *memo[map[string]sourceKey]

	*sourceWords
}

// sourceKey is a number for each publisher and source, however a text spells it; 0 for none.
type sourceKey int32

// sourceWords find the words by which a telling differs from its source.
type sourceWords struct {
	spans        *pattern
	stages       stageWords
	scopes       []scopeWord
	anyScope     *pieces           // of scopes
	takesUpOther *pattern          // of what is rejected, where that is told anew: "rejected the charge that"
	partOf       *pattern          // of a number of which only a part is told: "most of the"
	containers   map[string]string // by word, one for all that mean it
}

func newSourceWords() *sourceWords {
	scopes := newScopeWords()
	words := make([]string, len(scopes))
	for i := range scopes {
		words[i] = scopes[i].word
	}
	return &sourceWords{
		spans:        newSpans(),
		containers:   newContainers(),
		scopes:       scopes,
		anyScope:     newPieces(append(words, foldedOddly...)...),
		takesUpOther: newPattern(`(?i)^\w+ (?:(?:the|a|any|all) \w+ (?:that|of)|that (?:it|its|they|he|she|any|anyone|anybody|there|the|a|an|no|such|these|those|\w+ (?:had|has|have|was|were|would|will)))\b`),
		partOf:       newPattern(`(?i)\b(?:of|among) (?:the|its|their|these|those|all|all the) $`),
		stages:       newStageWords(),
	}
}

// sources returns what is known of the texts behind tellings.
func (v *View) sources() *sources {
	return v.lookups.sources.get(func() *sources { return newSources(v) })
}

func newSources(v *View) *sources {
	s := &sources{view: v, published: make([][]*knownDocument, 1), quoting: make([][]*knownDocument, 1), isOffice: make([]bool, 1), sourceWords: v.sourceWords(),
		numbers: &numbering{}, keys: &memos[string, sourceKey]{}, titles: &memos[string, sourceKey]{}, endings: &memos[string, []string]{}, officials: &memo[map[string]sourceKey]{}}
	for _, known := range v.telling {
		if known.document == nil || known.day == "" {
			continue
		}
		if publisher := known.document.Publisher; publisher != "" {
			known.publisher = s.noted(publisher)
			if strings.Contains(publisher, "Office of ") && !slices.Contains(s.offices, publisher) {
				s.offices = append(s.offices, publisher)
			}
			s.published[known.publisher] = append(s.published[known.publisher], known)
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
	for _, hop := range chain {
		key := s.noted(hop.Name)
		if nameless(hop) || slices.Contains(known.names, key) {
			continue
		}
		known.names = append(known.names, key)
		s.isOffice[key] = s.isOffice[key] || s.view.office(hop.Name)
		s.quoting[key] = append(s.quoting[key], known)
	}
}

// key returns the key of a name.
func (s *sources) key(name string) sourceKey {
	return s.keys.get(name, func() sourceKey { return s.numberOf(s.view.Comparer.names.Key(origins.Owner(name))) })
}

// numberOf numbers the spelling that stands for all of one name.
func (s *sources) numberOf(spelling string) sourceKey {
	if spelling == "" {
		return 0
	}
	return sourceKey(s.numbers.of(spelling))
}

// noted returns the key of a name of which texts are noted.
func (s *sources) noted(name string) sourceKey {
	key := s.key(name)
	for int(key) >= len(s.published) {
		s.published, s.quoting, s.isOffice = append(s.published, nil), append(s.quoting, nil), append(s.isOffice, false)
	}
	return key
}

// by returns the texts that those with a key published.
func (s *sources) by(key sourceKey) []*knownDocument { return at(s.published, key) }

// naming returns the texts that name those with a key.
func (s *sources) naming(key sourceKey) []*knownDocument { return at(s.quoting, key) }

func at[T any](list []T, key sourceKey) (out T) {
	if int(key) < len(list) {
		out = list[key]
	}
	return out
}

// releasing returns the key of the one office among those whose texts a text hangs on: "the
// release" is its; 0 for none or several.
func (s *sources) releasing(known *knownDocument) sourceKey {
	one := sourceKey(0)
	for to := range s.view.links.leads[known.document.ID] {
		publisher := s.view.document(to).Publisher
		if !s.view.office(publisher) {
			continue
		}
		if key := s.key(publisher); one == 0 {
			one = key
		} else if one != key {
			return 0
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

// between returns how a telling hangs on one figure of a text: that both texts name a source
// counts only where both figures are laid to it.
func (s *sources) between(f, g *Figure, t sourceText) hold {
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
func (s *sources) namingWords(f, from *Figure) string {
	publisher := s.view.home(from).document.Publisher
	for _, hop := range s.laidTo(f) {
		if !nameless(hop) && (s.key(hop.Name) == s.key(publisher) || strings.EqualFold(hop.Name, kindOf(publisher))) {
			return ", and names " + the(publisher)
		}
		if s.speaksFor(s.view.home(f), hop) == s.key(publisher) {
			return ", and quotes one who speaks for it"
		}
	}
	for _, hop := range s.laidTo(f) {
		for _, other := range s.view.chain(from) {
			if !nameless(hop) && s.key(hop.Name) == s.key(other.Name) {
				return ", and like " + s.view.named(from.Document) + " names " + the(hop.Name)
			}
		}
	}
	if named := s.recordOf(f, s.laidTo(f)); named.publisher != 0 && named.publisher == s.key(publisher) {
		return ", and names its " + named.called
	}
	if publisher != "" && strings.Contains(strings.ToLower(s.view.sentenceText(f)), strings.ToLower(publisher)) {
		return ", and names " + the(publisher)
	}
	if slices.Contains(s.view.home(f).names, s.key(publisher)) {
		return ", and names " + the(publisher) + " elsewhere"
	}
	for _, hop := range s.laidTo(f) {
		if !nameless(hop) && slices.Contains(s.view.home(from).names, s.key(hop.Name)) {
			return ", and names " + the(hop.Name) + ", as " + s.view.named(from.Document) + " does elsewhere"
		}
	}
	return ""
}

// linked reports whether one of two texts names the publisher of the other, or both name
// one office. Both have figures and a day.
func (s *sources) linked(a, b *knownDocument) bool {
	names := func(a, b *knownDocument) bool {
		return b.document != nil && b.document.Publisher != "" && slices.Contains(a.names, b.publisher)
	}
	return names(a, b) || names(b, a) || slices.ContainsFunc(a.names, func(key sourceKey) bool { return s.isOffice[key] && slices.Contains(b.names, key) })
}

// linkedTo goes through the texts that may be linked with one that has figures and a day, some
// several times.
func (s *sources) linkedTo(known *knownDocument) iter.Seq[*knownDocument] {
	return func(yield func(*knownDocument) bool) {
		if known.document == nil {
			return
		}
		var lists [][]*knownDocument
		for _, key := range known.names {
			lists = append(lists, s.by(key))
			if s.isOffice[key] {
				lists = append(lists, s.naming(key))
			}
		}
		if known.document.Publisher != "" {
			lists = append(lists, s.naming(known.publisher))
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
	out.view, out.keys, out.titles = &view, &memos[string, sourceKey]{}, &memos[string, sourceKey]{}
	return &out
}

// mostBehind is how many texts of one source are looked through for one new figure:
// those published nearest to it.
const mostBehind = 10

// around returns the texts that a figure may be set beside, as resting on them or they
// on its own.
func (s *sources) around(f *Figure) []string {
	var keys []sourceKey
	if d := s.view.home(f).document; d != nil && d.Publisher != "" {
		keys = append(keys, s.key(d.Publisher))
	}
	for _, hop := range s.view.chain(f) {
		if !nameless(hop) {
			keys = append(keys, s.key(hop.Name))
		}
		if office := s.speaksFor(s.view.home(f), hop); office != 0 {
			keys = append(keys, office)
		}
	}
	for _, actor := range []string{f.Claim.Approver, f.Claim.Organisation} {
		if actor != "" {
			keys = append(keys, s.key(actor))
		}
	}
	keys = append(keys, s.view.home(f).names...)
	its := s.view.home(f)
	var out []string
	for _, key := range keys {
		for _, list := range [][]*knownDocument{s.by(key), s.naming(key)} {
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
