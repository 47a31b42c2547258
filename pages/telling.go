package pages

import (
	"strings"
	"time"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// longestQuote is how long, in bytes, a quote may be to stand for the figure.
const longestQuote = 90

// Words returns the figure as told, with what is counted: "more than 5,000
// firefighters", "3,000 inspections a day".
func (t *telling) Words() string {
	c := t.Claim
	quote := strings.Join(strings.Fields(c.Quote.Exact), " ")
	out := t.Told()
	if !t.amountEdited() && len(quote) <= longestQuote && (holds(quote, c.Counted) || c.Relative != nil) {
		out = quote
	}
	if c.Relative != nil && c.Relative.Base != "" {
		return joined(out, c.Relative.Base)
	}
	add := func(words string) {
		if !holds(out, words) {
			out += " " + words
		}
	}
	switch c.Unit {
	case "", "share", "times":
	case "percent":
		if !holds(out, "%") && !holds(out, "per cent") {
			add("percent")
		}
	default:
		if !isCurrency(c.Unit) || t.amountEdited() {
			add(c.Unit)
		}
	}
	add(c.Counted)
	if c.Per != "" && !holds(out, "a "+c.Per) && !holds(out, "per "+c.Per) && !holds(out, adverb(c.Per)) {
		add(per(c.Per))
	}
	return out
}

func holds(text, words string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(words))
}

// joined puts two pieces of one text together where the end of the first is
// the start of the second: "triple the number" and "number of arrests".
func joined(first, second string) string {
	words := strings.Fields(first)
	for i := range words {
		tail := strings.Join(words[i:], " ")
		if strings.HasPrefix(second, tail+" ") || second == tail {
			return strings.Join(append(words[:i:i], second), " ")
		}
	}
	return first + " " + second
}

// amountEdited reports whether a curator changed the amount itself: the words
// of the document then no longer say what is recorded.
func (t *telling) amountEdited() bool {
	a, b := t.Claim, t.Proposal
	same := a.Qualifier == b.Qualifier && a.Unit == b.Unit && a.Per == b.Per && a.Stated.Equal(b.Stated) && a.Number == b.Number
	return t.Status == dossier.Edited && !same
}

// Told returns the bare number as told, qualifier included.
func (t *telling) Told() string {
	if t.amountEdited() || t.Claim.Number.Exact == "" {
		return amount(t.Claim)
	}
	return t.Claim.Number.Exact
}

// amount writes what a curator recorded.
func amount(c claims.Figure) string {
	switch {
	case c.Value == nil:
		return c.Stated.String()
	case c.Qualifier == claims.Exact:
		return c.Value.Grouped(4)
	case c.Qualifier == claims.Range || c.Qualifier == claims.Vague:
		return c.Stated.String()
	}
	return qualifierName(c.Qualifier) + " " + c.Value.Grouped(4)
}

func per(unit string) string {
	switch unit {
	case "":
		return ""
	case "hour":
		return "an hour"
	}
	return "a " + unit
}

func adverb(unit string) string {
	if unit == "day" {
		return "daily"
	}
	return unit + "ly"
}

func isCurrency(unit string) bool { return len(unit) == 3 && strings.ToUpper(unit) == unit }

// Stage returns the figure's stage; none told is Other.
func (t *telling) Stage() claims.Stage {
	if t.Claim.Stage == "" {
		return claims.Other
	}
	return t.Claim.Stage
}

// Approval says how the figure stands with whoever has to approve it.
func (t *telling) Approval() string {
	by := ""
	if t.Claim.Approver != "" {
		by = " by " + t.Claim.Approver
	}
	switch t.Claim.Stage {
	case claims.Pending:
		return "not yet approved" + by
	case claims.Approved:
		if by != "" {
			return "approved" + by
		}
	case claims.Refused:
		if by != "" {
			return "refused" + by
		}
	}
	return ""
}

// Chain writes who has it from whom: "The Independent ← NBC News".
func (t *telling) Chain() string { return chainText(t.Claim.Attribution.Chain, t.Doc) }

func chainText(chain []claims.Hop, doc *dossier.Document) string {
	var names []string
	for _, hop := range chain {
		if hop.Name != "" {
			names = append(names, hop.Name)
		}
	}
	if len(names) == 0 {
		if doc == nil || doc.Publisher == "" {
			return "source not said"
		}
		return doc.Publisher
	}
	return strings.Join(names, " ← ")
}

// OwnVoice reports whether the outlet tells the figure in its own voice.
func (t *telling) OwnVoice() bool {
	return len(t.Claim.Attribution.Chain) < 2
}

// About writes the time the figure holds for.
func (t *telling) About() string {
	if t.Claim.About == nil {
		return "no time told"
	}
	return periodName(t.Claim.About.Period)
}

// Known returns the moment from which the record holds the figure as shown.
func (t *telling) Known() time.Time {
	var out time.Time
	for i, e := range t.History {
		if i == 0 || e.Entry <= t.Entry {
			out = e.Time
		}
	}
	return out
}

// Reworded reports whether a curator recorded another amount than the words.
func (t *telling) Reworded() bool {
	return t.amountEdited() && t.Claim.Number.Exact != "" && !strings.EqualFold(amount(t.Claim), t.Claim.Number.Exact)
}

// PartsOpen reports whether a total was told with some of its parts only.
func (t *telling) PartsOpen() bool { return t.Claim.Parts != nil && *t.Claim.Parts == "open" }

// Pending reports whether the figure must be marked as not approved.
func (t *telling) Pending() bool { return t.Claim.Stage == claims.Pending }

// Outlived reports whether the newest version of the document no longer holds a
// figure that was decided on.
func (t *telling) Outlived() bool { return t.Status.Reviewed() && t.Version < t.Doc.Version }

// IsProposal reports whether nobody has reviewed the figure.
func (t *telling) IsProposal() bool { return t.Status == dossier.Proposed }

// Implied returns the base that a relative figure implies for another telling
// of the level ("triple" against 3,000 implies 1,000), or nil.
func implied(level, factor interval.Interval) *interval.Interval {
	if level.IsAll() || factor.IsAll() || !level.Min.Bounded && !level.Max.Bounded {
		return nil
	}
	i := interval.Ratio(level, factor)
	return &i
}

// rough writes an interval that was worked out: no more digits than it bears.
func rough(i interval.Interval) string {
	decimals := 2
	for _, e := range []interval.End{i.Min, i.Max} {
		if e.Bounded && e.Value.Cmp(interval.Int(10)) >= 0 {
			decimals = 0
		}
	}
	low, high := i.Min.Value.Grouped(decimals), i.Max.Value.Grouped(decimals)
	switch {
	case i.IsAll():
		return "any number"
	case !i.Max.Bounded:
		return "at least " + low
	case !i.Min.Bounded:
		return "at most " + high
	case low == high:
		return low
	}
	return low + " to " + high
}

// context returns the quote with the text around it: whole words, at most about
// as much as a short quotation.
func (t *telling) context() (before, quote, after string) {
	const around = 150
	q := t.Claim.Quote
	text := []rune(t.Doc.Text)
	if q.Start < 0 || q.End > len(text) || q.Start >= q.End || string(text[q.Start:q.End]) != q.Exact {
		return q.Prefix, q.Exact, q.Suffix // the text is another version's
	}
	from, to := q.Start, q.End
	for from > 0 && q.Start-from < around && !sentenceEnd(text, from-1) {
		from--
	}
	for to < len(text) && to-q.End < around && text[to] != '\n' && (to == q.End || !sentenceEnd(text, to-1)) {
		to++
	}
	before, after = string(text[from:q.Start]), string(text[q.End:to])
	if from > 0 && q.Start-from >= around {
		_, before, _ = strings.Cut(before, " ")
		before = "… " + before
	}
	if to < len(text) && to-q.End >= around {
		if i := strings.LastIndex(after, " "); i > 0 {
			after = after[:i]
		}
		after += " …"
	}
	return before, q.Exact, after
}

// sentenceEnd reports whether a sentence seems to end with the rune at i. It
// is for showing only, so a wrong cut does no harm.
func sentenceEnd(text []rune, i int) bool {
	if text[i] == '\n' {
		return true
	}
	if i+1 >= len(text) || text[i+1] != ' ' && text[i+1] != '\n' {
		return false
	}
	return (text[i] == '.' || text[i] == '?' || text[i] == '!') && i > 1 && text[i-2] != '.' && text[i-2] != ' '
}

// Before, Quoted and After are the quote in its context.
func (t *telling) Before() string { b, _, _ := t.context(); return b }
func (t *telling) Quoted() string { _, q, _ := t.context(); return q }
func (t *telling) After() string  { _, _, a := t.context(); return a }
