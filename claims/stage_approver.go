package claims

import "strings"

// approver returns who approves, has approved or has to: "by the Defense
// Department", or the subject of "approved".
func (f *told) approver(text string) string {
	switch f.draft.figure.Stage {
	case Pending, Approved, Refused:
	default:
		return ""
	}
	for k := range f.groups {
		g := &f.groups[k]
		if g.class != approveClass && g.class != refuseClass {
			continue
		}
		if g.passive || g.participle && !g.finite {
			if f.at(g.last + 1).is("by") {
				return f.nameFrom(text, g.last+2)
			}
			continue
		}
		if name := f.nameBefore(text, g.first); name != "" {
			return name
		}
	}
	for i := range f.words {
		class, found := f.lists.noun(f.at(i).lower)
		if found && class == approveClass {
			if f.at(i+1).is("from", "by", "of") {
				return f.nameFrom(text, i+2)
			}
			if f.at(i-1).tag == "POS" {
				return f.nameBefore(text, i-1)
			}
		}
	}
	return ""
}

// nameFrom returns the noun phrase that starts at word i, without determiner.
func (f *told) nameFrom(text string, i int) string {
	for f.at(i).tag == "DT" || f.at(i).tag == "PRP$" {
		i++
	}
	last := i - 1
	for j := i; j < len(f.words); j++ {
		w := f.at(j)
		joins := (w.is("of", "and", "&", "for") || w.tag == "POS") && f.at(j+1).tag == "NNP" && f.at(i).tag == "NNP"
		if !strings.HasPrefix(string(w.tag), "NN") && w.tag != "JJ" && !joins {
			break
		}
		last = j
	}
	if last < i {
		return ""
	}
	return text[f.words[i].start:f.words[last].end]
}

// nameBefore returns the noun phrase that ends before word i.
func (f *told) nameBefore(text string, i int) string {
	first := i
	for j := i - 1; j >= 0; j-- {
		w := f.at(j)
		if w.tag == "RB" && first == i {
			i--
			first = i
			continue
		}
		joins := w.is("of") && first < i && f.at(first).tag == "NNP" && f.at(j-1).tag == "NNP" || w.tag == "POS"
		if !strings.HasPrefix(string(w.tag), "NN") && w.tag != "JJ" && !joins {
			break
		}
		first = j
	}
	if first >= i {
		return ""
	}
	return text[f.words[first].start:f.words[i-1].end]
}
