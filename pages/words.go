package pages

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"
	"time"

	"muster/claims"
	"muster/counts"
	"muster/dossier"
	"muster/findings"
	"muster/interval"
	"muster/pages/drawing"
)

// term is one word of a closed list in plain language.
type term struct{ Code, Name, Meaning string }

// stageTerms explains the stages in their order.
func stageTerms() []term {
	return []term{
		{"called-for", "called for", "Planned, sought, proposed or said to be needed. Nobody has formally asked yet."},
		{"requested", "requested", "A formal request was made. Whether it is granted is another matter."},
		{"pledged", "pledged", "Offered or promised by whoever would supply it."},
		{"pending", "pending approval", "Told as not yet approved. It is never shown as approved or deployed."},
		{"approved", "approved", "Authorised or signed off."},
		{"refused", "refused", "Asked for and turned down."},
		{"ordered", "ordered", "Mobilised or being sent."},
		{"deployed", "deployed", "Sent and on duty."},
		{"withdrawn", "withdrawn", "Called back."},
		{"target", "target", "A goal, quota or demand that is to be reached."},
		{"result", "result", "An outcome that somebody measured."},
		{"other", "no stage told", "The words do not say how far it has come."},
	}
}

// qualifierTerms explains the ways of telling a number.
func qualifierTerms() []term {
	return []term{
		{"exact", "plain number", "“3,000”"},
		{"about", "about", "“about”, “nearly”, “some”, “an estimated”"},
		{"more-than", "more than", "“more than”, “over”"},
		{"less-than", "less than", "“fewer than”, “under”"},
		{"at-least", "at least", "“at least”, “a minimum of”"},
		{"at-most", "at most", "“up to”, “as many as”"},
		{"range", "range", "“800 to 1,000”"},
		{"vague", "vague", "“dozens”, “thousands of”"},
	}
}

func nameOf(list []term, code string) string {
	for _, t := range list {
		if t.Code == code {
			return t.Name
		}
	}
	return strings.ReplaceAll(code, "-", " ")
}

func stageName(s claims.Stage) string {
	if s == "" {
		s = claims.Other
	}
	return nameOf(stageTerms(), string(s))
}

func qualifierName(q claims.Qualifier) string { return nameOf(qualifierTerms(), string(q)) }

func statusName(s dossier.Status) string {
	switch s {
	case dossier.Proposed:
		return "proposal"
	case dossier.Edited:
		return "accepted, edited"
	case dossier.Merged:
		return "merged into another"
	case dossier.Split:
		return "split into several"
	}
	return string(s)
}

func actionName(a dossier.Action) string {
	switch a {
	case dossier.Propose:
		return "proposed"
	case dossier.Accept:
		return "accepted"
	case dossier.Edit:
		return "edited"
	case dossier.Reject:
		return "rejected"
	case dossier.Reopen:
		return "reopened"
	case dossier.Retract:
		return "retracted"
	case dossier.Merge:
		return "merged into another figure"
	case dossier.Divide:
		return "split into several figures"
	case dossier.SetRank:
		return "ranked"
	case dossier.Undo:
		return "undid the last decision"
	case dossier.Comparable:
		return "may be compared"
	case dossier.Apart:
		return "never to be compared"
	}
	return string(a)
}

// changeName says what became of a figure, a document or a release.
func changeName(c dossier.ChangeKind) string {
	switch c {
	case dossier.ReadAnew:
		return "read differently"
	case dossier.Retold:
		return "another number now"
	case dossier.NotFound:
		return "no longer found"
	case dossier.Outlived:
		return "no longer in the document"
	case dossier.NewVersion:
		return "fetched again, changed"
	case dossier.SetApart:
		return "set apart"
	case dossier.TakenIn:
		return "taken in again"
	case dossier.NowReplied:
		return "replied to, or corrected"
	}
	return string(c)
}

// whom writes who did something: the name as it was written.
func whom(e dossier.Event) string {
	if e.Curator != "" {
		return e.Curator
	}
	return authorName(e.Author)
}

func verdictName(v findings.Verdict) string {
	switch v {
	case findings.Consistent:
		return "consistent as stated"
	case findings.ConsistentWithinRounding:
		return "consistent only within rounding"
	case findings.NotComparable:
		return "not comparable"
	}
	return string(v)
}

func severityName(s findings.Severity) string {
	switch s {
	case findings.Error:
		return "Error"
	case findings.Warning:
		return "Warning"
	}
	return "Note"
}

func kindName(k claims.HopKind) string {
	switch k {
	case claims.Anonymous:
		return "unnamed source"
	case claims.DocumentHop:
		return "document"
	case claims.Unspecified:
		return "source not said"
	case claims.Person:
		return "on the record"
	}
	return string(k)
}

// authorName writes who made an entry: a curator by name, or the reader.
func authorName(author string) string {
	kind, name, found := strings.Cut(author, ":")
	switch {
	case !found:
		return author
	case kind == "curator":
		return name
	}
	return kind + ", version " + name
}

// dayName writes "2025-06-04…" as "4 June 2025"; what is no date stays as it is.
func dayName(s string) string {
	d, err := interval.ParseDate(s)
	if err != nil {
		return s
	}
	return d.Time().Format("2 January 2006")
}

func date(d interval.Date) string { return dayName(string(d)) }

func moment(t time.Time) string { return t.UTC().Format("2 January 2006, 15:04 UTC") }

// periodName writes a period for people: "4 June 2025", "May 2025",
// "10 to 20 May 2025", "from 20 January 2025".
func periodName(p interval.Period) string {
	from, to := p.From.Time(), p.To.Time()
	switch {
	case p.From == "" && p.To == "":
		return "no time told"
	case p.To == "":
		return "from " + date(p.From)
	case p.From == "":
		return "until " + date(p.To)
	case p.From == p.To:
		return date(p.From)
	case from.Day() == 1 && to.AddDate(0, 0, 1).Day() == 1 && from.Format("200601") == to.Format("200601"):
		return from.Format("January 2006")
	case from.Format("0102") == "0101" && to.Format("0102") == "1231" && from.Year() == to.Year():
		return from.Format("2006")
	case from.Format("200601") == to.Format("200601"):
		return from.Format("2") + " to " + to.Format("2 January 2006")
	case from.Year() == to.Year():
		return from.Format("2 January") + " to " + to.Format("2 January 2006")
	}
	return date(p.From) + " to " + date(p.To)
}

// measureName says how the numbers of a series stand to time.
func measureName(m counts.Measure) string {
	switch m {
	case counts.SinceStart:
		return "a sum since a start, turned into counts within periods"
	case counts.OnAverage:
		return "a mean that the files tell: nothing adds means up"
	case counts.AtATime:
		return "a level at a time: its periods do not add up"
	}
	return "what happened within each period: periods add up"
}

// count writes "1 article", "9 articles".
func count(n int, one string) string {
	switch {
	case n == 1:
		return "1 " + one
	case strings.HasSuffix(one, "y") && !strings.HasSuffix(one, "ay"):
		return grouped(int64(n)) + " " + strings.TrimSuffix(one, "y") + "ies"
	}
	return grouped(int64(n)) + " " + one + "s"
}

func grouped(n int64) string { return interval.Int(n).Grouped(0) }

// shorten keeps at most limit characters, cut at a space.
func shorten(limit int, s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= limit {
		return string(r)
	}
	cut := string(r[:limit])
	if i := strings.LastIndex(cut, " "); i > limit/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + " …"
}

// web returns an address that may be linked to; "" for any other.
func web(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return address
}

func functions() template.FuncMap {
	return template.FuncMap{
		"measure": measureName,
		"svg":     func(d drawing.Drawing) template.HTML { return template.HTML(d.Inline()) }, // it escapes all words
		"stage":   stageName, "qualifier": qualifierName, "status": statusName, "action": actionName,
		"verdict": verdictName, "severity": severityName, "kind": kindName, "author": authorName, "change": changeName, "whom": whom, "after64": func(i int) int { return i + 1 }, "after": func(entry int64) int64 { return entry + 1 },
		"day": dayName, "date": date, "moment": moment, "period": periodName, "count": count,
		"grouped": grouped, "shorten": shorten, "percent": func(f float64) string { return fmt.Sprintf("%.0f %%", 100*f) },
		"within": func(root string, part any) any { return struct{ Root, Part any }{root, part} },
		"string": func(v any) string { return fmt.Sprint(v) },
		"web":    web, "grouped64": func(n int) string { return grouped(int64(n)) }, "release": releaseName, "rough": func(i *interval.Interval) string { return rough(*i) }, "count64": func(n int64, one string) string { return count(int(n), one) },
	}
}
