// Package script is the test language of findings: an editor writes down what
// was told, and what should follow. doc/scripts.md explains it.
//
//	claim total   personnel called-for "more than 5,000"
//	claim ice     personnel called-for "3,000"
//	claim justice personnel called-for "2,000"
//	claim border  personnel called-for "500"
//	claim tax     personnel called-for "250"
//	parts total = ice + justice + border + tax
//	expect consistent as stated
//	expect total 5750
package script

import (
	"fmt"
	"strings"

	"muster/claims"
	"muster/documents"
	"muster/dossier"
	"muster/interval"
)

// Case is one set of claims with what is expected of them.
type Case struct {
	Name  string // "" for lines before the first "case"
	Line  int
	State dossier.State

	figures map[string]string // names of claims to IDs of figures
	expects []expectation
}

// Failure is an expectation that was not met, or a finding that none expects.
type Failure struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

// Error is a line that cannot be read: where, what was expected, what was found.
type Error struct {
	File            string
	Line            int
	Expected, Found string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d: expected %s, found %s", e.File, e.Line, e.Expected, e.Found)
}

// Quantity reads the words of a quantity, such as "more than 5,000", told of a
// thing.
type Quantity func(words, thing string) (claims.Figure, error)

// With reads quantities as the reader does in any text.
func With(reader *claims.Reader) Quantity {
	return func(words, thing string) (claims.Figure, error) {
		if nothingKnown(words) {
			return claims.Figure{Qualifier: claims.Vague}, nil
		}
		found := reader.Find(sentence("There were " + words + " " + thing))
		if len(found.Figures) != 1 || found.Figures[0].Number.Exact != words {
			found = reader.Find(sentence("That is " + words + " the number of " + thing)) // "triple"
		}
		if len(found.Figures) != 1 || found.Figures[0].Number.Exact != words {
			var read []string
			for _, f := range found.Figures {
				read = append(read, f.Number.Exact)
			}
			return claims.Figure{}, fmt.Errorf("a quantity such as \"more than 5,000\" that is read as a whole; of %q is read %q", words, read)
		}
		f := found.Figures[0]
		return claims.Figure{Value: f.Value, Stated: f.Stated, Reading: f.Reading, Qualifier: f.Qualifier, Relative: f.Relative, Unit: f.Unit,
			Change: f.Change, Direction: f.Direction}, nil
	}
}

func sentence(words string) documents.Document {
	return documents.Document{Text: strings.Join(strings.Fields(words), " ") + "."}
}

// nothingKnown reports whether words tell that there are some, and no number.
func nothingKnown(words string) bool {
	switch strings.ToLower(words) {
	case "some", "an unknown number", "an unknown number of":
		return true
	}
	return false
}

// Parse reads the cases of a file. The error is an *Error.
func Parse(file, text string, quantity Quantity) ([]Case, error) {
	p := &parser{file: file, quantity: quantity}
	for i, line := range strings.Split(text, "\n") {
		tokens, err := lex(line)
		if err != nil {
			return nil, &Error{file, i + 1, "a closing quotation mark", "the end of the line"}
		}
		if len(tokens) == 0 {
			continue
		}
		p.line, p.tokens = i+1, tokens
		if err := p.statement(); err != nil {
			return nil, err
		}
	}
	p.finish()
	return p.cases, nil
}

// amount reads an interval as it is written for people: "5,750", "at most 250",
// "909 to 1,111", "more than 3", "any number".
func (p *parser) amount() (interval.Interval, error) {
	const form = "an amount such as 5,750, at most 250, more than 3 or 909 to 1,111"
	first := p.next()
	word := strings.ToLower(first.text)
	switch {
	case word == "at" && p.peek().is("most"):
		p.next()
		n, err := p.number()
		return interval.AtMost(n), err
	case word == "at" && p.peek().is("least"):
		p.next()
		n, err := p.number()
		return interval.AtLeast(n), err
	case word == "more" && p.peek().is("than"):
		p.next()
		n, err := p.number()
		return interval.MoreThan(n), err
	case word == "less" && p.peek().is("than"):
		p.next()
		n, err := p.number()
		return interval.LessThan(n), err
	}
	low, err := parseNumber(first.text)
	if err != nil {
		return interval.Interval{}, p.expected(form, first)
	}
	if !p.peek().is("to") {
		return interval.Point(low), nil
	}
	p.next()
	high, err := p.number()
	return interval.Between(low, high), err
}

func (p *parser) number() (interval.Number, error) {
	t := p.next()
	n, err := parseNumber(t.text)
	if err != nil {
		return n, p.expected("a number such as 5,750", t)
	}
	return n, nil
}

func parseNumber(s string) (interval.Number, error) {
	return interval.Parse(strings.ReplaceAll(s, ",", ""))
}

// Number reads a bare number as a quantity that means itself. Tests of the
// parser use it where the reader of texts would be too slow.
func Number(words string) (claims.Figure, error) {
	n, err := parseNumber(words)
	if err != nil {
		return claims.Figure{}, err
	}
	return claims.Figure{Value: &n, Stated: interval.Point(n), Reading: interval.Point(n), Qualifier: claims.Exact}, nil
}

// Expects returns how many lines say what is expected.
func (c Case) Expects() int { return len(c.expects) }
