package pages

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"muster/claims"
	"muster/dossier"
	"muster/findings"
)

// Beside every page that shows data lies index.json, which says the same to
// programs: made from the same answer, and always with the state it is of.

// dataHead stands at the head of every such file.
type dataHead struct {
	At     int64     `json:"at"`   // the number of entries that this is as of
	Size   int64     `json:"size"` // the number of entries there are
	Known  time.Time `json:"known"`
	Record string    `json:"record"`
	Query  string    `json:"query"` // the address of the page that shows the same
	Cite   string    `json:"cite"`
}

// data makes a handler that writes what a page shows as one JSON object.
func (s *site) data(root string, build func(*request) (answer, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		q, a, err := s.answer(w, r, root, build)
		if err != nil {
			s.fail(w, err)
			return
		}
		body := any(map[string]any{"error": a.data})
		if a.json != nil {
			body = a.json()
		} else if a.status == 0 {
			a.status, body = http.StatusNotFound, map[string]any{"error": "There is no data beside this page."}
		}
		state := q.view.state
		b, err := spliced(dataHead{state.At, state.Size, state.Known, s.source.Origin(), s.query(q.view, q.address()), cmp.Or(a.cite, s.citeRecord(q.view, a.title))}, body)
		if err != nil {
			s.fail(w, err)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		if a.status != 0 {
			w.WriteHeader(a.status)
		}
		if _, err := w.Write(b); err != nil && s.options.Failed != nil {
			s.options.Failed(err)
		}
	}
}

// spliced writes two objects as one, the first's fields first.
func spliced(head, body any) ([]byte, error) {
	var parts [2]bytes.Buffer
	for i, v := range []any{head, body} {
		encoder := json.NewEncoder(&parts[i])
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(v); err != nil {
			return nil, fmt.Errorf("writing JSON: %w", err)
		}
	}
	first := bytes.TrimSuffix(parts[0].Bytes(), []byte("\n}\n"))
	second := bytes.TrimPrefix(parts[1].Bytes(), []byte("{"))
	if len(bytes.TrimSpace(second)) > 1 {
		first = append(first, ',')
	}
	return append(first, second...), nil
}

// figureObject is a figure for programs. The IDs in Figure are those of the
// record, not of the reader.
type figureObject struct {
	ID       string            `json:"id"`
	Words    string            `json:"words"`
	Status   dossier.Status    `json:"status"`
	Rank     dossier.Rank      `json:"rank"`
	Into     string            `json:"merged_into,omitempty"`
	Split    []string          `json:"split_into,omitempty"`
	From     string            `json:"split_from,omitempty"`
	Document string            `json:"document"`
	Version  int               `json:"document_version"`
	Entry    int64             `json:"entry"`
	Outlived bool              `json:"outlived"` // the newest version of its document no longer holds it
	Headline bool              `json:"headline"`
	Figure   claims.Figure     `json:"figure"`
	History  []dossier.Version `json:"history,omitempty"`
}

func (t *telling) object() figureObject {
	claim := t.Claim
	claim.ID, claim.PartOf, claim.Denies = t.ID, nil, nil
	if t.PartOf != "" {
		claim.PartOf = &t.PartOf
	}
	if t.Denies != "" {
		claim.Denies = &t.Denies
	}
	rank := t.Rank
	if rank == "" {
		rank = dossier.Normal
	}
	return figureObject{ID: t.ID, Words: t.Words(), Status: t.Status, Rank: rank, Into: t.Into, Split: t.Split, From: t.From, Document: t.Document, Version: t.Version, Entry: t.Entry, Outlived: t.Outlived(), Headline: t.Headline, Figure: claim}
}

func objects(tellings []*telling) []figureObject {
	out := []figureObject{}
	for _, t := range tellings {
		out = append(out, t.object())
	}
	return out
}

// documentObject is a document for programs; its text belongs to its publisher.
type documentObject struct {
	ID        string `json:"id"`
	Version   int    `json:"version"`
	Entry     int64  `json:"entry"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
	URL       string `json:"url"`
	SHA256    string `json:"sha256"`
	SetApart  string `json:"set_apart"`

	Earlier []dossier.DocumentVersion `json:"earlier_versions,omitempty"`
}

func documentObjectOf(d *dossier.Document) documentObject {
	return documentObject{d.ID, d.Version, d.Entry, d.Title, d.Publisher, d.Published, d.URL, d.SHA256, d.Apart, d.Earlier}
}

// statementObject is a statement without a number for programs.
type statementObject struct {
	ID       string       `json:"id"`
	Status   string       `json:"status"`
	Document string       `json:"document"`
	Quote    string       `json:"quote"`
	Chain    []claims.Hop `json:"chain"`
}

func statementObjects(list []statement) []statementObject {
	out := []statementObject{}
	for _, st := range list {
		out = append(out, statementObject{st.ID, string(st.Status), st.Doc.ID, st.Quote, st.Claim.Chain})
	}
	return out
}

func findingObjects(list []*finding) []findings.Finding {
	out := []findings.Finding{}
	for _, f := range list {
		out = append(out, f.Finding)
	}
	return out
}
