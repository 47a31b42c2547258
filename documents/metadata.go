package documents

import (
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// about is what a page says of itself; "" where it says nothing.
type about struct {
	title, publisher, published, url, language string

	guessed string // a date of change or one that is shown, where nothing tells that of publication

	body string // the article's text, where the page repeats it in JSON-LD
}

// marks is everything in a page that may tell about it, as found.
type marks struct {
	meta      map[string]string // by lower-case name, property or itemprop; the first counts
	canonical string
	savedFrom string // from the comment that browsers write when saving
	title     string
	publisher string   // itemprop, with its name within
	headings  []string // h1
	marked    []string // datetime of <time> where it is marked as that of publication
	times     []string // of others
	shown     []string // dates in the text of elements named after them
	language  string
	article   linked // JSON-LD
}

// aboutPage collects what the page says of itself. Where marks differ, the
// order is: JSON-LD, meta elements, visible elements.
func (f *furniture) aboutPage(root *html.Node) about {
	m := f.collect(root)
	published, guessed := "", ""
	candidates := append([]string{m.article.published}, m.values(
		"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
		"dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "citation_publication_date", "publication_date", "publish-date",
		"pubdate", "cxenseparse:recs:publishtime", "date")...)
	for _, candidate := range append(candidates, m.marked...) {
		if date, ok := parsePublished(candidate); ok {
			published = date
			break
		}
	}
	candidates = append(append(m.times, m.shown...), m.article.updated)
	candidates = append(candidates, m.values("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")...)
	for _, candidate := range candidates {
		if date, ok := parsePublished(candidate); ok && published == "" {
			guessed = date
			break
		}
	}
	site := first(append([]string{m.article.publisher, m.publisher}, m.values("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "application-name")...)...)
	if address(site) != "" {
		site = "" // the host says as much, and in one form
	}
	return about{
		title:     m.headline(site),
		publisher: site,
		published: published,
		guessed:   guessed,
		url:       address(append([]string{m.canonical, m.article.url}, append(m.values("og:url", "mainentityofpage"), m.savedFrom)...)...),
		language:  strings.ReplaceAll(first(m.language, m.article.language, m.meta["og:locale"]), "_", "-"),
		body:      m.article.body,
	}
}

func (f *furniture) collect(root *html.Node) marks {
	m := marks{meta: map[string]string{}}
	saved := regexp.MustCompile(`(?:saved from url=\(\d+\)|(?m:^\s*url:\s*))(https?://\S+)`)
	day := regexp.MustCompile(`\b(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d{2}-\d{2})\b`)
	var scripts []string
	looks := 0
	for n := range root.Descendants() {
		if n.Type == html.CommentNode && m.savedFrom == "" {
			if found := saved.FindStringSubmatch(n.Data); found != nil {
				m.savedFrom = found[1]
			}
		}
		if n.Type != html.ElementNode {
			continue
		}
		if m.publisher == "" && attribute(n, "itemprop") == "publisher" {
			m.publisher = nameWithin(n)
		}
		if looks < 20 && called(n, f.dates) {
			looks++
			if text := oneLine(lineText(n)); len(text) < 100 {
				m.shown = append(m.shown, day.FindString(text))
			}
		}
		switch n.DataAtom {
		case atom.Html:
			m.language = attribute(n, "lang")
		case atom.Title:
			if m.title == "" && n.Namespace == "" {
				m.title = oneLine(render.InnerText(n))
			}
		case atom.H1:
			if heading := oneLine(render.InnerText(n)); heading != "" {
				m.headings = append(m.headings, heading)
			}
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				if name := strings.ToLower(attribute(n, key)); name != "" && m.meta[name] == "" {
					m.meta[name] = oneLine(attribute(n, "content"))
				}
			}
		case atom.Link:
			if m.canonical == "" && strings.EqualFold(attribute(n, "rel"), "canonical") {
				m.canonical = attribute(n, "href")
			}
		case atom.Time:
			when := attribute(n, "datetime")
			_, marked := attributeSet(n, "pubdate")
			switch {
			case when == "":
			case marked || strings.EqualFold(attribute(n, "itemprop"), "datePublished"):
				m.marked = append(m.marked, when)
			default:
				m.times = append(m.times, when)
			}
		case atom.Script:
			if kind, _, _ := strings.Cut(attribute(n, "type"), ";"); strings.EqualFold(strings.TrimSpace(kind), "application/ld+json") && n.FirstChild != nil {
				scripts = append(scripts, n.FirstChild.Data)
			}
		}
	}
	m.article = linkedArticle(scripts, m.canonical)
	return m
}

// nameWithin returns the name (itemprop) of what n describes.
func nameWithin(n *html.Node) string {
	for d := range n.Descendants() {
		if attribute(d, "itemprop") == "name" {
			return first(attribute(d, "content"), lineText(d))
		}
	}
	return ""
}

// values returns what the meta elements of these names say.
func (m marks) values(names ...string) []string {
	var out []string
	for _, name := range names {
		out = append(out, m.meta[name])
	}
	return out
}

// headline is the title as readers of the page see it: the heading that the
// page's other titles agree with, else those titles without the site's name.
func (m marks) headline(site string) string {
	titles := append([]string{m.article.headline}, append(m.values("og:title", "dc.title", "citation_title", "twitter:title"), m.title)...)
	for _, heading := range m.headings {
		for _, title := range titles {
			if title != "" && (sameTitle(heading, title) || strings.Contains(strings.ToLower(title), strings.ToLower(heading)) && len(heading) > len(title)/2) {
				return heading
			}
		}
	}
	title := oneLine(first(titles...))
	if title == "" && len(m.headings) == 1 {
		return m.headings[0]
	}
	for _, separator := range []string{" | ", " - ", " – ", " — ", " · "} {
		if at := strings.LastIndex(title, separator); at > 0 && site != "" && strings.EqualFold(strings.TrimSpace(title[at+len(separator):]), site) {
			return title[:at]
		}
	}
	return title
}

// first returns the first that says something.
func first(candidates ...string) string {
	for _, c := range candidates {
		if c = oneLine(c); c != "" {
			return c
		}
	}
	return ""
}

// address returns the first candidate that is a whole web address.
func address(candidates ...string) string {
	for _, c := range candidates {
		if u, err := url.Parse(strings.TrimSpace(c)); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			return u.String()
		}
	}
	return ""
}
