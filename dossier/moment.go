package dossier

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// ErrMoment marks words that name no state of the record.
var ErrMoment = errors.New("no such moment")

// Moment returns the number of entries that words name: a number of entries
// ("120"), a time ("2025-06-10T12:00:00Z") or a day ("2025-06-10"), which means
// its end in UTC. For a time it is what was signed by then, 0 before the first
// checkpoint; sizeAt is Dossier.SizeAt or stands for it.
func Moment(ctx context.Context, words string, sizeAt func(context.Context, time.Time) (int64, error)) (int64, error) {
	if n, err := strconv.ParseInt(words, 10, 64); err == nil {
		if n < 0 {
			return 0, fmt.Errorf("%w: %q; expected a number of entries, such as 41", ErrMoment, words)
		}
		return n, nil
	}
	t, err := time.Parse(time.RFC3339, words)
	if err != nil {
		if t, err = time.Parse("2006-01-02", words); err != nil {
			return 0, fmt.Errorf("%w: %q; expected a day such as 2025-06-10, a time such as 2025-06-10T12:00:00Z, or a number of entries such as 120", ErrMoment, words)
		}
		t = t.AddDate(0, 0, 1).Add(-time.Nanosecond)
	}
	return sizeAt(ctx, t)
}

// Moment returns the number of entries that words name; see the function.
func (d *Dossier) Moment(ctx context.Context, words string) (int64, error) {
	return Moment(ctx, words, d.SizeAt)
}
