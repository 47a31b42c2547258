package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bodiesMet are the bodies of a document that are on no list, and the short
// forms it gives to bodies: "Office of Harbours (OH)", "Dorvik" for "Dorvik Lines".
type bodiesMet []bodyMet

type bodyMet struct {
	word string // that stands for the body
	name *Name
}

// manyBodies bounds the look-up of short forms.
const manyBodies = 60

func (b *bodiesMet) add(word string, name *Name) {
	if len(*b) < manyBodies {
		*b = append(*b, bodyMet{word, name})
	}
}

func (b bodiesMet) named(word string) *Name {
	for _, met := range b {
		if met.word == word {
			return met.name
		}
	}
	return nil
}

// longest returns the longest of them that is written at start, and where it
// ends; 0 for none.
func (b bodiesMet) longest(text string, start int) (name *Name, end int) {
	for i := range b {
		word := b[i].word
		if word[0] != text[start] || start+len(word) <= end || !strings.HasPrefix(text[start:], word) {
			continue
		}
		if after, _ := utf8.DecodeRuneInString(text[start+len(word):]); unicode.IsLetter(after) || unicode.IsDigit(after) {
			continue
		}
		name, end = b[i].name, start+len(word)
	}
	return name, end
}

// unlisted returns the body of the document with this name; a state's Guard is
// a National Guard, and a county is a place.
func (b *bodiesMet) unlisted(text string, names *Names) *Name {
	if name := b.named(text); name != nil {
		return name
	}
	name := &Name{Short: text, Kind: Organisation}
	if state, guard := strings.CutSuffix(text, " Guard"); guard {
		if known, found := names.ByName(state + " National Guard"); found {
			name = &known
		}
	}
	switch lastWord(text) {
	case "County", "Parish", "Province":
		name.Place = true
	}
	b.add(text, name)
	first, rest, _ := strings.Cut(text, " ")
	if _, known := names.ByName(first); !known && utf8.RuneCountInString(first) > 3 && rest != "" && !strings.Contains(rest, " ") && !name.Place {
		b.add(first, name) // "Dorvik" for "Dorvik Lines"
	}
	return name
}

// spokenFor returns the bodies on no list that make statements in the text, or
// that a noun beside their name tells to be bodies.
func (t *testimony) spokenFor() bodiesMet {
	var met bodiesMet
	tried := map[string]bool{} // each is looked for in the whole text
	for _, s := range t.statements {
		for _, h := range s.hops {
			if h.Kind == Organisation && !tried[h.Name] && len(met) < manyBodies {
				tried[h.Name] = true
				met.meet(h.Name, t.text, t.names)
			}
		}
	}
	return met
}

// meet adds a name that is written in the text and on no list.
func (b *bodiesMet) meet(name, text string, names *Names) {
	first, _ := utf8.DecodeRuneInString(name)
	if !unicode.IsUpper(first) || b.named(name) != nil || strings.Contains(name, ",") || strings.Contains(name, " and ") || !strings.Contains(text, name) {
		return
	}
	if _, known := names.ByName(name); known || !isNameInside(name, text) {
		return
	}
	if start := strings.Index(text, name); start >= 0 {
		if _, end := names.longest(text, start); end > 0 {
			return // "Ruritania's foreign ministry"
		}
	}
	b.unlisted(name, names)
}

// isNameInside reports whether the words are a name: the last is capitalised,
// and a single one somewhere else than where a sentence begins.
func isNameInside(name, text string) bool {
	last := lastWord(name)
	if capital, _ := utf8.DecodeRuneInString(last); !unicode.IsUpper(capital) {
		return false
	}
	if last != name {
		return true
	}
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return false
		}
		from += i + len(name)
		before := strings.TrimRight(text[:from-len(name)], " ")
		if strings.HasSuffix(before, " the") || strings.HasSuffix(before, "The") {
			continue // "the Opposition"
		}
		if end, _ := utf8.DecodeLastRuneInString(before); end == ',' || unicode.IsLower(end) || end == '(' {
			return true
		}
	}
}

// countries adds the countries on no list: "Ruritania's prime minister said".
func (b *bodiesMet) countries(text string, sentences []sentence, words *quantityWords, names *Names, isPerson func(string) bool) {
	for _, s := range sentences {
		for i := 1; i+1 < len(s.Words); i++ {
			w, before, next := &s.Words[i], &s.Words[i-1], &s.Words[i+1]
			if w.Tag != "POS" || before.Tag != "NNP" || !words.in("ruling", next.Lower) {
				continue
			}
			if i > 1 && (s.Words[i-2].Tag == "NNP" || s.Words[i-2].Lower == "the") {
				continue
			}
			word := before.In(text)
			first, _ := utf8.DecodeRuneInString(word)
			if !unicode.IsUpper(first) || utf8.RuneCountInString(word) < 4 || isPerson(word) || b.named(word) != nil {
				continue
			}
			if _, known := names.ByName(word); !known {
				b.add(word, &Name{Short: word, Kind: Organisation, Place: true})
			}
		}
	}
}

// employers adds the bodies on no list whose name stands right before words for
// their people or their head, or right after what they are: "Dorvik Energy
// employees", "Dorvik CEO Ada Moss", "the airline Dorvik".
func (b *bodiesMet) employers(text string, sentences []sentence, words *quantityWords, names *Names, isPerson func(string) bool) {
	tried := map[string]bool{} // each is looked for in the whole text
	for _, s := range sentences {
		capital := func(i int) bool {
			return i >= 0 && i < len(s.Words) && (s.Words[i].Tag == "NNP" || s.Words[i].Tag == "NN") && isCapital(s.Words[i].In(text))
		}
		for i := range s.Words {
			first, last := i, i-1
			switch word := &s.Words[i]; {
			case capital(i-1) && words.in("retinue", word.Lower):
				for capital(first - 1) {
					first--
				}
			case (capital(i+1) || capital(i+2) && s.Words[i+1].Lower == ",") && words.in("firms", word.Lower) && !isCapital(word.In(text)):
				if first = i + 1; !capital(first) {
					first++
				}
				for last = first - 1; capital(last + 1); last++ {
				}
			}
			if last < first || last-first > 3 || len(*b) >= manyBodies {
				continue
			}
			name := text[s.Words[first].Start:s.Words[last].End]
			if tried[name] {
				continue
			}
			tried[name] = true
			if _, known := names.longest(text, s.Words[first].Start); known > 0 || b.named(name) != nil || first == last && (isPerson(name) || !isNameInside(name, text)) {
				continue
			}
			b.unlisted(name, names)
		}
	}
}

func isCapital(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}
