package dossier

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// holds reports in which files below a folder words stand.
func holds(t *testing.T, dir, words string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err == nil && bytes.Contains(b, []byte(words)) {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWithholdDocument(t *testing.T) {
	d, dir := mixed(t)
	ctx := context.Background()
	write(t, dir, "documents/mixed.txt", "Jane Rivers-Roe counted. "+mixedText) // a second version
	refresh(t, d)
	s := latest(t, d)
	f := figureWith(t, s, "300")
	doc := f.Document
	edited := f.Claim
	edited.Counted = "soldiers of Jane Rivers-Roe"
	decideOK(t, d, Decision{Figure: f.ID, Action: Edit, Claim: &edited, Reason: "r", Curator: "ann"})
	if err := d.Reply(ctx, Reply{Figure: f.ID, Office: "Press office", Date: "2024-03-12", Words: "Ask Jane Rivers-Roe.", Curator: "ann"}); err != nil {
		t.Fatal(err)
	}
	other := figureWith(t, s, "more than 2,000")
	decideOK(t, d, Decision{Figure: other.ID, Action: Accept, Curator: "ann"})
	before := latest(t, d)
	if len(holds(t, filepath.Join(dir, ".muster"), "Rivers-Roe")) == 0 {
		t.Fatal("the words are not found even before: the test looks in the wrong place")
	}
	for _, bad := range []Withholding{
		{What: doc, Authority: "the editor", Curator: "ann"}, {What: doc, Reason: "r", Curator: "ann"}, {What: doc, Reason: "r", Authority: "a"},
		{What: "d99", Reason: "r", Authority: "a", Curator: "ann"}, {What: "9999", Reason: "r", Authority: "a", Curator: "ann"}, {What: "f1", Reason: "r", Authority: "a", Curator: "ann"},
	} {
		if _, err := d.Withhold(ctx, bad); !errors.Is(err, ErrDecision) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
	report, err := d.Withhold(ctx, Withholding{What: doc, Reason: "names a private person", Authority: "the editor", Curator: "Ann Li"})
	if err != nil {
		t.Fatal(err)
	}
	if report.Added != len(report.Entries) || len(report.Entries) < 8 || !slices.ContainsFunc(report.Left, func(l string) bool { return strings.Contains(l, "documents/mixed.txt") }) {
		t.Errorf("report %+v", report)
	}
	if found := holds(t, filepath.Join(dir, ".muster"), "Rivers-Roe"); len(found) > 0 {
		t.Errorf("the words still stand in %v", found)
	}
	if err := d.Log().Check(ctx); err != nil {
		t.Error(err)
	}

	after := latest(t, d)
	if after.Document(doc) != nil || after.Figure(f.ID) != nil || after.Figure(other.ID).Status != Accepted {
		t.Error("the withheld document or figure is still there, or another is touched")
	}
	if w := after.WithheldOf(doc); len(w) != 2 || w[0].Reason != "names a private person" || w[0].Authority != "the editor" {
		t.Errorf("withheld of the document: %+v", w)
	}
	// Earlier states do not say it either.
	then, err := d.State(ctx, before.At)
	if err != nil || then.Document(doc) != nil || len(then.WithheldOf(f.ID)) == 0 {
		t.Errorf("the state before: %v", err)
	}

	// The file that still lies there is not taken in again, not even changed, and
	// no ID is given twice.
	for _, text := range []string{"Jane Rivers-Roe counted. " + mixedText, "Other words of Jane Rivers-Roe: 300 soldiers."} {
		write(t, dir, "documents/mixed.txt", text)
		if report := refresh(t, d); report.Documents != 0 || len(report.Notes) != 1 || !strings.Contains(report.Notes[0], "remove the file") {
			t.Errorf("refreshing: %+v", report)
		}
	}
	write(t, dir, "documents/new.txt", "The council asked for 9 doctors.")
	refresh(t, d)
	fresh := figureWith(t, latest(t, d), "9")
	if fresh.Document == doc || before.Figure(fresh.ID) != nil || before.Document(fresh.Document) != nil {
		t.Errorf("%s in %s was given before", fresh.ID, fresh.Document)
	}
	if err := d.Log().Rebuild(ctx); err != nil {
		t.Error(err)
	}
	if err := d.Log().Check(ctx); err != nil {
		t.Error(err)
	}
	if report, err := d.Withhold(ctx, Withholding{What: doc, Reason: "r", Authority: "a", Curator: "ann"}); err != nil || report.Added != 0 {
		t.Errorf("withheld twice: %+v, %v", report, err)
	}
	if found := holds(t, filepath.Join(dir, ".muster"), "Rivers-Roe"); len(found) > 0 {
		t.Errorf("the words came back in %v", found)
	}
}

func TestWithholdOneEntry(t *testing.T) {
	d, _ := mixed(t)
	ctx := context.Background()
	f := figureWith(t, latest(t, d), "300")
	decideOK(t, d, Decision{Figure: f.ID, Action: Accept, Reason: "said so by Jane Rivers-Roe", Curator: "ann"})
	entry := latest(t, d).Figure(f.ID).LastDecision().Entry
	s := latest(t, d)
	for _, what := range []string{f.ID, strconv.FormatInt(f.Entry, 10), strconv.FormatInt(s.Document(f.Document).Entry, 10), s.Statements[0].ID} {
		_, err := d.Withhold(ctx, Withholding{What: what, Reason: "r", Authority: "a", Curator: "ann"})
		if !errors.Is(err, ErrDecision) || !strings.Contains(err.Error(), "withhold "+f.Document) && what != s.Statements[0].ID {
			t.Errorf("withholding %s, whose words the document repeats: %v", what, err)
		}
	}
	report, err := d.Withhold(ctx, Withholding{What: strconv.FormatInt(entry, 10), Reason: "r", Authority: "a", Curator: "ann"})
	if err != nil || len(report.Entries) != 1 {
		t.Fatalf("%+v, %v", report, err)
	}
	s = latest(t, d)
	if got := s.Figure(f.ID); got.Status != Proposed || len(s.WithheldOf(f.ID)) != 1 {
		t.Errorf("without its decision the figure is %s, withheld %+v", got.Status, s.WithheldOf(f.ID))
	}
}

func TestWithholdReply(t *testing.T) {
	d, dir := mixed(t)
	ctx := context.Background()
	f := figureWith(t, latest(t, d), "300")
	if err := d.Reply(ctx, Reply{Figure: f.ID, Office: "Press office", Date: "2024-03-12", Words: "Ask Jane Rivers-Roe.", Curator: "ann"}); err != nil {
		t.Fatal(err)
	}
	id := latest(t, d).Figure(f.ID).Replies[0].ID
	if _, err := d.Withhold(ctx, Withholding{What: id, Reason: "r", Authority: "a", Curator: "ann"}); err != nil {
		t.Fatal(err)
	}
	if got := latest(t, d).Figure(f.ID); len(got.Replies) != 0 || got.Status != f.Status {
		t.Errorf("replies %+v, status %s", got.Replies, got.Status)
	}
	if found := holds(t, filepath.Join(dir, ".muster"), "Rivers-Roe"); len(found) > 0 {
		t.Errorf("the words still stand in %v", found)
	}
	if err := d.Log().Check(ctx); err != nil {
		t.Error(err)
	}
}

// A program that had read what another withholds reads all anew.
func TestWithheldUnderAReader(t *testing.T) {
	env := testEnv(t)
	d, dir := opened(t, env)
	reader, err := OpenRead(context.Background(), dir, env)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	f := figureWith(t, latest(t, reader), "more than 2,000")
	if _, err := reader.State(context.Background(), 3); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Withhold(context.Background(), Withholding{What: f.Document, Reason: "r", Authority: "a", Curator: "ann"}); err != nil {
		t.Fatal(err)
	}
	for _, at := range []int64{-1, 3} {
		s, err := reader.State(context.Background(), at)
		if err != nil || s.Figure(f.ID) != nil || s.Document(f.Document) != nil {
			t.Errorf("at %d the reader still shows it: %v", at, err)
		}
	}
}
