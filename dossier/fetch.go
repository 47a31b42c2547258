package dossier

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"syscall"
	"time"
)

// FetchLimits bounds what Muster asks of other people's servers.
type FetchLimits struct {
	Timeout   time.Duration
	Redirects int
	Agent     string
	// Private allows addresses of the own network. Without it a web page that a
	// curator pastes cannot make Muster read what lies behind the firewall.
	Private bool
}

// NewFetch returns a Fetch over HTTP that keeps the limits.
func NewFetch(limits FetchLimits) Fetch {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		host, _, err := net.SplitHostPort(address)
		if err != nil {
			return err
		}
		if ip := net.ParseIP(host); !limits.Private && (ip == nil || !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback()) {
			return fmt.Errorf("%s lies in a private network; save the page and add the file", host)
		}
		return nil
	}}
	client := &http.Client{
		Timeout:   limits.Timeout,
		Transport: &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second},
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > limits.Redirects {
				return errors.New("it redirects too often; open it in a browser, save the page and add the file")
			}
			return nil
		},
	}
	return func(ctx context.Context, address string) (io.ReadCloser, string, error) {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
		if err != nil {
			return nil, "", err
		}
		request.Header.Set("User-Agent", limits.Agent)
		response, err := client.Do(request)
		if err != nil {
			return nil, "", err
		}
		if response.StatusCode != http.StatusOK {
			response.Body.Close()
			return nil, "", fmt.Errorf("the server answered %s; open it in a browser, save the page and add the file", response.Status)
		}
		return response.Body, response.Header.Get("Content-Type"), nil
	}
}
