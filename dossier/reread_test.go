package dossier

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever a document is rewritten to, and however often it is read again, what
// a person decided stands, and no number of the newest text is there twice.
func TestDecisionsOutliveRewriting(t *testing.T) {
	env := testEnv(t)
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		if runs++; runs > 25 && os.Getenv("MUSTER_NIGHTLY") == "" { // each makes a ledger
			return
		}
		d, dir := opened(t, env)
		defer d.Close()
		sentence := rapid.Custom(func(rt *rapid.T) string {
			return fmt.Sprintf("The %s asked for %d %s.", rapid.SampledFrom([]string{"mayor", "council", "governor"}).Draw(rt, "who"),
				rapid.IntRange(31, 34).Draw(rt, "number"), rapid.SampledFrom([]string{"boats", "tents"}).Draw(rt, "what"))
		})
		decided := map[string]Figure{}
		for round := range 4 {
			text := strings.Join(rapid.SliceOfN(sentence, 1, 5).Draw(rt, "text"), " ")
			write(t, dir, "documents/two.txt", text)
			if round%2 == 1 {
				forgetReader(d)
			}
			refresh(t, d)
			s := latest(t, d)
			for id, was := range decided {
				is := s.Figure(id)
				if is == nil || is.Status != was.Status || is.Rank != was.Rank || is.Claim.Counted != was.Claim.Counted || is.Claim.Number.Exact != was.Claim.Number.Exact {
					rt.Fatalf("%s was %s “%s %s”, and is %+v", id, was.Status, was.Claim.Number.Exact, was.Claim.Counted, is)
				}
			}
			met, found := map[int]string{}, 0
			for _, f := range s.Figures {
				doc := s.Document(f.Document)
				if doc.Document.ID == "documents/two.txt" && f.Version == doc.Version {
					found++
				}
				if doc.Document.ID != "documents/two.txt" || f.Version != doc.Version || f.Status == Rejected && !decidedByPerson(f) || f.Differs != nil {
					continue
				}
				if other := met[f.Claim.Number.Start]; other != "" {
					rt.Fatalf("%s and %s are both at %d of %q", other, f.ID, f.Claim.Number.Start, text)
				}
				met[f.Claim.Number.Start] = f.ID
			}
			if found == 0 {
				rt.Fatalf("no figure in %q", text)
			}
			f := s.Figures[rapid.IntRange(0, len(s.Figures)-1).Draw(rt, "figure")]
			claim := f.Claim
			claim.Counted = "large " + claim.Counted
			decision := Decision{Figure: f.ID, Reason: "r", Curator: "ann", Claim: &claim, Rank: Deprecated,
				Action: rapid.SampledFrom([]Action{Accept, Edit, Reject, SetRank}).Draw(rt, "action")}
			if err := d.Decide(t.Context(), decision); err != nil && !errors.Is(err, ErrDecision) {
				rt.Fatal(err)
			}
			after := latest(t, d)
			if f := after.Figure(f.ID); f.LastDecision() != nil && f.Status != Proposed {
				decided[f.ID] = *f
			}
		}
	})
}
