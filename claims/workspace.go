package claims

import "muster/language"

// workspace is memory that one document after the other is read in: memory
// that was just used lies near the processor, memory taken anew does not.
// Nothing in a Reading points into it.
type workspace struct {
	tagged    language.Memory
	sentences []sentence
	lexemes   []*lexeme
	names     []spelled
	named     []named
	scans     []scan
	tokens    []token
	finite    []int32
	mentions  []mention
	words     []language.Word
	lines     []line
	byIndex   []*line
	quoted    []bool
	clauses   []clauseWord
	times     []timeToken
}

// newWorkspace returns an empty workspace for the reader.
func (r *Reader) newWorkspace() *workspace {
	return &workspace{tagged: language.Memory{Note: func(word string) int32 { return r.lexicon.numbers[word] }}}
}

// longestKept is the length in bytes of the longest document whose memory is
// kept for the next.
const longestKept = 256 << 10

// forget drops the memory of a long document.
func (m *workspace) forget() {
	*m = workspace{tagged: m.tagged}
	m.tagged.Forget()
}

// mostRoom bounds the room that is taken at once, so that little of it stays
// empty.
const mostRoom = 1 << 15

// sized returns count zero values from the memory, which grows where it must.
func sized[T any](memory *[]T, count int) []T {
	if cap(*memory) < count {
		*memory = make([]T, count)
	}
	list := (*memory)[:count]
	clear(list)
	return list
}

// room returns the rest of the memory to append to: it has place for count
// more. Who keeps what was appended calls kept.
func room[T any](memory *[]T, count int) []T {
	if cap(*memory)-len(*memory) < count {
		*memory = make([]T, 0, max(count, min(2*cap(*memory), mostRoom)))
	}
	return (*memory)[len(*memory):]
}

// kept sets what was appended to the room apart from what comes next and
// returns it. What outgrew the room lies elsewhere already.
func kept[T any](memory *[]T, list []T) []T {
	if used := len(*memory) + len(list); used <= cap(*memory) {
		*memory = (*memory)[:used]
	}
	return list[:len(list):len(list)]
}

// begin makes the room of the document before free again.
func (m *workspace) begin() {
	m.names, m.tokens, m.finite, m.mentions = m.names[:0], m.tokens[:0], m.finite[:0], m.mentions[:0]
	m.words, m.named, m.clauses, m.times = m.words[:0], m.named[:0], m.clauses[:0], m.times[:0]
}
