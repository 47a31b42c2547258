package documents

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ownWords leaves out of an e-mail's text what is not its own: earlier letters
// that it quotes, and the signature. A forwarded letter is kept, without the
// lines that say who sent it to whom.
func (r *mailReader) ownWords(text string) string {
	var out []string
	said := false
	all := strings.Split(text, "\n")
	for i := 0; i < len(all); i++ {
		line := all[i]
		head := sentLines(all[i:])
		switch {
		case strings.HasPrefix(line, ">"):
		case line == "-- " || line == "--":
			return strings.Join(out, "\n")
		case r.wrote.MatchString(line):
		case i+1 < len(all) && r.wrote.MatchString(strings.TrimSpace(line)+" "+strings.TrimSpace(all[i+1])):
			i++
		case said && (r.earlier.MatchString(line) || head > 0 && !announced(all[:i], r.forwarded)):
			return strings.Join(out, "\n")
		case r.earlier.MatchString(line), r.forwarded.MatchString(line):
		case head > 0:
			i += head - 1
		case strings.TrimSpace(line) == "" && len(out) > 0 && out[len(out)-1] == "":
		default:
			out = append(out, strings.TrimRight(line, " \t"))
			said = said || strings.TrimSpace(line) != ""
		}
	}
	return strings.Join(out, "\n")
}

// sentLines counts the lines at the start of a text that say who sent a letter
// to whom; 0 for none. The head of a memo, which names no address, is none.
func sentLines(all []string) int {
	lines, known, addressed := 0, 0, false
	for _, line := range all {
		name, value, _ := strings.Cut(strings.Trim(line, " *"), ":")
		switch name = strings.ToLower(strings.Trim(name, " *")); name {
		case "from", "sent", "date", "to", "cc", "bcc", "subject", "reply-to":
			if lines == 0 && name != "from" {
				return 0
			}
			known++
			addressed = addressed || name == "sent" || strings.Contains(value, "@")
		default:
			if known == 0 || strings.TrimSpace(line) == "" || !strings.HasPrefix(line, " ") {
				if known >= 3 && addressed {
					return lines
				}
				return 0
			}
		}
		if lines++; lines > 30 {
			return 0
		}
	}
	if known >= 3 && addressed {
		return lines
	}
	return 0
}

// announced reports whether the last line that says something announces a
// forwarded letter.
func announced(all []string, forwarded *regexp.Regexp) bool {
	for i := len(all) - 1; i >= 0; i-- {
		if strings.TrimSpace(all[i]) != "" {
			return forwarded.MatchString(all[i])
		}
	}
	return false
}

// flowed joins the lines that a program broke (RFC 3676).
func flowed(text string, deleteSpace bool) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "-- " || !strings.HasSuffix(line, " ") || strings.HasPrefix(line, ">"):
			out.WriteString(line + "\n")
		case deleteSpace:
			out.WriteString(strings.TrimSuffix(line, " "))
		default:
			out.WriteString(line)
		}
	}
	return out.String()
}

// letterPage returns the text of an e-mail that is a web page, without the
// letters that it answers.
func letterPage(page string) (string, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", errDeep
	}
	dropFurniture(root)
	var quoted []*html.Node
	for n := range root.Descendants() {
		class := attribute(n, "class")
		if n.DataAtom == atom.Blockquote && attribute(n, "type") == "cite" || strings.Contains(class, "gmail_signature") || strings.Contains(class, "moz-cite-prefix") || strings.Contains(class, "moz-signature") {
			quoted = append(quoted, n)
		}
	}
	for _, n := range quoted {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	return lineText(root), nil
}
