package ledger

// versions numbers the versions of subjects while entries are added.
type versions struct {
	view    View
	changed []Version
	latest  map[subject]int // place in changed
}

type subject struct{ kind, name string }

func newVersions(v View) *versions { return &versions{view: v, latest: map[subject]int{}} }

// next begins the subject's next version at the entry with this index, and
// returns its number.
func (v *versions) next(kind, name string, index int64) (int, error) {
	key := subject{kind, name}
	number := 1
	if place, found := v.latest[key]; found {
		v.changed[place].To = index
		number = v.changed[place].Number + 1
	} else if v.view != nil {
		last, found, err := v.view.Latest(kind, name, index)
		if err != nil {
			return 0, err
		}
		if found {
			last.To = index
			v.changed = append(v.changed, last)
			number = last.Number + 1
		}
	}
	v.latest[key] = len(v.changed)
	v.changed = append(v.changed, Version{Kind: kind, Subject: name, Number: number, From: index})
	return number, nil
}
