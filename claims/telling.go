package claims

import (
	"muster/interval"
)

// course is what the figures of a document leave for those after them, so
// that each is looked up and none searched for.
type course struct {
	byValue   map[string]*draft // the last figure with a value, by value, unit and rate
	estimates map[string]bool   // the names of the sources that estimated a figure
}

// tellings places the drafts, which stand in text order, in their clauses.
func (r *Reader) tellings(text string, sentences []sentence, drafts []*draft, m *workspace) []*told {
	all := make([]*told, 0, len(drafts))
	for start := 0; start < len(drafts); {
		sentence := drafts[start].sentence
		end := start + 1
		for end < len(drafts) && drafts[end].sentence == sentence {
			end++
		}
		view := r.stageWords.clauses(text, sentences[sentence], m)
		for i := start; i < end; i++ {
			f := view.figure(drafts[i])
			f.earlier, f.beside = drafts[:i], drafts[start:end]
			all = append(all, f)
		}
		start = end
	}
	return all
}

// take remembers a figure whose stage and act are known.
func (c *course) take(d *draft) {
	if d.figure.Value != nil {
		c.byValue[valueKey(d)] = d
	}
	if source := d.figure.Attribution; d.figure.Act == Estimate && len(source.Chain) > 1 {
		c.estimates[source.Root().Name] = true
	}
}

// endKey writes an end of an interval so that equal ends are written alike.
func endKey(e interval.End) string {
	switch {
	case !e.Bounded:
		return "* "
	case e.Open:
		return e.Value.String() + "( "
	}
	return e.Value.String() + " "
}

func valueKey(d *draft) string {
	return d.figure.Value.String() + " " + d.figure.Unit + "/" + d.figure.Per
}
