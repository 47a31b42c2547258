package claims

import (
	"strings"
	"testing"

	"muster/documents"
)

func TestListsOfNames(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, want string }{
		{"Marland pledged 1,500 troops, Ostria 900, Tolen 800 and Sund 400.", "1,500 troops of Marland pledged; 900 troops of Ostria pledged; 800 troops of Tolen pledged; 400 troops of Sund pledged"},
		{"Marland 1,500, Ostria 900 and Tolen 800 make up the force of 3,200 soldiers.", "1,500 soldiers of Marland deployed in f4; 900 soldiers of Ostria deployed in f4; 800 soldiers of Tolen deployed in f4; 3,200 soldiers deployed"},
		{"The force of 3,200 soldiers is made up of Marland (1,500), Ostria (900) and Tolen (800).", "3,200 soldiers deployed; 1,500 soldiers of Marland deployed in f1; 900 soldiers of Ostria deployed in f1; 800 soldiers of Tolen deployed in f1"},
		{"The states will send 3,200 police: Marland 1,500; Ostria 900; the Sund Council 800.", "3,200 police ordered; 1,500 police of Marland ordered in f1; 900 police of Ostria ordered in f1; 800 police of Sund Council ordered in f1"},
		{"Of the 3,200 soldiers, Marland sends 1,500, Ostria 900 and Tolen 800.", "3,200 soldiers deployed; 1,500 soldiers of Marland ordered in f1; 900 soldiers of Ostria ordered in f1; 800 soldiers of Tolen ordered in f1"},
		{"Kenya has lent the fleet 30 trucks, Uganda 20 and Rwanda 12.", "30 trucks of Kenya deployed; 20 trucks of Uganda deployed; 12 trucks of Rwanda deployed"},
		{"The North now has 880 of the new guards, the Middle Region 610 and the Coast 430.", "880 new guards deployed; 610 new guards of Middle Region deployed; 430 new guards of Coast deployed"},
		{"Holm will provide 90, Orsa 150.", "90  pledged; 150  pledged"},
		{"The tally of arrests: Holm 1,240, Orsa 910, Velm 85.", "1,240 arrests result; 910 arrests result; 85 arrests result"},
		{"Highway 12, Route 900 and Gate 4 were closed by 300 police.", "300 police result"},
		{"The firm uses the Boeing 737, the Airbus 321 and the Embraer 195.", ""},
		{"In the Lakes 870 teaching posts are vacant. In Corra 40 primary schools are shut.", "870 teaching posts other; 40 primary schools result"},
		{"By 30 September 60 million crowns had been paid; on 30 June 14 boats were sent.", "60 million crowns  result; 14 boats deployed"},
		{"From May 15, June 20 and July 30 on, 40 soldiers kept watch.", "40 soldiers deployed"},
	} {
		var got []string
		for _, f := range reader.Find(documents.Document{ID: "test", Text: c.text}).Figures {
			line := f.Number.Exact + " " + f.Counted
			if f.Organisation != "" {
				line += " of " + f.Organisation
			}
			line += " " + string(f.Stage)
			if f.PartOf != nil {
				line += " in " + *f.PartOf
			}
			got = append(got, line)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\nfound    %s\nexpected %s", c.text, strings.Join(got, "; "), c.want)
		}
	}
}

func TestEachSpeaksForItself(t *testing.T) {
	figures := newTestReader(t).Find(documents.Document{ID: "test", Publisher: "The Courier", Text: "Marland pledged 2,400 soldiers, Ostria 1,300 and Tolen 700."}).Figures
	for i, want := range []string{"Marland", "Ostria", "Tolen"} {
		if i >= len(figures) || figures[i].Attribution.Root().Name != want {
			t.Fatalf("figure %d: expected %s as who pledges it, found %+v", i+1, want, figures)
		}
	}
}
