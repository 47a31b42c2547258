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
	certainShare = 0.98
	usualCount   = 3
)

// Words seen closedCount times have no other tags than those they were seen
// with, leaving out slips of the annotators: tags in a smaller share than
// slipShare. New words have only tags in this share of the rare words.
const (
	closedCount = 20
	slipShare   = 0.01
	openShare   = 0.003
)

// dropped is the share of features that is hidden from the learner at each
// word, by chance, so that it does not lean on few of them.
const dropped = 0.3

// minUpdates leaves out features that hardly ever mattered.
const minUpdates = 4

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
	lexicon := newLexicon(sentences, classes, number, learner)

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
			forms = formsOf(s, lexicon, forms[:0])
			language.Situate(s.text, s.words, forms)
			var last, before uint64
			for i := range forms {
				tag, certain := forms[i].Certain()
				if !certain {
					truth := number[s.words[i].Tag]
					features = language.Features(forms, i, last, before, features[:0])
					features = slices.DeleteFunc(features, func(uint64) bool { return random.Float64() < dropped })
					tag = learner.Learn(features, truth, forms[i].Tags())
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

// formsOf appends the forms of the sentence's words.
func formsOf(s sentence, lexicon *language.Lexicon, forms []language.Form) []language.Form {
	for _, word := range s.words {
		forms = append(forms, language.NewForm(word.In(s.text), lexicon))
	}
	return forms
}

// newLexicon counts the tags of each word, tells what is known of it to the
// learner, and returns the same as a lexicon.
func newLexicon(sentences []sentence, classes []string, number map[language.Tag]uint8, learner *perceptron.Learner) *language.Lexicon {
	type counts [perceptron.MaxClasses + 1]int
	counted := make(map[uint64]*counts)
	lexicon := language.NewLexicon(classes)
	var forms []language.Form
	for _, s := range sentences {
		forms = formsOf(s, lexicon, forms[:0])
		for i := range forms {
			word := forms[i].LexicalFeature()
			if counted[word] == nil {
				counted[word] = new(counts)
			}
			counted[word][number[s.words[i].Tag]]++
		}
	}
	known := make(map[uint64]language.Lexical)
	var rare counts
	for word, tags := range counted {
		best, sum := 0, 0
		var seen uint64
		for tag, count := range tags {
			sum += count
			if count > tags[best] {
				best = tag
			}
		}
		if sum < usualCount {
			for tag, count := range tags {
				rare[tag] += count
			}
			continue
		}
		for tag, count := range tags {
			if float64(count) > slipShare*float64(sum) {
				seen |= 1 << tag
			}
		}
		entry := language.Lexical{
			Usual:   uint64(best) + 1,
			Tags:    seen,
			Certain: sum >= certainCount && float64(tags[best]) >= certainShare*float64(sum),
			Closed:  sum >= closedCount,
		}
		known[word] = entry
		learner.Fix(word, entry.Entries())
	}
	all := 0
	for _, count := range rare {
		all += count
	}
	lexicon.Open = 0
	for tag, count := range rare {
		if count > 0 && float64(count) >= openShare*float64(all) {
			lexicon.Open |= 1 << tag
		}
	}
	if lexicon.Open == 0 {
		lexicon.Open = lexicon.All
	}
	learner.Fix(language.NewWord(), language.Lexical{Tags: lexicon.Open}.Entries())
	lexicon.Look = func(word uint64) language.Lexical { return known[word] }
	return lexicon
}
