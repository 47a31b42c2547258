package pages

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/dossier"
)

func TestCompareForm(t *testing.T) {
	app, source := newApp(t)
	r := post(t, app, "/figure/f1/compare/", "action=comparable&with=f9&reason=one+office&curator=Ann&seen=30")
	if r.StatusCode != 303 || r.Header.Get("Location") != "../../../figure/f1/#comparisons" {
		t.Fatalf("status %d to %q", r.StatusCode, r.Header.Get("Location"))
	}
	want := []dossier.Decision{{Figure: "f1", With: "f9", Action: dossier.Comparable, Reason: "one office", Curator: "Ann", Seen: 30}}
	if diff := cmp.Diff(want, source.decisions); diff != "" {
		t.Error(diff)
	}
	if r := post(t, app, "/figure/f1/compare/", "action=comparable&reason=x&curator=Ann&seen=30"); r.StatusCode != 422 || !strings.Contains(bodyOf(t, r), "Name the other figure") {
		t.Errorf("no other figure: status %d", r.StatusCode)
	}
}

func TestSecondWordOnAPair(t *testing.T) {
	source := &stubSource{state: fixture(t)}
	app := New(&tooLateSource{stubSource: source}, Options{Compute: compute, Failed: func(err error) { t.Errorf("the app failed: %v", err) }})
	r := post(t, app, "/figure/f5/compare/", "action=apart&with=f9&reason=not+one&curator=Ben&seen=30")
	words := strings.Join(strings.Fields(stripTags(bodyOf(t, r))), " ")
	if r.StatusCode != 409 || !strings.Contains(words, "Nothing was recorded for you") {
		t.Errorf("status %d", r.StatusCode)
	}
}

// Who said why stands on the pages of both figures; on published ones where both
// are published.
func TestWordsShown(t *testing.T) {
	state := fixture(t)
	var reviewed []string
	proposed := ""
	for _, f := range state.Figures {
		if f.Status.Reviewed() {
			reviewed = append(reviewed, f.ID)
		} else if f.Status == dossier.Proposed {
			proposed = f.ID
		}
	}
	shown := func(published bool, on string, figures ...string) bool {
		state.Comparisons = []dossier.Comparison{{Figures: figures, Apart: true, Reason: "the second is older", Curator: "Cleo", Entry: 7, Time: clock(7)}}
		_, body := get(t, New(&stubSource{state: state}, Options{Compute: compute, Published: published}), "/figure/"+on+"/")
		words := strings.Join(strings.Fields(stripTags(body)), " ")
		return strings.Contains(words, "Never set against each other by the word of Cleo, entry 7") && strings.Contains(words, "“the second is older”")
	}
	if a, b := reviewed[0], reviewed[1]; !shown(false, a, a, b) || !shown(false, b, a, b) || !shown(true, a, a, b) {
		t.Error("the word is not shown on both figures")
	}
	if a := reviewed[0]; !shown(false, a, a, proposed) || shown(true, a, a, proposed) {
		t.Error("a word on a proposal is published, or not shown to curators")
	}
}
