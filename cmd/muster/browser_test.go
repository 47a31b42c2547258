package main

import (
	"bufio"
	"context"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestBrowser walks the main path in a real browser: it opens the served
// dossier, follows a number to its quote, accepts it, and sees it published.
func TestBrowser(t *testing.T) {
	chromium := findChromium(t)
	dir := filepath.Join(t.TempDir(), "flood")
	w := testWorld(t)
	var out strings.Builder
	w.stdout, w.stderr = &out, &out
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if code := run(t.Context(), []string{"new", dir, "--title", "Spring flood"}, w); code != exitDone {
		t.Fatal(out.String())
	}
	write("documents/plan.txt", "---\ntitle: Soldiers for the river\npublisher: River Gazette\npublished: 2024-03-05\n---\nThe army will send more than 2,000 soldiers to the river, the defence ministry said.\n")

	address, stop := startServe(t, w, dir)
	ctx, cancel := newBrowser(t, chromium)
	defer cancel()

	do, see := inBrowser(t, ctx)
	do(chromedp.Navigate(address))
	see("h1", "Spring flood")
	do(chromedp.Click(chromedp.CSS(`a[href*="figure/f1/"]`)))
	do(chromedp.WaitVisible(chromedp.CSS("blockquote mark")))
	see("blockquote mark", "more than 2,000 soldiers")
	see(".chain", "defence ministry")
	do(chromedp.SetValue(chromedp.CSS("#curator"), "Ann"), chromedp.Click(chromedp.CSS("button.accept")))
	do(chromedp.WaitVisible(chromedp.CSS("[role=status]")))
	see("[role=status]", "accepted")
	stop()

	site := filepath.Join(t.TempDir(), "site")
	if code := run(t.Context(), []string{"publish", dir, "--out", site}, w); code != exitDone {
		t.Fatal(out.String())
	}
	published := httptest.NewServer(http.FileServer(http.Dir(site)))
	defer published.Close()
	do(chromedp.Navigate(published.URL + "/"))
	see("main", "more than 2,000 soldiers")
	if forms, err := chromedp.Run(ctx, chromedp.Evaluate[int](`document.querySelectorAll("form[method=post]").length`)); err != nil || forms != 0 {
		t.Errorf("the published page has %d forms to decide with, %v", forms, err)
	}
}

// newBrowser starts a browser that asks nobody for anything.
func newBrowser(t *testing.T, chromium string) (ctx context.Context, cancel func()) {
	ctx, stop := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))...)
	ctx, end := chromedp.NewContext(ctx)
	return ctx, func() {
		end()
		stop()
	}
}

// inBrowser returns what a test does in a browser and what it sees there: steps, and
// the text of an element with words that it should show.
func inBrowser(t *testing.T, ctx context.Context) (do func(...chromedp.Action[chromedp.Void]), see func(selector, want string)) {
	do = func(steps ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(ctx, steps...); err != nil {
			t.Fatal(err)
		}
	}
	see = func(selector, want string) {
		t.Helper()
		got, err := chromedp.Run(ctx, chromedp.Text(chromedp.CSS(selector)))
		if err != nil || !strings.Contains(got, want) {
			t.Fatalf("%s shows %q, %v; expected …%s…", selector, got, err, want)
		}
	}
	return do, see
}

// findChromium returns the browser; without one the test is skipped, unless
// MUSTER_FULL says that everything must be there.
func findChromium(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("MUSTER_FULL") != "" {
		t.Fatal("no Chromium, and MUSTER_FULL is set: install the package chromium")
	}
	t.Skip("no Chromium: install the package chromium to run this test")
	return ""
}

// testWorld is a world with a settings folder of the test's own.
func testWorld(t testing.TB) world {
	keys := t.TempDir()
	return world{
		stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard,
		getenv:    func(name string) string { return map[string]string{"MUSTER_KEYS": keys}[name] },
		configDir: os.UserConfigDir, now: time.Now, random: rand.NewChaCha8([32]byte{7}),
	}
}

// startServe runs `muster serve`, with more flags where there are any, and
// returns its address and what stops it.
func startServe(t testing.TB, w world, dir string, more ...string) (address string, stop func()) {
	t.Helper()
	reader, writer := io.Pipe()
	w.stdout = writer
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, append([]string{"serve", dir, "--addr", "127.0.0.1:0"}, more...), w)
		writer.Close()
	}()
	lines := bufio.NewScanner(reader)
	if !lines.Scan() {
		t.Fatal("muster serve said nothing")
	}
	_, address, _ = strings.Cut(lines.Text(), ": ")
	go func() {
		for lines.Scan() {
		}
	}()
	stop = func() {
		cancel()
		if code := <-ended; code != exitDone {
			t.Errorf("muster serve ended with exit code %d", code)
		}
	}
	return address, stop
}
