package findings_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
)

// TestToldOfAnotherScope checks, from the words to the sentence, a number of an office's text that another
// tells of other things or of one place, without "said"; and look-alikes. Each case says all warnings.
func TestToldOfAnotherScope(t *testing.T) {
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	const nation = "By Friday the inspectors had visited 1,286 plants throughout Orvania. Of these, 340 were closed and 497 have received written orders."
	const guns = "By Sunday 11,480 firearms had been handed in across the country."
	const teams = "The work is done by 140 mobile teams. Tarsin is assigned 52 teams, Oldmark 48 and Lower Seyne 40."
	const bees = "In all 1,340 beekeepers had been warned by telephone before flights."
	for _, test := range []struct {
		name, source, telling, want string
	}{
		{"the land told as a province", nation, "Written orders have gone out to 497 plants in Norrby province, the Food Inspectorate's bulletin records.",
			"The Test has “497 plants”, and names Food Inspectorate of Orvania; Food Inspectorate of Orvania has “497”: one is told of “Norrby province”, the other behind a sentence on “throughout Orvania”."},
		{"the land told as the capital", guns, "The people of the capital have parted with 11,480 firearms, according to the Food Inspectorate's bulletin.",
			"The Test has “11,480 firearms”, and names Food Inspectorate of Orvania; Food Inspectorate of Orvania has “11,480 firearms”: one is told of “the capital”, the other of “across the country”."},
		{"so many of the teams to another place", teams, "The Food Inspectorate's plan assigned 48 of the 140 mobile teams to Tarsin.",
			"The Test has “48” (Tarsin), and names Food Inspectorate of Orvania; Food Inspectorate of Orvania has “48” (Oldmark) and “52 teams”."},
		{"hives for those who keep bees", bees, "The Food Inspectorate's own bulletin records that 1,340 hives had been moved in time.",
			"The Test has “1,340 hives”, and names Food Inspectorate of Orvania; Food Inspectorate of Orvania has “1,340 beekeepers”."},
		{"people told as households, of these", "By noon 11,960 people had left the three zones. Of these, 3,840 are in shelters and 8,120 have gone to relatives.", "The Food Inspectorate of Orvania gave its tally. According to the Food Inspectorate, 3,840 people were in shelters, while 8,120 households had found a place with relatives.",
			"The Test has “8,120 households”, and names Food Inspectorate of Orvania; Food Inspectorate of Orvania has “8,120” of “11,960 people”."},
		{"the text of a day", "The Inspectorate publishes the programme. The roofs have an area of 118,400 square metres.", "According to the programme of 5 March, the schools have a roof area of 181,400 square metres.",
			"The Test has “181,400 square metres”, and names its programme; Food Inspectorate of Orvania has “118,400 square metres”; two digits swapped."},
		{"digits in a list with a unit once", "The Inspectorate has mapped 3,460 hectares of minefield: Ostrel with 1,340 hectares, Dubrava with 980, Kamen with 720 and Velin with 420.", "Of the nearly 3,500 hectares of minefield, 1,430 lie in Ostrel, according to the Food Inspectorate's plan.",
			"The Test has “1,430”, and names Food Inspectorate of Orvania; Food Inspectorate of Orvania has “1,340 hectares”; two digits swapped."},
		// Look-alikes.
		{"the land told as the land", nation, "Written orders have gone out to 497 plants, the Food Inspectorate's bulletin records.", ""},
		{"a province within a passage on the land", "By Friday the inspectors had visited 1,286 plants throughout Orvania. In Norrby province 497 have received written orders.", "Written orders have gone out to 497 plants in Norrby province, the Food Inspectorate's bulletin records.", ""},
		{"another province in between", "By Friday the inspectors had visited 1,286 plants throughout Orvania. The province of Norrby was last. There 497 plants have received written orders.", "Written orders have gone out to 497 plants in Norrby province, the Food Inspectorate's bulletin records.", ""},
		{"another paragraph", "By Friday the inspectors had visited 1,286 plants throughout Orvania.\n\nIn the north there was snow, and 497 plants have received written orders.", "Written orders have gone out to 497 plants in Norrby province, the Food Inspectorate's bulletin records.", ""},
		{"told both ways", guns, "The people of the capital have parted with many of the 11,480 firearms handed in across the country, according to the Food Inspectorate's bulletin.", ""},
		{"told in the capital", guns, "At a meeting in the capital the Food Inspectorate said that 11,480 firearms had been handed in.", ""},
		{"melted in the capital", guns, "The 11,480 firearms are to be melted down in the capital, according to the Food Inspectorate's bulletin.", ""},
		{"so many of the teams to its place", teams, "The Food Inspectorate's plan assigned 48 of the 140 mobile teams to Oldmark.", ""},
		{"moved from one place to another", teams, "The Food Inspectorate's plan assigned 52 of the 140 mobile teams to Tarsin, and 40 to Lower Seyne.", ""},
		{"a new plan", teams, "The Food Inspectorate's plan now assigns 48 of the 140 mobile teams to Tarsin, up from 52.", ""},
		{"those who keep bees", bees, "The Food Inspectorate's own bulletin records that 1,340 beekeepers with their hives had been warned in time.", ""},
		{"another number of hives", bees, "The Food Inspectorate's own bulletin records that 2,700 hives had been moved in time.", ""},
		{"people told as residents", "By noon 11,960 people had left the three zones. Of these, 3,840 are in shelters and 8,120 have gone to relatives.", "According to the Food Inspectorate, 3,840 people were in shelters, while 8,120 residents had found a place with relatives.", ""},
		{"the text of another day", "The Inspectorate publishes the programme. The roofs have an area of 118,400 square metres.", "According to the programme of 2 February, the schools have a roof area of 181,400 square metres.", ""},
		{"the same area", "The Inspectorate publishes the programme. The roofs have an area of 118,400 square metres.", "According to the programme of 5 March, the schools have a roof area of 118,400 square metres.", ""},
		{"another district of the list", "The Inspectorate has mapped 3,460 hectares of minefield: Ostrel with 1,340 hectares, Dubrava with 980, Kamen with 720 and Velin with 420.", "Of the 3,460 hectares of minefield, 980 lie in Dubrava, according to the Food Inspectorate's plan.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			list := []told{{"Food Inspectorate of Orvania", "2025-03-05", test.source}, {"The Test", "2025-03-06", test.telling}}
			got := warnings(check(readAll(reader, list)))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(strings.TrimSpace(diff))
			}
		})
	}
}
