package claims

import (
	"fmt"
	"strings"
)

// attitude is what cue_attitudes.txt says of one form of a word.
type attitude struct {
	feels     []cueVerb // the subject holds the attitude: "resents"
	adjective bool      // "wary"
	held      bool      // a noun: "doubts"
	light     bool      // carries such a noun: "voiced doubt"
	holder    bool      // a noun for who holds it: "critic"
}

// tellsAttitude says whether the word may be the cue of an attitude.
func (w *cueWord) tellsAttitude() bool {
	return w.adjective || w.held || w.holder || w.nominal != "" || w.feels != nil || w.verbs != nil
}

func (c *cues) readAttitudes(file string) error {
	at := func(word string) *attitude {
		if c.attitude[word] == nil {
			c.attitude[word] = &attitude{}
		}
		return c.attitude[word]
	}
	return listed(file, func(heading string, entries []string) error {
		for _, entry := range entries {
			switch heading {
			case "verb", "light":
				verb, forms := verbForms(judging, strings.Split(entry, "/"))
				for _, form := range forms {
					if heading == "light" {
						at(form).light = true
						continue
					}
					at(form).feels = append(at(form).feels, verb)
				}
			case "adjective":
				at(entry).adjective = true
			case "holder":
				at(entry).holder, at(entry+"s").holder = true, true
			case "noun":
				at(entry).held, at(entry+"s").held = true, true
			default:
				return fmt.Errorf("expected verb, light, adjective, noun or holder, found %q", heading)
			}
		}
		return nil
	})
}
