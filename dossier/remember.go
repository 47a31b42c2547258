package dossier

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

// RememberColumn writes into dossier.toml that files of a series hold a column
// under another name too, so that the next release with that name is read. The
// rest of the file stays as it is.
func RememberColumn(dir, series, column, other string) error {
	file := filepath.Join(dir, SettingsFile)
	text, err := os.ReadFile(file)
	if err != nil {
		return plain(err)
	}
	changed, err := withColumn(text, series, column, other)
	if err != nil {
		return err
	}
	return plain(os.WriteFile(file, changed, 0o644))
}

// withColumn returns the text of a dossier.toml with one more name of a column,
// of a series or a ladder.
func withColumn(text []byte, name, column, other string) ([]byte, error) {
	settings, err := ParseSettings(text)
	if err != nil {
		return nil, err
	}
	heading, at, renamed := renamedOf(&settings, name)
	if renamed == nil {
		return nil, fmt.Errorf("%s has no series or ladder %q; name one that is there", SettingsFile, name)
	}
	want := map[string][]string{}
	for name, others := range *renamed {
		want[name] = slices.Clone(others)
	}
	if slices.Contains(want[column], other) {
		return text, nil
	}
	want[column] = append(want[column], other)

	var out strings.Builder
	block := -1 // place, among those with the heading, of the one that a line belongs to
	inside := false
	for line := range strings.Lines(string(text)) {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "[") {
			if strings.HasPrefix(strings.ReplaceAll(trimmed, " ", ""), heading) {
				block++
				inside = block == at
			} else {
				inside = false
			}
		}
		key, _, _ := strings.Cut(trimmed, "=")
		if inside && strings.TrimSpace(key) == "renamed" {
			continue
		}
		out.WriteString(line)
		if inside && strings.TrimSpace(key) == "name" {
			if !strings.HasSuffix(line, "\n") {
				out.WriteString("\n")
			}
			fmt.Fprintf(&out, "renamed = %s\n", inlineTable(want))
		}
	}
	after, err := ParseSettings([]byte(out.String()))
	*renamed = want
	if err != nil || !reflect.DeepEqual(settings, after) {
		return nil, fmt.Errorf("%w: %s %q is not written line by line; write renamed = %s there by hand", ErrSettings, heading, name, inlineTable(want))
	}
	return []byte(out.String()), nil
}

// renamedOf returns the other names of columns of a series or ladder, with the
// heading that it stands under and its place there; nil where there is none.
func renamedOf(s *Settings, name string) (heading string, at int, renamed *map[string][]string) {
	for i := range s.Series {
		if s.Series[i].Name == name {
			return "[[series]]", i, &s.Series[i].Renamed
		}
	}
	for i := range s.Ladders {
		if s.Ladders[i].Name == name {
			return "[[ladder]]", i, &s.Ladders[i].Renamed
		}
	}
	return "", 0, nil
}

func inlineTable(names map[string][]string) string {
	var parts []string
	for name, others := range names {
		var quoted []string
		for _, other := range others {
			quoted = append(quoted, fmt.Sprintf("%q", other))
		}
		parts = append(parts, fmt.Sprintf("%q = [%s]", name, strings.Join(quoted, ", ")))
	}
	slices.Sort(parts)
	return "{ " + strings.Join(parts, ", ") + " }"
}
