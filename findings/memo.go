package findings

import (
	"sync"
	"sync/atomic"
)

// memo holds what is worked out when first asked for. Several goroutines may ask: at worst
// it is worked out twice, with one outcome.
type memo[T any] struct{ at atomic.Pointer[T] }

func (m *memo[T]) get(find func() T) T {
	if known := m.at.Load(); known != nil {
		return *known
	}
	made := find()
	m.at.Store(&made)
	return made
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
type memos[K comparable, V any] struct {
	lock sync.RWMutex
	is   map[K]V
}

func (m *memos[K, V]) get(key K, find func() V) V {
	m.lock.RLock()
	known, ok := m.is[key]
	m.lock.RUnlock()
	if ok {
		return known
	}
	made := find()
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.is == nil {
		m.is = map[K]V{}
	}
	m.is[key] = made
	return made
}

// add is get for what only depends on how many keys are known.
func (m *memos[K, V]) add(key K, make func(known int) V) V {
	m.lock.Lock()
	defer m.lock.Unlock()
	if known, ok := m.is[key]; ok {
		return known
	}
	if m.is == nil {
		m.is = map[K]V{}
	}
	made := make(len(m.is))
	m.is[key] = made
	return made
}
