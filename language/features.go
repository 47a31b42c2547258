package language

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

// place is a word that the tagger has come to.
type place struct {
	left2, left, form, right, right2 *Form
	last, before                     uint64 // the two tags to the left plus 1; 0 where there is none
}

var noForm Form

// at returns the place of forms[i].
func at(forms []Form, i int, last, before uint64) place {
	p := place{left2: &noForm, left: &noForm, form: &forms[i], right: &noForm, right2: &noForm, last: last, before: before}
	if i > 0 {
		p.left = &forms[i-1]
	}
	if i > 1 {
		p.left2 = &forms[i-2]
	}
	if i+1 < len(forms) {
		p.right = &forms[i+1]
	}
	if i+2 < len(forms) {
		p.right2 = &forms[i+2]
	}
	return p
}

// Features appends the features of forms[i] to into; last and before are the
// tags of the two words to the left plus 1, 0 where there is none. The set
// follows Collins 2002 and Toutanova et al. 2003, with the usual tags of the
// words to the right.
func Features(forms []Form, i int, last, before uint64, into []uint64) []uint64 {
	p := at(forms, i, last, before)
	for group := range groups {
		into = p.group(group, into)
	}
	return p.rare(into)
}

// Groups of features that come again together, so that their sums are worth
// remembering; rare holds the others.
const (
	ofForm = iota
	ofLeft
	ofRight
	ofTagsBefore
	ofUsualsRight
	ofBothSides
	ofFarLeft
	ofFarRight
	ofUsualHere
	ofTagsAndRight
	groups
)

// key is the same where the features of the group are. Prefix and suffix are in
// it, since a word's hash alone does not tell "—" from "--".
func (p *place) key(group int) uint64 {
	switch group {
	case ofForm:
		return pair(pair(p.form.word, p.form.prefix<<32|p.form.suffix), p.form.shape<<8|p.form.spacing<<40)
	case ofLeft:
		return pair(p.left.word, p.left.suffix)
	case ofRight:
		return pair(p.right.word, p.right.suffix)
	case ofTagsBefore:
		return p.last<<8 | p.before
	case ofUsualsRight:
		return p.right.lexical.Usual<<8 | p.right2.lexical.Usual
	case ofBothSides:
		return p.right.lexical.Usual<<8 | p.last
	case ofFarLeft:
		return p.left2.word
	case ofFarRight:
		return p.right2.word
	case ofUsualHere:
		return p.form.lexical.Usual<<16 | p.last<<8 | p.before
	}
	return p.right.lexical.Usual<<16 | p.last<<8 | p.before
}

// group appends the features of the group.
func (p *place) group(group int, into []uint64) []uint64 {
	form, right, tags := p.form, p.right.lexical.Usual, p.last<<8|p.before
	switch group {
	case ofForm:
		suffix := form.suffix & 0xFFFFFF
		into = append(into,
			mix(ofWord, form.word),
			mix(ofSuffix1, form.suffix&0xFF),
			mix(ofSuffix2, form.suffix&0xFFFF),
			mix(ofSuffix3, suffix),
			mix(ofSuffix4, form.suffix),
			mix(ofPrefix, form.prefix),
			mix(ofShape, form.shape),
			mix(ofShapeSuffix, pair(form.shape, suffix)),
			mix(ofWordShape, pair(form.word, form.shape)))
		if form.spacing != 0 || form.shape&(startsUpper|holdsLower|holdsDigit) == 0 {
			into = append(into, mix(ofSpacing, pair(form.word, form.spacing)))
		}
		return into
	case ofLeft:
		return append(into, mix(ofWordBefore, p.left.word), mix(ofSuffixBefore, p.left.suffix&0xFFFFFF))
	case ofRight:
		return append(into, mix(ofWordAfter, p.right.word), mix(ofSuffixAfter, p.right.suffix&0xFFFFFF))
	case ofTagsBefore:
		return append(into, mix(ofTag, p.last), mix(ofTags, tags))
	case ofUsualsRight:
		return append(into, mix(ofUsualAfter, right), mix(ofUsualsAfter, right<<8|p.right2.lexical.Usual))
	case ofBothSides:
		return append(into, mix(ofTagUsualAfter, right<<8|p.last))
	case ofFarLeft:
		return append(into, mix(ofWordBefore2, p.left2.word))
	case ofFarRight:
		return append(into, mix(ofWordAfter2, p.right2.word))
	case ofUsualHere:
		return append(into, mix(ofUsual, pair(form.lexical.Usual, tags)))
	}
	return append(into, mix(ofTagsUsualAfter, right<<16|tags))
}

// rare appends the features that seldom come again.
func (p *place) rare(into []uint64) []uint64 {
	word := p.form.word
	return append(into,
		mix(ofBigramBefore, pair(word, p.left.word)),
		mix(ofBigramAfter, pair(word, p.right.word)),
		mix(ofShapes, pair(p.form.shape, p.left.shape<<16|p.right.shape)),
		mix(ofWordUsualAfter, pair(word, p.right.lexical.Usual)))
}

// LexicalFeature is the feature under which what is known of a form is kept.
func (f *Form) LexicalFeature() uint64 { return mix(lexical, f.word) }
