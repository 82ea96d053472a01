package input

import (
	"strconv"
	"strings"
)

// pdfArg is an operand: a number, a string or a name.
type pdfArg struct {
	kind   byte // 'n' 's' '/'
	number float64
	text   string
}

// pdfLexer cuts what a page draws into operators and their operands. Arrays are flattened; dictionaries and inline pictures are left out.
type pdfLexer struct {
	src  []byte
	at   int
	op   string
	args []pdfArg
}

func (l *pdfLexer) name() string {
	for _, a := range l.args {
		if a.kind == '/' {
			return a.text
		}
	}
	return ""
}

func (l *pdfLexer) numbers() []float64 {
	var n []float64
	if l.op == "TJ" {
		return nil
	}
	for _, a := range l.args {
		if a.kind == 'n' {
			n = append(n, a.number)
		}
	}
	return n
}

// next reads up to the next operator.
func (l *pdfLexer) next() bool {
	l.args = l.args[:0]
	for l.at < len(l.src) {
		c := l.src[l.at]
		switch {
		case c <= ' ', c == '[', c == ']', c == '{', c == '}', c == ')', c == '>':
			l.at++
		case c == '%':
			for l.at < len(l.src) && l.src[l.at] != '\n' && l.src[l.at] != '\r' {
				l.at++
			}
		case c == '(':
			l.add(pdfArg{kind: 's', text: l.literal()})
		case c == '<':
			l.at++
			if l.at < len(l.src) && l.src[l.at] == '<' {
				l.at++
				continue // the names and values of a dictionary do no harm as operands
			}
			l.add(pdfArg{kind: 's', text: l.hex()})
		case c == '/':
			l.at++
			l.add(pdfArg{kind: '/', text: l.word()})
		default:
			w := l.word()
			if w == "" {
				l.at++
				continue
			}
			if f, err := strconv.ParseFloat(w, 64); err == nil {
				l.add(pdfArg{kind: 'n', number: f})
				continue
			}
			if l.op = w; w == "ID" {
				l.skipPicture()
				continue
			}
			return true
		}
	}
	return false
}

func (l *pdfLexer) add(a pdfArg) {
	if len(l.args) < 1<<16 {
		l.args = append(l.args, a)
	}
}

func (l *pdfLexer) word() string {
	from := l.at
	for l.at < len(l.src) && l.src[l.at] > ' ' && !strings.ContainsRune("()<>[]{}/%", rune(l.src[l.at])) {
		l.at++
	}
	return string(l.src[from:l.at])
}

// skipPicture goes past the bytes of an inline picture.
func (l *pdfLexer) skipPicture() {
	for ; l.at+3 < len(l.src); l.at++ {
		if l.src[l.at] <= ' ' && l.src[l.at+1] == 'E' && l.src[l.at+2] == 'I' && l.src[l.at+3] <= ' ' {
			l.at += 3
			return
		}
	}
	l.at = len(l.src)
}

func (l *pdfLexer) hex() string {
	var out []byte
	half, have := byte(0), false
	for l.at < len(l.src) && l.src[l.at] != '>' {
		c := l.src[l.at]
		l.at++
		v := byte(0)
		switch {
		case '0' <= c && c <= '9':
			v = c - '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			v = c | 0x20 - 'a' + 10
		default:
			continue
		}
		if have {
			out = append(out, half<<4|v)
		}
		half, have = v, !have
	}
	if have {
		out = append(out, half<<4)
	}
	l.at++
	return string(out)
}

func (l *pdfLexer) literal() string {
	var out []byte
	depth := 0
	for l.at < len(l.src) {
		c := l.src[l.at]
		l.at++
		switch c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				return string(out)
			}
		case '\\':
			if l.at >= len(l.src) {
				return string(out)
			}
			c = l.src[l.at]
			l.at++
			switch c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b', 'f':
				c = ' '
			case '\r':
				if l.at < len(l.src) && l.src[l.at] == '\n' {
					l.at++
				}
				continue
			case '\n':
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				v := int(c - '0')
				for k := 0; k < 2 && l.at < len(l.src) && '0' <= l.src[l.at] && l.src[l.at] <= '7'; k++ {
					v = v*8 + int(l.src[l.at]-'0')
					l.at++
				}
				c = byte(v)
			}
		}
		out = append(out, c)
	}
	return string(out)
}
