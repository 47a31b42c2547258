package origins

import "testing"

// Words for one thing are one; what only looks alike is not.
func TestThings(t *testing.T) {
	things := NewThings()
	for _, test := range []struct {
		a, b      string
		may, same bool // may be one figure; are one in other words
	}{
		{"troops", "soldiers", true, true},
		{"members of the armed forces", "soldiers", true, true},
		{"members of the armed forces", "service members", true, true},
		{"army troops", "servicemen", true, true},
		{"residents", "inhabitants", true, true},
		{"residents of the old town", "people", true, true},
		{"members of the public", "people", true, true},
		{"police", "police officers", true, true},
		{"officers", "policemen", true, true},
		{"aircraft", "planes", true, true},
		{"trucks", "lorries", true, true},
		{"fatalities", "deaths", true, true},
		{"helicopters", "aircraft", true, false},
		{"personnel", "soldiers", true, false},
		{"evacuees", "residents", true, false},
		{"guardsmen", "troops", true, false},
		{"families", "people", false, false},
		{"households", "residents", false, false},
		{"hectares", "acres", false, false},
		{"cases", "deaths", false, false},
		{"doses", "children", false, false},
		{"members of parliament", "soldiers", true, false},
		{"members of the armed forces", "firefighters", false, false},
		{"staff members", "soldiers", false, false},
		{"crew members", "soldiers", false, false},
		{"police", "soldiers", false, false},
		{"police stations", "police", false, false},
		{"aircraft carriers", "planes", false, false},
	} {
		for range 2 {
			if may := things.Same(test.a, test.b); may != test.may {
				t.Errorf("%q and %q may be one figure: %v", test.a, test.b, may)
			}
			if same := things.Head(test.a) == things.Head(test.b); same != test.same {
				t.Errorf("%q and %q are one thing: %v", test.a, test.b, same)
			}
			test.a, test.b = test.b, test.a
		}
	}
}
