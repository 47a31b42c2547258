package origintest

import (
	"muster/claims"
	"muster/interval"
)

// Operation builds a dossier on an announced operation as six outlets might
// report it: a plan told second hand, with a lost qualifier, a list of parts, a
// request that waits for approval, and a rate told as a multiple of another.
func Operation() *Builder {
	b := &Builder{}

	herald := b.Document("The Herald", "2025-06-04", "Plan needs 5,000 federal agents and 21,000 National Guard troops",
		"The agency wants more than 5,000 federal agents and 21,000 National Guard troops, according to The Wire.\n"+
			"The plan has 3,000 ICE agents, 2,000 Justice Department employees, 500 Customs and Border Protection staff, and 250 from the IRS, The Wire reports.\n"+
			"The 21,000 National Guard members have not been approved by the Defense Department, The Wire reports.\n"+
			"At a meeting in mid-May leaders demanded 3,000 arrests a day.\n"+
			"That is approximately triple the number of daily arrests in January, the Bulletin noted.")
	wire := Said("outlet:The Wire")
	herald.Figure("5,000 federal agents", "5,000", 5000, claims.Exact)
	herald.Figure("21,000 National Guard troops", "21,000", 21000, claims.Exact, Organisation("National Guard"))
	total := herald.Figure("more than 5,000 federal agents", "more than 5,000", 5000, claims.MoreThan, wire, Parts("closed"))
	herald.Figure("21,000 National Guard troops", "21,000", 21000, claims.Exact, Organisation("National Guard"), wire)
	herald.Figure("3,000 ICE agents", "3,000", 3000, claims.Exact, wire, Organisation("ICE"), Counted("agents"), PartOf(total))
	herald.Figure("2,000 Justice Department employees", "2,000", 2000, claims.Exact, wire, Organisation("DOJ"), Counted("employees"), PartOf(total), Parts("open"))
	herald.Figure("500 Customs and Border Protection staff", "500", 500, claims.Exact, wire, Organisation("CBP"), Counted("staff"), PartOf(total))
	herald.Figure("250 from the IRS", "250", 250, claims.Exact, wire, Organisation("IRS"), Counted(""), PartOf(total))
	herald.Figure("21,000 National Guard members", "21,000", 21000, claims.Exact, wire, Organisation("National Guard"), Approver("Defense Department"))
	herald.Figure("3,000 arrests a day", "3,000", 3000, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Target), Act(claims.Demand),
		About("mid-May", "2025-05-10", "2025-05-20"), Said("speaker:leaders"))
	herald.Figure("approximately triple", "approximately triple", 3, claims.About, Counted("daily arrests"), Per("day"), Stage(claims.Other),
		Times(interval.Frac(27, 10), interval.Frac(33, 10), "the number of daily arrests in January"), Said("outlet:The Bulletin"))

	origin := b.Document("The Wire", "2025-06-04", "How a new operation takes agents from elsewhere",
		"The operation includes more than 5,000 personnel and up to 21,000 National Guard troops, according to three people with knowledge of the plan.\n"+
			"The plan calls for 3,000 ICE agents, including 1,800 from one division; 2,000 Justice Department employees; and 500 employees of Customs and Border Protection. It also has 250 IRS agents.")
	three := Said("document:an operation plan", "anonymous:three people with knowledge of the plan")
	total = origin.Figure("more than 5,000 personnel", "more than 5,000", 5000, claims.MoreThan, three, Parts("closed"))
	origin.Figure("up to 21,000 National Guard troops", "up to 21,000", 21000, claims.AtMost, three, Organisation("National Guard"))
	ice := origin.Figure("3,000 ICE agents", "3,000", 3000, claims.Exact, three, Organisation("ICE"), Counted("agents"), PartOf(total), Parts("open"))
	origin.Figure("1,800 from one division", "1,800", 1800, claims.Exact, three, Organisation("HSI"), Counted(""), PartOf(ice))
	origin.Figure("2,000 Justice Department employees", "2,000", 2000, claims.Exact, three, Organisation("DOJ"), Counted("employees"), PartOf(total))
	origin.Figure("500 employees", "500", 500, claims.Exact, three, Organisation("CBP"), PartOf(total))
	origin.Figure("250 IRS agents", "250", 250, claims.Exact, three, Organisation("IRS"), Counted("agents"), PartOf(total))

	bulletin := b.Document("The Bulletin", "2025-05-28", "Agents told to make more arrests",
		"In a tense meeting on May 21 leaders demanded that agents arrest 3,000 people a day, according to two people who were there.")
	bulletin.Figure("3,000 people a day", "3,000", 3000, claims.Exact, Counted("people"), Per("day"), Stage(claims.Target), Act(claims.Demand),
		About("May 21", "2025-05-21", "2025-05-21"), Said("anonymous:two people who were there", "speaker:leaders"))

	mirror := b.Document("The Mirror", "2025-06-06", "Agents from many offices join the operation",
		"The operation needs 5,000 federal agents, according to The Herald.")
	mirror.Figure("5,000 federal agents", "5,000", 5000, claims.Exact, Said("outlet:The Herald"))
	return b
}
