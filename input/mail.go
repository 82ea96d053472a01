package input

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"regexp"
	"strings"

	"github.com/emersion/go-message"
	gomail "github.com/emersion/go-message/mail"
	"golang.org/x/net/html/charset"

	"github.com/breve-nlp/breve/extract/doc"
)

// mostParts bounds the parts of a mail, and how deep they lie in each other.
const mostParts = 200

// A body is a text part of a mail, in the encoding that it says.
type body struct {
	media, encoding string
	data            []byte
}

// An enclosure is a file in a mail.
type enclosure struct {
	name string
	data []byte
}

// mail reads a mail, or a page saved as MHTML: its text, else its HTML, else the documents that are attached to it.
func (w *walk) mail(p place, data []byte) bool {
	if n := bytes.Count(bytes.ToLower(data), []byte("multipart/")); n > mostParts {
		return w.fail(p.path, 0, fmt.Errorf("the mail has more than %d parts in parts: it is damaged or hostile", mostParts))
	}
	a := Article{About: doc.About{Path: p.path}}
	var text, page body
	var files []enclosure
	err := tame(func() (err error) {
		text, page, files, err = w.parts(&a, data)
		return err
	})
	saved := ending(p.name) == ".mht" || ending(p.name) == ".mhtml"
	switch {
	case err != nil:
		return w.fail(p.path, 0, fmt.Errorf("the mail cannot be read: %w", err))
	case len(text.data) > 0 && !saved && len(text.data)*20 >= len(page.data): // less is only "see this mail in a browser"
		a.Data, a.MediaType, a.Encoding = text.data, text.media, text.encoding
	case len(page.data) > 0:
		a.Data, a.MediaType, a.Encoding = page.data, page.media, page.encoding
	case len(files) > 0:
		if p.archives++; p.archives > nested {
			return w.fail(p.path, 0, errDeep)
		}
		for _, f := range files {
			if !w.file(p.entry(f.name), bytes.NewReader(f.data)) {
				return false
			}
		}
		return true
	default:
		return w.fail(p.path, 0, errors.New("the mail has no text and no document that breve reads"))
	}
	return w.give(a)
}

// parts reads the head of a mail into a, and finds its first text, its first page and the documents in it.
func (w *walk) parts(a *Article, data []byte) (text, page body, files []enclosure, err error) {
	if bytes.HasPrefix(data, []byte("From ")) { // the first line of a mail in a mailbox
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	m, err := gomail.CreateReader(bytes.NewReader(bytes.TrimLeft(bytes.TrimPrefix(data, bom), "\r\n")))
	if err != nil && !message.IsUnknownCharset(err) {
		return
	}
	a.Title = replies.ReplaceAllString(header(m.Header.Get("Subject")), "")
	a.ID = strings.Trim(strings.TrimSpace(m.Header.Get("Message-Id")), "<>")
	a.Author = sender(header(m.Header.Get("From")))
	if t, err := m.Header.Date(); err == nil && !t.IsZero() {
		a.Published = stamp(t, true, true)
	}
	for range mostParts {
		part, err := m.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil && !message.IsUnknownCharset(err) {
			if len(text.data)+len(page.data) > 0 { // what follows the text is cut off
				break
			}
			return text, page, nil, err
		}
		content, err := w.whole(part.Body)
		if err != nil && len(content) == 0 {
			continue
		}
		h, inline := part.Header.(*gomail.InlineHeader)
		if !inline {
			if ah, ok := part.Header.(*gomail.AttachmentHeader); ok {
				name, _ := ah.Filename()
				if name = header(name); wanted(name) {
					files = append(files, enclosure{name, content})
				}
			}
			continue
		}
		media, params, _ := h.ContentType()
		switch b := (body{media, params["charset"], content}); {
		case len(bytes.TrimSpace(content)) == 0:
		case media == "text/html" || media == "application/xhtml+xml":
			if page.data == nil {
				page = b
			}
		case (media == "text/plain" || media == "") && text.data == nil:
			b.media = "text/plain"
			if strings.EqualFold(params["format"], "flowed") {
				b.data = unflow(content, strings.EqualFold(params["delsp"], "yes"))
			}
			text = b
		}
	}
	return text, page, files, nil
}

var replies = regexp.MustCompile(`(?i)^((re|fwd?|tr|réf?)\s?:\s*)+`)

// header decodes the words of a header field: =?utf-8?q?...?=
func header(s string) string {
	d := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if out, err := d.DecodeHeader(s); err == nil {
		s = out
	}
	return readable(s)
}

// sender is the name of a sender, or the address where there is none.
func sender(s string) string {
	if name, _, ok := strings.Cut(s, "<"); ok && strings.TrimSpace(name) != "" {
		return strings.Trim(strings.TrimSpace(name), `"'`)
	}
	return strings.Trim(s, "<> ")
}

// unflow joins the lines that a mail program cut (format=flowed, RFC 3676): they end in a space.
func unflow(b []byte, delete bool) []byte {
	var out bytes.Buffer
	for len(b) > 0 {
		var line []byte
		line, b, _ = bytes.Cut(b, []byte("\n"))
		line = bytes.TrimSuffix(line, []byte("\r"))
		stuffed := bytes.TrimPrefix(line, []byte(" "))
		if !bytes.HasSuffix(stuffed, []byte(" ")) || string(stuffed) == "-- " {
			out.Write(stuffed)
			out.WriteByte('\n')
			continue
		}
		if delete {
			stuffed = stuffed[:len(stuffed)-1]
		}
		out.Write(stuffed)
	}
	return out.Bytes()
}
