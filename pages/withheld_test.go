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

// Curators withhold from the pages: with a reason, an authority and their name,
// and only what stands on the page.
func TestWithholdFromPages(t *testing.T) {
	source := &stubSource{state: fixture(t)}
	app := New(source, Options{Compute: compute, Failed: func(err error) { t.Errorf("the app failed: %v", err) }})
	whole := "what=d2&withhold-reason=it+names+somebody&withhold-by=the+editor&curator=Ann&sure=yes"
	for form, problem := range map[string]string{
		strings.Replace(whole, "&sure=yes", "", 1):        "has to be confirmed",
		strings.Replace(whole, "what=d2", "what=d1", 1):   "Choose what",
		strings.Replace(whole, "the+editor", "", 1):       "By whose authority",
		strings.Replace(whole, "what=d2&", "what=f1&", 1): "Choose what",
	} {
		r := post(t, app, "/document/d2/withhold/", form)
		if body := bodyOf(t, r); r.StatusCode != 422 || !strings.Contains(body, problem) || !strings.Contains(body, "it names somebody") {
			t.Errorf("%s: status %d, expected “%s”", form, r.StatusCode, problem)
		}
	}
	if r := post(t, app, "/document/d2/withhold/", whole, "Sec-Fetch-Site", "cross-site"); r.StatusCode != 403 {
		t.Errorf("sent by another site: status %d", r.StatusCode)
	}
	if len(source.withheld) > 0 {
		t.Fatalf("withheld %+v", source.withheld)
	}
	r := post(t, app, "/document/d2/withhold/", whole)
	expected := dossier.Withholding{What: "d2", Reason: "it names somebody", Authority: "the editor", Curator: "Ann"}
	if r.StatusCode != 303 || r.Header.Get("Location") != "../../../document/d2/" || len(source.withheld) != 1 || source.withheld[0] != expected {
		t.Errorf("status %d to %s, withheld %+v", r.StatusCode, r.Header.Get("Location"), source.withheld)
	}

	_, page := get(t, app, "/figure/f1/")
	if !strings.Contains(page, `action="../../figure/f1/withhold/"`) || !strings.Contains(page, `<option value="d1">`) {
		t.Errorf("the page of a figure offers nothing to withhold:\n%s", page)
	}
	if r := post(t, app, "/figure/f1/withhold/", strings.Replace(whole, "what=d2", "what=d1", 1)); r.StatusCode != 303 || len(source.withheld) != 2 {
		t.Errorf("from the page of a figure: status %d", r.StatusCode)
	}
	if r := post(t, app, "/figure/f1/withhold/", whole); r.StatusCode != 422 || len(source.withheld) != 2 {
		t.Errorf("what is not on the page: status %d", r.StatusCode)
	}
	for _, options := range []Options{{Compute: compute, ReadOnly: true}, {Compute: compute, Published: true}} {
		still := New(source, options)
		if _, page := get(t, still, "/document/d2/"); strings.Contains(page, "withhold/") {
			t.Error("a copy that cannot be written to offers to withhold")
		}
		if r := post(t, still, "/document/d2/withhold/", whole); r.StatusCode != 403 && r.StatusCode != 405 {
			t.Errorf("a copy that cannot be written to: status %d", r.StatusCode)
		}
	}
}
