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
	"slices"

	"muster/counts"
	"muster/interval"
)

// refreshSeries reads the record files that the settings name and that are new
// or changed, one entry a release.
func (d *Dossier) refreshSeries(ctx context.Context, settings Settings, report *Report) error {
	files := filesIn(d.dir, "counts", report)
	used := map[string]bool{}
	for _, setting := range settings.Series {
		for _, file := range files {
			if !slices.ContainsFunc(setting.Files, func(pattern string) bool { ok, _ := path.Match(pattern, file); return ok }) {
				continue
			}
			used[file] = true
			list, err := d.readReleases(ctx, settings, setting, file)
			if err != nil {
				report.problem(err)
			}
			report.Notes = append(report.Notes, list.notes...)
			if err := d.append(ctx, list); err != nil {
				return err
			}
			report.Releases += len(list.list)
		}
		for _, pattern := range setting.Files {
			if !slices.ContainsFunc(files, func(file string) bool { ok, _ := path.Match(pattern, file); return ok }) {
				report.problem(fmt.Errorf("series %q: no file matches %q; put it there or mend files in %s", setting.Name, pattern, SettingsFile))
			}
		}
	}
	if err := d.refreshLadders(ctx, settings, files, used, report); err != nil {
		return err
	}
	for _, file := range files {
		if !used[file] {
			report.Notes = append(report.Notes, fmt.Sprintf("%s is not used yet; name it in a [[series]] of %s (`muster count %s` shows what it holds)", file, SettingsFile, filepath.Join(d.dir, file)))
		}
	}
	return nil
}

// readReleases returns the releases of one file that the ledger does not have.
func (d *Dossier) readReleases(ctx context.Context, settings Settings, setting SeriesSetting, file string) (drafts, error) {
	var list drafts
	f, err := os.Open(filepath.Join(d.dir, file))
	if err != nil {
		return list, err
	}
	defer f.Close()
	digest := sha256.New()
	if _, err := io.Copy(digest, f); err != nil {
		return list, fmt.Errorf("%s: %w", file, err)
	}
	sum := hex.EncodeToString(digest.Sum(nil))
	if d.hasRelease(setting, file, sum) {
		return list, nil
	}
	releases, err := setting.read(ctx, file, f, settings.knownNames())
	if err != nil {
		return list, err // a file is taken in whole or not at all
	}
	for _, release := range releases {
		release.File, release.SHA256 = file, sum
		subject, err := d.countsSubject(countsFile{setting.Name, "", file, string(release.Date)})
		if err != nil {
			return list, err
		}
		if n := len(release.Mismatches); n > 0 {
			more := ""
			if n > 1 {
				more = fmt.Sprintf("; and %d more totals", n-1)
			}
			list.notes = append(list.notes, fmt.Sprintf("%s: %s%s", file, release.Mismatches[0], more))
		}
		body := seriesBody{Setting: setting, Release: release}
		if old, ok := d.latest.series[setting.Name][subject]; ok && equalAsJSON(old, body) {
			continue
		}
		list.add(kindSeries, subject, "folder", body)
	}
	return list, nil
}

// knownNames are the units and classes that the settings name.
func (s Settings) knownNames() []string {
	var out []string
	for _, u := range s.Units {
		out = append(append(out, u.Name, u.Code), u.Aliases...)
	}
	for _, m := range s.ClassMaps {
		for _, classes := range m.Classes {
			out = append(out, classes...)
		}
	}
	for _, series := range s.Series {
		out = append(out, series.Only...)
	}
	return out
}

// read returns the releases that a record file holds; known are names that are
// kept however few rows bear them.
func (s SeriesSetting) read(ctx context.Context, name string, f *os.File, known []string) ([]counts.Release, error) {
	if s.Table == "" {
		reader := counts.Reader{Columns: s.columns(), By: s.By, Sheet: s.Sheet, Known: known}
		read := reader.Read
		if s.Measure == counts.OnAverage {
			read = reader.ReadMeans
		}
		releases, err := read(ctx, name, f)
		if err != nil {
			return nil, err
		}
		seen := map[interval.Date]bool{}
		for _, r := range releases {
			if seen[r.Date] {
				return nil, fmt.Errorf("%s: expected one release a day, found several of %q in one archive; unpack it", name, r.Date)
			}
			seen[r.Date] = true
		}
		return releases, nil
	}
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	release, err := counts.ReadWide(ctx, name, f, size, s.wide())
	return []counts.Release{release}, err
}

// countsFile is what a release, or a list, is of. Its subject in the ledger's
// public lines says none of it: not even a digest, which a good guess would fit.
type countsFile struct{ name, stage, file, date string }

// countsSubject returns the subject of what is in the record already, or a new
// one drawn at random.
func (d *Dossier) countsSubject(of countsFile) (string, error) {
	if subject, known := d.latest.countsFiles[of]; known {
		return subject, nil
	}
	var digits [6]byte
	if _, err := io.ReadFull(d.env.Random, digits[:]); err != nil {
		return "", fmt.Errorf("drawing a name for a release: %w", err)
	}
	return "r" + hex.EncodeToString(digits[:]), nil
}

func (d *Dossier) hasRelease(setting SeriesSetting, file, sum string) bool {
	for _, body := range d.latest.series[setting.Name] {
		if body.Release.File == file && body.Release.SHA256 == sum && body.Setting.reads(setting) {
			return true
		}
	}
	return false
}
