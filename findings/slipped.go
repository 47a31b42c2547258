package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// slips looks for one statement of one speaker that two texts tell with numbers a
// zero or a factor of a thousand apart, or with two digits swapped.
func (v *View) slips() []Finding {
	var out []Finding
	bySpeaker := map[string][]*Figure{}
	var speakers []string
	for _, f := range v.Figures {
		if f.Headline || f.Claim.Value == nil || f.Claim.Relative != nil || f.Claim.Value.Cmp(interval.Int(100)) < 0 || f.Claim.Act == claims.Deny || f.Claim.Unit == "percent" || f.Claim.Unit == "share" {
			continue
		}
		name := v.voice(f)
		if name == "" {
			continue
		}
		key := v.Comparer.names.Key(name)
		if bySpeaker[key] == nil {
			speakers = append(speakers, key)
		}
		bySpeaker[key] = append(bySpeaker[key], f)
	}
	for _, key := range speakers {
		list := bySpeaker[key]
		said := map[[2]amountKey]bool{} // all who tell the two numbers stand in one finding
		byDigits := map[string][]*Figure{}
		keys := make([]string, len(list))
		for i, f := range list { // an amount is looked up under itself and a slip of itself
			keys[i] = slipKey(&f.Claim)
			byDigits[keys[i]] = append(byDigits[keys[i]], f)
		}
		for i, f := range list {
			for _, g := range byDigits[keys[i]] {
				if how := slipOf(&f.Claim, &g.Claim); how != "" && v.sameStatement(f, g) {
					if pair := [2]amountKey{numberOf(&f.Claim), numberOf(&g.Claim)}; !said[pair] {
						said[pair] = true
						out = append(out, v.slipBetween(f, g, how))
					}
				}
			}
		}
	}
	return out
}

// slipKey is the same for amounts of one unit that hold the same digits but for
// zeros.
func slipKey(c *claims.Figure) string {
	digits := []byte(strings.ReplaceAll(c.Value.String(), "0", ""))
	slices.Sort(digits)
	return c.Unit + " " + c.Per + " " + string(digits)
}

// slipOf says how the first number would come of the second: a zero too few, or two
// neighbouring digits that changed places; "" where it is not smaller by such a slip.
func slipOf(f, g *claims.Figure) string {
	switch {
	case f.Value.Mul(interval.Int(10)).Equal(*g.Value):
		return "a zero"
	case f.Value.Mul(interval.Int(1000)).Equal(*g.Value):
		return "a factor of a thousand"
	case f.Qualifier == claims.Exact && g.Qualifier == claims.Exact && f.Value.Cmp(*g.Value) < 0 && changedPlaces(f.Value.String(), g.Value.String()) &&
		f.About != nil && g.About != nil && f.About.Period == g.About.Period && f.About.From != "" && !ofNow(f.About.Text): // a count grows by itself from day to day
		return swappedDigits
	}
	return ""
}

const swappedDigits = "two digits swapped"

// changedPlaces reports whether two numbers of at least three digits that are no
// zeros differ by two neighbouring digits that changed places.
func changedPlaces(a, b string) bool {
	if len(a) != len(b) || len(strings.ReplaceAll(a, "0", "")) < 3 {
		return false
	}
	for i := range len(a) - 1 {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// slipped reports whether two tellings are ones that slips names.
func (v *View) slipped(f, g *Figure) bool {
	a, b := &f.Claim, &g.Claim
	if a.Value == nil || b.Value == nil || a.Relative != nil || b.Relative != nil || a.Value.Cmp(interval.Int(100)) < 0 || b.Value.Cmp(interval.Int(100)) < 0 || a.Unit != b.Unit || a.Per != b.Per {
		return false
	}
	return (slipOf(a, b) != "" || slipOf(b, a) != "") && v.Comparer.names.Same(v.voice(f), v.voice(g)) && v.sameStatement(f, g)
}

// sameStatement reports whether two figures of one speaker are of one statement
// by its words: texts of about one time, with enough words in common beside the
// numbers, and none that tells both.
func (v *View) sameStatement(f, g *Figure) bool {
	if f.Document == g.Document || f.PartOf != "" || g.PartOf != "" || !v.Comparer.things.Same(f.Claim.Counted, g.Claim.Counted) {
		return false
	}
	x, y := v.day(f), v.day(g)
	if x == "" || y == "" || daysApart(x, y) > longestTold {
		return false
	}
	tells := func(document string, other *Figure) bool {
		return slices.ContainsFunc(v.sameNumber(other), func(h *Figure) bool { return h.Document == document && !h.Headline })
	}
	if tells(f.Document, g) || tells(g.Document, f) {
		return false
	}
	shared := origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g))
	enough := enoughWords
	if head, _ := v.Comparer.head(f.Claim.Counted); head != "" && strings.EqualFold(f.Claim.Counted, g.Claim.Counted) {
		enough-- // the thing is said to be one
	}
	if f.Claim.Stage != g.Claim.Stage {
		enough++
	}
	return shared >= enough
}

// enoughWords is how many words beside the numbers two sentences must share to be
// of one statement.
const enoughWords = 3

// wordsBeside returns the words of a figure's sentence that carry meaning.
func (v *View) wordsBeside(f *Figure) map[string]bool {
	return f.words.get(func() map[string]bool {
		before, after := v.around(f)
		return origins.WordsBeside(before, after, &f.Claim)
	})
}

// slipBetween names the two tellings, first the one that fewer texts tell.
func (v *View) slipBetween(f, g *Figure, how string) Finding {
	tellers := func(h *Figure) []string {
		var names []string
		for _, other := range v.sameNumber(h) {
			if n := v.named(other.Document); v.Comparer.names.Same(v.voice(other), v.voice(h)) && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
		return names
	}
	a, b := tellers(f), tellers(g)
	check := "one of the two has " + how + " too many or too few"
	switch {
	case how == swappedDigits:
		check = "one of the two has " + how
	case len(a) < len(b):
		check = fmt.Sprintf("%s is the first to check: %s too few", words(f.Claim), how)
	case len(a) > len(b):
		check = fmt.Sprintf("%s is the first to check: %s too many", words(g.Claim), how)
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(f, g),
		Sentence: fmt.Sprintf("Of one statement by %s, %s %s %s and %s %s %s; %s.", the(longer(v.voice(f), v.voice(g))), listed(a), tell(a), fullWords(f.Claim), listed(b), tell(b), fullWords(g.Claim), check)}
}

// longer returns the longer of two spellings of one name: "the office" says less.
func longer(a, b string) string {
	if len(a) > len(b) {
		return a
	}
	return b
}

func tell(names []string) string {
	if len(names) > 1 {
		return "say"
	}
	return "says"
}
