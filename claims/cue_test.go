package claims

import (
	"slices"
	"strings"
	"testing"
)

func TestCueListsAreInOrder(t *testing.T) {
	c, err := newCues()
	if err != nil {
		t.Fatal(err)
	}
	for form, class := range map[string]cueClass{
		"said": saying, "says": saying, "told": telling, "wrote": saying, "denied": denying, "planned": planning,
		"showed": showing, "shown": showing, "citing": citing, "demanding": demanding, "ordered": ordering, "tweeted": saying,
	} {
		readings := c.verbs[form]
		if !slices.ContainsFunc(readings, func(v cueVerb) bool { return v.class == class && len(v.rest) == 0 }) {
			t.Errorf("%q: expected class %s, found %v", form, class, readings)
		}
	}
	if len(c.verbs["calls"]) == 0 || strings.Join(c.verbs["calls"][0].rest, " ") != "for" {
		t.Errorf("calls: expected \"call for\" before \"call\", found %v", c.verbs["calls"])
	}
}

func TestCueListErrorsNameTheLine(t *testing.T) {
	c := &cues{verbs: map[string][]cueVerb{}, nouns: map[string]sourceNoun{}}
	for _, file := range []string{"# fine\nsinging: hum", "saying\n"} {
		if err := c.readVerbs(file); err == nil || !strings.Contains(err.Error(), "line ") {
			t.Errorf("%q: expected an error that names the line, found %v", file, err)
		}
	}
	if err := c.readSources("ghost: spirit"); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("expected an error that names the line, found %v", err)
	}
}

func TestInflect(t *testing.T) {
	for base, want := range map[string]string{
		"note":  "note noting notes noted",
		"plan":  "plan planning plans planned",
		"reply": "reply replying replies replied",
		"guess": "guess guessing guesses guessed",
		"agree": "agree agreeing agrees agreed",
		"stay":  "stay staying stays stayed",
		"order": "order ordering orders ordered",
	} {
		if got := strings.Join(inflect(base, false), " "); got != want {
			t.Errorf("inflect(%q) = %q, want %q", base, got, want)
		}
	}
	if got := strings.Join(inflect("say", true), " "); got != "say saying says" {
		t.Errorf("inflect(say) = %q", got)
	}
}

func TestSourceNounsInThePlural(t *testing.T) {
	c := loadCues()
	for word, kind := range map[string]HopKind{"officials": Anonymous, "memos": DocumentHop, "agencies": Organisation, "congressmen": Anonymous, "data": Dataset} {
		if noun, found := c.noun(word); !found || noun.kind != kind {
			t.Errorf("%s: expected %s, found %v %v", word, kind, noun.kind, found)
		}
	}
	if _, found := c.noun("bicycles"); found {
		t.Error("a bicycle is no source")
	}
}
