package claims

import (
	"testing"

	"muster/documents"
)

// A day is counted from the day that the text has told.
func TestTimesCountFromDaysTold(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ text, from, to string }{
		{"The lockout began on Monday, 5 May. By the first Wednesday, 40 mills stood still.", "2025-05-07", "2025-05-07"},
		{"The lockout began on 5 May.\n\nThe owners met twice.\n\nBy the second Monday morning 40 mills stood still.", "2025-05-12", "2025-05-12"},
		{"The lockout began on 5 May. On the third day, 40 mills stood still.", "2025-05-07", "2025-05-07"},
		{"The lockout began on 5 May. In its first three days 40 mills stood still.", "2025-05-05", "2025-05-07"},
		{"The lockout began on 5 May. In the first week, 40 mills stood still.", "2025-05-05", "2025-05-11"},
		{"The lockout began on 5 May. Within two days 40 mills stood still.", "2025-05-05", "2025-05-06"},
		{"The weir was shut on 14 May. The following Monday 40 mills stood still.", "2025-05-19", "2025-05-19"},
		{"The weir was shut on 14 May. The previous Monday, 40 mills had stood still.", "2025-05-12", "2025-05-12"},
		{"The weir was shut on 14 May. On the Friday before, 40 mills had stood still.", "2025-05-09", "2025-05-09"},
		{"The weir was shut on 14 May. On the Friday after, 40 mills stood still.", "2025-05-16", "2025-05-16"},
		{"The weir was shut on 14 May. By that Friday 40 mills stood still.", "2025-05-16", "2025-05-16"},
		{"The weir was shut on 14 May. That evening, 40 mills stood still.", "2025-05-14", "2025-05-14"},
		{"The weir was shut on 14 May. The evening before, 40 mills had stood still.", "2025-05-13", "2025-05-13"},
		{"The weir was shut on 14 May. The next morning 40 mills stood still.", "2025-05-15", "2025-05-15"},
		{"The weir was shut on 14 May. The day after, 40 mills stood still.", "2025-05-15", "2025-05-15"},
		{"The weir was shut on 14 May. A week after, 40 mills stood still.", "2025-05-21", "2025-05-21"},
		{"The weir was shut on 14 May. Two days after, 40 mills stood still.", "2025-05-16", "2025-05-16"},
		{"The weir was shut on 14 May. On the Friday before that, 40 mills had stood still.", "2025-05-09", "2025-05-09"},
		// what counts from the day of the text, or from nothing told
		{"The weir was shut on 14 May. Last Friday 40 mills stood still.", "2025-05-30", "2025-05-30"},
		{"The weir was shut on 14 May. On Monday 40 mills stood still.", "2025-06-02", "2025-06-02"},
		{"The previous Monday 40 mills stood still.", "2025-06-02", "2025-06-02"},
		{"By the second Monday 40 mills stood still.", "", ""},
		{"The river froze early. In the first week, 40 mills stood still.", "", ""},
		{"The first Sunday of the month draws crowds to 40 mills.", "", ""},
		// of which day a report is
		{"The union's report of 14 May puts the loss at 40 mills.", "", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Published: "2025-06-04", Text: c.text})
			var from, to string
			for _, f := range reading.Figures {
				if when := f.About; when != nil && f.Counted == "mills" {
					from, to = string(when.From), string(when.To)
				}
			}
			if from != c.from || to != c.to {
				t.Errorf("got %s to %s, want %s to %s", from, to, c.from, c.to)
			}
		})
	}
}

// The figure, the number, the total stood at so many of what was counted before.
func TestCountsOfADay(t *testing.T) {
	reader := newTestReader(t)
	for _, text := range []string{
		"Some 640 tents stand in the valley. On 14 May the figure stood at 500.",
		"Some 640 tents stand in the valley. On 14 May it was 500.",
		"Some 640 tents stand in the valley. On 14 May the number was 500.",
	} {
		reading := reader.Find(documents.Document{ID: "x", Publisher: "The Daily", Published: "2025-06-04", Text: text})
		if n := len(reading.Figures); n != 2 || reading.Figures[1].Counted != "tents" {
			t.Errorf("%s: got %+v", text, reading.Figures)
		}
	}
}
