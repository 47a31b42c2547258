package documents

import (
	"fmt"
	"strings"
	"time"
)

// parsePublished reads a date or time as pages and people write it. It returns
// a date, or an RFC 3339 time where the zone is known: without one, the day is
// all that is sure. Dates such as 6/4/2025, whose order depends on the
// country, are not read.
func parsePublished(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for zone, offset := range map[string]string{"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700"} {
		if before, found := strings.CutSuffix(s, " "+zone); found { // as RFC 822 defines them
			s = before + " " + offset
			break
		}
	}
	for _, layout := range []string{
		time.RFC3339Nano, "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04Z07:00",
		time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700",
	} {
		if t, err := time.Parse(layout, s); err == nil && plausible(t) {
			return t.Format(time.RFC3339), true
		}
	}
	for _, layout := range []string{"Mon, 2 Jan 2006 15:04:05 GMT", "Mon, 2 Jan 2006 15:04:05 UTC"} {
		if t, err := time.Parse(layout, s); err == nil && plausible(t) {
			return t.UTC().Format(time.RFC3339), true
		}
	}
	for _, layout := range []string{
		"January 2, 2006", "January 2 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", "2 Jan. 2006",
		"Monday, January 2, 2006", "Mon, Jan 2, 2006", "Monday, 2 January 2006", "Monday 2 January 2006", "Mon 2 Jan 2006",
		"2006/01/02", "20060102", "20060102150405", "2006.01.02",
	} {
		if t, err := time.Parse(layout, s); err == nil && plausible(t) {
			return t.Format(time.DateOnly), true
		}
	}
	if len(s) >= len(time.DateOnly) && (len(s) == len(time.DateOnly) || strings.ContainsAny(s[len(time.DateOnly):][:1], "T t")) {
		if t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)]); err == nil && plausible(t) {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}

// badPublished is the error for a date that parsePublished does not read; the
// document is read without it.
func badPublished(found string) error {
	return fmt.Errorf("published: expected a date such as 2025-06-04, found %q; correct it or leave it out (the document was read without it)", cut(oneLine(found), 40))
}

// plausible keeps out the zero dates that content systems write.
func plausible(t time.Time) bool { return t.Year() > 1500 && t.Year() < 2200 }
