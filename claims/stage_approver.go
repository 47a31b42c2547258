package claims

import "strings"

// approver returns who approves, has approved or has to: "by the Defense
// Department", or the subject of "approved".
func (f *told) approver(text string) string {
	switch f.draft.figure.Stage {
	case Pending, Approved, Refused:
	default:
		return ""
	}
	for k := range f.groups {
		g := &f.groups[k]
		if g.class != approveClass && g.class != refuseClass {
			continue
		}
		if g.passive || g.participle && !g.finite {
			if by := f.afterTime(g.last + 1); f.at(by).is("by") {
				return f.nameFrom(text, by+1)
			}
			continue
		}
		if name := f.nameBefore(text, g.first); name != "" {
			return name
		}
	}
	for i := range f.words {
		class, found := f.lists.noun(f.at(i).lower)
		if found && class == approveClass {
			if f.at(i+1).is("from", "by", "of") {
				return f.nameFrom(text, i+2)
			}
			if f.at(i-1).tag == "POS" {
				return f.nameBefore(text, i-1)
			}
		}
	}
	return ""
}

// nameFrom returns the noun phrase that starts at word i, without determiner.
func (f *told) nameFrom(text string, i int) string {
	for f.at(i).tag == "DT" || f.at(i).tag == "PRP$" {
		i++
	}
	last := i - 1
	for j := i; j < len(f.words); j++ {
		w := f.at(j)
		joins := (w.is("of", "and", "&", "for") || w.tag == "POS") && f.at(j+1).tag == "NNP" && f.at(i).tag == "NNP"
		if !strings.HasPrefix(string(w.tag), "NN") && w.tag != "JJ" && !joins {
			break
		}
		last = j
	}
	if last < i {
		return ""
	}
	return text[f.words[i].start:f.words[last].end]
}

// longestAside is how many words between commas may say more of a name.
const longestAside = 14

// whenWord reports whether the word belongs to a time beside a verb: "on Wednesday",
// "last week", "11 March".
func (w *clauseWord) whenWord() bool {
	return isTimeWord(w.lower) || w.is("week", "month", "year", "weekend") || w.tag == "CD"
}

// beforeTime returns where a time begins that ends before word i: "the council {on
// Wednesday} approved"; i where none does.
func (f *told) beforeTime(i int) int {
	at := i
	for at > 1 && f.at(at-1).whenWord() {
		at--
	}
	if at == i || at == i-1 && f.at(at).tag == "CD" {
		return i
	}
	for at > 1 && f.at(at-1).is("on", "late", "early", "last", "this", "in") {
		at--
	}
	return at
}

// afterTime returns the word behind a time at word i, i itself where there is none.
func (f *told) afterTime(i int) int {
	at := i
	for f.at(at).is("on", "late", "early", "last", "this") {
		at++
	}
	k := at
	for f.at(k).whenWord() {
		k++
	}
	if k == at {
		return i
	}
	return k
}

// nameBefore returns the noun phrase that ends before word i.
func (f *told) nameBefore(text string, i int) string {
	i = f.beforeTime(i)
	if f.at(i-1).lower == "," { // "the fund, set up in 2019, approved"
		for k := i - 2; k > 0 && k > i-longestAside; k-- {
			if f.at(k).lower == "," {
				i = k
				break
			}
		}
	}
	first := i
	for j := i - 1; j >= 0; j-- {
		w := f.at(j)
		if w.tag == "RB" && first == i {
			i--
			first = i
			continue
		}
		joins := w.is("of") && first < i && f.at(first).tag == "NNP" && f.at(j-1).tag == "NNP" || w.tag == "POS"
		if !strings.HasPrefix(string(w.tag), "NN") && w.tag != "JJ" && !joins {
			break
		}
		first = j
	}
	if first >= i {
		return ""
	}
	return text[f.words[first].start:f.words[i-1].end]
}
