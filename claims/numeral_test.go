package claims

import (
	"testing"

	"muster/interval"
	"muster/language"
)

func grouped(n int64) string { return interval.Int(n).Grouped(0) }

// scanOf returns the tokens of a text as one sentence without tags.
func scanOf(text string) *scan {
	r := NewReader(nil, nil, nil)
	s, m := &scan{}, &workspace{}
	s.prepare(r, text, sentence{Sentence: language.Sentence{Start: 0, End: len(text)}}, m)
	s.keep(m)
	return s
}

func TestAmount(t *testing.T) {
	for _, test := range []struct {
		text, value, unit string
		rest              string // the text after the amount
	}{
		{"5,000 agents", "5000", "", " agents"},
		{"1.2 million people", "1200000", "", " people"},
		{"twenty-eight thousand six hundred forty-two", "28642", "", ""},
		{"two hundred and fifty thousand", "250000", "", ""},
		{"one hundred", "100", "", ""},
		{"three and four", "3", "", " and four"},
		{"five six", "5", "", " six"},
		{"a dozen eggs", "12", "", " eggs"},
		{"half a dozen eggs", "6", "", " eggs"},
		{"half a million", "500000", "", ""},
		{"a hundred", "100", "", ""},
		{"a hundred and two", "102", "", ""},
		{"half million", "500000", "", ""},
		{"a quarter of a million", "250000", "", ""},
		{"three-quarters of a million people", "750000", "", " people"},
		{"one-half mile", "0.5", "", " mile"},
		{"940 000 people", "940000", "", " people"},
		{"$35bn", "35000000000", "USD", ""},
		{"US$4.2b", "4200000000", "USD", ""},
		{"£65m", "65000000", "GBP", ""},
		{"$US160 million", "160000000", "USD", ""},
		{"HK$5.4m", "5400000", "HKD", ""},
		{"EUR50m", "50000000", "EUR", ""},
		{"10k", "10000", "", ""},
		{"½", "0.5", "", ""},
		{"7 ¾", "7", "", " ¾"},
		{"7¾", "7.75", "", ""},
		{"−4.5", "-4.5", "", ""},
		{"minus 12", "-12", "", ""},
		{"2.998×10−8", "0.00000002998", "", ""},
		{"two and a half", "2.5", "", ""},
		{"a third", "0.333333333333", "share", ""},
		{"two-thirds of", "0.666666666667", "share", " of"},
		{"one in four", "0.25", "share", ""},
		{"9 out of 10", "0.9", "share", ""},
		{"940\u00a0000", "940000", "", ""},
	} {
		s := scanOf(test.text)
		a, ok := s.amount(0)
		if !ok {
			t.Errorf("%q: found no amount", test.text)
			continue
		}
		rest := test.text[s.list[a.last].end:]
		if a.value.String() != test.value || a.unit.name != test.unit || rest != test.rest {
			t.Errorf("%q: found %s %s and the rest %q, expected %s %s and %q", test.text, a.value, a.unit.name, rest, test.value, test.unit, test.rest)
		}
	}
}

func TestNoAmount(t *testing.T) {
	for _, text := range []string{"the", "million", "a", "a man", "half", "-", "$", "$ the", "minus", "third", "and", "hundred"} {
		s := scanOf(text)
		if a, ok := s.amount(0); ok {
			t.Errorf("%q: found %s, expected no amount", text, a.value)
		}
	}
}

func TestTokens(t *testing.T) {
	text := "The U.S.’s 3,000-a-day “goal”: $85m, 7½ a.m."
	var got []string
	s := scanOf(text)
	for _, token := range s.list {
		got = append(got, text[token.start:token.end])
	}
	want := []string{"The", "U.S.", "’s", "3,000", "-", "a", "-", "day", "“", "goal", "”", ":", "$", "85", "m", ",", "7", "½", "a.m."}
	if len(got) != len(want) {
		t.Fatalf("found %q, expected %q", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("token %d: found %q, expected %q", i, got[i], want[i])
		}
	}
}
