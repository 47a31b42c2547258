package claims

import "strings"

// This file says when a figure holds whose sentence tells no time of its own.

// timeOfWhole returns the time of the figure that this one is a part of:
// "including 250", "of these, 75 percent".
func (f *told) timeOfWhole() *When {
	whole := f.previous()
	if f.goesOn(whole) || f.pointsBack(whole) {
		return whole.figure.About
	}
	if whole == nil || whole.figure.About == nil || f.draft.sentence-whole.sentence > 1 {
		return nil
	}
	for i := f.first - 1; i >= 0 && i >= f.first-4; i-- {
		if f.at(i).is("including", "these", "those", "them") {
			return whole.figure.About
		}
	}
	same := whole.sentence == f.draft.sentence
	if same && (f.isCompared(f.draft) || f.isCompared(whole)) {
		return nil
	}
	if same && f.draft.figure.Unit == "percent" && strings.Contains(f.between(whole), "that is") || f.at(f.last+1).is("of") && f.at(f.last+2).is("them", "these", "those") {
		return whole.figure.About
	}
	if same && f.coordinated(whole) && f.nothingBetween(whole) {
		return whole.figure.About
	}
	return nil
}

// openingSentences is how many sentences behind a headline tell the same again.
const openingSentences = 3

// timesOfHeadline gives a figure of the headline the time that the opening of
// the article tells with the same figure.
func timesOfHeadline(all []*told, sentences []sentence) {
	apart := len(sentences) > 1 && sentences[0].Paragraph != sentences[1].Paragraph
	for i, f := range all {
		if f.draft.sentence > 0 || !f.headline && !apart {
			return
		}
		if f.draft.figure.About != nil || f.draft.figure.Value == nil || f.draft.figure.Unit == "times" {
			continue
		}
		for _, g := range all[i+1:] {
			if g.draft.sentence > openingSentences {
				break
			}
			if g.draft.sentence > 0 && g.draft.figure.Value != nil && g.draft.figure.About != nil && valueKey(f.draft) == valueKey(g.draft) {
				f.draft.figure.About = g.draft.figure.About
				break
			}
		}
	}
}

// goesOn reports whether the sentence takes up the earlier one: "X also
// threatened".
func (f *told) goesOn(whole *draft) bool {
	if whole == nil || whole.figure.About == nil || f.draft.sentence-whole.sentence != 1 {
		return false
	}
	mine, theirs := f.draft.figure.Attribution.Root(), whole.figure.Attribution.Root()
	if mine.Role != RoleSpeaker || mine.Name != theirs.Name {
		return false
	}
	for i := 0; i < f.first; i++ {
		if f.at(i).is("also") {
			return true
		}
	}
	return false
}

// nothingBetween reports whether no verb at all stands between the figures.
func (f *told) nothingBetween(whole *draft) bool {
	for _, w := range f.words {
		inside := w.start >= whole.quote[1] && w.end <= f.draft.quote[0]
		if inside && (w.is("while", "but", "whereas", "—", ";") || strings.HasPrefix(string(w.tag), "VB")) {
			return false
		}
	}
	return true
}

// between returns the words between the figures in lower case.
func (f *told) between(whole *draft) string {
	var words []string
	for _, w := range f.words {
		if w.start >= whole.quote[1] && w.end <= f.draft.quote[0] {
			words = append(words, w.lower)
		}
	}
	return strings.Join(words, " ")
}

// pointsBack reports whether the sentence speaks of the figure of the one
// before: "That is 60 percent more", "It says 101 flights carried 12,870".
func (f *told) pointsBack(whole *draft) bool {
	if whole == nil || whole.figure.About == nil || f.draft.sentence-whole.sentence != 1 || len(f.times) > 0 || f.draft.figure.Unit == "times" {
		return false
	}
	i := 0
	if f.at(i).is("and", "but") {
		i++
	}
	if f.at(i).is("that", "this", "those", "these") && f.at(i+1).is("is", "was", "would", "'s", "are", "were", "means", "meant") {
		return true
	}
	mine, theirs := f.draft.figure.Attribution.Root(), whole.figure.Attribution.Root()
	return f.at(i).is("it", "they", "he", "she") && mine.Role != "" && mine.Name == theirs.Name && f.says(i+1)
}

// says reports whether a verb of saying or counting begins at word i.
func (f *told) says(i int) bool {
	for k := range f.groups {
		if g := &f.groups[k]; g.first == i {
			return says(g) || f.at(g.main).is("estimates", "estimated", "counted", "counts", "put", "puts")
		}
	}
	return false
}

// listedWith reports whether the figure goes on a list of outcomes: the figure
// of the sentence before, in the same paragraph, is one too, and this sentence
// tells no time.
func (f *told) listedWith(sentences []sentence) bool {
	whole := f.previous()
	if whole == nil || whole.figure.About == nil || len(f.times) > 0 || f.draft.sentence-whole.sentence > 1 || f.draft.figure.Stage != Result || whole.figure.Stage != Result {
		return false
	}
	if sentences[f.draft.sentence].Paragraph != sentences[whole.sentence].Paragraph || f.draft.figure.Unit != whole.figure.Unit {
		return false
	}
	return true
}
