package pages

import (
	"fmt"
	"maps"
	"math"
	"net/http"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// crawl gets every page that links lead to, and checks each: of earlier states
// that histories link to, the first two met.
func crawl(t *testing.T, h http.Handler, start string) map[string]*html.Node {
	t.Helper()
	found := map[string]*html.Node{}
	queue := []string{start}
	states := map[string]bool{}
	for len(queue) > 0 {
		address := queue[0]
		queue = queue[1:]
		if _, ok := found[address]; ok {
			continue
		}
		status, body := get(t, h, address)
		if status != 200 {
			t.Errorf("%s: status %d", address, status)
		}
		found[address] = nil
		if !strings.HasPrefix(body, "<!doctype html>") {
			continue
		}
		root, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		found[address] = root
		base, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range links(root) {
			u, err := url.Parse(link)
			if err != nil {
				t.Errorf("%s: link %q: %v", address, link, err)
				continue
			}
			if u.IsAbs() {
				continue
			}
			if strings.HasPrefix(link, "/") {
				t.Errorf("%s: link %q is not relative", address, link)
			}
			to := base.ResolveReference(u)
			to.Fragment = ""
			if at := to.Query().Get("at"); at != "" && !states[at] {
				if len(states) == 2 {
					continue
				}
				states[at] = true
			}
			queue = append(queue, to.String())
		}
	}
	return found
}

func each(n *html.Node, visit func(*html.Node)) {
	if n.Type == html.ElementNode {
		visit(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, visit)
	}
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func links(root *html.Node) []string {
	var out []string
	each(root, func(n *html.Node) {
		for _, key := range []string{"href", "src"} {
			if v, ok := attribute(n, key); ok {
				out = append(out, v)
			}
		}
	})
	return out
}

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	out := ""
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out += text(c)
	}
	return out
}

func TestEveryPageIsSound(t *testing.T) {
	app, _ := newApp(t)
	for _, walk := range []struct {
		name, start string
		handler     http.Handler
		atLeast     int
	}{{"app", "/", app, 25}, {"app at 5", "/?at=5", app, 25}, {"published", "/index.html", newPublished(t), 15}, {"not found", "/method/", app, 10}} {
		t.Run(walk.name, func(t *testing.T) {
			found := crawl(t, walk.handler, walk.start)
			if len(found) < walk.atLeast {
				t.Errorf("only %d pages found", len(found))
			}
			for _, address := range slices.Sorted(maps.Keys(found)) {
				if root := found[address]; root != nil {
					for _, problem := range problems(root) {
						t.Errorf("%s: %s", address, problem)
					}
					fragments(t, found, address, root)
				}
			}
		})
	}
}

// fragments checks that links lead to places that are there.
func fragments(t *testing.T, found map[string]*html.Node, address string, root *html.Node) {
	t.Helper()
	base, _ := url.Parse(address)
	for _, link := range links(root) {
		u, err := url.Parse(link)
		if err != nil || u.IsAbs() || u.Fragment == "" {
			continue
		}
		to := base.ResolveReference(u)
		fragment := to.Fragment
		to.Fragment = ""
		target := found[to.String()]
		if target == nil || !slices.Contains(ids(target), fragment) {
			t.Errorf("%s: link %q leads to no place", address, link)
		}
	}
}

func ids(root *html.Node) []string {
	var out []string
	each(root, func(n *html.Node) {
		if id, ok := attribute(n, "id"); ok {
			out = append(out, id)
		}
	})
	return out
}

// problems returns what is wrong with a page.
func problems(root *html.Node) []string {
	var out []string
	say := func(format string, values ...any) { out = append(out, fmt.Sprintf(format, values...)) }
	all := ids(root)
	for i, id := range all {
		if slices.Contains(all[:i], id) {
			say("id %q stands twice", id)
		}
	}
	labels := map[string]bool{}
	headings := 0
	each(root, func(n *html.Node) {
		if n.Data == "label" {
			id, _ := attribute(n, "for")
			labels[id] = strings.TrimSpace(text(n)) != ""
		}
		if n.Data == "h1" {
			headings++
		}
	})
	if headings != 1 {
		say("%d headings of the first level", headings)
	}
	each(root, func(n *html.Node) {
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				say("<%s %s> is against the content security policy", n.Data, a.Key)
			}
			if a.Key == "aria-labelledby" {
				for _, id := range strings.Fields(a.Val) {
					if !slices.Contains(all, id) {
						say("aria-labelledby %q names nothing", id)
					}
				}
			}
			if strings.Contains(a.Val, "ZgotmplZ") || strings.Contains(a.Val, "javascript:") {
				say("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
		switch n.Data {
		case "a":
			if href, ok := attribute(n, "href"); !ok || href == "" {
				say("a link leads nowhere: %q", text(n))
			}
			if strings.TrimSpace(text(n)) == "" {
				say("a link has no words")
			}
		case "script":
			kind, _ := attribute(n, "type")
			source, _ := attribute(n, "src")
			if kind != "application/ld+json" && (source != "../../verify/verify.js" || text(n) != "") {
				say("a script")
			}
		case "input", "select", "textarea":
			id, _ := attribute(n, "id")
			if kind, _ := attribute(n, "type"); kind != "hidden" && !labels[id] {
				say("<%s id=%q> has no label", n.Data, id)
			}
		case "button":
			if strings.TrimSpace(text(n)) == "" {
				say("a button has no words")
			}
		case "table":
			if n.FirstChild == nil || !hasChild(n, "caption") {
				say("a table has no caption")
			}
		case "th":
			if _, ok := attribute(n, "scope"); !ok {
				say("a table heading has no scope: %q", text(n))
			}
		case "svg":
			if hidden, _ := attribute(n, "aria-hidden"); hidden != "true" && (!hasChild(n, "title") || !hasChild(n, "desc")) {
				say("a drawing has no title or no description")
			}
		case "html":
			if lang, _ := attribute(n, "lang"); lang == "" {
				say("no language")
			}
		}
	})
	return out
}

func hasChild(n *html.Node, name string) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == name {
			return true
		}
	}
	return false
}

// TestContrast holds the colours to WCAG AA: 4.5 for words, 3 for shapes.
func TestContrast(t *testing.T) {
	css, err := os.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, found := strings.Cut(string(css), "prefers-color-scheme: dark")
	if !found {
		t.Fatal("no dark colours")
	}
	dark, _, _ = strings.Cut(dark, "*, *::before")
	pattern := regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6})`)
	colours := map[string]string{}
	for _, scheme := range []struct{ name, css string }{{"light", light}, {"dark", dark}} {
		for _, m := range pattern.FindAllStringSubmatch(scheme.css, -1) {
			colours[m[1]] = m[2]
		}
		check := func(ink, ground string, least float64) {
			if got := contrast(t, colours[ink], colours[ground]); got < least {
				t.Errorf("%s: %s on %s: contrast %.2f, want %.1f", scheme.name, ink, ground, got, least)
			}
		}
		for _, ground := range []string{"paper", "card"} {
			for _, ink := range []string{"ink", "quiet", "accent", "warn", "bad"} {
				check(ink, ground, 4.5)
			}
		}
		check("ink", "mark", 4.5)
		check("accent-ink", "accent", 4.5)
		check("warn", "warn-ground", 4.5)
		check("ink", "warn-ground", 4.5)
		check("accent", "warn-ground", 4.5)
		check("ink", "bad-ground", 4.5)
		check("ink", "good-ground", 4.5)
		check("accent", "good-ground", 4.5)
		check("target", "paper", 4.5)
		check("strong-rule", "paper", 3)
		check("strong-rule", "card", 3)
		for _, stage := range stageTerms() {
			check(stage.Code, "paper", 2.5) // a colour beside its word
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	if len(colour) != 7 {
		t.Fatalf("colour %q", colour)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// siteLinks checks that every link of a published site leads to a file.
func siteLinks(t *testing.T, root string, pages []string) {
	t.Helper()
	for _, page := range pages {
		if !strings.HasSuffix(page, ".html") {
			continue
		}
		b, err := os.ReadFile(path.Join(root, page))
		if err != nil {
			t.Fatal(err)
		}
		node, err := html.Parse(strings.NewReader(string(b)))
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range links(node) {
			u, err := url.Parse(link)
			if err != nil || u.IsAbs() || u.Path == "" {
				continue
			}
			if u.RawQuery != "" {
				t.Errorf("%s: link %q asks a file a question", page, link)
			}
			to := path.Join(path.Dir(page), u.Path)
			if !slices.Contains(pages, to) {
				t.Errorf("%s: link %q leads to no file (%s)", page, link, to)
			}
		}
	}
}
