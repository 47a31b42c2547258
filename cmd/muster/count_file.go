package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"muster/counts"
	record "muster/counts/table"
	"muster/dossier"
)

// syntheticWords stand with everything that is made of invented rows.
const syntheticWords = "Synthetic rows, made for tests: they are no record of anything."

// fetchedBytes bounds a record file that is fetched from an address.
const fetchedBytes = 10e9

// countFiles counts a record file, those of a folder or of an archive, or one
// at an address. Nothing is written before all of them are read.
func countFiles(ctx context.Context, w world, name string, reader counts.Reader, asJSON, planOnly bool) error {
	files, closeAll, err := recordFilesAt(ctx, w, name, reader)
	defer closeAll()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(files, func(f recordFile) bool { return counts.IsSynthetic(f.Name) }) {
		to := w.stdout
		if asJSON {
			to = w.stderr
		}
		fmt.Fprintln(to, syntheticWords)
	}
	type counted struct {
		file     string
		releases []counts.Release
	}
	var all []counted
	for _, f := range files {
		book, err := f.Open()
		if err != nil {
			return fmt.Errorf("%s: %w: %w", f.Name, err, errUnreadable)
		}
		for _, note := range book.Notes {
			if !planOnly {
				fmt.Fprintf(w.stderr, "muster: %s: %s\n", printable(f.Name), printable(note))
			}
		}
		reader.Progress = w.rowProgress(f)
		if planOnly {
			plan, err := reader.Plan(ctx, f.Name, book)
			w.clearProgress()
			if err != nil {
				return fmt.Errorf("%w: %w", err, errUnreadable)
			}
			if err := writePlan(w, plan, f.from, asJSON); err != nil {
				return err
			}
			continue
		}
		releases, err := reader.ReadBook(ctx, f.Name, book)
		w.clearProgress()
		if err != nil {
			return fmt.Errorf("%w: %w", err, errUnreadable)
		}
		file := ""
		if len(files) > 1 {
			file = f.Name
		}
		all = append(all, counted{file, releases})
	}
	for _, c := range all {
		for _, release := range c.releases {
			if err := writeRelease(w, c.file, release, asJSON); err != nil {
				return err
			}
		}
	}
	return nil
}

// recordFile is a record file, by what it can be named to the command, and how
// far it was read.
type recordFile struct {
	record.Member
	from string
	read func() (done, size int64) // in bytes
}

// recordFilesAt opens what a name stands for. closeAll must be called whatever
// the error.
func recordFilesAt(ctx context.Context, w world, name string, reader counts.Reader) (files []recordFile, closeAll func(), err error) {
	var closers []func()
	closeAll = func() {
		for _, c := range closers {
			c()
		}
	}
	paths := []string{name}
	if address, err := url.Parse(name); err == nil && (address.Scheme == "http" || address.Scheme == "https") {
		// Longer than for a web page: record files are large.
		fetched, remove, err := fetchRecordFile(ctx, dossier.NewFetch(dossier.FetchLimits{Timeout: time.Hour, Redirects: 5, Agent: "Muster (record keeping; one file at a time)"}), address)
		if err != nil {
			return nil, closeAll, fmt.Errorf("%s: %w: %w", name, err, errUnreadable)
		}
		closers = append(closers, remove)
		paths = []string{fetched}
	} else if info, err := os.Stat(name); err == nil && info.IsDir() {
		if paths, err = recordFilesIn(name); err != nil {
			return nil, closeAll, err
		}
	}
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return nil, closeAll, fmt.Errorf("%s: %w: %w", p, errUnreadable, cause(err))
		}
		closers = append(closers, func() { f.Close() })
		watched := &watchedFile{File: f}
		told := p
		if p != name && len(paths) == 1 && !strings.HasPrefix(p, name) {
			told = name // an address, not the file it was fetched into
		}
		members, err := reader.Files(told, watched)
		if err != nil {
			return nil, closeAll, fmt.Errorf("%w: %w", err, errUnreadable)
		}
		for _, m := range members {
			files = append(files, recordFile{m, told, watched.progress})
		}
	}
	return files, closeAll, nil
}

// recordFilesIn returns the record files of a folder that is no dossier.
func recordFilesIn(dir string) ([]string, error) {
	var paths []string
	err := filepath.WalkDir(dir, func(p string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !strings.HasPrefix(entry.Name(), ".") && (record.IsRecordFile(entry.Name()) || strings.EqualFold(path.Ext(entry.Name()), ".zip")) {
			paths = append(paths, p)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", dir, errUnreadable, cause(err))
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s is a folder without %s and without record files; name a file or a dossier", dir, dossier.SettingsFile)
	}
	return paths, nil
}

// fetchRecordFile fetches an address into a file of its own, of fetchedBytes at
// most; remove takes the file away again.
func fetchRecordFile(ctx context.Context, fetch dossier.Fetch, address *url.URL) (name string, remove func(), err error) {
	body, _, err := fetch(ctx, address.String())
	if err != nil {
		return "", nil, err
	}
	defer body.Close()
	dir, err := os.MkdirTemp("", "muster-count-")
	if err != nil {
		return "", nil, err
	}
	remove = func() { os.RemoveAll(dir) }
	defer func() {
		if err != nil {
			remove()
		}
	}()
	f, err := os.Create(filepath.Join(dir, "file"))
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	n, err := io.Copy(f, io.LimitReader(body, fetchedBytes+1))
	if err == nil && n > fetchedBytes {
		err = fmt.Errorf("it has more than %d bytes; download it and name the file", int64(fetchedBytes))
	}
	return f.Name(), remove, err
}
