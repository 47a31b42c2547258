package dossier

import (
	"context"
	"errors"

	"muster/ledger"
)

// KeyChange says what came of changing a dossier's key.
type KeyChange struct {
	Origin   string // the ledger's name; another than before where entries were lost
	Old, New string // verifier keys
}

// RotateKey changes the signing key of a dossier by an entry that the old key
// signs; see ledger.Log.RotateKey.
func RotateKey(ctx context.Context, dir, curator, reason string, env Env) (KeyChange, error) {
	return changeKey(ctx, dir, env, func(log *ledger.Log) (string, error) {
		return log.RotateKey(ctx, "curator:"+curator, reason)
	})
}

// ReplaceKey goes on under a new key without the old one; see
// ledger.Log.ReplaceKey.
func ReplaceKey(ctx context.Context, dir, curator, reason string, env Env) (KeyChange, error) {
	return changeKey(ctx, dir, env, func(log *ledger.Log) (string, error) {
		return log.ReplaceKey(ctx, "curator:"+curator, reason)
	})
}

func changeKey(ctx context.Context, dir string, env Env, change func(*ledger.Log) (string, error)) (done KeyChange, err error) {
	if err := exists(dir); err != nil {
		return done, err
	}
	if env.Keys == "" {
		return done, errNoKeyFolder()
	}
	lock, err := lockFolder(dir, alone)
	if err != nil {
		return done, err
	}
	d := &Dossier{dir: dir, env: env, lock: lock}
	if err := d.openLog(ctx, alone); err != nil {
		return done, errors.Join(err, lock.Unlock())
	}
	done.Old = d.log.VerifierKey()
	done.New, err = change(d.log)
	done.Origin = d.log.Origin()
	return done, errors.Join(err, d.Close())
}

// KeyChanges returns the proofs of all changes of key, for a site.
func (d *Dossier) KeyChanges(ctx context.Context) ([][]byte, error) { return d.log.KeyChanges(ctx) }
