package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"muster/claims"
	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// citation is how a figure is cited: with the state of the record it stands in.
type citation struct{ Text, BibTeX string }

func (s *site) cite(v *view, t *telling) citation {
	state := v.state
	words := "“" + t.Words() + "”"
	if t.Reworded() {
		words = t.Words() + " (told as “" + t.Claim.Quote.Exact + "”, recorded so by a curator)"
	}
	text := words + ", as told by " + t.Chain()
	if t.Doc.Published != "" {
		text += ", " + dayName(t.Doc.Published)
	}
	text += fmt.Sprintf(". Figure %s in: %s. Muster record %s, as of entry %d, %s.", t.ID, state.Settings.Title, s.source.Origin(), state.At, state.Known.UTC().Format("2 January 2006"))
	address := ""
	if s.options.Address != "" {
		address = strings.TrimSuffix(s.options.Address, "/") + "/figure/" + t.ID + "/"
		text += " " + address
	}
	var b strings.Builder
	fmt.Fprintf(&b, "@misc{muster-%s-%d,\n", t.ID, state.At)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %-12s = {%s},\n", name, bibtex(value))
		}
	}
	field("title", state.Settings.Title+": "+t.Words())
	field("note", fmt.Sprintf("Figure %s as of entry %d, as told by %s", t.ID, state.At, t.Chain()))
	field("howpublished", "Muster record "+s.source.Origin())
	field("year", state.Known.UTC().Format("2006"))
	field("url", address)
	b.WriteString("}")
	return citation{text, b.String()}
}

// citeRecord is how a table of the record is cited.
func (s *site) citeRecord(v *view, what string) string {
	text := fmt.Sprintf("%s: %s. Muster %s.", v.state.Settings.Title, what, recorded(v.state, s.source.Origin()))
	if s.options.Address != "" {
		text += " " + s.options.Address
	}
	return text
}

// CiteSeries is how the counts of a series are cited: whose they are, their
// newest release, and the state of the record, whose ledger has the origin.
func CiteSeries(state *dossier.State, origin string, series counts.Series) string {
	text := cmp.Or(series.Title, series.Name)
	if series.Synthetic() {
		text = "Synthetic rows, no record of anything: " + text
	}
	if series.Source != "" {
		text = series.Source + ": " + text
	}
	if n := len(series.Releases); n > 0 {
		text += ", release of " + releaseName(series.Releases[n-1])
	}
	return text + fmt.Sprintf(". Series %s in: %s. Counted from the rows by Muster, %s.", series.Name, state.Settings.Title, recorded(state, origin))
}

func (s *site) citeSeries(v *view, series counts.Series) string {
	return CiteSeries(v.state, s.source.Origin(), series) + s.atSeriesPage(v, series.Name)
}

// CiteLadder is likewise how lists of institutions are cited.
func CiteLadder(state *dossier.State, origin string, l counts.Ladder) string {
	text := cmp.Or(l.Title, l.Name)
	if l.Source != "" {
		text = l.Source + ": " + text
	}
	if days := l.Days(); len(days) > 0 {
		text += ", " + count(len(l.Rolls), "list") + " from " + date(days[0]) + " to " + date(days[len(days)-1])
	}
	return text + fmt.Sprintf(". Lists %s in: %s. Set against each other by Muster, %s.", l.Name, state.Settings.Title, recorded(state, origin))
}

func (s *site) citeLadder(v *view, l counts.Ladder) string {
	return CiteLadder(v.state, s.source.Origin(), l) + s.atSeriesPage(v, l.Name)
}

// bibtex escapes what BibTeX would take for its own.
func bibtex(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "$", `\$`, "#", `\#`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "←", `$\leftarrow$`).Replace(s)
}

// cosigners names those who have signed a checkpoint besides the record itself.
// It verifies nothing; muster-verify does, given their keys.
func cosigners(checkpoint []byte) (names []string) {
	text, signatures, _ := strings.Cut(string(checkpoint), "\n\n")
	origin, _, _ := strings.Cut(text, "\n")
	for line := range strings.Lines(signatures) {
		name, _, _ := strings.Cut(strings.TrimPrefix(line, "— "), " ")
		if name != origin && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// checkpointSize reads the tree size off the second line of a checkpoint; 0
// when there is none.
func checkpointSize(b []byte) int64 {
	lines := strings.SplitN(string(b), "\n", 3)
	if len(lines) < 3 {
		return 0
	}
	n, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// linkedData is a figure in the words of schema.org: a Claim, never a
// ClaimReview, because a figure is no verdict.
type linkedData struct {
	Context         string   `json:"@context"`
	Type            string   `json:"@type"`
	Identifier      string   `json:"identifier"`
	URL             string   `json:"url,omitempty"`
	Name            string   `json:"name"`
	Text            string   `json:"text"`
	Appearance      work     `json:"appearance"`
	FirstAppearance *work    `json:"firstAppearance,omitempty"`
	Interpreter     *party   `json:"claimInterpreter,omitempty"`
	About           observed `json:"about"`
	Version         int64    `json:"version"`
	Status          string   `json:"creativeWorkStatus"`
}

type work struct {
	Type      string `json:"@type"`
	Name      string `json:"name,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"datePublished,omitempty"`
	Publisher *party `json:"publisher,omitempty"`
}

type party struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type observed struct {
	Type     string   `json:"@type"`
	Measured string   `json:"variableMeasured,omitempty"`
	About    *party   `json:"observationAbout,omitempty"`
	Date     string   `json:"observationDate,omitempty"`
	Quality  string   `json:"measurementQualifier,omitempty"`
	Value    quantity `json:"value"`
}

type quantity struct {
	Type string           `json:"@type"`
	Min  *interval.Number `json:"minValue,omitempty"`
	Max  *interval.Number `json:"maxValue,omitempty"`
	Is   *interval.Number `json:"value,omitempty"`
	Unit string           `json:"unitText,omitempty"`
}

func (s *site) linkedData(v *view, t *telling) linkedData {
	c := t.Claim
	out := linkedData{Context: "https://schema.org", Type: "Claim", Identifier: s.source.Origin() + "/" + t.ID, Name: t.Words(), Text: c.Quote.Exact,
		Appearance: workOf(t), Version: v.state.At, Status: statusName(t.Status)}
	if s.options.Address != "" {
		out.URL = strings.TrimSuffix(s.options.Address, "/") + "/figure/" + t.ID + "/"
	}
	if others := v.others(t); len(others) > 0 && others[0].Doc.Published < t.Doc.Published {
		first := workOf(others[0])
		out.FirstAppearance = &first
	}
	if root := c.Attribution.Root(); root.Name != "" && root.Kind != claims.Anonymous && root.Kind != claims.Unspecified {
		out.Interpreter = &party{partyType(root.Kind), root.Name}
	}
	out.About = observed{Type: "Observation", Measured: strings.TrimSpace(c.Counted + " (" + stageName(t.Stage()) + ")"), Quality: string(c.Qualifier)}
	if c.Organisation != "" {
		out.About.About = &party{"Organization", c.Organisation}
	}
	if c.About != nil {
		out.About.Date = string(c.About.From)
		if c.About.To != c.About.From {
			out.About.Date += "/" + string(c.About.To)
		}
	}
	out.About.Value = quantity{Type: "QuantitativeValue", Is: c.Value, Unit: strings.TrimSpace(c.Unit + " " + per(c.Per))}
	if c.Stated.Min.Bounded {
		out.About.Value.Min = &c.Stated.Min.Value
	}
	if c.Stated.Max.Bounded {
		out.About.Value.Max = &c.Stated.Max.Value
	}
	return out
}

func workOf(t *telling) work {
	w := work{Type: "NewsArticle", Name: t.Doc.Title, URL: web(t.Doc.URL), Published: t.Doc.Published}
	if t.Doc.Publisher != "" {
		w.Publisher = &party{"Organization", t.Doc.Publisher}
	}
	return w
}

func partyType(k claims.HopKind) string {
	if k == claims.Person {
		return "Person"
	}
	return "Organization"
}

// recorded names the state of a record: "record example/1, as of entry 5, 3 June 2025".
func recorded(state *dossier.State, origin string) string {
	return fmt.Sprintf("record %s, as of entry %d, %s", origin, state.At, state.Known.UTC().Format("2 January 2006"))
}

// atSeriesPage is the address of the page of a series or a ladder, after a
// space; "" where the site has none.
func (s *site) atSeriesPage(v *view, name string) string {
	if s.options.Address == "" {
		return ""
	}
	return " " + strings.TrimSuffix(s.options.Address, "/") + "/series/" + v.slug(name) + "/"
}
