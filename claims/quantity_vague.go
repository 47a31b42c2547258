package claims

import (
	"strings"

	"muster/interval"
)

// vague reads "dozens", "tens of thousands of", "several", "a handful of".
func (s *scan) vague(i int) (quantity, bool) {
	if !s.at(i).lexeme.vague {
		return quantity{}, false
	}
	for _, phrase := range s.words.vague[s.at(i).lower] {
		if !s.matches(i, phrase) {
			continue
		}
		last := i + len(phrase) - 1
		q := quantity{first: i, numberFirst: i, last: last, qualifier: Vague, amount: amount{first: i, last: last, spelled: true}}
		q.magnitude = s.magnitude(phrase)
		if s.at(last).is("couple", "handful") && !s.at(last+1).is("of") || s.at(last).is("scores", "tens") && !s.at(last+1).is("of") {
			return quantity{}, false
		}
		if s.at(last).is("scores") && s.at(last+2).kind == numberToken {
			return quantity{}, false // "scores of 85 and 90"
		}
		if s.at(last).is("few") && s.at(last+1).is("and", "or", "too") {
			return quantity{}, false
		}
		if s.at(last + 1).is("of") {
			last++
			q.last = last
		}
		if u, n := s.units.at(s.text, s.list, last+1); n > 0 && s.at(last+1).kind == wordToken && !s.at(last+1).glued {
			q.unit, q.end = u, last+n
		}
		q.end = max(q.end, q.last)
		return q, true
	}
	return quantity{}, false
}

// magnitude returns the order of magnitude that vague words commit to, from
// one of the scale to ten: "thousands" 1,000 to 10,000, "tens of thousands"
// 10,000 to 100,000. Open for "several", "a few" and the like. What a reader
// may take it for is the reading, in the rounding table.
func (s *scan) magnitude(phrase []string) interval.Interval {
	last := phrase[len(phrase)-1]
	scale, found := s.words.scales[strings.TrimSuffix(last, "s")]
	if !found || !strings.HasSuffix(last, "s") {
		return interval.Interval{}
	}
	for i := 0; i < len(phrase)-1; i++ {
		switch phrase[i] {
		case "tens":
			scale = scale.Mul(interval.Int(10))
		case "hundreds":
			scale = scale.Mul(interval.Int(100))
		case "several", "few", "couple":
			return interval.Interval{}
		}
	}
	return interval.Between(scale, scale.Mul(interval.Int(10)))
}
