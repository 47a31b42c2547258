package findings

import (
	"sync"
	"sync/atomic"
)

// memo holds what is worked out when first asked for. Several goroutines may ask: at worst
// it is worked out twice, with one outcome.
type memo[T any] struct{ at atomic.Pointer[T] }

func (m *memo[T]) get(find func() T) T { return *m.where(find) }

// where does what get does, and returns where it lies; it is not to be changed.
func (m *memo[T]) where(find func() T) *T {
	if known := m.at.Load(); known != nil {
		return known
	}
	made := find()
	m.at.Store(&made)
	return &made
}

// once holds what is worked out a single time, as it takes long: who asks meanwhile waits.
type once[T any] struct {
	once sync.Once
	is   T
}

func (o *once[T]) get(find func() T) T {
	o.once.Do(func() { o.is = find() })
	return o.is
}

// memos holds what is worked out of each of many keys when first asked for, like memo.
type memos[K comparable, V any] struct{ known sync.Map }

func (m *memos[K, V]) get(key K, find func() V) V {
	if known, ok := m.known.Load(key); ok {
		return known.(V)
	}
	made := find()
	m.known.Store(key, made)
	return made
}

// numbering numbers keys, from 1.
type numbering struct {
	lock  sync.Mutex
	known map[string]int
}

func (n *numbering) of(key string) int {
	n.lock.Lock()
	defer n.lock.Unlock()
	if n.known == nil {
		n.known = map[string]int{}
	}
	number, ok := n.known[key]
	if !ok {
		number = len(n.known) + 1
		n.known[key] = number
	}
	return number
}
