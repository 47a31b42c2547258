package dossier

import (
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
