package signin

import (
	"errors"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const someDigest = "sha256:a37e61aeee00391385c31d0fbd76c9c6ef200517aef1ce9605a9f6a3334cdec1"

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"":             "",
		"# nobody\n\n": "",
		"2025-06-04 " + someDigest + " Ann Miller\n  2025-06-05 " + someDigest + " 王芳": "Ann Miller, 王芳",
		"2025-06-04 " + someDigest:                                             "error: line 1: expected a day, sha256: and a digest, and a name",
		"\n4 June " + someDigest + " Ann":                                      "error: line 2: expected a day",
		"2025-06-04 sha256:a37e Ann":                                           "error: line 1: expected sha256: and 64",
		"2025-06-04 " + strings.TrimPrefix(someDigest, "sha256:") + " Ann":     "error: line 1: expected sha256: and 64",
		"2025-06-04 " + someDigest + " ---":                                    "error: line 1: list of curators: expected a name with a letter",
		"2025-06-04 " + someDigest + " An\u202en":                              "error: line 1: list of curators: the name",
		"2025-06-04 " + someDigest + " Ann\n2025-06-04 " + someDigest + " ANN": "error: line 2: ANN is on it twice",
	} {
		list, err := parse([]byte(text))
		var names []string
		for _, c := range list {
			names = append(names, c.Name)
		}
		got := strings.Join(names, ", ")
		if err != nil {
			got = "error: " + strings.TrimPrefix(err.Error(), ErrCurators.Error()+": ")
		}
		if got != want && !(err != nil && want != "" && strings.HasPrefix(got, want)) || err != nil && !errors.Is(err, ErrCurators) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// FuzzParse: what is read and written again is the same list.
func FuzzParse(f *testing.F) {
	f.Add("2025-06-04 " + someDigest + " Ann Miller\n# more\n2025-06-04 " + someDigest + " B.")
	f.Add("2025-06-04 sha256: x")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := parse([]byte(text))
		if err != nil || len(list) == 0 {
			return
		}
		file := File(filepath.Join(t.TempDir(), "curators.txt"))
		if err := file.write(list); err != nil {
			t.Fatal(err)
		}
		again, err := file.Curators()
		if err != nil || len(again) != len(list) {
			t.Fatalf("%d curators became %d: %v", len(list), len(again), err)
		}
		for i := range list {
			if list[i] != again[i] {
				t.Errorf("%v became %v", list[i], again[i])
			}
		}
	})
}

// visit is somebody at a door, with what the browser keeps.
type visit struct {
	t       *testing.T
	door    *Door
	from    string
	headers http.Header
	cookie  *http.Cookie
}

func (v *visit) request() *http.Request {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.RemoteAddr = v.from
	for name, values := range v.headers {
		r.Header[name] = values
	}
	if v.cookie != nil {
		r.AddCookie(v.cookie)
	}
	return r
}

func (v *visit) signIn(name, password string) error {
	w := httptest.NewRecorder()
	err := v.door.SignIn(w, v.request(), name, password)
	for _, c := range w.Result().Cookies() {
		v.cookie = c
	}
	return err
}

func (v *visit) who() (name string) {
	v.door.Enter(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { name = Who(r.Context()) })).ServeHTTP(httptest.NewRecorder(), v.request())
	return name
}

type clock struct{ now time.Time }

func newDoor(t *testing.T) (*Door, *clock, string) {
	t.Helper()
	at := &clock{time.Date(2025, 6, 4, 9, 0, 0, 0, time.UTC)}
	random := rand.NewChaCha8([32]byte{1})
	file := File(filepath.Join(t.TempDir(), "keys", "curators.txt"))
	password, err := file.Add("  Ann   Miller ", at.now, random)
	if err != nil {
		t.Fatal(err)
	}
	return &Door{Curators: file, Now: func() time.Time { return at.now }, Random: random}, at, password
}

func TestSignInAndOut(t *testing.T) {
	door, _, password := newDoor(t)
	if len(password) != 32 || strings.ContainsAny(password, "ilouABC") {
		t.Errorf("the password is %q", password)
	}
	if b, err := os.ReadFile(string(door.Curators)); err != nil || strings.Contains(string(b), password) || strings.Contains(string(b), password[:9]) {
		t.Errorf("the file holds the password: %v\n%s", err, b)
	}
	if info, err := os.Stat(string(door.Curators)); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the file: %v, %v", info.Mode(), err)
	}
	for _, wrong := range [][2]string{{"Ann Miller", ""}, {"Ann Miller", password[:30]}, {"Bob", password}, {"", password}, {"", ""}} {
		v := &visit{t: t, door: door, from: "192.0.2.1:4000"}
		if err := v.signIn(wrong[0], wrong[1]); !errors.Is(err, ErrWrong) || v.who() != "" {
			t.Errorf("%q is answered %v and is %q", wrong, err, v.who())
		}
	}
	// As people copy it.
	for _, text := range []string{password, strings.ToUpper(password), " " + strings.ReplaceAll(password, "-", " ") + "\n", strings.NewReplacer("0", "O", "1", "l").Replace(password)} {
		v := &visit{t: t, door: door, from: "192.0.2.2:4000"}
		if err := v.signIn("ann miller", text); err != nil || v.who() != "Ann Miller" {
			t.Fatalf("%q: %v, signed in as %q", text, err, v.who())
		}
		if c := v.cookie; !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.MaxAge != 0 || c.Path != "/" || strings.Contains(c.Value, "Ann") {
			t.Errorf("the cookie is %v", c)
		}
		stolen := *v.cookie
		w := httptest.NewRecorder()
		door.SignOut(w, v.request())
		if c := w.Result().Cookies(); len(c) != 1 || c[0].MaxAge >= 0 {
			t.Errorf("signing out leaves the cookie: %v", c)
		}
		if v.cookie = &stolen; v.who() != "" {
			t.Error("a session goes on after signing out")
		}
	}
	door.Secure = true
	v := &visit{t: t, door: door, from: "192.0.2.2:4000"}
	if err := v.signIn("Ann Miller", password); err != nil || !v.cookie.Secure || v.cookie.Name != "__Host-muster-session" || v.who() == "" {
		t.Errorf("over TLS: %v, the cookie is %v", err, v.cookie)
	}
	for _, value := range []string{"", "x", strings.Repeat("A", 43)} {
		v.cookie = &http.Cookie{Name: "__Host-muster-session", Value: value}
		if v.who() != "" {
			t.Errorf("the cookie %q lets somebody in", value)
		}
	}
}

func TestSessionsEnd(t *testing.T) {
	door, at, password := newDoor(t)
	enter := func(name, password string) *visit {
		t.Helper()
		v := &visit{t: t, door: door, from: "192.0.2.1:4000"}
		if err := v.signIn(name, password); err != nil || v.who() == "" {
			t.Fatal(err)
		}
		return v
	}
	v := enter("Ann Miller", password)
	at.now = at.now.Add(lasts - time.Second)
	if v.who() == "" {
		t.Error("a session ends early")
	}
	at.now = at.now.Add(time.Second)
	if v.who() != "" {
		t.Error("a session does not end")
	}
	v = enter("Ann Miller", password)
	if len(door.sessions) != 1 {
		t.Errorf("%d sessions are kept", len(door.sessions))
	}
	if err := door.Curators.Remove("ann miller"); err != nil {
		t.Fatal(err)
	}
	if v.who() != "" {
		t.Error("who is off the list is still signed in")
	}
	another, err := door.Curators.Add("Ann Miller", at.now, door.Random)
	if err != nil || another == password {
		t.Fatalf("%v, the same password", err)
	}
	if v.who() != "" {
		t.Error("a session came back with the name")
	}
	if err := (&visit{t: t, door: door, from: "192.0.2.1:4000"}).signIn("Ann Miller", password); !errors.Is(err, ErrWrong) {
		t.Errorf("the old password is answered %v", err)
	}
	v = enter("Ann Miller", another)
	var told error
	door.Failed = func(err error) { told = err }
	if err := os.WriteFile(string(door.Curators), []byte("what is this"), 0o600); err != nil {
		t.Fatal(err)
	}
	if v.who() != "" || !errors.Is(told, ErrCurators) {
		t.Errorf("with a broken list: %q, %v", v.who(), told)
	}
	if err := v.signIn("Ann Miller", another); !errors.Is(err, ErrCurators) {
		t.Errorf("with a broken list, signing in is answered %v", err)
	}
}

func TestWrongPasswordsAreLimited(t *testing.T) {
	door, at, password := newDoor(t)
	told := 0
	door.Failed = func(error) { told++ }
	try := func(want error, v *visit, password string) {
		t.Helper()
		v.t, v.door = t, door
		if err := v.signIn("Ann Miller", password); !errors.Is(err, want) {
			t.Fatalf("from %s %v: %v, want %v", v.from, v.headers, err, want)
		}
	}
	proxied := func(address string) *visit {
		return &visit{from: "127.0.0.1:5000", headers: http.Header{"X-Forwarded-For": {"203.0.113.9", "198.51.100.1, " + address}}}
	}
	for range mostTries {
		try(ErrWrong, &visit{from: "192.0.2.1:4000"}, "guess")
		try(ErrWrong, &visit{from: "[2001:db8::1]:4000"}, "guess")
		try(ErrWrong, proxied("192.0.2.77"), "guess")
	}
	try(ErrTooMany, &visit{from: "192.0.2.1:4001"}, password)
	try(ErrTooMany, &visit{from: "[2001:db8::2]:4000"}, password)
	try(ErrTooMany, proxied("192.0.2.77"), password)
	if told != 3 {
		t.Errorf("who looks after the server is told %d times of 3 addresses", told)
	}
	// Others are not kept out, and nobody says of himself where he comes from.
	try(nil, &visit{from: "192.0.2.3:4000"}, password)
	try(nil, &visit{from: "[2001:db8:0:1::1]:4000"}, password)
	try(nil, proxied("192.0.2.78"), password)
	try(ErrTooMany, &visit{from: "192.0.2.1:4001", headers: http.Header{"X-Forwarded-For": {"192.0.2.5"}}}, password)
	at.now = at.now.Add(Pause)
	try(nil, &visit{from: "192.0.2.1:4001"}, password)
	try(nil, proxied("192.0.2.77"), password)
}

func TestAddAndRemoveRefuse(t *testing.T) {
	door, at, _ := newDoor(t)
	for _, name := range []string{"", " ", "ANN  miller", "---", "An\nn\x00", strings.Repeat("a", longestName+1)} {
		if _, err := door.Curators.Add(name, at.now, door.Random); !errors.Is(err, ErrCurators) {
			t.Errorf("add %q: %v", name, err)
		}
	}
	if err := door.Curators.Remove("Bob"); !errors.Is(err, ErrCurators) {
		t.Errorf("remove Bob: %v", err)
	}
	if _, err := door.Curators.Add("Bob", at.now, strings.NewReader("short")); err == nil {
		t.Error("a password without randomness")
	}
	if list, err := door.Curators.Curators(); err != nil || len(list) != 1 || list[0].Name != "Ann Miller" || list[0].Added != "2025-06-04" {
		t.Errorf("the list is %v, %v", list, err)
	}
}
