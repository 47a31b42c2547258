package findings

import ()

// stageWords are the words of a sentence that say how far a matter has gone.
type stageWords struct {
	perfect *pattern // of what was done or is there
	begun   *pattern // verbs that tell nothing as done: "has begun", "has asked"
	applies *pattern // of who asks without a word of asking
	coming  *pattern // of what is still to come
	granted *pattern // of a request that was met
	doneSo  *pattern // of what another has done already
	ahead   *pattern // of what is only to be, in the words of one who tells a plan
	beyond  *pattern // of what was approved or asked for as the measure of something else
	asked   *pattern // behind a number, of who asked for it
	applied *pattern // right before a number, of what was asked for
	decides *pattern // of a decision, with the day of the week or the day that it falls on
}

func newStageWords() stageWords {
	return stageWords{
		perfect: newPattern(`(?i)\b(?:has|have|had|were|was)(?: now| already| since| all)?(?: been)? (\w+(?:ed|en|ilt|ent|aid|ught|ut|set)(?: (?:at|aside|forward))?)\b|\b(?:received|delivered|handed over|paid out|in operation|in service|in place|at work|on duty|arrived)\b`),
		begun:   newPattern(`(?i)^(?:put|set) (?:at|aside|forward)$|^(?:begun|estimated|valued|reckoned|counted|calculated|assessed|reported|mentioned|considered|increased|risen|fallen|started|launched|pledged|promised|offered|agreed|asked|requested|planned|intended|decided|announced|called|wanted|needed|proposed|approved|authori[sz]ed|allocated|earmarked|ordered|applied|appealed|bought|purchased|scheduled|expected|been)(?: at| aside| forward)?$`),
		applies: newPattern(`(?i)\b(?:appl(?:ied|ies|y|ying)|petition(?:ed|s|ing)?)\b[^.;]{0,60}? for\b`),
		coming:  newPattern(`(?i)\b(?:not yet|yet to|no decision|not before|(?:none|nobody|no \w+)\b[^.;]{0,30}\byet|still (?:being|to be|has to|have to)|(?:is|are) (?:due|to (?:be|begin|start|open|follow|decide|vote))|will (?:be|begin|start|open|decide|vote|answer))\b`),
		doneSo:  newPattern(`(?i)\b(?:(?:has|have|had) (?:already |long )?done\b|did so\b)`),
		ahead:   newPattern(`(?i)\bwill be (?:on duty|in place|deployed|stationed|on the ground|there|present)\b`),
		beyond:  newPattern(`(?i)\b(?:over|above|below|beyond|than|against) (?:what|the (?:sum|amount|number))(?: that)? (?:was|were|had been|has been|is) (?:originally |first )?(?:approved|granted|authori[sz]ed|agreed)\b`),
		applied: newPattern(`(?i)\b(?:application|request|bid|appeal|demand|wish|proposal|petition)s? (?:for|of) (?:the |another |a further )?$`),
		asked:   newPattern(`(?i)^[^.;,:]{0,12}\b(?:had|has|have) (?:sought|asked for|requested|wanted|demanded|hoped for)\b|^(?: [\w-]+){0,2} (?:sought|asked for|requested|applied for|called for|wanted)\b`),
		decides: newPattern(`(?i)\b(?:decides?|decision|votes?|votes? on it|answers?|rules?|meets?|takes? (?:it )?up|debates?|begins?|starts?)\b[^.;]{0,30}?\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tonight|tomorrow|this (?:morning|afternoon|evening)|later in the day)\b`),
		granted: newPattern(`(?i)\b(?:agreed to|granted|accepted|approved|complied with|gave in to|met|backed)(?: all)? (?:the|this|that|these|those|his|her|its|their)? ?(?:request|application|appeal|demand|wish|call|plea|letter)s?\b|\b(?:agreed|said yes|gave (?:the|its|his|her) (?:consent|approval|green light))(?:\.| on \w+day\.)`),
	}
}

// done reports whether a sentence tells something as done, by a verb in the past or words
// of what is there: "has vaccinated", "are at work"; not "has begun", "has asked".
func (w stageWords) done(sentence string) bool {
	for _, found := range w.perfect.FindAllStringSubmatch(sentence, -1) {
		if !w.begun.MatchString(found[1]) {
			return true
		}
	}
	return false
}

// The words beside a number that say its stage beyond doubt; granted, anywhere in a text.
var (
	askedWords    = newPattern(`(?i)\b(?:request|ask|sought|seek|appeal)`)
	grantedWords  = newPattern(`(?i)\b(?:agreed to|granted|accepted|said yes|complied)\b`)
	givenWords    = newPattern(`(?i)\b(?:available|promis|pledg|offer|agree|gives?\b|gave\b|lends?\b|lent\b|lending|provid|grant)`)
	boughtWords   = newPattern(`(?i)\b(?:ordered|bought|purchased)\b`)
	decisionWords = newPattern(`(?i)\b(?:decide|decision|take up|vote on|rule on|consider|board)\b`)
	paidWords     = newPattern(`(?i)\b(?:paid|gave|granted|provided|transferred|received)\b`)
	spentWords    = newPattern(`(?i)\b(?:spent|spends|paid|disbursed|transferred|poured)\b`)
	receivedWords = newPattern(`(?i)\b(?:delivered|received|arrived|handed over|in stock)\b`)
	doneWords     = newPattern(`(?i)\b(?:deployed|sent|sends|sending|arrived|stationed|on duty|on the ground|in place|in (?:operation|action|service|use|position)|operating|at work|approv|authori[sz]|grant|agreed|passed|adopted|voted|cleared|signed off|ordered|mobili[sz]ed|activated|called up|delivered|receiv|handed over|joined|took part|taking part)`)
	toSend        = newPattern(`(?i)\b(?:will|would|to|is to|are to) (?:be )?(?:sent|send|deploy|deployed|dispatch|dispatched)\b`)
	sentBefore    = newPattern(`(?i)\b(?:(?:has|have|had|were|was) (?:been )?(?:sent|deployed|dispatched)|arrived|on duty|in place)\b`)
	sentWords     = newPattern(`(?i)\b(?:deployed|sent|arrived|stationed|on duty|on the ground|in place)\b`)
)

// says reports whether the sentence of a figure has such words.
func (v *View) says(f *Figure, words *pattern) bool {
	return words.MatchString(v.sentenceText(f))
}

// clauseText returns the words around a figure in its sentence, up to the nearest marks.
func (v *View) clauseText(f *Figure) string {
	at := v.spot(f)
	return at.with(at.before[clauseFrom(at.before):], f.Claim.Number.Exact, at.after[:clauseTo(at.after)])
}

// clauseFrom returns where the clause begins that a stretch ends in, and clauseTo where the one
// ends that it begins with: at a comma, a semicolon, a colon or a dash.
func clauseFrom(stretch string) int {
	for i := len(stretch) - 1; i >= 0; i-- {
		if n := clauseMark(stretch, i); n > 0 {
			return i + n
		}
	}
	return 0
}

func clauseTo(stretch string) int {
	for i := range len(stretch) {
		if clauseMark(stretch, i) > 0 {
			return i
		}
	}
	return len(stretch)
}

// clauseMark returns the length of the mark at a place of a stretch; 0 for none.
func clauseMark(stretch string, at int) int {
	switch stretch[at] {
	case ',', ';', ':':
		return 1
	case "—"[0]:
		return prefixLength(stretch[at:], "—")
	}
	return 0
}

// notDone reports whether a sentence, by its words or those behind the number, tells what is
// asked for or still to be, whatever its verbs are taken for.
func (w stageWords) notDone(sentence, before, after string) bool {
	return w.applied.MatchString(before) || w.ahead.MatchString(sentence) || w.beyond.MatchString(sentence) || w.asked.MatchString(after)
}
