package origins

// A shared passage counts only when it holds running text: names and titles
// ("White House Deputy Chief of Staff …") are shared by texts that have nothing
// to do with each other.
const (
	fewestLower      = 6  // words in small letters in a passage
	fewestWords      = 12 // words in all passages of a pair together
	fewestQuoted     = 10 // words of a quotation that both hold
	fewestWithNumber = 9  // words of a passage that carries a number over
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
func pairs(texts [][]word, passages []passage, atLeast, withNumber int) []found {
	var out []found
	for start := 0; start < len(passages); {
		late, early := passages[start].late, passages[start].early
		f := found{pair: [2]int{late, early}}
		total, carries := 0, false
		covered := -1
		end := start
		for ; end < len(passages) && passages[end].late == late && passages[end].early == early; end++ {
			p := passages[end]
			lower, digits := 0, false
			for _, w := range texts[late][p.from : p.from+p.len] {
				if w.lower {
					lower++
				}
				digits = digits || w.digits
			}
			if lower < fewestLower || p.from < covered {
				continue
			}
			covered = p.from + p.len
			total += p.len
			carries = carries || digits && p.len >= withNumber
			f.spans = append(f.spans, SharedSpan{From: reach(texts[late], p.from, p.len), To: reach(texts[early], p.to, p.len)})
		}
		if total >= atLeast || carries {
			f.probability = min(0.99, 0.6+float64(total)/100)
			out = append(out, f)
		}
		start = end
	}
	return out
}

func reach(text []word, from, n int) [2]int { return [2]int{text[from].start, text[from+n-1].end} }
