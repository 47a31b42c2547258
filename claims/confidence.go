package claims

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
)

//go:embed confidence.txt
var confidenceFile string

// confidence turns what a figure looks like into the probability that a careful
// reader would file its number, bounds, unit, rate and counted thing alike. It
// is a logistic regression (Cox 1958) on evidence that can be read; the weights
// are fitted on texts of our own, see confidence.txt.
type confidence struct {
	weights map[string]float64 // by name of the evidence; "always" for the constant
}

// loadConfidence returns the built-in weights, which a test proves to be in order.
func loadConfidence() *confidence {
	c, err := parseConfidence(confidenceFile)
	if err != nil {
		panic(fmt.Errorf("confidence.txt: %w", err))
	}
	return c
}

func parseConfidence(file string) (*confidence, error) {
	c := &confidence{weights: map[string]float64{}}
	for i, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		colon := strings.LastIndexByte(line, ':')
		weight, err := strconv.ParseFloat(strings.TrimSpace(line[colon+1:]), 64)
		if colon <= 0 || err != nil {
			return nil, fmt.Errorf("line %d: expected \"evidence: weight\", found %q", i+1, line)
		}
		c.weights[strings.TrimSpace(line[:colon])] = weight
	}
	return c, nil
}

// Bounds of what is ever claimed for a machine proposal.
const (
	leastConfidence = 0.05
	mostConfidence  = 0.99
)

// of returns the confidence in the figure, in hundredths so that it prints short.
func (c *confidence) of(f *Figure) float64 {
	sum := 0.0
	for _, name := range evidence(f) {
		sum += c.weights[name]
	}
	p := min(max(logistic(sum), leastConfidence), mostConfidence)
	if ambiguous(f) {
		p = min(p, 0.5)
	}
	return math.Round(p*100) / 100
}

// ambiguous reports whether two countries read the digits apart: "1.234", "1,3".
// The texts that the weights are fitted on hold none.
func ambiguous(f *Figure) bool {
	if f.Value == nil && f.Qualifier == Exact && f.Change == nil {
		return true
	}
	number := f.Number.Exact
	comma := strings.LastIndexByte(number, ',')
	if comma < 0 {
		return false
	}
	digits := 0
	for i := comma + 1; i < len(number) && number[i] >= '0' && number[i] <= '9'; i++ {
		digits++
	}
	return digits == 1 || digits == 2
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// evidence names what the figure looks like, as far as it tells how surely it
// was read right.
func evidence(f *Figure) []string {
	list := append(make([]string, 0, 16), "always", "told as "+string(f.Qualifier), "unit: "+unitClass(f.Unit), "counted: "+countedPlace(f), "written in "+writing(f))
	for _, e := range []struct {
		name  string
		holds bool
	}{
		{"a rate", f.Per != ""},
		{"a change from one level to another", f.Change != nil},
		{"a step up or down", f.Direction != ""},
		{"a multiple of something", f.Relative != nil},
		{"counted: more than three words", strings.Count(f.Counted, " ") > 2},
		{"counted: a capitalised name", f.Counted != "" && strings.ToLower(f.Counted) != f.Counted},
		{"counted: one of many", f.Counted != "" && !strings.HasSuffix(f.Counted, "s")},
		{"at most twelve", f.Value != nil && f.Unit == "" && f.Value.Float() <= 12},
		{"a half-said source", len(f.Hedges) > 0},
		{"a part of a total", f.PartOf != nil},
	} {
		if e.holds {
			list = append(list, e.name)
		}
	}
	return list
}

func unitClass(unit string) string {
	switch {
	case unit == "":
		return "none"
	case unit == "percent" || unit == "share" || unit == "times":
		return unit
	case len(unit) == 3 && strings.ToUpper(unit) == unit:
		return "money"
	case isDuration(unit):
		return "time"
	}
	return "measure"
}

// countedPlace says where what is counted stands.
func countedPlace(f *Figure) string {
	switch {
	case f.Counted == "":
		return "nothing"
	case strings.Contains(f.Quote.Exact, f.Counted):
		return "beside the number"
	}
	return "elsewhere"
}

// writing says how the number is written.
func writing(f *Figure) string {
	digits := strings.IndexAny(f.Number.Exact, "0123456789")
	switch {
	case digits < 0:
		return "words"
	case f.Value != nil && f.Value.IsInt() && f.Value.Float() >= 1900 && f.Value.Float() < 2100 && !strings.Contains(f.Number.Exact, ","):
		return "digits like a year"
	}
	return "digits"
}
