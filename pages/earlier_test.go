package pages

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/dossier"
)

// A published site keeps its earlier states beside the present one.
func TestEarlierStates(t *testing.T) {
	site := New(&stubSource{state: fixture(t)}, Options{Compute: compute, Published: true, Failed: func(err error) { t.Errorf("the site failed: %v", err) }})
	_, list := get(t, site, "/states/")
	for _, want := range []string{`href="../states/20/index.html"`, `href="../states/2/index.html"`, `href="../states/20/checkpoint"`} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %s:\n%s", want, list)
		}
	}
	status, page := get(t, site, "/states/20/")
	if status != 200 || !strings.Contains(page, "as of entry 20") || !strings.Contains(page, "the same") || !strings.Contains(page, "<strong>accepted</strong>: ") {
		t.Errorf("status %d:\n%s", status, page)
	}
	golden(t, "site-state.html", page)
	if _, checkpoint := get(t, site, "/states/20/checkpoint"); checkpoint != "signed 20\n" {
		t.Errorf("the checkpoint is %q", checkpoint)
	}
	var told struct {
		At, Now int64
		Figures []struct{ ID, Words string }
	}
	_, body := get(t, site, "/states/20/index.json")
	if err := json.Unmarshal([]byte(body), &told); err != nil || told.At != 20 || told.Now != 30 || len(told.Figures) == 0 {
		t.Errorf("%v: %s", err, body)
	}
	for _, address := range []string{"/states/19/", "/states/19/checkpoint", "/states/x/"} {
		if status, _ := get(t, site, address); status != 404 {
			t.Errorf("%s: status %d", address, status)
		}
	}
	app := New(&stubSource{state: fixture(t)}, Options{Compute: compute})
	if status, _ := get(t, app, "/states/20/"); status != 404 {
		t.Errorf("the app, which has ?at=, answers %d", status)
	}
}

// What was taken back stays taken back: an earlier state does not say it.
func TestEarlierStatesHoldNothingTakenBack(t *testing.T) {
	now := fixture(t)
	source := &rejectedSince{stubSource{state: now}, *now}
	source.then.Figures = append([]dossier.Figure(nil), now.Figures...)
	rejected := -1
	for i, f := range now.Figures {
		if f.Status == dossier.Accepted {
			now.Figures[i].Status = dossier.Rejected
			rejected = i
			break
		}
	}
	gone := source.then.Figures[rejected]
	out := filepath.Join(t.TempDir(), "site")
	if err := Publish(t.Context(), source, Options{Compute: compute}, out, nil); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"index.html", "index.json"} {
		b, err := os.ReadFile(filepath.Join(out, "states", "2", file))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(b), gone.ID) || strings.Contains(string(b), gone.Claim.Quote.Exact) {
			t.Errorf("%s: expected %s without “%s”:\n%s", file, gone.ID, gone.Claim.Quote.Exact, b)
		}
	}
}

// rejectedSince has one earlier state, in which a figure stood that is rejected now.
type rejectedSince struct {
	stubSource
	then dossier.State
}

func (s *rejectedSince) StatesAt(_ context.Context, sizes []int64, f func(*dossier.State) error) error {
	for _, at := range sizes {
		earlier := s.then
		earlier.At = at
		if err := f(&earlier); err != nil {
			return err
		}
	}
	return nil
}
