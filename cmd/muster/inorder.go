package main

import (
	"io"
	"sync"
)

// inOrder does pieces of work on several processors at once and writes what
// they make in the order in which they came: the bytes are the same for any
// number of processors.
type inOrder struct {
	queue   chan chan piece
	done    sync.WaitGroup
	mu      sync.Mutex
	problem error // the first that a piece or the writer had
}

type piece struct {
	bytes   []byte
	problem error
}

// newInOrder writes to out; at most `atOnce` pieces, and so many documents, are
// held in memory.
func newInOrder(out io.Writer, atOnce int) *inOrder {
	p := &inOrder{queue: make(chan chan piece, max(atOnce-1, 0))}
	p.done.Add(1)
	go func() {
		defer p.done.Done()
		for next := range p.queue {
			made := <-next
			if p.failed() != nil {
				continue
			}
			if made.problem == nil {
				_, made.problem = out.Write(made.bytes)
			}
			if made.problem != nil {
				p.fail(made.problem)
			}
		}
	}()
	return p
}

// do starts the work, once there is room, and returns the problem of an earlier
// piece, after which nothing more is written.
func (p *inOrder) do(work func() ([]byte, error)) error {
	made := make(chan piece, 1)
	p.queue <- made
	go func() {
		bytes, problem := work()
		made <- piece{bytes, problem}
	}()
	return p.failed()
}

// finish waits for all pieces to be written.
func (p *inOrder) finish() error {
	close(p.queue)
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
