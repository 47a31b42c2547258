//go:build unix

package findings_test

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"syscall"
	"testing"
	"time"

	"muster/claims"
	"muster/documents"
	"muster/dossier"
	"muster/findings"
	"muster/interval"
	"muster/origins"
)

// large makes a state of many news texts of usual length, each with a total and four
// parts (five figures and one edit), of which one in five has a part told with a bound
// and one in fifty does not add up, and a trace in which every second document retells
// the one before it, and names its paper for three of its figures. Numbers, their sentences
// and their source stand in the text, which says when an operation began; three statements
// are read from each.
func large(lists int) (*dossier.State, *origins.Trace) {
	state, trace := &dossier.State{}, &origins.Trace{}
	things := []string{"agents", "nurses", "arrests", "troops", "deportations", "houses", "engineers", "inspections", "pumps", "volunteers"}
	stages := []claims.Stage{claims.CalledFor, claims.Requested, claims.Approved, claims.Deployed, claims.Target, claims.Result}
	for i := range lists {
		story := i / 2
		id := fmt.Sprintf("d%d", i+1)
		day := interval.DateOf(time.Date(2025, 1, 1+story/50%200, 0, 0, 0, 0, time.UTC))
		publisher := fmt.Sprintf("Paper %d", i%400)
		text := &newsText{thing: things[story%len(things)], body: fmt.Sprintf("Body %d", story%50), story: story}
		if i%2 == 1 {
			trace.Edges = append(trace.Edges, origins.Edge{From: id, To: fmt.Sprintf("d%d", i), Kind: origins.Cites, Probability: 0.9})
		}
		var total int64
		closed := "closed"
		for part := range 5 {
			value := int64(100 + (story*7919+part*131)%9000)
			if part < 4 {
				total += value
			} else {
				value = total
			}
			n := interval.Int(value)
			qualifier, words := claims.Exact, n.Grouped(0)
			if part == 0 && story%5 == 0 { // a part told with a bound
				qualifier, words = claims.AtMost, "up to "+words
			}
			number, quote, about := text.tell(part, words, day)
			f := dossier.Figure{ID: fmt.Sprintf("f%d", i*5+part+1), Document: id, Status: dossier.Proposed, Claim: claims.Figure{
				Value: &n, Stated: interval.Point(n), Reading: interval.Between(n.Mul(interval.Frac(9, 10)), n.Mul(interval.Frac(11, 10))), Qualifier: qualifier,
				Counted: text.thing, Organisation: text.body, Stage: stages[story%len(stages)], Act: claims.Assert, Confidence: 0.9,
				Number: number, Quote: claims.Quote{Span: quote},
				About:       &claims.When{Period: interval.Period{From: day, To: day.AddDays(1 + story%40)}, Text: about},
				Attribution: claims.Source{Method: claims.Explicit, Chain: []claims.Hop{{Name: publisher, Kind: claims.Outlet}, {Name: text.body, Kind: claims.Organisation, Role: claims.RoleSource}}},
			}}
			switch {
			case qualifier == claims.AtMost:
				f.Claim.Stated, f.Claim.Reading = interval.AtMost(n.Mul(interval.Int(2))), interval.AtMost(n.Mul(interval.Int(2)))
			case part == 4 && story%50 == 1: // a total that its parts do not make
				n = interval.Int(total * 2)
				f.Claim.Stated, f.Claim.Reading = interval.Point(n), interval.Point(n)
			}
			if i%2 == 1 && part%2 == 0 { // which names the paper that it has it from
				f.Claim.Attribution.Chain = slices.Insert(f.Claim.Attribution.Chain, 1, claims.Hop{Name: fmt.Sprintf("Paper %d", (i-1)%400), Kind: claims.Outlet})
			}
			if part < 4 {
				f.PartOf = fmt.Sprintf("f%d", i*5+5)
			} else {
				f.Claim.Parts = &closed
			}
			state.Figures = append(state.Figures, f)
			mention := origins.Mention{Figure: f.ID, Document: id}
			if i%2 == 1 {
				trace.Groups[story*5+part].Mentions = append(trace.Groups[story*5+part].Mentions, mention)
			} else {
				trace.Groups = append(trace.Groups, origins.Group{Mentions: []origins.Mention{mention}})
			}
		}
		for n := range 3 {
			content := claims.Span{Start: 500 * n, End: 500*n + 100}
			state.Statements = append(state.Statements, dossier.Statement{ID: fmt.Sprintf("s%d", i*3+n+1), Document: id, Status: dossier.Proposed, Claim: claims.Attribution{
				Content: []claims.Span{content}, Chain: []claims.Hop{{Name: publisher, Kind: claims.Outlet}, {Name: text.body, Kind: claims.Organisation, Role: claims.RoleSource}}}})
		}
		state.Documents = append(state.Documents, dossier.Document{ID: id, Document: documents.Document{ID: "documents/" + id + ".txt", Title: text.body + " and its " + text.thing, Publisher: publisher, Published: string(day), Text: text.end()}})
	}
	return state, trace
}

// processorTime is what this process has used of it, garbage collection
// included: what a clock shows depends on who else is at work.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// easeCollection lets garbage lie as long as the program does (easeCollection in cmd/muster),
// and under the same condition.
func easeCollection(b *testing.B) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	percent, limit := debug.SetGCPercent(800), debug.SetMemoryLimit(1<<30)
	b.Cleanup(func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	})
}

// BenchmarkCheck runs all rules over 100,000 figures with 20,000 edits.
func BenchmarkCheck(b *testing.B) { benchmarkCheck(b, func(*dossier.Document) {}) }

// BenchmarkCheckNumbers runs all rules over as many figures and edits from record files,
// which have no text around their numbers.
func BenchmarkCheckNumbers(b *testing.B) {
	benchmarkCheck(b, func(d *dossier.Document) { d.Text, d.Title = "", "" })
}

func benchmarkCheck(b *testing.B, change func(*dossier.Document)) {
	easeCollection(b)
	state, trace := large(20000)
	for i := range state.Documents {
		change(&state.Documents[i])
	}
	start := processorTime(b)
	for b.Loop() {
		if len(findings.Check(state, trace)) == 0 {
			b.Fatal("no findings")
		}
	}
	b.ReportMetric((processorTime(b)-start).Seconds()/float64(b.N), "processor-s/op")
	b.ReportMetric(float64(len(state.Figures)), "figures")
}

// BenchmarkTry checks one new figure against 100,000.
func BenchmarkTry(b *testing.B) {
	easeCollection(b)
	state, trace := large(20000)
	checker := findings.NewChecker(state, trace)
	f := state.Figures[50001]
	like := f.ID
	f.ID = "new"
	start := processorTime(b)
	for b.Loop() {
		checker.Try(f, like)
	}
	b.ReportMetric(float64((processorTime(b)-start).Microseconds())/1000/float64(b.N), "processor-ms/op")
}

// TestTryBesideLinks tries figures beside texts that lead to several others, most of which are
// not near the figure.
func TestTryBesideLinks(t *testing.T) {
	state, trace := large(120)
	for i := range state.Documents {
		for _, to := range []int{i / 2, i / 3} {
			trace.Edges = append(trace.Edges, origins.Edge{From: state.Documents[i].ID, To: state.Documents[to].ID, Kind: origins.Cites, Probability: 0.9})
		}
	}
	checker := findings.NewChecker(state, trace)
	for i := 0; i < len(state.Figures); i += 37 {
		f := state.Figures[i]
		like := f.ID
		f.ID = "new"
		checker.Try(f, like)
	}
}

// TestCheckSideBySide holds what rules find side by side against what they find one after the
// other.
func TestCheckSideBySide(t *testing.T) {
	state, trace := large(500)
	before := runtime.GOMAXPROCS(1)
	want := findings.Check(state, trace)
	runtime.GOMAXPROCS(before)
	for range 3 {
		if got := findings.Check(state, trace); !reflect.DeepEqual(got, want) {
			t.Fatalf("found %d findings, expected the %d of one processor", len(got), len(want))
		}
	}
}
