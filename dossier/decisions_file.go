package dossier

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"muster/claims"
	"muster/interval"
)

// DecisionsFile is the name of the decisions inside a dossier folder: one JSON
// object a line, so that decisions can be kept beside the documents, reviewed as
// text, and handed over without the ledger. Each line is taken in once.
const DecisionsFile = "decisions.jsonl"

// decisionLine names a figure by document, words and place, or a statement by
// the first of its contents.
type decisionLine struct {
	Document  string          `json:"document"`
	Exact     string          `json:"exact"`           // Number.Exact
	Start     int             `json:"start"`           // Number.Start
	Which     *int            `json:"which,omitempty"` // of several at one place, counted from 0
	Statement bool            `json:"statement,omitempty"`
	Action    Action          `json:"action"`
	Reason    string          `json:"reason,omitempty"`
	Curator   string          `json:"curator"`
	Set       json.RawMessage `json:"set,omitempty"`   // for edit: the fields of the figure that change
	Rank      Rank            `json:"rank,omitempty"`  // for rank
	With      *lineOther      `json:"with,omitempty"`  // for comparable and apart: the other figure
	Into      *linePlace      `json:"into,omitempty"`  // for merge: the figure, of the same document, that it is
	Parts     []linePart      `json:"parts,omitempty"` // for split
	Reply     *lineReply      `json:"reply,omitempty"` // for reply
}

// actionReply attaches a reply; it stands in decisions.jsonl only.
const actionReply Action = "reply"

// lineOther is a figure of any document.
type lineOther struct {
	Document string `json:"document"`
	Exact    string `json:"exact"`
	Start    int    `json:"start"`
	Which    *int   `json:"which,omitempty"`
}

type linePlace struct {
	Exact string `json:"exact"`
	Start int    `json:"start"`
	Which *int   `json:"which,omitempty"`
}

// linePart is one of the figures that one was: words that stand in its quote, or
// at start where that is said, and the fields that differ.
type linePart struct {
	Exact string          `json:"exact"`
	Start *int            `json:"start,omitempty"`
	Set   json.RawMessage `json:"set,omitempty"`
}

type lineReply struct {
	Kind   ReplyKind     `json:"kind"`
	Office string        `json:"office"`
	Date   interval.Date `json:"date"`
	Words  string        `json:"words"`
	URL    string        `json:"url,omitempty"`
}

// place is where a line of decisions.jsonl finds its figure or statement.
type place struct {
	document, exact string
	start           int
	statement       bool
}

// places finds figures and statements by place. Where several stand at one, as
// after a split, which counts them in the order in which they came; without it
// the first is meant that was not split or merged.
type places map[place][]placed

type placed struct {
	id       string
	replaced bool
}

func newPlaces(state *State) places {
	paths := map[string]string{}
	for _, doc := range state.Documents {
		paths[doc.ID] = doc.Document.ID
	}
	out := places{}
	for i := range state.Figures {
		f := &state.Figures[i]
		at := place{paths[f.Document], f.Claim.Number.Exact, f.Claim.Number.Start, false}
		out[at] = append(out[at], placed{f.ID, f.Status == Merged || f.Status == Split})
	}
	for i := range state.Statements {
		s := &state.Statements[i]
		at := place{paths[s.Document], s.Claim.Content[0].Exact, s.Claim.Content[0].Start, true}
		out[at] = append(out[at], placed{s.ID, false})
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b placed) int { return numberOf(a.id) - numberOf(b.id) })
	}
	return out
}

// find returns the ID of what stands at a place; "" for nothing.
func (p places) find(at place, which *int) string {
	list := p[at]
	if which != nil {
		if *which < 0 || *which >= len(list) {
			return ""
		}
		return list[*which].id
	}
	for _, item := range list {
		if !item.replaced {
			return item.id
		}
	}
	if len(list) > 0 {
		return list[0].id
	}
	return ""
}

// which returns how a figure is told from others at its place; nil when there
// are none.
func (p places) which(at place, id string) *int {
	if len(p[at]) < 2 {
		return nil
	}
	i := slices.IndexFunc(p[at], func(item placed) bool { return item.id == id })
	return &i
}

// refreshDecisions takes in the lines of decisions.jsonl that are new. A line
// that fits no figure is named and left out.
func (d *Dossier) refreshDecisions(ctx context.Context, report *Report) error {
	path := filepath.Join(d.dir, DecisionsFile)
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		report.problem(err)
		return nil
	}
	state, err := d.stateLocked(ctx)
	if err != nil {
		return err
	}
	court, subjects := newCourt(state), newPlaces(state)
	taken := map[string]bool{}
	number, waiting, withheld := 0, 0, 0
	for line := range bytes.Lines(bytes.TrimPrefix(b, []byte("\ufeff"))) {
		number++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		sum := sha256.Sum256(line)
		digest := hex.EncodeToString(sum[:])
		if d.latest.lines[digest] || taken[digest] {
			continue
		}
		item, subject, err := parseDecision(subjects, line)
		if err == nil && (court.decided[subject] || item.Action == actionReply) || errors.Is(err, errNoSubject) && len(court.list.list) > 0 {
			// This line goes by what the earlier ones left.
			if err := d.append(ctx, court.list); err != nil {
				return err
			}
			report.Decisions += waiting
			waiting = 0
			if state, err = d.stateLocked(ctx); err != nil {
				return err
			}
			court, subjects = newCourt(state), newPlaces(state)
			item, subject, err = parseDecision(subjects, line)
		}
		if err == nil {
			err = court.decideLine(subjects, subject, item, digest)
		}
		if _, gone := d.isWithheld(item.Document, ""); gone && err != nil {
			withheld++
			continue
		}
		if err != nil {
			report.problem(fmt.Errorf("%s:%d: %w", path, number, err))
			continue
		}
		waiting++
		taken[digest] = true
	}
	if err := d.append(ctx, court.list); err != nil {
		return err
	}
	report.Decisions += waiting
	if withheld > 0 {
		report.Notes = append(report.Notes, fmt.Sprintf("%s: %d lines are on documents that are withheld; take them out", path, withheld))
	}
	return nil
}

var errNoSubject = errors.New("the document or the reader changed: decide on it again")

// parseDecision reads one line and finds what it is on.
func parseDecision(subjects places, line []byte) (decisionLine, string, error) {
	var item decisionLine
	if err := unmarshalStrictly(line, &item); err != nil {
		return item, "", fmt.Errorf("%w; expected {\"document\",\"exact\",\"start\",\"action\",\"curator\"} on one line", err)
	}
	subject := subjects.find(place{item.Document, item.Exact, item.Start, item.Statement}, item.Which)
	if subject == "" {
		what := "figure"
		if item.Statement {
			what = "statement"
		}
		return item, "", fmt.Errorf("no %s %q at %d of %s; %w", what, item.Exact, item.Start, item.Document, errNoSubject)
	}
	return item, subject, nil
}

func (c *court) decideLine(subjects places, subject string, item decisionLine, digest string) error {
	decision := Decision{Figure: subject, Action: item.Action, Reason: item.Reason, Curator: item.Curator, Rank: item.Rank}
	f := c.figures[subject]
	switch {
	case item.Action == actionReply:
		if item.Reply == nil || f == nil {
			return fmt.Errorf("%w: a reply stands on a figure and needs \"reply\" with office, date and words", ErrDecision)
		}
		r := item.Reply
		return addReply(&c.list, c.state, newKnown(c.state), Reply{Figure: subject, Kind: r.Kind, Office: r.Office, Date: r.Date, Words: r.Words, URL: r.URL, Curator: item.Curator}, digest)
	case item.Action == Edit && f != nil:
		if len(item.Set) == 0 {
			return fmt.Errorf("%w: an edit needs \"set\" with the fields that change, such as {\"organisation\":\"ICE\"}", ErrDecision)
		}
		edited, err := merged(f.Claim, item.Set)
		if err != nil {
			return err
		}
		decision.Claim = &edited
	case item.With != nil:
		w := item.With
		if decision.With = subjects.find(place{w.Document, w.Exact, w.Start, false}, w.Which); decision.With == "" {
			return fmt.Errorf("no figure %q at %d of %s to set it against; %w", w.Exact, w.Start, w.Document, errNoSubject)
		}
	case item.Action == Merge && item.Into != nil:
		decision.Into = subjects.find(place{item.Document, item.Into.Exact, item.Into.Start, false}, item.Into.Which)
		if decision.Into == "" {
			return fmt.Errorf("no figure %q at %d of %s to merge into; %w", item.Into.Exact, item.Into.Start, item.Document, errNoSubject)
		}
	case item.Action == Divide && f != nil:
		text := ""
		if doc := c.state.Document(f.Document); doc != nil {
			text = doc.Text
		}
		for _, part := range item.Parts {
			claim, err := PartOf(f, text, part.Exact, part.Start, part.Set)
			if err != nil {
				return err
			}
			decision.Parts = append(decision.Parts, claim)
		}
	}
	return c.decide(decision, digest)
}

// unmarshalStrictly reads one JSON value: no unknown fields, nothing behind it.
func unmarshalStrictly(b []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(b))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return errors.New("there is more behind the closing bracket")
	}
	return nil
}

// merged returns the figure with the given fields changed, and what follows from
// them.
func merged(figure claims.Figure, set json.RawMessage) (claims.Figure, error) {
	b, err := json.Marshal(figure)
	if err != nil {
		return figure, err
	}
	var out claims.Figure
	if err := json.Unmarshal(b, &out); err != nil {
		return figure, err
	}
	if err := unmarshalStrictly(set, &out); err != nil {
		return figure, fmt.Errorf("\"set\": %w: expected fields of a figure, such as {\"organisation\":\"ICE\"}", err)
	}
	if err := recommit(&out, set); err != nil {
		return figure, err
	}
	bounded(&out)
	return out, nil
}

// recommit works out anew what the words commit to, and what rounding allows,
// where set changes value or qualifier and does not say.
func recommit(f *claims.Figure, set json.RawMessage) (err error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(set, &fields); err != nil {
		return err
	}
	has := func(name string) bool { _, ok := fields[name]; return ok }
	if has("stated") || !has("value") && !has("qualifier") {
		return nil
	}
	if f.Stated, err = Commits(f.Qualifier, f.Value, f.Stated); err != nil || has("reading") {
		return err
	}
	f.Reading, err = reread(*f)
	return err
}

// reread works out what rounding allows of a figure.
func reread(f claims.Figure) (interval.Interval, error) {
	rounding, err := claims.LoadRounding()
	if err != nil {
		return interval.Interval{}, err
	}
	return rounding.Reading(f.Qualifier, f.Stated, f.Number.Exact), nil
}

// With returns what the figure says, with the fields that set changes, a JSON
// object such as {"organisation":"ICE"}: the Claim of an edit.
func (f *Figure) With(set json.RawMessage) (claims.Figure, error) { return merged(f.Claim, set) }
