package render

import (
	"strings"
	"unicode"
)

// Page says how wide a text may be and whether it may be coloured.
type Page struct {
	Width int // in columns; 80 where it is 0
	Color bool
}

// The codes of a terminal that a Page with Color uses.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
)

// Text returns the brève for a terminal. Blocks are those that are named (key_points, people, organizations …), or all.
func Text(o *Object, p Page, blocks ...string) string {
	if p.Width <= 0 {
		p.Width = 80
	}
	w := &page{Page: p}
	if len(blocks) == 0 {
		w.head(o)
	}
	for _, b := range o.blocks(blocks) {
		w.block(b)
	}
	return w.b.String()
}

type page struct {
	Page
	b strings.Builder
}

// paint colours a text where that is allowed.
func (w *page) paint(s, code string) string {
	if !w.Color || s == "" || code == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (w *page) head(o *Object) {
	if o.Source.Title != nil {
		w.wrap(clean(o.Source.Title.Text), "", "", bold)
	}
	if s := imprint(o); s != "" {
		w.wrap(s, "", "", dim)
	}
	if o.Lead != nil {
		if w.b.Len() > 0 {
			w.b.WriteByte('\n')
		}
		w.wrap(clean(o.Lead.Text), "", "", bold)
	}
}

// imprint is the line below the title: outlet, author, day.
func imprint(o *Object) string {
	var parts []string
	for _, s := range []string{o.Source.Outlet, o.Source.Author, day(o.Source.Published)} {
		if s != "" {
			parts = append(parts, clean(s))
		}
	}
	return strings.Join(parts, " · ")
}

func (w *page) block(b block) {
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
	w.b.WriteString(w.paint(strings.ToUpper(headings[b.name]), bold) + "\n")
	if len(b.items) == 0 {
		w.b.WriteString("  " + nothing[b.name] + "\n")
		return
	}
	if b.list {
		w.wrap(joined(b), "  ", "  ", "")
		return
	}
	for _, i := range b.items {
		sign := i.mark
		if sign.sign == "" {
			sign.sign = "•"
		}
		text := i.head
		if i.head != "" && i.tail != "" {
			text += " — "
		}
		w.lines(text+i.tail, "  "+w.paint(sign.sign, sign.color)+" ", "    ", bold, columns(i.head))
	}
	if b.foot != "" {
		w.wrap(b.foot, "    ", "    ", dim)
	}
}

// joined is a block of short items in one line.
func joined(b block) string {
	var out []string
	for _, i := range b.items {
		s := i.head
		if i.head != "" && i.tail != "" {
			s += " (" + i.tail + ")"
		} else {
			s += i.tail
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func (w *page) wrap(s, first, rest, code string) { w.lines(s, first, rest, code, columns(s)) }

// lines breaks a text at spaces into lines of the page's width; no-break spaces hold. The first painted columns get the code.
func (w *page) lines(s, first, rest, code string, painted int) {
	lead, left := first, w.Width-columns(plainText(first))
	var line []string
	used := 0
	flush := func() {
		if len(line) == 0 {
			return
		}
		text := strings.Join(line, " ")
		n := columns(text)
		if painted >= n {
			text = w.paint(text, code)
		} else if painted > 0 {
			head, tail := split(text, painted)
			text = w.paint(head, code) + tail
		}
		painted = max(0, painted-n-1)
		w.b.WriteString(lead + text + "\n")
		lead, left = rest, w.Width-columns(rest)
		line, used = line[:0], 0
	}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }) {
		n := columns(word)
		if used > 0 && used+1+n > left {
			flush()
		}
		if used > 0 {
			used++
		}
		used += n
		line = append(line, word)
	}
	flush()
}

// columns counts the columns that a text takes on a terminal: combining marks take none, ideographs and pictures take two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case r >= 0x1100 && (r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 || r >= 0x1F300 && r <= 0x1FAFF):
			n += 2
		default:
			n++
		}
	}
	return n
}

// split cuts a text behind n columns.
func split(s string, n int) (head, tail string) {
	for i, r := range s {
		if n <= 0 && !unicode.Is(unicode.Mn, r) {
			return s[:i], s[i:]
		}
		n -= columns(string(r))
	}
	return s, ""
}

// plainText is a text without the codes that paint it.
func plainText(s string) string {
	for {
		i := strings.IndexByte(s, 0x1b)
		if i < 0 {
			return s
		}
		j := strings.IndexByte(s[i:], 'm')
		if j < 0 {
			return s[:i]
		}
		s = s[:i] + s[i+j+1:]
	}
}
