package language

import "unicode/utf8"

// Form is what the tagger sees of one word, apart from its neighbours.
type Form struct {
	word    uint64 // hash of the word in lower case, digits as 0
	tags    uint64 // the tags it can have, a bit for each
	suffix  uint32 // the last four bytes of the word as hashed
	prefix  uint32 // the first three bytes of the same
	shape   uint16 // bits below
	spacing uint16 // bits below, for signs only
	usual   uint8  // the number of its most frequent tag and 1; 0 when unknown
	certain bool   // its usual tag needs no context
}

// Bits of shape and spacing.
const (
	startsUpper uint16 = 1 << iota
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

// NewForm returns what the spelling of a word alone tells.
func NewForm(word string, lexicon *Lexicon) Form {
	form := newForm(word)
	lexical := lexicon.Look(form.LexicalFeature())
	form.usual, form.certain, form.tags = uint8(lexical.Usual), lexical.Certain, lexical.Tags
	switch {
	case lexical.Closed:
	case form.shape&(startsUpper|holdsUpper|holdsLower) == 0:
		form.tags = lexicon.All
	default:
		form.tags |= lexicon.Open
	}
	if form.shape&startsUpper != 0 {
		form.tags |= lexicon.Names
	}
	return form
}

// Situate adds what the sentence of the words tells to their forms. The tagger
// and its training share it.
func Situate(text string, words []Word, forms []Form) {
	longer, upper, capitals := 0, 0, 0
	opens := true
	for i, word := range words {
		form := &forms[i]
		plain := form.shape&(startsUpper|holdsUpper|holdsLower|holdsDigit|holdsBeyond) != 0
		if opens {
			form.shape |= opensSentence
			opens = !plain
		}
		if !plain {
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
	}
	var style uint16
	switch {
	case longer < 3:
	case capitals*4 >= longer*3:
		style = inCapitals
	case upper*4 >= longer*3:
		style = inHeadline
	}
	for i := range forms {
		form := &forms[i]
		form.shape |= style
		if form.shape&(holdsUpper|holdsStop|holdsOther) == holdsUpper && style != inCapitals {
			form.certain = false // "IT" and "US" are not the words "it" and "us"
		}
	}
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
		form.suffix = form.suffix<<8 | uint32(b)
		if length < 3 {
			form.prefix = form.prefix<<8 | uint32(b)
		}
		length++
	}
	form.word = hash
	return form
}

// Certain returns the tag of a form that needs no context.
func (f *Form) Certain() (tag uint8, certain bool) {
	if !f.certain {
		return 0, false
	}
	return f.usual - 1, true
}

// plain reports whether the word is letters of ASCII and nothing else.
func (f *Form) plain() bool {
	return f.shape&^(startsUpper|holdsUpper|holdsLower) == 0
}

// Tags returns the tags that the form can have, a bit for each.
func (f *Form) Tags() uint64 { return f.tags }
