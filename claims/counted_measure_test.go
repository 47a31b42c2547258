package claims

import "testing"

func TestMeasuredThing(t *testing.T) {
	compareQuantities(t, []quantityCase{
		{"what fell by a share", "Harbour revenue fell by 17 percent.", []string{"17 percent = exact 17 percent down [Harbour revenue]"}},
		{"what fell, and to what", "Ferry traffic dipped 2 percent to $190 million.", []string{"2 percent = exact 2 percent down [Ferry traffic]", "$190 million = exact 190,000,000 USD [Ferry traffic]"}},
		{"right before the word of change", "The port had a calm year, with grain exports up 36 percent.", []string{"36 percent = exact 36 percent up [grain exports]"}},
		{"what is altered", "The bill would slash the harbour fee to 12 percent.", []string{"12 percent = exact 12 percent [harbour fee]"}},
		{"what a sum reached", "Gifts to the relief fund hit $1.1 billion.", []string{"$1.1 billion = exact 1,100,000,000 USD [Gifts]"}},
		{"in what", "The piers took $2 billion in freight charges.", []string{"$2 billion = exact 2,000,000,000 USD [freight charges]"}},
		// Look-alikes.
		{"in which year", "The piers took $2 billion in early May.", []string{"$2 billion = exact 2,000,000,000 USD"}},
		{"two things listed", "It gave 5 lakh tents and 2 crore rupees.", []string{"5 lakh = exact 500,000 [tents]", "2 crore rupees = exact 20,000,000 INR"}},
		{"who holds", "Norway raised $3 million.", []string{"$3 million = exact 3,000,000 USD"}},
	})
}
