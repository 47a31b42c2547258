package ledger

import (
	"context"
	"iter"
)

// Signed yields the checkpoints that were signed, in order of size, without what
// witnesses have put on them. It ends after the first error.
func (l *Log) Signed(ctx context.Context) iter.Seq2[Signed, error] {
	return func(yield func(Signed, error) bool) {
		for from := int64(0); ; {
			var page []Signed
			err := l.store.View(ctx, func(v View) (err error) {
				page, err = v.Checkpoints(from, checkpointsAtATime)
				return err
			})
			if err != nil {
				yield(Signed{}, err)
				return
			}
			for _, signed := range page {
				if !yield(signed, nil) {
					return
				}
				from = signed.Size + 1
			}
			if len(page) == 0 {
				return
			}
		}
	}
}
