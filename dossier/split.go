package dossier

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"muster/claims"
	"muster/interval"
)

// PartOf makes one of the figures that a figure was: as that one, with other
// words for its number, which have to stand in its document's text (at start,
// when that is given; else in the quote, or nearest to it), and with the fields
// that set changes. What the words commit to
// follows from value and qualifier, unless set says it.
func PartOf(f *Figure, text, exact string, start *int, set json.RawMessage) (claims.Figure, error) {
	part := f.Claim
	part.Number.Exact = exact
	if start == nil {
		at, found := nearestWords(text, exact, f.Claim.Quote.Span)
		if !found {
			return part, fmt.Errorf("%w: %q does not stand in the document; a figure's words are the document's", ErrDecision, exact)
		}
		part.Number.Start = at
	} else {
		part.Number.Start = *start
	}
	part.Number.End = part.Number.Start + utf8.RuneCountInString(exact)
	if part.Number.Start < part.Quote.Start || part.Number.End > part.Quote.End {
		part.Quote = claims.Quote{Span: part.Number}
	}
	if len(set) == 0 {
		return part, nil
	}
	part, err := merged(part, set)
	if err != nil {
		return part, err
	}
	var given struct {
		Reading *json.RawMessage `json:"reading"`
	}
	if err := json.Unmarshal(set, &given); err != nil {
		return part, err
	}
	if given.Reading == nil {
		if part.Reading, err = reread(part); err != nil {
			return part, err
		}
	}
	return part, nil
}

// nearestWords finds words in a text: in the span, or as near to it as they stand.
func nearestWords(text, exact string, to claims.Span) (start int, found bool) {
	if exact == "" {
		return 0, false
	}
	if at := strings.Index(to.Exact, exact); at >= 0 {
		return to.Start + utf8.RuneCountInString(to.Exact[:at]), true
	}
	best, runes, from := -1, 0, 0
	for {
		at := strings.Index(text[from:], exact)
		if at < 0 {
			return best, best >= 0
		}
		runes += utf8.RuneCountInString(text[from : from+at])
		if best < 0 || abs(runes-to.Start) < abs(best-to.Start) {
			best = runes
		}
		_, width := utf8.DecodeRuneInString(text[from+at:])
		from, runes = from+at+width, runes+1
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// Commits returns what a number told with a qualifier commits to. Ranges and
// vague words have no single number and take the ends that are given.
func Commits(q claims.Qualifier, value *interval.Number, ends interval.Interval) (interval.Interval, error) {
	if q == claims.Range || q == claims.Vague {
		if q == claims.Range && (!ends.Min.Bounded || !ends.Max.Bounded) {
			return ends, fmt.Errorf("%w: a range needs its lowest and its highest number", ErrDecision)
		}
		if ends.Empty() {
			return ends, fmt.Errorf("%w: the lowest number lies above the highest", ErrDecision)
		}
		return ends, nil
	}
	if value == nil {
		return ends, fmt.Errorf("%w: the number told is missing; for words without a number choose “range” or “vague”", ErrDecision)
	}
	switch q {
	case claims.MoreThan:
		return interval.MoreThan(*value), nil
	case claims.LessThan:
		return interval.LessThan(*value), nil
	case claims.AtLeast:
		return interval.AtLeast(*value), nil
	case claims.AtMost:
		return interval.AtMost(*value), nil
	}
	return interval.Point(*value), nil
}
