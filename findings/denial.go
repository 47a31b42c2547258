package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// denial sets a figure that is denied beside the tellings it denies. Both are
// kept: Muster does not say who is right.
func denial() Rule {
	return Rule{ID: "denial", Version: 7, Title: "Is a figure denied?", Look: func(v *View) []Finding {
		var out []Finding
		var before [][]*Figure // of each, what was told before
		var again []denialRetold
		things, names := v.Comparer.things, v.Comparer.names
		for _, f := range v.Figures {
			if f.Claim.Act != claims.Deny && f.Denies == "" || f.Claim.Change != nil || v.keepsTo(f) || v.ratherThan(f) { // who denies a change denies neither of its ends
				continue
			}
			own := f.Denies == "" && (f.Claim.Per == "" || len(f.Claim.Attribution.Chain) < 2) && v.toldBefore(f)
			if own && len(f.Claim.Attribution.Chain) < 2 {
				continue // a text does not deny in its own voice what it tells
			}
			// What tells the number of something else too denies only what has its words.
			if told := denied(v, things, f); !own && len(told) > 0 && told[0].Claim.Value != nil {
				before = append(before, told)
				severity := Warning
				if !v.reviewedBoth(f, told) || v.deniesItself(f, told) || !slices.ContainsFunc(told, func(f *Figure) bool { return !v.answered(f) }) {
					severity = Info // which number is denied is often misread; likelier two things than a body that denies what it says; or every text tells the denial too
				}
				out = append(out, Finding{
					Severity: severity, Verdict: Conflict, Inputs: rests(append([]*Figure{f}, told...)...),
					Sentence: fmt.Sprintf("%s, told by %s, is denied %s; both are kept.", quoted(told[0].Claim.Quote.Exact), v.named(told[0].Document), denier(v, names, f)),
				})
			}
			for _, later := range v.toldAgain(f) {
				if len(out) > 0 && slices.Contains(out[len(out)-1].Inputs, input(later)) {
					continue // said already, with those told before
				}
				again = v.retoldOnce(again, denialRetold{f, later})
			}
		}
		out = slices.DeleteFunc(out, func(Finding) bool {
			told := before[0]
			before = before[1:]
			return !slices.ContainsFunc(told, func(f *Figure) bool {
				return !slices.ContainsFunc(again, func(r denialRetold) bool { return r.later.ID == f.ID })
			}) // all of them come after another denial
		})
		for _, r := range again {
			out = append(out, Finding{
				Severity: Warning, Verdict: Conflict, Inputs: rests(r.denial, r.later),
				Sentence: fmt.Sprintf("%s says %s %s, which was denied %s; both are kept.", capital(v.dated(r.later.Document)), fullWords(r.later.Claim), asFact(r.later.Claim), deniedOn(denier(v, names, r.denial), v.day(r.denial))),
			})
		}
		return append(out, v.deniedDays()...)
	}}
}

// keepsTo reports whether a denial is that a limit will be changed: who rejects "that the
// ceiling of 40,000 would be lifted" keeps to it.
func (v *View) keepsTo(denial *Figure) bool {
	before, after := v.around(denial)
	return v.denied().in("limit", before) && v.denied().in("beyond", after)
}

// ratherThan reports whether a number is only told as that of another, beside its own: "home to
// 11,900 people rather than 11,400".
func (v *View) ratherThan(denial *Figure) bool {
	before, _ := v.around(denial)
	return denial.Denies == "" && strings.HasSuffix(strings.TrimSuffix(before, "the "), "rather than ") && v.besideAnother(denial)
}

// reviewedBoth reports whether somebody has reviewed a denial and a figure that it denies.
func (v *View) reviewedBoth(denial *Figure, told []*Figure) bool {
	return denial.Status.Reviewed() && slices.ContainsFunc(told, func(f *Figure) bool { return f.Status.Reviewed() })
}

// denialRetold is what was denied with a telling of it that comes after.
type denialRetold struct{ denial, later *Figure }

// retoldOnce adds one to the list, in which each telling stands once: beside the
// earliest denial, of several of one day the one in the denier's own text.
func (v *View) retoldOnce(list []denialRetold, r denialRetold) []denialRetold {
	i := slices.IndexFunc(list, func(o denialRetold) bool { return o.later.ID == r.later.ID })
	if i < 0 {
		return append(list, r)
	}
	if v.denialBefore(r.denial, list[i].denial) {
		list[i] = r
	}
	return list
}

func (v *View) denialBefore(a, b *Figure) bool {
	x, y := v.day(a), v.day(b)
	own, other := len(v.chain(a)) == 0, len(v.chain(b)) == 0
	return x < y || x == y && (own && !other || own == other && a.ID < b.ID)
}

// ownDenial reports whether a telling stands in a text of the one who denies it: an
// office names in its release what it calls untrue.
func (v *View) ownDenial(denial, f *Figure) bool {
	return f.Document != denial.Document && v.Comparer.names.Same(whoDenies(denial).Name, v.home(f).document.Publisher)
}

// deniesItself reports whether all that a denial is about is told by the one who denies it, or
// laid to it.
func (v *View) deniesItself(denial *Figure, told []*Figure) bool {
	who := whoDenies(denial).Name
	if len(v.chain(denial)) == 0 {
		who = v.home(denial).document.Publisher
	}
	return who != "" && !slices.ContainsFunc(told, func(f *Figure) bool {
		return !v.Comparer.names.Same(v.home(f).document.Publisher, who) && !v.Comparer.names.Same(v.home(f).document.Publisher, v.home(denial).document.Publisher) &&
			!slices.ContainsFunc(v.chain(f), func(h claims.Hop) bool { return v.Comparer.names.Same(origins.Owner(h.Name), who) })
	})
}

// whoDenies returns the hop whose own act a denial is; who is denied stands behind.
func whoDenies(f *Figure) claims.Hop {
	for _, hop := range f.Claim.Attribution.Chain {
		if hop.Role == claims.RoleSpeaker {
			return hop
		}
	}
	return f.Claim.Attribution.Root()
}

// deniedOn adds the day of a denial to who denies where, unless it stands there.
func deniedOn(where string, day interval.Date) string {
	if strings.HasSuffix(where, "("+longDate(day)+")") {
		return where
	}
	return where + " on " + longDate(day)
}

// denied returns the tellings that a denial is about: the figure it names with
// the other tellings of it, or those of the same amount, rate and thing.
func denied(v *View, things *origins.Things, denial *Figure) []*Figure {
	var out []*Figure
	for _, i := range v.groupsNear(denial) {
		group := v.Groups[i]
		var members []*Figure
		hit := false
		for _, f := range group {
			if f.ID == denial.ID || f.Claim.Act == claims.Deny || v.ownDenial(denial, f) {
				continue
			}
			members = append(members, f)
			hit = hit || f.ID == denial.Denies || denial.Denies == "" && saysNo(things, denial.Claim, f.Claim, leastTold) && v.meant(f, denial) && !v.after(f, denial)
		}
		if hit {
			out = append(out, members...)
		}
	}
	return out
}

// wordBehind returns the first word behind a figure that carries meaning: "died" of
// "12 people had died".
func (v *View) wordBehind(f *Figure) string {
	_, end := v.sentenceAround(f)
	for _, word := range wordsAt(v.home(f).part(f.Claim.Quote.End, end)) {
		if len(word.text) >= 4 && !slices.Contains([]string{"have", "were", "been", "being"}, word.text) {
			return word.text
		}
	}
	return ""
}

// tellsDenied reports whether a telling is of what a denial denies: as done, or, of the
// same body, as settled where a plan was denied.
func (v *View) tellsDenied(f, denial *Figure) bool {
	if f.Claim.Act == claims.Assert && !wished(f.Claim.Stage) || f.Claim.Act != claims.Deny && v.sources().stages.done(v.after40(f)) { // "for the 90 families who were evicted the winter will be long"
		return true
	}
	body := denial.Claim.Organisation
	if v.laidTo(f, denial) || v.cites(f, denial.Document) && !v.toldSince(f, denial) {
		return f.Claim.Act != claims.Deny
	}
	return f.Claim.Act == claims.Plan && passed(f.Claim.Stage) && (wished(denial.Claim.Stage) || denial.Claim.Stage == claims.Ordered) &&
		body != "" && v.Comparer.names.Same(body, f.Claim.Organisation)
}

// toldSince reports whether the publisher of a denial told in the meantime, as true, what it had
// told as denied.
func (v *View) toldSince(f, denial *Figure) bool {
	return slices.ContainsFunc(v.sameNumber(denial), func(g *Figure) bool {
		return g.Document != f.Document && g.Claim.Act != claims.Deny && v.after(g, denial) && !v.after(g, f) &&
			v.home(g).document.Publisher == v.home(denial).document.Publisher
	})
}

// laidTo reports whether a telling names the one who denies it as its source.
func (v *View) laidTo(f, denial *Figure) bool {
	return f.Document != denial.Document && slices.ContainsFunc(v.chain(f), func(h claims.Hop) bool { return v.Comparer.names.Same(h.Name, whoDenies(denial).Name) })
}

// asFact says how a telling tells what was denied.
func asFact(f claims.Figure) string {
	switch {
	case f.Act == claims.Plan:
		return "as settled"
	case f.Act != claims.Assert || wished(f.Stage):
		return "as if it were so"
	}
	return "as a fact"
}

// groupsNear returns the groups that a denial may be about: of the figure it
// names, or of figures of its number.
func (v *View) groupsNear(denial *Figure) []int {
	var out []int
	near := v.sameNumber(denial)
	if named := v.Figure(denial.Denies); named != nil {
		near = append(slices.Clone(near), named)
	}
	for _, f := range near {
		if i, ok := v.groupOf(f); ok && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// saysNo reports whether a denial that names no figure can only be of this one:
// the same number, rate and counted thing, and no number below the least.
func saysNo(things *origins.Things, denial, f claims.Figure, least int64) bool {
	return denial.Value != nil && f.Value != nil && denial.Value.Equal(*f.Value) && f.Value.Cmp(interval.Int(least)) >= 0 &&
		denial.Unit == f.Unit && f.Unit != "percent" && denial.Per == f.Per && denial.Counted != "" && f.Counted != "" &&
		(things.Head(denial.Counted) == things.Head(f.Counted) || f.Per != "" && things.Same(denial.Counted, f.Counted)) &&
		(denial.Organisation == "" || f.Organisation == "" || nested(denial.Organisation, f.Organisation))
}

// nested reports whether one name is the other, or says more of it: "National
// Guard" and "Ohio National Guard".
func nested(a, b string) bool {
	a, b = " "+strings.ToLower(a)+" ", " "+strings.ToLower(b)+" "
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// sharedWithTrue returns how many of the words beside a telling stand in the sentences
// in which the text of a denial tells its number as true.
func (v *View) sharedWithTrue(denial *Figure, beside map[string]bool) int {
	most := 0
	for _, f := range v.sameNumber(denial) {
		if f.Document == denial.Document && f.Claim.Act != claims.Deny && !v.answered(f) {
			most = max(most, origins.SharedWords(v.wordsBeside(f), beside))
		}
	}
	return most
}

// toldBefore reports whether a figure's own document tells its number too, and
// does not deny it.
func (v *View) toldBefore(f *Figure) bool {
	return slices.ContainsFunc(v.sameNumber(f), func(g *Figure) bool { return g.Document == f.Document && g.Claim.Act != claims.Deny && !v.answered(g) })
}

// meant reports whether a denial that names no figure is near enough to a
// telling: a round number that is no rate is denied and told of many things.
func (v *View) meant(f, denial *Figure) bool {
	return f.Claim.Per != "" || significant(*f.Claim.Value) > 1 || f.Document == denial.Document || v.cites(denial, f.Document) ||
		v.links.lead(denial.Document, f.Document) || f.Claim.Organisation != "" && f.Claim.Organisation == denial.Claim.Organisation
}

// denier says who denies, where the words name somebody, and in which document.
func denier(v *View, names origins.Identity, f *Figure) string {
	where := v.named(f.Document)
	root, publisher := whoDenies(f), v.home(f).document.Publisher
	switch own := names.Same(root.Name, publisher) || len(f.Claim.Attribution.Chain) < 2; {
	case own && v.office(publisher):
		return "by " + the(where)
	case own, !isName(root.Name):
		return "in " + where // a paper may only tell that somebody denies
	}
	return "by " + the(root.Name) + " in " + where
}
