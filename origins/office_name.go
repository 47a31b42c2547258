package origins

import (
	"slices"
	"strings"
)

// office is the name of an office taken apart. The order of its parts says nothing:
// "Ruritania's Interior Ministry", "Ministry of the Interior of Ruritania" and
// "Ruritania Ministry of Interior" are all the ministry with both words.
type office struct {
	kind  string
	parts [][]string // what stands before the kind, and after each "of", "for", "on" and "and"
	own   bool       // of the list of names, and known to be no short form of another's
}

// kindsOfOffices holds the words of offices.txt, each with the first of its line.
// A kind with a star needs more than its word.
type kindsOfOffices map[string]string

func newKindsOfOffices() kindsOfOffices {
	kinds := kindsOfOffices{}
	for _, line := range strings.Split(officesFile, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		for _, word := range words {
			kinds[strings.TrimSuffix(word, "*")] = words[0]
		}
	}
	return kinds
}

// parse takes a name apart; false where it is of none of the kinds, or an outlet's:
// "Inner Sea News Agency".
func (kinds kindsOfOffices) parse(name string) (office, bool) {
	if body, land, found := strings.Cut(name, ", "); found && !strings.Contains(land, ",") && !strings.Contains(land, " and ") && land != strings.ToLower(land) {
		name = body + " of " + land // "Mine Action Centre, Norland"
	}
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(name, "’", "'")))
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	for i, word := range words { // "Mine Action Centre, Karsovia"
		if kind, found := strings.CutSuffix(word, ","); found && kinds[kind] != "" && i+1 < len(words) {
			words = slices.Concat(words[:i], []string{kind, "of"}, words[i+1:])
			break
		}
	}
	at := -1
	for i, word := range words {
		if kinds[word] != "" && (i == len(words)-1 || joins(words[i+1]) || word == "mission" && words[i+1] == "in") {
			at = i
			break
		}
	}
	if at < 0 || slices.ContainsFunc(words[:at], notOfAName) {
		return office{}, false // "figures from the Interior Ministry", "the 40 buses the ministry"
	}
	o := office{kind: kinds[words[at]]}
	var part []string
	end := func() {
		if len(part) > 0 {
			o.parts = append(o.parts, part)
			part = nil
		}
	}
	for i, word := range words {
		switch owner, found := strings.CutSuffix(word, "'s"); {
		case i == at, joins(word), word == "and", word == "&", word == "in" && i == at+1:
			end()
		case word == "the":
		case found, strings.HasSuffix(word, "s'"):
			part = append(part, strings.TrimSuffix(owner, "'"))
			end()
		default:
			part = append(part, word)
		}
	}
	end()
	if len(o.parts) == 0 && strings.HasSuffix(o.kind, "*") {
		return office{}, false
	}
	return o, !slices.ContainsFunc(o.parts, func(part []string) bool { return slices.Contains(ofOutlets(), part[len(part)-1]) })
}

// notOfAName reports whether a word before the kind shows that it is no name.
func notOfAName(word string) bool {
	return headEnds(word) || word == "the" || word[0] >= '0' && word[0] <= '9'
}

// joins reports whether a word after the kind leads to the field or to whose it is.
func joins(word string) bool { return word == "of" || word == "for" || word == "on" }

// ofOutlets returns the words before "agency" or "service" that make it an outlet.
func ofOutlets() []string { return []string{"news", "press", "wire", "media", "broadcasting"} }

// covers reports whether the name of an office may be told as a shorter one: every
// word of the shorter is in it, and what is left out is a whole part or stands in
// front, as lands do. "Ministry of Trade" is no short form of Ministry of Foreign
// Affairs and never that of a ministry of "trade unions".
func (o office) covers(short office) bool {
	if o.kind != short.kind {
		return false
	}
	var wanted []string
	for _, part := range short.parts {
		wanted = append(wanted, part...)
	}
	for _, part := range o.parts {
		told := false
		for _, word := range part {
			at := slices.IndexFunc(wanted, func(w string) bool { return oneWord(w, word) })
			switch {
			case at >= 0:
				told = true
				wanted = slices.Delete(wanted, at, at+1)
			case told:
				return false
			}
		}
	}
	return len(wanted) == 0
}

// oneWord reports whether two words of names are one in another form: "Ruritania"
// and "Ruritanian", "defence" and "defense", "road" and "roads".
func oneWord(a, b string) bool {
	if a == b {
		return true
	}
	const stem = 4
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= stem && (wordEnds(a[n:], b[n:]) || wordEnds(b[n:], a[n:]))
}

// wordEnds reports whether one word may end so where another ends so.
func wordEnds(a, b string) bool {
	switch a {
	case "":
		return slices.Contains([]string{"n", "s", "an", "ian", "ese", "i", "al"}, b)
	case "a", "e", "o", "y", "ia", "land":
		return slices.Contains([]string{"n", "an", "ian", "ean", "ese", "ish", "ic", "i"}, b)
	case "s":
		return b == "al" || b == "c" // "statistics", "statistical"; "defense", "defence"
	case "se":
		return b == "ce"
	}
	return false
}
