package claims

import (
	"slices"
	"strings"
	"testing"

	"muster/documents"
)

// TestStageTableErrors: who edits the table is told what is wrong, and where.
func TestStageTableErrors(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"[send]\npassive deployed", "line 2: expected \"sign, sign -> stage\", found no arrow"},
		{"[send]\n# a note\npassive -> sent", "line 3: expected none, [section] or one of the stages"},
		{"[send]\npasive -> deployed", "line 2: expected a sign"},
		{"[send]\nmood will -> deployed", "line 2: expected a sign"},
		{"[send]\n-> [moves]", "line 2: expected a section of the table, found [moves]"},
	} {
		if _, err := parseStageTable(test.file); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: got %v, expected %q", test.file, err, test.want)
		}
	}
}

// TestStageTableOrder: of two lines that hold the first decides, and "none" is
// an answer too.
func TestStageTableOrder(t *testing.T) {
	table, err := parseStageTable("[a]\nnegated -> refused\nnot passive, modal none -> none # a note\n-> [b]\n[b]\nverb send|fly -> deployed")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		verb  verbGroup
		stage Stage
		found bool
	}{
		{verbGroup{negated: true, lemma: "send"}, Refused, true},
		{verbGroup{lemma: "send"}, "", true},
		{verbGroup{passive: true, lemma: "send"}, Deployed, true},
		{verbGroup{modal: "may", lemma: "fly"}, Deployed, true},
		{verbGroup{passive: true, lemma: "sink"}, "", false},
	} {
		stage, found := table.decide("a", &stageReading{told: &told{clauses: &clauses{}}, verb: &test.verb})
		if stage != test.stage || found != test.found {
			t.Errorf("%+v: got %q, %t, expected %q, %t", test.verb, stage, found, test.stage, test.found)
		}
	}
}

// TestStageLines counts, on the annotated texts that may be looked at, how often
// the stage that a line of the table gives is right; -v lists the lines. One
// that is wrong more often than right says something else than careful readers.
func TestStageLines(t *testing.T) {
	const few = 8 // too few to judge a line by
	reader, files := newTestReader(t), goldFiles(t)
	verdicts := map[*draft][]*stageLine{}
	var order []*draft
	reader.stageWords.table.watch = func(f *told, line *stageLine) {
		if verdicts[f.draft] == nil {
			order = append(order, f.draft)
		}
		verdicts[f.draft] = append(verdicts[f.draft], line)
	}
	right, wrong := map[int]int{}, map[int]int{}
	for _, name := range scoredFiles {
		if !strings.HasSuffix(name, "-mend") {
			continue
		}
		for _, d := range files[name] {
			clear(verdicts)
			order = order[:0]
			found := reader.Find(documents.Document{ID: d.ID, Title: d.Title, Publisher: d.Publisher, Published: d.Published, Text: d.Text}).Figures
			lines := map[string][]*stageLine{}
			for _, draft := range order {
				lines[draft.figure.ID] = verdicts[draft]
			}
			for i, j := range pairs(d.Figures, found) {
				seen := []int{}
				for _, line := range lines[found[j].ID] {
					if line.stage != found[j].Stage || slices.Contains(seen, line.number) {
						continue
					}
					seen = append(seen, line.number)
					if found[j].Stage == d.Figures[i].Stage {
						right[line.number]++
					} else {
						wrong[line.number]++
					}
				}
			}
		}
	}
	if len(right) < 50 {
		t.Fatalf("%d lines were right at all, expected at least 50", len(right))
	}
	for i, written := range strings.Split(stageTableFile, "\n") {
		n := i + 1
		if right[n]+wrong[n] == 0 {
			continue
		}
		t.Logf("right %3d, wrong %3d: %s", right[n], wrong[n], written)
		if wrong[n] > right[n] && right[n]+wrong[n] >= few {
			t.Errorf("line %d is right %d times and wrong %d times: %s", n, right[n], wrong[n], written)
		}
	}
}
