package claims

import "muster/language"

// quantityContext is what earlier sentences leave for later ones.
type quantityContext struct {
	counted      string // the last counted noun of people or things
	organisation string
}

func (c *quantityContext) pass(*Reader, string, language.Sentence) {}

// complete supplies what stands elsewhere: counted nouns left out, the
// organisation, the subject, the place.
func (r *Reader) complete(context *quantityContext, s *scan, sentence language.Sentence, here []*found) {
}
