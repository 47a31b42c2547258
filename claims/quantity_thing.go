package claims

import (
	"strings"

	"muster/interval"
)

// This file tells words that are units elsewhere and things here: water meters, passengers
// on foot.

// metersAreThings reports whether a text means devices where it counts meters without more:
// it speaks of "water meters", or writes lengths as "metres".
func (r *Reader) metersAreThings(text string) bool {
	for at := strings.Index(text, "meters"); at >= 0; {
		before := strings.TrimRight(text[:at], " ")
		word := strings.ToLower(before[strings.LastIndexAny(before, " \n\t“\"(-")+1:])
		if r.words.in("metered", word) || strings.Contains(text, "metres") && !endsInLetter(text[:at]) {
			return true
		}
		next := strings.Index(text[at+1:], "meters")
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return false
}

func endsInLetter(text string) bool { return text != "" && isLetter(text[len(text)-1]) }

// countsMeters reports whether the word at token i, which names a unit, counts devices: "1.1
// million meters", in a text on water meters "2,400 meters", "fit 12,000 meters".
func (s *scan) countsMeters(a *amount, i int) bool {
	if !s.at(i).is("meters") || s.at(i).glued {
		return false
	}
	switch next := s.at(i + 1); {
	case next.is("of", "long", "wide", "high", "deep", "tall", "thick", "away", "across", "above", "below", "under", "beneath", "down", "up", "per", "a", "square", "behind", "ahead", "apart", "short"), next.isNoun():
		return false
	}
	if s.meters || a.scale.Cmp(interval.Int(1000)) > 0 {
		return true
	}
	if a.value.Cmp(interval.Int(1000)) < 0 {
		return false
	}
	for j := a.first - 1; j >= 0 && j > a.first-6; j-- {
		if s.words.in("mounting", s.at(j).lower) {
			return true
		}
	}
	return false
}

// goesOnFoot reports whether the word at token i is no measure but tells how those counted
// go: "40 foot passengers", "12 foot patrols".
func (s *scan) goesOnFoot(i int) bool {
	next := s.at(i + 1)
	return s.at(i).is("foot") && !s.at(i).glued && !next.glued && next.kind == wordToken && s.words.in("walking", next.lower)
}
