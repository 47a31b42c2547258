package dossier

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"muster/claims"
)

const mixedText = "The army will send 300 soldiers. The council asked for 700 tents and 40 boats. The river rises, a spokesman of the flood office said."

// mixed is a dossier with several figures in one document, and a statement.
func mixed(t *testing.T) (*Dossier, string) {
	t.Helper()
	d, dir := opened(t, testEnv(t))
	write(t, dir, "documents/mixed.txt", mixedText)
	refresh(t, d)
	return d, dir
}

// part makes a figure of other words of a figure's document.
func part(t *testing.T, s *State, f *Figure, exact, set string) claims.Figure {
	t.Helper()
	start := strings.Index(s.Document(f.Document).Text, exact)
	p, err := PartOf(f, s.Document(f.Document).Text, exact, &start, json.RawMessage(set))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestMergeAndUndo(t *testing.T) {
	d, _ := mixed(t)
	ctx := context.Background()
	s := latest(t, d)
	tents, boats := figureWith(t, s, "700"), figureWith(t, s, "40")
	elsewhere := figureWith(t, s, "more than 2,000")
	for into, words := range map[string]string{boats.ID: "itself", "f99": "no figure", elsewhere.ID: "another document"} {
		err := d.Decide(ctx, Decision{Figure: boats.ID, Action: Merge, Into: into, Curator: "ann"})
		if !errors.Is(err, ErrDecision) || !strings.Contains(err.Error(), words) {
			t.Errorf("merging into %s: %v", into, err)
		}
	}
	decideOK(t, d, Decision{Figure: boats.ID, Action: Merge, Into: tents.ID, Curator: "ann"})
	s = latest(t, d)
	if f := s.Figure(boats.ID); f.Status != Merged || f.Into != tents.ID {
		t.Errorf("it is %s into %q", f.Status, f.Into)
	}
	if slices.ContainsFunc(s.Comparable(), func(f Figure) bool { return f.ID == boats.ID }) {
		t.Error("a merged figure is compared")
	}
	if err := d.Decide(ctx, Decision{Figure: boats.ID, Action: Accept, Curator: "ann"}); !errors.Is(err, ErrDecision) {
		t.Errorf("accepting what was merged: %v", err)
	}
	if err := d.Decide(ctx, Decision{Figure: tents.ID, Action: Merge, Into: figureWith(t, s, "300").ID, Curator: "ann"}); !errors.Is(err, ErrDecision) {
		t.Errorf("a chain of merges: %v", err)
	}
	last := s.Figure(boats.ID).LastDecision()
	decideOK(t, d, Decision{Figure: boats.ID, Action: Undo, Undoes: last.Entry, Curator: "Ben"})
	if f := latest(t, d).Figure(boats.ID); f.Status != Proposed || f.Into != "" {
		t.Errorf("after undoing it is %s into %q", f.Status, f.Into)
	}
}

func TestSplitAndUndo(t *testing.T) {
	d, _ := mixed(t)
	ctx := context.Background()
	s := latest(t, d)
	tents := figureWith(t, s, "700")
	parts := []claims.Figure{part(t, s, tents, "700", `{"counted":"large tents"}`), part(t, s, tents, "40", `{"value":40,"counted":"small tents"}`)}
	if err := d.Decide(ctx, Decision{Figure: tents.ID, Action: Divide, Parts: parts[:1], Curator: "ann"}); !errors.Is(err, ErrDecision) {
		t.Errorf("one part: %v", err)
	}
	wrong := slices.Clone(parts)
	wrong[0].Number.Start++
	if err := d.Decide(ctx, Decision{Figure: tents.ID, Action: Divide, Parts: wrong, Curator: "ann"}); !errors.Is(err, ErrDecision) || !strings.Contains(err.Error(), "the document's") {
		t.Errorf("words that stand elsewhere: %v", err)
	}
	decideOK(t, d, Decision{Figure: tents.ID, Action: Divide, Parts: parts, Curator: "ann", Reason: "two kinds"})
	s = latest(t, d)
	f := s.Figure(tents.ID)
	if f.Status != Split || len(f.Split) != 2 {
		t.Fatalf("it is %s, %v", f.Status, f.Split)
	}
	small := s.Figure(f.Split[1])
	if small.Status != Edited || small.Claim.Counted != "small tents" || small.From != tents.ID || !small.Claim.Stated.Equal(parts[1].Stated) || small.Claim.Confidence != 1 {
		t.Errorf("the second part: %+v", small)
	}
	undo := func(who string) {
		t.Helper()
		decideOK(t, d, Decision{Figure: tents.ID, Action: Undo, Undoes: latest(t, d).Figure(tents.ID).LastDecision().Entry, Curator: who})
	}
	undo("Ben")
	s = latest(t, d)
	if s.Figure(tents.ID).Status != Proposed || s.Figure(small.ID).Status != Rejected {
		t.Errorf("undone: %s and its part %s", s.Figure(tents.ID).Status, s.Figure(small.ID).Status)
	}
	undo("ann") // undoing the undo
	s = latest(t, d)
	if s.Figure(tents.ID).Status != Split || s.Figure(small.ID).Status != Edited {
		t.Errorf("undone twice: %s and its part %s", s.Figure(tents.ID).Status, s.Figure(small.ID).Status)
	}
	// Reading the same text again, as a better reader would, keeps all of it.
	forgetReader(d)
	refresh(t, d)
	again := latest(t, d)
	if len(again.Figures) != len(s.Figures) || again.Figure(tents.ID).Status != Split || again.Figure(small.ID).Claim.Counted != "small tents" {
		t.Errorf("after reading again: %d figures, before %d", len(again.Figures), len(s.Figures))
	}
}

// forgetReader lets the next refresh read every document again.
func forgetReader(d *Dossier) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for id := range d.latest.read {
		d.latest.read[id] = readingBody{Reader: "0"}
	}
}

func TestRetractAndRank(t *testing.T) {
	d, _ := mixed(t)
	ctx := context.Background()
	f := figureWith(t, latest(t, d), "300")
	if err := d.Decide(ctx, Decision{Figure: f.ID, Action: Retract, Reason: "wrong", Curator: "ann"}); !errors.Is(err, ErrDecision) {
		t.Errorf("retracting a proposal: %v", err)
	}
	decideOK(t, d, Decision{Figure: f.ID, Action: Accept, Curator: "ann"})
	if err := d.Decide(ctx, Decision{Figure: f.ID, Action: Retract, Curator: "ann"}); !errors.Is(err, ErrDecision) {
		t.Errorf("retracting without a reason: %v", err)
	}
	for rank, reason := range map[Rank]string{"best": "x", Deprecated: ""} {
		if err := d.Decide(ctx, Decision{Figure: f.ID, Action: SetRank, Rank: rank, Reason: reason, Curator: "ann"}); !errors.Is(err, ErrDecision) {
			t.Errorf("rank %q: %v", rank, err)
		}
	}
	decideOK(t, d, Decision{Figure: f.ID, Action: SetRank, Rank: Deprecated, Reason: "an older count", Curator: "ann"})
	s := latest(t, d)
	if slices.ContainsFunc(s.Comparable(), func(g Figure) bool { return g.ID == f.ID }) || s.Figure(f.ID).Status != Accepted {
		t.Error("a deprecated figure is compared, or no longer accepted")
	}
	decideOK(t, d, Decision{Figure: f.ID, Action: Retract, Reason: "the army corrected it", Curator: "ann"})
	s = latest(t, d)
	if got := s.Figure(f.ID); got.Status != Retracted || got.Rank != Deprecated {
		t.Errorf("it is %s, %s", got.Status, got.Rank)
	}
}

func TestStatementsAreDecidedOn(t *testing.T) {
	d, dir := mixed(t)
	ctx := context.Background()
	s := latest(t, d)
	i := slices.IndexFunc(s.Statements, func(st Statement) bool { return strings.Contains(st.Claim.Content[0].Exact, "river rises") })
	if i < 0 {
		t.Fatalf("no such statement among %d", len(s.Statements))
	}
	id := s.Statements[i].ID
	if err := d.Decide(ctx, Decision{Figure: id, Action: Edit, Reason: "x", Curator: "ann"}); !errors.Is(err, ErrDecision) {
		t.Errorf("editing a statement: %v", err)
	}
	decideOK(t, d, Decision{Figure: id, Action: Accept, Curator: "ann", Seen: s.At})
	if err := d.Decide(ctx, Decision{Figure: id, Action: Reject, Reason: "no", Curator: "Ben", Seen: s.At}); !errors.Is(err, ErrChanged) {
		t.Errorf("a second one who looked at the same state: %v", err)
	}
	forgetReader(d)
	write(t, dir, "documents/mixed.txt", "Corrected. "+mixedText)
	refresh(t, d)
	if got := latest(t, d).Statement(id); got.Status != Accepted || len(got.History) != 1 {
		t.Errorf("after reading again it is %+v", got)
	}
	decideOK(t, d, Decision{Figure: id, Action: Undo, Undoes: latest(t, d).Statement(id).LastDecision().Entry, Curator: "ann"})
	if got := latest(t, d).Statement(id); got.Status != Proposed {
		t.Errorf("undone it is %s", got.Status)
	}
}

func TestReplies(t *testing.T) {
	d, _ := mixed(t)
	ctx := context.Background()
	f := figureWith(t, latest(t, d), "300")
	good := Reply{Figure: f.ID, Office: "Press office of the army", Date: "2024-03-12", Words: "It was 250.", URL: "https://army.example/r", Curator: "ann"}
	for name, spoil := range map[string]func(*Reply){
		"figure": func(r *Reply) { r.Figure = "f99" }, "office": func(r *Reply) { r.Office = " " }, "day": func(r *Reply) { r.Date = "soon" },
		"words": func(r *Reply) { r.Words = "" }, "link": func(r *Reply) { r.URL = "javascript:alert(1)" }, "name": func(r *Reply) { r.Curator = "" },
		"reply or correction": func(r *Reply) { r.Kind = "rumour" }, "characters": func(r *Reply) { r.Words = strings.Repeat("a", longestReply+1) },
	} {
		bad := good
		spoil(&bad)
		if err := d.Reply(ctx, bad); !errors.Is(err, ErrDecision) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := d.Reply(ctx, good); err != nil {
		t.Fatal(err)
	}
	got := latest(t, d).Figure(f.ID).Replies
	if len(got) != 1 || got[0].ID != "a1" || got[0].Kind != Answer || got[0].Office != good.Office {
		t.Fatalf("replies %+v", got)
	}
	if err := d.TakeBackReply(ctx, "a1", "ann", "of another figure"); err != nil {
		t.Fatal(err)
	}
	if err := d.TakeBackReply(ctx, "a1", "ann", ""); !errors.Is(err, ErrDecision) {
		t.Errorf("taken back twice: %v", err)
	}
	good.Kind = Correction
	if err := d.Reply(ctx, good); err != nil {
		t.Fatal(err)
	}
	if got := latest(t, d).Figure(f.ID).Replies; len(got) != 1 || got[0].ID != "a2" {
		t.Errorf("replies %+v", got)
	}
}

// What is decided leaves as text and comes back the same in another dossier.
func TestDecisionsTravel(t *testing.T) {
	d, _ := mixed(t)
	s := latest(t, d)
	army, tents, boats := figureWith(t, s, "300"), figureWith(t, s, "700"), figureWith(t, s, "40")
	first := figureWith(t, s, "more than 2,000")
	decideOK(t, d, Decision{Figure: boats.ID, Action: Merge, Into: army.ID, Curator: "ann", Reason: "for the test"})
	decideOK(t, d, Decision{Figure: tents.ID, Action: Divide, Curator: "Ben Ito", Parts: []claims.Figure{part(t, s, tents, "700", `{"counted":"large tents"}`), part(t, s, tents, "40", `{"value":40}`)}})
	decideOK(t, d, Decision{Figure: army.ID, Action: Accept, Curator: "ann"})
	decideOK(t, d, Decision{Figure: army.ID, Action: SetRank, Rank: Preferred, Curator: "ann"})
	decideOK(t, d, Decision{Figure: first.ID, Action: Accept, Curator: "ann"})
	decideOK(t, d, Decision{Figure: first.ID, Action: Retract, Curator: "ann", Reason: "withdrawn by the ministry"})
	decideOK(t, d, Decision{Figure: s.Statements[0].ID, Action: Accept, Curator: "ann"})
	if err := d.Reply(context.Background(), Reply{Figure: army.ID, Office: "Press office", Date: "2024-03-12", Words: "No.", Curator: "ann"}); err != nil {
		t.Fatal(err)
	}
	want := standings(latest(t, d))
	var out bytes.Buffer
	if err := WriteDecisions(&out, latest(t, d)); err != nil {
		t.Fatal(err)
	}
	other, dir := opened(t, testEnv(t))
	write(t, dir, "documents/mixed.txt", mixedText)
	write(t, dir, DecisionsFile, out.String())
	refresh(t, other)
	if got := standings(latest(t, other)); got != want {
		t.Errorf("found\n%s\nwant\n%s\nfrom\n%s", got, want, out.String())
	}
	if report := refresh(t, other); report.Decisions != 0 {
		t.Errorf("%d decisions were taken in twice", report.Decisions)
	}
}

// standings writes what is decided, without the order in which IDs were given.
func standings(s *State) string {
	var lines []string
	for _, f := range s.Figures {
		lines = append(lines, fmt.Sprintf("%s %d %s %s %q merged=%v split=%d replies=%d", f.Claim.Number.Exact, f.Claim.Number.Start, f.Status, f.Rank, f.Claim.Counted, f.Into != "", len(f.Split), len(f.Replies)))
	}
	for _, st := range s.Statements {
		lines = append(lines, fmt.Sprintf("statement %s %s", st.Claim.Content[0].Exact, st.Status))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// Whatever is decided, undoing it brings back what stood, and undoing the undoing
// what was decided; and the entries alone give the same state.
func TestUndoBringsBack(t *testing.T) {
	d, _ := mixed(t)
	ctx := context.Background()
	rapid.Check(t, func(rt *rapid.T) {
		s := latest(t, d)
		f := &s.Figures[rapid.IntRange(0, len(s.Figures)-1).Draw(rt, "figure")]
		claim := f.Claim
		claim.Counted += "s"
		decision := Decision{Figure: f.ID, Reason: "r", Curator: "ann", Claim: &claim, Rank: Deprecated, Into: s.Figures[0].ID,
			Action: rapid.SampledFrom([]Action{Accept, Edit, Reject, Retract, Reopen, Merge, SetRank}).Draw(rt, "action")}
		before := standings(s)
		if err := d.Decide(ctx, decision); err != nil {
			if !errors.Is(err, ErrDecision) || standings(latest(t, d)) != before {
				rt.Fatalf("%v, or something was recorded all the same", err)
			}
			return
		}
		decided := standings(latest(t, d))
		for _, want := range []string{before, decided} {
			last := latest(t, d).Figure(f.ID).LastDecision()
			if err := d.Decide(ctx, Decision{Figure: f.ID, Action: Undo, Undoes: last.Entry, Curator: "Ben"}); err != nil {
				rt.Fatal(err)
			}
			if got := standings(latest(t, d)); got != want {
				rt.Fatalf("after undoing\n%s\nwant\n%s", got, want)
			}
		}
	})
	at := latest(t, d).At
	fresh := newBuilder(d.folder())
	if err := d.fold(ctx, fresh, at); err != nil {
		t.Fatal(err)
	}
	if got, want := standings(fresh.snapshot()), standings(latest(t, d)); got != want {
		t.Errorf("from the entries alone\n%s\nwant\n%s", got, want)
	}
}
