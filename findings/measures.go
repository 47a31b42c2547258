package findings

import (
	_ "embed"
	"strings"

	"muster/origins"
)

//go:embed measures.txt
var measuresFile string

// measures knows which counted things are never the same thing, such as
// arrests and deportations.
type measures map[string]string

func newMeasures() measures {
	m := measures{}
	for line := range strings.Lines(measuresFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		for _, word := range words {
			m[word] = words[0]
		}
	}
	return m
}

// of returns the family of what a figure counts; "" when it is none of the list.
func (m measures) of(counted string) string { return m[origins.Head(counted)] }
