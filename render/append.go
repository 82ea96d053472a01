package render

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// writer appends JSON. Every key stands behind a comma but the first of its object.
type writer struct{ b []byte }

func (w *writer) raw(s string) { w.b = append(w.b, s...) }

// str writes key (with its quotes, colon and what stands before it) and a string.
func (w *writer) str(key, s string) {
	w.b = append(w.b, key...)
	w.b = appendString(w.b, s)
}

// opt writes a key and its string, nothing where the string is empty.
func (w *writer) opt(key, s string) {
	if s != "" {
		w.str(key, s)
	}
}

func (w *writer) flag(key string, v bool) {
	if v {
		w.b = append(append(w.b, key...), "true"...)
	}
}

func (w *writer) float(key string, f float64) { w.b = appendFloat(append(w.b, key...), f) }

func (w *writer) optFloat(key string, f *float64) {
	if f != nil {
		w.float(key, *f)
	}
}

// ref writes a key and an id or null.
func (w *writer) ref(key string, s *string) {
	w.b = append(w.b, key...)
	if s == nil {
		w.b = append(w.b, "null"...)
		return
	}
	w.b = appendString(w.b, *s)
}

func (w *writer) span(key string, s Span) {
	w.b = append(append(w.b, key...), '[')
	w.b = strconv.AppendInt(w.b, int64(s[0]), 10)
	w.b = append(w.b, ',')
	w.b = strconv.AppendInt(w.b, int64(s[1]), 10)
	w.b = append(w.b, ']')
}

func (w *writer) strings(key string, list []string) {
	array(w, key, list, func(s string) { w.b = appendString(w.b, s) })
}

// array writes a key and a list, null where there is none.
func array[T any](w *writer, key string, list []T, each func(T)) {
	w.b = append(w.b, key...)
	if list == nil {
		w.b = append(w.b, "null"...)
		return
	}
	w.b = append(w.b, '[')
	for i := range list {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		each(list[i])
	}
	w.b = append(w.b, ']')
}

const hexDigits = "0123456789abcdef"

// appendString writes a JSON string as encoding/json does with HTML escaping off: U+2028 and U+2029 are escaped, for they end lines in JavaScript.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			b = append(b, s[start:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\b':
				b = append(b, `\b`...)
			case '\f':
				b = append(b, `\f`...)
			case '\n':
				b = append(b, `\n`...)
			case '\r':
				b = append(b, `\r`...)
			case '\t':
				b = append(b, `\t`...)
			default:
				b = append(b, `\u00`...)
				b = append(b, hexDigits[c>>4], hexDigits[c&15])
			}
			i++
			start = i
			continue
		}
		if c == 0xE2 || c >= 0xF5 || c < 0xC2 || !plain(s, i) {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				b = append(append(b, s[start:i]...), `\ufffd`...)
				i++
				start = i
				continue
			}
			if r == '\u2028' || r == '\u2029' {
				b = append(append(b, s[start:i]...), `\u202`...)
				b = append(b, hexDigits[r&15])
				i += n
				start = i
				continue
			}
			i += n
			continue
		}
		i += 2
	}
	return append(append(b, s[start:]...), '"')
}

// plain tells whether a well-formed character of two bytes stands at i: é, à, ç and their like.
func plain(s string, i int) bool {
	return s[i] >= 0xC2 && s[i] <= 0xDF && i+1 < len(s) && s[i+1]&0xC0 == 0x80
}

// appendFloat writes a number as encoding/json does; what is no number is null.
func appendFloat(b []byte, f float64) []byte {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return append(b, "null"...)
	}
	if f == math.Trunc(f) && math.Abs(f) < 1<<53 && (f != 0 || !math.Signbit(f)) {
		return strconv.AppendInt(b, int64(f), 10)
	}
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	b = strconv.AppendFloat(b, f, format, -1, 64)
	if n := len(b); format == 'e' && n >= 4 && b[n-4] == 'e' && (b[n-3] == '-' || b[n-3] == '+') && b[n-2] == '0' {
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	return b
}
