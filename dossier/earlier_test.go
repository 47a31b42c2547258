package dossier

import (
	"context"
	"fmt"
	"testing"
	"time"
)

// Of many days the last states stand each by itself, those long ago by month.
func TestEarlier(t *testing.T) {
	env := testEnv(t)
	now := time.Date(2024, 1, 10, 12, 0, 0, 0, time.UTC)
	env.Now = func() time.Time { now = now.Add(time.Second); return now }
	d, _ := opened(t, env)
	ctx := context.Background()
	f := figureWith(t, latest(t, d), "more than 2,000")
	ends := map[string]int64{now.Format(time.DateOnly): latest(t, d).At}
	status := map[int64]Status{latest(t, d).At: Proposed}
	for i := range 60 {
		now = now.AddDate(0, 0, 1)
		for _, action := range []Action{Accept, Retract, Reopen}[:1+i%3] {
			decideOK(t, d, Decision{Figure: f.ID, Action: action, Curator: "ann", Reason: fmt.Sprint("day ", i)})
		}
		if _, err := d.Checkpoint(ctx); err != nil {
			t.Fatal(err)
		}
		s := latest(t, d)
		ends[now.Format(time.DateOnly)], status[s.At] = s.At, s.Figure(f.ID).Status
		if s.Figure(f.ID).Status != Proposed {
			decideOK(t, d, Decision{Figure: f.ID, Action: Reopen, Curator: "ann", Reason: "again"})
			if _, err := d.Checkpoint(ctx); err != nil {
				t.Fatal(err)
			}
			s := latest(t, d)
			ends[now.Format(time.DateOnly)], status[s.At] = s.At, s.Figure(f.ID).Status
		}
	}
	end := latest(t, d).At
	list, err := d.Earlier(ctx, end)
	if err != nil {
		t.Fatal(err)
	}
	// Days 11 January to 10 March, of which the last is the present one: 30 days,
	// the end of January, and what is left of February.
	if len(list) != 32 {
		t.Errorf("%d states: %v", len(list), list)
	}
	sizes := []int64{}
	for _, s := range list {
		if day := s.Time.Format(time.DateOnly); ends[day] != s.At {
			t.Errorf("%s ends with entry %d, expected %d", day, s.At, ends[day])
		}
		sizes = append(sizes, s.At)
	}
	err = d.StatesAt(ctx, sizes, func(s *State) error {
		if s.Figure(f.ID).Status != status[s.At] {
			t.Errorf("as of %d the figure is %s, expected %s", s.At, s.Figure(f.ID).Status, status[s.At])
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
