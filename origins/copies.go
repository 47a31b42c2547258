package origins

// A shared passage counts only when it holds running text: names and titles
// ("White House Deputy Chief of Staff …") are shared by texts that have nothing
// to do with each other, and so are turns of phrase ("did not immediately
// respond to a request for comment"), which are short.
const (
	fewestLower      = 6  // words in small letters in a passage
	fewestWords      = 12 // words in a passage
	fewestQuoted     = 10 // words of a quotation that both hold
	fewestWithNumber = 10 // words of a passage that carries a number over
	edited           = 3  // words that may be changed between two runs of one passage
)

// copies finds pairs of texts that share running text, and pairs that share a
// quotation: these have a speaker in common, not each other.
func (s *search) copies() (copies, quotations []found) {
	texts := make([][]word, len(s.texts))
	for i, t := range s.texts {
		texts[i] = words(t.Text)
	}
	s.copied = map[[2]int]bool{}
	for _, f := range pairs(texts, shared(texts, func(w word) bool { return !w.quoted }), fewestWords, fewestWithNumber) {
		if s.texts[f.pair[0]].publisher == s.texts[f.pair[1]].publisher && s.texts[f.pair[0]].publisher != "" {
			continue // an outlet's standing text, or its own earlier report
		}
		f.kind = Copies
		if s.texts[f.pair[0]].day == "" || s.texts[f.pair[1]].day == "" {
			f.probability /= 2 // nothing says which was first
		}
		copies = append(copies, f)
		s.copied[f.pair] = true
	}
	for _, f := range pairs(texts, shared(texts, func(w word) bool { return w.quoted }), fewestQuoted, fewestQuoted) {
		f.kind = SameSource
		quotations = append(quotations, f)
	}
	return copies, quotations
}

// pairs gathers passages by pair of texts and drops pairs that share too little.
func pairs(texts [][]word, runs []passage, atLeast, withNumber int) []found {
	var out []found
	for start := 0; start < len(runs); {
		late, early := runs[start].late, runs[start].early
		f := found{pair: [2]int{late, early}}
		total := 0
		end := start
		for end < len(runs) && runs[end].late == late && runs[end].early == early {
			first := end
			for end++; end < len(runs) && goesOn(runs[end-1], runs[end]); end++ {
			}
			words, lower, digits := weigh(texts[late], runs[first:end])
			if lower < fewestLower || words < atLeast && (!digits || words < withNumber) {
				continue
			}
			total += words
			for _, r := range runs[first:end] {
				f.spans = append(f.spans, SharedSpan{From: reach(texts[late], r.from, r.len), To: reach(texts[early], r.to, r.len)})
			}
		}
		if total > 0 {
			f.probability = min(0.99, 0.6+float64(total)/100)
			out = append(out, f)
		}
		start = end
	}
	return out
}

// goesOn reports whether run b goes on where run a ends, in both texts, but for
// a few edited words: both are one passage.
func goesOn(a, b passage) bool {
	from, to := b.from-a.from-a.len, b.to-a.to-a.len
	return a.late == b.late && a.early == b.early && 0 <= from && from <= edited && 0 <= to && to <= edited
}

// weigh counts the words of a passage, and those in small letters.
func weigh(text []word, runs []passage) (words, lower int, digits bool) {
	for _, r := range runs {
		for _, w := range text[r.from : r.from+r.len] {
			if w.lower {
				lower++
			}
			digits = digits || w.digits
		}
		words += r.len
	}
	return words, lower, digits
}

func reach(text []word, from, n int) [2]int {
	return [2]int{int(text[from].start), int(text[from+n-1].end)}
}
