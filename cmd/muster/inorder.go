package main

import (
	"bytes"
	"io"
	"sync"
)

// inOrder does pieces of work on several processors at once and writes what
// they make in the order in which they came: the bytes are the same for any
// number of processors.
type inOrder struct {
	queue   chan chan piece // in the order of writing
	work    chan task
	done    sync.WaitGroup
	mu      sync.Mutex
	problem error // the first that a piece or the writer had
}

type piece struct {
	bytes   *bytes.Buffer
	problem error
}

type task struct {
	work func(*bytes.Buffer) error
	made chan piece
}

// longestBuffer is the size in bytes of the largest buffer that is used again.
const longestBuffer = 1 << 20

// newInOrder writes to out; at most `atOnce` pieces, and so many documents, are
// held in memory.
func newInOrder(out io.Writer, atOnce int) *inOrder {
	atOnce = max(atOnce, 1)
	p := &inOrder{queue: make(chan chan piece, atOnce-1), work: make(chan task)}
	buffers := sync.Pool{New: func() any { return &bytes.Buffer{} }}
	for range atOnce {
		p.done.Go(func() {
			for next := range p.work {
				into := buffers.Get().(*bytes.Buffer)
				into.Reset()
				next.made <- piece{into, next.work(into)}
			}
		})
	}
	p.done.Go(func() {
		for next := range p.queue {
			made := <-next
			if p.failed() != nil {
				continue
			}
			if made.problem == nil {
				_, made.problem = out.Write(made.bytes.Bytes())
			}
			if made.problem != nil {
				p.fail(made.problem)
			}
			if made.bytes.Cap() <= longestBuffer {
				buffers.Put(made.bytes)
			}
		}
	})
	return p
}

// do starts the work, which writes its piece, once there is room, and returns
// the problem of an earlier piece, after which nothing more is written.
func (p *inOrder) do(work func(*bytes.Buffer) error) error {
	made := make(chan piece, 1)
	p.queue <- made
	p.work <- task{work, made}
	return p.failed()
}

// finish waits for all pieces to be written.
func (p *inOrder) finish() error {
	close(p.queue)
	close(p.work)
	p.done.Wait()
	return p.problem
}

func (p *inOrder) failed() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.problem
}

func (p *inOrder) fail(problem error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.problem = problem
}
