package input

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"
)

// office tells whether a zip archive is a document of an office program: ".docx", ".odt", "" for a plain archive, or why it is not read.
func office(z *zip.Reader, name string) (string, error) {
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			return ".docx", nil
		case "xl/workbook.xml", "xl/workbook.bin":
			return "", errors.New("this is an Excel workbook: save the sheet with the texts as .csv")
		case "ppt/presentation.xml":
			return "", errors.New("these are PowerPoint slides: save them as .pdf or .txt")
		case "META-INF/container.xml":
			return "", errors.New("this is an e-book (EPUB): save its text as .html or .txt")
		case "mimetype":
			b, err := part(z, f.Name, 256)
			if err != nil {
				continue
			}
			switch kind, ok := strings.CutPrefix(strings.TrimSpace(string(b)), "application/vnd.oasis.opendocument."); {
			case kind == "text", kind == "text-template", kind == "text-web":
				return ".odt", nil
			case ok:
				return "", fmt.Errorf("this is an OpenDocument %s: save its text as .odt, .csv or .txt", kind)
			}
		}
	}
	if ext := ending(name); ext == ".docx" || ext == ".odt" {
		return "", fmt.Errorf("the name ends in %s, but there is no document in it: it is damaged, or another file was renamed", ext)
	}
	return "", nil
}

// part reads one part of a document.
func part(z *zip.Reader, name string, most int64) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be opened: the file is damaged or encrypted", name)
	}
	defer f.Close()
	b, err := readAll(f, most)
	if err != nil {
		return nil, fmt.Errorf("its part %s: %w", name, err)
	}
	return b, nil
}

// office makes one article of an office document.
func (w *walk) office(p place, z *zip.Reader, read func(*Article, *zip.Reader) error) bool {
	a := Article{}
	a.Path, a.MediaType, a.Encoding = p.path, "text/html", "utf-8"
	if err := tame(func() error { return read(&a, z) }); err != nil {
		return w.fail(p.path, 0, err)
	}
	if len(a.Data) == 0 {
		return w.fail(p.path, 0, errors.New("there is no text in the document"))
	}
	return w.give(a)
}

// A flow is the text of a document, a paragraph at a time, written as HTML.
type flow struct {
	b    strings.Builder
	para []byte
}

func (f *flow) text(s string) { f.para = append(f.para, s...) }

// end closes a paragraph; level is that of a heading, 0 for text.
func (f *flow) end(level int) {
	s := strings.Trim(string(f.para), " \t\r\n")
	f.para = f.para[:0]
	if s == "" {
		return
	}
	tag := "p"
	if level > 0 {
		tag = "h" + strconv.Itoa(min(level, 6))
	}
	s = strings.ReplaceAll(html.EscapeString(s), "\n", "<br>")
	f.b.WriteString("<" + tag + ">" + s + "</" + tag + ">\n")
}

func (f *flow) bytes() []byte { return []byte(f.b.String()) }

func decoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = charset.NewReaderLabel
	return d
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// elements calls start, end and chars for what stands in an XML part. start returns false for an element that is to be left out with all in it.
func elements(b []byte, start func(xml.StartElement) bool, end func(name string), chars func(string)) error {
	d := decoder(strings.NewReader(string(b)))
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("the document is damaged: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if !start(t) {
				if err := skipElement(d); err != nil {
					return fmt.Errorf("the document is damaged: %w", err)
				}
			}
		case xml.EndElement:
			end(t.Name.Local)
		case xml.CharData:
			chars(string(t))
		}
	}
}

// skipElement is Decoder.Skip without its recursion: a hostile file may nest a million elements.
func skipElement(d *xml.Decoder) error {
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// docx reads word/document.xml: paragraphs, their headings by style, without deleted text, notes and pictures.
func (w *walk) docx(a *Article, z *zip.Reader) error {
	most := 4 * w.o.Largest // the text is wrapped up in many tags
	body, err := part(z, "word/document.xml", most)
	if err != nil {
		return err
	}
	levels := map[string]int{}
	if b, err := part(z, "word/styles.xml", most); err == nil {
		levels = headingStyles(b)
	}
	var f flow
	level, inText := 0, false
	err = elements(body, func(e xml.StartElement) bool {
		switch e.Name.Local {
		case "del", "moveFrom", "Fallback", "instrText", "delText", "pict", "object": // what was deleted or stands there twice
			return false
		case "p":
			f.end(level) // a paragraph may hold a text box with paragraphs of its own
			level = 0
		case "pStyle":
			level = levels[attribute(e, "val")]
		case "outlineLvl":
			if n, err := strconv.Atoi(attribute(e, "val")); err == nil && n < 9 && level == 0 {
				level = n + 2
			}
		case "t":
			inText = true
		case "tab":
			f.text(" ")
		case "br", "cr":
			if attribute(e, "type") == "" || attribute(e, "type") == "textWrapping" {
				f.text("\n")
			}
		case "noBreakHyphen":
			f.text("-")
		case "tc":
			f.end(level)
		}
		return true
	}, func(name string) {
		switch name {
		case "t":
			inText = false
		case "p":
			f.end(level)
			level = 0
		}
	}, func(s string) {
		if inText {
			f.text(s)
		}
	})
	if err != nil {
		return err
	}
	f.end(0)
	a.Data = f.bytes()
	if b, err := part(z, "docProps/core.xml", 1<<20); err == nil {
		w.properties(a, b)
	}
	return nil
}

// headingStyles finds the styles that are headings: Word calls "heading 1" by the identifier "Titre1" where it speaks French.
func headingStyles(b []byte) map[string]int {
	levels := map[string]int{}
	id := ""
	elements(b, func(e xml.StartElement) bool {
		switch e.Name.Local {
		case "style":
			id = attribute(e, "styleId")
		case "name":
			switch name := strings.ToLower(attribute(e, "val")); {
			case name == "title":
				levels[id] = 1
			case strings.HasPrefix(name, "heading "):
				if n, err := strconv.Atoi(name[len("heading "):]); err == nil && n > 0 {
					levels[id] = n + 1
				}
			}
		}
		return true
	}, func(string) {}, func(string) {})
	return levels
}

// properties reads what a document says of itself.
func (w *walk) properties(a *Article, b []byte) {
	said := map[string]string{}
	var s strings.Builder
	err := elements(b, func(xml.StartElement) bool { s.Reset(); return true }, func(name string) {
		if v := strings.TrimSpace(s.String()); v != "" && said[name] == "" {
			said[name] = v
		}
		s.Reset()
	}, func(t string) { s.WriteString(t) })
	if err != nil {
		return // the text is what counts
	}
	a.Title = realTitle(said["title"])
	a.Author = said["creator"]
	if by := said["initial-creator"]; by != "" {
		a.Author = by
	}
	if a.Author == "python-docx" { // the document that this program begins with is of 2013
		a.Author = ""
		return
	}
	// When it was written last comes first: the day of creation may be that of the document that was taken as a pattern.
	for _, key := range []string{"modified", "date", "created", "creation-date"} {
		if a.Published = w.iso(said[key]); a.Published != "" {
			break
		}
	}
}

// realTitle is the title in the properties of a document, without what programs put there: the name of the file.
func realTitle(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	lower := strings.ToLower(s)
	for _, p := range []string{"microsoft word", "microsoft powerpoint", "untitled", "document"} {
		if strings.HasPrefix(lower, p) {
			return ""
		}
	}
	for _, e := range []string{".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".qxd", ".qxp", ".txt", ".wpd"} {
		if strings.HasSuffix(lower, e) || strings.Contains(lower, e+" ") || strings.Contains(s, `:\`) {
			return ""
		}
	}
	return s
}

// odt reads content.xml: headings and paragraphs, without notes, comments and tracked changes.
func (w *walk) odt(a *Article, z *zip.Reader) error {
	if b, err := part(z, "META-INF/manifest.xml", 1<<20); err == nil && strings.Contains(string(b), "encryption-data") {
		return errors.New("the document is encrypted: save it without a password")
	}
	body, err := part(z, "content.xml", 4*w.o.Largest)
	if err != nil {
		return err
	}
	var f flow
	inside, level := 0, 0 // inside paragraphs: a frame in one holds others
	err = elements(body, func(e xml.StartElement) bool {
		switch e.Name.Local {
		case "annotation", "annotation-end", "tracked-changes", "note", "forms", "automatic-styles", "ruby-text":
			return false
		case "p", "h":
			if e.Name.Local == "h" {
				level = 2
				if n, err := strconv.Atoi(attribute(e, "outline-level")); err == nil && n > 0 {
					level = n + 1
				}
			} else if name := attribute(e, "style-name"); name == "Title" {
				level = 1
			}
			inside++
		case "s":
			n, _ := strconv.Atoi(attribute(e, "c"))
			f.text(strings.Repeat(" ", min(max(n, 1), 100)))
		case "tab":
			f.text(" ")
		case "line-break":
			f.text("\n")
		}
		return true
	}, func(name string) {
		if name == "p" || name == "h" {
			f.end(level)
			level, inside = 0, max(inside-1, 0)
		}
	}, func(s string) {
		if inside > 0 {
			f.text(strings.Map(func(r rune) rune { // line ends in the file are spaces
				if r == '\n' || r == '\r' || r == '\t' {
					return ' '
				}
				return r
			}, s))
		}
	})
	if err != nil {
		return err
	}
	a.Data = f.bytes()
	if b, err := part(z, "meta.xml", 1<<20); err == nil {
		w.properties(a, b)
	}
	return nil
}
