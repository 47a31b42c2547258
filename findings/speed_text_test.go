//go:build unix

package findings_test

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"muster/claims"
	"muster/interval"
)

// newsText is a text that is being written around its figures, as long as a news text
// is (about 2,000 characters) and with what rules look for in one: sources, days, bounds,
// words for now and before, denials, quotations and letters outside ASCII.
type newsText struct {
	thing, body string
	story       int
	written     strings.Builder
}

// tell writes the next of five figures with its sentence, and returns its number, its
// quote and the words for its time.
func (t *newsText) tell(part int, words string, day interval.Date) (number, quote claims.Span, about string) {
	towns := []string{"Orlen", "Tamsk", "Lindal", "Varna"}
	about = day.Time().Format("2 January")
	var before, noun, after string
	switch part {
	case 0:
		before = "ORLEN — " + t.body + " told reporters on Monday how it would go on in the valley, where the operation began on " + about + ". " + t.others(0, 4) + "\n\nSo far "
		noun, after = " "+t.thing, " went to "+towns[0]
	case 1, 2:
		before, after = ", ", " to "+towns[part]
	case 3:
		before, after = " and ", " to "+towns[part]+", according to "+t.body+". "+t.others(4, 8)+"\n\n"
	case 4:
		before, noun = "By "+about+" that made ", " "+t.thing
		after = " in all, " + t.body + " said in a statement. " + t.others(8, 12)
	}
	t.written.WriteString(before)
	start := utf8.RuneCountInString(t.written.String())
	number = claims.Span{Exact: words, Start: start, End: start + utf8.RuneCountInString(words)}
	quote = claims.Span{Exact: words + noun, Start: start, End: number.End + utf8.RuneCountInString(noun)}
	t.written.WriteString(words + noun + after)
	return number, quote, about
}

// others returns sentences without figures, other ones for each story.
func (t *newsText) others(from, to int) string {
	sentences := []string{
		"The mayor said the town had waited for this since the river broke its banks.",
		"“Nobody will be left behind,” the minister said, “and nobody will be sent home early.”",
		"Officials denied that the start had been postponed.",
		"The request was approved last week, and is now before the council.",
		"An earlier version of the plan was dropped after critics called it too dear.",
		"It is to begin on %s and may last until the end of the year.",
		"The union rejected the claim, and asked for the rest of the papers.",
		"Half of the roads are open again, a spokesman said, up from a third before.",
		"Those who arrived were sent on to the coast, where boats are in place.",
		"The opposition wants to know who will pay, and what each place costs.",
		"A report by the auditors, published in spring, had warned of delays.",
		"The café on the square serves soup to whoever comes, its owner said.",
		"By the end of the month the office hopes to have an answer.",
		"No decision was made at the meeting, which was held behind closed doors.",
		"In the neighbouring province the authorities have ordered their own review.",
		"The number is expected to rise, the director told the committee on Thursday.",
		"Engineers, doctors and drivers came from five countries to help.",
	}
	var out []string
	for i := from; i < to; i++ {
		sentence := sentences[(t.story*5+i)%len(sentences)]
		if strings.Contains(sentence, "%s") {
			sentence = fmt.Sprintf(sentence, interval.Date("2025-06-01").AddDays(t.story%60).Time().Format("2 January"))
		}
		out = append(out, sentence)
	}
	return strings.Join(out, " ")
}

// end returns the whole text.
func (t *newsText) end() string { return t.written.String() }
