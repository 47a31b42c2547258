package findings

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// replacement is a text's own word that one number takes the place of an earlier
// one: "45, and not 60 as it had said earlier".
type replacement struct {
	old, now           *Figure // one and the same where a figure tells both: "from 600 to 800"
	oldValue, nowValue interval.Number
}

// replacements returns what the texts themselves tell as replaced.
func (v *View) replacements() []replacement { return v.allReplaced().list }

// replacements are those of a state, with the IDs of the figures that their text tells as
// replaced.
type replacements struct {
	list []replacement
	ids  map[string]bool
}

func (v *View) allReplaced() replacements {
	return v.lookups.replaced.get(func() replacements {
		out := replacements{v.findReplacements(), map[string]bool{}}
		for _, r := range out.list {
			if r.old != r.now {
				out.ids[r.old.ID] = true
			}
		}
		return out
	})
}

func (v *View) findReplacements() []replacement {
	hints := hints()
	var out []replacement
	for i := range v.State.Documents {
		d := &v.State.Documents[i]
		own := v.own(d.ID)
		if len(own) == 0 || !holds(d.Text, hints) {
			continue
		}
		words := v.replacedWords()
		for _, f := range own {
			if f.Headline {
				continue
			}
			if r, ok := v.replaced(words, own, f); ok {
				out = append(out, r)
			}
		}
	}
	return out
}

// replaced reads the words around one figure: whether it is the older number, and
// which takes its place.
func (v *View) replaced(words *replacedWords, own []*Figure, f *Figure) (replacement, bool) {
	begin, end := v.sentenceAround(f)
	if f.Claim.Number.Start < begin || f.Claim.Number.End > end {
		return replacement{}, false
	}
	before, after := v.around(f)
	if strings.HasPrefix(after, " more than ") || strings.HasPrefix(after, " fewer than ") || strings.HasPrefix(after, " less than ") {
		return v.beyond(words, own, f, begin, after)
	}
	if !mayBeOlder(before) && !words.wrong.MatchString(after) && !strings.HasPrefix(f.Claim.Number.Exact, "from") {
		return replacement{}, false
	}
	if m := words.from.FindStringSubmatch(f.Claim.Number.Exact); m != nil && f.Claim.Unit == "" {
		was, errA := interval.Parse(strings.ReplaceAll(m[1], ",", ""))
		now, errB := interval.Parse(strings.ReplaceAll(m[2], ",", ""))
		told := words.revised.MatchString(before+"from ") || words.offer.MatchString(before+"from ")
		return replacement{f, f, was, now}, errA == nil && errB == nil && told
	}
	if f.Claim.Value == nil || f.Claim.Relative != nil {
		return replacement{}, false
	}
	if now := v.rightNumber(words, own, f, before, after); now != nil {
		return replacement{f, now, *f.Claim.Value, *now.Claim.Value}, true
	}
	earlier := false
	switch {
	case words.version.MatchString(before) && (words.right.MatchString(before) || strings.ContainsAny(behindPhrase(before, words.version.FindString(before)), "0123456789")):
		return replacement{}, false // "an earlier version said 870; the correct number is 780"
	case words.version.MatchString(before):
		if now := v.nowTold(own, f); now != nil {
			return replacement{f, now, *f.Claim.Value, *now.Claim.Value}, true
		}
		return replacement{}, false
	case words.upFrom.MatchString(before) && (words.announced.MatchString(after) || words.restates.MatchString(before)):
	case words.upFrom.MatchString(before) && f.Claim.Act == claims.Plan && words.alone.MatchString(after), words.beyondThe.MatchString(before) && words.announced.MatchString(after):
	case words.before.MatchString(before) && !words.replaces.MatchString(before+" "+after):
		return replacement{}, false // that there was an earlier number does not say what took its place
	case words.before.MatchString(before), words.revised.MatchString(before), words.offer.MatchString(before), words.not.MatchString(before) && (words.notAfter.MatchString(after) || words.corrects.MatchString(before)):
	case words.had.MatchString(before) && !strings.Contains(before, " not "):
		earlier = true // only where the other is told as the corrected one
	default:
		return replacement{}, false
	}
	var now *Figure
	for _, g := range own {
		from, _ := v.sentenceAround(g)
		if g == f || g.Headline || g.Claim.Value == nil || g.Claim.Unit != f.Claim.Unit || g.Claim.Per != f.Claim.Per || g.Claim.Relative != nil || g.Claim.Value.Equal(*f.Claim.Value) || v.isDifference(g) {
			continue
		}
		if !v.Comparer.things.Same(g.Claim.Counted, f.Claim.Counted) || passed(f.Claim.Stage) && wished(g.Claim.Stage) {
			continue // what is wished for takes the place of nothing that was done
		}
		sentence := v.home(g).part(from, g.Claim.Number.Start)
		switch {
		case from == begin && !earlier, from <= begin && g.Claim.Number.Start < f.Claim.Number.Start && begin-g.Claim.Number.End < reachBack && words.corrected.MatchString(sentence):
		case from < begin && !earlier && begin-g.Claim.Number.End < reachBack && strings.Contains(strings.ToLower(before), "replac"):
		default:
			continue
		}
		if now == nil || between(g, f) < between(now, f) {
			now = g
		}
	}
	if now == nil {
		return replacement{}, false
	}
	return replacement{f, now, *f.Claim.Value, *now.Claim.Value}, true
}

// beyond reads an older number from how far the one before is beyond it: "10,100 officers,
// 700 more than it announced". What was done takes the place of no plan.
func (v *View) beyond(words *replacedWords, own []*Figure, by *Figure, begin int, after string) (replacement, bool) {
	if by.Claim.Value == nil || by.Claim.Relative != nil || !words.beyond.MatchString(after) {
		return replacement{}, false
	}
	var now *Figure
	for _, g := range own {
		c := &g.Claim
		if c.Number.Start >= begin && c.Number.End < by.Claim.Number.Start && c.Value != nil && c.Relative == nil && (c.Unit == by.Claim.Unit || !besideNumber(&by.Claim)) && (c.Act == claims.Plan || strings.Contains(v.sentenceText(g), " will ")) && c.Value.Cmp(*by.Claim.Value) > 0 {
			now = g
		}
	}
	if now == nil {
		return replacement{}, false
	}
	was := now.Claim.Value.Sub(*by.Claim.Value)
	if !strings.HasPrefix(after, " more") {
		was = now.Claim.Value.Add(*by.Claim.Value)
	}
	return replacement{now, now, was, *now.Claim.Value}, true
}

// isDifference reports whether a number only says by how much another differs: "700 more than".
func (v *View) isDifference(f *Figure) bool {
	_, after := v.around(f)
	return holds(after[:min(len(after), len(" fewer than"))], []string{" more than", " fewer than", " less than"})
}

// nowTold returns what a text tells now where a note says what an earlier version
// of it told: the one number of the same thing.
func (v *View) nowTold(own []*Figure, old *Figure) *Figure {
	head, _ := v.Comparer.head(old.Claim.Counted)
	var now *Figure
	for _, g := range own {
		there, _ := v.Comparer.head(g.Claim.Counted)
		if g == old || g.Headline || g.Claim.Value == nil || head == "" || there != head || g.Claim.Unit != old.Claim.Unit || g.Claim.Per != old.Claim.Per || g.Claim.Value.Equal(*old.Claim.Value) {
			continue
		}
		if now != nil && !now.Claim.Value.Equal(*g.Claim.Value) {
			return nil // which of several is not said
		}
		now = g
	}
	return now
}

// reachBack is how many characters before its sentence the number may stand that
// an older one was replaced by.
const reachBack = 120

func between(a, b *Figure) int {
	return max(a.Claim.Number.Start-b.Claim.Number.End, b.Claim.Number.Start-a.Claim.Number.End)
}

// superseded says of each number that a text tells as replaced by what, and names
// later texts that still tell the older one.
func superseded(v *View, list []replacement) []Finding {
	if len(list) == 0 {
		return nil
	}
	words := v.replacedWords()
	var out []Finding
	for _, r := range list {
		old := quoted(r.old.Claim.Number.Exact)
		if r.old == r.now {
			old = quoted(r.oldValue.Grouped(2))
		}
		now := fullWords(r.now.Claim)
		if r.old == r.now && (r.now.Claim.Value == nil || !r.now.Claim.Value.Equal(r.nowValue)) {
			now = quoted(r.nowValue.Grouped(2))
		}
		out = append(out, Finding{Severity: Info, Verdict: Consistent, Inputs: rests(r.now, r.old),
			Sentence: fmt.Sprintf("%s says that %s replaces an earlier number, %s.", capital(v.named(r.now.Document)), now, old)})
		for _, g := range v.amount(amountKey{r.old.Claim.Unit, r.old.Claim.Per, r.oldValue.String()}).figures {
			if v.stale(words, list, r, g) {
				out = append(out, Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, r.now, r.old),
					Sentence: fmt.Sprintf("%s still has %s; %s said that %s replaces it.",
						capital(v.dated(g.Document)), fullWords(g.Claim), v.dated(r.now.Document), now)})
			}
		}
	}
	return out
}

// stale reports whether a telling of a later day tells the replaced number as if
// it held.
func (v *View) stale(words *replacedWords, list []replacement, r replacement, g *Figure) bool {
	if g.Headline || g.Document == r.now.Document || !v.after(g, r.now) || g.Claim.Act == claims.Deny || r.oldValue.Cmp(interval.Int(20)) < 0 {
		return false
	}
	if daysApart(v.day(g), v.day(r.now)) > longestTold || slices.ContainsFunc(list, func(o replacement) bool {
		return o.old == g || o.now.Document == g.Document && o.oldValue.Equal(r.oldValue)
	}) {
		return false
	}
	told := amountKey{cmp.Or(r.now.Claim.Unit, r.old.Claim.Unit), r.now.Claim.Per, r.nowValue.String()}
	if slices.ContainsFunc(v.amount(told).figures, func(f *Figure) bool { return f.Document == g.Document }) {
		return false // it tells both
	}
	if words.past.MatchString(v.sentenceText(g)) || v.ofAnotherYear(g) || passed(g.Claim.Stage) && !passed(r.now.Claim.Stage) && !happened(r.now.Claim.Stage) && g.Claim.Act == claims.Assert && !v.tellsNow(g) {
		return false // it tells what held then, or what was done
	}
	near := max(origins.SharedWords(v.wordsBeside(g), v.wordsBeside(r.now)), origins.SharedWords(v.wordsBeside(g), v.wordsBeside(r.old))) >= enoughWords-1
	if v.ofCorrector(g, r) && v.tellsNow(g) && besideNumber(&g.Claim) && v.countsSame(g, r) && (significant(*g.Claim.Value) > 1 || !money(&g.Claim)) {
		return true // "currently put at 84 million crowns by the office" that has corrected it
	}
	if money(&g.Claim) && !near {
		return false // a sum may be of anything
	}
	if v.oneGroup(g, r.old) && r.old != r.now || v.ofPublisher(g, r.now) {
		return true
	}
	sameThing := v.countsSame(g, r)
	if voice := v.voice(g); sameThing && near && voice != "" && (v.Comparer.names.Same(voice, v.voice(r.now)) || v.Comparer.names.Same(voice, v.voice(r.old)) || nested(voice, r.now.Claim.Organisation) && r.now.Claim.Organisation != "") {
		return true
	}
	sameBody := g.Claim.Organisation == r.now.Claim.Organisation || g.Claim.Organisation == "" || r.now.Claim.Organisation == ""
	return sameThing && sameBody && (g.Claim.Organisation != "" && g.Claim.Organisation == r.now.Claim.Organisation || v.shareFigure(g.document, r.now.document))
}

// ofPublisher reports whether a telling is of a figure that the publisher of a
// correction told before it, so that the correction is of this one.
func (v *View) ofPublisher(g, correction *Figure) bool {
	publisher := v.home(correction).document.Publisher
	i, ok := v.groupOf(g)
	return ok && publisher != "" && g.Claim.Value != nil && significant(*g.Claim.Value) > 1 && slices.ContainsFunc(v.Groups[i], func(h *Figure) bool {
		return v.home(h).document.Publisher == publisher && v.after(correction, h)
	})
}

// shareFigure reports whether two documents tell one figure of at least a hundred,
// or two such numbers of things that may be one.
func (v *View) shareFigure(a, b *knownDocument) bool {
	var alike []unitNumber
	for _, f := range a.own {
		for _, g := range v.sameNumber(f) {
			if g.document != b || f.Claim.Value.Cmp(interval.Int(100)) < 0 || f.Claim.Unit == "" && (f.Claim.Counted == "" || g.Claim.Counted == "" || !v.Comparer.things.Same(f.Claim.Counted, g.Claim.Counted)) {
				continue
			}
			if number := v.unitNumberOf(f); !slices.Contains(alike, number) {
				alike = append(alike, number)
			}
		}
	}
	return len(alike) > 1 || slices.ContainsFunc(a.own, func(f *Figure) bool {
		i, ok := v.groupOf(f)
		return ok && f.Claim.Value != nil && f.Claim.Value.Cmp(interval.Int(100)) >= 0 && slices.ContainsFunc(v.Groups[i], func(g *Figure) bool { return g.document == b })
	})
}

// sharing goes through the documents that may tell a figure of a document, some several times,
// itself among them where it has figures.
func (v *View) sharing(known *knownDocument) iter.Seq[*knownDocument] {
	return func(yield func(*knownDocument) bool) {
		for _, f := range known.own {
			for _, g := range v.sameNumber(f) {
				if !yield(g.document) {
					return
				}
			}
			if i, ok := v.groupOf(f); ok {
				for _, g := range v.Groups[i] {
					if !yield(v.home(g)) {
						return
					}
				}
			}
		}
	}
}

// restsOnReplaced reports whether a finding rests on a number that its text tells
// as replaced: such a number is a part of nothing.
func (v *View) restsOnReplaced(f Finding) bool {
	return len(v.replacements()) > 0 && slices.ContainsFunc(f.Inputs, func(in Input) bool { return v.allReplaced().ids[in.Figure] })
}

// isReplaced reports whether a telling only says what was told before, and what
// replaces it.
func (v *View) isReplaced(f *Figure) bool {
	all := v.allReplaced()
	return len(all.ids) > 0 && all.ids[f.ID]
}

// givenUp reports whether some text tells that one number replaced another.
func givenUp(list []replacement, old, now claims.Figure) bool {
	return old.Value != nil && now.Value != nil && slices.ContainsFunc(list, func(r replacement) bool {
		return r.oldValue.Equal(*old.Value) && r.nowValue.Equal(*now.Value) && r.now.Claim.Unit == now.Unit
	})
}
