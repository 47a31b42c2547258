package claims

import (
	"testing"

	"muster/language"
)

func TestNamesAt(t *testing.T) {
	names, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(names.All()); n < 250 {
		t.Errorf("found %d names, expected 250 or more", n)
	}
	model, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text, short string
		words       int
	}{
		{"ICE agents", "ICE", 1},
		{"ice on the road", "", 0},
		{"Immigration and Customs Enforcement said", "ICE", 4},
		{"U.S. Immigration and Customs Enforcement said", "ICE", 5},
		{"Justice Department employees", "DOJ", 2},
		{"U.S. Department of Justice lawyers", "DOJ", 4},
		{"U.N. Security Council members", "UN Security Council", 3},
		{"United States Army troops", "US Army", 3},
		{"National Guard troops", "National Guard", 2},
		{"NBC News reports", "NBC News", 2},
		{"Kenyan police", "Kenya", 1},
		{"Iceberg is far", "", 0},
	} {
		words := model.Sentences(test.text)[0].Words
		name, n := names.At(test.text, words, 0)
		if name.Short != test.short || n != test.words {
			t.Errorf("%q: found %q in %d words, expected %q in %d", test.text, name.Short, n, test.short, test.words)
		}
	}
}

func TestNamesByName(t *testing.T) {
	names, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	for spelling, short := range map[string]string{"the Pentagon": "DOD", "u.s. army": "US Army", "Associated Press": "AP", "The New York Times": "New York Times"} {
		if name, found := names.ByName(spelling); !found || name.Short != short {
			t.Errorf("%q: found %q, expected %q", spelling, name.Short, short)
		}
	}
	if _, found := names.ByName("nobody"); found {
		t.Error("found a name for nobody")
	}
}

// A dossier's own names replace and extend the list.
func TestNamesWith(t *testing.T) {
	names, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	own := names.With([]Name{
		{Short: "ICE", Full: "Institute of Chemical Engineers"},
		{Short: "Harbour Watch", Aliases: []string{"the Watch"}, PartOf: "ICE"},
	})
	if name, _ := own.ByName("ICE"); name.Full != "Institute of Chemical Engineers" || name.Kind != Organisation {
		t.Errorf("found %+v for ICE, expected the dossier's own", name)
	}
	if _, found := own.ByName("Harbour Watch"); !found {
		t.Error("a name of the dossier was not found")
	}
	if name, _ := names.ByName("ICE"); name.Full == "Institute of Chemical Engineers" {
		t.Error("the list that was extended changed")
	}
}

func TestParseNamesSaysWhatIsWrong(t *testing.T) {
	for _, text := range []string{"organisation | ICE", "thing | A | | |", "outlet | | Full | |"} {
		if _, err := ParseNames(text); err == nil {
			t.Errorf("%q: expected an error", text)
		}
	}
}
