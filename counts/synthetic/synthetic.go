// Package synthetic makes record files of invented rows, with the columns and
// the faults of published ones: duplicates, redactions, old spellings, dates
// after the day of release. They are for tests and measurements, and no row is
// about anybody.
package synthetic

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

//go:embed values.txt
var values string

// Name is part of the name of every file with such rows. What shows counts of a
// file with this in its name says that they are synthetic.
const Name = "synthetic"

// Columns are those of the arrest file as released in March 2026, in its order.
func Columns() []string {
	return []string{"Apprehension Date", "Apprehension Type", "State", "County", "TOA Current Duty AOR", "Apprehension Final Program",
		"Arresting Agency", "Apprehension Method", "Apprehension Criminality", "Case Status", "Case Category", "Departure Country",
		"Final Order Yes No", "Birth Date", "Birth Year", "Citizenship Country", "Gender", "Departed Date", "Final Order Date",
		"Apprehension Site Landmark", "Operation", "TOA Current Duty Site", "Case Criminality", "Case Threat Level", "Anonymized Identifier"}
}

// Preamble are the lines that stand above the columns in the workbook.
func Preamble() []string {
	return []string{"SYNTHETIC FILE: no row is about anybody", "Arrests", "Rows released on 2026-03-10", "For tests and measurements", "", ""}
}

// First and Last are the first and the last day of the rows that are dated
// soundly; Last is the day of release too.
func First() time.Time { return time.Date(2022, 10, 1, 0, 0, 0, 0, time.UTC) }

// Last is the last day.
func Last() time.Time { return time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC) }

// Rows makes rows one after another. The same seed gives the same rows.
type Rows struct {
	random *rand.Rand
	pools  map[string][]string
	days   int
	row    []string
	before []string // the row before, for duplicates
	made   int
}

// NewRows returns the rows of a seed.
func NewRows(seed uint64) *Rows {
	r := &Rows{random: rand.New(rand.NewPCG(seed, 1)), pools: map[string][]string{}, days: int(Last().Sub(First()).Hours()/24) + 1, row: make([]string, len(Columns()))}
	name := ""
	for line := range strings.Lines(values) {
		line = strings.TrimSpace(line)
		at := strings.LastIndex(line, ":")
		switch {
		case line == "" || line[0] == '#':
		case at < 0:
			name = line
		default:
			weight, err := strconv.Atoi(strings.TrimSpace(line[at+1:]))
			if err != nil {
				panic(fmt.Sprintf("values.txt: %q has no weight", line)) // the file is part of the program
			}
			for range weight {
				r.pools[name] = append(r.pools[name], strings.Trim(line[:at], `"`))
			}
		}
	}
	return r
}

func (r *Rows) pick(pool string) string {
	return r.pools[pool][r.random.IntN(len(r.pools[pool]))]
}

func (r *Rows) chance(per int) bool { return r.random.IntN(per) == 0 }

// Next returns the next row, valid until the next call; its cells are in the
// order of Columns. Dates are written 2006-01-02 15:04:05. One row in twenty
// repeats the row before at a later hour; one in 100,000 is dated in a later
// year; in one of 5,000 the date is redacted.
func (r *Rows) Next() []string {
	r.made++
	day := r.random.IntN(r.days)
	if !r.chance(3) { // later days hold more
		day = max(day, r.random.IntN(r.days))
	}
	at := First().AddDate(0, 0, day).Add(time.Duration(r.random.IntN(86400)) * time.Second)
	if r.before != nil && r.chance(20) {
		copy(r.row, r.before)
		if before, err := time.Parse(time.DateTime, r.row[0]); err == nil {
			r.row[0] = before.Add(time.Duration(r.random.IntN(20*3600)) * time.Second).Format(time.DateTime)
			if r.row[0][:10] > Last().Format(time.DateOnly) {
				r.row[0] = r.before[0]
			}
		}
		return r.row
	}
	date := at.Format(time.DateTime)
	switch {
	case r.chance(100_000):
		date = at.AddDate(5, 0, 0).Format(time.DateTime)
	case r.chance(5_000):
		date = "(b)(6)(b)(7)(c)"
	}
	kind, removed, order := "", "", ""
	if at.After(time.Date(2025, 8, 1, 0, 0, 0, 0, time.UTC)) {
		kind = "Targeted"
		if r.chance(3) {
			kind = "Collateral"
		}
	}
	if r.chance(3) {
		removed = at.AddDate(0, 0, r.random.IntN(90)).Format(time.DateOnly)
	}
	yes := "NO"
	if r.chance(2) {
		yes, order = "YES", at.AddDate(0, 0, -r.random.IntN(900)).Format(time.DateOnly)
	}
	criminality := r.pick("criminality")
	identifier := ""
	if !r.chance(100) {
		identifier = fmt.Sprintf("%016x%016x%08x", r.random.Uint64(), r.random.Uint64(), r.random.Uint32())
	}
	departure := ""
	if removed != "" {
		departure = r.pick("country")
	}
	r.row = append(r.row[:0], date, kind, r.pick("state"), r.pick("county"), r.pick("unit"), r.pick("program"), r.pick("agency"),
		r.pick("method"), criminality, r.pick("status"), r.pick("category"), departure, yes, "b(6), b(7)c",
		strconv.Itoa(1950+r.random.IntN(58)), r.pick("country"), r.pick("gender"), removed, order, r.pick("landmark"),
		r.pick("operation"), r.pick("site"), criminality, r.pick("threat"), identifier)
	r.before = append(r.before[:0], r.row...)
	return r.row
}
