package origins

import "muster/claims"

// The chance that a further root, of which nothing says that it is independent
// of the others, is so after all. Two outlets' unnamed sources can be the same
// person; an outlet that names nobody most often has a figure from others.
const (
	unnamedIndependent = 0.5
	outletIndependent  = 0.4
	silentIndependent  = 0.2
)

// count says how many independent origins the roots may be. Only named people,
// bodies, documents and data sets are confirmed; a named person may speak for a
// named body, so only the larger of both numbers counts. Unnamed sources and
// outlets that are not in the dossier confirm one origin at most.
func count(roots []root) Count {
	people, bodies, records, other := 0, 0, 0, 0
	for _, r := range roots {
		switch {
		case !r.stated:
		case r.Kind == claims.Person:
			people++
		case r.Kind == claims.Organisation:
			bodies++
		case r.Kind == claims.DocumentHop, r.Kind == claims.Dataset:
			records++
		default:
			other++
		}
	}
	confirmed := max(people, bodies, min(records, 1))
	if confirmed == 0 && other > 0 {
		confirmed = 1
	}
	c := Count{Confirmed: confirmed, AtMost: max(len(roots), 1)}

	// The number of further origins is a sum of independent chances: its exact
	// distribution, and of that the span that holds 90 per cent.
	chances := []float64{1}
	spare := confirmed
	for _, r := range roots {
		if r.stated && spare > 0 {
			spare--
			continue
		}
		p := silentIndependent
		if r.stated {
			p = unnamedIndependent
			if r.Kind == claims.Outlet {
				p = outletIndependent
			}
		}
		next := make([]float64, len(chances)+1)
		for n, chance := range chances {
			next[n] += chance * (1 - p)
			next[n+1] += chance * p
		}
		chances = next
	}
	c.Low = min(max(confirmed+quantile(chances, 0.05), 1), c.AtMost)
	c.High = min(max(confirmed+quantile(chances, 0.95), c.Low), c.AtMost)
	return c
}

// quantile returns the smallest n of which the chances up to it reach p.
func quantile(chances []float64, p float64) int {
	sum := 0.0
	for n, chance := range chances {
		if sum += chance; sum >= p {
			return n
		}
	}
	return len(chances) - 1
}
