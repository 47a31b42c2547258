package witness

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"muster/proof"
)

// sizeType is the media type of a size told with status 409.
const sizeType = "text/x.tlog.size"

// Handler serves the protocol, and at / the witness's key for people to read.
// It reports with failed, which may be nil, what the witness could not do.
func (w *Witness) Handler(failed func(error)) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /add-checkpoint", func(out http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(out, r.Body, maxRequest))
		if err != nil {
			http.Error(out, "The request is too long, or was cut off.", http.StatusBadRequest)
			return
		}
		line, err := w.add(body)
		if err == nil {
			out.Header().Set("Content-Type", "text/plain; charset=utf-8")
			_, _ = out.Write(line) // who went away asks again
			return
		}
		status := statusOf(err)
		if status == http.StatusInternalServerError && failed != nil {
			failed(err)
		}
		var c conflict
		if errors.As(err, &c) {
			out.Header().Set("Content-Type", sizeType)
			out.WriteHeader(status)
			fmt.Fprintf(out, "%d\n", c.size)
			return
		}
		if status == http.StatusInternalServerError {
			err = errors.New("the witness cannot cosign now")
		}
		http.Error(out, err.Error(), status)
	})
	mux.HandleFunc("GET /{$}", w.about)
	return mux
}

func statusOf(err error) int {
	switch {
	case errors.As(err, new(conflict)):
		return http.StatusConflict
	case errors.Is(err, errMalformed):
		return http.StatusBadRequest
	case errors.Is(err, errSignature):
		return http.StatusForbidden
	case errors.Is(err, errUnknown):
		return http.StatusNotFound
	case errors.Is(err, errProof):
		return http.StatusUnprocessableEntity
	}
	return http.StatusInternalServerError
}

// about shows the witness's key, and how far it has seen each log.
func (w *Witness) about(out http.ResponseWriter, _ *http.Request) {
	out.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintf(out, "A witness of ledgers (https://c2sp.org/tlog-witness). Its key:\n\n%s\n\nWhat it has cosigned last:\n", w.key)
	for _, name := range w.names {
		last, err := w.seen(name)
		if err != nil {
			fmt.Fprintf(out, "\n%s\n(cannot be read)\n", name)
			continue
		}
		fmt.Fprintf(out, "\n%s", last)
	}
}

func (w *Witness) seen(name string) (proof.Checkpoint, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	last, _, err := w.last(name)
	return last, err
}
