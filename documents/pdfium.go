package documents

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pdfEngine holds PDFium, the PDF part of Chromium, as WebAssembly: a hostile
// file can break out of PDFium, and still sees no file, no network, no clock
// and no more memory than it was given. Each document gets a fresh instance.
type pdfEngine struct {
	cache string // folder for PDFium as machine code; "" for none

	mu   sync.Mutex
	pool pdfium.Pool // nil before the first PDF
}

// engineMemory bounds what one PDF may use, in pages of 64 KB: 1 GB.
const engineMemory = 16 << 10

// start translates PDFium for this machine, which takes seconds; with a cache
// it is done once.
func (e *pdfEngine) start() (pdfium.Pool, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool != nil {
		return e.pool, nil
	}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(engineMemory).
		WithCloseOnContextDone(true)
	if e.cache != "" {
		// Without a place to keep it, PDFium is translated every time.
		if cache, err := wazero.NewCompilationCacheWithDir(e.cache); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	workers := runtime.GOMAXPROCS(0)
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle: workers, MaxTotal: workers, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), // by default it would see the whole disk
		Stdout:   io.Discard, Stderr: io.Discard, RandomSource: zeroes{},
	})
	if err != nil {
		return nil, fmt.Errorf("the PDF engine did not start: %w", err)
	}
	e.pool = pool
	return pool, nil
}

// zeroes is the only randomness that PDFium gets, so that it does the same
// every time.
type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// close gives the memory back. The engine starts again when it is needed.
func (e *pdfEngine) close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool == nil {
		return nil
	}
	err := e.pool.Close()
	e.pool = nil
	return err
}

var errPDFTime = errors.New("expected a PDF with pages that can be read in a minute each, found one that takes longer; open it in a PDF viewer and print it to a new PDF")

// with runs do on a fresh instance, which ends with the context, or when do
// does not say that it goes on for as long as given. A panic of the library
// becomes an error.
func (e *pdfEngine) with(ctx context.Context, most time.Duration, do func(in pdfium.Pdfium, goesOn func()) error) (err error) {
	pool, err := e.start()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		return fmt.Errorf("the PDF engine did not start: %w", err)
	}
	timer := time.AfterFunc(most, func() { cancel(errPDFTime) })
	defer timer.Stop()
	killed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(killed)
		_ = instance.Kill()
	})
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("expected a sound PDF, found one that breaks the PDF engine (%s); open it in a PDF viewer and print it to a new PDF", cut(oneLine(fmt.Sprint(problem)), 60))
		}
		if stop() {
			_ = instance.Close()
			return
		}
		<-killed
		err = context.Cause(ctx)
	}()
	return do(instance, func() { timer.Reset(most) })
}
