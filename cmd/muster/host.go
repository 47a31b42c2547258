package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"

	"muster/signin"
)

// parseFront reads --public: the address of the pages where a web server stands
// in front of them. nil: none does.
func parseFront(text string) (*url.URL, error) {
	if text == "" {
		return nil, nil
	}
	front, err := url.Parse(text)
	if err != nil || front.Scheme != "https" && front.Scheme != "http" || front.Hostname() == "" || front.User != nil || front.RawQuery != "" || front.Fragment != "" {
		return nil, fmt.Errorf("--public %s: expected an address such as https://records.example.org/", text)
	}
	if !strings.HasSuffix(front.Path, "/") {
		front.Path += "/"
	}
	return front, nil
}

// door returns where curators sign in; nil on a loopback address with nothing in
// front of it, where who asks sits at this computer.
func (w world) door(listener net.Addr, front *url.URL) (*signin.Door, error) {
	if loopback(listener) && front == nil {
		return nil, nil
	}
	list, err := w.curators()
	if err != nil {
		return nil, err
	}
	known, err := list.Curators()
	if err != nil {
		return nil, err
	}
	if len(known) == 0 {
		fmt.Fprintln(w.stderr, "muster: nobody can sign in, so the pages are for reading only; `muster curator add NAME` changes that")
	}
	secure := front != nil && front.Scheme == "https"
	if !secure {
		fmt.Fprintln(w.stderr, "muster: passwords and unpublished pages travel readable; put a web server with TLS in front, and say its address with --public https://…")
	}
	return &signin.Door{Curators: list, Secure: secure, Now: w.now, Random: w.random, Failed: w.pageOptions().Failed}, nil
}

// curators returns the list of who may sign in. It lies beside the signing keys:
// outside every dossier, so that it is handed over, backed up and synchronised
// with none.
func (w world) curators() (signin.File, error) {
	keys := w.keys()
	if keys == "" {
		return "", errors.New("there is no settings folder to keep the list of curators in; name one with MUSTER_KEYS")
	}
	return signin.File(filepath.Join(keys, "curators.txt")), nil
}

func loopback(listener net.Addr) bool {
	address, ok := listener.(*net.TCPAddr)
	return ok && address.IP.IsLoopback()
}

// ownHost refuses requests to a loopback address that name another host than
// this computer, or the one in front: a web page elsewhere could have its name
// lead here (DNS rebinding). What a web server hands on is refused where none
// was told of: it would make curators of everybody.
func ownHost(listener net.Addr, front *url.URL, next http.Handler) http.Handler {
	if !loopback(listener) {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		host = strings.Trim(host, "[]") // of an IPv6 address without a port
		ip := net.ParseIP(host)
		here := host == "localhost" || ip != nil && ip.IsLoopback()
		switch {
		case front == nil && handedOn(r.Header):
			http.Error(w, "This came through another web server. Start muster serve with --public and the address of that one, so that curators sign in.", http.StatusMisdirectedRequest)
		case !here && front == nil:
			http.Error(w, "This address serves this computer only.", http.StatusMisdirectedRequest)
		case !here && !strings.EqualFold(host, front.Hostname()):
			http.Error(w, "These pages have another address.", http.StatusMisdirectedRequest)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// handedOn reports whether a request says that a web server handed it on.
func handedOn(h http.Header) bool {
	for _, name := range []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"} {
		if h.Get(name) != "" {
			return true
		}
	}
	return false
}
