package interval

// Grade says how well two tellings of one amount fit, from best to worst.
type Grade int

const (
	// Consistent: what the words commit to can be true of both.
	Consistent Grade = iota
	// ConsistentWithinRounding: only when rounding is allowed for.
	ConsistentWithinRounding
	// Conflict: not even then.
	Conflict
)

// Compare grades two amounts, each given as stated (what the words commit to)
// and as reading (what rounding would still allow).
func Compare(stated, reading, otherStated, otherReading Interval) Grade {
	switch {
	case !Meet(stated, otherStated).Empty():
		return Consistent
	case !Meet(reading, otherReading).Empty():
		return ConsistentWithinRounding
	}
	return Conflict
}
