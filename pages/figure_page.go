package pages

import (
	"muster/dossier"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"muster/claims"
	"muster/findings"
	"muster/interval"
)

// figureData is what a figure's page shows.
type figureData struct {
	*telling
	Others        []*telling
	Unshown       int // other tellings beyond those
	DeniedBy      []*telling
	DeniesThis    *telling
	Rounding      string
	Permalink     string
	Cite          citation
	LD            linkedData
	SourceURL     string   // the source at the quote's place
	Checkpoint    int64    // size of the latest signed checkpoint; 0 when none
	Cosigners     []string // witnesses named on it
	Form          form
	Next, Prev    *telling
	Compared      []wordRow // words of curators on this figure and others
	Left          int       // proposals that wait
	Done          *telling
	Root          string             // relative way to the dossier's own page
	Same          []*telling         // figures of the same document that this may be merged into
	IsNow         *telling           // of a merged figure: the one that it is
	Pieces        []*telling         // of a split figure: those that it was
	WithheldParts []dossier.Withheld // entries of it that are withheld
	Whole         *telling           // the figure that this was split from
}

// Open reports whether forms are offered: not in a published site, and not in
// an earlier state, which cannot be decided on.
func (f form) Open() bool { return f.Seen > 0 }

func (s *site) figurePage(q *request) (answer, error) {
	t, err := q.figure()
	if err != nil {
		return answer{}, err
	}
	return s.figureAnswer(q, t, newForm(q, t))
}

func (s *site) figureAnswer(q *request, t *telling, f form) (answer, error) {
	v := q.view
	data := figureData{telling: t, Others: v.others(t), DeniesThis: v.byID[t.Denies], Rounding: s.rounding.Version, Form: f,
		Permalink: q.permalink("figure/" + t.ID + "/"), SourceURL: fragment(t), Cite: s.cite(v, t), LD: s.linkedData(v, t)}
	slices.SortStableFunc(data.Others, func(a, b *telling) int { // what a curator prefers comes first
		return btoi(b.Rank == dossier.Preferred) - btoi(a.Rank == dossier.Preferred)
	})
	data.Others, data.Unshown = atMost(data.Others, mostTellings)
	for _, o := range v.tellings {
		if o.Denies == t.ID && !o.Status.Aside() {
			data.DeniedBy = append(data.DeniedBy, o)
		}
	}
	data.Root, data.IsNow, data.Whole, data.WithheldParts = q.frame.Root, v.byID[t.Into], v.byID[t.From], v.state.WithheldOf(t.ID)
	data.Compared = v.words(t)
	for _, id := range t.Split {
		if piece := v.byID[id]; piece != nil {
			data.Pieces = append(data.Pieces, piece)
		}
	}
	for _, o := range v.inDoc[t.Document] {
		if o != t && !o.Status.Aside() {
			data.Same = append(data.Same, o)
		}
	}
	checkpoint, err := s.source.Checkpoint(q.Context())
	if err != nil {
		return answer{}, err
	}
	data.Checkpoint, data.Cosigners = checkpointSize(checkpoint), cosigners(checkpoint)
	if q.decidable() {
		queue := v.proposals()
		data.Left = len(queue)
		data.Prev, data.Next = neighbours(queue, v.tellings, t)
		data.Done = v.byID[q.URL.Query().Get("done")]
	}
	return answer{template: "figure", title: t.Words(), data: data, status: f.status(), json: func() any {
		figure := t.object()
		figure.History = t.Versions()
		return struct {
			figureObject
			Others   []figureObject     `json:"other_tellings"`
			Findings []findings.Finding `json:"findings"`
			Replies  []dossier.Reply    `json:"replies"`
			Cite     string             `json:"cite"`
		}{figure, objects(v.others(t)), findingObjects(t.Uses), append([]dossier.Reply{}, t.Replies...), data.Cite.Text}
	}}, nil
}

// Replaced reports whether other figures stand in this one's place.
func (t *telling) Replaced() bool { return t.Status == dossier.Merged || t.Status == dossier.Split }

// Ranks are all ranks, and RankNow is the figure's.
func (t *telling) Ranks() []dossier.Rank {
	return []dossier.Rank{dossier.Normal, dossier.Preferred, dossier.Deprecated}
}

func (t *telling) RankNow() dossier.Rank {
	if t.Rank == "" {
		return dossier.Normal
	}
	return t.Rank
}

// neighbours returns the proposals before and after a figure, which need not be
// a proposal itself.
func neighbours(queue, all []*telling, t *telling) (previous, next *telling) {
	place := map[*telling]int{}
	for i, o := range queue {
		place[o] = i + 1
	}
	if i, ok := place[t]; ok {
		if i > 1 {
			previous = queue[i-2]
		}
		if i < len(queue) {
			next = queue[i]
		}
		return previous, next
	}
	before := true
	for _, o := range all {
		switch {
		case o == t:
			before = false
		case place[o] == 0:
		case before:
			previous = o
		case next == nil:
			next = o
		}
	}
	return previous, next
}

// StatedWords says what the words commit to, an open end in plain words.
func (t *telling) StatedWords() string { return intervalWords(t.Claim.Stated) }

// ReadingWords says what rounding would still allow.
func (t *telling) ReadingWords() string { return intervalWords(t.Claim.Reading) }

func intervalWords(i interval.Interval) string {
	switch {
	case i.IsAll():
		return "no number told"
	case !i.Max.Bounded:
		return i.String() + "; no upper end told"
	case !i.Min.Bounded:
		return i.String() + "; no lower end told"
	}
	return i.String()
}

// SameIntervals reports whether rounding allows nothing more than the words.
func (t *telling) SameIntervals() bool { return t.Claim.Stated.Equal(t.Claim.Reading) }

// hop is one link of the chain as drawn.
type hop struct {
	claims.Hop
	Link string // the cue words, or what the hop does, between it and the one before
	Root bool
}

// Hops returns the chain for drawing, from the publishing outlet to the root.
func (t *telling) Hops() []hop {
	chain := t.Claim.Attribution.Chain
	if len(chain) == 0 {
		return []hop{{Hop: claims.Hop{Name: chainText(nil, t.Doc), Kind: claims.Outlet}, Root: true}}
	}
	var out []hop
	for i, h := range chain {
		item := hop{Hop: h, Root: i == len(chain)-1}
		if item.Name == "" {
			item.Name = kindName(h.Kind)
		}
		if i > 0 {
			item.Link = "has it from"
			if h.Role == claims.RoleSpeaker {
				item.Link = "reports the act of"
			}
			if h.Cue != nil {
				item.Link = "“" + h.Cue.Exact + "”"
			}
		}
		out = append(out, item)
	}
	return out
}

// fragment links to the source at the quote's place, as browsers understand it.
func fragment(t *telling) string {
	u, err := url.Parse(web(t.Doc.URL))
	if err != nil || u.Host == "" {
		return ""
	}
	exact := strings.NewReplacer("-", "%2D", "+", "%20").Replace(url.QueryEscape(t.Claim.Quote.Exact))
	u.Fragment, u.RawFragment = "", ""
	if page := t.Doc.PageAt(t.Claim.Number.Start); page > 0 {
		return u.String() + "#page=" + strconv.Itoa(page) // as viewers of PDFs understand it
	}
	return u.String() + "#:~:text=" + exact
}
