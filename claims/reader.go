package claims

import (
	"sync"

	"muster/documents"
	"muster/language"
)

// Reader finds what documents say. It holds word lists, and memory that leaves
// no trace in what is found: it is safe for concurrent use.
type Reader struct {
	model      *language.Model
	names      *Names
	rounding   *Rounding
	units      *units
	words      *quantityWords
	cues       *cues
	lexicon    *lexicon
	stageWords *stages
	timeWords  *times
	confidence *confidence
	dollars    *dollars
	workspaces sync.Pool // of *workspace, from one document to the next
}

// NewReader returns a reader that takes words and tags from the model, public
// bodies and outlets from the names, and readings from the rounding table.
func NewReader(model *language.Model, names *Names, rounding *Rounding) *Reader {
	r := &Reader{model: model, names: names, rounding: rounding, units: loadUnits(), words: loadQuantityWords(), cues: loadCues(),
		stageWords: loadStages(), timeWords: loadTimes(), confidence: loadConfidence(), dollars: loadDollars()}
	r.workspaces.New = func() any { return r.newWorkspace() }
	r.lexicon = newLexicon(r.words, r.units, r.cues, r.stageWords, r.timeWords)
	return r
}

// LoadReader returns a reader with the model, the names and the rounding table
// that are built in.
func LoadReader() (*Reader, error) {
	model, err := language.Load()
	if err != nil {
		return nil, err
	}
	names, err := LoadNames()
	if err != nil {
		return nil, err
	}
	rounding, err := LoadRounding()
	if err != nil {
		return nil, err
	}
	return NewReader(model, names, rounding), nil
}

// With returns a reader that knows more names, or others of the same ones.
// The lists of words are the same ones.
func (r *Reader) With(more []Name) *Reader {
	if len(more) == 0 {
		return r
	}
	with := &Reader{model: r.model, names: r.names.With(more), rounding: r.rounding, units: r.units, words: r.words, cues: r.cues,
		lexicon: r.lexicon, stageWords: r.stageWords, timeWords: r.timeWords, confidence: r.confidence, dollars: r.dollars}
	with.workspaces.New = func() any { return with.newWorkspace() }
	return with
}

// Find returns the figures and statements of the document, in text order.
func (r *Reader) Find(document documents.Document) Reading {
	m := r.workspaces.Get().(*workspace)
	reading := r.find(document, m)
	if len(document.Text) > longestKept {
		m.forget()
	}
	r.workspaces.Put(m)
	return reading
}

// find is Find in the workspace.
func (r *Reader) find(document documents.Document, m *workspace) Reading {
	m.begin()
	positions := language.NewPositions(document.Text)
	sentences := r.look(document.Text, document.Publisher, r.model.SentencesIn(document.Text, &m.tagged), m)
	testimony := r.statementsOf(document, positions, sentences, m)
	met := testimony.spokenFor()
	met.countries(document.Text, sentences, r.words, r.names, testimony.memory.isPerson)
	met.employers(document.Text, sentences, r.words, r.names, testimony.memory.isPerson)
	drafts, others := r.quantities(document.Text, sentences, met, m)
	testimony.attribute(drafts)
	speakForThemselves(drafts)
	all := r.tellings(document.Text, sentences, drafts, m)
	r.stages(document.Text, sentences, all)
	r.times(document, sentences, all, m)

	reading := Reading{
		ID: document.ID,
		Document: Header{Title: document.Title, Publisher: document.Publisher, Published: document.Published,
			SHA256: document.SHA256, Language: document.Language},
		Figures:      r.finish(document.Text, positions, drafts),
		Attributions: testimony.attributions(),
		Others:       r.finish(document.Text, positions, others),
	}
	if reading.Attributions == nil {
		reading.Attributions = []Attribution{}
	}
	r.dollars.settle(document, reading.Figures)
	return reading
}

// contextLength is how many code points of the text before and after a quote
// are kept, so that it can be found again.
const contextLength = 32

// finish turns drafts into figures: byte offsets become code points.
func (r *Reader) finish(text string, positions *language.Positions, drafts []*draft) []Figure {
	figures := make([]Figure, 0, len(drafts))
	for _, d := range drafts {
		f := d.figure
		f.Number = spanAt(text, positions, d.number)
		f.Quote.Span = spanAt(text, positions, d.quote)
		f.Quote.Prefix = text[positions.Byte(max(f.Quote.Start-contextLength, 0)):positions.Byte(f.Quote.Start)]
		f.Quote.Suffix = text[positions.Byte(f.Quote.End):positions.Byte(f.Quote.End+contextLength)]
		if f.Hedges == nil {
			f.Hedges = []Span{}
		}
		f.Confidence = r.confidence.of(&f)
		figures = append(figures, f)
	}
	return figures
}

func spanAt(text string, positions *language.Positions, bytes [2]int) Span {
	bytes = whole(text, bytes)
	return Span{Exact: text[bytes[0]:bytes[1]], Start: positions.CodePoint(bytes[0]), End: positions.CodePoint(bytes[1])}
}
