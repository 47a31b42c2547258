package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/language"
)

//go:embed names.txt
var namesFile string

// Name is a public body, a news outlet, or a country or state in so far as it
// supplies people, with the ways to write it.
type Name struct {
	Short   string // as a person would file it: "ICE"
	Full    string
	Aliases []string
	PartOf  string // the short name of the body it belongs to, "" for none
	Kind    HopKind
	Place   bool // a country or state: its name alone may also mean the place
}

// Names is a list of names with a fast look-up. It is not changed after it was
// made and is safe for concurrent use.
type Names struct {
	names   []Name
	byFirst map[string][]spelling // by first word, dots left out; the longest spelling first
	byAlias map[string]int        // every spelling, folded, to its index in names
	firsts  wordFilter            // the first words
}

type spelling struct {
	text string // dots left out
	name int
}

// LoadNames returns the built-in list.
func LoadNames() (*Names, error) {
	list, err := ParseNames(namesFile)
	if err != nil {
		return nil, fmt.Errorf("built-in names: %w", err)
	}
	return new(Names).With(list), nil
}

// ParseNames reads a list in the form of names.txt: one name a line, the
// columns parted by "|".
func ParseNames(text string) ([]Name, error) {
	var list []Name
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, "|")
		if len(columns) != 5 {
			return nil, fmt.Errorf("line %d: expected five columns (kind | short | full | aliases | part of), found %d in %q", i+1, len(columns), line)
		}
		for j := range columns {
			columns[j] = strings.TrimSpace(columns[j])
		}
		name := Name{Short: columns[1], Full: columns[2], PartOf: columns[4], Kind: Organisation}
		switch columns[0] {
		case "organisation":
		case "outlet":
			name.Kind = Outlet
		case "place":
			name.Place = true
		default:
			return nil, fmt.Errorf("line %d: expected the kind organisation, outlet or place, found %q", i+1, columns[0])
		}
		if name.Short == "" {
			return nil, fmt.Errorf("line %d: expected a short name in the second column, found none", i+1)
		}
		for _, alias := range strings.Split(columns[3], ";") {
			if alias = strings.TrimSpace(alias); alias != "" {
				name.Aliases = append(name.Aliases, alias)
			}
		}
		list = append(list, name)
	}
	return list, nil
}

// With returns the list with more names. A name whose short or full name is
// known replaces the one known.
func (n *Names) With(more []Name) *Names {
	if len(more) == 0 {
		return n
	}
	names := slices.Clone(n.names)
	at := map[string]int{}
	for i, name := range names {
		at[fold(name.Short)], at[fold(name.Full)] = i, i
	}
	for _, name := range more {
		if name.Kind == "" {
			name.Kind = Organisation
		}
		i, known := at[fold(name.Short)]
		if !known && name.Full != "" {
			i, known = at[fold(name.Full)]
		}
		if known {
			names[i] = name
			continue
		}
		at[fold(name.Short)], at[fold(name.Full)] = len(names), len(names)
		names = append(names, name)
	}
	return index(names)
}

// index builds the look-ups. Where two names share a spelling, the later name
// has it: a dossier's own names come last.
func index(names []Name) *Names {
	n := &Names{names: names, byFirst: map[string][]spelling{}, byAlias: map[string]int{}}
	for i := len(names) - 1; i >= 0; i-- {
		for _, text := range spellings(names[i]) {
			key := fold(text)
			if _, taken := n.byAlias[key]; taken {
				continue
			}
			n.byAlias[key] = i
			text = strings.ReplaceAll(text, ".", "")
			first := firstWord(text)
			n.firsts.add("names", first)
			n.byFirst[first] = append(n.byFirst[first], spelling{text, i})
		}
	}
	for _, list := range n.byFirst {
		slices.SortStableFunc(list, func(a, b spelling) int { return len(b.text) - len(a.text) })
	}
	return n
}

// spellings returns the ways to write a name, with the regular variants: "US
// Army" is also written "United States Army", "UN Mission" is "United Nations
// Mission", and "Department of Justice" is "Justice Department".
func spellings(name Name) []string {
	all := append([]string{name.Short, name.Full}, name.Aliases...)
	for _, text := range slices.Clone(all) {
		if rest, found := strings.CutPrefix(text, "US "); found {
			all = append(all, "United States "+rest)
		}
		if rest, found := strings.CutPrefix(text, "UN "); found {
			all = append(all, "United Nations "+rest)
		}
		for _, kind := range []string{"Department", "Ministry"} {
			if rest, found := strings.CutPrefix(text, kind+" of "); found && !strings.Contains(rest, " of ") {
				all = append(all, strings.TrimPrefix(rest, "the ")+" "+kind, "US "+text, "US "+strings.TrimPrefix(rest, "the ")+" "+kind)
			}
		}
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// ByName returns the name with this spelling; case, dots and a leading "the"
// make no difference.
func (n *Names) ByName(spelling string) (Name, bool) {
	var room [48]byte
	if folded, plain := foldPlain(room[:0], spelling); plain {
		if i, found := n.byAlias[string(folded)]; found {
			return n.names[i], true
		}
		return Name{}, false
	}
	if i, found := n.byAlias[foldAny(spelling)]; found {
		return n.names[i], true
	}
	return Name{}, false
}

// All returns all names, in the order of the list.
func (n *Names) All() []Name { return slices.Clone(n.names) }

// At returns the longest name that starts at word i and the number of words it
// takes; 0 when none does. Case counts ("ICE" is no "ice"), dots do not.
func (n *Names) At(text string, words []language.Word, i int) (Name, int) {
	name, count := n.at(text, words, i)
	if count == 0 {
		return Name{}, 0
	}
	return *name, count
}

// at is At without a copy of the name.
func (n *Names) at(text string, words []language.Word, i int) (*Name, int) {
	name, end := n.longest(text, words[i].Start)
	if end == 0 {
		return nil, 0
	}
	return name, wordsTo(text, words, i, end)
}

// wordsTo returns how many words the name that starts at word i and ends at the
// byte offset takes; 0 when it ends inside a longer word.
func wordsTo(text string, words []language.Word, i, end int) int {
	count := 0
	for j := i; j < len(words) && words[j].Start < end; j++ {
		if words[j].End > end && strings.TrimRight(text[end:words[j].End], ".-–—'’s") != "" {
			return 0
		}
		count++
	}
	return count
}

// longest returns the longest name that is written at start, and where it
// ends; 0 for none.
func (n *Names) longest(text string, start int) (*Name, int) {
	if c := text[start]; c < utf8.RuneSelf && (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
		return nil, 0
	} else if r, _ := utf8.DecodeRuneInString(text[start:]); !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return nil, 0
	}
	first := firstWord(text[start:])
	if !n.firsts.mayHold("names", first) {
		return nil, 0
	}
	second := letterBehind(text, start, first)
	for _, s := range n.byFirst[first] {
		if second != 0 && len(s.text) > len(first)+1 && s.text[len(first)] == ' ' && s.text[len(first)+1] != second {
			continue // as most: its next word begins with another letter
		}
		if end := matchSpelling(text, start, s.text); end > 0 {
			return &n.names[s.name], end
		}
	}
	return nil, 0
}

// letterBehind returns the letter of ASCII that stands a space behind the word
// at start; 0 where there is none.
func letterBehind(text string, start int, word string) byte {
	i := start + len(word)
	if i+1 >= len(text) || text[i] != ' ' || !isLetter(text[i+1]) || text[i-1] == '.' {
		return 0
	}
	return text[i+1]
}

// matchSpelling returns where spelling, written at start, ends; 0 when it is
// not written there. Runs of white space are one space, dots are skipped.
func matchSpelling(text string, start int, spelling string) int {
	i, dotted := start, false
	for j := 0; j < len(spelling); {
		if i >= len(text) {
			return 0
		}
		if text[i] == spelling[j] && isLetter(text[i]) {
			i, j = i+1, j+1
			continue
		}
		if text[i] == '.' && i > start && isLetter(text[i-1]) {
			i++
			dotted = true
			continue
		}
		if spelling[j] == ' ' {
			k := i
			for k < len(text) && (text[k] == ' ' || text[k] == '\t' || strings.HasPrefix(text[k:], "\u00a0")) {
				k++
				if text[k-1] >= 0x80 {
					k++
				}
			}
			if k == i {
				return 0
			}
			i, j = k, j+1
			continue
		}
		if strings.HasPrefix(text[i:], "’") && spelling[j] == '\'' {
			i, j = i+len("’"), j+1
			continue
		}
		if text[i] != spelling[j] {
			return 0
		}
		i, j = i+1, j+1
	}
	if dotted && i < len(text) && text[i] == '.' && i >= 2 && text[i-2] == '.' {
		i++ // the last dot of "U.S." or "U.N."
	}
	if r, _ := utf8.DecodeRuneInString(text[i:]); i < len(text) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return 0
	}
	return i
}

// firstWord returns the leading letters and digits, dots between them left out.
func firstWord(text string) string {
	end, dots := 0, false
	for ; end < len(text); end++ {
		c := text[end]
		switch {
		case isLetter(c) || '0' <= c && c <= '9':
			continue
		case c == '.' && end+1 < len(text) && isLetter(text[end+1]):
			dots = true
			continue
		case c >= 0x80 && !strings.HasPrefix(text[end:], "’") && !strings.HasPrefix(text[end:], "\u00a0") && !strings.HasPrefix(text[end:], "—") && !strings.HasPrefix(text[end:], "–"):
			continue
		}
		if dots {
			return strings.ReplaceAll(text[:end], ".", "")
		}
		return text[:end]
	}
	if dots {
		return strings.ReplaceAll(text[:end], ".", "")
	}
	return text[:end]
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// fold writes a spelling in one way for looking it up.
func fold(s string) string {
	var room [48]byte
	if folded, plain := foldPlain(room[:0], s); plain {
		return string(folded)
	}
	return foldAny(s)
}

// foldAny is fold for any spelling.
func foldAny(s string) string {
	s = strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), "’", "'"))
	return strings.TrimPrefix(strings.Join(strings.Fields(s), " "), "the ")
}

// foldPlain is fold for a spelling in ASCII with single spaces, as most are; it
// appends to the room.
func foldPlain(room []byte, s string) (folded []byte, plain bool) {
	if len(s) > cap(room) {
		return nil, false
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf || c < ' ', c == ' ' && (len(room) == 0 || i == len(s)-1 || s[i+1] == ' ' || s[i+1] == '.'):
			return nil, false
		case c == '.':
		case 'A' <= c && c <= 'Z':
			room = append(room, c+'a'-'A')
		default:
			room = append(room, c)
		}
	}
	if len(room) > 4 && string(room[:4]) == "the " {
		room = room[4:]
	}
	return room, true
}
