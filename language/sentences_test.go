package language

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"headline and body", "State to send 2,000 troops\n\nThe governor agreed. Work starts now.",
			[]string{"0 State to send 2,000 troops", "1 The governor agreed.", "1 Work starts now."}},
		{"dateline", "AUSTIN, Tex. (Wire) — The budget grew. It doubled.",
			[]string{"0 AUSTIN, Tex. (Wire) — The budget grew.", "0 It doubled."}},
		{"titles", "Sen. John F. Roe met Gov. Poe and Lt. Col. Moe. Dr. Doe left.",
			[]string{"0 Sen. John F. Roe met Gov. Poe and Lt. Col. Moe.", "0 Dr. Doe left."}},
		{"abbreviation that goes on", "The U.S. Army left Washington, D.C. on Jan. 6 at 5 p.m. Tuesday.",
			[]string{"0 The U.S. Army left Washington, D.C. on Jan. 6 at 5 p.m. Tuesday."}},
		{"abbreviation that ends", "They serve in the U.S. The order stands at Acme Inc. It is old.",
			[]string{"0 They serve in the U.S.", "0 The order stands at Acme Inc.", "0 It is old."}},
		{"words like short forms", "In all, 40 fell ill. Doctors came. It ended at 5 p.m. Police left at 6 p.m. Eastern Time.",
			[]string{"0 In all, 40 fell ill.", "0 Doctors came.", "0 It ended at 5 p.m.", "0 Police left at 6 p.m. Eastern Time."}},
		{"end of a list", "Tents, trucks, etc. Officials agreed.",
			[]string{"0 Tents, trucks, etc.", "0 Officials agreed."}},
		{"number", "Unit No. 5 left. He said no. 6 stayed.",
			[]string{"0 Unit No. 5 left.", "0 He said no. 6 stayed."}},
		{"decimals and money", "It rose 3.2 percent. $5 million was added. 40 came.",
			[]string{"0 It rose 3.2 percent.", "0 $5 million was added.", "0 40 came."}},
		{"quotation marks", "“We need 500.” “When?” she said. “Now!” Roe said. 'Fine.' All left.",
			[]string{"0 “We need 500.”", "0 “When?” she said.", "0 “Now!” Roe said.", "0 'Fine.'", "0 All left."}},
		{"brackets", "It fell. (It rose later.) It stayed.[3] It ended.",
			[]string{"0 It fell.", "0 (It rose later.)", "0 It stayed.[3]", "0 It ended."}},
		{"ellipsis", "We waited... and waited… Then we left.",
			[]string{"0 We waited... and waited…", "0 Then we left."}},
		{"list items", "1. Send 300 guards.\n2. Ask for more\n- Wait",
			[]string{"0 1. Send 300 guards.", "1 2. Ask for more", "2 - Wait"}},
		{"missing space", "It grew in 2003.He agreed.", []string{"0 It grew in 2003.", "0 He agreed."}},
		{"carriage returns", "One.\r\n\r\n Two. \r\n", []string{"0 One.", "1 Two."}},
		{"nothing", " \n\t\n", nil},
	}
	model := load(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range model.Sentences(test.text) {
				got = append(got, fmt.Sprint(s.Paragraph, " ", test.text[s.Start:s.End]))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("sentences of %q (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

// Work that grew with the square of the input would not end in time here.
func TestSentencesOfLongLines(t *testing.T) {
	model := load(t)
	for _, piece := range []string{"troops ", "a", "1", ",1", "1,", "re-", "A&", "U.", "ab.", "'", ".)", "?\" a", "(www.", "a@", "n't", "[1] ", "No. ", "é", "\xff"} {
		text := strings.Repeat(piece, 100_000/len(piece))
		checkSentences(t, text, model.Sentences(text))
	}
}

// checkSentences fails unless sentences and words are in order, inside the
// text, tagged, and cover all that is not blank.
func checkSentences(t *testing.T, text string, sentences []Sentence) {
	t.Helper()
	at, paragraph := 0, 0
	for _, s := range sentences {
		if len(s.Words) == 0 || len(s.Words) > maxWords || s.Start != s.Words[0].Start || s.End != s.Words[len(s.Words)-1].End {
			t.Fatalf("sentence %d-%d of %d words does not span its words", s.Start, s.End, len(s.Words))
		}
		if s.Paragraph != paragraph && s.Paragraph != paragraph+1 {
			t.Fatalf("paragraph %d follows %d", s.Paragraph, paragraph)
		}
		paragraph = s.Paragraph
		for _, word := range s.Words {
			if word.Start < at || word.End <= word.Start || word.End > len(text) {
				t.Fatalf("word %d-%d after %d in a text of %d bytes", word.Start, word.End, at, len(text))
			}
			if word.Tag == "" {
				t.Fatalf("word %q has no tag", word.In(text))
			}
			if strings.ContainsAny(word.In(text), " \t\r\n") {
				t.Fatalf("word %q holds white space", word.In(text))
			}
			if skipped := text[at:word.Start]; strings.ContainsAny(skipped, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$%,.") {
				t.Fatalf("%q was left out", skipped)
			}
			at = word.End
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, seed := range []string{
		"Governor asks for 5,000 troops\n\nSen. Roe (R-Tex.) said: “We don’t know.” It’s 3,000—triple.",
		"$1.5bn… No. 5?! (www.example.org) a.b@example.org '90s AT&T US$5 ½ .5",
		"U.S. re-re- n't 's '' \xe2\x80 \xff\n\r\n\u2028é\u0301",
	} {
		f.Add(seed)
	}
	model := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkSentences(t, text, model.Sentences(text))
	})
}
