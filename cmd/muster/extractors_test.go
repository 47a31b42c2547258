package main

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"muster/claims"
	"muster/interval"
)

// extractors are the sets of test sentences of other extractors of numbers
// that MUSTER_EVAL may hold under specs/, what of them is scored, and the
// share of right cases, in per cent, below which a change is a step back.
var extractors = []struct {
	file   string
	judge  func(extractorCase, []claims.Figure) string
	floor  float64
	ownIDs string // what the IDs of its cases begin with
}{
	{"rtext_specs_numberrange", judgeBounds, 97, "nr-"},
	{"rtext_specs_number", judgeKind(isBare), 94, "NumberModel-"},
	{"rtext_specs_percent", judgeKind(isUnit("percent")), 95, "PercentModel-"},
	{"rtext_specs_ordinal", judgeOrdinals, 98, "OrdinalModel-"},
	{"rtext_specs_currency", judgeKind(isMoney), 95, "CurrencyModel-"},
	{"rtext_specs_dimension", judgeKind(isDimension), 95, "DimensionModel-"},
	{"rtext_specs_age", judgeKind(isAge), 95, "AgeModel-"},
	{"rtext_specs_temperature", judgeKind(isUnit("celsius", "fahrenheit")), 95, "TemperatureModel-"},
	{"quantulum3_tests", judgeKind(isAny), 80, "q3-"},
}

// otherDefinitions lists the cases that Muster's definition of a figure
// contradicts: an ID and the reason a line. They are scored apart.
//
//go:embed testdata/extractors.list
var otherDefinitions string

type extractorCase struct {
	ID         string
	Text       string
	Quantities []struct {
		Value   any
		Range   string
		Unit    string
		ISO     string
		Surface string
		Span    []int
	}
}

// TestExtractors runs `muster read --json --all` over them and prints the share
// of cases that are right: MUSTER_EVAL=DIR go test -v -run TestExtractors ./cmd/muster
// With MUSTER_EVAL_ERRORS=n it names the first n wrong cases of each file.
func TestExtractors(t *testing.T) {
	folder := os.Getenv("MUSTER_EVAL")
	if folder == "" {
		t.Skip("MUSTER_EVAL names no evaluation folder")
	}
	apart := map[string]string{}
	for line := range strings.Lines(otherDefinitions) {
		if id, reason, found := strings.Cut(strings.TrimSpace(line), " "); found && id != "#" {
			apart[id] = strings.TrimSpace(reason)
		}
	}
	show, _ := strconv.Atoi(os.Getenv("MUSTER_EVAL_ERRORS"))
	for _, e := range extractors {
		path := filepath.Join(folder, "specs", e.file+".jsonl")
		if _, err := os.Stat(path); err != nil {
			t.Logf("%s: not there", path)
			continue
		}
		t.Run(e.file, func(t *testing.T) {
			var cases []extractorCase
			decodeLines(t, path, func(line []byte) error {
				var c extractorCase
				err := json.Unmarshal(line, &c)
				cases = append(cases, c)
				return err
			})
			readings := readAll(t, path)
			if len(readings) != len(cases) {
				t.Fatalf("found %d readings, expected %d", len(readings), len(cases))
			}
			right, counted, set, met := 0, 0, 0, 0
			for i, c := range cases {
				fault := e.judge(c, readings[i].Figures)
				if _, found := apart[c.ID]; found {
					set++
					if fault == "" {
						met++
					}
					continue
				}
				counted++
				if fault == "" {
					right++
				} else if show > 0 {
					show--
					fmt.Printf("%s: %s\n    %s\n", c.ID, fault, c.Text)
				}
			}
			share := 100 * float64(right) / float64(max(counted, 1))
			fmt.Printf("%-24s %5.1f  (%d of %d; %d other definitions, of them %d met)\n", e.file, share, right, counted, set, met)
			if share < e.floor {
				t.Errorf("%s: %.1f of the cases are right, expected at least %.1f", e.file, share, e.floor)
			}
			if set*10 > len(cases) {
				t.Errorf("%s: %d of %d cases are set apart, expected one in ten at most", e.file, set, len(cases))
			}
		})
	}
}

// readAll returns what muster reads in a file of documents.
func readAll(t *testing.T, path string) []claims.Reading {
	var out, problems bytes.Buffer
	w := world{stdout: &out, stderr: &problems, getenv: os.Getenv, configDir: os.UserConfigDir}
	if code := run(context.Background(), []string{"read", "--json", "--all", path}, w); code != exitDone {
		t.Fatalf("muster read %s: exit code %d: %s", path, code, problems.String())
	}
	var readings []claims.Reading
	scanLines(t, &out, func(line []byte) error {
		var r claims.Reading
		err := json.Unmarshal(line, &r)
		readings = append(readings, r)
		return err
	})
	return readings
}

func decodeLines(t *testing.T, path string, each func([]byte) error) {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	scanLines(t, bytes.NewBuffer(b), each)
}

func scanLines(t *testing.T, b *bytes.Buffer, each func([]byte) error) {
	lines := bufio.NewScanner(b)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		if err := each(lines.Bytes()); err != nil {
			t.Fatal(err)
		}
	}
}

// judgeKind returns a judge of the cases of one kind of quantity: each gold
// number is met by a figure of the same value and unit, and no figure of that
// kind is extra. An end of a range meets a gold number, because those files
// know no ranges. The fault is empty when the case is right.
func judgeKind(kind func(claims.Figure) bool) func(extractorCase, []claims.Figure) string {
	return func(c extractorCase, figures []claims.Figure) string {
		used := make([]int, len(figures))
		var faults []string
		for _, gold := range c.Quantities {
			value, ok := goldValue(gold.Value)
			if !ok {
				continue // a unit without a number is no quantity
			}
			i := slices.IndexFunc(figures, func(f claims.Figure) bool {
				return hasValue(f, value) && sameUnit(f, gold.Unit, gold.ISO) && used[indexOf(figures, f)] < ends(f)
			})
			if i < 0 {
				faults = append(faults, "no figure for "+gold.Surface)
				continue
			}
			used[i]++
		}
		for i, f := range figures {
			if used[i] == 0 && kind(f) {
				faults = append(faults, "extra "+describe(f))
			}
		}
		return faultsWith(faults, figures)
	}
}

// faultsWith joins the faults, and tells all that was found where there are any.
func faultsWith(faults []string, figures []claims.Figure) string {
	if len(faults) > 0 {
		for _, f := range figures {
			faults = append(faults, "["+describe(f)+"]")
		}
	}
	return strings.Join(faults, "; ")
}

// judgeBounds is the judge of ranges and bounds. Which end of a range with two
// ends is included is not asked: Muster's ranges do not say it.
func judgeBounds(c extractorCase, figures []claims.Figure) string {
	used := make([]bool, len(figures))
	var faults []string
	for _, gold := range c.Quantities {
		i := slices.IndexFunc(figures, func(f claims.Figure) bool { return sameBounds(f, gold.Range) && !used[indexOf(figures, f)] })
		if i < 0 {
			faults = append(faults, "no figure for "+gold.Surface)
			continue
		}
		used[i] = true
	}
	for i, f := range figures {
		bound := f.Qualifier != claims.Exact && f.Qualifier != claims.About && f.Qualifier != claims.Vague || f.Change != nil
		if bound && !used[i] {
			faults = append(faults, "extra "+describe(f))
		}
	}
	return faultsWith(faults, figures)
}

// judgeOrdinals asks that no ordinal is read as a figure.
func judgeOrdinals(c extractorCase, figures []claims.Figure) string {
	var faults []string
	for _, gold := range c.Quantities {
		for _, f := range figures {
			if f.Kind == "" && f.Number.Start < gold.Span[1] && gold.Span[0] < f.Number.End {
				faults = append(faults, "extra "+describe(f))
			}
		}
	}
	return strings.Join(faults, "; ")
}

func indexOf(figures []claims.Figure, f claims.Figure) int {
	return slices.IndexFunc(figures, func(g claims.Figure) bool { return g.ID == f.ID })
}

func describe(f claims.Figure) string {
	return strings.TrimSpace(fmt.Sprintf("%s = %s %s %s %s", f.Number.Exact, f.Qualifier, f.Stated, f.Unit, f.Kind))
}

func goldValue(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case string:
		n, err := strconv.ParseFloat(strings.TrimSuffix(v, "%"), 64)
		return n, err == nil
	}
	return 0, false
}

// sameNumber allows for decimals that were cut off.
func sameNumber(a, b float64) bool {
	return math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b), 1e-4)
}

// ends is how many gold numbers a figure can meet.
func ends(f claims.Figure) int {
	if f.Qualifier == claims.Range || f.Change != nil {
		return 2
	}
	return 1
}

func hasValue(f claims.Figure, value float64) bool {
	if f.Value != nil && sameNumber(f.Value.Float(), value) {
		return true
	}
	if f.Change != nil {
		return sameNumber(f.Change.From.Float(), value) || sameNumber((f.Change.From.Float()+f.Change.To.Float())/2, value)
	}
	if f.Qualifier == claims.Range {
		low, high := f.Stated.Min.Value.Float(), f.Stated.Max.Value.Float()
		return sameNumber(low, value) || sameNumber(high, value) || sameNumber((low+high)/2, value)
	}
	return false
}

// sameBounds reads "[20,30)" or "(10,)".
func sameBounds(f claims.Figure, gold string) bool {
	low, high, _ := strings.Cut(gold[1:len(gold)-1], ",")
	minimum, hasMinimum := goldValue(low)
	maximum, hasMaximum := goldValue(high)
	s := f.Stated
	if f.Change != nil {
		s = interval.Between(*f.Change.From, *f.Change.To)
	}
	if hasMinimum != s.Min.Bounded || hasMaximum != s.Max.Bounded ||
		hasMinimum && !sameNumber(s.Min.Value.Float(), minimum) || hasMaximum && !sameNumber(s.Max.Value.Float(), maximum) {
		return false
	}
	switch f.Qualifier {
	case claims.MoreThan:
		return gold[0] == '('
	case claims.AtLeast:
		return gold[0] == '['
	case claims.LessThan:
		return strings.HasSuffix(gold, ")")
	case claims.AtMost:
		return strings.HasSuffix(gold, "]")
	}
	return true
}

// sameUnit compares a figure's unit with that of another extractor.
func sameUnit(f claims.Figure, name, iso string) bool {
	name = strings.ToLower(name)
	ours, _, price := strings.Cut(f.Unit, " per ") // "dollar per share"
	if name == "" || iso != "" && f.Unit == iso || iso != "" && price && strings.EqualFold(ours, name) {
		return true
	}
	name = strings.NewReplacer("meter", "metre", "liter", "litre", "metric ton", "tonne").Replace(name)
	for _, unit := range []string{f.Unit, ours} {
		unit = strings.ToLower(strings.NewReplacer("metric ton", "tonne").Replace(unit))
		if unit == name || slices.ContainsFunc(otherUnitNames[name], func(other string) bool { return strings.EqualFold(other, unit) }) {
			return true
		}
	}
	return f.Per != "" && f.Unit+" per "+f.Per == name
}

// otherUnitNames maps their names to ours where they differ.
var otherUnitNames = map[string][]string{
	"dollar": {"USD"}, "euro": {"EUR"}, "pound": {"GBP", "pound"}, "pound sterling": {"GBP"}, "pound-mass": {"pound"},
	"pence": {"GBP pence", "penny"}, "penny": {"penny"}, "cent": {"USD cent"}, "rupee": {"INR"}, "franc": {"franc"},
	"finnish markka": {"FIM"}, "peseta": {"ESP"}, "netherlands guilder": {"NLG"}, "bitcoin": {"BTC"}, "satoshi": {"BTC satoshi"}, "sen": {"sen"},
	"f": {"fahrenheit"}, "c": {"celsius"}, "degree celsius": {"celsius"}, "degree fahrenheit": {"fahrenheit"},
	"dimensionless": {"", "share", "times"}, "lao kip": {"LAK"}, "percentage": {"percent"}, "count per week": {"times"},
	"dollar per hour": {"USD"}, "dollar per kilogram": {"USD"}, "ton per day": {"ton"}, "dozen": {""}, "baker's dozen": {""},
	"cubic centimetre": {"millilitre", "cubic centimetre"}, "dime": {"USD dime"}, "ton": {"ton", "tonne"},
	"age": {"year of age"}, "year": {"year", "year of age"}, "month": {"month", "month of age"}, "week": {"week", "week of age"}, "day": {"day", "day of age"},
}

func isAny(claims.Figure) bool { return true }

func isBare(f claims.Figure) bool {
	return f.Kind == "" && (f.Unit == "" || f.Unit == "share")
}

func isUnit(names ...string) func(claims.Figure) bool {
	return func(f claims.Figure) bool { return slices.Contains(names, f.Unit) }
}

func isMoney(f claims.Figure) bool {
	return len(f.Unit) >= 3 && strings.ToUpper(f.Unit[:3]) == f.Unit[:3]
}

func isAge(f claims.Figure) bool { return f.Kind == "age" }

func isDimension(f claims.Figure) bool {
	switch f.Unit {
	case "", "percent", "percentage point", "basis point", "point", "share", "times", "page", "celsius", "fahrenheit", "kelvin", "degree", // a degree may be one of heat or of a circle
		"second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "decade", "century", "millisecond":
		return false
	}
	return !isMoney(f) && !isAge(f)
}
