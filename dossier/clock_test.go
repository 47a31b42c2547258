package dossier

import (
	"context"
	"testing"
	"time"
)

// A clock that was set back neither stops the record nor makes it go back.
func TestClockSetBack(t *testing.T) {
	env := testEnv(t)
	now := time.Date(2024, 3, 10, 12, 0, 0, 0, time.UTC)
	env.Now = func() time.Time { return now }
	d, dir := opened(t, env)
	before := latest(t, d)
	now = now.AddDate(-1, 0, 0)
	write(t, dir, "documents/two.txt", "The mayor asked for 40 boats.")
	refresh(t, d)
	after := latest(t, d)
	if after.At <= before.At || after.Known.Before(before.Known) {
		t.Errorf("known at %s after %d entries, before %s after %d", after.Known, after.At, before.Known, before.At)
	}
	if size, err := d.SizeAt(context.Background(), now); err != nil || size != 0 {
		t.Errorf("%d entries, error %v, as of a year before the first; expected 0", size, err)
	}
	if err := d.Log().Check(context.Background()); err != nil {
		t.Error(err)
	}
}
