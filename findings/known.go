package findings

import (
	"muster/dossier"
	"muster/interval"
)

// knownDocument is what rules look up about one document. Where a figure names a
// document that is not in the state, it holds the figures alone.
type knownDocument struct {
	document *dossier.Document      // nil when it is not in the state
	own      []*dossier.Figure      // its comparable figures
	said     []*dossier.Statement   // what it quotes or reports
	day      interval.Date          // of publication; none when unknown
	name     string                 // in sentences; worked out when first asked for
	cut      []textSentence         // its text; likewise
	lists    []memberList           // likewise
	ofNames  *[roles][]numberOfName // numbers that sentences give to one name
	nth      int                    // its day, counted from 1970
}

// knownFigure is a figure with its place in the groups of the trace, -1 for none, and
// what rules ask of its sentence, worked out when first asked for.
type knownFigure struct {
	figure   *dossier.Figure
	group    int
	words    map[string]bool
	body     *string
	rejected *string       // as what it is told that its text tells as rejected
	behind   *[]sourceText // the texts that it rests on
}

// daysFrom returns how many days lie between two texts.
func (d *knownDocument) daysFrom(o *knownDocument) int { return max(d.nth-o.nth, o.nth-d.nth) }
