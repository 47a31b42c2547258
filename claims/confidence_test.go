package claims

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"muster/documents"
)

var update = flag.Bool("update", false, "fit the confidences anew and draw their reliability")

// proposal is a figure that the reader found in an annotated text.
type proposal struct {
	evidence []string
	right    bool // as a careful reader would file it
	odd      bool // of two halves of the documents, the second
}

// proposals returns what the reader finds in the annotated texts held back.
func proposals(t *testing.T) []proposal {
	reader := newTestReader(t)
	var list []proposal
	files, odd := goldFiles(t), false
	for _, name := range scoredFiles {
		if !strings.HasSuffix(name, "-held") {
			continue
		}
		for _, d := range files[name] {
			odd = !odd
			found := reader.Find(documents.Document{ID: d.ID, Title: d.Title, Publisher: d.Publisher, Published: d.Published, Text: d.Text}).Figures
			right := map[int]bool{}
			for i, j := range pairs(d.Figures, found) {
				fields := rightFields(d.Figures[i], found[j], reader.names)
				right[j] = rightValue(d.Figures[i], found[j]) && fields["qualifier"] && fields["unit"] && fields["per"] && fields["counted"]
			}
			for j := range found {
				list = append(list, proposal{evidence(&found[j]), right[j], odd})
			}
		}
	}
	return list
}

// fit returns the weights of a logistic regression with the squares of the
// weights as penalty, by gradient descent from zero: the same proposals give
// the same weights.
func fit(list []proposal) *confidence {
	const penalty, rate, rounds = 1.0, 0.02, 4000
	c := &confidence{weights: map[string]float64{}}
	for range rounds {
		slope := map[string]float64{}
		for _, p := range list {
			sum, truth := 0.0, 0.0
			for _, name := range p.evidence {
				sum += c.weights[name]
			}
			if p.right {
				truth = 1
			}
			for _, name := range p.evidence {
				slope[name] += truth - logistic(sum)
			}
		}
		for name, s := range slope {
			shrink := penalty * c.weights[name]
			if name == "always" {
				shrink = 0
			}
			c.weights[name] += rate * (s - shrink) / math.Sqrt(float64(len(list)))
		}
	}
	return c
}

func (c *confidence) file() string {
	var b strings.Builder
	b.WriteString(`# What a figure looks like, and how much that speaks for its being read right:
# the weights of a logistic regression, fitted on the figures annotated by hand
# in testdata/figures/*-held.jsonl by
#
#	go test ./claims -run Confidence -update
#
# The sum of what holds of a figure gives the odds, as their logarithm.

`)
	names := []string{}
	for name := range c.weights {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&b, "%s: %.2f\n", name, c.weights[name])
	}
	return b.String()
}

// bin gathers proposals whose confidence lies in one stretch.
type bin struct {
	count, right int
	sum          float64
}

func (b bin) said() float64 { return b.sum / float64(b.count) }
func (b bin) true() float64 { return float64(b.right) / float64(b.count) }

// reliability sorts proposals by the confidence that weights fitted on the
// other half of the documents give them.
func reliability(list []proposal) []bin {
	bins := make([]bin, 5)
	for _, half := range []bool{false, true} {
		c := fit(slices.DeleteFunc(slices.Clone(list), func(p proposal) bool { return p.odd == half }))
		for _, p := range list {
			if p.odd != half {
				continue
			}
			sum := 0.0
			for _, name := range p.evidence {
				sum += c.weights[name]
			}
			said := min(max(logistic(sum), leastConfidence), mostConfidence)
			b := &bins[slices.IndexFunc([]float64{0.5, 0.7, 0.8, 0.9, 1.01}, func(top float64) bool { return said < top })]
			b.count++
			b.sum += said
			if p.right {
				b.right++
			}
		}
	}
	return bins
}

// TestConfidence holds the confidences to what they say: of the figures given
// 0.9, nine in ten are right, on documents that the weights were not fitted on.
func TestConfidence(t *testing.T) {
	list := proposals(t)
	bins := reliability(list)
	gap, all := 0.0, 0
	for _, b := range bins {
		if b.count == 0 {
			continue
		}
		t.Logf("%4d figures given %.2f on average: %.2f right", b.count, b.said(), b.true())
		gap += math.Abs(b.said()-b.true()) * float64(b.count)
		all += b.count
		if margin := 2.6 * math.Sqrt(b.said()*(1-b.said())/float64(b.count)); math.Abs(b.said()-b.true()) > max(margin, 0.06) {
			t.Errorf("of %d figures given %.2f on average %.2f are right, which chance does not explain; fit anew with -update", b.count, b.said(), b.true())
		}
	}
	t.Logf("expected calibration error %.3f over %d figures", gap/float64(all), all)
	if *update {
		for path, content := range map[string]string{"confidence.txt": fit(list).file(), "../doc/reliability.svg": reliabilityChart(bins)} {
			if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	// What ships was fitted on all of them: it must tell right from wrong.
	shipped, better, pairsAsked := loadConfidence(), 0.0, 0.0
	var right, wrong []float64
	for _, p := range list {
		sum := 0.0
		for _, name := range p.evidence {
			sum += shipped.weights[name]
		}
		if p.right {
			right = append(right, sum)
		} else {
			wrong = append(wrong, sum)
		}
	}
	for _, r := range right {
		for _, w := range wrong {
			pairsAsked++
			if r > w {
				better++
			}
		}
	}
	t.Logf("a right figure has more confidence than a wrong one in %.0f of 100 pairs", 100*better/pairsAsked)
	if better < 0.7*pairsAsked {
		t.Errorf("a right figure has more confidence than a wrong one in %.0f of 100 pairs only, expected 70", 100*better/pairsAsked)
	}
}

// reliabilityChart draws the share right against the confidence given.
func reliabilityChart(bins []bin) string {
	const size, left, top = 240.0, 56.0, 24.0
	x := func(p float64) float64 { return left + p*size }
	y := func(p float64) float64 { return top + (1-p)*size }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 320" role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="11">
<title id="title">Reliability of the confidences</title>
<desc id="desc">Share of figures read right against the confidence given, on documents that the weights were not fitted on. On the diagonal the two agree.</desc>
<rect width="340" height="320" fill="#fff"/>
<path d="M%.0f %.0fV%.0fH%.0f" fill="none" stroke="#666"/>
<path d="M%.0f %.0fL%.0f %.0f" stroke="#999" stroke-dasharray="4 4"/>
`, left, top, top+size, left+size, x(0), y(0), x(1), y(1))
	for _, p := range []float64{0, 0.5, 1} {
		fmt.Fprintf(&b, "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">%.1f</text><text x=\"%.0f\" y=\"%.0f\" text-anchor=\"end\">%.1f</text>\n", x(p), top+size+16, p, left-6, y(p)+4, p)
	}
	line := ""
	for _, bin := range bins {
		if bin.count == 0 {
			continue
		}
		line += fmt.Sprintf("%.0f,%.0f ", x(bin.said()), y(bin.true()))
		fmt.Fprintf(&b, "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"4\" fill=\"#0b4f8a\"/><text x=\"%.0f\" y=\"%.0f\">%d</text>\n", x(bin.said()), y(bin.true()), x(bin.said())+7, y(bin.true())+14, bin.count)
	}
	fmt.Fprintf(&b, "<polyline points=\"%s\" fill=\"none\" stroke=\"#0b4f8a\"/>\n<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">confidence given</text>\n<text x=\"14\" y=\"%.0f\" transform=\"rotate(-90 14 %.0f)\" text-anchor=\"middle\">share right</text>\n</svg>\n", strings.TrimSpace(line), x(0.5), top+size+36, y(0.5), y(0.5))
	return b.String()
}
