package claims

// creditLines is how many lines of a text may hold its byline and dateline,
// and creditWords how many words of a line come before the agency.
const (
	creditLines = 5
	creditWords = 12
)

// creditOf returns the agency that a reprint credits: in the dateline, "LAGOS
// (Reuters) -", or in a byline, "By Associated Press".
func creditOf(lines []*line, names *Names, publisher string) []Hop {
	for _, l := range lines[:min(len(lines), creditLines)] {
		for i := 0; i < min(len(l.words), creditWords); i++ {
			name, n := l.nameAt(i)
			if n == 0 || name.Kind != Outlet || sameOutlet(names, name.Short, publisher) {
				continue
			}
			dateline := l.is(i-1, "(") && l.is(i+n, ")") && (l.comma(i+n+1) || l.is(i+n+1, "-"))
			byline := l.is(0, "by") && i+n == len(l.words)
			if dateline || byline {
				return []Hop{{Name: name.Short, Kind: Outlet, Role: RoleSource}}
			}
		}
	}
	return nil
}
