package claims

import "testing"

// A month without a year is the last or the next, by what the verb says; where it
// says neither, the nearer one.
func TestMonthsWithoutYear(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, want string }{
		// The last one.
		{"In March the ministry sent 340 boats.", "340=2025-03-01..2025-03-31"},
		{"The ministry sent 340 boats in November.", "340=2024-11-01..2024-11-30"},
		{"In its report for March the mission counts 94 cases.", "94=2025-03-01..2025-03-31"},
		{"The agency's total for April is 90,000 meals.", "90,000=2025-04-01..2025-04-30"},
		{"The target for April was 900 tents.", "900=2025-04-01..2025-04-30"},
		{"The money for March, 3 million euros, has not come.", "3 million=2025-03-01..2025-03-31"},
		{"The 340 guards were to leave in March.", "340=2025-03-01..2025-03-31"},
		{"Until March the army had 500 soldiers on the border.", "500=..2025-03-31"},
		{"The camp housed 500 people until April.", "500=..2025-04-30"},
		{"The ministry sent 340 boats to the coast before March.", "340=..2025-02-28"},
		{"The tour will end below the ceiling of 60,000 set in April.", "60,000=2025-04-01..2025-04-30"},

		// The next one.
		{"The ministry will send 340 boats in March.", "340=2026-03-01..2026-03-31"},
		{"The 340 guards are to leave in March.", "340=2026-03-01..2026-03-31"},
		{"A drill with 900 guards is planned for March.", "900=2026-03-01..2026-03-31"},
		{"The 900 guards are due in March.", "900=2026-03-01..2026-03-31"},
		{"The target for August is 900 tents.", "900=2025-08-01..2025-08-31"},
		{"The council extended the stay of 500 soldiers until March.", "500=2025-06-04..2026-03-31"},
		{"The 500 soldiers will stay until March.", "500=2025-06-04..2026-03-31"},
		{"The ministry asked for 500 soldiers by March.", "500=2025-06-04..2026-03-31"},
		{"The ministry said it would send 90 boats in March.", "90=2026-03-01..2026-03-31"},
	} {
		checkTimes(t, reader, c.text, c.want)
	}
}
