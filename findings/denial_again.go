package findings

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// toldAgain returns the tellings of later days that tell as done what a denial that
// names no figure denies, one a document: the same number and thing, in words that
// are near enough to those denied, in a text that does not speak of the denial. What
// is laid to who denies it may be of the same day, and a plan.
func (v *View) toldAgain(denial *Figure) []*Figure {
	var out []*Figure
	if denial.Denies != "" || denial.Headline || denial.Claim.Value == nil {
		return nil
	}
	var words map[string]bool
	for _, f := range v.sameNumber(denial) {
		if f.Headline || !v.tellsDenied(f, denial) || !saysNo(v.Comparer.things, denial.Claim, f.Claim, v.leastDenied(f, denial)) ||
			!v.after(f, denial) && !(v.laidTo(f, denial) && v.day(f) == v.day(denial)) || daysApart(v.day(f), v.day(denial)) > longestTold ||
			v.speaksOf(f) || v.answered(f) || v.laidToOthers(f, denial) || v.inDoubt(f) || v.ofAnotherMatter(f, denial) || v.confirmed(f, denial) {
			continue
		}
		if words == nil {
			words = v.wordsBeside(denial)
		}
		beside := v.wordsBeside(f)
		shared := origins.SharedWords(words, beside)
		if v.befellAlike(f, denial) {
			shared++ // "have gone missing" and "vanished" share no word
		}
		enough := enoughWords
		if v.toldBefore(denial) { // its text tells the number of something else too
			enough = max(enoughWords, v.sharedWithTrue(denial, beside)) + 1
		} else if significant(*f.Claim.Value) > 1 {
			enough-- // a number that is not round seldom recurs by chance
		}
		if v.oneReport(f, denial) || v.laidTo(f, denial) && significant(*f.Claim.Value) < 2 || v.leastDenied(f, denial) < leastTold {
			enough--
		}
		if shared >= enough && !slices.ContainsFunc(out, func(g *Figure) bool { return g.Document == f.Document }) {
			out = append(out, f)
		}
	}
	return out
}

// inDoubt reports whether the sentence of a figure does not tell it as so, as a question, a
// condition, a fear or a rumour, or the next one has none of it.
func (v *View) inDoubt(f *Figure) bool {
	d, own := v.denied(), v.sentenceText(f)
	before, _ := v.around(f)
	return strings.Contains(own, "?") || d.in("provided", before) || d.in("doubt", own) || d.in("none", own) || d.in("none", v.sentenceBehind(f))
}

// ofAnotherMatter reports whether a telling of the number and thing of a denial is of something
// else by the words of its sentence: what befell them, an earlier year, a time behind the denial, or another
// number of that thing that stands between.
func (v *View) ofAnotherMatter(f, denial *Figure) bool {
	if v.ofAnotherYear(f) && !v.ofAnotherYear(denial) || !besideNumber(&f.Claim) && v.besideAnother(f) {
		return true
	}
	if about := f.Claim.About; about != nil && about.From > v.day(denial) && !wished(denial.Claim.Stage) && denial.Claim.Act == claims.Deny {
		return true // nobody had denied what came later
	}
	x, y := v.fates(f), v.fates(denial)
	return x != 0 && y != 0 && x&y == 0
}

// befellAlike reports whether one thing befell those counted by two texts, in whatever words.
func (v *View) befellAlike(f, denial *Figure) bool { return v.fates(f)&v.fates(denial) != 0 }

// fates returns what the sentence of a figure tells to have befallen somebody, a bit for each
// family of words.
func (v *View) fates(f *Figure) uint32 {
	sentence, d := v.sentenceText(f), v.denied()
	out := uint32(0)
	for i, fate := range fates {
		if d.in(fate, sentence) {
			out |= 1 << i
		}
	}
	return out
}

// fates are the kinds of denied.txt that tell what befell those counted.
var fates = [...]string{"death", "hurt", "sick", "gone", "taken", "sold", "quit", "sacked", "refused", "fled", "shut", "caught", "ruined", "hired", "bought", "ousted"}

// confirmed reports whether what was denied has been told as so since by the one who denied it, by an office, or by a
// text that has it from one who found or owned it.
func (v *View) confirmed(f, denial *Figure) bool {
	return slices.ContainsFunc(v.sameNumber(denial), func(g *Figure) bool {
		if g.Document == f.Document || g.Document == denial.Document || g.Claim.Act == claims.Deny || g.Headline || !v.after(g, denial) || !v.mayBeOneThing(g, denial) || v.answered(g) {
			return false
		}
		publisher := v.home(g).document.Publisher
		return v.Comparer.names.Same(publisher, v.home(denial).document.Publisher) && !v.after(g, f) || v.office(publisher) || v.denied().in("owned", v.sentenceText(g))
	})
}

// speaksOf reports whether a text tells that somebody denies what a figure tells: within two sentences
// of it, or where it has its number or noun.
func (v *View) speaksOf(f *Figure) bool {
	if !v.speaksOfDenial(f.Document) {
		return false
	}
	list, first, last := v.sentencesOf(f)
	number, noun := strings.ToLower(f.Claim.Number.Exact), origins.Head(f.Claim.Counted)
	for i, s := range list {
		text := strings.ToLower(s.text)
		if (i >= first-2 && i <= last+2 || strings.Contains(text, number) || noun != "" && strings.Contains(text, noun)) && v.hasDenial(text) {
			return true
		}
	}
	return false
}

// oneReport reports whether a telling names the report that is denied: both name one
// source besides the denier.
func (v *View) oneReport(f, denial *Figure) bool {
	denier := whoDenies(denial).Name
	return slices.ContainsFunc(v.chain(denial), func(d claims.Hop) bool {
		return d.Name != denier && d.Kind != claims.Anonymous && slices.ContainsFunc(v.chain(f), func(h claims.Hop) bool { return v.Comparer.names.Same(h.Name, d.Name) })
	})
}

// leastTold is the least number that is no everyday number.
const leastTold = 20

// leastDenied returns how small a number may be for a telling to be of what was
// denied: any of several where it names the text with the denial as its source, and
// the same befell those counted, or where the same befell them at one place, and nobody else tells it.
func (v *View) leastDenied(f, denial *Figure) int64 {
	if word := v.wordBehind(f); v.cites(f, denial.Document) && (word != "" && word == v.wordBehind(denial) || wished(denial.Claim.Stage) && f.Claim.Value.Cmp(interval.Int(2)) > 0 && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(denial)) > 1) {
		return 2
	}
	if f.Claim.Value.Cmp(interval.Int(leastTold)) < 0 && besideNumber(&f.Claim) && besideNumber(&denial.Claim) && v.befellAlike(f, denial) && v.sharesName(f, denial) && !v.toldBefore(denial) && !v.thirdTells(f, denial) {
		return 2
	}
	return leastTold
}

// sharesName reports whether the sentences of two figures have a name in common: a word with a
// capital letter, not the first one, that may be a name.
func (v *View) sharesName(f, g *Figure) bool {
	there := v.sentenceText(g)
	for i, word := range strings.Fields(v.sentenceText(f)) {
		word = strings.Trim(word, ".,;:!?\"“”'’()")
		if first, _ := utf8.DecodeRuneInString(word); i == 0 || !unicode.IsUpper(first) || len(word) < 3 || notAName(word) {
			continue
		}
		if at := strings.Index(there, word); at > 0 && !letterAt(there, at+len(word)) {
			return true
		}
	}
	return false
}

// thirdTells reports whether a third text tells the number of a denial of the same thing as so.
func (v *View) thirdTells(f, denial *Figure) bool {
	return slices.ContainsFunc(v.sameNumber(denial), func(g *Figure) bool {
		return g.Document != f.Document && g.Document != denial.Document && g.Claim.Act != claims.Deny && g.Claim.Counted != "" && v.Comparer.things.Same(g.Claim.Counted, denial.Claim.Counted) && v.befellAlike(g, denial) && !v.answered(g)
	})
}
