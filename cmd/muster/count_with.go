package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// writeAgreement sets a series against others.
func (v *seriesView) writeAgreement(w world, state *dossier.State, series counts.Series) error {
	all := []counts.Series{series}
	for _, name := range v.with {
		i := slices.IndexFunc(state.Series, func(s counts.Series) bool { return s.Name == name })
		if i < 0 {
			return fmt.Errorf("there is no series %q to set against; name one of dossier.toml", name)
		}
		other, err := v.of(state.Series[i], state.Settings)
		if err != nil {
			return err
		}
		all = append(all, other)
	}
	a, err := counts.Compare(all...)
	if err != nil {
		return err
	}
	if v.json {
		type row struct {
			interval.Period
			Counts []int64         `json:"counts"`
			Spread interval.Number `json:"spread"`
		}
		rows := []row{}
		for _, r := range a.Rows {
			rows = append(rows, row{r.Period, r.Counts, r.Spread})
		}
		return writeJSON(w.stdout, struct {
			Series   []string        `json:"series"`
			Sentence string          `json:"sentence"`
			Origins  []string        `json:"origins"`
			Unsaid   []string        `json:"origin_unsaid"`
			Spread   interval.Number `json:"spread"`
			Rows     []row           `json:"rows"`
			Cautions []string        `json:"cautions"`
		}{a.Names, a.Sentence(), append([]string{}, a.Origins...), append([]string{}, a.Unsaid...), a.Widest.Spread, rows, append([]string{}, a.Cautions...)})
	}
	t := tabwriter.NewWriter(w.stdout, 0, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "from\tto\t%s\tapart\t\n", strings.Join(a.Names, "\t"))
	for _, r := range a.Rows {
		fmt.Fprintf(t, "%s\t%s\t", r.From, r.To)
		for _, n := range r.Counts {
			fmt.Fprintf(t, "%d\t", n)
		}
		fmt.Fprintf(t, "%s %%\t\n", r.Spread.Mul(interval.Int(100)).Grouped(1))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w.stdout, a.Sentence())
	for _, caution := range a.Cautions {
		fmt.Fprintln(w.stdout, "Mind: "+caution+".")
	}
	return nil
}

func rankingJSON(series counts.Series, r counts.Ranking) any {
	type ranked struct {
		Unit  string `json:"unit"`
		Count int64  `json:"count"`
		Rank  int    `json:"rank"`
		Floor bool   `json:"floor"`
		Ceil  bool   `json:"ceil"`
	}
	list := func(units []counts.Ranked) []ranked {
		out := []ranked{}
		for _, u := range units {
			out = append(out, ranked{u.Unit, u.Count, u.Rank, u.Floor, u.Ceil})
		}
		return out
	}
	return struct {
		Series string `json:"series"`
		interval.Period
		Exact interval.Number `json:"exact"`
		Floor int             `json:"floor"`
		Ceil  int             `json:"ceil"`
		Total int64           `json:"total"`
		Units []ranked        `json:"units"`
		Aside []ranked        `json:"aside"`
	}{series.Name, r.Period, r.Exact, r.Floor, r.Ceil, r.Total, list(r.Units), list(r.Aside)}
}
