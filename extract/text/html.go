package text

import (
	"bytes"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/breve-nlp/breve/extract/doc"
)

// The largest page that is searched for its article, in bytes; of a larger one all paragraphs are taken, in linear time.
const largestPage = 4 << 20

// isHTML tells whether a text is a page or a piece of one.
func isHTML(s, media string) bool {
	media, _, _ = strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(media) {
	case "text/html", "application/xhtml+xml":
		return true
	case "":
	default:
		return false
	}
	t := strings.TrimLeft(s[:min(len(s), 1<<16)], " \t\r\n\f\u00a0\u200b")
	lower := strings.ToLower(t[:min(len(t), 64)])
	for _, p := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<h1", "<h2", "<section", "<main", "<header", "<span", "<meta", "<ul", "<table", "<blockquote", "<figure"} {
		if strings.HasPrefix(lower, p) {
			return true
		}
	}
	if strings.HasPrefix(lower, "<?xml") || strings.HasPrefix(lower, "<!--") {
		return strings.Contains(t, "<html") || strings.Contains(t, "<p")
	}
	// A paste that begins with words and goes on in tags.
	n := 0
	for _, p := range []string{"</p>", "</div>", "</h1>", "</h2>", "</article>", "<br>", "<br/>", "<br />", "</li>", "</a>", "</strong>"} {
		n += min(2, strings.Count(t, p))
	}
	return n >= 2
}

// page fills d from an HTML page.
func (dec *Decoder) page(d *doc.Document, src string) {
	d.Source.Plain = false
	root, err := html.Parse(strings.NewReader(src))
	if err != nil { // tags that are nested too deeply
		d.Text = untag(src)
		dec.layout(d, nil)
		return
	}
	h := readHead(root)
	whole := !strings.Contains(strings.ToLower(src[:min(len(src), 4096)]), "<body") && !strings.Contains(strings.ToLower(src[:min(len(src), 4096)]), "<html")
	dec.prune(root)
	leads := dec.leads(root)
	w := new(writer)
	if !whole && len(src) <= largestPage {
		if a := article(root); a != nil {
			w.node(a)
		}
		if b := bodyOf(root); b != nil {
			all := new(writer)
			all.node(b)
			if w.b.Len()*2 < all.b.Len() {
				w = all
			}
		}
	}
	if w.b.Len() == 0 {
		if b := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Body }); b != nil {
			w.node(b)
		}
	}
	said := &d.Source
	if said.Title == "" {
		said.Title = h.title
	}
	if said.Published == "" {
		said.Published = h.published
	}
	if said.Author == "" {
		said.Author = h.author
	}
	if said.Outlet == "" {
		said.Outlet = h.outlet
	}
	text, headings := dec.sweep(d, w.b.String(), w.headings, leads)
	d.Text = text
	dec.layout(d, headings)
	if said.Published == "" {
		said.Published = h.modified
	}
}

// article asks go-readability for the article of a page; nil where it finds none. It changes nothing of root.
func article(root *html.Node) (n *html.Node) {
	defer func() {
		if recover() != nil { // somebody else's code on anybody's bytes
			n = nil
		}
	}()
	p := readability.NewParser()
	p.MaxElemsToParse = 100_000
	a, err := p.ParseDocument(root, nil)
	if err != nil {
		return nil
	}
	return a.Node
}

// bodyOf returns the element that calls itself the body of the article.
func bodyOf(root *html.Node) *html.Node {
	return find(root, func(n *html.Node) bool {
		return attr(n, "itemprop") == "articleBody" && n.DataAtom != atom.Meta
	})
}

// prune takes out of the page what no reader of the article wants and what would mislead the search for it: "Lire aussi" boxes.
func (dec *Decoder) prune(root *html.Node) {
	var drop []*html.Node
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		switch n.DataAtom {
		case atom.Body, atom.Html, atom.Head, atom.Article, atom.Main:
			return true
		}
		if dec.classed(n, "related") && !holds(n, 3000) || dec.classed(n, "caption") && !holds(n, 400) {
			drop = append(drop, n)
			return false
		}
		return true
	})
	for _, n := range drop {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// holds tells whether an element has at least that many bytes of text.
func holds(n *html.Node, size int) bool {
	walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			size -= len(c.Data)
		}
		return size > 0
	})
	return size <= 0
}

// classed tells whether a class or the id of an element holds one of the lexicon's words of that kind.
func (dec *Decoder) classed(n *html.Node, kind string) bool {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" || len(a.Val) > 400 {
			continue
		}
		v := strings.ToLower(a.Val)
		for _, p := range dec.phrases.classes {
			if p.kind != kind {
				continue
			}
			for at := 0; ; {
				i := strings.Index(v[at:], p.text)
				if i < 0 {
					break
				}
				i += at
				at = i + len(p.text)
				if (i == 0 || !letter(v[i-1])) && (at == len(v) || !letter(v[at])) {
					return true
				}
			}
		}
	}
	return false
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' }

// leads returns the lead paragraphs that stand outside the body on many pages: <p class="chapo">.
func (dec *Decoder) leads(root *html.Node) (out []string) {
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || len(out) >= 3 {
			return true
		}
		if n.DataAtom == atom.Meta || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
			return true
		}
		if attr(n, "itemprop") == "description" || dec.classed(n, "lead") {
			var w writer
			w.node(n)
			if s := w.b.String(); 40 <= len(s) && len(s) <= 1200 && !strings.Contains(s, "\n\n") {
				out = append(out, s)
			}
			return false
		}
		return true
	})
	return out
}

// sweep puts the missing leads before the text, and takes the title and the page's furniture out of it. What the furniture says of author
// and time is kept.
func (dec *Decoder) sweep(d *doc.Document, text string, headings []doc.Span, leads []string) (string, []doc.Span) {
	var before strings.Builder
	for _, l := range leads {
		if !strings.Contains(text, l[:boundary(l, 60)]) && !strings.Contains(before.String(), l) {
			before.WriteString(l)
			before.WriteString("\n\n")
		}
	}
	if n := before.Len(); n > 0 {
		text = before.String() + text
		for i := range headings {
			headings[i].Start += n
			headings[i].End += n
		}
	}
	r := &reader{phrases: dec.phrases, d: &doc.Document{Text: text}}
	r.cut(headings)
	// A short line that comes again and again is the page's: "News", "03 juillet 2020".
	again := map[string]int{}
	body := len(r.lines) // the first paragraph; what is short before it is a rubric, a caption, a banner
	for i, l := range r.lines {
		if t := text[l.start:l.end]; len(t) <= 60 {
			again[t]++
		} else if body > i && (ends(t) || len(t) > 100) {
			body = i
		}
	}
	var out strings.Builder
	out.Grow(len(text))
	var kept []doc.Span
	pos := 0
	for i := range r.lines {
		l := r.lines[i]
		t := text[l.start:l.end]
		kind, from, to := r.furniture(t, i, len(r.lines))
		drop := kind != "" && from == 0 && to == len(t) || i < 4 && d.Source.Title != "" && r.same(t, d.Source.Title) ||
			again[t] >= 3 && !ends(t) || i < body && body < len(r.lines) && l.kind != headed && !ends(t) || i < body && r.dateOnly(t)
		if drop {
			pos = int(l.end)
			continue
		}
		if out.Len() > 0 {
			if l.gap || strings.Contains(text[pos:l.start], "\n\n") {
				out.WriteString("\n\n")
			} else {
				out.WriteString("\n")
			}
		}
		if l.kind == headed {
			kept = append(kept, doc.Span{Start: out.Len(), End: out.Len() + len(t)})
		}
		out.WriteString(t)
		pos = int(l.end)
	}
	src := &d.Source
	if src.Author == "" {
		src.Author = r.author
	}
	if src.Published == "" && r.published.year != 0 {
		src.Published = r.published.String()
	}
	return out.String(), kept
}

// untag writes down the text of a page that could not be parsed: one paragraph for each run of text between block tags.
func untag(src string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(src))
	skipping := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(b.String())
		case html.TextToken:
			if skipping == 0 {
				b.Write(bytes.ToValidUTF8(z.Text(), []byte("\uFFFD")))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case hidden(a):
				skipping++
			case block(a) || a == atom.Br:
				b.WriteString("\n\n")
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if a := atom.Lookup(name); hidden(a) && skipping > 0 {
				skipping--
			}
		}
	}
}

// walk visits the nodes below n in order, without recursion; it enters a node only where do says so.
func walk(n *html.Node, do func(*html.Node) bool) {
	for c := n; c != nil; {
		if do(c) && c.FirstChild != nil {
			c = c.FirstChild
			continue
		}
		for c != n && c.NextSibling == nil {
			c = c.Parent
			if c == nil {
				return
			}
		}
		if c == n {
			return
		}
		c = c.NextSibling
	}
}

func find(n *html.Node, is func(*html.Node) bool) (out *html.Node) {
	walk(n, func(c *html.Node) bool {
		if out == nil && c.Type == html.ElementNode && is(c) {
			out = c
		}
		return out == nil
	})
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
