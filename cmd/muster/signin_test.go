package main

import (
	"bytes"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// heard is what the program says, from several goroutines.
type heard struct {
	mu   sync.Mutex
	said bytes.Buffer
}

func (h *heard) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.said.Write(b)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.said.String()
}

// newCurator runs `muster curator add` and returns the password.
func newCurator(t *testing.T, w world, name string) string {
	t.Helper()
	var out strings.Builder
	w.stdout = &out
	if code := run(t.Context(), []string{"curator", "add", name}, w); code != exitDone {
		t.Fatal(out.String())
	}
	lines := strings.Fields(out.String())
	return lines[len(lines)-1]
}

// status asks for a page of a server under any name.
func status(t *testing.T, method, address, host string, headers ...string) int {
	t.Helper()
	r, err := http.NewRequest(method, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Host = host
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := (&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	return response.StatusCode
}

// onNetwork is the address at which a test reaches a server on all addresses.
func onNetwork(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return "http://127.0.0.1:" + u.Port() + "/"
}

// TestServeOnTheNetwork: on an address that others reach everybody is a visitor,
// and who starts it is told what that needs.
func TestServeOnTheNetwork(t *testing.T) {
	w, dir, said := testWorld(t), copyExample(t, "haiti-security-mission"), &heard{}
	w.stderr = said
	address, stop := startServe(t, w, dir, "--addr", "0.0.0.0:0")
	defer stop()
	address = onNetwork(t, address)
	if page := get(t, address); !strings.Contains(page, ">Sign in</a>") {
		t.Error("there is no way to sign in")
	}
	for _, ask := range []struct {
		method, path string
		want         int
	}{{"GET", "review/", 403}, {"POST", "review/", 403}, {"GET", "?at=3", 403}, {"GET", "figures.csv", 200}} {
		if got := status(t, ask.method, address+ask.path, ""); got != ask.want {
			t.Errorf("%s %s: status %d, want %d", ask.method, ask.path, got, ask.want)
		}
	}
	for _, want := range []string{"nobody can sign in", "muster curator add NAME", "travel readable", "--public https://"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("the program says %q, expected %q", said, want)
		}
	}
}

// TestServeBehindAWebServer: what comes through another server is for visitors
// where that was said, and refused where it was not.
func TestServeBehindAWebServer(t *testing.T) {
	w, dir, said := testWorld(t), copyExample(t, "haiti-security-mission"), &heard{}
	address, stop := startServe(t, w, dir)
	for _, header := range []string{"X-Forwarded-For", "Forwarded", "Via"} {
		if got := status(t, "GET", address, "", header, "192.0.2.1"); got != http.StatusMisdirectedRequest {
			t.Errorf("with %s: status %d", header, got)
		}
	}
	if got := status(t, "GET", address+"review/", ""); got != http.StatusOK {
		t.Errorf("alone: status %d", got)
	}
	stop()

	newCurator(t, w, "Ann")
	w.stderr = said
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := free.Addr().String()
	free.Close()
	public, stop := startServe(t, w, dir, "--addr", port, "--public", "https://records.example.org/haiti")
	defer stop()
	if public != "https://records.example.org/haiti/" {
		t.Errorf("the address is told as %s", public)
	}
	address = "http://" + port + "/"
	for host, want := range map[string]int{"": 200, "records.example.org": 200, "Records.Example.org:443": 200, "elsewhere.example": 421, "127.0.0.1.elsewhere.example": 421} {
		if got := status(t, "GET", address, host, "X-Forwarded-For", "192.0.2.1"); got != want {
			t.Errorf("host %q: status %d, want %d", host, got, want)
		}
	}
	if got := status(t, "POST", address+"review/", "records.example.org"); got != http.StatusForbidden {
		t.Errorf("a visitor decides: status %d", got)
	}
	if page := get(t, address+"index.json"); !strings.Contains(page, "https://records.example.org/haiti/") {
		t.Error("how to cite the record names no address")
	}
	if strings.Contains(said.String(), "readable") || strings.Contains(said.String(), "nobody") {
		t.Errorf("behind TLS and with a curator the program says %q", said)
	}
}

// TestBrowserSignsIn walks the way of a curator on a team's server: from a page
// that a visitor sees to the form, a decision, and out again.
func TestBrowserSignsIn(t *testing.T) {
	chromium := findChromium(t)
	w, dir := testWorld(t), filepath.Join(t.TempDir(), "flood")
	if code := run(t.Context(), []string{"new", dir, "--title", "Spring flood"}, w); code != exitDone {
		t.Fatal("no dossier")
	}
	text := "---\ntitle: Soldiers for the river\npublisher: River Gazette\npublished: 2024-03-05\n---\nThe army will send more than 2,000 soldiers to the river, the defence ministry said.\n"
	if err := os.WriteFile(filepath.Join(dir, "documents", "plan.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	password := newCurator(t, w, "Ann Miller")
	address, stop := startServe(t, w, dir, "--addr", "0.0.0.0:0")
	defer stop()
	address = onNetwork(t, address)

	ctx, cancel := newBrowser(t, chromium)
	defer cancel()
	do, see := inBrowser(t, ctx)
	do(chromedp.Navigate(address + "figure/f1/")) // a proposal, which visitors do not see
	see("h1", "There is no such page")
	do(chromedp.Click(chromedp.CSS(`nav a[href*="sign-in/"]`)), chromedp.WaitVisible(chromedp.CSS("#password")))
	do(chromedp.SetValue(chromedp.CSS("#name"), "Ann Miller"), chromedp.SetValue(chromedp.CSS("#password"), "a guess"), chromedp.Click(chromedp.CSS("button.accept")))
	do(chromedp.WaitVisible(chromedp.CSS("[role=alert]")))
	see("[role=alert]", "do not belong together")
	do(chromedp.SetValue(chromedp.CSS("#password"), password), chromedp.Click(chromedp.CSS("button.accept")))
	do(chromedp.WaitVisible(chromedp.CSS("blockquote mark"))) // back at the figure
	see("nav", "Signed in as Ann Miller")
	do(chromedp.Click(chromedp.CSS(".decide button.accept")), chromedp.WaitVisible(chromedp.CSS("[role=status]")))
	see("[role=status]", "accepted")
	do(chromedp.Navigate(address + "figure/f1/"))
	see("#history + table tbody tr:last-child", "Ann Miller")
	do(chromedp.Click(chromedp.CSS("nav form button")), chromedp.WaitVisible(chromedp.CSS(`nav a[href*="sign-in/"]`)))
	see("main", "more than 2,000 soldiers") // it is public now
	do(chromedp.Navigate(address + "review/"))
	see("main", "shown to curators who signed in")
}
