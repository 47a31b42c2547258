package language

import (
	"strings"
	"testing"
)

func TestLists(t *testing.T) {
	for _, test := range []struct{ list, word, heading string }{
		{"abbreviations.txt", "SEN", beforeName},
		{"abbreviations.txt", "no", beforeNumber},
		{"abbreviations.txt", "etc", closingList},
		{"abbreviations.txt", "Sept", "anywhere with a capital"},
		{"prefixes.txt", "Mid", ""},
		{"units.txt", "bn", ""},
		{"starters.txt", "The", ""},
		{"speech.txt", "said", ""},
		{"tags.txt", "US$", "$"},
	} {
		words, err := readList(test.list)
		if err != nil {
			t.Fatal(err)
		}
		if heading, found := lookup(words, test.word); !found || heading != test.heading {
			t.Errorf("%s: expected %q under %q, found %q, %t", test.list, test.word, test.heading, heading, found)
		}
		if _, found := lookup(words, "#"); found {
			t.Errorf("%s: a comment was read as words", test.list)
		}
	}
	if _, err := readList("none.txt"); err == nil {
		t.Error("expected an error for a list that is not there")
	}
}

func TestUnknownTagInListIsAnError(t *testing.T) {
	weights, err := taggerWeights.ReadFile("tagger.weights")
	if err != nil {
		t.Fatal(err)
	}
	_, err = newTagger(weights, map[string]string{"sen.": "NAME"})
	if err == nil || !strings.Contains(err.Error(), `"NAME"`) {
		t.Errorf("expected an error that names the tag, found %v", err)
	}
}
