package dossier

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Signed is a state that was signed.
type Signed struct {
	At         int64     // entries
	Time       time.Time // of signing
	Checkpoint []byte
}

const (
	// earlierDays and earlierMonths bound how many earlier states a published site
	// shows: the last of each of so many days with entries, and before those the
	// last of each of so many months.
	earlierDays, earlierMonths = 30, 30
)

// Earlier returns the checkpoints of the earlier states that are worth showing
// beside the first at entries, oldest first: the last of each day, in UTC, and of
// each month where those are many.
func (d *Dossier) Earlier(ctx context.Context, at int64) ([]Signed, error) {
	var days []Signed
	for signed, err := range d.log.Signed(ctx) {
		if err != nil {
			return nil, err
		}
		if signed.Size == 0 || signed.Size >= at {
			continue
		}
		days = appendLast(days, Signed{signed.Size, signed.Time, signed.Note}, "2006-01-02")
	}
	if len(days) <= earlierDays {
		return days, nil
	}
	recent := days[len(days)-earlierDays:]
	var months []Signed
	for _, signed := range days[:len(days)-earlierDays] {
		months = appendLast(months, signed, "2006-01")
	}
	return append(slices.Clone(months[max(0, len(months)-earlierMonths):]), recent...), nil
}

// appendLast adds a checkpoint, in the place of the one before when both are of
// the same period.
func appendLast(list []Signed, next Signed, period string) []Signed {
	if n := len(list); n > 0 && list[n-1].Time.Format(period) == next.Time.Format(period) {
		list[n-1] = next
		return list
	}
	return append(list, next)
}

// StatesAt calls f with the states at several sizes, which are in order. It reads
// the entries once.
func (d *Dossier) StatesAt(ctx context.Context, sizes []int64, f func(*State) error) error {
	b := newBuilder(d.folder())
	for _, at := range sizes {
		if err := d.fold(ctx, b, at); err != nil {
			return err
		}
		if b.stale {
			return fmt.Errorf("something was withheld meanwhile; try again: %w", ErrBusy)
		}
		s := b.snapshot()
		if s.At != at {
			return fmt.Errorf("entry %d is %w: it has %d", at, ErrBeyond, s.At)
		}
		if err := f(s); err != nil {
			return err
		}
	}
	return nil
}
