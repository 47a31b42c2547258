package claims

import (
	"cmp"
	"slices"
)

// tally counts what the reader got right on some documents.
type tally struct {
	documents, gold, found       int // figures annotated; figures the reader found
	met, valued, verbatim, whole int
	right, asked                 map[string]int         // by field, of the figures valued
	labels                       map[string][][2]string // by field, annotated and found label of each figure valued
}

func newTally() *tally {
	return &tally{right: map[string]int{}, asked: map[string]int{}, labels: map[string][][2]string{}}
}

// scoreError is one thing the reader got wrong.
type scoreError struct {
	field     string // of scoredFields, or "missed", "spurious", "value"
	exact     string
	gold, got Figure
}

// document scores what the reader found in one document, and returns the errors.
func (t *tally) document(d goldDocument, figures []Figure, names *Names) (errors []scoreError) {
	text := []rune(d.Text)
	t.documents++
	t.gold += len(d.Figures)
	t.found += len(figures)
	for _, f := range figures {
		if f.Number.End <= len(text) && string(text[f.Number.Start:f.Number.End]) == f.Number.Exact {
			t.verbatim++
		}
	}
	partner := pairs(d.Figures, figures)
	for i, g := range d.Figures {
		j, met := partner[i]
		if !met {
			errors = append(errors, scoreError{"missed", g.Exact, g.asFigure(), Figure{}})
			continue
		}
		t.met++
		if !rightValue(g, figures[j]) {
			errors = append(errors, scoreError{"value", g.Exact, g.asFigure(), figures[j]})
			continue
		}
		t.valued++
		errors = append(errors, t.fields(g, figures[j], names)...)
	}
	taken := map[int]bool{}
	for _, j := range partner {
		taken[j] = true
	}
	for j, f := range figures {
		if !taken[j] {
			errors = append(errors, scoreError{"spurious", f.Quote.Exact, Figure{}, f})
		}
	}
	return errors
}

func (t *tally) fields(g goldFigure, f Figure, names *Names) (errors []scoreError) {
	right := rightFields(g, f, names)
	for _, field := range scoredFields {
		ok, asked := right[field]
		if !asked {
			continue
		}
		t.asked[field]++
		if ok {
			t.right[field]++
		} else {
			errors = append(errors, scoreError{field, g.Exact, g.asFigure(), f})
		}
	}
	for _, field := range labelFields {
		t.labels[field] = append(t.labels[field], [2]string{label(field, g.asFigure()), label(field, f)})
	}
	if right["whole"] {
		t.whole++
	}
	return errors
}

// pairs joins annotated and found figures whose numbers share text, one to
// one: right values first, then by how much they share.
func pairs(gold []goldFigure, found []Figure) map[int]int {
	type pair struct {
		i, j, shared int
		right        bool
	}
	var all []pair
	for i, g := range gold {
		start, end := g.numberSpan()
		for j, f := range found {
			if shared := min(end, f.Number.End) - max(start, f.Number.Start); shared > 0 {
				all = append(all, pair{i, j, shared, rightValue(g, f)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int {
		if a.right != b.right {
			if a.right {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.shared, a.shared)
	})
	partner, taken := map[int]int{}, map[int]bool{}
	for _, p := range all {
		if _, has := partner[p.i]; !has && !taken[p.j] {
			partner[p.i], taken[p.j] = p.j, true
		}
	}
	return partner
}

// scores returns all measures in per cent, by name.
func (t *tally) scores() map[string]float64 {
	s := map[string]float64{
		"span F1":  percent(2*t.met, t.gold+t.found),
		"value F1": percent(2*t.valued, t.gold+t.found),
		"whole F1": percent(2*t.whole, t.gold+t.found),
		"verbatim": percent(t.verbatim, t.found),
	}
	for _, field := range scoredFields {
		s[field] = percent(t.right[field], t.asked[field])
	}
	for _, field := range labelFields {
		s["macro "+field] = macro(t.labels[field])
	}
	return s
}

// macro is the mean F1 over the labels annotated at least twice.
func macro(answers [][2]string) float64 {
	annotated, found, both := map[string]int{}, map[string]int{}, map[string]int{}
	for _, a := range answers {
		annotated[a[0]]++
		found[a[1]]++
		if a[0] == a[1] {
			both[a[0]]++
		}
	}
	sum, n := 0.0, 0
	for label, count := range annotated {
		if count >= 2 {
			sum += percent(2*both[label], count+found[label])
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// percent returns part of whole in per cent; nothing of nothing is all right.
func percent(part, whole int) float64 {
	if whole == 0 {
		return 100
	}
	return 100 * float64(part) / float64(whole)
}

// add joins the counts of two sets of documents.
func (t *tally) add(other *tally) {
	t.documents, t.gold, t.found = t.documents+other.documents, t.gold+other.gold, t.found+other.found
	t.met, t.valued, t.verbatim, t.whole = t.met+other.met, t.valued+other.valued, t.verbatim+other.verbatim, t.whole+other.whole
	for _, field := range scoredFields {
		t.right[field] += other.right[field]
		t.asked[field] += other.asked[field]
	}
	for _, field := range labelFields {
		t.labels[field] = append(t.labels[field], other.labels[field]...)
	}
}
