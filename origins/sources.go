package origins

import "muster/claims"

// sameSource adds edges between texts that name the same source for one figure:
// a public body, a person, a document, a data set, or an outlet. Anonymous
// sources are never taken for the same. Each text is linked to the first that
// names the source and to the one before.
func (s *search) sameSource(edges *edgeSet, groups []group) {
	for _, g := range groups {
		var names []string
		bySource := map[string][]int{}
		for _, i := range g {
			source := s.tellings[i].source
			origin := source.Origin()
			if len(source.Chain) < 2 || !named(origin) || origin.Role == claims.RoleSpeaker {
				continue
			}
			key := s.identity.key(origin.Name)
			if len(s.byPublisher[key]) > 0 {
				continue // an outlet of the dossier: that is an edge of its own
			}
			if bySource[key] == nil {
				names = append(names, key)
			}
			bySource[key] = append(bySource[key], i)
		}
		for _, key := range names {
			list := bySource[key]
			for n, i := range list[1:] {
				for _, j := range []int{list[0], list[n]} {
					a, b := s.tellings[i], s.tellings[j]
					if a.text != b.text {
						edges.add([2]int{a.text, b.text}, SameSource, 0.9, SharedSpan{From: place(a), To: place(b)})
					}
				}
			}
		}
	}
}

// named reports whether a hop is one that other texts can name too.
func named(h claims.Hop) bool {
	switch h.Kind {
	case claims.Organisation, claims.Person, claims.DocumentHop, claims.Dataset, claims.Outlet:
		return h.Name != ""
	}
	return false
}

// unlinked adds an edge where texts tell one figure and nothing else joins
// them, over any number of steps, to the first text that tells it.
func (s *search) unlinked(edges *edgeSet, groups []group) {
	for _, g := range groups {
		first := s.tellings[g[0]]
		reached := map[int]bool{first.text: true}
		for grown := true; grown; {
			grown = false
			for _, i := range g {
				a := s.tellings[i].text
				if reached[a] {
					continue
				}
				for _, j := range g {
					if b := s.tellings[j].text; reached[b] && edges.linked(a, b) {
						reached[a], grown = true, true
						break
					}
				}
			}
			if grown {
				continue
			}
			for _, i := range g {
				if a := s.tellings[i]; !reached[a.text] {
					edges.add([2]int{a.text, first.text}, SameFigure, sameFigureProbability(a.Claim), SharedSpan{From: place(a), To: place(first)})
					reached[a.text], grown = true, true
					break
				}
			}
		}
	}
}

// sameFigureProbability is how likely an equal figure was taken over: a round
// number recurs by chance, 3,012 hardly does.
func sameFigureProbability(f claims.Figure) float64 {
	return min(0.8, 0.3+0.15*float64(digits(f.Value)-1))
}
