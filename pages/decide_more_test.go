package pages

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/dossier"
)

func TestFurtherDecisions(t *testing.T) {
	app, source := newApp(t)
	for form, want := range map[string]dossier.Decision{
		"action=retract&reason=wrong":           {Figure: "f1", Action: dossier.Retract, Reason: "wrong"},
		"action=undo":                           {Figure: "f1", Action: dossier.Undo, Undoes: 5},
		"action=merge&into=f3":                  {Figure: "f1", Action: dossier.Merge, Into: "f3"},
		"action=rank&rank=deprecated&reason=ol": {Figure: "f1", Action: dossier.SetRank, Rank: dossier.Deprecated, Reason: "ol"},
	} {
		source.decisions = nil
		want.Curator, want.Seen = "Ann", 30
		r := post(t, app, "/figure/f1/", form+"&curator=Ann&seen=30")
		if r.StatusCode != 303 || r.Header.Get("Location") != "./?done=f1" {
			t.Errorf("%s: status %d to %q", form, r.StatusCode, r.Header.Get("Location"))
			continue
		}
		if diff := cmp.Diff([]dossier.Decision{want}, source.decisions); diff != "" {
			t.Errorf("%s: %s", form, diff)
		}
	}
}

func TestSplitForm(t *testing.T) {
	app, source := newApp(t)
	r := post(t, app, "/figure/f1/", "action=split&curator=Ann&seen=30&part-words-1=3,000&part-value-1=3,000&part-organisation-1=USFS&part-words-2=250&part-value-2=250&part-counted-2=rangers")
	if r.StatusCode != 303 {
		t.Fatalf("status %d: %s", r.StatusCode, bodyOf(t, r))
	}
	parts := source.decisions[0].Parts
	if len(parts) != 2 || parts[0].Organisation != "USFS" || parts[0].Counted != "firefighters" || parts[1].Counted != "rangers" || parts[1].Number.Exact != "250" || parts[1].Value.String() != "250" {
		t.Errorf("parts %+v", parts)
	}
	text := []rune(valleyText)
	for _, p := range parts {
		if got := string(text[p.Number.Start:p.Number.End]); got != p.Number.Exact {
			t.Errorf("%q stands where %q should", got, p.Number.Exact)
		}
	}
	source.decisions = nil
	r = post(t, app, "/figure/f1/", "action=split&curator=Ann&seen=30&part-words-1=9,999&part-words-2=250")
	if body := bodyOf(t, r); r.StatusCode != 422 || !strings.Contains(body, "does not stand in the document") || !strings.Contains(body, `value="9,999"`) {
		t.Errorf("words that are not there: status %d", r.StatusCode)
	}
}

// The second of two is shown what the first did, what they wanted, and a form
// that takes their decision.
func TestTwoDecideAtOnce(t *testing.T) {
	source := &stubSource{state: fixture(t)}
	first := &tooLateSource{stubSource: source}
	app := New(first, Options{Compute: compute, Failed: func(err error) { t.Errorf("the app failed: %v", err) }})
	r := post(t, app, "/figure/f5/", "action=edit&curator=Ben&reason=the+table+says+so&seen=30&value=260&qualifier=exact&counted=firefighters&organisation=Coast+Agency&stage=called-for")
	body := bodyOf(t, r)
	words := strings.Join(strings.Fields(stripTags(body)), " ")
	if r.StatusCode != 409 {
		t.Errorf("status %d", r.StatusCode)
	}
	for _, want := range []string{"accepted by Cleo", "You wanted: edited, with the reason “the table says so”", "number: 250 → becomes 260"} {
		if !strings.Contains(words, want) {
			t.Errorf("the page does not say %q:\n%s", want, words)
		}
	}
	if !strings.Contains(body, `name="seen" value="31"`) || !strings.Contains(body, `value="260"`) {
		t.Error("the form does not take the decision again")
	}
}

// tooLateSource has somebody else decide between the loading of a page and the
// decision.
type tooLateSource struct{ *stubSource }

func (s *tooLateSource) Decide(context.Context, dossier.Decision) error {
	later := *s.state
	later.Figures = append([]dossier.Figure{}, later.Figures...)
	f := &later.Figures[4]
	f.Status = dossier.Accepted
	f.History = append(f.History[:1:1], dossier.Event{Entry: 30, Time: clock(30), Author: "curator:cleo", Curator: "Cleo", Action: dossier.Accept, Decided: true})
	later.At, later.Size = 31, 31
	s.state = &later
	return fmt.Errorf("figure f5: %w", dossier.ErrChanged)
}

func TestRepliesOnThePage(t *testing.T) {
	app, source := newApp(t)
	r := post(t, app, "/figure/f1/reply/", "kind=correction&office=Press+office&date=2025-07-01&words=It+was+4,800.&url=https://office.example/1&curator=Ann")
	if r.StatusCode != 303 || r.Header.Get("Location") != "../../../figure/f1/#replies" {
		t.Fatalf("status %d to %q", r.StatusCode, r.Header.Get("Location"))
	}
	want := []dossier.Reply{{Figure: "f1", Kind: dossier.Correction, Office: "Press office", Date: "2025-07-01", Words: "It was 4,800.", URL: "https://office.example/1", Curator: "Ann"}}
	if diff := cmp.Diff(want, source.replies); diff != "" {
		t.Error(diff)
	}
	source.refuse = fmt.Errorf("%w: a reply needs its words", dossier.ErrDecision)
	r = post(t, app, "/figure/f1/reply/", "office=Press+office&curator=Ann")
	if body := bodyOf(t, r); r.StatusCode != 422 || !strings.Contains(body, "A reply needs its words.") || !strings.Contains(body, `value="Press office"`) || !strings.Contains(body, `action="../../../figure/f1/"`) {
		t.Errorf("status %d", r.StatusCode)
	}
	source.refuse = nil
	if r = post(t, app, "/figure/f1/reply/", "take-back=a1&reason=other+figure&curator=Ann"); r.StatusCode != 303 || source.takenBack[0] != "a1 Ann other figure" {
		t.Errorf("status %d, %q", r.StatusCode, source.takenBack)
	}

	state := fixture(t)
	for i := range state.Figures {
		state.Figures[i].Replies = []dossier.Reply{{ID: fmt.Sprintf("a%d", i+1), Figure: state.Figures[i].ID, Kind: dossier.Answer, Office: "Fire Office", Date: "2025-06-20", Words: fmt.Sprintf("We never said <number %d>.", i+1), URL: "javascript:alert(1)", Curator: "Ann"}}
	}
	site := New(&stubSource{state: state}, Options{Compute: compute, Published: true})
	_, body := get(t, site, "/figure/f1/")
	if !strings.Contains(body, "Reply by Fire Office") || !strings.Contains(body, "&lt;number 1&gt;") || strings.Contains(body, "javascript:") || strings.Contains(body, "take-back") {
		t.Errorf("the published page:\n%s", body)
	}
	if _, body := get(t, site, "/replies.csv"); !strings.Contains(body, "<number 1>") || strings.Contains(body, "<number 5>") {
		t.Errorf("published replies, where f5 is a proposal:\n%s", body)
	}
}

func TestStatementsOnThePage(t *testing.T) {
	app, source := newApp(t)
	r := post(t, app, "/document/d1/", "accept=s1&curator=Ann&seen=30")
	if r.StatusCode != 303 || r.Header.Get("Location") != "./#statement-s1" {
		t.Fatalf("status %d to %q", r.StatusCode, r.Header.Get("Location"))
	}
	if diff := cmp.Diff([]dossier.Decision{{Figure: "s1", Action: dossier.Accept, Curator: "Ann", Seen: 30}}, source.decisions); diff != "" {
		t.Error(diff)
	}
	if r := post(t, app, "/document/d1/", "accept=s77&curator=Ann&seen=30"); r.StatusCode != 404 {
		t.Errorf("no such statement: status %d", r.StatusCode)
	}
	source.refuse = fmt.Errorf("s1: %w", dossier.ErrChanged)
	if r := post(t, app, "/document/d1/", "accept=s1&curator=Ann&seen=30"); r.StatusCode != 409 {
		t.Errorf("too late: status %d", r.StatusCode)
	}

	// Published are those that a person accepted.
	state := fixture(t)
	state.Statements[0].Status = dossier.Accepted
	site := New(&stubSource{state: state}, Options{Compute: compute, Published: true})
	_, body := get(t, site, "/")
	if !strings.Contains(body, "pulled away") || strings.Contains(body, "Safety comes first") {
		t.Error("the published page does not show the accepted statement, or another")
	}
	if r := post(t, site, "/document/d1/", "accept=s1&curator=Ann"); r.StatusCode != 405 {
		t.Errorf("published: status %d", r.StatusCode)
	}
}

func TestPublishedShowsWhatWasRetracted(t *testing.T) {
	state := fixture(t)
	state.Figures[0].Status = dossier.Retracted
	state.Figures[2].Status, state.Figures[2].Into = dossier.Merged, "f1"
	site := New(&stubSource{state: state}, Options{Compute: compute, Published: true})
	if status, body := get(t, site, "/figure/f1/"); status != 200 || !strings.Contains(body, "Retracted.") {
		t.Errorf("status %d", status)
	}
	if status, _ := get(t, site, "/figure/f3/"); status != 404 {
		t.Errorf("a merged figure: status %d", status)
	}
}

func TestPreferredTellingComesFirst(t *testing.T) {
	state := fixture(t)
	state.Figures[8].Rank = dossier.Preferred // f9, a later telling than f2
	app := New(&stubSource{state: state}, Options{Compute: compute})
	_, body := get(t, app, "/figure/f1/")
	others := body[strings.Index(body, `id="others"`):]
	first, second := strings.Index(others, "figure/f9/"), strings.Index(others, "figure/f2/")
	if first < 0 || second < 0 || first > second || !strings.Contains(others[:second], "preferred") {
		t.Errorf("f9 at %d, f2 at %d", first, second)
	}
}
