package pages

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"muster/counts"
	"muster/interval"
	"muster/pages/drawing"
)

// picture is a chart as it is handed out: drawn, and as a table.
type picture struct {
	Name    string // of its files
	Drawing *drawing.Drawing
	Table   table
	told    provenance
}

// provenance is what every file that leaves the record says of itself.
type provenance struct {
	Title    string
	Query    string // the address, from the dossier's own page, that gives the same again
	Source   string
	Release  string // the newest, in words
	CutOff   string // up to when it tells, in words
	Entry    int64
	Citation string
	Remarks  []string
}

// formats of a picture, as its files end.
func (p picture) formats() []string {
	if p.Drawing == nil {
		return []string{"csv", "json"}
	}
	return []string{"csv", "json", "svg", "png"}
}

// files returns the names of all files of a picture.
func (p picture) files() []string {
	var out []string
	for _, format := range p.formats() {
		out = append(out, p.Name+"."+format)
	}
	return append(out, p.Name+".csv"+metadataEnding)
}

// write returns a file of the picture and its media type; nil for one that
// there is not.
func (p picture) write(file string) (b []byte, mediaType string, err error) {
	format, found := strings.CutPrefix(file, p.Name+".")
	if !found || format != "csv"+metadataEnding && !slices.Contains(p.formats(), format) {
		return nil, "", nil
	}
	switch format {
	case "csv":
		b, err = p.Table.from(p.told).csv()
		return b, csvType, err
	case "json":
		b, err = p.Table.from(p.told).json()
		return b, "application/json", err
	case "svg":
		return p.sheet().File(p.told.notes(p.Drawing)), "image/svg+xml", nil
	case "png":
		b, err = p.sheet().PNG(p.told.notes(p.Drawing))
		return b, "image/png", err
	}
	b, err = p.Table.from(p.told).metadata(p.Name+".csv", p.told)
	return b, "application/csvm+json", err
}

const (
	csvType        = "text/csv; charset=utf-8; header=present"
	metadataEnding = "-metadata.json" // where CSV on the Web looks for it
)

// sheet is the drawing with the words that must not be parted from it.
func (p picture) sheet() drawing.Drawing {
	lines := slices.Clone(p.told.Remarks)
	return p.Drawing.Sheet(append(lines, "Cite: "+p.told.Citation)...)
}

// notes are what a picture carries inside itself, in the words of PNG and of
// Dublin Core.
func (p provenance) notes(d *drawing.Drawing) []drawing.Note {
	var out []drawing.Note
	add := func(keyword, term, text string) {
		if text != "" {
			out = append(out, drawing.Note{Keyword: keyword, Term: term, Text: text})
		}
	}
	add("Title", "title", d.Title)
	add("Description", "description", strings.Join(append([]string{d.Desc}, p.Remarks...), " "))
	add("Source", "source", p.Source)
	add("Query", "identifier", p.Query)
	add("Release", "issued", p.Release)
	add("Cut-off", "temporal", p.CutOff)
	add("As of entry", "isVersionOf", fmt.Sprintf("entry %d of the record", p.Entry))
	add("Citation", "bibliographicCitation", p.Citation)
	return out
}

// from adds to a table what it is from: in each row the entry, in the first the
// query and how to cite it. The names of columns stay the first line, as
// statistics offices and CSV on the Web ask for: lines above them would have to
// be cut off by whoever opens the file.
func (t table) from(p provenance) table {
	if slices.Contains(t.Header, "cite") {
		return t
	}
	out := table{Header: slices.Clone(t.Header)}
	entry := !slices.Contains(t.Header, "as_of_entry")
	if entry {
		out.Header = append(out.Header, "as_of_entry")
	}
	out.Header = append(out.Header, "query", "cite")
	for i, row := range t.Rows {
		row = slices.Clone(row)
		if entry {
			row = append(row, p.Entry)
		}
		if i == 0 {
			row = append(row, p.Query, p.Citation)
		} else {
			row = append(row, nil, nil)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// metadata describes the CSV file of a table in the words of CSV on the Web
// (W3C, Metadata Vocabulary for Tabular Data).
func (t table) metadata(file string, p provenance) ([]byte, error) {
	type column struct {
		Titles   string `json:"titles"`
		Name     string `json:"name"`
		Datatype string `json:"datatype,omitempty"`
	}
	var columns []column
	for i, name := range t.Header {
		c := column{Titles: name, Name: name}
		for _, row := range t.Rows {
			switch row[i].(type) {
			case nil:
				continue
			case int64, int:
				c.Datatype = "integer"
			case bool:
				c.Datatype = "boolean"
			case float64, interval.Number:
				c.Datatype = "decimal"
			}
			break
		}
		columns = append(columns, c)
	}
	schema := map[string]any{"columns": columns}
	out := struct {
		Context     string         `json:"@context"`
		URL         string         `json:"url"`
		Title       string         `json:"dc:title,omitempty"`
		Description string         `json:"dc:description,omitempty"`
		Source      string         `json:"dc:source,omitempty"`
		Query       string         `json:"dc:identifier"`
		Release     string         `json:"dcterms:issued,omitempty"`
		CutOff      string         `json:"dcterms:temporal,omitempty"`
		Version     string         `json:"dcterms:isVersionOf"`
		Citation    string         `json:"dcterms:bibliographicCitation"`
		Schema      map[string]any `json:"tableSchema"`
	}{"http://www.w3.org/ns/csvw", file, p.Title, strings.Join(p.Remarks, " "), p.Source, p.Query, p.Release, p.CutOff, fmt.Sprintf("entry %d of the record", p.Entry), p.Citation, schema}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(out); err != nil {
		return nil, fmt.Errorf("describing %s: %w", file, err)
	}
	return b.Bytes(), nil
}

// provenanceOf says where the numbers of a series are from; query is the
// address of the page that shows them, without the state of the record.
func (s *site) provenanceOf(v *view, series counts.Series, query string) provenance {
	p := provenance{Title: series.Title, Source: series.Source, Entry: v.state.At, Citation: s.citeSeries(v, series), Query: s.query(v, query)}
	if series.Synthetic() {
		p.Remarks = append(p.Remarks, "Synthetic rows, made for tests: they are no record of anything.")
	}
	if n := len(series.Releases); n > 0 {
		newest := series.Releases[n-1]
		p.Release = releaseName(newest)
		if n > 1 {
			p.Release += fmt.Sprintf(", the newest of %d", n)
		}
		remark := "Release of " + p.Release
		if cutOff := newest.CutOff(); cutOff != "" {
			p.CutOff = "up to " + date(cutOff)
			remark += ", which tells up to " + date(cutOff)
		}
		if newest.Provisional != "" {
			p.CutOff = strings.TrimPrefix(p.CutOff+"; what ends on or after "+date(newest.Provisional)+" is provisional", "; ")
			remark += "; what ends on or after " + date(newest.Provisional) + " is provisional"
		}
		p.Remarks = append(p.Remarks, remark+".")
	}
	if seams := series.Splices(); len(seams) > 0 {
		p.Remarks = append(p.Remarks, fmt.Sprintf("Put together from several releases, with %s.", count(len(seams), "seam")))
	}
	if smallest := v.state.Settings.Publish.SmallCells; s.options.Published && smallest > 0 {
		p.Remarks = append(p.Remarks, fmt.Sprintf("Counts below %d are held back, with what they would follow from.", smallest))
	}
	return p
}

// query pins an address to the state of the record.
func (s *site) query(v *view, address string) string {
	join := "?"
	if strings.Contains(address, "?") {
		join = "&"
	}
	out := fmt.Sprintf("%s%sat=%d", address, join, v.state.At)
	if s.options.Published {
		out += "&published"
	}
	return out
}

// pictures returns what is handed out of the charts of a series; released is
// the day that narrows them, "" for all releases.
func (s *site) pictures(v *view, series counts.Series, charts []*chart, released interval.Date) []picture {
	var out []picture
	add := func(name string, d *drawing.Drawing, t table) {
		address := "series/" + v.slug(series.Name) + "/" + name
		if released != "" {
			address += "?released=" + string(released)
		}
		told := s.provenanceOf(v, series, address)
		if d != nil {
			told.Title = d.Title
		}
		out = append(out, picture{name, d, t, told})
	}
	if m := newMeansChart(series, s.smallest(v)); m != nil {
		m.Drawing = m.draw("means-"+v.slug(series.Name), meansTitle(series))
		add("means", &m.Drawing, m.table(series))
		if len(m.Revisions) > 0 {
			add("revisions", nil, m.revisionsTable(series))
		}
	}
	for _, c := range charts {
		add(c.Name, &c.Drawing, c.table())
		if c.Daily != nil {
			add("days", &c.Daily.Drawing, c.Daily.table(c))
		}
		if c.Units != nil {
			add("units", &c.Units.Whole, c.Units.table(c))
		}
		if c.Ranks != nil {
			add("ranks", &c.Ranks.Drawing, c.Ranks.table())
		}
		if len(c.Revisions) > 0 {
			add("revisions", c.Triangle, c.revisionsTable())
		}
	}
	return out
}

// Files are the links to the files of one of a chart's pictures.
func (c *chart) Files(name string) []link { return c.filesOf(name, "csv", "json", "svg", "png") }

// Tables are likewise the links of one that is not drawn.
func (c *chart) Tables(name string) []link { return c.filesOf(name, "csv", "json") }

func (c *chart) filesOf(name string, formats ...string) []link {
	var out []link
	for _, format := range formats {
		out = append(out, link{c.files + name + "." + format + c.query, strings.ToUpper(format), cmp.Or(c.Series.Title, c.Series.Name) + ", " + strings.ReplaceAll(name, "-", " ")})
	}
	return out
}

// link leads to a file in a format; What it holds is told to who cannot see
// where it stands.
type link struct{ To, Words, What string }

// linked says where the pages and files of charts lie.
func linked(v *view, f frame, charts []*chart, released interval.Date) []*chart {
	for _, c := range charts {
		folder := "series/" + v.slug(c.Series.Name) + "/"
		c.Page, c.files, c.query = f.To(folder), f.Root+folder, f.query()
		if released != "" {
			join := "?"
			if c.query != "" {
				join = "&"
			}
			c.query += join + "released=" + string(released)
		}
	}
	return charts
}
