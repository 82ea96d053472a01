package date

import (
	"strings"

	"github.com/breve-nlp/breve/extract/doc"
)

// numeral looks at a token that has digits.
func (r *Resolver) numeral(s string) mark {
	m := mark{wide: 1, entry: doc.None}
	n, k := 0, 0
	for k < len(s) && '0' <= s[k] && s[k] <= '9' && k < 8 {
		n = n*10 + int(s[k]-'0')
		k++
	}
	if k == 0 {
		return r.lettered(s)
	}
	m.n = int32(n)
	rest := s[k:]
	switch {
	case rest == "":
		m.kind = kDigits
		m.unit = unit(k) // the number of digits
	case rest[0] == 'h':
		if min, ok := digits(rest[1:]); n <= 24 && (rest == "h" || ok && min < 60) {
			m.kind, m.n = kClock, int32(n*60+min)
			if ok {
				m.flag = flagMinutes
			}
		}
	case rest[0] == ':':
		if min, ok := digits(rest[1:]); ok && n <= 24 && min < 60 && len(rest) == 3 {
			m.kind, m.n, m.flag = kClock, int32(n*60+min), flagMinutes|flagShort
		}
	case rest[0] == '/' && k == 4: // 2023/2024
		if y, ok := digits(rest[1:]); ok && (y == n+1 || len(rest) == 3 && y == (n+1)%100) {
			m.kind = kYears
		}
	case rest[0] == '/' || rest[0] == '-' || rest[0] == '.' && strings.Count(rest, ".") == 2:
		if y, mo, d := numericDate(s); d > 0 {
			m.kind, m.n = kNumeric, int32(y)<<9|int32(mo)<<5|int32(d)
			if rest[0] == '/' && y == 0 {
				m.flag = flagShort
				if rest[1] == '0' || k == 2 && d > 12 && !(d == 24 && mo == 7) {
					m.flag = 0
				}
			}
		}
	case rest[0] == ',' || rest[0] == '.':
		if len(rest) <= 3 {
			m.kind, m.flag = kDigits, flagFraction
		}
	case rest[0] == ' ' || rest[0] == 0xc2 || rest[0] == 0xe2: // 1 600
		v := n
		for i := 0; i < len(rest); i++ {
			if '0' <= rest[i] && rest[i] <= '9' {
				v = v*10 + int(rest[i]-'0')
			} else if rest[i] == ',' {
				return m
			}
			if v > 1e7 {
				return m
			}
		}
		m.kind, m.n, m.unit = kDigits, int32(v), 9
	case rest[0] != ' ' && r.lex.Is(r.lex.Word(rest), r.classes.suffix): // 1er, 3ème
		m.kind = kOrdinal
	}
	return m
}

// lettered looks at a token in which letters stand before digits: "mi-2024", "T3" of a year, "S1".
func (r *Resolver) lettered(s string) mark {
	m := mark{wide: 1, entry: doc.None}
	if k := strings.IndexByte(s, '-'); k > 0 && len(s) == k+5 {
		if y, ok := digits(s[k+1:]); ok && r.entry(r.lex.Word(s[:k])).kind == kMid {
			m.kind, m.n = kMid, int32(y)
		}
		return m
	}
	if len(s) != 2 || s[1] < '1' || s[1] > '4' {
		return m
	}
	switch s[0] {
	case 't', 'q':
		m.unit = unitQuarter
	case 's', 'h':
		if s[1] < '3' {
			m.unit = unitHalf
		}
	}
	if m.unit != unitNone {
		m.kind, m.n, m.flag = kOrdinal, int32(s[1]-'0'), flagShort
	}
	return m
}

// numericDate reads 2025-07-08, 08/07/2025, 8/7, 08.07.25, 2025-07-08T14:30; y is 0 where there is no year.
func numericDate(s string) (y, m, d int) {
	if k := strings.IndexByte(s, 't'); k > 0 {
		s = s[:k]
	}
	var part, width [3]int
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= '0' && c <= '9' {
			part[n] = part[n]*10 + int(c-'0')
			if width[n]++; width[n] > 4 {
				return 0, 0, 0
			}
			continue
		}
		if n++; n > 2 {
			return 0, 0, 0
		}
	}
	if width[0] == 4 { // year first
		if n == 2 && valid(part[0], part[1], part[2]) {
			return part[0], part[1], part[2]
		}
		return 0, 0, 0
	}
	d, m = part[0], part[1]
	if d < 1 || d > 31 || m < 1 || m > 12 || width[1] > 2 {
		return 0, 0, 0
	}
	switch {
	case n == 1 && strings.IndexByte(s, '/') > 0:
		return 0, m, d
	case n == 2 && width[2] == 2:
		y = century(part[2])
	case n == 2 && width[2] == 4:
		y = part[2]
	default:
		return 0, 0, 0
	}
	if !valid(y, m, d) {
		return 0, 0, 0
	}
	return y, m, d
}

// century adds the century to a year of two digits: 98 is 1998, 25 is 2025.
func century(y int) int {
	if y > 50 {
		return 1900 + y
	}
	return 2000 + y
}

// roman reads the number of a century: XIXe, XXème, IVe.
func (r *Resolver) roman(s string) mark {
	m := mark{wide: 1, entry: doc.None}
	if s[0] != 'X' && s[0] != 'V' && s[0] != 'I' {
		return m
	}
	n, last, k := int32(0), int32(0), 0
	for ; k < len(s); k++ {
		var v int32
		switch s[k] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		}
		if v == 0 {
			break
		}
		if v > last && last > 0 {
			v -= 2 * last
		}
		n += v
		last = v
		if last < 0 {
			last = -last
		}
	}
	if k > 0 && n > 0 && n < 40 && len(s)-k <= 5 && (s[k:] == "ᵉ" || r.lex.Is(r.lex.Word(s[k:]), r.classes.suffix)) {
		m.kind, m.n, m.flag = kOrdinal, n, flagRoman
	}
	return m
}

// halves looks at the parts of a hyphenated word: "mi-mars", "mars-avril", "vingt-quatre", "mi-2024" is looked at as a numeral.
func (r *Resolver) halves(norm string) mark {
	sum := int32(0)
	var first mark
	for n := 0; norm != ""; n++ {
		part := norm
		if k := strings.IndexByte(norm, '-'); k >= 0 {
			part, norm = norm[:k], norm[k+1:]
		} else {
			norm = ""
		}
		m := r.entry(r.lex.Word(part))
		switch {
		case n == 0:
			first = m
		case first.kind == kMid && (m.kind == kMonth || m.kind == kPart) && norm == "":
			return mark{kind: kMid, wide: 1, n: m.n, unit: unit(m.kind), entry: doc.None}
		case first.kind == kMonth && m.kind == kMonth && norm == "":
			return mark{kind: kMonth, wide: 1, n: first.n | m.n<<8, entry: doc.None}
		}
		if n == 0 && (m.kind == kMid || m.kind == kMonth) {
			continue
		}
		switch {
		case m.kind == kAnd: // vingt-et-un
		case m.kind != kNumber || m.has(flagCount):
			return mark{entry: doc.None, wide: 1}
		case m.n == 20 && sum == 4:
			sum = 80
		case m.n == 100 && sum > 1:
			sum *= 100
		default:
			sum += m.n
		}
	}
	if first.kind != kNumber {
		return mark{entry: doc.None, wide: 1}
	}
	return mark{kind: kNumber, wide: 1, n: sum, entry: doc.None}
}
