package table

import (
	"math"
	"strconv"
	"strings"
)

// epoch says from which day a workbook counts its dates: 1900, or 1904 as old
// Macintosh programs did.
type epoch int

const (
	epoch1900 epoch = iota
	epoch1904
)

// date appends the day that a serial number tells, and the clock time where
// there is one, to the second (ECMA-376 part 1, 18.17.4). Day 60 of 1900 is 29
// February, which never was: no day is made of it.
func (e epoch) date(into, serial []byte) ([]byte, bool) {
	n, err := strconv.ParseFloat(string(serial), 64)
	if err != nil || n < 0 || n >= 2958466 { // 31 December 9999
		return nil, false
	}
	day, fraction := math.Modf(n)
	seconds := math.Round(fraction * 86400)
	if seconds == 86400 {
		day, seconds = day+1, 0
	}
	from := int64(-25569) // 30 December 1899, in days since 1970
	switch {
	case e == epoch1904:
		from = -24107 // 1 January 1904
	case day < 1 || day == 60:
		return nil, false
	case day < 60:
		from++
	}
	return appendTime(into, (from+int64(day))*86400+int64(seconds)), true
}

// isBuiltinDate reports whether one of the formats that every workbook has
// tells days (ECMA-376 part 1, 18.8.30; 27 to 58 are those of East Asia).
func isBuiltinDate(format int) bool {
	return format >= 14 && format <= 17 || format == 22 || format >= 27 && format <= 31 || format == 36 || format >= 50 && format <= 58
}

// isDateFormat reports whether a format of one's own, such as yyyy\-mm\-dd,
// shows a day, a month or a year: the first of its sections decides. One that
// shows a clock time or a duration only is no date.
func isDateFormat(code string) bool {
	day, clock, month := false, false, false
	code = strings.ToLower(code)
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			i = len(code)
		case '\\', '_', '*':
			i++ // the letter after it is shown, or is a width
		case '"', '[':
			end := strings.IndexByte(code[i+1:], map[byte]byte{'"': '"', '[': ']'}[c])
			if end < 0 {
				return false
			}
			if inner := code[i+1 : i+1+end]; c == '[' && inner != "" && strings.Trim(inner, "hms") == "" {
				clock = true // a duration
			}
			i += end + 1
		case 'g':
			if strings.HasPrefix(code[i:], "general") {
				i += len("general") - 1
			}
		case 'a':
			for _, mark := range []string{"am/pm", "a/p"} {
				if strings.HasPrefix(code[i:], mark) {
					clock = true
					i += len(mark) - 1
				}
			}
		case 'd', 'y':
			day = true
		case 'h', 's':
			clock = true
		case 'm':
			month = true
			if strings.HasPrefix(code[i:], "mmm") {
				day = true
			}
		}
	}
	return day || month && !clock
}
