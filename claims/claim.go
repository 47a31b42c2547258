// Package claims finds what a document says: reported figures and who said
// what to whom. This file is the specification of the domain types; the JSON
// of `muster read --json` is these types written out.
//
// NewReader(model, names, rounding).Find(document) is the only way in.
//
// All positions are Unicode code points into the document's text, the end not
// included (W3C TextPositionSelector). No number is ever produced that the
// text does not hold.
package claims

import "muster/interval"

// Span is a verbatim piece of the document's text.
type Span struct {
	Exact string `json:"exact,omitempty"` // left out of the contents of `muster read --json`, which can be long
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Quote is a span with the text just before and after it, so that it can be
// found again in a text that moved (W3C TextQuoteSelector). Prefix and Suffix
// hold at most 32 code points each.
type Quote struct {
	Span
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

// Qualifier says how the number was told.
type Qualifier string

// The qualifiers: a closed list.
const (
	Exact    Qualifier = "exact"
	About    Qualifier = "about"     // about, nearly, almost, roughly, some, an estimated
	MoreThan Qualifier = "more-than" // more than, over
	LessThan Qualifier = "less-than" // fewer than, under, below
	AtLeast  Qualifier = "at-least"  // at least, a minimum of, 5,000-plus
	AtMost   Qualifier = "at-most"   // up to, as many as
	Range    Qualifier = "range"     // 800 to 1,000
	Vague    Qualifier = "vague"     // dozens, thousands of, several
)

// Stage is how far the thing counted has come on the way from wish to outcome.
// Figures of different stages are never summed or ranked together.
type Stage string

// The stages: a closed list, in the order in which an operation passes them.
const (
	CalledFor Stage = "called-for" // planned, sought, proposed, needed
	Requested Stage = "requested"  // a formal request was made
	Pledged   Stage = "pledged"    // offered or promised by the supplier
	Pending   Stage = "pending"    // told as not yet approved
	Approved  Stage = "approved"   // authorised, signed off
	Refused   Stage = "refused"
	Ordered   Stage = "ordered"  // mobilised, being sent
	Deployed  Stage = "deployed" // sent, on duty
	Withdrawn Stage = "withdrawn"
	Target    Stage = "target" // a goal, quota or demand to be reached
	Result    Stage = "result" // a measured outcome
	Other     Stage = "other"
)

// Stages returns all stages in their order.
func Stages() []Stage {
	return []Stage{CalledFor, Requested, Pledged, Pending, Approved, Refused, Ordered, Deployed, Withdrawn, Target, Result, Other}
}

// Act is what the root source does in telling the figure.
type Act string

// The acts: a closed list.
const (
	Assert   Act = "assert"
	Estimate Act = "estimate"
	Forecast Act = "forecast"
	Plan     Act = "plan"
	Request  Act = "request"
	Order    Act = "order"
	Demand   Act = "demand"
	Threaten Act = "threaten"
	Deny     Act = "deny"
	Decline  Act = "decline"
)

// HopKind is what sort of source a hop is.
type HopKind string

// The kinds of hop: a closed list.
const (
	Outlet       HopKind = "outlet"
	Organisation HopKind = "organisation"
	Person       HopKind = "person" // an official who speaks in public; never a private person
	Anonymous    HopKind = "anonymous"
	DocumentHop  HopKind = "document"
	Dataset      HopKind = "dataset"
	Unspecified  HopKind = "unspecified" // reportedly, it is believed
)

// Role is what a hop does for the figure.
type Role string

// The roles of a hop after the first.
const (
	RoleSource  Role = "source"  // knows it and tells it
	RoleSpeaker Role = "speaker" // whose own act the number is: who demands, requests, orders, plans, denies
)

// Hop is one link of an attribution chain.
type Hop struct {
	Name   string  `json:"name"`
	Kind   HopKind `json:"kind"`
	Role   Role    `json:"role,omitempty"`   // empty for hop 0, the publishing outlet
	Cue    *Span   `json:"cue,omitempty"`    // the words that say so: "according to"
	Source *Span   `json:"source,omitempty"` // the words that name the source here, a pronoun included
}

// Method is how the attribution was found.
type Method string

// The methods: a closed list.
const (
	Explicit Method = "explicit" // a cue in the sentence, or the quotation the sentence is part of
	Carried  Method = "carried"  // an earlier sentence's source goes on
	None     Method = "none"     // the outlet's own voice
)

// Mark is what a reader should know of a chain that is kept as it is told.
type Mark string

// The marks: a closed list.
const (
	Loop     Mark = "loop"     // the text has its root cite a source before it
	Disowned Mark = "disowned" // the text has its root deny having told it
)

// Source is the attribution of a figure: its chain from the publishing outlet
// (hop 0) to the root (the last hop).
type Source struct {
	Method Method `json:"method"`
	Chain  []Hop  `json:"chain"`
	Marks  []Mark `json:"marks,omitempty"`
}

// Root returns the last hop: whose number it is. The zero Hop for no chain.
func (s Source) Root() Hop {
	if len(s.Chain) == 0 {
		return Hop{}
	}
	return s.Chain[len(s.Chain)-1]
}

// Origin returns the hop that origins count: the last hop of role source, or
// the speaker that the outlet itself quotes, or the outlet.
func (s Source) Origin() Hop {
	for i := len(s.Chain) - 1; i > 0; i-- {
		if s.Chain[i].Role == RoleSource {
			return s.Chain[i]
		}
	}
	return s.Root()
}

// Change holds the two levels of "from A to B" where that is a change and not
// a range. Either may be missing.
type Change struct {
	From *interval.Number `json:"from"`
	To   *interval.Number `json:"to"`
}

// Relative is a figure told as a multiple of another ("approximately triple
// the number of daily arrests …"). Factor is what rounding would still allow.
type Relative struct {
	Factor interval.Interval `json:"factor"`
	Base   string            `json:"base"` // the words that name what it is a multiple of
}

// When is the time the figure holds for, with the words that say so. Where the
// words leave open which day is meant ("5/6/2025"), it holds all of them.
type When struct {
	interval.Period
	Text string `json:"text"`
}

// Figure is one reported number, as one document tells it once.
type Figure struct {
	ID     string  `json:"id"`      // unique in its document: f1, f2, …
	PartOf *string `json:"part_of"` // the ID of the total that this is a part of
	Parts  *string `json:"parts"`   // of a total: "closed", or "open" for "including …"; nil when it has no parts

	Quote  Quote `json:"quote"`  // qualifier, number, unit and counted thing, where they stand together
	Number Span  `json:"number"` // qualifier and number

	Value     *interval.Number  `json:"value"`   // the number told; nil when none was (vague, range, or "1.234 soldiers", which may be 1,234: both are then the ends of Stated)
	Stated    interval.Interval `json:"stated"`  // what the words commit to; of "thousands" the order of magnitude
	Reading   interval.Interval `json:"reading"` // what rounding would still allow
	Qualifier Qualifier         `json:"qualifier"`
	Direction string            `json:"direction"` // "up" or "down" for a change told as such, else ""
	Change    *Change           `json:"change"`
	Relative  *Relative         `json:"relative"`

	Unit         string `json:"unit"` // "" for counts, "percent", "share" (half = 0.5), "times", ISO 4217, or a singular name
	Per          string `json:"per"`  // "", "hour", "day", "week", "month" or "year"
	Counted      string `json:"counted"`
	Subject      string `json:"subject"`
	Organisation string `json:"organisation"` // the short name in the list of names
	Place        string `json:"place"`

	Stage    Stage   `json:"stage"`
	Approver string  `json:"approver"` // who has to approve, for pending, approved and refused
	Act      Act     `json:"act"`
	Denies   *string `json:"denies"` // the ID of the figure denied

	About       *When   `json:"about"` // nil when the text tells no time
	Attribution Source  `json:"attribution"`
	Hedges      []Span  `json:"hedges"`
	Conditions  []Span  `json:"conditions,omitempty"` // what must be met first: "if Congress approves"
	Confidence  float64 `json:"confidence"`           // of a machine proposal, 0 to 1; 1 once a curator wrote it

	// Kind is empty for figures; other quantities, listed by `muster read
	// --all`, say what they are: "age".
	Kind string `json:"kind,omitempty"`
}

// Speech is how the words of a statement are told.
type Speech string

// The kinds of speech: a closed list.
const (
	Direct   Speech = "direct"
	Indirect Speech = "indirect"
	Mixed    Speech = "mixed"
)

// Attribution is one statement and who made it, with or without a number:
// source, cue and content as in PolNeAR.
type Attribution struct {
	Source  *Span  `json:"source"` // nil when the words name none ("reportedly")
	Cue     *Span  `json:"cue"`
	Content []Span `json:"content"`
	Chain   []Hop  `json:"chain"`
	Speech  Speech `json:"speech"`
}

// Header is what `muster read` says of the document itself.
type Header struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
	SHA256    string `json:"sha256"`
	Language  string `json:"language"`
}

// Reading is everything found in one document, in the order of the text.
type Reading struct {
	ID           string        `json:"id"`
	Document     Header        `json:"document"`
	Text         string        `json:"text,omitempty"` // with --with-text
	Figures      []Figure      `json:"figures"`
	Attributions []Attribution `json:"attributions"`

	// Others are quantities that are no figures, such as ages of persons.
	Others []Figure `json:"-"`
}

// ReaderVersion names the rules and lists of this package. It changes when the
// same text may give other figures; dossiers then read their documents again.
const ReaderVersion = "6"
