package dossier

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/documents"
)

func TestTwoLinesWithOneID(t *testing.T) {
	d, dir := opened(t, testEnv(t))
	write(t, dir, "documents/more.jsonl", `{"id":"a","text":"The mayor asked for 40 boats."}
{"id":"a","text":"The mayor asked for 60 boats."}
{"id":"a","text":"The mayor asked for 40 boats."}
`)
	for run := range 3 {
		report, err := d.Refresh(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		if run == 0 {
			want = 1
		}
		if report.Documents != want || len(report.Problems) != 1 || !strings.Contains(report.Err().Error(), "more.jsonl#a: two documents have this id") {
			t.Errorf("run %d: %d documents taken in, expected %d; problems: %v", run, report.Documents, want, report.Err())
		}
	}
	if f := figureWith(t, latest(t, d), "40"); f.Version != 1 {
		t.Errorf("version %d of the document, expected 1", f.Version)
	}
}

// One refresh takes in many documents, which must not take the same IDs, nor
// the same bytes twice.
func TestManyDocumentsInOneRefresh(t *testing.T) {
	d, dir := opened(t, testEnv(t))
	for i := range 30 {
		write(t, dir, fmt.Sprintf("documents/n%02d.txt", i), fmt.Sprintf("The mayor asked for %d boats on the river.", 100+i/2))
	}
	report := refresh(t, d)
	if report.Documents != 15 || len(report.Notes) != 15 {
		t.Errorf("%d documents and %d notes, expected 15 of each", report.Documents, len(report.Notes))
	}
	seen := map[string]bool{}
	s := latest(t, d)
	for _, doc := range s.Documents {
		if seen[doc.ID] {
			t.Errorf("two documents are %s", doc.ID)
		}
		seen[doc.ID] = true
	}
	for _, f := range s.Figures {
		if seen[f.ID] {
			t.Errorf("two figures are %s", f.ID)
		}
		seen[f.ID] = true
	}
	if again := refresh(t, d); again.Documents != 0 || again.Figures != 0 {
		t.Errorf("a second run took in %d documents and %d figures", again.Documents, again.Figures)
	}
}

func TestDecisionsAllOrNone(t *testing.T) {
	d, _ := opened(t, testEnv(t))
	f := figureWith(t, latest(t, d), "more than 2,000")
	accept := Decision{Figure: f.ID, Action: Accept, Curator: "ann"}
	for _, batch := range [][]Decision{
		{accept, {Figure: "f99", Action: Accept, Curator: "ann"}},
		{accept, {Figure: f.ID, Action: Reject, Reason: "x", Curator: "ann"}},
	} {
		if err := d.DecideAll(context.Background(), batch); !errors.Is(err, ErrDecision) {
			t.Errorf("error %v, expected ErrDecision", err)
		}
	}
	if got := figureWith(t, latest(t, d), "more than 2,000").Status; got != Proposed {
		t.Errorf("the figure is %s, expected proposed: nothing of a bad batch is recorded", got)
	}
}

// Each line is taken in once, in the order of the file; each bad one is named.
func TestDecisionsFileLineByLine(t *testing.T) {
	d, dir := opened(t, testEnv(t))
	f := figureWith(t, latest(t, d), "more than 2,000")
	line := func(rest string) string {
		return fmt.Sprintf(`{"document":"documents/one.txt","exact":"more than 2,000","start":%d,%s}`, f.Claim.Number.Start, rest)
	}
	write(t, dir, DecisionsFile, "\ufeff"+strings.Join([]string{
		line(`"action":"accept","curator":"ann"`),
		line(`"action":"reject","curator":"ben","reason":"too early"`),
		line(`"action":"accept","curator":"ann"`), // the first line again
		"not json",
		line(`"action":"accept","curator":"ann"`) + " and more",
		line(`"action":"accept","curator":"cy","note":"?"`),
		line(`"action":"approve","curator":"cy"`),
		line(`"action":"accept"`),
		line(`"action":"reject","curator":"cy"`),
		line(`"action":"edit","curator":"cy","reason":"x"`),
		line(`"action":"edit","curator":"cy","reason":"x","set":{"organization":"ICE"}`),
		line(`"action":"edit","curator":"cy","reason":"x","set":"ICE"`),
		"[]", "null", "{}", "7",
		`{"document":"documents/none.txt","exact":"9","start":-1,"action":"accept","curator":"cy"}`,
		line(`"action":"reopen","curator":"dee"`),
	}, "\r\n"))
	report, err := d.Refresh(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if report.Decisions != 3 || len(report.Problems) != 14 {
		t.Errorf("%d decisions and %d problems, expected 3 and 14:\n%v", report.Decisions, len(report.Problems), report.Err())
	}
	for i, problem := range report.Problems {
		if want := fmt.Sprintf("%s:%d: ", DecisionsFile, i+4); !strings.Contains(problem.Error(), want) || strings.Contains(problem.Error(), "\n") {
			t.Errorf("problem %q, expected one line with %q", problem, want)
		}
	}
	if got := figureWith(t, latest(t, d), "more than 2,000"); got.Status != Proposed || len(got.History) != 4 {
		t.Errorf("status %s after %d events, expected proposed after 4", got.Status, len(got.History))
	}
}

func TestNotesOnNoDocumentAreNamed(t *testing.T) {
	d, dir := opened(t, testEnv(t))
	write(t, dir, SettingsFile, "[[document]]\nfile = \"documents/one.txt\"\n[[document]]\nfile = \"one.txt\"\n[[document]]\nfile = \"documents/two.txt\"\n")
	report, err := d.Refresh(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := "dossier.toml: there is no document \"one.txt\"; did you mean \"documents/one.txt\"?\n" +
		"dossier.toml: there is no document \"documents/two.txt\"; correct it or leave it out"
	if report.Err() == nil || report.Err().Error() != want {
		t.Errorf("problems:\n%v\nexpected:\n%s", report.Err(), want)
	}
}

// Settings that an earlier program took in and this one refuses do not bar the
// record from being read.
func TestOldSettingsDoNotBarTheRecord(t *testing.T) {
	d, _ := opened(t, testEnv(t))
	var list drafts
	list.add(kindSettings, "dossier", "folder", settingsBody{TOML: "title = \"Old\"\nfuture = 1\n[publish]\nproposals_above = 70\n"})
	if err := d.append(context.Background(), list); err != nil {
		t.Fatal(err)
	}
	if s := latest(t, d); s.Settings.Title != "Old" || len(s.Figures) == 0 {
		t.Errorf("title %q with %d figures", s.Settings.Title, len(s.Figures))
	}
}

// Names are what people, and archives from other systems, make them.
func TestOddFileNames(t *testing.T) {
	d, dir := opened(t, testEnv(t))
	names := []string{"a b.txt", "UPPER.TXT", "sub folder/Ünï/日本.txt", strings.Repeat("x", 200) + ".txt", "bad\xff.txt", ".hidden.txt", ".hidden/x.txt"}
	for i, name := range names {
		write(t, dir, "documents/"+name, fmt.Sprintf("The mayor asked for %d boats.", 100+i))
	}
	if err := os.Symlink(filepath.Join(dir, SettingsFile), filepath.Join(dir, "documents", "link.txt")); err != nil {
		t.Skip(err)
	}
	report := refresh(t, d)
	if report.Documents != 5 || len(report.Notes) != 1 || !strings.HasPrefix(report.Notes[0], "documents/link.txt is a link") {
		t.Errorf("%d documents, expected 5; notes %q", report.Documents, report.Notes)
	}
	if again := refresh(t, d); again.Documents != 0 || len(again.Notes) != 1 {
		t.Errorf("a second run took in %d documents; notes %q", again.Documents, again.Notes)
	}
}

// A later version of Muster may find another text in the same bytes. Positions
// of the record count in the text that it holds, so this is a new version.
func TestSameBytesReadAsAnotherText(t *testing.T) {
	d, _ := opened(t, testEnv(t))
	ctx := context.Background()
	take := func(text string) Report {
		var list drafts
		var report Report
		state := latest(t, d)
		d.refreshDocument(&list, d.env.Reader(nil), documents.Document{ID: "documents/a.html", SHA256: "aa", Text: text}, newKnown(state), &report)
		if err := d.append(ctx, list); err != nil {
			t.Fatal(err)
		}
		return report
	}
	take("Menu 7\n\nThe mayor asked for 40 boats.")
	before := figureWith(t, latest(t, d), "40")
	if report := take("The mayor asked for 40 boats."); report.Documents != 1 {
		t.Errorf("%d new versions, expected 1", report.Documents)
	}
	after := figureWith(t, latest(t, d), "40")
	if after.ID != before.ID || after.Version != 2 || after.Claim.Number.Start != before.Claim.Number.Start-len("Menu 7\n\n") {
		t.Errorf("figure %s at %d, version %d; before %s at %d", after.ID, after.Claim.Number.Start, after.Version, before.ID, before.Claim.Number.Start)
	}
	if report := take("The mayor asked for 40 boats."); report.Documents != 0 {
		t.Errorf("%d new versions, expected none", report.Documents)
	}
}
