package findings

import (
	"slices"
	"strings"

	"muster/claims"
)

// speaksFor returns the key of the office for which a source of a text speaks: a
// spokeswoman by what she is called, a person by the title that the text gives; 0 for none.
func (s *sources) speaksFor(known *knownDocument, hop claims.Hop) sourceKey {
	switch hop.Kind {
	case claims.Anonymous:
		return s.title(hop.Name)
	case claims.Person:
		before, after, found := strings.Cut(known.document.Text, hop.Name)
		if !found || hop.Name == "" {
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
		if after, found = strings.CutPrefix(after, ", "); found {
			after, _, _ = strings.Cut(after[:min(len(after), longestTitle)], ",")
			return s.title(after)
		}
	}
	return 0
}

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
// Merenland".
func kindOf(name string) string {
	name, _, _ = strings.Cut(name, " of ")
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
