package claims

import "muster/interval"

// This file reads the words of those who have the say: what is not decided yet, and what
// was granted beside the number.

// nobodyDecided reports whether the sentence says that nobody has decided on the figure:
// "no decision has been taken on 900 soldiers", "has still to decide whether to send
// 900", "whether the 900 will go is still open", "no order for 900 has been given".
func (f *told) nobodyDecided() bool {
	figure := &f.draft.figure
	if figure.Unit != "" && !f.isCurrency() || !f.maybeForce() && !f.lists.people(figure.Counted) && (figure.Value == nil || figure.Value.Cmp(interval.Int(10)) < 0) {
		return false
	}
	for i := f.first - 1; i >= 0; i-- {
		w := f.at(i)
		switch {
		case w.is(";", ":", "—", "”", "\"", "''"):
			return false
		case w.is("decision", "decisions", "ruling", "verdict") && f.leadsOn(i):
			return f.at(i-1).is("no", "any") || f.at(i-2).is("no") || f.openBehind()
		case w.is("decide", "decided", "rule", "ruled", "vote", "voted", "agree", "agreed") && f.leadsOn(i):
			return f.notYet(i)
		case w.is("order", "approval", "permission", "permit", "authorisation", "authorization", "mandate", "money") && f.at(i-1).is("no") && f.at(i+1).is("for", "to"):
			g := f.verbBetween(f.last, len(f.words))
			return g != nil && g.passive && g.perfect && !g.negated
		case w.is("whether") && (i == 0 || f.at(i-1).is("clear", "known", "open", "settled", "certain")):
			return i == 0 && f.openBehind() || f.notYetClear(i-1)
		}
	}
	return false
}

// leadsOn reports whether a word for what is decided follows the word at i before the
// figure, and no verb of its own between: "on", "about", "whether to send".
func (f *told) leadsOn(i int) bool {
	for k := i + 1; k < f.first && k < i+9; k++ {
		if f.at(k).is("on", "about", "over", "whether", "upon") {
			return f.at(k).is("whether") || f.verbBetween(k, f.first) == nil && f.noOtherMatter(k)
		}
		if f.at(k).is(",", "and", "but", "to", "that") {
			return false
		}
	}
	return false
}

// noOtherMatter reports whether what "on" at word k opens is the figure, or a request or
// a plan for it, and no "name for the 40 boats".
func (f *told) noOtherMatter(k int) bool {
	for i := k + 1; i < f.first; i++ {
		if f.at(i).is("for", "of") {
			if _, found := f.lists.noun(f.at(i - 1).lower); !found {
				return false
			}
		}
	}
	return true
}

// notYet reports whether the verb at i tells what is still to be done: "has still to
// decide", "has not decided", "is yet to vote", "nothing has been decided".
func (f *told) notYet(i int) bool {
	for k := range f.groups {
		g := &f.groups[k]
		if i < g.first || i > g.last {
			continue
		}
		if g.negated || g.yet || f.at(g.first-1).is("nothing", "nobody") || f.at(g.first-2).is("nothing") {
			return true
		}
		before := f.previousGroup(g)
		return g.infinitive && before != nil && before.last >= g.first-2 && (f.at(g.first-1).is("still", "yet") || f.at(before.last).have() || before.last >= 0 && f.at(g.first-2).is("still"))
	}
	return false
}

// openBehind reports whether the sentence says behind the figure that the matter is open:
// "is still open", "is expected on Friday", "remains unclear".
func (f *told) openBehind() bool {
	for k := range f.groups {
		g := &f.groups[k]
		if g.first <= f.last || !g.finite {
			continue
		}
		for i := g.first; i <= g.last+3; i++ {
			if f.at(i).is("open", "unclear", "undecided", "uncertain", "pending", "expected", "awaited", "due", "outstanding", "unsettled") {
				return true
			}
			if f.at(i).is("settled", "decided", "clear", "certain") && (g.negated || f.at(i-1).negation()) {
				return true
			}
		}
	}
	return false
}

// notYetClear reports whether the word at i, "clear" or "known", is denied.
func (f *told) notYetClear(i int) bool {
	if f.at(i).is("open") {
		return true
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if f.at(k).negation() {
			return true
		}
	}
	return false
}

// longestAnswer is how many words a sentence has that tells no more than what became of
// a request.
const longestAnswer = 14

// granted returns what became of a request by the rest of its sentence, or by the next
// one where that is short and holds no number: "asked for 40 boats, and the ministry
// granted the request", "The request was turned down." Empty for none.
func (f *told) granted(next *sentence) Stage {
	rest := f.words[min(f.last+1, len(f.words)):]
	stage := becameOf(len(rest), func(i int) string { return rest[i].lower })
	if stage != "" || next == nil || len(next.Words) > longestAnswer {
		return stage
	}
	for i := range next.Words {
		if next.Words[i].Tag == "CD" {
			return ""
		}
	}
	return becameOf(len(next.Words), func(i int) string { return next.Words[i].Lower })
}

// becameOf reads "the request was granted", "turned the request down" in words.
func becameOf(count int, word func(int) string) Stage {
	at := func(i int, words ...string) bool { return i >= 0 && i < count && isAny(word(i), words) }
	for i := range count {
		all := at(i, "all", "both") && at(i+1, "were", "was")
		if !all && !(at(i, "request", "requests", "application", "plea", "petition") && at(i-1, "the", "its", "their", "that", "this", "his", "her")) {
			continue
		}
		for k := i - 4; k <= i+5; k++ {
			if at(k, ",", ";", ".", "not", "n't", "if", "yet", "will", "would", "could", "for") && k > i {
				break
			}
			if at(k-1, "not", "n't", "to", "if") || at(k-2, "not", "n't") {
				continue
			}
			switch {
			case at(k, "granted", "approved", "accepted", "met") && (k > i || !all):
				return Approved
			case at(k, "rejected", "refused", "denied", "declined"), at(k, "turned") && (at(k+1, "down") || at(i+1, "down")):
				return Refused
			}
		}
	}
	return ""
}
