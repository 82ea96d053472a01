package input

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

var toPage = goldmark.New(goldmark.WithExtensions(extension.Strikethrough, extension.Table), goldmark.WithRendererOptions(html.WithUnsafe()))

// markdown turns Markdown into HTML, whose headings and paragraphs extract knows, and takes what the head of the file says of the article.
func (w *walk) markdown(a *Article) error {
	if utf16Mark(a.Data) {
		return nil // a text by a wrong name
	}
	src := bytes.TrimPrefix(a.Data, bom)
	if !utf8.Valid(src) {
		src = []byte(readableText(string(src)))
	}
	src = w.frontMatter(a, src)
	if tangled(src) {
		a.Data = src
		return nil
	}
	var out bytes.Buffer
	if err := toPage.Convert(src, &out); err != nil {
		return err
	}
	a.Data, a.MediaType = out.Bytes(), "text/html"
	return nil
}

// frontMatter takes the head between two lines of dashes (YAML) or pluses (TOML) away and reads its plain lines: title, date, author.
func (w *walk) frontMatter(a *Article, src []byte) []byte {
	fence := ""
	for _, f := range []string{"---", "+++"} {
		if first, _, _ := bytes.Cut(src, []byte("\n")); string(bytes.TrimRight(first, " \t\r")) == f {
			fence = f
		}
	}
	if fence == "" {
		return src
	}
	_, rest, _ := bytes.Cut(src, []byte("\n"))
	said := map[string]string{}
	for len(rest) > 0 && len(src)-len(rest) < 1<<16 {
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		s := strings.TrimRight(readableText(string(line)), " \t\r")
		if s == fence || fence == "---" && s == "..." {
			a.Title = firstOf(said, titleNames)
			a.Author = firstOf(said, authorNames)
			a.Outlet = firstOf(said, outletNames)
			a.Published = w.iso(firstOf(said, dateNames))
			a.ID = firstOf(said, idNames)
			return rest
		}
		i := strings.IndexAny(s, ":=")
		if i <= 0 || s[0] == ' ' || s[0] == '#' || s[0] == '-' {
			continue
		}
		v := strings.TrimSpace(s[i+1:])
		if v != "" && (v[0] == '"' || v[0] == '\'') {
			if end := strings.LastIndexByte(v, v[0]); end > 0 {
				v = v[1:end]
			}
		} else if before, _, ok := strings.Cut(v, " #"); ok {
			v = strings.TrimSpace(before)
		}
		v = strings.Trim(v, "[]")
		said[strings.ToLower(strings.TrimSpace(s[:i]))] = strings.Trim(v, `"'`)
	}
	return src // a rule at the head of the text, no front matter
}

func firstOf(said map[string]string, names []string) string {
	for _, n := range names {
		if v := said[n]; v != "" {
			return v
		}
	}
	return ""
}

// tangled tells whether the Markdown would take goldmark more than linear time: nothing that a person wrote, and read as plain text. Measured: 40,000
// nested quotes take three seconds, 20,000 links that are not closed take five.
func tangled(src []byte) bool {
	links := 0
	for len(src) > 0 {
		var line []byte
		line, src, _ = bytes.Cut(src, []byte("\n"))
		if len(bytes.TrimSpace(line)) == 0 {
			links = 0
			continue
		}
		links += bytes.Count(line, []byte("[")) + bytes.Count(line, []byte("]("))
		marks := 0
		for _, c := range line {
			switch c {
			case '>', '-', '+', '*':
				marks++
			case ' ', '\t':
				continue
			default:
				goto next
			}
		}
	next:
		if links > 2000 || marks > 100 && bytes.ContainsAny(line, " >") {
			return true
		}
	}
	return false
}
