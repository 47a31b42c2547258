package pages

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"muster/dossier"
)

// twoStates serves an earlier state that lacks the last figure and has another
// one unreviewed.
type twoStates struct {
	*stubSource
	earlier *dossier.State
}

func (s *twoStates) State(ctx context.Context, at int64) (*dossier.State, error) {
	if at == s.earlier.At {
		return s.earlier, nil
	}
	return s.stubSource.State(ctx, at)
}

func newTwoStates(t *testing.T) *twoStates {
	t.Helper()
	s := &twoStates{&stubSource{state: fixture(t)}, fixture(t)}
	s.earlier.At, s.earlier.Known = 20, clock(19)
	s.earlier.Documents[1].Version = 0
	for i := range s.earlier.Figures {
		switch f := &s.earlier.Figures[i]; f.ID {
		case "f1":
			f.Status = dossier.Proposed
		case "f4":
			f.Claim.Value, f.Entry = n(2000), f.Entry-1
		}
	}
	s.earlier.Figures = s.earlier.Figures[:len(s.earlier.Figures)-1]
	return s
}

func TestDiffPage(t *testing.T) {
	source := newTwoStates(t)
	app := New(source, Options{Compute: compute, Failed: func(err error) { t.Errorf("the app failed: %v", err) }})
	status, body := get(t, app, "/diff/?from=20")
	if status != 200 {
		t.Fatalf("status %d", status)
	}
	words := strings.Join(strings.Fields(stripTags(body)), " ")
	for _, want := range []string{"From entry 20", "to entry 30", "more than 5,000 firefighters f1 accepted", "number: 2000 → becomes 2050", "Some 900 soldiers f13 new", "Fire crews: what we know"} {
		if !strings.Contains(words, want) {
			t.Errorf("the page does not say %q:\n%s", want, words)
		}
	}
	golden(t, "app-diff.html", body)

	status, body = get(t, app, "/diff/index.json?from=20&document=d1")
	var data struct {
		At, From, To int64
		Figures      []struct{ ID, Change, Was, Is string }
		Findings     []struct{ Change string }
	}
	if err := json.Unmarshal([]byte(body), &data); err != nil || status != 200 {
		t.Fatalf("status %d, %v:\n%s", status, err, body)
	}
	if data.At != 30 || data.From != 20 || data.To != 30 || len(data.Figures) != 2 || data.Figures[0].ID != "f1" || data.Figures[0].Was != "proposed" {
		t.Errorf("found %+v", data)
	}
	for address, want := range map[string]string{
		"/diff/?from=soon":             "expected a day such as",
		"/diff/?from=999":              "holds 30 entries so far",
		"/diff/?from=30&to=20":         "turn them round",
		"/diff/index.json?from=-1":     `"error"`,
		"/diff/?from=20&document=d77":  "There is no document d77",
		"/diff/?from=%22%3E%3Cscript>": "expected a day such as",
	} {
		if status, body := get(t, app, address); status < 400 || status >= 500 || !strings.Contains(body, want) || strings.Contains(body, "<script>") {
			t.Errorf("%s: status %d:\n%s", address, status, body)
		}
	}
	if status, body := get(t, app, "/diff/"); status != 200 || !strings.Contains(body, `name="from"`) {
		t.Errorf("without a moment: status %d", status)
	}
	if status, _ := get(t, newPublished(t), "/diff/?from=20"); status != 404 {
		t.Errorf("published: status %d", status)
	}
}

func TestDataBesidePages(t *testing.T) {
	app, _ := newApp(t)
	for address, want := range map[string]int64{
		"/index.json": 30, "/index.json?at=20": 20, "/figure/f1/index.json": 30, "/figure/f1/index.json?at=20": 20,
		"/document/d1/index.json": 30, "/review/index.json": 30, "/index.json?about=2025-06-06": 30,
	} {
		status, body := get(t, app, address)
		var head struct {
			At, Size int64
			Record   string
		}
		if err := json.Unmarshal([]byte(body), &head); err != nil || status != 200 || head.At != want || head.Size != 30 || head.Record != "muster/clear-ridge/1f2e" {
			t.Errorf("%s: status %d, %+v, %v:\n%.300s", address, status, head, err, body)
		}
	}
	for address, want := range map[string]int{"/figure/f99/index.json": 404, "/index.json?at=999": 404, "/index.json?known=soon": 404} {
		status, body := get(t, app, address)
		var problem struct{ Error string }
		if err := json.Unmarshal([]byte(body), &problem); err != nil || status != want || problem.Error == "" {
			t.Errorf("%s: status %d, %v:\n%s", address, status, err, body)
		}
	}
	_, body := get(t, app, "/figure/f4/index.json")
	golden(t, "app-figure.json", body)
	if _, body := get(t, app, "/index.json?about=2025-06-06"); !strings.Contains(body, `"f11"`) || strings.Contains(body, `"id": "f3"`) {
		t.Errorf("what holds on 6 June: %s", body)
	}
}

// What is not reviewed shows in no data file of a published site.
func TestPublishedDataHoldsNoProposal(t *testing.T) {
	site := newPublished(t)
	for _, address := range []string{"/index.json", "/figure/f1/index.json", "/document/d1/index.json", "/document/d2/index.json"} {
		status, body := get(t, site, address)
		if status != 200 || strings.Contains(body, `"proposed"`) || strings.Contains(body, "Coast Agency") || strings.Contains(body, "calc") || strings.Contains(body, "pulled away") {
			t.Errorf("%s: status %d:\n%s", address, status, body)
		}
	}
	if status, _ := get(t, site, "/figure/f5/index.json"); status != 404 {
		t.Errorf("a proposal: status %d", status)
	}
}

func TestEarlierStateLeadsToNow(t *testing.T) {
	app, _ := newApp(t)
	for address, want := range map[string]string{
		"/figure/f1/?at=20":   `href="../../figure/f1/"`,
		"/document/d2/?at=20": `href="../../document/d2/"`,
		"/?at=20":             `href="./"`,
	} {
		_, body := get(t, app, address)
		if !strings.Contains(body, want+">This page as it stands now") || !strings.Contains(body, "diff/?from=20") {
			t.Errorf("%s does not lead to now", address)
		}
	}
}

func TestVersionsOfADocument(t *testing.T) {
	state := fixture(t)
	doc := &state.Documents[0]
	doc.Version, doc.Entry, doc.Earlier = 2, 25, []dossier.DocumentVersion{{Version: 1, Entry: 1, Added: clock(1), SHA256: "cd34"}}
	for i := range state.Figures {
		if f := &state.Figures[i]; f.Document == "d1" && f.ID != "f1" {
			f.Version = 2
		}
	}
	app := New(&stubSource{state: state}, Options{Compute: compute})
	if _, body := get(t, app, "/document/d1/"); !strings.Contains(body, `href="../../diff/?from=25&amp;document=d1"`) || strings.Count(body, "not in the newest version") != 1 {
		t.Errorf("the page of the document:\n%s", body)
	}
	if _, body := get(t, app, "/figure/f1/"); !strings.Contains(body, "No longer in the document.") {
		t.Error("the figure's page does not say that the newest version lacks it")
	}
	if _, body := get(t, app, "/figure/f3/"); strings.Contains(body, "No longer in the document.") {
		t.Error("a figure of the newest version is said not to be in it")
	}
	site := New(&stubSource{state: state}, Options{Compute: compute, Published: true})
	if _, body := get(t, site, "/figure/f1/"); !strings.Contains(body, "No longer in the document.") || strings.Contains(body, "diff/") {
		t.Error("the published page does not say so, or links to what is not published")
	}
}
