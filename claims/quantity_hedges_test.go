package claims

import (
	"testing"

	"muster/documents"
)

// Hedges and bounds that do not stand right before the number: before the noun that it
// is the amount of, in the verb, or under a negation.
func TestHedgesAndBoundsApart(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		qualifier Qualifier
		text      string
	}{
		{About, "The trust pays for some 84,000 meals."},
		{About, "The ministry pays for some 84,000."},
		{About, "With some 300, the army leads the mission."},
		{About, "A fleet of roughly 40 sailed."},
		{About, "The plan has an estimated cost of 54 million euros."},
		{About, "The estimated cost of the move is 54 million euros."},
		{About, "The estimated cost of the move has risen to 54 million euros."},
		{About, "The cost of the move, estimated by the ministry at 54 million euros, is borne by the state."},
		{About, "The approximate number of troops is 900."},
		{About, "The rough total was 900 tents."},
		{Exact, "The final cost is 54 million euros."},
		{Exact, "The estimated cost was too low: 54 million euros were spent."},
		{Exact, "The estimate was made by 40 experts."},
		{Exact, "The cost was estimated by 40 experts."},
		{Exact, "For some, 84,000 meals are not enough."},
		{Exact, "The ministry estimates the cost at 54 million euros."},

		{AtMost, "Recruits must be not older than 34."},
		{AtMost, "Recruits may be no older than 34."},
		{AtMost, "Recruits must not be older than 34 years."},
		{AtMost, "The stay is to be no longer than 90 days."},
		{AtMost, "The stay may not last longer than 90 days."},
		{AtMost, "Loads not larger than 40 tonnes pass."},
		{AtLeast, "The boats are not shorter than 24 metres."},
		{MoreThan, "The boats are longer than 24 metres."},
		{AtMost, "The council kept to the ceiling of 60,000."},
		{AtMost, "The ceiling for the cull is 4,200."},
		{AtMost, "The cap of 900 visas is not reached."},
		{AtMost, "A cap on visas of 900 was set."},
		{AtMost, "The maximum number of soldiers is 900."},
		{AtMost, "The limit stands at 900 visas a year."},
		{AtMost, "Troop numbers are capped by the treaty at 900."},
		{AtMost, "Stays were limited by law to 90 days."},
		{AtMost, "The law limits stays to 90 days."},
		{AtLeast, "The minimum is 900 soldiers."},
		{Exact, "The ministry no longer has 90 boats."},
		{Exact, "The height of the ceiling is 9 metres."},
		{Exact, "The ceiling of the hall fell on 40 people."},
		{Exact, "The cap was lifted by 900."},
		{Exact, "The limited company has 90 boats."},
		{Exact, "The price was capped in 40 towns."},
		{Exact, "The ceiling was raised from 3,000 to 4,200."},
	} {
		figures := reader.Find(documents.Document{Text: c.text}).Figures
		if len(figures) != 1 || figures[0].Qualifier != c.qualifier {
			t.Errorf("%s: found %+v, expected one %s", c.text, figures, c.qualifier)
		}
	}
}

// What somebody may do up to a number is allowed, not uncertain; who expects to do
// something plans it.
func TestAllowedAndExpected(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct {
		act    Act
		hedges int
		text   string
	}{
		{Assert, 0, "The region may receive up to 900 tents."},
		{Assert, 0, "Each family may claim at most 900 euros."},
		{Assert, 0, "A town may hire at most 40 guards."},
		{Assert, 0, "The council may spend up to 3 million euros."},
		{Forecast, 1, "The flood may destroy up to 900 homes."},
		{Assert, 1, "Up to 900 people may have died."},
		{Plan, 1, "The ministry may send 900 soldiers."},
		{Forecast, 1, "The camp could receive up to 900 people."},
		{Forecast, 0, "The police reckon with costs of 1.1 million florins."},
		{Forecast, 0, "The agency reckons with 900 arrests."},
		{Estimate, 0, "The agency reckons that 900 people came."},
		{Plan, 0, "The agency expects to send 900 tents."},
		{Plan, 0, "The army expects to deploy 900 soldiers by June."},
		{Forecast, 0, "The agency expects 900 people."},
		{Forecast, 0, "Traders expect to lose 3 million euros."},
		{Estimate, 1, "The plan has an estimated cost of 54 million euros."},
	} {
		figures := reader.Find(documents.Document{Text: c.text}).Figures
		if len(figures) != 1 || figures[0].Act != c.act || len(figures[0].Hedges) != c.hedges {
			t.Errorf("%s: found %+v, expected one %s with %d hedges", c.text, figures, c.act, c.hedges)
		}
	}
}
