package claims

import "strings"

// creditLines is how many lines of a text may hold its byline and dateline,
// and creditWords how many words of a line come before the agency.
const (
	creditLines = 5
	creditWords = 12
)

// creditOf returns the agency that a reprint credits: in the dateline, "LAGOS
// (Reuters) -", in a byline, "By Associated Press", or as whom it cites: "The
// Courier reports citing Reuters".
func creditOf(lines []*line, names *Names, publisher string) []Hop {
	for _, l := range lines[:min(len(lines), creditLines)] {
		for i := 0; i < len(l.words); i++ {
			name, n := l.nameAt(i)
			if n == 0 || name.Kind != Outlet || sameOutlet(names, name.Short, publisher) {
				continue
			}
			if i < creditWords && l.credits(i, n) || l.citedByUs(i, publisher) {
				return []Hop{{Name: name.Short, Kind: Outlet, Role: RoleSource}}
			}
		}
		if name := l.unlistedCredit(); name != "" && !sameOutlet(names, name, publisher) {
			return []Hop{{Name: name, Kind: Outlet, Role: RoleSource}}
		}
	}
	return nil
}

// credits says whether the outlet's name of n words at i stands in a dateline
// or a byline.
func (l *line) credits(i, n int) bool {
	end := i + n
	if l.is(i-1, "(", "/") {
		for k := end; k < len(l.words) && k < end+8; k++ { // "(Courier / Reuters - 18th August)"
			if l.is(k, ")") {
				return (k == end || l.is(end, "-", "–", "/", ",")) && (l.comma(k+1) || l.is(k+1, "-"))
			}
		}
	}
	return l.is(0, "by") && end == len(l.words)
}

// citedByUs says whether the publisher itself cites the outlet at i: "the
// Courier reports citing O".
func (l *line) citedByUs(i int, publisher string) bool {
	k := i - 1
	if l.is(k, "the") {
		k--
	}
	if !l.is(k, "citing", "quoting") {
		return false
	}
	if k--; l.comma(k) {
		k--
	}
	if !l.is(k, "reports", "reported", "writes") || k < 1 {
		return false
	}
	return publisher != "" && strings.HasSuffix(strings.TrimRight(l.text[:l.words[k].Start], " "), publisher)
}

// unlistedCredit returns the name of an agency that is on no list: "By ANNA
// BERG/Coast Capital Chronicle", "(North Coast Newswires), May 4"; "" for none.
func (l *line) unlistedCredit() string {
	if l.is(0, "by") && len(l.words) < creditWords && len(l.words) > 2 && !l.finite(0, len(l.words)) {
		line := l.in(run{1, len(l.words)})
		if at := strings.LastIndexByte(line, '/'); at > 0 && at+3 < len(line) && line[at+1] >= 'A' && line[at+1] <= 'Z' {
			return strings.TrimRight(line[at+1:], ". ")
		}
	}
	if !l.is(0, "(") {
		return ""
	}
	for k := 1; k < len(l.words) && k < 6 && l.capital(k); k++ {
		if l.is(k+1, ")") && l.comma(k+2) && l.is(k, "newswires", "newswire", "news", "agency", "press", "wire") && k > 1 {
			return l.in(run{1, k + 1})
		}
	}
	return ""
}
