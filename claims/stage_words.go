package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed stage_words.txt
var stageWordsFile string

// stageClass is what a verb or noun says of a number that it governs;
// stage_words.txt says what each means.
type stageClass string

// The classes of verbs and nouns.
const (
	wantClass     stageClass = "want"
	requestClass  stageClass = "request"
	pledgeClass   stageClass = "pledge"
	approveClass  stageClass = "approve"
	refuseClass   stageClass = "refuse"
	orderClass    stageClass = "order"
	sendClass     stageClass = "send"
	moveClass     stageClass = "move" // nouns only
	arriveClass   stageClass = "arrive"
	readyClass    stageClass = "ready"
	serveClass    stageClass = "serve"
	keepClass     stageClass = "keep"
	withdrawClass stageClass = "withdraw"
	targetClass   stageClass = "target"
	demandClass   stageClass = "demand"
	threatenClass stageClass = "threaten"
	happenClass   stageClass = "happen"
	spendClass    stageClass = "spend"
	futureClass   stageClass = "future"
	failClass     stageClass = "fail"
	sayClass      stageClass = "say"
	lightClass    stageClass = "light"
)

var stageClasses = []stageClass{wantClass, requestClass, pledgeClass, approveClass, refuseClass, orderClass, sendClass, moveClass,
	arriveClass, readyClass, serveClass, keepClass, withdrawClass, targetClass, demandClass, threatenClass, happenClass,
	spendClass, futureClass, failClass, sayClass, lightClass}

// stageVerb is one reading of a verb form.
type stageVerb struct {
	lemma string
	class stageClass
	rest  []string // the words that must follow
}

// besides is a phrase after the counted thing that tells the stage.
type besides struct {
	words []string
	stage Stage
}

// stages holds the word lists of stages. It is not changed after it was made.
type stages struct {
	table    *stageTable            // what a verb tells
	verbs    map[string][]stageVerb // by form of the first word, the longest first
	nouns    map[string]stageClass  // singular
	forces   map[string]bool        // singular
	supplies map[string]bool        // singular
	after    map[string][]besides   // by first word, the longest first
	pending  map[string]bool        // lemmas that make an approval pending
	possible map[string]bool
	abstract map[string]bool // singular
	hazards  map[string]bool // singular
	places   map[string]bool // singular
	persons  map[string]bool // singular: those for whom an operation is
	unwilled map[string]bool // lemmas of what nobody sets out to do
	allowed  map[string]bool // lemmas of what "may" be done "up to" a number
	weighing map[string]bool // lemmas of "is considering the request"
	denials  *denials
}

// newStages returns the built-in lists.
func newStages() (*stages, error) {
	s := &stages{verbs: map[string][]stageVerb{}, nouns: map[string]stageClass{}, forces: map[string]bool{}, supplies: map[string]bool{},
		after: map[string][]besides{}, pending: map[string]bool{}, possible: map[string]bool{},
		abstract: map[string]bool{}, hazards: map[string]bool{}, places: map[string]bool{}, weighing: map[string]bool{}, persons: map[string]bool{}, unwilled: map[string]bool{}, allowed: map[string]bool{}, denials: loadDenials()}
	if err := listed(stageWordsFile, s.add); err != nil {
		return nil, fmt.Errorf("stage_words.txt: %w", err)
	}
	table, err := parseStageTable(stageTableFile)
	if err != nil {
		return nil, fmt.Errorf("stage_table.txt: %w", err)
	}
	s.table = table
	for _, readings := range s.verbs {
		slices.SortStableFunc(readings, func(a, b stageVerb) int { return len(b.rest) - len(a.rest) })
	}
	for _, phrases := range s.after {
		slices.SortStableFunc(phrases, func(a, b besides) int { return len(b.words) - len(a.words) })
	}
	return s, nil
}

// loadStages returns the built-in lists, which a test proves to be in order.
func loadStages() *stages {
	s, err := newStages()
	if err != nil {
		panic(err)
	}
	return s
}

// add takes one line of the file.
func (s *stages) add(heading string, entries []string) error {
	kind, name, _ := strings.Cut(heading, " ")
	class := stageClass(name)
	if (kind == "verb" || kind == "noun") && !slices.Contains(stageClasses, class) {
		return fmt.Errorf("expected one of the classes %v, found %q", stageClasses, name)
	}
	if kind == "after" && !slices.Contains(Stages(), Stage(name)) {
		return fmt.Errorf("expected one of the stages %v, found %q", Stages(), name)
	}
	for _, entry := range entries {
		switch kind {
		case "verb":
			s.addVerb(class, strings.Split(entry, "/"))
		case "noun":
			s.nouns[entry] = class
		case "force":
			s.forces[entry] = true
		case "supply":
			s.supplies[entry] = true
		case "after":
			words := strings.Fields(entry)
			s.after[words[0]] = append(s.after[words[0]], besides{words, Stage(name)})
		case "pending":
			s.pending[entry] = true
		case "possible":
			s.possible[entry] = true
		case "abstract":
			s.abstract[entry] = true
		case "hazard":
			s.hazards[entry] = true
		case "place":
			s.places[entry] = true
		case "unwilled":
			s.unwilled[entry] = true
		case "allowed":
			s.allowed[entry] = true
		case "people":
			s.persons[entry] = true
		case "undecided":
			s.weighing[entry] = true
		default:
			return fmt.Errorf("expected verb, noun, force, supply, after, pending, possible, abstract, hazard, place, people, unwilled, allowed or undecided, found %q", heading)
		}
	}
	return nil
}

// addVerb takes a verb in all its forms. A form already listed for the same
// words keeps its first class.
func (s *stages) addVerb(class stageClass, written []string) {
	words := strings.Fields(written[0])
	verb := stageVerb{lemma: written[0], class: class, rest: words[1:]}
	forms := inflect(words[0], len(written) > 1)
	for _, other := range written[1:] {
		forms = append(forms, strings.Fields(other)[0])
	}
	for _, form := range forms {
		if !slices.ContainsFunc(s.verbs[form], func(v stageVerb) bool { return slices.Equal(v.rest, verb.rest) }) {
			s.verbs[form] = append(s.verbs[form], verb)
		}
	}
}

// noun returns the class of a noun in lower case, perhaps in the plural.
func (s *stages) noun(word string) (stageClass, bool) {
	class, found := s.nouns[word]
	if !found {
		class, found = s.nouns[singularOf(word)]
	}
	return class, found
}

// force reports whether the counted thing names persons or things that are
// sent.
func (s *stages) force(counted string) bool { return headIn(s.forces, counted) }

// people reports whether the counted thing names those for whom an operation is.
func (s *stages) people(counted string) bool { return headIn(s.persons, counted) }

// headIn reports whether the head noun of the phrase is in the list.
func headIn(list map[string]bool, phrase string) bool {
	last := ""
	for word := range strings.FieldsSeq(strings.ToLower(phrase)) {
		if last != "" && (word == "from" || word == "of" || word == "to" || word == "in") {
			break
		}
		last = word
	}
	return last != "" && (list[last] || list[singularOf(last)])
}

// singularOf takes the ending of a regular plural off.
func singularOf(word string) string {
	switch {
	case strings.HasSuffix(word, "men"):
		return word[:len(word)-2] + "an"
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "shes"), strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "xes"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return word[:len(word)-1]
	}
	return word
}
