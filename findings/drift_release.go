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
	if publisher == "" || slices.ContainsFunc(v.chain(release), func(h claims.Hop) bool { return !nested(h.Name, publisher) }) {
		return false
	}
	text := string(v.text(f.Document))
	return slices.ContainsFunc(v.chain(f), func(h claims.Hop) bool {
		switch h.Kind {
		case claims.Organisation, claims.Outlet:
			return nested(h.Name, publisher) && slices.ContainsFunc(namesOf(publisher), func(name string) bool { return strings.Contains(text, name) })
		case claims.Person:
			return strings.Contains(v.paragraph(f), publisher) || holdsOffice(text, h.Name, publisher)
		}
		return false
	})
}

// namesOf returns how a publisher may be called: by its name, and without whose
// office it is, as in "the Directorate of Roads" of the Ruritanian one.
func namesOf(publisher string) []string {
	names := []string{publisher}
	if _, rest, _ := strings.Cut(publisher, " "); strings.Contains(rest, " of ") && !strings.HasPrefix(rest, "of ") {
		names = append(names, rest)
	}
	return names
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
