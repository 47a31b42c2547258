package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed stage_table.txt
var stageTableFile string

// stageTable says what a verb tells of the number that it governs.
type stageTable struct {
	sections map[string][]stageLine  // of stage_table.txt; the first line that holds decides
	watch    func(*told, *stageLine) // is told of every decision, nil for nobody
}

// stageLine is one line of the table: all signs must hold.
type stageLine struct {
	number  int    // in the file
	written string // the reason for the stage
	signs   []sign
	stage   Stage  // "" for none
	goOn    string // the section that decides instead, "" for this line's stage
}

// parseStageTable reads the table.
func parseStageTable(file string) (*stageTable, error) {
	sections, section := map[string][]stageLine{}, ""
	for i, line := range strings.Split(file, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if name, found := strings.CutPrefix(line, "["); found {
			section = strings.TrimSuffix(name, "]")
			sections[section] = nil
			continue
		}
		read, err := parseStageLine(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		read.number, read.written = i+1, line
		sections[section] = append(sections[section], read)
	}
	for _, lines := range sections {
		for _, line := range lines {
			if _, found := sections[line.goOn]; line.goOn != "" && !found {
				return nil, fmt.Errorf("line %d: expected a section of the table, found [%s]", line.number, line.goOn)
			}
		}
	}
	return &stageTable{sections: sections}, nil
}

func parseStageLine(line string) (stageLine, error) {
	signs, outcome, found := strings.Cut(line, "->")
	if !found {
		return stageLine{}, fmt.Errorf("expected \"sign, sign -> stage\", found no arrow in %q", line)
	}
	var read stageLine
	switch outcome = strings.TrimSpace(outcome); {
	case strings.HasPrefix(outcome, "["):
		read.goOn = strings.Trim(outcome, "[]")
	case slices.Contains(Stages(), Stage(outcome)):
		read.stage = Stage(outcome)
	case outcome != "none":
		return stageLine{}, fmt.Errorf("expected none, [section] or one of the stages %v, found %q", Stages(), outcome)
	}
	for _, written := range strings.Split(signs, ",") {
		if written = strings.TrimSpace(written); written == "" {
			continue
		}
		s, err := parseSign(written)
		if err != nil {
			return stageLine{}, err
		}
		read.signs = append(read.signs, s)
	}
	return read, nil
}

// decide returns what the section says of the reading; found is false when no
// line holds.
func (t *stageTable) decide(section string, r *stageReading) (stage Stage, found bool) {
	lines := t.sections[section]
	for i := range lines {
		line := &lines[i]
		if !line.holds(r) {
			continue
		}
		if line.goOn != "" {
			return t.decide(line.goOn, r)
		}
		if t.watch != nil {
			t.watch(r.told, line)
		}
		return line.stage, true
	}
	return "", false
}

func (l *stageLine) holds(r *stageReading) bool {
	for _, s := range l.signs {
		if !s(r) {
			return false
		}
	}
	return true
}

// verbStage returns what the table says of a verb: first what holds for any,
// then for its class.
func (t *stageTable) verbStage(r *stageReading) Stage {
	if stage, found := t.decide("any", r); found {
		return stage
	}
	section := string(r.verb.class)
	if _, found := t.sections[section]; !found {
		section = "light"
	}
	stage, _ := t.decide(section, r)
	return stage
}
