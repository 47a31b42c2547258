package ledger

import (
	"context"
	"fmt"
	"time"

	"muster/proof"
)

// signSoon signs what was appended, at once or within Options.SignWithin. The
// caller holds l.mu.
func (l *Log) signSoon(ctx context.Context) error {
	l.unsigned = true
	if l.options.SignWithin <= 0 {
		return l.signLocked(ctx)
	}
	if l.head != nil && len(l.head.tail.versions) >= tailAtMost {
		_ = l.signLocked(ctx) // what fails here stays unsigned, and is signed with the next append
		return nil
	}
	if l.timer == nil {
		// What fails here stays unsigned, and is signed with the next append.
		l.timer = time.AfterFunc(l.options.SignWithin, func() { _ = l.signPending(context.Background()) })
	}
	return nil
}

// signPending signs what was appended and not signed, if anything.
func (l *Log) signPending(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.unsigned {
		return nil
	}
	return l.signLocked(context.WithoutCancel(ctx))
}

func (l *Log) signLocked(ctx context.Context) error {
	if l.timer != nil {
		l.timer.Stop()
		l.timer = nil
	}
	var next *head
	err := l.store.Change(ctx, func(c Change) (err error) {
		next, err = l.sign(c)
		return err
	})
	if err != nil {
		l.head = nil
		return err
	}
	l.head, l.unsigned = next, false
	raise(&l.settled, next.spine.size)
	if l.options.Signed != nil {
		l.options.Signed()
	}
	return nil
}

// sign signs the log at its present size, and writes what is made from its
// entries, so that tiles and versions stored are always those of the newest
// checkpoint. It runs alone among all writers, so that checkpoints are
// signed in the order of their sizes.
func (l *Log) sign(c Change) (*head, error) {
	known := l.head
	l.head = nil
	end, err := l.readHead(c, known)
	if err != nil {
		return nil, err
	}
	root, err := end.spine.root()
	if err != nil {
		return nil, err
	}
	if err := end.tail.write(c, end.spine); err != nil {
		return nil, err
	}
	if n := len(end.tail.versions); n > 0 {
		end.settled = end.tail.versions[n-1].Subject
	}
	end.tail = tail{}
	if now := seconds(l.options.Now()); end.time.Before(now) {
		end.time = now
	}
	signed, err := l.note(proof.Checkpoint{Origin: l.options.Origin, Size: end.spine.size, Root: root}, end)
	if err != nil {
		return nil, err
	}
	// Outside first: were it the other way round, a crash in between would
	// leave a signed checkpoint that a restored backup could contradict.
	if err := l.options.Keys.Keep(l.options.Origin, signed); err != nil {
		return nil, fmt.Errorf("keeping the checkpoint beside the signing key: %w", err)
	}
	end.signed = signed
	return end, c.AddCheckpoint(Signed{Size: end.spine.size, Time: end.time, Note: signed})
}
