package pages

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"image/png"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
	"muster/pages/drawing"
)

// offices is a daily series of four offices and unknown over three months, in
// two releases; one day of one office is small.
func offices() counts.Series {
	release := func(made interval.Date, days int, more int64) counts.Release {
		r := counts.Release{Date: made, File: "counts/offices-" + string(made) + ".csv", SHA256: string(made), Rows: days, Counted: days}
		for i := range days {
			d := interval.Date("2025-01-01").AddDays(i)
			for j, office := range []string{"East", "North", "South", "West", counts.Unknown} {
				n := int64(40+10*j) + int64((i+j)%5) + more
				if office == "North" && i > 40 {
					n += 35
				}
				if office == "East" && i == 3 {
					n = 2
				}
				r.Points = append(r.Points, counts.Point{Period: interval.Period{From: d, To: d}, Unit: office, Count: n})
			}
		}
		r.Covers = interval.Period{From: "2025-01-01", To: interval.Date("2025-01-01").AddDays(days - 1)}
		r.Provisional = r.Covers.To.AddDays(-1)
		return r
	}
	return counts.Series{Name: "office visits", Title: "Visits by office", Counts: "arrests", Source: "Fire Office", By: "day", Duplicates: "chain-24h",
		Releases: []counts.Release{release("2025-03-05", 63, 0), release("2025-04-20", 105, 1)}}
}

func lists() counts.Ladder {
	member := func(names ...string) (out []counts.Member) {
		for _, name := range names {
			out = append(out, counts.Member{Institution: name, Place: "Ridge"})
		}
		return out
	}
	roll := func(stage string, day interval.Date, names ...string) counts.Roll {
		return counts.Roll{Stage: stage, Day: day, File: "counts/" + stage + string(day) + ".csv", SHA256: "ab", Members: member(names...), Rows: len(names)}
	}
	return counts.Ladder{Name: "Office visits", Title: "Towns that joined", Counts: "agreements", Source: "Fire Office", Stages: []string{"asked", "joined"},
		Rolls: []counts.Roll{roll("asked", "2025-05-01", "Alder", "Birch", "Cedar"), roll("asked", "2025-05-20", "Cedar"), roll("joined", "2025-05-02", "Elm", "Fir"), roll("joined", "2025-05-21", "Alder", "Elm")}}
}

func withOffices(t *testing.T) *dossier.State {
	t.Helper()
	state := fixture(t)
	state.Series = append(state.Series, offices())
	state.Ladders = append(state.Ladders, lists())
	return state
}

func pngNotes(t *testing.T, file []byte) map[string]string {
	t.Helper()
	if _, err := png.Decode(bytes.NewReader(file)); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for rest := file[8:]; len(rest) >= 12; {
		n := binary.BigEndian.Uint32(rest)
		keyword, words, _ := bytes.Cut(rest[8:8+n], []byte{0})
		switch string(rest[4:8]) {
		case "tEXt":
			out[string(keyword)] = string(words)
		case "iTXt":
			out[string(keyword)] = string(words[4:])
		}
		rest = rest[12+n:]
	}
	return out
}

func svgNotes(t *testing.T, file []byte) map[string]string {
	t.Helper()
	out, inside := map[string]string{}, ""
	for decoder := xml.NewDecoder(bytes.NewReader(file)); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local
		case xml.CharData:
			out[inside] += string(token)
		case xml.EndElement:
			inside = ""
		}
	}
}

// Every file that leaves the record says what it is and how to cite it, in
// itself; and what it says is the same in every format.
func TestFilesSayWhereTheyAreFrom(t *testing.T) {
	for _, published := range []bool{false, true} {
		h := New(&stubSource{state: withOffices(t)}, Options{Compute: compute, Published: published, Address: "https://records.example/x/"})
		query := func(path string) string {
			if published {
				return path + "?at=30&published"
			}
			return path + "?at=30"
		}
		for _, name := range []string{"months", "days", "units", "ranks", "revisions"} {
			address := "/series/office-visits/" + name
			cite := "Fire Office: Visits by office, release of 20 April 2025. Series office visits in: Clear Ridge."
			_, body := get(t, h, address+".csv")
			rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
			if err != nil || len(rows) < 3 {
				t.Fatalf("%s: %d rows: %v", name, len(rows), err)
			}
			cell := func(row int, column string) string {
				i := slices.Index(rows[0], column)
				if i < 0 {
					t.Fatalf("%s has no column %s: %v", name, column, rows[0])
				}
				return rows[row][i]
			}
			if got := cell(1, "query"); got != query("series/office-visits/"+name) {
				t.Errorf("%s.csv: query %q", name, got)
			}
			if got := cell(1, "cite"); !strings.HasPrefix(got, cite) || !strings.HasSuffix(got, "https://records.example/x/series/office-visits/") {
				t.Errorf("%s.csv: cite %q", name, got)
			}
			if cell(2, "cite") != "" || cell(2, "as_of_entry") != "30" {
				t.Errorf("%s.csv: the second row tells %v", name, rows[2])
			}
			if name != "ranks" && (cell(2, "release") == "" || cell(2, "cut_off") == "") {
				t.Errorf("%s.csv: a row without release and cut-off: %v", name, rows[2])
			}

			_, body = get(t, h, address+".json")
			var objects []map[string]any
			if err := json.Unmarshal([]byte(body), &objects); err != nil || len(objects) != len(rows)-1 || objects[0]["cite"] != cell(1, "cite") {
				t.Errorf("%s.json: %d objects, cite %v: %v", name, len(objects), objects[0]["cite"], err)
			}

			want := map[string]string{"Query": query("series/office-visits/" + name), "Release": "20 April 2025, the newest of 2",
				"Cut-off": "up to 15 April 2025; what ends on or after 14 April 2025 is provisional", "As of entry": "entry 30 of the record", "Citation": cell(1, "cite"), "Source": "Fire Office"}
			_, body = get(t, h, address+".png")
			told := pngNotes(t, []byte(body))
			_, body = get(t, h, address+".svg")
			drawn := svgNotes(t, []byte(body))
			for keyword, term := range map[string]string{"Query": "identifier", "Release": "issued", "Cut-off": "temporal", "As of entry": "isVersionOf", "Citation": "bibliographicCitation", "Source": "source"} {
				if told[keyword] != want[keyword] || drawn[term] != want[keyword] {
					t.Errorf("%s: %s is %q in PNG, %q in SVG, want %q", name, keyword, told[keyword], drawn[term], want[keyword])
				}
			}
			if told["Title"] == "" || told["Description"] == "" || drawn["desc"] == "" {
				t.Errorf("%s: no title or description: %v", name, told)
			}

			_, body = get(t, h, address+".csv-metadata.json")
			var described struct {
				URL      string `json:"url"`
				Citation string `json:"dcterms:bibliographicCitation"`
				Schema   struct {
					Columns []struct{ Name, Datatype string }
				} `json:"tableSchema"`
			}
			if err := json.Unmarshal([]byte(body), &described); err != nil || described.URL != name+".csv" || described.Citation != cell(1, "cite") || len(described.Schema.Columns) != len(rows[0]) {
				t.Errorf("%s: described as %+v: %v", name, described, err)
			}
		}
		for _, page := range []string{"", "figure/f1/", "series/office-visits/", "series/Office-visits--2/"} {
			var head dataHead
			_, body := get(t, h, "/"+page+"index.json")
			if err := json.Unmarshal([]byte(body), &head); err != nil || head.Query != query(page) || head.Cite == "" || head.At != 30 {
				t.Errorf("%sindex.json: %+v: %v", page, head, err)
			}
		}
		for _, d := range downloads() {
			_, body := get(t, h, "/"+d.Name+".csv")
			rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
			if err != nil || !slices.Contains(rows[0], "query") || !slices.Contains(rows[0], "cite") || !slices.Contains(rows[0], "as_of_entry") {
				t.Errorf("%s.csv: %v: %v", d.Name, rows[0], err)
			}
			if len(rows) > 1 && (rows[1][slices.Index(rows[0], "query")] != query(d.Name) || rows[1][slices.Index(rows[0], "cite")] == "") {
				t.Errorf("%s.csv: the first row tells %q", d.Name, rows[1])
			}
		}
	}
}

func TestUnknownFilesAreNotThere(t *testing.T) {
	app, _ := newApp(t)
	for _, address := range []string{"/series/inspections/months.gif", "/series/inspections/ranks", "/series/inspections/nothing.csv", "/series/none/months.csv", "/series/none/"} {
		if status, _ := get(t, app, address); status != http.StatusNotFound {
			t.Errorf("%s: status %d", address, status)
		}
	}
}

func TestSeriesPage(t *testing.T) {
	app := New(&stubSource{state: withOffices(t)}, Options{Compute: compute})
	for address, wants := range map[string][]string{
		"/series/office-visits/": {"of the kind “arrest”", "Rank over time", "what was known on", "rule <code>chain-24h</code>", "20 April 2025", `href="../../series/office-visits/ranks.png"`, "Not ranked: unknown"},
		// The second release came later.
		"/series/office-visits/?released=2025-03-31": {"As it could be known on 31 March 2025", "1 release came later", `href="../../series/office-visits/days.csv?released=2025-03-31"`},
		"/series/office-visits/?released=2024-01-01": {"Nothing had been released by then"},
		"/series/inspections/":                       {"met in 0 of 5 complete periods; first met: never", "not complete, so left out and not projected: June 2025"},
		// Another name with the same letters has another page, on every disk.
		"/series/Office-visits--2/":                     {"Towns that joined", "1 institution", "Birch", "Fir", "3 on 1 May 2025: -2"},
		"/series/Office-visits--2/?released=2025-05-05": {"With the lists up to 5 May 2025 only"},
		"/": {`href="./series/Office-visits--2/"`, `href="./series/office-visits/"`},
	} {
		status, body := get(t, app, address)
		for _, want := range wants {
			if status != 200 || !strings.Contains(strings.ToLower(body), strings.ToLower(want)) {
				t.Errorf("%s: status %d, expected %q", address, status, want)
			}
		}
	}
	_, later := get(t, app, "/series/office-visits/revisions.csv")
	_, earlier := get(t, app, "/series/office-visits/revisions.csv?released=2025-03-31")
	if !strings.Contains(later, "2025-04-20") || strings.Contains(earlier, "2025-04-20") {
		t.Error("what was released later is told on a day before")
	}
	if status, _ := get(t, app, "/series/office-visits/?released=soon"); status != http.StatusNotFound {
		t.Errorf("no day: status %d", status)
	}
}

// On the site stands every release; the day is not asked, because sums of some
// releases are not covered.
func TestPublishedSeriesTellsNoDay(t *testing.T) {
	site := New(&stubSource{state: withOffices(t)}, Options{Compute: compute, Published: true})
	_, all := get(t, site, "/series/office-visits/")
	_, then := get(t, site, "/series/office-visits/?released=2025-03-31")
	if all != then || strings.Contains(all, "<form") {
		t.Error("the published page depends on a day")
	}
	_, all = get(t, site, "/series/office-visits/months.csv")
	_, then = get(t, site, "/series/office-visits/months.csv?released=2025-03-31")
	if all != then {
		t.Error("a published file depends on a day")
	}
}

// What is held back stands in no picture: neither as a bar nor as a rank.
func TestHeldCountsAreInNoPicture(t *testing.T) {
	state := withOffices(t)
	series := state.Series[1]
	held := map[string]bool{}
	cover := series.Cover(5)
	for _, p := range cover.Cells() {
		held[p.Unit+" "+string(p.From)[:7]] = true
	}
	if len(held) < 2 {
		t.Fatalf("expected a small count and another with it, found %v", held)
	}
	site := newSite(&stubSource{state: state}, Options{Compute: compute, Published: true})
	v, err := site.view(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range site.handedOut(v, "office-visits", "") {
		unit, from, count := slices.Index(p.Table.Header, "unit"), slices.Index(p.Table.Header, "from"), slices.Index(p.Table.Header, "count")
		if unit < 0 {
			continue
		}
		shown := 0
		for _, row := range p.Table.Rows {
			if row[count] != nil {
				shown++
			}
			if isHeld := held[fmt.Sprint(row[unit])+" "+fmt.Sprint(row[from])[:7]]; isHeld != (row[count] == nil) {
				t.Errorf("%s: %v is held: %v", p.Name, row, isHeld)
			}
			if rank := slices.Index(p.Table.Header, "rank"); rank >= 0 && (row[rank] == nil) != (row[count] == nil) {
				t.Errorf("%s: a rank without a count: %v", p.Name, row)
			}
		}
		drawn := 0
		for _, m := range p.Drawing.Marks {
			if _, ok := m.(drawing.Rect); ok {
				drawn++
			}
		}
		if p.Name == "units" && drawn != shown {
			t.Errorf("%d bars for %d counts that are shown", drawn, shown)
		}
	}
}

func TestRanks(t *testing.T) {
	series := offices()
	list := levels(series, counts.Cover{}, false)
	c := newRankChart(newUnitsChart(series, counts.Cover{}, false, list), []string{"West"}, 34)
	if len(c.Rows) != 3 || len(c.Periods) != 3 || len(c.Left) != 1 || !slices.Equal(c.Aside, []string{"West", counts.Unknown}) {
		t.Fatalf("%d rows, %d periods, left %v, aside %v", len(c.Rows), len(c.Periods), c.Left, c.Aside)
	}
	got := ""
	for _, row := range c.Rows {
		got += row.Unit
		for _, cell := range row.Cells {
			got += fmt.Sprintf(" %d/%d", cell.Rank, cell.Of)
			if cell.Low {
				got += "l"
			}
		}
		got += "; "
	}
	// 34 per cent of 3 is 1.02: rounded up, two are among the lowest.
	if want := "North 2/3l 1/3 1/3; South 1/3 2/3l 2/3l; East 3/3l 3/3l 3/3l; "; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	tied := &unitsChart{}
	for range 2 {
		tied.Periods = append(tied.Periods, list[0].Period)
	}
	for i, unit := range []string{"a", "b", "c", "d"} {
		n := int64(max(i, 2))
		tied.Units = append(tied.Units, unitDrawing{Unit: unit, Bars: []level{{Count: n}, {Count: n}}})
	}
	c = newRankChart(tied, nil, 25)
	low := 0
	for _, row := range c.Rows {
		if row.Low {
			low++
			if row.Cells[0].Rank != 2 {
				t.Errorf("%s of three that tie has rank %d", row.Unit, row.Cells[0].Rank)
			}
		}
	}
	if low != 3 {
		t.Errorf("%d units are among the lowest, want all three that tie", low)
	}
}

func TestRevisionsAreDrawn(t *testing.T) {
	rows := revisions(inspections(), counts.Cover{}, true)
	d := drawRevisions("r", "Inspections", rows)
	words := ""
	dots := map[drawing.Role]int{}
	for _, m := range d.Marks {
		switch m := m.(type) {
		case drawing.Text:
			words += m.Words + "\n"
		case drawing.Dot:
			dots[m.Role]++
		}
	}
	// May was told as 3,000 first and 3,699 then: 18.9 per cent less.
	if !strings.Contains(words, "-18.9 %") || strings.Contains(words, "June 2025") || dots[drawing.Solid] != 5 || dots[drawing.Hollow] != 5 {
		t.Errorf("drawn are %v with the words:\n%s", dots, words)
	}
	if drawRevisions("r", "x", rows[:1]) != nil {
		t.Error("what was not revised is drawn")
	}
	for i := range rows {
		for _, l := range rows[i].Cells {
			if l != nil {
				l.Hidden = true
			}
		}
	}
	if drawRevisions("r", "x", rows) != nil {
		t.Error("what is held back is drawn")
	}
}

// Charts on pages and in files have the same colours.
func TestPaletteIsThatOfThePages(t *testing.T) {
	css, err := files.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(css), "prefers-color-scheme: dark")
	for part, palette := range map[string]string{light: drawing.Palette(false), dark: drawing.Palette(true)} {
		for colour := range strings.SplitSeq(strings.TrimSuffix(palette, ";"), "; ") {
			if !strings.Contains(part, colour+";") {
				t.Errorf("style.css has no %q", colour)
			}
		}
	}
}
