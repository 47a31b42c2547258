package dossier

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"muster/claims"
	"muster/counts"
	"muster/documents"
	"muster/interval"
	"muster/ledger"
)

// builder folds entries into a state, one after the other.
type builder struct {
	state      State
	documents  map[string]int // ID to place in state.Documents
	figures    map[string]int
	statements map[string]int
	read       map[string]readingBody // by document
	lines      map[string]bool        // digests of imported lines of decisions.jsonl
	settings   string                 // TOML of the latest settings entry
	folder     string                 // for guessing a title
	series     map[string]map[string]seriesBody
	rolls      map[string]map[string]rollBody // by ladder and subject
	names      []string                       // of series, in order of first entry

	countsFiles   map[countsFile]string // subject of each release and list
	withheldFiles map[string]int64      // digests of withheld documents, and the entry that says so
	pairs         map[[2]string][]Event // see State.pairs
	stale         bool                  // something was read that is withheld now
}

func newBuilder(folder string) *builder {
	return &builder{
		documents: map[string]int{}, figures: map[string]int{}, statements: map[string]int{},
		read: map[string]readingBody{}, lines: map[string]bool{}, folder: folder,
		series: map[string]map[string]seriesBody{}, rolls: map[string]map[string]rollBody{}, countsFiles: map[countsFile]string{}, pairs: map[[2]string][]Event{}, withheldFiles: map[string]int64{},
	}
}

// apply takes one more entry in. Kinds it does not know are passed over, so
// that an older program can read a newer ledger.
func (b *builder) apply(e ledger.Entry) error {
	content, err := e.Content()
	if err != nil {
		return fmt.Errorf("entry %d: %w", e.Index, err)
	}
	b.state.At, b.state.Known = e.Index+1, e.Leaf.Time
	if content == nil { // withheld: it counts, and says nothing
		return nil
	}
	switch e.Leaf.Kind {
	case kindSettings:
		err = decode(content, func(body settingsBody) { b.settings = body.TOML })
	case kindDocument:
		err = decode(content, func(body documentBody) { b.document(e, body) })
	case kindReading:
		err = decode(content, func(body readingBody) { b.read[e.Leaf.Subject] = body })
	case kindFigure:
		err = decode(content, func(body figureBody) { b.figure(e, body) })
	case kindStatement:
		err = decode(content, func(body statementBody) { b.statement(e, body) })
	case kindDecision:
		err = decode(content, func(body decisionBody) { b.decision(e, body) })
	case ledger.KindWithhold:
		err = decode(content, func(body withheldBody) { b.withhold(e, body) })
	case kindComparison:
		err = decode(content, func(body comparisonBody) { b.comparison(e, body) })
	case kindReply:
		err = decode(content, func(body replyBody) { b.reply(e, body) })
	case kindSeries:
		err = decode(content, func(body seriesBody) { b.release(e, body) })
	case kindRoll:
		err = decode(content, func(body rollBody) {
			if b.rolls[body.Setting.Name] == nil {
				b.rolls[body.Setting.Name] = map[string]rollBody{}
			}
			b.rolls[body.Setting.Name][e.Leaf.Subject] = body
			b.countsFiles[countsFile{body.Setting.Name, body.Roll.Stage, body.Roll.File, string(body.Roll.Day)}] = e.Leaf.Subject
		})
	}
	if err != nil {
		return fmt.Errorf("entry %d (%s %s): %w", e.Index, e.Leaf.Kind, e.Leaf.Subject, err)
	}
	return nil
}

func decode[T any](content []byte, use func(T)) error {
	var body T
	if err := json.Unmarshal(content, &body); err != nil {
		return err
	}
	use(body)
	return nil
}

func (b *builder) document(e ledger.Entry, body documentBody) {
	item := Document{
		ID: e.Leaf.Subject, Version: e.Leaf.Version, Entry: e.Index, Added: e.Leaf.Time,
		Document: documents.Document{
			ID: body.Path, Title: body.Title, Publisher: body.Publisher, Published: body.Published, URL: body.URL,
			Language: body.Language, MediaType: body.MediaType, SHA256: body.SHA256, Text: body.Text, Guessed: body.Guessed, Pages: body.Pages,
		},
	}
	if i, ok := b.documents[item.ID]; ok {
		old := b.state.Documents[i]
		// Copied on growth so that states handed out earlier keep theirs.
		item.Earlier = append(slices.Clip(old.Earlier), DocumentVersion{old.Version, old.Entry, old.Added, old.SHA256})
		b.state.Documents[i] = item
		return
	}
	b.documents[item.ID] = len(b.state.Documents)
	b.state.Documents = append(b.state.Documents, item)
}

func (b *builder) figure(e ledger.Entry, body figureBody) {
	i, known := b.figures[e.Leaf.Subject]
	if body.Figure == nil { // taken back
		if known && !b.state.Figures[i].Status.Reviewed() {
			b.state.Figures[i].Status = Rejected
			b.event(i, Event{Action: Reject, Reason: "a newer reading no longer finds it"}, e)
		}
		return
	}
	bounded(body.Figure)
	if !known {
		i = len(b.state.Figures)
		b.figures[e.Leaf.Subject] = i
		b.state.Figures = append(b.state.Figures, Figure{ID: e.Leaf.Subject, Status: Proposed})
	}
	f := &b.state.Figures[i]
	f.Document, f.Version, f.Headline = body.Document, body.DocumentVersion, body.Headline
	saidBefore := f.Proposal
	f.PartOf, f.Denies, f.Proposal = body.PartOf, body.Denies, *body.Figure
	if body.SplitFrom != "" {
		b.event(i, Event{Action: Divide, Claim: body.Figure}, e)
		f.From, f.Status, f.Claim, f.Entry = body.SplitFrom, Edited, *body.Figure, e.Index
		return
	}
	b.event(i, Event{Action: Propose, Claim: body.Figure}, e)
	if f.Status.Reviewed() || f.Status.Aside() && decidedByPerson(*f) {
		if f.Differs == nil && len(FieldChanges(saidBefore, *body.Figure)) == 0 {
			f.moveTo(*body.Figure)
		} else {
			f.Differs = body.Figure
		}
		return
	}
	f.Status, f.Claim, f.Entry = Proposed, *body.Figure, e.Index
}

// moveTo takes a figure that was decided on to where a new version of its
// document tells it in the same words.
func (f *Figure) moveTo(now claims.Figure) {
	f.Claim.Quote, f.Claim.Number = now.Quote, now.Number
	if f.Status != Edited {
		f.Claim.Attribution, f.Claim.Hedges, f.Claim.Conditions = now.Attribution, now.Hedges, now.Conditions
	}
}

func decidedByPerson(f Figure) bool {
	return slices.ContainsFunc(f.History, func(e Event) bool { return e.Action != Propose && isCurator(e.Author) })
}

func isCurator(author string) bool { return strings.HasPrefix(author, curatorPrefix) }

func (b *builder) event(figure int, event Event, e ledger.Entry) {
	f := &b.state.Figures[figure]
	event.Entry, event.Time, event.Author = e.Index, e.Leaf.Time, e.Leaf.Author
	// Copied on growth so that states handed out earlier keep their history.
	f.History = append(slices.Clip(f.History), event)
}

func (b *builder) statement(e ledger.Entry, body statementBody) {
	i, known := b.statements[e.Leaf.Subject]
	if !known {
		i = len(b.state.Statements)
		b.statements[e.Leaf.Subject] = i
		b.state.Statements = append(b.state.Statements, Statement{ID: e.Leaf.Subject, Status: Proposed})
	}
	s := &b.state.Statements[i]
	if s.Status != Proposed { // decided on: it stays as it was
		return
	}
	s.Document, s.Entry = body.Document, e.Index
	s.Claim = claims.Attribution{}
	if body.Attribution != nil {
		s.Claim = *body.Attribution
	}
}

func (b *builder) release(e ledger.Entry, body seriesBody) {
	if b.series[body.Setting.Name] == nil {
		b.series[body.Setting.Name] = map[string]seriesBody{}
		b.names = append(b.names, body.Setting.Name)
	}
	b.series[body.Setting.Name][e.Leaf.Subject] = body
	b.countsFiles[countsFile{body.Setting.Name, "", body.Release.File, string(body.Release.Date)}] = e.Leaf.Subject
}

// snapshot returns the state reached, which later entries do not change.
func (b *builder) snapshot() *State {
	s := b.state
	// Entries cannot be mended: of settings that this program would refuse today,
	// what it can read counts. The file itself is checked by refreshSettings.
	settings, _ := ParseSettings([]byte(b.settings))
	s.Settings = settings.withGuesses(b.folder)
	s.Documents = slices.Clone(s.Documents)
	s.Figures = slices.Clone(s.Figures)
	s.Statements = slices.DeleteFunc(slices.Clone(s.Statements), func(st Statement) bool { return len(st.Claim.Content) == 0 })
	followMerges(&s)
	noteDocuments(&s)
	setApart(&s)
	order := map[string]int{}
	said := map[string]interval.Date{}
	for i, d := range s.Documents {
		order[d.ID] = i
		said[d.ID], _ = interval.ParseDate(d.Published)
	}
	slices.SortStableFunc(s.Figures, func(x, y Figure) int {
		if x.Document != y.Document {
			return order[x.Document] - order[y.Document]
		}
		return x.Claim.Number.Start - y.Claim.Number.Start
	})
	for i := range s.Statements {
		s.Statements[i].Said = said[s.Statements[i].Document]
	}
	slices.SortStableFunc(s.Statements, func(x, y Statement) int {
		if x.Document != y.Document {
			return order[x.Document] - order[y.Document]
		}
		return x.Claim.Content[0].Start - y.Claim.Content[0].Start
	})
	s.Comparisons, s.pairs = b.comparisons()
	s.Series = b.seriesOf(s.Settings)
	s.Ladders = b.laddersOf(s.Settings)
	return &s
}

// seriesOf gathers the releases of the series that the settings still name.
func (b *builder) seriesOf(settings Settings) []counts.Series {
	var out []counts.Series
	maps, _ := settings.classMaps() // what cannot be used is left out: see snapshot
	units, err := counts.Units(settings.Units...)
	if err != nil {
		units, _ = counts.Units()
	}
	for _, setting := range settings.Series {
		var releases []counts.Release
		for _, body := range b.series[setting.Name] {
			if body.Setting.reads(setting) {
				releases = append(releases, body.Release)
			}
		}
		slices.SortFunc(releases, func(x, y counts.Release) int {
			return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.File, y.File))
		})
		out = append(out, setting.shown(releases, units, maps))
	}
	return out
}

// reads reports whether both settings read the same counts from a file; the
// words around them may differ.
func (s SeriesSetting) reads(t SeriesSetting) bool {
	return reflect.DeepEqual(s.columns(), t.columns()) && reflect.DeepEqual(s.wide(), t.wide()) && s.By == t.By
}

// noteDocuments puts the curator's words on documents over what was found.
func noteDocuments(s *State) {
	for _, note := range s.Settings.Documents {
		for i := range s.Documents {
			d := &s.Documents[i]
			if d.Document.ID != note.File {
				continue
			}
			for _, field := range []struct {
				name string
				to   *string
				from string
			}{{"title", &d.Title, note.Title}, {"publisher", &d.Publisher, note.Publisher}, {"published", &d.Published, string(note.Published)}, {"url", &d.URL, note.URL}} {
				if field.from != "" {
					*field.to = field.from
					d.Guessed = slices.DeleteFunc(slices.Clone(d.Guessed), func(g string) bool { return g == field.name })
				}
			}
		}
	}
}
