package documents

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/mail"
)

// readMailbox reads a mailbox (.mbox): one document an e-mail, one in memory at
// once. A letter is told by a digest of its Message-ID, which may hold an
// address and is not kept itself.
func readMailbox(s source, emit func(Document) error) error {
	data := bufio.NewReaderSize(s.data, 64<<10)
	reader := newMailReader()
	var problems []error
	var letter bytes.Buffer
	found, began, number, tooLong := 0, 0, 0, false
	finish := func() error {
		if began == 0 {
			return nil
		}
		found++
		var doc Document
		err := fmt.Errorf("expected an e-mail of at most %s, found a longer one; save its text as a file of its own", megabytes(s.limits.Bytes))
		if !tooLong {
			doc, err = reader.parse(letter.Bytes())
		}
		if err != nil && len(problems) < badLines {
			problems = append(problems, unreadable(s.name, began, err))
		}
		if doc.Text == "" {
			return nil
		}
		doc.ID = within(s.name, letterID(letter.Bytes()))
		s.guess.fill(&doc, "")
		return emit(doc)
	}
	blank := true
	for {
		line, err := readLine(data, s.limits.Line, nil)
		number++
		var long *longLine
		switch {
		case err == io.EOF:
			if err := finish(); err != nil {
				return err
			}
			if found == 0 {
				problems = append(problems, unreadable(s.name, 0, errors.New("expected a mailbox whose e-mails start with lines \"From …\", found none; save the e-mail as .eml")))
			}
			return errors.Join(problems...)
		case errors.As(err, &long):
			tooLong = true
			continue
		case err != nil:
			return errors.Join(append(problems, unreadable(s.name, number, fmt.Errorf("reading stopped: %w", err)))...)
		}
		if blank && bytes.HasPrefix(line, []byte("From ")) {
			if err := finish(); err != nil {
				return err
			}
			letter.Reset()
			began, tooLong, blank = number, false, false
			continue
		}
		blank = len(line) == 0
		if bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) && line[0] == '>' {
			line = line[1:] // mailboxes put it before lines that look like a start
		}
		if int64(letter.Len()+len(line)) > s.limits.Bytes {
			tooLong = true
			continue
		}
		letter.Write(line)
		letter.WriteByte('\n')
	}
}

// letterID is the same for a letter whatever a mailbox adds to it.
func letterID(raw []byte) string {
	if letter, err := mail.ReadMessage(bytes.NewReader(raw)); err == nil && letter.Header.Get("Message-ID") != "" {
		raw = []byte(letter.Header.Get("Message-ID"))
	}
	return digest(raw)[:16]
}
