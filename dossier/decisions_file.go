package dossier

import (
	"bufio"
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

// refreshDecisions takes in the lines of decisions.jsonl that are new. A line
// that fits no figure is named and left out.
func (d *Dossier) refreshDecisions(ctx context.Context, report *Report) error {
	b, err := os.ReadFile(filepath.Join(d.dir, DecisionsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		report.problem(err)
		return nil
	}
	scanner := bufio.NewScanner(bytes.NewReader(b))
	scanner.Buffer(nil, 1<<20)
	for number := 1; scanner.Scan(); number++ {
		line := bytes.TrimSpace(scanner.Bytes())
		if len(line) == 0 {
			continue
		}
		sum := sha256.Sum256(line)
		digest := hex.EncodeToString(sum[:])
		if d.latest.lines[digest] {
			continue
		}
		state, err := d.stateLocked(ctx)
		if err != nil {
			return err
		}
		var list drafts
		if err := decideLine(&list, state, line, digest); err != nil {
			report.problem(fmt.Errorf("%s:%d: %w", filepath.Join(d.dir, DecisionsFile), number, err))
			continue
		}
		report.Decisions++
		if err := d.append(ctx, list); err != nil {
			return err
		}
	}
	return scanner.Err()
}

func decideLine(list *drafts, state *State, line []byte, digest string) error {
	var item decisionLine
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&item); err != nil {
		return fmt.Errorf("%w: expected {\"document\",\"exact\",\"start\",\"action\",\"curator\"}", err)
	}
	f := figureAt(state, item)
	if f == nil {
		return fmt.Errorf("no figure %q at %d of %s; the document or the reader changed: decide on it again", item.Exact, item.Start, item.Document)
	}
	decision := Decision{Figure: f.ID, Action: item.Action, Reason: item.Reason, Curator: item.Curator}
	if item.Action == Edit {
		edited, err := merged(f.Claim, item.Set)
		if err != nil {
			return err
		}
		decision.Claim = &edited
	}
	return decide(list, state, decision, digest)
}

func figureAt(state *State, item decisionLine) *Figure {
	for i := range state.Figures {
		f := &state.Figures[i]
		doc := state.Document(f.Document)
		if doc != nil && doc.Document.ID == item.Document && f.Claim.Number.Start == item.Start && f.Claim.Number.Exact == item.Exact {
			return f
		}
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
	decoder := json.NewDecoder(bytes.NewReader(set))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&out); err != nil {
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
