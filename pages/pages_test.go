package pages

import (
	"context"
	"errors"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/documents"
	"muster/dossier"
)

var update = flag.Bool("update", false, "write the golden files anew")

func newApp(t *testing.T) (http.Handler, *stubSource) {
	t.Helper()
	source := &stubSource{state: fixture(t)}
	return New(source, Options{Compute: compute, Failed: func(err error) { t.Errorf("the app failed: %v", err) }}), source
}

func newPublished(t *testing.T) http.Handler {
	t.Helper()
	return New(&stubSource{state: fixture(t)}, Options{Compute: compute, Published: true, Address: "https://records.example/clear-ridge/", Failed: func(err error) { t.Errorf("the site failed: %v", err) }})
}

func get(t *testing.T, h http.Handler, address string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
	return w.Code, w.Body.String()
}

func TestGolden(t *testing.T) {
	app, _ := newApp(t)
	site := newPublished(t)
	for _, page := range []struct {
		file, address string
		handler       http.Handler
	}{
		{"app-dossier.html", "/", app}, {"app-dossier-filtered.html", "/?stage=called-for&organisation=USFS", app}, {"app-dossier-at-5.html", "/?at=5", app},
		{"app-figure-accepted.html", "/figure/f1/", app}, {"app-figure-proposed.html", "/figure/f5/", app}, {"app-figure-edited.html", "/figure/f4/", app}, {"app-document.html", "/document/d1/", app},
		{"app-review.html", "/review/", app}, {"app-nothing.html", "/figure/f99/", app},
		{"site-dossier.html", "/", site}, {"app-series.html", "/series/inspections/", app}, {"site-series.html", "/series/inspections/", site}, {"site-figure.html", "/figure/f1/", site}, {"site-document.html", "/document/d2/", site},
		{"figures.csv", "/figures.csv", app}, {"findings.json", "/findings.json", app}, {"site-counts.csv", "/counts.csv", site}, {"documents.csv", "/documents.csv", site},
	} {
		t.Run(page.file, func(t *testing.T) {
			_, got := get(t, page.handler, page.address)
			golden(t, page.file, got)
		})
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	path := filepath.Join("testdata", file)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./pages -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s changed (-golden +now); look at it, then run: go test ./pages -update\n%s", file, diff)
	}
}

func TestStatus(t *testing.T) {
	app, _ := newApp(t)
	site := newPublished(t)
	for _, test := range []struct {
		name, address string
		handler       http.Handler
		status        int
		holds         string
	}{
		{"latest state", "/", app, 200, "As of entry"},
		{"earlier state", "/?at=5", app, 200, "An earlier state"},
		{"links keep the state", "/?at=5", app, 200, `href="./figure/f1/?at=5"`},
		{"beyond the ledger", "/?at=999", app, 404, "The ledger holds 30 entries so far"},
		{"beyond the ledger, download", "/figures.csv?at=999", app, 404, "30 entries"},
		{"no number", "/?at=soon", app, 404, "expected a number of entries"},
		{"negative", "/?at=-4", app, 404, "expected a number of entries"},
		{"by day", "/?known=2025-07-01", app, 200, "as of entry 5"},
		{"by a day before all", "/?known=2025-06-01", app, 404, "nothing that was signed by 1 June 2025"},
		{"by no day", "/?known=June", app, 404, "expected a day"},
		{"unknown figure", "/figure/f99/", app, 404, "There is no figure f99"},
		{"unknown document", "/document/d99/", app, 404, "There is no document d99"},
		{"unknown page", "/figure/f1/more/", app, 404, `href="../../../"`},
		{"method", "/method/", app, 200, "Told as not yet approved"},
		{"method, rounding", "/method/", app, 200, "4,500"},
		{"method, rules", "/method/", app, 200, "balance"},
		{"key", "/key", app, 200, "muster/clear-ridge"},
		{"tile", "/tile/0/000.p/25", app, 200, "tile"},
		{"no tile", "/tile/0/001", app, 404, ""},
		{"proof of a figure", "/proof/4.tlog-proof", app, 200, "tlog-proof@v1"},
		{"proof of a proposal", "/proof/12.tlog-proof", app, 200, ""},
		{"proof of what no page shows", "/proof/0.tlog-proof", app, 404, ""},
		{"published: proposal", "/figure/f5/", site, 404, "There is no figure f5"},
		{"published: rejected", "/figure/f12/", site, 404, ""},
		{"published: proof of a proposal", "/proof/12.tlog-proof", site, 404, ""},
		{"published: no review", "/review/", site, 404, ""},
		{"published: no earlier state", "/?at=5", site, 200, "As of entry <span class=\"number\">30</span>"},
		{"published: file address", "/figure/f1/index.html", site, 200, "more than 5,000 firefighters"},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, body := get(t, test.handler, test.address)
			if status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
			if !strings.Contains(strings.Join(strings.Fields(stripTags(body)), " "), test.holds) && !strings.Contains(body, test.holds) {
				t.Errorf("the page does not hold %q:\n%s", test.holds, body)
			}
		})
	}
}

func stripTags(s string) string {
	var out strings.Builder
	inside := false
	for _, r := range s {
		switch {
		case r == '<':
			inside = true
		case r == '>':
			inside = false
		case !inside:
			out.WriteRune(r)
		}
	}
	return out.String()
}

func TestPublishedShowsReviewedOnly(t *testing.T) {
	site := newPublished(t)
	for _, address := range []string{"/", "/document/d1/", "/document/d2/", "/document/d3/", "/figure/f1/", "/method/", "/figures.csv", "/figures.json", "/findings.json"} {
		_, body := get(t, site, address)
		for _, never := range []string{
			"<form", "<input", "<button", "accesskey", `href="./review`, // no forms
			"figure/f5/", "figure/f9/", "figure/f13/", `"f5"`, "\nf5,", "\nf9,", "\nf13,", // proposals
			"figure/f12/", "cmd|", // rejected, with its reason
			"pulled away from other work", "Safety comes first", // statements nobody reviewed
			"Governors also asked for up to 1,200 Guard troops, a request that the Defense Department has not yet approved.\n\nOfficials", // full text
		} {
			if strings.Contains(body, never) {
				t.Errorf("%s holds %q, which is not for publication", address, never)
			}
		}
	}
	_, findings := get(t, site, "/findings.json")
	if !strings.Contains(findings, "parts:f1") {
		t.Error("the findings on reviewed figures are missing")
	}
}

func TestPublishedProposals(t *testing.T) {
	state := fixture(t)
	state.Settings.Publish.ProposalsAbove = 0.9
	site := New(&stubSource{state: state}, Options{Compute: compute, Published: true})
	_, body := get(t, site, "/")
	for _, want := range []string{"figure/f9/", "proposal", "Safety comes first", "Figures marked “proposal” were found by a program"} {
		if !strings.Contains(body, want) {
			t.Errorf("with proposals above 0.9 the page lacks %q", want)
		}
	}
	if strings.Contains(body, "figure/f5/") {
		t.Error("a proposal of confidence 0.8 shows although only those above 0.9 may")
	}
	if _, body := get(t, site, "/figure/f9/"); !strings.Contains(body, "proposal, not reviewed") {
		t.Error("the page of a published proposal does not say that it is one")
	}
}

func TestEmbargo(t *testing.T) {
	state := fixture(t)
	state.Settings.Publish.Embargoed = true
	source := &stubSource{state: state}
	site := New(source, Options{Compute: compute, Published: true})
	for _, address := range []string{"/", "/figures.csv", "/checkpoint", "/tile/0/000.p/25", "/method/", "/key"} {
		if status, body := get(t, site, address); status != 404 || strings.Contains(body, "Clear Ridge") {
			t.Errorf("%s of an embargoed dossier: status %d, %q", address, status, body)
		}
	}
	out := filepath.Join(t.TempDir(), "site")
	if err := Publish(t.Context(), source, Options{Compute: compute}, out, nil); !errors.Is(err, ErrEmbargoed) {
		t.Errorf("publishing: %v, want ErrEmbargoed", err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("an embargoed dossier wrote a folder")
	}
}

func TestHeaders(t *testing.T) {
	app, _ := newApp(t)
	for _, address := range []string{"/", "/nothing", "/figures.csv", "/style.css", "/figure/f1/"} {
		w := httptest.NewRecorder()
		app.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		policy := w.Header().Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "style-src 'self'", "img-src 'self' data:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: content security policy %q lacks %q", address, policy, want)
			}
		}
		// Only where a number is checked may a page run the program for that.
		checks := strings.Contains(policy, "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'")
		if checks != strings.HasPrefix(address, "/figure/") || strings.Contains(policy, "'unsafe") || !checks && strings.Contains(policy, "script") {
			t.Errorf("%s: content security policy %q", address, policy)
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: no nosniff", address)
		}
	}
}

func TestFailureIsPlain(t *testing.T) {
	var seen error
	site := New(brokenSource{&stubSource{state: fixture(t)}}, Options{Failed: func(err error) { seen = err }})
	status, body := get(t, site, "/figure/f1/")
	if status != 500 || strings.Contains(body, "disk") || !strings.Contains(body, "Something went wrong") {
		t.Errorf("status %d, %q", status, body)
	}
	if seen == nil || !strings.Contains(seen.Error(), "disk") {
		t.Errorf("the operator was told %v", seen)
	}
}

type brokenSource struct{ *stubSource }

func (brokenSource) State(_ context.Context, _ int64) (*dossier.State, error) {
	return nil, errors.New("the disk is gone")
}

func TestMany(t *testing.T) {
	source, options := &stubSource{state: fixture(t)}, Options{Compute: compute}
	h, err := App([]Named{{"clear-ridge", source, options}, {"second", source, options}}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, body := get(t, h, "/"); !strings.Contains(body, `href="./clear-ridge/"`) || !strings.Contains(body, "second") {
		t.Errorf("the list is wrong:\n%s", body)
	}
	if status, body := get(t, h, "/clear-ridge/figure/f1/"); status != 200 || !strings.Contains(body, `href="../../../"`) {
		t.Errorf("status %d; the page below a name does not lead back to the list", status)
	}
	for _, names := range [][]string{{"a/b", "c"}, {"", "c"}, {"a", "a"}, {"sign-in", "a"}} {
		if _, err := App([]Named{{names[0], source, options}, {names[1], source, options}}, nil, nil); err == nil {
			t.Errorf("names %v were taken", names)
		}
	}
}

func post(t *testing.T, h http.Handler, address, form string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(form))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func bodyOf(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestPageOfAPDF checks that a figure of a document with pages says on which
// one it stands, and that the link to the source leads there.
func TestPageOfAPDF(t *testing.T) {
	app, source := newApp(t)
	source.state.Documents[0].Pages = []documents.PageStart{{Page: 1, Start: 0}, {Page: 7, Start: 60}}
	for address, want := range map[string]string{"/figure/f1/": "page 7 as counted", "/figure/f2/": "page 1 as counted", "/review/": "page 7; "} {
		if status, body := get(t, app, address); status != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: status %d, does not hold %q", address, status, want)
		}
	}
	if _, body := get(t, app, "/figure/f1/"); !strings.Contains(body, `href="https://valley.example/clear-ridge#page=7"`) {
		t.Error("the link to the source does not lead to the page")
	}
	if _, body := get(t, app, "/figure/f10/"); strings.Contains(body, "as counted") {
		t.Error("a document without pages has one")
	}
}

// TestSyntheticIsSaid makes sure that nobody takes a chart of invented rows for
// one of a record.
func TestSyntheticIsSaid(t *testing.T) {
	app, source := newApp(t)
	const words = "Synthetic rows, made for tests"
	if _, page := get(t, app, "/"); strings.Contains(page, words) {
		t.Error("a record is called synthetic")
	}
	source.state.Series[0].Releases[0].File = "counts/synthetic-june.csv"
	if _, page := get(t, app, "/"); !strings.Contains(page, words) {
		t.Error("a chart of synthetic rows does not say so")
	}
}
