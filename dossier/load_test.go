package dossier

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
)

func TestSettingsErrorsNameTheMend(t *testing.T) {
	for name, test := range map[string]struct{ toml, want string }{
		"a slip of the pen":      {"title = \"x\"\nqestion = \"y\"", `dossier.toml:2: there is no setting "qestion"; did you mean "question"?`},
		"a slip in a table":      {"[[series]]\nname = \"a\"\nfils = [\"counts/a.csv\"]", `dossier.toml:3: there is no setting "series.fils"; did you mean "files"?`},
		"nothing like it":        {"colour = \"red\"", `there is no setting "colour"; remove the line`},
		"a string left open":     {"title = \"x", `dossier.toml:1:`},
		"a number for a word":    {"title = 3", `dossier.toml:1:`},
		"series without columns": {"[[series]]\nname = \"a\"", `series "a" needs files`},
		"a file elsewhere":       {"[[series]]\nname = \"a\"\ndate = \"d\"\nfiles = [\"../a.csv\"]", `lies outside the dossier`},
		"an unknown period":      {"[[series]]\nname = \"a\"\ndate = \"d\"\nfiles = [\"counts/a.csv\"]\nby = \"year\"", `expected day, week or month`},
		"a target of nothing":    {"[[target]]\nseries = \"b\"\namount = 3\nper = \"day\"", `series "b", which is not there`},
		"words without quotes":   {"title = Spring", `dossier.toml:1:9: unexpected character U+0053 'S' at start of value; put words in quotation marks`},
		"a bare day":             {"reported = 2025-06-04", `dossier.toml:1:12: found a local date; expected a day in quotation marks`},
		"a word for a list":      {"[[series]]\nfiles = \"a.csv\"", `dossier.toml:2:9: found a string; expected a list in brackets`},
		"a word for yes":         {"[publish]\nembargoed = \"yes\"", `found a string; expected true or false`},
		"a word for a number":    {"[publish]\nproposals_above = \"0.7\"", `expected a number without quotation marks`},
		"a word for a table":     {"publish = \"yes\"", `expected a table`},
		"a nameless body":        {"[[organisation]]\nfull = \"x\"", `organisation 1 has no name`},
		"a note on nothing":      {"[[document]]\ntitle = \"x\"", `document 1 names no file`},
		"a note with a bad day":  {"[[document]]\nfile = \"documents/a.txt\"\npublished = \"soon\"", `document "documents/a.txt": published`},
		"a series twice":         {"[[series]]\nname = \"a\"\ndate = \"d\"\nfiles = [\"counts/a.csv\"]\n[[series]]\nname = \"a\"\ndate = \"d\"\nfiles = [\"counts/a.csv\"]", `two series are called "a"`},
		"a pattern that is none": {"[[series]]\nname = \"a\"\ndate = \"d\"\nfiles = [\"counts/[.csv\"]", `no pattern of file names`},
		"a rule on no series":    {"[[rule]]\nlabel = \"x\"\npercent = 10\nseries = \"b\"", `rule "x" names series "b", which is not there`},
		"one figure alone":       {"[[comparable]]\nfigures = [\"f1\"]", `comparable 1 names 1 figures; expected two or more`},
		"apart without a reason": {"[[comparable]]\nfigures = [\"f1\", \"f2\"]\napart = true", `add reason`},
		"a check of nothing":     {"[[check]]\nname = \"x\"\nexpression = \"a / b\"", `check "x": expression "a / b": expected a comparison`},
		"a check of nobody":      {"[[check]]\nname = \"x\"\nexpression = \"a < 5\"", `no figure is given for a; add figures = { a = "f12" }`},
		"a check too many":       {"[[check]]\nname = \"x\"\nexpression = \"a < 5\"\nfigures = { a = \"f1\", b = \"f2\" }", `figures names b, which is not in the expression`},
		"too sure":               {"[publish]\nproposals_above = 70", `proposals_above is 70; expected 0 to 1`},
		"a date that is none":    {"reported = \"4 June\"", `4 June`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ParseSettings([]byte(test.toml))
			if err == nil || !errors.Is(err, ErrSettings) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, expected …%s…", err, test.want)
			}
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %q", err)
			}
		})
	}
}

func TestSettingsWithAByteOrderMark(t *testing.T) {
	s, err := ParseSettings([]byte("\ufefftitle = \"x\"\r\n"))
	if err != nil || s.Title != "x" {
		t.Errorf("title %q, error %v", s.Title, err)
	}
}

func TestMissingSettingsAreGuessedAndSaidSo(t *testing.T) {
	s, err := ParseSettings(nil)
	if err != nil {
		t.Fatal(err)
	}
	s = s.withGuesses("operation-at-large")
	if s.Title != "Operation at large" || !reflect.DeepEqual(s.Guessed, []string{"title"}) {
		t.Errorf("title %q, guessed %v", s.Title, s.Guessed)
	}
}

// TestEverySettingIsDocumented fails when a setting has no place in the page.
func TestEverySettingIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../doc/dossier.md")
	if err != nil {
		t.Fatal(err)
	}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for i := range typ.NumField() {
			if name := typ.Field(i).Tag.Get("toml"); name != "" && name != "-" {
				if !strings.Contains(string(page), "`"+name+"`") && !strings.Contains(string(page), "["+name+"]") {
					t.Errorf("doc/dossier.md says nothing of the setting %q", name)
				}
				walk(typ.Field(i).Type)
			}
		}
	}
	walk(reflect.TypeFor[Settings]())
}

func FuzzParseSettings(f *testing.F) {
	f.Add([]byte("title = \"x\"\n[[series]]\nname = \"a\"\nfiles = [\"counts/a.csv\"]\ndate = \"d\"\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := ParseSettings(b); err != nil && !errors.Is(err, ErrSettings) {
			t.Errorf("an error that is not ErrSettings: %v", err)
		}
	})
}
