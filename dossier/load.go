package dossier

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"muster/counts"
	"muster/interval"
)

// SettingsFile is the name of the settings inside a dossier folder.
const SettingsFile = "dossier.toml"

// ErrSettings marks a dossier.toml that cannot be used as it stands.
var ErrSettings = errors.New("dossier.toml cannot be used")

// loadSettings reads dossier.toml of the folder. A missing file gives no bytes
// and no error: everything is then guessed.
func loadSettings(dir string) ([]byte, error) {
	file := filepath.Join(dir, SettingsFile)
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%w: %s is a folder; expected a file", ErrSettings, file)
	}
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// ParseSettings reads the bytes of a dossier.toml. Errors name the line, what
// stands there and, for a slip of the pen, what was probably meant.
func ParseSettings(b []byte) (Settings, error) {
	var s Settings
	b = bytes.TrimPrefix(b, []byte("\ufeff")) // some editors put a byte order mark first
	decoder := toml.NewDecoder(bytes.NewReader(b)).DisallowUnknownFields()
	if err := decoder.Decode(&s); err != nil {
		return s, fmt.Errorf("%w: %s", ErrSettings, explain(err))
	}
	return s, s.validate()
}

func explain(err error) string {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		first := strict.Errors[0]
		row, _ := first.Position()
		key := first.Key()
		name := key[len(key)-1]
		hint := "remove the line"
		if near := nearest(name, fieldNames(reflect.TypeFor[Settings](), key[:len(key)-1])); near != "" {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		return fmt.Sprintf("%s:%d: there is no setting %q; %s", SettingsFile, row, strings.Join(key, "."), hint)
	}
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		row, column := decode.Position()
		return fmt.Sprintf("%s:%d:%d: %s", SettingsFile, row, column, inWords(strings.TrimPrefix(decode.Error(), "toml: ")))
	}
	return SettingsFile + ": " + err.Error()
}

// inWords says in a curator's words what the library says in a programmer's.
func inWords(message string) string {
	switch {
	case strings.HasPrefix(message, "unexpected character") && strings.HasSuffix(message, "at start of value"):
		return message + "; put words in quotation marks, as in title = \"Spring flood\""
	case strings.HasPrefix(message, "cannot decode TOML "):
		found, target, _ := strings.Cut(strings.TrimPrefix(message, "cannot decode TOML "), " into struct field ")
		mend := ""
		for _, kind := range []struct{ target, mend string }{
			{"type string", "words in quotation marks, as in title = \"Spring flood\""},
			{"type interval.Date", "a day in quotation marks, as in \"2025-06-04\""},
			{"type []string", "a list in brackets, as in [\"one\", \"two\"]"},
			{"type bool", "true or false, without quotation marks"},
			{"type *bool", "true or false, without quotation marks"},
			{"type float64", "a number without quotation marks, as in 0.7"},
			{"type int", "a whole number without quotation marks, as in 10"},
			{"type dossier.", "a table, as in [publish] on a line of its own"},
		} {
			if mend == "" && strings.Contains(target, kind.target) {
				mend = kind.mend
			}
		}
		if mend != "" {
			return fmt.Sprintf("found a %s; expected %s", found, mend)
		}
	}
	return message
}

// fieldNames returns the settings that may stand in the table with this path.
func fieldNames(t reflect.Type, path []string) []string {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var names []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("toml"), ",")
		if len(path) > 0 && name == path[0] {
			return fieldNames(t.Field(i).Type, path[1:])
		}
		if name != "-" && name != "" {
			names = append(names, name)
		}
	}
	return names
}

// nearest returns the candidate at most two edits away, the first of equals.
func nearest(name string, candidates []string) string {
	best, bestDistance := "", 3
	for _, c := range candidates {
		if d := editDistance(strings.ToLower(name), c); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// editDistance is Levenshtein's.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

// validate checks what the types cannot.
func (s Settings) validate() error {
	if err := s.validateDocuments(); err != nil {
		return err
	}
	maps, err := s.classMaps()
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrSettings, SettingsFile, err)
	}
	if _, err := counts.Units(s.Units...); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrSettings, SettingsFile, err)
	}
	series := map[string]bool{}
	for i, item := range s.Series {
		if series[item.Name] {
			return fmt.Errorf("%w: %s: two series are called %q; give the second another name, or its files to the first", ErrSettings, SettingsFile, item.Name)
		}
		if err := item.validate(i+1, maps); err != nil {
			return err
		}
		series[item.Name] = true
	}
	ladders := map[string]bool{}
	for i, item := range s.Ladders {
		if series[item.Name] || ladders[item.Name] {
			return fmt.Errorf("%w: %s: two series or ladders are called %q; give the second another name", ErrSettings, SettingsFile, item.Name)
		}
		if err := item.validate(i + 1); err != nil {
			return err
		}
		ladders[item.Name] = true
	}
	for _, t := range s.Targets {
		if !series[t.Series] {
			return fmt.Errorf("%w: %s: a target names series %q, which is not there; name one of the series", ErrSettings, SettingsFile, t.Series)
		}
		if t.Amount <= 0 || t.Per != "day" && t.Per != "week" && t.Per != "month" {
			return fmt.Errorf("%w: %s: target on %q needs an amount above 0 and per = \"day\", \"week\" or \"month\"", ErrSettings, SettingsFile, t.Series)
		}
	}
	for _, r := range s.Rules {
		if r.Series != "" && !series[r.Series] {
			return fmt.Errorf("%w: %s: rule %q names series %q, which is not there; name one of the series, or leave it out", ErrSettings, SettingsFile, r.Label, r.Series)
		}
		if r.Percent <= 0 || r.Percent >= 100 {
			return fmt.Errorf("%w: %s: rule %q: percent is %d; expected 1 to 99", ErrSettings, SettingsFile, r.Label, r.Percent)
		}
	}
	if err := s.validateChecks(); err != nil {
		return err
	}
	for i, c := range s.Comparable {
		if len(c.Figures) < 2 {
			return fmt.Errorf("%w: %s: comparable %d names %d figures; expected two or more, as in figures = [\"f12\", \"f30\"]", ErrSettings, SettingsFile, i+1, len(c.Figures))
		}
		if c.Apart && c.Reason == "" {
			return fmt.Errorf("%w: %s: comparable %d sets figures apart without a reason; add reason = \"…\"", ErrSettings, SettingsFile, i+1)
		}
	}
	if s.Publish.ProposalsAbove < 0 || s.Publish.ProposalsAbove > 1 {
		return fmt.Errorf("%w: %s: proposals_above is %v; expected 0 to 1, such as 0.9", ErrSettings, SettingsFile, s.Publish.ProposalsAbove)
	}
	if s.Publish.SmallCells < -1 {
		return fmt.Errorf("%w: %s: small_cells is %d; expected a number above 0, or -1 to hide nothing", ErrSettings, SettingsFile, s.Publish.SmallCells)
	}
	return checkDay("reported", s.Reported)
}

// validateDocuments checks the organisations and the notes on documents.
func (s Settings) validateDocuments() error {
	for i, o := range s.Organisations {
		if o.Name == "" {
			return fmt.Errorf("%w: %s: organisation %d has no name; add name = \"…\"", ErrSettings, SettingsFile, i+1)
		}
	}
	for i, note := range s.Documents {
		if note.File == "" {
			return fmt.Errorf("%w: %s: document %d names no file; add file = \"documents/…\"", ErrSettings, SettingsFile, i+1)
		}
		if err := checkDay(fmt.Sprintf("document %q: published", note.File), note.Published); err != nil {
			return err
		}
	}
	return nil
}

func checkDay(what string, day interval.Date) error {
	if day == "" {
		return nil
	}
	if _, err := interval.ParseDate(string(day)); err != nil {
		return fmt.Errorf("%w: %s: %s: %w", ErrSettings, SettingsFile, what, err)
	}
	return nil
}

// withGuesses fills what nobody wrote and names it in Guessed.
func (s Settings) withGuesses(folder string) Settings {
	if s.Title == "" {
		s.Title = titleFrom(folder)
		s.Guessed = append(s.Guessed, "title")
	}
	if s.Publish.SmallCells == 0 {
		s.Publish.SmallCells = 5
	}
	for i := range s.Ladders {
		if s.Ladders[i].Title == "" {
			s.Ladders[i].Title = s.Ladders[i].Name
		}
	}
	for i := range s.Series {
		if s.Series[i].By == "" {
			s.Series[i].By = "month"
		}
		if s.Series[i].Title == "" {
			s.Series[i].Title = s.Series[i].Name
		}
	}
	return s
}

// titleFrom makes "Operation at large" of "operation-at-large".
func titleFrom(folder string) string {
	words := strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(folder))
	if words == "" {
		return "Untitled dossier"
	}
	first := []rune(words)
	return strings.ToUpper(string(first[:1])) + string(first[1:])
}
