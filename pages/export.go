package pages

import (
	"context"
	"fmt"
	"io"
	"strings"
)

// WriteCSV writes one of the tables that the dossier page offers, the same as
// its download: figures, findings, documents or counts, as of the first at
// entries; at below 0 means all of them.
func WriteCSV(ctx context.Context, w io.Writer, source Source, options Options, at int64, name string) error {
	s := newSite(source, options)
	v, err := s.view(ctx, at)
	if err != nil {
		return err
	}
	var names []string
	for _, d := range downloads() {
		if d.Name == name {
			b, _, err := d.picture(s, v).write(d.Name + ".csv")
			if err != nil {
				return fmt.Errorf("table of %s: %w", name, err)
			}
			_, err = w.Write(b)
			return err
		}
		names = append(names, d.Name)
	}
	return fmt.Errorf("there is no table %q; expected one of %s", name, strings.Join(names, ", "))
}
