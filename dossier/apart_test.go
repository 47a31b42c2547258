package dossier

import (
	"strings"
	"testing"

	"muster/documents"
)

func TestSetApart(t *testing.T) {
	yes, no := true, false
	for name, test := range map[string]struct {
		published []string
		notes     []DocumentNote
		apart     []bool
	}{
		"one of long before":         {[]string{"2017-02-17", "2025-05-15", "2025-05-28", "2025-06-04", "2025-06-05"}, nil, []bool{true, false, false, false, false}},
		"a curator takes it in":      {[]string{"2017-02-17", "2025-05-15", "2025-05-28", "2025-06-04", "2025-06-05"}, []DocumentNote{{File: "0", Belongs: &yes}}, []bool{false, false, false, false, false}},
		"a curator sets one apart":   {[]string{"2025-05-15", "2025-05-28"}, []DocumentNote{{File: "1", Belongs: &no}}, []bool{false, true}},
		"a slow story stays one":     {[]string{"2023-01-01", "2023-10-01", "2024-07-01", "2025-03-01", "2025-12-01"}, nil, []bool{false, false, false, false, false}},
		"two of three is no remnant": {[]string{"2017-01-01", "2017-01-02", "2025-01-01"}, nil, []bool{false, false, false}},
		"no date, no guess":          {[]string{"", "2025-05-15", "2025-05-28", "2025-06-04", "2025-06-05"}, nil, []bool{false, false, false, false, false}},
	} {
		t.Run(name, func(t *testing.T) {
			s := State{Settings: Settings{Documents: test.notes}}
			for i, p := range test.published {
				s.Documents = append(s.Documents, Document{Document: documents.Document{ID: string(rune('0' + i)), Published: p}})
			}
			setApart(&s)
			for i, d := range s.Documents {
				if (d.Apart != "") != test.apart[i] {
					t.Errorf("document of %q: apart is %q", test.published[i], d.Apart)
				}
			}
		})
	}
}

// TestLooksBack holds what a text of years later is taken for.
func TestLooksBack(t *testing.T) {
	then := []string{
		"Governor Ada Brandt sent the Lisso Rangers to Port Arda on Sunday.",
		"On Sunday the Lisso Rangers came to Port Arda, said Governor Brandt.",
		"In Port Arda there are Rangers from Lisso, as Brandt had said.",
		"Nobody left Port Arda before the Rangers of Lisso came, Brandt said.",
	}
	for name, test := range map[string]struct {
		later string
		back  bool
	}{
		"five years later":           {"Five years later, Port Arda has not forgotten the Rangers of Lisso whom Governor Brandt had sent.", true},
		"its year":                   {"In May of 2019 Governor Brandt sent the Rangers to Port Arda, and Lisso paid for them.", true},
		"the same bodies, not then":  {"On Monday Governor Brandt sent the Rangers to Port Arda, and Lisso paid for them.", false},
		"other people, years later":  {"Five years later, the harbour of Zenda has not forgotten the flood.", false},
		"names that open a sentence": {"Five years later. Brandt. Port. Arda. Rangers. Lisso.", false},
	} {
		s := State{}
		for i, text := range append(then, test.later) {
			published := "2019-05-0" + string(rune('1'+i))
			if i == len(then) {
				published = "2024-05-01"
			}
			s.Documents = append(s.Documents, Document{Document: documents.Document{ID: string(rune('0' + i)), Published: published, Text: text}})
		}
		setApart(&s)
		if apart := s.Documents[len(then)].Apart; apart == "" || strings.Contains(apart, "look back") != test.back {
			t.Errorf("%s: apart is %q", name, apart)
		}
	}
}
