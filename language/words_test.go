package language

import (
	"strings"
	"testing"
)

func load(t testing.TB) *Model {
	t.Helper()
	model, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return model
}

func TestWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"It costs $13 billion, up 10% a year.", "It costs $ 13 billion , up 10 % a year ."},
		{"They sought $1.5bn and £20m", "They sought $ 1.5 bn and £ 20 m"},
		{"US$5m or A$3,200.50", "US$ 5 m or A$ 3,200.50"},
		{"a 3,000-a-day goal", "a 3,000 - a - day goal"},
		{"the 5,000-plus troops", "the 5,000 - plus troops"},
		{"3,000—triple the rate – now", "3,000 — triple the rate – now"},
		{"7,000–8,000 or 10-15", "7,000 – 8,000 or 10 - 15"},
		{"in 2003,2004", "in 2003 , 2004"},
		{"by .5 and 1½ and ½", "by .5 and 1½ and ½"},
		{"on 6/4/2025 at 9:30am", "on 6/4/2025 at 9:30 am"},
		{"the 21st, the 1990s, the '90s, the 5G", "the 21st , the 1990s , the '90s , the 5G"},
		{"ICE's and ICE’s", "ICE 's and ICE ’s"},
		{"don't, won’t, cannot, n't", "do n't , wo n’t , can not , n't"},
		{"They'll say we've said I'm", "They 'll say we 've said I 'm"},
		{"the agents' pay, 'quoted'", "the agents ' pay , ' quoted '"},
		{"O'Brien and rock'n'roll", "O'Brien and rock'n'roll"},
		{"“We left,” he said.", "“ We left , ” he said ."},
		{"‘No’ (none) [two]", "‘ No ’ ( none ) [ two ]"},
		{"the U.S. Army at 5 p.m. sharp", "the U.S. Army at 5 p.m. sharp"},
		{"U.S.-led, D.C.'s", "U.S. - led , D.C. 's"},
		{"Sen. Roe and Gov. Poe of Dept. K.", "Sen. Roe and Gov. Poe of Dept. K ."},
		{"No. 5 said no.", "No. 5 said no ."},
		{"mid-May non-citizens full-time", "mid-May non-citizens full - time"},
		{"F-16s, COVID-19, ICE-1,000", "F-16s , COVID-19 , ICE - 1,000"},
		{"AT&T and R&D", "AT&T and R&D"},
		{"Really?! Well... and…", "Really ?! Well ... and …"},
		{"see www.example.org/a?b=1, or a.b@example.org.", "see www.example.org/a?b=1 , or a.b@example.org ."},
		{"told Example.com, see pic.example.org/a-b.", "told Example.com , see pic.example.org/a-b ."},
		{"(https://example.org/x)", "( https://example.org/x )"},
		{"@office said #troops #5", "@office said #troops # 5"},
		{"end.The next", "end . The next"},
		{"~5,000+ of >300", "~ 5,000 + of > 300"},
		{"Médecins naïve Kyïv", "Médecins naïve Kyïv"},
		{"five\u00a0hundred\u2009men", "five hundred men"},
	}
	model := load(t)
	for _, test := range tests {
		var found []string
		for _, word := range model.cutter.words(test.text, 0, len(test.text), nil) {
			found = append(found, word.In(test.text))
		}
		if got := strings.Join(found, " "); got != test.want {
			t.Errorf("words of %q:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestWordsKeepOffsetsOfALine(t *testing.T) {
	text := "Before.\n5,000 sent\nAfter."
	words := load(t).cutter.words(text, 8, 18, nil)
	if len(words) != 2 || words[0].Start != 8 || words[1].End != 18 {
		t.Errorf("expected two words from 8 to 18, found %v", words)
	}
}

func TestWordsInLowerCase(t *testing.T) {
	text := "The STATE's aides don’t, O’Brien’s ‘No’ É"
	var found []string
	for _, sentence := range load(t).Sentences(text) {
		for _, word := range sentence.Words {
			found = append(found, word.Lower)
		}
	}
	if got, want := strings.Join(found, " "), "the state 's aides do n't , o'brien 's ‘ no ' é"; got != want {
		t.Errorf("words of %q in lower case:\n got %s\nwant %s", text, got, want)
	}
}
