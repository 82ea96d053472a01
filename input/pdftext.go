package input

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strings"
	"unicode/utf8"

	pdflib "github.com/ledongthuc/pdf"
)

// pdfText is what the pages of a PDF document show.
type pdfText struct {
	*months
	pages          [][]pdfLine
	known, unknown int // letters that could be read, and those that could not
	pictures       int // on the last page

	// of the page in hand
	lines []pdfLine
	line  pdfLine
	open  bool
}

// A pdfLine is a line as it stands on the page, in points.
type pdfLine struct {
	text []byte
	x, y float64
	end  float64
	size float64
}

// walk goes through the tree of pages.
func (t *pdfText) walk(root pdflib.Value, page func(page, resources pdflib.Value) bool) {
	nodes := 0
	var down func(v, resources pdflib.Value, depth int) bool
	down = func(v, resources pdflib.Value, depth int) bool {
		if nodes++; nodes > mostKids || depth > 40 {
			return false
		}
		if r := v.Key("Resources"); !r.IsNull() {
			resources = r
		}
		kids := v.Key("Kids")
		if kids.Kind() != pdflib.Array {
			return page(v, resources)
		}
		for i := range kids.Len() {
			if !down(kids.Index(i), resources, depth+1) {
				return false
			}
		}
		return true
	}
	tame(func() error { down(root, pdflib.Value{}, 0); return nil })
}

type matrix [6]float64

var unit = matrix{1, 0, 0, 1, 0, 0}

// times is first m, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// pen is the state of drawing.
type pen struct {
	page                 matrix
	font                 *pdfFont
	size, chars, words   float64 // size of the font, space added to letters and to words
	stretch, lead, raise float64
}

// page reads what a page draws.
func (t *pdfText) page(page, resources pdflib.Value) error {
	t.lines, t.open, t.pictures = nil, false, 0
	p := pen{page: unit, stretch: 1}
	left := mostContent
	err := t.draw(page.Key("Contents"), resources, p, map[string]*pdfFont{}, 0, &left)
	t.closeLine()
	t.pages = append(t.pages, t.lines)
	return err
}

// contents is the stream, or the streams, of a page.
func contents(v pdflib.Value) io.Reader {
	if v.Kind() != pdflib.Array {
		return v.Reader()
	}
	var all []io.Reader
	for i := range min(v.Len(), 10_000) {
		all = append(all, v.Index(i).Reader(), strings.NewReader("\n"))
	}
	return io.MultiReader(all...)
}

func (t *pdfText) draw(content, resources pdflib.Value, p pen, fonts map[string]*pdfFont, depth int, left *int) error {
	if k := content.Kind(); k != pdflib.Stream && k != pdflib.Array {
		return nil
	}
	src, err := io.ReadAll(io.LimitReader(contents(content), int64(*left)))
	if *left -= len(src); *left <= 0 {
		return errors.New("it draws without end")
	}
	// A stream that breaks off has told what it had.
	if err != nil && len(src) == 0 {
		return err
	}
	var saved []pen
	tm, tlm := unit, unit
	next := func(x, y float64) {
		tlm = matrix{1, 0, 0, 1, x, y}.times(tlm)
		tm = tlm
	}
	l := pdfLexer{src: src}
	for l.next() {
		n := l.numbers()
		num := func(i int) float64 {
			if i < len(n) {
				return n[i]
			}
			return 0
		}
		switch l.op {
		case "q":
			if len(saved) < 1000 {
				saved = append(saved, p)
			}
		case "Q":
			if k := len(saved) - 1; k >= 0 {
				p, saved = saved[k], saved[:k]
			}
		case "cm":
			if len(n) == 6 {
				p.page = matrix(n).times(p.page)
			}
		case "BT":
			tm, tlm = unit, unit
		case "Tf":
			p.size = num(0)
			if name := l.name(); name != "" {
				f, ok := fonts[name]
				if !ok {
					f = readFont(resources.Key("Font").Key(name))
					fonts[name] = f
				}
				p.font = f
			}
		case "Tm":
			if len(n) == 6 {
				tm, tlm = matrix(n), matrix(n)
			}
		case "TD":
			p.lead = -num(1)
			next(num(0), num(1))
		case "Td":
			next(num(0), num(1))
		case "T*":
			next(0, -p.lead)
		case "TL":
			p.lead = num(0)
		case "Tc":
			p.chars = num(0)
		case "Tw":
			p.words = num(0)
		case "Tz":
			p.stretch = num(0) / 100
		case "Ts":
			p.raise = num(0)
		case "\"":
			p.words, p.chars = num(0), num(1)
			next(0, -p.lead)
			t.show(&l, p, &tm)
		case "'":
			next(0, -p.lead)
			t.show(&l, p, &tm)
		case "Tj", "TJ":
			t.show(&l, p, &tm)
		case "BI":
			t.pictures++
		case "Do":
			x := resources.Key("XObject").Key(l.name())
			switch x.Key("Subtype").Name() {
			case "Image":
				t.pictures++
			case "Form":
				if depth > 10 {
					continue
				}
				inner, res := p, x.Key("Resources")
				if m := x.Key("Matrix"); m.Len() == 6 {
					var f matrix
					for i := range f {
						f[i] = m.Index(i).Float64()
					}
					inner.page = f.times(p.page)
				}
				own := map[string]*pdfFont{}
				if res.IsNull() {
					res, own = resources, fonts
				}
				if err := t.draw(x, res, inner, own, depth+1, left); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// show draws the strings before an operator, moved by the numbers between them.
func (t *pdfText) show(l *pdfLexer, p pen, tm *matrix) {
	if p.font == nil {
		p.font = &pdfFont{}
	}
	for _, a := range l.args {
		switch a.kind {
		case 'n':
			if l.op == "TJ" {
				*tm = matrix{1, 0, 0, 1, -a.number / 1000 * p.size * p.stretch, 0}.times(*tm)
			}
		case 's':
			for s := a.text; s != ""; {
				code, n := p.font.code(s)
				space := n == 1 && s[0] == ' '
				s = s[n:]
				text, ok := p.font.letters(code, n)
				at := matrix{p.size * p.stretch, 0, 0, p.size, 0, p.raise}.times(*tm).times(p.page)
				advance := p.font.width(code)/1000*p.size + p.chars
				if space {
					advance += p.words
				}
				*tm = matrix{1, 0, 0, 1, advance * p.stretch, 0}.times(*tm)
				after := tm.times(p.page)
				if text == " " || text == "\u00a0" || ok && strings.TrimSpace(text) != "" {
					t.known++
				} else if !ok {
					t.unknown++
				}
				t.letter(text, at, after[4])
			}
		}
	}
}

// letter writes a letter where it stands: in the line in hand, or in a new one.
func (t *pdfText) letter(s string, at matrix, end float64) {
	size := math.Hypot(at[2], at[3])
	x, y := at[4], at[5]
	if !(size > 0 && size < 1e4) || math.IsNaN(x+y+end) || math.IsInf(x+y+end, 0) {
		size = 1
	}
	if t.open {
		gap := x - t.line.end
		big := max(size, t.line.size)
		switch {
		case math.Abs(y-t.line.y) > 0.5*big || gap < -0.6*big && x < t.line.x+big, gap > 6*big:
			t.closeLine()
		case gap > 0.18*big && s != " " && !bytes.HasSuffix(t.line.text, []byte(" ")):
			t.line.text = append(t.line.text, ' ')
		}
	}
	if strings.TrimSpace(s) == "" && !t.open {
		return
	}
	if !t.open {
		t.line = pdfLine{x: x, y: y, size: size}
		t.open = true
	}
	if len(t.line.text) < 1<<16 {
		for _, r := range s {
			if lig := ligatures[r]; lig != "" {
				t.line.text = append(t.line.text, lig...)
			} else if r >= ' ' {
				t.line.text = utf8.AppendRune(t.line.text, r)
			}
		}
	}
	t.line.end = end
	t.line.size = max(t.line.size, size)
}

var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"}

func (t *pdfText) closeLine() {
	if t.open && len(bytes.TrimSpace(t.line.text)) > 0 {
		t.lines = append(t.lines, t.line)
	}
	t.open = false
}
