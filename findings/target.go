package findings

import (
	"muster/dossier"
	"muster/origins"
)

// target sets counted outcomes against what was demanded.
func target() Rule {
	return Rule{ID: "target", Version: 1, Title: "Does the count reach the target?", Check: func(state *dossier.State, _ *origins.Trace) []Finding { return nil }}
}

// lowest evaluates a rule that an announcement sets for units.
func lowest() Rule {
	return Rule{ID: "lowest", Version: 1, Title: "Which units are the lowest?", Check: func(state *dossier.State, _ *origins.Trace) []Finding { return nil }}
}
