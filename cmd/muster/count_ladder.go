package main

import (
	"fmt"
	"strconv"
	"text/tabwriter"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
	"muster/pages"
)

// writeLadder writes the lists of a ladder, each against the one before it of
// its stage; then who moved up, and who is gone.
func (v *seriesView) writeLadder(w world, state *dossier.State, l counts.Ladder) error {
	if v.released != "" {
		l = l.ListedBy(interval.Date(v.released))
	}
	steps := l.Steps()
	switch {
	case v.csv:
		header := []string{"list_date", "edition", "seen", "stage", "lines", "distinct", "change", "added", "gone", "twice_not_once", "once_not_twice", "respelt", "file"}
		var lines [][]string
		for _, s := range steps {
			r := l.Rolls[s.Roll]
			line := []string{string(r.Day), r.Edition, string(r.Seen), r.Stage}
			for _, n := range []int{s.Count, s.Distinct, s.Change, len(s.Added), len(s.Gone), len(s.More), len(s.Once), len(s.Respelt)} {
				line = append(line, strconv.Itoa(n))
			}
			lines = append(lines, append(line, r.File))
		}
		return writeCSV(w, v.from(header), v.rowsFrom(state, lines, l.Name, pages.CiteLadder(state, v.origin, l)))
	case v.json:
		return writeJSON(w.stdout, ladderOf(l, steps))
	}
	fmt.Fprintf(w.stdout, "%s (%s); stages are never added up\n\n", l.Title, plural(len(l.Rolls), "list"))
	t := tabwriter.NewWriter(w.stdout, 0, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "list of\tstage\tlines\tchange\tadded\tgone\ttwice, not once\tonce, not twice\trespelt\t")
	for _, s := range steps {
		r := l.Rolls[s.Roll]
		change := fmt.Sprintf("%+d", s.Change)
		if s.First {
			change = ""
		}
		fmt.Fprintf(t, "%s %s\t%s\t%d\t%s\t%d\t%d\t%d\t%d\t%d\t\n", r.Day, r.Edition, r.Stage, s.Count, change, len(s.Added), len(s.Gone), len(s.More), len(s.Once), len(s.Respelt))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w.stdout)
	for _, m := range l.Moves() {
		fmt.Fprintf(w.stdout, "%s: %s to %s by %s\n", member(m.Member), m.From, m.To, m.Came)
	}
	for _, d := range l.Departures() {
		back := ""
		if d.Back != "" {
			back = ", listed again on " + string(d.Back)
		}
		fmt.Fprintf(w.stdout, "%s: no longer %s by %s%s\n", member(d.Member), d.Stage, d.By, back)
	}
	return nil
}

func member(m counts.Member) string {
	out := m.Institution
	if m.Place != "" {
		out += ", " + m.Place
	}
	if m.Class != "" {
		out += " (" + m.Class + ")"
	}
	return printable(out)
}

// ladderJSON is a ladder as --json writes it: a contract.
type ladderJSON struct {
	Ladder     string          `json:"ladder"`
	Stages     []string        `json:"stages"`
	Steps      []stepJSON      `json:"steps"`
	Moves      []moveJSON      `json:"moves"`
	Departures []departureJSON `json:"departures"`
}

type stepJSON struct {
	Day      interval.Date      `json:"day"`
	Edition  string             `json:"edition"`
	Seen     interval.Date      `json:"seen"`
	Stage    string             `json:"stage"`
	File     string             `json:"file"`
	SHA256   string             `json:"sha256"`
	Lines    int                `json:"lines"`
	Distinct int                `json:"distinct"`
	Change   int                `json:"change"`
	First    bool               `json:"first"`
	Added    []counts.Member    `json:"added"`
	Gone     []counts.Member    `json:"gone"`
	More     []counts.Member    `json:"more"`
	Once     []counts.Member    `json:"once"`
	Twice    []counts.Member    `json:"twice"`
	Respelt  [][2]counts.Member `json:"respelt"`
}

type moveJSON struct {
	counts.Member
	From string        `json:"from"`
	To   string        `json:"to"`
	Seen interval.Date `json:"seen"`
	Came interval.Date `json:"came"`
	Both bool          `json:"both"`
}

type departureJSON struct {
	counts.Member
	Stage string        `json:"stage"`
	Last  interval.Date `json:"last"`
	By    interval.Date `json:"by"`
	Back  interval.Date `json:"back"`
}

func ladderOf(l counts.Ladder, steps []counts.Step) ladderJSON {
	out := ladderJSON{Ladder: l.Name, Stages: l.Stages, Steps: []stepJSON{}, Moves: []moveJSON{}, Departures: []departureJSON{}}
	list := func(members []counts.Member) []counts.Member { return append([]counts.Member{}, members...) }
	for _, s := range steps {
		r := l.Rolls[s.Roll]
		out.Steps = append(out.Steps, stepJSON{r.Day, r.Edition, r.Seen, r.Stage, r.File, r.SHA256, s.Count, s.Distinct, s.Change, s.First,
			list(s.Added), list(s.Gone), list(s.More), list(s.Once), list(s.Twice), append([][2]counts.Member{}, s.Respelt...)})
	}
	for _, m := range l.Moves() {
		out.Moves = append(out.Moves, moveJSON{m.Member, m.From, m.To, m.Seen, m.Came, m.Both})
	}
	for _, d := range l.Departures() {
		out.Departures = append(out.Departures, departureJSON{d.Member, d.Stage, d.Last, d.By, d.Back})
	}
	return out
}
