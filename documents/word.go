package documents

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// readWord reads a Word file (.docx): paragraphs, list items, rows of tables,
// then the footnotes. Of tracked changes it reads the text as it would be with
// all of them accepted. Comments, headers and footers are not read, nor who
// wrote or changed the file: authors of files are private persons. The dates in
// the file say when it was saved, not when it was published: they are not read
// either.
func readWord(s source, emit func(Document) error) error {
	raw, err := s.all(s.limits.Bytes)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	doc := Document{
		ID:        s.name,
		MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		SHA256:    digest(raw),
	}
	body, err := wordBody(raw, s.limits.Bytes, &doc)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	doc.Text = withTitle(doc.Title, body)
	s.guess.fill(&doc, s.name)
	return emit(doc)
}

// wordBody returns the text of a Word file and fills in its title.
func wordBody(raw []byte, limit int64, doc *Document) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return "", fmt.Errorf("expected a Word file, found bytes that do not unpack (%w); it may be cut or damaged: get it again", err)
	}
	pack := wordPack{archive, limit}
	top, err := pack.related("")
	if err != nil {
		return "", err
	}
	main := first(top["officeDocument"], "word/document.xml")
	beside, err := pack.related(main)
	if err != nil {
		return "", err
	}
	styles, err := pack.styles(first(beside["styles"], "word/styles.xml"))
	if err != nil {
		return "", err
	}
	text := wordText{styles: styles}
	if found, err := pack.walk(main, &text); err != nil {
		return "", err
	} else if !found || !text.word {
		return "", errors.New("expected a Word file, found another kind of Office or zip file; save its text as .docx or .txt")
	}
	doc.Title = text.title
	for _, notes := range []string{"footnotes", "endnotes"} {
		if _, err := pack.walk(beside[notes], &text); err != nil {
			return "", err
		}
	}
	if doc.Title == "" {
		if doc.Title, err = pack.title(first(top["core-properties"], "docProps/core.xml")); err != nil {
			return "", err
		}
	}
	if len(text.blocks) == 0 {
		return "", errors.New("expected text, found a Word file without any; if it shows pictures of text, type or scan the text into a .txt file")
	}
	return strings.Join(text.blocks, "\n\n"), nil
}

// wordPack is the zip file that a Word file is.
type wordPack struct {
	archive *zip.Reader
	limit   int64 // bytes of one part, unpacked
}

// tokens hands the XML of one part to each; found says whether there is one.
func (p wordPack) tokens(name string, each func(token xml.Token) error) (found bool, err error) {
	at := slices.IndexFunc(p.archive.File, func(f *zip.File) bool { return strings.EqualFold(f.Name, name) })
	if at < 0 || name == "" {
		return false, nil
	}
	part, err := p.archive.File[at].Open()
	if err != nil {
		return true, fmt.Errorf("expected a Word file, found its part %s unreadable (%w); it may be damaged: save it again", name, err)
	}
	defer part.Close()
	limited := &io.LimitedReader{R: part, N: p.limit + 1}
	decoder := xml.NewDecoder(limited)
	for {
		token, err := decoder.Token()
		switch {
		case limited.N <= 0:
			return true, fmt.Errorf("expected parts of at most %s, found %s larger when unpacked; cut the document into smaller ones", megabytes(p.limit), name)
		case err == io.EOF:
			return true, nil
		case err != nil:
			return true, fmt.Errorf("expected a Word file, found its part %s damaged (%s); open it in the program that made it and save it again", name, oneLine(err.Error()))
		}
		if err := each(token); err != nil {
			return true, err
		}
	}
}

func (p wordPack) walk(name string, text *wordText) (bool, error) {
	if name == "" {
		return false, nil
	}
	return p.tokens(name, text.token)
}

// related returns the parts that a part names, by the last word of their kind;
// "" is the package itself.
func (p wordPack) related(part string) (map[string]string, error) {
	found := map[string]string{}
	folder, file := path.Split(part)
	_, err := p.tokens(folder+"_rels/"+file+".rels", func(token xml.Token) error {
		start, ok := token.(xml.StartElement)
		if ok && start.Name.Local == "Relationship" && xmlAttribute(start, "TargetMode") != "External" {
			kind, target := path.Base(xmlAttribute(start, "Type")), xmlAttribute(start, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("/", folder, target)
			}
			if found[kind] == "" {
				found[kind] = strings.TrimPrefix(path.Clean(target), "/")
			}
		}
		return nil
	})
	return found, err
}

// styles returns the names of styles by their id: Word writes ids in the
// language of its user and names in English.
func (p wordPack) styles(part string) (map[string]string, error) {
	names, id := map[string]string{}, ""
	_, err := p.tokens(part, func(token xml.Token) error {
		switch t, ok := token.(xml.StartElement); {
		case ok && t.Name.Local == "style":
			id = xmlAttribute(t, "styleId")
		case ok && t.Name.Local == "name" && names[id] == "":
			names[id] = strings.ToLower(xmlAttribute(t, "val"))
		}
		return nil
	})
	return names, err
}

// title returns the title in the file's properties, unless a program made it up.
func (p wordPack) title(part string) (string, error) {
	title, within := "", false
	_, err := p.tokens(part, func(token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			within = t.Name.Local == "title"
		case xml.EndElement:
			within = false
		case xml.CharData:
			if within && len(title) < 1000 {
				title += string(t)
			}
		}
		return nil
	})
	title = oneLine(title)
	lower := strings.ToLower(title)
	for _, made := range []string{"microsoft word", "document", "untitled", "word document", "powerpoint presentation", "title", "press release", "template"} {
		if strings.Trim(lower, "0123456789. ") == made || strings.HasPrefix(lower, "microsoft word - ") || strings.HasSuffix(lower, ".docx") || strings.HasSuffix(lower, ".doc") {
			return "", err
		}
	}
	return title, err
}

func xmlAttribute(element xml.StartElement, local string) string {
	for _, a := range element.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
