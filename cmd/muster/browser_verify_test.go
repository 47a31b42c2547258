package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestBrowserVerifies checks a number inside its published page: as it was
// published, and after page or proof were changed.
func TestBrowserVerifies(t *testing.T) {
	chromium := findChromium(t)
	dir, site := filepath.Join(t.TempDir(), "flood"), filepath.Join(t.TempDir(), "site")
	w := testWorld(t)
	var out strings.Builder
	w.stdout, w.stderr = &out, &out
	do := func(args ...string) {
		t.Helper()
		if code := run(t.Context(), args, w); code != exitDone {
			t.Fatal(args, out.String())
		}
	}
	do("new", dir, "--title", "Spring flood")
	text := "---\ntitle: Soldiers for the river\npublisher: River Gazette\npublished: 2024-03-05\n---\nThe army will send more than 2,000 soldiers to the river, the defence ministry said.\n"
	if err := os.WriteFile(filepath.Join(dir, "documents", "plan.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	do("add", dir)
	do("review", dir, "--accept", "f1", "--curator", "ann")
	do("publish", dir, "--out", site)
	files := http.FileServer(http.Dir(site))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store") // files change within a second here
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	ctx, cancel := newBrowser(t, chromium)
	defer cancel()

	page, proof := filepath.Join(site, "figure", "f1", "index.html"), filepath.Join(site, "proof", "2.tlog-proof")
	for _, test := range []struct {
		name, file, old, changed string
		class, says              string
	}{
		{"as published", page, "", "", ".holds", "are those recorded: “more than 2,000 soldiers”"},
		{"the number at the top was changed", page, `figure-words">more than 2,000`, `figure-words">more than 6,000`, ".fails", "This page shows 6000, and the record says “more than 2,000 soldiers”"},
		{"the quote was changed", page, "<mark>more than 2,000", "<mark>more than 6,000", ".fails", "This page quotes “more than 6,000 soldiers”"},
		{"the proof was changed", proof, "index 2", "index 1", ".fails", "the leaf is not entry 1"},
		{"the key is another", filepath.Join(site, "key"), "muster/flood/", "muster/blood/", ".fails", "no verifier key"},
	} {
		whole, err := os.ReadFile(test.file)
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(string(whole), test.old, test.changed, 1)
		if changed == string(whole) && test.old != "" {
			t.Fatalf("%s: %s does not hold %q", test.name, test.file, test.old)
		}
		if err := os.WriteFile(test.file, []byte(changed), 0o644); err != nil {
			t.Fatal(err)
		}
		err = chromedp.Do(ctx, chromedp.Navigate(server.URL+"/figure/f1/"),
			chromedp.Click(chromedp.CSS(".verify button")), chromedp.WaitVisible(chromedp.CSS(".verify .holds, .verify .fails")))
		if err != nil {
			t.Fatal(test.name, err)
		}
		said, err := chromedp.Run(ctx, chromedp.Text(chromedp.CSS(".verify")))
		if found, _ := chromedp.Run(ctx, chromedp.Evaluate[int](`document.querySelectorAll(".verify `+test.class+`").length`)); err != nil || found != 1 || !strings.Contains(said, test.says) {
			t.Errorf("%s: the page says %q, %v; expected %s and …%s…", test.name, said, err, test.class, test.says)
		}
		if err := os.WriteFile(test.file, whole, 0o644); err != nil {
			t.Fatal(err)
		}
	}

	// Without JavaScript the command stands there.
	whole, err := os.ReadFile(page)
	if err != nil || !strings.Contains(string(whole), "muster-verify key 2.tlog-proof") {
		t.Errorf("the page does not name the command: %v", err)
	}

	// The app shows the same, under its own policy for scripts.
	address, stop := startServe(t, w, dir)
	defer stop()
	err = chromedp.Do(ctx, chromedp.Navigate(address+"figure/f1/"),
		chromedp.Click(chromedp.CSS(".verify button")), chromedp.WaitVisible(chromedp.CSS(".verify .holds, .verify .fails")))
	if err != nil {
		t.Fatal(err)
	}
	if said, err := chromedp.Run(ctx, chromedp.Text(chromedp.CSS(".verify"))); err != nil || !strings.Contains(said, "Verified.") {
		t.Errorf("the app says %q, %v", said, err)
	}
}
