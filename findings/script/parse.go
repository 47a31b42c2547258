package script

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/counts"
	"muster/dossier"
	"muster/interval"
	"muster/interval/formula"
)

// parser reads one file, line by line.
type parser struct {
	file     string
	line     int
	tokens   []token
	quantity Quantity

	cases []Case
	now   *draft // the case at hand; nil before its first line
}

func (p *parser) peek() token {
	if len(p.tokens) == 0 {
		return token{}
	}
	return p.tokens[0]
}

func (p *parser) next() token {
	t := p.peek()
	if len(p.tokens) > 0 {
		p.tokens = p.tokens[1:]
	}
	return t
}

func (p *parser) expected(what string, found token) error {
	return &Error{p.file, p.line, what, found.String()}
}

// done demands that nothing is left of the line.
func (p *parser) done() error {
	if t := p.peek(); !t.end() {
		return p.expected("the end of the line", t)
	}
	return nil
}

func (p *parser) draft() *draft {
	if p.now == nil {
		p.now = newDraft("", p.line)
	}
	return p.now
}

func (p *parser) finish() {
	if p.now != nil {
		p.cases = append(p.cases, p.now.finish())
		p.now = nil
	}
}

func (p *parser) statement() error {
	first := p.next()
	switch {
	case first.is("case"):
		p.finish()
		var words []string
		for _, t := range p.tokens {
			words = append(words, t.text)
		}
		p.now = newDraft(strings.Join(words, " "), p.line)
		return nil
	case first.is("organisation"):
		return p.organisation()
	case first.is("document"):
		return p.document()
	case first.is("claim"):
		return p.claim()
	case first.is("parts"):
		return p.parts()
	case first.is("series"):
		return p.series()
	case first.is("target"):
		return p.target()
	case first.is("rule"):
		return p.rule()
	case first.is("comparable"), first.is("apart"):
		return p.overrule(first.is("comparable"))
	case first.is("check"):
		return p.check()
	case first.is("expect"):
		return p.expect()
	}
	return p.expected("case, organisation, document, claim, parts, series, target, rule, check, comparable, apart or expect", first)
}

// words reads what follows as one name: a quoted string, or one word.
func (p *parser) words(what string) (string, error) {
	t := p.next()
	if t.end() || t.sign || t.text == "" {
		return "", p.expected(what, t)
	}
	return t.text, nil
}

// quoted reads a string in quotation marks.
func (p *parser) quoted(what string) (string, error) {
	t := p.next()
	if !t.quoted || strings.TrimSpace(t.text) == "" {
		return "", p.expected(what+" in quotation marks", t)
	}
	return strings.TrimSpace(t.text), nil
}

func (p *parser) organisation() error {
	name, err := p.words("the short name of a body")
	if err != nil {
		return err
	}
	o := dossier.Organisation{Name: name}
	for !p.peek().end() {
		switch t := p.next(); {
		case t.is("full"):
			if o.Full, err = p.quoted("the full name"); err != nil {
				return err
			}
		case t.is("in"):
			if o.PartOf, err = p.words("the body that it is a part of"); err != nil {
				return err
			}
		default:
			return p.expected("full or in", t)
		}
	}
	d := p.draft()
	d.state.Settings.Organisations = append(d.state.Settings.Organisations, o)
	return nil
}

func (p *parser) document() error {
	publisher, err := p.words("a publisher")
	if err != nil {
		return err
	}
	doc := paper{publisher: publisher}
	for !p.peek().end() {
		switch t := p.next(); {
		case t.is("published"):
			if doc.published, err = p.date(); err != nil {
				return err
			}
		case t.is("title"):
			if doc.title, err = p.quoted("a title"); err != nil {
				return err
			}
		default:
			return p.expected("published or title", t)
		}
	}
	p.draft().papers = append(p.draft().papers, doc)
	return nil
}

func (p *parser) date() (interval.Date, error) {
	t := p.next()
	d, err := interval.ParseDate(t.text)
	if err != nil || len(t.text) != len(d) {
		return "", p.expected("a day such as 2025-06-04", t)
	}
	return d, nil
}

// name reads the name of a claim that was told before.
func (p *parser) name() (string, error) {
	t := p.next()
	if t.quoted || p.draft().claim(t.text) == nil {
		return "", p.expected("the name of a claim told above", t)
	}
	return t.text, nil
}

func (p *parser) parts() error {
	total, err := p.name()
	if err != nil {
		return err
	}
	kind := "closed"
	switch t := p.next(); {
	case t.is("="):
	case t.is("includes"):
		kind = "open"
	default:
		return p.expected("= or includes", t)
	}
	d := p.draft()
	for {
		part, err := p.name()
		if err != nil {
			return err
		}
		for whole := total; whole != ""; whole = d.claim(whole).total {
			if whole == part {
				return p.expected("a part that is not its own total", token{text: part})
			}
		}
		d.claim(part).total = total
		if p.peek().end() {
			break
		}
		if t := p.next(); !t.is("+") {
			return p.expected("+ or the end of the line", t)
		}
	}
	d.claim(total).figure.Parts = &kind
	return nil
}

// series reads counts by month: series NAME THING [by BODY] = 2025-06 31,590 | …
func (p *parser) series() error {
	s := counts.Series{By: "month"}
	var err error
	if s.Name, err = p.words("the name of a series"); err != nil {
		return err
	}
	if s.Counts, err = p.words("what it counts"); err != nil {
		return err
	}
	if p.peek().is("by") {
		p.next()
		if s.Scope, err = p.words("who counts"); err != nil {
			return err
		}
	}
	if t := p.next(); !t.is("=") {
		return p.expected("=", t)
	}
	release := counts.Release{File: "counts/" + s.Name + ".csv"}
	for {
		month := p.next()
		from, err := interval.ParseDate(month.text + "-01")
		if err != nil || len(month.text) != len("2006-01") {
			return p.expected("a month such as 2025-06", month)
		}
		count := p.next()
		n, err := parseNumber(count.text)
		if err != nil || !n.IsInt() || n.Sign() < 0 || n.Cmp(interval.Int(1<<40)) > 0 {
			return p.expected("a count such as 31,590", count)
		}
		to := interval.DateOf(from.Time().AddDate(0, 1, -1))
		release.Points = append(release.Points, counts.Point{Period: interval.Period{From: from, To: to}, Count: int64(n.Float())})
		if p.peek().end() {
			break
		}
		if t := p.next(); !t.is("|") {
			return p.expected("| or the end of the line", t)
		}
	}
	slices.SortStableFunc(release.Points, func(a, b counts.Point) int { return strings.Compare(string(a.From), string(b.From)) })
	s.Releases = []counts.Release{release}
	p.draft().state.Series = append(p.draft().state.Series, s)
	return nil
}

func (p *parser) target() error {
	t := dossier.Target{}
	var err error
	if t.Series, err = p.words("the name of a series"); err != nil {
		return err
	}
	amount, err := p.number()
	if err != nil {
		return err
	}
	if t.Amount = int64(amount.Float()); t.Amount <= 0 {
		return p.expected("an amount above 0", token{text: amount.String()})
	}
	if per := p.next(); !per.is("per") {
		return p.expected("per", per)
	}
	if t.Per, err = p.per(); err != nil {
		return err
	}
	p.draft().state.Settings.Targets = append(p.draft().state.Settings.Targets, t)
	return p.done()
}

// rule reads: rule "LABEL" 10 percent of 25 units.
func (p *parser) rule() error {
	r := dossier.UnitRule{}
	var err error
	if r.Label, err = p.quoted("what the rule says"); err != nil {
		return err
	}
	t := p.peek()
	percent, err := p.number()
	if err != nil {
		return err
	}
	if r.Percent = int64(percent.Float()); r.Percent <= 0 || r.Percent >= 100 {
		return p.expected("1 to 99", t)
	}
	for _, word := range []string{"percent", "of"} {
		if t := p.next(); !t.is(word) {
			return p.expected(word, t)
		}
	}
	t = p.peek()
	units, err := p.number()
	if err != nil {
		return err
	}
	if !units.IsInt() || units.Sign() <= 0 || units.Cmp(interval.Int(mostUnits)) > 0 {
		return p.expected(fmt.Sprintf("a whole number from 1 to %d", mostUnits), t)
	}
	for i := range int64(units.Float()) {
		r.Units = append(r.Units, fmt.Sprintf("unit %d", i+1))
	}
	if t := p.next(); !t.is("units") {
		return p.expected("units", t)
	}
	p.draft().state.Settings.Rules = append(p.draft().state.Settings.Rules, r)
	return p.done()
}

// mostUnits bounds how many units a rule may have.
const mostUnits = 10000

func (p *parser) per() (string, error) {
	t := p.next()
	for _, unit := range []string{"hour", "day", "week", "month", "year"} {
		if t.is(unit) {
			return unit, nil
		}
	}
	return "", p.expected("hour, day, week, month or year", t)
}

// overrule reads a curator's word on whether two claims may be compared.
func (p *parser) overrule(yes bool) error {
	a, err := p.name()
	if err != nil {
		return err
	}
	b, err := p.name()
	if err != nil {
		return err
	}
	o := overruled{a: a, b: b, yes: yes}
	if t := p.peek(); t.quoted {
		o.reason = p.next().text
	}
	p.draft().overruled = append(p.draft().overruled, o)
	return p.done()
}

// check reads: check NAME "EXPRESSION". Its names are those of claims.
func (p *parser) check() error {
	name, err := p.words("a name for the check")
	if err != nil {
		return err
	}
	c := dossier.Check{Name: name, Figures: map[string]string{}}
	t := p.peek()
	if c.Expression, err = p.quoted("an expression such as \"guard / agents <= 5\""); err != nil {
		return err
	}
	expression, err := formula.Parse(c.Expression)
	if err != nil {
		return &Error{p.file, p.line, "an expression such as \"guard / agents <= 5\"", t.String() + ": " + err.Error()}
	}
	for _, name := range expression.Names() {
		if p.draft().claim(name) == nil {
			return p.expected("the names of claims told above", token{text: name})
		}
		c.Figures[name] = name
	}
	p.draft().state.Settings.Checks = append(p.draft().state.Settings.Checks, c)
	return p.done()
}

// stageOf returns the stage that a word names.
func stageOf(t token) (claims.Stage, bool) {
	stage := claims.Stage(strings.ToLower(t.text))
	return stage, !t.quoted && slices.Contains(claims.Stages(), stage)
}

func stageNames() string {
	var names []string
	for _, s := range claims.Stages() {
		names = append(names, string(s))
	}
	return fmt.Sprintf("a stage (%s)", strings.Join(names, ", "))
}
