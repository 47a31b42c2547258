package language

import (
	"strings"
	"sync"
	"testing"
)

func tagged(model *Model, text string) string {
	var parts []string
	for _, sentence := range model.Sentences(text) {
		for _, word := range sentence.Words {
			parts = append(parts, word.In(text)+"/"+string(word.Tag))
		}
	}
	return strings.Join(parts, " ")
}

func TestTags(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The governor sent 2,000 troops to the border.",
			"The/DT governor/NN sent/VBD 2,000/CD troops/NNS to/IN the/DT border/NN ./."},
		{"Officials said the agency had not asked for $3.5 million.",
			"Officials/NNS said/VBD the/DT agency/NN had/VBD not/RB asked/VBN for/IN $/$ 3.5/CD million/CD ./."},
		{"Sen. Roe's aides don't know.",
			"Sen./NNP Roe/NNP 's/POS aides/NNS do/VBP n't/RB know/VB ./."},
		{"It cost US$5bn, about £4bn.",
			"It/PRP cost/VBD US$/$ 5/CD bn/CD ,/, about/RB £/$ 4/CD bn/CD ./."},
		{"“We will leave,” she said.",
			"“/`` We/PRP will/MD leave/VB ,/, ”/'' she/PRP said/VBD ./."},
	}
	model := load(t)
	for _, test := range tests {
		if got := tagged(model, test.text); got != test.want {
			t.Errorf("tags of %q:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestHeadlinesAreNotAllNames(t *testing.T) {
	text := "Governor Says Troops Will Leave the Border in March"
	got := tagged(load(t), text)
	for _, want := range []string{"Says/VBZ", "Troops/NNS", "Will/MD", "Leave/VB"} {
		if !strings.Contains(got, want) {
			t.Errorf("expected %s, found %s", want, got)
		}
	}
}

func TestModelServesManyAtOnce(t *testing.T) {
	model := load(t)
	text := strings.Repeat("The agency asked for 300 more officers in May. ", 50)
	want := tagged(model, text)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if tagged(model, text) != want {
				t.Error("tags differ when read at once")
			}
		})
	}
	group.Wait()
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load(b)
	}
}

func BenchmarkSentences(b *testing.B) {
	model := load(b)
	text := strings.Repeat(`Governor Asks for 5,000 Troops as Budget Talks Stall

The state's military department plans to send more than 5,000 soldiers to the border by mid-May, according to two officials who were not authorized to discuss the plan. The request, which lawmakers have not yet approved, would cost about $13.5 million a month, or roughly triple what was spent in 2023.
“We are asking for what the counties told us they need,” said the department's spokeswoman, who added that 1,200 of them would come from neighboring states. Opponents in the Senate called the figure “wishful” and said they would seek an audit before voting on it in June.
`, 200)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		model.Sentences(text)
	}
}
