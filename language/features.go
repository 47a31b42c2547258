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
	single := p.single()
	return p.rare(append(into, single[:]...))
}

// Groups of features whose sums are remembered, see memory; single and rare
// hold the others.
const (
	ofForm = iota
	ofLeft
	ofRight
	ofTagsBefore
	ofUsualsRight
	ofBothSides
	groups
)

// group appends the features of the group.
func (p *place) group(group int, into []uint64) []uint64 {
	form, right, tags := p.form, uint64(p.right.usual), p.last<<8|p.before
	switch group {
	case ofForm:
		suffix, shape := uint64(form.suffix)&0xFFFFFF, uint64(form.shape)
		into = append(into,
			mix(ofWord, form.word),
			mix(ofSuffix1, suffix&0xFF),
			mix(ofSuffix2, suffix&0xFFFF),
			mix(ofSuffix3, suffix),
			mix(ofSuffix4, uint64(form.suffix)),
			mix(ofPrefix, uint64(form.prefix)),
			mix(ofShape, shape),
			mix(ofShapeSuffix, pair(shape, suffix)),
			mix(ofWordShape, pair(form.word, shape)))
		if form.spacing != 0 || form.shape&(startsUpper|holdsLower|holdsDigit) == 0 {
			into = append(into, mix(ofSpacing, pair(form.word, uint64(form.spacing))))
		}
		return into
	case ofLeft:
		return append(into, mix(ofWordBefore, p.left.word), mix(ofSuffixBefore, uint64(p.left.suffix)&0xFFFFFF))
	case ofRight:
		return append(into, mix(ofWordAfter, p.right.word), mix(ofSuffixAfter, uint64(p.right.suffix)&0xFFFFFF))
	case ofTagsBefore:
		return append(into, mix(ofTag, p.last), mix(ofTags, tags))
	case ofUsualsRight:
		return append(into, mix(ofUsualAfter, right), mix(ofUsualsAfter, right<<8|uint64(p.right2.usual)))
	}
	return append(into, mix(ofTagUsualAfter, right<<8|p.last))
}

// single returns the features that come again, but each with others.
func (p *place) single() [5]uint64 {
	tags := p.last<<8 | p.before
	return [5]uint64{
		mix(ofWordBefore2, p.left2.word),
		mix(ofWordAfter2, p.right2.word),
		mix(ofUsual, pair(uint64(p.form.usual), tags)),
		mix(ofTagsUsualAfter, uint64(p.right.usual)<<16|tags),
		mix(ofShapes, pair(uint64(p.form.shape), uint64(p.left.shape)<<16|uint64(p.right.shape))),
	}
}

// rare appends the features that seldom come again.
func (p *place) rare(into []uint64) []uint64 {
	word := p.form.word
	return append(into,
		mix(ofBigramBefore, pair(word, p.left.word)),
		mix(ofBigramAfter, pair(word, p.right.word)),
		mix(ofWordUsualAfter, pair(word, uint64(p.right.usual))))
}

// LexicalFeature is the feature under which what is known of a form is kept.
func (f *Form) LexicalFeature() uint64 { return mix(lexical, f.word) }
