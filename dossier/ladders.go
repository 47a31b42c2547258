package dossier

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"

	"muster/counts"
)

// rollBody is one list of a ladder.
type rollBody struct {
	Setting LadderSetting `json:"setting"`
	Roll    counts.Roll   `json:"roll"`
}

// reads reports whether both settings read the same from a file.
func (s LadderSetting) reads(t LadderSetting) bool {
	return reflect.DeepEqual(s.columns(), t.columns())
}

func (s LadderSetting) columns() counts.RollColumns {
	return counts.RollColumns{Institution: s.Institution, Place: s.Place, Class: s.Class, Renamed: s.Renamed}
}

// validate checks what the types cannot say of the place-th ladder.
func (s LadderSetting) validate(place int) error {
	wrong := func(format string, args ...any) error {
		return fmt.Errorf("%w: %s: ladder %q: %s", ErrSettings, SettingsFile, s.Name, fmt.Sprintf(format, args...))
	}
	if s.Name == "" {
		return fmt.Errorf("%w: %s: ladder %d has no name; add name = \"…\"", ErrSettings, SettingsFile, place)
	}
	if s.Institution == "" || len(s.Stages) < 2 {
		return wrong("it needs institution = \"name of the column\" and stages = [\"lower\", \"higher\"]")
	}
	for stage, files := range s.Files {
		if !slices.Contains(s.Stages, stage) {
			return wrong("files names the stage %q, which stages does not", stage)
		}
		for _, file := range files {
			if !filepath.IsLocal(file) {
				return wrong("file %q lies outside the dossier; copy it into counts/", file)
			}
			if _, err := path.Match(file, ""); err != nil {
				return wrong("%q is no pattern of file names; expected one such as \"counts/*.xlsx\"", file)
			}
		}
	}
	for _, stage := range s.Stages {
		if len(s.Files[stage]) == 0 {
			return wrong("stage %q has no files; add files = { %s = [\"counts/…\"] }", stage, stage)
		}
	}
	return nil
}

// refreshLadders reads the lists that are new or changed, and marks their files
// as used.
func (d *Dossier) refreshLadders(ctx context.Context, settings Settings, files []string, used map[string]bool, report *Report) error {
	for _, setting := range settings.Ladders {
		for _, stage := range setting.Stages {
			for _, pattern := range setting.Files[stage] {
				matched := false
				for _, file := range files {
					if ok, _ := path.Match(pattern, file); !ok {
						continue
					}
					used[file], matched = true, true
					list, err := d.readRoll(ctx, setting, stage, file)
					if err != nil {
						if ctx.Err() != nil {
							return ctx.Err()
						}
						report.problem(err)
						continue
					}
					if err := d.append(ctx, list); err != nil {
						return err
					}
					report.Releases += len(list.list)
				}
				if !matched {
					report.problem(fmt.Errorf("ladder %q: no file matches %q; put it there or mend files in %s", setting.Name, pattern, SettingsFile))
				}
			}
		}
	}
	return nil
}

// readRoll returns the list of one file, unless the ledger has it.
func (d *Dossier) readRoll(ctx context.Context, setting LadderSetting, stage, file string) (drafts, error) {
	var list drafts
	f, err := os.Open(filepath.Join(d.dir, file))
	if err != nil {
		return list, err
	}
	defer f.Close()
	digest := sha256.New()
	size, err := io.Copy(digest, f)
	if err != nil {
		return list, fmt.Errorf("%s: %w", file, err)
	}
	sum := hex.EncodeToString(digest.Sum(nil))
	for _, body := range d.latest.rolls[setting.Name] {
		if body.Roll.File == file && body.Roll.SHA256 == sum && body.Roll.Stage == stage && body.Setting.reads(setting) {
			return list, nil
		}
	}
	roll, err := counts.ReadRoll(ctx, file, f, size, setting.columns())
	if err != nil {
		return list, err
	}
	roll.SHA256, roll.Stage = sum, stage
	subject, err := d.countsSubject(countsFile{setting.Name, stage, file, string(roll.Day)})
	if err != nil {
		return list, err
	}
	list.add(kindRoll, subject, "folder", rollBody{setting, roll})
	return list, nil
}

// laddersOf gathers the lists of the ladders that the settings still name.
func (b *builder) laddersOf(settings Settings) []counts.Ladder {
	var out []counts.Ladder
	for _, setting := range settings.Ladders {
		ladder := counts.Ladder{Name: setting.Name, Title: setting.Title, Counts: setting.Counts, Source: setting.Source, Stages: setting.Stages}
		for _, body := range b.rolls[setting.Name] {
			if body.Setting.reads(setting) {
				ladder.Rolls = append(ladder.Rolls, body.Roll)
			}
		}
		out = append(out, ladder.Sorted())
	}
	return out
}
