package claims

// This file shares out numbers among the bodies that a sentence names in turn.

// shareOut gives each number of a sentence its own body: where "respectively" says so,
// and to the first of a list whose others have one, "{Chad} sent 90 soldiers, Togo 40".
func shareOut(all []*found) {
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && all[end].scan == all[i].scan {
			end++
		}
		all[i].scan.respectively(all[i:end])
		for k := i; k+1 < end; k++ {
			f, next := all[k], all[k+1]
			if f.organisation != "" || next.organisation == "" || next.draft.like != f.draft || !f.scan.countsPersonnel(f) {
				continue
			}
			if p := f.scan.subject(f); f.scan.isName(p) {
				f.belongsTo(f.scan.phraseText(p))
			}
		}
		i = end
	}
}

// belongsTo files the figure with the body.
func (f *found) belongsTo(name string) {
	f.organisation, f.draft.figure.Organisation = name, name
}

// isName reports whether all words of the phrase are those of a name on no list.
func (s *scan) isName(p phrase) bool {
	for i := p.first; i <= p.last; i++ {
		if !s.isNameWord(i) || s.headline {
			return false
		}
	}
	return !p.empty()
}

// respectively reads "A and B sent 40 and 60 guards respectively" and "40 and 60 guards
// came from A and B respectively".
func (s *scan) respectively(here []*found) {
	at := len(s.list) - 1
	for at > 0 && !s.list[at].is("respectively") {
		at--
	}
	if at <= 0 || len(here) < 2 {
		return
	}
	names := s.names(s.clauseStart(here[0].first), s.clauseVerb(s.clauseStart(here[0].first), here[0].first))
	if len(names) != len(here) {
		from := here[len(here)-1].nounEnd() + 1
		for from < at && !s.at(from).is("from", "by") {
			from++
		}
		names = s.names(from+1, at)
	}
	if len(names) != len(here) {
		return
	}
	for i, f := range here {
		name := s.phraseText(names[i])
		if m := s.mentionIn(names[i].first, names[i].last, false); m != nil {
			name = m.name.Short
		} else if m := s.mentionIn(names[i].first, names[i].last, true); m != nil {
			name = m.name.Short
		}
		f.belongsTo(name)
		f.draft.figure.Subject = s.phraseText(names[i])
	}
}

// names returns the names that stand between two tokens, parted by commas and "and";
// none where something else stands there.
func (s *scan) names(from, to int) (found []phrase) {
	first := from
	for i := from; i <= to; i++ {
		if i < to && (!s.at(i).is(",", "and") || s.insideMention(i)) {
			continue
		}
		p := phrase{first, i - 1}
		if s.at(p.first).is("the") {
			p.first++
		}
		first = i + 1
		if p.last < p.first {
			continue // ", and"
		}
		if !s.at(p.first).upper {
			return nil
		}
		found = append(found, p)
	}
	return found
}
