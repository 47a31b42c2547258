package findings

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// role is how a name stands in a sentence: as who does or is counted, as who receives, or
// as where it is.
type role int

const (
	doer role = iota
	receiver
	whereabouts
	roles
)

// roleOf returns the role that a preposition gives the name behind it.
func roleOf(word string) role {
	switch word {
	case "to", "for":
		return receiver
	case "in", "at", "on", "over", "across", "near", "around", "outside", "inside", "within", "throughout":
		return whereabouts
	}
	return doer
}

// nameInText is a name of a sentence, with where it stands.
type nameInText struct {
	name string
	at   int // in code points, within the text
	role role
}

// numberOfName is a number that its sentence gives to one name alone, in one role.
type numberOfName struct {
	figure *Figure
	name   string
}

// numbersOfNames returns the numbers of a text that their sentences give to one name in a
// role: the numbers and the names of that role follow on each other by turns.
func (v *View) numbersOfNames(known *knownDocument, in role) []numberOfName {
	return known.ofNames.get(func() *[roles][]numberOfName { return v.bindNames(known) })[in]
}

func (v *View) bindNames(known *knownDocument) *[roles][]numberOfName {
	out := &[roles][]numberOfName{}
	for i := 0; i < len(known.own); {
		begin, end := v.sentenceAround(known.own[i])
		j := i
		for j < len(known.own) && known.own[j].Claim.Number.Start < end && known.own[j].Claim.Number.Start >= begin {
			j++
		}
		list := known.own[i:max(j, i+1)]
		i = max(j, i+1)
		if len(list) > mostInSentence || list[0].Headline {
			continue
		}
		names := slices.DeleteFunc(namesOf(known.part(begin, end), begin), func(n nameInText) bool { return v.publishes(n.name) })
		if len(names) == 0 {
			continue
		}
		for len(list) > 0 { // figures of one unit and rate together
			var same, rest []*Figure
			for _, f := range list {
				switch a, b := f.Claim, list[0].Claim; {
				case f.Claim.Value == nil || f.Claim.Relative != nil: // takes no part
				case a.Unit == b.Unit && a.Per == b.Per && (money(&a) || v.Comparer.things.Same(a.Counted, b.Counted)):
					same = append(same, f)
				default:
					rest = append(rest, f)
				}
			}
			list = rest
			respectively := strings.Contains(known.part(begin, end), "respectively")
			for in := range roles {
				out[in] = append(out[in], byTurns(same, names, in, respectively)...)
			}
			if len(same) == 0 {
				break
			}
		}
	}
	return out
}

// mostInSentence is how many numbers a sentence may have to be looked at for names.
const mostInSentence = 12

// byTurns ties each number to a name of a role where names and numbers follow on each other
// by turns; "respectively" in the order of both.
func byTurns(list []*Figure, names []nameInText, in role, respectively bool) []numberOfName {
	var own []nameInText
	for _, n := range names {
		if n.role == in {
			own = append(own, n)
		}
	}
	if len(own) != len(list) || len(own) == 0 {
		return nil
	}
	first := own[0].at < list[0].Claim.Number.Start
	out := make([]numberOfName, 0, len(list))
	for i, f := range list {
		at := f.Claim.Number.Start
		turn := (own[i].at < at) == first
		if i+1 < len(list) {
			next := list[i+1].Claim.Number.Start
			turn = turn && (first && own[i+1].at > at || !first && own[i].at < next)
		}
		if !turn && !respectively {
			return nil
		}
		out = append(out, numberOfName{f, own[i].name})
	}
	return out
}

// namesOf returns the names in a sentence, in order; it begins at a place in its text.
func namesOf(sentence string, begin int) []nameInText {
	var out []nameInText
	var words []string // of the name that is being read
	var start int
	in, before := doer, ""
	flush := func() {
		if name := strings.Join(words, " "); len(words) > 0 && name != "" {
			out = append(out, nameInText{name, start, in})
		}
		words = nil
	}
	at := begin // of the byte i, in code points
	for i := 0; i < len(sentence); {
		first, size := utf8.DecodeRuneInString(sentence[i:])
		if !unicode.IsLetter(first) {
			if !unicode.IsSpace(first) {
				if first != '-' || len(words) == 0 {
					flush()
				}
				if strings.ContainsRune(",;:.()—–\"“”", first) {
					in = doer
				}
			}
			i, at = i+size, at+1
			continue
		}
		j, length := i, 0
		for _, r := range sentence[i:] {
			if !unicode.IsLetter(r) && r != '’' && r != '\'' && r != '-' {
				break
			}
			j, length = j+utf8.RuneLen(r), length+1
		}
		word := sentence[i:j]
		lower := strings.ToLower(word)
		switch {
		case unicode.IsUpper(first) && !notAName(word):
			if len(words) == 0 {
				start = at
				if before != "and" && before != "the" {
					in = roleOf(before)
				}
			}
			words = append(words, word)
		case len(words) > 0 && (word == "of" || word == "for" || word == "the") && nameFollows(sentence[j:]): // "Ministry of the Interior"
			words = append(words, word)
		default:
			flush()
			if lower != "the" && lower != "and" { // "to the Ministry", "in Lewen and Port Lasker"
				in = roleOf(lower)
			}
		}
		before, i, at = lower, j, at+length
	}
	flush()
	return out
}

// nameFollows reports whether a word with a capital letter follows, with at most "the" between.
func nameFollows(rest string) bool {
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, " "), "the ")
	first, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(first)
}

// notAName reports whether a word with a capital letter is none: a day, a month, or a word
// that begins a sentence.
func notAName(word string) bool {
	switch strings.ToLower(word) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december", "a", "an", "the", "this", "that", "these", "those", "he", "she",
		"it", "we", "they", "i", "so", "some", "about", "around", "more", "most", "all", "only", "in", "on",
		"at", "of", "to", "for", "from", "by", "with", "as", "according", "since", "until", "after", "before", "during",
		"over", "under", "there", "here", "now", "then", "still", "yet", "but", "and", "or", "when", "while", "if",
		"what", "who", "where", "how", "no", "not", "another", "other", "each", "every", "both", "many", "few", "several",
		"nearly", "almost", "roughly", "altogether", "together", "overall", "today", "yesterday", "tomorrow":
		return true
	}
	return false
}

// publishes reports whether a name is that of a publisher: it tells the numbers, and they are
// not of it.
func (v *View) publishes(name string) bool {
	return v.lookups.publishes.get(name, func() bool {
		for publisher := range v.outlets {
			if publisher != "" && nested(name, publisher) {
				return true
			}
		}
		return false
	})
}
