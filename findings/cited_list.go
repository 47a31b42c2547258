package findings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/claims"
	"muster/interval"
)

// member is a number of a list in a sentence, with the words that say whose it is or of
// what: "nine from Lirien", "Marland 1,500".
type member struct {
	figure *Figure
	label  []string
	name   string // as the text writes it; "" where no name is among the words
}

// memberList is the numbers of one unit and rate in a sentence that have such words.
type memberList struct {
	document *knownDocument
	members  []member
}

// memberLists returns the lists of several members in a document, in the order of their
// first figures outside the headline.
func (v *View) memberLists(known *knownDocument) []memberList {
	return known.lists.get(func() []memberList { return v.findMemberLists(known) })
}

func (v *View) findMemberLists(known *knownDocument) []memberList {
	var out []memberList
	type place struct {
		begin     int // of the sentence
		unit, per string
	}
	seen := map[place]bool{}
	for _, f := range known.own {
		begin, _ := v.sentenceAround(f)
		at := place{begin, f.Claim.Unit, f.Claim.Per}
		if f.Headline || seen[at] {
			continue
		}
		seen[at] = true
		if members := v.members(f); len(members) > 1 {
			out = append(out, memberList{known, members})
		}
	}
	return out
}

// listsWith returns the lists that have a number, in the order of their documents.
func (v *View) listsWith(number *amount) []*memberList {
	v.lookups.members.get(func() bool {
		for _, known := range v.telling {
			if known.document == nil {
				continue
			}
			lists := v.memberLists(known)
			for i := range lists {
				for _, m := range lists[i].members {
					told := v.amountOf(m.figure)
					told.lists = append(told.lists, &lists[i])
				}
			}
		}
		return true
	})
	return number.lists
}

// members returns the numbers of a figure's sentence that have such words.
func (v *View) members(f *Figure) []member {
	begin, end := v.sentenceAround(f)
	var list []*Figure
	for _, g := range v.home(f).own {
		if n := g.Claim.Number; n.Start >= begin && n.End <= end && g.Claim.Value != nil && g.Claim.Relative == nil && g.Claim.Per == f.Claim.Per && g.Claim.Unit == f.Claim.Unit && !g.Headline {
			list = append(list, g)
		}
	}
	after := func(i int) string {
		to := end
		if i+1 < len(list) {
			to = max(list[i].Claim.Number.End, list[i+1].Claim.Number.Start)
		}
		return strings.TrimLeft(v.home(f).part(list[i].Claim.Number.End, to), " ")
	}
	ended := 0 // numbers that nothing follows in their clause: "Marland 40 and Ostria 20"
	for i := range list {
		rest := after(i)
		if rest == "" || strings.ContainsAny(rest[:1], ",;.:)") || strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "of them") || strings.HasPrefix(rest, "of these") {
			ended++
		}
	}
	var out []member
	from := begin
	for i, g := range list {
		var beside string
		if 2*ended < len(list) || 2*ended == len(list) && len(labelOf(labelPart(after(0), false))) > 0 {
			beside = labelPart(after(i), false)
		}
		label := labelOf(beside)
		if len(label) == 0 {
			beside = labelPart(v.home(f).part(from, g.Claim.Number.Start), true)
			label = labelOf(beside)
		}
		if len(label) > 0 {
			out = append(out, member{g, label, nameIn(beside, label)})
		}
		from = g.Claim.Number.End
	}
	return out
}

// labelPart returns the part of a stretch beside a number up to the nearest comma.
func labelPart(stretch string, before bool) string {
	if before {
		stretch = strings.TrimRight(stretch, " ")
		return stretch[strings.LastIndexFunc(stretch, endsLabel)+1:]
	}
	if at := strings.IndexFunc(stretch, endsLabel); at >= 0 {
		return stretch[:at]
	}
	return stretch
}

// endsLabel reports whether a mark ends the words beside a number that are its own.
func endsLabel(r rune) bool { return strings.ContainsRune(",;:.()—–\n", r) }

// nameIn returns the first name in a stretch, as it is written there: the words of a label
// that begin with a capital and follow one another.
func nameIn(stretch string, label []string) string {
	var name []string
	for _, word := range strings.Fields(stretch) {
		if unicode.IsUpper([]rune(word)[0]) && slices.Contains(label, strings.ToLower(word)) {
			name = append(name, word)
		} else if len(name) > 0 {
			break
		}
	}
	return strings.Join(name, " ")
}

// labelOf returns the words of a stretch, in small letters: names, and words of four
// letters and more.
func labelOf(stretch string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(stretch, func(r rune) bool { return !unicode.IsLetter(r) }) {
		first, _ := utf8.DecodeRuneInString(word)
		name := unicode.IsUpper(first)
		word = strings.ToLower(word)
		if (len(word) > 3 || name && len(word) > 2) && !saysNothing(word) {
			out = append(out, word)
		}
	}
	return out
}

// saysNothing reports whether a word beside a number says nothing of whose it is.
func saysNothing(word string) bool {
	switch word {
	case "from", "with", "will", "them", "these", "those", "come", "comes", "came", "have", "been", "were", "they", "that", "their", "each", "another", "other", "others", "more", "people", "million", "billion", "while", "whereas", "which", "whom", "when", "where", "make", "makes", "made", "than", "then", "only":
		return true
	}
	return false
}

// same reports whether two members are of one thing or body by their words.
func (m member) same(o member) bool {
	return slices.ContainsFunc(m.label, func(word string) bool { return slices.Contains(o.label, word) })
}

// listedOtherwise looks in lists of the sources of a telling for what a list with it has
// otherwise: two numbers that changed places, or one that differs among others that agree.
func (s *sources) listedOtherwise(f *Figure, texts *behind) (Finding, bool) {
	v := s.view
	mine, at := v.listOf(f)
	if mine == nil {
		return Finding{}, false
	}
	var near []*memberList
	for _, m := range mine.members { // lists without a number in common agree in nothing
		for _, theirs := range v.listsWith(v.amountOf(m.figure)) {
			if texts.hold(theirs.document) > besideIt && !slices.Contains(near, theirs) {
				near = append(near, theirs)
			}
		}
	}
	slices.SortStableFunc(near, func(a, b *memberList) int {
		return a.members[0].figure.Claim.Number.Start - b.members[0].figure.Claim.Number.Start
	})
	inOrderOf(texts, near, func(m *memberList) *knownDocument { return m.document })
	for _, theirs := range near {
		if finding, ok := s.beside(mine.members, at, theirs.members); ok {
			return finding, true
		}
	}
	return Finding{}, false
}

// listOf returns the list that a figure is in, and its place there; nil for none.
func (v *View) listOf(f *Figure) (*memberList, int) {
	lists := v.memberLists(v.home(f))
	for i := range lists {
		if at := slices.IndexFunc(lists[i].members, func(m member) bool { return m.figure == f }); at >= 0 {
			return &lists[i], at
		}
	}
	return nil, 0
}

// isSumOf reports whether the number of a member is that of all members of a list together.
func isSumOf(m member, list []member) bool {
	sum := interval.Int(0)
	for _, o := range list {
		if o.figure.Claim.Value == nil {
			return false
		}
		sum = sum.Add(*o.figure.Claim.Value)
	}
	return m.figure.Claim.Value != nil && sum.Equal(*m.figure.Claim.Value)
}

// beside sets one list beside that of a source, at one member of it.
func (s *sources) beside(mine []member, at int, theirs []member) (Finding, bool) {
	v, m := s.view, mine[at]
	if after, _, _ := strings.Cut(v.after40(m.figure), "."); holds(after, []string{" each", " apiece", " per "}) {
		return Finding{}, false // so many in each are no member beside how many there are
	}
	if before, _ := v.around(m.figure); strings.EqualFold(before, "of the ") || isSumOf(m, theirs) { // "of the 440, 210 will go"
		return Finding{}, false
	}
	agree := 0
	var differs []member // what the source has for the same
	for _, o := range theirs {
		if !m.same(o) {
			continue
		}
		a, b := &m.figure.Claim, &o.figure.Claim
		switch {
		case (besideNumber(a) || besideNumber(b)) && a.Unit == "" && !v.Comparer.things.Same(a.Counted, b.Counted):
		case equalValues(m, o):
			return Finding{}, false
		case !v.Comparer.Barred(m.figure, o.figure) && sameTime(a, b):
			differs = append(differs, o)
		}
	}
	if len(differs) != 1 {
		return Finding{}, false
	}
	o := differs[0]
	var place *member // has the number of the source, of what has the number here
	for i, other := range mine {
		if i == at || other.same(m) {
			continue
		}
		for _, p := range theirs {
			if other.same(p) && !p.same(o) {
				if equalValues(other, p) {
					agree++
				}
				if equalValues(other, o) && equalValues(m, p) {
					place = &mine[i]
				}
			}
		}
	}
	if place == nil && (agree == 0 || v.toldSoBy(m, o)) {
		return Finding{}, false
	}
	source := v.named(o.figure.Document)
	here := capital(v.named(m.figure.Document)) + " has " + memberWords(m)
	switch {
	case place != nil && v.isChange(m.figure, place.figure):
		return Finding{}, false
	case place != nil:
		return s.otherWayRound(o.figure, m, *place), true
	case agree == 1 && len(theirs) > 2 && m.figure.Claim.Value.Cmp(interval.Int(leastTold)) >= 0 && m.figure.Claim.Qualifier == o.figure.Claim.Qualifier && slices.ContainsFunc(theirs, func(p member) bool { return equalValues(m, p) && !p.same(m) }):
		return Finding{Severity: Info, Verdict: Conflict, Inputs: rests(o.figure, m.figure),
			Sentence: fmt.Sprintf("%s%s; %s has %s, and that number of another.", here, s.namingWords(m.figure, o.figure), source, memberWords(o))}, true
	case agree >= 2 && !((happened(m.figure.Claim.Stage) || m.figure.Claim.Stage == claims.Other) && o.figure.Claim.Act == claims.Plan && v.after(m.figure, o.figure) && misprint(*m.figure.Claim.Value, *o.figure.Claim.Value) == "") && !v.saysAnew(m.figure) && !holds(v.sentenceText(m.figure), []string{"instead of"}) && m.figure.Claim.Qualifier == o.figure.Claim.Qualifier:
		return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(o.figure, m.figure),
			Sentence: fmt.Sprintf("%s%s; %s has %s among the same others.", here, s.namingWords(m.figure, o.figure), source, memberWords(o))}, true
	}
	return Finding{}, false
}

// toldSoBy reports whether another text tells the number of a member beside its name, as an
// update does: "Eastmark can provide only 1,150 instead of 1,300".
func (v *View) toldSoBy(m, before member) bool {
	name := cmp.Or(m.name, m.figure.Claim.Counted)
	return name != "" && slices.ContainsFunc(v.sameNumber(m.figure), func(g *Figure) bool {
		if g.Document == m.figure.Document || v.after(g, m.figure) || !v.after(g, before.figure) || besideNumber(&g.Claim) && !v.Comparer.things.Same(g.Claim.Counted, m.figure.Claim.Counted) {
			return false
		}
		if list, at := v.listOf(g); list != nil && list.members[at].same(m) {
			return true
		}
		said := v.sentenceText(g)
		return strings.Contains(said, name) && strings.Contains(said, before.figure.Claim.Number.Exact)
	})
}

// isChange reports whether two numbers of a sentence are what was and what is: "from 36 million
// to 54 million", which may be told in either order.
func (v *View) isChange(a, b *Figure) bool {
	if b.Claim.Number.Start < a.Claim.Number.Start {
		a, b = b, a
	}
	between := " " + v.home(a).part(a.Claim.Number.End, b.Claim.Number.Start) + " "
	return !strings.ContainsAny(between, ",;.") && !strings.Contains(between, " and ") && holds(between, []string{" to ", " against ", " after ", " instead of "})
}

// otherWayRound makes the finding of two numbers that changed places, the same for either.
func (s *sources) otherWayRound(from *Figure, a, b member) Finding {
	if b.figure.Claim.Number.Start < a.figure.Claim.Number.Start {
		a, b = b, a
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(from, a.figure, b.figure),
		Sentence: fmt.Sprintf("%s has %s and %s%s; %s has the two numbers the other way round.",
			capital(s.view.named(a.figure.Document)), memberWords(a), memberWords(b), s.namingWords(a.figure, from), s.view.named(from.Document))}
}

func equalValues(a, b member) bool { return a.figure.Claim.Value.Equal(*b.figure.Claim.Value) }

// memberWords writes a member of a list: its number and the name that says whose it is.
func memberWords(m member) string {
	if m.figure.Claim.Quote.Exact != m.figure.Claim.Number.Exact && m.figure.Claim.Unit == "" {
		return fullWords(m.figure.Claim)
	}
	if m.name == "" {
		return fullWords(m.figure.Claim)
	}
	return fullWords(m.figure.Claim) + " (" + m.name + ")"
}
