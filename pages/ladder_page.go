package pages

import (
	"cmp"
	"fmt"
	"strings"

	"muster/counts"
	"muster/interval"
	"muster/pages/drawing"
)

// ladderData is what the page of a ladder shows: institutions at stages.
type ladderData struct {
	Ladder     counts.Ladder
	Drawing    *drawing.Drawing
	Stages     []stageNow
	Steps      []ladderStep
	Moves      []counts.Move
	Departures []counts.Departure
	Released   interval.Date
	Days       []interval.Date
	Cite       string
	Chart      *chart // links to files
}

// stageNow is the newest list of a stage, beside the first.
type stageNow struct {
	Stage         string
	First, Newest counts.Roll
}

type ladderStep struct {
	counts.Step
	Roll counts.Roll
}

// ladderPage is the page of lists of institutions at stages. Stages stand side
// by side and are never added up.
func (s *site) ladderPage(q *request, ladder counts.Ladder) (answer, error) {
	v := q.view
	released, err := s.released(q.Request)
	if err != nil {
		return answer{}, err
	}
	data := ladderData{Ladder: ladder, Released: released, Days: ladder.Days(), Cite: s.citeLadder(v, ladder)}
	if released != "" {
		data.Ladder = ladder.ListedBy(released)
	}
	title := cmp.Or(ladder.Title, ladder.Name)
	data.Drawing = drawLadder("ladder-"+v.slug(ladder.Name), title+": institutions at each stage", data.Ladder)
	data.Moves, data.Departures = data.Ladder.Moves(), data.Ladder.Departures()
	for _, step := range data.Ladder.Steps() {
		data.Steps = append(data.Steps, ladderStep{step, data.Ladder.Rolls[step.Roll]})
	}
	data.Stages = stagesOf(data.Ladder)
	data.Chart = linked(v, q.frame, []*chart{{Series: counts.Series{Name: ladder.Name, Title: ladder.Title}}}, released)[0]
	return answer{template: "ladder", title: title, data: data, cite: data.Cite, json: func() any { return ladderObject(data) }}, nil
}

// stagesOf returns the stages that have lists, lowest first.
func stagesOf(l counts.Ladder) []stageNow {
	var out []stageNow
	for _, stage := range l.Stages {
		now := stageNow{Stage: stage}
		for _, r := range l.Rolls {
			if r.Stage == stage {
				now.Newest = r
				if now.First.File == "" {
					now.First = r
				}
			}
		}
		if now.First.File != "" {
			out = append(out, now)
		}
	}
	return out
}

// drawLadder draws a line a stage through the days of its lists: told apart by
// the words at their ends, by marks and by dashes. Nil where no stage has two
// lists.
func drawLadder(id, title string, l counts.Ladder) *drawing.Drawing {
	days := l.Days()
	if len(days) < 2 {
		return nil
	}
	top := 1.0
	for _, r := range l.Rolls {
		top = max(top, float64(len(r.Members)))
	}
	p := newPlot(id, title, "A line a stage joins how many lines each list has, on the day of the list. Stages are set side by side and never added up. The same numbers stand in the table below.", top)
	all := interval.Period{From: days[0], To: days[len(days)-1]}.Days()
	const names = 120.0 // room for the stages' names
	slot := (chartWidth - chartLeft - names) / float64(max(1, all-1))
	p.labelDays(days[0], all, slot)
	p.Add(drawing.Straight(drawing.Axis, chartLeft, chartFloor, chartWidth, chartFloor))
	for i, stage := range l.Stages {
		line := drawing.Line{Role: drawing.Strong}
		if i%2 == 1 {
			line.Role = drawing.Dashed
		}
		for _, r := range l.Rolls {
			if r.Stage == stage {
				at := float64(interval.Period{From: days[0], To: r.Day}.Days() - 1)
				line.Points = append(line.Points, drawing.Point{X: hundredth(chartLeft + slot*at), Y: p.y(float64(len(r.Members)))})
			}
		}
		if len(line.Points) == 0 {
			continue
		}
		p.Add(line)
		for _, point := range line.Points {
			p.Add(drawing.Dot{Role: drawing.Hollow, Shape: drawing.Shape(i % int(drawing.Shapes)), X: point.X, Y: point.Y})
		}
		last := line.Points[len(line.Points)-1]
		newest := 0
		for _, r := range l.Rolls {
			if r.Stage == stage {
				newest = len(r.Members)
			}
		}
		p.Add(drawing.Text{Role: drawing.Value, X: last.X + 10, Y: last.Y + 4, Words: fmt.Sprintf("%s %s", shortenTo(14, stage), grouped(int64(newest)))})
	}
	return &p.Drawing
}

// ladderPictures returns what is handed out of a ladder.
func (s *site) ladderPictures(v *view, l counts.Ladder, released interval.Date) []picture {
	if released != "" {
		l = l.ListedBy(released)
	}
	steps := table{Header: []string{"stage", "list_date", "edition", "seen", "lines", "distinct", "change", "added", "gone", "twice_not_once", "once_not_twice", "respelt", "release", "file", "sha256"}}
	for _, step := range l.Steps() {
		r := l.Rolls[step.Roll]
		var change any = int64(step.Change)
		if step.First {
			change = nil
		}
		steps.Rows = append(steps.Rows, []any{r.Stage, string(r.Day), r.Edition, string(r.Seen), int64(step.Count), int64(step.Distinct), change, int64(len(step.Added)), int64(len(step.Gone)),
			int64(len(step.More)), int64(len(step.Once)), int64(len(step.Respelt)), string(r.Day), r.File, r.SHA256})
	}
	moves := table{Header: []string{"institution", "place", "class", "from", "to", "last_seen_before", "came_by", "still_listed_below"}}
	for _, m := range l.Moves() {
		moves.Rows = append(moves.Rows, []any{m.Institution, m.Place, m.Class, m.From, m.To, string(m.Seen), string(m.Came), m.Both})
	}
	gone := table{Header: []string{"institution", "place", "class", "stage", "last_listed", "missing_by", "listed_again"}}
	for _, d := range l.Departures() {
		gone.Rows = append(gone.Rows, []any{d.Institution, d.Place, d.Class, d.Stage, string(d.Last), string(d.By), string(d.Back)})
	}
	title := cmp.Or(l.Title, l.Name)
	told := func(name string) provenance {
		address := "series/" + v.slug(l.Name) + "/" + name
		if released != "" {
			address += "?released=" + string(released)
		}
		p := provenance{Title: title, Source: l.Source, Entry: v.state.At, Citation: s.citeLadder(v, l), Query: s.query(v, address)}
		if days := l.Days(); len(days) > 0 {
			p.Release = fmt.Sprintf("%s, the newest of %s", date(days[len(days)-1]), count(len(l.Rolls), "list"))
			p.CutOff = "up to " + date(days[len(days)-1])
			p.Remarks = []string{"List of " + p.Release + ". Stages are never added up."}
		}
		return p
	}
	return []picture{
		{"stages", drawLadder("ladder-"+v.slug(l.Name), title+": institutions at each stage", l), steps, told("stages")},
		{"moves", nil, moves, told("moves")},
		{"departures", nil, gone, told("departures")},
	}
}

// Signed writes the change of a list: "+261", "-1", or nothing for the first.
func (s ladderStep) Signed() string {
	if s.First {
		return ""
	}
	return strings.Replace(fmt.Sprintf("%+d", s.Change), "+0", "0", 1)
}

// Change is what the newest list of a stage has more than the first.
func (s stageNow) Change() string {
	n := len(s.Newest.Members) - len(s.First.Members)
	if n == 0 {
		return "no change"
	}
	return fmt.Sprintf("%+d", n)
}

// ladderObject is a ladder for programs.
func ladderObject(data ladderData) any {
	type listed struct {
		Stage  string        `json:"stage"`
		Day    interval.Date `json:"day"`
		File   string        `json:"file"`
		SHA256 string        `json:"sha256"`
		Lines  int           `json:"lines"`
	}
	var lists []listed
	for _, r := range data.Ladder.Rolls {
		lists = append(lists, listed{r.Stage, r.Day, r.File, r.SHA256, len(r.Members)})
	}
	return struct {
		Ladder     string   `json:"ladder"`
		Title      string   `json:"title"`
		Counts     string   `json:"counts"`
		Source     string   `json:"source"`
		Stages     []string `json:"stages"`
		Lists      []listed `json:"lists"`
		Moves      int      `json:"moves"`
		Departures int      `json:"departures"`
	}{data.Ladder.Name, data.Ladder.Title, data.Ladder.Counts, data.Ladder.Source, data.Ladder.Stages, lists, len(data.Moves), len(data.Departures)}
}
