package findings

// replacedWords find what the words around a number say of it.
type replacedWords struct {
	before, not, notAfter, revised, offer, had, corrected, from, past, upFrom, corrects, restates, announced, version, replaces, beyond, beyondThe, alone *pattern
	wrong, wrote, right, instead, owned, rival, itself, byBody, ownWords                                                                                  *pattern // of corrections: rightNumber
}

func newReplacedWords() *replacedWords {
	const (
		said  = `said|wrote|written|put|estimated|reported|announced|pledged|promised|spoken of|counted|told|published|stated|offered|given|named`
		thing = `pledge|offer|promise|commitment|contribution|request|estimate|forecast|projection|figure|number|count|tally|toll|total|plan|target|goal|quota|statement|announcement`
		offer = `pledge|offer|promise|commitment|contribution|request|estimate|forecast|projection|tally|toll|target|goal|quota`
		older = `earlier|previous|original|initial|prior|former|first`
	)
	return &replacedWords{
		before:    newPattern(`\b(?:` + older + `)\s(?:[\w-]+\s){0,2}(?:` + thing + `)s?\s(?:of|for)\s(?:only\s|just\s)?$`),
		not:       newPattern(`\b(?:not|instead of|rather than)\s(?:the\s)?$`),
		notAfter:  newPattern(`^[^.;]{0,60}\b(?:earlier|previously|first|originally|initially|before)\b|^[^.;]{0,20}\bas\s(?:[^.;]{0,40}\s)?(?:` + said + `)\b|^[^.;]{0,20}\b(?:it|he|she|they)\shad\s(?:` + said + `)\b|^[^.;,]{0,20}\s(?:` + said + `)\s(?:on|in|last|at)\b`),
		revised:   newPattern(`\b(?:revised|corrected|amended|updated|restated)\b[^.;]{0,60}\bfrom\s(?:the\s|an?\s)?(?:(?:` + older + `)\s)?$`),
		offer:     newPattern(`\b(?:raised|increased|cut|lowered|reduced|changed|trimmed|upped)\s(?:its|their|his|her|the|an?)\s(?:own\s)?(?:[\w-]+\s){0,2}(?:` + offer + `)s?\b[^.;]{0,60}\bfrom\s$`),
		had:       newPattern(`\b(?:had|has)\s(?:earlier\s|previously\s|first\s|initially\s|originally\s)?(?:` + said + `)\b[^.;]{0,60}$`),
		corrected: newPattern(`\b(?:correct|revis)(?:ed|es|ing)\b[^.;]{0,80}\bto\s(?:only\s|just\s)?$`),
		from:      newPattern(`^from\s(\S+)\sto\s(\S+)$`),
		corrects:  newPattern(`\b(?:correct|restat|amend|revis)(?:s|es|ed|ing|ion)?\b[^.;]{0,140}\b(?:not|instead of|rather than)\s(?:the\s)?$`),
		restates:  newPattern(`\b(?:correct|restat|amend|revis)(?:s|es|ed|ing)?\b[^.;]{0,140}\b(?:up|down)\sfrom\s(?:the\s|an?\s)?$`),
		upFrom:    newPattern(`\b(?:up|down)\sfrom\s(?:the\s|an?\s)?$`),
		announced: newPattern(`^[^.;,]{0,30}\b(?:(?:it|he|she|they|[a-z]+)\s(?:had|has)\s)?(?:first\s|earlier\s|previously\s|originally\s|initially\s)?(?:announced|pledged|promised|offered|requested|estimated|reported)\b`),
		beyond:    newPattern(`^\s(?:more|fewer|less|higher|lower)\sthan\s(?:(?:it|he|she|they|the\s\w+)\s)?(?:(?:had|has|was|were|first|earlier|previously|originally|initially)\s){0,3}(?:` + said + `|planned|requested|foreseen|intended)\b|^\s(?:more|fewer|less)\sthan\sin\sthe\s(?:\w+\s)?(?:programme|program|plan|announcement|release|statement|draft|budget|order|contract)\b`),
		beyondThe: newPattern(`\s(?:more|fewer|less|higher|lower)\sthan\sthe\s$`),
		alone:     newPattern(`^(?:\s[a-z]+){0,2}[.;,]?\s*$`),
		replaces:  newPattern(`(?i)\b(?:replac|rais|increas|revis|correct|amend|updat|revers|lower|reduc|trimm|doubl|tripl|(?:cut|upped|rose|risen|now|above|over|instead|rather|more than|up from|down from)\b)`),
		version:   newPattern(`\b(?:earlier|previous) versions? of this (?:article|story|report|page)\b`),
		wrong:     newPattern(`^[^.;]{0,60}\b(?:had been|has been|was|were|is|proved|turned out)\s(?:to be\s)?(?:wrong|too\s(?:high|low|large|small)|mistaken|incorrect|an\serror|a\smistake|(?:counted|entered)\stwice)\b`),
		wrote:     newPattern(`\b(?:wrote|written|said|stated|reported|told|put|gave|given|spoke|spoken|called)\b[^.;]{0,80}$`),
		right:     newPattern(`(?i)\b(?:(?:correct|right|true|actual|proper|real)\s(?:number|figure|total|count|sum|one|value)\s(?:is|was|reads?)|(?:office|ministry|service|agency|authority|it|we|they|he|she)\s(?:has\s|have\s|had\s|now\s)?(?:set|sets|put|puts|corrected)\s(?:it|this|that|them|the\s(?:number|figure|count|sum|total))\s(?:at|to)|it\sshould\s(?:be|have\sbeen|read))(?:\sonly|\sjust|\sin\sfact)?\s?$`),
		owned:     newPattern(`(?i)\bcorrect(?:s|ed|ing|ion)\b|\bwe (?:wrote|said|reported|stated|put)\b|\bregrets?\b|\bmistake\b|\berror\b|\bapologi`),
		ownWords:  newPattern(`(?i)\b(?:we (?:wrote|said|reported|stated|put|gave|told)|as we|(?:our|this) (?:article|report|story|text|release|statement)|an earlier version)\b`),
		byBody:    newPattern(`\b(?:by|from) the ([A-Z][a-z]+(?: [A-Z][a-z]+)*)`),
		itself:    newPattern(`(?i)\b(?:the|its|their|our|that|this|(?:figure|number|count|total|estimate)s?\sof)\s(?:only\s|about\s)?$`),
		rival:     newPattern(`(?i)\b(?:claim|rumou?r|alleg|accus|opposition|critics|media|reports? of|earlier|previous)`),
		instead:   newPattern(`(?i)\b(?:now|will|corrected)\b[^.;]{0,60}\b(?:instead of|and not|rather than)\s(?:the\s)?$`),
		past:      newPattern(`\b(?:earlier|previously|originally|initially|at first|at the time|formerly|had (?:first )?(?:` + said + `))\b`),
	}
}

// hints are pieces of words of which one stands in every text that tells a number
// as replaced: most texts are passed over by them.
func hints() []string {
	return []string{"earlier", "previous", "original", "initial", "revis", "correct", "amended", "updated", "restated", "prior ", "former", "first ", "from ", " not ", "instead of", "rather than", "more than", "fewer than", "less than", "wrong", "right", "mistake", "error", "twice", "too "}
}

// mayBeOlder reports whether words before a number may tell it as an older one: most are
// passed over by it.
func mayBeOlder(before string) bool {
	return holds(lastChars(before, 40), []string{"from", "not", "instead of", "rather than", "than the"}) || holds(before, []string{"had", "has", "wrote", "spoke", "listed", "put", "said", "reported", "stated", "gave", "earlier", "previous", "original", "initial", "prior", "former", "first"})
}
