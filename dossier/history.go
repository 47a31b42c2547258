package dossier

import "muster/claims"

// Version is one thing that happened to a figure, with what it changed.
type Version struct {
	Event
	Changes []FieldChange `json:"changes,omitempty"` // against what was said of the figure before
}

// Versions returns the history of a figure, oldest first: what was proposed and
// decided, by whom, when and why, and what each said otherwise than the one before.
func (f *Figure) Versions() []Version {
	var out []Version
	var said *claims.Figure
	for _, event := range f.History {
		version := Version{Event: event}
		if event.Claim != nil {
			if said != nil {
				version.Changes = FieldChanges(*said, *event.Claim)
			}
			said = event.Claim
		}
		out = append(out, version)
	}
	return out
}
