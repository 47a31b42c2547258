package findings_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"muster/claims"
	"muster/dossier"
	"muster/findings"
	"muster/findings/script"
	"muster/interval"
	"muster/origins"
	. "muster/origins/origintest"
)

// verdicts writes what findings say of a figure, without their sentences.
func verdicts(list []findings.Finding, figure string) string {
	var out []string
	for _, f := range list {
		if slices.ContainsFunc(f.Inputs, func(in findings.Input) bool { return in.Figure == figure }) {
			out = append(out, f.Rule+" "+string(f.Severity)+" "+string(f.Verdict))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// TestTry takes each figure out of each case of the scripts and lets the checker
// try it: it finds what a check of everything finds.
func TestTry(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	read, tried := quantity(t), 0
	for _, file := range files {
		if filepath.Base(file) == "operation.txt" {
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cases, err := script.Parse(file, string(b), read)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			trace := origins.Find(&c.State)
			all := findings.Check(&c.State, trace)
			for i, f := range c.State.Figures {
				if slices.ContainsFunc(c.State.Figures, func(g dossier.Figure) bool { return g.PartOf == f.ID || g.Denies == f.ID }) || len(c.State.Settings.Checks)+len(c.State.Series) > 0 {
					continue // others name it, so it is not the newest
				}
				rest, without, like := c.State, *trace, ""
				rest.Figures = slices.Delete(slices.Clone(c.State.Figures), i, i+1)
				without.Groups = nil
				for _, g := range trace.Groups {
					mentions := slices.DeleteFunc(slices.Clone(g.Mentions), func(m origins.Mention) bool { return m.Figure == f.ID })
					if len(mentions) > 0 && len(mentions) < len(g.Mentions) {
						like = mentions[0].Figure
					}
					if g.Mentions = mentions; len(mentions) > 0 {
						without.Groups = append(without.Groups, g)
					}
				}
				tried++
				got := verdicts(findings.NewChecker(&rest, &without).Try(f, like), f.ID)
				if want := verdicts(all, f.ID); got != want {
					t.Errorf("%s, %s, %s: found\n%s\nexpected\n%s", file, c.Name, f.Claim.Number.Exact, got, want)
				}
			}
		}
	}
	if tried < 100 {
		t.Fatalf("only %d figures were tried", tried)
	}
}

// TestConsistentClaims draws true numbers and claims that hold of them: a total
// with its parts, and retellings. However many are added, nothing is a conflict.
func TestConsistentClaims(t *testing.T) {
	told := func(t *rapid.T, truth int64) (int64, claims.Qualifier, string) {
		switch rapid.IntRange(0, 4).Draw(t, "told as") {
		case 0:
			n := truth - rapid.Int64Range(1, truth/3+1).Draw(t, "below")
			return n, claims.MoreThan, "more than " + interval.Int(n).Grouped(0)
		case 1:
			n := truth + rapid.Int64Range(0, truth/3+1).Draw(t, "above")
			return n, claims.AtMost, "up to " + interval.Int(n).Grouped(0)
		case 2:
			return truth, claims.AtLeast, "at least " + interval.Int(truth).Grouped(0)
		}
		return truth, claims.Exact, interval.Int(truth).Grouped(0)
	}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Int64Range(50, 9999), 2, 5).Draw(t, "parts")
		var sum int64
		for _, p := range parts {
			sum += p
		}
		b := &Builder{}
		document := func(publisher string, source ...string) {
			var lines []string
			n, q, words := told(t, sum)
			lines = append(lines, words+" pumps")
			type figure struct {
				n     int64
				q     claims.Qualifier
				words string
			}
			var list []figure
			for _, p := range parts {
				n, q, words := told(t, p)
				list = append(list, figure{n, q, words})
				lines = append(lines, words+" there")
			}
			d := b.Document(publisher, "2025-06-04", "", strings.Join(lines, "\n"))
			var said []func(*dossier.Figure)
			if len(source) > 0 {
				said = append(said, Said(source...))
			}
			total := d.Figure(words+" pumps", words, n, q, append(said, Parts("closed"))...)
			for _, f := range list {
				d.Figure(f.words+" there", f.words, f.n, f.q, append(said, Counted("pumps"), PartOf(total))...)
			}
		}
		document("A")
		for i := range rapid.IntRange(0, 3).Draw(t, "more documents") {
			document(string(rune('B'+i)), "outlet:A")
		}
		for _, f := range check(&b.State) {
			if f.Verdict == findings.Conflict && f.Rule != "equality" { // retellings may contradict each other's words
				t.Fatalf("%s: %s", f.Rule, f.Sentence)
			}
		}
	})
}
