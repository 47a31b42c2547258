package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
)

// TestPassages checks what a text works out of numbers told in the sentences before, and
// look-alikes, of which nothing but notes may be said.
func TestPassages(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"Rescuers pulled 62 people from the mud in April. In May they pulled out 93. The number of rescues has therefore doubled.", "93 against 62 people is 1.5 times as many, not “doubled”."},
		{"Rescuers pulled 62 people from the mud in April. In May they pulled out 93. The number of rescues has therefore risen by half.", ""},
		{"Port police seized 1,900 kilos of coca leaves this year, four times as many as in 2019, when 700 kilos were found.", "1,900 kilos of coca against 700 kilos is 2.71 times as many, not “four times”."},
		{"Port police seized 2,800 kilos of coca leaves this year, four times as many as in 2019, when 700 kilos were found.", ""},
		{"The court heard 2,480 cases in spring. Compared with the 1,650 cases of the autumn, that is twice as many.", "2,480 cases against 1,650 cases is 1.5 times as many, not “twice”."},
		{"The court heard 2,480 cases in spring. Compared with the 1,240 cases of the autumn, that is twice as many.", ""},
		{"Some 640 sheep had been vaccinated by Friday. Set against the 2,560 sheep on the register, that is a third.", "some 640 of 2,560 sheep are 25 per cent, not “a third”."},
		{"Some 640 sheep had been vaccinated by Friday. Set against the 2,560 sheep on the register, that is a quarter.", ""},
		{"Border guards turned back 84 lorries on Monday. Twenty-one of them, about half, came from the south.", "twenty-one of 84 lorries are 25 per cent, not “about half”."},
		{"Border guards turned back 84 lorries on Monday. Twenty-one of them, a quarter, came from the south.", ""},
		{"The commission opened 1,200 files and closed 180, its secretary said. One file in three has thus been closed.", "180 of 1,200 files are 15 per cent, not “One file in three”."},
		{"The commission opened 1,200 files and closed 390, its secretary said. One file in three has thus been closed.", ""},
		{"Out of 360 bridges, 240 passed the test, which means that half of them failed.", "240 of 360 bridges are 66.7 per cent, not “half”."},
		{"Out of 360 bridges, 240 passed the test, which means that a third of them failed.", ""},
		{"Compared with the planned 420 beds, the clinic is 60 beds short, or one in four.", "60 of 420 beds are 14.3 per cent, not “one in four”."},
		{"Compared with the planned 420 beds, the clinic is 60 beds short, or one in seven.", ""},
		{"The 36 crews flew 1,080 missions, an average of 40 each.", "1,080 missions for 36 crews are 30 each, not 40."},
		{"The 36 crews flew 1,080 missions, an average of 30 each.", ""},
		{"The town bought 25 buses for 9 million francs, or 460,000 francs each.", "9 million francs for 25 buses are 360,000 each, not 460,000 francs."},
		{"The town bought 25 buses for 9 million francs, or 360,000 francs each.", ""},
		{"The district has 84 doctors. With 210,000 inhabitants, that makes one for every 1,000.", "84 doctors for 210,000 inhabitants are one for every 2,500, not 1,000."},
		{"The district has 84 doctors. With 210,000 inhabitants, that makes one for every 2,500.", ""},
		{"The service runs 130 shelters. There are 520 attendants, three in each shelter.", "520 attendants for 130 shelters are 4 at every shelter, not three."},
		{"The service runs 130 shelters. There are 520 attendants, four in each shelter.", ""},
		{"Engineers laid 4.2 kilometres of pipe in six days, an average of 900 metres a day.", "4.2 kilometres of pipe in 6 days are 700 a day, not 900."},
		{"Engineers laid 4.2 kilometres of pipe in six days, an average of 700 metres a day.", ""},
		{"Tamar gave 14 tents, Sollen 22 and Orm 9. Together the three towns sent 55 tents.", "14 + 22 + 9 make 45, not 55."},
		{"Tamar gave 14 tents, Sollen 22 and Orm 9. Together the three towns sent 45 tents.", ""},
		{"The fleet has 64 vehicles. They comprise 31 lorries, 18 vans and 9 ambulances.", "the parts told for 64 vehicles make 58 (31 + 18 + 9), 6 less than the total; a part may be missing, or a number wrong."},
		{"The fleet has 58 vehicles. They comprise 31 lorries, 18 vans and 9 ambulances.", ""},
		{"The team has 40 members in all. There are 20 divers, 11 medics and nine drivers.", ""},
		{"A total of 730 homes were inspected. Of them, 410 were sound and 230 were damaged. There was no other category.", "410 + 230 make 640, not 730."},
		{"A total of 730 homes were inspected. Of them, 410 were sound and 230 were damaged. The rest have not been graded.", ""},
		{"The ministry paid 6.5 million for tents, 2.3 million for food and 1.1 million for fuel. The total of 10.9 million came from the reserve.", "6.5 million + 2.3 million + 1.1 million make 9.9 million, not 10.9 million."},
		{"The ministry paid 6.5 million for tents, 2.3 million for food and 1.1 million for fuel. The total of 9.9 million came from the reserve.", ""},
		{"There are now 412 observers in the field, 30 more than last week's 372.", "412 observers are 40 more than 372, not 30."},
		{"There are now 412 observers in the field, 40 more than last week's 372.", ""},
		{"Six companies of 90 soldiers each will take part, or 640 soldiers in all.", "six times 90 make 540, not 640."},
		{"Six companies of 90 soldiers each will take part, or 540 soldiers in all.", ""},
		{"The garrison handed out 75 parcels a day over 12 days. In all, 1,200 parcels were given to families.", "75 parcels a day for 12 days make 900, not 1,200."},
		{"The garrison handed out 75 parcels a day over 12 days. In all, 900 parcels were given to families.", ""},
		{"One in five of the 1,500 tents, 450, had leaked.", "450 of 1,500 tents are 30 per cent, not “One in five”."},
		{"One in five of the 1,500 tents, 300, had leaked.", ""},
		{"Norland pledged 75 lorries. It has sent 48. The remaining 37 will follow in May.", "of 75 lorries the parts before leave 27, not 37."},
		{"Norland pledged 75 lorries. It has sent 48. The remaining 27 will follow in May.", ""},
		{"The depot received 320 stoves, twice as many as last week, when 200 came.", "320 stoves against 200 is 1.6 times as many, not “twice”."},
		{"The depot received 320 stoves, far more than last week, when 200 came.", ""},
		{"The city has 84 doctors. With 21 more coming, the number rises to 105, one for every 2,000 people.", ""},
		{"In April 62 people were rescued. In May 93 were. The number of calls has doubled.", ""},
		{"Some 640 sheep and 210 goats had been vaccinated by Friday. Of the sheep on the register that is a third.", ""},
		{"Fifty-seven men were detained. Thirty women were questioned; half of them, 15, were let go.", ""},
		{"The 36 crews flew 1,080 missions. The best crews flew 40 each.", ""},
		{"The office has 20,150 enumerators. It had 11,800 in May, 5,900 in April and 2,300 in March.", ""},
		{"46 machines will be used in all. There are 28 flails, 12 tillers and other machines.", ""},
		{"46 machines will be used. There are 28 drivers, 12 cooks and eight guards at the camp.", ""},
		{"Tamar gave 14 tents, Sollen 22 and Orm 9. Together with those of the army there are 120 tents.", ""},
		{"Of the 900 soldiers, 500 are on the coast and 100 on leave. The remaining 300 guard the capital.", ""},
		{"The town has 900 soldiers, and 500 are on the coast. The other 300 men in the barracks are police.", ""},
		{"Four teams of 12 divers each searched the lake. In all, 200 people took part.", ""},
		{"The kitchen served 40 meals a day over ten days and 100 more at the weekend, 500 in all.", ""},
		{"The number of rangers is now 86, six more than planned. Last week there were 74.", ""},
		{"The ministry ordered 240 pumps, and 30 spare parts kits. So far 150 have arrived, 30 were lost. The remaining 60 are due in June.", ""},
		{"The wall is 2.5 metres high. In ten days it grew by 50 centimetres, an average of 5 centimetres a day.", ""},
		{"The office will open 9,400 stations, 400 of them abroad. There will be 45,000 officials, five at every station at home.", ""},
		{"Green Party voters, one in four of all the 800 asked, named 300 candidates.", ""},
		{"At first 200 volunteers came, two for every house. Then 90 houses were added.", ""},
		{"Of the 600 beds, 420 were taken, 350 of them by the old. A third stood empty in May.", ""},
		{"The army bought 90 ploughs and 12 lorries for 4.8 million crowns, the ploughs at about 35,000 crowns each.", ""},
		{"With its 1,312 workers the firm pays wages of 52 million. Overtime cost it 3,900 crowns a head.", ""},
		{"In the north 240 villages have power again. In the south 150 do. The remaining 60 wait for poles.", ""},
		{"The party holds 120 seats and its partner 45. The remaining 88 belong to the opposition.", ""},
		{"The fund has 45 million from Norland, 30 million from Holm. Between them the two banks lent another 20 million.", ""},
		{"Tamar gave 14 tents, Sollen 22. Together the towns of the valley sent 80.", ""},
		{"Tamar gave 14 tents, Sollen 22 and Orm, which is poor, none. Together the three gave 36.", ""},
		{"In June 140 people fell ill. In July, after the rain, 350 did. The number of deaths has thus tripled.", ""},
		{"In June 140 people fell ill, 12 of them children. In July 180 did, 36 of them children. The number of children has thus tripled.", ""},
		{"The price rose from 40 to 60 in May. In June it was 90. The price has thus more than doubled since spring.", ""},
		{"The agency hired 900 people, twice as many as in 2020, when 450 were enough and 120 were sacked.", ""},
		{"The agency hired 900 people for 12 camps, 30 more than in 2020, when 600 did the work.", ""},
		{"Compared with the 3,100 checks of 2025, the 1,200 of this spring are few. Fines were twice as many.", ""},
		{"By Friday 640 sheep, 90 goats and 30 cows had been seen. Set against the 2,560 sheep on the register, that is a quarter.", ""},
		{"The court heard 620 cases. Against the 2,480 of last year, that is not much, and a third were dropped.", ""},
		{"Twenty-one people were held, and six of them, a third of the men, were let go.", ""},
		{"The commission opened 1,200 files and 180 hearings. One file in three, it says, has thus been closed since May.", ""},
		{"The office made 3,480 checks and imposed 412 fines. One driver in five thus lost a licence.", ""},
		{"Of the 360 bridges, 240 were tested, so that one in three is still to come.", ""},
		{"Of the 360 bridges, 240 passed, 60 failed, so that one in six must close.", ""},
		{"The 36 crews flew 1,080 missions in May and 360 in June, an average of 40 each.", ""},
		{"The 36 crews flew 1,080 missions with 90 planes, an average of 12 each.", ""},
		{"Some 36 crews of four flew 1,080 missions, or 270 hours each.", ""},
		{"The district has 84 doctors and 420 nurses. With 210,000 inhabitants, that makes one nurse for every 500.", ""},
		{"The district has 84 doctors. With 210,000 inhabitants it should have 210, that is one for every 1,000.", ""},
		{"The service runs 130 shelters and 12 kitchens. There are 520 attendants, three in each kitchen.", ""},
		{"The service runs 130 shelters. There are 520 attendants, four in each shelter and two at the gate.", ""},
		{"It opened 9,400 stations. Officials number 56,400, about six at every station.", ""},
		{"Six companies of 90 soldiers each will take part. In all, 700 soldiers and sailors will be on the march.", ""},
		{"Six companies of about 90 soldiers each will take part. In all, 560 soldiers will march.", ""},
		{"Four teams of 12 divers each searched on Monday, three teams on Tuesday. In all, 84 divers took part.", ""},
		{"The team handed out 75 parcels a day over 12 days and 100 on the last. In all, 1,000 parcels were given.", ""},
		{"It costs 18.4 million for machines and 14.1 million for wages. The total of 40 million includes a reserve.", ""},
		{"Machines cost 18.4 million, wages 14.1 million and traps 3.2 million. The total of 37.5 million includes 1.8 million for the reserve.", ""},
		{"The fleet has 64 vehicles. They comprise 31 lorries, 18 vans and other machines.", ""},
		{"The fleet has 64 vehicles. Those at sea comprise 31 boats and 18 rafts.", ""},
		{"The army has 64 helicopters. It consists of 3 brigades and 12 battalions.", ""},
		{"The ministry employs 900 people in all. There are 60 drivers, 40 cooks and 20 guards in the capital.", ""},
		{"There were 46 machines in all. There were 28 in May and 15 in June.", ""},
		{"The court had 730 cases. Of these, 410 were dropped and 230 tried. No other court had as many.", ""},
		{"There are 412 observers in 30 camps, 30 more than last week's 372.", ""},
		{"There are 412 observers, 40 of them new, 30 more than planned for the 382 stations.", ""},
		{"The force has 86 rangers, six more than in May, and 74 dogs.", ""},
		{"The river rose by 2.5 metres in ten days, an average of 25 centimetres a day.", ""},
		{"The lake fell by 2 metres in ten days, an average of 30 centimetres a day over the first five.", ""},
		{"One in four of the 800 pupils, 300 teachers, and 20 cooks stayed at home.", ""},
		{"A third of the 900 nurses, about 300, came.", ""},
		{"Measured against the promised 1,150, there is a gap of 280 guards, almost one in four, and of 40 cooks, one in three.", ""},
		{"Compared with 840 million last year, spending rose by 70 million, of which 18 per cent went to the coast.", ""},
		{"Compared with January, when there were 840, the count is up by 70, or 18 per cent on December.", ""},
		{"Wages weigh most. Wages of 52.3 million and rents of 27 million were paid. Spread over 1,312 workers, they come to 39,900 crowns a head.", ""},
		{"The town bought 25 buses for 9 million francs and 10 vans for 1 million, or 360,000 francs a bus.", ""},
		{"Just over half of the 57, 30 people, were released.", ""},
		{"Fifty-seven people were held. Just under half of them, 28, were let go.", ""},
		{"The convoy has 20 trucks in all. There are 12 from Norland, and 8 from Sudland.", ""},
		{"He had 300 sheep in the valley and 120 on the hill. The total of 500 he gave to the tax office was a lie about nothing: 80 lambs count too.", ""},
		{"The union counted 870 guards: 310 here, 240 there and 320 elsewhere. Together the 870 worked 43,500 hours, an average of 50 hours per head.", ""},
		{"In all, 131 homes were searched. The previous count was 87. The number has thus risen by half.", ""},
		{"The team of 12 rescued 30 people on Monday and 45 on Tuesday. In all 75 people were saved, six for every rescuer.", ""},
		{"The ministry has approved 300 buses. Of these 120 run. The other 180 are being built.", ""},
		{"The office counted 610 tents, down from 700. The remaining 90 were stolen.", ""},
		{"Of the 600 houses, 300 burned, 50 of them wholly. The remaining 300 stand.", ""},
		{"The state ordered 400 vans in May and 200 in June. It has received 350. The remaining 250 come in autumn.", ""},
	} {
		t.Run(test.text, func(t *testing.T) {
			var loud []string
			for line := range strings.Lines(sentences(check(readAll(reader, []told{{"The Test", "2025-02-05", test.text}})))) {
				if !strings.Contains(line, " info ") {
					loud = append(loud, strings.TrimSpace(line))
				}
			}
			want := "In The Test, " + test.want
			switch got := strings.Join(loud, "\n"); {
			case test.want == "" && got != "":
				t.Errorf("got %q, want no warning", got)
			case test.want != "" && !strings.HasSuffix(got, want):
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
