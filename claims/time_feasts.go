package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"muster/interval"
)

//go:embed time_feasts.txt
var timeFeastsFile string

// feast is a named day of the year.
type feast struct {
	words []string // of its name, in lower case, without apostrophes
	rule  feastRule
}

// feastRule says on which day of a year a feast falls.
type feastRule struct {
	easter     bool
	month, day int
	nth        int // of the month's weekdays, from 1; -1 is the last
	weekday    time.Weekday
	shift      int // days after it
}

// on returns the day in the year.
func (r feastRule) on(year int) interval.Date {
	var t time.Time
	switch {
	case r.easter:
		t = easter(year)
	case r.nth < 0:
		t = time.Date(year, time.Month(r.month+1), 0, 0, 0, 0, 0, time.UTC)
		t = t.AddDate(0, 0, -((int(t.Weekday()-r.weekday) + 7) % 7))
	case r.nth > 0:
		t = time.Date(year, time.Month(r.month), 1, 0, 0, 0, 0, time.UTC)
		t = t.AddDate(0, 0, (int(r.weekday-t.Weekday())+7)%7+7*(r.nth-1))
	default:
		t = time.Date(year, time.Month(r.month), r.day, 0, 0, 0, 0, time.UTC)
	}
	return interval.DateOf(t.AddDate(0, 0, r.shift))
}

// easter returns Easter Sunday of the Gregorian calendar: the first Sunday
// after the full moon, as the church reckons it, on or after 21 March.
func easter(year int) time.Time {
	golden := year % 19
	century := year / 100
	epact := (century - century/4 - (8*century+13)/25 + 19*golden + 15) % 30
	epact -= epact / 28 * (1 - 29/(epact+1)*((21-golden)/11))
	moon := time.Date(year, time.March, 21+epact, 0, 0, 0, 0, time.UTC)
	return moon.AddDate(0, 0, 7-int(moon.Weekday()))
}

// readFeasts reads a list in the form of time_feasts.txt; t has its other lists.
func (t *times) readFeasts(file string) error {
	t.feasts = map[string][]feast{}
	for i, line := range strings.Split(file, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		names, written, found := strings.Cut(line, "=")
		if !found {
			return fmt.Errorf("line %d: expected \"name = rule\", found no equals sign in %q", i+1, line)
		}
		rule, err := t.feastRule(strings.Fields(strings.ToLower(written)))
		if err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
		for _, name := range strings.Split(names, "/") {
			var words []string
			for _, token := range timeTokens(name, nil) {
				if !isApostrophe(token.lower) {
					words = append(words, token.word)
				}
			}
			if len(words) == 0 {
				return fmt.Errorf("line %d: expected a name before %q, found none", i+1, written)
			}
			t.feasts[words[0]] = append(t.feasts[words[0]], feast{words, rule})
		}
	}
	for _, list := range t.feasts {
		slices.SortStableFunc(list, func(a, b feast) int { return len(b.words) - len(a.words) })
	}
	return nil
}

// feastRule reads a rule, in lower case.
func (t *times) feastRule(words []string) (feastRule, error) {
	fail := fmt.Errorf("expected a rule such as \"December 25\", \"last Monday of May\", \"Easter\" or \"2 days before Easter\", found %q", strings.Join(words, " "))
	if len(words) > 3 && (words[1] == "day" || words[1] == "days") {
		n, err := strconv.Atoi(words[0])
		rule, err2 := t.feastRule(words[3:])
		switch {
		case err != nil || err2 != nil:
		case words[2] == "after":
			rule.shift += n
			return rule, nil
		case words[2] == "before":
			rule.shift -= n
			return rule, nil
		}
		return feastRule{}, fail
	}
	switch {
	case len(words) == 1 && words[0] == "easter":
		return feastRule{easter: true}, nil
	case len(words) == 2:
		month := t.place("months", words[0])
		n, err := strconv.Atoi(words[1])
		if _, ok := day(2024, month, n); err == nil && ok {
			return feastRule{month: month, day: n}, nil
		}
	case len(words) == 4 && words[2] == "of":
		nth, weekday, month := t.place("ordinals", words[0]), t.place("weekdays", words[1]), t.place("months", words[3])
		if words[0] == "last" {
			nth = -1
		}
		if nth != 0 && weekday > 0 && month > 0 {
			return feastRule{nth: nth, weekday: time.Weekday(weekday % 7), month: month}, nil
		}
	}
	return feastRule{}, fail
}

func isApostrophe(word string) bool { return word == "'" || word == "’" }

// feast reads "New Year's Eve", "last Christmas", "Easter 2024", "the Labor Day
// weekend".
func (s *timeScan) feast(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j, which := s.skip(i, "the"), ""
	if s.is(j, "last", "this", "next") {
		which = s.word(j)
		j++
	}
	rule, next, ok := s.feastAt(j)
	if !ok {
		return fail, i, false
	}
	year, after := 0, s.skip(next, ",")
	if told, ok := s.year(after); ok && which == "" {
		year, next = told, after+1
	} else if s.published == "" {
		return fail, i, false
	}
	if year == 0 {
		year = s.feastYear(rule, which)
	}
	d := rule.on(year)
	switch {
	case s.is(next, "weekend"): // with the Saturday and Sunday that it touches
		saturday := weekdayFrom(d, 6, d.Time().Weekday() == time.Friday)
		return interval.Period{From: min(saturday, d), To: max(saturday.AddDays(1), d)}, next + 1, true
	case s.is(next, "week"):
		return weekOf(d, 0), next + 1, true
	case s.named(next) && !s.is(next, "for", "from", "this", "last", "than", "or", "until", "through", "s", "morning", "night", "evening", "it", "they", "he", "she", "that", "more"):
		return fail, i, false // "a Christmas tree"
	}
	return single(d), next, true
}

// feastAt returns the rule of the feast named at token i, and the token after
// its name.
func (s *timeScan) feastAt(i int) (feastRule, int, bool) {
	if i >= len(s.tokens) || !s.tokens[i].capital {
		return feastRule{}, i, false
	}
next:
	for _, f := range s.words.feasts[s.word(i)] {
		k := i
		for _, word := range f.words {
			if isApostrophe(s.word(k)) {
				k++
			}
			if s.word(k) != word {
				continue next
			}
			k++
		}
		if isApostrophe(s.word(k)) && f.words[len(f.words)-1] != "s" {
			k++ // "Presidents'"
		}
		return f.rule, k, true
	}
	return feastRule{}, i, false
}

// feastYear returns the year of the last such day up to the day of publication,
// or of the next one for the future.
func (s *timeScan) feastYear(rule feastRule, which string) int {
	year := s.published.Time().Year()
	d := rule.on(year)
	switch {
	case which == "last" && d >= s.published, which == "" && !s.future && d > s.published:
		return year - 1
	case which == "next" && d <= s.published, which == "" && s.future && d < s.published:
		return year + 1
	}
	return year
}
