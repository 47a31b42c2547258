package claims

import "slices"

// This file says how far a content reaches, and settles the contents of one
// sentence against each other.

// contentEnd returns where the clause that holds word i ends: at a semicolon or
// the end of the sentence.
func (l *line) contentEnd(i int) int {
	for ; i < len(l.words); i++ {
		if l.words[i].Lower == ";" && !l.quoted[i] && !l.enumerates(i+1) {
			return i
		}
	}
	end := len(l.words)
	for end > 0 && l.is(end-1, ".", "!", "?") && end-1 > 0 && !l.quoted[end-1] {
		end--
	}
	return end
}

// lists says whether a semicolon stands between from and to.
func (l *line) lists(from, to int) bool {
	for i := from; i < to; i++ {
		if l.is(i, ";") {
			return true
		}
	}
	return false
}

// enumerates says whether what follows a semicolon is one more item of a list
// rather than a clause. Two semicolons make a list, whatever its items are.
func (l *line) enumerates(i int) bool {
	if l.lists(0, i-1) || l.lists(i, len(l.words)) {
		return true
	}
	for ; i < len(l.words) && !l.is(i, ";"); i++ {
		if l.tagged(i, "WP", "WDT", "WRB") { // a relative clause belongs to its item
			return true
		}
		if l.tagged(i, "VBD", "VBZ", "VBP", "MD") {
			return false
		}
	}
	return true
}

// clauseEnd returns where a content that begins at start ends: with its
// sentence, before a clause that is not under the cue.
func (l *line) clauseEnd(s *statement, start int) int {
	end := l.contentEnd(start)
	within := s.cue.from == 0 || l.is(s.source.from-1, "when", "while", "after", "before", "if", "although", "though", "because", "since", "as") && s.source.from <= 3
	relative := l.is(s.source.from, "who", "which")
	for i := start + 1; i < end-1; i++ {
		if !l.comma(i) || l.quoted[i] {
			continue
		}
		switch {
		case within && l.verbFollows(i+1):
			return i
		case s.class.ownAct() && !l.is(i, ","): // the outlet adds behind a dash
			return i
		case l.is(s.source.from-1, "what"):
			return i
		case relative && l.tagged(i+1, "VBD", "VBZ", "VBP", "MD"):
			return i
		case s.class != saying && s.class != telling && (l.is(i+1, "which", "where", "who", "although", "though") && !l.lists(i, end) || l.is(i+1, "but") && l.verbFollows(i+2)):
			return i
		}
	}
	return end
}

// settle cuts the contents of the statements of one sentence against each
// other: what names another source is no content of a statement beside it, and
// a new clause with its own source ends the one before.
func (c *cues) settle(l *line, all []*statement) []*statement {
	for bi, b := range all {
		for ai, a := range all {
			if a == b {
				continue
			}
			switch {
			case b.trailing:
				cut := run{min(b.source.from, b.cue.from), max(b.source.to, b.cue.to)}
				if b.source.empty() {
					cut = b.cue
				}
				if l.is(cut.from-1, "as") {
					cut.from--
				}
				if cut.from > 0 && l.comma(cut.from-1) {
					cut.from--
				}
				tail := cut.to >= len(l.words)-1 || l.contentEnd(cut.to) <= cut.to
				a.content = without(a.content, cut, tail)
				if start := min(a.source.from, a.cue.from); a.trailing && ai < bi && start > 0 && !l.clauseStart(start) && (cut.from-max(a.source.to, a.cue.to) > 3 || l.counts(run{max(a.source.to, a.cue.to), cut.from})) {
					// Two such in one sentence: each governs what stands before it.
					a.content = without(a.content, run{max(a.source.to, a.cue.to), len(l.words)}, true)
					b.content = without(b.content, run{0, max(a.source.to, a.cue.to)}, false)
				}
			case b.source.from <= a.cue.from && a.cue.to <= b.source.to: // within the source's appositive
				a.content = without(a.content, run{b.source.to, len(l.words)}, true)
			case ai < bi && !b.source.empty():
				at := l.withSubordinate(a.cue.to, b.source.from)
				if b.source.from == a.source.from || b.source.to <= a.cue.from { // the same subject goes on
					at = b.cue.from
				}
				for at > 1 && l.tagged(at-1, "RB") && at == b.source.from {
					at--
				}
				if at > 0 && (l.tagged(at-1, "CC") || l.is(at-1, "while", "whereas", "though", "although", "as") && l.comma(at-2) || l.comma(at-1) && at == b.cue.from) {
					a.content = without(a.content, run{at - 1, len(l.words)}, true)
				}
			}
		}
	}
	all = slices.DeleteFunc(all, func(s *statement) bool { return len(s.content) == 0 && !s.opens && !s.follows && !s.back })
	for _, s := range all {
		for i := range s.content {
			s.content[i] = l.tidied(s.content[i])
		}
		s.content = slices.DeleteFunc(s.content, run.empty)
	}
	return all
}

// withSubordinate returns where the clause whose subject stands at subject
// begins, with an adverbial clause before it: "…, {and} when asked, S replied".
func (l *line) withSubordinate(from, subject int) int {
	if !l.comma(subject - 1) {
		return subject
	}
	for k := subject - 2; k > from+1; k-- {
		if l.is(k, "when", "after", "while", "if", "before", "although", "though", "asked") && l.tagged(k-1, "CC") && l.comma(k-2) {
			return k
		}
	}
	return subject
}

// without takes cut out of the runs; with tail, all that follows it as well.
func without(runs []run, cut run, tail bool) []run {
	var left []run
	for _, r := range runs {
		if cut.to <= r.from || cut.from >= r.to {
			if !(tail && r.from >= cut.to) {
				left = append(left, r)
			}
			continue
		}
		if cut.from > r.from {
			left = append(left, run{r.from, cut.from})
		}
		if !tail && cut.to < r.to {
			left = append(left, run{cut.to, r.to})
		}
	}
	return left
}

// tidied drops commas and closing stops at the ends of a content.
func (l *line) tidied(r run) run {
	for !r.empty() && l.comma(r.from) {
		r.from++
	}
	for !r.empty() && (l.comma(r.to-1) || l.is(r.to-1, ".") && !l.quoted[r.to-1]) {
		r.to--
	}
	return r
}
