package findings

import (
	_ "embed"
	"slices"
	"strings"

	"muster/claims"
)

//go:embed denied.txt
var deniedFile string

// deniedWords are the phrases by which texts deal with what somebody denies, by kind;
// denied.txt says what each kind means.
type deniedWords map[string]*deniedPhrases

// deniedPhrases are phrases in small letters.
type deniedPhrases struct {
	by  map[string][]string // by their first words
	any *pieces             // one of them stands in each text with a phrase
}

func newDeniedWords() deniedWords {
	words := deniedWords{}
	all := map[string][]string{}
	for line := range strings.Lines(deniedFile) {
		kind, entries, found := strings.Cut(line, ":")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for entry := range strings.SplitSeq(entries, ",") {
			phrases := []string{""}
			for slot := range strings.FieldsSeq(entry) {
				var longer []string
				for _, phrase := range phrases {
					for word := range strings.SplitSeq(slot, "/") {
						longer = append(longer, strings.TrimSpace(phrase+" "+word))
					}
				}
				phrases = longer
			}
			if words[kind] == nil {
				words[kind] = &deniedPhrases{by: map[string][]string{}}
			}
			for _, phrase := range phrases {
				first := phrase[:lettersFrom(phrase, 0)]
				words[kind].by[first] = append(words[kind].by[first], phrase)
			}
			all[kind] = append(all[kind], phrases...)
		}
	}
	for kind, phrases := range all {
		words[kind].any = newPieces(append(phrases, foldedOddly...)...)
	}
	return words
}

// in reports whether a text has a phrase of a kind, as whole words.
func (w deniedWords) in(kind, text string) bool {
	return w[kind].any.in(text) && w.place(kind, strings.ToLower(text)) >= 0
}

// place returns where the first phrase of a kind begins in a text in small letters, in bytes;
// -1 where none does.
func (w deniedWords) place(kind, text string) int {
	for at := 0; at < len(text); at++ {
		end := lettersFrom(text, at)
		if end == at {
			continue
		}
		for _, phrase := range w[kind].by[text[at:end]] {
			if strings.HasPrefix(text[at:], phrase) && !letterAt(text, at+len(phrase)) {
				return at
			}
		}
		at = end
	}
	return -1
}

// lettersFrom returns where the letters end that begin at a place of a text.
func lettersFrom(text string, at int) int {
	for letterAt(text, at) {
		at++
	}
	return at
}

func letterAt(text string, i int) bool {
	return i >= 0 && i < len(text) && text[i] >= 'a' && text[i] <= 'z'
}

// speaksOfDenial reports whether a text tells that somebody denies something.
func (v *View) speaksOfDenial(document string) bool {
	return v.hasDenial(strings.ToLower(v.document(document).Text))
}

// hasDenial reports whether a stretch in small letters tells that somebody denies something.
func (v *View) hasDenial(text string) bool {
	for _, words := range v.denied()["speaks"].by {
		if holds(text, words) {
			return true
		}
	}
	return false
}

// sentenceBehind returns the sentence behind that of a figure.
func (v *View) sentenceBehind(f *Figure) string {
	list, _, last := v.sentencesOf(f)
	if last+1 >= len(list) {
		return ""
	}
	return list[last+1].text
}

// answered reports whether the sentence of a figure or the next tells that it is not so.
func (v *View) answered(f *Figure) bool {
	return v.has(answering, f, func() bool {
		if before := f.previous; before != nil && v.spot(before).first == v.spot(f).first && v.spot(before).last == v.spot(f).last {
			return v.answered(before) // what is asked of is the same
		}
		return v.denied().in("answer", v.sentenceText(f)) || v.denied().in("answer", v.sentenceBehind(f))
	})
}

// claimed reports whether a text tells a figure as what somebody claims: it lays it to a body or
// a person, or says so in its sentence.
func (v *View) claimed(f *Figure) bool {
	return len(v.claimants(f)) > 0 || v.denied().in("claims", v.sentenceText(f))
}

// claimants returns the bodies and people that a text lays a figure to; no outlets, no unnamed
// officials, and not nobody.
func (v *View) claimants(f *Figure) []claims.Hop {
	return slices.DeleteFunc(slices.Clone(v.chain(f)), func(h claims.Hop) bool {
		switch h.Kind {
		case claims.Organisation, claims.Person, claims.Dataset, claims.DocumentHop:
			return false
		case claims.Anonymous:
			name := strings.ToLower(h.Name)
			return strings.Contains(name, "official") || strings.Contains(name, "authorit") || strings.Contains(name, "source") || name == "nobody" || name == "no one"
		}
		return true
	})
}

// claimedBesides reports whether a text tells a figure as what somebody claims beside the publisher
// of another text: "the agency TRN reported" lays it to nobody else.
func (v *View) claimedBesides(f, other *Figure) bool {
	return len(v.claimantsBesides(f, other)) > 0 || v.denied().in("claims", v.sentenceText(f))
}

func (v *View) claimantsBesides(f, other *Figure) []claims.Hop {
	publisher := v.home(other).document.Publisher
	return slices.DeleteFunc(v.claimants(f), func(h claims.Hop) bool {
		return publisher != "" && !v.office(publisher) && (v.Comparer.names.Same(h.Name, publisher) || v.sources().key(h.Name) == v.sources().key(publisher))
	})
}

// laidToOthers reports whether a text tells a figure as what others claim than the one who denies
// it: "the dockers insist that 40 were withdrawn". "The office" and one who speaks for it are the
// denier; the body itself that is said to do it, under the text with the denial, is nobody else.
func (v *View) laidToOthers(f, denial *Figure) bool {
	denier, own := whoDenies(denial).Name, ""
	if v.cites(f, denial.Document) {
		own = f.Claim.Organisation
	}
	return v.claimedBesides(f, denial) && !v.laidTo(f, denial) && !slices.ContainsFunc(v.claimants(f), func(h claims.Hop) bool {
		return namesLast(denier, h) || v.sources().speaksFor(v.home(f), h) == v.sources().key(denier) || own != "" && v.Comparer.names.Same(h.Name, own)
	})
}
