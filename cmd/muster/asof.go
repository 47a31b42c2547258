package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"muster/dossier"
)

// asOf is which state of the record a command is asked about.
type asOf struct {
	at    int64
	known string
}

func (a *asOf) flags(cmd *cobra.Command) {
	cmd.Flags().Int64Var(&a.at, "at", -1, "as of the first N entries")
	cmd.Flags().StringVar(&a.known, "known", "", "as known at a day or time, such as 2025-06-10")
}

// past reports whether another state than the latest is asked for.
func (a *asOf) past() bool { return a.at >= 0 || a.known != "" }

// size returns the number of entries; below 0 means all.
func (a *asOf) size(ctx context.Context, d *dossier.Dossier) (int64, error) {
	if a.known == "" {
		return a.at, nil
	}
	if a.at >= 0 {
		return 0, errors.New("a command takes --at or --known, not both")
	}
	return d.Moment(ctx, a.known)
}

func (a *asOf) state(ctx context.Context, d *dossier.Dossier) (*dossier.State, error) {
	at, err := a.size(ctx, d)
	if err != nil {
		return nil, err
	}
	return d.State(ctx, at)
}
