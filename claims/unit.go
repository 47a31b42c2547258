package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

//go:embed units.txt
var unitsFile string

type unitKind string

const (
	moneyUnit    unitKind = "money"
	percentUnit  unitKind = "percent"
	durationUnit unitKind = "duration"
	measureUnit  unitKind = "measure"
)

// unit is a unit of measure or a currency.
type unit struct {
	name  string
	words string // of a currency: its name in words, in the singular
	kind  unitKind
}

// Money reports whether the unit of a figure is a currency, by its ISO 4217 code or by a word
// that several countries use. A price for one of something is none.
func Money(unit string) bool {
	switch unit {
	case "franc", "dinar", "rial", "krone", "krona", "crown", "mark", "florin", "thaler", "ducat", "escudo", "shilling", "kwacha":
		return true
	}
	return len(unit) == 3 && strings.ToUpper(unit) == unit
}

// units looks units up by the way they are written.
type units struct {
	byFirst map[string][]unitSpelling // by the first token, lower-cased; the longest first
	byWord  map[string]unit           // one-word units, lower-cased
}

type unitSpelling struct {
	text   string // as written, one space between words
	sign   bool   // a sign: case counts
	prefix bool   // money that may stand before the number
	unit   unit
}

// loadUnits reads the built-in table. The table is part of the program: that
// it is well formed is a test, and a broken one stops the program.
func loadUnits() *units {
	u, err := parseUnits(unitsFile)
	if err != nil {
		panic(fmt.Errorf("built-in units: %w", err))
	}
	return u
}

// parseUnits reads a table in the form of units.txt.
func parseUnits(text string) (*units, error) {
	u := &units{byFirst: map[string][]unitSpelling{}, byWord: map[string]unit{}}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, "|")
		if len(columns) != 4 {
			return nil, fmt.Errorf("line %d: expected four columns (kind | name | signs | words), found %d in %q", i+1, len(columns), line)
		}
		kind := unitKind(strings.TrimSpace(columns[0]))
		if !slices.Contains([]unitKind{moneyUnit, percentUnit, durationUnit, measureUnit}, kind) {
			return nil, fmt.Errorf("line %d: expected the kind money, percent, duration or measure, found %q", i+1, kind)
		}
		name, words, _ := strings.Cut(columns[1], "=")
		entry := unit{strings.TrimSpace(name), strings.TrimSpace(words), kind}
		for j, column := range columns[2:] {
			for _, s := range strings.Split(column, ";") {
				if s = strings.TrimSpace(s); s != "" {
					u.add(s, j == 0, entry)
				}
			}
		}
	}
	for _, list := range u.byFirst {
		slices.SortStableFunc(list, func(a, b unitSpelling) int {
			if d := len(b.text) - len(a.text); d != 0 {
				return d
			}
			return strings.Compare(a.text, b.text)
		})
	}
	return u, nil
}

func (u *units) add(text string, sign bool, entry unit) {
	if !sign {
		text = strings.ToLower(text)
		if !strings.Contains(text, " ") {
			u.byWord[text] = entry
		}
	}
	// "USD 5" and "usd 5", but "dollars 5" only of "5 dollars".
	code := strings.EqualFold(text, entry.name) || strings.EqualFold(text, "rmb") || strings.Contains(text, "$")
	u.addSpelling(unitSpelling{text, sign, entry.kind == moneyUnit && (sign || code), entry})
	// "hk$ 5", but never "a $5 note": no sign begins with an article.
	if lower := strings.ToLower(text); sign && entry.kind == moneyUnit && lower != text && strings.Contains(text, "$") && lower[0] != 'a' && !strings.HasPrefix(lower, "s ") {
		u.addSpelling(unitSpelling{lower, true, true, entry})
	}
}

func (u *units) addSpelling(s unitSpelling) {
	first := firstToken(s.text)
	u.byFirst[first] = append(u.byFirst[first], s)
}

// firstToken returns the first token of a spelling as the tokeniser cuts it,
// lower-cased.
func firstToken(text string) string {
	r := []rune(text)
	if !unicode.IsLetter(r[0]) {
		return strings.ToLower(string(r[:1]))
	}
	return strings.ToLower(text[:wordEnd(text, 0, len(text))])
}

// at returns the longest unit that starts at token i, and how many tokens it
// takes; 0 when none does.
func (u *units) at(text string, list []token, i int) (unit, int) {
	if i >= len(list) {
		return unit{}, 0
	}
	for _, s := range list[i].lexeme.units {
		if n := s.match(text, list, i); n > 0 {
			return s.unit, n
		}
	}
	return unit{}, 0
}

// prefixAt returns the longest currency sign that starts at token i.
func (u *units) prefixAt(text string, list []token, i int) (unit, int) {
	if i >= len(list) {
		return unit{}, 0
	}
	for _, s := range list[i].lexeme.units {
		if s.prefix {
			if n := s.match(text, list, i); n > 0 {
				return s.unit, n
			}
		}
	}
	return unit{}, 0
}

// match returns how many tokens the spelling takes at token i; 0 for no match.
func (s unitSpelling) match(text string, list []token, i int) int {
	end := list[i].start
	rest := s.text
	n := i
	for rest != "" {
		if n >= len(list) {
			return 0
		}
		t := list[n]
		if strings.HasPrefix(rest, " ") {
			if t.isHyphen() && t.start == end && n+1 < len(list) && list[n+1].glued {
				n++ // "a 300-square-foot room"
				t = list[n]
			} else if t.start == end {
				return 0
			}
			rest = rest[1:]
		} else if t.start != end && n > i {
			return 0
		}
		written := t.lower
		if s.sign {
			written = text[t.start:t.end]
		}
		if !strings.HasPrefix(rest, written) {
			return 0
		}
		rest, end = rest[len(written):], t.end
		n++
	}
	return n - i
}
