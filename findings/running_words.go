package findings

import (
	"slices"
	"strings"

	"muster/claims"
	"muster/origins"
)

// runningWords find what tells a number as that of all since something began.
type runningWords struct {
	deeds
	hints   *pieces  // of which one stands in each match of since and upTo, and of same
	since   *pattern // from when: "since the start", "from the beginning of the strike"
	upTo    *pattern // until when: "so far", "by 2 May"
	same    *pattern // "in the same five weeks"
	course  *pattern // what a text tells of the time that its numbers are of: "two weeks into"
	saying  *pattern // who says it, and on which day
	narrow  *pattern // a shorter time: "on Monday", "this week"
	other   *pattern // another operation or year
	open    *pattern // what may be, or is not
	revised *pattern // counted anew, or otherwise
	place   *pattern // "in Norrby"
}

func newRunningWords() *runningWords {
	const (
		start  = `(?:start|beginning|outset|launch|opening|onset|first day)`
		began  = `(?:began|begun|started|opened|was launched|were launched|got under ?way|set in|set out|broke out|came into force|took effect)`
		months = `(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)`
		days   = `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`
		date   = `(?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? ` + months + `|` + months + `(?: \d{1,2}(?:st|nd|rd|th)?\b)?)`
		hour   = `(?:(?:the )?(?:evening|morning|afternoon|night|end|close|middle|noon|midnight|midday)(?: (?:of|on))? |last |this )?`
		day    = `(?:` + days + `,? ` + date + `|` + date + `|` + days + `(?: (?:evening|morning|night|noon|afternoon))?|today|yesterday|last night|tonight|noon|midnight|midday)`
		many   = `(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:days|weeks|months)`
		of     = `(?: of (?:the|its|their|this) [a-z-]+(?: [a-z-]{4,})?)?(?:,? (?:in|on) ` + date + `)?`
		since  = `\b(?:since|from) (?:the |its |their )?(?:very )?` + start + `\b` + of + `|\bbetween the ` + start + `\b` + of + `|\bsince (?:then|(?:it|they|he|she|(?:the|this|that|its) [\w-]+(?: [\w-]+)?|[A-Z][\w-]+(?: [A-Z][\w-]+)?) ` + began + `)\b|\bsince (?:` + date + `|` + days + `)`
		upTo   = `\b(?:so far|thus far|to date|up to now|until now|till now|by now)\b|\b(?:by|until|till|up to|as of|as at|to|and|through) ` + hour + day
	)
	return &runningWords{
		deeds:   newDeeds(),
		hints:   newPieces("since ", "from ", "between the ", " far", "to date", " now", "by ", "until ", "till ", " to ", "as of", "as at", " and ", "through ", " same ", "these ", "those "),
		since:   newPattern(`(?i)` + since),
		upTo:    newPattern(`(?i)` + upTo),
		same:    newPattern(`(?i)\b(?:in|over|during|within) (?:the same|these|those) (?:period|time|` + many + `)\b`),
		course:  newPattern(`(?i)` + since + `|` + upTo + `|\bfirst (?:` + many + `|day|week|month|fortnight)\b|\b` + many + ` (?:into|after|since|of)\b|\bfrom (?:the )?\d{1,2}(?: ` + months + `)? (?:to|until) `),
		saying:  newPattern(`(?i)(?:[\w'’-]+ ){0,6}(?:said|says|told \w+|announced|reported|writes|wrote)(?: (?:on|last) ` + day + `)?(?: that)?|according to (?:the |its )?[\w'’-]+(?: [A-Z][\w'’-]+)*`),
		narrow:  newPattern(`(?i)\b(?:on ` + day + `|(?:this|last|past|that|same) (?:week|weekend|month|morning|season|day|night)|in ` + months + `|yesterday|overnight|alone|daily|weekly|(?:per|a|each|every) (?:day|week|month|night)|(?:past|last) (?:24|\w+) (?:hours|days|weeks)|(?:second|third|fourth|fifth|last|final|new|next) (?:phase|round|stage|wave|leg|week|month|part|half))\b`),
		other:   newPattern(`(?i)\b(?:last year|(?:a|the) year (?:ago|earlier|before)|previous|(?:the|of|in) last such|former|earlier (?:operation|campaign|drive|amnesty|round|phase))\b`),
		open:    newPattern(`(?i)\b(?:if|would|could|should|(?-i:may)|might|will|shall|must|cannot|not|never|no|nor|hopes?|hoped|aims?|aimed|plans?|planned|expects?|expected|estimated?|goal|target|denie[sd]|rejected|false|untrue|rumou?rs?|alleged(?:ly)?|claimed)\b`),
		revised: newPattern(`(?i)\b(?:correct(?:s|ed|ion|ions|ing)?|revis(?:es|ed|ion|ing)|recount(?:ed)?|counted (?:again|anew|afresh|twice|double)|double[- ]count\w*|duplicates?|twice|double entries|wrong(?:ly)?|errors?|mistakes?|mistakenly|too high|overstated|adjust(?:ed|ment)|taken (?:out|off)|struck (?:off|out|from)|no longer (?:count|includ)\w*|not counting|without|exclud(?:es|ed|ing)|leav(?:es|ing) out|apart from|begins? anew|began anew|started (?:again|anew|afresh)|new count|reset|from zero|provisional|preliminary|unlike|method|definition|only (?:counts?|those|includes?)|audit(?:ed)?)\b`),
		place:   newPattern(`\b(?:[Ii]n|[Aa]t|[Aa]cross|[Aa]round|[Nn]ear|[Oo]f|[Ff]rom|[Ff]or|[Oo]utside|[Aa]long) (?:the )?(?:[a-z]+ (?:of )?)?([A-Z][\w'’-]+)`),
	}
}

// running returns the words of running totals.
func (v *View) running() *runningWords { return v.wordings.running.get(newRunningWords) }

// saysMore reports whether the clause of one total narrows what is counted by a word that the
// sentence of the other lacks, or its sentence, or the one before, by a place that the other's
// text lacks. Whose the count is narrows nothing.
func (v *View) saysMore(f, g *Figure) bool {
	words := v.running()
	known := map[string]bool{}
	note := func(list ...string) {
		for _, text := range list {
			for _, word := range wordsOf(text) {
				known[origins.Head(word)] = true
			}
		}
	}
	note(v.sentenceText(g), v.home(g).document.Publisher, v.home(f).document.Publisher, origins.Head(f.Claim.Counted), g.Claim.Counted, f.Claim.Unit)
	for _, hop := range append(slices.Clone(v.chain(f)), v.chain(g)...) {
		note(hop.Name)
	}
	clause := v.clauseText(f)
	for _, cue := range []*pattern{words.since, words.upTo, words.same, words.saying} {
		clause = cue.ReplaceAllString(clause, " ")
	}
	if words.narrow.MatchString(clause) {
		return true // it is of a shorter time
	}
	for _, word := range wordsOf(clause) {
		if !known[origins.Head(word)] && !narrowsNothing(word) && words.deeds[word] == 0 {
			return true
		}
	}
	return v.elsewhere(f, g)
}

// elsewhere reports whether the sentence of a figure, or the one before, names a place that the
// text of another does not.
func (v *View) elsewhere(f, g *Figure) bool {
	text := v.home(g).document.Publisher + v.home(g).document.Text
	for _, place := range v.running().place.FindAllStringSubmatch(v.sentenceTextBefore(f)+" "+v.sentenceText(f), -1) {
		if name := place[1]; !strings.Contains(text, name) && !isTimeName(name) && !strings.Contains(v.home(f).document.Publisher, name) && !slices.ContainsFunc(v.chain(f), func(hop claims.Hop) bool { return strings.Contains(hop.Name, name) }) {
			return true
		}
	}
	return false
}

// wordsOf returns the words of a stretch in small letters.
func wordsOf(stretch string) []string {
	return strings.FieldsFunc(strings.ToLower(stretch), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127 && r != '’' && r != '“' && r != '”' && r != '–' && r != '—')
	})
}

// narrowsNothing reports whether a word leaves what is counted as wide as it is.
func narrowsNothing(word string) bool {
	if len(word) < 3 && word != "no" || strings.HasSuffix(word, "ly") || word[0] >= '0' && word[0] <= '9' {
		return true
	}
	switch word {
	case "the", "and", "had", "has", "have", "been", "was", "were", "are", "its", "his", "her", "our", "their", "that", "this", "all", "now", "far", "date", "they", "them", "these", "those", "some", "about", "only", "just",
		"already", "altogether", "total", "overall", "whole", "country", "nation", "nationwide", "throughout", "across", "entire", "together", "than", "more", "almost", "around", "roughly", "team", "teams", "crew", "crews", "officer", "officers",
		"official", "officials", "staff", "worker", "workers", "people", "number", "count", "tally", "figure", "stood", "stands", "risen", "rose", "reached", "come", "came", "out", "off", "over", "there", "said", "says", "office", "agency",
		"ministry", "authority", "authorities", "service", "government", "operation", "drive", "campaign", "since", "with", "from", "for", "into", "managed", "even", "still", "less", "fewer", "helpers", "which", "who", "what", "operators", "put", "puts", "while", "make", "makes", "made", "own", "books", "list", "lists", "under":
		return true
	}
	return isTimeName(word)
}

// isTimeName reports whether a word is the name of a day or month, or of a part of a day.
func isTimeName(word string) bool {
	switch word = strings.ToLower(word); word {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "evening", "morning", "night", "noon", "midnight", "afternoon", "day", "days", "week", "weeks", "month", "months", "today", "yesterday", "last":
		return true
	}
	return strings.HasSuffix(word, "day")
}

// tellers returns the keys of whose word a figure is: the office that publishes its text, and
// those that it is laid to.
func (s *sources) tellers(f *Figure) []sourceKey {
	its := f.document
	if its.document == nil {
		return nil
	}
	var out []sourceKey
	note := func(key sourceKey) {
		if key > 0 && !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	chain := s.view.chain(f)
	if its.document.Publisher != "" && s.view.office(its.document.Publisher) && !slices.ContainsFunc(chain, func(hop claims.Hop) bool { return s.view.office(hop.Name) }) {
		note(its.publisher)
	}
	for _, hop := range chain {
		if !nameless(hop) {
			note(s.key(hop.Name))
		}
		note(s.speaksFor(its, hop))
		note(s.endingIn(hop.Name))
		if publisher := s.bareName(its, hop.Name); publisher != "" {
			note(s.key(publisher))
		}
	}
	return out
}

// endingIn returns the key of the one office among the publishers whose name ends in another of
// several words: "State Railways" of Vellmark State Railways; 0 for none or several.
func (s *sources) endingIn(name string) sourceKey {
	name = strings.TrimPrefix(name, "the ")
	only := sourceKey(0)
	if !strings.Contains(name, " ") {
		return 0
	}
	for key, texts := range s.published {
		if len(texts) > 0 && strings.HasSuffix(texts[0].document.Publisher, " "+name) && s.view.office(texts[0].document.Publisher) {
			if only != 0 {
				return 0
			}
			only = sourceKey(key)
		}
	}
	return only
}
