package dossier

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// changesBy returns the change of each figure, by its words.
func changesBy(d *Diff) map[string]ChangeKind {
	out := map[string]ChangeKind{}
	for _, c := range d.Figures {
		claim := c.Before
		if claim == nil {
			claim = c.After
		}
		out[claim.Number.Exact] = c.Change
	}
	return out
}

func TestCompare(t *testing.T) {
	d, dir := opened(t, testEnv(t))
	write(t, dir, "documents/two.txt", "The mayor asked for 40 boats. The council asked for 700 tents, and 12 doctors were sent.")
	refresh(t, d)
	before := latest(t, d)
	boats, tents := figureWith(t, before, "40"), figureWith(t, before, "700")
	decideOK(t, d, Decision{Figure: figureWith(t, before, "more than 2,000").ID, Action: Accept, Curator: "ann"})
	edited := boats.Claim
	edited.Counted = "rescue boats"
	decideOK(t, d, Decision{Figure: boats.ID, Action: Edit, Claim: &edited, Curator: "Ben Ito", Reason: "the text says so further up"})
	decideOK(t, d, Decision{Figure: tents.ID, Action: Reject, Curator: "ann", Reason: "other tents"})
	write(t, dir, "documents/three.txt", "The ministry will send 90 trucks.")
	refresh(t, d)
	after := latest(t, d)

	diff := Compare(before, after)
	want := map[string]ChangeKind{"more than 2,000": NowAccepted, "40": NowEdited, "700": NowRejected, "90": Appeared}
	if got := changesBy(diff); !cmp.Equal(got, want) {
		t.Errorf("changes (-want +got):\n%s", cmp.Diff(want, got))
	}
	if diff.From != before.At || diff.To != after.At || len(diff.Documents) != 1 || diff.Documents[0].Change != Appeared {
		t.Errorf("from %d to %d, documents %+v", diff.From, diff.To, diff.Documents)
	}
	for _, c := range diff.Figures {
		if c.ID != boats.ID {
			continue
		}
		if diff := cmp.Diff([]FieldChange{{"counted", "boats", "rescue boats"}}, c.Fields); diff != "" {
			t.Error(diff)
		}
		if len(c.Events) != 1 || c.Events[0].Curator != "Ben Ito" || c.Events[0].Reason != "the text says so further up" {
			t.Errorf("events %+v", c.Events)
		}
	}
	if same := Compare(after, after); !same.Empty() {
		t.Errorf("nothing happened, and the difference is %+v", same)
	}

	// Undone again: net, nothing changed.
	decideOK(t, d, Decision{Figure: tents.ID, Action: Reopen, Curator: "ann"})
	if got := changesBy(Compare(before, latest(t, d))); got["700"] != "" {
		t.Errorf("rejected and reopened again is %q", got["700"])
	}
	// The history of the one figure tells it all.
	versions := figureWith(t, latest(t, d), "700").Versions()
	var actions []Action
	for _, v := range versions {
		actions = append(actions, v.Action)
	}
	if diff := cmp.Diff([]Action{Propose, Reject, Reopen}, actions); diff != "" {
		t.Error(diff)
	}
	if v := figureWith(t, latest(t, d), "40").Versions(); len(v) != 2 || len(v[1].Changes) != 1 {
		t.Errorf("versions of the edited figure: %+v", v)
	}
}

// A document that is fetched again: one figure moved, one has another value, one
// is gone, one is new; decisions stand.
func TestCompareVersionsOfADocument(t *testing.T) {
	d, dir := opened(t, testEnv(t))
	write(t, dir, "documents/two.txt", "The mayor asked for 40 boats. The council asked for 700 tents. The ministry will send 12 doctors. The army will send 300 soldiers.")
	refresh(t, d)
	for _, words := range []string{"12", "300"} {
		decideOK(t, d, Decision{Figure: figureWith(t, latest(t, d), words).ID, Action: Accept, Curator: "ann"})
	}
	before := latest(t, d)
	write(t, dir, "documents/two.txt", "A correction was made to this report. The army will send 300 soldiers. The mayor asked for 45 boats. The governor asked for 9 helicopters.")
	refresh(t, d)
	after := latest(t, d)
	diff := Compare(before, after)
	diff.Only(figureWith(t, before, "40").Document)
	want := map[string]ChangeKind{"40": Retold, "700": NotFound, "12": Outlived, "9": Appeared, "45": Appeared}
	if got := changesBy(diff); !cmp.Equal(got, want) {
		t.Errorf("changes (-want +got):\n%s", cmp.Diff(want, got))
	}
	for _, c := range diff.Figures {
		if c.Change == Retold && c.Instead != figureWith(t, after, "45").ID {
			t.Errorf("40 is now %q", c.Instead)
		}
	}
	if f := figureWith(t, after, "300"); f.Status != Accepted || f.Version != 2 {
		t.Errorf("what only moved is %s, of version %d", f.Status, f.Version)
	}
	if f := figureWith(t, after, "12"); f.Status != Accepted || f.Version != 1 {
		t.Errorf("what is gone and was accepted is %s, of version %d", f.Status, f.Version)
	}
	if len(diff.Documents) != 1 || diff.Documents[0].Change != NewVersion || diff.Documents[0].Version != 2 {
		t.Errorf("documents %+v", diff.Documents)
	}
}

func TestMoment(t *testing.T) {
	d, _ := opened(t, testEnv(t))
	ctx := context.Background()
	size := latest(t, d).At
	for words, want := range map[string]int64{"3": 3, "0": 0, "2024-03-10": size, "2024-03-09": 0, "2024-03-10T23:00:00Z": size, "2024-03-10T11:00:00+01:00": 0} {
		if got, err := d.Moment(ctx, words); err != nil || got != want {
			t.Errorf("%s is %d, %v; want %d", words, got, err, want)
		}
	}
	for _, words := range []string{"", "soon", "-3", "2024-13-01"} {
		if _, err := d.Moment(ctx, words); !errors.Is(err, ErrMoment) {
			t.Errorf("%q: error %v", words, err)
		}
	}
	_, err := Moment(ctx, "2024-03-10", func(context.Context, time.Time) (int64, error) { return 0, errors.New("no disk") })
	if err == nil || errors.Is(err, ErrMoment) {
		t.Errorf("error %v", err)
	}
}

// A figure that was decided on goes with its words, wherever a new version of
// its document tells them; what a curator wrote stays.
func TestDecidedFiguresMoveWithTheirWords(t *testing.T) {
	d, dir := opened(t, testEnv(t))
	const text = "The mayor asked for 40 boats. The council asked for 700 tents. The army will send 300 soldiers."
	write(t, dir, "documents/two.txt", text)
	refresh(t, d)
	s := latest(t, d)
	edited := figureWith(t, s, "700").Claim
	edited.Counted = "large tents"
	decideOK(t, d, Decision{Figure: figureWith(t, s, "40").ID, Action: Accept, Curator: "ann"})
	decideOK(t, d, Decision{Figure: figureWith(t, s, "700").ID, Action: Edit, Claim: &edited, Reason: "r", Curator: "ann"})
	decideOK(t, d, Decision{Figure: figureWith(t, s, "300").ID, Action: Reject, Reason: "r", Curator: "ann"})
	before := latest(t, d)
	write(t, dir, "documents/two.txt", "This page was corrected on Monday.\n\n"+text)
	refresh(t, d)
	after := latest(t, d)
	if len(after.Figures) != len(before.Figures) {
		t.Errorf("%d figures, before %d", len(after.Figures), len(before.Figures))
	}
	runes := []rune(after.Document(figureWith(t, after, "40").Document).Text)
	for words, want := range map[string]Status{"40": Accepted, "700": Edited, "300": Rejected} {
		f := figureWith(t, after, words)
		if q := f.Claim.Quote; f.Status != want || f.Version != 2 || f.Differs != nil || string(runes[q.Start:q.End]) != q.Exact {
			t.Errorf("%s is %s, of version %d, its quote %q at %d; differs: %v", words, f.Status, f.Version, q.Exact, q.Start, f.Differs)
		}
	}
	if f := figureWith(t, after, "700"); f.Claim.Counted != "large tents" {
		t.Errorf("the edit is gone: %q", f.Claim.Counted)
	}
	diff := Compare(before, after)
	if len(diff.Figures) > 0 || len(diff.Documents) != 1 {
		t.Errorf("what only moved is told as changed: %+v", changesBy(diff))
	}
	if doc := after.Document(figureWith(t, after, "40").Document); len(doc.Earlier) != 1 || doc.Earlier[0].Version != 1 {
		t.Errorf("earlier versions %+v", doc.Earlier)
	}
	// And back: the first bytes again are a third version, and all stands.
	write(t, dir, "documents/two.txt", text)
	refresh(t, d)
	again := latest(t, d)
	if f := figureWith(t, again, "40"); f.Status != Accepted || f.Version != 3 || f.Claim.Quote != figureWith(t, before, "40").Claim.Quote {
		t.Errorf("after the first bytes again: %s of version %d at %d", f.Status, f.Version, f.Claim.Quote.Start)
	}
}
