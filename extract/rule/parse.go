package rule

import (
	"errors"
	"fmt"
	"strings"
)

// Parse reads one rule file. All mistakes come back at once, joined; the rules that are right are returned.
func Parse(path, text string, names Names) ([]*Rule, error) {
	p := &parser{path: path, names: names, byName: map[string]int{}}
	var block, examples []line
	flush := func() {
		if len(block) > 0 {
			p.rule(block, examples)
		}
		block, examples = nil, nil
	}
	for n := 1; text != ""; n++ {
		var l string
		l, text, _ = strings.Cut(text, "\n")
		switch {
		case strings.TrimSpace(l) == "" || l[0] == '#':
		case l[0] == '+' || l[0] == '-':
			examples = append(examples, line{l, n})
		case l[0] == ' ' || l[0] == '\t':
			block = append(block, line{l, n})
		default:
			flush()
			block = append(block, line{l, n})
		}
	}
	flush()
	return p.rules, errors.Join(p.errs...)
}

type line struct {
	text string
	n    int
}

type parser struct {
	path   string
	names  Names
	rules  []*Rule
	errs   []error
	byName map[string]int

	text string // the pattern
	line int
	pos  int
	r    *Rule
	bad  bool
}

func (p *parser) mistake(ln, col int, format string, args ...any) {
	p.bad = true
	p.errs = append(p.errs, Mistake{p.path, ln, col, fmt.Sprintf(format, args...)})
}

func (p *parser) rule(block, examples []line) {
	p.bad = false
	text := block[0].text
	for _, l := range block[1:] {
		text += " " + strings.TrimSpace(l.text)
	}
	n := block[0].n
	name, rest, ok := strings.Cut(text, ": ")
	if !ok || strings.ContainsAny(name, " \"") {
		p.mistake(n, 1, "a rule begins with its name and a colon: name: pattern => kind")
		return
	}
	i := strings.LastIndex(rest, "=>")
	if i < 0 {
		p.mistake(n, len(text), "no => kind at the end of rule %q", name)
		return
	}
	kind := strings.TrimSpace(rest[i+2:])
	if kind == "" || strings.ContainsAny(kind, " \t") {
		p.mistake(n, len(name)+3+i, "the kind after => is one word, not %q", kind)
	}
	if prev, dup := p.byName[name]; dup {
		p.mistake(n, 1, "rule %q stands already on line %d", name, prev)
	}
	p.byName[name] = n
	p.r = &Rule{Name: name, Kind: kind, Path: p.path, Line: n, caps: []string{""}}
	p.text, p.line, p.pos = rest[:i], n, 0
	offset := len(name) + 3
	node := p.alternatives(offset)
	if p.pos < len(p.text) {
		p.mistake(n, p.pos+offset, "unexpected %q", p.text[p.pos:])
	}
	for _, e := range examples {
		if x, ok := p.example(e); ok {
			p.r.Examples = append(p.r.Examples, x)
		}
	}
	if p.bad || node == nil {
		return
	}
	if !p.r.compile(node) {
		p.mistake(n, 1, "rule %q repeats repetitions: it would take more than %d steps", name, longest)
		return
	}
	p.rules = append(p.rules, p.r)
}

func (p *parser) example(l line) (Example, bool) {
	x := Example{Positive: l.text[0] == '+', Line: l.n}
	body := strings.TrimSpace(l.text[1:])
	var b strings.Builder
	open := -1
	for _, r := range body {
		switch r {
		case '[':
			open = b.Len()
		case ']':
			if open < 0 {
				p.mistake(l.n, 1, "] without [")
				return x, false
			}
			x.Marks = append(x.Marks, [2]int{open, b.Len()})
			open = -1
		default:
			b.WriteRune(r)
		}
	}
	x.Text = b.String()
	if x.Positive && len(x.Marks) == 0 {
		p.mistake(l.n, 1, "a + example marks what is found with [ ]")
		return x, false
	}
	if !x.Positive && len(x.Marks) > 0 {
		p.mistake(l.n, 1, "a - example marks nothing")
		return x, false
	}
	return x, true
}

// node is one item of a pattern.
type node struct {
	op    byte // 't' token, 's' span, '.' sequence, '|' alternatives, '?' '*' '+', '=' capture, '[' mark, '^', '$'
	kids  []*node
	want  []test // for 't': all must hold
	label string // for 's': the kind
	cap   int
}

// test is one condition on a token.
type test struct {
	not  bool
	bit  uint8
	word int32 // used where bit is 0; Any has word -2
}

const anyWord = -2

func (p *parser) space() {
	for p.pos < len(p.text) && (p.text[p.pos] == ' ' || p.text[p.pos] == '\t') {
		p.pos++
	}
}

func (p *parser) alternatives(offset int) *node {
	alt := []*node{p.sequence(offset)}
	for p.pos < len(p.text) && p.text[p.pos] == '|' {
		p.pos++
		alt = append(alt, p.sequence(offset))
	}
	if len(alt) == 1 {
		return alt[0]
	}
	return &node{op: '|', kids: alt}
}

func (p *parser) sequence(offset int) *node {
	seq := &node{op: '.'}
	for {
		p.space()
		if p.pos >= len(p.text) || strings.IndexByte("|)]", p.text[p.pos]) >= 0 {
			return seq
		}
		before := p.pos
		if n := p.item(offset); n != nil {
			seq.kids = append(seq.kids, n)
		}
		if p.pos == before {
			p.mistake(p.line, p.pos+offset, "unexpected %q", p.text[p.pos:])
			p.pos = len(p.text)
			return seq
		}
	}
}

func (p *parser) item(offset int) *node {
	if name, n := captureName(p.text[p.pos:]); n > 0 {
		p.pos += n
		inner := p.item(offset)
		if inner == nil {
			return nil
		}
		p.r.caps = append(p.r.caps, name)
		return &node{op: '=', cap: len(p.r.caps) - 1, kids: []*node{inner}}
	}
	n := p.atom(offset)
	for n != nil && p.pos < len(p.text) && strings.IndexByte("?*+", p.text[p.pos]) >= 0 {
		n = &node{op: p.text[p.pos], kids: []*node{n}}
		p.pos++
	}
	return n
}

func captureName(s string) (string, int) {
	i := 0
	for i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] == '_') {
		i++
	}
	if i > 0 && i < len(s) && s[i] == '=' {
		return s[:i], i + 1
	}
	return "", 0
}

func (p *parser) atom(offset int) *node {
	if p.pos >= len(p.text) {
		p.mistake(p.line, p.pos+offset, "something is missing at the end")
		return nil
	}
	switch c := p.text[p.pos]; c {
	case '(', '[':
		at := p.pos
		p.pos++
		inner := p.alternatives(offset)
		closer := byte(')')
		if c == '[' {
			closer = ']'
		}
		if p.pos >= len(p.text) || p.text[p.pos] != closer {
			p.mistake(p.line, at+offset, "%q is not closed", string(c))
			return inner
		}
		p.pos++
		if c == '[' {
			if p.r.marked {
				p.mistake(p.line, at+offset, "a rule marks one piece only")
			}
			p.r.marked = true
			return &node{op: '[', kids: []*node{inner}}
		}
		return inner
	case '^', '$':
		p.pos++
		return &node{op: c}
	case '<':
		end := strings.IndexByte(p.text[p.pos:], '>')
		if end < 0 {
			p.mistake(p.line, p.pos+offset, "< is not closed")
			p.pos = len(p.text)
			return nil
		}
		label := p.text[p.pos+1 : p.pos+end]
		p.pos += end + 1
		return &node{op: 's', label: label}
	}
	return p.token(offset)
}

// token reads a condition on one token, with & and !; a literal of several words and a class of several words become sequences and spans.
func (p *parser) token(offset int) *node {
	n := &node{op: 't'}
	for {
		at := p.pos
		not := p.pos < len(p.text) && p.text[p.pos] == '!'
		if not {
			p.pos++
		}
		rest := p.text[p.pos:]
		switch {
		case strings.HasPrefix(rest, `"`):
			end := strings.IndexByte(rest[1:], '"')
			if end < 0 {
				p.mistake(p.line, at+offset, "literal is not closed")
				p.pos = len(p.text)
				return nil
			}
			p.pos += end + 2
			words, err := p.names.Words(rest[1 : end+1])
			if err != nil {
				p.mistake(p.line, at+offset, "%v", err)
				return nil
			}
			if len(words) != 1 {
				if not || len(n.want) > 0 {
					p.mistake(p.line, at+offset, "! and & take literals of one word")
					return nil
				}
				seq := &node{op: '.'}
				for _, w := range words {
					seq.kids = append(seq.kids, &node{op: 't', want: []test{{word: w}}})
				}
				return seq
			}
			n.want = append(n.want, test{not: not, word: words[0]})
		case strings.HasPrefix(rest, "@"):
			name := ident(rest[1:])
			p.pos += len(name) + 1
			bit := p.names.Bit(name)
			if bit == 0 {
				p.mistake(p.line, at+offset, "no class %q in the lexicon", name)
				return nil
			}
			n.want = append(n.want, test{not: not, bit: bit})
			n.label = name
		default:
			name := ident(rest)
			p.pos += len(name)
			if name == "Any" {
				n.want = append(n.want, test{word: anyWord})
				break
			}
			bit := uint8(0)
			for i, s := range Shapes {
				if s == name {
					bit = uint8(FirstShape + i)
				}
			}
			if bit == 0 {
				p.mistake(p.line, at+offset, "no shape %q (there are %s Any)", name, strings.Join(Shapes[:], " "))
				if name == "" {
					p.pos = len(p.text)
				}
				return nil
			}
			n.want = append(n.want, test{not: not, bit: bit})
		}
		if p.pos < len(p.text) && p.text[p.pos] == '&' {
			p.pos++
			continue
		}
		break
	}
	if len(n.want) != 1 || n.want[0].not {
		n.label = ""
	}
	return n
}

func ident(s string) string {
	i := 0
	for i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z' || s[i] >= '0' && s[i] <= '9' || s[i] == '-' && i > 0) {
		i++
	}
	return s[:i]
}
