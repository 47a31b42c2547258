package findings

import (
	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// knownDocument is what rules look up about one document. Where a figure names a
// document that is not in the state, it holds the figures alone.
type knownDocument struct {
	document  *dossier.Document    // nil when it is not in the state
	own       []*Figure            // its comparable figures
	said      []*dossier.Statement // what it quotes or reports
	day       interval.Date        // of publication; none when unknown
	nth       int                  // its day, counted from 1970
	outlet    int                  // one for each publisher, as it is spelled
	publisher sourceKey            // of texts that others may rest on
	names     []sourceKey          // the sources that it names
	bases     bases
	number    int          // its place among the documents
	name      memo[string] // in sentences
	*readText
	lists    memo[[]memberList]
	allotted memo[map[*Figure]*allotted]
	ofNames  memo[*[roles][]numberOfName] // numbers that sentences give to one name
	growing  memo[[]*Figure]              // View.growing
	near     memo[[]int32]                // numbers of the documents that may share a figure or a source with it
}

// readText is what is read from a text without what else the state holds.
type readText struct {
	cut   memo[[]textSentence]
	dated memo[[]daySentence] // those that tell days
}

// Figure is a figure of the state with its place in the groups of the trace, -1 for none, and
// what rules ask of its sentence, worked out when first asked for. One view holds each once.
type Figure struct {
	*dossier.Figure
	document *knownDocument // in which it stands; an empty one when nothing is known of that
	group    int
	previous *Figure      // the comparable one before it in its text; nil for none
	amount   *amount      // the comparable figures of its number; nil where it is not among them
	spot     memo[spot]   // where it stands
	leading  memo[string] // what stands before it in its sentence
	reach    memo[reach]  // over how much it is told
	rung     memo[rung]   // how far its clause tells the matter to have come
	traits   traits
	words    memo[map[string]bool]
	narrow   memo[map[string]bool] // View.narrowing
	body     memo[string]
	rejected memo[string]            // as what it is told that its text tells as rejected
	befell   memo[string]            // the family of what befell those counted
	scopes   memo[map[int]scopeWord] // by group: sources.scopesOf
	behind   memo[*behind]           // the texts that it rests on
	alike    memo[[]sourceFigure]    // sources.alikeBehind
	allotted memo[*allotted]         // what its sentence gives it to
}

// unlisted returns a figure of no text, such as one that rules work out.
func unlisted(claim claims.Figure) *Figure {
	return &Figure{Figure: &dossier.Figure{Claim: claim}, document: &knownDocument{}, group: -1}
}

// told returns a figure that stands where another does, and is told otherwise.
func (f *Figure) told(claim claims.Figure) *Figure {
	otherwise := *f.Figure
	otherwise.Claim = claim
	return &Figure{Figure: &otherwise, document: f.document, group: f.group, amount: f.amount}
}

// daysFrom returns how many days lie between two texts.
func (d *knownDocument) daysFrom(o *knownDocument) int { return max(d.nth-o.nth, o.nth-d.nth) }
