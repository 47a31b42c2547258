package pages

import (
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/signin"
)

// appWithDoor is a web app with two dossiers, the second of them embargoed.
func appWithDoor(t *testing.T) (h http.Handler, password string) {
	t.Helper()
	file := signin.File(filepath.Join(t.TempDir(), "curators.txt"))
	random := rand.NewChaCha8([32]byte{3})
	now := func() time.Time { return clock(9) }
	password, err := file.Add("Ann Miller", now(), random)
	if err != nil {
		t.Fatal(err)
	}
	open, closed := fixture(t), fixture(t)
	closed.Settings.Title, closed.Settings.Publish.Embargoed = "Not to be known", true
	options := Options{Compute: compute}
	h, err = App([]Named{{"open", &stubSource{state: open}, options}, {"closed", &stubSource{state: closed}, options}},
		&signin.Door{Curators: file, Now: now, Random: random}, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	return h, password
}

func TestSigningIn(t *testing.T) {
	h, password := appWithDoor(t)
	form := func(password, to string) *http.Response {
		return post(t, h, "/sign-in/", "name=Ann+Miller&password="+password+"&to="+to)
	}
	for _, address := range []string{"/closed/", "/closed/figure/f1/", "/closed/figures.csv", "/closed/review/", "/closed/checkpoint", "/closed/?at=5"} {
		if status, body := get(t, h, address); status != http.StatusNotFound || strings.Contains(body, "Not to be known") || !strings.Contains(body, "/sign-in/") {
			t.Errorf("%s of an embargoed dossier: status %d\n%s", address, status, body)
		}
	}
	if _, body := get(t, h, "/"); strings.Contains(body, "closed") || strings.Contains(body, "Not to be known") || !strings.Contains(body, "./open/") {
		t.Errorf("the list tells visitors of an embargoed dossier:\n%s", body)
	}
	if status, body := get(t, h, "/open/figure/f1/"); status != 200 || !strings.Contains(body, `href="../../../sign-in/?to=open%2Ffigure%2Ff1%2F"`) {
		t.Errorf("status %d, no link to sign in that leads back:\n%s", status, body)
	}
	if _, body := get(t, h, "/open/review/?x=%22%3E"); !strings.Contains(body, `?to=open%2Freview%2F%3Fx%3D%2522%253E"`) {
		t.Errorf("what was asked for is lost on the way to sign in:\n%s", body)
	}
	if _, body := get(t, h, "/sign-in/?to=%22%3E%3Cscript%3E"); strings.Contains(body, "<script>") || !strings.Contains(body, `autocomplete="current-password"`) {
		t.Errorf("the page to sign in:\n%s", body)
	}
	wrong := form("guess", "open/")
	if body := bodyOf(t, wrong); wrong.StatusCode != http.StatusForbidden || len(wrong.Cookies()) > 0 || !strings.Contains(body, `role="alert"`) || !strings.Contains(body, `value="Ann Miller"`) || strings.Contains(body, "guess") {
		t.Errorf("a wrong password: status %d\n%s", wrong.StatusCode, body)
	}
	if r := post(t, h, "/sign-in/", "name=Ann+Miller&password="+password, "Sec-Fetch-Site", "cross-site"); r.StatusCode != http.StatusForbidden || len(r.Cookies()) > 0 {
		t.Errorf("another site signs in: status %d", r.StatusCode)
	}
	right := form(password, "open/figure/f1/?at%3D5")
	if right.StatusCode != http.StatusSeeOther || right.Header.Get("Location") != "../open/figure/f1/?at=5" || len(right.Cookies()) != 1 {
		t.Fatalf("signing in: status %d, to %s", right.StatusCode, right.Header.Get("Location"))
	}
	cookie := right.Cookies()[0].Name + "=" + right.Cookies()[0].Value
	asCurator := func(address string) (int, string) {
		r := httptest.NewRequest(http.MethodGet, address, nil)
		r.Header.Set("Cookie", cookie)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code, w.Body.String()
	}
	for address, want := range map[string]string{"/": "Not to be known", "/closed/": "Not to be known", "/open/review/": "Signed in as Ann Miller", "/open/figure/f1/?at=30": "Ann Miller", "/sign-in/": "Signed in as"} {
		if status, body := asCurator(address); status != 200 || !strings.Contains(body, want) || strings.Contains(body, ">Sign in</a>") {
			t.Errorf("%s as a curator: status %d\n%s", address, status, body)
		}
	}
	if r := post(t, h, "/sign-out/", "", "Cookie", cookie, "Sec-Fetch-Site", "cross-site"); r.StatusCode != http.StatusForbidden {
		t.Errorf("another site signs out: status %d", r.StatusCode)
	}
	if r := post(t, h, "/sign-out/", "", "Cookie", cookie); r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "../" {
		t.Errorf("signing out: status %d, to %s", r.StatusCode, r.Header.Get("Location"))
	}
	if status, _ := asCurator("/open/review/"); status != http.StatusForbidden {
		t.Errorf("after signing out: status %d", status)
	}
	limited := 0
	for range 12 {
		if r := form("guess", ""); r.StatusCode == http.StatusTooManyRequests && r.Header.Get("Retry-After") == "60" {
			limited++
		}
	}
	if limited != 3 { // one was wrong before, so nine more are answered
		t.Errorf("%d of 12 guesses were not even looked at", limited)
	}
}

// TestSigningInLeadsNowhereElse: no address that is handed in leads to another
// host, or out of the app.
func TestSigningInLeadsNowhereElse(t *testing.T) {
	for to, want := range map[string]string{
		"": "", "open/": "open/", "figure/f1/": "figure/f1/", "?at=5": "?at=5", "open/figure/f1/?at=5": "open/figure/f1/?at=5", "a/index.html": "a/index.html",
		"https://elsewhere.example/": "", "//elsewhere.example": "", "/x": "", "../x": "", "a/../../x": "", "..": "", "a//b": "",
		`\\elsewhere.example`: `%5C%5Celsewhere.example`, "javascript:alert(1)": "./javascript:alert%281%29", "a?b=%zz": "", "a?x=1#y": "a?x=1%23y", "a\r\nSet-Cookie: x": "./a%0D%0ASet-Cookie:%20x",
	} {
		if got := backTo(to); got != want {
			t.Errorf("%q leads to %q, want %q", to, got, want)
		}
	}
}

// Without a door nothing changes: whoever asks is the curator.
func TestAloneNobodySignsIn(t *testing.T) {
	source := &stubSource{state: fixture(t)}
	h, err := App([]Named{{"x", source, Options{Compute: compute}}}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"/", "/review/", "/figure/f5/", "/method/"} {
		if status, body := get(t, h, address); status != 200 || strings.Contains(strings.ToLower(body), "sign in<") || strings.Contains(body, "Signed in") {
			t.Errorf("%s: status %d, or it asks to sign in", address, status)
		}
	}
	if status, _ := get(t, h, "/sign-in/"); status != http.StatusNotFound {
		t.Errorf("there is a page to sign in: status %d", status)
	}
	if r := post(t, h, "/figure/f5/", "action=accept&curator=Eve&seen=30"); r.StatusCode != http.StatusSeeOther || source.decisions[0].Curator != "Eve" {
		t.Errorf("status %d, %v", r.StatusCode, source.decisions)
	}
}

// TestAddSlash: an address without its last slash leads to the page, whatever is
// in it, and to no other host.
func TestAddSlash(t *testing.T) {
	app, _ := newApp(t)
	for address, want := range map[string]string{"/figure/f1": "./f1/", "/figure/f1?at=5": "./f1/?at=5", "/figure/a%3Fb": "./a%3Fb/", "/figure/%5C%5Celsewhere.example": "./%5C%5Celsewhere.example/", "/figure/caf%C3%A9": "./caf%C3%A9/", "/figure/a%0D%0Ab": "./a%0D%0Ab/"} {
		w := httptest.NewRecorder()
		app.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		if got := w.Header().Get("Location"); w.Code != http.StatusMovedPermanently || got != want {
			t.Errorf("%s: status %d, to %q, want %q", address, w.Code, got, want)
		}
	}
}
