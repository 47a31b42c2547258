package script

import (
	"fmt"
	"slices"
	"strings"

	"muster/dossier"
	"muster/findings"
	"muster/interval"
	"muster/origins"
)

// expectation is one "expect" line.
type expectation struct {
	line int
	text string // as written, for failures
	kind string // finding, no, nothing, total, bound, suspects, comparable

	no       bool
	rule     string
	severity findings.Severity
	verdict  findings.Verdict
	words    []string
	names    []string   // claims
	answers  [][]string // of suspects
	amount   interval.Interval
}

// expect reads one of:
//
//	expect nothing
//	expect [no] [SEVERITY] [RULE] [VERDICT] ["WORDS" …]
//	expect total [CLAIM] AMOUNT
//	expect bound CLAIM AMOUNT
//	expect suspects CLAIM [+ CLAIM] [, CLAIM …]
//	expect comparable CLAIM CLAIM
//	expect not comparable CLAIM CLAIM ["REASON"]
func (p *parser) expect() error {
	e := expectation{line: p.line, kind: "finding"}
	var all []string
	for _, t := range p.tokens {
		all = append(all, t.String())
	}
	e.text = strings.Join(all, " ")
	var err error
	switch t := p.peek(); {
	case t.is("nothing"):
		p.next()
		e.kind, err = "nothing", p.done()
	case t.is("total"):
		p.next()
		e.kind = "total"
		if p.draft().claim(p.peek().text) != nil {
			e.names = []string{p.next().text}
		}
		if e.amount, err = p.amount(); err == nil {
			err = p.done()
		}
	case t.is("bound"):
		p.next()
		e.kind, e.names = "bound", []string{""}
		if e.names[0], err = p.name(); err == nil {
			if e.amount, err = p.amount(); err == nil {
				err = p.done()
			}
		}
	case t.is("suspects"):
		p.next()
		e.kind, err = "suspects", p.suspects(&e)
	case t.is("comparable") && len(p.tokens) > 2:
		p.next()
		err = p.comparable(&e)
	case t.is("not") && len(p.tokens) > 3 && p.tokens[1].is("comparable") && p.draft().claim(p.tokens[2].text) != nil:
		p.next()
		p.next()
		e.no = true
		err = p.comparable(&e)
	default:
		err = p.finding(&e)
	}
	if err == nil {
		p.draft().expects = append(p.draft().expects, e)
	}
	return err
}

func (p *parser) suspects(e *expectation) error {
	answer := []string{}
	for {
		name, err := p.name()
		if err != nil {
			return err
		}
		answer = append(answer, name)
		switch t := p.next(); {
		case t.end():
			e.answers = append(e.answers, answer)
			return nil
		case t.is("+"):
		case t.is(","):
			e.answers, answer = append(e.answers, answer), []string{}
		default:
			return p.expected("+, a comma or the end of the line", t)
		}
	}
}

func (p *parser) comparable(e *expectation) error {
	e.kind = "comparable"
	for range 2 {
		name, err := p.name()
		if err != nil {
			return err
		}
		e.names = append(e.names, name)
	}
	if p.peek().quoted {
		e.words = []string{p.next().text}
	}
	return p.done()
}

// finding reads what a finding has to be.
func (p *parser) finding(e *expectation) error {
	if p.peek().is("no") {
		p.next()
		e.no = true
	}
	for !p.peek().end() {
		t := p.next()
		word := strings.ToLower(t.text)
		switch {
		case t.quoted:
			e.words = append(e.words, t.text)
		case word == "info" || word == "warning" || word == "error":
			e.severity = findings.Severity(word)
		case word == "consistent" && p.peek().is("as"):
			p.next()
			if s := p.next(); !s.is("stated") {
				return p.expected("stated", s)
			}
			e.verdict = findings.Consistent
		case word == "consistent" && p.peek().is("within"):
			p.next()
			if s := p.next(); !s.is("rounding") {
				return p.expected("rounding", s)
			}
			e.verdict = findings.ConsistentWithinRounding
		case word == "not" && p.peek().is("comparable"):
			p.next()
			e.verdict = findings.NotComparable
		case word == "consistent", word == "conflict", word == "unknown", word == "consistent-within-rounding", word == "not-comparable":
			e.verdict = findings.Verdict(word)
		case slices.ContainsFunc(findings.Rules(), func(r findings.Rule) bool { return r.ID == word }):
			e.rule = word
		default:
			return p.expected("a rule, a severity, a verdict, \"words\", or nothing, total, bound, suspects, comparable", t)
		}
	}
	if e.rule == "" && e.severity == "" && e.verdict == "" && len(e.words) == 0 {
		return p.expected("what is expected", token{})
	}
	return nil
}

// meets reports whether a finding is what is expected.
func (e expectation) meets(f findings.Finding) bool {
	return (e.rule == "" || e.rule == f.Rule) && (e.severity == "" || e.severity == f.Severity) && (e.verdict == "" || e.verdict == f.Verdict) &&
		!slices.ContainsFunc(e.words, func(w string) bool { return !strings.Contains(plain(f.Sentence), plain(w)) })
}

// plain makes quotation marks alike, so that a script can hold them.
func plain(s string) string {
	return strings.NewReplacer("“", "'", "”", "'", "‘", "'", "’", "'").Replace(s)
}

// Findings returns what Muster says of the case.
func (c Case) Findings() []findings.Finding {
	return findings.Check(&c.State, origins.Find(&c.State))
}

// Run checks the case. A warning or error that no line expects is a failure
// too: a rule that says too much is as wrong as one that says too little.
func (c Case) Run() []Failure {
	state := c.State
	found := findings.Check(&state, origins.Find(&state))
	var out []Failure
	expected := make([]bool, len(found))
	fail := func(e expectation, format string, args ...any) {
		out = append(out, Failure{e.line, "expected " + e.text + ", found " + fmt.Sprintf(format, args...)})
	}
	for _, e := range c.expects {
		switch e.kind {
		case "nothing":
			if len(found) > 0 {
				fail(e, "%s", saidInstead(found))
			}
		case "finding":
			hit := false
			for i, f := range found {
				if e.meets(f) {
					hit = true
					expected[i] = expected[i] || !e.no
				}
			}
			if hit == e.no {
				fail(e, "%s", saidInstead(found))
			}
		case "total":
			c.total(e, found, fail)
		case "bound":
			c.bound(&state, e, fail)
		case "suspects":
			c.suspected(&state, e, fail)
		case "comparable":
			c.compare(&state, e, fail)
		}
	}
	for i, f := range found {
		if !expected[i] && f.Severity != findings.Info {
			out = append(out, Failure{c.Line, "no line expects the " + string(f.Severity) + " " + f.Rule + ": " + f.Sentence})
		}
	}
	return out
}

func saidInstead(found []findings.Finding) string {
	if len(found) == 0 {
		return "nothing"
	}
	var lines []string
	for _, f := range found {
		lines = append(lines, fmt.Sprintf("%s %s %s: %s", f.Severity, f.Rule, f.Verdict, f.Sentence))
	}
	return strings.Join(lines, " | ")
}

func view(state *dossier.State) *findings.View { return findings.NewView(state, origins.Find(state)) }

type failing func(e expectation, format string, args ...any)

func (c Case) total(e expectation, found []findings.Finding, fail failing) {
	var sums []string
	for _, f := range found {
		if f.Rule != "balance" || f.Interval == nil || len(e.names) > 0 && !slices.ContainsFunc(f.Inputs, func(in findings.Input) bool { return in.Figure == c.figures[e.names[0]] }) {
			continue
		}
		if f.Interval.Equal(e.amount) {
			return
		}
		sums = append(sums, f.Interval.String())
	}
	if len(sums) == 0 {
		sums = []string{"no total"}
	}
	fail(e, "%s", strings.Join(sums, ", "))
}

func (c Case) bound(state *dossier.State, e expectation, fail failing) {
	var got []string
	for _, b := range view(state).Bounds() {
		if b.Figure != c.figures[e.names[0]] {
			continue
		}
		if b.Stated.Equal(e.amount) {
			return
		}
		got = append(got, b.Stated.String())
	}
	if len(got) == 0 {
		got = []string{"no bound"}
	}
	fail(e, "%s", strings.Join(got, ", "))
}

func (c Case) suspected(state *dossier.State, e expectation, fail failing) {
	write := func(list [][]string) string {
		var out []string
		for _, names := range list {
			names = slices.Sorted(slices.Values(names))
			out = append(out, strings.Join(names, " + "))
		}
		slices.Sort(out)
		return strings.Join(out, ", ")
	}
	byFigure := map[string]string{}
	for name, id := range c.figures {
		byFigure[id] = name
	}
	var got [][]string
	for _, answer := range view(state).Suspects() {
		var names []string
		for _, s := range answer {
			names = append(names, byFigure[s.Figure])
		}
		got = append(got, names)
	}
	if found := write(got); found != write(e.answers) {
		if found == "" {
			found = "no suspects"
		}
		fail(e, "%s", found)
	}
}

func (c Case) compare(state *dossier.State, e expectation, fail failing) {
	v := view(state)
	reason := v.Comparer.Apart(v.Figure(c.figures[e.names[0]]), v.Figure(c.figures[e.names[1]]))
	switch {
	case e.no && reason == "":
		fail(e, "that they are comparable")
	case !e.no && reason != "":
		fail(e, "not comparable: %s", reason)
	case len(e.words) > 0 && !strings.Contains(reason, e.words[0]):
		fail(e, "not comparable: %s", reason)
	}
}
