package findings

import (
	"slices"
	"sync"

	"muster/claims"
)

// sourceText is a text behind a telling, with how sure that is.
type sourceText struct {
	document *knownDocument
	hold     hold
}

// hold says how a telling hangs on a text.
type hold int

const (
	besideIt  hold = iota + 1 // its document names the publisher elsewhere, and here somebody else
	byItsText                 // its document names the publisher elsewhere, and here nobody
	bySpeaker                 // both give one source
	byName                    // it names the publisher
)

// behind is what a telling rests on: the texts of its own day or before that the first, or else
// a later one, of some ways leads to.
type behind struct {
	of    *knownDocument
	dated *knownDocument // that the telling names by its day; nil for none
	ways  []lead
	texts memo[[]sourceText]
	some  memo[bool]
}

// lead is a way to the texts of one publisher, or to those that name one source.
type lead struct {
	list   []*knownDocument
	key    sourceKey
	naming bool // to those that name the source
	hold   hold
}

// to reports whether it leads to a text.
func (w *lead) to(known *knownDocument) bool {
	if w.naming {
		return slices.Contains(known.names, w.key)
	}
	return known.publisher == w.key
}

// may reports whether a telling can rest on a text by its day and publisher.
func (b *behind) may(known *knownDocument) bool {
	its := b.of
	return known != its && known.nth <= its.nth && (known.daysFrom(its) <= longestTold || known == b.dated) && known.outlet != its.outlet
}

// hold returns how the telling hangs on a document; 0 where it does not.
func (b *behind) hold(known *knownDocument) hold {
	if len(b.ways) == 0 || known.document == nil || known.day == "" || !b.may(known) {
		return 0
	}
	for i := range b.ways {
		if b.ways[i].to(known) {
			return b.ways[i].hold
		}
	}
	return 0
}

// any reports whether there is a text behind the telling at all.
func (b *behind) any() bool {
	return b.some.get(func() bool {
		return slices.ContainsFunc(b.ways, func(w lead) bool { return slices.ContainsFunc(w.list, b.may) })
	})
}

// all returns the texts behind the telling, each once, in the order of the ways to them.
func (b *behind) all() []sourceText {
	return b.texts.get(func() []sourceText {
		var out []sourceText
		for i, w := range b.ways {
			for _, known := range w.list {
				if b.may(known) && !slices.ContainsFunc(b.ways[:i], func(before lead) bool { return before.to(known) }) {
					out = append(out, sourceText{known, w.hold})
				}
			}
		}
		return out
	})
}

// inOrderOf puts what belongs to texts behind the telling into the order of these.
func inOrderOf[T any](b *behind, list []T, text func(T) *knownDocument) {
	if len(list) < 2 {
		return
	}
	type placed struct {
		one   T
		place int
	}
	order := make([]placed, len(list))
	for i, one := range list {
		known := text(one)
		order[i] = placed{one, slices.IndexFunc(b.all(), func(t sourceText) bool { return t.document == known })}
	}
	slices.SortStableFunc(order, func(x, y placed) int { return x.place - y.place })
	for i := range order {
		list[i] = order[i].one
	}
}

// bases are what the texts behind the tellings of one document follow from, each once.
type bases struct {
	lock sync.Mutex
	list []basis
}

type basis struct {
	chain                  []claims.Hop
	approver, organisation string
	record                 record
	behind                 *behind
}

// of returns what a telling rests on.
func (s *sources) of(f *Figure) *behind {
	known := f
	return known.behind.get(func() *behind {
		b := basis{chain: s.laidTo(f), approver: f.Claim.Approver, organisation: f.Claim.Organisation}
		b.record = s.recordOf(f, b.chain)
		all := &known.document.bases
		all.lock.Lock()
		defer all.lock.Unlock()
		at := slices.IndexFunc(all.list, func(o basis) bool {
			return o.approver == b.approver && o.organisation == b.organisation && o.record == b.record && slices.EqualFunc(o.chain, b.chain, func(x, y claims.Hop) bool { return x.Kind == y.Kind && x.Name == y.Name })
		})
		if at < 0 {
			b.behind = s.findBehind(f, b.chain, b.record)
			at, all.list = len(all.list), append(all.list, b)
		}
		return all.list[at].behind
	})
}

func (s *sources) findBehind(f *Figure, chain []claims.Hop, record record) *behind {
	its := s.view.home(f)
	out := &behind{of: its, dated: record.text}
	if its.day == "" {
		return out
	}
	add := func(list []*knownDocument, key sourceKey, naming bool, hold hold) {
		if key != 0 {
			out.ways = append(out.ways, lead{list, key, naming, hold})
		}
	}
	published := func(key sourceKey, hold hold) { add(s.by(key), key, false, hold) }
	for _, hop := range chain {
		if !nameless(hop) {
			published(s.key(hop.Name), byName)
		}
		published(s.speaksFor(its, hop), byName)
		if publisher := s.bareName(its, hop.Name); publisher != "" {
			published(s.key(publisher), byName)
		}
	}
	for _, hop := range chain {
		if !nameless(hop) {
			key := s.key(hop.Name)
			add(s.naming(key), key, true, bySpeaker)
		}
	}
	elsewhere := besideIt
	if !slices.ContainsFunc(chain, func(hop claims.Hop) bool { return !anyRecord(hop) }) { // nobody, or "the release"
		elsewhere = byItsText
	}
	published(record.publisher, record.hold)
	for _, key := range its.names {
		published(key, elsewhere)
	}
	for _, actor := range []string{f.Claim.Approver, f.Claim.Organisation} { // what it says that they did
		if actor != "" {
			published(s.key(actor), elsewhere)
		}
	}
	return out
}

// hold returns how a telling hangs on a document; 0 where it does not.
func (s *sources) hold(f *Figure, known *knownDocument) hold { return s.of(f).hold(known) }
