package amount

import (
	"strconv"
	"unicode/utf8"
)

// digits is a number as written in digits.
type digits struct {
	value    float64
	whole    bool // no decimals
	grouped  bool // 1 200, 1.200
	length   int  // of a number without separators
	zero     bool // 01, 007
	negative bool
}

// parseDigits reads "1 200 000", "1.200.000", "3,5", "-3,4", "0.8". A full stop before exactly three digits is a thousands separator
// ("300.000 emplois"); a comma is one only where prefixed says that the number is written in the English way ("$1,200") or where two stand.
func parseDigits(s string, prefixed bool) (digits, bool) {
	var d digits
	var buf [40]byte
	b := buf[:0]
	if r, n := utf8.DecodeRuneInString(s); r == '-' || r == '−' {
		d.negative, s = true, s[n:]
	} else if r == '+' {
		s = s[1:]
	}
	if s == "" || len(s) > 36 || s[0] < '0' || s[0] > '9' {
		return d, false
	}
	commas, stops := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ',':
			commas++
		case '.':
			stops++
		}
	}
	d.whole = true
	run, point := 0, false
	for i := 0; i < len(s); {
		c := s[i]
		if '0' <= c && c <= '9' {
			b = append(b, c)
			run++
			i++
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		three := leading(s[i+n:]) == 3
		switch {
		case point:
			return d, false
		case c == ',' && (commas > 1 || prefixed && three && run <= 3):
			if !three {
				return d, false
			}
			d.grouped = true
		case c == '.' && three && run <= 3 && !(run == 1 && b[len(b)-1] == '0' && len(b) == 1) && (stops > 1 || commas <= 1):
			d.grouped = true
		case c == ',' || c == '.':
			if c == '.' && stops > 1 || leading(s[i+n:]) == 0 {
				return d, false
			}
			b = append(b, '.')
			point, d.whole = true, false
		default: // a space or an apostrophe
			if !three {
				return d, false
			}
			d.grouped = true
		}
		run = 0
		i += n
	}
	if d.whole && !d.grouped {
		d.length = len(b)
		d.zero = len(b) > 1 && b[0] == '0'
	}
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil || d.grouped && b[0] == '0' { // 0 805 65 50 50
		return d, false
	}
	if d.value = v; d.negative {
		d.value = -v
	}
	return d, true
}

// leading counts the digits at the start of s.
func leading(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// parseFraction reads "1/4"; a date such as "8/7" is no fraction.
func parseFraction(s string) (float64, bool) {
	a := leading(s)
	if a == 0 || a >= len(s) || s[a] != '/' || a+1+leading(s[a+1:]) != len(s) || len(s) > 7 {
		return 0, false
	}
	n, d := parseFloat(s[:a]), parseFloat(s[a+1:])
	if n <= 0 || d <= n || d > 1000 {
		return 0, false
	}
	return n / d, true
}
