package pages

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
)

// Named is one dossier among several.
type Named struct {
	Name    string // last part of its address; letters, digits and hyphens
	Title   string
	Handler http.Handler // made with Options.Up "../"
}

// Many serves several dossiers, each under its name, and a page that lists them.
func Many(list []Named) (http.Handler, error) {
	page, err := template.New("many").Funcs(functions()).ParseFS(files, "templates/many.html")
	if err != nil {
		return nil, fmt.Errorf("built-in page: %w", err)
	}
	var out bytes.Buffer
	if err := page.ExecuteTemplate(&out, "many.html", list); err != nil {
		return nil, fmt.Errorf("list of dossiers: %w", err)
	}
	mux := http.NewServeMux()
	seen := map[string]bool{}
	for _, d := range list {
		if d.Name == "" || seen[d.Name] || d.Name != sanitised(d.Name) {
			return nil, fmt.Errorf("dossier %q: expected a name of letters, digits and hyphens that no other dossier has; rename its folder", d.Name)
		}
		seen[d.Name] = true
		mux.Handle("/"+d.Name+"/", http.StripPrefix("/"+d.Name, d.Handler))
	}
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(out.Bytes()) // the visitor is gone when this fails
	})
	mux.HandleFunc("GET /style.css", func(w http.ResponseWriter, _ *http.Request) {
		b, err := files.ReadFile("style.css")
		if err != nil {
			http.Error(w, "Something went wrong on our side.", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		_, _ = w.Write(b)
	})
	return secure(mux), nil
}

// sanitised replaces what may not stand in a dossier's address.
func sanitised(name string) string {
	out := []rune(name)
	for i, r := range out {
		out[i] = anchorRune(r)
	}
	return string(out)
}
