package claims

// retold says what a headline only shortens as the text tells it: "2,800 police
// for the summit" are ordered where the text says "will put 2,800 officers".
func (r *Reader) retold(all []*told) {
	for i, f := range all {
		if f.draft.sentence > 1 || !f.headline {
			return
		}
		if f.draft.figure.Value == nil || isDuration(f.draft.figure.Unit) {
			continue
		}
		again := tellingAgain(f.draft, all[i+1:])
		if again == nil || !shortens(f.draft.figure.Stage, again.figure.Stage) {
			continue
		}
		f.draft.figure.Stage = again.figure.Stage
		f.draft.figure.Act = r.act(f)
	}
}

// farRetold is how many sentences after the headline its number is told again.
const farRetold = 6

// tellingAgain returns the first figure of a later sentence that tells the same
// number; nil for none.
func tellingAgain(d *draft, later []*told) *draft {
	for _, f := range later {
		again := f.draft
		if again.sentence > d.sentence+farRetold {
			return nil
		}
		if again.sentence > d.sentence && !f.headline && again.figure.Value != nil && again.figure.Value.Cmp(*d.figure.Value) == 0 &&
			again.figure.Unit == d.figure.Unit && again.figure.Per == d.figure.Per {
			return again
		}
	}
	return nil
}

// shortens reports whether a headline that seems to tell the one stage may stand
// for a text that tells the other: without a verb of its own it tells of an
// outcome, of nothing, or of people who are there.
func shortens(headline, text Stage) bool {
	switch headline {
	case Result, Other:
		return text != headline
	case Deployed:
		return text != Deployed && text != Result && text != Other
	case Ordered:
		return text == Deployed // "sends" of the headline is "sent" in the text
	}
	return false
}
