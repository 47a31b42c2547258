package documents

// readText reads a text file, with or without front matter. Line ends become
// "\n", blank lines around the body go, and lines wrapped at a fixed width are
// joined; nothing else is changed.
func readText(s source, emit func(Document) error) error {
	body := func(text string, _ *Document) (string, error) {
		if body := trimBlankLines(text); body != "" {
			return unwrapped(body), nil
		}
		return "", errEmpty
	}
	return readWhole(s, whole{"text/plain", s.limits.Bytes, decode, body}, emit)
}
