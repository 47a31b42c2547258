package pages

import (
	"slices"

	"muster/claims"
	"muster/dossier"
	"muster/findings"
)

// published returns the part of a state that everybody may see. Findings and
// origins are worked out from this part alone, so that nothing else shows
// through them.
func published(state *dossier.State) *dossier.State {
	out := *state
	above := state.Settings.Publish.ProposalsAbove
	shown := map[string]bool{}
	for _, f := range state.Figures {
		shown[f.ID] = f.Status.Reviewed() || f.Status == dossier.Retracted || f.Status == dossier.Proposed && above > 0 && f.Claim.Confidence >= above
	}
	out.Figures = nil
	for _, f := range state.Figures {
		if !shown[f.ID] {
			continue
		}
		f.Differs, f.History = nil, publicHistory(f.History)
		f.Claim.Quote = shortQuote(f.Claim.Quote)
		if !shown[f.PartOf] {
			f.PartOf = ""
		}
		if !shown[f.Denies] {
			f.Denies = ""
		}
		if !shown[f.From] {
			f.From = ""
		}
		out.Figures = append(out.Figures, f)
	}
	seen := func(c dossier.Comparison) bool {
		return !slices.ContainsFunc(c.Figures, func(id string) bool { return !shown[id] })
	}
	out.Comparisons = nil
	for _, c := range state.Comparisons {
		if seen(c) {
			out.Comparisons = append(out.Comparisons, c)
		}
	}
	out.Statements = nil
	for _, st := range state.Statements {
		if st.Status == dossier.Accepted || st.Status == dossier.Proposed && above > 0 {
			out.Statements = append(out.Statements, st)
		}
	}
	return &out
}

// unseen reports whether a finding rests on words of a text that nobody reviewed
// and that no figure shown holds: it stands on no published page.
func unseen(f findings.Finding) bool {
	return f.Unreviewed && slices.ContainsFunc(f.Inputs, func(in findings.Input) bool { return in.Figure == "" })
}

// publicHistory leaves out what the reader said after its first proposal: where
// nobody has taken it over, it is a proposal like any other.
func publicHistory(history []dossier.Event) []dossier.Event {
	out := slices.Clone(history)
	for i := range out {
		if i > 0 && out[i].Action == dossier.Propose {
			out[i].Claim = nil
		}
		if claim := out[i].Claim; claim != nil {
			said := *claim
			said.Quote = shortQuote(said.Quote)
			out[i].Claim = &said
		}
	}
	return out
}

// shortQuote leaves out the words around a quote, which may be those of a figure
// that is not published.
func shortQuote(q claims.Quote) claims.Quote {
	q.Prefix, q.Suffix = "", ""
	return q
}
