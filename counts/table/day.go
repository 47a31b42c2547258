package table

import "time"

// appendTime writes 2006-01-02, and 15:04:05 unless it is midnight, of seconds
// since 1970: rows have millions of dates, and package time takes ten times as
// long. Years before 0 and after 9999 are left to it.
func appendTime(into []byte, seconds int64) []byte {
	days, clock := seconds/86400, seconds%86400
	if clock < 0 {
		days, clock = days-1, clock+86400
	}
	const first, last = -719528, 2932896 // 0000-01-01, 9999-12-31
	if days < first || days > last {
		layout := time.DateTime
		if clock == 0 {
			layout = time.DateOnly
		}
		return time.Unix(seconds, 0).UTC().AppendFormat(into, layout)
	}
	// The civil calendar from a count of days, after Howard Hinnant,
	// "chrono-Compatible Low-Level Date Algorithms": years start in March, so that
	// leap days end them, and eras of 400 years have 146,097 days.
	z := days + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	ofEra := z - era*146097
	yearOfEra := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	march := (5*ofYear + 2) / 153
	day := ofYear - (153*march+2)/5 + 1
	month, year := march+3, yearOfEra+era*400
	if month > 12 {
		month, year = month-12, year+1
	}
	into = appendTwo(appendTwo(into, year/100), year%100)
	into = appendTwo(append(into, '-'), month)
	into = appendTwo(append(into, '-'), day)
	if clock == 0 {
		return into
	}
	into = appendTwo(append(into, ' '), clock/3600)
	into = appendTwo(append(into, ':'), clock/60%60)
	return appendTwo(append(into, ':'), clock%60)
}

func appendTwo(into []byte, n int64) []byte {
	return append(into, byte('0'+n/10), byte('0'+n%10))
}
