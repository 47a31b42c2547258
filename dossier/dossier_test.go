package dossier

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/claims"
	"muster/documents"
	"muster/ledger"
)

// testEnv is an Env whose clock, randomness and keys are the test's own.
func testEnv(t *testing.T) Env {
	t.Helper()
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2024, 3, 10, 12, 0, 0, 0, time.UTC)
	return Env{
		Now:    func() time.Time { now = now.Add(time.Minute); return now },
		Random: rand.NewChaCha8([32]byte{1}), Keys: t.TempDir(),
		Reader: func([]Organisation) *claims.Reader { return reader },
		Texts:  documents.NewReader(documents.DefaultLimits(), ""),
		Limits: documents.DefaultLimits(),
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const soldiers = "---\ntitle: Soldiers\npublisher: River Gazette\npublished: 2024-03-05\n---\nThe army will send more than 2,000 soldiers to the river, the defence ministry said.\n"

// opened makes a dossier with one document and opens it.
func opened(t *testing.T, env Env) (*Dossier, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "flood")
	if err := Create(dir, ""); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "documents/one.txt", soldiers)
	d, err := Open(context.Background(), dir, env)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	refresh(t, d)
	return d, dir
}

func refresh(t *testing.T, d *Dossier) Report {
	t.Helper()
	report, err := d.Refresh(context.Background())
	if err = errors.Join(err, report.Err()); err != nil {
		t.Fatal(err)
	}
	return report
}

func latest(t *testing.T, d *Dossier) *State {
	t.Helper()
	s, err := d.State(context.Background(), -1)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// figureWith returns the figure whose number is told in these words.
func figureWith(t *testing.T, s *State, exact string) *Figure {
	t.Helper()
	i := slices.IndexFunc(s.Figures, func(f Figure) bool { return f.Claim.Number.Exact == exact })
	if i < 0 {
		t.Fatalf("no figure %q among %d", exact, len(s.Figures))
	}
	return &s.Figures[i]
}

func decideOK(t *testing.T, d *Dossier, decision Decision) {
	t.Helper()
	if err := d.Decide(context.Background(), decision); err != nil {
		t.Fatal(err)
	}
}

func TestRefreshTwiceAddsNothing(t *testing.T) {
	d, _ := opened(t, testEnv(t))
	before := latest(t, d).At
	if report := refresh(t, d); report.Documents+report.Figures+report.Releases+report.Decisions != 0 {
		t.Errorf("a second refresh did something: %+v", report)
	}
	if after := latest(t, d).At; after != before {
		t.Errorf("the ledger grew from %d to %d entries", before, after)
	}
}

func TestDecisionsAreEntriesAndThePastStays(t *testing.T) {
	ctx := context.Background()
	d, _ := opened(t, testEnv(t))
	f := figureWith(t, latest(t, d), "more than 2,000")
	before := latest(t, d).At
	decideOK(t, d, Decision{Figure: f.ID, Action: Accept, Curator: "ann"})
	edited := f.Claim
	edited.Organisation = "Army"
	decideOK(t, d, Decision{Figure: f.ID, Action: Edit, Curator: "ben", Reason: "named in the text", Claim: &edited})

	now := latest(t, d).Figure(f.ID)
	if now.Status != Edited || now.Claim.Organisation != "Army" || len(now.History) != 3 {
		t.Errorf("after the edit: %s, %q, %d events", now.Status, now.Claim.Organisation, len(now.History))
	}
	if !now.Claim.Stated.Min.Open {
		t.Error("“more than” lost its open end on the way through the ledger")
	}
	past, err := d.State(ctx, before)
	if err != nil {
		t.Fatal(err)
	}
	if then := past.Figure(f.ID); then.Status != Proposed || len(then.History) != 1 {
		t.Errorf("as of entry %d: %s, %d events; expected a proposal", before, then.Status, len(then.History))
	}
	if _, err := d.State(ctx, now.History[2].Entry+2); !errors.Is(err, ErrBeyond) {
		t.Errorf("a state beyond the ledger: %v", err)
	}
}

func TestSecondOfTwoCuratorsIsTold(t *testing.T) {
	d, _ := opened(t, testEnv(t))
	state := latest(t, d)
	f := figureWith(t, state, "more than 2,000")
	decideOK(t, d, Decision{Figure: f.ID, Action: Accept, Curator: "ann", Seen: state.At})
	err := d.Decide(context.Background(), Decision{Figure: f.ID, Action: Reject, Reason: "x", Curator: "ben", Seen: state.At})
	if !errors.Is(err, ErrChanged) || !strings.Contains(err.Error(), "accept by curator:ann") {
		t.Errorf("the second decision: %v", err)
	}
}

func TestDecisionsThatCannotBeTaken(t *testing.T) {
	d, _ := opened(t, testEnv(t))
	f := figureWith(t, latest(t, d), "more than 2,000")
	moved := f.Claim
	moved.Number.Exact = "2,001"
	for name, decision := range map[string]Decision{
		"nobody":                 {Figure: f.ID, Action: Accept},
		"no such figure":         {Figure: "f99", Action: Accept, Curator: "ann"},
		"rejected for no reason": {Figure: f.ID, Action: Reject, Curator: "ann"},
		"another quote":          {Figure: f.ID, Action: Edit, Curator: "ann", Reason: "x", Claim: &moved},
		"no such action":         {Figure: f.ID, Action: "bless", Curator: "ann"},
	} {
		if err := d.Decide(context.Background(), decision); !errors.Is(err, ErrDecision) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestChangedDocumentKeepsDecisions(t *testing.T) {
	d, dir := opened(t, testEnv(t))
	f := figureWith(t, latest(t, d), "more than 2,000")
	decideOK(t, d, Decision{Figure: f.ID, Action: Accept, Curator: "ann"})
	write(t, dir, "documents/one.txt", strings.Replace(soldiers, "The army", "On Monday, officials repeated that the army", 1))
	refresh(t, d)
	s := latest(t, d)
	if s.Documents[0].Version != 2 || len(s.Documents) != 1 {
		t.Fatalf("documents: %+v", s.Documents)
	}
	after := s.Figure(f.ID)
	if !after.Status.Reviewed() {
		t.Errorf("the decision was lost: %s", after.Status)
	}
	if after.Claim.Number.Start != f.Claim.Number.Start && after.Differs == nil {
		t.Error("the accepted figure changed without a decision")
	}
	if after.Differs == nil {
		t.Error("what the new version says differently is not shown")
	}
}

func TestDecisionsTravelAsText(t *testing.T) {
	env := testEnv(t)
	d, _ := opened(t, env)
	f := figureWith(t, latest(t, d), "more than 2,000")
	edited := f.Claim
	edited.Organisation = "Army"
	decideOK(t, d, Decision{Figure: f.ID, Action: Edit, Curator: "ann", Reason: "named in the text", Claim: &edited})
	var file bytes.Buffer
	if err := WriteDecisions(&file, latest(t, d)); err != nil {
		t.Fatal(err)
	}

	other, dir := opened(t, env)
	write(t, dir, DecisionsFile, file.String()+`{"document":"documents/none.txt","exact":"7","start":1,"action":"accept","curator":"ann"}`+"\n")
	for round := range 2 {
		report, err := other.Refresh(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if want := 1 - round; report.Decisions != want {
			t.Errorf("round %d took in %d decisions, expected %d", round, report.Decisions, want)
		}
		if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Error(), "decisions.jsonl:2") {
			t.Errorf("round %d: problems %v", round, report.Problems)
		}
	}
	if got := figureWith(t, latest(t, other), "more than 2,000"); got.Status != Edited || got.Claim.Organisation != "Army" {
		t.Errorf("after the import: %s, %q", got.Status, got.Claim.Organisation)
	}
}

func TestSecondProcessIsTold(t *testing.T) {
	env := testEnv(t)
	_, dir := opened(t, env)
	if _, err := Open(context.Background(), dir, env); !errors.Is(err, ErrBusy) {
		t.Errorf("a second opening: %v", err)
	}
	reading, err := OpenRead(context.Background(), dir, env)
	if err != nil {
		t.Fatal(err)
	}
	defer reading.Close()
	if s := latest(t, reading); len(s.Figures) == 0 {
		t.Error("reading beside a writer shows nothing")
	}
}

func TestBadInputLeavesTheRestDone(t *testing.T) {
	env := testEnv(t)
	dir := filepath.Join(t.TempDir(), "flood")
	if err := Create(dir, ""); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "documents/a-empty.txt", "")
	write(t, dir, "documents/b-binary.txt", "PK\x03\x04\x00\x00\x00\x00\x00")
	write(t, dir, "documents/c.txt", soldiers)
	d, err := Open(context.Background(), dir, env)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	report, err := d.Refresh(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if report.Documents != 1 || len(report.Problems) != 2 {
		t.Errorf("%d documents, problems %v", report.Documents, report.Problems)
	}
	for _, problem := range report.Problems {
		if !strings.Contains(problem.Error(), "documents/") || strings.Contains(problem.Error(), "\n") {
			t.Errorf("not one line that names the file: %q", problem)
		}
	}
}

func TestHandedOverWithoutItsKey(t *testing.T) {
	env := testEnv(t)
	d, dir := opened(t, env)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	env.Keys = t.TempDir()
	if _, err := Open(context.Background(), dir, env); !errors.Is(err, ledger.ErrNoKey) {
		t.Errorf("opening for writing without the key: %v", err)
	}
	reading, err := OpenRead(context.Background(), dir, env)
	if err != nil {
		t.Fatal(err)
	}
	defer reading.Close()
	if s := latest(t, reading); len(s.Figures) == 0 {
		t.Error("it cannot even be read")
	}
}
