package dossier

import (
	"context"
	"fmt"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"muster/ledger"
	"muster/ledger/witness"
	"muster/proof"
)

// WitnessSetting names a witness that is asked to cosign each checkpoint.
type WitnessSetting struct {
	Key string `toml:"key"` // its verifier key, as `muster witness key` prints it
	URL string `toml:"url"`
}

func (s LedgerSetting) peers() ([]witness.Peer, error) {
	var peers []witness.Peer
	for _, w := range s.Witnesses {
		if _, err := proof.NewWitness(w.Key); err != nil {
			return nil, fmt.Errorf("%w: [ledger] witnesses: key: %w", ErrSettings, err)
		}
		if at, err := url.Parse(w.URL); err != nil || at.Host == "" || at.Scheme != "https" && at.Scheme != "http" {
			return nil, fmt.Errorf("%w: [ledger] witnesses: url is %q; expected one such as https://witness.example.org", ErrSettings, w.URL)
		}
		peers = append(peers, witness.Peer{Key: w.Key, URL: w.URL})
	}
	return peers, nil
}

// watched asks the witnesses of an open dossier, beside all else.
type watched struct {
	keeper *witness.Keeper
	log    *ledger.Log
	signed chan struct{}
	any    atomic.Bool // something was signed since the dossier was opened
	cancel context.CancelFunc
	ended  sync.WaitGroup
}

func newWatched() *watched { return &watched{signed: make(chan struct{}, 1)} }

// sign tells that there is a new checkpoint. It never waits: one that has not
// been seen stands for all.
func (w *watched) sign() {
	w.any.Store(true)
	select {
	case w.signed <- struct{}{}:
	default:
	}
}

func (w *watched) start(log *ledger.Log, peers []witness.Peer, env Env) {
	if w == nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	w.keeper, w.log, w.cancel = witness.NewKeeper(log, peers, env.Witness), log, cancel
	w.ended.Go(func() {
		w.keeper.Run(ctx, w.signed, func(answer witness.Answer) {
			if env.Warn != nil {
				env.Warn(fmt.Errorf("the witness at %s: %w", answer.Peer.URL, answer.Err))
			}
		})
	})
}

// lastWord is how long closing a dossier waits for witnesses. One that is away
// is asked the next time.
const lastWord = 2 * time.Second

// stop signs what is not signed yet and asks the witnesses once more, where
// anything was signed.
func (w *watched) stop() {
	if w == nil || w.keeper == nil {
		return
	}
	w.cancel()
	w.ended.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), lastWord)
	defer cancel()
	_, err := w.log.Checkpoint(ctx) // signs what waits
	if err == nil && w.any.Load() {
		w.keeper.AskAll(ctx)
	}
}

// AskWitnesses asks the witnesses named in dossier.toml to cosign the newest
// checkpoint, and says what came of it; nothing where none are named.
func (d *Dossier) AskWitnesses(ctx context.Context) []witness.Answer {
	if d.watched == nil {
		return nil
	}
	return d.watched.keeper.AskAll(ctx)
}
