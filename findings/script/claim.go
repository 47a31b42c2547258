package script

import (
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// told is one claim before the text of its document is made.
type told struct {
	name     string
	line     int
	paper    int
	words    string // of the quantity
	says     string // the sentence; "" for one made of words and thing
	headline bool
	total    string
	denies   string
	status   dossier.Status
	figure   claims.Figure
}

// claim reads: claim NAME [THING] STAGE "WORDS" [options].
func (p *parser) claim() error {
	d := p.draft()
	name := p.next()
	if name.end() || name.quoted || name.sign {
		return p.expected("a name for the claim", name)
	}
	if d.claim(name.text) != nil {
		return p.expected("a new name", token{text: name.text + ", which is told above"})
	}
	c := told{name: name.text, line: p.line, status: dossier.Accepted}
	var thing []string
	for {
		t := p.next()
		if stage, ok := stageOf(t); ok && !(p.peek().end() || !p.peek().quoted) {
			c.figure.Stage = stage
			break
		}
		if t.end() || t.quoted || t.sign {
			return p.expected(stageNames()+" before the quantity", t)
		}
		thing = append(thing, t.text)
	}
	words, err := p.quoted("a quantity such as \"more than 5,000\"")
	if err != nil {
		return err
	}
	counted, stage := strings.Join(thing, " "), c.figure.Stage
	figure, err := p.quantity(words, counted)
	if err != nil {
		return p.expected(err.Error(), token{text: words, quoted: true})
	}
	c.words, c.figure = words, figure
	c.figure.Counted, c.figure.Stage, c.figure.Act, c.figure.Confidence = counted, stage, claims.Assert, 0.9
	if c.paper = len(d.papers) - 1; c.paper < 0 {
		d.papers = append(d.papers, paper{})
		c.paper = 0
	}
	c.figure.Attribution = claims.Source{Method: claims.None, Chain: []claims.Hop{{Name: d.papers[c.paper].publisher, Kind: claims.Outlet}}}
	for !p.peek().end() {
		if err := p.option(&c); err != nil {
			return err
		}
	}
	if c.says != "" && !strings.Contains(c.says, words) {
		return p.expected("a sentence that holds the quantity \""+words+"\"", token{text: c.says, quoted: true})
	}
	if c.says != "" && strings.Count(c.says, words) > 1 {
		return p.expected("a sentence that holds the quantity \""+words+"\" once", token{text: c.says, quoted: true})
	}
	d.claims = append(d.claims, &c)
	return nil
}

// acts returns the closed list of claim.go.
func acts() []claims.Act {
	return []claims.Act{claims.Assert, claims.Estimate, claims.Forecast, claims.Plan, claims.Request, claims.Order, claims.Demand, claims.Threaten, claims.Deny, claims.Decline}
}

// option reads one option of a claim.
func (p *parser) option(c *told) (err error) {
	f := &c.figure
	switch t := p.next(); {
	case t.is("organisation"):
		f.Organisation, err = p.words("the short name of a body")
	case t.is("place"):
		f.Place, err = p.words("a place")
	case t.is("approver"):
		f.Approver, err = p.words("who has to approve")
	case t.is("unit"):
		f.Unit, err = p.words("a unit such as percent")
	case t.is("base"):
		base := ""
		if base, err = p.quoted("what it is a multiple of"); err == nil && f.Relative == nil {
			return p.expected("a multiple such as \"triple\" before base", token{text: c.words, quoted: true})
		}
		if err == nil {
			f.Relative.Base = base
		}
	case t.is("per"):
		f.Per, err = p.per()
	case t.is("act"):
		word := p.next()
		i := slices.Index(acts(), claims.Act(strings.ToLower(word.text)))
		if i < 0 {
			return p.expected("an act such as demand, estimate or deny", word)
		}
		f.Act = acts()[i]
	case t.is("about"):
		return p.about(c)
	case t.is("from"):
		return p.hop(c)
	case t.is("says"):
		c.says, err = p.quoted("the sentence")
	case t.is("headline"):
		c.headline = true
	case t.is("proposed"):
		c.status = dossier.Proposed
	case t.is("rejected"):
		c.status = dossier.Rejected
	case t.is("denies"):
		c.denies, err = p.name()
		f.Act = claims.Deny
	default:
		return p.expected("organisation, place, approver, unit, base, per, act, about, from, says, headline, proposed, rejected or denies", t)
	}
	return err
}

// about reads: about DAY [to DAY] ["WORDS"].
func (p *parser) about(c *told) error {
	from, err := p.date()
	if err != nil {
		return err
	}
	when := claims.When{Period: interval.Period{From: from, To: from}, Text: string(from)}
	if p.peek().is("to") {
		p.next()
		if when.To, err = p.date(); err != nil {
			return err
		}
		when.Text = string(from) + " to " + string(when.To)
	}
	if when.To < when.From {
		return p.expected("a last day not before the first", token{text: string(when.To)})
	}
	if p.peek().quoted {
		when.Text = p.next().text
	}
	c.figure.About = &when
	return nil
}

// hop reads: from KIND NAME, one step of the chain away from the publisher.
func (p *parser) hop(c *told) error {
	kinds := []claims.HopKind{claims.Outlet, claims.Organisation, claims.Person, claims.Anonymous, claims.DocumentHop, claims.Dataset, claims.Unspecified}
	t := p.next()
	h := claims.Hop{Role: claims.RoleSource}
	switch kind := claims.HopKind(strings.ToLower(t.text)); {
	case t.is("speaker"):
		h.Kind, h.Role = claims.Person, claims.RoleSpeaker
	case slices.Contains(kinds, kind) && !t.quoted:
		h.Kind = kind
	default:
		return p.expected("outlet, organisation, person, anonymous, document, dataset, unspecified or speaker", t)
	}
	var err error
	if h.Name, err = p.words("who it is from"); err != nil {
		return err
	}
	c.figure.Attribution.Method = claims.Explicit
	c.figure.Attribution.Chain = append(c.figure.Attribution.Chain, h)
	return nil
}
