package pages

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/counts"
	"muster/dossier"
	"muster/signin"
)

// askAs asks as a curator, or as a visitor where the name is "".
func askAs(t *testing.T, h http.Handler, curator, method, address, form string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, address, strings.NewReader(form))
	r = r.WithContext(signin.As(r.Context(), curator))
	if form != "" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

// workingAddresses lists everything that curators can open in the fixture, in
// the state as it is.
func workingAddresses(t *testing.T, source Source, options Options) []string {
	t.Helper()
	s := newSite(source, options)
	v, err := s.view(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	out := s.addresses(v)
	for _, p := range s.pages() {
		if !strings.Contains(p.path, "{") {
			out = append(out, strings.TrimPrefix(p.path, "/"), strings.TrimPrefix(p.path, "/")+"index.json")
		}
	}
	for entry := range int64(40) {
		out = append(out, fmt.Sprintf("proof/%d.tlog-proof", entry))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

var signInLink = regexp.MustCompile(`\n<a href="[./]*sign-in/[^"]*">Sign in</a>`)

// TestVisitorsSeeThePublishedSite opens every address that there is, asked in
// every way, as somebody who has not signed in: what is answered is the file
// that would be published, to the byte, or nothing of the record.
func TestVisitorsSeeThePublishedSite(t *testing.T) {
	state := withOffices(t)
	state.Series = append(state.Series, stays("population"))
	source, options := &stubSource{state: state}, Options{Compute: compute, Address: "https://records.example/x/"}
	folder := filepath.Join(t.TempDir(), "site")
	if err := Publish(t.Context(), source, options, folder, nil); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, nameErr := filepath.Rel(folder, path)
		files[filepath.ToSlash(name)] = string(b)
		return errors.Join(err, nameErr)
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(files, siteFile)
	addresses := workingAddresses(t, source, options)
	for name := range files {
		addresses = append(addresses, strings.TrimSuffix(name, "index.html"), name)
	}
	options.SignIn = true
	h := New(source, options)
	seen := map[string]bool{}
	refused := 0
	for _, address := range addresses {
		queries := []string{"", "?at=5", "?known=2025-07-02", "?released=2025-03-31", "?stage=called-for&done=f5&from=1&document=d1"}
		if strings.HasSuffix(address, ".png") {
			queries = queries[:4] // pictures take long to draw
		}
		for _, query := range queries {
			response := askAs(t, h, "", http.MethodGet, "/"+address+query, "")
			body := bodyOf(t, response)
			if response.StatusCode != http.StatusOK {
				refused++
				if response.StatusCode != http.StatusNotFound && response.StatusCode != http.StatusForbidden {
					t.Errorf("/%s%s: status %d", address, query, response.StatusCode)
				}
				if strings.Contains(body, "<form") || response.StatusCode == http.StatusForbidden && !strings.Contains(body, "sign-in/?to=") {
					t.Errorf("/%s%s: the refusal offers a form, or no way to sign in:\n%s", address, query, body)
				}
				continue
			}
			name := address
			if name == "" || strings.HasSuffix(name, "/") {
				name += "index.html"
			}
			if strings.HasSuffix(name, ".html") {
				if !signInLink.MatchString(body) {
					t.Errorf("/%s%s: no link to sign in", address, query)
				}
				body = signInLink.ReplaceAllString(body, "")
			}
			file, found := files[name]
			if !found {
				t.Errorf("/%s%s is shown to visitors, and is not published", address, query)
			} else if file != body {
				t.Errorf("/%s%s is not what is published:\n%s", address, query, cmp.Diff(file, body))
			}
			seen[name] = true
		}
	}
	for name := range files {
		if !seen[name] {
			t.Errorf("%s is published, and visitors do not see it", name)
		}
	}
	if refused < 100 {
		t.Errorf("only %d refusals: the test does not ask for what curators see", refused)
	}
	for _, address := range []string{"/review/", "/diff/", "/figure/f5/", "/proof/6.tlog-proof", "/figure/f1/?at=20", "/figure/f5/index.json"} {
		if status := askAs(t, h, "Ann", http.MethodGet, address, "").StatusCode; status != http.StatusOK {
			t.Errorf("%s as a curator: status %d", address, status)
		}
	}
}

// TestNothingShowsThroughSmallCounts moves one from a count that is held back to
// the small one beside it: whatever a visitor opens stays as it is, to the byte,
// so nothing that is shown tells one from the other.
func TestNothingShowsThroughSmallCounts(t *testing.T) {
	opened := func(moved bool, curator string) map[string]string {
		state := withOffices(t)
		if moved {
			moveOne(t, state)
		}
		source := &stubSource{state: state}
		h := New(source, Options{SignIn: true})
		out := map[string]string{}
		for _, address := range workingAddresses(t, source, Options{}) {
			if curator != "" && strings.HasSuffix(address, ".png") {
				continue // pictures take long to draw
			}
			response := askAs(t, h, curator, http.MethodGet, "/"+address, "")
			out[address] = fmt.Sprint(response.StatusCode, bodyOf(t, response))
		}
		return out
	}
	if diff := cmp.Diff(opened(false, ""), opened(true, "")); diff != "" {
		t.Errorf("visitors can tell the small counts:\n%s", diff)
	}
	before, after := opened(false, "Ann"), opened(true, "Ann")
	told := 0
	for address := range maps.Keys(before) {
		if before[address] != after[address] {
			told++
		}
	}
	if told < 10 {
		t.Errorf("curators see the change in %d files: the test changes nothing", told)
	}
}

// moveOne changes, in every series of the fixture, a small count and one that is
// held with it, by one each, so that their sum stays.
func moveOne(t *testing.T, state *dossier.State) {
	t.Helper()
	for i := range state.Series {
		series := &state.Series[i]
		cover := series.Cover(state.Settings.Publish.SmallCells)
		for j := range series.Releases {
			points := series.Releases[j].Points
			small := slices.IndexFunc(points, func(p counts.Point) bool { return p.Count > 0 && p.Count < 4 })
			partner := slices.IndexFunc(points, func(p counts.Point) bool {
				return p.Period == points[small].Period && p.Unit != points[small].Unit && cover.Cell(p)
			})
			if small < 0 || partner < 0 {
				t.Fatalf("%s has no small count with another that is held", series.Name)
			}
			points[small].Count++
			points[partner].Count--
		}
	}
}

// TestVisitorsChangeNothing sends every form as a visitor, and as a curator who
// writes another name.
func TestVisitorsChangeNothing(t *testing.T) {
	source := &stubSource{state: fixture(t)}
	h := New(source, Options{Compute: compute, SignIn: true})
	recorded := func() int {
		return len(source.decisions) + len(source.replies) + len(source.withheld) + len(source.takenBack)
	}
	forms := map[string]string{
		"/review/":               "accept=f5&curator=Eve&seen=30",
		"/figure/f5/":            "action=accept&curator=Eve&seen=30",
		"/figure/f5/compare/":    "action=apart&with=f1&reason=x&curator=Eve&seen=30",
		"/figure/f5/reply/":      "kind=reply&office=x&date=2025-06-06&words=x&curator=Eve",
		"/figure/f5/withhold/":   "what=d1&withhold-reason=x&withhold-by=x&sure=yes&curator=Eve",
		"/document/d1/":          "accept=s1&curator=Eve&seen=30",
		"/document/d1/withhold/": "what=d1&withhold-reason=x&withhold-by=x&sure=yes&curator=Eve",
		"/nothing/":              "x=y",
	}
	for address, form := range forms {
		for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch, "ODD"} {
			response := askAs(t, h, "", method, address, form)
			if body := bodyOf(t, response); response.StatusCode != http.StatusForbidden || recorded() > 0 || !strings.Contains(body, "sign-in/") || len(response.Cookies()) > 0 {
				t.Fatalf("%s %s as a visitor: status %d, %d recorded\n%s", method, address, response.StatusCode, recorded(), body)
			}
		}
	}
	for address, form := range forms {
		before := recorded()
		response := askAs(t, h, "Ann Miller", http.MethodPost, address, form)
		if address != "/nothing/" && (response.StatusCode != http.StatusSeeOther || recorded() != before+1 || len(response.Cookies()) > 0) {
			t.Errorf("%s as a curator: status %d, %d recorded, cookies %v", address, response.StatusCode, recorded()-before, response.Cookies())
		}
	}
	for _, d := range source.decisions {
		if d.Curator != "Ann Miller" {
			t.Errorf("a decision was signed with the name %q", d.Curator)
		}
	}
	if source.replies[0].Curator != "Ann Miller" || source.withheld[0].Curator != "Ann Miller" {
		t.Error("a reply or a withholding was signed with another name")
	}
	response := askAs(t, h, "Ann Miller", http.MethodGet, "/figure/f5/", "")
	if body := bodyOf(t, response); response.Header.Get("Cache-Control") != "no-store" || strings.Contains(body, "Your name") || !strings.Contains(body, "recorded as by Ann Miller") || !strings.Contains(body, `action="../../sign-out/"`) {
		t.Errorf("the page of a curator who signed in asks for a name, or does not say who it is:\n%s", body)
	}
}

// What is withheld stays in the memory of no page, those for visitors included.
func TestWithholdingForgetsWhatVisitorsSaw(t *testing.T) {
	source := &stubSource{state: fixture(t)}
	h := New(source, Options{Compute: compute, SignIn: true})
	asVisitor := func() string { return bodyOf(t, askAs(t, h, "", http.MethodGet, "/", "")) }
	asVisitor()
	source.state.Settings.Question = "Who fights the fires?"
	if strings.Contains(asVisitor(), "Who fights the fires?") {
		t.Fatal("no page is kept, so the test shows nothing")
	}
	if r := askAs(t, h, "Ann", http.MethodPost, "/document/d1/withhold/", "what=d1&withhold-reason=x&withhold-by=x&sure=yes"); r.StatusCode != http.StatusSeeOther {
		t.Fatalf("status %d", r.StatusCode)
	}
	if !strings.Contains(asVisitor(), "Who fights the fires?") {
		t.Error("visitors are shown what was kept from before")
	}
}

// A PNG takes long to draw: the second to ask for it gets the same bytes.
func TestPNGIsDrawnOnce(t *testing.T) {
	s := newSite(&stubSource{state: withOffices(t)}, Options{Compute: compute, Published: true})
	v, err := s.view(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	var drawn [][]byte
	for range 2 {
		for _, p := range s.handedOut(v, "office-visits", "") {
			b, mediaType, err := v.write(p, "/series/office-visits/months.png?", "months.png")
			if err != nil {
				t.Fatal(err)
			}
			if b != nil && p.Name == "months" {
				drawn = append(drawn, b)
				if mediaType != "image/png" {
					t.Errorf("media type %q", mediaType)
				}
			}
		}
	}
	if len(drawn) != 2 || &drawn[0][0] != &drawn[1][0] {
		t.Errorf("%d files, or drawn twice", len(drawn))
	}
	if b, _, err := v.write(s.handedOut(v, "office-visits", "")[0], "/series/office-visits/x.png?", "x.png"); b != nil || err != nil {
		t.Errorf("a picture that there is not: %d bytes, %v", len(b), err)
	}
}
