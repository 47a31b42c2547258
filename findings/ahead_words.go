package findings

// aheadWords are the words by which a text tells that something is granted or done, or that it
// is still to be decided on or to begin.
type aheadWords struct {
	granted      *pattern // before a number: it was granted
	grantedAfter *pattern // behind a number: likewise
	grantedWhich *pattern // likewise, in an aside
	grantedAs    *pattern // right behind a number: "the 30 howitzers approved"
	settled      *pattern // before a number: it is being sent or will be
	done         *pattern // of what has begun, or is there
	doing        *pattern // of those who are at it
	asks         *pattern // before a number: it is asked for
	asksAfter    *pattern // likewise, behind it
	future       *pattern // before a number: it is not done
	stays        *pattern // behind what is to come: it has begun
	until        *pattern // what begins another clause
	grants       *pattern
	planned      *pattern // behind the whole of a part
	soFar        *pattern // how what tells a part begins
	relative     *pattern // what was granted is the number before it
	gone         *pattern // it has begun
	befell       *pattern // what is done to something else than by sending it
	idle         *pattern // what is no doing: "are waiting"
	unsure       *pattern // before a number: it is not told as so
	unsureAfter  *pattern // likewise, behind it
	offered      *pattern // in a sentence: it waits for somebody's consent
	undecided    *pattern // of what nobody has decided on
	notYet       *pattern // of what has not begun
	toCome       *pattern // before the day of what is to come
	rest         *pattern // of what is left of it
	deadline     *pattern // before a day until which it is to be done
	takesUp      *pattern // how a sentence begins that goes on about what was told before it
	soon         *pattern // a time to come without its day
	already      *pattern // a telling has it as done before, or by the text that it names
	anew         *pattern // a telling tells of its own day, or of one shortly before
	owned        *pattern // before a number: those counted are there
	report       *pattern // of the text that a telling has it from
	intends      *pattern // before a number: somebody means to do it
	met          *pattern // before a number: the request for it was met
	never        *pattern // before such words: it was not
	planText     *pattern // of the plan that a telling has it from
	early        *pattern // it was done before its time
	posts        *pattern // how a sentence begins that goes on about those who are to be found
}

func newAheadWords() *aheadWords {
	const grants = `approved|granted|allowed|authori[sz]ed|cleared|allotted|accredited|endorsed|okayed|passed|released|awarded|conceded|signed off on|waved through|said yes to|consented to|voted for|agreed (?:to (?:pay(?: for)?|fund|finance|lend|loan|send|give|provide|add|supply|hire|take|let|release|part with|the \w+ of|up to)|on)|(?:given|gave) (?:the|its|a|his|her|their) (?:green light|go-ahead|nod|consent|blessing|approval|okay) (?:for|to)`
	return &aheadWords{
		granted:      newPattern(`(?i)\b(?:` + grants + `)\b[^.,;:0-9]{0,60}$|\bagreed to (?:all |the |all the |only )?$`),
		grantedWhich: newPattern(`(?i)^[^,.;:0-9]{0,50}, (?:(?:which|that|whose) )?[^,.;:0-9]{0,60}?\b(?:approved|granted|cleared|authori[sz]ed|agreed to)\b`),
		grantedAfter: newPattern(`(?i)^[^.,;:0-9]{0,60}?\b(?:(?:which|that) [^.,;:0-9]{2,60}?\b(?:` + grants + `|agreed to)\b|(?:has|have|had|was|were)(?: now| already| since| also)*(?: been)? (?:approved|granted|authori[sz]ed|cleared|signed off|agreed|allotted|given the (?:green light|go-ahead|nod))\b)`),
		grantedAs:    newPattern(`(?i)^(?: [\w-]+){0,4}? (?:approved|granted|authori[sz]ed|cleared|agreed)\b`),
		settled:      newPattern(`(?i)\b(?:(?:is|are) (?:now |also )?(?:sending|lending|providing|giving|contributing|supplying|dispatching|paying|deploying)|will (?:now |also )?(?:send|lend|provide|give|pay|fund|supply|contribute|dispatch))\b[^.,;:0-9]{0,50}$`),
		done:         newPattern(`(?i)\b(?:(?:has|have|had)(?: now| already| since)? (?:started|begun)|arrived|joined|reached|landed|took up (?:work|duty|their duties)|began (?:work|to)|in (?:operation|action|service|use|place|position)|at work|on (?:duty|the road|station|site|the ground)|at the wheel)\b`),
		doing:        newPattern(`(?i)\b(?:is|are|has been|have been)(?: now| already| all| also| currently)* (\w+ing(?: over)?)\b`),
		asks:         newPattern(`(?i)\b(?:ask(?:s|ed|ing)?|request(?:s|ed)?|sought|seeks?|seeking|wanted|wants|applied|applies|petition(?:ed)?|begged|pleaded|pressed for|appeal(?:ed|s)? (?:to|for)|proposed|bid|hoped for|demanded|called for|lobbied|looking for)\b`),
		asksAfter:    newPattern(`(?i)^ ?(?:[\w-]+ ){0,6}?(?:had|has|have) (?:been )?(?:sought|asked|requested|wanted|demanded|hoped|applied|proposed|begged)\b`),
		future:       newPattern(`(?i)\b(?:will|shall)\b`),
		stays:        newPattern(`(?i)^(?: \w+){0,2}? (?:remain|stay|continue|keep|last|end|go on|return|close|finish|be (?:completed|finished|over|joined|helped|supported|relieved|followed))\b`),
		until:        newPattern(`(?i) (?:until|before|once|unless|if|when|because|while|so that|as soon as)\b`),
		grants:       newPattern(`(?i)\b(?:` + grants + `)\b`),
		planned:      newPattern(`(?i)\b(?:planned|approved|promised|pledged|granted|authori[sz]ed|agreed|foreseen|offered|requested|ordered)\b`),
		soFar:        newPattern(`(?i)^(?:(?:and |but )?so far|of (?:this|these|it|them|that|which)|to date|up to now|until now|the first|only|by )`),
		relative:     newPattern(`(?i) (?:that|which) `),
		gone:         newPattern(`(?i)\b(?:left|set (?:out|off)|departed|sailed|went|arrived|began|started|has (?:already )?begun|have (?:already )?(?:left|arrived|begun|gone))\b`),
		befell:       newPattern(`(?i)\b(?:damaged|destroyed|lost|killed|injured|wounded|hurt|hit|sunk|stolen|missing|seized|attacked|shot|burn(?:ed|t)|died|drowned|crashed|cancelled|refused|turned (?:back|down)|counted|estimated|registered|infected|affected|announced)\b`),
		idle:         newPattern(`(?i)^(?:being|going|planning|asking|seeking|waiting|awaiting|hoping|expecting|preparing|considering|examining|looking|calling|wanting|intending|standing|sending|lending|providing|giving|contributing|supplying|dispatching|paying|deploying|needing|missing|remaining|outstanding|pending|lacking|demanding|requesting|discussing|thinking|trying|training|undergoing|getting|coming|leaving|meeting|according|handing over|giving up|making over)$`),
		unsure:       newPattern(`(?i)(?:\b(?:if|unless|once|until|as soon as|would|could|may|might|should|not|never|none|nobody|cannot|yet to|want(?:s|ed)?|hop(?:e|es|ed|ing)|plan(?:s|ned|ning)?|intend(?:s|ed)?|expect(?:s|ed)?|due|(?:is|are|was|were) (?:still )?to|to be|demand(?:s|ed)?|call(?:s|ed)? for|offered to|agreed to (?:examine|consider|discuss|ask|look)|den(?:y|ies|ied)|rejected|reject|whether|rumou?rs?|prepared? (?:for|to)|drawn up|ready (?:for|to)|request(?:s|ed)? for|application for|wish for)\b|n[’']t\b)`),
		unsureAfter:  newPattern(`(?i)(?:\b(?:if|unless|would be|could be|may be|might be|should be|not|never|none|yet to|(?:is|are|was|were) (?:still )?(?:to|due|expected|planned)|(?:would|will) (?:be|join|come|leave|arrive|go|start|begin|follow|take up)|to be|planned|at the earliest)\b|n[’']t\b)`),
		offered:      newPattern(`(?i)\b(?:offer(?:s|ed)?|put forward|propos(?:e|es|ed|al)|may|might|wants?|wanted|hopes?|scheme|before (?:parliament|the|lawmakers|ministers)|await(?:s|ing)?|needs?|request|application|bill)\b`),
		undecided: newPattern(`(?i)(?:\b(?:has|have|had)(?: not|n[’']t) (?:yet |so far )?(?:been )?(?:decided?|answered|approved|granted|agreed|ruled|replied|consented|said yes|responded|confirmed|accredited|cleared)\b|` +
			`\b(?:has|have|had) (?:yet|still) to (?:decide|answer|reply|approve|agree|rule|consent|vote|respond)\b|` +
			`\b(?:is|are|was) (?:still )?being (?:examin|stud|consider|review|look|weigh)|\b(?:is|are) (?:still )?(?:examin|study|consider|review|weigh)ing\b|\bunder (?:examination|review|consideration|study)\b|` +
			`\b(?:decision|answer|reply|ruling|vote|approval)s?\b[^.;]{0,40}\b(?:expected|due|awaited|outstanding|pending|still to come|put off|postponed)\b|` +
			`\b(?:will|is to|are to|is due to|is expected to|are expected to|must first|has first to) (?:\w+ ){0,2}?(?:decide|vote|rule|take (?:it |this |that )?up|consider|deal with|debate|discuss|meet|answer)\b|` +
			`\b(?:has|have|had) not (?:yet )?said (?:when|whether|if)\b|\b(?:decides|votes|meets) (?:on|next|in|tomorrow)\b|\bsubject to\b[^.;]{0,40}\b(?:consent|approval|vote|agreement)|\bneeds? (?:the |its |their )?(?:consent|approval|an act)\b|` +
			`\bawait(?:s|ing)?\b|\bstill waiting\b|\b(?:remains?|is|are|still) (?:open|undecided|pending|unanswered)\b|\bnothing (?:has been|is|was) (?:decided|settled|agreed)\b|\b(?:no|nor any) (?:decision|answer|reply|approval) (?:has|had|have|yet|so far|was|is)\b|` +
			`\bno money has been approved\b|\b(?:goes|is|are|comes) (?:before|with) the\b|\bbefore (?:lawmakers|parliament|ministers)\b|\bneither has been\b|\bif (?:passed|approved|its parliament agrees|parliament agrees)\b|\btaken note of\b)`),
		notYet: newPattern(`(?i)(?:\bnot (?:one|a single \w+)(?: of (?:them|these|those))? (?:has|have|had|is|was)\b|\b(?:none|nobody|no one|no (?:money|florin|crown|mark|euro|dollar|payment|instal?ment|member|soldier|ship|unit|one|vessel|aircraft|vehicle)s?)(?: of (?:them|these|those|it))? (?:has|have|had|is|are|was|were)\b|` +
			`\b(?:has|have|had|is|are)(?: not|n[’']t) (?:yet|so far)\b|\b(?:has|have|had)(?: not|n[’']t) (?:been )?(?:left|moved|begun|started|arrived|gone|sailed|flown|released|sent|paid|transferred|deployed|opened|delivered|handed over|called|ordered)\b|` +
			`\bnot before\b|\bnot (?:\w+ )?(?:before|until)\b|\bcannot\b[^.;]{0,40}\bbefore\b|\bat the earliest\b|\buntil then\b|\b(?:is|are) still (?:being|tied|waiting|in (?:port|training|barracks))|\bas a reserve\b|\b(?:has|have) yet to (?:leave|arrive|begin|start|move|come|be)\b)`),
		toCome:   newPattern(`(?i)\b(?:will|would|(?:is|are|was|were) (?:still )?(?:to|due|expected|scheduled|planned|set)|can (?:then |first )?(?:be \w+|begin|start|open|take up)|due|expected|scheduled|planned|not before|not until|at the earliest|begins|starts|leaves|arrives|payments?\b[^.;]{0,20}\b(?:begin|start)s?)\b`),
		rest:     newPattern(`(?i)\b(?:the rest|the remaining|the remainder|the others?|another|the (?:missing|outstanding)|outstanding|a second|the last|a further|further|more)\b`),
		deadline: newPattern(`(?i)\b(?:by|until|before)(?: the (?:end|middle|beginning|start) of)? $`),
		takesUp:  newPattern(`(?i)^["“ ]*(?:they|it|this|these|those|that|the [\w-]+ (?:will|is to|are to|must|has to|still has to) (?:then |first |still )?(?:be instructed|vote|decide|consent|agree)|if (?:all|everything|the|they|it)\b|the (?:first|money|sum|aid|funds?|payments?|transfers?|deliver(?:y|ies)|shipments?|consignments?|loan|deployment|posting)|none|nobody|no|not|until|neither|a decision|a vote|when|ground|all|both|(?:payments?|transfers?|work|deliver(?:y|ies)|construction) (?:will|is|are|has|have|had|begins?|starts?|must|can|could)|parliament|lawmakers|ministers|nothing)\b`),
		soon:     newPattern(`(?i)\b(tomorrow|next (?:week|month|year|spring|summer|autumn|winter)|(?:in|for|from|of|by|before|this|late|early|mid-|the end of|the beginning of|the middle of|the start of)(?: the)? (?:(spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December)(?: of)?(?: (\d{4}))?)|by the end of (?:the|this) year|(?:by|until) the end of (\d{4}))`),
		already:  newPattern(`(?i)\b(?:already|since|last (?:week|month)|release|report|statement|communiqu|bulletin|update|notice)\b`),
		anew:     newPattern(`\b(?:today|tonight|this (?:morning|afternoon|evening)|yesterday|last night|(?:on|late|early) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b`),
		owned:    newPattern(`(?i)\b(?:its|their|his|her|our) $`),
		intends:  newPattern(`(?i)\b(?:plan|plans|intends?|means|hopes?|wants?|aims?|proposes?|(?:is|are) (?:planning|preparing|hoping|considering|thinking)) (?:to \w+|of \w+ing|\w+ing)\b`),
		met:      newPattern(`(?i)\b(?:met|fulfilled|satisfied|granted|accepted|approved|complied with|agreed to|gave in to|said yes to) (?:the|its|their|his|her|this|that|(?:\w+ ){0,2}\w+['’]s?)(?: [\w-]+(?:['’]s?)?){0,4}? (?:request|application|bid|demand|wish|plea|call|appeal)s? (?:for|to \w+) (?:all |the |all the |another |up to )?$`),
		never:    newPattern(`(?i)\b(?:not|never|nor|neither|no|if|unless|would|whether)\b|n[’']t\b`),
		planText: newPattern(`(?i)\bas (?:it|he|she|they|(?:the|its|their|his|her) [^.,;:0-9]{2,40}?) (?:had |has )?(?:explained|announced|said|set out|stated|laid down|wrote|told|reported|put it|made known|described|promised)\b|(?:according to|under|in line with|in keeping with|in accordance with|set out in|laid down in|foreseen in|as in) [^.,;:0-9]{0,50}?\b(?:plan|programme|program|contract|timetable|schedule|tender|strategy|roadmap|draft|announcement|agreement)s?\b|\b(?:plan|programme|program|contract|timetable|schedule|tender|strategy|roadmap|draft|announcement|agreement)s? (?:demand|require|provide|foresee|lay down|lays down|stipulate|say|state|specif|want|call)`),
		early:    newPattern(`(?i)\b(?:ahead of|early|earlier|sooner|faster|in advance|premature\w*|before (?:the|its|their) (?:deadline|date|time|end))\b`),
		posts:    newPattern(`(?i)^["“ ]*(?:the|these|all|their) (?:\w+ )?(?:posts?|jobs?|places|vacancies|positions|contracts?|tenders?|orders?|leases?)\b`),
		report:   newPattern(`(?i)\b(?:last (?:week|month)|earlier this (?:week|month)|this week|release|report|statement|communiqu|bulletin|update|announce(?:d|ment)|notice|in its)\b`),
	}
}

// aheadWords returns the words of what is told as granted or done, and of what is still open.
func (v *View) aheadWords() *aheadWords { return v.wordings.ahead.get(newAheadWords) }
