package findings

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/claims"
	"muster/interval"
)

// partList is a total with its parts.
type partList struct {
	total    *Figure
	parts    []*Figure
	summands []*Figure // see there
	inside   bool      // total and parts stand in one document
}

// lists returns the totals that parts are told for, in the order of the figures.
func (v *View) lists() []partList {
	return v.lookups.lists.get(v.findLists)
}

func (v *View) findLists() []partList {
	parts := map[string]*partList{}
	var same *partList // of the part before: most stand in a row
	for _, f := range v.Figures {
		if f.PartOf == "" || f.PartOf == f.ID {
			continue
		}
		if same == nil || same.parts[0].PartOf != f.PartOf {
			if same = parts[f.PartOf]; same == nil {
				same = &partList{}
				parts[f.PartOf] = same
			}
		}
		same.parts = append(same.parts, f)
	}
	out := make([]partList, 0, len(parts))
	if len(parts) == 0 {
		return out
	}
	for _, total := range v.Figures {
		list := parts[total.ID]
		if list == nil {
			continue
		}
		list.total, list.inside = total, true
		for _, f := range list.parts {
			list.inside = list.inside && f.Document == total.Document
		}
		if list.summands = summands(total, list.parts); v.unlikeKinds(total, list.summands) || v.closedNearby(total, list.summands) || v.partOfPart(list.summands) || v.toldOfAll(list.summands) || v.halfRead(total, list.summands) || v.goesOn(total, list.summands) || leadsOver(list.summands) || v.makesOneBefore(total, list.summands) || ladder(total, list.summands) {
			list.summands = nil
		}
		out = append(out, *list)
	}
	return out
}

// makesOneBefore reports whether a total and its parts together make the number told before
// them: "26 boats. Fourteen are the coastguard's, nine the customs', the remaining three ...".
func (v *View) makesOneBefore(total *Figure, parts []*Figure) bool {
	if total.Claim.Value == nil || slices.ContainsFunc(parts, func(p *Figure) bool { return p.Claim.Value == nil }) {
		return false
	}
	all := total.Claim.Value.Add(sumOf(parts))
	return slices.ContainsFunc(v.home(total).own, func(g *Figure) bool {
		if g != total && !slices.Contains(parts, g) && g.Claim.Value != nil && g.Claim.Value.Equal(sumOf(parts)) && g.Claim.Unit == total.Claim.Unit && v.sameSentence(g, total) {
			return true // "76,000 instead of 74,000 doses: 63,000 here and 13,000 there"
		}
		return g.Claim.Value != nil && g.Claim.Value.Equal(all) && g.Claim.Unit == total.Claim.Unit && g.Claim.Number.End <= total.Claim.Number.Start && between(g, total) < oneList
	})
}

// leadsOver reports whether a part is told as what something leads over: "over two of the
// seven bridges" is no bound.
func leadsOver(parts []*Figure) bool {
	return slices.ContainsFunc(parts, func(p *Figure) bool {
		return strings.HasPrefix(strings.ToLower(p.Claim.Number.Exact), "over ") && p.Claim.Value != nil && p.Claim.Value.Cmp(interval.Int(10)) < 0
	})
}

// ladder reports whether what seems a list tells how one matter went on: of those asked for,
// so many were approved, and of these so many have come; one hoped for so many and got so many.
func ladder(total *Figure, parts []*Figure) bool {
	has := func(in func(claims.Stage) bool) bool {
		return slices.ContainsFunc(parts, func(p *Figure) bool { return in(p.Claim.Stage) })
	}
	granted := func(s claims.Stage) bool { return s == claims.Approved }
	return wished(total.Claim.Stage) && has(granted) && has(happened) || len(parts) == 2 && has(hopedFor) && (has(granted) || has(happened))
}

func hopedFor(s claims.Stage) bool { return wished(s) || s == claims.Target }

// partOfPart reports whether one of some parts is told as the whole of another, "five of the
// six", or so many are told of each of several: "two each from Norland and Sudland".
func (v *View) partOfPart(parts []*Figure) bool {
	for i, p := range parts {
		known := v.home(p)
		if known == nil || p.Claim.Number.End < 0 {
			continue
		}
		if after, ok := known.between(p.Claim.Number.End, p.Claim.Number.End+len(" fewer than")); ok && (strings.HasPrefix(after, " more than") || strings.HasPrefix(after, " fewer than")) {
			return true // "105 contracts, nine more than the week before"
		}
		if after, ok := known.between(p.Claim.Number.End, p.Claim.Number.End+len(" each ")); ok && (strings.HasPrefix(after, " each") || strings.HasPrefix(after, " apie")) {
			return true
		}
		if i == 0 || parts[i-1].Document != p.Document || p.Claim.Number.Start-parts[i-1].Claim.Number.End > len(" of the planned ") {
			continue
		}
		if between, ok := known.between(parts[i-1].Claim.Number.End, p.Claim.Number.Start); ok && (strings.HasPrefix(between, " of the ") || strings.HasPrefix(between, " of its ") || strings.HasPrefix(between, " of their ")) {
			return true
		}
	}
	return false
}

// toldOfAll reports whether a list that names its whole in the middle, "sixty worked on the
// first farm, all on the second and 72 on the third", tells of the same ones again and again.
func (v *View) toldOfAll(parts []*Figure) bool {
	for i, p := range parts {
		if i == 0 || parts[i-1].Document != p.Document || between(parts[i-1], p) > oneList || between(parts[i-1], p) < 0 {
			continue
		}
		words := v.home(p).part(parts[i-1].Claim.Number.End, p.Claim.Number.Start)
		if holds(words, []string{", all ", ", and all ", " and all ", ", everybody ", ", every one "}) {
			return true
		}
	}
	return false
}

// overlapping reports whether some parts may hold the same ones: their text says so in this
// sentence or the next, or their shares make more than all there is.
func (v *View) overlapping(parts []*Figure) bool {
	last := parts[len(parts)-1]
	if slices.ContainsFunc([]string{v.sentenceText(last), v.sentenceTextAfter(last)}, func(sentence string) bool {
		return holds(strings.ToLower(sentence), []string{"overlap", "more than one", "counted twice", "added up", "added together", "at the same time", "in both", "several of these", "two or more", "mutually"})
	}) {
		return true
	}
	shares := interval.Int(0)
	for _, f := range v.home(last).own {
		if f.Claim.Unit == "percent" && f.Claim.Value != nil && f.Claim.Number.Start > parts[0].Claim.Number.Start && v.sameSentence(f, last) {
			shares = shares.Add(*f.Claim.Value)
		}
	}
	return shares.Cmp(interval.Int(110)) > 0
}

// halfRead reports whether a list that stays below its total stands in a sentence with a number
// that was not read as a figure: it may be one of its parts.
func (v *View) halfRead(total *Figure, parts []*Figure) bool {
	if len(parts) < 2 || total.Claim.Value == nil || slices.ContainsFunc(parts, func(p *Figure) bool { return p.Claim.Value == nil || p.Document != total.Document }) || sumOf(parts).Cmp(*total.Claim.Value) >= 0 {
		return false
	}
	begin, end := v.sentenceAround(parts[0])
	end = max(end, parts[len(parts)-1].Claim.Number.End) // the list may go on in other sentences
	words := v.home(total).part(begin, end)
	return slices.ContainsFunc(wordsAt(words), func(w word) bool {
		if !countsSome(strings.Trim(w.raw, ",.;:()")) {
			return false
		}
		from := begin + utf8.RuneCountInString(words[:w.start])
		return !v.inFigure(total.Document, from) && !(unicode.IsDigit(rune(w.raw[0])) && inDate(v.home(total).part(from-12, from+utf8.RuneCountInString(w.raw)+12)))
	})
}

// goesOn reports whether a list that stays below its total ends with what is not counted: "31
// lorries, 18 vans and other machines".
func (v *View) goesOn(total *Figure, parts []*Figure) bool {
	if len(parts) < 2 || total.Claim.Value == nil || slices.ContainsFunc(parts, func(p *Figure) bool { return p.Claim.Value == nil }) || sumOf(parts).Cmp(*total.Claim.Value) >= 0 {
		return false
	}
	_, after := v.around(parts[len(parts)-1])
	words := strings.Fields(after)
	at := slices.Index(words[:min(len(words), 5)], "and")
	return at >= 0 && at+1 < len(words) && slices.Contains([]string{"other", "others", "more", "some", "many", "various", "further"}, unmarked(words[at+1]))
}

// countsSome reports whether a word is a small number, in figures of at most three digits or
// in words.
func countsSome(word string) bool {
	if word != "" && len(word) <= 3 && strings.Trim(word, "0123456789") == "" {
		return true
	}
	return slices.Contains([]string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen"}, strings.ToLower(word))
}

// inDate reports whether the words around a number name a month.
func inDate(around string) bool {
	return slices.ContainsFunc(strings.Split(monthNames, "|"), func(month string) bool { return strings.Contains(around, month[:3]) })
}

// inFigure reports whether a place of a text belongs to a figure.
func (v *View) inFigure(document string, at int) bool {
	return slices.ContainsFunc(v.own(document), func(f *Figure) bool {
		return at >= min(f.Claim.Number.Start, f.Claim.Quote.Start) && at < max(f.Claim.Number.End, f.Claim.Quote.End)
	})
}

// unlikeKinds reports whether one list tells parts of what its total counts beside some of
// another kind: 5,000 people, 70 aircraft and 8,000 people make no sum.
func (v *View) unlikeKinds(total *Figure, parts []*Figure) bool {
	things := v.Comparer.things
	head, _ := v.Comparer.head(total.Claim.Counted)
	alike, unlike := false, false
	for _, f := range parts {
		there, _ := v.Comparer.head(f.Claim.Counted)
		alike = alike || there == head
		unlike = unlike || there != "" && head != "" && things.Known(there) && things.Known(head) && !things.Same(there, head) && !(things.People(there) && things.People(head))
	}
	return alike && unlike
}
