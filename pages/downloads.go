package pages

import "muster/findings"

// download is one table that the dossier page offers as CSV and as JSON.
type download struct {
	Name string
	Make func(s *site, v *view) table
}

// downloads returns all of them; the routes and the site are made from this list.
func downloads() []download {
	return []download{
		{"figures", func(_ *site, v *view) table { return figuresTable(v) }},
		{"findings", func(_ *site, v *view) table { return findingsTable(v) }},
		{"documents", func(_ *site, v *view) table { return documentsTable(v) }},
		{"counts", countsTable},
		{"replies", func(_ *site, v *view) table { return repliesTable(v) }},
	}
}

// picture is the table as it is handed out: with what it is from.
func (d download) picture(s *site, v *view) picture {
	told := provenance{Title: v.state.Settings.Title + ": " + d.Name, Query: s.query(v, d.Name), Entry: v.state.At, Citation: s.citeRecord(v, d.Name)}
	return picture{Name: d.Name, Table: d.Make(s, v), told: told}
}

func figuresTable(v *view) table {
	t := table{Header: []string{"figure", "document", "publisher", "published", "url", "words", "quote", "value", "stated_min", "stated_max",
		"reading_min", "reading_max", "qualifier", "unit", "per", "counted", "organisation", "stage", "approver", "act", "about_from", "about_to",
		"chain", "part_of", "parts", "denies", "status", "rank", "confidence", "articles", "origins_confirmed", "origins_at_most", "entry", "as_of_entry"}}
	for _, f := range v.tellings {
		c := f.Claim
		var value, from, to, parts, articles, confirmed, atMost any
		if c.Value != nil {
			value = *c.Value
		}
		if c.About != nil {
			from, to = string(c.About.From), string(c.About.To)
		}
		if c.Parts != nil {
			parts = *c.Parts
		}
		if f.Group != nil {
			articles, confirmed, atMost = f.Group.Articles, f.Group.Origins.Confirmed, f.Group.Origins.AtMost
		}
		t.Rows = append(t.Rows, []any{f.ID, f.Document, f.Doc.Publisher, f.Doc.Published, f.Doc.URL, f.Words(), c.Quote.Exact, value,
			bound(c.Stated.Min), bound(c.Stated.Max), bound(c.Reading.Min), bound(c.Reading.Max), string(c.Qualifier), c.Unit, c.Per, c.Counted,
			c.Organisation, string(f.Stage()), c.Approver, string(c.Act), from, to, f.Chain(), f.PartOf, parts, f.Denies, string(f.Status), string(f.RankNow()),
			c.Confidence, articles, confirmed, atMost, f.Entry, v.state.At})
	}
	return t
}

func findingsTable(v *view) table {
	t := table{Header: []string{"finding", "rule", "version", "severity", "verdict", "sentence", "interval_min", "interval_max", "inputs", "unreviewed", "as_of_entry"}}
	for _, f := range v.findings {
		var low, high any
		if f.Interval != nil {
			low, high = bound(f.Interval.Min), bound(f.Interval.Max)
		}
		t.Rows = append(t.Rows, []any{f.ID, f.Rule, f.Version, string(f.Severity), string(f.Verdict), f.Sentence, low, high, inputNames(f.Finding), f.Unreviewed, v.state.At})
	}
	return t
}

// inputNames lists a finding's inputs in one cell.
func inputNames(f findings.Finding) string {
	names := ""
	for i, in := range f.Inputs {
		if i > 0 {
			names += " "
		}
		names += in.Figure
	}
	return names
}

func documentsTable(v *view) table {
	t := table{Header: []string{"document", "version", "publisher", "published", "title", "url", "sha256", "figures", "set_apart", "entry", "as_of_entry"}}
	for _, d := range v.documents() {
		t.Rows = append(t.Rows, []any{d.ID, d.Version, d.Publisher, d.Published, d.Title, d.URL, d.SHA256, d.Figures, d.Apart, d.Entry, v.state.At})
	}
	return t
}

func repliesTable(v *view) table {
	t := table{Header: []string{"reply", "figure", "kind", "office", "date", "words", "url", "entry", "as_of_entry"}}
	for _, f := range v.tellings {
		for _, r := range f.Replies {
			t.Rows = append(t.Rows, []any{r.ID, r.Figure, string(r.Kind), r.Office, string(r.Date), r.Words, r.URL, r.Entry, v.state.At})
		}
	}
	return t
}

// countsTable holds the counts of all series; the first row of each tells how
// to cite it.
func countsTable(s *site, v *view) table {
	t := table{Header: []string{"series", "counts", "scope", "source", "release", "file", "from", "to", "unit", "class", "count", "provisional", "hidden", "as_of_entry", "cut_off", "query", "cite"}}
	for _, series := range v.state.Series {
		var query, cite any = s.query(v, "counts"), s.citeSeries(v, series)
		for _, release := range series.Releases {
			for _, c := range cells(release, v.covers[series.Name]) {
				var n any = c.Count
				if c.Held && s.options.Published {
					n = nil
				}
				provisional := release.Provisional != "" && c.To >= release.Provisional
				t.Rows = append(t.Rows, []any{series.Name, series.Counts, series.Scope, series.Source, string(release.Date), release.File,
					string(c.From), string(c.To), c.Unit, c.Class, n, provisional, c.Held, v.state.At, string(release.CutOff()), query, cite})
				query, cite = nil, nil
			}
		}
	}
	return t
}
