package counts

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed counting.txt
var countingList string

// Kind is what one row or cell of a record file counts: a closed list, the
// first words of the lines of counting.txt. Numbers of unlike kinds are never
// set against each other.
type Kind string

// Measure says how the numbers of a series stand to time.
type Measure string

// The measures: a closed list.
const (
	PerPeriod  Measure = "interval"   // what happened within each period; periods add up
	SinceStart Measure = "cumulative" // what happened since a start, such as a fiscal year's; see Derive
	OnAverage  Measure = "mean"       // means that a file tells, with fractions: nothing adds them up; see Mean
	AtATime    Measure = "level"      // what there was at a time, or on average: a population; periods do not add up
)

// Measures returns the closed list of measures.
func Measures() []Measure { return []Measure{PerPeriod, SinceStart, AtATime, OnAverage} }

// Kinds returns the closed list of kinds, in the order of counting.txt.
func Kinds() []Kind {
	var out []Kind
	for _, line := range kindLines() {
		out = append(out, line.kind)
	}
	return out
}

// KindOf returns the kind that words such as "book-ins" name, and whether they
// name one.
func KindOf(words string) (Kind, bool) {
	words = strings.ToLower(strings.Join(strings.Fields(words), " "))
	for _, line := range kindLines() {
		for _, word := range append(line.words, string(line.kind)) {
			if words == strings.ToLower(word) {
				return line.kind, true
			}
		}
	}
	return "", false
}

// Synonyms returns the words for a kind, for telling a reader which would fit.
func (k Kind) Synonyms() []string {
	for _, line := range kindLines() {
		if line.kind == k {
			return line.words
		}
	}
	return nil
}

type kindLine struct {
	kind  Kind
	words []string
}

func kindLines() []kindLine {
	var out []kindLine
	for line := range strings.Lines(countingList) {
		kind, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(kind, "#") {
			continue
		}
		entry := kindLine{kind: Kind(kind)}
		for word := range strings.SplitSeq(words, ",") {
			entry.words = append(entry.words, strings.TrimSpace(word))
		}
		out = append(out, entry)
	}
	return out
}

// Facts say what the numbers of a series are, as far as a comparison must know.
type Facts struct {
	Name        string
	Counts      string // in words: "book-ins"
	Kind        Kind   // "" when neither the settings nor the words tell
	Scope       string // "ICE", "all of DHS"
	PerformedBy string // who did what is counted; "" when the scope says it
	Measure     Measure
	ClassMap    string // name of the map that made the classes; "" for none
	Duplicates  string // name of the rule against duplicates; "" for none
}

// Facts returns what the numbers of the series are. A kind that the settings do
// not name is told by the words of Counts, and a measure that they do not name
// is an interval, except for populations.
func (s Series) Facts() Facts {
	f := Facts{Name: s.Name, Counts: s.Counts, Kind: s.Kind, Scope: s.Scope, PerformedBy: s.PerformedBy, Measure: s.Measure, ClassMap: s.ClassMap, Duplicates: s.Duplicates}
	if f.Kind == "" {
		f.Kind, _ = KindOf(s.Counts)
	}
	if f.Measure == "" {
		f.Measure = PerPeriod
		if f.Kind == "population" || f.Kind == "duration" {
			f.Measure = AtATime
		}
	}
	return f
}

// WhyNot says why two series cannot be set against each other, as a sentence
// without its end; "" when they can. What is not known forbids nothing but is
// asked for: a comparison needs the kind on both sides.
func WhyNot(a, b Facts) string {
	switch {
	case a.Kind == "" || b.Kind == "":
		which := a
		if a.Kind != "" {
			which = b
		}
		return fmt.Sprintf("%s does not say what one count is; name it with kind in its [[series]]: %s", which.name(), joined(Kinds()))
	case a.Kind != b.Kind:
		return fmt.Sprintf("%s counts %s, %s counts %s", a.name(), a.kindInWords(), b.name(), b.kindInWords())
	case a.Measure == OnAverage || b.Measure == OnAverage:
		which := a
		if a.Measure != OnAverage {
			which = b
		}
		return fmt.Sprintf("%s is %s: it is shown, and set against nothing", which.name(), OnAverage.inWords())
	case a.Measure != b.Measure:
		return fmt.Sprintf("%s is %s, %s is %s", a.name(), a.Measure.inWords(), b.name(), b.Measure.inWords())
	case unlike(a.Scope, b.Scope):
		return fmt.Sprintf("%s covers %s, %s covers %s", a.name(), a.Scope, b.name(), b.Scope)
	case unlike(a.PerformedBy, b.PerformedBy):
		return fmt.Sprintf("%s was done by %s, %s by %s", a.name(), a.PerformedBy, b.name(), b.PerformedBy)
	case unlike(a.ClassMap, b.ClassMap):
		return fmt.Sprintf("%s is classified by %s, %s by %s: the same label names different sets", a.name(), a.ClassMap, b.name(), b.ClassMap)
	}
	return ""
}

// Caution says what a comparison that WhyNot allows must mention; "" for
// nothing.
func Caution(a, b Facts) string {
	switch {
	case unlikeOrUnsaid(a.Scope, b.Scope):
		return fmt.Sprintf("%s does not say whom it covers", unsaid(a, b, func(f Facts) string { return f.Scope }))
	case a.Duplicates != b.Duplicates:
		return fmt.Sprintf("duplicates are taken out by unlike rules: %s, %s", ruleName(a.Duplicates), ruleName(b.Duplicates))
	}
	return ""
}

func ruleName(rule string) string {
	if rule == "" {
		return "none"
	}
	return rule
}

func unsaid(a, b Facts, field func(Facts) string) string {
	if field(a) == "" {
		return a.name()
	}
	return b.name()
}

func unlike(a, b string) bool { return a != "" && b != "" && !strings.EqualFold(a, b) }

func unlikeOrUnsaid(a, b string) bool { return (a == "") != (b == "") }

func (f Facts) name() string {
	if f.Name == "" {
		return "the series"
	}
	return f.Name
}

func (f Facts) kindInWords() string {
	if f.Counts == "" || strings.EqualFold(f.Counts, string(f.Kind)) {
		return string(f.Kind)
	}
	return fmt.Sprintf("%s (%s)", f.Counts, f.Kind)
}

func (m Measure) inWords() string {
	switch m {
	case SinceStart:
		return "counted since a start"
	case OnAverage:
		return "a mean that the file tells"
	case AtATime:
		return "a level at a time"
	}
	return "counted within each period"
}

func joined[T ~string](list []T) string {
	var out []string
	for _, x := range list {
		out = append(out, string(x))
	}
	return strings.Join(out, ", ")
}
