package render

import (
	"cmp"
	_ "embed"
	"fmt"
	"html"
	"slices"
	"strings"
)

//go:embed page.css
var stylesheet string

// HTML returns one page that needs nothing else, no script either: the brève, and beside it the article with its names, figures, dates and quotes marked
// by kind. Each claim links to the words that prove it. The object must hold the article's text.
func HTML(o *Object) string {
	var b strings.Builder
	title := "breve"
	if o.Source.Title != nil {
		title = clean(o.Source.Title.Text)
	}
	evidence := proofs(o)
	b.WriteString("<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
		html.EscapeString(title) + "</title>\n<style>\n" + stylesheet)
	for _, p := range evidence {
		fmt.Fprintf(&b, "body:has(#%[1]s:target) .%[1]s { outline: 2px solid; outline-offset: 1px }\n", p.class)
	}
	b.WriteString("</style>\n</head>\n<body>\n<main>\n<section class=\"breve\">\n<h1>" + html.EscapeString(title) + "</h1>\n")
	if s := imprint(o); s != "" {
		b.WriteString("<p class=\"imprint\">" + html.EscapeString(s) + "</p>\n")
	}
	n := 0
	link := func(c *Claim) string {
		s := html.EscapeString(clean(c.Text))
		for i := range c.Evidence {
			s += fmt.Sprintf(" <a class=\"proof\" href=\"#%s\" aria-label=\"preuve dans le texte\">[%d]</a>", evidence[n].class, i+1)
			n++
		}
		return s
	}
	if o.Lead != nil {
		b.WriteString("<p class=\"lead\">" + link(o.Lead) + "</p>\n")
	}
	for _, x := range o.blocks(nil) {
		b.WriteString("<h2>" + html.EscapeString(headings[x.name]) + "</h2>\n")
		if x.list {
			b.WriteString("<p>" + html.EscapeString(joined(x)) + "</p>\n")
			continue
		}
		b.WriteString("<ul>\n")
		for i, it := range x.items {
			b.WriteString("<li>")
			if x.name == "key_points" {
				b.WriteString(link(&o.KeyPoints[i]) + "</li>\n")
				continue
			}
			if it.mark.sign != "" {
				b.WriteString("<span title=\"" + it.mark.word + "\">" + it.mark.sign + "</span> ")
			}
			if it.head != "" {
				b.WriteString("<b>" + html.EscapeString(it.head) + "</b>")
				if it.tail != "" {
					b.WriteString(" — ")
				}
			}
			b.WriteString(html.EscapeString(it.tail) + "</li>\n")
		}
		b.WriteString("</ul>\n")
		if x.foot != "" {
			b.WriteString("<p class=\"imprint\">" + html.EscapeString(x.foot) + "</p>\n")
		}
	}
	b.WriteString("</section>\n<article>\n<h2>L’article</h2>\n<p class=\"key\">")
	for _, k := range []string{"person", "organization", "location", "amount", "date", "quote"} {
		b.WriteString("<span class=\"" + k + "\">" + htmlKeys[k] + "</span> ")
	}
	b.WriteString("</p>\n<div class=\"text\">")
	b.WriteString(marked(o, evidence))
	b.WriteString("</div>\n</article>\n</main>\n</body>\n</html>\n")
	return b.String()
}

var htmlKeys = map[string]string{"person": "personnes", "organization": "organisations", "location": "lieux", "amount": "chiffres", "date": "dates", "quote": "citations"}

// stretch is a part of the text that carries a class; an anchor stands at its start.
type stretch struct {
	span   Span
	class  string
	anchor bool
}

// proofs numbers the evidence of the lead and the key points.
func proofs(o *Object) []stretch {
	var out []stretch
	add := func(c *Claim) {
		for _, p := range c.Evidence {
			out = append(out, stretch{p.Span, fmt.Sprintf("p%d", len(out)+1), true})
		}
	}
	if o.Lead != nil {
		add(o.Lead)
	}
	for i := range o.KeyPoints {
		add(&o.KeyPoints[i])
	}
	return out
}

// marked writes the text with its stretches. They may cross each other, so the text is cut at every edge and each piece has all classes that lie over it.
func marked(o *Object, evidence []stretch) string {
	all := slices.Clone(evidence)
	for _, e := range o.Entities {
		for _, m := range e.Mentions {
			all = append(all, stretch{span: m.Span, class: e.Type})
		}
	}
	for _, a := range o.Amounts {
		all = append(all, stretch{span: a.Span, class: "amount"})
	}
	for _, d := range o.Dates {
		all = append(all, stretch{span: d.Span, class: "date"})
	}
	for _, q := range o.Quotes {
		all = append(all, stretch{span: q.Span, class: "quote"})
	}
	text := []rune(o.Text)
	all = slices.DeleteFunc(all, func(s stretch) bool { return s.span[0] < 0 || s.span[0] >= s.span[1] || s.span[1] > len(text) })
	slices.SortStableFunc(all, func(a, b stretch) int { return cmp.Compare(a.span[0], b.span[0]) })
	edges := []int{0, len(text)}
	for _, s := range all {
		edges = append(edges, s.span[0], s.span[1])
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var b strings.Builder
	var open []stretch
	next := 0
	for i := 0; i+1 < len(edges); i++ {
		from, to := edges[i], edges[i+1]
		open = slices.DeleteFunc(open, func(s stretch) bool { return s.span[1] <= from })
		for ; next < len(all) && all[next].span[0] <= from; next++ {
			if all[next].anchor {
				b.WriteString("<a id=\"" + all[next].class + "\"></a>")
			}
			open = append(open, all[next])
		}
		piece := html.EscapeString(strings.Map(printable, string(text[from:to])))
		if len(open) == 0 {
			b.WriteString(piece)
			continue
		}
		var classes []string
		for _, s := range open {
			if !slices.Contains(classes, s.class) {
				classes = append(classes, s.class)
			}
		}
		b.WriteString("<span class=\"" + html.EscapeString(strings.Join(classes, " ")) + "\">" + piece + "</span>")
	}
	return b.String()
}

// printable drops what steers a screen and is no line break.
func printable(r rune) rune {
	if r < ' ' && r != '\n' && r != '\t' || r == 0x7F || steers(r) {
		return -1
	}
	return r
}
