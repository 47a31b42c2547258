package findings

import (
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// alikeTimes says how much two times have in common in what they are told of; 0 where
// they are of two matters.
func (v *View) alikeTimes(name map[string]bool, there []timedSentence, a, b *timedSentence, mine, other toldTime, laid hold) int {
	if a.done && !a.ahead && b.ahead || mine.side == asLast && (a.done && !a.ahead || b.done && !b.ahead) {
		return 0 // how it came, or how many there were by a day
	}
	if a.guards != b.guards && mine.side != asLength {
		return 0 // an event, and what is done for it
	}
	score, counted := v.anchored(a, b, mine, other)
	if score == 0 && (laid == besideIt || v.otherCounts(a, b)) {
		return 0
	}
	if mine.side == asLength && laid >= byItsText && a.event && b.event && !a.aside && !b.aside && a.average == b.average && !mine.part && !other.part {
		switch {
		case score > 0:
			score++
		case a.average || a.before == "" && oneSubject(mine.subject, other.subject) || a.before != "" && origins.SharedWords(mine.subject, other.subject) > 0 || sharesEdge(a, b, mine):
			score = 3
		}
	}
	if mine.side == asLast && a.whole && (b.whole || b.period()) && onlyTime(there, other) {
		score += 3
	}
	for word := range mine.words {
		if other.words[word] && !name[word] && !counted[word] {
			score++
		}
	}
	if sharesEdge(a, b, mine) {
		score += 2
	}
	return score
}

// sharesEdge reports whether two sentences that tell a time otherwise have another in common.
func sharesEdge(a, b *timedSentence, mine toldTime) bool {
	return slices.ContainsFunc(a.times, func(t toldTime) bool {
		return t.side != mine.side && strings.Contains(mine.clause, a.text[t.start:t.end]) && slices.ContainsFunc(b.times, func(o toldTime) bool { return o.side == t.side && sameTerm(t, o) })
	})
}

// oneSubject reports whether the words before two lengths of time have some in common, and not
// both have one that the other lacks: "fuel stocks", "food stocks".
func oneSubject(a, b map[string]bool) bool {
	shared := origins.SharedWords(a, b)
	return shared > 0 && (shared == len(a) || shared == len(b))
}

// anchored says how much it counts that two times are told of one number, and what that counts:
// 3 where both sentences have it, 2 where one has it from the sentence before.
func (v *View) anchored(a, b *timedSentence, mine, other toldTime) (score int, counted map[string]bool) {
	for _, f := range a.figures {
		for _, g := range b.figures {
			if f.Claim.Unit != g.Claim.Unit || daysOf(f.Claim.Unit) > 0 || !sameNumberTold(&f.Claim, &g.Claim) || !v.mayBeOneThingOrRange(f, g) || !v.belongs(a, f, mine) || !v.belongs(b, g, other) {
				continue
			}
			score = 3
			if a.before == "" && f.Claim.Number.Start < a.place.from || b.before == "" && g.Claim.Number.Start < b.place.from {
				score = 2
			}
			return score, stems(f.Claim.Counted + " " + g.Claim.Counted)
		}
	}
	return 0, nil
}

// sameNumberTold reports whether two figures have one number that hardly recurs by chance, or
// one range.
func sameNumberTold(a, b *claims.Figure) bool {
	if a.Value != nil && b.Value != nil {
		return a.Value.Equal(*b.Value) && (a.Unit != "" || a.Value.Cmp(interval.Int(20)) >= 0)
	}
	return a.Value == nil && b.Value == nil && a.Qualifier == claims.Range && b.Qualifier == claims.Range && a.Stated.Equal(b.Stated)
}

// mayBeOneThingOrRange reports whether two figures may count the same.
func (v *View) mayBeOneThingOrRange(f, g *Figure) bool {
	return f.Claim.Value == nil || v.mayBeOneThing(f, g) || f.Claim.Unit == "" && f.Claim.Value != nil && significant(*f.Claim.Value) > 2
}

// belongs reports whether no other number stands between a number and a time of its sentence.
func (v *View) belongs(s *timedSentence, f *Figure, t toldTime) bool {
	number := f.Claim.Number
	if number.Start < s.place.from {
		return true
	}
	if at := s.byteAt(number.Start) - s.start; !strings.Contains(t.clause, s.text[at:min(len(s.text), at+max(1, s.byteAt(number.End)-s.byteAt(number.Start)))]) {
		return false
	}
	from, to := s.byteAt(number.End)-s.start, t.start
	if t.start < s.byteAt(number.Start)-s.start {
		from, to = t.end, s.byteAt(number.Start)-s.start
	}
	if from > to {
		return false
	}
	return !slices.ContainsFunc(s.figures, func(g *Figure) bool {
		if g == f || g.Claim.Number.Start < s.place.from || daysOf(g.Claim.Unit) > 0 {
			return false
		}
		at := s.byteAt(g.Claim.Number.Start) - s.start
		return at >= from && at < to && g.Claim.Unit == f.Claim.Unit && strings.ContainsAny(s.text[from:to], ",;")
	})
}

// otherCounts reports whether two sentences count one thing with two numbers: a count that
// goes on.
func (v *View) otherCounts(a, b *timedSentence) bool {
	for _, f := range a.figures {
		for _, g := range b.figures {
			if f.Claim.Unit == g.Claim.Unit && daysOf(f.Claim.Unit) == 0 && f.Claim.Value != nil && g.Claim.Value != nil && f.Claim.Value.Cmp(interval.Int(leastTold)) >= 0 && !f.Claim.Value.Equal(*g.Claim.Value) && (f.Claim.Unit != "" || f.Claim.Counted != "" && v.Comparer.things.Same(f.Claim.Counted, g.Claim.Counted)) {
				return true
			}
		}
	}
	return false
}

// sameTerm reports whether two times may be one.
func sameTerm(a, b toldTime) bool {
	if a.side == asLength {
		return a.number == b.number && a.unit == b.unit || a.unit != b.unit && a.length*100 >= b.length*85 && b.length*100 >= a.length*85
	}
	return a.period.Overlaps(b.period)
}

// needed is how much two times must have in common to be of one matter: less where one would
// come of the other by a slip of the pen.
func needed(a, b toldTime, laid hold) int {
	need := 5
	if a.side == asLength {
		if need = 4; a.number == b.number {
			need = 2
		}
	} else if slipOfTerm(a.period, b.period) {
		need = 2
	} else if endsOfMonths(a.period, b.period) || a.period.Days() > 20 && b.period.Days() > 20 {
		need = 4
	} else if daysApart(a.period.To, b.period.To) > longestDated {
		need = 6
	} else if a.period.From.Time().Month() == b.period.From.Time().Month() && a.period.From.Time().Day()/10 == b.period.From.Time().Day()/10 {
		need = 3
	}
	switch laid {
	case byName:
		return need
	}
	return need + 1
}

// slipOfTerm reports whether one day, or the end of a month or year, would come of another by a
// slip of the pen: another month or year of the same day, or another year of the same month.
func slipOfTerm(a, b interval.Period) bool {
	x, y := a.To.Time(), b.To.Time()
	switch {
	case a.Days() != b.Days() || a.Days() > 20:
		return false
	case a.From == a.To:
		return slipOfDay(a.To, b.To) || x.Day() == y.Day()
	}
	return x.Month() == y.Month()
}

// endsOfMonths reports whether two days are the last of their months.
func endsOfMonths(a, b interval.Period) bool {
	last := func(p interval.Period) bool { return p.To.AddDays(1).Time().Day() == 1 && p.Days() < 20 }
	return last(a) && last(b)
}

// onlyTime reports whether a source tells no other time of the sort.
func onlyTime(list []timedSentence, t toldTime) bool {
	for i := range list {
		for _, o := range list[i].times {
			if o.side == t.side && (o.period.From == o.period.To) == (t.period.From == t.period.To) && !sameTerm(o, t) && !(t.side == asLength && (!list[i].event || list[i].aside)) {
				return false
			}
		}
	}
	return true
}
