// Package origintest builds states by hand, for tests of what is worked out
// from figures: a document is written as its text with its figures in it.
package origintest

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"muster/claims"
	"muster/documents"
	"muster/dossier"
	"muster/interval"
)

// Builder makes a state.
type Builder struct{ State dossier.State }

// Document adds a document. The text is the title, a blank line and the body.
func (b *Builder) Document(publisher, published, title, body string) *Document {
	id := fmt.Sprintf("d%d", len(b.State.Documents)+1)
	b.State.Documents = append(b.State.Documents, dossier.Document{ID: id, Version: 1, Document: documents.Document{
		ID:    "documents/" + strings.ToLower(strings.ReplaceAll(publisher, " ", "-")) + "-" + published + "-" + id + ".txt",
		Title: title, Publisher: publisher, Published: published, Text: title + "\n\n" + body,
	}})
	return &Document{builder: b, index: len(b.State.Documents) - 1, hop: claims.Hop{Name: publisher, Kind: claims.Outlet}}
}

// Document is a document to which figures can be added.
type Document struct {
	builder *Builder
	index   int
	hop     claims.Hop
	from    int // bytes; the next figure is looked for from here
}

// ID returns the document's ID.
func (d *Document) ID() string { return d.builder.State.Documents[d.index].ID }

// Figure adds a reviewed figure: quote is found in the text after the figure
// before, number inside the quote. It panics when the text does not hold them.
func (d *Document) Figure(quote, number string, value int64, qualifier claims.Qualifier, changes ...func(*dossier.Figure)) string {
	doc := d.builder.State.Documents[d.index]
	at := strings.Index(doc.Text[d.from:], quote)
	inside := strings.Index(quote, number)
	if at < 0 || inside < 0 {
		panic(fmt.Sprintf("%q with %q does not stand in %q", quote, number, doc.Text[d.from:]))
	}
	at += d.from
	d.from = at + len(quote)
	span := func(start int, exact string) claims.Span {
		first := utf8.RuneCountInString(doc.Text[:start])
		return claims.Span{Exact: exact, Start: first, End: first + utf8.RuneCountInString(exact)}
	}
	n := interval.Int(value)
	stated, reading := Bounds(value, qualifier)
	f := dossier.Figure{
		ID: fmt.Sprintf("f%d", len(d.builder.State.Figures)+1), Document: doc.ID, Version: 1, Status: dossier.Accepted,
		Headline: at+len(quote) <= len(doc.Title),
		Claim: claims.Figure{
			Quote: claims.Quote{Span: span(at, quote)}, Number: span(at+inside, number), Value: &n, Stated: stated, Reading: reading, Qualifier: qualifier,
			Counted: strings.TrimSpace(strings.TrimPrefix(quote[inside+len(number):], " ")), Stage: claims.CalledFor, Act: claims.Plan,
			Attribution: claims.Source{Method: claims.None, Chain: []claims.Hop{d.hop}}, Confidence: 0.9,
		},
	}
	for _, change := range changes {
		change(&f)
	}
	d.builder.State.Figures = append(d.builder.State.Figures, f)
	return f.ID
}

// Bounds returns what a number under a qualifier commits to, and a reading of
// it a tenth wider.
func Bounds(value int64, qualifier claims.Qualifier) (stated, reading interval.Interval) {
	n := interval.Int(value)
	low, high := n.Mul(interval.Frac(9, 10)), n.Mul(interval.Frac(11, 10))
	switch qualifier {
	case claims.MoreThan:
		return interval.MoreThan(n), interval.MoreThan(low)
	case claims.AtLeast:
		return interval.AtLeast(n), interval.AtLeast(low)
	case claims.LessThan:
		return interval.LessThan(n), interval.LessThan(high)
	case claims.AtMost:
		return interval.AtMost(n), interval.AtMost(high)
	}
	return interval.Point(n), interval.Between(low, high)
}

// Organisation sets whose people or things are counted.
func Organisation(name string) func(*dossier.Figure) {
	return func(f *dossier.Figure) { f.Claim.Organisation = name }
}

// Counted sets the counted thing.
func Counted(thing string) func(*dossier.Figure) {
	return func(f *dossier.Figure) { f.Claim.Counted = thing }
}

// Stage sets the stage.
func Stage(stage claims.Stage) func(*dossier.Figure) {
	return func(f *dossier.Figure) { f.Claim.Stage = stage }
}

// Act sets the act.
func Act(act claims.Act) func(*dossier.Figure) {
	return func(f *dossier.Figure) { f.Claim.Act = act }
}

// Approver makes the figure one that waits for approval.
func Approver(name string) func(*dossier.Figure) {
	return func(f *dossier.Figure) { f.Claim.Stage, f.Claim.Approver = claims.Pending, name }
}

// Per makes the figure a rate.
func Per(unit string) func(*dossier.Figure) {
	return func(f *dossier.Figure) { f.Claim.Per = unit }
}

// PartOf makes the figure a part of a total.
func PartOf(total string) func(*dossier.Figure) {
	return func(f *dossier.Figure) { f.PartOf = total }
}

// Parts says of a total whether the list of its parts is "closed" or "open".
func Parts(kind string) func(*dossier.Figure) {
	return func(f *dossier.Figure) { f.Claim.Parts = &kind }
}

// Times makes the figure a multiple of base.
func Times(low, high interval.Number, base string) func(*dossier.Figure) {
	return func(f *dossier.Figure) {
		f.Claim.Relative = &claims.Relative{Factor: interval.Between(low, high), Base: base}
		f.Claim.Unit, f.Claim.Value = "times", nil
	}
}

// About sets the time that the figure holds for.
func About(words string, from, to interval.Date) func(*dossier.Figure) {
	return func(f *dossier.Figure) {
		f.Claim.About = &claims.When{Period: interval.Period{From: from, To: to}, Text: words}
	}
}

// Said attributes the figure over hops to its source: "outlet:NBC News",
// "anonymous:two officials", "person:A. Speaker", "organisation:ICE",
// "document:a memo", or "speaker:A. Speaker" for whose own act it is.
func Said(hops ...string) func(*dossier.Figure) {
	return func(f *dossier.Figure) {
		chain := f.Claim.Attribution.Chain[:1:1]
		for _, hop := range hops {
			kind, name, _ := strings.Cut(hop, ":")
			h := claims.Hop{Name: name, Kind: claims.HopKind(kind), Role: claims.RoleSource}
			if kind == "speaker" {
				h.Kind, h.Role = claims.Person, claims.RoleSpeaker
			}
			chain = append(chain, h)
		}
		f.Claim.Attribution = claims.Source{Method: claims.Explicit, Chain: chain}
	}
}

// Proposed makes the figure one that nobody has reviewed.
func Proposed(f *dossier.Figure) { f.Status = dossier.Proposed }
