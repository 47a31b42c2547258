package script_test

import (
	"errors"
	"strings"
	"testing"

	"muster/claims"
	"muster/findings/script"
)

// newQuantity returns the reader's view of quantities.
func newQuantity(t testing.TB) script.Quantity {
	t.Helper()
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	return script.With(reader)
}

func TestErrorsNameLineExpectedAndFound(t *testing.T) {
	quantity := newQuantity(t)
	for name, test := range map[string]struct{ text, want string }{
		"a slip":                  {"\nclam a agents requested \"5\"", `x.txt:2: expected case, organisation, document, claim, parts, series, target, rule, check, comparable, apart or expect, found clam`},
		"no stage":                {"claim a agents \"5\"", `expected a stage (called-for, requested, `},
		"no quantity":             {"claim a agents requested", `before the quantity, found the end of the line`},
		"no number":               {"claim a agents requested \"plenty\"", `expected a quantity such as "more than 5,000"`},
		"a name twice":            {"claim a agents requested \"50\"\nclaim a agents requested \"60\"", `x.txt:2: expected a new name, found a, which is told above`},
		"an open quotation":       {"claim a agents requested \"50", `x.txt:1: expected a closing quotation mark, found the end of the line`},
		"parts of nothing":        {"parts total = a", `expected the name of a claim told above, found total`},
		"a total that is a part":  {"claim a agents requested \"50\"\nparts a = a", `x.txt:2: expected a part that is not its own total, found a`},
		"an unknown option":       {"claim a agents requested \"50\" colour red", `expected organisation, place, approver`},
		"a bad day":               {"document A published yesterday", `expected a day such as 2025-06-04, found yesterday`},
		"a bad rate":              {"claim a agents requested \"50\" per decade", `expected hour, day, week, month or year, found decade`},
		"an unknown rule":         {"expect balanced", `expected a rule, a severity, a verdict`},
		"an expectation of none":  {"expect", `expected what is expected, found the end of the line`},
		"a bound without amount":  {"claim a agents requested \"50\"\nexpect bound a soon", `expected an amount such as 5,750`},
		"a sentence of its own":   {"claim a agents requested \"50\" says \"none here\"", `expected a sentence that holds the quantity "50"`},
		"a series without months": {"series s arrests = June 5", `expected a month such as 2025-06, found June`},
		"a negative count":        {"series s arrests = 2025-06 -5", `expected a count such as 31,590, found -5`},
		"a check of nobody":       {"check x \"a < 5\"", `expected the names of claims told above, found a`},
		"a check of nothing":      {"claim a agents requested \"50\"\ncheck x \"a + 5\"", `x.txt:2: expected an expression such as "guard / agents <= 5", found "a + 5": expression`},
		"a rule of all units":     {"rule \"the lowest\" 100 percent of 25 units", `expected 1 to 99, found 100`},
		"a rule of no units":      {"rule \"the lowest\" 10 percent of 0 units", `expected a whole number from 1 to 10000, found 0`},
		"text behind the end":     {"expect nothing else", `expected the end of the line, found else`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := script.Parse("x.txt", test.text, quantity)
			var at *script.Error
			if err == nil || !errors.As(err, &at) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, expected …%s…", err, test.want)
			}
		})
	}
}

// TestFailures shows that a script can fail: each kind of expectation says what
// was found instead.
func TestFailures(t *testing.T) {
	quantity := newQuantity(t)
	const list = "claim total agents called-for \"4,000\"\nclaim north agents called-for \"3,100\"\nclaim south agents called-for \"2,000\"\nparts total = north + south\n"
	for name, test := range map[string]struct{ text, want string }{
		"a wrong total":    {list + "expect total 5,000\nexpect error balance", "expected total 5,000, found 5,100"},
		"nothing":          {list + "expect nothing\nexpect error balance", "expected nothing, found error balance conflict"},
		"another verdict":  {list + "expect consistent as stated\nexpect error balance", "expected consistent as stated, found"},
		"no suspects":      {list + "expect suspects total\nexpect error balance", "expected suspects total, found"},
		"no bound":         {list + "expect bound total 3\nexpect error balance", "expected bound total 3, found no bound"},
		"comparable":       {list + "expect comparable total north\nexpect not comparable total north\nexpect error balance", "expected not comparable total north, found that they are comparable"},
		"an absent rule":   {list + "expect no balance\nexpect error balance", "expected no balance, found error"},
		"an unasked error": {list, "no line expects the error balance"},
	} {
		t.Run(name, func(t *testing.T) {
			cases, err := script.Parse("x.txt", test.text, quantity)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range cases[0].Run() {
				got = append(got, f.Text)
			}
			if len(got) == 0 || !strings.Contains(strings.Join(got, "\n"), test.want) {
				t.Errorf("got %q, expected …%s…", got, test.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add("case one\ndocument A published 2025-06-04 title \"B\"\nclaim a agents requested \"more than 5\" per day from outlet X about 2025-06-01 to 2025-06-02 \"then\"\nexpect nothing")
	f.Add("series s arrests by ICE = 2025-06 31,590 | 2025-07 1\ntarget s 3000 per day\nexpect info target \"June\"")
	f.Add("claim a agents requested \"5\"\nclaim b agents requested \"6\" denies a headline\nparts a includes b\nexpect suspects a + b, a\nexpect bound b at most 3\napart a b \"why\"")
	f.Add("rule \"lowest\" 10 percent of 25 units\nexpect info lowest")
	f.Add("claim a agents requested \"5\"\ncheck c \"a * 2 > 3\"\nexpect info checks")
	f.Add("claim a x other \"5\" says \"5 there\" rejected\nexpect total a 1 to 2\nexpect not comparable a a")
	quantity := func(words, _ string) (claims.Figure, error) {
		n, err := script.Number(words)
		if err != nil {
			return claims.Figure{}, err
		}
		return n, nil
	}
	f.Fuzz(func(t *testing.T, text string) {
		cases, err := script.Parse("fuzz.txt", text, quantity)
		var at *script.Error
		if err != nil {
			if !errors.As(err, &at) || at.Line < 1 || at.Expected == "" || at.Found == "" {
				t.Fatalf("error %v does not name line, expected and found", err)
			}
			return
		}
		for _, c := range cases {
			c.Run()
		}
	})
}
