package pages

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// form is what a curator fills in on a figure's page; the zero form is none.
type form struct {
	Seen       int64 // the state looked at
	Curator    signature
	Reason     string
	Problem    string          // why the last attempt was not taken
	Changed    []dossier.Event // what happened in the meantime
	Editing    bool
	Fields     edit
	Qualifiers []term
	Stages     []term
	Pers       []string
	Names      []string // organisations, to choose from

	Wanted  dossier.Action        // of an attempt that came too late
	Differs []dossier.FieldChange // what it would have changed, against what stands now
	Parts   [3]partFields         // of a split, as typed
	Reply   dossier.Reply         // as typed
	With    string                // the other figure of a word on two, as typed
	At      string                // which part of the form was used: "decide", "split", "compare" or "reply"

	Withhold *withholding // nil where nothing can be decided
}

// partFields is one of the figures that a figure is split into, as typed.
type partFields struct{ Words, Value, Counted, Organisation string }

// edit holds the fields of the edit form as they are typed.
type edit struct {
	Value, Min, Max, ReadingMin, ReadingMax  string
	Qualifier, Unit, Per, Counted            string
	Organisation, Subject, Place             string
	Stage, Approver, AboutFrom, AboutTo, Act string
}

const curatorCookie = "muster-curator"

func newForm(q *request, t *telling) form {
	if !q.decidable() {
		return form{}
	}
	f := form{Seen: q.view.state.At, Curator: q.curator(), Fields: editOf(t.Claim), Qualifiers: qualifierTerms(), Stages: stageTerms(),
		Pers: []string{"hour", "day", "week", "month", "year"}}
	withhold := withholdFigure(q, t)
	f.Withhold = &withhold
	for _, o := range q.view.state.Settings.Organisations {
		f.Names = append(f.Names, o.Name)
	}
	return f
}

func (f form) status() int {
	switch {
	case len(f.Changed) > 0:
		return http.StatusConflict
	case f.Problem != "":
		return http.StatusUnprocessableEntity
	}
	return 0
}

// signature is the name that a decision carries.
type signature struct {
	Name     string
	SignedIn bool // nobody may write another
}

// nameField is where a form asks for the name.
type nameField struct {
	signature
	ID string
}

// Field returns the field with this ID.
func (s signature) Field(id string) nameField { return nameField{s, id} }

// curator returns who has signed in, or else the name given last, from the form
// or the cookie.
func (q *request) curator() signature {
	if q.frame.SignedIn != "" {
		return signature{q.frame.SignedIn, true}
	}
	if name := strings.TrimSpace(q.PostFormValue("curator")); name != "" {
		return signature{Name: name}
	}
	if c, err := q.Cookie(curatorCookie); err == nil {
		if name, err := url.QueryUnescape(c.Value); err == nil {
			return signature{Name: name}
		}
	}
	return signature{}
}

func (q *request) keepCurator(name string) {
	if q.frame.SignedIn != "" {
		return
	}
	http.SetCookie(q.w, &http.Cookie{Name: curatorCookie, Value: url.QueryEscape(name), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: 180 * 24 * 60 * 60})
}

func editOf(c claims.Figure) edit {
	e := edit{Min: end(c.Stated.Min), Max: end(c.Stated.Max), ReadingMin: end(c.Reading.Min), ReadingMax: end(c.Reading.Max),
		Qualifier: string(c.Qualifier), Unit: c.Unit, Per: c.Per, Counted: c.Counted, Organisation: c.Organisation, Subject: c.Subject,
		Place: c.Place, Stage: string(c.Stage), Approver: c.Approver, Act: string(c.Act)}
	if c.Value != nil {
		e.Value = c.Value.String()
	}
	if c.About != nil {
		e.AboutFrom, e.AboutTo = string(c.About.From), string(c.About.To)
	}
	return e
}

func end(e interval.End) string {
	if !e.Bounded {
		return ""
	}
	return e.Value.String()
}

// fields reads the edit form.
func fields(values url.Values) edit {
	get := func(name string) string { return strings.TrimSpace(values.Get(name)) }
	return edit{Value: get("value"), Min: get("min"), Max: get("max"), ReadingMin: get("reading_min"), ReadingMax: get("reading_max"),
		Qualifier: get("qualifier"), Unit: get("unit"), Per: get("per"), Counted: get("counted"), Organisation: get("organisation"),
		Subject: get("subject"), Place: get("place"), Stage: get("stage"), Approver: get("approver"), AboutFrom: get("about_from"),
		AboutTo: get("about_to"), Act: get("act")}
}

// partsOf reads the figures that a figure is split into; rows left empty are none.
func partsOf(values url.Values) (parts [3]partFields) {
	for i := range parts {
		get := func(name string) string { return strings.TrimSpace(values.Get(fmt.Sprintf("part-%s-%d", name, i+1))) }
		parts[i] = partFields{get("words"), get("value"), get("counted"), get("organisation")}
	}
	return parts
}

// figure makes a figure of a part; what is not typed is as in the whole.
func (p partFields) figure(t *telling) (claims.Figure, error) {
	set := map[string]any{}
	if p.Value != "" {
		value, err := number("number told", p.Value)
		if err != nil {
			return claims.Figure{}, err
		}
		set["value"] = value
	}
	for name, text := range map[string]string{"counted": p.Counted, "organisation": p.Organisation} {
		if text != "" {
			set[name] = text
		}
	}
	b, err := json.Marshal(set)
	if err != nil {
		return claims.Figure{}, err
	}
	return dossier.PartOf(t.Figure, t.Doc.Text, p.Words, nil, b)
}

var errField = errors.New("a field cannot be read")

// figure makes the new figure of what was typed over the old one. What the
// words commit to follows from number and qualifier; what rounding allows
// follows from the table unless the curator typed something else.
func (e edit) figure(before claims.Figure, rounding *claims.Rounding) (claims.Figure, error) {
	c := before
	old := editOf(before)
	c.Qualifier, c.Stage = claims.Qualifier(e.Qualifier), claims.Stage(e.Stage)
	if nameKnown(qualifierTerms(), e.Qualifier) == "" {
		return c, fmt.Errorf("%w: qualifier %q; choose one of the list", errField, e.Qualifier)
	}
	if nameKnown(stageTerms(), e.Stage) == "" {
		return c, fmt.Errorf("%w: stage %q; choose one of the list", errField, e.Stage)
	}
	c.Unit, c.Per, c.Counted, c.Organisation, c.Subject, c.Place, c.Approver = e.Unit, e.Per, e.Counted, e.Organisation, e.Subject, e.Place, e.Approver
	value, err := number("number told", e.Value)
	if err != nil {
		return c, err
	}
	c.Value = value
	low, err := endOf("lowest", e.Min)
	if err != nil {
		return c, err
	}
	high, err := endOf("highest", e.Max)
	if err != nil {
		return c, err
	}
	if c.Stated, err = dossier.Commits(c.Qualifier, value, interval.Interval{Min: low, Max: high}); err != nil {
		return c, err
	}
	if err := e.reading(&c, before, old, rounding); err != nil {
		return c, err
	}
	return c, e.about(&c, old)
}

func nameKnown(list []term, code string) string {
	for _, t := range list {
		if t.Code == code {
			return t.Name
		}
	}
	return ""
}

func (e edit) reading(c *claims.Figure, before claims.Figure, old edit, rounding *claims.Rounding) error {
	low, err := endOf("lowest that rounding allows", e.ReadingMin)
	if err != nil {
		return err
	}
	high, err := endOf("highest that rounding allows", e.ReadingMax)
	if err != nil {
		return err
	}
	untouched := e.ReadingMin == old.ReadingMin && e.ReadingMax == old.ReadingMax
	switch same := c.Stated.Equal(before.Stated) && c.Qualifier == before.Qualifier; {
	case untouched && same:
	case untouched || e.ReadingMin == "" && e.ReadingMax == "":
		c.Reading = rounding.Reading(c.Qualifier, c.Stated, before.Number.Exact)
	default:
		c.Reading = interval.Interval{Min: low, Max: high}
	}
	if c.Reading.Empty() {
		return fmt.Errorf("%w: the lowest that rounding allows lies above the highest", errField)
	}
	return nil
}

func (e edit) about(c *claims.Figure, old edit) error {
	if e.AboutFrom == old.AboutFrom && e.AboutTo == old.AboutTo {
		return nil
	}
	if e.AboutFrom == "" && e.AboutTo == "" {
		c.About = nil
		return nil
	}
	when := claims.When{}
	if c.About != nil {
		when.Text = c.About.Text
	}
	for _, field := range []struct {
		text string
		to   *interval.Date
	}{{e.AboutFrom, &when.From}, {e.AboutTo, &when.To}} {
		if field.text == "" {
			continue
		}
		day, err := interval.ParseDate(field.text)
		if err != nil {
			return fmt.Errorf("%w: %w", errField, err)
		}
		*field.to = day
	}
	if when.To != "" && when.To < when.From {
		return fmt.Errorf("%w: the first day, %s, lies after the last, %s", errField, when.From, when.To)
	}
	c.About = &when
	return nil
}

func number(name, text string) (*interval.Number, error) {
	if text == "" {
		return nil, nil
	}
	n, err := interval.Parse(strings.NewReplacer(",", "", " ", "", "\u00a0", "").Replace(text))
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", errField, name, err)
	}
	return &n, nil
}

func endOf(name, text string) (interval.End, error) {
	n, err := number(name, text)
	if n == nil || err != nil {
		return interval.End{}, err
	}
	return interval.At(*n), nil
}
