package signin

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// Pause is how long an address waits after too many wrong passwords.
const Pause = time.Minute

const (
	mostTries = 10   // wrong ones, from one address within Pause
	mostBusy  = 4096 // addresses of which tries are remembered
)

// tries are wrong passwords from one address.
type tries struct {
	wrong int
	until time.Time
}

// wrong remembers a wrong password.
func (d *Door) wrong(from netip.Prefix, now time.Time) {
	for a, t := range d.tries {
		if len(d.tries) < mostBusy {
			break
		}
		if !now.Before(t.until) {
			delete(d.tries, a)
		}
	}
	if d.tries == nil || len(d.tries) >= mostBusy {
		d.tries = map[netip.Prefix]tries{} // against so many only the length of passwords helps
	}
	t := d.tries[from]
	if !now.Before(t.until) {
		t = tries{until: now.Add(Pause)}
	}
	t.wrong++
	d.tries[from] = t
	if t.wrong == mostTries && d.Failed != nil {
		d.Failed(fmt.Errorf("%d wrong passwords came from %s within a minute; it has to wait", mostTries, from))
	}
}

// address is where a request comes from: of IPv6 the half that a provider gives
// to one household. A proxy on this computer says it of others.
func address(r *http.Request) netip.Prefix {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	a, err := netip.ParseAddr(host)
	if err == nil && a.IsLoopback() {
		list := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		if told, toldErr := netip.ParseAddr(strings.TrimSpace(list[len(list)-1])); toldErr == nil {
			a = told
		}
	}
	if err != nil {
		return netip.Prefix{}
	}
	a = a.Unmap().WithZone("")
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	prefix, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return prefix
}
