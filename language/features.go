package language

import "unicode/utf8"

// Form is what the tagger sees of one word, apart from its neighbours.
type Form struct {
	word    uint64 // hash of the word in lower case, digits as 0
	suffix  uint64 // the last four bytes of the same
	prefix  uint64 // the first three bytes of the same
	shape   uint64 // bits below
	usual   uint64 // the word's most frequent tag and 1; 0 when unknown
	fixed   bool   // the usual tag needs no context
	spacing uint64 // bits below, for signs only
}

// Bits of shape and spacing.
const (
	startsUpper uint64 = 1 << iota
	holdsUpper         // after the first letter
	holdsLower
	holdsDigit
	holdsHyphen
	holdsStop
	holdsOther // other signs
	holdsBeyond
	opensSentence // no letter or digit stands before it
	inHeadline    // most longer words of the sentence start upper case
	inCapitals    // the sentence is written in capitals
	spaceBefore
	spaceAfter
)

// Lexicon tells the usual tag of a word by the hash of its form: its number
// and whether it needs no context.
type Lexicon func(word uint64) (tag uint8, fixed, known bool)

// Forms describes the words of one sentence into the given slice. The tagger
// and its training share it.
func Forms(text string, words []Word, lexicon Lexicon, forms []Form) []Form {
	forms = forms[:0]
	longer, upper, capitals := 0, 0, 0
	opens := true
	for _, word := range words {
		form := newForm(word.In(text))
		if opens {
			form.shape |= opensSentence
			opens = form.shape&(startsUpper|holdsUpper|holdsLower|holdsDigit|holdsBeyond) == 0
		}
		if form.shape&(startsUpper|holdsUpper|holdsLower|holdsDigit|holdsBeyond) == 0 {
			if word.Start == 0 || isBlank(text[word.Start-1]) {
				form.spacing |= spaceBefore
			}
			if word.End == len(text) || isBlank(text[word.End]) {
				form.spacing |= spaceAfter
			}
		} else if word.End-word.Start > 3 && form.shape&holdsDigit == 0 {
			longer++
			if form.shape&startsUpper != 0 {
				upper++
				if form.shape&(holdsUpper|holdsLower) == holdsUpper {
					capitals++
				}
			}
		}
		forms = append(forms, form)
	}
	var style uint64
	switch {
	case longer < 3:
	case capitals*4 >= longer*3:
		style = inCapitals
	case upper*4 >= longer*3:
		style = inHeadline
	}
	for i := range forms {
		forms[i].shape |= style
		tag, fixed, known := lexicon(mix(lexical, forms[i].word))
		if known {
			forms[i].usual = uint64(tag) + 1
			// "IT" and "US" are not the words "it" and "us".
			name := forms[i].shape&(holdsUpper|holdsStop|holdsOther) == holdsUpper && style != inCapitals
			forms[i].fixed = fixed && !name
		}
	}
	return forms
}

func isBlank(b byte) bool { return b <= ' ' }

// The hash of forms is FNV-1a.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

// newForm reads the word's letters once.
func newForm(word string) Form {
	var form Form
	hash := uint64(hashStart)
	length := 0
	for i := 0; i < len(word); i++ {
		b := word[i]
		switch {
		case 'a' <= b && b <= 'z':
			form.shape |= holdsLower
		case 'A' <= b && b <= 'Z':
			b += 'a' - 'A'
			if i == 0 {
				form.shape |= startsUpper
			} else {
				form.shape |= holdsUpper
			}
		case '0' <= b && b <= '9':
			b = '0'
			form.shape |= holdsDigit
		case b == '-':
			form.shape |= holdsHyphen
		case b == '.':
			form.shape |= holdsStop
		case b < utf8.RuneSelf:
			form.shape |= holdsOther
		case b == 0xE2 && i+2 < len(word) && word[i+1] == 0x80:
			// General punctuation: quotation marks and dashes by their plain forms.
			form.shape |= holdsOther
			switch word[i+2] {
			case 0x98, 0x9C:
				b = '`'
			case 0x99:
				b = '\''
			case 0x9D:
				b = '"' // closing, as the spacing tells too
			case 0x93:
				b = '-'
			case 0x94: // as two hyphens
				hash = (hash ^ '-') * hashPrime
				b = '-'
			default:
				b = word[i+2]
			}
			i += 2
		case b == 0xC2 && i+1 < len(word) && word[i+1] >= 0xBC && word[i+1] <= 0xBE: // ¼ ½ ¾
			i++
			b = '0'
			form.shape |= holdsDigit
		default:
			form.shape |= holdsBeyond
		}
		hash = (hash ^ uint64(b)) * hashPrime
		form.suffix = form.suffix<<8&0xFFFFFFFF | uint64(b)
		if length < 3 {
			form.prefix = form.prefix<<8 | uint64(b)
		}
		length++
	}
	form.word = hash
	return form
}

// Templates of features: a number for each, mixed into its hash.
const (
	lexical uint64 = iota + 1
	ofWord
	ofSuffix1
	ofSuffix2
	ofSuffix3
	ofSuffix4
	ofPrefix
	ofShape
	ofShapeSuffix
	ofWordShape
	ofWordBefore
	ofWordBefore2
	ofWordAfter
	ofWordAfter2
	ofTag
	ofTags
	ofTagWord
	ofTagSuffix
	ofTagShape
	ofBigramBefore
	ofBigramAfter
	ofSuffixBefore
	ofSuffixAfter
	ofShapes
	ofUsual
	ofUsualAfter
	ofUsualsAfter
	ofTagUsualAfter
	ofWordUsualAfter
	ofTagsUsualAfter
	ofSpacing
)

// mix makes the hash of a feature.
func mix(template, value uint64) uint64 {
	hash := (value ^ template*0x9E3779B97F4A7C15) * 0xFF51AFD7ED558CCD
	hash ^= hash >> 29
	hash *= 0xC4CEB9FE1A85EC53
	return hash ^ hash>>32
}

func pair(a, b uint64) uint64 { return a*0x9DDFEA08EB382D69 ^ (b + 0x632BE59BD9B4E019) }

// Features appends the features of forms[i] to into; last and before are the
// tags of the two words to the left plus 1, 0 where there is none. The set
// follows Collins 2002 and Toutanova et al. 2003, with the usual tags of the
// words to the right.
func Features(forms []Form, i int, last, before uint64, into []uint64) []uint64 {
	return contextFeatures(forms, i, last, before, forms[i].features(into))
}

// features appends the features of the form alone.
func (f *Form) features(into []uint64) []uint64 {
	suffix3 := f.suffix & 0xFFFFFF
	into = append(into,
		mix(ofWord, f.word),
		mix(ofSuffix1, f.suffix&0xFF),
		mix(ofSuffix2, f.suffix&0xFFFF),
		mix(ofSuffix3, suffix3),
		mix(ofSuffix4, f.suffix),
		mix(ofPrefix, f.prefix),
		mix(ofShape, f.shape),
		mix(ofShapeSuffix, pair(f.shape, suffix3)),
		mix(ofWordShape, pair(f.word, f.shape)),
	)
	if f.spacing != 0 || f.shape&(startsUpper|holdsLower|holdsDigit) == 0 {
		into = append(into, mix(ofSpacing, pair(f.word, f.spacing)))
	}
	return into
}

// contextFeatures appends the features that ask for the neighbours as well.
func contextFeatures(forms []Form, i int, last, before uint64, into []uint64) []uint64 {
	var none Form
	left, left2, right, right2 := &none, &none, &none, &none
	if i > 0 {
		left = &forms[i-1]
	}
	if i > 1 {
		left2 = &forms[i-2]
	}
	if i+1 < len(forms) {
		right = &forms[i+1]
	}
	if i+2 < len(forms) {
		right2 = &forms[i+2]
	}
	form := &forms[i]
	suffix3 := form.suffix & 0xFFFFFF
	tags := last<<8 | before
	return append(into,
		mix(ofWordBefore, left.word),
		mix(ofWordBefore2, left2.word),
		mix(ofWordAfter, right.word),
		mix(ofWordAfter2, right2.word),
		mix(ofTag, last),
		mix(ofTags, tags),
		mix(ofTagWord, pair(form.word, last)),
		mix(ofTagSuffix, pair(suffix3, last)),
		mix(ofTagShape, pair(form.shape, last)),
		mix(ofBigramBefore, pair(form.word, left.word)),
		mix(ofBigramAfter, pair(form.word, right.word)),
		mix(ofSuffixBefore, left.suffix&0xFFFFFF),
		mix(ofSuffixAfter, right.suffix&0xFFFFFF),
		mix(ofShapes, pair(form.shape, left.shape<<16|right.shape)),
		mix(ofUsual, pair(form.usual, tags)),
		mix(ofUsualAfter, right.usual),
		mix(ofUsualsAfter, right.usual<<8|right2.usual),
		mix(ofTagUsualAfter, right.usual<<8|last),
		mix(ofWordUsualAfter, pair(form.word, right.usual)),
		mix(ofTagsUsualAfter, right.usual<<16|tags),
	)
}

// LexicalFeature is the feature under which the usual tag of a form is kept.
func (f Form) LexicalFeature() uint64 { return mix(lexical, f.word) }

// Fixed returns the tag of a form that needs no context.
func (f Form) Fixed() (tag uint8, fixed bool) {
	if !f.fixed {
		return 0, false
	}
	return uint8(f.usual - 1), true
}

// LexicalWeight is the weight under which a usual tag is kept.
func LexicalWeight(fixed bool) int8 {
	if fixed {
		return certain
	}
	return 1
}
