package origins

import (
	"cmp"
	"slices"
)

// Passages are found by winnowed word fingerprints (Schleimer, Wilkerson and
// Aiken, SIGMOD 2003): a shared run of at least run+window-1 words always
// shares a fingerprint. Both are small, because one sentence, a little edited,
// is enough to carry a figure over.
const (
	run, window = 6, 5
	// commonest is the number of texts above which a fingerprint is a phrase
	// that everybody uses and says nothing.
	commonest = 100
)

// passage is a run of words that two texts share.
type passage struct {
	early, late   int // index of the documents, early < late
	from, to, len int // first word in late, in early; number of words
}

type fingerprint struct {
	hash     uint64
	document int
	word     int
}

// shared finds the passages that later texts have in common with earlier ones.
// texts are in order of publication. Only words that keep says yes to count;
// the others end a run. Each fingerprint links a text to the first that has it
// and to the one before, so that the work grows with the number of texts only.
func shared(texts [][]word, keep func(word) bool) []passage {
	var prints []fingerprint
	for i, text := range texts {
		for start := 0; start < len(text); {
			if !keep(text[start]) {
				start++
				continue
			}
			end := start
			for end < len(text) && keep(text[end]) {
				end++
			}
			prints = winnow(prints, text[start:end], i, start)
			start = end
		}
	}
	slices.SortFunc(prints, func(a, b fingerprint) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.document, b.document), cmp.Compare(a.word, b.word))
	})

	var found []passage
	for start := 0; start < len(prints); {
		end := start
		holders := 0
		for end < len(prints) && prints[end].hash == prints[start].hash {
			if end == start || prints[end].document != prints[end-1].document {
				holders++
			}
			end++
		}
		switch same := prints[start:end]; {
		case holders > commonest:
			for _, p := range same {
				for i := range run {
					texts[p.document][p.word+i].common = true
				}
			}
		case holders > 1:
			found = link(found, same)
		}
		start = end
	}
	return extend(texts, found, keep)
}

// link pairs each text's first place of a fingerprint with the first text's
// and with the place in the text before.
func link(found []passage, same []fingerprint) []passage {
	first, previous, current := same[0], same[0], same[0]
	for _, p := range same[1:] {
		if p.document == current.document {
			continue
		}
		previous, current = current, p
		found = append(found, passage{early: first.document, late: p.document, from: p.word, to: first.word})
		if previous.document != first.document {
			found = append(found, passage{early: previous.document, late: p.document, from: p.word, to: previous.word})
		}
	}
	return found
}

// extend verifies each pair of places word by word, lets it grow to both sides
// as far as no common passage begins, and drops those that lie in a longer one.
func extend(texts [][]word, found []passage, keep func(word) bool) []passage {
	slices.SortFunc(found, func(a, b passage) int {
		return cmp.Or(cmp.Compare(a.late, b.late), cmp.Compare(a.early, b.early), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	var out []passage
	for _, p := range found {
		if n := len(out); n > 0 {
			last := out[n-1]
			if last.late == p.late && last.early == p.early && p.from < last.from+last.len && p.from-last.from == p.to-last.to {
				continue
			}
		}
		late, early := texts[p.late], texts[p.early]
		equal := func(i, j int) bool {
			return i >= 0 && j >= 0 && i < len(late) && j < len(early) && late[i].hash == early[j].hash && !late[i].common && keep(late[i]) && keep(early[j])
		}
		for equal(p.from+p.len, p.to+p.len) {
			p.len++
		}
		if p.len == 0 {
			continue // two fingerprints that are equal by chance, or a common passage
		}
		for equal(p.from-1, p.to-1) {
			p.from, p.to, p.len = p.from-1, p.to-1, p.len+1
		}
		if p.len >= run {
			out = append(out, p)
		}
	}
	return out
}

// winnow adds the fingerprints of a piece of text: of each window of hashes the
// smallest, the rightmost of equals.
func winnow(prints []fingerprint, piece []word, document, offset int) []fingerprint {
	if len(piece) < run {
		return prints
	}
	hashes := make([]uint64, len(piece)-run+1)
	for i := range hashes {
		h := uint64(run)
		for _, w := range piece[i : i+run] {
			h = (h ^ w.hash) * 0x9E3779B97F4A7C15
			h ^= h >> 29
		}
		hashes[i] = h
	}
	last := -1
	for end := min(window, len(hashes)); end <= len(hashes); end++ {
		least := max(0, end-window)
		for i := least; i < end; i++ {
			if hashes[i] <= hashes[least] {
				least = i
			}
		}
		if least != last {
			prints = append(prints, fingerprint{hashes[least], document, offset + least})
			last = least
		}
	}
	return prints
}
