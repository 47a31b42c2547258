package findings

import (
	"fmt"
	"strings"

	"muster/interval"
)

// shares looks for percentages of one whole, told in one list, that make more
// than all of it: "Of those evacuated, 45 percent went to relatives, 35 percent
// to shelters and 30 percent to hotels".
func (v *View) shares() []Finding {
	var out []Finding
	for _, d := range v.State.Documents {
		list := v.own(d.ID)
		for i := 0; i < len(list); {
			if i+1 < len(list) {
				if f, ok := v.bothHalves(list[i], list[i+1]); ok {
					out = append(out, f)
					i += 2
					continue
				}
			}
			n := v.shareList(list[i:])
			if n > 2 || n == 2 && strings.HasPrefix(v.sentenceBefore(list[i]), "Of ") {
				if f, ok := v.overWhole(list[i : i+n]); ok {
					out = append(out, f)
				}
			}
			i += max(1, n)
		}
	}
	return out
}

// towards matches the word of a share that says where its part went: parts of
// this pattern exclude each other.
var towards = newPattern(`^\s*(?:(?:of \w+ )?(?:went|go|goes|came|comes|come|is|are|was|were|will go|voted|vote) )?(to|from|for|by|into)\s`)

// shareList returns how many figures from the first on are percentages of one
// list, told by one pattern.
func (v *View) shareList(list []*Figure) int {
	pattern := ""
	for i, f := range list {
		c := f.Claim
		if c.Unit != "percent" || c.Direction != "" || c.Value == nil || c.Relative != nil || c.Value.Cmp(interval.Int(100)) > 0 {
			return i
		}
		after := v.after40(f)
		match := towards.FindStringSubmatch(after)
		if match == nil || i > 0 && match[1] != pattern {
			return i
		}
		if i > 0 {
			between, near := v.between(list[i-1], f)
			if !near || !strings.Contains(between, ",") && !strings.Contains(between, " and ") || strings.Contains(between, " or ") {
				return i
			}
		}
		pattern = match[1]
	}
	return len(list)
}

// halves matches people told apart by one thing: nobody is both.
var halves = []*pattern{
	newPattern(`\b(women|woman|girls|female|females)\b`), newPattern(`\b(men|man|boys|male|males)\b`),
	newPattern(`\b(children|minors)\b`), newPattern(`\b(adults)\b`),
}

// bothHalves makes the finding of two shares of men and women, or of children and
// adults, that are more than all: "70 percent are men and 35 percent are women".
func (v *View) bothHalves(a, b *Figure) (Finding, bool) {
	for _, f := range []*Figure{a, b} {
		if c := f.Claim; !isShare(c) || c.Value == nil || f.Headline {
			return Finding{}, false
		}
	}
	between, near := v.between(a, b)
	if !near || !strings.HasSuffix(between, " and ") && !strings.HasSuffix(between, ", ") {
		return Finding{}, false
	}
	first, second := strings.ToLower(between), v.after40(b)
	if at := strings.IndexAny(second, ",.;:"); at >= 0 {
		second = second[:at]
	}
	for i := 0; i < len(halves); i += 2 {
		x, y := halves[i], halves[i+1]
		if x.MatchString(first) && !y.MatchString(first) && y.MatchString(second) && !x.MatchString(second) ||
			y.MatchString(first) && !x.MatchString(first) && x.MatchString(second) && !y.MatchString(second) {
			if strings.Contains(first, " of ") && strings.Contains(second, " of ") {
				return Finding{}, false // "70 percent of the men and 35 percent of the women"
			}
			return v.overWhole([]*Figure{a, b})
		}
	}
	return Finding{}, false
}

// after40 returns the next words after a figure, in lower case.
func (v *View) after40(f *Figure) string { return v.spot(f).near }

// overWhole makes the finding of a list of shares that is more than its whole.
func (v *View) overWhole(list []*Figure) (Finding, bool) {
	sum := interval.Int(0)
	var terms []string
	for _, f := range list {
		percent := interval.Scale(slack(f.Claim), interval.Int(1)).Min.Value
		if f.Claim.Unit == "share" {
			percent = percent.Mul(interval.Int(100))
		}
		sum = sum.Add(percent)
		terms = append(terms, percent.Grouped(2))
	}
	if sum.Cmp(interval.Int(100).Add(interval.Frac(int64(len(list)), 2))) <= 0 {
		return Finding{}, false
	}
	all := interval.Point(sum)
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &all, Inputs: rests(list...),
		Sentence: fmt.Sprintf("In %s, the shares in %s make %s per cent (%s), more than all there is.", v.named(list[0].Document),
			quoted(v.stretch(list[0], list[len(list)-1])), sum.Grouped(2), strings.Join(terms, " + "))}, true
}

// sentenceBefore returns what stands before a figure in its sentence.
func (v *View) sentenceBefore(f *Figure) string {
	return f.leading.get(func() string { return v.findSentenceBefore(f) })
}

func (v *View) findSentenceBefore(f *Figure) string {
	end := f.Claim.Number.Start
	before := v.home(f).part(end-longestSentence, end)
	from := len(before)
	for from > 0 && !endsSentence(before[:from]) {
		from--
	}
	return strings.TrimSpace(before[from:])
}

// endsSentence reports whether a stretch ends with what parts sentences.
func endsSentence(s string) bool {
	switch s[len(s)-1] {
	case '\n':
		return true
	case ' ':
		s = s[:len(s)-1]
		return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, ".”") || strings.HasSuffix(s, "\"")
	}
	return false
}

// longestSentence is how many characters back the beginning of a sentence is
// looked for.
const longestSentence = 300

// stretch returns the words of a text from one figure to another.
func (v *View) stretch(first, last *Figure) string {
	return v.home(first).part(first.Claim.Number.Start, last.Claim.Number.End)
}
