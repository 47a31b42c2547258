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

// office is the name of an office taken apart: "Ruritania's Interior Ministry" is
// the ministry for the interior of Ruritania.
type office struct{ kind, field, owner string }

// officeOf takes a name apart; false where it is of none of the kinds.
func officeOf(kinds []string, name string) (office, bool) {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(name, "’", "'")))
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	switch {
	case len(words) == 0:
		return office{}, false
	case slices.Contains(kinds, words[len(words)-1]):
		o := office{kind: words[len(words)-1]}
		rest := words[:len(words)-1]
		for i, word := range rest {
			if owner, found := strings.CutSuffix(word, "'s"); found || strings.HasSuffix(word, "s'") {
				o.owner = strings.Join(append(slices.Clone(rest[:i]), strings.TrimSuffix(owner, "'")), " ")
				rest = rest[i+1:]
				break
			}
		}
		o.field = strings.Join(rest, " ")
		if slices.ContainsFunc(rest, func(word string) bool { return headEnds(word) || word == "the" || word[0] >= '0' && word[0] <= '9' }) {
			return office{}, false // "figures from the Interior Ministry", "the 40 buses the ministry"
		}
		return o, !strings.HasSuffix(o.field, "news") && !strings.HasSuffix(o.field, "press")
	case len(words) > 3 && slices.Index(words, "of") > 1 && slices.Contains(kinds, words[slices.Index(words, "of")-1]): // "Interior Ministry of Ruritania"
		of := slices.Index(words, "of")
		return office{words[of-1], strings.Join(words[:of-1], " "), strings.TrimPrefix(strings.Join(words[of+1:], " "), "the ")}, true
	case len(words) > 2 && slices.Contains(kinds, words[0]) && (words[1] == "of" || words[1] == "for"):
		field, owner, _ := strings.Cut(strings.Join(words[2:], " "), " of ")
		return office{words[0], strings.TrimPrefix(field, "the "), strings.TrimPrefix(owner, "the ")}, true
	}
	return office{}, false
}

// In also knows which names of offices are one body's within a state: whose office
// it is may be left out where no other of its field is named, and the field too
// where no other of its kind is.
func (id Identity) In(state *dossier.State) Identity {
	kinds, found := officeKinds(), map[string]office{}
	seen := map[string]bool{}
	var spellings []string
	note := func(name string) {
		if !seen[name] {
			seen[name] = true
			spellings = append(spellings, name)
			id.note(kinds, found, name)
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
	id.publishers = id.publishersOf(state)
	id.short = id.shortNames(spellings)
	return id
}

// And knows the names of one more figure too; the identity itself stays as it is.
func (id Identity) And(f *dossier.Figure) Identity {
	kinds, more := officeKinds(), map[string]office{}
	var spellings []string
	bodiesOf(f, func(name string) {
		spellings = append(spellings, name)
		id.note(kinds, more, name)
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
func (id Identity) note(kinds []string, found map[string]office, name string) {
	spelling := name
	if known, ok := id.names.ByName(name); ok {
		spelling = known.Full
	}
	if o, ok := officeOf(kinds, spelling); ok {
		found[id.spelling(name)] = o
	}
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
		if chain[i].Kind == claims.Organisation || chain[i].Kind == claims.Outlet {
			note(chain[i].Name)
		}
	}
}

// officeKinds reads the built-in list, offices.txt.
func officeKinds() []string {
	var kinds []string
	for _, line := range strings.Split(officesFile, "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			kinds = append(kinds, line)
		}
	}
	return kinds
}

// oneOffice returns, for keys of offices of one kind, the key of the body that
// each of them is.
func oneOffice(found map[string]office, keys []string) map[string]string {
	fields := map[string][]string{} // of a field, the keys of its offices
	owners := map[string][]string{} // of a field, whose they are
	own := map[string]string{}      // key to whose it is
	var bare, order []string
	for _, key := range keys {
		o := found[key]
		if slices.ContainsFunc(keys, func(other string) bool { return found[other].owner != "" && oneLand(found[other].owner, o.field) }) {
			o.field, o.owner = "", o.field // "the Ruritanian ministry"
			found[key] = o
		}
		if o.field == "" {
			bare = append(bare, key)
			continue
		}
		field := o.field
		for _, other := range keys { // "Ruritania Interior Ministry" beside "Interior Ministry"
			if short := found[other].field; short != "" && strings.HasSuffix(field, " "+short) {
				field, o.owner = short, strings.TrimSuffix(o.field, " "+short)
			}
		}
		if fields[field] == nil {
			order = append(order, field)
		}
		fields[field] = append(fields[field], key)
		own[key] = o.owner
		if o.owner != "" && !slices.ContainsFunc(owners[field], func(other string) bool { return oneLand(other, o.owner) }) {
			owners[field] = append(owners[field], o.owner)
		}
	}
	out := map[string]string{}
	bodies := map[string]string{} // the bodies of the kind, to whose they are
	for _, field := range order {
		for _, key := range fields[field] {
			first := key
			for _, other := range fields[field] {
				if len(owners[field]) < 2 || oneLand(own[key], own[other]) {
					first = other
					break
				}
			}
			out[key] = first
			bodies[first] = own[first]
		}
	}
	for _, key := range bare {
		if len(bodies) == 1 {
			for only, owner := range bodies {
				if mine := found[key].owner; mine == "" || owner == "" || oneLand(mine, owner) {
					out[key] = only
				}
			}
		}
	}
	return out
}

// oneLand reports whether two words are of one land: "Ruritania" and "Ruritanian".
func oneLand(a, b string) bool {
	const stem = 5
	return a == b || len(a) >= stem && len(b) >= stem && a[:stem] == b[:stem] && max(len(a), len(b))-min(len(a), len(b)) <= 2
}

// Office reports whether a name is of a public office or of another body of the
// list of names, not of an outlet.
func (id Identity) Office(name string) bool {
	if known, ok := id.names.ByName(name); ok {
		return known.Kind == claims.Organisation && !known.Place
	}
	_, ok := officeOf(officeKinds(), name)
	return ok
}

// Key returns one spelling for all spellings of a name.
func (id Identity) Key(name string) string { return id.key(name) }
