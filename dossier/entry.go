package dossier

import (
	"encoding/json"
	"fmt"

	"muster/claims"
	"muster/counts"
	"muster/documents"
	"muster/interval"
	"muster/ledger"
)

// The kinds of entry a dossier writes. The bodies below are what stands in the
// ledger; a field is never renamed, because old entries stay as they are.
const (
	kindSettings  = "settings"
	kindDocument  = "document"
	kindReading   = "reading"
	kindFigure    = "figure"
	kindStatement = "statement"
	kindDecision  = "decision"
	kindSeries    = "series"
	kindRoll      = "roll"
	kindReply     = "reply"

	kindComparison = "comparison"
)

// settingsBody is dossier.toml as it stood.
type settingsBody struct {
	TOML string `json:"toml"`
}

// documentBody is one version of a document. The text stays in the ledger and
// is not published.
type documentBody struct {
	Path      string   `json:"path"` // inside the folder, or an address
	Title     string   `json:"title"`
	Publisher string   `json:"publisher"`
	Published string   `json:"published"`
	URL       string   `json:"url"`
	Language  string   `json:"language"`
	MediaType string   `json:"media_type"`
	SHA256    string   `json:"sha256"`
	Text      string   `json:"text"`
	Guessed   []string `json:"guessed,omitempty"`

	Pages []documents.PageStart `json:"pages,omitempty"`
}

// readingBody says that a version of a document was read, and by which reader.
type readingBody struct {
	DocumentVersion int    `json:"document_version"`
	Reader          string `json:"reader"`
	Figures         int    `json:"figures"`
	Statements      int    `json:"statements"`
}

// figureBody is what the reader proposes. A nil Figure takes the proposal back:
// a newer reading no longer finds it.
type figureBody struct {
	Document        string         `json:"document"`
	DocumentVersion int            `json:"document_version"`
	Headline        bool           `json:"headline"`
	PartOf          string         `json:"part_of,omitempty"` // over the whole ledger
	Denies          string         `json:"denies,omitempty"`
	SplitFrom       string         `json:"split_from,omitempty"` // written by a curator: one of the figures that this was
	Figure          *claims.Figure `json:"figure"`
}

// statementBody is something said. A nil Attribution takes it back.
type statementBody struct {
	Document        string              `json:"document"`
	DocumentVersion int                 `json:"document_version"`
	Attribution     *claims.Attribution `json:"attribution"`
}

// decisionBody is one decision on a figure or statement. An edit holds the whole
// new figure, so that each version stands alone.
type decisionBody struct {
	Action  Action         `json:"action"`
	Reason  string         `json:"reason"`
	Curator string         `json:"curator"`
	Figure  *claims.Figure `json:"figure,omitempty"`
	Rank    Rank           `json:"rank,omitempty"`
	Into    string         `json:"into,omitempty"`   // of a merge: the figure that stays
	Split   []string       `json:"split,omitempty"`  // of a split: the figures that follow
	Undoes  *int64         `json:"undoes,omitempty"` // of an undo: the entry of the decision
	Line    string         `json:"line,omitempty"`   // digest of the line of decisions.jsonl it came from
}

// seriesBody is one release of a series.
type seriesBody struct {
	Setting SeriesSetting  `json:"setting"`
	Release counts.Release `json:"release"`
}

func draft(kind, subject, author string, body any) (ledger.Draft, error) {
	content, err := json.Marshal(body)
	if err != nil {
		return ledger.Draft{}, fmt.Errorf("writing %s %s: %w", kind, subject, err)
	}
	return ledger.Draft{Kind: kind, Subject: subject, Author: author, Content: content}, nil
}

// drafts collects entries, what a person should know of them, and the first
// error.
type drafts struct {
	list  []ledger.Draft
	notes []string
	err   error
}

func (d *drafts) add(kind, subject, author string, body any) {
	item, err := draft(kind, subject, author, body)
	if err != nil && d.err == nil {
		d.err = err
	}
	d.list = append(d.list, item)
}

// bounded gives the ends of a stated interval back what JSON does not hold:
// whether they are included, which the qualifier says.
func bounded(f *claims.Figure) {
	f.Stated.Min.Open = f.Qualifier == claims.MoreThan && f.Stated.Min.Bounded
	f.Stated.Max.Open = f.Qualifier == claims.LessThan && f.Stated.Max.Bounded
	f.Reading.Min.Open = f.Stated.Min.Open && f.Reading.Min.Bounded && sameEnd(f.Stated.Min, f.Reading.Min)
	f.Reading.Max.Open = f.Stated.Max.Open && f.Reading.Max.Bounded && sameEnd(f.Stated.Max, f.Reading.Max)
}

func sameEnd(a, b interval.End) bool { return a.Bounded && b.Bounded && a.Value.Equal(b.Value) }
