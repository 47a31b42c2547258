package origins

import (
	"cmp"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// group is the tellings of one figure: indices into search.tellings, in order.
type group []int

// candidate is a pair of tellings that may be one figure.
type candidate struct{ a, b, score int }

// group puts tellings of one figure together. The surest pairs join first, and
// two groups join only when no telling of one excludes a telling of the other.
func (s *search) group() []group {
	var pairs []candidate
	blocks := map[string][]int{}
	var keys []string
	for i, t := range s.tellings {
		key := amountKey(t.Claim)
		if key == "" {
			continue
		}
		if blocks[key] == nil {
			keys = append(keys, key)
		}
		blocks[key] = append(blocks[key], i)
	}
	for _, key := range keys {
		block := blocks[key]
		for i, a := range block {
			for _, b := range block[i+1:] {
				if score := s.score(a, b); score > 0 {
					pairs = append(pairs, candidate{a, b, score})
				}
			}
		}
	}
	join := newJoin(len(s.tellings))
	join.all(pairs, s.excludes)
	join.all(s.leftOver(join), s.excludes)

	var groups []group
	for i := range s.tellings {
		if members := join.members(i); members[0] == i {
			groups = append(groups, members)
		}
	}
	return groups
}

// amountKey is the same for tellings of equal amounts: unit, rate and the
// number told, whatever the qualifier. "" when no number was told.
func amountKey(f claims.Figure) string {
	var amount string
	switch {
	case f.Relative != nil:
		factor := f.Relative.Factor
		if !factor.Min.Bounded || !factor.Max.Bounded {
			return ""
		}
		amount = "times " + factor.Min.Value.Add(factor.Max.Value).Div(interval.Int(2)).String()
	case f.Value != nil:
		amount = f.Value.String()
	case f.Qualifier == claims.Vague:
		amount = strings.ToLower(f.Number.Exact)
	case f.Stated.Min.Bounded && f.Stated.Max.Bounded:
		amount = f.Stated.Min.Value.String() + " " + f.Stated.Max.Value.String()
	default:
		return ""
	}
	return strings.Join([]string{f.Unit, f.Per, amount}, "\x00")
}

// excludes reports whether two tellings cannot be one figure.
func (s *search) excludes(i, j int) bool {
	a, b := s.tellings[i], s.tellings[j]
	x, y := a.Claim, b.Claim
	switch {
	case x.Unit != y.Unit, x.Per != y.Per, (x.Relative == nil) != (y.Relative == nil):
		return true
	case a.PartOf != "" && (a.PartOf == b.PartOf || a.PartOf == b.ID), b.PartOf != "" && b.PartOf == a.ID:
		return true // two parts of one total, or a part and its total
	case (x.Act == claims.Deny) != (y.Act == claims.Deny): // a denial tells no figure
		return true
	case x.Direction != y.Direction && x.Direction != "" && y.Direction != "":
		return true
	}
	same := s.things.Same(x.Counted, y.Counted)
	if x.Relative != nil && y.Relative != nil { // "triple the daily arrests" and "three times the arrest rate"
		same = same || sharedWords(x.Counted+" "+x.Relative.Base, y.Counted+" "+y.Relative.Base) > 0
	}
	return !same || !sameStage(a, b) || !s.identity.related(x.Organisation, y.Organisation) ||
		x.Place != "" && y.Place != "" && !s.identity.Same(x.Place, y.Place) || otherTime(x, y)
}

// otherTime reports whether two measured outcomes are told of times that have
// no day in common. Plans and targets keep their identity over time.
func otherTime(x, y claims.Figure) bool {
	return x.Stage == claims.Result && y.Stage == claims.Result && x.About != nil && y.About != nil && !x.About.Overlaps(y.About.Period)
}

// The evidence that is asked for before two tellings of an equal amount are
// taken for one figure: little within one text or where the telling itself
// names the other's publisher, more where the texts are linked in some other
// way or not at all, and more again where months lie between them. Small
// everyday numbers recur by chance.
const (
	enoughTogether       = 3
	enoughCommonTogether = 5
	enoughJoined         = 5
	enoughApart          = 5
	enoughLongAfter      = 6
	longAfter            = 60 // days between two publications
)

// score weighs what speaks for one figure; 0 when it is not enough.
func (s *search) score(i, j int) int {
	if s.excludes(i, j) {
		return 0
	}
	a, b := s.tellings[i], s.tellings[j]
	x, y := a.Claim, b.Claim
	score := 0
	add := func(n int, yes bool) {
		if yes {
			score += n
		}
	}
	together := a.text == b.text || s.joined(a.text, b.text)
	head := Head(x.Counted)
	add(3, together)
	add(1, head != "" && head == Head(y.Counted))
	add(1, sharedWords(x.Counted, y.Counted) > 1)
	add(1, x.Organisation != "" && s.identity.Same(x.Organisation, y.Organisation))
	add(2, x.Per != "")
	add(2, s.oneVoice(a, b))
	add(1, a.stage == b.stage && family(a.stage) != "" && a.stage != claims.Result)
	add(1, x.Value != nil && x.Value.Cmp(interval.Int(100)) >= 0)
	add(min(2, digits(x.Value)-1), x.Value != nil)

	asked := enoughTogether
	switch {
	case (common(x) || asksLink(a, b)) && !together:
		return 0
	case common(x):
		asked = enoughCommonTogether
	case !together && s.daysBetween(a.text, b.text) > longAfter:
		asked = enoughLongAfter
	case !together:
		asked = enoughApart
	case a.text != b.text && !s.namesOther(a, b) && !s.namesOther(b, a):
		asked = enoughJoined
	}
	if score < asked || a.text != b.text && together && !s.eitherCites(a.text, b.text) && SharedWords(s.beside(i), s.beside(j)) < enoughCopied {
		return 0
	}
	return score
}

// enoughCopied is how many words beside the numbers the sentences of two texts must
// share where nothing but running text links them: a text takes over sentences, and
// has numbers of its own beside them.
const enoughCopied = 3

// oneVoice reports whether two texts of about one day quote one person or body by
// name for their tellings: one statement is told twice.
func (s *search) oneVoice(a, b telling) bool {
	x, y := a.source.Origin(), b.source.Origin()
	return a.text != b.text && x.Role == claims.RoleSource && y.Role == claims.RoleSource && (x.Kind == claims.Person || x.Kind == claims.Organisation) &&
		s.identity.Same(x.Name, y.Name) && s.texts[a.text].day != "" && s.texts[b.text].day != "" && s.daysBetween(a.text, b.text) <= oneStatement
}

// oneStatement is how many days after one text another may tell the same statement
// as news.
const oneStatement = 2

// namesOther reports whether a telling's own words name the other's publisher.
func (s *search) namesOther(a, b telling) bool {
	return slices.ContainsFunc(beyond(a.source.Chain), func(hop claims.Hop) bool { return s.names(hop, a.text, b.text) })
}

// daysBetween returns the days between two publications; 0 when one is unknown.
func (s *search) daysBetween(a, b int) int {
	x, y := s.texts[a].day, s.texts[b].day
	if x == "" || y == "" {
		return 0
	}
	return int(y.Time().Sub(x.Time()).Abs().Hours() / 24)
}

// joined reports whether one of two texts names the other's publisher, and is
// near it in time, or shares running text with it.
func (s *search) joined(a, b int) bool {
	for _, pair := range [][2]int{{a, b}, {b, a}} {
		if s.byPair[pair] || s.copied[pair] {
			return true
		}
	}
	return false
}

// eitherCites reports whether one of two texts names the other's publisher.
func (s *search) eitherCites(a, b int) bool { return s.byPair[[2]int{a, b}] || s.byPair[[2]int{b, a}] }

// beside returns the words beside the number of a telling; they are worked out once.
func (s *search) beside(i int) map[string]bool {
	if known, ok := s.besides[i]; ok {
		return known
	}
	t := s.tellings[i]
	before, after := Beside(s.texts[t.text].Text, t.Claim.Number)
	s.besides[i] = WordsBeside(before, after, &t.Claim)
	return s.besides[i]
}

// common reports whether an amount is so frequent in any text that it says
// little: small numbers, vague ones, durations, percentages, multiples.
func common(f claims.Figure) bool {
	switch f.Unit {
	case "percent", "share", "times", "hour", "day", "week", "month", "year", "minute", "second":
		return true
	}
	return f.Relative != nil || f.Qualifier == claims.Vague || f.Value == nil || f.Value.Cmp(interval.Int(20)) < 0
}

// digits is the number of significant digits of a number: 1 for 5,000, 4 for
// 3,012.
func digits(n *interval.Number) int {
	if n == nil {
		return 0
	}
	return max(1, len(strings.Trim(strings.NewReplacer(".", "", "-", "").Replace(n.String()), "0")))
}

// join is a union of tellings into groups.
type join struct{ groups []*group }

func newJoin(n int) *join {
	j := &join{make([]*group, n)}
	for i := range j.groups {
		j.groups[i] = &group{i}
	}
	return j
}

func (j *join) members(i int) group { return *j.groups[i] }

func (j *join) all(pairs []candidate, excludes func(a, b int) bool) {
	slices.SortFunc(pairs, func(a, b candidate) int { return cmp.Or(b.score-a.score, a.a-b.a, a.b-b.b) })
next:
	for _, p := range pairs {
		left, right := j.groups[p.a], j.groups[p.b]
		if left == right {
			continue
		}
		for _, a := range *left {
			for _, b := range *right {
				if excludes(a, b) {
					continue next
				}
			}
		}
		all := append(slices.Clone(*left), *right...)
		slices.Sort(all)
		for _, i := range all {
			j.groups[i] = &all
		}
	}
}
