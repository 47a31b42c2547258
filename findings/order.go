package findings

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"muster/claims"
	"muster/interval"
)

// order looks at stages: what waits for approval is told as such, and no more
// is deployed than approved, or approved than requested.
func order() Rule {
	return Rule{ID: "order", Version: 3, Title: "Do the stages follow on each other?", Look: func(v *View) []Finding {
		comparer := v.Comparer
		var out []Finding
		links := v.links
		for _, group := range v.Groups {
			if f, ok := pending(v, links, comparer, group); ok {
				out = append(out, f)
			}
		}
		for _, step := range stageSteps() {
			for _, known := range v.telling {
				out = append(out, exceeds(v, known.own, comparer, step[0], step[1])...)
			}
		}
		return out
	}}
}

// pending says of a figure that is told as not yet approved by whom, and
// whether another document tells it as approved or sent all the same.
func pending(v *View, links links, comparer *Comparer, group []*Figure) (Finding, bool) {
	var waiting []*Figure
	for _, f := range group {
		if f.Claim.Stage == claims.Pending && supplied(&f.Claim) && (isName(f.Claim.Approver) || v.says(f, approvals)) {
			waiting = append(waiting, f)
		}
	}
	if len(waiting) == 0 {
		return Finding{}, false
	}
	f := waiting[0]
	approver := ""
	for _, w := range waiting {
		if approver == "" && isName(w.Claim.Approver) {
			approver = w.Claim.Approver
		}
	}
	subject, verb := subjectOf(f.Claim)
	sentence := fmt.Sprintf("%s %s told as not yet approved", subject, verb)
	if approver != "" {
		sentence += " by " + the(approver)
	}
	var later, contrary []*Figure
	for _, g := range v.sameNumber(f) {
		if !passed(g.Claim.Stage) || planned(g.Claim) || g.Headline && v.bodyTells(g) || !comparer.sameAmount(f, g) {
			continue
		}
		if links.lead(f.Document, g.Document) {
			continue // there it was before: who waits for approval was added here
		}
		if v.after(g, f) && !links.lead(g.Document, f.Document) {
			later = append(later, g)
		} else {
			contrary = append(contrary, g)
		}
	}
	out := Finding{Severity: Info, Verdict: Consistent, Inputs: rests(waiting...)}
	switch {
	case len(contrary) > 0:
		g := contrary[0]
		out.Severity, out.Verdict = Warning, Conflict
		out.Inputs = append(out.Inputs, rests(contrary...)...)
		out.Sentence = fmt.Sprintf("%s in %s, but %s as %s in %s.", sentence, v.named(f.Document), quoted(g.Claim.Quote.Exact), g.Claim.Stage, v.named(g.Document))
	case len(later) > 0:
		g := later[0]
		out.Inputs = append(out.Inputs, rests(later...)...)
		out.Sentence = fmt.Sprintf("%s in %s, and later as %s in %s.", sentence, v.named(f.Document), g.Claim.Stage, v.named(g.Document))
	default:
		them := "them"
		if verb == "is" {
			them = "it"
		}
		out.Sentence = fmt.Sprintf("%s; no document has %s approved.", sentence, them)
	}
	return out, true
}

// approvals matches words of approval: what is only planned, or lent, or allotted,
// waits for none.
var approvals = newPattern(`(?i)\b(?:un)?(?:approv|authori[sz]|sign(?:ed|s)? off|sign-off|green[ -]light|go-ahead|clearance|ratif|permission|consent|endors)`)

// supplied reports whether a figure counts people or things that somebody is to
// send: not a share, a time or a handful.
func supplied(f *claims.Figure) bool {
	return f.Unit == "" && f.Per == "" && f.Value != nil && f.Value.Cmp(interval.Int(20)) >= 0 && f.Counted != "" &&
		(f.Organisation != "" || isName(f.Approver))
}

// isName reports whether words name somebody: some word after "the" begins with
// a capital letter.
func isName(s string) bool {
	s = strings.TrimPrefix(s, "the ")
	return s != "" && unicode.IsUpper([]rune(s)[0])
}

// subjectOf writes a figure as the subject of a sentence, with its verb: "The
// 21,000 National Guard members", "are".
func subjectOf(f claims.Figure) (subject, verb string) {
	verb = "are"
	if f.Unit != "" && f.Unit != "percent" || f.Value != nil && f.Value.Equal(interval.Int(1)) || f.Counted == "" {
		verb = "is"
	}
	if f.Qualifier != claims.Exact || f.Value == nil || f.Unit != "" || f.Counted == "" {
		return quoted(f.Quote.Exact), verb
	}
	return "The " + f.Value.Grouped(2) + " " + f.Counted, verb
}

// planned reports whether "ordered" is only a future told in the outlet's voice:
// "will send", "to deploy".
func planned(f claims.Figure) bool { return f.Stage == claims.Ordered && f.Act == claims.Plan }

// bodyTells reports whether the text below a headline tells its number too: the
// headline is then read by it, as headlines are too short to say the stage.
func (v *View) bodyTells(head *Figure) bool {
	return slices.ContainsFunc(v.sameNumber(head), func(f *Figure) bool { return f.Document == head.Document && !f.Headline })
}

func passed(s claims.Stage) bool {
	return s == claims.Approved || s == claims.Ordered || s == claims.Deployed
}

// stageSteps are the stages of which the first cannot be more than the second.
func stageSteps() [][2]claims.Stage {
	return [][2]claims.Stage{{claims.Deployed, claims.Approved}, {claims.Approved, claims.Requested}}
}

// exceeds finds figures of a later stage that lie above those of the stage
// before.
func exceeds(v *View, list []*Figure, comparer *Comparer, later, before claims.Stage) []Finding {
	var out []Finding
	for _, pair := range ordered(list, comparer, later, before) {
		f, limit := pair[0], pair[1]
		if !besideNumber(&f.Claim) && !v.sameSentence(f, limit) {
			continue // what is counted was carried to it from elsewhere
		}
		if !above(f.Claim.Reading, limit.Claim.Reading) || v.ofAnotherYear(f) || v.ofAnotherYear(limit) {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Verdict: Conflict, Inputs: rests(f, limit),
			Sentence: fmt.Sprintf("%s says %s as %s, more than %s told as %s.", capital(v.named(f.Document)),
				quoted(f.Claim.Quote.Exact), later, quoted(limit.Claim.Quote.Exact), before),
		})
	}
	return out
}

// ordered pairs figures of one document that are of a later stage with those of the
// stage before. Only figures of one body and one time are paired, and only where
// there is one figure of the stage before: with several, they may add up.
func ordered(list []*Figure, comparer *Comparer, later, before claims.Stage) [][2]*Figure {
	var limits []*Figure
	for _, f := range list {
		if f.Claim.Stage == before && !f.Headline && supplied(&f.Claim) {
			limits = append(limits, f)
		}
	}
	if len(limits) == 0 {
		return nil
	}
	var out [][2]*Figure
	for _, f := range list {
		if f.Claim.Stage != later || f.Headline || f.Claim.Organisation == "" || !known(f.Claim.Reading) {
			continue
		}
		var limit *Figure
		several := false
		for _, g := range limits {
			if comparer.Stages(f, g) == "" {
				several, limit = limit != nil, g
			}
			if several {
				break
			}
		}
		if limit != nil && !several {
			out = append(out, [2]*Figure{f, limit})
		}
	}
	return out
}

// ofAnotherYear reports whether the sentence of a figure names a year before that of its
// publication: "since the flood of 2013, when 4,600 soldiers filled sandbags".
func (v *View) ofAnotherYear(f *Figure) bool {
	day := v.day(f)
	return day != "" && v.has(ofYear, f, func() bool { return yearBefore(v.sentenceText(f), string(day[:4])) })
}

// yearBefore reports whether a sentence has a year of the last century or this one that lies
// before another.
func yearBefore(sentence, year string) bool {
	digit := func(i int) bool { return i < len(sentence) && sentence[i] >= '0' && sentence[i] <= '9' }
	for i := 0; i < len(sentence); i++ {
		if !digit(i) {
			continue
		}
		from := i
		for digit(i) {
			i++
		}
		if word := sentence[from:i]; len(word) == 4 && (word[:2] == "19" || word[:2] == "20") && word < year {
			return true
		}
	}
	return false
}
