package dossier

import (
	"fmt"
	"slices"

	"muster/interval/formula"
)

// validateChecks reads the expressions of a dossier's own checks.
func (s Settings) validateChecks() error {
	for i, c := range s.Checks {
		bad := func(format string, args ...any) error {
			name := fmt.Sprintf("%q", c.Name)
			if c.Name == "" {
				name = fmt.Sprint(i + 1)
			}
			return fmt.Errorf("%w: %s: check %s: %s", ErrSettings, SettingsFile, name, fmt.Sprintf(format, args...))
		}
		if c.Name == "" {
			return bad("it has no name; add name = \"…\"")
		}
		parsed, err := formula.Parse(c.Expression)
		if err != nil {
			return bad("%v", err)
		}
		for _, name := range parsed.Names() {
			if c.Figures[name] == "" {
				return bad("no figure is given for %s; add figures = { %s = \"f12\" }", name, name)
			}
		}
		for name := range c.Figures {
			if !slices.Contains(parsed.Names(), name) {
				return bad("figures names %s, which is not in the expression %q", name, c.Expression)
			}
		}
		switch c.Severity {
		case "", "info", "warning", "error":
		default:
			return bad("severity is %q; expected info, warning or error", c.Severity)
		}
	}
	return nil
}
