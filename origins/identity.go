package origins

import (
	"strings"

	"muster/claims"
	"muster/dossier"
)

// Identity knows who is who: outlets and bodies under their several spellings.
type Identity struct {
	names      *claims.Names
	kinds      kindsOfOffices
	found      map[string]office // the offices of a state, by the key of their spelling
	offices    map[string]string // key of a spelling to that of the body, within a state
	short      map[string]string // key of a short spelling to that of the publisher's own, within a state
	publishers []publisher
	texts      []dossier.Document // of the state
	initials   map[string]string  // initials that a text explains, in small letters, to the name
	documents  []dossier.Document // of the state
}

// NewIdentity knows the built-in names and those of the settings.
func NewIdentity(settings dossier.Settings) Identity {
	names, err := claims.LoadNames()
	if err != nil { // a fault of the built-in list, which its own test finds; spellings then count as they stand
		names = new(claims.Names)
	}
	var more []claims.Name
	for _, o := range settings.Organisations {
		more = append(more, claims.Name{Short: o.Name, Full: o.Full, Aliases: o.Aliases, PartOf: o.PartOf})
	}
	return Identity{names: names.With(more), kinds: newKindsOfOffices()}
}

// key returns one spelling for all spellings of a name.
func (id Identity) key(name string) string {
	key := id.spelling(name)
	if full, ok := id.short[key]; ok {
		key = full
	}
	if one, ok := id.offices[key]; ok {
		return one
	}
	return key
}

func (id Identity) spelling(name string) string {
	if known, ok := id.names.ByName(name); ok {
		return strings.ToLower(known.Short)
	}
	key := strings.TrimPrefix(strings.Join(strings.Fields(strings.ToLower(name)), " "), "the ")
	for _, end := range []string{".com", ".org", ".net", " news", " newspaper", " magazine", " online"} {
		if short, found := strings.CutSuffix(key, end); found && short != "" {
			if known, ok := id.names.ByName(short); ok {
				return strings.ToLower(known.Short)
			}
		}
	}
	return key
}

// Same reports whether two spellings are of one name.
func (id Identity) Same(a, b string) bool {
	return a != "" && b != "" && (a == b || id.key(a) == id.key(b))
}

// unnamed reports whether a body is not named: "" or one plain word, such as "agency".
func unnamed(name string) bool {
	return name == "" || !strings.Contains(name, " ") && name == strings.ToLower(name)
}

// related reports whether one body is the other or, over any number of steps,
// a part of it. A body that is not named may be any.
func (id Identity) related(a, b string) bool {
	return unnamed(a) || unnamed(b) || id.Same(a, b) || id.within(a, b) || id.within(b, a)
}

func (id Identity) within(part, whole string) bool {
	for range 10 { // no chain of bodies is deeper; a loop in the settings ends here
		known, ok := id.names.ByName(part)
		if !ok || known.PartOf == "" {
			return false
		}
		if part = known.PartOf; id.Same(part, whole) {
			return true
		}
	}
	return false
}

// Name returns the short name of a body with this spelling; false when it is
// none of the list.
func (id Identity) Name(spelling string) (string, bool) {
	known, ok := id.names.ByName(spelling)
	return known.Short, ok
}

// Within reports whether one body is, over any number of steps, a part of the
// other.
func (id Identity) Within(part, whole string) bool { return id.within(part, whole) }

// Related reports whether one body is the other or a part of it; a body that is not
// named may be any.
func (id Identity) Related(a, b string) bool { return id.related(a, b) }
