package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed cue_verbs.txt
var cueVerbsFile string

//go:embed cue_sources.txt
var cueSourcesFile string

//go:embed cue_nouns.txt
var cueNounsFile string

//go:embed cue_attitudes.txt
var cueAttitudesFile string

//go:embed cue_hedges.txt
var cueHedgesFile string

// cueClass is what a cue verb does with the words it governs.
type cueClass string

// The classes of cue verbs; cue_verbs.txt says what each means.
const (
	saying      cueClass = "saying"
	telling     cueClass = "telling"
	showing     cueClass = "showing"
	holding     cueClass = "holding"
	believing   cueClass = "believing"
	demanding   cueClass = "demanding"
	ordering    cueClass = "ordering"
	requesting  cueClass = "requesting"
	planning    cueClass = "planning"
	threatening cueClass = "threatening"
	denying     cueClass = "denying"
	declining   cueClass = "declining"
	citing      cueClass = "citing"
	judging     cueClass = "judging"
)

var cueClasses = []cueClass{saying, telling, showing, holding, believing, demanding, ordering, requesting, planning, threatening, denying, declining, citing, judging}

// ownAct says that what the cue governs is the source's own act: a hop of role
// speaker.
func (c cueClass) ownAct() bool {
	switch c {
	case demanding, ordering, requesting, planning, threatening, denying:
		return true
	}
	return false
}

// cueVerb is one reading of a verb form.
type cueVerb struct {
	lemma string
	class cueClass
	rest  []string // the words that must follow: "out" of "point out"
}

// sourceNoun is what a common noun says of the source it heads.
type sourceNoun struct {
	kind  HopKind
	title bool // a title of persons

	reckons bool // tells a number that its maker stands for, rather than a text
}

// hedge is a phrase by which the text keeps its distance.
type hedge struct {
	words   []string
	unnamed bool // points to a source that is not named
}

// cues holds the word lists of attribution. It is not changed after it was
// made.
type cues struct {
	verbs    map[string][]cueVerb // by form of the first word, the longest first
	nominals map[string]cueClass  // nouns that stand for a cue verb: "demand"
	nouns    map[string]sourceNoun
	clausal  map[string]bool // lemmas that tell words only before a clause or a quotation

	publishing map[string]bool    // forms of the verbs by which texts and counts are made known
	hedges     map[string][]hedge // by first word, the longest first
	bodies     map[string]bool    // words that make a capitalised name one of a body
	words      map[string]*cueWord
	attitude   map[string]*attitude

	conditions map[string][]condition // by first word, the longest first
	grants     map[string]bool
}

// cueWord is what the lists say of one word in lower case: one look-up a word
// spares the others.
type cueWord struct {
	verbs   []cueVerb
	nominal cueClass
	hedges  []hedge
	noun    sourceNoun // the zero value when the word is none

	conditions []condition
	publishing bool // a form of a verb by which texts and counts are made known
	fixed      bool // may begin a cue of fixed words: "according to"
	attitude
}

// fixedCues are the first words of the cues that statementAt knows by heart.
const fixedCues = `according per : in asked put puts give gives gave given by on at going judging based emerge emerges emerged emerging come comes came follows followed shown confirmed source`

// newCues returns the built-in lists.
func newCues() (*cues, error) {
	c := &cues{verbs: map[string][]cueVerb{}, nominals: map[string]cueClass{}, nouns: map[string]sourceNoun{}, clausal: map[string]bool{}, publishing: map[string]bool{}, bodies: map[string]bool{}, hedges: map[string][]hedge{}, attitude: map[string]*attitude{}}
	if err := c.readVerbs(cueVerbsFile); err != nil {
		return nil, fmt.Errorf("cue_verbs.txt: %w", err)
	}
	err := listed(cueNounsFile, func(heading string, entries []string) error {
		if !slices.Contains(cueClasses, cueClass(heading)) {
			return fmt.Errorf("expected one of the classes %v, found %q", cueClasses, heading)
		}
		for _, entry := range entries {
			c.nominals[entry], c.nominals[entry+"s"] = cueClass(heading), cueClass(heading)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("cue_nouns.txt: %w", err)
	}
	if err := c.readSources(cueSourcesFile); err != nil {
		return nil, fmt.Errorf("cue_sources.txt: %w", err)
	}
	if err := c.readHedges(cueHedgesFile); err != nil {
		return nil, fmt.Errorf("cue_hedges.txt: %w", err)
	}
	if err := c.readAttitudes(cueAttitudesFile); err != nil {
		return nil, fmt.Errorf("cue_attitudes.txt: %w", err)
	}
	if err := c.readConditions(cueConditionsFile); err != nil {
		return nil, fmt.Errorf("cue_conditions.txt: %w", err)
	}
	c.join()
	return c, nil
}

// join makes the one list of words of the others.
func (c *cues) join() {
	c.words = map[string]*cueWord{}
	at := func(word string) *cueWord {
		if c.words[word] == nil {
			c.words[word] = &cueWord{}
		}
		return c.words[word]
	}
	for word := range strings.FieldsSeq(fixedCues) {
		at(word).fixed = true
	}
	for word, verbs := range c.verbs {
		at(word).verbs = verbs
	}
	for word, class := range c.nominals {
		at(word).nominal = class
	}
	for word, hedges := range c.hedges {
		at(word).hedges = hedges
	}
	for word, conditions := range c.conditions {
		at(word).conditions = conditions
	}
	for word, noun := range c.nouns {
		at(word).noun = noun
	}
	for word := range c.publishing {
		at(word).publishing = true
	}
	for word, attitude := range c.attitude {
		at(word).attitude = *attitude
	}
}

// loadCues returns the built-in lists, which a test proves to be in order.
func loadCues() *cues {
	c, err := newCues()
	if err != nil {
		panic(err)
	}
	return c
}

// listed calls each with the heading and the entries of every line "heading:
// entry, entry".
func listed(file string, each func(heading string, entries []string) error) error {
	for i, line := range strings.Split(file, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		heading, rest, found := strings.Cut(line, ":")
		if !found {
			return fmt.Errorf("line %d: expected \"heading: word, word\", found no colon in %q", i+1, line)
		}
		var entries []string
		for _, entry := range strings.Split(rest, ",") {
			if entry = strings.TrimSpace(entry); entry != "" {
				entries = append(entries, entry)
			}
		}
		if err := each(strings.TrimSpace(heading), entries); err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return nil
}

func (c *cues) readVerbs(file string) error {
	err := listed(file, func(heading string, entries []string) error {
		if heading == "clausal" {
			for _, entry := range entries {
				c.clausal[entry] = true
			}
			return nil
		}
		if heading == "publishing" {
			for _, entry := range entries {
				_, forms := verbForms("", strings.Split(entry, "/"))
				for _, form := range forms {
					c.publishing[form] = true
				}
			}
			return nil
		}
		class := cueClass(heading)
		if !slices.Contains(cueClasses, class) {
			return fmt.Errorf("expected one of the classes %v, found %q", cueClasses, heading)
		}
		for _, entry := range entries {
			c.addVerb(class, strings.Split(entry, "/"))
		}
		return nil
	})
	for _, readings := range c.verbs {
		slices.SortStableFunc(readings, func(a, b cueVerb) int { return len(b.rest) - len(a.rest) })
	}
	return err
}

// addVerb takes a verb in all its forms. A form already listed for the same
// words keeps its first class.
func (c *cues) addVerb(class cueClass, written []string) {
	verb, forms := verbForms(class, written)
	for _, form := range forms {
		known := slices.ContainsFunc(c.verbs[form], func(v cueVerb) bool { return slices.Equal(v.rest, verb.rest) })
		if !known {
			c.verbs[form] = append(c.verbs[form], verb)
		}
	}
}

// verbForms returns the verb and the forms of its first word.
func verbForms(class cueClass, written []string) (cueVerb, []string) {
	words := strings.Fields(written[0])
	forms := inflect(words[0], len(written) > 1)
	for _, other := range written[1:] {
		forms = append(forms, strings.Fields(other)[0])
	}
	return cueVerb{lemma: written[0], class: class, rest: words[1:]}, forms
}

// inflect returns the forms of a regular English verb; without the past for an
// irregular one.
func inflect(base string, irregular bool) []string {
	last := base[len(base)-1]
	consonantY := last == 'y' && len(base) > 1 && !strings.ContainsRune("aeiou", rune(base[len(base)-2]))
	stem := base
	switch {
	case last == 'e' && !strings.HasSuffix(base, "ee"):
		stem = base[:len(base)-1]
	case len(base) == 4 && doubles(base), len(base) == 3 && doubles(base):
		stem = base + string(last)
	}
	forms := []string{base, stem + "ing"}
	switch {
	case consonantY:
		forms = append(forms, base[:len(base)-1]+"ies")
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(base, "ch") || strings.HasSuffix(base, "sh"):
		forms = append(forms, base+"es")
	default:
		forms = append(forms, base+"s")
	}
	if irregular {
		return forms
	}
	switch {
	case consonantY:
		return append(forms, base[:len(base)-1]+"ied")
	case strings.HasSuffix(base, "ee"):
		return append(forms, base+"d")
	}
	return append(forms, stem+"ed")
}

// doubles says whether a verb of one syllable doubles its last letter: plan,
// planned.
func doubles(base string) bool {
	vowel := func(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
	n := len(base)
	return !vowel(base[n-1]) && !strings.ContainsRune("wxy", rune(base[n-1])) && vowel(base[n-2]) && !vowel(base[n-3])
}

func (c *cues) readSources(file string) error {
	return listed(file, func(heading string, entries []string) error {
		if heading == "name" {
			for _, entry := range entries {
				c.bodies[entry] = true
			}
			return nil
		}
		noun := sourceNoun{kind: HopKind(heading)}
		switch noun.kind {
		case Anonymous, DocumentHop, Dataset, Organisation, Outlet:
		case "title":
			noun = sourceNoun{kind: Anonymous, title: true}
		case "reckoning":
			noun = sourceNoun{kind: Dataset, reckons: true}
		default:
			return fmt.Errorf("expected a kind of source or \"title\", found %q", heading)
		}
		for _, entry := range entries {
			if known, found := c.nouns[entry]; found {
				known.title, known.reckons = known.title || noun.title, known.reckons || noun.reckons
				c.nouns[entry] = known
				continue
			}
			c.nouns[entry] = noun
		}
		return nil
	})
}

func (c *cues) readHedges(file string) error {
	for _, line := range strings.Split(file, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		phrase, unnamed := strings.CutPrefix(line, "* ")
		words := strings.Fields(phrase)
		c.hedges[words[0]] = append(c.hedges[words[0]], hedge{words, unnamed})
	}
	for _, list := range c.hedges {
		slices.SortStableFunc(list, func(a, b hedge) int { return len(b.words) - len(a.words) })
	}
	return nil
}

// noun returns what the common noun, in lower case and perhaps in the plural,
// says of a source.
func (c *cues) noun(word string) (sourceNoun, bool) {
	if n, found := c.nouns[word]; found {
		return n, true
	}
	for _, ending := range [][2]string{{"ies", "y"}, {"men", "man"}, {"women", "woman"}, {"ses", "s"}, {"s", ""}} {
		if stem, cut := strings.CutSuffix(word, ending[0]); cut {
			if n, found := c.nouns[stem+ending[1]]; found {
				return n, true
			}
		}
	}
	return sourceNoun{}, false
}
