package pages

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"io/fs"

	"muster/signin"
)

// Named is one dossier of the web app.
type Named struct {
	Name    string // last part of its address where there are several; letters, digits and hyphens
	Source  Source
	Options Options // App sets Mount and SignIn
}

// app is the web app: one dossier by itself, or several, each under its name,
// with a page that lists them.
type app struct {
	list   []Named
	door   *signin.Door // nil: whoever asks is the curator
	failed func(error)  // may be nil
}

// App returns the web app. With a door, the working pages are for curators who
// signed in, and there are pages to sign in and out.
func App(list []Named, door *signin.Door, failed func(error)) (http.Handler, error) {
	a := &app{list, door, failed}
	mux := http.NewServeMux()
	seen := map[string]bool{"sign-in": true, "sign-out": true}
	for _, d := range list {
		d.Options.SignIn = door != nil
		if len(list) == 1 {
			mux.Handle("/", New(d.Source, d.Options))
			break
		}
		if d.Name == "" || seen[d.Name] || d.Name != sanitised(d.Name) {
			return nil, fmt.Errorf("dossier %q: expected a name of letters, digits and hyphens that nothing else has; rename its folder", d.Name)
		}
		seen[d.Name] = true
		d.Options.Mount = d.Name + "/"
		mux.Handle("/"+d.Name+"/", http.StripPrefix("/"+d.Name, New(d.Source, d.Options)))
	}
	if len(list) > 1 {
		mux.HandleFunc("GET /{$}", a.many)
		mux.HandleFunc("GET /style.css", (&site{options: Options{Failed: failed}}).style)
	}
	if door == nil {
		return secure(mux), nil
	}
	mux.HandleFunc("GET /sign-in", addSlash)
	mux.HandleFunc("GET /sign-in/{$}", a.signInPage)
	mux.HandleFunc("POST /sign-in/{$}", a.signIn)
	mux.HandleFunc("POST /sign-out/{$}", a.signOut)
	return door.Enter(secure(mux)), nil
}

// sanitised replaces what may not stand in a dossier's address.
func sanitised(name string) string { return strings.Map(anchorRune, name) }

func (a *app) frame(r *http.Request, root, title string) frame {
	return frame{Root: root, Title: title, SignsIn: a.door != nil, SignedIn: signin.Who(r.Context())}
}

// many lists the dossiers; those that publish nothing are not there for visitors.
func (a *app) many(w http.ResponseWriter, r *http.Request) {
	f := a.frame(r, "./", "Dossiers")
	type row struct{ Name, Title string }
	var rows []row
	for _, d := range a.list {
		state, err := d.Source.State(r.Context(), -1)
		if err != nil {
			a.fail(w, err)
			return
		}
		if f.SignIn() == "" || !state.Settings.Publish.Embargoed {
			rows = append(rows, row{d.Name, state.Settings.Title})
		}
	}
	a.write(w, http.StatusOK, "many", f, rows)
}

// signInForm is what the page to sign in shows.
type signInForm struct{ Name, To, Problem string }

func (a *app) signInPage(w http.ResponseWriter, r *http.Request) {
	a.form(w, r, http.StatusOK, signInForm{To: r.URL.Query().Get("to")})
}

func (a *app) signIn(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<16)
	form := signInForm{Name: r.PostFormValue("name"), To: r.PostFormValue("to")}
	err := a.door.SignIn(w, r, form.Name, r.PostFormValue("password"))
	status := http.StatusForbidden
	switch {
	case err == nil:
		redirect(w, http.StatusSeeOther, "../"+backTo(form.To))
		return
	case errors.Is(err, signin.ErrTooMany):
		status = http.StatusTooManyRequests
		w.Header().Set("Retry-After", strconv.Itoa(int(signin.Pause.Seconds())))
		form.Problem = "Too many wrong passwords came from your address. Wait a minute, then try again."
	case errors.Is(err, signin.ErrWrong):
		form.Problem = "Name and password do not belong together."
	default:
		a.fail(w, err)
		return
	}
	a.form(w, r, status, form)
}

func (a *app) form(w http.ResponseWriter, r *http.Request, status int, form signInForm) {
	f := a.frame(r, "../", "Sign in")
	f.Here = "sign-in/"
	a.write(w, status, "sign-in", f, form)
}

func (a *app) signOut(w http.ResponseWriter, r *http.Request) {
	a.door.SignOut(w, r)
	redirect(w, http.StatusSeeOther, "../")
}

// backTo returns the address below the app that signing in leads back to, "" for
// one that is none. It is appended to "../", so that it stays on this host
// whatever is in it.
func backTo(to string) string {
	path, query, _ := strings.Cut(to, "?")
	if path != "" && !fs.ValidPath(strings.TrimSuffix(path, "/")) {
		return ""
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return ""
	}
	return (&url.URL{Path: path, RawQuery: values.Encode()}).String()
}

func (a *app) write(w http.ResponseWriter, status int, name string, f frame, page any) {
	if err := writeAlone(w, status, name, f, page); err != nil {
		a.fail(w, err)
	}
}

func (a *app) fail(w http.ResponseWriter, err error) {
	(&site{options: Options{Failed: a.failed}}).fail(w, err)
}

// writeAlone writes a page that belongs to no dossier.
func writeAlone(w http.ResponseWriter, status int, name string, f frame, page any) error {
	t, err := template.New("alone").Funcs(functions()).ParseFS(files, "templates/alone.html", "templates/who.html", "templates/"+name+".html")
	if err != nil {
		return fmt.Errorf("built-in page: %w", err)
	}
	var out bytes.Buffer
	err = t.ExecuteTemplate(&out, "alone.html", struct {
		frame
		Page any
	}{f, page})
	if err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes()) // the visitor is gone when this fails
	return nil
}
