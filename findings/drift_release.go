package findings

import (
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
)

// quotesRelease reports whether a telling names the publisher of another text of its
// day as its source, where that text tells the number in its own voice: an office's
// release. A day later the office may have gone on. What it plans or promises it may
// call sent itself.
func (v *View) quotesRelease(f, release *dossier.Figure) bool {
	day := v.day(f)
	if release.Claim.Stage == claims.CalledFor || release.Claim.Stage == claims.Pledged || day == "" || day != v.day(release) || f.Document == release.Document || len(v.chain(f)) == 0 {
		return false
	}
	publisher := v.document(release.Document).Publisher
	if publisher == "" || slices.ContainsFunc(v.chain(release), func(h claims.Hop) bool { return !v.Comparer.names.Same(h.Name, publisher) }) {
		return false
	}
	text := string(v.text(f.Document))
	return slices.ContainsFunc(v.chain(f), func(h claims.Hop) bool {
		switch h.Kind {
		case claims.Organisation, claims.Outlet:
			return v.Comparer.names.Same(h.Name, publisher)
		case claims.Person:
			return strings.Contains(v.paragraph(f), publisher) || holdsOffice(text, h.Name, publisher)
		}
		return false
	})
}

// paragraph returns the line of a text that a figure stands in.
func (v *View) paragraph(f *dossier.Figure) string {
	text := v.text(f.Document)
	begin, end := min(f.Claim.Number.Start, len(text)), min(f.Claim.Number.End, len(text))
	for begin > 0 && text[begin-1] != '\n' {
		begin--
	}
	for end < len(text) && text[end] != '\n' {
		end++
	}
	return string(text[begin:end])
}

// holdsOffice reports whether a text gives a person the title that a publisher is
// called by: "Secretary of Health Ada Korvin" of the Office of the Secretary of Health.
func holdsOffice(text, person, publisher string) bool {
	before, _, found := strings.Cut(text, person)
	words := strings.Fields(before)
	return found && len(words) >= 3 && nested(strings.Join(words[len(words)-3:], " "), publisher)
}
