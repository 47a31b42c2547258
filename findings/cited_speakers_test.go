package findings_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
)

// TestWhoLeadsABody checks that the number of one who leads a body is set beside the body's own
// text, and named as told by the body, by whatever words a text says whom she leads.
func TestWhoLeadsABody(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const agency, star = "Norland Agency for Relief", "Aldmark Star"
	const lost = "equality warning consistent: Norland Agency for Relief says “up to 6,000 family tents”, retold by Aldmark Star as “6,000 family tents”."
	const tents = "The Norland Agency for Relief will send up to 6,000 family tents to the coast."
	release := told{agency, "2026-09-12", tents}
	for _, test := range []struct {
		name  string
		texts []told
		want  string
	}{
		{"its director", []told{release, {star, "2026-09-13", "The Norland Agency for Relief is busy. Its director Signe Aune said 6,000 family tents would be sent to the coast."}}, lost},
		{"the agency's director, without her name", []told{release, {star, "2026-09-13", "The Norland Agency for Relief is busy. A total of 6,000 family tents will be sent to the coast, the agency's director said."}}, lost},
		{"behind her name", []told{release, {star, "2026-09-13", "A total of 6,000 family tents will be sent to the coast, said Signe Aune, director of the Norland Agency for Relief."}}, lost},
		{"only her name, which the agency gives", []told{{agency, "2026-09-12", tents + " \"We have 340 doctors\", said the agency's director, Signe Aune."},
			{star, "2026-09-13", "A total of 6,000 family tents will be sent to the coast, Signe Aune said."}}, lost},
		{"only her name, which a third gives", []told{release, {"Corda Post", "2026-09-12", "\"We have 340 doctors\", said Signe Aune, director of the Norland Agency for Relief."},
			{star, "2026-09-13", "A total of 6,000 family tents will be sent to the coast, Signe Aune said."}}, lost},
		{"of another agency", []told{release, {star, "2026-09-13", "A total of 6,000 family tents will be sent to the coast, said Signe Aune, director of the Aldmark Agency for Roads."}}, ""},
		{"of two bodies", []told{{agency, "2026-09-12", tents + " \"We have 340 doctors\", said the agency's director, Signe Aune."},
			{"Aldmark Roads Board", "2026-09-12", "\"We have 340 doctors\", said Signe Aune, director of the Aldmark Roads Board."},
			{star, "2026-09-13", "A total of 6,000 family tents will be sent to the coast, Signe Aune said."}}, ""},
		{"of last year", []told{release, {star, "2026-09-13", "Last year 6,000 family tents were sent to the coast, said Signe Aune, director of the Norland Agency for Relief."}}, ""},
		{"its director, of a museum", []told{release, {star, "2026-09-13", "The Norland Agency for Relief has tents beside the City Museum. Its director Berit Holm said 6,000 visitors had seen the tents."}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, sentences(check(readAll(reader, test.texts)))); diff != "" {
				t.Error(strings.TrimSpace(diff))
			}
		})
	}
}

// TestNowOfABody checks a count that a text tells as holding now after a text between had told a
// later one, though that text lays it to nobody; and look-alikes.
func TestNowOfABody(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const now = "According to the Interior Ministry, 1,310 federal officers are currently on duty in Sella."
	for _, test := range []struct {
		name, between, later string
		stale                bool
	}{
		{"bare, in a text of that ministry", "The Interior Ministry said on Tuesday that 90 roads were safe.\n\nAs of Monday, 2,050 federal officers were on duty in Sella.\n\nThe ministry would not comment.", now, true},
		{"bare, in a text of two", "The Interior Ministry said on Tuesday that 90 roads were safe.\n\nAs of Monday, 2,050 federal officers were on duty along the coast.\n\nThe Navy Command said that it had 40 ships.", now, false},
		{"up from the opening day", "As of Monday, 2,050 federal officers were on duty in Sella, up from 1,310 on the opening day, the Interior Ministry said.", now, true},
		{"told of the beginning", "As of Monday, 2,050 federal officers were on duty in Sella, up from 1,310 on the opening day, the Interior Ministry said.",
			"According to the Interior Ministry, 1,310 federal officers were on duty in Sella when it began.", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			said := sentences(check(readAll(reader, []told{{"Interior Ministry", "2026-03-19", "The Interior Ministry counts 1,310 federal officers on duty in Sella."},
				{"Selm Wire", "2026-04-02", test.between}, {"The Test", "2026-04-23", test.later}})))
			if strings.Contains(said, "The Test (23 April 2026) has “1,310 federal officers” as the number now") != test.stale {
				t.Errorf("found %q", said)
			}
		})
	}
}
