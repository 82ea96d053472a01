package text

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/breve-nlp/breve/extract/doc"
)

// writer writes nodes of a page down as paragraphs with an empty line between them; it remembers where the headings stand.
type writer struct {
	b        strings.Builder
	breaks   int  // line breaks that wait for the next word
	space    bool // a blank waits for the next word
	headings []doc.Span
}

func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	a := atom.Lookup([]byte(n.Data)) // go-readability renames elements and leaves their DataAtom
	if hidden(a) || attr(n, "hidden") != "" || attr(n, "aria-hidden") == "true" && a != atom.Span {
		return
	}
	start := -1
	switch {
	case a == atom.Br:
		w.breaks = min(2, w.breaks+1)
		return
	case a == atom.Li:
		w.line()
		w.text("- ")
		w.space = true
	case a == atom.Tr:
		w.line()
	case a == atom.Td || a == atom.Th:
		if w.breaks == 0 && w.b.Len() > 0 {
			w.b.WriteByte('\t')
			w.space = false
		}
	case heading(a):
		w.breaks = 2
		w.flush()
		start = w.b.Len()
	case block(a):
		w.breaks = 2
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	switch {
	case start >= 0:
		if w.b.Len() > start {
			w.headings = append(w.headings, doc.Span{Start: start, End: w.b.Len()})
		}
		w.breaks = 2
	case a == atom.Li || a == atom.Tr:
		w.line()
	case block(a):
		w.breaks = 2
	}
}

func (w *writer) line() { w.breaks = max(1, w.breaks) }

// flush writes the breaks that wait.
func (w *writer) flush() {
	if w.breaks > 0 && w.b.Len() > 0 {
		w.b.WriteString("\n\n"[:min(2, w.breaks)])
		w.space = false
	}
	w.breaks = 0
}

// text writes words with one blank where the page has white space; no-break spaces stay.
func (w *writer) text(s string) {
	for i := 0; i < len(s); {
		if blankByte(s[i]) {
			w.space = true
			i++
			continue
		}
		from := i
		for i < len(s) && !blankByte(s[i]) {
			i++
		}
		if w.breaks > 0 {
			w.flush()
			w.space = false
		}
		if w.space && w.b.Len() > 0 {
			if last := w.b.String()[w.b.Len()-1]; last != '\n' && last != '\t' && last != ' ' {
				w.b.WriteByte(' ')
			}
		}
		w.space = false
		w.b.WriteString(s[from:i])
	}
}

func blankByte(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// hidden tells whether what an element holds is no text of the article.
func hidden(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Video, atom.Audio, atom.Object, atom.Form, atom.Button,
		atom.Select, atom.Textarea, atom.Input, atom.Nav, atom.Head, atom.Title, atom.Figcaption, atom.Canvas, atom.Map, atom.Footer, atom.Dialog:
		return true
	}
	return false
}

func heading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func block(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Figure, atom.Table, atom.Pre, atom.Hr, atom.Address, atom.Body, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Tr:
		return true
	}
	return false
}
