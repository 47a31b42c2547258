package claims

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strings"

	"muster/documents"
)

//go:embed home_dollars.txt
var homeDollarsFile string

// dollars says whose dollars a bare "$" means.
type dollars struct {
	national bool
	homes    []dollarHome
}

// dollarHome is a country with dollars of its own.
type dollarHome struct {
	currency           string
	publishers, places []string
}

// parseDollars reads a list in the form of home_dollars.txt.
func parseDollars(file string) (*dollars, error) {
	d := &dollars{}
	err := listed(file, func(heading string, entries []string) error {
		joined := strings.Join(entries, ",")
		if heading == "reading" {
			if joined != "national" && joined != "usd" {
				return fmt.Errorf("expected the reading national or usd, found %q", joined)
			}
			d.national = joined == "national"
			return nil
		}
		publishers, places, found := strings.Cut(joined, "|")
		if len(heading) != 3 || !found {
			return fmt.Errorf("expected \"AUD: publishers | places\", found %q", heading+": "+joined)
		}
		d.homes = append(d.homes, dollarHome{heading, trimmedParts(publishers), trimmedParts(places)})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("home_dollars.txt: %w", err)
	}
	return d, nil
}

func trimmedParts(list string) []string {
	var parts []string
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// loadDollars reads the built-in list, which a test proves to be in order.
func loadDollars() *dollars {
	d, err := parseDollars(homeDollarsFile)
	if err != nil {
		panic(err)
	}
	return d
}

// datelineLength is how many bytes of a paragraph may hold its dateline.
const datelineLength = 40

// of returns the currency of a bare "$" in the document: that of its dateline
// or else of its publisher; "" for US dollars.
func (d *dollars) of(document documents.Document) string {
	if !d.national {
		return ""
	}
	publisher := " " + strings.ToLower(document.Publisher) + " "
	for _, home := range d.homes {
		at := slices.ContainsFunc(home.places, func(place string) bool { return datelined(document.Text, strings.ToUpper(place)) })
		if at || slices.ContainsFunc(home.publishers, func(word string) bool { return strings.Contains(publisher, " "+word+" ") }) {
			return home.currency
		}
	}
	return ""
}

// datelined reports whether one of the first paragraphs begins with the place in
// capitals and a dash: "SYDNEY, May 2 (Reuters) - ".
func datelined(text, place string) bool {
	for range 4 {
		head := text[:min(len(text), datelineLength)]
		if rest, found := strings.CutPrefix(head, place); found && strings.ContainsAny(rest, "-–—") && !strings.HasPrefix(rest, "-") {
			return true
		}
		next := strings.IndexByte(text, '\n')
		if next < 0 {
			return false
		}
		text = strings.TrimLeft(text[next:], "\n")
	}
	return false
}

// lessSure is by how much the confidence of a figure in national dollars is
// lower: whose they are is not told.
const lessSure = 0.9

// settle makes the bare dollars of the figures national where the document is
// plainly of a country that has its own, and never writes its own sign.
func (d *dollars) settle(document documents.Document, figures []Figure) {
	bare := func(f *Figure) bool { return f.Unit == "USD" && bareDollar(f.Number.Exact) }
	if !slices.ContainsFunc(figures, func(f Figure) bool { return bare(&f) }) {
		return
	}
	home := d.of(document)
	if home == "" || slices.ContainsFunc(figures, func(f Figure) bool { return f.Unit == home || f.Unit == "USD" && !bare(&f) }) {
		return
	}
	for i := range figures {
		if f := &figures[i]; bare(f) {
			f.Unit, f.Confidence = home, math.Round(f.Confidence*lessSure*100)/100
		}
	}
}

// bareDollar reports whether an amount is written with "$" alone: no letters
// before the sign, none that name the country behind the digits.
func bareDollar(number string) bool {
	i := strings.IndexByte(number, '$')
	if i < 0 || i > 0 && isLetter(number[i-1]) || i > 1 && number[i-1] == '.' {
		return false
	}
	return !strings.HasSuffix(number, " US") && !strings.HasSuffix(number, " USD") && !strings.HasSuffix(number, "U.S.")
}
