package witness

import (
	"context"
	"net/http"
	"sync"
	"time"

	"muster/ledger"
)

const (
	firstWait = 2 * time.Second // before a witness that was away is asked again
	longWait  = 10 * time.Minute
)

// Keeper asks all witnesses of a log, again and again where one is away.
type Keeper struct {
	askers []*Asker
	states []state

	mu sync.Mutex // one round at a time
}

type state struct {
	next time.Time     // not to be asked before
	wait time.Duration // how long after the next failure
	told string        // the last failure, so that each is told once
}

// Answer is what came of asking one witness.
type Answer struct {
	Peer Peer
	Size int64 // of the checkpoint it was asked to cosign
	Err  error // nil: it has cosigned
}

// NewKeeper asks these witnesses.
func NewKeeper(log *ledger.Log, peers []Peer, client *http.Client) *Keeper {
	k := &Keeper{states: make([]state, len(peers))}
	for _, peer := range peers {
		k.askers = append(k.askers, &Asker{Log: log, Peer: peer, Client: client})
	}
	return k
}

// AskAll asks all witnesses at the same time.
func (k *Keeper) AskAll(ctx context.Context) []Answer {
	k.mu.Lock()
	defer k.mu.Unlock()
	answers := make([]Answer, len(k.askers))
	var group sync.WaitGroup
	for i, asker := range k.askers {
		group.Go(func() {
			size, err := asker.Ask(ctx)
			answers[i] = Answer{asker.Peer, size, err}
		})
	}
	group.Wait()
	return answers
}

// Run asks all witnesses whenever something arrives on signed, and those that
// were away again after a while, until ctx ends. It calls failed, which may be
// nil, with each new failure, from several goroutines.
func (k *Keeper) Run(ctx context.Context, signed <-chan struct{}, failed func(Answer)) {
	for {
		next := k.round(ctx, failed)
		var again <-chan time.Time
		if !next.IsZero() {
			again = time.After(time.Until(next))
		}
		select {
		case <-ctx.Done():
			return
		case <-signed:
		case <-again:
		}
	}
}

// round asks the witnesses that are due, and returns when the next one is.
func (k *Keeper) round(ctx context.Context, failed func(Answer)) (next time.Time) {
	k.mu.Lock()
	defer k.mu.Unlock()
	var group sync.WaitGroup
	for i, asker := range k.askers {
		if s := &k.states[i]; !time.Now().Before(s.next) {
			group.Go(func() {
				size, err := asker.Ask(ctx)
				s.after(Answer{asker.Peer, size, err}, ctx.Err() == nil, failed)
			})
		}
	}
	group.Wait()
	for _, s := range k.states {
		if !s.next.IsZero() && (next.IsZero() || s.next.Before(next)) {
			next = s.next
		}
	}
	return next
}

// after notes what came of asking.
func (s *state) after(answer Answer, tell bool, failed func(Answer)) {
	if answer.Err == nil {
		*s = state{}
		return
	}
	s.wait = min(max(2*s.wait, firstWait), longWait)
	s.next = time.Now().Add(s.wait)
	if words := answer.Err.Error(); tell && failed != nil && words != s.told {
		s.told = words
		failed(answer)
	}
}
