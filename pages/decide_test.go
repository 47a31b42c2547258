package pages

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

func TestAcceptGoesToTheNextProposal(t *testing.T) {
	app, source := newApp(t)
	r := post(t, app, "/figure/f5/", "action=accept&curator=Ann&seen=30")
	if r.StatusCode != 303 || r.Header.Get("Location") != "../../figure/f9/?done=f5" {
		t.Fatalf("status %d to %q", r.StatusCode, r.Header.Get("Location"))
	}
	want := []dossier.Decision{{Figure: "f5", Action: dossier.Accept, Curator: "Ann", Seen: 30}}
	if diff := cmp.Diff(want, source.decisions); diff != "" {
		t.Error(diff)
	}
	if cookie := r.Header.Get("Set-Cookie"); !strings.Contains(cookie, "muster-curator=Ann") || !strings.Contains(cookie, "HttpOnly") || !strings.Contains(cookie, "SameSite=Strict") {
		t.Errorf("cookie %q", cookie)
	}
	r = post(t, app, "/figure/f13/", "action=reject&reason=other+flood&curator=Ann&seen=30")
	if r.Header.Get("Location") != "../../review/?done=f13" {
		t.Errorf("after the last proposal to %q", r.Header.Get("Location"))
	}
}

func TestDecisionThatIsRefusedKeepsTheForm(t *testing.T) {
	app, source := newApp(t)
	source.refuse = fmt.Errorf("%w: rejecting a figure needs a reason", dossier.ErrDecision)
	r := post(t, app, "/figure/f5/", "action=reject&curator=Ann&seen=30")
	body := bodyOf(t, r)
	if r.StatusCode != 422 || !strings.Contains(body, "Rejecting a figure needs a reason.") || !strings.Contains(body, `value="Ann"`) {
		t.Errorf("status %d:\n%s", r.StatusCode, body)
	}
}

func TestDecisionTakenInBetween(t *testing.T) {
	app, source := newApp(t)
	source.refuse = fmt.Errorf("figure f1: %w", dossier.ErrChanged)
	r := post(t, app, "/figure/f1/", "action=reject&reason=no&curator=Ben&seen=5")
	body := bodyOf(t, r)
	if r.StatusCode != 409 || !strings.Contains(body, "Somebody decided on this figure") || !strings.Contains(body, "accepted by Ann") {
		t.Errorf("status %d:\n%s", r.StatusCode, body)
	}
}

func TestOtherSitesCannotDecide(t *testing.T) {
	app, source := newApp(t)
	for _, headers := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://evil.example"}} {
		if r := post(t, app, "/figure/f5/", "action=accept&curator=Ann&seen=30", headers...); r.StatusCode != 403 {
			t.Errorf("%v: status %d", headers, r.StatusCode)
		}
	}
	if len(source.decisions) > 0 {
		t.Errorf("decisions were taken: %v", source.decisions)
	}
}

func TestPublishedTakesNoDecision(t *testing.T) {
	site := newPublished(t)
	if r := post(t, site, "/figure/f1/", "action=reject&reason=x&curator=Ann"); r.StatusCode != 405 {
		t.Errorf("status %d", r.StatusCode)
	}
}

func TestReadOnlyOffersNoForms(t *testing.T) {
	source := &stubSource{state: fixture(t)}
	app := New(source, Options{Compute: compute, ReadOnly: true})
	for _, address := range []string{"/figure/f5/", "/review/"} {
		if status, body := get(t, app, address); status != 200 || strings.Contains(body, `method="post"`) {
			t.Errorf("%s: status %d, or a form", address, status)
		}
		if r := post(t, app, address, "action=accept&accept=f5&curator=Ann"); r.StatusCode != 403 {
			t.Errorf("%s: status %d", address, r.StatusCode)
		}
	}
	if r := post(t, app, "/figure/f5/?at=5", "action=accept&curator=Ann"); r.StatusCode != 403 {
		t.Errorf("an earlier state: status %d", r.StatusCode)
	}
	if len(source.decisions) > 0 {
		t.Errorf("decisions were taken: %v", source.decisions)
	}
}

func TestEditHoldsTheWholeFigure(t *testing.T) {
	app, source := newApp(t)
	form := url.Values{"action": {"edit"}, "curator": {"Ben Ito"}, "reason": {"the text says more than"}, "seen": {"30"},
		"value": {"2,500"}, "qualifier": {"more-than"}, "min": {"250"}, "max": {"250"}, "reading_min": {"245"}, "reading_max": {"255"},
		"unit": {""}, "per": {"day"}, "counted": {"crews"}, "organisation": {"Coast Agency"}, "stage": {"pending"}, "approver": {"Congress"},
		"about_from": {"2025-06-01"}, "about_to": {"2025-06-30"}}
	r := post(t, app, "/figure/f5/", form.Encode())
	if r.StatusCode != 303 || r.Header.Get("Location") != "./?done=f5" {
		t.Fatalf("status %d to %q: %s", r.StatusCode, r.Header.Get("Location"), bodyOf(t, r))
	}
	got := source.decisions[0]
	c := got.Claim
	if got.Action != dossier.Edit || got.Reason != "the text says more than" || got.Curator != "Ben Ito" {
		t.Errorf("decision %+v", got)
	}
	if c.Quote != source.state.Figure("f5").Claim.Quote {
		t.Error("the edit changed the quote")
	}
	for _, check := range []struct{ name, got, want string }{
		{"stated", c.Stated.String(), "more than 2,500"}, {"reading", c.Reading.String(), "at least 2,450"}, {"stage", string(c.Stage), "pending"},
		{"approver", c.Approver, "Congress"}, {"per", c.Per, "day"}, {"counted", c.Counted, "crews"}, {"about", periodName(c.About.Period), "June 2025"},
	} {
		if !strings.HasPrefix(check.got, check.want) && !(check.name == "reading" && check.got == "more than 2,450") {
			t.Errorf("%s: %q, want %q", check.name, check.got, check.want)
		}
	}
}

func TestEditFields(t *testing.T) {
	rounding, err := claims.LoadRounding()
	if err != nil {
		t.Fatal(err)
	}
	before := claims.Figure{Value: n(3000), Qualifier: claims.Exact, Stage: claims.CalledFor, Stated: interval.Point(interval.Int(3000)), Number: claims.Span{Exact: "3,000"}}
	before.Reading = rounding.Reading(before.Qualifier, before.Stated, "3,000")
	for _, test := range []struct {
		name            string
		change          func(*edit)
		stated, reading string
		fails           string
	}{
		{"nothing", func(*edit) {}, "3,000", before.Reading.String(), ""},
		{"another number reads anew", func(e *edit) { e.Value = "3 012" }, "3,012", "3,012", ""},
		{"own reading", func(e *edit) { e.ReadingMin, e.ReadingMax = "2900", "3100" }, "3,000", "2,900 to 3,100", ""},
		{"at most", func(e *edit) { e.Qualifier = "at-most"; e.ReadingMin, e.ReadingMax = "", "3000" }, "at most 3,000", "at most 3,000", ""},
		{"range", func(e *edit) { e.Qualifier, e.Value, e.Min, e.Max = "range", "", "800", "1000" }, "800 to 1,000", "", ""},
		{"vague", func(e *edit) { e.Qualifier, e.Value, e.Min, e.Max = "vague", "", "24", "99" }, "24 to 99", "", ""},
		{"range without ends", func(e *edit) { e.Qualifier, e.Min = "range", "" }, "", "", "a range needs"},
		{"range upside down", func(e *edit) { e.Qualifier, e.Min, e.Max = "range", "9", "1" }, "", "", "lies above"},
		{"no number", func(e *edit) { e.Value = "" }, "", "", "number told is missing"},
		{"no figure", func(e *edit) { e.Value = "many" }, "", "", "expected a decimal"},
		{"unknown qualifier", func(e *edit) { e.Qualifier = "roughly" }, "", "", "choose one of the list"},
		{"unknown stage", func(e *edit) { e.Stage = "done" }, "", "", "choose one of the list"},
		{"reading upside down", func(e *edit) { e.ReadingMin = "9000" }, "", "", "lies above"},
		{"bad day", func(e *edit) { e.AboutFrom = "June" }, "", "", "expected year-month-day"},
		{"days upside down", func(e *edit) { e.AboutFrom, e.AboutTo = "2025-06-02", "2025-06-01" }, "", "", "lies after"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := editOf(before)
			test.change(&e)
			got, err := e.figure(before, rounding)
			if test.fails != "" {
				if err == nil || !strings.Contains(err.Error(), test.fails) {
					t.Errorf("error %v, want %q", err, test.fails)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got.Stated.String() != test.stated || test.reading != "" && got.Reading.String() != test.reading {
				t.Errorf("stated %s, reading %s; want %s, %s", got.Stated, got.Reading, test.stated, test.reading)
			}
		})
	}
}

func TestReview(t *testing.T) {
	app, source := newApp(t)
	r := post(t, app, "/review/", "curator=Ann&seen=30&figure=f5&figure=f9&bulk=d1")
	if r.StatusCode != 303 || r.Header.Get("Location") != "./?done=f5" {
		t.Fatalf("bulk: status %d to %q", r.StatusCode, r.Header.Get("Location"))
	}
	post(t, app, "/review/", "curator=Ann&seen=30&accept=f9")
	post(t, app, "/review/", "curator=Ann&seen=30&reject=f13&reason-f13=another+flood&reason-f5=not+this+one")
	want := []dossier.Decision{
		{Figure: "f5", Action: dossier.Accept, Curator: "Ann", Seen: 30}, // f9 is checked too, but of another document
		{Figure: "f9", Action: dossier.Accept, Curator: "Ann", Seen: 30},
		{Figure: "f13", Action: dossier.Reject, Reason: "another flood", Curator: "Ann", Seen: 30},
	}
	if diff := cmp.Diff(want, source.decisions); diff != "" {
		t.Error(diff)
	}
	if r := post(t, app, "/review/", "curator=Ann&seen=30&bulk=d1"); r.StatusCode != 422 {
		t.Errorf("nothing checked: status %d", r.StatusCode)
	}
	if r := post(t, app, "/review/", "curator=Ann&name=keep"); r.StatusCode != 303 || !strings.Contains(r.Header.Get("Set-Cookie"), "Ann") {
		t.Errorf("keeping the name: status %d, cookie %q", r.StatusCode, r.Header.Get("Set-Cookie"))
	}
	source.refuse = fmt.Errorf("%w: rejecting a figure needs a reason", dossier.ErrDecision)
	if r := post(t, app, "/review/", "curator=Ann&seen=30&reject=f5"); r.StatusCode != 422 || !strings.Contains(bodyOf(t, r), "Figure f5: Rejecting a figure needs a reason.") {
		t.Errorf("a refused decision: status %d", r.StatusCode)
	}
}

// Whatever is typed, an edit that is taken is a figure: its bounds in order
// and its quote untouched.
func FuzzEdit(f *testing.F) {
	f.Add("5,000", "", "", "", "", "more-than", "called-for", "2025-06-01", "")
	f.Add("", "9", "1", "-1", "1e99", "range", "target", "", "2025-13-01")
	f.Add("1/0", "1/3", "2", "", "", "vague", "other", "x", "")
	rounding, err := claims.LoadRounding()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, value, low, high, readLow, readHigh, qualifier, stage, from, to string) {
		before := claims.Figure{Number: claims.Span{Exact: "some", End: 4}, Qualifier: claims.Exact}
		e := edit{Value: value, Min: low, Max: high, ReadingMin: readLow, ReadingMax: readHigh, Qualifier: qualifier, Stage: stage, AboutFrom: from, AboutTo: to}
		got, err := e.figure(before, rounding)
		if err != nil {
			if !errors.Is(err, errField) && !errors.Is(err, dossier.ErrDecision) {
				t.Errorf("error without its kind: %v", err)
			}
			return
		}
		if got.Stated.Empty() || got.Reading.Empty() || got.Number != before.Number || nameKnown(stageTerms(), string(got.Stage)) == "" {
			t.Errorf("%+v became %+v", e, got)
		}
	})
}
