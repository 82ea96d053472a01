package main

import (
	"strconv"
	"strings"
)

// assignment is a name of a Python class or module and all string literals that stand in its value.
type assignment struct {
	name    string
	strings []string
}

// pyToken is a piece of Python source: a name, a string literal (its value in text) or one sign.
type pyToken struct {
	kind byte // 'n' name or number, 's' string, else the sign itself
	text string
	line bool // first on its line
}

// pyTokens cuts Python source that holds data: names, strings, signs. Comments fall away, adjacent strings become one.
func pyTokens(src string) []pyToken {
	var out []pyToken
	fresh := true
	push := func(kind byte, text string) {
		if n := len(out) - 1; kind == 's' && n >= 0 && out[n].kind == 's' {
			out[n].text += text
		} else {
			out = append(out, pyToken{kind, text, fresh})
		}
		fresh = false
	}
	for i := 0; i < len(src); {
		c := src[i]
		switch {
		case c == '\n':
			fresh = true
			i++
		case c == ' ' || c == '\t' || c == '\r' || c == '\\':
			i++
		case c == '#':
			for i < len(src) && src[i] != '\n' {
				i++
			}
		case c == '"' || c == '\'':
			text, n := pyString(src[i:])
			push('s', text)
			i += n
		case wordByte(c):
			j := i
			for j < len(src) && wordByte(src[j]) {
				j++
			}
			push('n', src[i:j])
			i = j
		default:
			push(c, string(c))
			i++
		}
	}
	return out
}

func wordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// pyString reads one string literal and tells how long it is in the source.
func pyString(src string) (string, int) {
	quote := src[:1]
	if strings.HasPrefix(src[1:], quote+quote) {
		quote = strings.Repeat(quote, 3)
	}
	var b strings.Builder
	for i := len(quote); i < len(src); {
		switch {
		case strings.HasPrefix(src[i:], quote):
			return b.String(), i + len(quote)
		case src[i] == '\\' && i+1 < len(src):
			n := escape(&b, src[i:])
			i += n
		default:
			b.WriteByte(src[i])
			i++
		}
	}
	return b.String(), len(src)
}

// escape writes what a backslash sequence means and gives its length.
func escape(b *strings.Builder, s string) int {
	size := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
	if size > 0 && len(s) >= 2+size {
		if n, err := strconv.ParseUint(s[2:2+size], 16, 32); err == nil {
			b.WriteRune(rune(n))
			return 2 + size
		}
	}
	switch s[1] {
	case 'n':
		b.WriteByte('\n')
	case 't':
		b.WriteByte('\t')
	case '\n':
	default:
		b.WriteByte(s[1])
	}
	return 2
}

// assignments finds "name = …" and "name: type = …" at the start of lines, with the strings of the value up to where its
// brackets close.
func assignments(src string) []assignment {
	t := pyTokens(src)
	var out []assignment
	for i := 0; i < len(t); i++ {
		if t[i].kind != 'n' || !t[i].line {
			continue
		}
		j := i + 1
		if j < len(t) && t[j].kind == ':' { // an annotation of the type
			for j < len(t) && t[j].kind != '=' && !t[j].line {
				j++
			}
		}
		if j >= len(t) || t[j].kind != '=' {
			continue
		}
		a := assignment{name: t[i].text}
		depth := 0
		for j++; j < len(t); j++ {
			switch t[j].kind {
			case '(', '[', '{':
				depth++
			case ')', ']', '}':
				depth--
			case 's':
				a.strings = append(a.strings, t[j].text)
			}
			if depth <= 0 && (j+1 >= len(t) || t[j+1].line) {
				break
			}
		}
		out = append(out, a)
		i = j
	}
	return out
}
