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
