package pages

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"muster/claims"
	"muster/counts"
	"muster/documents"
	"muster/dossier"
	"muster/findings"
	"muster/interval"
	"muster/origins"
)

// The dossier of these tests: a made-up fire season, with made-up outlets.

const valleyText = `More than 5,000 firefighters sought for Clear Ridge

The government wants more than 5,000 firefighters on the Clear Ridge fires by the end of June, Harbor News reported, citing a planning memo. The Forest Service would supply 3,000, the Interior Department 2,000, including crews of the Park Service, and the Coast Agency 250. Governors also asked for up to 1,200 Guard troops, a request that the Defense Department has not yet approved.

Officials were told to reach 300 inspections a day, approximately triple the number of daily inspections in spring, two people familiar with the matter said. Crews feel they have been pulled away from other work, one of them added.`

const stateText = `Fire crews: what we know

State Wire, 6 June. The plan calls for 5,000 firefighters, according to Harbor News. The Fire Office denied that any number of inspections a day had been set. “Safety comes first, always,” a spokesperson of the Fire Office said. On Friday 640 firefighters were on the lines, the Forest Service said.`

const oldText = `Flood of 2019: 900 soldiers help

Some 900 soldiers were sent to the river towns.`

func n(v int64) *interval.Number { x := interval.Int(v); return &x }

type fixtureState struct {
	t     *testing.T
	state *dossier.State
}

func (b *fixtureState) document(title, publisher, published, url, text string) *dossier.Document {
	id := fmt.Sprintf("d%d", len(b.state.Documents)+1)
	b.state.At++
	b.state.Documents = append(b.state.Documents, dossier.Document{ID: id, Version: 1, Entry: b.state.At - 1, Added: clock(b.state.At),
		Document: documents.Document{ID: "documents/" + id + ".txt", Title: title, Publisher: publisher, Published: published, URL: url,
			Language: "en", MediaType: "text/plain", SHA256: strings.Repeat("ab12", 16), Text: text}})
	return &b.state.Documents[len(b.state.Documents)-1]
}

func clock(entry int64) time.Time {
	return time.Date(2025, 7, 1, 9, 0, 0, 0, time.UTC).Add(time.Duration(entry) * 7 * time.Minute)
}

func (b *fixtureState) span(doc *dossier.Document, exact string) claims.Span {
	b.t.Helper()
	i := strings.LastIndex(doc.Text, exact)
	if i < 0 {
		b.t.Fatalf("fixture: %q is not in %s", exact, doc.ID)
	}
	start := utf8.RuneCountInString(doc.Text[:i])
	return claims.Span{Exact: exact, Start: start, End: start + utf8.RuneCountInString(exact)}
}

// figure adds a figure; number stands inside quote, and quote in the text.
func (b *fixtureState) figure(doc *dossier.Document, quote, number string, status dossier.Status, claim claims.Figure) *dossier.Figure {
	b.t.Helper()
	claim.Quote = claims.Quote{Span: b.span(doc, quote), Prefix: "before ", Suffix: " after"}
	at := strings.Index(quote, number)
	if at < 0 {
		b.t.Fatalf("fixture: %q is not in %q", number, quote)
	}
	start := claim.Quote.Start + utf8.RuneCountInString(quote[:at])
	claim.Number = claims.Span{Exact: number, Start: start, End: start + utf8.RuneCountInString(number)}
	if claim.Stated.IsAll() && claim.Value != nil {
		ends, err := dossier.Commits(claim.Qualifier, claim.Value, interval.Interval{})
		if err != nil {
			b.t.Fatal(err)
		}
		claim.Stated = ends
	}
	rounding, err := claims.LoadRounding()
	if err != nil {
		b.t.Fatal(err)
	}
	claim.Reading = rounding.Reading(claim.Qualifier, claim.Stated, number)
	id := fmt.Sprintf("f%d", len(b.state.Figures)+1)
	claim.ID = id
	f := dossier.Figure{ID: id, Document: doc.ID, Version: 1, Entry: b.state.At, Claim: claim, Status: status,
		History: []dossier.Event{{Entry: b.state.At, Time: clock(b.state.At), Author: "reader:1", Action: dossier.Propose}}}
	b.state.At++
	switch status {
	case dossier.Accepted:
		f.History = append(f.History, dossier.Event{Entry: b.state.At, Time: clock(b.state.At), Author: "curator:Ann", Action: dossier.Accept, Decided: true})
	case dossier.Rejected:
		f.History = append(f.History, dossier.Event{Entry: b.state.At, Time: clock(b.state.At), Author: "curator:Ann", Action: dossier.Reject, Decided: true, Reason: "=cmd|' /C calc'!A0"})
	}
	if status != dossier.Proposed {
		b.state.At++
	}
	b.state.Figures = append(b.state.Figures, f)
	return &b.state.Figures[len(b.state.Figures)-1]
}

func fixture(t *testing.T) *dossier.State {
	t.Helper()
	b := &fixtureState{t, &dossier.State{At: 1}}
	b.state.Figures = make([]dossier.Figure, 0, 32) // figure returns places in it
	b.state.Documents = make([]dossier.Document, 0, 8)
	b.state.Settings = dossier.Settings{
		Title: "Clear Ridge", Question: "How many people were called for on the Clear Ridge fires, and how many came?", Lead: "USFS",
		Purpose: "Fight the fires on Clear Ridge before the dry season", Reported: "2025-06-04",
		Organisations: []dossier.Organisation{{Name: "USDA", Full: "Department of Agriculture"}, {Name: "USFS", Full: "Forest Service", PartOf: "USDA"},
			{Name: "Interior", Full: "Department of the Interior"}, {Name: "NPS", Full: "National Park Service", PartOf: "Interior"}, {Name: "Coast Agency"}, {Name: "Guard", Full: "National Guard"}},
		Targets: []dossier.Target{{Series: "inspections", Amount: 300, Per: "day", Label: "the demand"}},
		Publish: dossier.Publish{SmallCells: 5},
	}
	valley := b.document("More than 5,000 firefighters sought for Clear Ridge", "The Valley Ledger", "2025-06-04T08:00:00Z", "https://valley.example/clear-ridge", valleyText)
	wire := b.document("Fire crews: what we know", "State Wire", "2025-06-06", "https://wire.example/crews?id=7&x=1", stateText)
	old := b.document("Flood of 2019: 900 soldiers help", "River Post", "2019-05-02", "javascript:alert(1)", oldText)
	old.Apart = "published 2019-05-02, the others from 2025-06-04 to 2025-06-06: it seems to be about another operation"

	outlet := claims.Hop{Name: "The Valley Ledger", Kind: claims.Outlet}
	reported, citing := b.span(valley, "reported"), b.span(valley, "citing a planning memo")
	memo := claims.Source{Method: claims.Explicit, Chain: []claims.Hop{outlet, {Name: "Harbor News", Kind: claims.Outlet, Role: claims.RoleSource, Cue: &reported}, {Name: "planning memo", Kind: claims.DocumentHop, Role: claims.RoleSource, Cue: &citing}}}
	carried := memo
	carried.Method = claims.Carried
	june := &claims.When{Period: interval.Period{From: "2025-06-04", To: "2025-06-30"}, Text: "by the end of June"}
	open := "open"

	total := b.figure(valley, "more than 5,000 firefighters", "more than 5,000", dossier.Accepted, claims.Figure{Value: n(5000), Qualifier: claims.MoreThan, Counted: "firefighters", Stage: claims.CalledFor, Act: claims.Plan, About: june, Attribution: memo, Parts: &open, Confidence: 0.96})
	head := b.figure(valley, "More than 5,000 firefighters", "More than 5,000", dossier.Accepted, claims.Figure{Value: n(5000), Qualifier: claims.MoreThan, Counted: "firefighters", Stage: claims.CalledFor, Act: claims.Plan, Attribution: claims.Source{Method: claims.None, Chain: []claims.Hop{outlet}}, Confidence: 0.9})
	head.Headline = true
	for _, part := range []struct {
		quote, org string
		value      int64
		status     dossier.Status
	}{{"3,000", "USFS", 3000, dossier.Accepted}, {"2,000", "Interior", 2000, dossier.Edited}, {"250", "Coast Agency", 250, dossier.Proposed}} {
		f := b.figure(valley, part.quote, part.quote, part.status, claims.Figure{Value: n(part.value), Qualifier: claims.Exact, Counted: "firefighters", Organisation: part.org, Stage: claims.CalledFor, Attribution: carried, Confidence: 0.8})
		f.PartOf = total.ID
		if part.status == dossier.Edited {
			f.History = append(f.History, dossier.Event{Entry: f.Entry + 1, Time: clock(f.Entry + 1), Author: "curator:Ben-Ito", Action: dossier.Edit, Decided: true, Reason: "the organisation is the department"})
			f.Claim.Value, f.Claim.Stated, f.Claim.Qualifier = n(2050), interval.Point(interval.Int(2050)), claims.About
			f.Entry++ // the entry of the edit holds the figure now
		}
	}
	b.figure(valley, "up to 1,200 Guard troops", "up to 1,200", dossier.Accepted, claims.Figure{Value: n(1200), Qualifier: claims.AtMost, Counted: "troops", Organisation: "Guard", Stage: claims.Pending, Approver: "the Defense Department", Act: claims.Request, Attribution: claims.Source{Method: claims.Explicit, Chain: []claims.Hop{outlet, {Name: "governors", Kind: claims.Organisation, Role: claims.RoleSpeaker}}}, Confidence: 0.91})
	said := b.span(valley, "said")
	two := claims.Source{Method: claims.Explicit, Chain: []claims.Hop{outlet, {Name: "two people familiar with the matter", Kind: claims.Anonymous, Role: claims.RoleSource, Cue: &said}}}
	goal := b.figure(valley, "300 inspections a day", "300", dossier.Accepted, claims.Figure{Value: n(300), Qualifier: claims.Exact, Per: "day", Counted: "inspections", Stage: claims.Target, Act: claims.Demand, Attribution: two, Confidence: 0.88})
	factor := interval.Between(interval.Frac(27, 10), interval.Frac(33, 10))
	b.figure(valley, "approximately triple the number of daily inspections", "approximately triple", dossier.Accepted, claims.Figure{Value: n(3), Qualifier: claims.About, Unit: "times", Stage: claims.Target, Relative: &claims.Relative{Factor: factor, Base: "the number of daily inspections in spring"}, Attribution: two, Confidence: 0.7})

	wireHop := claims.Hop{Name: "State Wire", Kind: claims.Outlet}
	b.figure(wire, "5,000 firefighters", "5,000", dossier.Proposed, claims.Figure{Value: n(5000), Qualifier: claims.Exact, Counted: "firefighters", Stage: claims.CalledFor, Attribution: claims.Source{Method: claims.Explicit, Chain: []claims.Hop{wireHop, {Name: "Harbor News", Kind: claims.Outlet, Role: claims.RoleSource}}}, Confidence: 0.93})
	denial := b.figure(wire, "any number of inspections a day", "any number", dossier.Accepted, claims.Figure{Qualifier: claims.Vague, Per: "day", Counted: "inspections", Stage: claims.Other, Act: claims.Deny, Attribution: claims.Source{Method: claims.Explicit, Chain: []claims.Hop{wireHop, {Name: "Fire Office", Kind: claims.Organisation, Role: claims.RoleSpeaker}}}, Confidence: 0.6})
	denial.Denies = goal.ID
	b.figure(wire, "640 firefighters", "640", dossier.Accepted, claims.Figure{Value: n(640), Qualifier: claims.Exact, Counted: "firefighters", Organisation: "USFS", Stage: claims.Deployed, Attribution: claims.Source{Method: claims.Explicit, Chain: []claims.Hop{wireHop, {Name: "Forest Service", Kind: claims.Organisation, Role: claims.RoleSource}}}, About: &claims.When{Period: interval.Period{From: "2025-06-06", To: "2025-06-06"}, Text: "On Friday"}, Confidence: 0.95})
	b.figure(wire, "6 June", "6", dossier.Rejected, claims.Figure{Value: n(6), Qualifier: claims.Exact, Counted: "June", Stage: claims.Other, Attribution: claims.Source{Method: claims.None, Chain: []claims.Hop{wireHop}}, Confidence: 0.2})
	b.figure(old, "Some 900 soldiers", "Some 900", dossier.Proposed, claims.Figure{Value: n(900), Qualifier: claims.About, Counted: "soldiers", Stage: claims.Deployed, Attribution: claims.Source{Method: claims.None, Chain: []claims.Hop{{Name: "River Post", Kind: claims.Outlet}}}, Confidence: 0.9})

	added := b.span(valley, "added")
	feel := claims.Attribution{Cue: &added, Content: []claims.Span{b.span(valley, "Crews feel they have been pulled away from other work")}, Chain: []claims.Hop{outlet, {Name: "one of them", Kind: claims.Anonymous, Role: claims.RoleSource}}, Speech: claims.Indirect}
	saidThere := b.span(wire, "said")
	safety := claims.Attribution{Cue: &saidThere, Content: []claims.Span{b.span(wire, "“Safety comes first, always,”")}, Chain: []claims.Hop{wireHop, {Name: "Fire Office", Kind: claims.Organisation, Role: claims.RoleSource}}, Speech: claims.Direct}
	b.state.Statements = []dossier.Statement{{ID: "s1", Document: "d1", Entry: b.state.At, Claim: feel, Said: "2025-06-04", Status: dossier.Proposed}, {ID: "s2", Document: "d2", Entry: b.state.At + 1, Claim: safety, Said: "2025-06-06", Status: dossier.Proposed}}
	b.state.Series = []counts.Series{inspections()}
	b.state.At += 3
	b.state.Size, b.state.Known = b.state.At, clock(b.state.At-1)
	return b.state
}

// inspections is a monthly series with two releases, by region. The north is
// so small that published pages must hide it.
func inspections() counts.Series {
	month := func(first string) interval.Period {
		d, _ := interval.ParseDate(first)
		return interval.Period{From: d, To: interval.DateOf(d.Time().AddDate(0, 1, -1))}
	}
	points := func(levels ...int64) []counts.Point {
		var out []counts.Point
		for i, level := range levels {
			p := month(fmt.Sprintf("2025-%02d-01", i+1))
			out = append(out, counts.Point{Period: p, Unit: "north", Count: 3}, counts.Point{Period: p, Unit: "south", Count: level - 3})
		}
		return out
	}
	return counts.Series{Name: "inspections", Title: "Inspections", Counts: "inspections", Scope: "all regions", Source: "Fire Office", By: "month", Releases: []counts.Release{
		{Date: "2025-06-05", File: "counts/june.csv", SHA256: "aa", Points: points(2790, 2660, 3100, 3210, 3000), Rows: 5, Counted: 5, Provisional: "2025-05-31"},
		{Date: "2025-07-03", File: "counts/july.csv", SHA256: "bb", Points: points(2790, 2664, 3104, 3222, 3699, 3150), Rows: 6, Counted: 6, Provisional: "2025-06-30"},
	}}
}

// compute stands for origins.Find and findings.Check.
func compute(state *dossier.State) (*origins.Trace, []findings.Finding) {
	trace := &origins.Trace{Documents: len(state.Documents)}
	group := origins.Group{Exact: "more than 5,000", Articles: 2, Publishers: 2, Origins: origins.Count{Confirmed: 1, AtMost: 2, Low: 1, High: 1},
		Roots: []origins.Root{{Name: "planning memo", Kind: claims.DocumentHop, Document: "d1"}}}
	for _, f := range state.Figures {
		if f.Claim.Value != nil && f.Claim.Value.Equal(interval.Int(5000)) {
			group.Mentions = append(group.Mentions, origins.Mention{Figure: f.ID, Document: f.Document, Start: f.Claim.Number.Start, End: f.Claim.Number.End})
		}
	}
	trace.Groups = []origins.Group{group}
	input := func(id string) findings.Input {
		in := findings.Input{Figure: id}
		if f := state.Figure(id); f != nil {
			in.Exact, in.Document = f.Claim.Number.Exact, f.Document
		}
		return in
	}
	sum := interval.Point(interval.Int(5250))
	return trace, []findings.Finding{
		{ID: "deny:f7", Rule: "denial", Version: 1, Severity: findings.Error, Verdict: findings.Conflict, Sentence: "The target of 300 inspections a day is denied by the Fire Office.", Inputs: []findings.Input{input("f7"), input("f10")}},
		{ID: "parts:f1", Rule: "balance", Version: 1, Severity: findings.Info, Verdict: findings.Consistent, Interval: &sum, Sentence: "The parts told add up to 5,250, which fits “more than 5,000”.", Inputs: []findings.Input{input("f1"), input("f3"), input("f4"), input("f5")}, Unreviewed: state.Figure("f5") != nil},
		{ID: "drift:f9", Rule: "equality", Version: 1, Severity: findings.Warning, Verdict: findings.Conflict, Sentence: "State Wire dropped “more than”.", Inputs: []findings.Input{input("f1"), input("f9")}, Unreviewed: true},
		{ID: "target:inspections", Rule: "target", Version: 1, Severity: findings.Warning, Verdict: findings.Conflict, Sentence: "In no complete month did inspections reach half of 300 a day.", Inputs: []findings.Input{input("f7"), {Figure: "inspections", Exact: "3,699 in May 2025", Document: "counts/july.csv"}}},
	}
}

// stubSource serves one state and takes decisions down.
type stubSource struct {
	state     *dossier.State
	decisions []dossier.Decision
	replies   []dossier.Reply
	takenBack []string
	withheld  []dossier.Withholding
	refuse    error
}

func (s *stubSource) State(_ context.Context, at int64) (*dossier.State, error) {
	if at > s.state.Size {
		return nil, fmt.Errorf("entry %d: %w", at, dossier.ErrBeyond)
	}
	if at < 0 || at == s.state.At {
		return s.state, nil
	}
	earlier := *s.state
	earlier.At = at
	return &earlier, nil
}

func (s *stubSource) SizeAt(_ context.Context, t time.Time) (int64, error) {
	if t.Before(clock(0)) {
		return 0, nil
	}
	return 5, nil
}

// Earlier knows two states before: of the first documents without their figures,
// and of all figures but one.
func (s *stubSource) Earlier(context.Context, int64) ([]dossier.Signed, error) {
	return []dossier.Signed{{At: 2, Time: clock(2), Checkpoint: []byte("signed 2\n")}, {At: 20, Time: clock(20), Checkpoint: []byte("signed 20\n")}}, nil
}

func (s *stubSource) StatesAt(_ context.Context, sizes []int64, f func(*dossier.State) error) error {
	for _, at := range sizes {
		earlier := *s.state
		earlier.At, earlier.Known = at, clock(at)
		earlier.Figures = nil
		for _, f := range s.state.Figures {
			if at > 5 && f.ID != "f11" {
				earlier.Figures = append(earlier.Figures, f)
			}
		}
		if err := f(&earlier); err != nil {
			return err
		}
	}
	return nil
}

func (s *stubSource) Decide(_ context.Context, d dossier.Decision) error {
	if s.refuse != nil {
		return s.refuse
	}
	s.decisions = append(s.decisions, d)
	return nil
}

func (s *stubSource) KeyChanges(context.Context) ([][]byte, error) { return nil, nil }

func (s *stubSource) Reply(_ context.Context, r dossier.Reply) error {
	if s.refuse != nil {
		return s.refuse
	}
	s.replies = append(s.replies, r)
	return nil
}

func (s *stubSource) Withhold(_ context.Context, w dossier.Withholding) (dossier.WithholdReport, error) {
	if w.Authority == "" {
		return dossier.WithholdReport{}, fmt.Errorf("%w: by whose authority", dossier.ErrDecision)
	}
	s.withheld = append(s.withheld, w)
	return dossier.WithholdReport{Added: 1}, nil
}

func (s *stubSource) TakeBackReply(_ context.Context, id, curator, reason string) error {
	s.takenBack = append(s.takenBack, id+" "+curator+" "+reason)
	return s.refuse
}

func (s *stubSource) Checkpoint(context.Context) ([]byte, error) {
	return fmt.Appendf(nil, "%s\n%d\nAAAA\n\n— %s sig\n", s.Origin(), s.state.Size, s.Origin()), nil
}

func (s *stubSource) Proof(_ context.Context, entry int64) ([]byte, error) {
	return fmt.Appendf(nil, "c2sp.org/tlog-proof@v1\nindex %d\n", entry), nil
}

func (s *stubSource) Tile(_ context.Context, path string) ([]byte, error) {
	if path != "tile/0/000.p/25" {
		return nil, fs.ErrNotExist
	}
	return []byte("tile"), nil
}

func (s *stubSource) TilePaths(context.Context) ([]string, error) {
	return []string{"tile/0/000.p/25"}, nil
}

func (s *stubSource) VerifierKey() string { return "muster/clear-ridge/1f2e+c0ffee+AAAA" }
func (s *stubSource) Origin() string      { return "muster/clear-ridge/1f2e" }
