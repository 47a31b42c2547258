package origins

import (
	"slices"
	"strings"

	"muster/claims"
)

// outlets takes the hops of all chains for what they are: a name under which a
// text of the dossier was published is an outlet, an office that publishes itself too,
// and "the newspaper" is the one outlet of the dossier that the text names.
func (s *search) outlets() {
	published := map[string]string{}
	for _, t := range s.texts {
		published[t.publisher] = t.Publisher
	}
	only := make([]string, len(s.texts)) // by text: the one outlet of the dossier that it names; "" for none or several
	for i, t := range s.texts {
		named := map[string]bool{}
		for n, hop := range t.sources {
			t.sources[n] = s.outlet(hop, published)
			if key := s.identity.key(hop.Name); t.sources[n].Kind == claims.Outlet && published[key] != "" && key != t.publisher {
				named[key] = true
				only[i] = published[key]
			}
		}
		if len(named) != 1 {
			only[i] = ""
		}
	}
	for i := range s.tellings {
		t := &s.tellings[i]
		chain := slices.Clone(t.source.Chain)
		for n, hop := range beyond(chain) {
			hop = s.outlet(hop, published)
			if only[t.text] != "" && UnnamedOutlet(hop.Name) {
				hop.Name, hop.Kind = only[t.text], claims.Outlet
			}
			chain[n+1] = hop
		}
		t.source.Chain = chain
	}
}

func (s *search) outlet(hop claims.Hop, published map[string]string) claims.Hop {
	if published[s.identity.key(hop.Name)] != "" {
		hop.Kind = claims.Outlet
	}
	return hop
}

// UnnamedOutlet reports whether words name an outlet only as one that was named
// before: "the newspaper".
func UnnamedOutlet(name string) bool {
	switch strings.TrimPrefix(strings.ToLower(name), "the ") {
	case "newspaper", "paper", "outlet", "news outlet", "news agency", "press agency", "wire agency", "wire service", "news service", "news wire", "broadcaster", "news site", "news website", "magazine":
		return true
	}
	return false
}
