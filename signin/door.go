package signin

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// What SignIn answers when nobody is let in.
var (
	ErrWrong   = errors.New("name and password do not belong together")
	ErrTooMany = errors.New("too many tries")
)

const (
	lasts      = 12 * time.Hour // how long a session lasts, used or not: a working day
	plainName  = "muster-session"
	secureName = "__Host-muster-session" // a browser takes it from this host alone, over TLS alone
)

// Door knows who has signed in. Sessions live in memory: they end with the
// program, and nothing that is kept lets anybody in.
type Door struct {
	Curators File
	Secure   bool // browsers reach the pages over TLS only
	Now      func() time.Time
	Random   io.Reader
	Failed   func(error) // told of many wrong passwords, and when the list cannot be read; may be nil

	mu       sync.Mutex // guards what follows, and Random
	sessions map[[sha256.Size]byte]session
	tries    map[netip.Prefix]tries
}

// session is a curator who signed in. The digest of the password is kept so that
// a session ends when the name is taken off the list, also if it comes back.
type session struct {
	curator Curator
	ends    time.Time
}

type curatorKey struct{}

// Who returns the curator who has signed in and asks; "" for a visitor.
func Who(ctx context.Context) string {
	name, _ := ctx.Value(curatorKey{}).(string)
	return name
}

// As returns a context of what the curator of this name asks.
func As(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, curatorKey{}, name)
}

// Enter looks who asks before it hands on.
func (d *Door) Enter(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name := d.curator(r); name != "" {
			r = r.WithContext(As(r.Context(), name))
		}
		next.ServeHTTP(w, r)
	})
}

func (d *Door) curator(r *http.Request) string {
	token, ok := d.token(r)
	if !ok {
		return ""
	}
	d.mu.Lock()
	s, ok := d.sessions[token]
	d.mu.Unlock()
	if !ok || !d.Now().Before(s.ends) {
		return ""
	}
	list, err := d.Curators.Curators()
	if err != nil && d.Failed != nil {
		d.Failed(err)
	}
	if i := place(list, s.curator.Name); i < 0 || list[i].digest != s.curator.digest {
		return ""
	}
	return s.curator.Name
}

// SignIn begins a session, or says with ErrWrong or ErrTooMany why not.
func (d *Door) SignIn(w http.ResponseWriter, r *http.Request, name, password string) error {
	list, err := d.Curators.Curators()
	if err != nil {
		return err
	}
	c := Curator{} // nobody's digest is zero, so a name that is not there takes as long
	i := place(list, name)
	if i >= 0 {
		c = list[i]
	}
	from, now := address(r), d.Now()
	d.mu.Lock()
	defer d.mu.Unlock()
	if t := d.tries[from]; t.wrong >= mostTries && now.Before(t.until) {
		return ErrTooMany
	}
	if right := c.has(password); !right || i < 0 {
		d.wrong(from, now)
		return ErrWrong
	}
	var bits [32]byte
	if _, err := io.ReadFull(d.Random, bits[:]); err != nil {
		return fmt.Errorf("randomness for a session: %w", err)
	}
	if old, ok := d.token(r); ok {
		delete(d.sessions, old)
	}
	for token, s := range d.sessions {
		if !now.Before(s.ends) {
			delete(d.sessions, token)
		}
	}
	if d.sessions == nil {
		d.sessions = map[[sha256.Size]byte]session{}
	}
	value := base64.RawURLEncoding.EncodeToString(bits[:])
	d.sessions[sha256.Sum256([]byte(value))] = session{c, now.Add(lasts)}
	d.setCookie(w, value, 0)
	return nil
}

// SignOut ends the session.
func (d *Door) SignOut(w http.ResponseWriter, r *http.Request) {
	if token, ok := d.token(r); ok {
		d.mu.Lock()
		delete(d.sessions, token)
		d.mu.Unlock()
	}
	d.setCookie(w, "", -1)
}

// token returns what a session is found by: the digest of what the browser
// holds, so that finding it takes the same time for whatever is sent.
func (d *Door) token(r *http.Request) (token [sha256.Size]byte, ok bool) {
	c, err := r.Cookie(d.cookieName())
	if err != nil {
		return token, false
	}
	return sha256.Sum256([]byte(c.Value)), true
}

func (d *Door) cookieName() string {
	if d.Secure {
		return secureName
	}
	return plainName
}

func (d *Door) setCookie(w http.ResponseWriter, value string, maxAge int) {
	http.SetCookie(w, &http.Cookie{Name: d.cookieName(), Value: value, Path: "/", MaxAge: maxAge, HttpOnly: true, Secure: d.Secure, SameSite: http.SameSiteLaxMode})
}
