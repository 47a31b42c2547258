package findings

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
	"muster/origins"
)

// order looks at stages: what waits for approval is told as such, and no more
// is deployed than approved, or approved than requested.
func order() Rule {
	return Rule{ID: "order", Version: 1, Title: "Do the stages follow on each other?", Check: func(state *dossier.State, trace *origins.Trace) []Finding {
		things := origins.NewThings()
		var out []Finding
		list, links := state.Comparable(), linksOf(trace)
		for _, group := range tellings(state, trace) {
			if f, ok := pending(state, links, things, group, list); ok {
				out = append(out, f)
			}
		}
		for _, step := range [][2]claims.Stage{{claims.Deployed, claims.Approved}, {claims.Approved, claims.Requested}} {
			out = append(out, exceeds(state, list, things, step[0], step[1])...)
		}
		return out
	}}
}

// pending says of a figure that is told as not yet approved by whom, and
// whether another document tells it as approved or sent all the same.
func pending(state *dossier.State, links links, things *origins.Things, group, list []dossier.Figure) (Finding, bool) {
	var waiting []dossier.Figure
	for _, f := range group {
		if f.Claim.Stage == claims.Pending && supplied(f.Claim) {
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
	var later, contrary []dossier.Figure
	for _, g := range list {
		if !passed(g.Claim.Stage) || !sameAmount(things, f.Claim, g.Claim) {
			continue
		}
		if links.lead(f.Document, g.Document) {
			continue // there it was before: who waits for approval was added here
		}
		if after(state, g, f) && !links.lead(g.Document, f.Document) {
			later = append(later, g)
		} else {
			contrary = append(contrary, g)
		}
	}
	out := Finding{Severity: Info, Verdict: Consistent, Inputs: inputs(waiting...)}
	switch {
	case len(contrary) > 0:
		g := contrary[0]
		out.Severity, out.Verdict = Warning, Conflict
		out.Inputs = append(out.Inputs, inputs(contrary...)...)
		out.Sentence = fmt.Sprintf("%s in %s, but %s as %s in %s.", sentence, named(state, f.Document), quoted(g.Claim.Quote.Exact), g.Claim.Stage, named(state, g.Document))
	case len(later) > 0:
		g := later[0]
		out.Inputs = append(out.Inputs, inputs(later...)...)
		out.Sentence = fmt.Sprintf("%s in %s, and later as %s in %s.", sentence, named(state, f.Document), g.Claim.Stage, named(state, g.Document))
	default:
		them := "them"
		if verb == "is" {
			them = "it"
		}
		out.Sentence = fmt.Sprintf("%s; no document tells %s approved.", sentence, them)
	}
	return out, true
}

// supplied reports whether a figure counts people or things that somebody is to
// send: not a share, a time or a handful.
func supplied(f claims.Figure) bool {
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

func passed(s claims.Stage) bool {
	return s == claims.Approved || s == claims.Ordered || s == claims.Deployed
}

// sameAmount reports whether two figures tell the same number of the same
// thing of the same body, whatever the stage.
func sameAmount(things *origins.Things, a, b claims.Figure) bool {
	return a.Value != nil && b.Value != nil && a.Value.Equal(*b.Value) && sameScope(things, a, b) && a.Act != claims.Deny && b.Act != claims.Deny
}

// sameScope reports whether two figures may be set against each other: the
// same unit, rate, thing, body and place.
func sameScope(things *origins.Things, a, b claims.Figure) bool {
	return a.Unit == b.Unit && a.Per == b.Per && a.Counted != "" && b.Counted != "" && things.Same(a.Counted, b.Counted) &&
		a.Organisation == b.Organisation && a.Place == b.Place && a.Relative == nil && b.Relative == nil && a.Direction == "" && b.Direction == ""
}

// after reports whether a was published on a later day than b.
func after(state *dossier.State, a, b dossier.Figure) bool {
	x, errX := interval.ParseDate(state.Document(a.Document).Published)
	y, errY := interval.ParseDate(state.Document(b.Document).Published)
	return errX == nil && errY == nil && x > y
}

// exceeds finds figures of a later stage that lie above those of the stage
// before. Only figures of one document, one body and one time are compared, and
// only where there is one figure of the stage before: with several, they may
// add up.
func exceeds(state *dossier.State, list []dossier.Figure, things *origins.Things, later, before claims.Stage) []Finding {
	var out []Finding
	limits := map[string][]dossier.Figure{} // by document
	for _, f := range list {
		if f.Claim.Stage == before {
			limits[f.Document] = append(limits[f.Document], f)
		}
	}
	for _, f := range list {
		if f.Claim.Stage != later || f.Claim.Organisation == "" || !known(f.Claim.Reading) {
			continue
		}
		limits := slices.DeleteFunc(slices.Clone(limits[f.Document]), func(g dossier.Figure) bool {
			return !sameScope(things, f.Claim, g.Claim) || !sameTime(f.Claim, g.Claim)
		})
		if len(limits) != 1 || !above(f.Claim.Reading, limits[0].Claim.Reading) {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Verdict: Conflict, Inputs: inputs(f, limits[0]),
			Sentence: fmt.Sprintf("%s tells %s as %s, more than %s told as %s.", capital(named(state, f.Document)),
				quoted(f.Claim.Quote.Exact), later, quoted(limits[0].Claim.Quote.Exact), before),
		})
	}
	return out
}

func sameTime(a, b claims.Figure) bool {
	return a.About == nil || b.About == nil || a.About.Overlaps(b.About.Period)
}
