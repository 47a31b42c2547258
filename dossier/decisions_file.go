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

	"muster/claims"
)

// DecisionsFile is the name of the decisions inside a dossier folder: one JSON
// object a line, so that decisions can be kept beside the documents, reviewed as
// text, and handed over without the ledger. Each line is taken in once.
const DecisionsFile = "decisions.jsonl"

// decisionLine names a figure by document, words and place.
type decisionLine struct {
	Document string          `json:"document"`
	Exact    string          `json:"exact"` // Number.Exact
	Start    int             `json:"start"` // Number.Start
	Action   Action          `json:"action"`
	Reason   string          `json:"reason,omitempty"`
	Curator  string          `json:"curator"`
	Set      json.RawMessage `json:"set,omitempty"` // for edit: the fields of the figure that change
}

// place is where a line of decisions.jsonl finds its figure.
type place struct {
	document, exact string
	start           int
}

// figuresByPlace returns the figures by place; the first of equals.
func figuresByPlace(state *State) map[place]*Figure {
	paths := map[string]string{}
	for _, doc := range state.Documents {
		paths[doc.ID] = doc.Document.ID
	}
	out := map[place]*Figure{}
	for i := range state.Figures {
		f := &state.Figures[i]
		at := place{paths[f.Document], f.Claim.Number.Exact, f.Claim.Number.Start}
		if out[at] == nil {
			out[at] = f
		}
	}
	return out
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
	figures := figuresByPlace(state)
	taken, decided := map[string]bool{}, map[string]bool{} // lines and figures, since the last append
	var list drafts
	number := 0
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
		item, f, err := parseDecision(figures, line)
		if err == nil && decided[f.ID] { // this line goes by what the earlier one left
			if err := d.append(ctx, list); err != nil {
				return err
			}
			list, taken, decided = drafts{}, map[string]bool{}, map[string]bool{}
			if state, err = d.stateLocked(ctx); err != nil {
				return err
			}
			figures = figuresByPlace(state)
			item, f, err = parseDecision(figures, line)
		}
		if err == nil {
			err = decideLine(&list, f, item, digest)
		}
		if err != nil {
			report.problem(fmt.Errorf("%s:%d: %w", path, number, err))
			continue
		}
		report.Decisions++
		taken[digest], decided[f.ID] = true, true
	}
	return d.append(ctx, list)
}

// parseDecision reads one line and finds its figure.
func parseDecision(figures map[place]*Figure, line []byte) (decisionLine, *Figure, error) {
	var item decisionLine
	if err := unmarshalStrictly(line, &item); err != nil {
		return item, nil, fmt.Errorf("%w; expected {\"document\",\"exact\",\"start\",\"action\",\"curator\"} on one line", err)
	}
	f := figures[place{item.Document, item.Exact, item.Start}]
	if f == nil {
		return item, nil, fmt.Errorf("no figure %q at %d of %s; the document or the reader changed: decide on it again", item.Exact, item.Start, item.Document)
	}
	return item, f, nil
}

func decideLine(list *drafts, f *Figure, item decisionLine, digest string) error {
	decision := Decision{Figure: f.ID, Action: item.Action, Reason: item.Reason, Curator: item.Curator}
	if item.Action == Edit {
		if len(item.Set) == 0 {
			return fmt.Errorf("%w: an edit needs \"set\" with the fields that change, such as {\"organisation\":\"ICE\"}", ErrDecision)
		}
		edited, err := merged(f.Claim, item.Set)
		if err != nil {
			return err
		}
		decision.Claim = &edited
	}
	return decide(list, f, decision, digest)
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

// merged returns the figure with the given fields changed.
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
	bounded(&out)
	return out, nil
}

// WriteDecisions writes the standing decision on each figure as lines of a
// decisions.jsonl.
func WriteDecisions(w io.Writer, state *State) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, f := range state.Figures {
		doc := state.Document(f.Document)
		last := f.History[len(f.History)-1]
		for i := len(f.History) - 1; i >= 0 && last.Action == Propose; i-- {
			last = f.History[i]
		}
		if doc == nil || !isCurator(last.Author) || f.Status == Proposed {
			continue
		}
		line := decisionLine{
			Document: doc.Document.ID, Exact: f.Claim.Number.Exact, Start: f.Claim.Number.Start,
			Action: last.Action, Reason: last.Reason, Curator: last.Author[len(curatorPrefix):],
		}
		if f.Status == Edited {
			line.Action = Edit
			set, err := json.Marshal(f.Claim)
			if err != nil {
				return err
			}
			line.Set = set
		}
		if err := encoder.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
