package findings_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"muster/claims"
	"muster/documents"
	"muster/dossier"
	"muster/findings"
	"muster/interval"
	"muster/origins"
)

// TestDaysRestOnWhatWasReviewed holds what a finding on days rests on: the figures
// and statements whose sentence tells the day. That some other figure of the text was
// reviewed makes it reviewed no more.
func TestDaysRestOnWhatWasReviewed(t *testing.T) {
	const beside, other = "900", "40"
	texts := map[string]string{
		"d1": "“Ready”: 40 buses. Operation Slate Harbour will begin on June 9 with 900 officers, she said.",
		"d2": "“Ready”: 40 buses. Operation Slate Harbour will begin on June 16 with 900 officers, she said.",
	}
	at := func(text, words string) claims.Span {
		start := utf8.RuneCountInString(text[:strings.Index(text, words)])
		return claims.Span{Exact: words, Start: start, End: start + utf8.RuneCountInString(words)}
	}
	for _, c := range []struct {
		name             string
		beside, other    dossier.Status // of the figure in the sentence, and of another; "" for none
		statement        dossier.Status
		unreviewed       bool
		inputs, wordless string
	}{
		{"the figure beside the day is reviewed", dossier.Accepted, dossier.Proposed, "", false, "900 900", ""},
		{"only another figure is reviewed", dossier.Proposed, dossier.Accepted, "", true, "900 900", ""},
		{"no figure stands beside the day", "", dossier.Accepted, "", true, "June 9 June 16", "text"},
		{"what is said of the day is reviewed", dossier.Proposed, dossier.Accepted, dossier.Accepted, false, "Operation Slate Harbour will begin Operation Slate Harbour will begin", ""},
		{"what is said of the day was rejected", "", dossier.Accepted, dossier.Rejected, true, "June 9 June 16", "text"},
	} {
		state := &dossier.State{}
		for i, id := range []string{"d1", "d2"} {
			text := texts[id]
			state.Documents = append(state.Documents, dossier.Document{ID: id, Document: documents.Document{ID: "documents/" + id + ".txt", Publisher: "Paper " + id, Published: "2025-05-30", Text: text}})
			for _, told := range []struct {
				words  string
				n      int64
				status dossier.Status
			}{{other, 40, c.other}, {beside, 900, c.beside}} {
				if told.status == "" {
					continue
				}
				n := interval.Int(told.n)
				state.Figures = append(state.Figures, dossier.Figure{ID: id + "-" + told.words, Document: id, Status: told.status,
					Claim: claims.Figure{Value: &n, Stated: interval.Point(n), Reading: interval.Point(n), Qualifier: claims.Exact, Number: at(text, told.words), Quote: claims.Quote{Span: at(text, told.words)}}})
			}
			if c.statement != "" {
				state.Statements = append(state.Statements, dossier.Statement{ID: "s" + string(rune('1'+i)), Document: id, Status: c.statement,
					Claim: claims.Attribution{Content: []claims.Span{at(text, "Operation Slate Harbour will begin")}}})
			}
		}
		var found []findings.Finding
		for _, f := range findings.Check(state, origins.Find(state)) {
			if f.Rule == "dates" {
				found = append(found, f)
			}
		}
		if len(found) != 1 {
			t.Errorf("%s: expected one finding on days, found %d", c.name, len(found))
			continue
		}
		var inputs []string
		wordless := ""
		for _, in := range found[0].Inputs {
			inputs = append(inputs, in.Exact)
			if in.Figure == "" {
				wordless = "text"
			}
		}
		if got := strings.Join(inputs, " "); got != c.inputs || wordless != c.wordless {
			t.Errorf("%s: it rests on %s (%s), expected %s (%s)", c.name, got, wordless, c.inputs, c.wordless)
		}
		if found[0].Unreviewed != c.unreviewed || strings.Contains(found[0].Sentence, "(rests on unreviewed figures)") != c.unreviewed {
			t.Errorf("%s: unreviewed is %v: %s", c.name, found[0].Unreviewed, found[0].Sentence)
		}
	}
}
