package claims

// draft is a figure in the making. Its spans are byte offsets; the reader
// turns them into code points at the end.
type draft struct {
	sentence int    // index of the sentence it stands in
	number   [2]int // qualifier and number
	quote    [2]int // with unit and counted thing
	figure   Figure
	estimate bool // a hedge before what is measured says so: "an estimated cost of"

	like *draft // told in one list with it and without a verb: of the same stage and act
	own  string // whose it is, where the list has each do it for itself: "Chad sends 90, Togo 40"
}
