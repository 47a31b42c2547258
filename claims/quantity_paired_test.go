package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

// Each number of a sentence that leaves out its verb is under its own subject.
func TestSubjectsInPairs(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, subjects string }{
		{"The Navy leads with 40 boats and the Coast Guard with 30.", "Navy; Coast Guard"},
		{"Ardania sends 40 boats, Velusk 30.", "Ardania; Velusk"},
		{"Ardania will send 40 and Velusk 30 boats.", "Ardania; Velusk"},
		{"Northmark gives 40 officers, Eastmark 30 and Westmark 20.", "Northmark; Eastmark; Westmark"},
		{"The North accounted for 7,480 cases, the Coast for 4,120 and the Uplands for 2,710.", "North; Coast; Uplands"},
		{"The city sends 820 officers, the reserve 430 and the county 200.", "city; reserve; county"},
		{"Police with 300 and firefighters with 90 people took part.", "Police; firefighters"},
		{"Hospitals got 400 beds, schools 300 and prisons 90.", "Hospitals; schools; prisons"},
		{"The Customs Service has 80 boats, the Border Guard 150.", "Customs Service; Border Guard"},
		{"The Red Cross gave 400 tents and the Fire Service 300.", "Red Cross; Fire Service"},

		{"The Navy sent 40 boats and 30 helicopters.", "Navy; Navy"},
		{"The Navy sent 40 boats to Bresk and 30 to Holm.", "Navy; Navy"},
		{"The Navy sent 40 boats in May and 30 in June.", "Navy; Navy"},
		{"The Navy has 40 boats, 30 of them new.", "Navy; Navy"},
	} {
		var got []string
		for _, f := range reader.Find(documents.Document{Text: "Plans for the delta were told on Monday.\n\n" + c.text}).Figures {
			got = append(got, f.Subject)
		}
		if strings.Join(got, "; ") != c.subjects {
			t.Errorf("%s: found %q, expected %q", c.text, got, c.subjects)
		}
	}
}
