package pages

import (
	"muster/claims"
	"muster/findings"
	"muster/interval"
)

// methodData explains words and promises. The rounding table is worked out
// with the rounding in use, so that it cannot say anything else.
type methodData struct {
	Stages     []term
	Rounding   string
	Rows       []roundingRow
	Rules      []findings.Rule
	Key        string
	Above      string // proposals shown from this confidence; ""
	SmallCells int
}

type roundingRow struct{ Words, Qualifier, Stated, Reading string }

func (s *site) methodPage(q *request) (answer, error) {
	publish := q.view.state.Settings.Publish
	data := methodData{Stages: stageTerms(), Rounding: s.rounding.Version, Rules: s.options.Rules, Key: s.source.VerifierKey(), SmallCells: publish.SmallCells}
	if publish.ProposalsAbove > 0 {
		data.Above = interval.Int(int64(publish.ProposalsAbove*100+0.5)).Grouped(0) + " per cent"
	}
	row := func(words string, qualifier claims.Qualifier, stated interval.Interval) {
		reading := s.rounding.Reading(qualifier, stated, words)
		says := stated.String()
		if qualifier == claims.Vague {
			says = "no number"
		}
		data.Rows = append(data.Rows, roundingRow{words, qualifierName(qualifier), says, reading.String()})
	}
	point := func(n int64) interval.Interval { return interval.Point(interval.Int(n)) }
	row("3,012", claims.Exact, point(3012))
	row("exactly 3,000", claims.Exact, point(3000))
	row("3,000", claims.Exact, point(3000))
	row("250", claims.Exact, point(250))
	row("about 3,000", claims.About, point(3000))
	row("more than 5,000", claims.MoreThan, interval.MoreThan(interval.Int(5000)))
	row("at least 5,000", claims.AtLeast, interval.AtLeast(interval.Int(5000)))
	row("up to 21,000", claims.AtMost, interval.AtMost(interval.Int(21000)))
	row("fewer than 400", claims.LessThan, interval.LessThan(interval.Int(400)))
	row("800 to 1,000", claims.Range, interval.Between(interval.Int(800), interval.Int(1000)))
	for _, words := range []string{"several", "dozens", "hundreds", "thousands", "tens of thousands"} {
		row(words, claims.Vague, interval.Interval{})
	}
	return answer{template: "method", title: "How to read this record", data: data}, nil
}
