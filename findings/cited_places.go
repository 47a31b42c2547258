package findings

import (
	"slices"
	"strings"
)

// reach is over how much the words around a number tell it: all of a land or of its parts, or one
// place or part alone.
type reach struct {
	all   string // "the three provinces", "nationwide"; "" for none
	every string // "all polling stations"; "" for none
	place string // "Arle airport", "the Capital region"; "" for none
	name  string // of the place
	seen  string // that only a part was looked at: "observed"; "" for none
	above bool   // a sentence before in the paragraph tells all of it
}

// reachOf reads over how much a figure is told: in its clause, and in the words of place that its sentence
// begins with.
func (v *View) reachOf(f *Figure) *reach {
	return f.reach.where(func() reach { return v.findReach(f) })
}

func (v *View) findReach(f *Figure) reach {
	clause := v.clauseText(f)
	if before, _ := v.around(f); len(before) > 0 {
		lead, _, found := strings.Cut(before, ",")
		first, _, _ := strings.Cut(lead, " ")
		if found && slices.Contains([]string{"In", "At", "Across", "Throughout"}, first) && !strings.ContainsAny(lead, "0123456789") && !strings.Contains(clause, lead) {
			clause = lead + " ; " + clause
		}
	}
	out := reachIn(clause)
	if out == (reach{}) {
		out.all = v.allOfLand(f, clause)
		if d := v.home(f).document; out.all == "" && d != nil && v.office(d.Publisher) && !v.namesPlace(f) {
			out.all = v.allAbove(f)
			out.above = out.all != ""
		}
	}
	return out
}

// allOfLand returns the words by which a text of an office of a land tells a number of all of that:
// "throughout Orvania"; "" for none.
func (v *View) allOfLand(f *Figure, words string) string {
	d := v.home(f).document
	if d == nil {
		return ""
	}
	_, land, found := strings.Cut(d.Publisher, " of ")
	if !found {
		_, land, found = strings.Cut(d.Publisher, ", ")
	}
	if at := strings.LastIndex(land, " of "); at >= 0 {
		land = land[at+len(" of "):]
	}
	if !found || land == "" || !strings.Contains(words, land) {
		return ""
	}
	for _, all := range []string{"throughout ", "across ", "all over ", "in the whole of ", "in all of "} {
		if strings.Contains(words, all+land) {
			return all + land
		}
	}
	return ""
}

// namesPlace reports whether the sentence of a number has a name behind "in" or "at", or speaks of a part of
// the land.
func (v *View) namesPlace(f *Figure) bool {
	words := wordsAt(v.sentenceText(f))
	for i := range words {
		if partOfLand(words[i].text) {
			return true
		}
		if i > 0 && (words[i-1].text == "in" || words[i-1].text == "at" || words[i-1].text == "from" || words[i-1].text == "for") && isName(words[i].raw) {
			return true
		}
	}
	return false
}

// allAbove returns the words by which a sentence before a number in its paragraph tells all of the land,
// where none in between names a place; "" for none.
func (v *View) allAbove(f *Figure) string {
	known := v.home(f)
	list := known.sentences()
	for i := known.sentenceAt(f.Claim.Number.Start); i > 0 && !strings.HasPrefix(list[i].text, "\n"); {
		i--
		sentence := list[i].text
		if all := reachIn(sentence); all.all != "" && all.place == "" {
			return all.all
		}
		if all := v.allOfLand(f, sentence); all != "" {
			return all
		}
		if words := wordsAt(sentence); slices.ContainsFunc(words, func(w word) bool { return partOfLand(w.text) }) {
			return ""
		}
	}
	return ""
}

func reachIn(clause string) reach {
	var out reach
	words := wordsAt(clause)
	lower := strings.ToLower(clause)
	for _, all := range []string{"nationwide", "countrywide", "throughout the country", "across the country", "all over the country", "in the whole country", "of the whole country", "in the entire country"} {
		if strings.Contains(lower, all) {
			out.all = all
		}
	}
	is := func(i int, list ...string) bool { return i < len(words) && slices.Contains(list, words[i].text) }
	for i := range words {
		switch {
		case is(i, "all", "the", "country's") && i+2 < len(words) && smallNumber(words[i+1].text) > 1:
			for j := i + 2; j < min(i+4, len(words)); j++ {
				if part := partOfLand(words[j].text); part && strings.HasSuffix(words[j].text, "s") && out.all == "" {
					out.all = clause[words[i].start:words[j].start] + words[j].text
				}
			}
		case is(i, "of") && is(i+1, "all") && i+2 < len(words):
			for j := i + 2; j < min(i+5, len(words)) && out.every == ""; j++ {
				if strings.HasSuffix(words[j].text, "s") {
					out.every = clause[words[i+1].start:words[j].start] + words[j].text
				}
			}
		case is(i, "observed", "visited", "inspected", "surveyed", "examined", "sampled", "audited") && i > 2 && slices.ContainsFunc(words[max(0, i-4):i-1], func(w word) bool { return w.text == "of" }) && strings.HasSuffix(words[i-1].text, "s"):
			out.seen = words[i].text
		case is(i, "of") && is(i+1, "the") && is(i+2, "capital", "capital's") && out.place == "" && i > 0 && peopleOf(words[i-1].text):
			out.place, out.name = "the capital", "capital"
		case i == 0 && is(i, "in") && is(i+1, "the") && is(i+2, "capital") && strings.Contains(clause, " ; "), is(i, "in") && is(i+1, "the") && is(i+2, "capital") && is(i+3, "alone"):
			out.place, out.name = "the capital", "capital"
		case is(i, "in", "at") && out.place == "":
			if out.place, out.name = placeAt(clause, words, i+1); slices.ContainsFunc(words[i:], func(w word) bool { return w.text == "said" || w.text == "says" || w.text == "told" }) {
				out.place = "" // where it was said
			}
		}
	}
	return out
}

// peopleOf reports whether a word is one for all who live somewhere.
func peopleOf(word string) bool {
	return slices.Contains([]string{"people", "inhabitants", "residents", "citizens", "households", "homes", "streets", "districts"}, word)
}

// partOfLand reports whether a word is one for what a land has several of.
func partOfLand(word string) bool {
	one := strings.TrimSuffix(word, "s")
	if stem, many := strings.CutSuffix(word, "ies"); many {
		one = stem + "y"
	}
	switch one {
	case "region", "district", "province", "city", "town", "valley", "county", "municipality", "port", "airport", "island", "village", "suburb", "borough", "harbour", "constituency":
		return true
	}
	return false
}

// placeAt reads one place that is no land: "the town of Arle", "Arle airport", "the Capital region",
// "Strand alone".
func placeAt(clause string, words []word, i int) (place, name string) {
	from := i
	if i < len(words) && words[i].text == "the" {
		i++
	}
	kind := false
	if i+1 < len(words) && partOfLand(words[i].text) && words[i+1].text == "of" && !strings.HasSuffix(words[i].text, "s") {
		kind, i = true, i+2
	}
	first := i
	for i < len(words) && isName(words[i].raw) {
		kind = kind || partOfLand(words[i].text)
		i++
		if last := words[i-1].raw; strings.TrimRight(last, ",.;:") != last {
			break
		}
	}
	if i == first {
		return "", ""
	}
	end := i
	if last := words[i-1].raw; strings.TrimRight(last, ",.;:") == last && i < len(words) {
		switch {
		case words[i].text == "alone" || words[i].text == "only":
			kind, end = true, i+1
		case partOfLand(words[i].text) && !strings.HasSuffix(words[i].text, "s"):
			kind, end = true, i+1
			if end < len(words) && words[end].text == "alone" {
				end++
			}
		case words[i].text == "and":
			return "", ""
		}
	}
	if !kind {
		return "", ""
	}
	return strings.TrimRight(clause[words[from].start:words[end-1].end], ",.;:"), strings.TrimRight(clause[words[first].start:words[i-1].end], ",.;:")
}

// otherReach says of how much each of two tellings is told, where one has a single place or part and the
// other all; "" otherwise.
func (v *View) otherReach(f, g *Figure) string {
	a, b := v.reachOf(f), v.reachOf(g)
	for _, pair := range [2][2]*reach{{a, b}, {b, a}} {
		one, all := pair[0], pair[1]
		switch {
		case one.place != "" && one.all == "" && all.all != "" && all.place == "" && !v.placeIsAll(f, g, one.name),
			one.seen != "" && one.every == "" && all.every != "" && all.seen == "":
			return "one is told " + a.told() + ", the other " + b.told()
		}
	}
	return ""
}

// told writes it as what a number is told of.
func (r *reach) told() string {
	if r.above {
		return "behind a sentence on " + quoted(r.words())
	}
	return "of " + quoted(r.words())
}

// words returns those that tell it.
func (r *reach) words() string {
	for _, words := range []string{r.all, r.every, r.place, r.seen} {
		if words != "" {
			return words
		}
	}
	return ""
}

// placeIsAll reports whether the sentence of one of two figures tells all of a place: "the five
// districts of the Mole valley".
func (v *View) placeIsAll(f, g *Figure, name string) bool {
	if name == "capital" {
		return false
	}
	for _, h := range []*Figure{f, g} {
		_, after, found := strings.Cut(v.sentenceText(h), "s of "+name)
		if !found {
			_, after, found = strings.Cut(v.sentenceText(h), "s of the "+name)
		}
		if found && !strings.HasPrefix(after, ",") && !strings.HasPrefix(after, " and ") {
			return true
		}
	}
	return false
}
