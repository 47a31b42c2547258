//go:build unix

package claims

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"

	"muster/documents"
)

// news is ordinary text of several kinds of sentence, with and without figures.
const news = `Officials to send 2,000 more officers to northern cities
By A. Writer
The Department of Homeland Security plans to send about 2,000 more officers to three northern cities this month, two people familiar with the plan told the Herald on Friday.
The governor, a Democrat who took office in 2019, said he had not been told of the plan and would oppose it. "We did not ask for this, and we do not need it," he said.
Residents gathered near the river in the evening. Some carried signs; others sang, and a few shouted at the cars that went past.
The mayor’s spokeswoman declined to comment, but a city council member said “at least 450 soldiers” had already arrived at the airport, where they slept in tents behind the old terminal.
In a memo dated May 9, the agency asked for 20,000 National Guard troops to help with arrests, transport and detention, according to a copy that reporters saw.
Arrests rose from 800 a day in March to more than 1,200 a day in June, an increase of 50%, the agency's own figures show.
The cost is put at $134 million for 60 days, including $1.5bn over the year if every unit stays, which the budget office called unlikely.
Some 4,000 members of the Guard and 700 Marines were deployed to the city last year after protests, and about half of them went home within six weeks.
A judge ruled on Tuesday that the deployment broke the law. The administration has appealed, and the case is expected to go to a higher court before the autumn.
Critics say the numbers do not add up: the training school can take no more than 1,000 recruits at a time, and courses last between 12 and 16 weeks.
It was cold, the streets were empty, and the shops along the main road stayed shut until noon while workers cleared the snow from the pavements.
The company, which makes parts for trucks, reported a loss for the third quarter and warned that orders from abroad would stay weak.
`

// hostile texts must not take longer a byte than news: each is repeated.
var hostile = []struct{ name, unit string }{
	{"one line", "The army sent 2,000 soldiers to the river and "},
	{"numbers", "5, 5, 5, "},
	{"quotation marks", "\""},
	{"single marks", "' "},
	{"opening marks", "“a "},
	{"said", "said "},
	{"thousands", "1,000 "},
	{"counts", "5 men and "},
	{"capitals", "A"},
	{"capital words", "Army "},
	{"brackets", "("},
	{"newlines", "\n"},
	{"full stops", ". "},
	{"commas", "a, "},
	{"letters", "a.b."},
	{"short sentences", "He said 5. "},
	{"parts", "5,000 men, including 3,000 men and 20 men. "},
}

// speedOf reads a text of length bytes that repeats unit.
func speedOf(b *testing.B, reader *Reader, unit string, length int) {
	text := strings.Repeat(unit, length/len(unit)+1)[:length]
	b.SetBytes(int64(length))
	b.ReportAllocs()
	figures, runs, start := 0, 0, processorTime(b)
	for b.Loop() {
		runs++
		figures = len(reader.Find(documents.Document{Text: text, Publisher: "The Herald", Published: "2025-06-10"}).Figures)
	}
	spent := processorTime(b) - start
	b.ReportMetric(float64(figures), "figures/op")
	b.ReportMetric(float64(length)*float64(runs)/1e6/spent.Seconds(), "MB/s-of-CPU")
}

// processorTime is what this process has used of it, garbage collection
// included: what others run on the machine does not count.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func BenchmarkFind(b *testing.B) {
	reader := newTestReader(b)
	for _, length := range []int{1 << 10, 100 << 10, 10 << 20} {
		b.Run(fmt.Sprintf("%dKB", length>>10), func(b *testing.B) { speedOf(b, reader, news, length) })
	}
}

func BenchmarkHostile(b *testing.B) {
	reader := newTestReader(b)
	for _, text := range hostile {
		for _, length := range []int{100 << 10, 1 << 20, 10 << 20} {
			b.Run(fmt.Sprintf("%s/%dKB", strings.ReplaceAll(text.name, " ", "-"), length>>10), func(b *testing.B) {
				speedOf(b, reader, text.unit, length)
			})
		}
	}
}
