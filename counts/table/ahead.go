package table

import (
	"io"
	"sync"
)

// ahead reads what is unpacked on a thread of its own, a few blocks before they
// are asked for.
type ahead struct {
	data   io.ReadCloser
	blocks chan aheadBlock
	spare  chan []byte
	stop   chan struct{}
	done   sync.WaitGroup
	now    aheadBlock
	rest   []byte
}

type aheadBlock struct {
	bytes []byte
	err   error
}

func readAhead(data io.ReadCloser) *ahead {
	const blocks = 4
	a := &ahead{data: data, blocks: make(chan aheadBlock, blocks), spare: make(chan []byte, blocks+2), stop: make(chan struct{})}
	for range blocks + 2 {
		a.spare <- make([]byte, 64<<10)
	}
	a.done.Go(func() {
		for {
			var buffer []byte
			select {
			case buffer = <-a.spare:
			case <-a.stop:
				return
			}
			n, err := io.ReadFull(data, buffer[:cap(buffer)])
			if err == io.ErrUnexpectedEOF {
				err = io.EOF
			}
			select {
			case a.blocks <- aheadBlock{buffer[:n], err}:
			case <-a.stop:
				return
			}
			if err != nil {
				return
			}
		}
	})
	return a
}

func (a *ahead) Read(p []byte) (int, error) {
	for len(a.rest) == 0 {
		if a.now.err != nil {
			return 0, a.now.err
		}
		if a.now.bytes != nil {
			a.spare <- a.now.bytes
		}
		a.now = <-a.blocks
		a.rest = a.now.bytes
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

func (a *ahead) Close() error {
	close(a.stop)
	a.done.Wait()
	return a.data.Close()
}
