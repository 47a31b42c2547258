package origins

import "testing"

func TestSentenceEnd(t *testing.T) {
	for _, c := range []struct {
		text string
		ends int
	}{
		{"They left on Nov. 12 with Gov. Moss. All came.", 1},
		{"By order No. 14 of Lt. Gen. Roe and Sgt. Vale, approx. 40 left. All came.", 1},
		{"The U.S. Army sent J. R. Holt. All came.", 1},
		{"He said no. All of them fell ill. Doctors came.", 2},
		{"It cost 3.5 million. The rest came later. They met.", 2},
	} {
		got := 0
		for i := range c.text {
			if SentenceEnd(c.text, i) {
				got++
			}
		}
		if got != c.ends {
			t.Errorf("%q: expected %d ends with a sentence behind, found %d", c.text, c.ends, got)
		}
	}
}
