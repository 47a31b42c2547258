package pages

import (
	"path/filepath"
	"strings"
	"testing"

	"muster/dossier"
)

// withheldState is the fixture without a document and its figures.
func withheldState(t *testing.T) *dossier.State {
	t.Helper()
	state := fixture(t)
	why := dossier.Withheld{By: 28, Time: clock(28), Reason: "an order of <3 June>", Authority: "the district court"}
	withhold := func(entry int64, kind, subject string) {
		w := why
		w.Entry, w.Kind, w.Subject = entry, kind, subject
		state.Withheld = append(state.Withheld, w)
	}
	withhold(state.Documents[1].Entry, "document", "d2")
	var kept []dossier.Figure
	for _, f := range state.Figures {
		if f.Document == "d2" {
			withhold(f.Entry, "figure", f.ID)
			continue
		}
		kept = append(kept, f)
	}
	state.Figures, state.Statements = kept, state.Statements[:1]
	state.Documents = append(state.Documents[:1:1], state.Documents[2:]...)
	return state
}

func TestWithheldPages(t *testing.T) {
	source := &stubSource{state: withheldState(t)}
	app := New(source, Options{Compute: compute, Failed: func(err error) { t.Errorf("the app failed: %v", err) }})
	site := New(source, Options{Compute: compute, Published: true, Failed: func(err error) { t.Errorf("the site failed: %v", err) }})
	for _, address := range []string{"/document/d2/", "/figure/f11/", "/figure/f11/index.json"} {
		status, body := get(t, app, address)
		if status != 410 || !strings.Contains(body, "the district court") || strings.Contains(body, "<3 June>") != strings.HasSuffix(address, ".json") || strings.Contains(body, "640") {
			t.Errorf("%s: status %d\n%s", address, status, body)
		}
		if status, body := get(t, site, address); status != 200 || !strings.Contains(body, "the district court") {
			t.Errorf("published %s: status %d", address, status)
		}
	}
	if _, body := get(t, app, "/"); !strings.Contains(body, `id="withheld"`) || !strings.Contains(body, "By authority of the district court") {
		t.Error("the first page does not say that something is withheld")
	}
	if status, _ := get(t, app, "/proof/1.tlog-proof"); status != 404 {
		t.Errorf("a proof of what is neither shown nor withheld: status %d", status)
	}
	found := crawl(t, site, "/index.html")
	if len(found) < 15 {
		t.Errorf("only %d pages found", len(found))
	}
}

func TestWithheldIsPublished(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	if err := Publish(t.Context(), &stubSource{state: withheldState(t)}, Options{Compute: compute}, out, nil); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"document/d2/index.html", "figure/f11/index.html", "figure/f11/index.json"} {
		if matches, err := filepath.Glob(filepath.Join(out, file)); err != nil || len(matches) != 1 {
			t.Errorf("%s is missing", file)
		}
	}
}
