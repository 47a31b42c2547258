package findings

import (
	"maps"
	"slices"
	"strings"

	"muster/claims"
	"muster/origins"
)

// speaksFor returns the key of the office for which a source of a text speaks: a
// spokeswoman by what she is called, a person by the title that the text gives, or else
// that which others give; 0 for none.
func (s *sources) speaksFor(known *knownDocument, hop claims.Hop) sourceKey {
	switch {
	case hop.Name == "":
		return 0
	case hop.Kind == claims.Anonymous:
		return s.title(hop.Name)
	case hop.Kind != claims.Person:
		return 0
	}
	if office := s.holds(known, hop.Name); office != 0 {
		return office
	}
	return s.officials.get(func() map[string]sourceKey { return s.findOfficials() })[hop.Name]
}

// findOfficials returns the offices of the persons to whom the texts lay something, by name:
// of those to whom all texts that tell it give one.
func (s *sources) findOfficials() map[string]sourceKey {
	out := map[string]sourceKey{}
	note := func(known *knownDocument, chain []claims.Hop) {
		for _, hop := range chain {
			if hop.Kind != claims.Person || !strings.Contains(hop.Name, " ") {
				continue
			}
			if office := s.holds(known, hop.Name); office != 0 {
				if before, told := out[hop.Name]; told && before != office {
					office = noOffice
				}
				out[hop.Name] = office
			}
		}
	}
	for _, known := range s.view.telling {
		if known.document == nil {
			continue
		}
		for _, f := range known.own {
			note(known, s.view.chain(f))
		}
	}
	for i := range s.view.State.Statements {
		said := &s.view.State.Statements[i]
		if known := s.view.documents[said.Document]; known != nil && known.document != nil {
			note(known, said.Claim.Chain)
		}
	}
	maps.DeleteFunc(out, func(_ string, office sourceKey) bool { return office == noOffice })
	return out
}

// noOffice stands for the several offices that texts give to one person.
const noOffice sourceKey = -1

// holds returns the key of the office that a text gives to a person, or to whoever is called by
// a title alone: "the agency's director".
func (s *sources) holds(known *knownDocument, name string) sourceKey {
	if first := name[0]; first >= 'a' || isPossessive(name) {
		if office := s.title(name); office != 0 {
			return office
		}
		before, _, _ := strings.Cut(known.document.Text, name)
		whose, _, _ := strings.Cut(name, " ")
		return s.owning(known, whose, before)
	}
	before, after, found := strings.Cut(known.document.Text, name)
	if !found {
		return 0
	}
	title := wordsOfTitle(before)
	if office := s.title(title); office != 0 {
		return office
	}
	for _, office := range s.offices {
		if holdsOffice(title, office) {
			return s.key(office)
		}
	}
	if words := strings.Fields(strings.TrimRight(title, ",")); len(words) > 1 && origins.Leads(words[len(words)-1]) {
		return s.owning(known, words[len(words)-2], before) // "its director, A B"
	}
	if after, found = strings.CutPrefix(after, ", "); found {
		after = after[:min(len(after), longestTitle)]
		if end := strings.IndexAny(after, ",.;:\"”\n"); end >= 0 {
			after = after[:end]
		}
		if office := s.title(after); office != 0 {
			return office
		}
		for i, word := range strings.Fields(after) {
			if i > 0 && i < 3 && origins.Leads(word) {
				return s.owning(known, strings.Fields(after)[i-1], before)
			}
		}
	}
	return 0
}

// isPossessive reports whether words begin with one that says whose somebody is.
func isPossessive(words string) bool {
	first, _, found := strings.Cut(words, " ")
	return found && (strings.EqualFold(first, "its") || strings.EqualFold(first, "our"))
}

// owning returns the key of the office whose director is told to be "its" or "the agency's".
func (s *sources) owning(known *knownDocument, whose, before string) sourceKey {
	if isPossessive(whose + " ") {
		return s.itsOffice(known, before)
	}
	word, found := strings.CutSuffix(strings.ReplaceAll(whose, "’", "'"), "'s")
	if !found {
		return 0
	}
	if publisher := known.document.Publisher; s.view.office(publisher) && strings.EqualFold(kindOf(publisher), word) {
		return s.key(publisher)
	}
	return s.key(s.bareName(known, word))
}

// itsOffice returns the key of the office that "its" means behind some text: the publisher that
// says "our", or the only one that was told of just before by the word that says what it is.
func (s *sources) itsOffice(known *knownDocument, before string) sourceKey {
	near := before[max(0, len(before)-longestBefore):]
	only := sourceKey(0)
	for key, texts := range s.published {
		key := sourceKey(key)
		if len(texts) == 0 || !s.view.office(texts[0].document.Publisher) {
			continue
		}
		publisher := texts[0].document.Publisher
		told := lastNamed(near, publisher) || slices.Contains(known.names, key) && lastNamed(near, strings.ToLower(kindOf(publisher)))
		switch {
		case key == known.publisher:
			return key
		case told && only != 0:
			return 0
		case told:
			only = key
		}
	}
	return only
}

// lastNamed reports whether a text has a name, and no other name behind it.
func lastNamed(text, name string) bool {
	at := strings.LastIndex(text, name)
	if at < 0 {
		return false
	}
	first := false // of a sentence
	for _, word := range strings.Fields(text[at+len(name):]) {
		if c := word[0]; c >= 'A' && c <= 'Z' && !first {
			return false
		}
		first = strings.ContainsAny(word[len(word)-1:], ".!?\"") || strings.HasSuffix(word, "”")
	}
	return true
}

// longestBefore is how many bytes before "its" are looked through for whose it is.
const longestBefore = 200

// longestTitle is how many bytes behind a name are looked at for a title.
const longestTitle = 80

// wordsOfTitle returns the last four words of a line, before a name.
func wordsOfTitle(text string) string {
	text = text[max(0, len(text)-longestTitle):]
	words := strings.Fields(text[strings.LastIndexByte(text, '\n')+1:])
	return strings.Join(words[max(0, len(words)-4):], " ")
}

// holdsOffice reports whether the title before a name is what an office is called by:
// "Secretary of Health" of the Office of the Secretary of Health.
func holdsOffice(title, office string) bool {
	words := strings.Fields(title)
	return len(words) >= 3 && nested(strings.Join(words[len(words)-3:], " "), office)
}

// title returns the key of the office that those with a title speak for.
func (s *sources) title(title string) sourceKey {
	return s.titles.get(title, func() sourceKey { return s.numberOf(s.view.Comparer.names.SpeaksFor(title)) })
}

// kindOf returns the word of a body's name that says what it is: "Fund" of the "Relief Fund of
// Merenland", "Agency" of the "Agency for Relief".
func kindOf(name string) string {
	name, _, _ = strings.Cut(name, ", ")
	name, _, _ = strings.Cut(name, " of ")
	name, _, _ = strings.Cut(name, " for ")
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// bareName returns the publisher that a text calls by one word, "the service" or "the Fund",
// after its full name: the only one whose name it has that ends so; "" for none.
func (s *sources) bareName(its *knownDocument, word string) string {
	if word == "" || strings.Contains(word, " ") {
		return ""
	}
	word = strings.ToLower(word)
	list := s.endings.get(word, func() []string {
		var out []string
		for _, texts := range s.published {
			if len(texts) == 0 {
				continue
			}
			publisher := texts[0].document.Publisher
			if kind := kindOf(publisher); kind != publisher && strings.EqualFold(kind, word) {
				out = append(out, publisher)
			}
		}
		slices.Sort(out)
		return out
	})
	only := ""
	for _, publisher := range list {
		if strings.Contains(its.document.Text, publisher) {
			if only != "" {
				return ""
			}
			only = publisher
		}
	}
	return only
}
