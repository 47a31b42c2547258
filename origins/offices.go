package origins

import (
	_ "embed"
	"maps"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
)

//go:embed offices.txt
var officesFile string

// In also knows which names of offices are one body's within a state: whose office
// it is may be left out where no other of its field is named, and the field too
// where no other of its kind is.
func (id Identity) In(state *dossier.State) Identity {
	id.documents, id.initials = state.Documents, id.explainedInitials(state.Documents)
	found := map[string]office{}
	seen := map[string]bool{}
	var spellings []string
	note := func(name string) {
		if !seen[name] {
			seen[name] = true
			spellings = append(spellings, name)
			id.note(found, name)
		}
	}
	for i := range state.Documents {
		note(state.Documents[i].Publisher)
	}
	for i := range state.Figures {
		bodiesOf(&state.Figures[i], note)
	}
	for i := range state.Statements {
		bodiesIn(state.Statements[i].Claim.Chain, note)
	}
	id = id.with(found)
	id.publishers, id.texts = id.publishersOf(state), state.Documents
	id.short = id.shortNames(spellings)
	return id
}

// And knows the names of one more figure too; the identity itself stays as it is.
func (id Identity) And(f *dossier.Figure) Identity {
	more := map[string]office{}
	var spellings []string
	bodiesOf(f, func(name string) {
		spellings = append(spellings, name)
		id.note(more, name)
	})
	maps.DeleteFunc(more, func(key string, _ office) bool { _, known := id.found[key]; return known })
	if len(more) > 0 {
		maps.Copy(more, id.found)
		id = id.with(more)
	}
	if short := id.shortNames(spellings); len(short) > 0 {
		maps.Copy(short, id.short)
		id.short = short
	}
	return id
}

// note takes an office's name apart, under the key of its spelling.
func (id Identity) note(found map[string]office, name string) {
	o, ok := id.kinds.parse(name)
	if known, listed := id.names.ByName(name); listed {
		if o, ok = id.kinds.parse(known.Short); !ok {
			o, ok = id.kinds.parse(known.Full)
		}
		o.own = ok && id.ownLand(o, known)
	}
	if ok {
		found[id.spelling(name)] = o
	} else if full := id.initials[id.spelling(name)]; full != "" && full != name {
		id.note(found, full)
	}
}

// ownLand reports whether an office of the list of names is no short form of another's:
// "Ministry of Defence" is, except where a text speaks of the land whose it is in the
// list, as its other spellings tell.
func (id Identity) ownLand(o office, known claims.Name) bool {
	generic := known.Full == "" || known.Full == known.Short
	for _, spelling := range append([]string{known.Full}, known.Aliases...) {
		if full, ok := id.kinds.parse(spelling); ok && full.covers(o) && !o.covers(full) {
			generic = true
			if len(full.parts) > 0 && id.tells(full.parts[0][0]) {
				return true
			}
		}
	}
	return !generic
}

// tells reports whether a text names a land, given in small letters, by any of its names.
func (id Identity) tells(land string) bool {
	names := []string{strings.ToUpper(land), strings.ToUpper(land[:1]) + land[1:]}
	if known, ok := id.names.ByName(names[0]); ok {
		names = append(append(names, known.Full), known.Aliases...)
	}
	return slices.ContainsFunc(id.documents, func(d dossier.Document) bool {
		return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(d.Text, name) })
	})
}

func (id Identity) with(found map[string]office) Identity {
	id.found, id.offices = found, map[string]string{}
	byKind := map[string][]string{}
	for key, o := range found {
		byKind[o.kind] = append(byKind[o.kind], key)
	}
	for _, keys := range byKind {
		slices.Sort(keys)
		maps.Copy(id.offices, oneOffice(maps.Clone(found), keys))
	}
	return id
}

// bodiesOf hands on the names of a figure that may be an office's.
func bodiesOf(f *dossier.Figure, note func(string)) {
	note(f.Claim.Organisation)
	bodiesIn(f.Claim.Attribution.Chain, note)
}

func bodiesIn(chain []claims.Hop, note func(string)) {
	for i := range chain {
		switch chain[i].Kind {
		case claims.Organisation, claims.Outlet:
			note(chain[i].Name)
		case claims.DocumentHop, claims.Dataset:
			if owner := Owner(chain[i].Name); owner != chain[i].Name {
				note(owner)
			}
		}
	}
}

// Owner returns whose a report or a count is by its name: "the ministry's announcement",
// "figures from the ministry"; the name itself where it does not say, as "Ruritania's
// Interior Ministry".
func Owner(name string) string {
	for _, mark := range []string{" from ", " by "} {
		if what, owner, found := strings.Cut(name, mark); found && len(what) > 1 && what[1:] == strings.ToLower(what[1:]) {
			return strings.TrimPrefix(owner, "the ")
		}
	}
	for _, mark := range []string{"'s ", "’s "} {
		if before, thing, found := strings.Cut(name, mark); found && thing == strings.ToLower(thing) {
			return before
		}
	}
	return name
}

// oneOffice returns, for keys of offices of one kind, the key of the body that each of
// them is. What is short for two bodies is neither.
func oneOffice(found map[string]office, keys []string) map[string]string {
	var bodies []string // the first key of each body
	out := map[string]string{}
	for _, key := range keys {
		at := slices.IndexFunc(bodies, func(body string) bool {
			return found[body].covers(found[key]) && found[key].covers(found[body]) && found[body].own == found[key].own
		})
		if at < 0 {
			bodies = append(bodies, key)
			at = len(bodies) - 1
		}
		out[key] = bodies[at]
	}
	longest := map[string]string{}
	for _, body := range bodies {
		wider := slices.DeleteFunc(slices.Clone(bodies), func(other string) bool { return other == body || found[body].own || !found[other].covers(found[body]) })
		last := slices.DeleteFunc(slices.Clone(wider), func(a string) bool {
			return slices.ContainsFunc(wider, func(b string) bool { return a != b && found[b].covers(found[a]) })
		})
		if len(last) == 1 {
			longest[body] = last[0]
		}
	}
	for key, body := range out {
		if longer := longest[body]; longer != "" {
			out[key] = longer
		}
	}
	return out
}

// Office reports whether a name is of a public office or of another body of the
// list of names, not of an outlet.
func (id Identity) Office(name string) bool {
	if known, ok := id.names.ByName(name); ok {
		return known.Kind == claims.Organisation && !known.Place
	}
	_, ok := id.kinds.parse(name)
	return ok
}

// Key returns one spelling for all spellings of a name.
func (id Identity) Key(name string) string { return id.key(name) }
