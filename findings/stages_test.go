package findings_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
)

// TestToldAsDone checks, from the words to the sentence, what was asked for, bought,
// authorised or denied and is told as done elsewhere; and look-alikes in which the
// matter has gone on, or which say the same in other words. Each case says all findings.
func TestToldAsDone(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const (
		asked      = "Nine districts have asked the province for a total of 340 police officers to guard the harvest fair, letters seen by the Valley Herald show."
		bought     = "The Directorate of Public Works has ordered 52,000 sandbags from a mill in Torr. The rest of the list is being drawn up."
		authorised = "Governor Lena Marsk has authorised the call-up of up to 640 members of the Ostrian Civil Guard. No member has been called up."
		rumour     = "The Harbour Office denied messages that 13 sailors had drowned during the exercise. Thirteen sailors in Port Lume were treated for cold at a clinic and have gone back on board, it said."
		applied    = "The Relief Bank said its board would take up the ministry's application for $47 million in May."
	)
	for _, test := range []struct {
		name string
		list []told
		want string
	}{
		{"asked for, and told as settled by a text that cites it", []told{
			{"Valley Herald", "2025-03-05", asked},
			{"The Test", "2025-03-06", "The province will send 340 police officers to guard the harvest fair, the Valley Herald reported on Wednesday."}},
			"drift warning conflict: Valley Herald says “340 police officers” as requested, retold by The Test as settled."},
		{"asked for, and told so", []told{
			{"Valley Herald", "2025-03-05", asked},
			{"The Test", "2025-03-06", "Nine districts want 340 police officers to guard the harvest fair, the Valley Herald reported on Wednesday."}}, ""},
		{"asked for, and said by somebody else to be sent", []told{
			{"Valley Herald", "2025-03-05", asked},
			{"The Test", "2025-03-09", "The province will send 340 police officers to guard the harvest fair, Interior Minister Ada Korvin said."}}, ""},
		{"planned, and at work when the day has come", []told{
			{"Directorate of Public Works", "2025-03-05", "The drive will be carried out by 480 dredging teams."},
			{"The Test", "2025-03-20", "The drive began at dawn, the Directorate of Public Works said. Some 480 dredging teams are at work."}}, ""},
		{"asked for and granted in one text", []told{
			{"Valley Herald", "2025-03-05", asked + " The province has decided to send 340 police officers."},
			{"The Test", "2025-03-06", "The province will send 340 police officers to guard the harvest fair, the Valley Herald reported on Wednesday."}}, ""},
		{"asked for, and agreed to without the number", []told{
			{"Valley Herald", "2025-03-05", asked + " On Wednesday night the province agreed to the request."},
			{"The Test", "2025-03-06", "The province will send 340 police officers to guard the harvest fair, the Valley Herald reported on Wednesday."}}, ""},
		{"promised, and to be sent", []told{
			{"Valley Herald", "2025-03-05", "The province has pledged 340 police officers to guard the harvest fair."},
			{"The Test", "2025-03-06", "The province will send 340 police officers to guard the harvest fair, the Valley Herald reported on Wednesday."}}, ""},

		{"asked for, and to be sent a week later", []told{
			{"Valley Herald", "2025-03-05", asked},
			{"The Test", "2025-03-12", "The province will send 340 police officers to guard the harvest fair, the Valley Herald reported on Tuesday."}}, ""},

		{"bought, and told as delivered", []told{
			{"Ostrian Directorate of Public Works", "2025-03-05", bought},
			{"The Test", "2025-03-05", "A mill in Torr has delivered 52,000 sandbags, the Directorate of Public Works said."}},
			"drift warning conflict: Ostrian Directorate of Public Works says “52,000 sandbags” as ordered, retold by The Test as delivered."},
		{"bought, and delivered the week after", []told{
			{"Ostrian Directorate of Public Works", "2025-03-05", bought},
			{"The Test", "2025-03-12", "A mill in Torr has delivered 52,000 sandbags, the Directorate of Public Works said."}}, ""},
		{"ordered to go, and there", []told{
			{"Ostrian Directorate of Public Works", "2025-03-05", "The Directorate of Public Works has ordered 520 workers to the dikes."},
			{"The Test", "2025-03-05", "The Directorate of Public Works said that it had deployed 520 workers to the dikes."}}, ""},

		{"authorised up to a bound, and told as called up", []told{
			{"Ostrian Office of the Secretary of State", "2025-03-05", authorised},
			{"The Test", "2025-03-05", "Governor Lena Marsk has activated 640 members of the Ostrian Civil Guard for the vote, Secretary of State Ada Korvin said."}},
			"drift warning conflict: Ostrian Office of the Secretary of State says “up to 640 members” as approved, retold by The Test as ordered, without the bound."},
		{"authorised up to a bound, and told so", []told{
			{"Ostrian Office of the Secretary of State", "2025-03-05", authorised},
			{"The Test", "2025-03-05", "Governor Lena Marsk has approved a call-up of as many as 640 members of the Ostrian Civil Guard, Secretary of State Ada Korvin said."}}, ""},
		{"authorised up to a bound, and called up a day later", []told{
			{"Ostrian Office of the Secretary of State", "2025-03-05", authorised},
			{"The Test", "2025-03-06", "Governor Lena Marsk has activated 640 members of the Ostrian Civil Guard for the vote, Secretary of State Ada Korvin said."}}, ""},

		{"asked for up to a bound, and told as approved without it", []told{
			{"Harbour Office", "2025-03-05", "The Harbour Office has requested up to 1,350 soldiers from the Ministry of Defence for the guarding of the piers."},
			{"The Test", "2025-03-06", "The Ministry of Defence has approved 1,350 soldiers for the guarding of the piers, the Harbour Office said."}},
			"drift warning conflict: Harbour Office says “up to 1,350 soldiers” as requested, retold by The Test as approved, without the bound."},
		{"approved, and told as paid", []told{
			{"The Wire", "2025-03-05", "The Reconstruction Fund on Wednesday approved 27 million dollars for families in Ostrel whose homes burned. Payments are to begin in June."},
			{"The Test", "2025-03-06", "The Reconstruction Fund has paid 27 million dollars to families in Ostrel, The Wire reports."}},
			"drift warning conflict: The Wire says “27 million dollars” as approved, retold by The Test as spent."},
		{"approved, and to be paid", []told{
			{"The Wire", "2025-03-05", "The Reconstruction Fund on Wednesday approved 27 million dollars for families in Ostrel whose homes burned."},
			{"The Test", "2025-03-06", "The Reconstruction Fund will pay 27 million dollars to families in Ostrel, The Wire reports."}}, ""},
		{"planned, and told as done", []told{
			{"Health Directorate", "2025-03-05", "The Health Directorate intends to vaccinate 320,000 cattle against the plague before winter."},
			{"The Test", "2025-03-06", "The Health Directorate has vaccinated 320,000 cattle against the plague, it said."}},
			"drift warning conflict: Health Directorate says “320,000 cattle” as called for, retold by The Test as done."},
		{"planned for a day, and done on it", []told{
			{"Health Directorate", "2025-03-05", "The Health Directorate intends to vaccinate 320,000 cattle against the plague on Thursday."},
			{"The Test", "2025-03-06", "The Health Directorate has vaccinated 320,000 cattle against the plague, it said."}}, ""},
		{"to be sent in summer, and told as sent", []told{
			{"The Wire", "2025-03-05", "Lithmark will send 430 soldiers to the border mission in August, its defence minister said."},
			{"The Test", "2025-03-06", "Lithmark has sent 430 soldiers to the border mission, The Wire reported."}},
			"drift warning conflict: The Wire says “430 soldiers” as planned, retold by The Test as deployed."},
		{"promised, and told as handed over", []told{
			{"The Wire", "2025-03-05", "Ostmark has offered 36 water pumps to the flooded districts, its foreign minister said."},
			{"The Test", "2025-03-06", "Ostmark has delivered 36 water pumps to the flooded districts, The Wire said."}},
			"drift warning conflict: The Wire says “36 water pumps” as pledged, retold by The Test as done."},
		{"asked for, and approved by what another text says", []told{
			{"The Wire", "2025-03-05", "The Flood Board has asked parliament for 48 million crowns to shore up the dykes. The vote is on Thursday."},
			{"The Radio", "2025-03-06", "Parliament approved 48 million crowns for the dykes this afternoon by 61 votes to 40."},
			{"The Test", "2025-03-07", "Parliament has approved 48 million crowns for the dykes, The Wire reported."}}, ""},
		{"asked for, and approved by a text that names the office by one word", []told{
			{"Mountain Rescue Service", "2025-03-05", "The Mountain Rescue Service is asking the canton for 3.4 million francs for a second helicopter. No decision has been taken."},
			{"The Test", "2025-03-06", "The Mountain Rescue Service gets its second helicopter. The canton has approved 3.4 million francs, the service said."}},
			"drift warning conflict: Mountain Rescue Service says “3.4 million francs” as requested, retold by The Test as approved."},
		{"asked for, and approved on the day of the decision", []told{
			{"Mountain Rescue Service", "2025-03-03", "The Mountain Rescue Service is asking the canton for 3.4 million francs for a second helicopter. The canton decides on Tuesday."},
			{"The Test", "2025-03-05", "The canton has approved 3.4 million francs for a second helicopter, the Mountain Rescue Service said."}}, ""},
		{"called for, and what another has done already", []told{
			{"The Wire", "2025-03-05", "Opposition leader Ane Voss called on the government to send 75 generators to the valleys, as the Red Lantern Society has done."},
			{"The Test", "2025-03-06", "The Red Lantern Society has sent 75 generators to the valleys, The Wire said."}}, ""},
		{"asked for, and approved in another year", []told{
			{"The Wire", "2025-03-05", "The Ministry of Transport has sought 260 million florins for the tunnel repairs."},
			{"The Test", "2025-03-06", "In 2022 parliament approved 260 million florins for tunnels, The Wire reported."}}, ""},
		{"asked for, and granted further down", []told{
			{"The Wire", "2025-03-05", "The region had asked for 520 riot police from the capital. Late on Wednesday the Interior Ministry agreed to the request."},
			{"The Test", "2025-03-06", "As The Wire reported on Wednesday, the Interior Ministry has authorised 520 riot police."}}, ""},

		{"denied, and told as a fact by a text that cites the denial", []told{
			{"The Wire", "2025-03-05", rumour},
			{"The Test", "2025-03-06", "Families are in mourning in Port Lume, where 13 sailors have drowned during the naval exercise, The Wire reported."}},
			"denial warning conflict: The Test (6 March 2025) says “13 sailors” as a fact, which was denied by the Harbour Office in The Wire on 5 March 2025; both are kept."},
		{"killed, which was denied, and wounded", []told{
			{"The Wire", "2025-03-05", "The army denied that 13 soldiers had been killed in the attack on its northern base."},
			{"The Test", "2025-03-06", "13 soldiers were wounded in the attack on the northern base, The Wire reported."}}, ""},
		{"what is true beside a denial", []told{
			{"The Wire", "2025-03-05", rumour},
			{"The Test", "2025-03-06", "In Port Lume 13 sailors were treated for cold at a clinic after the exercise, The Wire reported."}}, ""},

		{"applied for, and told as paid before the board meets", []told{
			{"The Wire", "2025-03-05", applied},
			{"The Test", "2025-03-20", "The new dike cost $90 million, of which the Relief Bank paid $47 million."}},
			"drift info conflict: The Test (20 March 2025) says “$47 million” as paid; The Wire (5 March 2025) says it as requested, to be decided from 1 May 2025 on."},
		{"applied for, and told as paid after the board met", []told{
			{"The Wire", "2025-03-05", applied},
			{"The Test", "2025-06-20", "The new dike cost $90 million, of which the Relief Bank paid $47 million."}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, sentences(check(readAll(reader, test.list)))); diff != "" {
				t.Error(strings.TrimSpace(diff))
			}
		})
	}
}
