package dossier

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"muster/interval"
	"muster/ledger"
)

// Reply is what a named office answers to a figure, or how the outlet corrected
// it. It stands beside the figure and changes nothing of it.
type Reply struct {
	ID      string        `json:"id"` // a1, a2, … over the whole ledger
	Figure  string        `json:"figure"`
	Kind    ReplyKind     `json:"kind"`
	Office  string        `json:"office"` // an institution or its office; never a private person
	Date    interval.Date `json:"date"`   // on which it was given
	Words   string        `json:"words"`  // verbatim
	URL     string        `json:"url"`    // where it can be read; "" for nowhere
	Curator string        `json:"curator"`
	Entry   int64         `json:"entry"`
	Time    time.Time     `json:"time"`
}

// ReplyKind says what a reply is.
type ReplyKind string

// The kinds of reply: a closed list.
const (
	Answer     ReplyKind = "reply"
	Correction ReplyKind = "correction" // the publisher's own
)

// longestReply bounds the words of a reply, in characters: a short quotation.
const longestReply = 2000

// replyBody is one reply, or, withdrawn, that it is taken back.
type replyBody struct {
	Figure    string        `json:"figure"`
	Kind      ReplyKind     `json:"kind"`
	Office    string        `json:"office"`
	Date      interval.Date `json:"date"`
	Words     string        `json:"words"`
	URL       string        `json:"url"`
	Curator   string        `json:"curator"`
	Withdrawn bool          `json:"withdrawn,omitempty"`
	Reason    string        `json:"reason,omitempty"`
	Line      string        `json:"line,omitempty"` // digest of the line of decisions.jsonl it came from
}

// Reply records a reply to a figure. ID, Entry and Time are not looked at.
func (d *Dossier) Reply(ctx context.Context, reply Reply) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.retrying(func() error {
		state, err := d.stateLocked(ctx)
		if err != nil {
			return err
		}
		var list drafts
		if err := addReply(&list, state, newKnown(state), reply, ""); err != nil {
			return err
		}
		return d.append(ctx, list)
	})
}

func addReply(list *drafts, state *State, ids *known, reply Reply, line string) error {
	body := replyBody{Figure: reply.Figure, Kind: reply.Kind, Office: strings.TrimSpace(reply.Office), Date: reply.Date,
		Words: strings.TrimSpace(reply.Words), URL: strings.TrimSpace(reply.URL), Curator: strings.TrimSpace(reply.Curator), Line: line}
	if body.Kind == "" {
		body.Kind = Answer
	}
	switch _, err := interval.ParseDate(string(body.Date)); {
	case state.Figure(reply.Figure) == nil:
		return fmt.Errorf("%w: there is no figure %q", ErrDecision, reply.Figure)
	case authorName(body.Curator) == "":
		return fmt.Errorf("%w: a reply needs the name of who records it", ErrDecision)
	case body.Kind != Answer && body.Kind != Correction:
		return fmt.Errorf("%w: a reply is %q; expected reply or correction", ErrDecision, body.Kind)
	case body.Office == "":
		return fmt.Errorf("%w: a reply needs the office that gave it, such as the press office of a ministry", ErrDecision)
	case err != nil:
		return fmt.Errorf("%w: a reply needs the day on which it was given, such as 2025-06-10", ErrDecision)
	case body.Words == "":
		return fmt.Errorf("%w: a reply needs its words", ErrDecision)
	case len([]rune(body.Words)) > longestReply:
		return fmt.Errorf("%w: the words of the reply have more than %d characters; quote what is on the figure", ErrDecision, longestReply)
	}
	if body.URL != "" {
		if u, err := url.Parse(body.URL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
			return fmt.Errorf("%w: the link of the reply is %q; expected one such as https://example.org/reply, or none", ErrDecision, body.URL)
		}
	}
	list.add(kindReply, ids.next('a'), curatorPrefix+authorName(body.Curator), body)
	return nil
}

// TakeBackReply records that a reply was attached wrongly.
func (d *Dossier) TakeBackReply(ctx context.Context, id, curator, reason string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if authorName(curator) == "" {
		return fmt.Errorf("%w: taking a reply back needs the name of who does", ErrDecision)
	}
	return d.retrying(func() error { return d.takeBackReply(ctx, id, curator, reason) })
}

func (d *Dossier) takeBackReply(ctx context.Context, id, curator, reason string) error {
	state, err := d.stateLocked(ctx)
	if err != nil {
		return err
	}
	for _, f := range state.Figures {
		for _, r := range f.Replies {
			if r.ID == id {
				var list drafts
				list.add(kindReply, id, curatorPrefix+authorName(curator), replyBody{Figure: f.ID, Curator: strings.TrimSpace(curator), Withdrawn: true, Reason: strings.TrimSpace(reason)})
				return d.append(ctx, list)
			}
		}
	}
	return fmt.Errorf("%w: there is no reply %q", ErrDecision, id)
}

func (b *builder) reply(e ledger.Entry, body replyBody) {
	if body.Line != "" {
		b.lines[body.Line] = true
	}
	b.state.answers = max(b.state.answers, numberOf(e.Leaf.Subject))
	i, ok := b.figures[body.Figure]
	if !ok {
		return
	}
	f := &b.state.Figures[i]
	// Copied so that states handed out earlier keep theirs.
	f.Replies = slices.DeleteFunc(slices.Clone(f.Replies), func(r Reply) bool { return r.ID == e.Leaf.Subject })
	if !body.Withdrawn {
		f.Replies = append(f.Replies, Reply{ID: e.Leaf.Subject, Figure: f.ID, Kind: body.Kind, Office: body.Office, Date: body.Date,
			Words: body.Words, URL: body.URL, Curator: body.Curator, Entry: e.Index, Time: e.Leaf.Time})
	}
}
