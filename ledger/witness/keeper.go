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

// Keeper asks all witnesses of a log, each by itself, and again and again where
// one is away.
type Keeper struct{ askers []*kept }

// kept is a witness that is asked again.
type kept struct {
	mu    sync.Mutex // one question at a time
	asker Asker
	again chan struct{} // there is a new checkpoint
}

// Answer is what came of asking one witness.
type Answer struct {
	Peer Peer
	Size int64 // of the checkpoint it was asked to cosign
	Err  error // nil: it has cosigned
}

// NewKeeper asks these witnesses.
func NewKeeper(log *ledger.Log, peers []Peer, client *http.Client) *Keeper {
	k := new(Keeper)
	for _, peer := range peers {
		k.askers = append(k.askers, &kept{asker: Asker{Log: log, Peer: peer, Client: client}, again: make(chan struct{}, 1)})
	}
	return k
}

func (a *kept) ask(ctx context.Context) Answer {
	a.mu.Lock()
	defer a.mu.Unlock()
	size, err := a.asker.Ask(ctx)
	return Answer{a.asker.Peer, size, err}
}

// AskAll asks all witnesses at the same time.
func (k *Keeper) AskAll(ctx context.Context) []Answer {
	answers := make([]Answer, len(k.askers))
	var group sync.WaitGroup
	for i, asker := range k.askers {
		group.Go(func() { answers[i] = asker.ask(ctx) })
	}
	group.Wait()
	return answers
}

// Run asks all witnesses whenever something arrives on signed, and those that
// were away again after a while, until ctx ends. It calls failed, which may be
// nil, with each new failure, from several goroutines.
func (k *Keeper) Run(ctx context.Context, signed <-chan struct{}, failed func(Answer)) {
	var group sync.WaitGroup
	defer group.Wait()
	for _, asker := range k.askers {
		group.Go(func() { asker.run(ctx, failed) })
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-signed:
		}
		for _, asker := range k.askers {
			select {
			case asker.again <- struct{}{}:
			default: // it is to be asked again already
			}
		}
	}
}

func (a *kept) run(ctx context.Context, failed func(Answer)) {
	var wait time.Duration
	told := "" // the last failure, so that each is told once
	for {
		answer := a.ask(ctx)
		again := a.again
		var rested <-chan time.Time
		if answer.Err == nil {
			wait, told = 0, ""
		} else {
			wait = min(max(2*wait, firstWait), longWait)
			again, rested = nil, time.After(wait) // not before, whatever is signed
			if words := answer.Err.Error(); ctx.Err() == nil && failed != nil && words != told {
				told = words
				failed(answer)
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-again:
		case <-rested:
		}
	}
}
