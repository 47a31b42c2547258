package counts

import (
	"cmp"
	"slices"

	"muster/interval"
)

// Ladder follows institutions through stages, such as from pending to
// participating. Counts of unlike stages are never added up.
type Ladder struct {
	Name   string
	Title  string
	Counts string // what one line of a roll is: "agreements"
	Source string
	Stages []string // lowest first
	Rolls  []Roll   // by stage in order, then by day and edition
}

// Step is a roll set against the one before it of the same stage: Change is
// len(Added) + len(More) - len(Gone) - len(Once).
type Step struct {
	Roll     int // place in Ladder.Rolls
	Count    int // lines
	Distinct int // without lines that say the same
	Change   int // of Count against the roll before; 0 for the first
	Added    []Member
	Gone     []Member    // listed before and not now: never hidden in a sum
	Once     []Member    // a line less of one that stood twice: nobody gone
	More     []Member    // a line more of one that stood already: nobody added
	Twice    []Member    // listed more than once now
	Respelt  [][2]Member // gone under one spelling and listed under one almost the same: nobody gone
	First    bool        // no roll of the stage is older
	Repeats  bool        // says what the roll before said
}

// Move is a member that was on a lower stage and came to a higher.
type Move struct {
	Member
	From, To string
	Seen     interval.Date // last list of the lower stage before it came
	Came     interval.Date // first list of the higher stage
	Both     bool          // still listed on the lower stage on that day or later
}

// Departure is a member that a stage no longer lists and no higher stage took.
type Departure struct {
	Member
	Stage string
	Last  interval.Date // last list that has it
	By    interval.Date // first list without it
	Back  interval.Date // first later list that has it again; none when it did not come back
}

// Sorted puts the rolls in order.
func (l Ladder) Sorted() Ladder {
	l.Rolls = slices.Clone(l.Rolls)
	slices.SortStableFunc(l.Rolls, func(a, b Roll) int {
		return cmp.Or(cmp.Compare(slices.Index(l.Stages, a.Stage), slices.Index(l.Stages, b.Stage)),
			cmp.Compare(a.Day, b.Day), cmp.Compare(a.Edition, b.Edition), cmp.Compare(a.Seen, b.Seen), cmp.Compare(a.File, b.File))
	})
	return l
}

// ListedBy returns the ladder with the rolls of lists up to a day.
func (l Ladder) ListedBy(day interval.Date) Ladder {
	l.Rolls = slices.DeleteFunc(slices.Clone(l.Rolls), func(r Roll) bool { return r.Day > day })
	return l
}

// Days returns the days of the lists, in order, each once.
func (l Ladder) Days() []interval.Date {
	var out []interval.Date
	for _, r := range l.Rolls {
		out = append(out, r.Day)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// of returns the places of the rolls of a stage, in order.
func (l Ladder) of(stage string) []int {
	var out []int
	for i, r := range l.Rolls {
		if r.Stage == stage {
			out = append(out, i)
		}
	}
	return out
}

// lines counts how often a roll lists each member, under its key, with the
// spelling that it has first.
func (r Roll) lines() (times map[Member]int, spelled map[Member]Member) {
	times, spelled = map[Member]int{}, map[Member]Member{}
	for _, m := range r.Members {
		k := m.key()
		if times[k] == 0 {
			spelled[k] = m
		}
		times[k]++
	}
	return times, spelled
}

// Steps sets each roll against the one before it of its stage.
func (l Ladder) Steps() []Step {
	var out []Step
	for _, stage := range l.Stages {
		var before map[Member]int
		var spelledBefore map[Member]Member
		for _, i := range l.of(stage) {
			times, spelled := l.Rolls[i].lines()
			step := Step{Roll: i, Count: len(l.Rolls[i].Members), Distinct: len(times), First: before == nil}
			for k, n := range times {
				if n > 1 {
					step.Twice = append(step.Twice, spelled[k])
				}
				if before == nil {
					continue
				}
				if before[k] == 0 {
					step.Added = append(step.Added, spelled[k])
				}
				for range n - max(before[k], 1) {
					step.More = append(step.More, spelled[k])
				}
			}
			sum := 0
			for k, n := range before {
				sum += n
				if times[k] == 0 {
					step.Gone = append(step.Gone, spelledBefore[k])
				}
				for range n - max(times[k], 1) {
					step.Once = append(step.Once, spelledBefore[k])
				}
			}
			if before != nil {
				step.Change = step.Count - sum
				step.respell()
				step.Repeats = step.Change == 0 && len(step.Added)+len(step.Gone)+len(step.Once)+len(step.More)+len(step.Respelt) == 0
			}
			for _, list := range [][]Member{step.Added, step.Gone, step.Once, step.More, step.Twice} {
				slices.SortFunc(list, compareMembers)
			}
			out = append(out, step)
			before, spelledBefore = times, spelled
		}
	}
	return out
}

// respell pairs members that are gone with added ones of the same place and
// class whose name differs in one or two letters.
func (s *Step) respell() {
	s.Gone = slices.DeleteFunc(s.Gone, func(gone Member) bool {
		i := slices.IndexFunc(s.Added, func(added Member) bool { return almost(gone.key(), added.key()) })
		if i < 0 {
			return false
		}
		s.Respelt = append(s.Respelt, [2]Member{gone, s.Added[i]})
		s.Added = slices.Delete(s.Added, i, i+1)
		return true
	})
	slices.SortFunc(s.Respelt, func(a, b [2]Member) int { return compareMembers(a[1], b[1]) })
}

// almost reports whether two members differ in one or two letters of a long
// name, or in one of a short one.
func almost(a, b Member) bool {
	if a.Place != b.Place || a.Class != b.Class {
		return false
	}
	x, y := []rune(a.Institution), []rune(b.Institution)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	const long = 12
	most := 1
	if len(a.Institution) >= long {
		most = 2
	}
	return max(len(x), len(y)) <= most
}

// spellings returns, for each key that was respelt, the key it goes by last.
func (l Ladder) spellings() map[Member]Member {
	out := map[Member]Member{}
	for _, step := range l.Steps() {
		for _, pair := range step.Respelt {
			out[pair[0].key()] = pair[1].key()
		}
	}
	return out
}

// lastSpelling follows the spellings of a member: it may be respelt more than
// once, and back.
func lastSpelling(spellings map[Member]Member, k Member) Member {
	for range spellings {
		next, ok := spellings[k]
		if !ok {
			break
		}
		k = next
	}
	return k
}

// stay is when a stage lists a member: the places of rolls, in order.
type stay struct {
	member Member
	rolls  []int
}

func (l Ladder) stays(stage string, spellings map[Member]Member) map[Member]*stay {
	out := map[Member]*stay{}
	for _, i := range l.of(stage) {
		_, spelled := l.Rolls[i].lines()
		for k, m := range spelled {
			k = lastSpelling(spellings, k)
			switch {
			case out[k] == nil:
				out[k] = &stay{m, []int{i}}
			case out[k].rolls[len(out[k].rolls)-1] != i:
				out[k].member, out[k].rolls = m, append(out[k].rolls, i)
			}
		}
	}
	return out
}

// Moves returns the members that came from a lower stage to the next, by the
// day they came.
func (l Ladder) Moves() []Move {
	var out []Move
	spellings := l.spellings()
	for s := 1; s < len(l.Stages); s++ {
		lower, higher := l.stays(l.Stages[s-1], spellings), l.stays(l.Stages[s], spellings)
		firstOfStage := l.of(l.Stages[s])
		for k, up := range higher {
			low := lower[k]
			if low == nil {
				continue
			}
			came := l.Rolls[up.rolls[0]]
			if up.rolls[0] == firstOfStage[0] && l.Rolls[low.rolls[0]].Day >= came.Day {
				continue // on the higher stage as far back as lists go
			}
			if l.Rolls[low.rolls[0]].Day > came.Day {
				continue // listed on the lower stage only later
			}
			move := Move{Member: up.member, From: l.Stages[s-1], To: l.Stages[s], Came: came.Day}
			for _, i := range low.rolls {
				if l.Rolls[i].Day <= came.Day {
					move.Seen = l.Rolls[i].Day
				}
				move.Both = move.Both || l.Rolls[i].Day > came.Day
			}
			out = append(out, move)
		}
	}
	slices.SortFunc(out, func(a, b Move) int {
		return cmp.Or(cmp.Compare(a.Came, b.Came), compareMembers(a.Member, b.Member))
	})
	return out
}

// Departures returns the members that a stage no longer lists, and that did not
// move on to the next, by the day they were first missing.
func (l Ladder) Departures() []Departure {
	spellings := l.spellings()
	moved := map[Member]bool{}
	for _, m := range l.Moves() {
		moved[lastSpelling(spellings, m.key())] = true
	}
	var out []Departure
	for s, stage := range l.Stages {
		rolls := l.of(stage)
		for k, stay := range l.stays(stage, spellings) {
			if s < len(l.Stages)-1 && moved[k] {
				continue
			}
			for j, i := range stay.rolls {
				at := slices.Index(rolls, i)
				if at == len(rolls)-1 || j+1 < len(stay.rolls) && stay.rolls[j+1] == rolls[at+1] {
					continue
				}
				d := Departure{Member: stay.member, Stage: stage, Last: l.Rolls[i].Day, By: l.Rolls[rolls[at+1]].Day}
				if j+1 < len(stay.rolls) {
					d.Back = l.Rolls[stay.rolls[j+1]].Day
				}
				out = append(out, d)
			}
		}
	}
	slices.SortFunc(out, func(a, b Departure) int {
		return cmp.Or(cmp.Compare(a.By, b.By), cmp.Compare(a.Stage, b.Stage), compareMembers(a.Member, b.Member), cmp.Compare(a.Last, b.Last))
	})
	return out
}
