package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"muster/language"
	"muster/language/perceptron"
)

// Words seen this often with one tag in this share need no context.
const (
	certainCount = 10
	certainShare = 0.99
	usualCount   = 3
)

// minUpdates leaves out features that hardly ever mattered.
const minUpdates = 2

// learn trains a tagger and returns the bytes of its table. The same
// sentences, passes and seed give the same bytes.
func learn(sentences []sentence, passes int, seed uint64, unit float64, progress io.Writer) ([]byte, error) {
	classes := classesOf(sentences)
	number := make(map[language.Tag]uint8)
	for i, class := range classes {
		number[language.Tag(class)] = uint8(i)
	}
	learner := perceptron.NewLearner(classes)
	learner.MinUpdates = minUpdates
	lexicon := usualTags(sentences, number, learner)

	sentences = withCopies(sentences)
	random := rand.New(rand.NewPCG(seed, 0))
	var forms []language.Form
	var features []uint64
	for pass := range passes {
		random.Shuffle(len(sentences), func(i, j int) {
			sentences[i], sentences[j] = sentences[j], sentences[i]
		})
		right, all := 0, 0
		for _, s := range sentences {
			forms = language.Forms(s.text, s.words, lexicon, forms)
			var last, before uint64
			for i := range forms {
				tag, fixed := forms[i].Fixed()
				if !fixed {
					truth := number[s.words[i].Tag]
					features = language.Features(forms, i, last, before, features[:0])
					tag = learner.Learn(features, truth)
					all++
					if tag == truth {
						right++
					}
				}
				before, last = last, uint64(tag)+1
			}
		}
		fmt.Fprintf(progress, "pass %d: %.2f %% right\n", pass+1, 100*float64(right)/float64(all))
	}
	return learner.File(unit)
}

// classesOf returns the tags in use, sorted.
func classesOf(sentences []sentence) []string {
	var classes []string
	seen := make(map[language.Tag]bool)
	for _, s := range sentences {
		for _, word := range s.words {
			if !seen[word.Tag] {
				seen[word.Tag] = true
				classes = append(classes, string(word.Tag))
			}
		}
	}
	slices.Sort(classes)
	return classes
}

// usualTags counts the tags of each form, tells them to the learner, and
// returns them as a lexicon.
func usualTags(sentences []sentence, number map[language.Tag]uint8, learner *perceptron.Learner) language.Lexicon {
	counts := make(map[uint64]*perceptron.Scores)
	none := func(uint64) (uint8, bool, bool) { return 0, false, false }
	var forms []language.Form
	for _, s := range sentences {
		forms = language.Forms(s.text, s.words, none, forms)
		for i, form := range forms {
			word := form.LexicalFeature()
			if counts[word] == nil {
				counts[word] = new(perceptron.Scores)
			}
			counts[word][number[s.words[i].Tag]]++
		}
	}
	type usual struct {
		tag   uint8
		fixed bool
	}
	usuals := make(map[uint64]usual)
	for word, tags := range counts {
		best, sum := 0, int32(0)
		for tag, count := range tags {
			sum += count
			if count > tags[best] {
				best = tag
			}
		}
		if sum < usualCount {
			continue
		}
		fixed := sum >= certainCount && float64(tags[best]) >= certainShare*float64(sum)
		usuals[word] = usual{uint8(best), fixed}
		learner.Fix(word, uint8(best), language.LexicalWeight(fixed))
	}
	return func(word uint64) (uint8, bool, bool) {
		found, known := usuals[word]
		return found.tag, found.fixed, known
	}
}
