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

// withColumn returns the text of a dossier.toml with one more name of a column.
func withColumn(text []byte, series, column, other string) ([]byte, error) {
	before, err := ParseSettings(text)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(before.Series, func(s SeriesSetting) bool { return s.Name == series })
	if at < 0 {
		return nil, fmt.Errorf("%s has no series %q; name one that is there", SettingsFile, series)
	}
	want := map[string][]string{}
	for name, others := range before.Series[at].Renamed {
		want[name] = slices.Clone(others)
	}
	if slices.Contains(want[column], other) {
		return text, nil
	}
	want[column] = append(want[column], other)

	var out strings.Builder
	block := -1 // place of the [[series]] that a line belongs to
	for line := range strings.Lines(string(text)) {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "[") {
			if block == at {
				block = len(before.Series) // past it
			} else if strings.HasPrefix(strings.ReplaceAll(trimmed, " ", ""), "[[series]]") {
				block++
			}
		}
		name, _, _ := strings.Cut(trimmed, "=")
		if block == at && strings.TrimSpace(name) == "renamed" {
			continue
		}
		out.WriteString(line)
		if block == at && strings.TrimSpace(name) == "name" {
			if !strings.HasSuffix(line, "\n") {
				out.WriteString("\n")
			}
			fmt.Fprintf(&out, "renamed = %s\n", inlineTable(want))
		}
	}
	after, err := ParseSettings([]byte(out.String()))
	before.Series[at].Renamed = want
	if err != nil || !reflect.DeepEqual(before, after) {
		return nil, fmt.Errorf("%w: [[series]] %q is not written line by line; write renamed = %s there by hand", ErrSettings, series, inlineTable(want))
	}
	return []byte(out.String()), nil
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
