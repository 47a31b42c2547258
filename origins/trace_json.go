package origins

import "encoding/json"

// MarshalJSON writes the trace as `muster origins --json` prints it.
func (t Trace) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Documents int     `json:"documents"`
		Edges     []Edge  `json:"edges"`
		Figures   []Group `json:"figures"`
	}{t.Documents, filled(t.Edges), filled(t.Groups)})
}

// MarshalJSON writes a list without members as [], not null.
func (e Edge) MarshalJSON() ([]byte, error) {
	type plain Edge
	e.Spans = filled(e.Spans)
	return json.Marshal(plain(e))
}

// MarshalJSON writes a list without members as [], not null.
func (g Group) MarshalJSON() ([]byte, error) {
	type plain Group
	g.Mentions, g.Roots = filled(g.Mentions), filled(g.Roots)
	return json.Marshal(plain(g))
}

func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
